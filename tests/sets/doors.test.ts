/** Whoever chooses, remembers or compares verdicts knows that they depend on the files beside a plan. */
import fs from 'node:fs'
import path from 'node:path'
import { remark } from 'remark'
import { VFile } from 'vfile'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { ownServices } from '../../src/cli/runtime/own-services.ts'
import planlint from '../../src/node.ts'
import { runIn } from '../cli/harness.ts'
import { gitEnv, repo, sweep } from '../repo/make.ts'
import type { TestRepo } from '../repo/make.ts'
import { at, spec, tasks } from './reading-lists.ts'

afterAll(sweep)

const home = 'specs/001-reading-lists'
/** The tasks refer to it: without it, that is an error in tasks.md. */
const broken = spec.replace('**FR-002**', '**FR-012**')

let place: TestRepo
beforeEach(() => {
  place = repo()
  place.commit('A feature', { ...at(home), 'specs/002-other/spec.md': spec.replaceAll('Reading', 'Writing') })
})

const env = gitEnv() as Record<string, string>
const run = (...words: string[]) => runIn({ cwd: place.top, services: ownServices, env }, '--format', 'json', ...words)

interface Finding {
  rule: string
  line: number
  new?: boolean
  related: { path?: string }[]
}
const filesOf = (out: string) => (JSON.parse(out) as { files: { path: string; findings: Finding[] }[] }).files
const rulesBy = (out: string) =>
  Object.fromEntries(filesOf(out).map(each => [path.basename(each.path), each.findings.map(({ rule }) => rule)]))

test('--cache: what changed beside a plan makes its verdict another', async () => {
  const first = await run('--cache', home)
  expect(rulesBy(first.stdout)).toEqual({ 'plan.md': [], 'spec.md': [], 'tasks.md': [] })
  place.write({ [`${home}/spec.md`]: broken })
  const second = await run('--cache', home)
  expect(rulesBy(second.stdout)).toEqual({ 'plan.md': [], 'spec.md': [], 'tasks.md': ['traceability'] })
  expect(await run('--cache', home)).toEqual(second)
  place.write({ [`${home}/spec.md`]: null })
  expect(rulesBy((await run('--cache', `${home}/tasks.md`)).stdout)).toEqual({ 'tasks.md': ['traceability'] })
})

test('--since: plans whose set has a file that changed are judged', async () => {
  place.write({ [`${home}/spec.md`]: broken })
  const { stdout } = await run('--since', 'HEAD', '.')
  expect(Object.keys(rulesBy(stdout)).sort()).toEqual(['spec.md', 'tasks.md'])
  expect(filesOf(stdout).every(each => each.path.startsWith(home))).toBe(true)
  place.write({ [`${home}/spec.md`]: null })
  expect(rulesBy((await run('--since', 'HEAD', '.')).stdout)).toEqual({ 'tasks.md': ['traceability'] })
})

test('--staged: the files beside a plan are those of the commit, too', async () => {
  place.write({ [`${home}/spec.md`]: broken })
  place.git('add', '-A')
  // The work tree is as it was; the commit would not be.
  place.write({ [`${home}/spec.md`]: spec })
  for (const words of [['--staged'], ['--staged', '.']])
    expect(rulesBy((await run(...words)).stdout)).toEqual({ 'spec.md': [], 'tasks.md': ['traceability'] })
})

test('--compare: then, the files beside a plan were those of then', async () => {
  place.write({ [`${home}/spec.md`]: broken })
  const { stdout } = await run('--compare', 'HEAD', home)
  expect(filesOf(stdout).flatMap(each => each.findings.map(finding => finding.new))).toEqual([true])
  place.commit('It is broken now')
  const later = await run('--compare', 'HEAD', home)
  expect(filesOf(later.stdout).flatMap(each => each.findings.map(finding => finding.new))).toEqual([false])
})

test('what disagrees with a file that was named is told where it can be mended, once', async () => {
  const without = tasks.replace(/## Phase 3[^]*/, '## Phase 3: Polish\n\n- [ ] T004 Send a list (FR-002)\n')
  place.write({ [`${home}/tasks.md`]: without })
  const alone = await run(`${home}/tasks.md`)
  expect(alone.code).toBe(1)
  expect(rulesBy(alone.stdout)).toEqual({ 'tasks.md': [], 'spec.md': ['traceability'] })
  expect(rulesBy((await run(home)).stdout)).toEqual({ 'plan.md': [], 'spec.md': ['traceability'], 'tasks.md': [] })
  expect(rulesBy((await run('--shard', '1/1', `${home}/tasks.md`)).stdout)).toEqual({ 'tasks.md': [] })
})

test('every format names the other file', async () => {
  place.write({ [`${home}/spec.md`]: broken })
  for (const format of ['stylish', 'json', 'sarif', 'markdown', 'agent']) {
    const { stdout } = await runIn(
      { cwd: place.top, services: ownServices, env },
      '--format',
      format,
      `${home}/tasks.md`
    )
    expect(stdout, format).toContain(format === 'markdown' ? '/spec.md line 40' : `${home}/spec.md`)
  }
})

test('the remark plugin reads the files beside a document', async () => {
  place.write({ [`${home}/spec.md`]: broken })
  const file = new VFile({ cwd: place.top, path: `${home}/tasks.md`, value: tasks })
  await remark().use(planlint).process(file)
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['traceability'])
  expect(String((file.messages[0]!.cause as Error).stack)).toContain(`${home}/spec.md:40:3`)
})

test('a link that leads out of the repository is not followed, and that is noted', async () => {
  const outside = repo().top
  fs.writeFileSync(path.join(outside, 'spec.md'), broken)
  place.write({ [`${home}/spec.md`]: `-> ${outside}/spec.md` })
  const { stdout } = await run(`${home}/tasks.md`)
  expect(rulesBy(stdout)).toEqual({ 'tasks.md': [] })
  expect(stdout).toContain('Not compared with spec.md: it lies outside of the repository')
})
