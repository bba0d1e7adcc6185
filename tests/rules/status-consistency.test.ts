import { describe, expect, test } from 'vitest'
import type { Small } from './small.ts'
import { told as say, toldInFull } from './small.ts'

const status: Partial<Small> = {
  fields: [{ label: 'Status', values: { DRAFT: 'draft', APPROVED: 'approved', DONE: 'done' } }, { label: 'Phase' }]
}

describe('phase and status', () => {
  const profile: Small = {
    ...status,
    fields: [
      ...status.fields!.slice(0, 1),
      { label: 'Phase', values: { Goal: ['draft'], Design: ['draft'], Work: ['done'] } }
    ],
    sections: [{ id: 'goal', title: 'Goal' }]
  }
  const told = (...head: string[]): unknown[] =>
    toldInFull('status-consistency', profile, '# A plan', '', head.join('  \n'), '', '## Goal', '', 'Faster.')

  test.each([
    [['**Status:** DRAFT', '**Phase:** Goal']],
    [['**Status:** DONE', '**Phase:** Work']],
    [['**Status:** APPROVED', '**Phase:** Goal']],
    [['**Status:** lost', '**Phase:** Goal']],
    [['**Phase:** Goal']],
    [['**Status:** DONE']],
    [['**Status:** DONE', '**Phase:** unknown']]
  ])('%j go together', lines => {
    expect(told(...lines)).toEqual([])
  })

  test('where they do not, the later one is told of', () => {
    expect(told('**Status:** DRAFT', '**Phase:** Work')).toEqual([
      {
        at: '4:12-4:16',
        message: 'Conflicting phase "Work": status is DRAFT',
        help: 'Name a phase that goes with DRAFT: Goal or Design',
        related: ['3: Status is DRAFT']
      }
    ])
    expect(told('**Phase:** Work', '**Status:** DRAFT')).toEqual([
      {
        at: '4:13-4:18',
        message: 'Conflicting phase "Work": status is DRAFT',
        help: 'Name a phase that goes with DRAFT: Goal or Design',
        related: ['3: Phase is Work']
      }
    ])
  })
})

describe('open boxes of a plan that is done', () => {
  const steps: Small['sections'][number] = {
    id: 'steps',
    title: 'Steps',
    units: { role: 'phase', words: ['Phase'], units: { role: 'step', words: ['Step'] } }
  }
  const done = ['# A plan', '', '**Status:** DONE', '', '## Steps', '']

  test('are told of once for each step that has some', () => {
    expect(
      toldInFull(
        'status-consistency',
        { ...status, sections: [steps] },
        ...done,
        '### Phase 1: Cache',
        '',
        '- [ ] a',
        '- [ ] b',
        '',
        '### Phase 2: Drop',
        '',
        '- [x] c'
      )
    ).toEqual([
      {
        at: '9:3-9:6',
        message: '(warning) Conflicting boxes in phase "Cache": 2 open while status is DONE',
        help: 'Tick what is done, or take the completion back',
        related: ['3: Status is DONE']
      }
    ])
  })

  test('are told of once from three on, whichever steps they stand in', () => {
    const inner = ['### Phase 1: Cache', '', '- [ ] a', '', '#### Step 1: Build', '', '- [ ] b', '', '- [x] c', '']
    expect(
      toldInFull(
        'status-consistency',
        { ...status, sections: [steps] },
        ...done,
        ...inner,
        '### Phase 2: Drop',
        '',
        '- [ ] d'
      )
    ).toEqual([
      {
        at: '9:3-9:6',
        message: '(warning) Conflicting boxes in phase "Cache" and 2 more: 3 open while status is DONE',
        help: 'Tick what is done, or take the completion back',
        related: ['3: Status is DONE', '13: Open, too', '19: Open, too']
      }
    ])
  })

  test('are those of the step itself, before, between and behind the steps in it', () => {
    const inner = [
      '### Phase 1: Cache',
      '',
      '- [ ] a',
      '',
      '#### Step 1: Build',
      '',
      '- [ ] b',
      '- [ ] c',
      '',
      '#### Step 2: Ship',
      '',
      '- [x] d'
    ]
    expect(
      say(
        'status-consistency',
        { ...status, sections: [steps] },
        ...done,
        ...inner.map(line => line.replace('- [ ] c', '- [x] c'))
      )
    ).toEqual([
      '9:3 (warning) Conflicting boxes in phase "Cache": 1 open while status is DONE',
      '13:3 (warning) Conflicting boxes in step "Build": 1 open while status is DONE'
    ])
    expect(
      say(
        'status-consistency',
        { ...status, sections: [steps] },
        ...done,
        ...inner.map(line => line.replace('- [ ] a', 'First:'))
      )
    ).toEqual(['13:3 (warning) Conflicting boxes in step "Build": 2 open while status is DONE'])
    expect(
      say(
        'status-consistency',
        { ...status, sections: [steps] },
        ...done,
        '### Phase 1: Cache',
        '',
        '#### Step 1: Build',
        '',
        '- [x] b',
        '',
        '#### Notes',
        '',
        '- [ ] n'
      )
    ).toEqual(['15:3 (warning) Conflicting boxes in phase "Cache": 1 open while status is DONE'])
  })

  test('are those of an item that is a box itself', () => {
    const items: Small['sections'][number] = {
      id: 'steps',
      title: 'Steps',
      units: { role: 'phase', words: ['Phase'], units: { role: 'item', form: ['item'] } }
    }
    expect(
      say(
        'status-consistency',
        { ...status, sections: [items] },
        ...done,
        '### Phase 1: Cache',
        '',
        '- [ ] Build',
        '- [x] Ship'
      )
    ).toEqual(['9:3 (warning) Conflicting boxes in item "Build": 1 open while status is DONE'])
  })

  test('do not matter before', () => {
    expect(
      say(
        'status-consistency',
        { ...status, sections: [steps] },
        '# A plan',
        '',
        '**Status:** APPROVED',
        '',
        '## Steps',
        '',
        '### Phase 1: Cache',
        '',
        '- [ ] a'
      )
    ).toEqual([])
  })

  test('of a plan that is done by its checklist', () => {
    const sections: Small['sections'] = [steps, { id: 'last', title: 'Last', checklist: { means: 'done' } }]
    expect(
      toldInFull(
        'status-consistency',
        { sections },
        '# A plan',
        '',
        '## Steps',
        '',
        '### Phase 1',
        '',
        '- [ ] a',
        '',
        '## Last',
        '',
        '- [x] all'
      )
    ).toEqual([
      {
        at: '7:3-7:6',
        message: '(warning) Conflicting boxes in phase "Phase 1": 1 open while the plan counts as complete',
        help: 'Tick what is done, or take the completion back'
      }
    ])
  })
})

