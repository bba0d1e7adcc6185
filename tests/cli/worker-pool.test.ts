/** Threads that share the work change nothing but the time: the built command with one, two and four; threads that die, or can't judge. */
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { makePlan, makePlans } from '../../bench/plans.ts'
import { createWorkerPool, threadsFor } from '../../src/cli/runtime/worker-pool.ts'
import type { Job } from '../../src/cli/runtime/pool-worker.ts'
import { lintText } from '../../src/lint/linter.ts'
import type { PlanlintOptions } from '../../src/options.ts'
import { gitEnv, repo } from '../repo/make.ts'

const root = path.join(import.meta.dirname, '../..')
const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-pool-')))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string | Uint8Array): string => {
  const file = path.join(folder, name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
  return file
}

describe('how many threads', () => {
  test.each([
    [10, undefined, 8, 0],
    [39, undefined, 8, 0],
    [40, undefined, 8, 1],
    [200, undefined, 2, 1],
    [200, undefined, 8, 5],
    [5000, undefined, 8, 7],
    [5000, undefined, 1, 0],
    [5000, '1', 8, 0],
    [5000, '3', 8, 2],
    [5000, '4', 2, 3],
    [70, '4', 2, 1],
    [5000, '0', 8, 7],
    [5000, 'many', 8, 7],
    [5000, '-1', 2, 1],
    [5000, '', 2, 1],
    [5000, '2x', 4, 3]
  ])('%s files, asked for %s, %s cores: %s more', (files, given, cores, threads) => {
    expect(threadsFor(files, given, cores)).toBe(threads)
  })
})

interface Answer {
  code: number
  stdout: string
  stderr: string
}

/** Lints a folder's plans; `jobs` counts what threads were given. */
function run(name: string, threads: number, ...words: string[]): Promise<Answer & { jobs: number }> {
  const env = { ...gitEnv(), PLANLINT_THREADS: `${threads}` }
  return new Promise(resolve => {
    execFile(
      process.execPath,
      ['--require', counter, path.join(root, 'dist/bin.cjs'), 'docs', ...words],
      { cwd: path.join(folder, name), env, maxBuffer: 1e8 },
      (error, stdout, stderr) => {
        const jobs = Number(/^jobs: (\d+)$/m.exec(stderr)?.[1] ?? -1)
        resolve({
          code: typeof error?.code === 'number' ? error.code : 0,
          stdout: stdout.replace(/"elapsed":.*/g, '').replace(/· [\d.]+ m?s$/gm, ''),
          stderr: stderr.replace(/^jobs: .*\n/m, ''),
          jobs
        })
      }
    )
  })
}

const counter = write(
  'count.cjs',
  `
const {isMainThread, Worker} = require('node:worker_threads')
const {postMessage} = Worker.prototype
let jobs = 0
Worker.prototype.postMessage = function (order) { if (order.job !== undefined) jobs++; return postMessage.call(this, order) }
if (isMainThread) process.on('exit', () => process.stderr.write('jobs: ' + jobs + '\\n'))
`
)

function withoutJobs({ code, stdout, stderr }: Answer): Answer {
  return { code, stdout, stderr }
}

/** What one thread says, and two and four: the same, but for how much was done by others. */
async function compare(name: string, ...words: string[]): Promise<Answer & { jobs: number[] }> {
  const [one, two, four] = [await run(name, 1, ...words), await run(name, 2, ...words), await run(name, 4, ...words)]
  expect(withoutJobs(two)).toEqual(withoutJobs(one))
  expect(withoutJobs(four)).toEqual(withoutJobs(one))
  return { ...one, jobs: [one.jobs, two.jobs, four.jobs] }
}

