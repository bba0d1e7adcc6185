/** One slip in a plan of a format that is else in order: told once, at its place, in words that are true. */
import { describe, expect, it, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { createFacts } from '../../src/repo/lookups.ts'
import { createSiblings } from '../../src/sets/siblings.ts'

type Files = Readonly<Record<string, string>>

/** What is said of the plans of a folder: "name:line rule: message", or the helps. What lies beside them is a repository of its own. */
function judge(plans: Files, there: Files = {}, what: 'message' | 'help' = 'message'): string[] {
  const listed = Object.keys(there).map(name => `H 100644 ${'0'.repeat(40)} 0\t${name}\0`)
  const repo = createFacts(
    { top: '', notes: [], shallow: false, files: listed.join('') },
    { read: path => there[path] ?? plans[path], link: () => undefined }
  )
  const siblings = createSiblings(plans)
  return Object.entries(plans).flatMap(([path, text]) =>
    lintText(text, { path, siblings, repo, now: Date.UTC(2026, 1, 1) }).findings.map(
      ({ rule, message, help, place }) =>
        what === 'help' ? `${help}` : `${path.split('/').at(-1)}:${place.start.line} ${rule}: ${message}`
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

describe('a file that a task lists under another name than it commits', () => {
  const there = { 'package.json': '{ "scripts": { "test": "vitest" } }', 'src/index.ts': '', 'src/session.ts': '' }
  const plan = (...slips: [from: string, to: string][]): Files => ({
    'docs/superpowers/plans/2026-01-01-bell.md': slips.reduce(
      (text, [from, to]) => text.replace(from, to),
      `# Bell Implementation Plan\n\n> **For agentic workers:** REQUIRED SUB-SKILL: Use superpowers:executing-plans.\n\n**Goal:** It rings.\n\n**Architecture:** A bell.\n\n**Tech Stack:** TypeScript\n\n---\n\n### Task 1: Bell\n\n**Files:**\n- Create: \`src/clock.ts\`\n- Modify: \`src/index.ts\`\n- Test: \`tests/clock.test.ts\`\n\n- [ ] **Step 1: Ring it**\n\nRun: \`npx vitest run tests/clock.test.ts\`\nExpected: PASS, 1 test\n\n- [ ] **Step 2: Commit**\n\n\`\`\`bash\ngit add src/clock.ts src/index.ts tests/clock.test.ts\ngit commit -m "feat: bell"\n\`\`\`\n`
    )
  })
  const name = '2026-01-01-bell.md'

  it.each<[string, string, string]>([
    [
      'Modify: `src/index',
      'Modify: `src/idnex',
      `${name}:17 path-exists: Missing "src/idnex.ts" in the repository: it is to be modified`
    ],
    [
      'Test: `tests/clock',
      'Test: `tests/clcok',
      `${name}:22 command-exists: Missing "tests/clock.test.ts" in the repository: a command runs it`
    ],
    [
      'Create: `src/clock',
      'Create: `src/clcok',
      `${name}:28 file-coverage: Missing "src/clock.ts" among the files of task "Task 1: Bell", which commits it`
    ],
    [
      'git add src/clock',
      'git add src/clcok',
      `${name}:28 file-coverage: Missing "src/clcok.ts" among the files of task "Task 1: Bell", which commits it`
    ]
  ])('is told once: %s → %s', (from, to, expected) => {
    expect(judge(plan(), there)).toEqual([])
    expect(judge(plan([from, to]), there)).toEqual([expected])
  })

  it('is told to have one name; which, the place does not say', () => {
    const helps = (text: Files): (string | undefined)[] =>
      Object.values(text).flatMap(each =>
        lintText(each, { forced: 'superpowers-plan' }).findings.map(({ help }) => help)
      )
    expect(helps(plan(['Create: `src/clock', 'Create: `src/clcok']))).toEqual([
      'Write "src/clcok.ts" here or "src/clock.ts" there, if one file is meant; or name both among its files'
    ])
    expect(helps(plan(['Test: `tests/clock', 'Test: `tests/clcok']))).toEqual([
      'Write "tests/clock.test.ts" there for "tests/clcok.test.ts", if that is meant; or name both among its files'
    ])
    expect(helps(plan(['add src/clock.ts', 'add src/clock.ts src/session.ts']))).toEqual([
      'Add it to the files of the task, or leave it out of the commit'
    ])
  })

  it.each([
    ['a tree', '```\nsrc/\n├── clock.ts   # the clock\n├── session.ts # sessions\n└── timer.ts   # the timer\n```', 17],
    ['a list', '- `src/clock.ts`: the clock\n- `src/session.ts`: sessions\n- `src/timer.ts`: the timer', 15]
  ])('may be drawn in %s and in no task: what is there is shown to find the way', (_, drawn, line) => {
    const into: [string, string] = ['---\n', `## File Structure\n\n${drawn}\n\n---\n`]
    expect(judge(plan(into), there)).toEqual([`${name}:${line} file-coverage: Missing "src/timer.ts" in the steps`])
    expect(judge(plan(into), { ...there, 'src/timer.ts': '' })).toEqual([])
    // Where most that is not there is in no task, the list was not meant to be the tasks' files.
    expect(judge(plan([into[0], into[1].replace('session.ts', 'other.ts')]), there)).toEqual([])
  })

  it('is told in the words of the format what to write', () => {
    const beside = { ...there, 'src/clock.ts': '' }
    expect(judge(plan(), beside, 'help')).toEqual(['Write "Modify: `src/clock.ts`", or choose another path'])
    expect(
      judge(
        plan(['`src/index', '`src/other'], ['add src/clock.ts src/index', 'add src/clock.ts src/other']),
        there,
        'help'
      )
    ).toEqual(['Check the path, or write "Create: `src/other.ts`"'])
  })

  it('may lack the test that a command runs: what is no test is no help', () => {
    expect(
      judge(plan(['run tests/clock', 'run src/clock'], ['add src/clock', 'add src/clock']), there, 'help')
    ).toEqual(['Correct the path, or let the plan create the file'])
    const beside = { ...there, 'src/clock.ts': '' }
    expect(judge(plan(['run tests/clock', 'run src/clock'], ['Create', 'Modify']), beside, 'help')).toEqual([
      'Correct the path, or let the plan create the file'
    ])
  })
})

describe('the number of a task that needs none', () => {
  const boxes = (...titles: string[]): string =>
    `# Story 2.3: Bell\n\n## Status\n\nDraft\n\n## Story\n\n**As a** pilot,\n**I want** a bell,\n**so that** I sail.\n\n## Acceptance Criteria\n\n1. It rings\n\n## Tasks / Subtasks\n\n${titles.map(title => `- [ ] ${title} (AC: 1)\n`).join('')}`
  const tags = (...titles: string[]): string =>
    `---\nphase: 02-bell\nplan: 01\ntype: execute\ndepends_on: []\n---\n\n<objective>\nRing.\n</objective>\n\n<tasks>\n\n${titles.map(title => `<task type="auto">\n  <name>${title}</name>\n  <files>src/bell.ts</files>\n  <action>Write it.</action>\n  <verify>npm test</verify>\n  <done>It rings</done>\n</task>\n\n`).join('')}</tasks>\n`
  const told = (text: string, forced: string): string[] =>
    lintText(text, { forced })
      .findings.filter(({ rule }) => rule === 'step-sequence')
      .map(({ severity, message }) => `${severity} ${message}`)

  it.each<[string[], string[]]>([
    [['Task 1: Wind', 'Task 2: Ring'], []],
    [['Task 1: Wind', 'Oil', 'Task 2: Ring'], []],
    [['Wind', 'Ring'], []],
    [['1. Wind', '3. Ring'], []],
    [['Task 1: Wind', 'Task 1: Ring'], ['warning Duplicate task number 1']],
    [['Task 1: Wind', 'Task 3: Ring'], ['warning Missing task 2: 3 follows 1']]
  ])('%j', (titles, expected) => {
    expect(told(boxes(...titles), 'bmad-story')).toEqual(expected)
    expect(told(tags(...titles), 'gsd-plan')).toEqual(expected)
  })

  it('may go on with what another plan began', () => {
    expect(told(tags('Task 3: Wind', 'Task 4: Ring'), 'gsd-plan')).toEqual([])
    expect(told(boxes('Task 3: Wind', 'Task 4: Ring'), 'bmad-story')).toEqual([
      'warning Expected the first task to be 1, found 3'
    ])
  })
})

describe('capabilities of a proposal that lists none', () => {
  const change = 'openspec/changes/add-bell'
  const set = (capabilities: string): Files => ({
    [`${change}/proposal.md`]: `## Why\n\nPilots sleep through the turn of the tide, and run aground.\n\n## What Changes\n\n- A bell rings\n\n## Capabilities\n\n${capabilities}\n\n## Impact\n\n- \`src/bell.ts\`\n`,
    [`${change}/specs/bell/spec.md`]:
      '## ADDED Requirements\n\n### Requirement: Ring\n\nThe bell SHALL ring.\n\n#### Scenario: Turn\n\n- **WHEN** the tide turns\n- **THEN** it rings\n'
  })
  const unlisted = [`proposal.md:9 traceability: Missing capability for ${change}/specs/bell/spec.md`]

  it.each<[string, string[]]>([
    ['### New Capabilities\n\n- `bell`: rings', []],
    ['### New Capabilities\n\n- None', unlisted],
    ['### New Capabilities\n\n### Modified Capabilities\n\nNone', unlisted],
    ['### New Capabilities\n\n### Modified Capabilities', []]
  ])('%j', (capabilities, expected) => expect(judge(set(capabilities))).toEqual(expected))
})

describe('a file in the scope of an advisor plan that no step names', () => {
  const plan = (...scope: string[]): Files => ({
    'plans/003-bell.md': `# Plan 003: Bell\n\n## Why this matters\n\nIt rings.\n\n## Current state\n\nSilence.\n\n## Scope\n\n**In scope**:\n${scope.map(path => `- \`${path}\`\n`).join('')}\n## Steps\n\n### Step 1: Ring\n\nRing in \`src/bell.py\`.\n\n**Verify**: \`ruff check src/bell.py\` → no findings\n\n## Test plan\n\nOne case.\n\n## Done criteria\n\n- [ ] It rings\n\n## STOP conditions\n\n- It is gone\n`
  })
  const told = (...scope: string[]): string[] =>
    judge(plan(...scope), { 'src/bell.py': '', 'src/clock.py': '' }).filter(each => each.includes('file-coverage'))

  it('comes from none of them, where it is not there', () => {
    expect(told('src/bell.py', 'src/settings.py')).toEqual([
      '003-bell.md:15 file-coverage: Missing "src/settings.py" in the steps'
    ])
    expect(told('src/bell.py', 'src/clock.py')).toEqual([])
    // Steps that name no file of the scope were not meant to.
    expect(told('src/settings.py', 'src/theme.py')).toEqual([])
  })
})

test('what stands below "Checks" is to be run, as below "Verification"', () => {
  const plan = (title: string): Files => ({
    '.cursor/plans/dark.plan.md': `---\nname: Dark\noverview: Follow the system.\ntodos:\n  - id: toggle\n    content: Add the toggle\n    status: pending\nisProject: false\n---\n\n# Dark\n\n## Steps\n\n1. Add a toggle to \`src/app.ts\`.\n\n## ${title}\n\nRun \`npm test\`, then:\n\n\`\`\`bash\nnpm run biuld\n\`\`\`\n`
  })
  const there = { 'package.json': '{ "scripts": { "test": "x", "build": "x" } }', 'src/app.ts': '' }
  const told = ['dark.plan.md:22 command-exists: Unknown script "biuld": package.json has none of that name']
  expect(judge(plan('Checks'), there)).toEqual(told)
  expect(judge(plan('Verification'), there)).toEqual(told)
})
