import { liesAt } from '../detect/places.ts'
import type { Plan } from '../plan/bind-types.ts'

/**
 * A plan that lies among what is past, by its profile, knows so: what is asked of work in progress is not asked of it.
 *
 * @param path with `/`
 */
export function withPast(plan: Plan, path: string | undefined): Plan {
  const glob = path === undefined ? undefined : plan.profile.past?.find(each => liesAt(path, [each]))
  return glob === undefined ? plan : { ...plan, past: folderIn(glob) }
}

/** The folder that a glob names last: "archive" of "changes/archive/**". */
function folderIn(glob: string): string {
  return glob.split('/').findLast(segment => !segment.includes('*')) ?? glob
}
