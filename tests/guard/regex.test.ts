import fs from 'node:fs'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { check } from 'recheck'
import { describe, expect, it } from 'vitest'
import recheckPackage from 'recheck/package.json' with { type: 'json' }
import { allowed, dynamic, toMend } from './allowed-patterns.ts'
import { patternsOf, type Found } from './patterns-of.ts'

const root = path.resolve(import.meta.dirname, '../..')
const cache = path.join(root, 'node_modules/.cache/planlint-recheck', recheckPackage.version)

const files = ['src', 'rules', 'packages/mdast-fast/src'].flatMap(folder =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => path.posix.join(folder, name.replaceAll(path.sep, '/')))
)
const all = files.map(file => ({ file, ...patternsOf(file, fs.readFileSync(path.join(root, file), 'utf8')) }))

describe('every regular expression of ours', () => {
  it('is found', () => {
    const code = 'const a = /x+/gu; f(/[/]\\//); new RegExp("y", "i"); RegExp(`^${z}+`); new RegExp(b + c)'
    expect(patternsOf('a.ts', code)).toEqual({
      found: expect.arrayContaining([
        { source: 'x+', flags: 'gu', line: 1 },
        { source: '[/]\\/', flags: '', line: 1 },
        { source: 'y', flags: 'i', line: 1 },
        { source: '^x+', flags: '', line: 1 }
      ]),
      dynamic: [{ argument: 'b + c', line: 1 }]
    })
    expect(all.flatMap(({ found }) => found).length).toBeGreaterThan(100)
  })

  it('is free of catastrophic backtracking, by recheck', async () => {
    fs.mkdirSync(cache, { recursive: true })
    const places = new Map<string, Found & { file: string }>()
    for (const { file, found } of all)
      for (const each of found) places.set(`${each.flags}/${each.source}`, { ...each, file })
    const slow = new Map<string, string>()
    for (const { file, line, source, flags } of places.values()) {
      const first = await judge(source, flags)
      // On a slow machine a proof takes longer.
      const verdict =
        first.startsWith('no proof') && !Object.hasOwn(allowed, source) ? await judge(source, flags, 120_000) : first
      if (verdict !== 'safe') slow.set(source, `${file}:${line}: /${source}/${flags}: ${verdict}`)
    }
    const debts = new Set(toMend.map(({ source }) => source))
    for (const [source, text] of slow) if (debts.has(source)) console.warn(`to mend: ${text}`)
    expect(
      [...slow].filter(([source]) => !Object.hasOwn(allowed, source) && !debts.has(source)).map(([, text]) => text)
    ).toEqual([])
    expect(
      Object.keys(allowed).filter(source => !slow.has(source)),
      'allowed, but safe or gone'
    ).toEqual([])
  }, 900_000)

  it('is known before it runs', () => {
    const unknown = all.flatMap(({ file, dynamic: found }) => found.map(({ argument }) => `${file}: ${argument}`))
    expect(unknown.sort()).toEqual(Object.keys(dynamic).sort())
  })
})

/**
 * The fuzzer counts steps rather than milliseconds, and tries the same each time: a busy machine changes no verdict. On attacks of 30,000 characters
 * a hundred million steps tell what grows with the square of the length from what takes up to some three thousand steps for each.
 */
const inSteps = {
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  attackLimit: 100_000_000,
  maxAttackStringSize: 30_000,
  randomSeed: 1
}

/** recheck's verdict, kept over runs: its own search takes seconds for some. A timeout is no proof. */
async function judge(source: string, flags: string, timeout = 10_000): Promise<string> {
  const key = `${JSON.stringify(inSteps)}\0${flags}/${source}`
  const file = path.join(cache, createHash('sha256').update(key).digest('hex'))
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8')
  const result = await check(source, flags, { timeout, ...inSteps })
  const verdict =
    result.status === 'vulnerable'
      ? result.complexity.summary
      : result.status === 'safe'
        ? 'safe'
        : `no proof (${result.error.kind})`
  if (result.status !== 'unknown') fs.writeFileSync(file, verdict)
  return verdict
}
