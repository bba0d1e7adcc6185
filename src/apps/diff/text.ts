import { clean, cleanPath } from '../../report/text/clean.ts'
import { createStyle, type Style } from '../../report/text/style.ts'
import type { PlanComparison, DiffReport, Discrepancy } from './types.ts'
import { failures, happenedWords, hasNothingInCommon, resultWords } from './words.ts'

/** More of one group no one reads at a terminal. */
const mostShown = 100

/** For a person at a terminal. */
export function diffText(report: DiffReport, options: { color: boolean }): string {
  const style = createStyle({ color: options.color, hyperlinks: false })
  const { plan, base, contradictions, unplanned, untouched, planned, allowed, notCompared } = report
  const line = ({ place }: PlanComparison['untouched'][number]): string => style.faint(`line ${place.start.line}`)
  const blocks = [
    `${style.strong(cleanPath(plan))}  ${style.faint(`against ${clean(base.ref)} (${base.commit.slice(0, 7)})`)}`,
    group(
      'Not as planned',
      'contradiction',
      contradictions.map(each => [each.path, each.message, line(each.planned)]),
      report,
      style
    ),
    group(
      'Changed, but not planned',
      'unplanned',
      unplanned.map(each => [each.path, happenedWords(each)]),
      report,
      style
    ),
    group(
      'Planned, but not changed',
      'untouched',
      untouched.map(each => [each.path, each.mark ?? '', line(each)]),
      report,
      style
    ),
    group(
      'As planned',
      undefined,
      planned.map(each => [each.path, happenedWords(each)]),
      report,
      style
    ),
    group(
      'Left out',
      undefined,
      allowed.map(each => [each.path, each.why]),
      report,
      style
    ),
    group(
      'Not compared',
      undefined,
      notCompared.map(each => [each.path, each.why, line(each)]),
      report,
      style
    ),
    report.notes.map(note => `${style.accent('note:')} ${clean(note)}`).join('\n'),
    `${failures(report) > 0 ? style.error('✖') : hasNothingInCommon(report) ? style.warning('⚠') : style.success('✔')} ${resultWords(report)}`
  ]
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`
}

function group(
  title: string,
  kind: Discrepancy | undefined,
  rows: string[][],
  { failOn }: DiffReport,
  style: Style
): string {
  if (rows.length === 0) return ''
  const paint = kind === undefined ? style.faint : failOn.includes(kind) ? style.error : style.warning
  const shown = rows.slice(0, mostShown)
  const width = Math.min(60, Math.max(...shown.map(([path = '']) => path.length)))
  const lines = shown.map(([path = '', said = '', where = '']) =>
    `  ${cleanPath(path).padEnd(width)}  ${clean(said)}${where === '' ? '' : `${said === '' ? '' : ' · '}${where}`}`.trimEnd()
  )
  if (rows.length > shown.length) lines.push(`  … and ${rows.length - shown.length} more`)
  return [paint(`${title} (${rows.length})`), ...lines].join('\n')
}
