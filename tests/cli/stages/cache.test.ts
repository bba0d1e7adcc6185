import fs from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { ownServices } from '../../../src/cli/runtime/own-services.ts'
import type { Services } from '../../../src/cli/runtime/services.ts'
import { folderOf, runIn, stubServices } from '../harness.ts'
import type { Outcome } from '../harness.ts'

const bad = '# Plan\nerror\n'

afterEach(() => void vi.useRealTimers())

/** Runs with a linter that counts the texts it judges. */
async function counted(cwd: string, ...argv: string[]): Promise<Outcome & { judged: number }> {
  let judged = 0
  const stub = stubServices()
  const services: Partial<Services> = {
    createLinter: async () => {
      const create = await stub.createLinter()
      return (options, env) => {
        const linter = create(options, env)
        return { lint: (text, file) => (judged++, linter.lint(text, file)) }
      }
    }
  }
  return { ...(await runIn({ cwd, services }, '--cache', '-f', 'json', ...argv)), judged }
}

function cacheOf(cwd: string): string {
  return fs.readFileSync(path.join(cwd, '.planlintcache'), 'utf8')
}

test('a warm run judges nothing and says the same, in every format', async () => {
  const cwd = folderOf({ 'a-plan.md': bad, 'b-plan.md': '# Plan\n', 'c-plan.md': 'no plan' })
  const cold = await counted(cwd)
  expect(cold.judged).toBe(3)
  expect(await counted(cwd)).toEqual({ ...cold, judged: 0 })
  for (const format of ['stylish', 'sarif', 'compact', 'junit', 'gitlab', 'markdown', 'agent', 'github']) {
    const steady = (outcome: Outcome): string => outcome.stdout.replace(/\d+(?:\.\d+)? m?s/g, 'N ms')
    expect(
      steady(await counted(cwd, '-f', format, '-o', 'x').then(() => runIn({ cwd }, '-f', format, '--cache'))),
      format
    ).toBe(steady(await runIn({ cwd }, '-f', format)))
  }
})

test('the linter is not even made', async () => {
  const cwd = folderOf({ 'a-plan.md': bad })
  await runIn({ cwd }, '--cache')
  const createLinter = (): never => {
    throw new Error('made')
  }
  expect((await runIn({ cwd, services: { createLinter } }, '--cache')).code).toBe(1)
})

test('a changed text, configuration, profile option or path is judged anew', async () => {
  const cwd = folderOf({ 'a-plan.md': bad, 'b-plan.md': bad })
  await counted(cwd)
  fs.writeFileSync(path.join(cwd, 'a-plan.md'), '# Plan\n')
  expect((await counted(cwd)).judged).toBe(1)
  expect((await counted(cwd, '--profile', 'design-plan')).judged).toBe(2)
  expect((await counted(cwd)).judged).toBe(2)
  fs.writeFileSync(
    path.join(cwd, '.remarkrc.json'),
    '{"plugins": [["planlint", {"rules": {"no-placeholder": "warn"}}]]}'
  )
  expect((await counted(cwd)).judged).toBe(2)
  fs.renameSync(path.join(cwd, 'b-plan.md'), path.join(cwd, 'c-plan.md'))
  expect((await counted(cwd)).judged).toBe(1)
  expect(cacheOf(cwd)).not.toContain('b-plan.md')
})

test('the same text again is judged anew when the day has changed', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-03-01T12:00:00Z') })
  const cwd = folderOf({ 'a-plan.md': bad })
  await counted(cwd)
  expect((await counted(cwd)).judged).toBe(0)
  vi.setSystemTime(new Date('2025-03-02T12:00:00Z'))
  expect((await counted(cwd)).judged).toBe(1)
})

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"format":1,"files":{"a-plan.md":null}}',
  '{"format":2}',
  '{"format":2}\n',
  '{"format":2}\n\n\t\t\n',
  '{"format":2}\n"a-plan.md"\t',
  '{"format":2}\n"a-plan.md\tx\t{}\n',
  '\0\0'
])('a broken cache is as good as none: %j', async text => {
  const cwd = folderOf({ 'a-plan.md': bad, '.planlintcache': text })
  expect(await counted(cwd)).toMatchObject({ code: 1, judged: 1, stderr: '' })
  expect((await counted(cwd)).judged).toBe(0)
})

