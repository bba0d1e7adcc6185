/** Whole plans, spoilt and mended. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/fix/apply.ts'
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
  /^(?:Empty|Unwritten|Unchecked|Unanswered|Conflicting boxes) |^Conflicting tasks: |ticked box/.test(finding.message)
const hasSafeFix = (finding: Finding): boolean => finding.fixes?.some(fix => fix.safe || fix.scaffold) ?? false

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
      const fixed = await applyFixes(spoilt, lint, { scaffold: true })
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
      expect((await applyFixes(fixed.text, lint, { scaffold: true })).text).toBe(fixed.text)
    })

  test('line breaks, byte order mark and the end are kept', async () => {
    const [mutant] = mutants.filter(each => each.mends === 'filled').slice(-1)
    if (!mutant) return
    const fix = async (each: string): Promise<string> => (await applyFixes(each, lint, { scaffold: true })).text
    const plain = await fix(mutant.text)
    const crlf = (each: string): string => each.replaceAll('\n', '\r\n')
    expect(await fix(crlf(mutant.text))).toBe(crlf(plain))
    expect(await fix(`\uFEFF${mutant.text}`)).toBe(`\uFEFF${plain}`)
    expect(await fix(mutant.text.trimEnd())).toBe(plain.trimEnd())
  })
})

/** Is one text the other with lines put in? */
function isInsertedInto(text: string, before: string): boolean {
  const lines = before.split('\n')
  let at = 0
  for (const line of text.split('\n')) if (line === lines[at]) at++
  return at === lines.length
}
