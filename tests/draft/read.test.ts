/** What a template holds is read, or said to be left out. */
import { describe, expect, test } from 'vitest'
import { draft, told } from './drafting.ts'
import { sectionOf, toldOf } from './small.ts'

const rest = '\n## Way\n\n{how}\n'
const above = (text: string): ReturnType<typeof draft> => draft(`# {name}\n\n${text}${rest}`)

describe('tables above the first section', () => {
  const fields = [
    { label: 'Owner', required: true },
    { label: 'State', kind: 'enum', values: ['Open', 'Done'] }
  ]
  test.each([
    ['without a head', '| | |\n| - | - |\n| Owner | {who} |\n| State | Open / Done |\n'],
    ['with bold labels', '| What | Who |\n| - | - |\n| **Owner** | {who} |\n| **State** | Open / Done |\n'],
    ['with a head', '| Field | Value |\n| - | - |\n| Owner | {who} |\n| State | Open / Done |\n'],
    ['whose head is the first row', '| Owner | {who} |\n| - | - |\n| State | Open / Done |\n'],
    ['of one wide row', '| Owner | State | Day |\n| - | - | - |\n| {who} | Open/Done/Gone | YYYY-MM-DD |\n']
  ])('are metadata: %s', (name, table) => {
    const expected = name === 'of one wide row' ? [{ label: 'Owner' }, { label: 'State' }, { kind: 'date' }] : fields
    expect(above(table).profile.fields).toMatchObject(expected)
  })

  test('are said to be left out where they are something else', () => {
    const { profile, guesses } = above('| Port | Depth |\n| - | - |\n| {port} | {depth} |\n| {port} | {depth} |\n')
    expect(profile).not.toHaveProperty('fields')
    expect(guesses).toContain('Left out: the table in line 3, above all sections')
  })

  test('tell of rows that are gone, empty or wrong', () => {
    const { profile } = above('| | |\n| - | - |\n| **Owner** | {who} |\n| **State** | Open / Done |\n')
    const plan = '# Quay\n\n| | |\n| - | - |\n| **Owner** | |\n| **State** | Half |\n\n## Way\n\nStones.\n'
    expect(told(plan, profile).map(each => each.message)).toEqual(['Empty "Owner"', 'Unknown value "Half" for "State"'])
  })
})

describe('tables in sections', () => {
  test('stand beside labels', () => {
    expect(sectionOf('| Crew | Days |\n| - | - |\n| {who} | {n} |\n\n**All:** [n] days\n').section).toMatchObject({
      content: [{ kind: 'table', columns: ['Crew', 'Days'] }],
      fields: [{ label: 'All', required: true }]
    })
  })

  test('say what their cells may say', () => {
    const table = '| Job | State |\n| - | - |\n| {job} | Open \\| Done |\n'
    expect(sectionOf(table).section).toMatchObject({ content: [{ values: { State: ['Open', 'Done'] } }] })
    expect(toldOf(`## Own\n\n${table}`, '## Own\n\n| Job | State |\n| - | - |\n| Dig | Open \\| Done |\n')).toEqual([
      'Placeholder "Open \\| Done" left from the template'
    ])
  })

  const rows = '| ID | Job | Due | State |\n| - | - | - | - |\n| J-01 | {job} | YYYY-MM-DD | todo/doing/done |\n'
  test.each([
    ['| J-01 | Dig | 2026-03-01 | done |\n| J-02 | Pump | 2026-03-02 | todo |', []],
    ['| J-01 | Dig | 2026-03-01 | done |\n| J-01 | Pump | 2026-03-02 | todo |', ['Duplicate own J-01']],
    ['| J-01 | Dig | soon | done |', ['Expected a date for "Due", found "soon"']],
    ['| J-01 | Dig | 2026-03-01 | half |', ['Unknown value "half" for "State"']]
  ])('have units by their identifiers: %j', (body, messages) => {
    expect(toldOf(`## Own\n\n${rows}`, `## Own\n\n${rows.split('\n').slice(0, 2).join('\n')}\n${body}\n`)).toEqual(
      messages
    )
  })
})

test('headings below the headings of a unit are its fields', () => {
  const template = '## Own\n\n### Way 1: {name}\n\n#### For\n\n- {for}\n\n#### Against (optional)\n\n- {against}\n'
  expect(toldOf(template, '## Own\n\n### Way 1: Stones\n\n#### For\n\n- They last\n')).toEqual([])
  expect(toldOf(template, '## Own\n\n### Way 1: Stones\n\nThey last.\n')).toEqual([
    expect.stringContaining('Missing "For"')
  ])
})

