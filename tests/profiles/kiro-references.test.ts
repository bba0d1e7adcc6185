/** References of Kiro tasks: at the end of a task's own line, several in one line, and to other tasks. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { createSiblings } from '../../src/sets/siblings.ts'

const home = '.kiro/specs/tide-bell'
const requirements = `# Requirements Document

## Introduction

A bell that rings with the tide.

## Requirements

### Requirement 1: Ring

**User Story:** As a skipper, I want to hear the tide, so that I sail in time.

#### Acceptance Criteria

1. WHEN the tide turns, THE SYSTEM SHALL ring.
2. THE SYSTEM SHALL ring once for each turn.
`

function judge(tasks: string): string[] {
  const files = { 'requirements.md': requirements, 'tasks.md': `# Implementation Plan\n\n${tasks}` }
  const siblings = createSiblings(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${home}/${name}`, text]))
  )
  return Object.entries(files).flatMap(([name, text]) =>
    lintText(text, { path: `${home}/${name}`, siblings, now: Date.UTC(2026, 1, 1) }).findings.map(
      ({ message, place: { start } }) => `${name}:${start.line}:${start.column} ${message}`
    )
  )
}

describe('references in the line of the box', () => {
  it.each([
    '- [ ] 1. Ring _Requirements: 1.1, 1.2_\n',
    '- [ ] 1. Ring _Requirements: R1.1, R1.2_\n',
    '- [ ] 1. Ring. _Requirements: 1.1_ _Requirements: 1.2_\n',
    '- [ ] 1. Ring (_Requirements: 1.1_; **Validates: Requirements 1.2**)\n',
    '- [ ] 1. Ring\n  - [ ] 1.1 Hang the bell _Requirements: 1.1_\n  - [ ] 1.2 Pull it, _Requirements: 1.2_ _Boundary: Bell_\n',
    '- [ ] 1. Ring\n  - Loud enough _Requirements: 1.1_\n  - _Requirements: 1.2_, _Depends: 1_\n',
    '- [ ] 1. Ring _Requirements: 1_\n',
    '- [ ] 1. Ring\n  - _Requirements:1.1,1.2_\n',
    '- [ ] 1. Ring\n  - _要件：1.1、1.2_\n'
  ])('are read: %j', tasks => expect(judge(tasks)).toEqual([]))

  it.each([
    [
      '- [ ] 1. Ring _Requirements: 1.1, 1.2, 1.7_\n',
      'tasks.md:3:40 Unknown criterion 1.7: requirements.md has none such'
    ],
    [
      '- [ ] 1. Ring _Requirements: 1_, **Validates: Requirements 1.9**\n',
      'tasks.md:3:60 Unknown criterion 1.9: requirements.md has none such'
    ],
    [
      '- [ ] 1. Ring _Requirements: 1.1_\n',
      'requirements.md:16:4 Missing reference to criterion 1.2: nothing in tasks.md names it'
    ]
  ])('are judged: %j', (tasks, told) => expect(judge(tasks)).toEqual([told]))

  it.each([
    'Ring as *Requirements* say it',
    'Ring: see **Requirements:**',
    'Read _Requirements: 9.9_ aloud at the pier'
  ])('are none in the middle of a sentence: %s', text =>
    expect(judge(`- [ ] 1. ${text}\n  - _Requirements: 1_\n`)).toEqual([])
  )
})

describe('tasks that a task depends on', () => {
  const tasks = `- [ ] 1. Hang the bell
  - [ ] 1.1 Drill the hole
  - [ ] 1.2 Put the bell up
    - _Depends: 1.1_
- [ ] 2. Ring it
  - [ ] 2.1 Read the tide
    - _Depends: 1, 1.2_
  - [ ] 2.2 Pull the rope
    - _Requirements: 1_
    - _Depends: 2.1_
`

  it('are there', () => expect(judge(tasks)).toEqual([]))

  it.each([
    ['_Depends: 2.1_', '_Depends: 2.1, 2.7_', 'Unknown sub-task 2.7: the plan has none such'],
    ['_Depends: 1, 1.2_', '_Depends: 1.1-1.3_', 'Unknown sub-task 1.3: the plan has none such'],
    ['_Depends: 1, 1.2_', '_Depends: 4_', 'Unknown task 4: the plan has none such'],
    [
      '- [ ] 2.1 Read the tide\n    - _Depends: 1, 1.2_',
      '- [ ] 2.1 Read the tide _Depends: 3.3_',
      'Unknown sub-task 3.3: the plan has none such'
    ],
    // One slip is one finding: what another task lacks is told there.
    ['- [ ] 2.1 Read', '- [ ] 1.9 Read', 'Expected sub-task 1.9 below 1, found below 2'],
    ['- [ ] 2.1 Read', '- [ ] Read', 'Missing identifier on sub-task "Read the tide"'],
    ['- [ ] 2.2 Pull', '- [ ] 2.1 Pull', 'Duplicate sub-task 2.1']
  ])('%j → %j', (from, to, message) => {
    expect(tasks).toContain(from)
    expect(judge(tasks.replace(from, to)).map(told => told.replace(/^\S+ /, ''))).toEqual([message])
  })

  it.each(['none', '2.1 of specs/tide-table', 'the harbour master'])('may be named otherwise: %s', value =>
    expect(judge(tasks.replace('_Depends: 2.1_', `_Depends: ${value}_`))).toEqual([])
  )
})

describe('the analysis of a bug', () => {
  const bugfix = `# Bugfix Requirements Document

## Introduction

The bell rings twice.

## Bug Analysis

### Current Behavior

1.1 WHEN the tide turns THEN the system rings twice

### Expected Behavior

2.1 WHEN the tide turns THEN the system SHALL ring once

### Unchanged Behavior

3.1 WHEN there is no tide THEN the system SHALL CONTINUE TO be silent
`
  const told = (text: string): string[] =>
    lintText(text, { path: `${home}/bugfix.md` }).findings.map(({ message }) => message)

  it.each([bugfix, bugfix.replaceAll('Behavior', 'Behaviour')])('is whole (%#)', text => expect(told(text)).toEqual([]))
  it('is told once of a criterion that says nothing', () =>
    expect(
      told(bugfix.replace(' WHEN the tide turns THEN the system rings twice', ' <!-- what is wrong -->'))
    ).toHaveLength(1))
})
