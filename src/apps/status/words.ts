/** The words that every format uses. */
import { stateWords } from '../../report/remarks.ts'
import { andMore, plural } from '../../report/text/words.ts'
import { groupBy } from '../../util/group.ts'
import { daysSince } from './rows.ts'
import type { LastChange, PassedOver, Progress, Reason, Standing, StatusReport, StatusRow } from './types.ts'

export const standingWords: Record<Standing, string> = {
  stuck: 'Needs a look',
  open: 'Open',
  draft: 'Draft',
  done: 'Done'
}

/** `3 errors`, `2 open questions`, `no change for 31 days`; of a plan that was not judged, why: text that may be hostile. */
export function reasonWords(reason: Reason, row: StatusRow, now: number): string {
  if (reason === 'errors') return plural(row.errors, 'error')
  if (reason === 'questions') return plural(row.questions.open, 'open question')
  if (reason === 'stale') return `no change for ${plural(row.changed ? daysSince(row.changed, now) : 0, 'day')}`
  if (reason === 'unjudged') return `${stateWords['not-judged']}: ${row.unjudged}`
  return reason === 'shared' ? 'shares files with another open plan' : 'could not be read'
}

/** A plan's profile, and how sure that is where it is not: `task-plan (likely)`. */
export function profileOf({ profile, recognised }: Pick<StatusRow, 'profile' | 'recognised'>): string | null {
  return profile !== null && recognised === 'likely' ? `${profile} (likely)` : profile
}

/** Files that are no rows, together with those that are none for the same reason. Paths and words may be hostile. */
export function passedOverGroups({ passedOver }: StatusReport): { words: string; paths: string[] }[] {
  const groups = groupBy(passedOver, ({ state, reason }) => `${stateWords[state]}: ${reason}`)
  return [...groups].map(([words, files]) => ({ words, paths: files.map(({ path }) => path) }))
}

/** So many of a group are named where room is dear. */
const mostNamed = 10

/** `a.md, b.md and 4 more`. */
export function namedPaths(paths: readonly string[], show: (path: string) => string): string {
  return andMore(paths.map(show), mostNamed)
}

export const passedOverTitle = 'Not in the table'

/** `4/6`, or `–` where there is nothing to count. */
export function share({ done, total }: { done: number; total: number }): string {
  return total === 0 ? '–' : `${done}/${total}`
}

/** `6`, or `6 (4 done)` where some have boxes; `2 stories, 6 (4 done), 1 optional`. */
export function stepWords({
  steps: { total, tracked, done, optional },
  stories
}: Pick<StatusRow, 'steps' | 'stories'>): string {
  return [
    ...(stories === undefined ? [] : [`${stories} ${stories === 1 ? 'story' : 'stories'}`]),
    ...(total === 0 && stories !== undefined ? [] : [tracked === 0 ? String(total) : `${total} (${done} done)`]),
    ...(optional === undefined ? [] : [`${optional.total} optional`])
  ].join(', ')
}

/** `boxes 3 → 7 of 9, errors 4 → 0`, `new`, or nothing where nothing moved; a status may be hostile. */
export function trendWords(row: StatusRow): string {
  const { before } = row
  if (before === undefined) return ''
  if (before === null) return 'new'
  const moved = (name: string, was: number, now: number, of = ''): string[] =>
    was === now ? [] : [`${name} ${was} → ${now}${of}`]
  const { boxes, questions, errors, warnings, status } = row
  return [
    ...(before.status === status ? [] : [`${before.status ?? 'no status'} → ${status ?? 'no status'}`]),
    ...(before.boxes.total === boxes.total
      ? moved('boxes', before.boxes.done, boxes.done, ` of ${boxes.total}`)
      : [`boxes ${share(before.boxes)} → ${share(boxes)}`]),
    ...moved('open questions', before.questions.open, questions.open),
    ...moved('errors', before.errors, errors),
    ...moved('warnings', before.warnings, warnings)
  ].join(', ')
}

/** Of all plans together: `2 new plans, boxes 3/9 → 7/9, errors 4 → 0`; nothing where nothing moved. */
export function totalTrend({ rows }: StatusReport): string {
  const known = rows.filter(row => row.before)
  const fresh = rows.length - known.length
  const sum = (of: (row: Progress) => number): [number, number] => [
    known.reduce((all, row) => all + of(row.before!), 0),
    rows.reduce((all, row) => all + of(row), 0)
  ]
  const moved = (name: string, [before, now]: [number, number]): string[] =>
    before === now ? [] : [`${name} ${before} → ${now}`]
  const [done, total] = [sum(row => row.boxes.done), sum(row => row.boxes.total)]
  return [
    ...(fresh > 0 ? [plural(fresh, 'new plan')] : []),
    ...(done[0] === done[1] && total[0] === total[1]
      ? []
      : [`boxes ${share({ done: done[0], total: total[0] })} → ${share({ done: done[1], total: total[1] })}`]),
    ...moved(
      'open questions',
      sum(row => row.questions.open)
    ),
    ...moved(
      'errors',
      sum(row => row.errors)
    ),
    ...moved(
      'warnings',
      sum(row => row.warnings)
    )
  ].join(', ')
}

/** `2026-11-21`, with a mark where no commit says it. */
export function dateWords(changed: LastChange | null): string {
  if (!changed) return '–'
  return `${new Date(changed.time).toISOString().slice(0, 10)}${changed.from === 'file' ? '*' : ''}`
}

export const fileDateNote = '* not committed: the time of the file'

/** `4 plans in 9 files`, where some plans are several files. */
export function planCount({ rows }: StatusReport): string {
  const files = rows.reduce((sum, row) => sum + (row.files?.length ?? 1), 0)
  return `${plural(rows.length, 'plan')}${files > rows.length ? ` in ${files} files` : ''}`
}

/** `4 plans: 1 needs a look, 2 open, 1 done; 3 other files: 1 excluded, 2 not judged`. */
export function summaryWords(report: StatusReport): string {
  const others = passedOverWords(report.passedOver)
  return `${planWords(report)}${others === '' ? '' : `; ${others}`}`
}

function passedOverWords(files: readonly PassedOver[]): string {
  if (files.length === 0) return ''
  const parts = (['excluded', 'not-judged'] as const)
    .map(state => ({ state, count: files.filter(file => file.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${stateWords[state]}`)
  return `${plural(files.length, 'other file')}: ${parts.join(', ')}`
}

function planWords(report: StatusReport): string {
  const { rows } = report
  const count = (standing: Standing): number => rows.filter(row => row.standing === standing).length
  const [stuck, open, draft, done] = [count('stuck'), count('open'), count('draft'), count('done')]
  const parts = [
    ...(stuck > 0 ? [`${stuck} ${stuck === 1 ? 'needs' : 'need'} a look`] : []),
    ...(open > 0 ? [`${open} open`] : []),
    ...(draft > 0 ? [plural(draft, 'draft')] : []),
    ...(done > 0 ? [`${done} done`] : [])
  ]
  return parts.length > 0 ? `${planCount(report)}: ${parts.join(', ')}` : planCount(report)
}
