import { describe, expect, test } from 'vitest'
import type { FieldSpec } from '../../src/profiles/schema.ts'
import type { Small } from './small.ts'
import { told as say, toldInFull } from './small.ts'

const goal = { id: 'goal', title: 'Goal' }
const told = (profile: Partial<Small>, ...lines: string[]): string[] =>
  say('metadata', { sections: [goal], ...profile }, ...lines)
/** What is said of one field above the first section. */
const ofField = (spec: Partial<FieldSpec>, ...lines: string[]): string[] =>
  told({ fields: [{ label: 'Field', ...spec }] }, '# A plan', '', ...lines, '', '## Goal', '', 'Faster.')
const helpOf = (profile: Partial<Small>, ...lines: string[]): unknown[] =>
  toldInFull('metadata', { sections: [goal], ...profile }, ...lines).map(finding => finding['help'])

describe('title', () => {
  const plan = (title: string): Partial<Small> & { text: string[] } => ({ text: [title, '', '## Goal', '', 'Faster.'] })

  test.each([
    ['# Queue Design', []],
    ['# Design', []],
    ['# Queue Plan', []],
    ['# Queue plan (v2)', []],
    ['# Queue', ['1:1 Expected a title that ends in "Design", found "Queue"']],
    ['# Redesign', ['1:1 Expected a title that ends in "Design", found "Redesign"']]
  ])('%s ends in one of the words', (title, expected) => {
    expect(told({ content: [{ kind: 'title', words: ['Design', 'Plan'] }] }, ...plan(title).text)).toEqual(expected)
  })

  test('any title will do where the profile names no words', () => {
    expect(told({ content: [{ kind: 'title' }] }, ...plan('# Whatever').text)).toEqual([])
  })

  test('is missed where it is required', () => {
    const text = ['Faster.', '', '## Goal', '', 'Faster.']
    expect(told({ content: [{ kind: 'title' }] }, ...text)).toEqual(['1:1 Missing title'])
    expect(helpOf({ content: [{ kind: 'title' }] }, ...text)).toEqual(['Begin the document with a heading of level 1'])
    expect(helpOf({ content: [{ kind: 'title', words: ['Design'] }] }, ...text)).toEqual([
      'Begin the document with "# … Design"'
    ])
  })
})

describe('date of the opening', () => {
  const dated: Partial<Small> = { content: [{ kind: 'date' }] }

  test.each([
    [['# Plan', '', 'As of March 3, 2025.', '', '## Goal', '', 'Faster.'], []],
    [['# Plan', '', 'As of 2025-03-03T10:00Z.', '', '## Goal', '', 'Faster.'], []],
    [['# Plan', '', 'Soon.', '', '## Goal', '', 'By March 3, 2025.'], ['1:1 Missing date above the first section']],
    [
      ['# Plan', '', 'As of March 3, 2026.', '', '## Goal', '', 'Faster.'],
      ['3:7 Expected a date that has come for "the opening", found "March 3, 2026"']
    ],
    [
      ['# Plan', '', 'As of February 30, 2025.', '', '## Goal', '', 'Faster.'],
      ['3:7 Unknown date in "the opening": there is no "February 30, 2025"']
    ]
  ])('%j', (text, expected) => {
    expect(told(dated, ...text)).toEqual(expected)
  })

  test('only the first date counts, and that of a plan without sections may stand anywhere', () => {
    expect(told(dated, '# Plan', '', 'As of 2025-03-03, after 2026-01-01.', '', '## Goal', '', 'Faster.')).toEqual([])
    expect(told(dated, '# Plan', '', '## Other', '', 'As of 2025-03-03.')).toEqual([])
  })
})

