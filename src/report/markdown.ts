import type { FileReport, RunReport } from '../types.ts'
import { cleanLines, shorten } from './text/clean.ts'
import { escapeMarkdown } from './text/escape-markdown.ts'
import { planLikeWords, remarkFiles, remarksOf, stateWords } from './remarks.ts'
import type { Remark } from './remarks.ts'
import { capGroups, countFindings, foldFindings, lineWords, newWords } from './fold.ts'
import { mendedMarkdown } from './mended.ts'
import type { FindingGroup } from './fold.ts'
import { hasTooManyWarnings, shownFindings, tally, tallyFindings } from './tally.ts'
import type { Format, ReportOptions } from './types.ts'
import { isWebAddress } from './text/uri.ts'
import { andMore, caveats, duration, examinedWords, plural, severities, summaryLine } from './text/words.ts'

/** GitHub takes 65,536 characters in a comment; the closing lines need some of them. */
const maxCharacters = 60_000
const maxFatalCharacters = 10_000
const maxRemarks = 10
const maxPerFile = 50
/** Files with few problems stand open. */
const maxOpen = 5
const maxPlaces = 40

/** A summary for a pull-request comment or a step summary. The first line lets a bot find its own comment again. */
export const markdown: Format = {
  summary: 'Summary for a pull-request comment or a step summary',
  showsSource: true,
  render
}

function render(report: RunReport, options: ReportOptions): string {
  const counts = tally(report)
  const isFailed = counts.errors + counts.fatalErrors > 0 || hasTooManyWarnings(counts, options)
  const isDoubtful = counts.warnings > 0 || counts.sound === 0
  const mark = isFailed ? '❌' : isDoubtful ? '⚠️' : '✅'
  const parts = ['<!-- planlint -->', `### ${mark} planlint: ${summaryLine(report, options, escapeMarkdown)}`]
  parts.push(...caveats(counts, options).map(text => `**${text}**`))
  const fatalErrors = fatalList(report)
  if (fatalErrors !== '') parts.push(fatalErrors)
  const remarks = remarkList(report)
  if (remarks !== '') parts.push(remarks)
  parts.push(...mendedMarkdown(report, options))
  parts.push(...fileParts(report, options, maxCharacters - parts.join('\n\n').length))
  parts.push(`<sub>examined ${escapeMarkdown(examinedWords(report))} · ${duration(report.elapsed)}</sub>`)
  return `${parts.join('\n\n')}\n`
}

function fatalList(report: RunReport): string {
  const items = [
    ...report.fatalErrors.map(fatal => ({ where: '', ...fatal })),
    ...report.files.flatMap(file => file.fatalErrors.map(fatal => ({ where: `${file.path}: `, ...fatal })))
  ]
  const shown: string[] = []
  let left = maxFatalCharacters
  for (const { where, message, code } of items) {
    const line = `- ${escapeMarkdown(shorten(`${where}${message}`, 300))} (${escapeMarkdown(shorten(code, 60))})`
    left -= line.length
    if (left < 0) break
    shown.push(line)
  }
  if (items.length > shown.length) shown.push(`- ${items.length - shown.length} more`)
  return shown.join('\n')
}

function remarkList(report: RunReport): string {
  const lines = remarksOf(report).map(remarkLine)
  const shown = lines.slice(0, maxRemarks)
  if (lines.length > shown.length) shown.push(`- ${lines.length - shown.length} more`)
  return shown.join('\n')
}

function remarkLine(remark: Remark): string {
  if (remark.isPlanLike)
    return `- **${stateWords['not-judged']}**: ${planLikeWords(remark, path => escapeMarkdown(shorten(path, 100)))}`
  const kind = remark.kind === 'note' ? 'note' : stateWords[remark.kind]
  const files = remark.isOfAll ? '' : ` (${remarkFiles(remark, path => escapeMarkdown(shorten(path, 100)))})`
  return `- **${kind}**: ${escapeMarkdown(shorten(remark.text, 300))}${files}`
}

function fileParts(report: RunReport, options: ReportOptions, budget: number): string[] {
  const parts: string[] = []
  let left = budget
  let skipped = 0
  for (const file of report.files) {
    const part = fileDetails(file, options)
    if (part === '') continue
    if (part.length > left) skipped++
    else {
      parts.push(part)
      left -= part.length + 2
    }
  }
  if (skipped > 0) parts.push(`… and ${plural(skipped, 'more plan')} with problems`)
  return parts
}

function fileDetails(file: FileReport, options: ReportOptions): string {
  const all = foldFindings(shownFindings(file, options))
  if (all.length === 0) return ''
  const shown = capGroups(all, maxPerFile)
  const hidden = countFindings(all) - countFindings(shown)
  const words = severities(tallyFindings(file.findings))
  return [
    `<details${all.length <= maxOpen ? ' open' : ''}><summary><b>${escapeMarkdown(file.path)}</b> · ${words}</summary>`,
    '',
    '| line | | problem | rule |',
    '| ---: | --- | --- | --- |',
    ...shown.map(groupRow),
    ...(hidden > 0 ? ['', `… and ${plural(hidden, 'more problem')} in this plan`] : []),
    '',
    '</details>'
  ].join('\n')
}

function groupRow(group: FindingGroup): string {
  const { place, severity, message, help, rules, url, related, places, fixable, findings } = group
  const lines = [`**${escapeMarkdown(message)}**`]
  if (places.length > 0) lines.push(shortMarkdown(places))
  for (const other of related)
    lines.push(
      `${other.path === undefined ? '' : `${escapeMarkdown(other.path)} `}${lineWords(other)}: ${escapeMarkdown(other.message)}`
    )
  if (help !== undefined) lines.push(...cleanLines(help).map(escapeMarkdown))
  if (fixable > 0) lines.push(`${fixable < findings.length ? `_${fixable} of them_ ` : ''}_fixable with_ \`--fix\``)
  const fresh = newWords(group)
  const mark = `${severity === 'error' ? '❌ error' : '⚠️ warning'}${fresh === '' ? '' : `<br>_${fresh}_`}`
  return `| ${place.start.line} | ${mark} | ${lines.join('<br>')} | ${rules.map(rule => ruleLink(rule, url)).join(' ')} |`
}

/** A row of a table holds so many places. */
function shortMarkdown(places: readonly string[]): string {
  return escapeMarkdown(andMore(places, maxPlaces, '; '))
}

/** Only plain web addresses become links. */
function ruleLink(rule: string, url: string): string {
  return isWebAddress(url) ? `[${escapeMarkdown(rule)}](<${url}>)` : escapeMarkdown(rule)
}
