/** A rule's page says what the rule says of itself, and of each profile; what it shows before and after is really found, and really gone. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { fixturesOf } from '../../src/dev/beside.ts'
import { renderPage } from '../../src/dev/gen-pages.ts'
import { changedLines, remediesOf } from '../../src/dev/gen-remedies.ts'
import { lintText } from '../../src/lint/linter.ts'
import { shippedProfiles } from '../../src/profiles/builtin.ts'
import { pageOf } from '../../src/lint/rule.ts'
import type { Rule } from '../../src/lint/rule.ts'
import { fixtureAround } from './repo.ts'

const folder = path.join(import.meta.dirname, '../../rules')

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  const page = fs.readFileSync(path.join(folder, `${id}.md`), 'utf8')

  test('is generated, and has an address', async () => {
    expect(page).toBe(await renderPage(rule, fixturesOf(id), shippedProfiles))
    expect(pageOf(id)).toBe(`https://github.com/planlint/planlint/blob/main/rules/${id}.md`)
  })

  test('says no message twice, and in one sentence when to do without', () => {
    const lines = page.split('## What it says\n\n')[1]!.split('\n\n')[0]!.split('\n')
    expect(new Set(lines).size).toBe(lines.length)
    expect(rule.whenOff).toMatch(/^[A-Z][^.]+\.$/)
    expect(page).toContain(rule.whenOff)
  })

  test('before is found, after is not', async () => {
    const { pairs } = await remediesOf(rule, fixturesOf(id))
    expect(pairs.length).toBeGreaterThan(0)
    for (const { before, after } of pairs) {
      expect(page).toContain(before.text.trimEnd())
      expect(page).toContain(after.text.trimEnd())
      expect(findings(rule, before.name, before.text)).toContain(id)
      expect(findings(rule, after.name, after.text)).toEqual([])
      // The same text, not another one.
      expect(changedLines(before.text, after.text)).toBeLessThanOrEqual(12)
    }
  })
})

/** The rules whose findings a text has among the files that the fixture lies in. */
function findings(rule: Rule, name: string, text: string): string[] {
  const report = lintText(text, {
    only: rule.checkSilence ? rules.filter(other => !other.repo) : [rule],
    options: { reportUnusedDisableDirectives: true, ...(rule.optIn ? { rules: { [rule.id]: true } } : {}) },
    ...fixtureAround(rule, name, text)
  })
  expect(report.fatalErrors).toEqual([])
  return report.findings.map(finding => finding.rule)
}
