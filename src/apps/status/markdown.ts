import { escapeMarkdown } from '../../report/text/escape-markdown.ts'
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
  standingWords,
  stepWords,
  summaryWords,
  totalTrend,
  trendWords
} from './words.ts'

/** A table for a wiki, a comment or a step summary. */
export function statusMarkdown(report: StatusReport): string {
  const { rows, shared, since, notes, now } = report
  const parts = [`### ${summaryWords(report)}`]
  if (rows.length > 0) {
    parts.push(
      [
        '| Plan | Profile | Status | Steps | Boxes | Open questions | Errors | Warnings | Changed | Needs a look |',
        '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | --- | --- |',
        ...rows.map(row => rowLine(row, now))
      ].join('\n')
    )
  }
  if (since !== undefined) {
    const all = totalTrend(report)
    parts.push(
      [
        `**Since ${escapeMarkdown(since)}**: ${all === '' ? 'nothing moved' : all}`,
        '',
        ...rows.flatMap(row => {
          const words = trendWords(row)
          return words === '' ? [] : [`- ${escapeMarkdown(row.path)}: ${escapeMarkdown(words)}`]
        })
      ]
        .join('\n')
        .trimEnd()
    )
  }
  if (shared.length > 0) {
    parts.push(
      [
        '**Changed by several open plans**',
        '',
        ...shared.map(
          ({ path, plans }) =>
            `- ${escapeMarkdown(path)}: ${plans.map(plan => `${escapeMarkdown(plan.path)} (${escapeMarkdown(plan.mark)})`).join(', ')}`
        )
      ].join('\n')
    )
  }
  const others = passedOverGroups(report)
  if (others.length > 0) {
    const lines = others.map(({ words, paths }) => `- ${escapeMarkdown(words)} (${namedPaths(paths, escapeMarkdown)})`)
    parts.push([`**${passedOverTitle}**`, '', ...lines].join('\n'))
  }
  if (rows.some(row => row.changed?.from === 'file')) parts.push(`<sub>${fileDateNote.replace('*', '\\*')}</sub>`)
  parts.push(...notes.map(note => `<sub>${escapeMarkdown(note)}</sub>`))
  return `${parts.join('\n\n')}\n`
}

function rowLine(row: StatusRow, now: number): string {
  const cells = [
    row.title === null ? escapeMarkdown(row.path) : `${escapeMarkdown(row.title)}<br>${escapeMarkdown(row.path)}`,
    escapeMarkdown(profileOf(row) ?? '–'),
    escapeMarkdown(row.status ?? '–'),
    stepWords(row),
    share(row.boxes),
    row.questions.total === 0 ? '–' : String(row.questions.open),
    String(row.errors),
    String(row.warnings),
    dateWords(row.changed).replace('*', '\\*'),
    row.standing === 'stuck'
      ? `⚠️ ${row.reasons.map(reason => escapeMarkdown(reasonWords(reason, row, now))).join(', ')}`
      : standingWords[row.standing]
  ]
  return `| ${cells.join(' | ')} |`
}
