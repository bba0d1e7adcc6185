/** Every rule on its fixtures: the verdict in the name, every message, then the report (`vitest -u` rewrites it). */
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { lintText } from '../../src/lint/linter.ts'
import { stylish } from '../../src/report/stylish.ts'
import type { Rule } from '../../src/lint/rule.ts'
import type { FileReport } from '../../src/types.ts'
import { ruleFixtures } from './load.ts'
import type { FixtureFile } from './load.ts'
import { fixtureAround } from './repo.ts'

/** Messages that only dialects still to come can give; take out what has its fixture. */
const waiting: Record<string, string[]> = {
  // No built-in profile demands a table or code of an option: tried in tests/profiles/custom-kinds.test.ts.
  alternatives: ['lacks'],
  'step-sequence': ['sameId', 'noId', 'foreign'],
  'step-verification': ['never', 'expectation'],
  // What lies in other folders, and what a folder says, is tried in tests/profiles/openspec.test.ts.
  traceability: ['astray', 'unknownName', 'taken', 'noOther', 'existing', 'dropped', 'unlisted', 'kept'],
  'status-consistency': ['unanswered'],
  'completion-checklist': ['open']
}

const fixtureNames = /^(?:in)?valid-[a-z0-9-]+\.md$/

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  const fixtures = ruleFixtures(id)

  test('has fixtures of both kinds, short ones', () => {
    expect(fixtures.filter(fixture => !fixtureNames.test(fixture.name))).toEqual([])
    expect(fixtures.filter(fixture => fixture.isValid).length).toBeGreaterThan(0)
    expect(fixtures.filter(fixture => !fixture.isValid).length).toBeGreaterThan(0)
    expect(fixtures.filter(fixture => fixture.text.split('\n').length > 41).map(fixture => fixture.name)).toEqual([])
  })

  test.each(fixtures.filter(fixture => fixture.isValid))('$name is fine', fixture => {
    expect(judge(rule, fixture).findings).toEqual([])
  })

  test.each(fixtures.filter(fixture => !fixture.isValid))('$name is reported', async fixture => {
    const report = judge(rule, fixture)
    expect(report.findings.length).toBeGreaterThan(0)
    await expect(rendered(report)).toMatchFileSnapshot(fixture.file.replace(/\.md$/, '.txt'))
  })

  test('says each of its messages in some fixture', () => {
    const said = new Set(fixtures.flatMap(fixture => judge(rule, fixture).findings.map(finding => finding.messageId)))
    expect(Object.keys(rule.messages).filter(message => !said.has(message) && !waiting[id]?.includes(message))).toEqual(
      []
    )
  })
})

function judge(rule: Rule, fixture: FixtureFile): FileReport {
  const report = lintText(fixture.text, {
    // What comments silence is what the others find.
    only: rule.checkSilence ? rules.filter(other => !other.repo) : [rule],
    options: { reportUnusedDisableDirectives: true, ...(rule.optIn ? { rules: { [rule.id]: true } } : {}) },
    ...fixtureAround(rule, fixture.name, fixture.text)
  })
  expect(report.fatalErrors).toEqual([])
  return report
}

/** What a person reads at a terminal, without the summary. */
function rendered(report: FileReport): string {
  const text = stylish.render(
    { version: '0', files: [report], fatalErrors: [], elapsed: 0 },
    { color: false, hyperlinks: false, width: 100, quiet: false, maxWarnings: Infinity, rules: [] }
  )
  return text.slice(0, text.trimEnd().lastIndexOf('\n\n') + 1)
}
