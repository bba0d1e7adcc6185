import path from 'node:path'
import type { PlanComparison } from '../../apps/diff/types.ts'
import type { RepoPlace } from '../../repo/snapshot.ts'
import { relativePath } from '../discover/relative-path.ts'

/** Paths as they are from the working directory. */
export function fromHere(found: PlanComparison, place: RepoPlace, cwd: string): PlanComparison {
  const move = <T extends { path: string; from?: string }>(each: T): T => ({
    ...each,
    path: relativePath(path.join(place.top, each.path), cwd),
    ...(each.from === undefined ? {} : { from: relativePath(path.join(place.top, each.from), cwd) })
  })
  return {
    planned: found.planned.map(move),
    untouched: found.untouched,
    unplanned: found.unplanned.map(move),
    contradictions: found.contradictions.map(move),
    allowed: found.allowed.map(move),
    notCompared: found.notCompared
  }
}
