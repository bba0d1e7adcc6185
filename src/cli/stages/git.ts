/** The repository for stages that ask git: its errors are the user's to fix, so they are reported as such. */
import { locator } from '../../repo/there/disk.ts'
import { GitError } from '../../repo/git.ts'
import { findRepository } from '../../repo/snapshot.ts'
import type { RepoPlace } from '../../repo/snapshot.ts'
import { UsageError } from '../io.ts'
import type { Io } from '../io.ts'

export interface Repository {
  place: RepoPlace
  /** An absolute path as git names it; undefined where it lies outside. */
  locate(file: string): string | undefined
}

/**
 * Asks git, in words of the option that needs it.
 *
 * @param option as the user wrote it: `--since`
 * @throws {UsageError} for whatever keeps git from answering
 */
export async function withRepository<T>(
  option: string,
  { cwd, env }: Pick<Io, 'cwd' | 'env'>,
  ask: (repository: Repository) => Promise<T>
): Promise<T> {
  try {
    const place = await findRepository(cwd, env)
    return await ask({ place, locate: locator(cwd, place.top) })
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(`${option}: ${error.message}`)
    throw error
  }
}
