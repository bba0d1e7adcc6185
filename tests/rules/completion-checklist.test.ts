import { describe, expect, test } from 'vitest'
import type { Checklist } from '../../src/profiles/schema.ts'
import type { Small } from './small.ts'
import { told as say, toldInFull } from './small.ts'

const status: Partial<Small> = {
  fields: [{ label: 'Status', values: { DRAFT: 'draft', ACTIVE: 'active', DONE: 'done' } }]
}
const profile = (checklist: Checklist): Small => ({
  ...status,
  sections: [
    { id: 'steps', title: 'Steps', required: false, units: { role: 'step', words: ['Step'] } },
    { id: 'last', title: 'Last', checklist }
  ]
})
const told = (checklist: Checklist, ...lines: string[]): string[] =>
  say('completion-checklist', profile(checklist), ...lines)

describe('items of the profile', () => {
  const items = ['Tests are green', 'Docs say so', 'Users were told', 'Flags removed']
  const boxes = items.map(item => `- [ ] ${item}`)

  test.each([
    ['all there', boxes, []],
    ['with more', [...boxes, '- [ ] Tea is made'], []],
    ['one lost', boxes.slice(1), ['1:1 Missing item "Tests are green" in "Last"']],
    [
      'two lost',
      boxes.slice(2),
      ['1:1 Missing item "Tests are green" in "Last"', '1:1 Missing item "Docs say so" in "Last"']
    ],
    ['not applicable', ['N/A: nothing to tick'], []],
    ['most lost', boxes.slice(3), ['1:1 Missing 3 of the 4 items in "Last"']],
    ['no boxes at all', ['Done, really.'], ['1:1 Missing task list in "Last"']]
  ])('%s', (_, lines, expected) => {
    expect(told({ items }, '## Last', '', ...lines)).toEqual(expected)
  })

  test('three of six are told of one by one', () => {
    const six = [...items, 'Costs counted', 'Backups tried']
    expect(told({ items: six }, '## Last', '', ...six.slice(3).map(item => `- [ ] ${item}`))).toHaveLength(3)
  })

  test('a list that is not there is told of elsewhere', () => {
    expect(told({ items }, '## Steps', '', 'Go.')).toEqual([])
  })

  test('two of three are not most', () => {
    expect(told({ items: items.slice(0, 3) }, '## Last', '', boxes[0]!)).toHaveLength(2)
  })

  test('help', () => {
    expect(toldInFull('completion-checklist', profile({ items }), '## Last', '', ...boxes.slice(1))).toMatchObject([
      { help: 'Put it back: "- [ ] Tests are green"' }
    ])
    expect(toldInFull('completion-checklist', profile({ items }), '## Last', '', boxes[3]!)).toMatchObject([
      { help: 'Put back "Tests are green", "Docs say so", "Users were told"' }
    ])
    expect(toldInFull('completion-checklist', profile({ items }), '## Last', '', 'Done.')).toMatchObject([
      { help: 'Write each item as a task: "- [ ] …"' }
    ])
  })
})

describe('steps that are tracked', () => {
  const steps = [
    '## Steps',
    '',
    '### Step 1: Cache',
    '',
    'Build it.',
    '',
    '### Step 2: Drop',
    '',
    'Drop it.',
    '',
    '## Last',
    ''
  ]

  test('each has an item, and each item a step', () => {
    expect(told({ units: 'step' }, ...steps, '- [ ] Step 1: Cache', '- [ ] Step 2: Drop')).toEqual([])
    expect(
      toldInFull(
        'completion-checklist',
        profile({ units: 'step' }),
        ...steps,
        '- [ ] Step 1: Cache',
        '- [ ] Step 3: Tea'
      )
    ).toEqual([
      {
        at: '11:1-11:8',
        message: 'Missing step "Step 2: Drop" in "Last"',
        help: 'Add "- [ ] Step 2: Drop"',
        related: ['7: Planned here']
      },
      {
        at: '14:3-14:6',
        message: 'Unknown step "Step 3: Tea" in "Last"',
        help: 'Take it out, or add the step to the plan'
      }
    ])
  })

  test('not where the profile does not say so, nor while steps are still to be written', () => {
    expect(told({}, ...steps, '- [ ] Step 3: Tea')).toEqual([])
    expect(told({ units: 'step' }, ...steps.map(line => line.replace('Drop', 'TBD')), '- [ ] Step 1: Cache')).toEqual(
      []
    )
  })
})

