import fs from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { ownServices } from '../../../src/cli/runtime/own-services.ts'
import { folderOf, runIn } from '../harness.ts'

/** Of all plans in the run. */
const leftOut = 'planlint: info: Known findings left out by the baseline [note]\n'
const bad = '# Plan\nerror\nwarning\n'

function read(cwd: string, name = 'known.json'): { findings: { path: string; rule: string; fingerprint: string }[] } {
  return JSON.parse(fs.readFileSync(path.join(cwd, name), 'utf8')) as ReturnType<typeof read>
}

test('begun once, known findings no longer fail, new ones do', async () => {
  const cwd = folderOf({ 'b-plan.md': bad, 'a-plan.md': '# Plan\n\nerror\n' })
  expect(await runIn({ cwd }, '--baseline', 'known.json', '--update-baseline', '-f', 'compact')).toEqual({
    code: 0,
    stdout: 'planlint: info: judged by design-plan: a-plan.md, b-plan.md [judged]\n' + leftOut,
    stderr: 'planlint: known.json: begun with 3 findings\n'
  })
  expect(await runIn({ cwd }, '--baseline', 'known.json', '-f', 'compact')).toEqual({
    code: 0,
    stdout: 'planlint: info: judged by design-plan: a-plan.md, b-plan.md [judged]\n' + leftOut,
    stderr: 'planlint: known.json: 3 known findings left out\n'
  })
  fs.appendFileSync(path.join(cwd, 'a-plan.md'), 'error\n')
  const { code, stdout } = await runIn({ cwd }, '--baseline', 'known.json', '-f', 'compact')
  expect([code, stdout]).toEqual([
    1,
    'a-plan.md:4:1: error: Found error [no-placeholder]\nplanlint: info: judged by design-plan: a-plan.md, b-plan.md [judged]\n' +
      leftOut
  ])
})

test('a run that judged nothing is no pass, though what it found is known', async () => {
  const world = { cwd: folderOf({ 'PLAN.md': '' }), services: ownServices }
  await runIn(world, 'PLAN.md', '--baseline', 'known.json', '--update-baseline')
  const { code, stderr } = await runIn(world, 'PLAN.md', '--baseline', 'known.json')
  expect(code).toBe(2)
  expect(stderr).toContain('Nothing was judged')
})

test('it is sorted, one finding a line, valid by its schema, and the same bytes each time', async () => {
  const cwd = folderOf({ 'b-plan.md': bad, 'a-plan.md': bad })
  await runIn({ cwd }, '--baseline', 'known.json', '--update-baseline')
  const text = fs.readFileSync(path.join(cwd, 'known.json'), 'utf8')
  const validate = new Ajv().compile(JSON.parse(fs.readFileSync('schema/baseline.schema.json', 'utf8')) as object)
  expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true)
  expect(text.split('\n').filter(line => line.includes('fingerprint'))).toHaveLength(4)
  expect(read(cwd).findings.map(each => `${each.path} ${each.fingerprint}`)).toEqual([
    'a-plan.md no-placeholder-2',
    'a-plan.md no-placeholder-3',
    'b-plan.md no-placeholder-2',
    'b-plan.md no-placeholder-3'
  ])
  fs.rmSync(path.join(cwd, 'known.json'))
  await runIn({ cwd }, 'b-plan.md', 'a-plan.md', '--baseline', 'known.json', '--update-baseline')
  expect(fs.readFileSync(path.join(cwd, 'known.json'), 'utf8')).toBe(text)
})

