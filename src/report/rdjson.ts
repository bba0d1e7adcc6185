import type { FileReport, Finding, Fix, RunReport, FatalError } from '../types.ts'
import { clean, cleanLines, cleanPath } from './text/clean.ts'
import { jsonText } from './text/json-text.ts'
import { splitLines } from './text/frame.ts'
import { createLocator, type Locate } from './text/locate.ts'
import { profileUses, noteWords, otherWords, remarksOf, remarkWords } from './remarks.ts'
import type { Remark } from './remarks.ts'
import { shownFindings, tally } from './tally.ts'
import { comparisonWords, tooManyWarnings } from './text/words.ts'
import type { Format, ReportOptions } from './types.ts'

interface Position {
  line: number
  /** UTF-8 bytes, 1-based; left out where the text is not at hand. */
  column?: number
}

interface Range {
  start: Position
  end: Position
}

interface Diagnostic {
  message: string
  location: { path: string; range?: Range }
  severity: 'ERROR' | 'WARNING' | 'INFO'
  code: { value: string; url?: string }
  suggestions?: { range: Range; text: string }[]
}

/** Reviewdog's Diagnostic Format, https://github.com/reviewdog/reviewdog/tree/master/proto/rdf: comments on a pull request of any host. */
export const rdjson: Format = {
  summary: 'Reviewdog, for comments on the lines of a pull request anywhere',
  showsSource: true,
  render
}

function render(report: RunReport, options: ReportOptions): string {
  const diagnostics: Diagnostic[] = report.files.flatMap(file => [
    ...file.fatalErrors.map(fatal => fatalDiagnostic(fatal, file.path)),
    ...findingDiagnostics(file, options)
  ])
  diagnostics.push(...report.fatalErrors.map(fatal => fatalDiagnostic(fatal, '.')))
  for (const words of tooManyWarnings(tally(report), options))
    diagnostics.push({ ...info('max-warnings', words, '.'), severity: 'ERROR' })
  diagnostics.push(...remarksOf(report).flatMap(remarkDiagnostics))
  for (const { words, path } of profileUses(report, cleanPath)) diagnostics.push(info('judged', words, path))
  if (report.compare) diagnostics.push(info('compare', comparisonWords(report), '.'))
  return jsonText({ source: { name: 'planlint', url: 'https://github.com/planlint/planlint' }, diagnostics })
}

function findingDiagnostics(file: FileReport, options: ReportOptions): Diagnostic[] {
  const shown = shownFindings(file, options)
  if (shown.length === 0) return []
  const { source } = file
  const lines = source === undefined ? undefined : splitLines(source)
  const locate = source === undefined ? undefined : createLocator(source)
  return shown.map(finding => {
    const suggestions = locate && lines ? suggestionsOf(finding, locate, lines) : []
    return {
      message: messageOf(finding),
      location: { path: file.path, range: rangeOf(finding.place, lines) },
      severity: finding.severity === 'error' ? 'ERROR' : 'WARNING',
      code: { value: clean(finding.rule), url: finding.url },
      ...(suggestions.length > 0 ? { suggestions } : {})
    }
  })
}

function messageOf({ message, help }: Finding): string {
  return help === undefined ? clean(message) : [clean(message), ...cleanLines(help)].join('\n')
}

/** A suggestion is one replacement: fixes of several edits belong together, and are left to `--fix`. */
function suggestionsOf(
  { fixes = [] }: Finding,
  locate: Locate,
  lines: readonly string[]
): { range: Range; text: string }[] {
  const single = fixes.filter((fix: Fix) => fix.edits.length === 1 && fix.scaffold !== true)
  return single.map(({ edits: [edit] }) => ({
    range: rangeOf({ start: locate(edit!.start), end: locate(edit!.end) }, lines),
    text: edit!.text
  }))
}

function rangeOf(
  { start, end }: Record<'start' | 'end', ReturnType<Locate>>,
  lines: readonly string[] | undefined
): Range {
  return { start: positionOf(start, lines), end: positionOf(end, lines) }
}

function positionOf({ line, column }: ReturnType<Locate>, lines: readonly string[] | undefined): Position {
  const text = lines?.[line - 1]
  return text === undefined ? { line } : { line, column: utf8Length(text.slice(0, column - 1)) + 1 }
}

const encoder = new TextEncoder()

function utf8Length(text: string): number {
  return encoder.encode(text).length
}

function fatalDiagnostic({ code, message, line = 1 }: FatalError, path: string): Diagnostic {
  return {
    message: clean(message),
    location: { path, range: { start: { line }, end: { line } } },
    severity: 'ERROR',
    code: { value: clean(code) }
  }
}

/** What is no problem of a line weighs least. */
function remarkDiagnostics(remark: Remark): Diagnostic[] {
  const { kind, text, named, others } = remark
  if (kind === 'note') return [info(kind, noteWords(remark, clean, cleanPath), named[0] ?? '.')]
  return [
    ...named.map(path => info(kind, remarkWords(kind, text), path)),
    ...(others.length > 0 ? [info(kind, otherWords(remark, cleanPath), others[0]!)] : [])
  ]
}

function info(code: string, message: string, path: string): Diagnostic {
  return { message: clean(message), location: { path }, severity: 'INFO', code: { value: code } }
}
