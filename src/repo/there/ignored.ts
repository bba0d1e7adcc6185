import ignore, { type Ignore } from 'ignore'
import type { Disk } from '../facts.ts'
import { ancestors, folderOf, joinPaths } from '../paths.ts'

/**
 * Whether `.gitignore` files leave a path out. Read from the repository's own files rather than asked of git, since the
 * answer must not depend on how many paths are asked about, nor on the excludes of one person's machine.
 *
 * @param has Does git list a file?
 */
export function ignoreTester(has: (path: string) => boolean, disk: Disk): (path: string) => boolean {
  const files = new Map<string, Ignore | undefined>()
  const folders = new Map<string, boolean>()

  const rulesOf = (folder: string): Ignore | undefined => {
    if (files.has(folder)) return files.get(folder)
    const path = joinPaths(folder, '.gitignore')
    // Most folders have none: git need not be asked about it.
    const text = (!disk.kind || disk.kind(path) === 'other') && has(path) ? disk.read(path) : undefined
    const rules =
      text === undefined
        ? undefined
        : ignore({ ignorecase: false, allowRelativePaths: true }).add(text.split('\n').filter(isTame).join('\n'))
    files.set(folder, rules)
    return rules
  }

  const isIgnoredItself = (path: string, slash: string): boolean => {
    let isIgnored = false
    for (const folder of ['', ...ancestors(path)]) {
      const result = rulesOf(folder)?.test(path.slice(folder === '' ? 0 : folder.length + 1) + slash)
      if (result?.ignored) isIgnored = true
      else if (result?.unignored) isIgnored = false
    }
    return isIgnored
  }

  const isFolderIgnored = (path: string): boolean => {
    for (const folder of path === '' ? [] : ancestors(`${path}/`)) {
      let known = folders.get(folder)
      if (known === undefined) folders.set(folder, (known = isIgnoredItself(folder, '/')))
      if (known) return true
    }
    return false
  }

  // What does not exist may have been meant as a file or as a folder.
  return path =>
    path.length <= 300 && (isFolderIgnored(folderOf(path)) || isIgnoredItself(path, '') || isIgnoredItself(path, '/'))
}

/** Patterns become regular expressions; those with many stars could take long on a long path. */
function isTame(line: string): boolean {
  return line.length <= 200 && line.replaceAll('**', '*').split('*').length <= 4
}
