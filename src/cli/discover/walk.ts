/** Walks a folder: files alone, git-ignored and remark-ignored ones, `node_modules` and dot-folders left out, links to folders not followed. */
import fs from 'node:fs'
import path from 'node:path'
import { isGitIgnored, rulesAbove, withFolder } from './gitignore.ts'
import type { GitRules } from './gitignore.ts'

export interface WalkOptions {
  /** Whether a file is wanted; the path is relative to the walk's folder, with `/`. */
  wants: (relative: string, name: string) => boolean
  /** Whether a folder is entered that is normally passed over: a dot-folder or `node_modules`. */
  enters?: (name: string) => boolean
  /** Levels below the folder; unlimited unless given. */
  depth?: number
  /** Whether remark leaves a file or folder out. */
  isIgnored: (file: string) => boolean
  /** Told of files that were wanted and of folders that were to be entered, where git or remark leaves them out. */
  onIgnored?: (relative: string, isFolder: boolean) => void
  /** Told of folders that are there and can't be read. */
  onError: (folder: string, error: NodeJS.ErrnoException) => void
  /** Told of every folder that is entered. */
  onFolder?: (folder: string) => void
}

interface Step {
  folder: string
  relative: string
  rules: GitRules
  depth: number
}

/**
 * @param root an absolute path
 * @returns absolute paths, in no particular order
 */
export function walk(root: string, options: WalkOptions): string[] {
  const found: string[] = []
  const steps: Step[] = [{ folder: root, relative: '', rules: rulesAbove(root), depth: options.depth ?? Infinity }]
  for (let step = steps.pop(); step; step = steps.pop()) visit(step, steps, found, options)
  return found
}

function visit(step: Step, steps: Step[], found: string[], options: WalkOptions): void {
  const items = list(step.folder, options)
  options.onFolder?.(step.folder)
  const rules = items.some(item => item.name === '.gitignore') ? withFolder(step.rules, step.folder) : step.rules
  const prefix = step.folder.endsWith(path.sep) ? step.folder : step.folder + path.sep
  for (const item of items) {
    const file = prefix + item.name
    const relative = step.relative + item.name
    if (item.isDirectory()) {
      if (step.depth <= 1 || !isEntered(item.name, options)) continue
      if (isGitIgnored(rules, file, true) || options.isIgnored(file)) options.onIgnored?.(relative, true)
      else steps.push({ folder: file, relative: relative + '/', rules, depth: step.depth - 1 })
    } else if (options.wants(relative, item.name) && isFile(item, file)) {
      if (isGitIgnored(rules, file, false) || options.isIgnored(file)) options.onIgnored?.(relative, false)
      else found.push(file)
    }
  }
}

function isEntered(name: string, options: WalkOptions): boolean {
  return (name !== 'node_modules' && !name.startsWith('.')) || (name !== '.git' && options.enters?.(name) === true)
}

/** A link to a file counts, and so does a broken one: reading it will tell. */
function isFile(item: fs.Dirent, file: string): boolean {
  if (!item.isSymbolicLink()) return item.isFile()
  try {
    return fs.statSync(file).isFile()
  } catch {
    return true
  }
}

function list(folder: string, options: WalkOptions): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    const failure = error as NodeJS.ErrnoException
    // A glob's folder need not exist, and any folder may go while we walk.
    if (failure.code !== 'ENOENT' && failure.code !== 'ENOTDIR') options.onError(folder, failure)
    return []
  }
}
