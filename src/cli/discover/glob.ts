/** Globs of the command line: picomatch over our own walk. */
import path from 'node:path'
import picomatch from 'picomatch'
import { isMarkdown } from '../../detect/places.ts'
import { walk } from './walk.ts'
import type { WalkOptions } from './walk.ts'

/** @returns tells whether a path (relative, with `/`) matches */
export function globMatcher(pattern: string): (path: string) => boolean {
  return picomatch(normalise(pattern))
}

/**
 * @param pattern as the user gave it; relative to `cwd`, absolute, or with `..` in front
 * @returns absolute paths; undefined where the pattern is no glob after all (an unclosed bracket)
 */
export function globWalk(
  pattern: string,
  cwd: string,
  options: Pick<WalkOptions, 'isIgnored' | 'onTrouble'>
): string[] | undefined {
  const { base, glob } = picomatch.scan(normalise(pattern))
  if (glob === '') return undefined
  const root = path.resolve(cwd, base)
  const matches = picomatch(glob)
  const named = segmentsOf(glob).filter(segment => segment.startsWith('.') || segment === 'node_modules')
  const enters = picomatch(named.length > 0 ? named : '\0', { dot: true })
  const depth = depthOf(glob)
  // `plans/**` means the Markdown files; `plans/*.txt` says what it means.
  const saysExtension = /\.\w+$/.test(glob)
  const wants = (relative: string, name: string): boolean => matches(relative) && (saysExtension || isMarkdown(name))
  return walk(root, { ...options, wants, enters: name => enters(name), ...(depth === undefined ? {} : { depth }) })
}

function normalise(pattern: string): string {
  return pattern.startsWith('./') ? pattern.slice(2) : pattern
}

/** The segments of all alternatives: braces opened, so that `{.claude,docs}/*.md` names `.claude`. */
function segmentsOf(glob: string): string[] {
  return glob.split(/[/{},()|]/)
}

/** How deep a walk must go; undefined where the glob does not say. */
function depthOf(glob: string): number | undefined {
  return /\*\*|[{(]/.test(glob) ? undefined : glob.split('/').length
}
