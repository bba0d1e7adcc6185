/**
 * Time grows with the size and no faster: model and rules at n, 2n and 4n; parser and rules within 40 µs per byte and 50 ms for whatever passes the guard.
 * `PLANLINT_FUZZ` is the number of shapes tried.
 */
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { parseFast } from 'mdast-fast'
import { parsePlan } from '../../src/parse/parse.ts'
import { markdownFiles } from '../../packages/mdast-fast/tests/documents.ts'
import { timeOf } from './growth.ts'
import type { Grown, Timed } from './growth.ts'
import { ownPlans } from './texts.ts'

const count = Number(process.env['PLANLINT_FUZZ'] ?? 20)
const seed = Number(process.env['PLANLINT_SEED'] ?? (process.env['PLANLINT_FUZZ'] ? Date.now() % 1e6 : 1))
// Once more where another process took the machine meanwhile: what is quadratic stays so.
const limit = { timeout: 1_800_000, retry: 2 }

/** A process of its own: no other test's garbage is collected in it. */
async function measure<T>(mode: 'growth' | 'bytes'): Promise<T[]> {
  const script = path.join(import.meta.dirname, 'growth.ts')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', script, mode, String(count), String(seed)],
    { maxBuffer: 1 << 26 }
  )
  return stdout
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T)
}

describe(`random shapes, seed ${seed}`, () => {
  test('model and rules: four times the text takes at most ten times the time', limit, async () => {
    const grown = await measure<Grown>('growth')
    expect(grown.length).toBeGreaterThan(count / 3)
    // Below 60 ms it is noise.
    const steep = grown.filter(({ times: [small, , large] }) => large > 60 && large > 10 * Math.max(small, 4))
    expect(steep).toEqual([])
    console.log(
      `growth: ${grown.length} shapes, dearest ${Math.max(...grown.map(({ times, bytes }) => (times[2] * 1000) / bytes)).toFixed(1)} µs per byte`
    )
  })

  test('what passes the guard takes at most 40 µs per byte and 50 ms', limit, async () => {
    const timed = await measure<Timed>('bytes')
    expect(timed.length).toBeGreaterThan(count / 3)
    expect(timed.filter(({ milliseconds, bytes }) => milliseconds > bytes * 0.04 + 50)).toEqual([])
    console.log(
      `bytes: ${timed.length} shapes, longest ${Math.max(...timed.map(({ milliseconds, bytes }) => ((milliseconds - 50) * 1000) / bytes)).toFixed(1)} µs per byte beyond 50 ms`
    )
  })
})

test('real plans take at most 10 µs per byte at the 99th percentile', limit, () => {
  const corpus = process.env['PLANLINT_CORPUS']
  const texts =
    corpus && fs.existsSync(corpus) ? markdownFiles(corpus).map(file => fs.readFileSync(file, 'utf8')) : ownPlans
  const judge = (text: string) =>
    lintText(text, { now: 1.7e12, parse: source => parseFast(source) ?? parsePlan(source) })
  for (const text of texts.slice(0, 100)) judge(text)
  // Processor time is counted in steps of some milliseconds: several times, then.
  const timeOfTen = (text: string) =>
    timeOf(() => {
      for (let n = 0; n < 10; n++) judge(text)
    }) / 10
  const perByte = texts
    .filter(text => text.length > 1000)
    .map(text => (timeOfTen(text) * 1000) / Buffer.byteLength(text))
    .sort((a, b) => a - b)
  const at = (part: number) => perByte[Math.min(perByte.length - 1, Math.floor(perByte.length * part))]!
  console.log(
    `plans: ${perByte.length}, median ${at(0.5).toFixed(1)}, 99th percentile ${at(0.99).toFixed(1)} µs per byte`
  )
  expect(at(0.99)).toBeLessThan(10)
})
