/** Stories of the BMAD method: what is right stays silent, and each kind of fault is told once, where it is. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'

const folder = path.join(import.meta.dirname, '../../fixtures/plans/bmad-story')
const [first, second] = ['valid-1.md', 'valid-2.md'].map(name => fs.readFileSync(path.join(folder, name), 'utf8')) as [
  string,
  string
]
const place = 'docs/stories/2.3.reading-list.md'
const lint = (text: string, file = place) => lintText(text, { path: file, now: Date.parse('2026-06-01') })

describe('a story', () => {
  it.each([first, second])('is recognised for certain wherever it lies, and has no fault', text => {
    for (const file of [place, 'notes/reading.md'])
      expect(lint(text, file)).toMatchObject({ profile: 'bmad-story', recognised: 'certain', findings: [] })
  })

  it('lies where the method puts it, among what is no story', () => {
    for (const folder of [
      '_bmad-output/implementation-artifacts',
      '_bmad-output/implementation-artifacts/stories',
      'docs/sprint-artifacts'
    ]) {
      const story = '# Story 2.3\n\nStatus: in-review\n\n## Story\n\nAs a reader.\n\n## Acceptance Criteria\n\n1. One\n'
      expect(lint(story, `${folder}/2-3-reading-list.md`).profile).toBe('bmad-story')
      for (const name of ['epic-1-retro-2026-01-02', 'tech-spec-list', 'sprint-change-proposal-2026'])
        expect(lint('# Notes\n\nIt went well, mostly.\n', `${folder}/${name}.md`).findings).toEqual([])
    }
  })

  it('is the same with other line endings', () => {
    expect(lint(first.replaceAll('\n', '\r\n'))).toMatchObject({ profile: 'bmad-story', findings: [] })
  })

  it('is none where only criteria or tasks stand', () => {
    expect(lint('# Search\n\n## Story\n\nLong ago.\n\n## Tasks\n\n- [ ] Go\n', 'notes/a.md').profile).not.toBe(
      'bmad-story'
    )
    expect(lint('# Login\n\n## Acceptance Criteria\n\n1. It works\n', 'notes/a.md').profile).not.toBe('bmad-story')
  })
})

/** What is changed, into what; the rule that tells, and the beginning of the line that it tells of. */
type Mutant = readonly [from: string | RegExp, to: string, rule: string, line: string]

