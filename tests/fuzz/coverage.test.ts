/** The coverage-guided fuzzer does what it says, and what it once found stays mended. */
import fs from 'node:fs'
import path from 'node:path'
import { transformSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { Corpus } from './coverage/corpus.ts'
import { createCounters, instrument, maxSteps } from './coverage/instrument.ts'
import { fuzz } from './coverage/main.ts'
import { longest, mutate, seeds } from './coverage/mutate.ts'
import { shrink } from './coverage/shrink.ts'
import { judgeEveryWay } from './invariants.ts'
import { randomOf } from './random.ts'

/** Code with counters, called once. */
function run<T>(code: string, from = 0): { value: T; count: number; hit: number[] } {
  const counters = createCounters()
  const { code: counted, count } = instrument('a.ts', code, from)
  const value = new Function(`${transformSync(counted, { loader: 'ts', format: 'cjs' }).code}; return main()`)() as T
  return { value, count, hit: Array.from(counters.places.subarray(from, from + count)) }
}

describe('code with counters', () => {
  test.each<[string, string, unknown, number[]]>([
    [
      'functions, conditions',
      'const f = (n: number) => n > 1 ? "many" : "one"\nfunction main() { if (f(2) === "one") return 1; else return [f(1), f(3)] }',
      ['one', 'many'],
      [1, 1, 1, 1, 0, 1]
    ],
    ['arms of words', 'const main = () => [0 || 2, 1 && 3, null ?? 4, 1 || 5]', [2, 3, 4, 1], [1, 1, 1, 1, 0]],
    [
      'loops and cases',
      'function main() { let sum = 0; for (const n of [1, 2, 3]) switch (n) { case 1: sum += 10; break; case 2: { sum += 100 } default: sum++ } return sum }',
      112,
      [1, 1, 1, 1, 1]
    ],
    [
      'generators and objects',
      'function* each() { yield 1; yield* (true ? [2] : []) }\nconst main = () => ({ a: [...each()], b: (() => ({}))() })',
      { a: [1, 2], b: {} },
      [1, 1, 0, 1, 1]
    ],
    [
      'what is never called',
      'function other(): void { throw new Error("x") }\nfunction main() { try { JSON.parse("{") } catch { return "caught" } }',
      'caught',
      [0, 1, 1]
    ]
  ])('%s: does the same', (_, code, value, hit) => {
    const ran = run(code)
    expect(ran.value).toEqual(value)
    expect(ran.hit.sort()).toEqual(hit.sort())
  })

  test('numbers go on from module to module', () =>
    expect(run('const main = () => 1', 40)).toMatchObject({ count: 1, hit: [1] }))
})

test('a corpus knows what is new: a step, and the same step more often', () => {
  const counters = createCounters()
  const corpus = new Corpus(counters)
  const take = (step: number, times: number): boolean => {
    corpus.reset()
    counters.steps[step] = times
    return corpus.isNew()
  }
  expect([take(5, 1), take(5, 1), take(5, 2), take(5, 3), take(maxSteps - 1, 1), take(5, 200), take(5, 100)]).toEqual([
    true,
    false,
    true,
    false,
    true,
    true,
    false
  ])
  expect(corpus.stepCount).toBe(2)
})

test('changed plans: not too long, many different, the same from one seed', () => {
  const changed = (seed: number): string[] => {
    const random = randomOf(seed)
    return Array.from({ length: 500 }, () => mutate(random.pick(seeds), random, () => random.pick(seeds)))
  }
  const texts = changed(3)
  expect(changed(3)).toEqual(texts)
  expect(Math.max(...texts.map(text => text.length))).toBeLessThanOrEqual(longest)
  expect(new Set(texts).size).toBeGreaterThan(400)
})

test('what breaks is made small', async () => {
  const text = Array.from({ length: 60 }, (_, n) => `line ${n}`).join('\n')
  expect(await shrink(text, async piece => piece.includes('e 1') && piece.includes('59'))).toBe('e 159')
})

test('a short run finds ways into the code, and nothing that breaks', async () => {
  const found: string[] = []
  const { executions, places, allPlaces, kept } = await fuzz(0.5, 1, (text, error) =>
    found.push(`${error.stack}\n${JSON.stringify(text)}`)
  )
  expect(found).toEqual([])
  expect(executions).toBeGreaterThan(20)
  expect(kept).toBeGreaterThan(20)
  expect(places / allPlaces).toBeGreaterThan(0.4)
}, 300_000)

const folder = path.join(import.meta.dirname, 'crashes')

describe('what was found once', () => {
  test.each(fs.readdirSync(folder))('%s', async name => {
    const text = fs.readFileSync(path.join(folder, name), 'utf8')
    judgeEveryWay(text)
    const { examine, isAdmitted, ways } = await import('./coverage/target.ts')
    expect(isAdmitted(text)).toBe(true)
    for (let way = 0; way < ways; way++) await examine(text, way, true)
  })
})
