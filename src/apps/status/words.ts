/** The words that every format uses. */
import { plural } from '../../report/words.ts'
import { daysSince } from './rows.ts'
import type { LastChange, Reason, Standing, StatusReport, StatusRow } from './types.ts'

export const standingWords: Record<Standing, string> = {
  stuck: 'Needs a look',
  open: 'Open',
  draft: 'Draft',
  done: 'Done'
}

/** `3 errors`, `2 open questions`, `no change for 31 days`. */
export function reasonWords(reason: Reason, row: StatusRow, now: number): string {
  if (reason === 'errors') return plural(row.errors, 'error')
  if (reason === 'questions') return plural(row.questions.open, 'open question')
  if (reason === 'stale') return `no change for ${plural(row.changed ? daysSince(row.changed, now) : 0, 'day')}`
  return reason === 'shared' ? 'shares files with another open plan' : 'could not be read'
}

/** `4/6`, or `–` where there is nothing to count. */
export function share({ done, total }: { done: number; total: number }): string {
  return total === 0 ? '–' : `${done}/${total}`
}

/** `6`, or `6 (4 done)` where some have boxes. */
export function stepWords({ total, tracked, done }: StatusRow['steps']): string {
  return tracked === 0 ? String(total) : `${total} (${done} done)`
}

/** `2026-11-21`, with a mark where no commit says it. */
export function dateWords(changed: LastChange | null): string {
  if (!changed) return '–'
  return `${new Date(changed.time).toISOString().slice(0, 10)}${changed.from === 'file' ? '*' : ''}`
}

export const fileDateNote = '* not committed: the time of the file'

/** `4 plans: 1 needs a look, 2 open, 1 done`. */
export function summaryWords({ rows }: StatusReport): string {
  const count = (standing: Standing): number => rows.filter(row => row.standing === standing).length
  const [stuck, open, draft, done] = [count('stuck'), count('open'), count('draft'), count('done')]
  const parts = [
    ...(stuck > 0 ? [`${stuck} ${stuck === 1 ? 'needs' : 'need'} a look`] : []),
    ...(open > 0 ? [`${open} open`] : []),
    ...(draft > 0 ? [plural(draft, 'draft')] : []),
    ...(done > 0 ? [`${done} done`] : [])
  ]
  return parts.length > 0 ? `${plural(rows.length, 'plan')}: ${parts.join(', ')}` : plural(rows.length, 'plan')
}
