/** The documents that an editor has open: when each is judged, what became of it, and the plan that it is. */
import type { Connection, TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Plan } from '../../plan/bind-types.ts'
import { diagnosticsOf } from './diagnostics.ts'
import type { DocumentResult } from './document-linter.ts'
import { createPace, type Pace } from './pace.ts'
import { fileOf, type Session } from './session.ts'

export interface OpenDocuments {
  /** @returns the document with its last result; undefined where it is not open */
  get(uri: string): { document: TextDocument; result: DocumentResult } | undefined
  /** As `get`, with the result of the text as it is now. */
  judged(uri: string): Promise<{ document: TextDocument; result: DocumentResult } | undefined>
  /** @returns the plan that the text is now; undefined where it is none */
  planOf(document: TextDocument): Promise<Plan | undefined>
}

interface Open {
  pace: Pace
  result: DocumentResult
  /** The text that the result is of. */
  linted?: string
  plan?: { text: string; plan: Promise<Plan | undefined> }
}

/** Follows what the editor opens, changes, saves and closes, and sends it what there is to say. */
export function followDocuments(
  session: Session,
  connection: Connection,
  documents: TextDocuments<TextDocument>
): OpenDocuments {
  const open = new Map<string, Open>()

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
  connection.onDidChangeWatchedFiles(lintAll)
  connection.onDidChangeConfiguration(({ settings }) => {
    session.configure((settings as { planlint?: unknown } | null)?.planlint)
    lintAll()
  })
  return { get, judged, planOf }

  async function lint(uri: string): Promise<void> {
    const [document, state] = [documents.get(uri), open.get(uri)]
    if (!document || !state) return
    const text = document.getText()
    const result = await session.linter().lint(fileOf(uri), text)
    // Closed meanwhile.
    if (open.get(uri) !== state) return
    Object.assign(state, { result, linted: text })
    const diagnostics = diagnosticsOf(result, uri, session.hasRelated(), session.uriOf)
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics })
  }

  function lintAll(): void {
    session.linter().forget()
    for (const { pace } of open.values()) pace.touch()
  }

  /** Plans of which this file is a part are judged anew. */
  function touchOthers(uri: string): void {
    const file = fileOf(uri)
    for (const [other, { pace, result }] of open)
      if (other !== uri && file !== undefined && result.beside?.includes(file)) pace.touch()
  }

  function get(uri: string): ReturnType<OpenDocuments['get']> {
    const [document, state] = [documents.get(uri), open.get(uri)]
    return document && state && { document, result: state.result }
  }

  async function judged(uri: string): ReturnType<OpenDocuments['judged']> {
    const [document, state] = [documents.get(uri), open.get(uri)]
    if (!document || !state) return undefined
    if (state.linted !== document.getText()) await lint(uri)
    return { document, result: state.result }
  }

  function planOf(document: TextDocument): Promise<Plan | undefined> {
    const state = open.get(document.uri)
    const text = document.getText()
    if (state?.plan?.text === text) return state.plan.plan
    const plan = session.linter().plan(fileOf(document.uri), text)
    if (state) state.plan = { text, plan }
    return plan
  }
}
