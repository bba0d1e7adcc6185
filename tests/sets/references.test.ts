/** What refers from one file of a set to another: written twice in a task, as a range, in the singular; and what is told of it. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { createSiblings } from '../../src/sets/siblings.ts'

const home = '.kiro/specs/tide-tables'
const requirement = (number: number, criteria: number): string =>
  `### Requirement ${number}\n\n**User Story:** As a pilot, I want part ${number}, so that I sail.\n\n#### Acceptance Criteria\n\n${Array.from({ length: criteria }, (_, i) => `${i + 1}. WHEN tide ${i + 1} turns, THE system SHALL ring.\n`).join('')}\n`
const requirements = `# Requirements Document\n\n## Introduction\n\nTides for pilots.\n\n## Requirements\n\n${requirement(1, 3)}${requirement(2, 2)}`
/** The help or message of each finding: "tasks.md:5 message". */
function judge(tasks: string, what: 'message' | 'help' = 'message'): string[] {
  const files = { 'requirements.md': requirements, 'tasks.md': `# Implementation Plan\n\n${tasks}\n` }
  const siblings = createSiblings(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${home}/${name}`, text]))
  )
  return Object.entries(files).flatMap(([name, text]) =>
    lintText(text, { path: `${home}/${name}`, siblings, now: Date.UTC(2026, 1, 1) }).findings.map(
      finding => `${name}: ${finding[what]}`
    )
  )
}

const two = (...lines: string[]): string =>
  `- [ ] 1. Ring\n  - _Requirements: 1.1, 1.2, 1.3_\n- [ ] 2. Sail\n${lines.map(line => `  - ${line}\n`).join('')}`

describe('a field that a task has twice', () => {
  it.each([
    ['_Requirements: 2.1_', '_Requirements: 2.2_'],
    ['_Requirements: 2.1_', 'Write it down', '_Requirements: 2.2_'],
    ['_Requirements: 2.1_', '**Requirements:** 2.2'],
    ['_Requirement: 2.1_', '_Requirement: 2.2_'],
    ['_Requirements: 2.1_', '_Requirements: 2.1_', '_Requirements: 2.2_'],
    ['**Validates: Requirements 2.1**', '**Validates: Requirements 2.2**'],
    ['_Requirements: 2.1_', '**Validates: Requirements 2.2**']
  ])('counts each time: %s, %s', (...lines) => expect(judge(two(...lines))).toEqual([]))

  it.each([
    ['_Requirements: 2_', '_Requirements: 8.8_'],
    ['_Requirements: 8.8_', '_Requirements: 2_'],
    ['_Requirements: 2_', '_Requirements: 1.1_', '_Requirements: 8.8_'],
    ['**Validates: Requirements 2.1, 2.2**', '**Validates: Requirements 8.8**']
  ])('may lead nowhere each time: %s, %s', (...lines) =>
    expect(judge(two(...lines))).toEqual(['tasks.md: Unknown criterion 8.8: requirements.md has none such'])
  )
})

describe('a range', () => {
  it.each([
    ['_Requirements: 1.1-1.9, 2_', '1.4–1.9'],
    ['_Requirements: 1.1–1.9, 2_', '1.4–1.9'],
    ['_Requirements: 2, 1.2 to 1.5_', '1.4, 1.5'],
    ['_Requirements: 2, 1.3-1.4_', '1.4'],
    ['_Requirements: 2, 5.1-5.3_', '5.1–5.3']
  ])('of which some are unknown is told once: %s', (line, found) =>
    expect(judge(two(line))).toEqual([`tasks.md: Unknown criterion ${found}: requirements.md has none such`])
  )

  it('that stands in two tasks is told at the first', () =>
    expect(judge('- [ ] 1. Ring\n  - _Requirements: 1.1-1.5_\n- [ ] 2. Sail\n  - _Requirements: 2, 1.1-1.5_')).toEqual([
      'tasks.md: Unknown criterion 1.4, 1.5: requirements.md has none such'
    ]))

  it('of which all are there is silent', () => expect(judge(two('_Requirements: 2.1-2.2_'))).toEqual([]))
})

describe('criteria that no task names', () => {
  const one = '- [ ] 1. Ring\n  - _Requirements: 1_'

  it('are told with all that is to be written', () =>
    expect(judge(one, 'help')).toEqual([
      'requirements.md: Write 2.1 and 2.2 at what does them in tasks.md, or take them out; those behind it move up then, and so must what names them'
    ]))

  it('are gone once that is written', () => expect(judge(one.replace('1_', '1, 2.1 and 2.2_'))).toEqual([]))
})

describe('dependencies on a range of tasks', () => {
  const told = (dependence: string): string[] => {
    const text = `# Tasks: Tides\n\n## Phase 1: Setup\n\n- [ ] T001 Ring in \`src/a.ts\`\n- [ ] T002 Sail in \`src/b.ts\`\n- [ ] T003 Land in \`src/c.ts\` (depends on ${dependence})\n- [ ] T004 Rest in \`src/d.ts\`\n`
    return lintText(text, { path: 'tasks.md' }).findings.map(({ message }) => message)
  }
  it.each([
    ['T001-T002', []],
    ['T001–T002', []],
    ['T001, T002', []],
    ['T001-T020', ['Unknown task T020, which T003 depends on']],
    ['T001–T020', ['Unknown task T020, which T003 depends on']],
    ['T020–T022', ['Unknown task T020, T022, which T003 depends on']],
    ['T020-T022', ['Unknown task T020, T022, which T003 depends on']],
    ['T001 to T020', ['Unknown task T020, which T003 depends on']],
    ['T001-T004', ['Expected T004 before T003, which depends on it']]
  ])('%s', (dependence, messages) => expect(told(dependence)).toEqual(messages))
})
