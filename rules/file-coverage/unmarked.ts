import type { Plan } from '../../src/plan/bind-types.ts'
import type { Ground } from '../../src/plan/files/ground.ts'
import type { FileMention } from '../../src/plan/files/mention.ts'
import type { PathIndex } from '../../src/files/paths.ts'
import { isNoFolder } from './demand.ts'

/** A plan, and the repository that it is held against, where there is one. */
export interface Grounded {
  plan: Plan
  ground: Ground | undefined
}

/** Is a file surely not there yet? */
export function isNew({ kind, path }: FileMention, ground: Ground | undefined): boolean {
  return ground !== undefined && kind === 'file' && !ground.mayExist(path)
}

/**
 * Which files without a mark are to be changed. What is there is shown to find one's way; what is not there is new, where at least half of such files are named
 * on the other side. Without a repository, and without any mark, a list is one of changes where most of its files are named there.
 */
export function unmarkedIn(
  from: readonly FileMention[],
  index: PathIndex<FileMention>,
  ground: Ground | undefined
): (unmarked: FileMention) => boolean {
  const isNamed = ({ path }: FileMention): boolean => index.find(path).length > 0
  const files = from.filter(isNoFolder)
  if (ground) {
    const fresh = files.filter(mention => mention.mark === undefined && isNew(mention, ground))
    const areMeant = fresh.filter(isNamed).length * 2 >= fresh.length
    return mention => areMeant && isNew(mention, ground)
  }
  const areChanges =
    !files.some(({ mark }) => mark !== undefined) && files.filter(isNamed).length * 3 >= files.length * 2
  return () => areChanges
}
