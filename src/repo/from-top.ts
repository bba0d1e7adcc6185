import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { wayInto } from './inside.ts'

/**
 * Names files so that their place tells the same wherever a command runs: from inside of a repository, up to its top and down again
 * (`../../.kiro/specs/a/tasks.md` for `tasks.md`). From the top itself, and outside of repositories, they are named as they are.
 *
 * @param cwd an absolute path
 * @returns from a path, absolute or relative to it, to another one to the same file, with `/`
 */
export function createNaming(cwd: string): (path: string) => string {
  const top = topAbove(cwd)
  const way = top === undefined ? '' : relative(top, cwd)
  if (top === undefined || way === '') return path => path
  const up = relative(cwd, top).split(sep).join('/')
  return path => {
    const down = wayInto(top, resolve(cwd, path))
    return down === undefined || down === '' ? path : `${up}/${down.split(sep).join('/')}`
  }
}

/** The nearest folder, from an absolute one upwards, that git's own folder, or its file of a work tree, lies in. */
export function topAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (at === dirname(at)) return undefined
  }
}
