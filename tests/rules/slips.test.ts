/** One slip in a plan of a format that is else in order: told once, at its place, in words that are true. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { createFacts } from '../../src/repo/lookups.ts'
import { createSiblings } from '../../src/sets/siblings.ts'

type Files = Readonly<Record<string, string>>

/** What is said of the plans of a folder: "name:line rule: message". What lies beside them is a repository of its own. */
function judge(plans: Files, there: Files = {}): string[] {
  const listed = Object.keys(there).map(name => `H 100644 ${'0'.repeat(40)} 0\t${name}\0`)
  const repo = createFacts(
    { top: '', notes: [], shallow: false, files: listed.join('') },
    { read: path => there[path] ?? plans[path], link: () => undefined }
  )
  const siblings = createSiblings(plans)
  return Object.entries(plans).flatMap(([path, text]) =>
    lintText(text, { path, siblings, repo, now: Date.UTC(2026, 1, 1) }).findings.map(
      ({ rule, message, place }) => `${path.split('/').at(-1)}:${place.start.line} ${rule}: ${message}`
    )
  )
}

describe('the title of a requirement', () => {
  const requirement = (title: string): string =>
    `${title}\n\n**User Story:** As a pilot, I want a bell, so that I sail.\n\n#### Acceptance Criteria\n\n1. WHEN the tide turns, THE system SHALL ring\n2. WHEN it rang, THE system SHALL rest\n\n`
  const spec = (first: string, second: string, refs = ['1.1, 1.2', '2.1, 2.2']): Files => ({
    '.kiro/specs/tides/requirements.md': `# Requirements Document\n\n## Introduction\n\nTides for pilots.\n\n## Requirements\n\n${requirement(first)}${requirement(second)}`,
    '.kiro/specs/tides/tasks.md': `# Implementation Plan\n\n${refs.map((each, i) => `- [ ] ${i + 1}. Ring\n  - _Requirements: ${each}_\n`).join('')}`
  })

  it('may stand one level deeper: it is another requirement all the same', () => {
    expect(judge(spec('### Requirement 1', '### Requirement 2'))).toEqual([])
    expect(judge(spec('### Requirement 1', '#### Requirement 2'))).toEqual([])
    expect(judge(spec('#### Requirement 1', '### Requirement 2'))).toEqual([])
  })

  it('has a number too high: what names it by its place follows from that', () => {
    const gap = 'requirements.md:18 step-sequence: Missing requirement 2: 3 follows 1'
    expect(judge(spec('### Requirement 1', '### Requirement 3'))).toEqual([gap])
    expect(judge(spec('### Requirement 1', '### Requirement 3', ['1.1, 1.2', '2.1']))).toEqual([gap])
    expect(judge(spec('### Requirement 1', '### Requirement 3', ['1.1, 1.2', '3.1, 3.2, 4.1']))).toEqual([
      gap,
      'tasks.md:6 traceability: Unknown criterion 4.1: requirements.md has none such'
    ])
  })
})

describe('the number of a story', () => {
  const story = (number: number): string =>
    `### User Story ${number} - Ring (Priority: P1)\n\nThe bell rings.\n\n**Why this priority**: It is all.\n\n**Independent Test**: Listen.\n\n**Acceptance Scenarios**:\n\n1. **Given** a bell, **When** the tide turns, **Then** it rings\n\n`
  const phase = (number: number): string =>
    `## Phase ${number}: User Story ${number} - Ring (Priority: P1)\n\n**Independent Test**: Listen.\n\n- [ ] T00${number} [US${number}] Ring it in src/bell${number}.ts\n\n`
  const set = (second: number): Files => ({
    'specs/001-tides/spec.md': `# Feature Specification: Tides\n\n**Feature Branch**: \`001-tides\`\n**Created**: 2026-01-01\n**Status**: Draft\n**Input**: "Tides"\n\n## User Scenarios & Testing\n\n${story(1)}${story(second)}### Edge Cases\n\n- No tide\n\n## Requirements\n\n### Functional Requirements\n\n- **FR-001**: The bell MUST ring\n\n## Success Criteria\n\n### Measurable Outcomes\n\n- **SC-001**: It rings within 2 s\n`,
    'specs/001-tides/tasks.md': `# Tasks: Tides\n\n${phase(1)}${phase(2)}`
  })

  it('is told in the spec alone', () => {
    expect(judge(set(2))).toEqual([])
    expect(judge(set(3))).toEqual([expect.stringMatching(/^spec\.md:\d+ step-sequence: Missing story 2: 3 follows 1$/)])
  })
})
