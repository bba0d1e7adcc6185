/** Requirements of spec-kit and Kiro wherever they stand: in sections of their own, without a text, in a section that is gone; fields and tasks beside them. */
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { createSiblings } from '../../src/sets/siblings.ts'

const read = (name: string): string => fs.readFileSync(`fixtures/plans/speckit-${name}/valid-1.md`, 'utf8')
const told = (name: string, text: string): string[] =>
  lintText(text, { path: `specs/004-night-letters/${name}.md`, now: Date.parse('2026-06-01') }).findings.map(
    ({ rule, message }) => `${rule}: ${message}`
  )
/** The specification with more behind its functional requirements. */
const spec = (more: string): string =>
  read('spec').replace(/(?=\n### Key Entities|\n## Success Criteria)/, `\n${more}\n`)

describe('requirements below a heading of their own', () => {
  it.each(['### Non-Functional Requirements', '## Non-Functional Requirements', '### Security Requirements'])(
    '%s',
    heading => {
      const id = heading.includes('Security') ? 'SEC' : 'NFR'
      const two = (second: string, text: string): string[] =>
        told('spec', spec(`${heading}\n\n- **${id}-001**: The list MUST open in a second.\n- **${second}**: ${text}\n`))
      expect(two(`${id}-002`, 'It MUST be safe.')).toEqual([])
      expect(two(`${id}-001`, 'It MUST be safe.')).toEqual([`step-sequence: Duplicate requirement ${id}-001`])
      expect(two(`${id}-002`, 'The list is safe and small.')).toEqual([
        `requirement-form: Missing MUST, SHALL or SHOULD in requirement "${id}-002"`
      ])
    }
  )

  it.each(['- **NFR-007**:', '- **NFR-007:**', '- NFR-007:', '- **NFR-007** —'])('without a text: %s', item =>
    expect(told('spec', spec(`### Non-Functional Requirements\n\n${item}\n`))).toEqual([
      'requirement-form: Missing text of requirement "NFR-007"'
    ])
  )

  it('with a text below it', () =>
    expect(told('spec', spec('### Non-Functional Requirements\n\n- **NFR-007**:\n  - The list MUST open.\n'))).toEqual(
      []
    ))
})

it.each([
  ['without any heading of their own', ''],
  [
    'in two parts',
    '### Functional Requirements (first)\n\n- **FR-001**: The list MUST open.\n\n### Functional Requirements (later)\n\n'
  ]
])('requirements are read once %s', (_, heading) => {
  const text = read('spec').replace(
    /(?<=## Requirements[^\n]*\n\n)[^]*?(?=\n### Key Entities|\n## )/,
    `${heading}- **FR-002**: The list MUST close.\n- **FR-003**: The list MUST stay.\n`
  )
  expect(told('spec', text).filter(message => message.startsWith('step-sequence'))).toEqual([])
})

describe('slots and history', () => {
  it.each(['`[###-feature-name]`', '[###-feature-name]', '`[###-feature]`'])('%s is left of the template', slot =>
    expect(told('spec', read('spec').replace(/(?<=\*\*Feature Branch\*\*: ).*/, slot))).toEqual([
      expect.stringMatching(/^no-placeholder/)
    ])
  )

  it.each(['## Clarifications', '### Clarifications', '## Clarification Log'])('questions below %s are over', heading =>
    expect(
      told('spec', `${read('spec')}\n${heading}\n\n- Q: What of [NEEDS CLARIFICATION: late letters]? → A: They wait.\n`)
    ).toEqual([])
  )
})

describe('empty fields of the technical context', () => {
  it.each(['\n\n', '\n'])('with %j between', between =>
    expect(
      told('plan', read('plan').replace(/\*\*Testing\*\*:.*\n/, `**Testing**:${between}**Target Platform**: Any\n`))
    ).toContain('section-content: Empty "Testing" in "Technical Context"')
  )
})

it('a task without an identifier in a list without phases', () => {
  const tasks = (second: string): string[] =>
    told(
      'tasks',
      `# Tasks: List\n\n- [ ] T001 Do in src/a.ts\n- [ ] ${second} in src/b.ts\n- [ ] T003 End in src/c.ts\n`
    )
  expect(tasks('T002 Go on')).toEqual([])
  expect(tasks('Go on')).toEqual(['task-format: Missing identifier on task "Go on in src/b.ts"'])
})

it('a section of a bugfix that is gone is told once', () => {
  const bugfix =
    '# Bugfix Requirements Document\n\n## Introduction\n\nIt stops.\n\n### Expected Behavior\n\n2.1 WHEN a date is empty THEN the system SHALL list it\n\n### Unchanged Behavior\n\n3.1 WHEN a date is set THEN the system SHALL CONTINUE TO show it\n'
  const tasks =
    '# Implementation Plan\n\n- [ ] 1. Show\n  - _Requirements: 1.1_\n- [ ] 2. Mend\n  - _Requirements: 2.1, 3.1_\n'
  const judge = (text: string, other = bugfix): string[] => {
    const siblings = createSiblings({ '.kiro/specs/stop/bugfix.md': other, '.kiro/specs/stop/tasks.md': text })
    return lintText(text, { path: '.kiro/specs/stop/tasks.md', siblings }).findings.map(({ message }) => message)
  }
  expect(judge(tasks)).toEqual([])
  expect(judge(tasks.replace('3.1', '3.4'))).toEqual(['Unknown criterion 3.4: bugfix.md has none such'])
  const whole = bugfix.replace(
    '### Expected',
    '### Current Behavior\n\n1.1 WHEN it is empty THEN it stops\n\n### Expected'
  )
  expect(judge(tasks.replace('1.1', '1.4'), whole)).toEqual(['Unknown criterion 1.4: bugfix.md has none such'])
})

it.each([
  ['As a [role], I want [feature], so that [benefit]', 3],
  ['As a [user type], I want it, so that I sleep', 1]
])('what is left of the story: %s', (story, count) => {
  const text = `# Requirements Document\n\n## Introduction\n\nTides.\n\n## Requirements\n\n### Requirement 1\n\n**User Story:** ${story}\n\n#### Acceptance Criteria\n\n1. WHEN the tide turns, THE system SHALL ring.\n`
  const { findings } = lintText(text, { path: '.kiro/specs/tides/requirements.md' })
  expect(findings.map(({ rule }) => rule)).toEqual(Array.from({ length: count }, () => 'no-placeholder'))
  const event = text
    .replace(story, 'As a pilot, I want a bell.')
    .replace('WHEN the tide turns, THE system', 'WHEN [event] THEN [system]')
  expect(lintText(event, { path: '.kiro/specs/tides/requirements.md' }).findings.map(({ rule }) => rule)).toContain(
    'no-placeholder'
  )
})
