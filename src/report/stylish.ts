import type { Format, ReportOptions } from './types.ts'
import type { RunReport, FileReport, FatalError } from '../types.ts'
import { createStyle, type Style } from './text/style.ts'
import { isRemarked, remarksOf, planLikeWords, remarkFiles, stateWords } from './remarks.ts'
import { mendedText } from './mended.ts'
import { countByRule, shownFindings, tallyFindings, tally } from './tally.ts'
import { clean, cleanPath, disarm, cleanLines } from './text/clean.ts'
import { severities, plural, profileLabel, caveats, summaryLine, examinedWords, duration } from './text/words.ts'
import { foldFindings, capGroups, countFindings, newWords, type FindingGroup } from './fold.ts'
import { linesAfter, frame, relatedRows, elbow, type FrameContext } from './text/code-frame.ts'
import { splitLines } from './text/frame.ts'
import { wrap, wrapItems } from './text/wrap.ts'

/** Beyond these a person no longer reads; errors come first. */
const maxPerFile = 50

const maxPerRun = 200

/** Lines that a group of findings names. */
const maxPlaces = 40

/** The default format: for a person at a terminal. */
export const stylish: Format = {
  summary: 'Code frames, problems and remedies for a person at a terminal',
  isForPeople: true,
  showsSource: true,
  hasStatistics: true,
  render
}

function render(report: RunReport, options: ReportOptions): string {
  const style = createStyle(options)
  const blocks = options.statistics ? statistics(report, options, style) : fileBlocks(report, options, style)
  const own = report.fatalErrors.filter(each => !isRemarked(each, report)).map(each => fatalLine(each, style))
  if (own.length > 0) blocks.push(own.join('\n'))
  const remarks = remarkLines(report, style)
  if (remarks.length > 0) blocks.push(remarks.join('\n'))
  blocks.push(...mendedText(report, options, style))
  return [...blocks, summary(report, options, style)].join('\n\n') + '\n'
}

/** One line for each rule, and what could not be judged. */
function statistics(report: RunReport, options: ReportOptions, style: Style): string[] {
  const counts = countByRule(report, options)
  const number = Math.max(0, ...counts.map(({ errors, warnings }) => String(errors + warnings).length))
  const name = Math.max(0, ...counts.map(({ rule }) => rule.length))
  const lines = counts.map(({ rule, errors, warnings, fixable }) => {
    const total = String(errors + warnings).padStart(number + 2)
    const fix = fixable > 0 ? `  ${style.success(`${fixable} fixable`)}` : ''
    return `${style.strong(total)}  ${clean(rule).padEnd(name)}  ${style.faint(severities({ errors, warnings }))}${fix}`
  })
  const broken = report.files
    .filter(file => file.fatalErrors.length > 0)
    .map(file => fileBlock(file, [], 0, options, style))
  return [...(lines.length > 0 ? [lines.join('\n')] : []), ...broken]
}

function fileBlocks(report: RunReport, options: ReportOptions, style: Style): string[] {
  const blocks: string[] = []
  let room = maxPerRun
  for (const file of report.files) {
    const all = foldFindings(shownFindings(file, options))
    const shown = capGroups(all, Math.min(room, maxPerFile))
    room -= shown.length
    const block = fileBlock(file, shown, countFindings(all) - countFindings(shown), options, style)
    if (block !== '') blocks.push(block)
  }
  return blocks
}

function fileBlock(
  file: FileReport,
  shown: FindingGroup[],
  hidden: number,
  options: ReportOptions,
  style: Style
): string {
  if (shown.length + hidden + file.fatalErrors.length === 0) return ''
  const context = contextOf(file, shown, options, style)
  const parts = [fileHeading(file, style)]
  for (const fatal of file.fatalErrors) parts.push(fatalBlock(fatal, context))
  for (const group of shown) parts.push(groupBlock(group, context))
  if (hidden > 0) parts.push(style.faint(`  … ${plural(hidden, 'more problem')} in this file, not shown`))
  return parts.join('\n\n')
}

/** What became of files without a result, and notes, each once for all files that it is true of. */
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
  words.push(file.state === 'judged' ? profileLabel(file) : stateWords[file.state])
  if (file.findings.length > 0) words.push(severities(tallyFindings(file.findings)))
  if (file.fatalErrors.length > 0) words.push(plural(file.fatalErrors.length, 'failure'))
  return `${style.strong(cleanPath(file.path))}  ${style.faint(words.join(' · '))}`
}

