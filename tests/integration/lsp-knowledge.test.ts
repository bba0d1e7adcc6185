/** What an editor asks besides findings, by the protocol's own client. */
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  type CodeAction,
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type Position,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter
} from 'vscode-languageserver-protocol/node.js'
import { bin, fill, goodPlan, newFolder } from './place.ts'

vi.setConfig({ testTimeout: 60_000 })

let folder = ''
let child: ChildProcess
let connection: ProtocolConnection
const published = new Map<string, (diagnostics: Diagnostic[]) => void>()

beforeAll(async () => {
  folder = newFolder('lsp-knowledge')
  fill(folder, { 'package.json': '{"private": true}\n' })
  child = spawn(process.execPath, [bin, 'lsp', '--stdio'], { cwd: folder })
  connection = createProtocolConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!))
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, version, diagnostics }: { uri: string; version?: number; diagnostics: Diagnostic[] }) =>
      published.get(`${uri}#${version}`)?.(diagnostics)
  )
  connection.listen()
  const uri = pathToFileURL(folder).href
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'test' }],
    capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } }
  })
  await connection.sendNotification('initialized', {})
}, 60_000)

afterAll(async () => {
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  fs.rmSync(folder, { recursive: true, force: true })
})

let opened = 0

/** Opens a document of its own; gives its diagnostics, and asks about it. */
async function open(text: string) {
  const uri = pathToFileURL(path.join(folder, `${++opened}-plan.md`)).href
  const found = new Promise<Diagnostic[]>(resolve => published.set(`${uri}#1`, resolve))
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text }
  })
  const textDocument = { uri }
  const at = (needle: string, shift = 0): Position => {
    const offset = text.indexOf(needle) + shift
    const lines = text.slice(0, offset).split('\n')
    return { line: lines.length - 1, character: lines.at(-1)!.length }
  }
  const diagnostics = await found
  return {
    diagnostics,
    uri,
    hover: async (needle: string): Promise<string> => {
      const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument,
        position: at(needle, 3)
      })
      return hover === null ? '' : (hover.contents as { value: string }).value
    },
    symbols: () => connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument }),
    complete: (needle: string) =>
      connection.sendRequest<CompletionItem[]>('textDocument/completion', {
        textDocument,
        position: at(needle, needle.length)
      }),
    actions: (of = diagnostics) =>
      connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument,
        range: of[0]!.range,
        context: { diagnostics: of }
      })
  }
}

const withoutSection = (title: string): string => {
  const parts = goodPlan.split(/^(?=## )/m)
  return parts.filter(part => !part.startsWith(`## ${title}`)).join('')
}

describe('hover', () => {
  test("on a finding: the rule's page", async () => {
    const { hover } = await open(goodPlan.replace('### Step 3:', '### Step 4:'))
    expect(await hover('### Step 4')).toMatch(/^# step-sequence/)
  })
  test('on a title: what the profile demands; elsewhere nothing', async () => {
    const { hover, diagnostics } = await open(goodPlan)
    expect(diagnostics).toEqual([])
    expect(await hover('## Non-Goals')).toMatch(/^\*\*Non-Goals\*\* – required in /)
    expect(await hover('### Step 2')).toMatch(/^\*\*Each step\*\*[\s\S]*verification/)
    expect(await hover('The ')).toBe('')
  })
})

test('symbols: sections and steps, nested, each inside of its parent', async () => {
  const { symbols } = await open(goodPlan)
  const found = await symbols()
  expect(found.map(({ name }) => name)).toEqual(
    [...goodPlan.matchAll(/^## (.*)$/gm)].map(([, title]) => title!.replaceAll('`', ''))
  )
  const steps = found.flatMap(({ children = [] }) => children).filter(({ detail }) => detail === 'step')
  expect(steps.map(({ name }) => name)).toEqual([...goodPlan.matchAll(/^### (Step .*)$/gm)].map(([, title]) => title))
  for (const { range, selectionRange } of [...found, ...steps]) {
    expect(range.start).toEqual(selectionRange.start)
    expect(range.end.line).toBeGreaterThan(selectionRange.end.line)
  }
})

describe('completion', () => {
  test('titles of missing sections, with what belongs there', async () => {
    const { complete } = await open(`${withoutSection('Non-Goals')}\n## \n`)
    const items = await complete('\n## ')
    expect(items.map(({ label }) => label)).toContain('Non-Goals')
    expect(items.map(({ label }) => label)).not.toContain('Goal')
    expect(items.find(({ label }) => label === 'Non-Goals')!.textEdit!.newText).toMatch(/^## Non-Goals\n\n/)
  })
  test('labels that a step lacks, and none in the middle of a text', async () => {
    const text = goodPlan.replace(/(### Step 2[^\n]*\n)([\s\S]*?)(?=### Step 3)/, '$1\nDo it, then look.\n\n*\n\n')
    const { complete } = await open(text)
    const items = await complete('then look.\n\n*')
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['Files', 'Actions']))
    expect(await complete('Do it, then')).toEqual([])
  })
  test('the label of a verification, until there is one', async () => {
    const step = /(?<=### Step 2[^\n]*\n)[\s\S]*?(?=### Step 3)/
    const completed = async (body: string): Promise<CompletionItem[]> => {
      const { complete } = await open(goodPlan.replace(step, `\n${body}\n\n*\n\n`))
      return complete(`${body}\n\n*`)
    }
    const items = await completed('Do it, then look.')
    expect(items.find(({ label }) => label === 'Verify')).toMatchObject({
      detail: 'a command in backticks that fails until this step is done',
      textEdit: { newText: '**Verify**: ' }
    })
    const verified = await completed('**Verification**: `npm test` fails, and passes after it.')
    expect(verified.map(({ label }) => label)).not.toContain('Verify')
  })
})

describe('code actions', () => {
  test('what is surely right is preferred', async () => {
    const { actions } = await open(goodPlan.replace('### Step 3:', '### Step 4:'))
    expect(await actions()).toMatchObject([
      { kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'step-sequence' }] }
    ])
  })
  test('a skeleton of a missing section is offered, and not preferred', async () => {
    const { actions, diagnostics } = await open(withoutSection('Non-Goals'))
    const missing = diagnostics.filter(({ code }) => code === 'required-sections')
    const found = await actions(missing)
    const skeleton = found.find(({ title }) => title.includes('Non-Goals'))!
    expect(skeleton.isPreferred).toBeUndefined()
    expect(Object.values(skeleton.edit!.changes!).flat()[0]!.newText).toContain('## Non-Goals')
  })
  test('none where nothing is wrong', async () => {
    const { actions } = await open(goodPlan)
    expect(
      await actions([{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, message: '' }])
    ).toEqual([])
  })
})
