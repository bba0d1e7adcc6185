/** The language server: documents come in, diagnostics go out; questions are answered from the same result and model. */
import { pathToFileURL } from 'node:url'
import type { Connection, ServerCapabilities } from 'vscode-languageserver'
import { version } from '../version.ts'
import type { Services } from '../runtime/services.ts'
import { completions, demandsHere, documentSymbols, rulesAt } from './answers.ts'
import { actionsFor } from './diagnostics.ts'
import { OpenDocuments } from './open-documents.ts'
import type * as Protocol from './protocol.ts'
import { createSession } from './session.ts'

/**
 * Serves an editor over standard input and output until it hangs up: the connection then ends the process.
 *
 * @param home the working directory, absolute: the folder where the editor names none
 * @param env the environment, for git
 * @param dataOnly configurations that are programs are refused, whatever the editor's settings say
 */
export async function serveLsp(
  home: string,
  env: Record<string, string | undefined>,
  services: Services,
  dataOnly: boolean
): Promise<never> {
  const [protocol, { pageText }] = await Promise.all([import('./protocol.ts'), import('../pages.ts')])
  const connection = protocol.createConnection(protocol.ProposedFeatures.all, process.stdin, process.stdout)
  const documents = new protocol.TextDocuments(protocol.TextDocument)
  const textOf = (file: string): string | undefined => documents.get(pathToFileURL(file).href)?.getText()
  const session = createSession({ cwd: home, env, services }, dataOnly, textOf)

  connection.onInitialize(params => {
    session.begin(params)
    return { serverInfo: { name: 'planlint', version }, capabilities: capabilitiesOf(protocol) }
  })
  answerQuestions(connection, new OpenDocuments(session, connection, documents), pageText)
  documents.listen(connection)
  connection.listen()
  return new Promise<never>(() => undefined)
}

function capabilitiesOf({ TextDocumentSyncKind, CodeActionKind }: typeof Protocol): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    hoverProvider: true,
    documentSymbolProvider: true,
    completionProvider: { triggerCharacters: ['#', '*', ' '] }
  }
}

/** @param pageText the page of a rule, in Markdown */
function answerQuestions(
  connection: Connection,
  open: OpenDocuments,
  pageText: (rule: string) => string | undefined
): void {
  connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
    // Edits are of the text that was judged.
    const found = await open.judged(uri)
    return found ? actionsFor(found.result, range, context.diagnostics, found.document) : []
  })

  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const found = open.get(uri)
    if (!found) return undefined
    const pages = rulesAt(found.result.findings, position).flatMap(rule => pageText(rule) ?? [])
    const plan = pages.length > 0 ? undefined : await open.planOf(found.document)
    const demands = plan && demandsHere(plan, found.document, position)
    const parts = demands === undefined ? pages : [demands]
    return parts.length === 0 ? undefined : { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') } }
  })

  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
    const found = open.get(uri)
    const plan = found && (await open.planOf(found.document))
    return plan ? documentSymbols(plan, found.document) : []
  })

  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    const found = open.get(uri)
    const plan = found && (await open.planOf(found.document))
    return plan ? completions(plan, found.document, position) : []
  })
}
