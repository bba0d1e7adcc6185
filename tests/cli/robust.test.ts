/** What might take long, or takes its thread with it, is a fatal error of that file alone: the built command, and workers that hang, die and run out of memory. */
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { createBounded } from '../../src/cli/runtime/bounded.ts'
import type { Task } from '../../src/cli/runtime/task.ts'

const root = path.join(import.meta.dirname, '../..')
const report = 'please report it at https://github.com/planlint/planlint/issues'
const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-robust-')))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const task = (text: string, milliseconds = patient): Task => ({
  text,
  path: `${text}.md`,
  options: { limits: { milliseconds } },
  env: {}
})

/** Milliseconds that nothing here takes, however busy the machine is: only what hangs reaches its limit. */
const patient = 100_000

/** A worker whose result is what the text says. */
const judge = path.join(folder, 'judge.mjs')
fs.writeFileSync(
  judge,
  `
import {parentPort} from 'node:worker_threads'
parentPort.on('message', ({text, path, where}) => {
  new Uint16Array(where).set(Array.from(text.includes('rule') ? 'step-verification' : '', (letter) => letter.charCodeAt(0)))
  if (text.includes('hang')) for (;;);
  if (text === 'wait') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 900)
  if (text.includes('throw')) throw new TypeError('no such thing')
  if (text === 'exit') process.exit(3)
  if (text === 'overflow') (function deeper() { deeper() })()
  if (text.includes('memory')) for (const all = [];;) all.push(new Array(10000).fill(all.length))
  parentPort.postMessage({path, findings: [], fatalErrors: []})
})
parentPort.postMessage('ready')
`
)

describe("a judge of one's own", { timeout: 2 * patient }, () => {
  const bounded = createBounded(pathToFileURL(judge), { megabytes: 64 })

  test.each([
    ['hang', 200, 'timeout', 'Not judged within 0.2 s: split the plan, or raise the limit "milliseconds"'],
    ['throw', patient, 'crash', `planlint crashed on this file: no such thing; ${report}`],
    ['exit', patient, 'crash', `planlint crashed on this file: it ended with code 3; ${report}`],
    ['overflow', patient, 'crash', `planlint crashed on this file: Maximum call stack size exceeded; ${report}`],
    ['memory', patient, 'out-of-memory', 'Not judged within 64 MB of memory: split the plan'],
    [
      'hang in a rule',
      200,
      'timeout',
      'Not judged within 0.2 s, while rule step-verification ran: split the plan, or raise the limit "milliseconds"'
    ],
    [
      'throw in a rule',
      patient,
      'crash',
      `planlint crashed on this file, while rule step-verification ran: no such thing; ${report}`
    ],
    [
      'memory in a rule',
      patient,
      'out-of-memory',
      'Not judged within 64 MB of memory, while rule step-verification ran: split the plan'
    ]
  ])('%s is trouble of its file, and the next is judged', async (text, milliseconds, code, message) => {
    expect(await bounded.lint(task(text, milliseconds))).toMatchObject({
      path: `${text}.md`,
      findings: [],
      fatalErrors: [{ code, message }]
    })
    expect(await bounded.lint(task('fine'))).toMatchObject({ path: 'fine.md', fatalErrors: [] })
  })

  test('several at once are judged one after the other', async () => {
    const reports = await Promise.all([
      bounded.lint(task('a')),
      bounded.lint(task('hang', 100)),
      bounded.lint(task('b'))
    ])
    expect(reports.map(report => report.fatalErrors.map(fatal => fatal.code))).toEqual([[], ['timeout'], []])
  })

  test('the limit counts processor time: who waits for a busy machine is not late', async () => {
    expect((await bounded.lint(task('wait', 600))).fatalErrors).toEqual([])
  })

  test('a worker that is never there keeps nobody waiting', async () => {
    const mute = path.join(folder, 'mute.mjs')
    fs.writeFileSync(mute, 'setInterval(() => undefined, 1000)\n')
    const fatal = {
      code: 'crash',
      message: 'No worker to judge this file within 0.3 s: run again when the machine has less to do'
    }
    expect((await createBounded(pathToFileURL(mute), { start: 300 }).lint(task('a'))).fatalErrors).toEqual([fatal])
  })
})