describe('fields above the first section', () => {
  test('are missed by how much they are required', () => {
    expect(ofField({ required: true })).toEqual(['1:1 Missing "Field"'])
    expect(ofField({ required: 'warning' })).toEqual(['1:1 (warning) Missing "Field"'])
    expect(ofField({})).toEqual([])
    expect(ofField({ required: 'warning' }, '**Field:**')).toEqual(['3:1 (warning) Empty "Field"'])
    expect(ofField({ required: true }, '**Field:**')).toEqual(['3:1 Empty "Field"'])
    expect(ofField({}, '**Field:**')).toEqual([])
  })

  test('weigh what the profile says of the rule', () => {
    const profile: Partial<Small> = { fields: [{ label: 'Field', required: true }], rules: { metadata: 'warning' } }
    expect(told(profile, '# A plan', '', '## Goal', '', 'Faster.')).toEqual(['1:1 (warning) Missing "Field"'])
  })

  test('say what to write', () => {
    const text = ['# A plan', '', '## Goal', '', 'Faster.']
    expect(
      helpOf(
        {
          fields: [
            { label: 'Owner', required: true, hint: 'a name' },
            { label: 'Team', required: true }
          ]
        },
        ...text
      )
    ).toEqual(['Write **Owner:** a name', 'Write **Team:** …'])
  })

  const status: FieldSpec = { label: 'Status', kind: 'enum', values: { DRAFT: 'draft', APPROVED: 'approved' } }
  const approving: Partial<Small> = {
    fields: [status, { label: 'Approved by', kind: 'approver' }]
  }
  test.each([
    ['DRAFT', '', []],
    ['DRAFT', 'pending', []],
    ['APPROVED', 'Ada Miller', []],
    ['APPROVED', 'TBD', []],
    ['APPROVED', 'pending', ['4:1 Missing approver in "Approved by" while status is APPROVED']],
    ['APPROVED', '', ['4:1 Missing approver in "Approved by" while status is APPROVED']]
  ])('status %s, approved by "%s"', (state, name, expected) => {
    expect(
      told(
        approving,
        '# A plan',
        '',
        `**Status:** ${state}  `,
        `**Approved by:** ${name}`,
        '',
        '## Goal',
        '',
        'Faster.'
      )
    ).toEqual(expected)
  })

  test('an approver may not be left out once there is approval', () => {
    expect(told(approving, '# A plan', '', '**Status:** APPROVED', '', '## Goal', '', 'Faster.')).toEqual([
      '1:1 Missing "Approved by"'
    ])
    expect(
      toldInFull(
        'metadata',
        { sections: [goal], ...approving },
        '# A plan',
        '',
        '**Status:** APPROVED  ',
        '**Approved by:** nobody',
        '',
        '## Goal',
        '',
        'Faster.'
      )
    ).toMatchObject([{ help: 'Name who approved it, or set the status back', related: ['3: Status is APPROVED'] }])
  })
})

describe('a value in a cell of a table', () => {
  const inTable: Partial<Small> = {
    sections: [{ ...goal, form: ['row'], fields: [{ label: 'Kind', kind: 'enum', values: ['Bug', 'Chore'] }] }]
  }
  test.each([
    ['Bug', []],
    ['Bug \\| Chore', ['7:14 Expected exactly one value for "Kind", found "Bug | Chore"']],
    ['`Bug \\| Chore`', ['7:14 Expected exactly one value for "Kind", found "Bug | Chore"']]
  ])('%s', (cell, expected) =>
    expect(
      told(inTable, '# A plan', '', '## Goal', '', '| Field | Value |', '| --- | --- |', `| **Kind** | ${cell} |`)
    ).toEqual(expected)
  )
})

