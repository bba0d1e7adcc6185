/** A language client over standard input and output, as small as a test needs it. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { pathToFileURL } from 'node:url'

interface Position {
  line: number
  character: number
}
export interface Range {
  start: Position
  end: Position
}
export interface Diagnostic {
  range: Range
  message: string
  severity: number
  code?: string
  source?: string
  codeDescription?: { href: string }
  data?: unknown
}
export interface CodeAction {
  title: string
  isPreferred?: boolean
  edit: { changes: Record<string, { range: Range; newText: string }[]> }
}

interface Message {
  id?: number
  method?: string
  params?: { uri?: string; version?: number; diagnostics?: Diagnostic[]; items?: unknown[] }
  result?: unknown
  error?: { message: string }
}

export interface Client {
  /** Opens a document, or gives it another text; the diagnostics of that text. */
  show(file: string, text: string): Promise<Diagnostic[]>
  actions(file: string, diagnostics: Diagnostic[]): Promise<CodeAction[]>
  format(file: string): Promise<unknown>
  /** Gives an open document another text, and does not wait. */
  change(file: string, text: string): void
  /** Diagnostics as they came, with the versions that they speak of. */
  heard: { version: number; at: number; diagnostics: Diagnostic[] }[]
  /** Processor time of the server so far, in milliseconds; undefined where the system does not tell. */
  processor(): number | undefined
  /** Sections that the server asked the settings of. */
  asked: string[]
  /** Ends the session as an editor does; the server's exit code. */
  close(): Promise<number | null>
}

/**
 * @param answer what the client says to `workspace/configuration`
 */
export async function startClient(
  command: string,
  words: string[],
  cwd: string,
  answer: unknown = null
): Promise<Client> {
  const child = spawn(command, words, { cwd, env: { ...process.env, NO_COLOR: '1' } })
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdin.on('error', () => undefined)
  const waiting = new Map<number, (message: Message) => void>()
  const published = new Map<string, (diagnostics: Diagnostic[]) => void>()
  const asked: string[] = []
  const heard: Client['heard'] = []
  let nextId = 0

  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const orEnd = <T>(what: string, promise: Promise<T>): Promise<T> =>
    Promise.race([
      promise,
      ended.then(code => {
        throw new Error(`The server ended with ${code} at ${what}: ${stderr}`)
      })
    ])
  const request = (method: string, params: unknown): Promise<unknown> => {
    const id = ++nextId
    const answered = new Promise<unknown>((resolve, reject) =>
      waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)))
    )
    send({ id, method, params })
    return orEnd(method, answered)
  }
  const onMessage = (message: Message): void => {
    const { id, method, params } = message
    if (method === undefined) waiting.get(id!)?.(message)
    else if (method === 'textDocument/publishDiagnostics') {
      heard.push({ version: params!.version!, at: Date.now(), diagnostics: params!.diagnostics! })
      published.get(`${params!.uri}#${params!.version}`)?.(params!.diagnostics!)
    } else if (method === 'workspace/configuration') {
      asked.push(...(params!.items as { section?: string }[]).map(item => String(item.section)))
      send({ id, result: params!.items!.map(() => answer) })
    } else if (id !== undefined) send({ id, result: null })
  }

  let bytes = Buffer.alloc(0)
  child.stdout.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk])
    for (;;) {
      const end = bytes.indexOf('\r\n\r\n')
      const length = Number(/content-length: *(\d+)/i.exec(bytes.toString('latin1', 0, Math.max(end, 0)))?.[1])
      if (end < 0 || bytes.length < end + 4 + length) return
      const body = bytes.toString('utf8', end + 4, end + 4 + length)
      bytes = bytes.subarray(end + 4 + length)
      onMessage(JSON.parse(body) as Message)
    }
  })

  const folder = pathToFileURL(cwd).href
  await request('initialize', {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'test' }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true } }
  })
  send({ method: 'initialized', params: {} })
  const versions = new Map<string, number>()
  return {
    asked,
    heard,
    processor() {
      const stat = `/proc/${child.pid}/stat`
      if (!fs.existsSync(stat)) return undefined
      const [user, system] = fs.readFileSync(stat, 'utf8').split(') ')[1]!.split(' ').slice(11, 13)
      // In hundredths of a second.
      return (Number(user) + Number(system)) * 10
    },
    change(file, text) {
      const uri = pathToFileURL(file).href
      const version = versions.get(uri)! + 1
      versions.set(uri, version)
      send({
        method: 'textDocument/didChange',
        params: { textDocument: { uri, version }, contentChanges: [{ text }] }
      })
    },
    async show(file, text) {
      const uri = pathToFileURL(file).href
      const version = (versions.get(uri) ?? 0) + 1
      versions.set(uri, version)
      const diagnostics = new Promise<Diagnostic[]>(resolve => published.set(`${uri}#${version}`, resolve))
      if (version === 1)
        send({
          method: 'textDocument/didOpen',
          params: { textDocument: { uri, languageId: 'markdown', version, text } }
        })
      else
        send({
          method: 'textDocument/didChange',
          params: { textDocument: { uri, version }, contentChanges: [{ text }] }
        })
      return orEnd('diagnostics', diagnostics)
    },
    actions: (file, diagnostics) =>
      request('textDocument/codeAction', {
        textDocument: { uri: pathToFileURL(file).href },
        range: diagnostics[0]!.range,
        context: { diagnostics }
      }) as Promise<CodeAction[]>,
    format: file =>
      request('textDocument/formatting', {
        textDocument: { uri: pathToFileURL(file).href },
        options: { tabSize: 2, insertSpaces: true }
      }),
    async close() {
      await request('shutdown', undefined)
      send({ method: 'exit' })
      return ended
    }
  }
}

/** The text with a code action's edits. */
export function applyAction(text: string, action: CodeAction): string {
  const lines = text.split('\n')
  const offset = ({ line, character }: Position): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character
  const edits = Object.values(action.edit.changes)
    .flat()
    .toSorted((a, b) => offset(b.range.start) - offset(a.range.start))
  return edits.reduce(
    (result, { range, newText }) => result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)),
    text
  )
}
