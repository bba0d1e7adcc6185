/** What a key costs the language server, and how soon after the last one its diagnostics are there. */
import { pathToFileURL } from 'node:url'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter
} from 'vscode-languageserver-protocol/node.js'
import { makeLarge, makePlan } from './plans.ts'

export interface Typing {
  name: string
  /** Milliseconds of processor time for one key with a pause after it; NaN where the system does not tell. */
  key: number
  /** Of fifty keys in three seconds: how many texts were judged, and milliseconds from the last key to its diagnostics. */
  judged: number
  last: number
}

export async function editor(folder: string, bin: string): Promise<Typing[]> {
  const texts: [string, string][] = [
    ['9 KB', makePlan()],
    ['63 KB', makeLarge(75_000).slice(0, 63_000)],
    ['1 MB (refused)', makeLarge(1_200_000).slice(0, 1_000_000)]
  ]
  fs.mkdirSync(folder, { recursive: true })
  const child = spawn(process.execPath, [bin, 'lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin)
  )
  const heard: { version: number; at: number }[] = []
  let wake = (): void => undefined
  connection.onNotification('textDocument/publishDiagnostics', ({ version }: { version: number }) => {
    heard.push({ version, at: performance.now() })
    wake()
  })
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {}
  })
  await connection.sendNotification('initialized', {})
  const found: Typing[] = []
  for (const [name, text] of texts) {
    const uri = pathToFileURL(path.join(folder, `${name.split(' ')[0]}-plan.md`)).href
    let version = 1
    const until = async (wanted: number): Promise<void> => {
      while (heard.at(-1)?.version !== wanted) await new Promise<void>(resolve => (wake = resolve))
    }
    // As editors do, the change alone.
    const key = async (): Promise<void> => {
      const start = { line: 0, character: 0 }
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [
          version % 2 === 0
            ? { range: { start, end: start }, text: '\n' }
            : { range: { start, end: { line: 1, character: 0 } }, text: '' }
        ]
      })
    }
    heard.length = 0
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version, text }
    })
    await until(1)
    const costs: number[] = []
    for (let i = 0; i < 20; i++) {
      const before = processorOf(child.pid!)
      await key()
      await until(version)
      if (i >= 10) costs.push(processorOf(child.pid!) - before)
    }
    heard.length = 0
    for (let i = 0; i < 50; i++) {
      await key()
      if (i < 49) await setTimeout(60)
    }
    const end = performance.now()
    await until(version)
    found.push({
      name,
      key: costs.reduce((sum, each) => sum + each, 0) / costs.length,
      judged: heard.length,
      last: heard.at(-1)!.at - end
    })
  }
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  connection.dispose()
  return found
}

/** Milliseconds of processor time of a process so far, in steps of ten. */
function processorOf(pid: number): number {
  const stat = `/proc/${pid}/stat`
  if (!fs.existsSync(stat)) return Number.NaN
  const [user, system] = fs.readFileSync(stat, 'utf8').split(') ')[1]!.split(' ').slice(11, 13)
  return (Number(user) + Number(system)) * 10
}
