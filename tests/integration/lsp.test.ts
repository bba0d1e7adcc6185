/** Editors: a real session with the language server, by `planlint lsp` and by a remark configuration. */
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { applyAction, startClient } from './lsp-client.ts'
import type { Client, Diagnostic } from './lsp-client.ts'
import { bin, fill, goodPlan, link, newFolder, newRepository, root, run } from './place.ts'

// Programs are started, on machines with other work to do.
vi.setConfig({ testTimeout: 90_000 })

const folders: string[] = []
afterAll(() => folders.forEach(folder => fs.rmSync(folder, { recursive: true, force: true })))

/** A workspace as people have it: both packages installed. */
function workspace(files: Record<string, string>, ...packages: string[]): string {
  const folder = newFolder('lsp')
  folders.push(folder)
  fill(folder, { 'package.json': '{"private": true, "type": "module"}\n', ...files })
  link(folder, 'planlint', ...packages)
  return folder
}

const rc = "import planlint from 'planlint'\n\nexport default { plugins: [planlint] }\n"

type Start = (folder: string, answer?: unknown) => Promise<Client>
const byPlanlint: Start = (folder, answer) => startClient(process.execPath, [bin, 'lsp', '--stdio'], folder, answer)
const byRemark: Start = (folder, answer = {}) =>
  startClient(process.execPath, [path.join(import.meta.dirname, 'remark-server.mjs'), '--stdio'], folder, answer)

/** Step 3 is called step 4. */
const misnumbered = goodPlan.replace('### Step 3:', '### Step 4:')

const servers: [name: string, start: Start, files: Record<string, string>, title: string][] = [
  ['planlint lsp', byPlanlint, {}, 'Number the steps through'],
  ['planlint lsp with a remark configuration', byPlanlint, { '.remarkrc.js': rc }, 'Number the steps through'],
  [
    'the remark language server',
    byRemark,
    { '.remarkrc.js': rc },
    'Replace `### Step 4: Offer the format` with `### Step 3: Offer the format`'
  ]
]

describe.each(servers)('%s', (_name, start, files, title) => {
  test('open, change, fix, clean', { timeout: 60_000 }, async () => {
    const folder = workspace(files, 'remark', 'unified-language-server')
    const file = path.join(folder, 'PLAN.md')
    const client = await start(folder)
    expect(await client.show(file, goodPlan)).toEqual([])

    const found = await client.show(file, misnumbered)
    const line = misnumbered.split('\n').indexOf('### Step 4: Offer the format')
    expect(found).toEqual([
      expect.objectContaining({
        severity: 1,
        source: 'remark-lint',
        code: 'step-sequence',
        codeDescription: { href: expect.stringMatching(/\/rules\/step-sequence\.md$/) as string },
        message: 'Missing step 3: 4 follows 2\nRenumber it to 3, or add the missing step',
        range: { start: { line, character: 0 }, end: { line, character: '### Step 4: Offer the format'.length } }
      })
    ])

    const [action, ...others] = await client.actions(file, found)
    expect(others).toEqual([])
    expect(action).toMatchObject({
      isPreferred: true,
      title
    })
    const mended = applyAction(misnumbered, action!)
    expect(mended).toBe(goodPlan)
    expect(await client.show(file, mended)).toEqual([])
    expect(await client.close()).toBe(0)
  })
})

describe('planlint lsp', () => {
  test('needs no settings: a client that has none keeps its server', async () => {
    const folder = workspace({})
    const client = await byPlanlint(folder, null)
    expect(await client.show(path.join(folder, 'PLAN.md'), misnumbered)).toHaveLength(1)
    expect(client.asked).toEqual([])
    await client.close()
  })

  test('a configuration that does not name planlint leaves it on; one that switches it off is obeyed', async () => {
    const silent = workspace({ '.remarkrc.json': '{"plugins": []}' })
    const first = await byPlanlint(silent)
    expect(await first.show(path.join(silent, 'PLAN.md'), misnumbered)).toHaveLength(1)
    await first.close()
    const off = workspace(
      { '.remarkrc.js': "import planlint from 'planlint'\nexport default { plugins: [[planlint, false]] }\n" },
      'unified-language-server'
    )
    const second = await byPlanlint(off)
    expect(await second.show(path.join(off, 'PLAN.md'), misnumbered)).toEqual([])
    await second.close()
  })

  test('needs no other package, and says where --stdio is missing', async () => {
    const folder = newFolder('alone')
    folders.push(folder)
    // A copy, so that no package is found beside planlint either.
    fs.cpSync(path.join(root, 'dist'), path.join(folder, 'node_modules/planlint/dist'), { recursive: true })
    fs.copyFileSync(path.join(root, 'package.json'), path.join(folder, 'node_modules/planlint/package.json'))
    const alone = path.join(folder, 'node_modules/planlint/dist/bin.cjs')
    const client = await startClient(process.execPath, [alone, 'lsp', '--stdio'], folder)
    expect(await client.show(path.join(folder, 'PLAN.md'), misnumbered)).toHaveLength(1)
    await client.close()
    expect(await run(process.execPath, [bin, 'lsp'], { cwd: folder })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Missing --stdio') as string
    })
  })
})

