/** What an editor asks of an open document, answered in the protocol's words from its result and its plan. */
import type { CompletionItem, DocumentSymbol, Position, Range } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Plan } from '../../plan/bind-types.ts'
import type { Finding } from '../../types.ts'
import { bomLength, rangeOf } from './diagnostics.ts'
import { demandsAt, missingFields, missingSections, symbolsOf, type Suggestion, type Symbol } from './knowledge.ts'

/** `SymbolKind.String`, as Markdown's own symbols are, and `SymbolKind.Event`. */
const symbolKinds = { section: 15, unit: 24 } as const
/** `CompletionItemKind.Field` and `.Struct`. */
const completionKinds = { field: 5, section: 22 } as const

/** @returns the rules that found something here, each once */
export function rulesAt(findings: readonly Finding[], position: Position): string[] {
  const here = findings.filter(({ place }) => isIn(rangeOf(place), position))
  return [...new Set(here.map(({ rule }) => rule))]
}

/** @returns what the profile demands of the title here, in Markdown; undefined where no title of the plan is */
export function demandsHere(plan: Plan, document: TextDocument, position: Position): string | undefined {
  return demandsAt(plan, offsetOf(document, position))
}

export function documentSymbols(plan: Plan, document: TextDocument): DocumentSymbol[] {
  return symbolsOf(plan).map(symbol => toSymbol(symbol, document))
}

function toSymbol({ name, detail, kind, span, place, children }: Symbol, document: TextDocument): DocumentSymbol {
  const shift = bomLength(document)
  const title = rangeOf(place)
  const end = document.positionAt(span.end + shift)
  return {
    name: name.trim() === '' ? kind : name,
    detail,
    kind: kind === 'section' ? symbolKinds.section : symbolKinds.unit,
    range: { start: title.start, end: isIn({ start: title.start, end }, title.end) ? end : title.end },
    selectionRange: title,
    children: children.map(child => toSymbol(child, document))
  }
}

/** @returns the sections that are missing where a heading begins, and the fields where a line does */
export function completions(plan: Plan, document: TextDocument, position: Position): CompletionItem[] {
  const range = { start: { line: position.line, character: 0 }, end: position }
  const line = document.getText(range)
  const level = line.length - line.replace(/^#+/, '').length
  const isHeading = level > 0 && level <= 6
  if (!isHeading && !/^[\w ]{0,40}$/.test(line.replace(/^[\s>*+-]+/, ''))) return []
  const found = isHeading ? missingSections(plan, level) : missingFields(plan, offsetOf(document, position))
  const bullet = isHeading ? '' : (/^\s*(?:[-*+] )?/.exec(line)?.[0] ?? '')
  return found.map(suggestion => toItem(suggestion, range, bullet))
}

function toItem({ label, detail, text, whole }: Suggestion, range: Range, bullet: string): CompletionItem {
  const newText = whole ?? `${bullet}${text}`
  return {
    label,
    detail,
    kind: whole === undefined ? completionKinds.field : completionKinds.section,
    filterText: whole === undefined ? `${bullet}${label}` : text,
    textEdit: { range, newText },
    ...(whole === undefined ? {} : { documentation: { kind: 'markdown', value: whole } })
  }
}

/** As places of a plan count: without a byte order mark. */
function offsetOf(document: TextDocument, position: Position): number {
  return document.offsetAt(position) - bomLength(document)
}

function isIn({ start, end }: Range, { line, character }: Position): boolean {
  const isAfter = line > start.line || (line === start.line && character >= start.character)
  return isAfter && (line < end.line || (line === end.line && character <= end.character))
}
