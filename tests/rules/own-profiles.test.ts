/** What a stranger's profiles showed: each demand that a profile may make is judged, in words that work for it. */
import { describe, expect, test } from 'vitest'
import { told, toldInFull } from './small.ts'
import type { Small } from './small.ts'

describe('a verification without labels', () => {
  const by = (verification: object): Small => ({
    sections: [{ id: 'foo', title: 'Foo', units: { role: 'step', words: ['Step'], verification } }]
  })
  const step = (...lines: string[]): string[] => ['# M', '', '## Foo', '', '### Step 1: One', '', ...lines]

  test.each([{}, { command: 'required' }])('%j: a command that stands in the unit counts', verification => {
    expect(told('step-verification', by(verification), ...step('**Owner**: Kim', '**Run**: `npm test`'))).toEqual([])
    expect(told('step-verification', by(verification), ...step('**Owner**: Kim', '', 'It is `npm test`.'))).toEqual([])
  })

  test('where there is none, the help names no label', () => {
    const [found] = toldInFull('step-verification', by({}), ...step('**Owner**: Kim'))
    expect(found).toMatchObject({
      message: 'Missing verification in step "Step 1: One"',
      help: 'Write in it a command that fails until the step is done, such as `npm test`'
    })
    const [other] = toldInFull('step-verification', by({ command: 'optional' }), ...step('**Owner**: Kim'))
    expect(other).toMatchObject({ help: 'Say how it is seen that the step is done' })
  })
})

describe('units by a name', () => {
  const by = (more: object): Small => ({
    sections: [{ id: 's', title: 'Rows', units: { role: 'thing', min: 1, id: { from: 'name' }, ...more } }]
  })
  const text = ['# M', '', '## Rows', '', 'No unit at all.']

  test.each([
    [{ words: ['Thing'] }, 'Write each as "### Thing: …"'],
    [{ words: ['Thing'], form: 'item' }, 'Write each as "- Thing: …"'],
    [{ words: ['Thing'], level: 4 }, 'Write each as "#### Thing: …"'],
    [{ form: 'any-heading' }, 'Write each as "### …"']
  ])('%j: %s', (more, help) => {
    expect(toldInFull('step-sequence', by(more), ...text)).toEqual([
      { at: '3:1-3:8', message: 'Missing things in "Rows"', help }
    ])
  })
})

test('of identifiers without a number the first that is free is proposed', () => {
  const profile: Small = {
    sections: [
      {
        id: 's',
        title: 'Roles',
        units: { role: 'sign-off', form: 'box', id: { shape: ['DBA', 'SRE'], required: true } }
      }
    ]
  }
  const found = toldInFull('task-format', profile, '# M', '', '## Roles', '', '- [ ] DBA looks', '- [ ] He looks, too')
  expect(found.map(({ help }) => help)).toEqual([expect.stringContaining('SRE')])
})

describe('a word with a colon and a name behind it', () => {
  const by = (number?: number): Small => ({
    sections: [
      {
        id: 's',
        title: 'Rules',
        units: {
          role: 'rule',
          words: ['Rule'],
          min: 2,
          ...(number === undefined ? {} : { number }),
          fields: [{ label: 'Owner', required: true }]
        }
      }
    ]
  })
  const text = [
    '# M',
    '',
    '## Rules',
    '',
    '### Rule: One',
    '',
    '**Owner**: Kim',
    '',
    '### Rule: Two',
    '',
    '#### Rule: A part of it',
    '',
    'So.'
  ]

  test('is a unit where numbers are not looked at', () => {
    expect(told('section-content', by(), ...text)).toEqual(['9:1 Missing "Owner" in "Rule: Two"'])
  })

  test('is none where units are numbered', () => {
    expect(told('section-content', by(1), ...text)).toEqual(['3:1 Missing rules in "Rules"'])
  })
})

