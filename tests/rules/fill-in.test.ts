/** Sections that hold nothing but a comment that asks for their content: they are empty, be they demanded or not. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

const plans = path.join(import.meta.dirname, '../../fixtures/plans')
const comment = '<!-- Say what belongs here. -->'
const places: Record<string, string> = {
  'speckit-spec': 'specs/004-night-letters/spec.md',
  'speckit-tasks': 'specs/004-night-letters/tasks.md',
  'superpowers-plan': 'docs/superpowers/plans/2026-03-02-rate-limit.md',
  'kiro-requirements': '.kiro/specs/letters/requirements.md',
  'kiro-tasks': '.kiro/specs/letters/tasks.md'
}

function told(profile: string, heading: string, body: string): string[] {
  const text = fs.readFileSync(path.join(plans, profile, 'valid-1.md'), 'utf8')
  const at = text.indexOf(`${heading}\n`)
  expect(at).toBeGreaterThan(0)
  const start = at + heading.length + 1
  const next = text.slice(start).search(/^#{1,6} /m)
  const changed = `${text.slice(0, start)}\n${body}\n\n${next < 0 ? '' : text.slice(start + next)}`
  return lintText(changed, { path: places[profile]!, now: Date.UTC(2026, 5, 1) }).findings.map(
    ({ message, help }) => `${message}: ${help}`
  )
}

const cases = [
  ['speckit-spec', '### Key Entities'],
  ['speckit-spec', '## Assumptions'],
  ['speckit-tasks', '## Dependencies & Execution Order'],
  ['superpowers-plan', '## Global Constraints'],
  ['kiro-requirements', '## Glossary'],
  ['kiro-tasks', '## Notes']
] as const

describe.each(cases)('%s, %s', (profile, heading) => {
  it('is empty with a comment alone', () =>
    expect(told(profile, heading, comment)).toEqual([
      `Empty section "${heading.replace(/^#+ /, '')}": Write what belongs there, or take the heading out`
    ]))

  it.each([`${comment}\n\nNight, letters and trays.`, '<!--lint disable vague-wording-->', ''])(
    'is not told with %j',
    body => expect(told(profile, heading, body)).toEqual([])
  )
})
