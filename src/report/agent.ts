import type { FileReport, RunReport } from '../types.ts'
import { clean, cleanLines, cleanPath, shorten } from './text/clean.ts'
import { isMeant, noteWords, otherWords, remarksOf, remarkWords } from './remarks.ts'
import type { Remark } from './remarks.ts'
import { capGroups, countFindings, foldFindings, lineWords } from './fold.ts'
import type { FindingGroup } from './fold.ts'
import { hasTooManyWarnings, shownFindings, tally, type Tally } from './tally.ts'
import type { Format, ReportOptions } from './types.ts'
import { caveats, examinedWords, plural, summaryLine } from './text/words.ts'

/** An agent fixes some and asks again: more lines only fill its context. */
const maxLines = 50
const maxText = 300
/** What several findings are called together names them all. */
const maxList = 2000

/** One line per finding, or for several of a kind, with its remedy, errors first where capped, counts last. */
export const agent: Format = {
  summary: 'One short line per problem with its remedy, for an LLM agent',
  render
}

function render(report: RunReport, options: ReportOptions): string {
  const groups = new Map(report.files.map(file => [file, foldFindings(shownFindings(file, options))]))
  const all = [...groups.values()].flat()
  const kept = capGroups(all, maxLines)
  const isKept = new Set(kept)
  const lines = report.files.flatMap(file =>
    fileLines(
      file,
      groups.get(file)!.filter(group => isKept.has(group))
    )
  )
  lines.push(...report.fatalErrors.map(fatal => `planlint: fatal ${clean(fatal.code)}: ${short(fatal.message)}`))
  lines.push(...remarksOf(report).flatMap(remarkLines))
  lines.push(...closing(report, countFindings(all) - countFindings(kept), options))
  return lines.map(line => `${line}\n`).join('')
}

function fileLines(file: FileReport, groups: readonly FindingGroup[]): string[] {
  const path = cleanPath(file.path)
  const fatalErrors = file.fatalErrors.map(
    ({ code, message, line = 1, column = 1 }) => `${path}:${line}:${column} fatal ${clean(code)}: ${short(message)}`
  )
  return [...fatalErrors, ...groups.map(group => groupLine(path, group))]
}

function groupLine(path: string, group: FindingGroup): string {
  const { line, column } = group.place.start
  const message = [group.message, ...(group.places.length > 0 ? [group.places.join('; ')] : [])].join(': ')
  const related = group.related.map(
    second =>
      ` (${second.path === undefined ? '' : `${cleanPath(second.path)} `}${lineWords(second)}: ${short(second.message)})`
  )
  const remedy = group.help === undefined ? '' : ` -> ${short(cleanLines(group.help).join(' '))}`
  return `${path}:${line}:${column} ${group.severity} ${clean(group.rules.join(', '))}: ${shorten(clean(message), group.findings.length > 1 ? maxList : maxText)}${related.join('')}${remedy}${fixWords(group)}`
}

function fixWords({ fixable, findings }: FindingGroup): string {
  if (fixable === 0) return ''
  return fixable === findings.length
    ? ` [planlint --fix does ${fixable === 1 ? 'this' : 'these'}]`
    : ` [planlint --fix does ${fixable} of these]`
}

/** What was not judged is no pass, whatever else was. */
function remarkLines(remark: Remark): string[] {
  if (remark.kind === 'note') return [`note: ${noteWords(remark, short, cleanPath)}`]
  const own = remark.named
    .slice(0, maxLines)
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
  const isClean = counts.errors === 0 && !hasTooManyWarnings(counts, options) && counts.fatalErrors === 0
  if (counts.judged > 0 && isAllJudged && isClean) lines.push(passedWords(counts))
  if (hidden > 0) lines.push(`${plural(hidden, 'more problem')} not shown: mend these first, then run planlint again`)
  return [...lines, `${summaryLine(report, options)}; examined ${examinedWords(report)}`]
}

/** What was silenced has not passed, and the file as it lies has not where fixes were only tried. */
function passedWords({ silenced, fixed }: Tally): string {
  const fixes = fixed?.isDryRun && fixed.count > 0 ? ` after ${plural(fixed.count, 'fix', 'fixes')} (not written)` : ''
  return `passed${fixes}${silenced === 0 ? '' : `, with ${plural(silenced, 'finding')} silenced`}`
}

function short(text: string): string {
  return shorten(clean(text), maxText)
}
