/** Globs of the command line: picomatch over our own walk. */
import fs from 'node:fs'
import path from 'node:path'
import picomatch from 'picomatch'
import { isMarkdown } from '../../detect/places.ts'
import { walk } from './walk.ts'
import type { WalkOptions } from './walk.ts'

/** @returns tells whether a path (relative to `cwd`, with `/`) matches */
export function globMatcher(pattern: string, cwd: string): (path: string) => boolean {
  const { base, rest } = literalBase(normalise(pattern), cwd)
  if (base === '') return picomatch(rest)
  const matches = picomatch(rest === '' ? '**' : rest)
  return file => file === base || (file.startsWith(`${base}/`) && matches(file.slice(base.length + 1)))
}

/** A name is a name before it is a glob: folders (and a file at the end) that are there as they are written. */
function literalBase(pattern: string, cwd: string): { base: string; rest: string } {
  const segments = pattern.split('/')
  let literal = 0
  let last = 0
  while (
    literal < segments.length &&
    fs.existsSync(path.resolve(cwd, segments.slice(0, literal + 1).join('/') || '/'))
  ) {
    literal++
    if (/[*?[\]{}()!]/.test(segments[literal - 1]!)) last = literal
  }
  return { base: segments.slice(0, last).join('/'), rest: segments.slice(last).join('/') }
}

/**
 * @param pattern as the user gave it; relative to `cwd`, absolute, or with `..` in front
 * @returns absolute paths; undefined where the pattern is no glob after all (an unclosed bracket)
 */
export function globWalk(
  pattern: string,
  cwd: string,
  options: Pick<WalkOptions, 'isIgnored' | 'onError'>
): string[] | undefined {
  const { base: named, rest } = literalBase(normalise(pattern), cwd)
  const { base, glob } = picomatch.scan(rest)
  if (glob === '') return undefined
  const root = path.resolve(cwd, named, unescaped(base))
  const matches = picomatch(glob)
  const folders = segmentsOf(glob).filter(segment => segment.startsWith('.') || segment === 'node_modules')
  const enters = picomatch(folders.length > 0 ? folders : '\0', { dot: true })
  const depth = depthOf(glob)
  // `plans/**` means the Markdown files; `plans/*.txt` says what it means.
  const saysExtension = /\.\w+$/.test(glob)
  const wants = (relative: string, name: string): boolean => matches(relative) && (saysExtension || isMarkdown(name))
  return walk(root, { ...options, wants, enters: name => enters(name), ...(depth === undefined ? {} : { depth }) })
}

/** A folder's name, where what makes a glob was escaped in it. */
function unescaped(base: string): string {
  return base.replace(/\\(?=[*?[\]{}()!])/g, '')
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
