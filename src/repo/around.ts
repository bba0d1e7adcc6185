import { resolve } from 'node:path'
import type { Surroundings } from '../lint/lint.ts'
import { createPool, type Pool } from './pool.ts'

/** An editor asks at every key; a repository does not change as fast. Milliseconds. */
const maxAge = 5000

let pool: Pool | undefined

/**
 * What lies around a file: the repository that holds it. Looked at anew after five seconds, so that an editor sees what was committed meanwhile.
 *
 * @param file Without a path, or outside of every repository, there is nothing to wait for.
 */
export function surround(file: { cwd: string; path?: string }): Surroundings | Promise<Surroundings> {
  if (file.path === undefined) return {}
  pool ??= createPool(process.cwd(), { maxAge })
  const full = resolve(file.cwd, file.path)
  if (!pool.mayHold(full)) return {}
  return pool.of(full).then(({ facts, path }) => ({ repo: facts, ...(path === undefined ? {} : { repoPath: path }) }))
}
