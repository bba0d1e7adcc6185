import { clean, cleanPath, shorten } from '../../report/text/clean.ts'
import { textWidth } from '../../report/text/width.ts'
import type { StatusReport, StatusRow } from './types.ts'
import {
  dateWords,
  fileDateNote,
  namedPaths,
  passedOverGroups,
  passedOverTitle,
  profileOf,
  reasonWords,
  share,
  stepWords,
  summaryWords,
  totalTrend,
  trendWords
} from './words.ts'

const head = ['Plan', 'Profile', 'Status', 'Steps', 'Boxes', 'Questions', 'Errors', 'Warnings', 'Changed']
/** Columns of numbers. */
const toTheRight = new Set([3, 4, 5, 6, 7])

/** The table for a terminal: one line for each plan, then what needs a look. */
export function statusText(report: StatusReport): string {
  if (report.rows.length + report.passedOver.length === 0) return ''
  return (
    [
      ...table(report),
      ...looks(report),
      ...trend(report),
      ...shared(report),
      ...others(report),
      ...notes(report),
      summaryWords(report)
    ].join('\n\n') + '\n'
  )
}

function table(report: StatusReport): string[] {
  if (report.rows.length === 0) return []
  const cells = [head, ...report.rows.map(cellsOf)]
  const widths = head.map((_, column) => Math.max(...cells.map(row => textWidth(row[column]!))))
  const lines = cells.map(row =>
    row
      .map((cell, column) => pad(cell, widths[column]!, toTheRight.has(column)))
      .join('  ')
      .trimEnd()
  )
  return [lines.join('\n')]
}

function cellsOf(row: StatusRow): string[] {
  return [
    cleanPath(row.path),
    clean(profileOf(row) ?? '–'),
    shorten(clean(row.status ?? '–'), 28),
    stepWords(row),
    share(row.boxes),
    row.questions.total === 0 ? '–' : `${row.questions.open} open`,
    String(row.errors),
    String(row.warnings),
    dateWords(row.changed)
  ]
}

function pad(text: string, width: number, isRight: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - textWidth(text)))
  return isRight ? blanks + text : text + blanks
}

function looks({ rows, now }: StatusReport): string[] {
  const stuck = rows.filter(row => row.standing === 'stuck')
  if (stuck.length === 0) return []
  return [
    [
      'Needs a look:',
      ...stuck.map(
        row => `  ${cleanPath(row.path)}: ${row.reasons.map(reason => clean(reasonWords(reason, row, now))).join(', ')}`
      )
    ].join('\n')
  ]
}

function trend(report: StatusReport): string[] {
  const { rows, since } = report
  if (since === undefined) return []
  const moved = rows.flatMap(row => {
    const words = trendWords(row)
    return words === '' ? [] : [`  ${cleanPath(row.path)}: ${clean(words)}`]
  })
  const all = totalTrend(report)
  return [[`Since ${clean(since)}${all === '' ? ': nothing moved' : `: ${all}`}`, ...moved].join('\n')]
}

function shared({ shared: paths }: StatusReport): string[] {
  if (paths.length === 0) return []
  return [
    [
      'Changed by several open plans:',
      ...paths.map(
        ({ path, plans }) =>
          `  ${cleanPath(path)}: ${plans.map(plan => `${cleanPath(plan.path)} (${clean(plan.mark)})`).join(', ')}`
      )
    ].join('\n')
  ]
}

function others(report: StatusReport): string[] {
  const lines = passedOverGroups(report).map(
    ({ words, paths }) => `  ${clean(words)} (${namedPaths(paths, cleanPath)})`
  )
  return lines.length === 0 ? [] : [[`${passedOverTitle}:`, ...lines].join('\n')]
}

function notes({ rows, notes: said }: StatusReport): string[] {
  return [...(rows.some(row => row.changed?.from === 'file') ? [fileDateNote] : []), ...said.map(clean)]
}
