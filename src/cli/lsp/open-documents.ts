/** The documents that an editor has open: when each is judged, what became of it, and the plan that it is. */
import type { Connection, TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Plan } from '../../plan/bind-types.ts'
import { diagnosticsOf } from './diagnostics.ts'
import type { DocumentResult } from './document-linter.ts'
import { createPace, type Pace } from './pace.ts'
import { fileOf, type Session } from './session.ts'

/** An open document with its last result. */
interface Judged {
  document: TextDocument
  result: DocumentResult
}

interface Open {
  pace: Pace
  result: DocumentResult
  /** The text that the result is of. */
  linted?: string
  plan?: { text: string; plan: Promise<Plan | undefined> }
}

/** Follows what the editor opens, changes, saves and closes, and sends it what there is to say. */
export class OpenDocuments {
  readonly #session: Session
  readonly #connection: Connection
  readonly #documents: TextDocuments<TextDocument>
  readonly #open = new Map<string, Open>()

  constructor(session: Session, connection: Connection, documents: TextDocuments<TextDocument>) {
    this.#session = session
    this.#connection = connection
    this.#documents = documents
    documents.onDidOpen(({ document }) => this.#begin(document.uri))
    documents.onDidChangeContent(({ document }) => this.#change(document.uri))
    documents.onDidSave(({ document }) => this.#open.get(document.uri)?.pace.now())
    documents.onDidClose(({ document }) => this.#end(document.uri))
    connection.onDidChangeWatchedFiles(() => this.#lintAll())
    connection.onDidChangeConfiguration(({ settings }) => {
      session.configure((settings as { planlint?: unknown } | null)?.planlint)
      this.#lintAll()
    })
  }

  /** @returns undefined where it is not open */
  get(uri: string): Judged | undefined {
    const [document, state] = [this.#documents.get(uri), this.#open.get(uri)]
    return document && state && { document, result: state.result }
  }

  /** As `get`, with the result of the text as it is now. */
  async judged(uri: string): Promise<Judged | undefined> {
    const [document, state] = [this.#documents.get(uri), this.#open.get(uri)]
    if (!document || !state) return undefined
    if (state.linted !== document.getText()) await this.#lint(uri)
    return { document, result: state.result }
  }

  /** @returns the plan that the text is now; undefined where it is none */
  planOf(document: TextDocument): Promise<Plan | undefined> {
    const state = this.#open.get(document.uri)
    const text = document.getText()
    if (state?.plan?.text === text) return state.plan.plan
    const plan = this.#session.linter().plan(fileOf(document.uri), text)
    if (state) state.plan = { text, plan }
    return plan
  }

  #begin(uri: string): void {
    const pace = createPace(() => this.#lint(uri))
    this.#open.set(uri, { pace, result: { findings: [], fatalErrors: [] } })
    pace.now()
  }

  #change(uri: string): void {
    const state = this.#open.get(uri)
    // The first comes with opening.
    if (state?.linted !== undefined) state.pace.touch()
    this.#touchOthers(uri)
  }

  #end(uri: string): void {
    this.#open.get(uri)?.pace.drop()
    this.#open.delete(uri)
    this.#touchOthers(uri)
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] })
  }

  async #lint(uri: string): Promise<void> {
    const [document, state] = [this.#documents.get(uri), this.#open.get(uri)]
    if (!document || !state) return
    const text = document.getText()
    const session = this.#session
    const result = await session.linter().lint(fileOf(uri), text)
    // Closed meanwhile.
    if (this.#open.get(uri) !== state) return
    Object.assign(state, { result, linted: text })
    const diagnostics = diagnosticsOf(result, uri, session.hasRelated(), session.uriOf)
    await this.#connection.sendDiagnostics({ uri, version: document.version, diagnostics })
  }

  #lintAll(): void {
    this.#session.linter().forget()
    for (const { pace } of this.#open.values()) pace.touch()
  }

  /** Plans of which this file is a part are judged anew. */
  #touchOthers(uri: string): void {
    const file = fileOf(uri)
    for (const [other, { pace, result }] of this.#open)
      if (other !== uri && file !== undefined && result.beside?.includes(file)) pace.touch()
  }
}
