import type { FileReport, Finding, Place, Related, RunReport, Trouble } from '../types.ts'
import { clean, cleanLines, cleanPath, disarm } from './text/clean.ts'
import { firstLineSpan, showLine, splitLines } from './text/frame.ts'
import { planLikeWords, remarkFiles, remarksOf, stateWords } from './remarks.ts'
import { createStyle, type Paint, type Style } from './text/style.ts'
import { capFindings, isFixable, shownFindings, tally, tallyFindings } from './tally.ts'
import type { Reporter, ReportOptions } from './types.ts'
import { caveats, duration, examinedWords, judgedBy, plural, severities, verdict } from './text/words.ts'
import { wrap } from './text/wrap.ts'

/** Beyond these a person no longer reads; errors come first. */
const maxPerFile = 50
const maxPerRun = 200
const linesBefore = 2
const linesAfter = 1

/** What one file's blocks share. */
interface Context {
  path: string
  lines: string[] | null
  /** Columns of the line numbers. */
  gutter: number
  width: number
  style: Style
}

/** The default format: for a person at a terminal. */
export const stylish: Reporter = (report, options) => {
  const style = createStyle(options)
  const blocks: string[] = []
  let room = maxPerRun
  for (const file of report.files) {
    const shown = capFindings(shownFindings(file, options), Math.min(room, maxPerFile))
    room -= shown.length
    const block = fileBlock(file, shown, options, style)
    if (block !== '') blocks.push(block)
  }
  const own = report.troubles.map(trouble => troubleLine(trouble, style))
  if (own.length > 0) blocks.push(own.join('\n'))
  const remarks = remarkLines(report, style)
  if (remarks.length > 0) blocks.push(remarks.join('\n'))
  return [...blocks, summary(report, options, style)].join('\n\n') + '\n'
}

function fileBlock(file: FileReport, shown: Finding[], options: ReportOptions, style: Style): string {
  const hidden = shownFindings(file, options).length - shown.length
  if (shown.length + hidden + file.troubles.length === 0) return ''
  const context = contextOf(file, shown, options, style)
  const parts = [fileHeading(file, style)]
  for (const trouble of file.troubles) parts.push(troubleBlock(trouble, context))
  for (const finding of shown) parts.push(findingBlock(finding, context))
  if (hidden > 0) parts.push(style.faint(`  … ${plural(hidden, 'more problem')} in this file, not shown`))
  return parts.join('\n\n')
}

/** What became of files without a verdict, and notes, each once for all files that it is true of. */
function remarkLines(report: RunReport, style: Style): string[] {
  return remarksOf(report).map(remark => {
    const { kind, text, named, isOfAll, isPlanLike } = remark
    if (isPlanLike) return `${style.warning('not judged:')} ${planLikeWords(remark, cleanPath)}`
    const files = isOfAll ? '' : style.faint(` (${remarkFiles(remark, cleanPath)})`)
    const word = kind === 'note' ? 'note' : stateWords[kind]
    const paint = kind === 'not-judged' && named.length > 0 ? style.warning : style.accent
    return `${paint(`${word}:`)} ${clean(text)}${files}`
  })
}

function fileHeading(file: FileReport, style: Style): string {
  const words: string[] = []
  words.push(file.state === 'judged' ? judgedBy(file) : stateWords[file.state])
  if (file.findings.length > 0) words.push(severities(tallyFindings(file.findings)))
  if (file.troubles.length > 0) words.push(plural(file.troubles.length, 'failure'))
  return `${style.strong(cleanPath(file.path))}  ${style.faint(words.join(' · '))}`
}

function contextOf(file: FileReport, shown: Finding[], options: ReportOptions, style: Style): Context {
  const lines = file.source === undefined ? null : splitLines(file.source)
  const last = Math.max(1, ...shown.flatMap(linesOf), ...file.troubles.map(trouble => trouble.line ?? 1))
  const gutter = Math.max(3, String(lines ? Math.min(last + linesAfter, lines.length) : last).length)
  const width = Number.isFinite(options.width) && options.width >= 40 ? options.width : 120
  return { path: cleanPath(file.path), lines, gutter, width, style }
}

function linesOf(finding: Finding): number[] {
  return [finding.place.start.line, ...(finding.related ?? []).map(related => related.place.start.line)]
}

function findingBlock(finding: Finding, context: Context): string {
  const { style } = context
  const paint = style[finding.severity]
  const rows = frame(finding.place, context, paint, '^')
  for (const related of finding.related ?? []) rows.push(...relatedRows(related, context))
  const suffix = [style.faint(`[${clean(finding.rule)}]`), ...(isFixable(finding) ? [style.success('fixable')] : [])]
  rows.push(
    `${elbow(context, '╰─')} ${paint(`${finding.severity}:`)} ${style.strong(clean(finding.message))} ${suffix.join(' ')}`
  )
  const indent = ' '.repeat(context.gutter + 5)
  if (finding.help !== undefined) rows.push(...helpRows(finding.help, indent, context))
  if (finding.url !== '') rows.push(`${indent}${style.faint('see:')}  ${style.link(clean(finding.url))}`)
  return rows.join('\n')
}