describe('ticks', () => {
  const plan = (state: string, ...boxes: string[]): string[] => [
    '# A plan',
    '',
    `**Status:** ${state}`,
    '',
    '## Last',
    '',
    ...boxes
  ]
  const unchecked = '8:3 Unchecked item "b" while status is DONE'
  const early = '7:3 Conflicting status: every box of "Last" is ticked while status is ACTIVE'

  test.each<[Checklist, string, string[], string[]]>([
    [{ ticked: 'done' }, 'DONE', ['- [x] a', '- [x] b'], []],
    [{ ticked: 'done' }, 'DONE', ['- [x] a', '- [ ] b'], [unchecked]],
    [{ ticked: 'done' }, 'ACTIVE', ['- [x] a', '- [ ] b'], []],
    [{}, 'DONE', ['- [x] a', '- [ ] b'], []],
    [{ ticked: { active: false } }, 'ACTIVE', ['- [x] a', '- [x] b'], [early]],
    [{ ticked: { active: false } }, 'ACTIVE', ['- [x] a', '- [ ] b'], []],
    [{ ticked: { active: false } }, 'DRAFT', ['- [x] a', '- [x] b'], []],
    [{ ticked: { active: false } }, 'lost', ['- [x] a', '- [x] b'], []],
    [{}, 'lost', ['- [x] a', '- [x] b'], []]
  ])('%j, status %s: %j', (checklist, state, boxes, expected) => {
    expect(told(checklist, ...plan(state, ...boxes))).toEqual(expected)
  })

  test('of a plan without a status say nothing', () => {
    expect(told({ ticked: { active: false, done: true } }, '## Last', '', '- [x] a')).toEqual([])
  })

  test('have a remedy, and point at the status', () => {
    expect(toldInFull('completion-checklist', profile({ ticked: 'done' }), ...plan('DONE', '- [ ] b'))).toMatchObject([
      { help: 'Do what it says and tick it, or set the status back', related: ['3: Status is DONE'] }
    ])
    expect(
      toldInFull('completion-checklist', profile({ ticked: { active: false } }), ...plan('ACTIVE', '- [x] b'))
    ).toMatchObject([{ help: 'Set the status, or untick what is not done', related: ['3: Status is ACTIVE'] }])
  })

  const sections: Small['sections'] = [
    {
      id: 'goal',
      title: 'Goal',
      fields: [{ label: 'Ready', checklist: { ticked: { active: false, done: true } } }, { label: 'Other' }]
    }
  ]
  test.each([
    [['**Ready:**', '', '- [ ] b', '', '**Other:**', '', '- [ ] c'], ['9:3 Unchecked item "b" while status is DONE']],
    [['**Ready:** yes', '', '**Other:**', '', '- [ ] c'], []],
    [['**Ready:**', '', '**Other:** no'], []],
    [['**Other:** no'], []]
  ])('are judged in a field, too: %j', (lines, expected) => {
    expect(
      say('completion-checklist', { ...status, sections }, ...plan('DONE').slice(0, 4), '## Goal', '', ...lines)
    ).toEqual(expected)
  })

  test('that lack are told of once from three on, whichever lists they stand in', () => {
    const last: Small['sections'][number] = { id: 'last', title: 'Last', checklist: { ticked: 'done' } }
    const lines = ['## Goal', '', '**Ready:**', '', '- [ ] b', '', '## Last', '', '- [x] c', '- [ ] d']
    const all = (...more: string[]): unknown =>
      toldInFull(
        'completion-checklist',
        { ...status, sections: [...sections, last] },
        ...plan('DONE').slice(0, 4),
        ...lines,
        ...more
      )
    expect(all()).toMatchObject([{ at: '9:3-9:6' }, { at: '14:3-14:6' }])
    expect(all('- [ ] e')).toEqual([
      {
        at: '9:3-9:6',
        message: 'Unchecked item "b" and 2 more while status is DONE',
        help: 'Do what they say and tick them, or set the status back',
        related: ['3: Status is DONE', '14: Open, too', '15: Open, too']
      }
    ])
  })
})

describe('open boxes of a plan that is done', () => {
  const free: Partial<Small> = { ...status, checklist: { ticked: 'done', required: false } }
  const open = (...lines: string[]): string[] =>
    say('completion-checklist', { sections: [], ...free } as Small, 'Status: DONE', '', '- [x] Read', '', ...lines)

  test.each([
    [['- [ ] Sort (deferred)']],
    [['- [ ] Deferred: sort']],
    [['- [ ] Sort — moved to the next plan']],
    [['- [ ] Sort – later']],
    [['- [ ] Later: sort']],
    [['- [ ] Sort, moved to the next plan']],
    [['## Follow-ups', '', '- [ ] Sort']],
    [['## Future work', '', '### Search', '', '- [ ] Sort']],
    [['## Rollback checklist (only if needed)', '', '- [ ] Revert']],
    [['## Undo, if needed', '', '- [ ] Revert']],
    [['**Later:**', '', '- [ ] Sort']],
    [['## PR description', '', '- [ ] It is tested']],
    [['## Step 3: Search (postponed)', '', '- [ ] Sort']],
    [['## Decision', '', '- [x] One table', '- [ ] One table a tenant']],
    [['## Storage', '', '- [x] Option A: one table', '- [ ] Option B: two']]
  ])('are no work left: %j', lines => expect(open(...lines)).toEqual([]))

  test.each([
    [['- [ ] Sort']],
    [['- [ ] Show what comes next']],
    [['- [ ] Sort the remaining ones']],
    [['- [ ] Document the optional flags']],
    [['- [ ] Skipped rows are logged']],
    [['- [ ] Update the backlog (all of it)']],
    [['- [ ] Cut, next sew']],
    [['## Step 3: Read the follow-ups', '', '- [ ] Sort']],
    [['## Add a rollback', '', '- [ ] Sort']],
    [['## Decision', '', '- [ ] One table', '- [ ] One table a tenant']],
    [['## Storage', '', '- [x] One table', '- [ ] Two']],
    [['## Remaining work', '', '- [ ] Sort']]
  ])('are: %j', lines => expect(open(...lines)).not.toEqual([]))

  test('nor does the title of the whole plan put anything off', () => {
    expect(open().length).toBe(0)
    expect(
      say(
        'completion-checklist',
        { sections: [], ...free } as Small,
        '# Future stock',
        '',
        'Status: DONE',
        '',
        '- [ ] Sort'
      )
    ).toHaveLength(1)
  })
})