describe('what a value may be', () => {
  test.each<[Partial<FieldSpec>, string, string[]]>([
    [{ kind: 'enum', values: ['IN_PROGRESS', 'DONE'] }, 'in progress', []],
    [
      { kind: 'enum', values: ['IN_PROGRESS', 'DONE'] },
      'DONE or IN_PROGRESS',
      ['3:12 Expected exactly one value for "Field", found "DONE or IN_PROGRESS"']
    ],
    [
      { kind: 'enum', values: ['IN_PROGRESS', 'DONE'] },
      'DONE \\| IN\\_PROGRESS',
      ['3:12 Expected exactly one value for "Field", found "DONE | IN_PROGRESS"']
    ],
    [{ kind: 'enum', values: ['IN_PROGRESS', 'DONE'] }, 'IN\\_PROGRESS', []],
    [{ kind: 'enum', values: ['IN_PROGRESS', 'DONE'] }, 'ages', ['3:12 Unknown value "ages" for "Field"']],
    [{ kind: 'enum', values: ['IN_PROGRESS', 'DONE'] }, 'TBD', []],
    [{ kind: 'enum', values: ['IN_PROGRESS', 'DONE'] }, 'N/A: not ours', []],
    [{ kind: 'date' }, '2025-03-31', []],
    [{ kind: 'date' }, '31 March 2025', []],
    [{ kind: 'date' }, 'TBD', []],
    [{ kind: 'date' }, '2025-03-31T09:30Z', ['3:12 Expected a date for "Field", found "2025-03-31T09:30Z"']],
    [{ kind: 'date' }, '2025-03-311', ['3:12 Expected a date for "Field", found "2025-03-311"']],
    [{ kind: 'date' }, 'in spring', ['3:12 Expected a date for "Field", found "in spring"']],
    [{ kind: 'date' }, '2025-02-29', ['3:12 Unknown date in "Field": there is no "2025-02-29"']],
    [{ kind: 'date' }, '2025-12-24', []],
    [{ kind: 'timestamp' }, '2025-03-31', []],
    [{ kind: 'timestamp' }, '2025-03-31T09:30Z', []],
    [{ kind: 'timestamp' }, '2025-03-31 09:30', []],
    [{ kind: 'timestamp' }, 'later', ['3:12 Expected a date (with or without a time) for "Field", found "later"']],
    [{ kind: 'instant' }, '2025-03-31T09:30:00+02:00', []],
    [{ kind: 'instant' }, '2025-03-31', ['3:12 Expected date, time and zone for "Field", found "2025-03-31"']],
    [{ kind: 'text' }, 'One. Two. Three.', []],
    [{ kind: 'text', max: 1 }, 'One is enough.', []],
    [{ max: 1 }, 'One is enough. Two is more.', ['3:12 (warning) Expected one sentence for "Field", found 2']],
    [{ kind: 'text', max: 1 }, 'N/A. Nobody asked.', []],
    [
      { kind: 'text', max: 1 },
      'One is enough. Two is more.',
      ['3:12 (warning) Expected one sentence for "Field", found 2']
    ],
    [{ kind: 'text', max: 2 }, 'One is enough. Two is more.', []],
    [
      { kind: 'text', max: 2 },
      'One is enough. Two is more. Three is all.',
      ['3:12 (warning) Expected at most 2 sentences for "Field", found 3']
    ]
  ])('%j: %s', (spec, value, expected) => {
    expect(ofField(spec, `**Field:** ${value}`)).toEqual(expected)
  })

  test.each([
    ['IN_PROGRES', 'Write IN_PROGRESS'],
    ['in -- progres', 'Write IN_PROGRESS'],
    ['In_Progres', 'Write IN_PROGRESS'],
    ['NOT STARTD', 'Write NOT_STARTED'],
    ['ages', 'Write one of IN_PROGRESS, NOT_STARTED, DONE']
  ])('help for the value %s', (value, help) => {
    const fields: FieldSpec[] = [{ label: 'Field', kind: 'enum', values: ['IN_PROGRESS', 'NOT_STARTED', 'DONE'] }]
    expect(helpOf({ fields }, '# A plan', '', `**Field:** ${value}`, '', '## Goal', '', 'Faster.')).toEqual([help])
  })

  test('fields of sections and of what they repeat are judged, whatever is said of their absence elsewhere', () => {
    const fields: FieldSpec[] = [{ label: 'Due', required: true, kind: 'date' }, { label: 'Note' }]
    const steps = {
      id: 'steps',
      title: 'Steps',
      units: { role: 'step' as const, name: 'step', words: ['Step'], fields }
    }
    const head = ['# A plan', '', '## Goal', '', '**Due:** soon', '', '**Note:** soon', '']
    expect(
      told(
        { sections: [{ ...goal, fields }, steps] },
        ...head,
        '## Steps',
        '',
        '### Step 1: Cache',
        '',
        '**Due:** later',
        '',
        '### Step 2: Drop',
        '',
        '**Due:** TBD'
      )
    ).toEqual(['5:10 Expected a date for "Due", found "soon"', '13:10 Expected a date for "Due", found "later"'])
  })
})