function helpRows(help: string, indent: string, context: Context): string[] {
  const room = Math.max(30, context.width - indent.length - 6)
  return cleanLines(help)
    .flatMap(line => wrap(line, room))
    .map((line, index) => `${indent}${index === 0 ? context.style.accent('help:') : '     '} ${disarm(line)}`)
}

/** Location, context and underline of a place; only the location where the text is not at hand. */
function frame(place: Place, context: Context, paint: Paint, mark: string): string[] {
  const { line, column } = place.start
  const rows = [`${elbow(context, '╭─')} ${location(context, line, column)}`]
  if (!context.lines || context.lines[line - 1] === undefined) return rows
  const isBlank = (number: number) => (context.lines?.[number - 1] ?? '').trim() === ''
  const before = range(line - linesBefore, line - 1)
  while (before[0] !== undefined && isBlank(before[0])) before.shift()
  const after = range(line + 1, line + linesAfter)
  while (after.length > 0 && isBlank(after.at(-1) ?? 0)) after.pop()
  rows.push(...before.map(number => sourceRow(number, context)))
  rows.push(...markedRows(place, context, paint, mark))
  rows.push(...after.map(number => sourceRow(number, context)))
  return rows
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

function relatedRows(related: Related, context: Context): string[] {
  const { line, column } = related.place.start
  const head = `${elbow(context, '├─')} ${location(context, line, column)} ${context.style.accent(clean(related.message))}`
  return [head, ...markedRows(related.place, context, context.style.accent, '~')]
}

/** The line that a place begins on, and what underlines it. */
function markedRows(place: Place, context: Context, paint: Paint, mark: string): string[] {
  const source = context.lines?.[place.start.line - 1]
  if (source === undefined) return []
  const shown = showLine(source, context.width - context.gutter - 3, firstLineSpan(place, source))
  const { indent, length } = shown.mark ?? { indent: 0, length: 1 }
  const tail = place.end.line > place.start.line ? context.style.faint(` to line ${place.end.line}`) : ''
  return [
    row(String(place.start.line), shown.text, context),
    row('', ' '.repeat(indent) + paint(mark.repeat(length)) + tail, context)
  ]
}

function sourceRow(number: number, context: Context): string {
  const source = context.lines?.[number - 1] ?? ''
  return row(String(number), context.style.faint(showLine(source, context.width - context.gutter - 3).text), context)
}

function row(number: string, text: string, context: Context): string {
  return `${context.style.faint(`${number.padStart(context.gutter)} │`)} ${text}`.trimEnd()
}

function elbow(context: Context, corner: string): string {
  return context.style.faint(' '.repeat(context.gutter + 1) + corner)
}

function location(context: Context, line: number, column: number): string {
  return context.style.accent(`${context.path}:${line}:${column}`)
}

function troubleBlock(trouble: Trouble, context: Context): string {
  const { line, column = 1 } = trouble
  if (line === undefined) return troubleLine(trouble, context.style)
  const point = { line, column, offset: 0 }
  const rows = frame({ start: point, end: point }, context, context.style.error, '^')
  return [...rows, `${elbow(context, '╰─')} ${troubleWords(trouble, context.style)}`].join('\n')
}

function troubleLine(trouble: Trouble, style: Style): string {
  return `  ${style.error('✖')} ${troubleWords(trouble, style)}`
}

function troubleWords(trouble: Trouble, style: Style): string {
  const rule = trouble.rule === undefined ? '' : `, rule ${clean(trouble.rule)}`
  return `${style.error('fatal:')} ${style.strong(clean(trouble.message))} ${style.faint(`[${clean(trouble.code)}${rule}]`)}`
}

function summary(report: RunReport, options: ReportOptions, style: Style): string {
  const counts = tally(report)
  const warns = caveats(counts, options)
  const isClean = counts.errors + counts.warnings + warns.length === 0 && counts.sound > 0
  const paint = isClean ? style.success : counts.errors + warns.length > 0 ? style.error : style.warning
  const lines = [paint(`${isClean ? '✔' : counts.errors + warns.length > 0 ? '✖' : '⚠'} ${verdict(report, options)}`)]
  lines.push(...warns.map(text => style.error(`✖ ${text}`)))
  if (counts.judged > 0) lines.push(style.faint(`  examined ${examinedWords(report)} · ${duration(report.elapsed)}`))
  return lines.join('\n')
}
