import type { FileReport, Finding, RunReport } from '../types.ts'
import { clean, cleanLines, cleanPath, shorten } from './text/clean.ts'
import { isMeant, noteWords, otherWords, remarksOf, remarkWords } from './remarks.ts'
import type { Remark } from './remarks.ts'
import { capFindings, hasTooManyWarnings, isFixable, shownFindings, tally } from './tally.ts'
import type { Reporter, ReportOptions } from './types.ts'
import { caveats, examinedWords, plural, verdict } from './text/words.ts'

/** An agent mends some and asks again: more lines only fill its context. */
const maxFindings = 50
const maxText = 300

/** One line per finding with its remedy, errors first where capped, counts last. */
export const agent: Reporter = (report, options) => {
  const all = report.files.flatMap(file => shownFindings(file, options))
  const kept = new Set(capFindings(all, maxFindings))
  const lines = report.files.flatMap(file => fileLines(file, kept))
  lines.push(...report.troubles.map(trouble => `planlint: fatal ${clean(trouble.code)}: ${short(trouble.message)}`))
  lines.push(...remarksOf(report).flatMap(remarkLines))
  lines.push(...closing(report, all.length - kept.size, options))
  return lines.map(line => `${line}\n`).join('')
}

function fileLines(file: FileReport, kept: Set<Finding>): string[] {
  const path = cleanPath(file.path)
  const troubles = file.troubles.map(
    ({ code, message, line = 1, column = 1 }) => `${path}:${line}:${column} fatal ${clean(code)}: ${short(message)}`
  )
  const findings = file.findings.filter(finding => kept.has(finding))
  return [...troubles, ...findings.map(finding => findingLine(path, finding))]
}

function findingLine(path: string, finding: Finding): string {
  const { line, column } = finding.place.start
  const related = (finding.related ?? []).map(({ place, message }) => ` (line ${place.start.line}: ${short(message)})`)
  const remedy = finding.help === undefined ? '' : ` -> ${short(cleanLines(finding.help).join(' '))}`
  const fixable = isFixable(finding) ? ' [planlint --fix does this]' : ''
  return `${path}:${line}:${column} ${finding.severity} ${clean(finding.rule)}: ${short(finding.message)}${related.join('')}${remedy}${fixable}`
}

/** What was not judged is no pass, whatever else was. */
function remarkLines(remark: Remark): string[] {
  if (remark.kind === 'note') return [`note: ${noteWords(remark, short, cleanPath)}`]
  const own = remark.named
    .slice(0, maxFindings)
    .map(path => `${cleanPath(path)} ${short(remarkWords(remark.kind, remark.text))}`)
  const left = remark.named.length - own.length
  return [
    ...own,
    ...(left > 0 ? [`${plural(left, 'more file')} ${short(remarkWords(remark.kind, remark.text))}`] : []),
    ...(remark.others.length > 0 ? [short(otherWords(remark, cleanPath))] : [])
  ]
}

function closing(report: RunReport, hidden: number, options: ReportOptions): string[] {
  const counts = tally(report)
  const lines = caveats(counts, options)
  const isAllJudged = !report.files.some(file => file.state === 'not-judged' && isMeant(file))
  const isClean = counts.errors === 0 && !hasTooManyWarnings(counts, options) && counts.troubles === 0
  if (counts.judged > 0 && isAllJudged && isClean) lines.push('passed')
  if (hidden > 0) lines.push(`${plural(hidden, 'more problem')} not shown: mend these first, then run planlint again`)
  return [...lines, `${verdict(report, options)}; examined ${examinedWords(report)}`]
}

function short(text: string): string {
  return shorten(clean(text), maxText)
}
