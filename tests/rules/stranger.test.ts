/** What a stranger found, by kind: a green check that looked at nothing, a fix that made a sentence false, words of work taken for a template's. */
import { describe, expect, test } from 'vitest'
import { createSiblings } from '../../src/index.ts'
import { lintText } from '../../src/lint/linter.ts'

const rulesOf = (text: string, forced: string): string[] => lintText(text, { forced }).findings.map(({ rule }) => rule)

describe('an empty document never passes, whoever names its profile', () => {
  test.each(['generic', 'speckit-constitution', 'speckit-quickstart', 'kiro-tasks'])('%s', profile => {
    for (const text of ['', '# Title\n', '---\na: 1\n---\n']) {
      const { findings, state } = lintText(text, { forced: profile })
      expect(findings.map(({ message }) => message)).toEqual([expect.stringMatching(/^Empty plan/)])
      expect(findings[0]!.severity).toBe('error')
      expect(state).toBe('not-judged')
    }
  })

  test('where sections are demanded, these are missing', () => {
    expect(rulesOf('', 'design-plan')).toContain('required-sections')
  })
})

describe('numbers in words hold a renumbering back', () => {
  const plan = (sentence: string): string =>
    `# Plan\n\n## Implementation Steps\n\n### Step 1: First\n\n${sentence}\n\n### Step 2: Second\n\n### Step 4: Third\n`
  const isSafe = (sentence: string): boolean =>
    lintText(plan(sentence), { forced: 'design-plan' }).findings.find(({ rule }) => rule === 'step-sequence')!
      .fixes![0]!.safe

  test.each(['Only steps one and four touch it.', 'Steps two to four hang together.', 'Run steps one, two and four.'])(
    '%s',
    sentence => {
      expect(isSafe(sentence)).toBe(false)
    }
  )

  test.each(['The four of us review it.', 'Steps are reviewed by four people.'])('%s', sentence => {
    expect(isSafe(sentence)).toBe(true)
  })
})

test('units that other files address by number are renumbered by a person', () => {
  const requirements =
    '# Requirements Document\n\n## Introduction\n\nNotes.\n\n## Requirements\n\n### Requirement 1: Add\n\n**User Story:** As a user, I want notes, so that I remember.\n\n#### Acceptance Criteria\n\n1. WHEN a note is typed, THE SYSTEM SHALL keep it\n\n### Requirement 3: Drop\n\n**User Story:** As a user, I want to drop notes, so that I forget.\n\n#### Acceptance Criteria\n\n1. WHEN a note is dropped, THE SYSTEM SHALL delete it\n'
  const { findings } = lintText(requirements, {
    forced: 'kiro-requirements',
    path: '.kiro/specs/notes/requirements.md',
    siblings: createSiblings({})
  })
  const [found] = findings.filter(({ rule }) => rule === 'step-sequence')
  expect(found!.fixes?.some(({ safe }) => safe) ?? false).toBe(false)
})

test('to write the text is work; to write text is still to be done', () => {
  const plan = (action: string): string => `# Ship\n\n## Steps\n\n1. ${action}\n2. Send it with \`npm test\`\n`
  expect(rulesOf(plan('Write the text'), 'generic')).not.toContain('no-placeholder')
  expect(rulesOf(plan('Write text here'), 'generic')).toContain('no-placeholder')
})

test('what alone stands in its section is written, not deleted', () => {
  const left = (body: string): string | undefined =>
    lintText(`# Plan\n\n## Goal\n\n${body}\n\n## Non-Goals\n\nNone.\n`, {
      forced: 'our',
      profiles: [our]
    }).findings.find(({ rule }) => rule === 'no-placeholder')?.help
  expect(left('*Say why it has to change.*')).toBe('Write there what it asks for')
  expect(left('*Say why it has to change.*\n\nIt is slow.')).toBe('Delete it')
})

const our = {
  name: 'our',
  title: 'Our plan',
  summary: 'A plan of ours',
  detect: {},
  sections: [
    { id: 'goal', title: 'Goal' },
    { id: 'non-goals', title: 'Non-Goals' }
  ],
  placeholders: ['*Say why it has to change.*']
} as never
