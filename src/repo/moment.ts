import type { Moment, Past, RepoData } from './facts.ts'
import { isHash } from './past/graph.ts'

/** Where a plan lies. */
interface PlanPlace {
  path: string
  /** Is it in the index? */
  tracked: boolean
  /** Where it lay at the head, if it was moved since. */
  origin(): string | undefined
}

/** Answers `at` of the facts: which state of the repository a plan speaks of. */
export function momentOf(
  past: Past,
  data: Pick<RepoData, 'shallow' | 'head' | 'asking'>,
  plan: PlanPlace,
  statedBase?: string
): Moment {
  const stated = statedBase?.trim() ?? ''
  const base = stated === '' ? undefined : past.find(stated)
  const introduced = base === undefined && !isHash(stated) ? introducedAt(past, plan) : undefined
  if (past.noHistory !== undefined && (plan.tracked || isHash(stated) || plan.origin() !== undefined))
    return { kind: 'unknown', why: past.noHistory }
  if (base === 'ambiguous') return { kind: 'unknown', why: `"${stated}" is the beginning of several commits` }
  if (base !== undefined) return commitMoment(base, 'stated')
  if (isHash(stated)) return { kind: 'unknown', why: missing(stated, data) }
  if (data.head === undefined || data.asking?.commits === 0) return { kind: 'work-tree' }
  if (introduced === 'cut')
    return { kind: 'unknown', why: 'the commit that introduced the plan is not in the history at hand' }
  // Not added yet, or staged for the first time: no commit has it.
  return introduced === undefined ? { kind: 'work-tree', pending: true } : commitMoment(introduced, 'introduced')
}

/** A plan that was moved and not committed there has its time from where it lay. */
function introducedAt(past: Past, { path, tracked, origin }: PlanPlace): ReturnType<Past['introduced']> {
  const introduced = tracked ? past.introduced(path) : undefined
  if (introduced !== undefined || past.noHistory !== undefined) return introduced
  const before = origin()
  return before === undefined ? undefined : past.introduced(before)
}

function commitMoment(hash: string, why: 'stated' | 'introduced'): Moment {
  return { kind: 'commit', hash, short: hash.slice(0, 7), why }
}

function missing(stated: string, data: { shallow: boolean }): string {
  return data.shallow
    ? `commit ${stated} is not in this shallow clone`
    : `commit ${stated} is not in the history of HEAD`
}
