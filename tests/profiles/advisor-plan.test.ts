/** Plans of an advisor: what is right stays silent, and each kind of fault is told once, where it is. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'
import { parsePlan } from '../../src/parse/parse.ts'
import { outlineOf } from '../../src/outline/outline.ts'
import { unitWordsOf, vocabularyOf } from '../../src/detect/vocabulary.ts'
import { bindPlan } from '../../src/plan/bind.ts'
import { statedBase } from '../../src/plan/files/base.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import type { Fault, Right } from './inject.ts'
import { injectFaults, validPlan } from './inject.ts'

const section = (title: string): RegExp => new RegExp(`## ${title}[^]*?(?=\n## |$)`)

/** The status as a table: rows of a label and a value, or one row below the labels. */
const status = /(?<=## Status\n\n)(?:- .*\n)+/
const inRows = (priority: string): string =>
  `| Field | Value |\n| --- | --- |\n| Priority | ${priority} |\n| Effort | S |\n| Risk | LOW |\n| Depends on | none |\n| Category | bug |\n| Planned at | \`4f1c2ab\`, 2026-03-02 |\n`
const inOneRow = (priority: string, day = '2026-03-02'): string =>
  `| Priority | Effort | Risk | Depends on | Category | Planned at |\n|---|---|---|---|---|---|\n| ${priority} | S | LOW | none | bug | \`4f1c2ab\`, ${day} |\n`

const faults: readonly Fault[] = [
  ['valid-1', status, inRows(''), 'section-content', '| Priority'],
  ['valid-1', status, inOneRow(''), 'section-content', '|  | S'],
  ['valid-1', status, inOneRow('P1', '2027-03-02'), 'metadata', '| P1'],
  ['valid-1', status, inOneRow('P1').replaceAll('Effort', 'Colour'), 'section-content', '## Status'],
  // Sections and Status.
  ['valid-1', section('Status'), '', 'required-sections', '# Plan 004'],
  ['valid-1', section('Why'), '', 'required-sections', '## Status'],
  ['valid-1', section('Current'), '', 'required-sections', '## Why'],
  ['valid-1', section('Commands'), '', 'required-sections', '## Current'],
  ['valid-1', section('Scope'), '', 'required-sections', '## Commands'],
  ['valid-1', section('Git'), '', 'required-sections', '## Scope'],
  ['valid-1', section('Test plan'), '', 'required-sections', '## Steps'],
  ['valid-1', section('Done'), '', 'required-sections', '## Test plan'],
  ['valid-1', section('STOP'), '', 'required-sections', '## Done'],
  ['valid-1', section('Maintenance'), '', 'required-sections', '## STOP'],
  ['valid-1', '## STOP conditions', '## STOP condtions', 'required-sections', '## STOP condtions'],
  ['valid-1', /(?<=## STOP conditions\n)[^]*?(?=\n## )/, '', 'section-content', '## STOP'],
  ['valid-1', '- **Priority**: P1\n', '', 'section-content', '## Status'],
  ['valid-1', '- **Category**: bug', '- **Category**:', 'section-content', '- **Category**'],
  ['valid-1', '- **Planned at**: commit `4f1c2ab`, 2026-03-02\n', '', 'section-content', '## Status'],
  ['valid-1', '- **Effort**: S', '- **Effort**: TBD', 'no-placeholder', '- **Effort**'],
  ['valid-1', '- **Risk**: LOW', '- **Risk**: <LOW | MED | HIGH>', 'no-placeholder', '- **Risk**'],
  // What is out of scope, ordered in other words.
  ...['Change', 'Also change the', 'Extend', 'Adapt', 'Patch'].map((verb): Fault => [
    'valid-1',
    '### Step 2: Ask the cart\n\n',
    `### Step 2: Ask the cart\n\n${verb} \`lending/porter.py\` as well.\n\n`,
    'file-coverage',
    verb
  ]),
  // What is out of scope, behind the label of an action.
  ...[
    '- Modify: `lending/porter.py`',
    '- **Modify**: `lending/porter.py`',
    '- **Modify:** `lending/porter.py:12-30` — asks as well',
    '- [ ] Update: `lending/porter.py`',
    '1. Delete: `lending/porter.py`',
    'Edit file: `lending/porter.py`',
    '**Files to modify**: `lending/porter.py`',
    '- Modify: lending/porter.py',
    '- Modify: `lending/desk.py`, `lending/porter.py`',
    '- Modify:\n  - `lending/porter.py`',
    'Modify:\n- `lending/porter.py`',
    'Modify: `lending/desk.py`\nDelete: `lending/porter.py`',
    '- Modify `lending/desk.py` and `lending/porter.py`',
    '- `lending/porter.py` (modified)',
    '- `lending/porter.py`: update',
    // The file is the place of the change.
    'In `lending/porter.py`, accept `lamp` as an option.',
    'In `lending/desk.py` and `lending/porter.py`, drop the lamp.',
    '- **In `lending/porter.py`** (line 12): replace the lamp.',
    'In `lending/porter.py` around `ask`, return the lamp.',
    'Open `lending/porter.py` and pass the lamp.',
    'Then fix `lending/porter.py` as well.',
    'Touch `lending/porter.py`.',
    'Add `lamp` to `lending/porter.py`.',
    'Add the lamp at the end of `lending/porter.py`.',
    'Remove the lamp from `lending/porter.py`.',
    'Replace `lamp` in `lending/porter.py`.',
    'Wire it in `lending/porter.py`.',
    'Move `lamp` from `lending/desk.py` into `lending/porter.py`.',
    'Move `lamp` from `lending/porter.py` into `lending/desk.py`.',
    'Move `lamp` out of `lending/porter.py`.'
  ].map((said): Fault => [
    'valid-1',
    '### Step 2: Ask the cart\n\n',
    `### Step 2: Ask the cart\n\n${said}\n\n`,
    'file-coverage',
    said.split('\n').at(-1)!.trimStart()
  ]),
  // What a step lists.
  ...[
    '**Files**: `lending/desk.py`, `lending/lamp.py`',
    '**Files**:\n- `lending/desk.py`\n- `lending/lamp.py` (create)'
  ].map((list): Fault => [
    'valid-1',
    '### Step 2: Ask the cart\n\n',
    `### Step 2: Ask the cart\n\n${list}\n\n`,
    'file-coverage',
    list.split('\n').at(-1)!
  ]),
  [
    'valid-1',
    '### Step 2: Ask the cart\n\n',
    '### Step 2: Ask the cart\n\n**Files**: `lending/desk.py`, `lending/cart.py`\n\n',
    'file-coverage',
    '**Files**'
  ],
  // Its commit.
  ['valid-1', '4f1c2ab..HEAD', '99c0ffe..HEAD', 'metadata', '- **Planned at**'],
  // Steps and their verification.
  ['valid-1', /### Step 1[^]*?(?=## Test plan)/, '', 'section-content', '## Steps'],
  ['valid-1', '### Step 3', '### Step 4', 'step-sequence', '### Step 4'],
  ['valid-1', '### Step 3', '### Step 2', 'step-sequence', '### Step 2: The whole'],
  ['valid-1', '**Verify**: `mypy lending` → `Success`\n', '', 'step-verification', '### Step 1'],
  ['valid-1', '**Verify**: `mypy lending` → `Success`', '**Verify**:', 'step-verification', '**Verify**:'],
  [
    'valid-1',
    '**Verify**: `mypy lending` → `Success`',
    '**Verify**: types are fine',
    'step-verification',
    '**Verify**: types'
  ],
  [
    'valid-1',
    '**Verify**: `mypy lending` → `Success`',
    '**Verify**: `mypy lending`',
    'step-verification',
    '**Verify**: `mypy'
  ],
  [
    'valid-1',
    '**Verify**: `mypy lending` → `Success`',
    '**Verify**: `mypy lending || true` → `Success`',
    'verification-quality',
    '**Verify**: `mypy'
  ],
  [
    'valid-1',
    '**Verify**: `mypy lending` → `Success`',
    '**Verify**: `/Users/kai/bin/mypy lending` → `Success`',
    'verification-quality',
    '**Verify**: `/Users'
  ],
  [
    'valid-1',
    /(?<=## Commands you will need\n)[^]*?(?=\n## )/,
    '\nThe usual ones.\n',
    'step-verification',
    '## Commands'
  ],
  // The scope.
  ['valid-1', '**In scope**:', '**In scpoe**:', 'section-content', '**In scpoe**'],
  ['valid-1', /\*\*Out of scope\*\*[^]*?(?=\n## )/, '', 'section-content', '## Scope'],
  [
    'valid-1',
    '- `lending/porter.py` — the',
    '- `lending/desk.py` — the',
    'file-coverage',
    '- `lending/desk.py` (refuse'
  ],
  [
    'valid-1',
    'In `lending/desk.py` return',
    'Edit `lending/cart.py`, and in `lending/desk.py` return',
    'file-coverage',
    'Edit `lending/cart.py`'
  ],
  [
    'valid-1',
    'In `lending/desk.py` return',
    'Create `lending/shelf.py`. In `lending/desk.py` return',
    'file-coverage',
    'Create `lending/shelf.py`'
  ],
  [
    'valid-1',
    '- `lending/refusal.py` (create)\n',
    '- `lending/refusal.py` (create)\n- `lending/counter.py`\n',
    'file-coverage',
    '- `lending/counter.py`'
  ],
  [
    'valid-1',
    '- [ ] `python -m pytest` exits 0\n',
    '- [] `python -m pytest` exits 0\n',
    'completion-checklist',
    '- [] `python'
  ]
]

const rights: readonly Right[] = [
  ['status in rows', 'valid-1', status, inRows('P1')],
  ['status in one row', 'valid-1', status, inOneRow('P1')],
  ...[
    'run the types, then what the desk says of them',
    'run the tests and types once more',
    'all of "Commands you will need"'
  ].map((said): Right => [
    `a command by name: ${said}`,
    'valid-1',
    '**Verify**: `mypy lending` → `Success`',
    `**Verify**: ${said}`
  ]),
  ['numbers in titles', 'valid-1', '## Why this matters', '## 1. Why this matters'],
  ['a remark behind a title', 'valid-1', '## Current state', '## Current state (baseline `4f1c2ab`)'],
  ['ticked criteria', 'valid-1', '- [ ] `python -m pytest` exits 0', '- [x] `python -m pytest` exits 0'],
  [
    'a command with what it shows, without the label',
    'valid-1',
    '**Verify**: `mypy lending` → `Success`',
    '`python -m pytest tests/lending` → all pass'
  ],
  [
    'a fence below the label',
    'valid-1',
    '**Verify**: `mypy lending` → `Success`',
    '**Verify**:\n\n```sh\nmypy lending  # Success\n```'
  ],
  [
    'a file out of scope that is read',
    'valid-1',
    'In `lending/desk.py` return',
    'Look at `lending/cart.py`. In `lending/desk.py` return'
  ],
  ...[
    '- Read: `lending/porter.py`',
    '- Do not modify: `lending/porter.py`',
    '- Modify: `lending/desk.py` like `lending/porter.py`',
    '- Modify: `lending/desk.py` — as `lending/porter.py` does',
    '- Update `lending/desk.py` as `lending/porter.py` does',
    '- Modify `lending/desk.py`, and `lending/porter.py` follows by itself',
    '- `lending/porter.py` (unchanged)',
    '- `lending/porter.py`: calls the desk',
    'Changes: the desk refuses, as `lending/porter.py` does.',
    'Do not add the lamp to `lending/porter.py`.',
    'Don’t touch `lending/porter.py`.',
    'Update what `lending/porter.py` calls.',
    'Leave `lending/porter.py` alone.',
    'Look in `lending/porter.py` and compare it.',
    'In `lending/porter.py`, see how the lamp is lit.',
    'In `lending/porter.py`, the lamp is lit.',
    'Open `lending/porter.py` and read it.',
    'Add a test for the lamp in `lending/porter.py`.',
    'Add a link to `lending/porter.py`.',
    'When it burns: update the lamp in `lending/porter.py`.',
    'Write a lamp as in `lending/porter.py`.'
  ].map((said): [string, string, string, string] => [
    `a file out of scope that is only spoken of: ${said}`,
    'valid-1',
    '### Step 2: Ask the cart\n\n',
    `### Step 2: Ask the cart\n\n${said}\n\n`
  ]),
  ['part of a file out of scope', 'valid-1', '- `lending/porter.py` — the', '- `lending/desk.py` logging, the'],
  [
    'what a step lists in scope, and what it reads',
    'valid-1',
    '### Step 2: Ask the cart\n\n',
    '### Step 2: Ask the cart\n\n**Files**: `lending/desk.py`, `lending/shelf.py` (read only)\n\n'
  ],
  [
    'what a step says of files in words',
    'valid-1',
    '### Step 2: Ask the cart\n\n',
    '### Step 2: Ask the cart\n\n**Files**: log.txt with a line that ends early\n\n'
  ],
  ['a folder in scope', 'valid-1', '- `lending/refusal.py` (create)', '- `lending/` (new files)'],
  [
    'few files named in the steps',
    'valid-1',
    '- `lending/refusal.py` (create)\n',
    '- `lending/refusal.py` (create)\n- `a/one.py`\n- `a/two.py`\n- `a/three.py`\n'
  ],
  ['no version control', 'valid-2', 'commit `09af3d1`; revised at `77b20ce`, 2026-05-20', 'no VCS, 2026-05-20'],
  ['an issue', 'valid-1', '- **Category**: bug', '- **Category**: bug\n- **Issue**: none']
]

injectFaults('advisor-plan', 'plans/004-cart.md', { faults, rights })

describe('an advisor plan', () => {
  it('is known by five of its headings', () => {
    const titles = ['Why this matters', 'Current state', 'Done criteria', 'STOP conditions', 'Maintenance notes']
    const kind = (some: string[]) =>
      lintText(`# Moons\n\n${some.map(title => `## ${title}\n\nIt.\n`).join('\n')}`, { path: 'notes/moons.md' })
    expect(kind(titles)).toMatchObject({ profile: 'advisor-plan', recognised: 'certain' })
    expect(kind(titles.slice(1))).toMatchObject({ profile: 'advisor-plan', recognised: 'likely' })
    expect(kind(titles.slice(2)).profile).not.toBe('advisor-plan')
  })

  it('is compared with the commit that it was planned at', () => {
    const profile = builtinProfiles.find(({ name }) => name === 'advisor-plan')!
    const baseOf = (text: string) =>
      statedBase(bindPlan(outlineOf(parsePlan(text), text, vocabularyOf([profile]), unitWordsOf([profile])), profile))
    expect(baseOf(validPlan('advisor-plan', 'valid-1'))).toBe('4f1c2ab')
    expect(baseOf(validPlan('advisor-plan', 'valid-2'))).toBe('77b20ce')
    expect(baseOf(validPlan('advisor-plan', 'valid-1').replace('commit `4f1c2ab`', 'no VCS'))).toBeUndefined()
  })
})
