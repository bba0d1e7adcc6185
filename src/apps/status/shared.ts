import type { SharedPath, StatusRow } from './types.ts'

/**
 * Paths that two or more of the plans create, modify, delete or rename, in path order.
 *
 * @param plans Those in progress.
 */
export function sharedPaths(plans: readonly Pick<StatusRow, 'path' | 'changes'>[]): SharedPath[] {
  const byPath = new Map<string, SharedPath['plans']>()
  for (const plan of plans) {
    for (const { path, mark } of plan.changes) {
      const known = byPath.get(path)
      if (known) known.push({ path: plan.path, mark })
      else byPath.set(path, [{ path: plan.path, mark }])
    }
  }
  return [...byPath]
    .filter(([, all]) => all.length > 1)
    .map(([path, all]) => ({ path, plans: all }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