describe('a table that holds metadata', () => {
  const fields: FieldSpec[] = [
    { label: 'Owner', required: true },
    { label: 'Team', required: 'warning', hint: 'a team' },
    { label: 'Room' }
  ]
  const sections: Small['sections'] = [{ id: 'data', title: 'Data', form: ['row'], fields }]
  const table = (...rows: string[]): string[] => [
    '# A plan',
    '',
    '## Data',
    '',
    '| Field | Value |',
    '| --- | --- |',
    ...rows
  ]

  test('has the rows that are required, each with a value', () => {
    expect(told({ sections }, ...table('| Owner | Ada |', '| Team | Search |', '| Room | 12 |'))).toEqual([])
    expect(told({ sections }, ...table('| Room | 12 |'))).toEqual([
      '3:1 Missing "Owner"',
      '3:1 (warning) Missing "Team"'
    ])
    expect(told({ sections }, ...table('| Owner | |', '| Team | |', '| Room | |'))).toEqual([
      '7:1 Empty "Owner"',
      '8:1 (warning) Empty "Team"'
    ])
    expect(helpOf({ sections }, ...table('| Room | 12 |'))).toEqual([
      'Write a row "Owner": …',
      'Write a row "Team": a team'
    ])
  })

  test('is told of by others where nothing stands there', () => {
    expect(told({ sections }, '# A plan', '', '## Data')).toEqual([])
    expect(told({ sections }, '# A plan', '', '## Data', '', '### More')).toEqual([])
    expect(
      told({ sections: [{ ...sections[0]!, form: ['label', 'row'] }] }, '# A plan', '', '## Data', '', 'Nothing yet.')
    ).toEqual([])
  })
})

describe('dates that lead the entries of a log', () => {
  const log = (each: 'stamp' | 'date' | 'rationale'): Partial<Small> => ({
    sections: [{ id: 'log', title: 'Log', content: [{ kind: 'text' }, { kind: 'list', each }] }]
  })
  const text = [
    '# A plan',
    '',
    '## Log',
    '',
    '- 2025-03-01: begun, to be done by 2026-01-01',
    '- 2025-03-02T10:00Z: looked at',
    '- 2025-02-30: went on',
    '- 2026-02-01: done',
    '- later: 2027-01-01'
  ]

  test('exist and have come', () => {
    expect(told(log('stamp'), ...text)).toEqual([
      '7:3 Unknown date in "Log": there is no "2025-02-30"',
      '8:3 Expected a date that has come for "Log", found "2026-02-01"'
    ])
    expect(told(log('date'), ...text)).toEqual(['7:3 Unknown date in "Log": there is no "2025-02-30"'])
    expect(told(log('rationale'), ...text)).toEqual([])
    expect(told({ sections: [goal] }, '# A plan', '', '## Goal', '', '- 2026-02-01: done')).toEqual([])
  })

  test('are looked at where a log need not have any', () => {
    const free: Partial<Small> = {
      sections: [{ id: 'log', title: 'Log', content: [{ kind: 'date', required: false }] }]
    }
    expect(told(free, ...text)).toEqual([
      '7:3 (warning) Unknown date in "Log": there is no "2025-02-30"',
      '8:3 (warning) Expected a date that has come for "Log", found "2026-02-01"'
    ])
  })
})

