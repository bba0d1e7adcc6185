import path from 'node:path'
import type { Comparison } from '../../apps/diff/types.ts'
import type { RepoPlace } from '../../repo/snapshot.ts'
import { shown } from '../discover/discover.ts'

/** Paths as they are from the working directory. */
export function fromHere(found: Comparison, place: RepoPlace, cwd: string): Comparison {
  const move = <T extends { path: string; from?: string }>(each: T): T => ({
    ...each,
    path: shown(path.join(place.top, each.path), cwd),
    ...(each.from === undefined ? {} : { from: shown(path.join(place.top, each.from), cwd) })
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