test('it only shrinks: mended findings are told, and go on request; new ones never come in', async () => {
  const cwd = folderOf({ 'a-plan.md': bad, 'b-plan.md': bad, 'gone-plan.md': bad })
  await runIn({ cwd }, '--baseline', 'known.json', '--update-baseline')
  fs.rmSync(path.join(cwd, 'gone-plan.md'))
  fs.writeFileSync(path.join(cwd, 'a-plan.md'), '# Plan\n\nwarning\nerror\n')
  const told = await runIn({ cwd }, '--baseline', 'known.json', '-f', 'compact')
  expect(told.stderr).toContain('3 findings mended since; --update-baseline takes them out\n')
  expect(told.stderr).toContain('planlint: known.json:   gone-plan.md: Found error [no-placeholder]\n')
  expect(read(cwd).findings).toHaveLength(6)
  const shrunk = await runIn({ cwd }, '--baseline', 'known.json', '--update-baseline', '-f', 'compact')
  expect(shrunk.code).toBe(1)
  expect(shrunk.stdout).toBe(
    'a-plan.md:4:1: error: Found error [no-placeholder]\nplanlint: info: judged by design-plan: a-plan.md, b-plan.md [judged]\n' +
      leftOut
  )
  expect(read(cwd).findings.map(each => `${each.path} ${each.fingerprint}`)).toEqual([
    'a-plan.md no-placeholder-3',
    'b-plan.md no-placeholder-2',
    'b-plan.md no-placeholder-3'
  ])
})

test('plans that were not looked at keep their findings', async () => {
  const cwd = folderOf({ 'a-plan.md': bad, 'b-plan.md': bad })
  await runIn({ cwd }, '--baseline', 'known.json', '--update-baseline')
  fs.writeFileSync(path.join(cwd, 'a-plan.md'), '# Plan\n')
  await runIn({ cwd }, 'a-plan.md', '--baseline', 'known.json', '--update-baseline')
  expect(read(cwd).findings.map(each => each.path)).toEqual(['b-plan.md', 'b-plan.md'])
})

test('paths are seen from the baseline: it means the same from every folder', async () => {
  const cwd = folderOf({ 'sub/a-plan.md': bad })
  await runIn({ cwd }, '--baseline', 'known.json', '--update-baseline')
  expect((await runIn({ cwd: path.join(cwd, 'sub') }, '--baseline', '../known.json')).code).toBe(0)
})

test.each([
  ['{', 'it is not JSON'],
  ['{\n<<<<<<< ours\n}', "it holds a merge conflict: keep both sides' lines and remove the marks"],
  ['{"version":2,"findings":[]}', 'expected "version": 1, not 2'],
  ['[]', 'expected "version": 1, not nothing'],
  ['null', 'expected "version": 1, not nothing'],
  ['{"version":1}', 'expected a list of "findings"'],
  ['{"version":1,"findings":[{"path":"a"}]}', 'finding 1 lacks its path, rule, fingerprint or message']
])('unusable: %s', async (text, problem) => {
  const cwd = folderOf({ 'a-plan.md': bad, 'known.json': text })
  expect(await runIn({ cwd }, '--baseline', 'known.json')).toMatchObject({
    code: 2,
    stderr: `planlint: Baseline "known.json" can't be used: ${problem}\n`
  })
  expect((await runIn({ cwd }, '--baseline', 'known.json', '--update-baseline')).code).toBe(2)
  expect(fs.readFileSync(path.join(cwd, 'known.json'), 'utf8')).toBe(text)
})

test('a missing one is told', async () => {
  const cwd = folderOf({ 'a-plan.md': bad })
  expect(await runIn({ cwd }, '--baseline', 'known.json')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: 'planlint: No such baseline: "known.json" (--update-baseline begins one)\n'
  })
})

test('no format calls a run with known findings a bare pass', async () => {
  const cwd = folderOf({ 'b-plan.md': bad })
  await runIn({ cwd }, '--baseline', 'known.json', '--update-baseline')
  const say = async (format: string): Promise<string> =>
    (await runIn({ cwd }, '--baseline', 'known.json', '-f', format)).stdout
  expect(await say('agent')).toMatch(/^passed, with 2 findings silenced\nno problems in 1 plan; 2 findings silenced;/m)
  expect(await say('stylish')).toContain('no problems in 1 plan; 2 findings silenced')
  expect(JSON.parse(await say('json')).files).toMatchObject([{ findings: [], silenced: 2 }])
})