describe('the built command', { timeout: patient }, () => {
  const plan = fs.readFileSync(path.join(root, 'examples/flawed-design-plan.md'), 'utf8')

  test('a plan that is not judged in time ends with 2, and the others are judged', async () => {
    const cwd = project(
      { milliseconds: 1 },
      {
        'a-plan.md': plan,
        'b-plan.md': `${plan}\n${'A paragraph of *some* words.\n\n'.repeat(8000)}`,
        'c-plan.md': '# Plan\n'
      }
    )
    const { code, files, stderr } = await lint(cwd)
    expect(code).toBe(2)
    expect(stderr).toContain('b-plan.md: Not judged within 0.001 s')
    expect(files).toContain('c-plan.md')
  })

  test('the worker says what the main thread says', async () => {
    // The fast parser leaves rare character references to the reference; with a limit lifted, that is not surely quick.
    const text = `${plan}\n&Gg; ${'A paragraph of *some* words.\n\n'.repeat(300)}`
    const alone = await lint(project({}, { 'a-plan.md': text }))
    expect(alone.code).toBe(1)
    expect(await lint(project({ lines: 1_000_000 }, { 'a-plan.md': text }))).toEqual(alone)
  })

  test('the bytecode that a run leaves changes nothing, nor does a broken one', async () => {
    const home = path.join(folder, 'home')
    const dist = path.join(home, 'dist')
    fs.cpSync(path.join(root, 'dist'), dist, { recursive: true })
    fs.cpSync(path.join(root, 'package.json'), path.join(home, 'package.json'))
    const code = path.join(dist, 'cli/.code')
    fs.rmSync(code, { recursive: true, force: true })
    const cwd = project({}, { 'a-plan.md': plan })
    const first = await lint(cwd, {}, path.join(dist, 'bin.cjs'))
    const [kept] = fs.readdirSync(code)
    expect(kept).toMatch(/^planlint-.*\.bin$/)
    expect(await lint(cwd, {}, path.join(dist, 'bin.cjs'))).toEqual(first)
    fs.writeFileSync(path.join(code, kept!), 'nonsense')
    expect(await lint(cwd, {}, path.join(dist, 'bin.cjs'))).toEqual(first)
    expect(fs.statSync(path.join(code, kept!)).size).toBeGreaterThan(10_000)
  })

  test('a long run, judged by threads, leaves as good a bytecode as a short one; verdicts that were remembered leave none', async () => {
    const dist = path.join(folder, 'long/dist')
    fs.cpSync(path.join(root, 'dist'), dist, { recursive: true })
    fs.cpSync(path.join(root, 'package.json'), path.join(folder, 'long/package.json'))
    const code = path.join(dist, 'cli/.code')
    const kept = (): number =>
      fs.existsSync(code)
        ? fs.readdirSync(code).reduce((sum, name) => sum + fs.statSync(path.join(code, name)).size, 0)
        : 0
    const bin = path.join(dist, 'bin.cjs')
    const [short, long] = [
      project({}, { 'a-plan.md': plan }),
      project({}, Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${i}-plan.md`, plan])))
    ]
    fs.rmSync(code, { recursive: true, force: true })
    await lint(short, {}, bin)
    const usual = kept()
    fs.rmSync(code, { recursive: true })
    await lint(long, {}, bin)
    expect(kept()).toBeGreaterThan(usual * 0.9)
    await lint(short, {}, bin, '--cache')
    fs.rmSync(code, { recursive: true })
    await lint(short, {}, bin, '--cache')
    expect(kept()).toBe(0)
  })

  test("a package that can't be written to keeps it in the user's cache folder, and does without", async () => {
    const [home, cache] = [path.join(folder, 'fixed'), path.join(folder, 'cache')]
    fs.cpSync(path.join(root, 'dist'), path.join(home, 'dist'), { recursive: true })
    fs.cpSync(path.join(root, 'package.json'), path.join(home, 'package.json'))
    fs.rmSync(path.join(home, 'dist/cli/.code'), { recursive: true, force: true })
    // A file where the folder would be: nobody, not even root, can write there.
    fs.writeFileSync(path.join(home, 'dist/cli/.code'), '')
    const cwd = project({}, { 'a-plan.md': plan })
    const first = await lint(cwd, { XDG_CACHE_HOME: cache }, path.join(home, 'dist/bin.cjs'))
    expect(fs.readdirSync(path.join(cache, 'planlint'))).toHaveLength(1)
    expect(await lint(cwd, { XDG_CACHE_HOME: cache }, path.join(home, 'dist/bin.cjs'))).toEqual(first)
    expect(await lint(cwd, { XDG_CACHE_HOME: '/dev/null' }, path.join(home, 'dist/bin.cjs'))).toEqual(first)
    expect(
      await lint(cwd, { XDG_CACHE_HOME: cache, NODE_DISABLE_COMPILE_CACHE: '1' }, path.join(home, 'dist/bin.cjs'))
    ).toEqual(first)
  })
})

let count = 0

function project(limits: Record<string, number>, files: Record<string, string>): string {
  const cwd = path.join(folder, `project-${count++}`)
  fs.mkdirSync(cwd)
  fs.writeFileSync(path.join(cwd, '.remarkrc.json'), JSON.stringify({ plugins: [['planlint', { limits }]] }))
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(cwd, name), text)
  return cwd
}

interface Outcome {
  code: number
  stdout: string
  stderr: string
  files: string[]
}

function lint(
  cwd: string,
  env: Record<string, string> = {},
  bin = path.join(root, 'dist/bin.cjs'),
  ...words: string[]
): Promise<Outcome> {
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [bin, '--format', 'json', '.', ...words],
      { cwd, env: { ...process.env, ...env }, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        const { files } = JSON.parse(stdout) as { files: { path: string }[] }
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr, files: files.map(file => file.path) })
      }
    )
  })
}
