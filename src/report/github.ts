import type { FileReport, Finding, Place, RunReport, FatalError } from '../types.ts'
import { clean, cleanLines, cleanPath, disarm } from './text/clean.ts'
import { noteWords, otherWords, remarksOf, remarkWords } from './remarks.ts'
import type { Remark } from './remarks.ts'
import { shownFindings, tally } from './tally.ts'
import type { Format, ReportOptions } from './types.ts'
import { plural, profileWords, severities, summaryLine, tooManyWarnings } from './text/words.ts'

/** GitHub shows this many annotations of each level per step and drops the rest without a word. */
const maxPerLevel = 10

interface Annotation {
  level: 'error' | 'warning' | 'notice'
  title: string
  text: string
  path?: string
  place?: Place
}

/** Workflow commands that become annotations on a pull request, then one line with the counts. */
export const github: Format = {
  summary: 'Annotations on the lines of a pull request in GitHub Actions',
  render
}

function render(report: RunReport, options: ReportOptions): string {
  const all = annotationsOf(report, options)
  const errors = all.filter(annotation => annotation.level === 'error')
  const warnings = all.filter(annotation => annotation.level === 'warning')
  const shown = [...errors.slice(0, maxPerLevel), ...warnings.slice(0, maxPerLevel)]
  const rest = {
    errors: Math.max(0, errors.length - maxPerLevel),
    warnings: Math.max(0, warnings.length - maxPerLevel)
  }
  if (rest.errors + rest.warnings > 0) {
    shown.push({
      level: 'notice',
      title: 'planlint',
      text: `${plural(rest.errors + rest.warnings, 'more problem')} without annotation (${severities(rest)})`
    })
  }
  const remarks = remarksOf(report)
  const notices = remarks.flatMap(noticesOf)
  shown.push(...notices.slice(0, maxPerLevel - 1))
  const lines = [
    ...shown.map(command),
    ...notices.slice(maxPerLevel - 1).map(({ path = '', text }) => disarm(`${cleanPath(path)}: ${text}`)),
    ...remarks.filter(({ others }) => others.length > 0).map(remark => disarm(clean(otherWords(remark, cleanPath)))),
    closing(report, options)
  ]
  return lines.map(line => `${line}\n`).join('')
}

function closing(report: RunReport, options: ReportOptions): string {
  const profiles = profileWords(report)
  return `${summaryLine(report, options)}${profiles === '' ? '' : ` · ${profiles}`}`
}

/** What was not judged stands at the file; a note once for all plans. */
function noticesOf(remark: Remark): Annotation[] {
  const title = `planlint: ${remark.kind}`
  if (remark.kind === 'note') return [{ level: 'notice', title, text: noteWords(remark, clean, cleanPath) }]
  return remark.named.map(path => ({
    level: 'notice',
    title,
    text: clean(remarkWords(remark.kind, remark.text)),
    path
  }))
}

function annotationsOf(report: RunReport, options: ReportOptions): Annotation[] {
  return [
    ...report.fatalErrors.map(fatal => fatalAnnotation(fatal)),
    ...tooManyWarnings(tally(report), options).map(text => ({
      level: 'error' as const,
      title: 'planlint: max-warnings',
      text
    })),
    ...report.files.flatMap(file => file.fatalErrors.map(fatal => fatalAnnotation(fatal, file))),
    ...report.files.flatMap(file => shownFindings(file, options).map(finding => findingAnnotation(finding, file)))
  ]
}

function findingAnnotation({ severity, rule, message, help, place }: Finding, file: FileReport): Annotation {
  const text = help === undefined ? clean(message) : [clean(message), ...cleanLines(help)].join('\n')
  return { level: severity, title: `planlint: ${clean(rule)}`, text, path: file.path, place }
}

function fatalAnnotation({ code, message, line, column = 1 }: FatalError, file?: FileReport): Annotation {
  const annotation: Annotation = { level: 'error', title: `planlint: ${clean(code)}`, text: clean(message) }
  if (file) annotation.path = file.path
  if (file && line !== undefined) {
    const point = { line, column, offset: 0 }
    annotation.place = { start: point, end: point }
  }
  return annotation
}

/** `::error file=…,line=…::text`, as the official actions toolkit writes it. */
function command({ level, title, text, path, place }: Annotation): string {
  const properties: [string, string][] = []
  if (path !== undefined) properties.push(['file', clean(path)])
  if (place) properties.push(...positions(place))
  properties.push(['title', title])
  return `::${level} ${properties.map(([key, value]) => `${key}=${escapeProperty(value)}`).join(',')}::${escapeData(text)}`
}

/** Columns count only where a place stays on one line. */
function positions({ start, end }: Place): [string, string][] {
  const lines: [string, string][] = [
    ['line', String(start.line)],
    ['endLine', String(end.line)]
  ]
  if (start.line !== end.line) return lines
  return [...lines, ['col', String(start.column)], ['endColumn', String(end.column)]]
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
