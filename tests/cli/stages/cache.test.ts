import fs from 'node:fs'
import path from 'node:path'
import {afterEach, expect, test, vi} from 'vitest'
import type {Services} from '../../../src/cli/services.ts'
import {folderOf, runIn, stubServices} from '../harness.ts'
import type {Outcome} from '../harness.ts'

const bad = '# Plan\nerror\n'

afterEach(() => void vi.useRealTimers())

/** Runs with a linter that counts the texts it judges. */
async function counted(cwd: string, ...argv: string[]): Promise<Outcome & {judged: number}> {
  let judged = 0
  const stub = stubServices()
  const services: Partial<Services> = {
    createLinter: async () => {
      const create = await stub.createLinter()
      return (options, env) => {
        const linter = create(options, env)
        return {lint: (text, file) => (judged++, linter.lint(text, file))}
      }
    }
  }
  return {...(await runIn({cwd, services}, '--cache', '-f', 'json', ...argv)), judged}
}

function cacheOf(cwd: string): string {
  return fs.readFileSync(path.join(cwd, '.planlintcache'), 'utf8')
}

test('a warm run judges nothing and says the same, in every format', async () => {
  const cwd = folderOf({'a-plan.md': bad, 'b-plan.md': '# Plan\n', 'c-plan.md': 'no plan'})
  const cold = await counted(cwd)
  expect(cold.judged).toBe(3)
  expect(await counted(cwd)).toEqual({...cold, judged: 0})
  for (const format of ['stylish', 'sarif', 'compact', 'junit', 'gitlab', 'markdown', 'agent', 'github']) {
    const steady = (outcome: Outcome): string => outcome.stdout.replace(/\d+(?:\.\d+)? m?s/g, 'N ms')
    expect(steady(await counted(cwd, '-f', format, '-o', 'x').then(() => runIn({cwd}, '-f', format, '--cache'))), format).toBe(steady(await runIn({cwd}, '-f', format)))
  }
})

test('the linter is not even made', async () => {
  const cwd = folderOf({'a-plan.md': bad})
  await runIn({cwd}, '--cache')
  const createLinter = (): never => { throw new Error('made') }
  expect((await runIn({cwd, services: {createLinter}}, '--cache')).code).toBe(1)
})

test('a changed text, configuration, profile option or path is judged anew', async () => {
  const cwd = folderOf({'a-plan.md': bad, 'b-plan.md': bad})
  await counted(cwd)
  fs.writeFileSync(path.join(cwd, 'a-plan.md'), '# Plan\n')
  expect((await counted(cwd)).judged).toBe(1)
  expect((await counted(cwd, '--profile', 'design-plan')).judged).toBe(2)
  expect((await counted(cwd)).judged).toBe(2)
  fs.writeFileSync(path.join(cwd, '.remarkrc.json'), '{"plugins": [["planlint", {"rules": {"no-placeholder": "warn"}}]]}')
  expect((await counted(cwd)).judged).toBe(2)
  fs.renameSync(path.join(cwd, 'b-plan.md'), path.join(cwd, 'c-plan.md'))
  expect((await counted(cwd)).judged).toBe(1)
  expect(cacheOf(cwd)).not.toContain('b-plan.md')
})

test('the same text again is judged anew when the day has changed', async () => {
  vi.useFakeTimers({toFake: ['Date'], now: new Date('2025-03-01T12:00:00Z')})
  const cwd = folderOf({'a-plan.md': bad})
  await counted(cwd)
  expect((await counted(cwd)).judged).toBe(0)
  vi.setSystemTime(new Date('2025-03-02T12:00:00Z'))
  expect((await counted(cwd)).judged).toBe(1)
})

test.each(['', '{', 'null', '[]', '{"format":1}', '{"format":1,"files":{"a-plan.md":null}}', '{"format":2,"files":{}}', '\0\0'])('a broken cache is as good as none: %j', async (text) => {
  const cwd = folderOf({'a-plan.md': bad, '.planlintcache': text})
  expect(await counted(cwd)).toMatchObject({code: 1, judged: 1, stderr: ''})
  expect((await counted(cwd)).judged).toBe(0)
})

test('an entry that is no report of that plan is not used', async () => {
  const cwd = folderOf({'a-plan.md': bad, 'b-plan.md': '# Plan\n'})
  await counted(cwd)
  for (const [from, to] of [['"severity":"error"', '"severity":"none"'], ['"line":2', '"line":"2"'], ['"path":"a-plan.md"', '"path":"b-plan.md"'], ['"findings":[{', '"findings":[null,{']] as const) {
    const whole = cacheOf(cwd)
    expect(whole).toContain(from)
    fs.writeFileSync(path.join(cwd, '.planlintcache'), whole.replace(from, to))
    expect((await counted(cwd)).judged, to).toBe(1)
  }
})

test('what planlint could not judge is not remembered', async () => {
  const cwd = folderOf({'a-plan.md': '# Plan\ncrash\n'})
  expect((await counted(cwd)).code).toBe(2)
  expect(await counted(cwd)).toMatchObject({code: 2, judged: 1})
})

test('a run over some plans keeps the others', async () => {
  const cwd = folderOf({'a-plan.md': bad, 'b-plan.md': bad})
  await counted(cwd)
  await counted(cwd, 'a-plan.md')
  expect((await counted(cwd)).judged).toBe(0)
})

test('--cache-location', async () => {
  const cwd = folderOf({'a-plan.md': bad})
  await counted(cwd, '--cache-location', 'deep/in/cache.json')
  expect(fs.existsSync(path.join(cwd, '.planlintcache'))).toBe(false)
  expect((await counted(cwd, '--cache-location', 'deep/in/cache.json')).judged).toBe(0)
  expect(await counted(cwd, '--cache-location', 'deep')).toMatchObject({code: 2, stderr: 'planlint: Cache "deep" can\'t be written: EISDIR\n'})
})
