/** remark-cli itself gives all of planlint's messages, whichever files lie side by side and whoever is done first: in a repository, where git is asked, and outside. */
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fill, link, newFolder } from '../integration/place.ts'
import { repo, sweep } from '../repo/make.ts'
import { readPlanlint, readRemark, root, runNode } from './both.ts'

const valid = fs.readFileSync(path.join(root, 'examples/valid-design-plan.md'), 'utf8')
const flawed = fs.readFileSync(path.join(root, 'examples/flawed-design-plan.md'), 'utf8')
const padding = (paragraphs: number): string =>
  '\nAll of it was tried on a branch first, and measured.\n'.repeat(paragraphs)
const long = (text: string): string => text.replace('\n## Non-Goals', `${padding(400)}\n## Non-Goals`)

const readme = '# Readme\n\nShort.\n'
const shortFlawed = '---\nplanlint: design-plan\n---\n\n# Short\n\n## Goal\n\nTBD\n'
const longFlawed = flawed.replace('\n## ', `${padding(400)}\n## `)

const twenty = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [
    `docs/plans/plan-${String(i).padStart(2, '0')}.md`,
    [valid, shortFlawed, flawed, long(valid), longFlawed][i % 5]!
  ])
)

const mixes: Record<string, Record<string, string>> = {
  'a short clean file beside a flawed plan': { 'README.md': readme, 'PLAN.md': flawed },
  'one flawed plan': { 'PLAN.md': flawed },
  'a short flawed plan beside a long clean one': { 'PLAN.md': long(valid), 'docs/plans/short.md': shortFlawed },
  'a long flawed plan among short ones': {
    'PLAN.md': longFlawed,
    'README.md': readme,
    'docs/plans/clean.md': valid,
    'docs/plans/short.md': shortFlawed
  },
  'twenty plans': twenty
}

/** A plugin that answers late, as those do that ask the network. */
const late = 'export default () => () => new Promise(done => setTimeout(done, 20))\n'

const folders: string[] = []
afterAll(() => {
  sweep()
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
})

async function expectAll(folder: string, files: Record<string, string>): Promise<void> {
  const names = Object.keys(files)
  const planlint = await runNode(folder, 'dist/bin.cjs', '.', '--format', 'json')
  const wanted = sorted(readPlanlint(planlint.stdout))
  expect(Object.keys(wanted).length).toBeGreaterThan(0)
  for (const order of names.length < 5 ? [names, names.toReversed()] : [names.toReversed(), ['.']]) {
    const remark = await runNode(
      folder,
      'node_modules/remark-cli/cli.js',
      ...order,
      '--frail',
      '--no-stdout',
      '--no-color'
    )
    expect(sorted(withoutReadme(readRemark(remark.stderr))), order.join(' ')).toEqual(wanted)
    expect(remark.code).toBe(1)
  }
}

/** At one place, remark's reporter has an order of its own. */
function sorted(found: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(found).map(([name, lines]) => [name, lines.toSorted()]))
}

/** Named on remark's command line, it is told that it is no plan; `planlint .` passes it over. */
function withoutReadme({ 'README.md': _, ...found }: Record<string, string[]>): Record<string, string[]> {
  return found
}

function setUp(folder: string, files: Record<string, string>, plugins: string): void {
  link(folder, 'planlint', 'remark', 'remark-cli')
  fill(folder, {
    ...files,
    '.gitignore': 'node_modules\n',
    '.remarkignore': 'node_modules\n',
    'src/report/index.ts': '',
    'package.json': '{ "type": "module" }\n',
    'late.mjs': late,
    '.remarkrc.mjs': `export default { plugins: ${plugins} }\n`
  })
}

describe.each(Object.entries(mixes))('%s', { timeout: 120_000 }, (_, files) => {
  test('in a repository', async () => {
    const made = repo()
    setUp(made.top, files, "['planlint']")
    made.commit('all')
    await expectAll(made.top, files)
  })
})

test('outside of repositories', { timeout: 60_000 }, async () => {
  const folder = newFolder('mixes')
  folders.push(folder)
  setUp(folder, twenty, "['planlint']")
  await expectAll(folder, twenty)
})

test('before a plugin that answers late', { timeout: 60_000 }, async () => {
  const made = repo()
  const files = { 'README.md': readme, 'PLAN.md': flawed }
  setUp(made.top, files, "['planlint', './late.mjs']")
  made.commit('all')
  await expectAll(made.top, files)
})