describe('the built command', { timeout: 120_000 }, () => {
  for (const { name, text } of makePlans(70)) write(`repo/${name}`, text)
  write('repo/docs/plans/with-bom-plan.md', `\uFEFF${makePlan({ flaws: 2 }, 3)}`)
  write('repo/docs/plans/latin-plan.md', Buffer.from([0x23, 0x20, 0xe9, 0x0a]))
  write('repo/docs/plans/none-plan.md', '---\nplanlint: false\n---\n\n# None\n')
  write(
    'repo/docs/plans/reference-plan.md',
    `${makePlan({ flaws: 1 }, 4)}\n[^1]: a note[^1]\n\n<div\nclass="a">\n\n&copy; \\\n`
  )
  // More than a thread of the pool takes, as the rule for it has it: the worker that can be stopped judges it.
  write(
    'repo/docs/plans/long-plan.md',
    makePlan({ steps: 900, flaws: 2, files: 1 }, 5) + '\n<!-- a\n-->\n'.repeat(2000)
  )
  write(
    'repo/.remarkrc.json',
    JSON.stringify({
      plugins: [['planlint', { overrides: [{ files: ['**/001*-plan.md'], rules: { 'step-fields': 'off' } }] }]]
    })
  )

  const lint = async (threads: number, ...words: string[]): Promise<Answer> =>
    withoutJobs(await run('repo', threads, ...words))

  test.each([
    [['--format', 'json']],
    [['--format', 'stylish']],
    [['--format', 'sarif']],
    [['--profile', 'task-plan', '--format', 'json']]
  ])('says the same with one, two and four: %s', async words => {
    expect(await compare('repo', ...words)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('latin-plan.md') as string
    })
  })

  test('the threads do take part', async () => {
    for (const { name, text } of makePlans(200)) write(`many/${name}`, text)
    const { jobs } = await compare('many')
    expect(jobs[0]).toBe(0)
    expect(jobs[1]).toBeGreaterThan(20)
  })

  test('also inside of a repository, whose past and present they know', async () => {
    const { write: put, commit, move } = repo(path.dirname(write('history/README.md', 'Plans\n')))
    commit('start', {
      'services/orders/orders_1.ts': '1',
      'services/orders/orders_3.ts': '3',
      'services/old/ledger_1.ts': 'ledger\n'.repeat(20),
      'package.json': '{"scripts":{"test":"x"}}'
    })
    commit(
      'plans',
      Object.fromEntries(
        makePlans(160)
          .slice(0, 80)
          .map(({ name, text }) => [name, text])
      )
    )
    move('services/old/ledger_1.ts', 'services/kept/ledger_1.ts')
    commit('later', { 'services/orders/orders_3.ts': null, 'services/labels/labels_1.ts': '' })
    put(
      Object.fromEntries(
        makePlans(160)
          .slice(80)
          .map(({ name, text }) => [name, text.replace('npm test -- shelf_0_0', 'npm run nothing')])
      )
    )
    const { stdout, jobs } = await compare('history', '--format', 'json')
    const count = (rule: string): number => stdout.split(`"rule": "${rule}"`).length - 1
    expect(
      [count('path-exists'), count('command-exists')].every(found => found > 50),
      `${count('path-exists')}, ${count('command-exists')}`
    ).toBe(true)
    expect(jobs[0]).toBe(0)
    expect(jobs[1]).toBeGreaterThan(20)
  })

  test('a thread of it judges as the linter does, and hands back what may take long', async () => {
    const pool = createWorkerPool(1, false, pathToFileURL(path.join(root, 'dist/cli/worker.cjs')))!
    const env = { summary: true }
    const ask = async (text: string, options: PlanlintOptions): Promise<unknown> => {
      for (;;) {
        const taken = pool.offer({ text, path: 'a-plan.md', options, env })
        if (taken) return taken
        await new Promise(resolve => setTimeout(resolve, 5))
      }
    }
    const options: PlanlintOptions = { rules: { 'step-fields': 'off' } }
    const plan = makePlan({ flaws: 3 }, 7)
    const alone = lintText(plan, { options, summary: true, path: 'a-plan.md' })
    expect(alone.findings.length).toBeGreaterThan(3)
    expect(await ask(plan, options)).toEqual(JSON.parse(JSON.stringify(alone)))
    expect((await ask(plan, { limits: { milliseconds: 10 } })) === undefined).toBe(true)
    expect(await ask(plan, options)).toMatchObject({ findings: alone.findings.map(({ message }) => ({ message })) })
  })

  test('remembers the same verdicts, and mends the same bytes', async () => {
    const alone = await lint(1, '--format', 'json')
    expect(await lint(3, '--format', 'json', '--cache')).toEqual(alone)
    expect(await lint(3, '--format', 'json', '--cache')).toEqual(alone)
    expect(await lint(3, '--fix-dry-run', '--format', 'json')).toEqual(
      await lint(1, '--fix-dry-run', '--format', 'json')
    )
  })
})

