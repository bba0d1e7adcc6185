/**
 * What `--fix` promises, on plans spoilt on purpose and on real ones, each judged by every profile, with every kind of line ending: no finding that was not
 * there before, twice is once, bytes outside of edits stay, and what is said of other documents' steps stays. A sample; with
 * `PLANLINT_EVERY=10` every tenth of the real plans, with `PLANLINT_ALL=1` all of everything.
 */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/fix/apply.ts'
import { prove } from '../../src/fix/prove.ts'
import { lintText } from '../../src/lint/linter.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import type { FileReport, Finding } from '../../src/types.ts'
import { mutantsOf } from './mutants.ts'

const root = path.join(import.meta.dirname, '../..')
const isAll = process.env['PLANLINT_ALL'] !== undefined
/** Of the real plans, one in so many. */
const every = Number(process.env['PLANLINT_EVERY'] ?? 60)
const long = isAll || every < 60 ? 3_600_000 : 120_000

interface Text {
  name: string
  text: string
}

const encodings: [string, (text: string) => string][] = [
  ['LF', text => text.replace(/\r\n?/g, '\n')],
  ['CRLF', text => text.replace(/\r\n?/g, '\n').replaceAll('\n', '\r\n')],
  ['BOM', text => `\uFEFF${text}`]
]

/** Sentences about steps that are not the plan's. */
const foreign = [
  'As Step 3 of plans/001-other.md says, Phase 3 of plans/001-other.md and Commit 3 of plans/001-other.md come first.',
  "The RFC's Step 3 differs; plan 001 Step 3 specifies it.",
  'Read plans/002-base.md: its Step 3 and its Phase 3 define the schema.',
  'See https://example.org/guide (Step 3, Phase 3, Commit 3).',
  '`README.md:65-69` (Quick start step 3) and [Step 3](plans/001-other.md#step-3).'
]

/** Every `nth` of the files below a folder. */
function readAll(folder: string, nth: number, name: RegExp): Text[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(each => name.test(each))
    .sort()
    .filter((_, index) => isAll || index % nth === 0)
    .map(each => ({ name: each, text: fs.readFileSync(path.join(folder, each), 'utf8') }))
}

/** With foreign sentences before every heading from the second on. */
function planted(text: string): string {
  let count = 0
  return text.replace(/\n\n(?=#{2,4} )/g, gap => `${gap}${foreign[count++ % foreign.length]}${gap}`)
}

/** What a finding is known by: a title that was corrected is quoted anew, a number too. */
const kindOf = ({ rule, messageId, severity }: Finding): string => `${rule} ${messageId} ${severity}`

function grown(before: readonly Finding[], after: readonly Finding[]): string[] {
  const counts = new Map<string, number>()
  for (const finding of before) counts.set(kindOf(finding), (counts.get(kindOf(finding)) ?? 0) + 1)
  for (const finding of after) counts.set(kindOf(finding), (counts.get(kindOf(finding)) ?? 0) - 1)
  return [...counts].filter(([, count]) => count < 0).map(([kind]) => kind)
}

/** @returns whether anything was fixed, and what is wrong with that */
async function breaches({ name, text }: Text, forced: string): Promise<{ isFixed: boolean; wrong: string[] }> {
  const wrong: string[] = []
  let isFixed = false
  for (const [encoding, encode] of encodings) {
    const say = (what: string): void => void wrong.push(`${name}, ${forced}, ${encoding}: ${what}`)
    const own = encode(text)
    const lint = (each: string): FileReport => lintText(each, { forced, now: 1.7e12 })
    const before = lint(own.replace(/^\uFEFF+/, ''))
    if (!before.findings.some(finding => finding.fixes?.some(fix => fix.safe))) continue
    const proven = await prove(own, before, async each => lint(each))
    const fixed = await applyFixes(own, lint)
    isFixed ||= fixed.text !== own
    if (fixed.fighting.length > 0) say(`${fixed.fighting.join()} fight`)
    for (const kind of grown(before.findings, fixed.report.findings)) say(`more of ${kind}`)
    if ((await applyFixes(fixed.text, lint)).text !== fixed.text) say('not the same twice')
    const claimed = proven.findings.filter(finding => finding.fixes?.some(fix => fix.safe)).length
    if (before.findings.length - fixed.report.findings.length < claimed) say('advertised, and not done')
    if (!keepsLines(own, fixed.text)) say('a line is lost')
    const [was, is] = [own, fixed.text].map(each => foreign.map(sentence => each.split(sentence).length))
    if (String(was) !== String(is)) say('a foreign reference is changed')
  }
  return { isFixed, wrong }
}

/** As many lines as before, with the same ends, and most of them as they were: `--fix` corrects words and numbers. */
function keepsLines(before: string, after: string): boolean {
  const [was, is] = [before, after].map(each => each.split('\n')) as [string[], string[]]
  const digits = (line: string): string => line.replace(/\d+/g, '0')
  const changed = was.filter((line, index) => digits(line) !== digits(is[index] ?? '')).length
  return was.length === is.length && changed <= was.length / 2 && before.endsWith('\r') === after.endsWith('\r')
}

async function checkAll(texts: readonly Text[]): Promise<number> {
  let fixed = 0
  const wrong: string[] = []
  for (const each of texts)
    for (const { name } of builtinProfiles) {
      const result = await breaches(each, name)
      wrong.push(...result.wrong)
      if (result.isFixed) fixed++
    }
  expect(wrong).toEqual([])
  return fixed
}

describe('what --fix promises', () => {
  const plans = readAll(path.join(root, 'fixtures/plans'), 1, /valid-\d.*\.md$/)
  const spoilt = plans.flatMap(({ name, text }) =>
    mutantsOf(text)
      .filter((mutant, index) => mutant.mends === 'restored' && (isAll || /^gap/.test(mutant.name) || index % 40 === 0))
      .flatMap(mutant => [
        { name: `${name}: ${mutant.name}`, text: mutant.text },
        { name: `${name}: ${mutant.name}, planted`, text: planted(mutant.text) }
      ])
  )

  test(
    'on spoilt plans, with foreign references and without',
    async () => {
      expect(
        await checkAll(isAll ? spoilt : spoilt.filter((_, index) => index % Math.ceil(spoilt.length / 16) === 0))
      ).toBeGreaterThan(3)
    },
    long
  )

  const corpus = ['corpus', '../shared/corpus'].map(name => path.join(root, name)).find(each => fs.existsSync(each))
  test.skipIf(corpus === undefined)(
    `on real plans${corpus === undefined ? ': skipped, since there is no folder of them' : ''}`,
    async () => {
      const real = readAll(corpus!, every, /\.md$/)
      await checkAll(
        real.flatMap(({ name, text }) => [
          { name, text },
          { name: `${name}, planted`, text: planted(text) }
        ])
      )
    },
    long
  )
})
