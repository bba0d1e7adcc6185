import { describe, expect, test } from 'vitest'
import type { SectionSpec, UnitSpec } from '../../src/profiles/schema.ts'
import type { Small } from './small.ts'
import { told as say, toldInFull as sayInFull } from './small.ts'

const profile = (spec: Partial<SectionSpec>): Small => ({ sections: [{ id: 'goal', title: 'Goal', ...spec }] })
const told = (spec: Partial<SectionSpec>, ...lines: string[]): string[] =>
  say('section-content', profile(spec), '## Goal', '', ...lines)
const toldInFull = (spec: Partial<SectionSpec>, ...lines: string[]): Record<string, unknown>[] =>
  sayInFull('section-content', profile(spec), '## Goal', '', ...lines)

describe('a section with nothing in it', () => {
  test.each<[string, Partial<SectionSpec>, string[]]>([
    ['is empty', {}, ['1:1 Empty section "Goal"']],
    [
      'is told of once, demands or not',
      { content: [{ kind: 'list' }], fields: [{ label: 'Due', required: true }] },
      ['1:1 Empty section "Goal"']
    ],
    ['may be empty', { na: 'empty' }, []],
    ['could be left out, too', { required: false }, []],
    ['holds a file tree, which is told of elsewhere', { content: [{ kind: 'tree' }] }, []]
  ])('%s', (_, spec, expected) => {
    expect(told(spec)).toEqual(expected)
  })

  test('is told of where it is the outermost', () => {
    const sections = [{ id: 'part', title: 'Part' }]
    expect(told({ sections }, '### Part')).toEqual(['1:1 Empty section "Goal"'])
    expect(told({ sections }, 'Faster.', '', '### Part')).toEqual(['5:1 Empty section "Part"'])
  })

  test('help', () => {
    expect(toldInFull({})).toMatchObject([{ help: 'Write what belongs under "Goal", or "N/A" with the reason' }])
    expect(toldInFull({ na: 'never', content: [{ kind: 'list' }] })).toMatchObject([
      { help: 'Write what belongs under "Goal"' }
    ])
    expect(toldInFull({ content: [{ kind: 'list' }, { kind: 'text', hint: 'Say why' }] })).toMatchObject([
      { help: 'Say why, or "N/A" with the reason' }
    ])
  })
})

