/** The files of an OpenSpec change: what is right stays silent, and each kind of fault is told once, where it is. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { statusReport } from '../../src/apps/status/rows.ts'
import { lintText } from '../../src/lint/linter.ts'
import { isUsualPlace, mayHoldPlan } from '../../src/detect/places.ts'
import { readPlace } from '../../src/sets/named-places.ts'
import { createSiblings } from '../../src/sets/siblings.ts'

const plans = path.join(import.meta.dirname, '../../fixtures/plans')
const read = (kind: string, valid: string): string =>
  fs.readFileSync(path.join(plans, `openspec-${kind}/${valid}.md`), 'utf8').replace(/^---\n[^]*?\n---\n\n?/, '')

const home = 'openspec/changes/door-box'
const box = `${home}/specs/returns/door-box/spec.md`
const reminders = `${home}/specs/reminders/spec.md`
const mainSpec = 'openspec/specs/reminders/spec.md'

const receipts = `## ADDED Requirements

### Requirement: A receipt for each book
The box SHALL print a receipt.

#### Scenario: A book
- **WHEN** a book falls
- **THEN** a receipt says which
`

const changed = `## MODIFIED Requirements

### Requirement: Reminders wait
The system SHALL send a reminder three days before a book is due, once the box has been read.

#### Scenario: Three days
- **WHEN** a book is due in three days and not in the box
- **THEN** its member gets a letter

## RENAMED Requirements

- FROM: \`### Requirement: Reminders go out\`
- TO: \`### Requirement: Reminders wait\`
`

const files: Readonly<Record<string, string>> = {
  [`${home}/proposal.md`]: read('proposal', 'valid-1'),
  [`${home}/design.md`]: read('design', 'valid-1'),
  [`${home}/tasks.md`]: read('tasks', 'valid-1'),
  [box]: read('delta', 'valid-1'),
  [`${home}/specs/returns/receipts/spec.md`]: receipts,
  [reminders]: changed,
  [mainSpec]: read('spec', 'valid-1')
}

const now = Date.UTC(2026, 1, 1)

/** Every finding: file, rule, and the line that it stands at. */
function judge(texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    lintText(text, { path: name, siblings: createSiblings(texts), now }).findings.map(
      ({ rule, place }) => `${name}: ${rule}: ${text.split('\n')[place.start.line - 1]}`
    )
  )
}

/** File, what is changed, into what; the rule that tells, a piece of the line. */
type Fault = readonly [file: string, from: string | RegExp, to: string, rule: string, line: string]

const [proposal, design, tasks] = [`${home}/proposal.md`, `${home}/design.md`, `${home}/tasks.md`]

