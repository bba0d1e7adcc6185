import type { RunReport } from '../types.ts'
import { clean, cleanPath } from './text/clean.ts'
import { profileUses, noteWords, otherWords, remarksOf, remarkWords } from './remarks.ts'
import type { Remark } from './remarks.ts'
import { shownFindings, tally } from './tally.ts'
import type { Format, ReportOptions } from './types.ts'
import { comparisonWords, tooManyWarnings } from './text/words.ts'

/** `path:line:col: severity: message [rule]`, one line each: for vim, emacs and problem matchers; what is no problem is `info`. */
export const compact: Format = {
  summary: 'One line per problem for vim, emacs and problem matchers',
  isForPeople: true,
  render
}

function render(report: RunReport, options: ReportOptions): string {
  const lines: string[] = []
  for (const file of report.files) {
    const path = cleanPath(file.path)
    for (const { code, message, line = 1, column = 1 } of file.fatalErrors) {
      lines.push(`${path}:${line}:${column}: error: ${clean(message)} [${clean(code)}]`)
    }
    for (const { place, severity, message, rule } of shownFindings(file, options)) {
      lines.push(`${path}:${place.start.line}:${place.start.column}: ${severity}: ${clean(message)} [${clean(rule)}]`)
    }
  }
  for (const { code, message } of report.fatalErrors) lines.push(`planlint: error: ${clean(message)} [${clean(code)}]`)
  for (const words of tooManyWarnings(tally(report), options)) lines.push(`planlint: error: ${words} [max-warnings]`)
  for (const { words } of profileUses(report, cleanPath)) lines.push(`planlint: info: ${words} [judged]`)
  lines.push(...remarksOf(report).flatMap(remarkLines))
  if (report.compare) lines.push(`planlint: info: ${comparisonWords(report)}`)
  return lines.map(line => `${line}\n`).join('')
}

function remarkLines(remark: Remark): string[] {
  if (remark.kind === 'note') return [`planlint: info: ${noteWords(remark, clean, cleanPath)} [note]`]
  return [
    ...remark.named.map(
      path => `${cleanPath(path)}:1:1: info: ${clean(remarkWords(remark.kind, remark.text))} [${remark.kind}]`
    ),
    ...(remark.others.length > 0 ? [`planlint: info: ${clean(otherWords(remark, cleanPath))} [${remark.kind}]`] : [])
  ]
}