describe('the remark language server', () => {
  test('asks for the block of settings named "remark"', async () => {
    const folder = workspace({ '.remarkrc.js': rc }, 'remark')
    const client = await byRemark(folder, { requireConfig: true })
    expect(await client.show(path.join(folder, 'PLAN.md'), misnumbered)).toHaveLength(1)
    expect(client.asked).toEqual(['remark'])
    await client.close()
  })
})

test('a rule that crashes is told of in the document, other findings stay, and the server goes on', async () => {
  const folder = workspace(
    {
      '.remarkrc.js': `import planlint, { rules } from 'planlint'
const rule = rules.find(each => each.id === 'step-sequence')
const { check } = rule
rule.check = function* (context) {
  if (context.plan.title.title === 'Crash') throw new Error('it is broken')
  yield* check.call(rule, context)
}
export default { plugins: [planlint, () => (tree, file) => { if (String(file).includes('Crash as well')) throw new Error('so is this') }] }
`
    },
    'remark',
    'unified-language-server'
  )
  const client = await byRemark(folder)
  const file = path.join(folder, 'PLAN.md')
  const flawed = misnumbered.replace(/^N\/A — a report is built.*/m, 'N/A')
  const messages = async (text: string): Promise<string> =>
    (await client.show(file, text)).map(each => each.message).join('\n')
  const crashed = await messages(flawed.replace(/^# .*/, '# Crash'))
  expect(crashed).toContain('Rule step-sequence crashed: it is broken')
  expect(crashed).toContain('"N/A" without a reason in "Performance"')
  expect(await messages(flawed.replace(/^# .*/, '# Crash as well'))).toContain('so is this')
  expect(await messages(misnumbered)).toContain('Missing step 3')
  expect(await client.show(file, goodPlan)).toEqual([])
  await client.close()
})

interface Found {
  rule: string
  severity: string
  message: string
  help: string | null
  line: number
  column: number
  endLine: number
  endColumn: number
  related: { line: number; column: number; message: string }[]
}

/** A finding as the server shows it. */
function asDiagnostic({ rule, severity, message, line, column, endLine, endColumn }: Found): unknown {
  const range = {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 }
  }
  return { rule, severity: severity === 'error' ? 1 : 2, message, range }
}

function fromDiagnostic({ code, severity, message, range }: Diagnostic): unknown {
  return { rule: code, severity, message: message.split('\n')[0], range }
}

test.each(servers.slice(1))(
  '%s finds in every shipped plan what the command line finds',
  { timeout: 120_000 },
  async (_name, start, files) => {
    const folder = workspace(files, 'remark')
    const git = await newRepository(folder)
    const plans = ['fixtures/plans', 'examples'].flatMap(source =>
      fs
        .readdirSync(path.join(root, source), { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.md'))
        .map(name => `${source}/${name}`)
    )
    expect(plans.length).toBeGreaterThan(15)
    for (const plan of plans) {
      const text = fs.readFileSync(path.join(root, plan), 'utf8')
      fill(folder, { [plan]: text, [`spoilt/${plan}`]: spoil(text) })
    }
    await git('add', 'fixtures', 'examples', 'spoilt', 'package.json')
    await git('commit', '-qm', 'plans')
    const said = await run(process.execPath, [bin, '--format', 'json', 'fixtures', 'examples', 'spoilt'], {
      cwd: folder
    })
    expect(said.stderr).toBe('')
    const report = JSON.parse(said.stdout) as { files: { path: string; findings: Found[] }[] }
    expect(report.files.length).toBeGreaterThan(30)
    expect(report.files.flatMap(file => file.findings).length).toBeGreaterThan(100)
    const client = await start(folder)
    for (const { path: name, findings } of report.files) {
      const shown = await client.show(path.join(folder, name), fs.readFileSync(path.join(folder, name), 'utf8'))
      expect(shown.map(fromDiagnostic), name).toEqual(findings.map(asDiagnostic))
      for (const [
        index,
        {
          related: [second],
          help
        }
      ] of findings.entries()) {
        const lines = second === undefined ? [] : [`${second.message} (${second.line}:${second.column})`]
        expect(shown[index]!.message.split('\n').slice(1), name).toEqual([...lines, ...(help?.split('\n') ?? [])])
      }
    }
    await client.close()
  }
)

/** Every third section and every command is gone, so that most rules have something to say. */
function spoil(text: string): string {
  return text
    .split(/^(?=## )/m)
    .filter((_, index) => index % 3 !== 1)
    .join('')
    .replace(/`npm [^`]*`/g, 'it works')
    .replaceAll('[x]', '[ ]')
}