const faults: readonly Fault[] = [
  // Proposals.
  [proposal, /## Why\n\n.*\n\n/, '', 'required-sections', '# Proposal'],
  [proposal, /(?<=## Why\n\n).*\n\n/, '', 'section-content', '## Why'],
  [proposal, /(?<=## Why\n\n).*\n\n/, '<!-- Explain the motivation. -->\n\n', 'section-content', '## Why'],
  [proposal, /## What Changes[^]*?(?=## Cap)/, '', 'required-sections', '## Why'],
  [proposal, '## What Changes', '## What Chnages', 'required-sections', '## What Chnages'],
  [proposal, /## Impact[^]*/, '', 'required-sections', '## Capabilities'],
  [proposal, '`returns/receipts`', '`returns/receipt`', 'traceability', '`returns/receipt`'],
  [proposal, /- `returns\/receipts`.*\n/, '', 'traceability', '## Capabilities'],
  [proposal, '- `reminders`', '- `reminder`', 'traceability', '`reminder`'],
  [
    proposal,
    '- `returns/receipts`',
    '- `<capability-path>`: something\n- `returns/receipts`',
    'no-placeholder',
    '<capability-path>'
  ],
  [proposal, /### Modified Capabilities\n\n(.*)\n/, '', 'traceability', '## Capabilities'],
  [proposal, /(- `returns\/receipts`.*\n)([^]*?)(- `reminders`.*\n)/, '$1$3', 'traceability', '- `reminders`'],
  // Designs.
  [design, /## Decisions[^]*?(?=## Risks)/, '', 'required-sections', '## Goals'],
  [design, /(?<=## Decisions\n\n)[^]*?(?=## Risks)/, '', 'section-content', '## Decisions'],
  [tasks, /- \[ \]/g, '- [x]', 'status-consistency', '- Does the branch'],
  // Deltas.
  [box, /$/, '\n### Rollout\n\nIt goes out in May.\n', 'task-format', '### Rollout'],
  [`${home}/specs/returns/receipts/spec.md`, /(?<=Requirements\n\n)[^]*/, 'None\n', 'na-justification', 'None'],
  [
    `${home}/specs/returns/receipts/spec.md`,
    /(?<=Requirements\n\n)[^]*/,
    'N/A: no receipt\n',
    'na-justification',
    'N/A'
  ],
  // Tasks.
  [tasks, '2.2 Verify', '1.4 Verify', 'step-sequence', '1.4 Verify'],
  [tasks, '2.2 Verify', '2.1 Verify', 'step-sequence', '2.1 Verify'],
  [tasks, '1.2.2 Send', '1.2.1 Send', 'step-sequence', '1.2.1 Send'],
  [tasks, '- [ ] 2.1', '- [] 2.1', 'task-format', '2.1 Wait'],
  [tasks, '- [ ] 2.1', '-[ ] 2.1', 'task-format', '2.1 Wait'],
  [tasks, /$/, '\n- [ ]\n', 'task-format', '- [ ]'],
  [
    proposal,
    '- `returns/receipts`',
    '- `<name>`: <brief description of what this capability covers>\n- `returns/receipts`',
    'no-placeholder',
    '<name>'
  ],
  [tasks, '- [x] 1.1', '- [✓] 1.1', 'task-format', '1.1 Read'],
  [tasks, /- \[[ x]\] /g, '- ', 'task-format', '1.1 Read'],
  [tasks, /(?<=# Tasks\n)[^]*/, '\nNone yet.\n', 'task-format', '# Tasks'],
  // Deltas.
  [box, '## ADDED', '## ADDDED', 'required-sections', '## ADDDED'],
  [box, '## ADDED', '### ADDED', 'required-sections', '## Purpose'],
  [box, '### Requirement: A full', '#### Requirement: A full', 'task-format', 'A full box'],
  [box, '### Requirement: A full', '## Requirement: A full', 'task-format', 'A full box'],
  [box, '### Requirement: A full', '### Requirement 2 - A full', 'task-format', 'A full box'],
  [box, '### Requirement: A full box says so', '### A full box says so', 'task-format', 'A full box'],
  [box, '### Requirement: A full', '## Notes\n\n### Requirement: A full', 'task-format', 'A full box'],
  [box, 'A full box says so', 'Books are read in as they fall', 'step-sequence', 'Books are read'],
  [box, 'A full box says so', 'Books are Read in as they fall', 'step-sequence', 'Books are Read'],
  [box, 'MUST light', 'should light', 'requirement-form', 'A full box'],
  [box, /\*\*ID[^]*?is full\.\n/, '', 'requirement-form', 'A full box'],
  [box, '#### Scenario: Forty', '### Scenario: Forty', 'scenario', 'Forty books'],
  [box, '#### Scenario: Forty', '##### Scenario: Forty', 'scenario', 'Forty books'],
  [box, '#### Scenario: Forty books', '**Scenario: Forty books**\n', 'scenario', 'Forty books'],
  [box, /#### Scenario: Forty[^]*/, '', 'scenario', 'A full box'],
  [box, /- \*\*WHEN\*\* the fortieth[^]*/, '', 'scenario', 'Forty books'],
  [box, /(?<=line is down\n)[^]*?(?=### Req)/, '\n', 'scenario', 'The line is down'],
  [box, '- **WHEN** the fortieth book falls\n', '', 'scenario', 'Forty books'],
  [box, '- **THEN** the lamp is lit', '- the lamp is lit', 'scenario', 'Forty books'],
  [box, /$/, '\n## MODIFIED Requirements\n', 'step-sequence', '## MODIFIED'],
  [box, '### Requirement: A full', '## ADDED Requirements\n\n### Requirement: A full', 'required-sections', '## ADDED'],
  [reminders, '## RENAMED Requirements\n\n- FROM', '## RENAMED Requirements\n\n- From', 'step-sequence', '- TO'],
  [reminders, /- TO:.*\n/, '', 'step-sequence', '- FROM'],
  [
    reminders,
    /#### Scenario: Three[^]*?(?=## REN)/,
    '#### Scenario: Three months\n- **WHEN** it is May\n- **THEN** a letter is written\n\n',
    'traceability',
    'Reminders wait'
  ],
  [reminders, /^/, '## Purpose\n\nReminders for books that nobody brings back.\n\n', 'traceability', '## Purpose'],
  [reminders, 'Requirement: Reminders go out', 'Requirement: Reminders went out', 'traceability', 'FROM'],
  [
    reminders,
    /^/,
    '## ADDED Requirements\n\n### Requirement: One reminder\nIt SHALL be one.\n\n#### Scenario: One\n- **WHEN** there are two\n- **THEN** one is sent\n\n',
    'traceability',
    'One reminder'
  ],
  [
    reminders,
    /^/,
    '## REMOVED Requirements\n\n### Requirement: One remainder\n**Reason**: it is old\n**Migration**: none is needed\n\n',
    'traceability',
    'One remainder'
  ],
  [
    reminders,
    /^/,
    '## REMOVED Requirements\n\n### Requirement: One reminder\n**Reason**: it is old\n\n',
    'step-fields',
    'One reminder'
  ],
  [
    reminders,
    /^/,
    '## REMOVED Requirements\n\n### Requirement: Reminders go out\n**Reason**: it is old\n**Migration**: none\n\n',
    'step-sequence',
    'FROM'
  ],
  // Main specs.
  [mainSpec, /## Purpose\n\n.*\n\n/, '', 'required-sections', '# reminders'],
  [
    mainSpec,
    /(?<=## Purpose\n\n).*/,
    'TBD - created by archiving change door-box. Update Purpose after archive.',
    'no-placeholder',
    'TBD'
  ],
  [
    mainSpec,
    '### Requirement: One reminder',
    '## Later\n\n### Requirement: One reminder',
    'task-format',
    'One reminder'
  ],
  [
    mainSpec,
    'MUST send one reminder for a book, and SHALL NOT send',
    'sends one reminder for a book, and never',
    'requirement-form',
    'One reminder'
  ],
  [mainSpec, /#### Scenario: Twice[^]*/, '', 'scenario', 'One reminder']
]

test('a whole change is silent', () => {
  expect(judge(files)).toEqual([])
  const profiles = Object.entries(files).map(([name, text]) => lintText(text, { path: name, now }).profile)
  expect(profiles).toEqual([
    'openspec-proposal',
    'openspec-design',
    'openspec-tasks',
    'openspec-delta',
    'openspec-delta',
    'openspec-delta',
    'openspec-spec'
  ])
})

describe('each fault is told once', () => {
  it.each(faults)('%s: %s → %j', (file, from, to, rule, line) => {
    const text = files[file]!.replace(from, to)
    expect(text).not.toBe(files[file])
    const found = judge({ ...files, [file]: text })
    const told = rule === 'status-consistency' ? design : file
    expect(found.filter(each => each.startsWith(`${told}: ${rule}: `) && each.includes(line))).toHaveLength(1)
    expect(found).toHaveLength(1)
  })
})

describe('open questions of a design whose tasks are finished', () => {
  const finished = { [tasks]: files[tasks]!.replaceAll('- [ ]', '- [x]') }
  const asked = (...lines: string[]): string[] => {
    const text = files[design]!.replace(/(?<=## Open Questions\n\n)[^]*/, lines.join('\n') + '\n')
    return judge({ ...finished, [design]: text }).map(each => each.replace(/^.*?: status-consistency: /, ''))
  }

  it.each([
    'None.',
    'None: the list was closed in June.',
    '- Does the hill need a lamp? → no, it is lit',
    '- Does the hill need a lamp? (Leaning no: the street is lit)',
    '- Does the hill need a lamp? The street is lit all night, so it has none.',
    '- [x] Does the hill need a lamp?',
    '- ~~Does the hill need a lamp?~~',
    '1. **Does the hill need a lamp?** - RESOLVED',
    '1. **Does the hill need a lamp?** (there is one in the street)\n   - **Resolution**: it has none',
    '**Q: Does the hill need a lamp?**\n**A (deferred):** Only once somebody asks for it.',
    'Does the hill need a lamp?\n\nYes, a small one.'
  ])('%j is answered', text => expect(asked(text)).toEqual([]))

  it.each([
    '- Does the hill need a lamp?',
    '- The lamp on the hill',
    '- Does the hill need a lamp? It depends on the street.',
    '1. **Does the hill need a lamp?** @noor has to decide',
    'Does the hill need a lamp?',
    '- [ ] Does the hill need a lamp?'
  ])('%j is open', text => expect(asked(text)).toEqual([text]))

  test('several are one slip, told at the first', () => {
    expect(asked('- Which colour? → red', '- How tall?', '- How loud?')).toEqual(['- How tall?'])
    const { findings } = lintText(files[design]!.replace('- Does the branch', '- How tall?\n- Does the branch'), {
      path: design,
      siblings: createSiblings(finished),
      now
    })
    expect(findings.map(({ message, related }) => [message, related?.map(each => each.message)])).toEqual([
      [
        'Unanswered question "How tall?" and 1 more while every task of tasks.md is ticked',
        ['Open, too', 'Every box is ticked here']
      ]
    ])
  })

  test('what is archived is told of as well; with open tasks, or alone, nothing is', () => {
    const past = (name: string): string => name.replace('changes/', 'changes/archive/2026-01-02-')
    const text = files[design]!
    expect(judge({ [past(design)]: text, [past(tasks)]: finished[tasks]! })).toHaveLength(1)
    expect(judge({ [design]: text, [tasks]: files[tasks]! })).toEqual([])
    expect(judge({ [design]: text })).toEqual([])
  })
})

test('a purpose is for a capability that is new, or was taken over word by word', () => {
  const purpose = (text: string): string => text.match(/## Purpose\n\n.*\n\n/)![0]
  const with_ = (text: string): string[] => judge({ ...files, [reminders]: text + changed })
  expect(with_(purpose(files[mainSpec]!))).toEqual([])
  expect(with_('## Purpose\n\n')).not.toContain(`${reminders}: traceability: ## Purpose`)
  expect(files[box]).toContain('## Purpose')
})

describe('by place', () => {
  const alone = (name: string, text: string): string[] => judge({ [name]: text })

  test('a delta that tools pass over', () => {
    const others = { [proposal]: read('proposal', 'valid-2') }
    for (const name of [`${home}/specs/spec.md`, `${home}/specs/returns/notes.md`])
      expect(judge({ ...others, [name]: receipts })).toEqual([`${name}: traceability: ${receipts.split('\n')[0]}`])
  })

  test('a delta without a proposal, and one that changes what is not there', () => {
    expect(alone(`${home}/specs/returns/spec.md`, receipts)).toEqual([
      `${home}/specs/returns/spec.md: traceability: ## ADDED Requirements`
    ])
    expect(judge({ [proposal]: read('proposal', 'valid-2'), [reminders]: changed })).toEqual([
      `${reminders}: traceability: ### Requirement: Reminders wait`
    ])
  })

  test('what is archived is told of open boxes, and of no form', () => {
    const past = 'openspec/changes/archive/2026-01-02-door-box'
    const [first, second] = lintText(files[tasks]!, { path: `${past}/tasks.md`, now }).findings
    expect(first).toMatchObject({ rule: 'completion-checklist', severity: 'warning' })
    expect(first!.place.start.line).toBe(9)
    expect(second).toBeUndefined()
    expect(alone(`${past}/tasks.md`, files[tasks]!.replaceAll('[ ]', '[x]'))).toEqual([])
    expect(alone(`${past}/proposal.md`, 'We wanted a box, and it is there.\n')).toEqual([])
    expect(alone(`${past}/specs/reminders/spec.md`, changed.replaceAll('####', '###'))).toEqual([])
  })

  test('where they lie', () => {
    for (const name of Object.keys(files)) {
      expect(mayHoldPlan(name), name).toBe(true)
      expect(mayHoldPlan(`packages/a/${name}`), name).toBe(true)
    }
    expect(isUsualPlace('openspec/project.md')).toBe(false)
    expect(lintText(read('spec', 'valid-1'), { path: 'specs/001-a/spec.md', now }).profile).not.toBe('openspec-spec')
  })

  test('names in a place stand for one folder or several', () => {
    const place = 'openspec/changes/{change}/specs/{capability}/spec.md'
    const at = readPlace(place, 'a/openspec/changes/archive/x/specs/auth/login/spec.md')
    expect(at?.root).toBe('a')
    expect([...at!.values]).toEqual([
      ['change', 'archive/x'],
      ['capability', 'auth/login']
    ])
    expect(readPlace(place, 'openspec/changes/x/specs/spec.md')).toBeUndefined()
  })
})

test('changes are a row each, and the main spec that two of them change is none of theirs', () => {
  const other = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name.replace('door-box', 'hill-box'), text])
  )
  const texts: Record<string, string> = { ...files, ...other }
  const siblings = createSiblings(texts)
  const judged = Object.entries(texts).map(([name, text]) =>
    lintText(text, { path: name, siblings, summary: true, now })
  )
  const { rows } = statusReport({ version: '0', files: judged, changed: new Map(), now, staleDays: 14 })
  expect(rows.map(({ path: at, boxes }) => [at, boxes.done, boxes.total])).toEqual([
    ['openspec/changes/door-box', 4, 8],
    ['openspec/specs/reminders/spec.md', 0, 0],
    ['openspec/changes/hill-box', 4, 8]
  ])
})

test('a change of another schema is judged without a template, its deltas as ever', () => {
  const text = 'We rename the box.\n\n- [ ] Rename it\n- [ ] Check `src/none.ts`\n'
  const of = (name: string, beside: Record<string, string>) =>
    lintText(text, { path: name, siblings: createSiblings(beside), now })
  const quick = { [`${home}/.openspec.yaml`]: 'created: 2026-01-02\nschema: quick\n' }
  expect(of(proposal, quick)).toMatchObject({ profile: 'generic', recognised: 'generic' })
  expect(of(proposal, { 'openspec/config.yaml': "schema: 'quick'\n" })).toMatchObject({ profile: 'generic' })
  expect(of(proposal, { ...quick, [`${home}/.openspec.yaml`]: 'schema: spec-driven\n' })).toMatchObject({
    profile: 'openspec-proposal'
  })
  expect(of(reminders, quick)).toMatchObject({ profile: 'openspec-delta' })
})

describe('a scenario in a fence', () => {
  const steps = /(?<=#### Scenario: A book\n)[^]*/
  const inFence = (text: string): string => receipts.replace(steps, () => `\`\`\`gherkin\n${text}\n\`\`\`\n`)

  test('has its steps there', () => {
    const whole = inFence('Given a box\nWhen a book falls\nThen a receipt says which')
    expect(judge({ ...files, [`${home}/specs/returns/receipts/spec.md`]: whole })).toEqual([])
  })

  test('lacks those that are not there', () => {
    const name = `${home}/specs/returns/receipts/spec.md`
    expect(judge({ ...files, [name]: inFence('Given a box\nWhen a book falls into the box') })).toEqual([
      `${name}: scenario: #### Scenario: A book`
    ])
  })
})

test('a section that is the title of its document is told of there, and how it is one', () => {
  const name = `${home}/specs/returns/receipts/spec.md`
  const text = receipts.replace('## ADDED', '# ADDED')
  const { findings } = lintText(text, { path: name, now })
  expect(findings.map(({ rule, place, help }) => [rule, place.start.line, help])).toEqual([
    ['required-sections', 1, 'Write "## ADDED Requirements" in its place: the title of the document is no section']
  ])
  expect(lintText(`# Receipts\n\n${receipts}`, { path: name, now }).findings).toEqual([])
})
