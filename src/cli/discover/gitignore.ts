/** What git leaves out: `.gitignore` files from the repository's top downwards and `.git/info/exclude`; git itself is not run. */
import fs from 'node:fs'
import path from 'node:path'
import ignore from 'ignore'
import type { Ignore } from 'ignore'
import { topAbove } from '../../repo/from-top.ts'

interface Level {
  base: string
  rules: Ignore
}

/** The rules that hold in one folder, outermost first. */
export type GitRules = readonly Level[]

const isCaseless = process.platform === 'darwin' || process.platform === 'win32'

/**
 * @param folder where a walk begins, absolute
 * @returns the rules that the folders above it lay down; none where they leave out the folder itself, since it was asked for
 */
export function rulesAbove(folder: string): GitRules {
  const top = topAbove(folder)
  if (top === undefined || top === folder) return top === undefined ? [] : excludeOf(top)
  let rules = excludeOf(top)
  let current = top
  for (const segment of path.relative(top, folder).split(path.sep)) {
    rules = withFolder(rules, current)
    current = path.join(current, segment)
    if (isGitIgnored(rules, current, true)) return []
  }
  return rules
}

/** The rules inside `folder`, given those above it. */
export function withFolder(rules: GitRules, folder: string): GitRules {
  return withFile(rules, folder, path.join(folder, '.gitignore'))
}

/**
 * @param rules of the file's folder
 * @param file an absolute path, below every rule's folder
 */
export function isGitIgnored(rules: GitRules, file: string, isFolder: boolean): boolean {
  for (let index = rules.length - 1; index >= 0; index--) {
    const { base, rules: level } = rules[index]!
    const relative = file.slice(base.endsWith(path.sep) ? base.length : base.length + 1).replaceAll(path.sep, '/')
    const verdict = level.test(isFolder ? relative + '/' : relative)
    if (verdict.ignored) return true
    if (verdict.unignored) return false
  }
  return false
}

function withFile(rules: GitRules, base: string, file: string): GitRules {
  let text: string
  try {
    text = fs.readFileSync(file, 'utf8')
  } catch {
    // None there, or none that we may read: git would go on, too.
    return rules
  }
  return [...rules, { base, rules: ignore({ ignorecase: isCaseless }).add(text) }]
}

function excludeOf(top: string): GitRules {
  return withFile([], top, path.join(gitFolder(top), 'info', 'exclude'))
}

/** In a linked work tree `.git` is a file, and the excludes lie with the common folder. */
export function gitFolder(top: string): string {
  const dotGit = path.join(top, '.git')
  try {
    const own = path.resolve(
      top,
      fs
        .readFileSync(dotGit, 'utf8')
        .replace(/^gitdir: /, '')
        .trim()
    )
    return path.resolve(own, fs.readFileSync(path.join(own, 'commondir'), 'utf8').trim())
  } catch {
    return dotGit
  }
}
