/** Findings as an editor takes them: diagnostics, and code actions for those. */
import type { CodeAction, Diagnostic, Range, TextEdit } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Finding, Fix, Place, Related, FatalError } from '../../types.ts'
import type { DocumentResult } from './document-linter.ts'

/** Offsets of findings don't count a byte order mark; an editor's text may have one. */
export function bomLength(document: TextDocument): number {
  return document.getText().startsWith('\uFEFF') ? 1 : 0
}

export function rangeOf({ start, end }: Place): Range {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 }
  }
}

/**
 * @param hasRelated The editor shows second places by itself; in others they are part of the message.
 * @param uriOf The address of a file that a second place stands in.
 */
export function diagnosticsOf(
  { findings, fatalErrors, around = [] }: DocumentResult,
  uri: string,
  hasRelated: boolean,
  uriOf: (path: string) => string
): Diagnostic[] {
  return [
    ...fatalErrors.map(fatal => ofFatalError(fatal, 1)),
    ...around.map(fatal => ofFatalError(fatal, 2)),
    ...findings.map(finding => ofFinding(finding, uri, hasRelated, uriOf))
  ]
}

function ofFinding(finding: Finding, uri: string, hasRelated: boolean, uriOf: (path: string) => string): Diagnostic {
  const { rule, severity, message, help, place, url, related = [] } = finding
  const [second] = hasRelated ? [] : related
  return {
    range: rangeOf(place),
    severity: severity === 'error' ? 1 : 2,
    source: 'remark-lint',
    code: rule,
    codeDescription: { href: url },
    message: [message, ...(second ? [inWords(second)] : []), ...(help === undefined ? [] : [help])].join('\n'),
    ...(hasRelated && related.length > 0
      ? {
          relatedInformation: related.map(each => ({
            location: { uri: each.path === undefined ? uri : uriOf(each.path), range: rangeOf(each.place) },
            message: each.message
          }))
        }
      : {})
  }
}

function inWords({ message, path, place: { start } }: Related): string {
  return `${message} (${path === undefined ? '' : `${path}:`}${start.line}:${start.column})`
}

function ofFatalError({ code, message, line = 1, column = 1 }: FatalError, severity: 1 | 2): Diagnostic {
  const at = { line: line - 1, character: column - 1 }
  return { range: { start: at, end: at }, severity, source: 'planlint', code, message }
}

/** What fixes the findings that touch a range: what is surely right is preferred, skeletons and suggestions are offered. */
export function actionsFor(
  { findings }: DocumentResult,
  range: Range,
  given: readonly Diagnostic[],
  document: TextDocument
): CodeAction[] {
  return findings
    .filter(finding => touches(rangeOf(finding.place), range))
    .flatMap(finding =>
      (finding.fixes ?? []).map((fix): CodeAction => {
        const diagnostics = given.filter(
          each => each.code === finding.rule && sameStart(each.range, rangeOf(finding.place))
        )
        return {
          title: fix.title,
          kind: 'quickfix',
          ...(diagnostics.length > 0 ? { diagnostics } : {}),
          ...(fix.safe ? { isPreferred: true } : {}),
          edit: { changes: { [document.uri]: editsOf(fix, document) } }
        }
      })
    )
}

function editsOf({ edits }: Fix, document: TextDocument): TextEdit[] {
  const shift = bomLength(document)
  return edits.map(({ start, end, text }) => ({
    range: { start: document.positionAt(start + shift), end: document.positionAt(end + shift) },
    newText: text
  }))
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start)
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}

function sameStart(a: Range, b: Range): boolean {
  return a.start.line === b.start.line && a.start.character === b.start.character
}
