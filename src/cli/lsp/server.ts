/** The language server: documents come in, diagnostics go out; questions are answered from the same result and model. */
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { CodeAction, CompletionItem, DocumentSymbol, Hover, InitializeParams, Range } from 'vscode-languageserver'
import type { TextDocument as Document } from 'vscode-languageserver-textdocument'
import type { Plan } from '../../plan/bind-types.ts'
import { version } from '../version.ts'
import type { Services } from '../runtime/services.ts'
import { actionsFor, diagnosticsOf, rangeOf, bomLength } from './diagnostics.ts'
import {
  createDocumentLinter,
  type EditorSettings,
  type DocumentLinter,
  type DocumentResult
} from './document-linter.ts'
import { demandsAt, missingFields, missingSections, type Suggestion, type Symbol, symbolsOf } from './knowledge.ts'
import { createPace, type Pace } from './pace.ts'

/** `SymbolKind.String`, as Markdown's own symbols are, and `SymbolKind.Event`. */
const symbolKinds = { section: 15, unit: 24 } as const
/** `CompletionItemKind.Field` and `.Struct`. */
const completionKinds = { field: 5, section: 22 } as const

interface Open {
  pace: Pace
  result: DocumentResult
  /** The text that the result is of. */
  linted?: string
  plan?: { text: string; plan: Promise<Plan | undefined> }
}