describe('how many there are', () => {
  const section = (demand: object): Small => ({ sections: [{ id: 'foo', title: 'Foo', content: [demand as never] }] })
  const table = ['| Role | Name |', '| --- | --- |', '| DBA | @tom |', '| SRE | @nadia |']
  const rows = (min: number): Small => section({ kind: 'table', columns: ['Role', 'Name'], min })

  test('of a table its rows are counted, in one or in several', () => {
    expect(told('section-content', rows(2), '# M', '', '## Foo', '', ...table)).toEqual([])
    expect(told('section-content', rows(4), '# M', '', '## Foo', '', ...table, '', 'and', '', ...table)).toEqual([])
    expect(toldInFull('section-content', rows(3), '# M', '', '## Foo', '', ...table)).toEqual([
      {
        at: '3:1-3:7',
        message: 'Missing rows in "Foo": found 2, expected at least 3',
        help: 'Write at least 3 rows'
      }
    ])
  })

  test('a list that is too short is there', () => {
    const three = section({ kind: 'list', min: 3 })
    expect(toldInFull('section-content', three, '# M', '', '## Foo', '', '- a', '- b')).toEqual([
      {
        at: '3:1-3:7',
        message: 'Missing items in "Foo": found 2, expected at least 3',
        help: 'Write at least 3 items'
      }
    ])
    expect(toldInFull('section-content', three, '# M', '', '## Foo', '', 'Words.')).toMatchObject([
      { message: 'Missing list in "Foo"', help: 'Write a list under "Foo": at least 3 items' }
    ])
  })

  const step = (...content: object[]): Small => ({
    sections: [{ id: 'steps', title: 'Steps', units: { role: 'step', words: ['Step'], content: content as never } }]
  })

  test('a unit that lacks a list lacks one, however much is demanded of it', () => {
    const two = step({ kind: 'list', min: 2 }, { kind: 'list', each: 'person' })
    const text = ['# M', '', '## Steps', '', '### Step 1: x', '', '- one', '', '### Step 2: y', '', 'foo']
    expect(told('step-fields', two, ...text)).toEqual([
      '5:1 Missing items in step "Step 1: x": found 1, expected at least 2',
      '7:3 Missing person to ask in item "one"',
      '9:1 Missing list in step "Step 2: y"'
    ])
  })

  test('an item is no list of its own', () => {
    const boxes: Small = {
      sections: [
        { id: 't', title: 'Tasks', units: { role: 'chore', form: 'box', content: [{ kind: 'list', each: 'person' }] } }
      ]
    }
    expect(
      told(
        'section-content',
        boxes,
        '# M',
        '',
        '## Tasks',
        '',
        '- [ ] do it',
        '- [ ] this',
        '  - @kim',
        '- [ ] that',
        '  - he'
      )
    ).toEqual(['5:7 Missing list in "do it"', '9:5 Missing person to ask in "he"'])
  })
})

describe('rows of a table', () => {
  const log = (each: string): Small => ({
    sections: [{ id: 'l', title: 'Log', content: [{ kind: 'table', columns: ['Date', 'Who', 'Why'], each } as never] }]
  })
  const text = [
    '# M',
    '',
    '## Log',
    '',
    '| Date | Who | Why |',
    '|--|--|--|',
    '| soon | Kim | so |',
    '| 2026-01-02 | | so |'
  ]

  test('say what each must', () => {
    expect(toldInFull('section-content', log('date'), ...text)).toMatchObject([
      { message: 'Missing date in "soon"', help: 'Write the date in a cell of its own: YYYY-MM-DD' },
      {}
    ])
    expect(told('section-content', log('person'), ...text)).toContain('8:1 Missing person to ask in "2026-01-02"')
  })

  test.each([
    ['SRE', 1],
    ['**Night**', 0]
  ])('of two cells an empty one is told, where the other is no title: %s', (cell, count) => {
    const two: Small = {
      sections: [{ id: 'l', title: 'Log', content: [{ kind: 'table', columns: ['Role', 'Name'] }] }]
    }
    const found = told(
      'section-content',
      two,
      '# M',
      '',
      '## Log',
      '',
      '| Role | Name |',
      '|--|--|',
      '| DBA | Kim |',
      `| ${cell} | |`
    )
    expect(found).toHaveLength(count)
  })
})

describe('the choice between units', () => {
  const by = (more: object = {}): Small => ({
    sections: [
      {
        id: 'o',
        title: 'Options',
        units: { role: 'option', counts: 'alternative', form: 'item', number: false, ...more }
      },
      { id: 'c', title: 'Outcome', fields: [{ label: 'Chosen option', choice: 'option' }] }
    ]
  })
  const text = (choice: string, ...options: string[]): string[] => [
    '# M',
    '',
    '## Options',
    '',
    ...options.map(each => `- ${each}`),
    '',
    '## Outcome',
    '',
    `**Chosen option**: ${choice}`
  ]
  const say = (choice: string): string[] => told('alternatives', by(), ...text(choice, 'Redis', 'Message queue'))

  test.each(['Kafka, because it is cheap', '"Kafka", because it is cheap', 'Kafka', 'Apache Kafka (it is cheap)'])(
    '%s',
    choice => {
      expect(say(choice)).toEqual([expect.stringContaining('Unknown option')])
    }
  )

  test.each([
    'Redis, because it is there',
    'The queue, as it is there',
    'MQ, because it is there',
    'Neither, because of costs',
    'we wait',
    'Queue'
  ])('silent: %s', choice => {
    expect(say(choice)).toEqual([])
  })

  test('two by their names', () => {
    expect(say('Redis and Message queue, because both are there')).toEqual([expect.stringContaining('names both')])
  })

  test('an identifier of none', () => {
    const ids = by({ id: { shape: 'O#' } })
    const all = ['O1: Redis', 'O2: Message queue']
    expect(told('alternatives', ids, ...text('O3, because it is cheap', ...all))).toEqual([
      expect.stringContaining('Unknown option')
    ])
    expect(told('alternatives', ids, ...text('O2, because it is cheap', ...all))).toEqual([])
  })
})

test.each([
  ['superseded by ADR-0017', 0],
  ['superseded by ADR-', 1],
  ['accepted', 0],
  ['gone', 1]
])('in a value "#" stands for a number: %s', (value, count) => {
  const profile: Small = {
    fields: [{ label: 'status', form: 'front-matter', kind: 'enum', values: ['accepted', 'superseded by ADR-#'] }],
    sections: [{ id: 'a', title: 'A' }]
  }
  expect(told('metadata', profile, '---', `status: ${value}`, '---', '', '# M', '', '## A', '', 'x')).toHaveLength(
    count
  )
})