function contextOf(file: FileReport, shown: FindingGroup[], options: ReportOptions, style: Style): FrameContext {
  const lines = file.source === undefined ? null : splitLines(file.source)
  const last = Math.max(1, ...shown.flatMap(shownLines), ...file.fatalErrors.map(fatal => fatal.line ?? 1))
  const gutter = Math.max(3, String(lines ? Math.min(last + linesAfter, lines.length) : last).length)
  const width = Number.isFinite(options.width) && options.width >= 40 ? options.width : 120
  return { path: cleanPath(file.path), lines, gutter, width, style }
}

/** The lines whose numbers are shown. */
function shownLines({ place, related }: FindingGroup): number[] {
  const own = related.filter(({ path }) => path === undefined)
  return [place, ...own.flatMap(({ places }) => places)].map(({ start }) => start.line)
}

function groupBlock(group: FindingGroup, context: FrameContext): string {
  const { style } = context
  const { severity, findings, fixable } = group
  const paint = style[severity]
  const rows = frame(group.place, context, paint)
  for (const second of group.related) rows.push(...relatedRows(second, context))
  const rules = style.faint(`[${clean(group.rules.join(', '))}]`)
  const words = fixable === findings.length ? 'fixable' : `${fixable} fixable`
  const fresh = newWords(group)
  const suffix = [
    rules,
    ...(fixable > 0 ? [style.success(words)] : []),
    ...(fresh === '' ? [] : [style.accent(fresh)])
  ].join(' ')
  const indent = ' '.repeat(context.gutter + 5)
  const [head = '', ...more] =
    findings.length === 1 ? [clean(group.message)] : wrap(clean(group.message), textRoom(indent, context))
  rows.push(`${elbow(context, '╰─')} ${paint(`${severity}:`)} ${style.strong(head)}`)
  rows.push(...more.map(line => indent + style.strong(line)))
  rows.push(`${rows.pop()} ${suffix}`)
  rows.push(...wrapItems(placeItems(group), textRoom(indent, context)).map(line => indent + disarm(line)))
  if (group.help !== undefined) rows.push(...helpRows(group.help, indent, context))
  if (group.url !== '') rows.push(`${indent}${style.faint('see:')}  ${style.link(clean(group.url))}`)
  return rows.join('\n')
}

/** `line 3: "[Name]";`, one for each line of a group. */
function placeItems({ places }: FindingGroup): string[] {
  const left = places.length - maxPlaces
  return [
    ...places.slice(0, maxPlaces).map((place, i) => `${clean(place)}${i < places.length - 1 ? ';' : ''}`),
    ...(left > 0 ? [`and ${plural(left, 'more line')}`] : [])
  ]
}

function textRoom(indent: string, { width }: FrameContext): number {
  return Math.max(36, width - indent.length)
}

function helpRows(help: string, indent: string, context: FrameContext): string[] {
  return cleanLines(help)
    .flatMap(line => wrap(line, textRoom(indent, context) - 6))
    .map((line, index) => `${indent}${index === 0 ? context.style.accent('help:') : '     '} ${disarm(line)}`)
}

function fatalBlock(fatal: FatalError, context: FrameContext): string {
  const { line, column = 1 } = fatal
  if (line === undefined) return fatalLine(fatal, context.style)
  const point = { line, column, offset: 0 }
  const rows = frame({ start: point, end: point }, context, context.style.error)
  return [...rows, `${elbow(context, '╰─')} ${fatalWords(fatal, context.style)}`].join('\n')
}

function fatalLine(fatal: FatalError, style: Style): string {
  return `  ${style.error('✖')} ${fatalWords(fatal, style)}`
}

function fatalWords(fatal: FatalError, style: Style): string {
  const rule = fatal.rule === undefined ? '' : `, rule ${clean(fatal.rule)}`
  return `${style.error('fatal:')} ${style.strong(clean(fatal.message))} ${style.faint(`[${clean(fatal.code)}${rule}]`)}`
}

function summary(report: RunReport, options: ReportOptions, style: Style): string {
  const counts = tally(report)
  const warns = caveats(counts, options)
  const isClean = counts.errors + counts.warnings + warns.length === 0 && counts.sound > 0
  const paint = isClean ? style.success : counts.errors + warns.length > 0 ? style.error : style.warning
  const lines = [
    paint(`${isClean ? '✔' : counts.errors + warns.length > 0 ? '✖' : '⚠'} ${summaryLine(report, options)}`)
  ]
  lines.push(...warns.map(text => style.error(`✖ ${text}`)))
  if (counts.judged > 0) lines.push(style.faint(`  examined ${examinedWords(report)} · ${duration(report.elapsed)}`))
  return lines.join('\n')
}