describe('dates of units', () => {
  const log = (ticked?: true): Partial<Small> => ({
    sections: [
      {
        id: 'log',
        title: 'Log',
        units: {
          role: 'entry',
          form: ['item', 'box'],
          number: false,
          content: [{ kind: 'date', label: 'When', required: 'warning', ...(ticked ? { where: { ticked } } : {}) }],
          fields: [{ label: 'When' }]
        }
      }
    ]
  })
  const entries = (box: string, ...days: string[]): string[] => [
    '# A plan',
    '',
    '## Log',
    '',
    ...days.flatMap(day => [`- ${box}Ring the bell by 2030-01-01`, `  When: ${day}`])
  ]

  test('exist and have come, whoever stands beside them', () => {
    expect(told(log(), ...entries('', '2025-03-01', 'Ada, 2025-02-30', '2027-01-01 / Ada', 'in May'))).toEqual([
      '8:9 (warning) Unknown date in "When": there is no "2025-02-30"',
      '10:9 (warning) Expected a date that has come for "When", found "2027-01-01"'
    ])
  })

  test('are looked at where they are demanded', () => {
    expect(told(log(true), ...entries('[ ] ', '2027-01-01'))).toEqual([])
    expect(told(log(true), ...entries('[x] ', '2027-01-01'))).toEqual([
      '6:9 (warning) Expected a date that has come for "When", found "2027-01-01"'
    ])
  })
})

describe('a day that lies ahead', () => {
  const found = (label: string, form: 'label' | 'front-matter' = 'label'): string[] =>
    told(
      { fields: [{ label, kind: 'date', form }], sections: [goal] },
      ...(form === 'label'
        ? ['# A plan', '', `**${label}:** 2027-05-01`, '', '## Goal', '', 'Faster.']
        : ['---', `${label}: 2027-05-01`, '---', '', '# A plan', '', '## Goal', '', 'Faster.'])
    ).map(each => each.slice(each.indexOf(' ') + 1))

  test.each(['Date', 'Created', 'Last updated', 'Written on', 'Date decided', 'Last review', 'Date of the incident'])(
    '%s: has not come',
    label => expect(found(label)).toEqual([`Expected a date that has come for "${label}", found "2027-05-01"`])
  )

  test.each(['date_created', 'lastUpdated', 'created'])('%s: has not come', label =>
    expect(found(label, 'front-matter')).toHaveLength(1)
  )

  test.each([
    'Deadline',
    'Due date',
    'Target date',
    'Start date',
    'End',
    'Review by',
    'Next review',
    'Go-live',
    'Window',
    'Approved until',
    'Completed by',
    'Latest date',
    'To be decided on'
  ])('%s: is right', label => expect(found(label)).toEqual([]))

  test('"Date" is the day that a plan is from; of a section it may be any', () => {
    const launch: Partial<Small> = {
      sections: [{ id: 'launch', title: 'Launch', fields: [{ label: 'Date', kind: 'date' }] }]
    }
    expect(told(launch, '# A plan', '', '## Launch', '', '**Date:** 2027-05-01')).toEqual([])
  })

  test('entries have been where their section says so', () => {
    const list = (title: string): Partial<Small> => ({
      sections: [{ id: 'own', title, content: [{ kind: 'date' }] }]
    })
    const text = (title: string): string[] => ['# A plan', '', `## ${title}`, '', '- 2027-05-01: the light is lit']
    expect(told(list('Milestones'), ...text('Milestones'))).toEqual([])
    expect(told(list('History'), ...text('History'))).toHaveLength(1)
  })
})

test('the day beside a commit exists and has come', () => {
  const profile: Partial<Small> = {
    sections: [{ id: 'state', title: 'State', fields: [{ label: 'Planned at', kind: 'commit' }] }]
  }
  const at = (day: string): string[] =>
    told(profile, '# A plan', '', '## State', '', `- **Planned at:** commit \`1a2b3c4\`, ${day}`)
  expect(at('2025-03-01')).toEqual([])
  expect(at('2025-02-30')).toEqual(['5:19 (warning) Unknown date in "Planned at": there is no "2025-02-30"'])
  expect(at('2027-01-01')).toEqual([
    '5:19 (warning) Expected a date that has come for "Planned at", found "2027-01-01"'
  ])
})
