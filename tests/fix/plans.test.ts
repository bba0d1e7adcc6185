/** Whole plans, spoilt and mended; real plans, where they are at hand, mended twice. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/fix/apply.ts'
import type { FixOutcome } from '../../src/fix/apply.ts'
import { lintText } from '../../src/lint/linter.ts'
import type { FileReport, Finding } from '../../src/types.ts'
import { mutantsOf } from './mutants.ts'

const root = path.join(import.meta.dirname, '../..')
const plans = fs.readdirSync(path.join(root, 'fixtures/plans')).flatMap(profile =>
  fs
    .readdirSync(path.join(root, 'fixtures/plans', profile))
    .filter(name => /^valid-.*\.md$/.test(name))
    .map(name => ({
      profile,
      name: `${profile}/${name}`,
      text: fs.readFileSync(path.join(root, 'fixtures/plans', profile, name), 'utf8')
    }))
)

const judge =
  (profile: string) =>
  (text: string): FileReport =>
    lintText(text, { forced: profile })
const kindOf = ({ rule, message }: Finding): string => `${rule}: ${message}`
/** What is not written yet, and boxes that only a person ticks. */
const isOwed = (finding: Finding): boolean =>
  finding.rule === 'no-placeholder' ||
  /^(?:Empty|Unchecked|Unanswered|Conflicting boxes) |ticked box/.test(finding.message)
const hasSafeFix = (finding: Finding): boolean => finding.fixes?.some(fix => fix.safe) ?? false

/** Kinds of findings that were not there, apart from what a skeleton owes. */
function brought(before: readonly Finding[], after: readonly Finding[]): string[] {
  const known = new Set(before.map(kindOf))
  return after
    .filter(finding => !isOwed(finding))
    .map(kindOf)
    .filter(kind => !known.has(kind))
}

test('hundreds of mutants are claimed', () => {
  const claimed = plans.flatMap(({ profile, text }) =>
    mutantsOf(text).filter(mutant => judge(profile)(mutant.text).findings.some(hasSafeFix))
  )
  expect(claimed.length).toBeGreaterThan(250)
}, 60_000)

describe.each(plans)('$name', ({ profile, text }) => {
  const lint = judge(profile)
  const mutants = mutantsOf(text)
    .map(mutant => ({ ...mutant, before: lint(mutant.text) }))
    .filter(({ before }) => before.findings.some(hasSafeFix))

  test('is left alone', async () => {
    expect((await applyFixes(text, lint)).text).toBe(text)
  })

  if (mutants.length > 0)
    test.each(mutants)('$name', async ({ text: spoilt, mends, before }) => {
      const fixed = await applyFixes(spoilt, lint)
      expect(fixed.fighting).toEqual([])
      expect(fixed.report.findings.filter(hasSafeFix).map(kindOf)).toEqual([])
      expect(brought(before.findings, fixed.report.findings)).toEqual([])
      expect(
        before.findings
          .filter(hasSafeFix)
          .map(kindOf)
          .filter(kind => fixed.report.findings.some(finding => kindOf(finding) === kind))
      ).toEqual([])
      if (mends === 'restored') expect(fixed.text).toBe(text)
      else expect(isInsertedInto(fixed.text, spoilt)).toBe(true)
      expect((await applyFixes(fixed.text, lint)).text).toBe(fixed.text)
    })

  test('line breaks, byte order mark and the end are kept', async () => {
    const [mutant] = mutants.filter(each => each.mends === 'filled').slice(-1)
    if (!mutant) return
    const plain = await applyFixes(mutant.text, lint)
    const crlf = (each: string): string => each.replaceAll('\n', '\r\n')
    expect((await applyFixes(crlf(mutant.text), lint)).text).toBe(crlf(plain.text))
    expect((await applyFixes(`\uFEFF${mutant.text}`, lint)).text).toBe(`\uFEFF${plain.text}`)
    const endless = mutant.text.trimEnd()
    expect((await applyFixes(endless, lint)).text).toBe(plain.text.trimEnd())
  })
})

/** Is one text the other with lines put in? */
function isInsertedInto(text: string, before: string): boolean {
  const lines = before.split('\n')
  let at = 0
  for (const line of text.split('\n')) if (line === lines[at]) at++
  return at === lines.length
}

const corpus = ['corpus', '../shared/corpus'].map(name => path.join(root, name)).find(each => fs.existsSync(each))

describe.runIf(corpus !== undefined)('real plans', () => {
  const files =
    corpus === undefined
      ? []
      : fs
          .readdirSync(corpus, { recursive: true })
          .map(String)
          .filter(name => name.endsWith('.md'))
          .filter((_, index) => index % 4 === 0)

  test('twice gives the same bytes, no finding is brought, only edited lines change', async () => {
    const problems: string[] = []
    for (const name of files) {
      const text = fs.readFileSync(path.join(corpus!, name), 'utf8')
      const before = lintText(text)
      if (!before.findings.some(hasSafeFix)) continue
      const fixed = await applyFixes(text, each => lintText(each))
      if (fixed.fighting.length > 0) problems.push(`${name}: ${fixed.fighting.join()} fight`)
      if ((await applyFixes(fixed.text, each => lintText(each))).text !== fixed.text)
        problems.push(`${name}: not the same twice`)
      if (count(fixed) > before.findings.filter(finding => !isOwed(finding)).length)
        problems.push(`${name}: more findings`)
    }
    expect(problems).toEqual([])
  }, 120_000)
})

function count({ report }: FixOutcome): number {
  return report.findings.filter(finding => !isOwed(finding)).length
}