describe('what a section holds', () => {
  const bare = 'Missing reason in "Redis"'
  test.each<[string, Partial<SectionSpec>, string[], string[]]>([
    ['a list', { content: [{ kind: 'list' }] }, ['- a'], []],
    ['no list', { content: [{ kind: 'list' }] }, ['a'], ['1:1 Missing list in "Goal"']],
    [
      'no list, which is but a warning',
      { content: [{ kind: 'list', required: 'warning' }] },
      ['a'],
      ['1:1 (warning) Missing list in "Goal"']
    ],
    ['nothing to say', { content: [{ kind: 'list' }] }, ['N/A: no need'], []],
    [
      'the words for nothing to say',
      { content: [{ kind: 'list' }], or: { text: 'Nothing is out of scope' } },
      ['Nothing is out of scope.'],
      []
    ],
    [
      'other words',
      { content: [{ kind: 'list' }], or: { text: 'Nothing is out of scope' } },
      ['All is out of scope.'],
      ['1:1 Missing list in "Goal"']
    ],
    [
      'a table without a column',
      { content: [{ kind: 'table', columns: ['File', 'Why'] }] },
      ['| File |', '| --- |', '| a.ts |'],
      ['3:1 Missing column "Why" in the table of "Goal"']
    ],
    ['a table without rows', { content: [{ kind: 'table' }] }, ['| File |', '| --- |'], ['3:1 Empty table in "Goal"']],
    [
      'a cell that says something else',
      { content: [{ kind: 'table', values: { Risk: ['low', 'high'] } }] },
      ['| Risk |', '| --- |', '| low |', '| some |'],
      ['6:1 Unknown value "some" in column "Risk"']
    ],
    [
      'items without reasons',
      { content: [{ kind: 'list', each: 'rationale' }] },
      ['- Redis', '- Files, since they are simple'],
      [`3:3 ${bare}`]
    ],
    [
      'an item without a date',
      { content: [{ kind: 'list', each: 'date' }] },
      ['- 2025-03-01: begun', '- done'],
      ['4:3 Missing date in "done"']
    ],
    [
      'many items, none with a date',
      { content: [{ kind: 'list', each: 'date' }] },
      ['- begun', '- went on', '- done'],
      ['1:1 Missing dates in "Goal"']
    ],
    [
      'two items, none with a date',
      { content: [{ kind: 'list', each: 'date' }] },
      ['- begun', '- done'],
      ['3:3 Missing date in "begun"', '4:3 Missing date in "done"']
    ],
    [
      'a command that says what it shows',
      { verification: { expected: true } },
      ['```sh', 'npm test', '# Expected: all pass', '```'],
      []
    ],
    [
      'a command that does not',
      { verification: { expected: true } },
      ['```sh', 'npm test', '```'],
      ['4:1 Missing expected result of "npm test"']
    ],
    ['a command, where nobody asks', {}, ['```sh', 'npm test', '```'], []]
  ])('%s', (_, spec, lines, expected) => {
    expect(told(spec, ...lines)).toEqual(expected)
  })

  test.each<[NonNullable<SectionSpec['content']>[number], string[], string]>([
    [{ kind: 'list' }, ['a'], 'Write a list under "Goal"'],
    [{ kind: 'list', hint: 'List them' }, ['a'], 'List them'],
    [{ kind: 'list', each: 'stamp' }, ['- a', '- b', '- c'], 'Begin each entry with its date: "YYYY-MM-DD: …"'],
    [{ kind: 'list', each: 'stamp' }, ['- a'], 'Begin it with the date: "YYYY-MM-DD: …"'],
    [{ kind: 'list', each: 'date' }, ['- a', '- b', '- c'], 'Write in each entry its date: YYYY-MM-DD'],
    [{ kind: 'list', each: 'date' }, ['- a'], 'Write the date in it: YYYY-MM-DD'],
    [{ kind: 'list', each: 'rationale' }, ['- Redis'], 'Say why behind the name, after a colon'],
    [{ kind: 'table', columns: ['Why'] }, ['| File |', '| --- |', '| a |'], 'Add a column "Why"'],
    [{ kind: 'table' }, ['| File |', '| --- |'], 'Fill in a row, or write "None" with the reason in its place'],
    [
      { kind: 'table', values: { Risk: ['low', 'high'] } },
      ['| Risk |', '| --- |', '| some |'],
      'Write one of low, high'
    ]
  ])('help for %j', (demand, lines, help) => {
    expect(toldInFull({ content: [demand] }, ...lines).map(finding => finding['help'])).toEqual([help])
  })
})

describe('fields', () => {
  const fields: SectionSpec['fields'] = [
    { label: 'Trigger', required: true, hint: 'what starts it' },
    { label: 'Result', required: true, kind: 'tasks' }
  ]
  test('are there, well spelt, and of their form', () => {
    expect(told({ fields }, '**Trigger:** a click', '', '**Result:**', '', '- [ ] a page')).toEqual([])
    expect(toldInFull({ fields }, '**Triger:** a click', '', '**Result:** a page')).toEqual([
      {
        at: '3:1-3:12',
        message: 'Unknown label "Triger" in "Goal", expected "Trigger"',
        help: 'Write **Trigger**',
        fixes: ['Rename to "Trigger"']
      },
      {
        at: '5:1-5:12',
        message: 'Expected a task list under "Result" in "Goal"',
        help: 'Write each as a task: "- [ ] …"'
      }
    ])
    expect(told({ fields }, '**Trigger:**')).toEqual([
      '1:1 Missing "Result" in "Goal"',
      '3:1 Empty "Trigger" in "Goal"'
    ])
  })

  test('may be prose instead; where some are used without prose, the others are missed, as a warning', () => {
    expect(told({ fields, or: 'prose' }, 'A click shows a page.')).toEqual([])
    expect(told({ fields, or: 'prose' }, '**Trigger:** a click', '', '#### More')).toEqual([])
    expect(told({ fields, or: 'prose' }, '- **Trigger:** a click')).toEqual([
      '1:1 (warning) Missing "Result" in "Goal"'
    ])
    expect(told({ fields, or: 'prose' }, '- **Trigger:** a click', '- **Reslt:** a page')).toEqual([
      '4:3 (warning) Unknown label "Reslt" in "Goal", expected "Result"'
    ])
    expect(told({ fields, or: 'prose' }, '- **Trigger:** a click', '- **Result:**')).toEqual([
      '4:3 Empty "Result" in "Goal"'
    ])
  })

  test('that are rows of metadata are told of elsewhere', () => {
    expect(told({ fields, form: ['row'] }, '| Field | Value |', '| --- | --- |', '| Trigger | a click |')).toEqual([])
    expect(
      told({ fields, form: ['label', 'row'] }, '| Field | Value |', '| --- | --- |', '| Trigger | a click |')
    ).toEqual(['1:1 Missing "Result" in "Goal"'])
  })
})

