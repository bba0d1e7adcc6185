/** The report on one text, whatever became of it. */
import { examine } from '../plan/examined.ts'
import type { Selection } from '../detect/select.ts'
import type { FileReport, StateOf, Trouble, UnjudgedFile } from '../types.ts'
import type { TreeResult } from './lint-tree.ts'
import { pleaseReport } from './rule.ts'

/** The report on a text whose tree was linted. */
export function reportOf(result: TreeResult, path: string, source: string): FileReport {
  const { plan, selection } = result
  return {
    path,
    ...stateOf(selection),
    profileScore: selection.score,
    status: plan?.status?.value ?? null,
    examined: examine(plan),
    findings: result.findings,
    troubles: result.troubles,
    notes: result.notes,
    source
  }
}

function stateOf({ profile, by, excluded, unknown }: Selection): StateOf {
  if (profile) return { state: 'judged', profile: profile.name, recognised: by === 'detection' ? 'certain' : 'named' }
  if (excluded) return { state: 'excluded', profile: null, reason: excluded }
  const reason = unknown === undefined ? 'no profile recognises it as a plan' : `unknown profile "${unknown}"`
  return { state: 'not-judged', profile: null, reason }
}

/** The report on a text that could not be judged. */
export function unjudged(source: string, { path = '<text>' }: { path?: string }, trouble: Trouble): UnjudgedFile {
  return {
    path,
    state: 'not-judged',
    reason: trouble.message,
    profile: null,
    profileScore: 0,
    status: null,
    examined: { sections: 0, steps: 0, commands: 0, files: 0, checkboxes: 0 },
    findings: [],
    troubles: [trouble],
    notes: [],
    source
  }
}

/** Trouble for what was thrown. */
export function crash(error: unknown): Trouble {
  return {
    code: 'crash',
    message: `planlint crashed on this file: ${error instanceof Error ? error.message : String(error)}; ${pleaseReport}`
  }
}
