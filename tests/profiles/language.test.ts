/** The profile language by profiles of other formats, written as a reader of its page would write them. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { builtinProfiles, lintText } from '../../src/index.ts'
import type { Profile } from '../../src/profiles/schema.ts'
import { languageKeys, readProfile } from '../../src/profiles/validate.ts'
import { knownFormats } from './known-formats.ts'
import type { Mutant } from './mutant.ts'

const root = path.join(import.meta.dirname, '../../fixtures/profiles')
const load = (name: string): { profile: Profile; valid: string } => ({
  profile: parse(fs.readFileSync(path.join(root, name, 'profile.yaml'), 'utf8')) as Profile,
  valid: fs.readFileSync(path.join(root, name, 'valid.md'), 'utf8')
})

const formats: Record<string, readonly Mutant[]> = {
  'agent-tasks': [
    ['**Goal:** Refuse clients that ask too often.\n', '', 'metadata', '# Rate'],
    ['**Tech Stack:** TypeScript, vitest\n', '', 'metadata', '# Rate'],
    [
      '**Architecture:** A token bucket per client, in memory, in front of the router.',
      '**Architecture:**',
      'metadata',
      '**Architecture'
    ],
    ['### Task 2: The', '### Task 3: The', 'step-sequence', '### Task 3'],
    ['### Task 2: The', '### Task 1: The', 'step-sequence', '### Task 1: The middleware'],
    ['**Files:**\n- Create: `src/limit/middleware.ts`\n- Modify: `src/server.ts`\n', '', 'step-fields', '### Task 2'],
    ['**Step 3: Write', '**Step 5: Write', 'step-sequence', '- [ ] **Step 5'],
    ['Expected: 14 passed\n', '', 'step-verification', 'Run: `npx vitest run`'],
    ['Run: `npx vitest run`\n\nExpected: 14 passed\n', '', 'step-verification', '### Task 2'],
    ['- [ ] **Step 1: Call the bucket**\n', '', 'step-sequence', '- [ ] **Step 2: Run all'],
    ['- Modify: `src/server.ts:12-30`', '- Modify: the server', 'step-fields', '- Modify: the server'],
    ['The middleware answers', 'TODO: the middleware answers', 'no-placeholder', 'TODO'],
    [
      'Run: `npx vitest run`\n\nExpected',
      'Run: `npx vitest run || true`\n\nExpected',
      'verification-quality',
      'Run: `npx vitest run || true`'
    ]
  ],
  runbook: [
    ['**Owner:** @ines\n', '', 'metadata', '# Move'],
    ['**Last tested:** 2026-03-04', '**Last tested:** last spring', 'metadata', '**Last tested'],
    ['**Status:** Approved', '**Status:** Ready', 'metadata', '**Status:** Ready'],
    [
      "The queue's host is replaced twice a year, and whenever its disk is slow.\n",
      '',
      'section-content',
      '## Purpose'
    ],
    [
      '- Access to both hosts, and to the dashboard of the queue.\n- A host that was set up by `playbooks/queue.yml`.',
      'Nothing much.',
      'section-content',
      '## Prerequisites'
    ],
    ['### Procedure 2: Copy', '### Procedure 3: Copy', 'step-sequence', '### Procedure 3: Copy'],
    ['### Procedure 2: Copy', '### Copy', 'step-sequence', '### Copy'],
    ['**Expected:** Both hosts report the same number of messages.\n\n', '', 'step-fields', '### Procedure 2'],
    ['**Rollback:** `queuectl route --host old-host`\n', '', 'step-fields', '### Procedure 3'],
    ['**Rollback:** `queuectl route --host old-host`', '**Rollback:** N/A', 'na-justification', '**Rollback:** N/A'],
    ['**Command:** `queuectl route --host new-host`', '**Command:** Point them.', 'step-fields', '**Command:** Point'],
    ['`queuectl route --host new-host`', '`queuectl route --host new-host || true`', 'verification-quality', '|| true'],
    ['Messages arrive there within a minute.', 'TBD', 'no-placeholder', '**Expected:** TBD'],
    ['- [x] Tried on staging', '- [ ] Tried on staging', 'completion-checklist', '- [ ] Tried'],
    ['- [x] Tried on staging\n', '', 'completion-checklist', '## Sign-off'],
    ['**Status:** Approved', '**Status:** Draft', 'completion-checklist', '- [x] Tried']
  ],
  'phase-tasks': [
    ['T003 [P] [US1]', 'T002 [P] [US1]', 'step-sequence', '- [ ] T002 [P] [US1] Contract'],
    ['- [ ] T006 [P] Documents', '- [ ] Documents', 'task-format', '- [ ] Documents'],
    ['- [ ] T001 Create', '- [ ] Create', 'task-format', '- [ ] Create'],
    ['## Phase 3: Polish', '## Phase 4: Polish', 'step-sequence', '## Phase 4'],
    ['## Phase 3: Polish', '## Phase 2: Polish', 'step-sequence', '## Phase 2: Polish'],
    ['**Independent Test**: Open the link in a private window.\n', '', '', ''],
    ['- [ ] T006 [P] Documents in `docs/share.md`', 'Nothing.', 'step-sequence', '## Phase 3'],
    ['Contract test in', 'TBD in', 'no-placeholder', 'TBD'],
    ['**T005** [US1] Endpoint', '**T004** [US1] Endpoint', 'step-sequence', '**T004**'],
    [
      '**Independent Test**: Open the link in a private window.',
      '**Independent Test**:',
      'section-content',
      '**Independent Test**'
    ]
  ],
  'numbered-tasks': [
    ['1.2 Create the schema', '1.1 Create the schema', 'step-sequence', '1.1 Create the schema'],
    ['- [ ] 3. Checkpoint', '- [ ] 2. Checkpoint', 'step-sequence', '2. Checkpoint'],
    ['2.1 Read the files', '1.3 Read the files', 'step-sequence', '1.3 Read'],
    ['2.2 Write property', '3.1 Write property', 'step-sequence', '3.1 Write'],
    ['- [ ] 3. Checkpoint', '- [ ] Checkpoint', 'task-format', '- [ ] Checkpoint'],
    ['2.1 Read the files', 'Read the files', 'task-format', 'Read the files'],
    ['    - _Requirements: 3.1_\n', '', 'section-content', '2.1 Read'],
    ['_Requirements: 3.2_', '_Requirements:_', 'section-content', '_Requirements:_'],
    ['Create the package', 'TODO', 'no-placeholder', 'TODO'],
    ['    - _Requirements: 3.2_\n', '', '', ''],
    ['- [ ] 3. Checkpoint', '- [ ] 3.1 Checkpoint', 'step-sequence', '- [ ] 3.1 Checkpoint']
  ],
  'living-plan': [
    ['(2026-01-13) Wrote', 'Wrote', 'metadata', '- [x] Wrote'],
    ['## Progress\n', '## Steps done\n', 'required-sections', '## Purpose'],
    ['  Rationale: Two clients still read it.\n', '', 'section-content', '- Decision'],
    ['  Date/Author: 2026-01-12, Ines\n', '', 'section-content', '- Decision'],
    [
      'Somebody who exports a million rows sees the first of them within a second.',
      '',
      'section-content',
      '## Purpose'
    ],
    [
      '`npm test -- export` passes, and the first row comes within a second.',
      'All is well.',
      'section-content',
      '## Validation'
    ],
    ['## Outcomes & Retrospective', '## Results', 'required-sections', '## Decision Log'],
    [
      "- [x] (2026-01-12 07:18Z) Measured today's export.\n- [x] (2026-01-13) Wrote the cursor.\n- [ ] Stream the rows.",
      'Going well.',
      'section-content',
      '## Progress'
    ],
    ['A cursor reads', 'TBD: a cursor reads', 'no-placeholder', 'TBD'],
    [
      '## Context and Orientation\n\nThe export lives in `src/export.ts` and builds one string.\n\n## Plan of Work\n\nA cursor reads a hundred rows at a time, and the response writes each of them.\n',
      '## Plan of Work\n\nA cursor reads a hundred rows at a time, and the response writes each of them.\n\n## Context and Orientation\n\nThe export lives in `src/export.ts` and builds one string.\n',
      '',
      ''
    ]
  ]
}

describe.each(Object.entries({ ...formats, ...knownFormats }))('%s', (name, mutants) => {
  const { profile, valid } = load(name)
  const judge = (text: string): string[] => {
    const { findings, fatalErrors } = lintText(text, {
      forced: name,
      profiles: [profile],
      now: Date.parse('2026-06-01')
    })
    expect(fatalErrors).toEqual([])
    const lines = text.split('\n')
    return findings.map(({ rule, message, place }) => `${rule}: ${lines[place.start.line - 1]} | ${message}`)
  }

  it('is a valid profile', () => {
    expect(readProfile(profile).problems).toEqual([])
  })

  it('has nothing to say of a valid plan', () => {
    expect(judge(valid)).toEqual([])
    expect(judge(valid.replaceAll('\n', '\r\n'))).toEqual([])
  })

  it.each(mutants)('%j → %j', (from, to, rule, line) => {
    expect(valid).toContain(from)
    const found = judge(valid.replace(from, () => to))
    if (rule === '') expect(found).toEqual([])
    else expect(found).toEqual([expect.stringContaining(line)])
    if (rule !== '') expect(found[0]).toMatch(new RegExp(`^${rule}:`))
  })
})

it('takes no heading without the word for a unit of the document', () => {
  const { profile } = load('agent-tasks')
  const text = '# P\n\n**Goal:** a\n\n**Architecture:** b\n\n**Tech Stack:** c\n\n## Overview\n\nWe start.\n'
  const { findings } = lintText(text, { forced: 'agent-tasks', profiles: [profile] })
  expect(findings.map(({ message }) => message)).toEqual(['Missing tasks in "P"'])
})

it('is a small language', () => {
  expect(languageKeys().length).toBeLessThanOrEqual(64)
})

it('speaks of no format by its name', () => {
  const names = builtinProfiles.map(({ name }) => name.split('-')[0]!).filter(name => name.length > 2)
  const everyday = new Set(['design', 'task', 'planning'])
  const said = new Set(languageKeys().map(key => key.toLowerCase()))
  expect(names.filter(name => !everyday.has(name) && said.has(name))).toEqual([])
})
