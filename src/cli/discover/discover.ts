/**
 * From the command line's words to files. Named files are always looked at (unless `.remarkignore` says otherwise, which is said);
 * folders and globs leave out what git ignores, `node_modules` and dot-folders, unless the words themselves name such a folder.
 */
import fs from 'node:fs'
import path from 'node:path'
import { isAgentFolder, isMarkdown, isMdx, isUsualPlace, isSearched } from '../../detect/places.ts'
import { createNaming } from '../../repo/from-top.ts'
import type { Candidate, Discovery } from './discovery.ts'
import { relativePath } from './relative-path.ts'
import { createRemarkIgnore } from './remarkignore.ts'
import { walk } from './walk.ts'
import type { WalkOptions } from './walk.ts'

/**
 * @param patterns paths, folders and globs; a glob that begins with `!` takes files out again; none: the usual places
 * @param cwd an absolute path
 */
export async function discover(patterns: readonly string[], cwd: string): Promise<Discovery> {
  const search = new Search(cwd)
  if (patterns.length === 0) search.addUsual()
  for (const pattern of patterns) {
    if (pattern.startsWith('!') && !fs.existsSync(path.resolve(cwd, pattern))) await search.takeOut(pattern.slice(1))
    else await search.add(pattern)
  }
  return search.finish()
}

/** Adds to what was found, word by word. */
class Search {
  readonly #cwd: string
  readonly #found = new Map<string, Candidate>()
  readonly #result: Discovery = {
    files: [],
    unmatched: [],
    ignored: [],
    ignoredPlans: [],
    elsewhere: [],
    fatalErrors: []
  }
  readonly #ignoredBy = createRemarkIgnore()
  readonly #fromTop: (path: string) => string
  readonly #walking: Pick<WalkOptions, 'isIgnored' | 'onError'> = {
    isIgnored: file => this.#ignoredBy(file) !== undefined,
    onError: (folder, error) =>
      this.#result.fatalErrors.push({
        code: 'unreadable',
        message: `Folder "${relativePath(folder, this.#cwd)}" can't be read: ${error.code ?? error.message}`
      })
  }

  constructor(cwd: string) {
    this.#cwd = cwd
    this.#fromTop = createNaming(cwd)
  }

  finish(): Discovery {
    return { ...this.#result, files: [...this.#found.values()].sort(byPath) }
  }

  addUsual(): void {
    const cwd = this.#cwd
    const files = walk(cwd, {
      ...this.#walking,
      enters: isAgentFolder,
      wants: isSeen,
      onIgnored: (relative, isFolder) => {
        if (this.#isExpected(isFolder ? `${relative}/any.md` : relative))
          this.#result.ignoredPlans.push(isFolder ? `${relative}/` : relative)
      }
    })
    const isUsual = (file: string): boolean => !isMdx(file) && isSearched(this.#fromTop(relativePath(file, cwd)))
    // Of sets of files whose names are everybody's, nothing is expected: what is recognised is judged.
    this.#addAll(files.filter(isUsual), name => this.#isExpected(name))
    this.#passOver(files.filter(file => !isUsual(file)))
  }

  #passOver(files: readonly string[]): void {
    const passed = files.map(file => ({
      file,
      path: relativePath(file, this.#cwd),
      expected: false,
      isRegular: true as const
    }))
    this.#result.elsewhere = [...this.#result.elsewhere, ...passed].sort(byPath)
  }

  async add(pattern: string): Promise<void> {
    const cwd = this.#cwd
    const file = path.resolve(cwd, pattern)
    const stat = statOf(file)
    const by = stat && this.#ignoredBy(file)
    if (by !== undefined)
      this.#result.ignored.push({ path: relativePath(file, cwd), why: `ignored by ${relativePath(by, cwd)}` })
    else if (stat?.isDirectory()) this.#addFolder(pattern, file)
    else if (stat) this.#addFile(file, stat.isFile())
    else if (isGlob(pattern)) await this.#addGlob(pattern)
    else this.#result.unmatched.push({ pattern, why: 'missing' })
  }

  #addFile(file: string, isRegular: boolean): void {
    const relative = relativePath(file, this.#cwd)
    this.#found.set(file, { file, path: relative, expected: true, ...(isRegular ? { isRegular } : {}) })
  }

  #addFolder(pattern: string, folder: string): void {
    const { fatalErrors, unmatched } = this.#result
    const before = fatalErrors.length
    const ignored: string[] = []
    const all = walk(folder, {
      ...this.#walking,
      enters: isAgentFolder,
      wants: isSeen,
      onIgnored: (relative, isFolder) => ignored.push(isFolder ? `${relative}/` : relative)
    })
    const files = all.filter(file => !isMdx(file))
    this.#addAll(files, name => this.#isExpected(name))
    this.#passOver(all.filter(isMdx))
    if (files.length > 0 || fatalErrors.length > before) return
    unmatched.push(ignored.length > 0 ? { pattern, why: 'ignored', ignored } : { pattern, why: 'empty' })
  }

  async #addGlob(pattern: string): Promise<void> {
    const { globWalk } = await import('./glob.ts')
    const files = globWalk(pattern, this.#cwd, this.#walking)
    this.#addAll(files ?? [], () => true)
    if (!files) this.#result.unmatched.push({ pattern, why: 'missing' })
    else if (files.length === 0) this.#result.unmatched.push({ pattern, why: 'glob' })
  }

  async takeOut(pattern: string): Promise<void> {
    const { globMatcher } = await import('./glob.ts')
    const matches = globMatcher(pattern, this.#cwd)
    for (const each of this.#found.values()) if (matches(each.path)) this.#found.delete(each.file)
  }

  #addAll(files: string[], isMeant: (path: string) => boolean): void {
    for (const file of files) {
      const relative = relativePath(file, this.#cwd)
      const expected = this.#found.get(file)?.expected === true || isMeant(relative)
      this.#found.set(file, { file, path: relative, expected, isRegular: true })
    }
  }

  /** @param name relative to the working directory */
  #isExpected(name: string): boolean {
    return isUsualPlace(this.#fromTop(name))
  }
}

/** Markdown; of what agents keep in folders of their own, plans alone. */
function isLookedAt(relative: string, name: string): boolean {
  return isMarkdown(name) && (!relative.split('/').some(isAgentFolder) || isSearched(relative))
}

/** Those, and MDX, which is passed over and may have to be named. */
function isSeen(relative: string, name: string): boolean {
  return isLookedAt(relative, name) || isMdx(name)
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
