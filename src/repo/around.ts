import { resolve } from 'node:path'
import type { RepoFacts } from './facts.ts'
import { createSyncPool, type FoundRepo, type Pool } from './pool.ts'
import type { FatalError } from '../types.ts'

/** An editor asks at every key; a repository does not change as fast. Milliseconds. */
const maxAge = 5000

let pool: Pool<FoundRepo> | undefined

/**
 * What lies around a file: the repository that holds it. Looked at anew after five seconds, so that an editor sees what was
 * committed meanwhile. Git is waited for: a remark pipeline must not, since unified-engine drops files whose plugins answer late (one with a
 * fatal message is no longer waited for, and takes the rest with it), and `processSync` can't.
 *
 * @param file Without a path, or outside of every repository, git is not asked.
 */
export function surround(file: { cwd: string; path?: string }): {
  repo?: RepoFacts
  repoPath?: string
  fatal?: FatalError
} {
  if (file.path === undefined) return {}
  pool ??= createSyncPool(process.cwd(), { maxAge })
  const full = resolve(file.cwd, file.path)
  if (!pool.mayHold(full)) return {}
  const { facts, path, fatal } = pool.of(full)
  return { repo: facts, ...(path === undefined ? {} : { repoPath: path }), ...(fatal ? { fatal } : {}) }
}
