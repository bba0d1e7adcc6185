import { settingIn } from '../outline/matter/setting.ts'
import type { Outline } from '../outline/types.ts'
import type { PlanlintOptions } from '../options.ts'
import type { Certainty, Detection } from './detect.ts'
import { detect } from './detect.ts'
import { liesAt, mayHoldPlan } from './places.ts'
import type { PlanSigns } from './plan-like.ts'
import { isTitlesOnly, isWhollyQuoted, planSigns } from './plan-like.ts'
import { genericName, remainsOf } from './remains.ts'
import type { Signatures, Signed } from './signature.ts'
import { bySignature, hasSignature } from './signature.ts'
import { aboutSign } from './about.ts'
import { templateSign } from './template.ts'
import type { Profile } from '../profiles/schema.ts'
import { once } from '../util/once.ts'

/** Which profile judges a document, and by whose word. */
export interface Selection {
  profile?: Profile
  score: number
  /** Nothing in it was asked for: it lies where only such documents do. */
  isByPlace?: true
  by: 'flag' | 'front-matter' | 'override' | 'configuration' | 'detection' | 'none'
  /** How sure it is, where the document's marks chose. */
  certainty?: Certainty
  /** Not a plan, and by whose word: its own, or the configuration's. */
  excluded?: string
  /** Where nothing chose: why the document may be a plan all the same. Absent where it seems to be none. */
  planLike?: PlanSigns
  /** There is no text in it, or none of its own. */
  isBlank?: boolean
  /** A declared name that no profile has. */
  unknown?: string
  detection?: Detection
}

interface SelectionOptions {
  forced?: string
  options: PlanlintOptions
  path?: string
}

/** What the front matter declares: `planlint: design-plan`, or `planlint: false`. */
function declaredProfile({ nodes: { yaml } }: Outline): string | undefined {
  const name = yaml && settingIn(yaml.value, 'planlint')
  return name !== undefined && /^[\w-]+$/.test(name) ? name : undefined
}

/**
 * Chooses the profile: flag, then front matter, then the configuration's overrides, then its default, then detection. What is a template is no plan, unless
 * the flag, the document or an override says by which profile it is to be judged.
 */
export function selectProfile(outline: Outline, profiles: readonly Profile[], request: SelectionOptions): Selection {
  const byName = (name: string, by: Selection['by']): Selection => {
    const profile = profiles.find(p => p.name === name)
    if (profile && (isTitlesOnly(outline) || isWhollyQuoted(outline)) && demandsNoSection(profile))
      return { score: 0, by, isBlank: true, planLike: { isPlaced: true, signs: [] } }
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
  const template = templateSign(outline, request.path)
  if (template !== undefined) return { score: 0, by: 'none', excluded: template }
  const about = aboutSign(outline, profiles)
  if (about !== undefined) return { score: 0, by: 'none', excluded: about }
  if (request.options.profile !== undefined) return byName(request.options.profile, 'configuration')
  return detected(outline, profiles, request.path)
}

/** Then an empty document would lack nothing, and pass. */
function demandsNoSection({ sections }: Profile): boolean {
  return sections.every(({ required }) => required === false || required === 'warning')
}

/** The profiles that are told apart by what their documents have in common; once, since an index is made of them. */
const soughtAmong: (profiles: readonly Profile[]) => readonly Profile[] = once(profiles =>
  profiles.filter(profile => profile.name !== genericName && !hasSignature(profile))
)

function detected(outline: Outline, profiles: readonly Profile[], path: string | undefined): Selection {
  if (isWhollyQuoted(outline)) {
    const isPlaced = path !== undefined && mayHoldPlan(path)
    return { score: 0, by: 'none', isBlank: true, ...(isPlaced ? { planLike: { isPlaced, signs: [] } } : {}) }
  }
  const { signed, near } = isTitlesOnly(outline) ? nothingSigned : bySignature(outline, profiles, path)
  if (signed?.certainty === 'certain') return bySigns(signed)
  const detection = detect(outline, soughtAmong(profiles), path)
  const { best, certainty, matches } = detection
  const found = { score: matches[0]?.score ?? 0, detection }
  const profile = best && profiles.find(({ name }) => name === best.profile)
  if (profile && certainty === 'certain') return { ...found, profile, by: 'detection', certainty }
  if (signed) return bySigns(signed)
  if (profile && certainty) return { ...found, profile, by: 'detection', certainty }
  const { remains, nearer } = remainsOf(outline, profiles, near, path)
  if (remains) return bySigns(remains)
  const ranked = [...nearer.filter(({ telling }) => telling > (matches[0]?.telling ?? 0)), ...matches]
  const signs = planSigns(outline, path, ranked[0]?.telling ?? 0)
  const planLike = signs.isPlaced || signs.signs.length > 0 ? signs : undefined
  if (isTitlesOnly(outline)) return { ...found, by: 'none', isBlank: true, ...(planLike ? { planLike } : {}) }
  const generic = planLike && profiles.find(({ name }) => name === genericName)
  return generic
    ? {
        score: found.score,
        detection: { matches: ranked },
        planLike,
        profile: generic,
        by: 'detection',
        certainty: 'generic'
      }
    : { ...found, by: 'none' }
}

function bySigns({ profile, certainty, score, isByPlace }: Signed): Selection {
  return { profile, score, by: 'detection', certainty, ...(isByPlace ? { isByPlace } : {}) }
}

const nothingSigned: Signatures = { near: new Set() }

function overriddenProfile(request: SelectionOptions): string | false | undefined {
  let found: string | false | undefined
  for (const override of request.options.overrides ?? []) {
    if (override.profile !== undefined && matchesOverride(override.files, request.path)) found = override.profile
  }
  return found
}

/** Does a path match the globs of an override? They match as a profile's places do. */
export function matchesOverride(files: string | string[], path: string | undefined): boolean {
  return path !== undefined && liesAt(path, [files].flat())
}