test('boxes by their identifiers are units', () => {
  const template = '## Own criteria\n\n- [ ] **AC1** {criterion}\n'
  const { guesses } = draft(`# {name}\n\n${template}${rest}`)
  expect(guesses).toContain('Boxes in "Own criteria" are of one kind, "criterion", numbered AC#')
  expect(toldOf(template, '## Own criteria\n\n- [ ] **AC1** It floats\n- [ ] **AC1** It holds\n')).toEqual([
    'Duplicate criterion AC1'
  ])
})

describe('labels without markup', () => {
  test('are read by what stands behind them', () => {
    const { profile } = above('- Team: core\n- Ticket: [port#0](https://example.org/0)\n- State: Open / Done\n')
    expect(profile.fields).toMatchObject([{ label: 'Team' }, { label: 'Ticket' }, { label: 'State', kind: 'enum' }])
  })

  test('are read above a fence with a blank', () => {
    const { section } = sectionOf('### Phase 1: {what}\n\nBack out:\n\n```sh\n{command}\n```\n')
    expect(section).toMatchObject({ units: { fields: [{ label: 'Back out', required: true }] } })
  })

  test('and those with markup are said to be left out where what stands behind them is no value', () => {
    const text = '**Depth**: as deep as the deepest ship that comes here wants\n\n**Crew**: {who}\n'
    const { section, guesses } = sectionOf(text)
    expect(section.fields).toMatchObject([{ label: 'Crew' }])
    expect(guesses).toContain('Left out: "Depth", as what stands behind it is the template\'s own')
  })
})

test.each([
  ['## Alternatives considered', '[Alternative 1]', 'alternative'],
  ['## Alternatives considered', '[name]', 'alternative'],
  ['## Risks and mitigations', '[what may go wrong]', 'risk'],
  ['## Pros and cons of the options', '{option}', 'option'],
  ['## Options we looked at', '{name}', 'option'],
  ['## Status', '{what}', 'status'],
  ['## Work', '<Task group name>', 'group'],
  ['## Work', '{title of port 1}', 'port']
])('%s, %s: the role is %s', (heading, title, role) => {
  const { profile } = draft(`# {name}\n\n${heading}\n\n### ${title}\n\n{text}\n${rest}`)
  expect(profile.sections[0]).toMatchObject({ units: { role } })
})

test('an option is described', () => {
  const template = '## Options\n\n### {option}\n\n* {argument}\n'
  expect(toldOf(template, '## Options\n\n### Stones\n\n* They last\n\n### Wood\n')).toHaveLength(1)
})

test.each([
  [
    '# HB-NNNN: Your short title',
    '# HB-NNNN: Your short title',
    'Placeholder "HB-NNNN: Your short title" left from the template'
  ],
  ['# HB-NNNN: Your short title', '# HB-NNNN: A second quay', 'Placeholder "HB-NNNN" left from the template'],
  ['# Title of the job', '# Title of the job', 'Placeholder "Title of the job" left from the template']
])('%j left as %j', (heading, left, message) => {
  const { profile } = draft(`${heading}\n\n## Reason\n\n{why}\n${rest}`)
  const body = '\n\n## Reason\n\nShips wait.\n\n## Way\n\nStones.\n'
  expect(told(`${left}${body}`, profile).map(each => each.message)).toEqual([message])
  expect(told(`# HB-0012: A second quay${body}`, profile)).toEqual([])
})

test('a quotation alone says what to write', () => {
  const template = '## Own\n\n> One sentence. What is there in the end that is not there now?\n'
  expect(toldOf(template, '## Own\n\n> A quay for two ships.\n')).toEqual([])
  expect(toldOf(template, '')).toEqual(['Missing section "Own"'])
  expect(toldOf(template, template)).toHaveLength(1)
})

test('a label for one or several is written as either', () => {
  for (const label of ['Author(s)', 'Authors', 'Author', 'author'])
    for (const [open, close] of [
      ['| | |\n|---|---|\n| **', '** | Kim |\n| **Since** | May |\n'],
      ['**', '**: Kim\n**Since**: May\n']
    ] as const)
      expect(
        toldOf(`${open}Author(s)${close}`.replace('Kim', '{names}').replace('May', '{when}'), open + label + close)
      ).toEqual([])
  expect(toldOf('**Author(s)**: {names}\n**Since**: {when}\n', '**Since**: May\n')).toEqual(['Missing "Author(s)"'])
})
