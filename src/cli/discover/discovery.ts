/** What the command line's words lead to. */
import type { FatalError } from '../../types.ts'

/** A file to judge. */
export interface Candidate {
  /** Absolute. */
  file: string
  /** Relative to the working directory, with `/`. */
  path: string
  /** Whether the user meant this very file, or a plan is expected at its place: then it counts even when nothing recognises it. */
  expected: boolean
  /** It was seen to be a regular file, or a link to one. */
  isRegular?: true
  /** Its text comes from standard input. */
  isStdin?: true
  /** It began with a byte order mark, which is no part of the text. */
  bom?: true
}

/** `missing`: no such path; `empty`: a folder without Markdown files; `ignored`: one with none but those; `glob`: no file matches. */
export interface Unmatched {
  pattern: string
  why: 'missing' | 'empty' | 'ignored' | 'glob'
  /** What git or remark leaves out. */
  ignored?: readonly string[]
}

export interface Discovery {
  /** In path order, each once. */
  files: Candidate[]
  /** Words that matched nothing, and how. */
  unmatched: Unmatched[]
  /** Files that were meant and are left out, by `.remarkignore` or by git, with why. */
  ignored: { path: string; why: string }[]
  /** Where no word was given: what git or remark leaves out at the usual places, … */
  ignoredPlans: string[]
  /** … and Markdown files that lie elsewhere, in path order. */
  elsewhere: Candidate[]
  fatalErrors: FatalError[]
}