const broken: readonly Mutant[] = [
  ['(AC: 1, 2)', '(AC: 1, 2, 7)', 'traceability', '- [ ] Task 1'],
  ['(AC: 1, 2)', '(AC: 1-2, #9)', 'traceability', '- [ ] Task 1'],
  ['out (AC: 4)', 'out (AC 6)', 'traceability', '  - [ ] Strike'],
  [/(?=## Dev Notes)/, '- [ ] Task 4: Colours (ACs: 12)\n\n', 'traceability', '- [ ] Task 4'],
  ['## Status\n\nApproved\n\n', '', 'metadata', '# Story'],
  ['## Status\n\nApproved', '## Status\n\nAproved', 'metadata', 'Aproved'],
  ['## Status\n\nApproved', '## Status\n\nDone', 'completion-checklist', '- [ ] Task 1'],
  ['- [ ] Task 3', '-[ ] Task 3', 'task-format', '-[ ] Task 3'],
  ['- [ ] Task 3', '- [] Task 3', 'task-format', '- [] Task 3'],
  [/## Story\n[\s\S]*?(?=## Acc)/, '', 'required-sections', '# Story'],
  [/## Acceptance[\s\S]*?(?=## Tasks)/, '', 'required-sections', '## Story'],
  [/(?<=## Acceptance Criteria\n)[\s\S]*?(?=## Tasks)/, '\n', 'section-content', '## Acceptance'],
  [/## Tasks[\s\S]*?(?=## Dev Notes)/, '', 'required-sections', '## Acceptance'],
  [/## Dev Notes[\s\S]*?(?=## Change)/, '', 'required-sections', '## Tasks'],
  [/\*\*As a\*\*[\s\S]*?(?=## Acc)/, '', 'section-content', '## Story'],
  ['# Story 2.3: Reading list on paper', '# Story {{epic_num}}.3: Reading list', 'no-placeholder', '# Story'],
  ['a** visitor of the library', 'a** {{role}}', 'no-placeholder', '**As a**'],
  ['(AC: all)', '(AC: # if applicable)', 'no-placeholder', '- [ ] Task 3'],
  ['Shelves sort by floor first', 'TBD', 'no-placeholder', 'TBD'],
  ['- [ ] Task 3', '- [x] Task 3', 'status-consistency', '- [x] Task 3'],
  ['## Status\n\nApproved', '## Status: Aproved', 'metadata', '## Status'],
  ['## Status\n\nApproved', '## Status: Done', 'completion-checklist', '- [ ] Task 1'],
  ['## Status\n\nApproved', '## Status:', 'metadata', '## Status'],
  ['3. A list', '2. A list', 'step-sequence', '2. A list'],
  ['2. The print', '1. The print', 'step-sequence', '1. The print'],
  ['**so that** I can', 'and', 'scenario', '## Story'],
  [/- \[ \] (?=[^]*\n## Dev)/g, '- ', 'section-content', '## Tasks'],
  ['Repeat the heading on each page', 'Subtask 1.1', 'no-placeholder', '  - [ ] Subtask 1.1'],
  ['Shelves sort by floor first', '- Source tree components to touch\n\nThey', 'no-placeholder', '- Source tree']
]

describe('what is broken in it', () => {
  it.each(broken)('%s → %j', (from, to, rule, line) => {
    expect(first).toMatch(from)
    const text = first.replace(from, () => to)
    const lines = text.split('\n')
    const told = lint(text).findings.map(({ rule: id, place: { start } }) => [id, lines[start.line - 1]!] as const)
    expect(new Set(told.map(([id]) => id)), String(told)).toEqual(new Set([rule]))
    expect(told[0]![1].startsWith(line), told[0]![1]).toBe(true)
  })

  it('is told at the number, and once for each', () => {
    const text = first.replace('(AC: 1, 2)', '(AC: 1, 2, 7, 8)').replace('(AC: 3-4)', '(AC: 3-4, 7)')
    const line = text.split('\n').findIndex(each => each.includes('7, 8'))
    const column = text.split('\n')[line]!.indexOf('7') + 1
    expect(
      lint(text).findings.map(({ place: { start }, related = [] }) => [start.line, start.column, related.length])
    ).toEqual([
      [line + 1, column, 2],
      [line + 1, column + 3, 1]
    ])
  })

  it('is a criterion that no task names', () => {
    const text = first.replace('(AC: all)', '').replace('(AC: 1, 2)', '(AC: 2)')
    const [finding, ...others] = lint(text).findings
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      rule: 'traceability',
      severity: 'warning',
      message: 'Missing reference to criterion 1: nothing in the plan names it'
    })
    expect(text.split('\n')[finding!.place.start.line - 1]).toMatch(/^1\. The list/)
    expect(finding!.help).toContain('(AC: 1)')
    expect(lint(text.replace('(AC: 2)', '(AC: 2) (AC: 1)')).findings).toEqual([])
  })

  it('is a draft of which every box is ticked', () => {
    const text = first.replace('Approved\n\n## Story', 'Draft\n\n## Story').replaceAll('[ ]', '[x]')
    expect(lint(text).findings.map(({ rule }) => rule)).toEqual(['completion-checklist'])
    expect(lint(text.replace('Draft\n\n## Story', 'Done\n\n## Story')).findings).toEqual([])
  })
})

/** How criteria are written besides in a numbered list. */
const otherwise: readonly (readonly [name: string, as: string, head: string])[] = [
  ['headings', '### AC@: *\n\nAs it says.\n', '### AC2'],
  ['headings with a dash', '#### AC @ – *\n\n- **Given** a list\n- **Then** it prints\n', '#### AC 2'],
  ['headings with a hyphen', '### AC-@: *\n\n1. One\n2. Two\n', '### AC-2'],
  ['labels', '**AC@:** *\n', '**AC2:**'],
  ['titles in bold', '**AC@: ***\n\n- Given a list\n', '**AC2:'],
  ['items', '- **AC@**: *', '- **AC2**'],
  ['numbered items', '@. **AC@**: *', '2. **AC2**']
]

describe.each(otherwise)('criteria as %s', (_, as, head) => {
  const text = first.replaceAll(/^(\d)\. (.*)$/gm, (__, number: string, said: string) =>
    as.replaceAll('@', number).replace(/\*(?=\*\*\n|\n|$)/, () => said)
  )
  const told = (plan: string) =>
    lint(plan).findings.map(({ rule, place: { start } }) => [
      rule,
      plan.split('\n')[start.line - 1]!.slice(0, head.length)
    ])

  it('are right', () => expect(told(text)).toEqual([]))
  it('are referred to', () => {
    expect(told(text.replace('(AC: 1, 2)', '(AC: 1, 9)'))).toEqual([
      ['traceability', '- [ ] Task 1'.slice(0, head.length)]
    ])
    expect(told(text.replace('(AC: all)', '').replace('(AC: 1, 2)', '(AC: 1)'))).toEqual([['traceability', head]])
  })
})

describe('what is right in it', () => {
  it.each([
    ['no references at all', / \(AC: [^)]*\)/g, ''],
    ['other marks of a reference', '(AC: 1, 2)', '(ac: #1 & AC2)'],
    ['words behind the numbers', '(AC: 1, 2)', '(AC: 1, 2 without the shelf, see page 9)'],
    ['a number of another thing', '(AC: 1, 2)', '(AC: 1, 2) for 12 readers (page 9)'],
    ['a criterion below a label', '4. Books that', '\n**Marks:**\n4. Books that'],
    ['criteria in several lists', '3. A list', '**Pages**\n\n3. A list'],
    ['a status with a mark', '## Status\n\nApproved', '## Status\n\n✅ **Approved** (12 February)'],
    ['a status of other words', '## Status\n\nApproved', '## Status\n\nReady for Review'],
    ['nothing of QA', '## QA Results\n', ''],
    ['a status in its heading', '## Status\n\nApproved', '## Status: Approved'],
    ['a status in code in its heading', '## Status\n\nApproved', '### Status: `ready-for-dev`'],
    ['criteria that Markdown counts', /^[234]\. (?=[ATB])/gm, '1. '],
    ['a list that counts anew', '3. A list of more', '\n**Pages**\n\n1. A list of more'],
    [
      'a status in the front matter',
      /^[^]*?## Status\n\nApproved\n/g,
      '---\nstatus: "Approved"\n---\n\n# Story 2.3: List\n'
    ],
    ['criteria as scenarios', /^\d\. .*$/gm, '**Given** a list\n**When** it is printed\n**Then** it is sorted\n'],
    [
      'words of the template with more below them',
      'Shelves sort',
      '- Testing standards summary:\n  - in the browser\n\nShelves sort'
    ],
    ['a purpose in other words', '**so that** I can', '**in order to**'],
    ['a story in other words', /\*\*As a\*\*[^]*?phone\./g, 'Visitors want to print their reading lists.'],
    ['a story in another language', /\*\*As a\*\*[^]*?phone\./g, 'Als Besucher möchte ich meine Liste drucken.']
  ] as const)('%s', (_, from, to) => {
    expect(first).toMatch(from)
    expect(lint(typeof from === 'string' ? first.replace(from, to) : first.replaceAll(from, to)).findings).toEqual([])
  })
})

describe('a story that is done while its boxes are open', () => {
  const done = first.replace('\nApproved\n', '\nDone\n')
  const ticked = done.replaceAll('- [ ]', '- [x]')
  const told = (text: string) =>
    lint(text).findings.map(({ rule, message, related }) => [rule, message, related?.length ?? 0])

  it('is told of once, with the others beside it', () =>
    expect(told(done)).toEqual([
      [
        'completion-checklist',
        'Unchecked item "Task 1: Print view of a list (AC: 1, 2)" and 7 more while status is Done',
        8
      ]
    ]))

  it('is told of each where they are two', () =>
    expect(told(ticked.replace('- [x] Task 3', '- [ ] Task 3').replace('- [x] Render', '- [ ] Render'))).toEqual([
      ['completion-checklist', expect.stringContaining('Task 3'), 1],
      ['completion-checklist', expect.stringContaining('Render'), 1]
    ]))

  it('is told of once where a task is ticked with a part of it open', () =>
    expect(told(ticked.replace('- [x] Render', '- [ ] Render')).map(([rule]) => rule)).toEqual([
      'completion-checklist'
    ]))

  it('is right once all are ticked', () => expect(told(ticked)).toEqual([]))
})

it('says of an empty list of tasks how one is written', () => {
  const empty = first.replace(/(?<=## Tasks \/ Subtasks\n)[^]*?(?=\n## )/, '')
  const [found] = lint(empty).findings.filter(({ rule }) => rule === 'section-content')
  expect(found!.help).not.toContain('TODO')
  const line = /"(- \[ \] .*?)"/.exec(found!.help!)![1]!
  const { findings } = lint(empty.replace('## Tasks / Subtasks\n', `## Tasks / Subtasks\n\n${line}\n`))
  expect(findings.filter(({ rule }) => rule !== 'traceability')).toEqual([])
})
