import { escapeMarkdown } from '../../report/text/escape-markdown.ts'
import type { DiffReport } from './types.ts'
import { failures, happenedWords, hasNothingInCommon, resultWords } from './words.ts'

/** GitHub takes 65,536 characters in a comment. */
const mostShown = 100

/** For a pull-request comment. The first line lets a bot find its own comment again. */
export function diffMarkdown(report: DiffReport): string {
  const { plan, base, contradictions, unplanned, untouched, planned, allowed, notCompared } = report
  const mark =
    failures(report) > 0
      ? '❌'
      : contradictions.length + unplanned.length + untouched.length > 0 || hasNothingInCommon(report)
        ? '⚠️'
        : '✅'
  const parts = [
    '<!-- planlint diff -->',
    `### ${mark} ${escapeMarkdown(plan)}: ${resultWords(report)}`,
    list(
      'Not as planned',
      contradictions.map(each => [each.path, `${each.message} (line ${each.planned.place.start.line})`]),
      true
    ),
    list(
      'Changed, but not planned',
      unplanned.map(each => [each.path, happenedWords(each)]),
      true
    ),
    list(
      'Planned, but not changed',
      untouched.map(each => [each.path, `${each.mark ?? 'planned'} (line ${each.place.start.line})`]),
      true
    ),
    list(
      'As planned',
      planned.map(each => [each.path, happenedWords(each)]),
      false
    ),
    list(
      'Left out',
      allowed.map(each => [each.path, each.why]),
      false
    ),
    list(
      'Not compared',
      notCompared.map(each => [each.path, `${each.why} (line ${each.place.start.line})`]),
      false
    ),
    ...report.notes.map(note => escapeMarkdown(note)),
    `<sub>against ${escapeMarkdown(base.ref)} (${base.commit.slice(0, 7)})</sub>`
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

function list(title: string, rows: [path: string, said: string][], isOpen: boolean): string {
  if (rows.length === 0) return ''
  const items = rows
    .slice(0, mostShown)
    .map(([path, said]) => `- ${escapeMarkdown(path.slice(0, 300))}: ${escapeMarkdown(said.slice(0, 300))}`)
  if (rows.length > items.length) items.push(`- … and ${rows.length - items.length} more`)
  return `<details${isOpen ? ' open' : ''}><summary><b>${title}</b> (${rows.length})</summary>\n\n${items.join('\n')}\n\n</details>`
}
