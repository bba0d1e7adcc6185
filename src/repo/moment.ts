import type { Moment } from './facts.ts'
import { findCommit, isHash } from './graph.ts'
import { type History, introducedIn } from './history.ts'

/** Answers `at` of the facts: which state of the repository a plan speaks of. */
export function momentOf(
  history: History,
  data: { shallow: boolean; noHistory: string | undefined },
  plan: { path: string; tracked: boolean },
  statedBase?: string
): Moment {
  const stated = statedBase?.trim() ?? ''
  if (data.noHistory !== undefined && (plan.tracked || isHash(stated))) return { kind: 'unknown', why: data.noHistory }
  const base = stated === '' ? undefined : findCommit(history, stated)
  if (base === 'ambiguous') return { kind: 'unknown', why: `"${stated}" is the beginning of several commits` }
  if (base !== undefined) return commitMoment(history, base, 'stated')
  if (isHash(stated)) return { kind: 'unknown', why: missing(stated, data) }
  if (history.hashes.length === 0) return { kind: 'work-tree' }
  if (!plan.tracked) return { kind: 'work-tree', pending: true }
  const introduced = introducedIn(history, plan.path, 0)
  if (introduced !== undefined && !history.cut.has(introduced)) return commitMoment(history, introduced, 'introduced')
  // Staged for the first time: no commit has it yet.
  if (introduced === undefined && history.whole.has(history.root[0] ?? -1)) return { kind: 'work-tree', pending: true }
  return { kind: 'unknown', why: 'the commit that introduced the plan is not in the history at hand' }
}

function commitMoment(history: History, commit: number, why: 'stated' | 'introduced'): Moment {
  const hash = history.hashes[commit] ?? ''
  return { kind: 'commit', hash, short: hash.slice(0, 7), why }
}

function missing(stated: string, data: { shallow: boolean }): string {
  return data.shallow
    ? `commit ${stated} is not in this shallow clone`
    : `commit ${stated} is not in the history of HEAD`
}