test('an entry that is no report of that plan is not used', async () => {
  const cwd = folderOf({ 'a-plan.md': bad, 'b-plan.md': '# Plan\n' })
  await counted(cwd)
  for (const [from, to] of [
    ['"severity":"error"', '"severity":"none"'],
    ['"line":2', '"line":"2"'],
    ['"path":"a-plan.md"', '"path":"b-plan.md"'],
    ['"findings":[{', '"findings":[null,{']
  ] as const) {
    const whole = cacheOf(cwd)
    expect(whole).toContain(from)
    fs.writeFileSync(path.join(cwd, '.planlintcache'), whole.replace(from, to))
    expect((await counted(cwd)).judged, to).toBe(1)
  }
})

test('a damaged line costs its own plan alone, and a run mends it', async () => {
  const cwd = folderOf({ 'a-plan.md': bad, 'b-plan.md': bad, 'c-plan.md': bad })
  const whole = await counted(cwd)
  const file = path.join(cwd, '.planlintcache')
  const [head, a, b, c] = cacheOf(cwd).split('\n') as [string, string, string, string]
  const damages: [lines: string[], judged: number][] = [
    [[head, a, b.slice(0, 40), c, ''], 1],
    [[head, a, b, c.slice(0, -9)], 1],
    [[head, a, b, c.slice(0, -9), ''], 1],
    [[head, a, b, c], 1],
    [[head, a, b.replace('\t', ' '), c, ''], 1],
    [[head, a, '', c, b, ''], 0],
    [[head, a, b + c, ''], 2],
    [[head, 'null\tx\t{}', '{}', a, b, c, ''], 0]
  ]
  for (const [lines, judged] of damages) {
    fs.writeFileSync(file, lines.join('\n'))
    expect(await counted(cwd), lines.join('\n')).toEqual({ ...whole, judged })
    expect(await counted(cwd)).toEqual({ ...whole, judged: 0 })
  }
})

test('any name and any message come back, from a file in ASCII', async () => {
  const name = process.platform === 'win32' ? 'é–𝄞-plan.md' : 'a\t"é–\n𝄞\\-plan.md'
  const cwd = folderOf({ [name]: '# Plan\nerror “𝄞”\n\u2028' })
  const stub = stubServices()
  const services: Partial<Services> = {
    createLinter: async () => () => ({
      lint: async (text, file) => ({
        ...(await (await stub.createLinter())({}, {}).lint('# Plan\nerror', file)),
        status: text
      })
    })
  }
  const cold = await runIn({ cwd, services }, '--cache', '-f', 'json')
  expect(JSON.parse(cold.stdout)).toMatchObject({ files: [{ path: name, status: '# Plan\nerror “𝄞”\n\u2028' }] })
  expect(await counted(cwd)).toEqual({ ...cold, judged: 0 })
  expect(cacheOf(cwd)).toMatch(/^[\n\t -~]+$/)
})

test('a byte order mark changes no verdict; beside --fix the same verdicts are used', async () => {
  const cwd = folderOf({ 'a-plan.md': bad })
  const services = { readPlan: ownServices.readPlan }
  await runIn({ cwd, services }, '--cache')
  fs.writeFileSync(path.join(cwd, 'a-plan.md'), `\uFEFF${bad}`)
  const createLinter = (): never => {
    throw new Error('made')
  }
  for (const more of [[], ['--fix-dry-run']]) {
    const { code, stdout } = await runIn({ cwd, services: { ...services, createLinter } }, '--cache', ...more)
    expect([code, stdout], more.join()).toEqual([1, expect.stringContaining('2 │ error')])
  }
})

test('what planlint could not judge is not remembered', async () => {
  const cwd = folderOf({ 'a-plan.md': '# Plan\ncrash\n' })
  expect((await counted(cwd)).code).toBe(2)
  expect(await counted(cwd)).toMatchObject({ code: 2, judged: 1 })
})

test('a run over some plans keeps the others', async () => {
  const cwd = folderOf({ 'a-plan.md': bad, 'b-plan.md': bad })
  await counted(cwd)
  await counted(cwd, 'a-plan.md')
  expect((await counted(cwd)).judged).toBe(0)
})

test('--cache-location', async () => {
  const cwd = folderOf({ 'a-plan.md': bad })
  await counted(cwd, '--cache-location', 'deep/in/cache.json')
  expect(fs.existsSync(path.join(cwd, '.planlintcache'))).toBe(false)
  expect((await counted(cwd, '--cache-location', 'deep/in/cache.json')).judged).toBe(0)
  expect(await counted(cwd, '--cache-location', 'deep')).toMatchObject({
    code: 1,
    stderr: "planlint: deep: cache can't be written: EISDIR\n"
  })
})
