/** A label that both the fields and the verification of a unit want, in a profile of one's own, is told once. */
import { expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'

const found = (given: Partial<UnitSpec>, ...lines: string[]): string[] => {
  const units: UnitSpec = { role: 'step', words: ['Step'], number: 1, ...given }
  return lintText(`# M\n\n## Foo\n\n### Step 1: Build\n\n${lines.join('\n')}\n`, {
    options: { profile: 'm' },
    profiles: [{ name: 'm', title: 'M', summary: 'm', sections: [{ id: 'foo', title: 'Foo', units }] }]
  }).findings.map(({ message }) => message)
}

const both: Partial<UnitSpec> = {
  fields: [
    { label: 'Run', required: true },
    { label: 'Expected', required: true }
  ],
  verification: { run: ['Run'], expected: ['Expected'] }
}

it.each([
  [['**Run**: `npm test`'], 'Missing "Expected" in step "Step 1: Build"'],
  [['**Run**: `npm test`', '', '**Expected**:'], 'Empty "Expected" in step "Step 1: Build"'],
  [['**Expected**: 14 pass'], 'Missing "Run" in step "Step 1: Build"']
])('%j', (lines, message) => expect(found(both, ...lines)).toEqual([message]))

it('where the fields do not demand it, the verification does', () => {
  const own = { fields: [{ label: 'Expected' }], verification: both.verification }
  expect(found(own, '**Run**: `npm test`')).toEqual(['Missing expected result of "npm test" in step "Step 1: Build"'])
})

it('a command that is demanded by its label is told as a field', () => {
  const own: Partial<UnitSpec> = {
    fields: [{ label: 'Verify', required: true }],
    verification: { fields: ['Verify'] }
  }
  expect(found(own, 'It is built of iron.')).toEqual(['Missing "Verify" in step "Step 1: Build"'])
  expect(found(own, '**Verify**: `npm test` passes')).toEqual([])
})
