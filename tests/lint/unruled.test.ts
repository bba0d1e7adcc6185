/** What no rule looks at is not judged: no report calls it a pass. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { lintText } from '../../src/lint/linter.ts'

const valid = readFileSync('fixtures/plans/superpowers-plan/valid-1.md', 'utf8')
const path = 'docs/superpowers/plans/a.md'
const all = Object.fromEntries(rules.map(({ id }) => [id, false as const]))

test.each([
  ['every rule is off', all],
  ['no rule that is on looks at plans of superpowers-plan', { ...all, alternatives: 'error' as const }]
])('%s', (reason, off) => {
  expect(lintText(valid, { path, options: { rules: off } })).toMatchObject({ state: 'excluded', reason, findings: [] })
  const overrides = [{ files: 'docs/**', rules: off }]
  expect(lintText(valid, { path, options: { overrides } })).toMatchObject({ state: 'excluded', reason })
  expect(lintText(valid, { path: 'PLAN.md', options: { overrides } }).state).toBe('judged')
})

test('one rule that looks at it judges it', () => {
  const off = { ...all, 'step-fields': 'error' as const }
  expect(lintText(valid, { path, options: { rules: off } }).state).toBe('judged')
})

test('how far a plan is can be asked without any rule', () => {
  expect(lintText(valid, { path, options: { rules: all }, summary: true })).toMatchObject({
    state: 'judged',
    summary: { state: null }
  })
})
