/**
 * From the command line's words to files. Named files are always looked at (unless `.remarkignore` says otherwise, which is said);
 * folders and globs leave out what git ignores, `node_modules` and dot-folders, unless the words themselves name such a folder.
 */
import fs from 'node:fs'
import path from 'node:path'
import type { FatalError } from '../../types.ts'
import { isAgentFolder, isMarkdown, isUsualPlace, isSearched } from '../../detect/places.ts'
import { createNaming } from '../../repo/from-top.ts'
import { createRemarkIgnore } from './remarkignore.ts'
import { walk } from './walk.ts'
import type { WalkOptions } from './walk.ts'

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

/**
 * @param patterns paths, folders and globs; a glob that begins with `!` takes files out again; none: the usual places
 * @param cwd an absolute path
 */
export async function discover(patterns: readonly string[], cwd: string): Promise<Discovery> {
  const found = new Map<string, Candidate>()
  const result: Discovery = { files: [], unmatched: [], ignored: [], ignoredPlans: [], elsewhere: [], fatalErrors: [] }
  const ignoredBy = createRemarkIgnore()
  const fromTop = createNaming(cwd)
  const isExpected = (name: string): boolean => isUsualPlace(fromTop(name))
  const shared: Pick<WalkOptions, 'isIgnored' | 'onError'> = {
    isIgnored: file => ignoredBy(file) !== undefined,
    onError: (folder, error) =>
      result.fatalErrors.push({
        code: 'unreadable',
        message: `Folder "${relativePath(folder, cwd)}" can't be read: ${error.code ?? error.message}`
      })
  }

  if (patterns.length === 0) addUsual()
  for (const pattern of patterns) {
    if (pattern.startsWith('!') && !fs.existsSync(path.resolve(cwd, pattern))) await takeOut(pattern.slice(1))
    else await add(pattern)
  }
  result.files = [...found.values()].sort(byPath)
  return result

  function addUsual(): void {
    const files = walk(cwd, {
      ...shared,
      enters: isAgentFolder,
      wants: isLookedAt,
      onIgnored(relative, isFolder) {
        if (isExpected(isFolder ? `${relative}/any.md` : relative))
          result.ignoredPlans.push(isFolder ? `${relative}/` : relative)
      }
    })
    const isUsual = (file: string): boolean => isSearched(fromTop(relativePath(file, cwd)))
    // Of sets of files whose names are everybody's, nothing is expected: what is recognised is judged.
    addAll(files.filter(isUsual), isExpected)
    result.elsewhere = files
      .filter(file => !isUsual(file))
      .map(file => ({ file, path: relativePath(file, cwd), expected: false, isRegular: true as const }))
      .sort(byPath)
  }

  async function add(pattern: string): Promise<void> {
    const file = path.resolve(cwd, pattern)
    const stat = statOf(file)
    const by = stat && ignoredBy(file)
    if (by !== undefined)
      result.ignored.push({ path: relativePath(file, cwd), why: `ignored by ${relativePath(by, cwd)}` })
    else if (stat?.isDirectory()) addFolder(pattern, file)
    else if (stat)
      found.set(file, {
        file,
        path: relativePath(file, cwd),
        expected: true,
        ...(stat.isFile() ? { isRegular: true } : {})
      })
    else if (isGlob(pattern)) await addGlob(pattern)
    else result.unmatched.push({ pattern, why: 'missing' })
  }

  function addFolder(pattern: string, folder: string): void {
    const before = result.fatalErrors.length
    const ignored: string[] = []
    const files = walk(folder, {
      ...shared,
      enters: isAgentFolder,
      wants: isLookedAt,
      onIgnored: (relative, isFolder) => ignored.push(isFolder ? `${relative}/` : relative)
    })
    addAll(files, isExpected)
    if (files.length > 0 || result.fatalErrors.length > before) return
    result.unmatched.push(ignored.length > 0 ? { pattern, why: 'ignored', ignored } : { pattern, why: 'empty' })
  }

  async function addGlob(pattern: string): Promise<void> {
    const { globWalk } = await import('./glob.ts')
    const files = globWalk(pattern, cwd, shared)
    addAll(files ?? [], () => true)
    if (!files) result.unmatched.push({ pattern, why: 'missing' })
    else if (files.length === 0) result.unmatched.push({ pattern, why: 'glob' })
  }

  async function takeOut(pattern: string): Promise<void> {
    const { globMatcher } = await import('./glob.ts')
    const matches = globMatcher(pattern, cwd)
    for (const each of found.values()) if (matches(each.path)) found.delete(each.file)
  }

  function addAll(files: string[], isMeant: (path: string) => boolean): void {
    for (const file of files) {
      const relative = relativePath(file, cwd)
      found.set(file, {
        file,
        path: relative,
        expected: found.get(file)?.expected === true || isMeant(relative),
        isRegular: true
      })
    }
  }
}

/** Markdown; of what agents keep in folders of their own, plans alone. */
function isLookedAt(relative: string, name: string): boolean {
  return isMarkdown(name) && (!relative.split('/').some(isAgentFolder) || isSearched(relative))
}

/** As messages and reports name it: relative to the working directory, with `/`. */
export function relativePath(file: string, cwd: string): string {
  if (path.sep === '/' && file.startsWith(cwd) && file[cwd.length] === '/' && !file.endsWith('/'))
    return file.slice(cwd.length + 1)
  return path.relative(cwd, file).split(path.sep).join('/') || '.'
}

function byPath(a: Candidate, b: Candidate): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

function isGlob(word: string): boolean {
  return /[*?[\]{}()!]/.test(word)
}

/** A broken link is there: reading it will tell. */
function statOf(file: string): fs.Stats | undefined {
  for (const stat of [fs.statSync, fs.lstatSync]) {
    try {
      return stat(file)
    } catch {
      // Not there, or a link that leads nowhere.
    }
  }
  return undefined
}