describe('threads that fail', { timeout: 60_000 }, () => {
  const script = write(
    'thread.mjs',
    `
import {parentPort} from 'node:worker_threads'
parentPort.on('message', ({job, text}) => {
  if (job === undefined || text === undefined) return
  if (text === 'die') process.exit(1)
  if (text === 'throw') throw new Error('no')
  parentPort.postMessage({job, report: text === 'back' ? undefined : {path: text}})
})
parentPort.postMessage('ready')
`
  )
  const options = {}
  const env = {}
  const jobOf = (text: string): Job => ({ text, path: text, options, env })

  /** Offers until a thread takes it. */
  const judged = async (pool: NonNullable<ReturnType<typeof createWorkerPool>>, text: string): Promise<unknown> => {
    for (;;) {
      const taken = pool.offer(jobOf(text))
      if (taken) return taken
      if (!pool.isThere) return 'nobody there'
      await new Promise(resolve => setTimeout(resolve, 5))
    }
  }

  test('a report, and a text handed back', async () => {
    const pool = createWorkerPool(1, false, pathToFileURL(script))!
    expect(await judged(pool, '\uFEFFa')).toEqual({ path: '\uFEFFa', source: 'a' })
    expect(await judged(pool, 'back')).toBeUndefined()
    expect(await judged(pool, 'b')).toEqual({ path: 'b', source: 'b' })
  })

  test.each(['die', 'throw'])('one that dies leaves what it had to the asker: %s', async text => {
    const pool = createWorkerPool(2, false, pathToFileURL(script))!
    expect(await judged(pool, 'a')).toMatchObject({ path: 'a' })
    const all = await Promise.all([judged(pool, text), judged(pool, 'b'), judged(pool, 'c')])
    expect(all[0]).toBeUndefined()
    expect(await judged(pool, text)).toBeUndefined()
    await expect.poll(() => pool.isThere).toBe(false)
    expect(await judged(pool, 'd')).toBe('nobody there')
  })

  test("what can't cross to a thread is judged by the asker", async () => {
    const pool = createWorkerPool(1, false, pathToFileURL(script))!
    expect(await judged(pool, 'a')).toMatchObject({ path: 'a' })
    const strange = { ...jobOf('b'), env: { onRule: () => undefined } }
    expect(await pool.offer(strange)).toBeUndefined()
  })

  test('no more than a few wait at a thread', async () => {
    const pool = createWorkerPool(1, false, pathToFileURL(script))!
    await judged(pool, 'a')
    // Those of one folder go on to the same thread.
    const taken = Array.from({ length: 20 }, (_, i) => pool.offer({ ...jobOf(`${i}`), path: `${i}/plan.md` })).filter(
      each => each !== undefined
    )
    expect(taken.length).toBe(6)
    expect(await Promise.all(taken)).toHaveLength(6)
  })

  test('nobody is hired before four texts, unless all are sure to be judged', async () => {
    const takenAt = async (isSure: boolean): Promise<number> => {
      const pool = createWorkerPool(1, isSure, pathToFileURL(script))!
      for (let i = 1; ; i++) {
        if (pool.offer({ ...jobOf('a'), path: `${i}/plan.md` })) return i
        await new Promise(resolve => setTimeout(resolve, 600))
      }
    }
    expect(await takenAt(true)).toBeLessThan(5)
    expect(await takenAt(false)).toBeGreaterThan(4)
  })

  test('without a worker, or work for one, there is none', () => {
    const pool = createWorkerPool(1, false, new URL('file:///nowhere/worker.cjs'))
    expect(pool).toBeUndefined()
    expect(createWorkerPool(0, false, pathToFileURL(script))).toBeUndefined()
  })
})