describe('what a tick claims', () => {
  const sections: Small['sections'] = [
    { id: 'questions', title: 'Questions', checklist: { role: 'question', ticked: 'approved' } },
    {
      id: 'checks',
      title: 'Checks',
      checklist: {
        items: [
          { text: 'Approved by the user', means: 'approved' },
          { text: 'Every question answered', means: 'questions' }
        ]
      }
    }
  ]
  const plan = (state: string, question: string, ...boxes: string[]): string[] => [
    '# A plan',
    '',
    state,
    '',
    '## Questions',
    '',
    question,
    '',
    '## Checks',
    '',
    ...boxes
  ]
  const told = (...lines: string[]): string[] => say('status-consistency', { ...status, sections }, ...lines)
  const approved = '- [x] Approved by the user'
  const answered = '- [x] Every question answered'
  const other = '- [ ] Something else'
  const early = (state: string): string => `11:3 Conflicting tick on "Approved by the user" while status is ${state}`
  const open = '11:3 Conflicting tick on "Every question answered" while a box of "Questions" is open'

  test.each([
    ['approval that the status knows', '**Status:** APPROVED', '- [x] Which?', approved, []],
    ['approval that it does not know', '**Status:** DRAFT', '- [x] Which?', approved, [early('DRAFT')]],
    ['approval of a plan of no known status', '**Status:** lost', '- [x] Which?', approved, []],
    ['approval of a plan without a status', 'As it is.', '- [x] Which?', approved, []],
    ['answers that are there', '**Status:** DRAFT', '- [x] Which?', answered, []],
    ['answers that are not there', '**Status:** DRAFT', '- [ ] Which?', answered, [open]],
    ['answers that are not there, in a plan without a status', 'As it is.', '- [ ] Which?', answered, [open]],
    [
      'answers in a plan that is further, where questions block it anyway',
      '**Status:** APPROVED',
      '- [ ] Which?',
      answered,
      []
    ],
    ['nothing', '**Status:** DRAFT', '- [ ] Which?', '- [ ] Approved by the user', []],
    ['something of its own', '**Status:** DRAFT', '- [ ] Which?', '- [x] Tea is made', []]
  ])('%s', (_, state, question, box, expected) => {
    expect(told(...plan(state, question, box, other))).toEqual(expected)
  })

  test('is told where all is ticked, unless that is told as such', () => {
    const text = plan('**Status:** DRAFT', '- [ ] Which?', approved, answered)
    expect(told(...text)).toEqual([early('DRAFT'), open.replace('11:3', '12:3')])
    const strict = sections.map(section =>
      section.id === 'checks' ? { ...section, checklist: { ...section.checklist, ticked: { draft: false } } } : section
    )
    expect(say('status-consistency', { ...status, sections: strict }, ...text)).toEqual([])
  })

  test('has a remedy, and a second place', () => {
    expect(
      toldInFull(
        'status-consistency',
        { ...status, sections },
        ...plan('**Status:** DRAFT', '- [ ] Which?', approved, answered, other)
      )
    ).toMatchObject([
      { help: 'Set the status, or take the tick back', related: ['3: Status is DRAFT'] },
      { help: 'Answer what is open, or take the tick back', related: ['7: Open here'] }
    ])
  })

  test('of questions that the plan does not have', () => {
    expect(told('# A plan', '', '**Status:** DRAFT', '', '## Checks', '', answered, other)).toEqual([])
  })
})