describe('what a section repeats', () => {
  const risks: UnitSpec = {
    role: 'risk',
    words: ['Risk'],
    min: 1,
    fields: [{ label: 'Chance', required: true }]
  }

  test('is there, and each has its fields', () => {
    expect(told({ units: risks }, 'Few that we know.')).toEqual(['1:1 Missing risks in "Goal"'])
    expect(told({ units: { ...risks, min: 0 } }, 'Few that we know.')).toEqual([])
    expect(
      told({ units: risks }, '### Risk 1: Costs', '', '**Chance:** low', '', '### Risk 2: Delay', '', 'Likely.')
    ).toEqual(['7:1 Missing "Chance" in "Delay"'])
    expect(told({ units: risks }, '### Risk 1: Costs', '', '### Risk 2', '', '**Chance:** low')).toEqual([
      '3:1 Empty risk "Costs"'
    ])
    expect(told({ units: risks }, '### Risk 1', '', '### Risk 2', '', '**Chance:** low')).toEqual([
      '3:1 Empty risk "Risk 1"'
    ])
  })

  test.each(['step', 'commit', 'item', 'phase', 'alternative'] as const)(
    'is told of elsewhere where it is a %s',
    role => {
      expect(told({ units: { ...risks, role } }, 'Few that we know.')).toEqual([])
      expect(told({ units: { ...risks, role } }, '### Risk 1: Costs', '', 'Likely.', '', '### Risk 2: Delay')).toEqual(
        []
      )
    }
  )

  test('of a question it is told that there are too few, and what each lacks', () => {
    const units = { ...risks, role: 'question' }
    expect(told({ units }, 'Few that we know.')).toEqual(['1:1 Missing questions in "Goal"'])
    expect(told({ units }, '### Risk 1: Costs', '', 'Likely.', '', '### Risk 2: Delay')).toEqual([
      '3:1 Missing "Chance" in "Costs"',
      '7:1 Missing "Chance" in "Delay"'
    ])
  })

  test('an item says by its title all that it must', () => {
    expect(told({ units: { role: 'risk', form: ['item'] } }, '- Costs', '-', '- Delay')).toEqual([])
    expect(
      told({ units: { role: 'risk', words: ['Risk'], form: ['label'] } }, '**Risk 1:** costs', '', '**Risk 2:** delay')
    ).toEqual([])
  })

  test('help', () => {
    expect(toldInFull({ units: risks }, 'Few.')).toMatchObject([
      { help: 'Write each risk under a title of its own: "Risk 1: …"' }
    ])
    expect(toldInFull({ units: { ...risks, number: 0 } }, 'Few.')).toMatchObject([
      { help: 'Write each risk under a title of its own: "Risk 0: …"' }
    ])
    expect(toldInFull({ units: { role: 'risk', min: 1 } }, 'Few.')).toMatchObject([
      { help: 'Write each risk under a title of its own' }
    ])
    const empty = ['### Risk 1: Costs', '', '### Risk 2: Delay', '', '**Chance:** low']
    expect(toldInFull({ units: risks }, ...empty)).toMatchObject([{ help: 'Describe it, or take it out' }])
    expect(
      toldInFull({ units: { ...risks, content: [{ kind: 'text', hint: 'Say how bad it is' }] } }, ...empty)
    ).toMatchObject([{ help: 'Say how bad it is' }])
    expect(toldInFull({ units: { ...risks, content: [] } }, ...empty)).toMatchObject([
      { help: 'Describe it, or take it out' }
    ])
  })

  test('begins with the one that the profile names', () => {
    const first: UnitSpec = {
      role: 'part',
      words: ['Part'],
      content: [{ kind: 'title', words: ['Affected tests'], where: 'first' }]
    }
    expect(
      told({ units: first }, '### Part 1: The affected tests', '', 'All.', '', '### Part 2: Rest', '', 'More.')
    ).toEqual([])
    expect(toldInFull({ units: first }, '### Part 1: Rest', '', 'More.')).toEqual([
      {
        at: '1:1-1:8',
        message: 'Missing part "Affected tests" at the head of "Goal"',
        help: 'Write it first: what comes later builds on it'
      }
    ])
    expect(
      toldInFull({ units: first }, '### Part 1: Rest', '', 'More.', '', '### Part 2: Affected tests', '', 'All.')
    ).toMatchObject([{ at: '7:1-7:27', help: 'Move it in front of "Part 1: Rest"' }])
  })
})
