import type { Outline } from '../outline/types.ts'
import { matchesGlob } from '../files/paths.ts'
import type { PlanlintOptions } from '../options.ts'
import type { Detection } from './detect.ts'
import { detect } from './detect.ts'
import type { Profile } from '../profiles/schema.ts'

/** Which profile judges a document, and by whose word. */
export interface Selection {
  profile?: Profile
  score: number
  by: 'flag' | 'front-matter' | 'override' | 'configuration' | 'detection' | 'none'
  /** Not a plan, and by whose word: its own, or the configuration's. */
  excluded?: string
  /** A declared name that no profile has. */
  unknown?: string
  detection?: Detection
}

export interface SelectionOptions {
  forced?: string
  options: PlanlintOptions
  path?: string
}

const declaration = /^planlint:[ \t]*["']?([A-Za-z0-9_-]+)["']?[ \t]*(?:#.*)?$/m

/** What the front matter declares: `planlint: design-plan`, or `planlint: false`. Only this one line is read: no YAML parser touches a stranger's text. */
export function declaredProfile(outline: Outline): string | undefined {
  const yaml = outline.nodes.yaml
  return yaml ? declaration.exec(yaml.value.slice(0, 10_000))?.[1] : undefined
}

/** Chooses the profile: flag, then front matter, then the configuration's overrides, then its default, then detection. */
export function selectProfile(outline: Outline, profiles: readonly Profile[], request: SelectionOptions): Selection {
  const byName = (name: string, by: Selection['by']): Selection => {
    const profile = profiles.find(p => p.name === name)
    return profile ? { profile, score: 1, by } : { score: 0, by, unknown: name, detection: detect(outline, profiles) }
  }
  if (request.forced !== undefined) return byName(request.forced, 'flag')
  const declared = declaredProfile(outline)
  if (declared === 'false' || declared === 'none' || declared === 'off')
    return { score: 0, by: 'front-matter', excluded: `"planlint: ${declared}" in its front matter` }
  if (declared !== undefined) return byName(declared, 'front-matter')
  const override = overriddenProfile(request)
  if (override === false) return { score: 0, by: 'override', excluded: '"profile: false" in the configuration' }
  if (override !== undefined) return byName(override, 'override')
  if (request.options.profile !== undefined) return byName(request.options.profile, 'configuration')
  const detection = detect(outline, profiles)
  const profile = detection.best && profiles.find(p => p.name === detection.best!.profile)
  return {
    ...(profile ? { profile } : {}),
    score: detection.matches[0]?.score ?? 0,
    by: profile ? 'detection' : 'none',
    detection
  }
}

function overriddenProfile(request: SelectionOptions): string | false | undefined {
  let found: string | false | undefined
  for (const override of request.options.overrides ?? []) {
    if (override.profile !== undefined && matchesOverride(override.files, request.path)) found = override.profile
  }
  return found
}

/**
 * Does a path match the globs of an override? A glob matches at any depth, as if it began with two stars and a slash: so it means the same whichever folder the command line,
 * the hook or the editor was started in.
 */
export function matchesOverride(files: string | string[], path: string | undefined): boolean {
  if (path === undefined) return false
  return (Array.isArray(files) ? files : [files]).some(glob => {
    const pattern = glob.replace(/^[.]?[/]/, '')
    return matchesGlob(pattern, path) || matchesGlob(`**/${pattern}`, path)
  })
}
