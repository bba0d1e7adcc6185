/** ExecPlans: what is right stays silent, and each kind of fault is told once, where it is. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'
import type { Fault, Right } from './inject.ts'
import { injectFaults, validPlan } from './inject.ts'

const section = (title: string): RegExp => new RegExp(`## ${title}[^]*?(?=\n## |$)`)

const faults: readonly Fault[] = [
  // Sections: six that are not optional, the others a warning.
  ['valid-1', section('Purpose'), '', 'required-sections', '# Let the wardens'],
  ['valid-1', section('Progress'), '', 'required-sections', '## Purpose'],
  ['valid-1', section('Surprises'), '', 'required-sections', '## Progress'],
  ['valid-1', section('Decision Log'), '', 'required-sections', '## Surprises'],
  ['valid-1', section('Outcomes'), '', 'required-sections', '## Decision Log'],
  ['valid-1', section('Validation and'), '', 'required-sections', '## Milestones'],
  ['valid-1', section('Context'), '', 'required-sections', '## Outcomes'],
  ['valid-2', section('Plan of work'), '', 'required-sections', '## Context'],
  ['valid-2', section('Concrete steps'), '', 'required-sections', '## Plan of work'],
  ['valid-1', section('Idempotence'), '', 'required-sections', '## Validation'],
  ['valid-2', section('Artifacts'), '', 'required-sections', '## Idempotence'],
  ['valid-1', section('Interfaces'), '', 'required-sections', '## Artifacts'],
  ['valid-1', '## Decision Log', '## Decison Log', 'required-sections', '## Decison Log'],
  ['valid-1', '## Decision Log', '## Progress\n\n- [ ] Again\n\n## Decision Log', 'required-sections', '## Progress'],
  ['valid-1', /(?<=## Purpose \/ Big Picture\n\n).*\n/, '', 'section-content', '## Purpose'],
  ['valid-1', /(?<=## Context and Orientation\n\n).*\n/, '', 'section-content', '## Context'],
  ['valid-1', /(?<=## Context and Orientation\n\n).*/, 'N/A', 'na-justification', 'N/A'],
  ['valid-1', /(?<=## Validation and Acceptance\n\n).*/, 'N/A', 'na-justification', 'N/A'],
  // Progress and its stamps.
  ['valid-1', /(?<=## Progress\n\n)[^]*?\n(?=\n## )/, 'All is well under way.\n', 'section-content', '## Progress'],
  ['valid-1', '(2026-03-02 07:18Z) Read', 'Read', 'metadata', '- [x] Read'],
  ['valid-1', '(2026-03-02 07:18Z) Read', '(done) Read', 'metadata', '- [x] (done) Read'],
  ['valid-1', '(2026-03-02 07:18Z)', '(2026-03-32 07:18Z)', 'metadata', '- [x] (2026-03-32'],
  ['valid-1', '(2026-03-02 07:18Z)', '(2026-03-02 27:18Z)', 'metadata', '- [x] (2026-03-02 27'],
  ['valid-1', '(2026-03-02 07:18Z)', '(2.3.26 07:18)', 'metadata', '- [x] (2.3.26'],
  ['valid-1', '(2026-03-02 07:18Z)', '(2026-3-2)', 'metadata', '- [x] (2026-3-2)'],
  ['valid-1', '(2026-03-02 07:18Z) Read', '(2026-03-02 07:18Z Read', 'metadata', '- [x] (2026-03-02 07:18Z Read'],
  ['valid-1', '(2026-03-02 07:18Z)', '(2027-03-02 07:18Z)', 'metadata', '- [x] (2027'],
  ['valid-1', '- [ ] Milestone 3', '- [ ] (2031-01-01) Milestone 3', 'metadata', '- [ ] (2031'],
  ['valid-2', /\(2026-04-1[^)]*\) /g, '', 'metadata', '- [x] Rang'],
  ['valid-1', '- [x] (2026-03-02 07:18Z)', '-[x] (2026-03-02 07:18Z)', 'task-format', '-[x] (2026'],
  // Decisions.
  ['valid-1', '  Rationale: Nobody asks what a gate did last year.\n', '', 'section-content', '- Decision: Keep'],
  ['valid-1', '  Rationale: Nobody asks what a gate did last year.', '  Rationale:', 'section-content', 'Rationale:'],
  ['valid-1', '\n  Date/Author: 2026-03-02 / Ines\n- ', '\n- ', 'section-content', '- Decision: Keep'],
  ['valid-1', 'Date/Author: 2026-03-02 / Ines', 'Date/Author: Ines', 'section-content', '- Decision: Keep'],
  // Milestones and validation.
  [
    'valid-1',
    'Acceptance: a gate that is moved by hand is seen on the page within a minute.',
    '',
    'step-verification',
    '### Milestone 2'
  ],
  ['valid-1', /Run `curl[^\n]*/, '', 'step-verification', '### Milestone 3'],
  ['valid-1', '### Milestone 3', '### Milestone 4', 'step-sequence', '### Milestone 4'],
  ['valid-1', '### Milestone 3', '### Milestone 2', 'step-sequence', '### Milestone 2: The phones'],
  [
    'valid-1',
    'Run `python -m pytest` and expect all',
    'Run the tests and expect all',
    'step-verification',
    '## Validation'
  ],
  ['valid-2', '    bundle exec rspec\n', '', 'step-verification', '## Validation'],
  [
    'valid-1',
    'Run `python -m pytest` and',
    'Run `python -m pytest || true` and',
    'verification-quality',
    'Run `python'
  ],
  ['valid-1', 'Run `python -m pytest` and', 'Run `pytest-watch` and', 'verification-quality', 'Run `pytest'],
  [
    'valid-1',
    'Run `python -m pytest` and',
    'Run `/Users/ines/bin/gates --all` and',
    'verification-quality',
    'Run `/Users'
  ],
  // A milestone of which nothing but the work is told; one whose only command cannot fail.
  [
    'valid-1',
    /The page shows the table\. Acceptance.*/,
    'The page gets a table, see `web/gates.py`.',
    'step-verification',
    '### Milestone 2'
  ],
  [
    'valid-1',
    /The page shows the table\. Acceptance.*/,
    'The page gets a table.\n\n    git commit -am page',
    'step-verification',
    '### Milestone 2'
  ],
  [
    'valid-1',
    /The page shows the table\. Acceptance.*/,
    'The page gets a table.\n\n```sh\nnpm test || true\n```',
    'verification-quality',
    'npm test'
  ],
  // The end.
  ['valid-2', /(?<=Outcomes and retrospective\n\n).*/, 'Pending implementation.', 'status-consistency', 'Pending'],
  ['valid-2', /(?<=Outcomes and retrospective\n\n).*/, '(not started)', 'status-consistency', '(not started)'],
  ['valid-2', /(?<=Outcomes and retrospective\n\n).*/, '', 'status-consistency', '## Outcomes'],
  ['valid-2', /(?<=Outcomes and retrospective\n\n).*/, 'None yet.', 'status-consistency', 'None yet'],
  [
    'valid-2',
    /(?<=Outcomes and retrospective\n\n).*/,
    '- To be completed at the end.',
    'status-consistency',
    '- To be'
  ],
  // Left from the template.
  ['valid-1', 'Today each of them phones the next one.', 'TBD', 'no-placeholder', 'A warden'],
  ['valid-1', 'The page shows the table.', 'TODO', 'no-placeholder', 'TODO']
]

/** How a milestone says how its result shows, without a label. */
const shown: readonly string[] = [
  'The page has a table.\n\n```sh\npython -m pytest tests/test_web.py\n```',
  'The page has a table.\n\n    python -m pytest tests/test_web.py',
  'The page has a table. Run `python -m pytest tests/test_web.py`.',
  'Running `npm run build` succeeds, and the page has a table.',
  'The table is there once `make web` has run.',
  'Write the table:\n\n1. Sort it.\n\n    npm test',
  '- The table is on the page (`npm test`).',
  'Start the server with `--gates 3` and see three rows.',
  'A warden opens the page and sees the gates.',
  'The page displays seven gates.',
  'The new gate appears in the table.',
  'The page answers with a table, or returns 404 for another tower.'
]

const rights: readonly Right[] = [
  ...shown.map((text): Right => [
    `shown in other words: ${text.slice(0, 40)}`,
    'valid-1',
    /The page shows the table\. Acceptance.*/,
    text
  ]),
  ['stamps in other spellings', 'valid-1', '(2026-03-02 07:18Z)', '(2026-03-02T07:18:09+01:00)'],
  ['a stamp in bold', 'valid-1', '(2026-03-02 07:18Z) Read', '**(2026-03-02 07:18Z)** Read'],
  ['a stamp without brackets', 'valid-1', '(2026-03-02 07:18Z) Read', '2026-03-02 07:18Z — Read'],
  [
    'a stamp at the end',
    'valid-1',
    '(2026-03-02 07:18Z) Read how the gates report their state.',
    'Read it all (2026-03-02 07:18Z)'
  ],
  ['an open box with a stamp to come', 'valid-1', '- [ ] Milestone 3', '- [ ] (TBD) Milestone 3'],
  ['boxes below a box', 'valid-1', '- [~] Milestone 2', '  - [x] the names of the gates\n- [~] Milestone 2'],
  [
    'nothing in living sections',
    'valid-1',
    /(?<=## Surprises & Discoveries\n)[^]*?(?=\n## Outcomes)/,
    '\n## Decision Log\n\n- None yet.\n'
  ],
  [
    'promises in living sections',
    'valid-1',
    /(?<=## Surprises & Discoveries\n)[^]*?(?=\n## Outcomes)/,
    '\nTo be filled in.\n\n## Decision Log\n\n(none so far)\n'
  ],
  ['an empty end while a box is open', 'valid-1', 'To be written once the page is served.', ''],
  ['a promise while a box is open', 'valid-1', 'To be written once the page is served.', '- Pending implementation.'],
  ['a template’s promise while a box is open', 'valid-1', 'To be written once the page is served.', 'TBD'],
  [
    'decisions with bold labels',
    'valid-1',
    '- Decision: Keep the newest line of each gate only.\n  Rationale:',
    '- **Decision:** Keep it.\n  **Rationale:**'
  ],
  [
    'decisions with lists below them',
    'valid-1',
    '- Decision: Keep the newest line of each gate only.\n  Rationale: Nobody asks what a gate did last year.\n  Date/Author: 2026-03-02 / Ines',
    '- **Decision**: Keep it.\n  - **Rationale**: Nobody asks.\n  - **Date**: 2026-03-02'
  ],
  [
    'a decision in a sentence',
    'valid-1',
    '- Decision: Read the log each minute.\n  Rationale: A gate needs four minutes to move.\n  Date/Author: 2026-03-02 / Ines',
    '- 2026-03-02: the log is read each minute, because a gate needs four minutes to move'
  ],
  [
    'decisions in prose',
    'valid-1',
    /(?<=## Decision Log\n\n)[^]*?(?=\n## )/,
    '2026-03-02 — Ines: the log is read each minute. A gate needs four.\n'
  ],
  ['remarks behind titles', 'valid-1', '## Decision Log', '## Decision Log (why, not what)'],
  [
    'milestones from 0',
    'valid-1',
    /[^]*/,
    validPlan('execplan', 'valid-1').replaceAll(/Milestone (\d)/g, (_, n: string) => `Milestone ${Number(n) - 1}`)
  ],
  ['milestones for the plan of work', 'valid-1', section('Plan of Work'), ''],
  ['milestones for the steps', 'valid-1', section('Concrete Steps'), ''],
  ['another section', 'valid-1', '## Artifacts', '## Revision Notes\n\nNone.\n\n## Artifacts'],
  ['boxes outside of Progress', 'valid-2', '2) Ring up,', '- [x] It rings\n\n2) Ring up,']
]

injectFaults('execplan', '.agent/plans/gates.md', { faults, rights })

describe('an ExecPlan', () => {
  const kind = (text: string, path = 'notes/gates.md') => lintText(text, { path })

  it('is known by four of its headings', () => {
    const titles = ['Progress', 'Decision Log', 'Plan of Work', 'Concrete Steps']
    const of = (some: string[]): string => `# Gates\n\n${some.map(title => `## ${title}\n\nIt.\n`).join('\n')}`
    expect(kind(of(titles))).toMatchObject({ profile: 'execplan', recognised: 'certain' })
    expect(kind(of(titles.slice(1)))).toMatchObject({ profile: 'execplan', recognised: 'likely' })
    expect(kind(of(titles.slice(2))).profile).not.toBe('execplan')
  })

  it.each(['Codex Execution Plans (ExecPlans):', 'ExecPlan Protocol', 'Our ExecPlans'])(
    '%s holds the rules, and is none',
    title => {
      const rules = validPlan('execplan', 'valid-1').replace(/^# .*/, `# ${title}`)
      expect(kind(rules, '.agent/PLANS.md')).toMatchObject({ state: 'excluded' })
      expect(lintText(rules, { path: '.agent/PLANS.md', forced: 'execplan' })).toMatchObject({ state: 'judged' })
    }
  )

  it('holds no skeleton of one', () => {
    const text = `${validPlan('execplan', 'valid-1')}\n## Skeleton of a Good ExecPlan\n\nAs above.\n`
    expect(kind(text)).toMatchObject({ state: 'excluded' })
  })

  it('is history below completed/: what lacks there is not told, what contradicts itself is', () => {
    const text = validPlan('execplan', 'valid-2')
      .replace(/\(2026-04-11\) /, '')
      .replace(/## Artifacts and notes\n\nNone\.\n/, '')
    expect(
      kind(text)
        .findings.map(({ rule }) => rule)
        .sort()
    ).toEqual(['metadata', 'required-sections'])
    expect(kind(text, 'docs/exec-plans/completed/gates.md').findings).toEqual([])
    const unwritten = text.replace(/(?<=retrospective\n\n).*/, 'Pending.')
    expect(kind(unwritten, 'docs/exec-plans/completed/gates.md').findings.map(({ rule }) => rule)).toEqual([
      'status-consistency'
    ])
  })
})
