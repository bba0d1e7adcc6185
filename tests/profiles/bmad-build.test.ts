/** Specs of BMAD's build: what is right stays silent, and each kind of fault is told once, where it is. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'
import type { Fault, Right } from './inject.ts'
import { injectFaults, validPlan } from './inject.ts'

const place = '_bmad-output/implementation-artifacts/spec-door.md'
const section = (title: string): RegExp => new RegExp(`## ${title}[^]*?(?=\n## |\n</)`)

const faults: readonly Fault[] = [
  ['valid-1', "title: 'Say on the door when the darkroom is free'\n", '', 'metadata', '---'],
  ['valid-1', "'Say on the door when the darkroom is free'", "'{title}'", 'no-placeholder', 'title'],
  ['valid-1', "type: 'feature'", 'type: idea', 'metadata', 'type'],
  ['valid-1', '2026-03-02', '2026-02-30', 'metadata', 'created'],
  ['valid-1', "status: 'in-progress'\n", '', 'metadata', '---'],
  ['valid-1', 'in-progress', 'implementing', 'metadata', 'status'],
  ['valid-1', section('Intent'), '', 'required-sections', '# Say'],
  ['valid-1', section('Boundaries'), '', 'required-sections', '## Intent'],
  ['valid-1', section('Code Map'), '', 'required-sections', '## I/O'],
  ['valid-1', section('Tasks'), '', 'required-sections', '## Code Map'],
  ['valid-1', /\*\*Problem:.*\n\n/, '', 'section-content', '## Intent'],
  ['valid-1', /(?<=\*\*Approach:\*\* ).*/, 'ONE_TO_TWO_SENTENCES', 'no-placeholder', '**Approach'],
  ['valid-1', /\| Scenario[^]*?(?=\n\n)/, 'Badges may be unknown.', 'section-content', '## I/O'],
  [
    'valid-1',
    '`door/badge.py` -- reads',
    '`door/badge.py` -- ROLE_OR_RELEVANCE: reads',
    'no-placeholder',
    '- `door/badge'
  ],
  ['valid-1', /\*\*Execution:[^]*?(?=\*\*Acc)/, '', 'section-content', '## Tasks'],
  ['valid-1', /\*\*Acceptance Criteria[^]*?(?=\n## )/, '', 'section-content', '## Tasks'],
  ['valid-1', /- Given[^]*?(?=\n\n## )/, '', 'section-content', '**Acceptance'],
  ['valid-1', '- [ ] `door/screen.py`', '-[ ] `door/screen.py`', 'task-format', '-[ ] `door'],
  ['valid-1', /(?<=## Design Notes\n\n).*/, 'N/A', 'na-justification', 'N/A'],
  ['valid-1', 'python -m pytest tests/test_hours.py', 'python -m pytest || true', 'verification-quality', '- `python'],
  ['valid-2', 'status: done', 'status: finished', 'metadata', 'status']
]

const rights: readonly Right[] = [
  ['an intent in prose', 'valid-1', /\*\*Problem[^]*?(?=\n\n##)/, 'The door shall say who is in.'],
  ['the tag of the build that runs alone', 'valid-1', /frozen-after-approval(?: reason="[^"]*")?/, 'intent-contract'],
  ['tiers of older templates', 'valid-1', '**Never:**', '**Ask First:** Anything on the lock.\n\n**Never:**'],
  ['no matrix', 'valid-1', section('I/O'), ''],
  ['no notes', 'valid-1', section('Design'), ''],
  ['no verification', 'valid-1', /## Verification[^]*/, ''],
  ['a verification by hand', 'valid-1', /\*\*Commands[^]*?(?=\*\*Manual)/, ''],
  [
    'tasks without boxes',
    'valid-1',
    /- \[[ x]\] `door\/hours[^]*?(?=\n\n\*\*Acc)/,
    '- `door/hours.py` -- the end -- the screen shows it'
  ],
  [
    'what a review left behind',
    'valid-1',
    '## Review Triage Log\n',
    '## Review Triage Log\n\n- `low` — a TODO in the log. TBD.\n'
  ],
  ['a spec that is blocked', 'valid-1', 'in-progress', 'blocked']
]

injectFaults('bmad-build', place, { faults, rights })

describe("a spec of BMAD's build", () => {
  const text = validPlan('bmad-build', 'valid-1')
  const told = (plan: string) => lintText(plan, { path: place, now: Date.parse('2026-11-30') }).findings

  it('is known wherever it lies', () =>
    expect(lintText(text, { path: 'notes/door.md' })).toMatchObject({ profile: 'bmad-build', recognised: 'certain' }))

  it('has its boxes ticked once it is done, and not all of them before', () => {
    const done = text.replace('in-progress', 'done')
    expect(told(done).map(({ rule }) => rule)).toEqual(['completion-checklist', 'completion-checklist'])
    expect(told(done.replaceAll('[ ]', '[x]'))).toEqual([])
    const draft = text.replace('in-progress', 'draft').replaceAll('[ ]', '[x]')
    expect(told(draft).map(({ rule }) => rule)).toEqual(['completion-checklist'])
  })
})