/** Serves an editor over standard input and output until it hangs up. */
export async function serveLsp(
  home: string,
  env: Record<string, string | undefined>,
  services: Services,
  dataOnly: boolean
): Promise<never> {
  const [protocol, { pageText }] = await Promise.all([import('./protocol.ts'), import('../pages.ts')])
  const connection = protocol.createConnection(protocol.ProposedFeatures.all, process.stdin, process.stdout)
  const documents = new protocol.TextDocuments(protocol.TextDocument)
  const open = new Map<string, Open>()
  const settings: EditorSettings = { enable: true, dataOnly }
  /** The text of an open file. */
  const textOf = (file: string): string | undefined => documents.get(pathToFileURL(file).href)?.getText()
  let folder = home
  let linter: DocumentLinter = createDocumentLinter(home, env, services, settings, textOf)
  let hasRelated = false

  connection.onInitialize(params => {
    Object.assign(settings, settingsIn(params.initializationOptions, dataOnly))
    folder = folderOf(params) ?? home
    linter = createDocumentLinter(folder, env, services, settings, textOf)
    hasRelated = params.capabilities.textDocument?.publishDiagnostics?.relatedInformation === true
    return {
      serverInfo: { name: 'planlint', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: protocol.TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: [protocol.CodeActionKind.QuickFix] },
        hoverProvider: true,
        documentSymbolProvider: true,
        completionProvider: { triggerCharacters: ['#', '*', ' '] }
      }
    }
  })

  const lint = async (uri: string): Promise<void> => {
    const [document, state] = [documents.get(uri), open.get(uri)]
    if (!document || !state) return
    const text = document.getText()
    const result = await linter.lint(fileOf(uri), text)
    // Closed meanwhile.
    if (open.get(uri) !== state) return
    Object.assign(state, { result, linted: text })
    await connection.sendDiagnostics({
      uri,
      version: document.version,
      diagnostics: diagnosticsOf(result, uri, hasRelated, file => pathToFileURL(path.resolve(folder, file)).href)
    })
  }

  const planOf = (document: Document): Promise<Plan | undefined> => {
    const state = open.get(document.uri)
    const text = document.getText()
    if (state?.plan?.text === text) return state.plan.plan
    const plan = linter.plan(fileOf(document.uri), text)
    if (state) state.plan = { text, plan }
    return plan
  }

  /** Plans of which this file is a part are judged anew. */
  const touchOthers = (uri: string): void => {
    const file = fileOf(uri)
    for (const [other, { pace, result }] of open)
      if (other !== uri && file !== undefined && result.beside?.includes(file)) pace.touch()
  }

  documents.onDidOpen(({ document: { uri } }) => {
    const pace = createPace(() => lint(uri))
    open.set(uri, { pace, result: { findings: [], fatalErrors: [] } })
    pace.now()
  })
  documents.onDidChangeContent(({ document: { uri } }) => {
    const state = open.get(uri)
    // The first comes with opening.
    if (state?.linted !== undefined) state.pace.touch()
    touchOthers(uri)
  })
  documents.onDidSave(({ document: { uri } }) => open.get(uri)?.pace.now())
  documents.onDidClose(({ document: { uri } }) => {
    open.get(uri)?.pace.drop()
    open.delete(uri)
    touchOthers(uri)
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })
  const again = (): void => {
    linter.forget()
    for (const { pace } of open.values()) pace.touch()
  }
  connection.onDidChangeWatchedFiles(again)
  connection.onDidChangeConfiguration(({ settings: given }) => {
    Object.assign(settings, settingsIn((given as { planlint?: unknown } | null)?.planlint, dataOnly))
    again()
  })

  connection.onCodeAction(async ({ textDocument: { uri }, range, context }): Promise<CodeAction[]> => {
    const [document, state] = [documents.get(uri), open.get(uri)]
    if (!document || !state) return []
    // Edits are of the text that was judged.
    if (state.linted !== document.getText()) await lint(uri)
    return actionsFor(state.result, range, context.diagnostics, document)
  })

  connection.onHover(async ({ textDocument: { uri }, position }): Promise<Hover | undefined> => {
    const [document, state] = [documents.get(uri), open.get(uri)]
    if (!document || !state) return undefined
    const here = state.result.findings.filter(({ place }) => isIn(rangeOf(place), position))
    const pages = [...new Set(here.map(({ rule }) => rule))].flatMap(rule => pageText(rule) ?? [])
    const plan = pages.length > 0 ? undefined : await planOf(document)
    const demands = plan && demandsAt(plan, document.offsetAt(position) - bomLength(document))
    const parts = demands === undefined ? pages : [demands]
    return parts.length === 0
      ? undefined
      : { contents: { kind: protocol.MarkupKind.Markdown, value: parts.join('\n\n---\n\n') } }
  })

  connection.onDocumentSymbol(async ({ textDocument: { uri } }): Promise<DocumentSymbol[]> => {
    const document = documents.get(uri)
    const plan = document && (await planOf(document))
    return plan ? symbolsOf(plan).map(symbol => toSymbol(symbol, document)) : []
  })

  connection.onCompletion(async ({ textDocument: { uri }, position }): Promise<CompletionItem[]> => {
    const document = documents.get(uri)
    const plan = document && (await planOf(document))
    if (!plan) return []
    const range = { start: { line: position.line, character: 0 }, end: position }
    const line = document.getText(range)
    const level = line.length - line.replace(/^#+/, '').length
    const offset = document.offsetAt(position) - bomLength(document)
    const isHeading = level > 0 && level <= 6
    if (!isHeading && !/^[\w ]{0,40}$/.test(line.replace(/^[\s>*+-]+/, ''))) return []
    const found = isHeading ? missingSections(plan, level) : missingFields(plan, offset)
    const bullet = isHeading ? '' : (/^\s*(?:[-*+] )?/.exec(line)?.[0] ?? '')
    return found.map(suggestion => toItem(suggestion, range, bullet))
  })

  documents.listen(connection)
  connection.listen()
  // The connection ends the process when the editor hangs up.
  return new Promise<never>(() => undefined)
}

function settingsIn(given: unknown, dataOnly: boolean): EditorSettings {
  const { enable, profile, configPath, configJs } = (
    typeof given === 'object' && given !== null ? given : {}
  ) as Record<string, unknown>
  return {
    enable: enable !== false,
    dataOnly: dataOnly || configJs === false,
    ...(typeof profile === 'string' && profile !== '' ? { profile } : {}),
    ...(typeof configPath === 'string' && configPath !== '' ? { config: configPath } : {})
  }
}

function folderOf({ workspaceFolders, rootUri }: InitializeParams): string | undefined {
  const uri = workspaceFolders?.[0]?.uri ?? rootUri
  return uri === null || uri === undefined ? undefined : fileOf(uri)
}

/** @returns undefined where it is no file: a text without a name yet, or from elsewhere */
function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined
  } catch {
    return undefined
  }
}

function isIn(
  { start, end }: ReturnType<typeof rangeOf>,
  { line, character }: { line: number; character: number }
): boolean {
  const isAfter = line > start.line || (line === start.line && character >= start.character)
  return isAfter && (line < end.line || (line === end.line && character <= end.character))
}

function toSymbol({ name, detail, kind, span, place, children }: Symbol, document: Document): DocumentSymbol {
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
