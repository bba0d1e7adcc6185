import { describe, expect, test } from 'vitest'
import type { Small } from './small.ts'
import { told as say, toldInFull } from './small.ts'

const sections: Small['sections'] = [
  { id: 'goal', title: 'Goal', na: 'never' },
  { id: 'design', title: 'Design', required: 'warning' },
  { id: 'steps', title: 'Steps' },
  { id: 'notes', title: 'Notes', required: false }
]
const told = (...titles: string[]): string[] => say('required-sections', { sections }, ...filled(...titles))
const filled = (...titles: string[]): string[] => titles.flatMap(title => [title, '', 'Something.', ''])

describe('a section is missed', () => {
  test('where the profile wants it, at the section before it, else at the title', () => {
    expect(told('# A plan', '## Goal', '## Design', '## Steps')).toEqual([])
    expect(told('# A plan', '## Goal', '## Steps')).toEqual(['5:1 (warning) Missing section "Design"'])
    expect(told('# A plan', '## Design')).toEqual(['1:1 Missing section "Goal"', '5:1 Missing section "Steps"'])
  })

  test('with a remedy', () => {
    expect(toldInFull('required-sections', { sections }, ...filled('# A plan', '## Design'))).toMatchObject([
      { help: 'Add a section "Goal"', fixes: ['(unsafe) Insert section "Goal"'] },
      { help: 'Add a section "Steps" behind "Design", or keep the heading with "N/A" and the reason' }
    ])
  })

  test('once its phase has come', () => {
    const phased: Small = {
      fields: [{ label: 'Phase', values: { Goal: [], Steps: [] } }],
      sections: [
        { id: 'goal', title: 'Goal', from: 'Goal' },
        { id: 'steps', title: 'Steps', from: 'Steps' }
      ]
    }
    expect(say('required-sections', phased, '# A plan', '', '**Phase:** Goal', '', ...filled('## Goal'))).toEqual([])
    expect(say('required-sections', phased, '# A plan', '', '**Phase:** Steps', '', ...filled('## Goal'))).toEqual([
      '5:1 Missing section "Steps"'
    ])
  })
})

describe('a section that goes by another name, with what only it repeats below it', () => {
  const rules: Small = {
    sections: [
      {
        id: 'new-rules',
        title: 'New rules',
        level: 2,
        na: 'never',
        or: { title: ['Dropped rules'] },
        units: { role: 'rule', words: ['Rule'], form: ['heading'], level: 3, number: false, id: { from: 'name' } }
      },
      { id: 'dropped-rules', title: 'Dropped rules', level: 2, required: false }
    ]
  }
  const said = (...text: string[]): unknown => toldInFull('required-sections', rules, '# A plan', '', ...text)

  test('is to be called by one of those that will do', () => {
    expect(said('## What is wanted', '', '### Rule: Nobody waits', '', 'It is so.')).toMatchObject([
      {
        message: 'Unknown section "What is wanted", expected "New rules"',
        help: 'Call the section "New rules" or "Dropped rules"'
      }
    ])
  })

  test.each([
    ['no name', ['## What is wanted', '', '### Rules of thumb', '', 'It is so.']],
    ['another level', ['## What is wanted', '', '#### Rule: Nobody waits', '', 'It is so.']],
    ['another section', ['### What is wanted', '', '### Rule: Nobody waits', '', 'It is so.']]
  ])('is missed where there is %s', (_, text) => {
    expect(said(...text)).toMatchObject([{ message: 'Missing section "New rules"' }])
  })
})

describe('sections within a section', () => {
  const nested: Small['sections'] = [
    {
      id: 'design',
      title: 'Design',
      sections: [
        { id: 'data', title: 'Data' },
        { id: 'api', title: 'Api' }
      ]
    }
  ]
  const ask = (...lines: string[]): string[] => say('required-sections', { sections: nested }, ...lines)

  test('are missed at the one before, else at the section', () => {
    expect(ask('## Design', '', ...filled('### Data', '### Api'))).toEqual([])
    expect(ask('## Design', '', ...filled('### Data'))).toEqual(['3:1 Missing section "Api"'])
    expect(ask('## Design', '', ...filled('### Api'))).toEqual(['1:1 Missing section "Data"'])
  })

  test('are not missed where the section itself is missing, empty or does not apply', () => {
    expect(ask('# A plan')).toEqual(['1:1 Missing section "Design"'])
    expect(ask('## Design')).toEqual([])
    expect(ask('## Design', '', 'N/A: no change')).toEqual([])
  })

  test('may stand in any order, unless they are numbered', () => {
    const numbered = [
      {
        ...nested[0]!,
        sections: [
          { id: 'why', title: 'Why', required: false },
          { id: 'data', title: 'Data', number: '1.1' },
          { id: 'api', title: 'Api', number: '1.2' }
        ]
      }
    ]
    expect(ask('## Design', '', ...filled('### Api', '### Data'))).toEqual([])
    expect(
      say('required-sections', { sections: numbered }, '## Design', '', ...filled('### 1.2 Api', '### 1.1 Data'))
    ).toEqual(['7:1 Section "Data" out of order, expected before "Api"'])
    expect(
      say('required-sections', { sections: numbered }, '## Design', '', ...filled('### 1.1 Data', '### 1.4 Api'))
    ).toEqual(['7:1 Section "Api" numbered 1.4, expected 1.2'])
  })
})

describe('a section that is there', () => {
  test('but misspelt, twice, or within another', () => {
    expect(
      toldInFull(
        'required-sections',
        { sections },
        ...filled('# A plan', '## Goall', '## Design', '### Steps', '## Notes', '## Notes')
      )
    ).toEqual([
      {
        at: '5:1-5:9',
        message: 'Unknown section "Goall", expected "Goal"',
        help: 'Call the section "Goal"',
        fixes: ['Rename to "Goal"']
      },
      {
        at: '13:1-13:10',
        message: 'Section "Steps" nested inside "Design"',
        help: 'Give it the level of "Design"',
        related: ['9: Nested in this section'],
        fixes: ['Give "Steps" the level of "Design"']
      },
      {
        at: '21:1-21:9',
        message: 'Duplicate section "Notes"',
        help: 'Merge the two sections',
        related: ['17: First one here']
      }
    ])
  })

  test('out of order', () => {
    expect(toldInFull('required-sections', { sections }, ...filled('## Goal', '## Steps', '## Design'))).toEqual([
      {
        at: '9:1-9:10',
        message: 'Section "Design" out of order, expected before "Steps"',
        help: 'Move it in front of "Steps"',
        related: ['5: "Steps" is here']
      }
    ])
    expect(toldInFull('required-sections', { sections }, ...filled('## Design', '## Steps', '## Goal'))).toEqual([
      {
        at: '9:1-9:8',
        message: 'Section "Goal" out of order, expected before "Design"',
        help: 'Move it in front of "Design"',
        related: ['1: "Design" is here']
      }
    ])
  })
})

describe('numbers', () => {
  const three = sections.slice(0, 3).map((section, i) => ({ ...section, number: String(i + 1) }))

  test('agree with the order, where the profile says so', () => {
    const wrong = filled('## 1. Goal', '## 2. Design', '## 7. Steps')
    expect(
      say(
        'required-sections',
        { order: 'numbered', sections: three },
        ...filled('## 1. Goal', '## 2. Design', '## 3. Steps')
      )
    ).toEqual([])
    expect(toldInFull('required-sections', { order: 'numbered', sections: three }, ...wrong)).toEqual([
      {
        at: '9:1-9:12',
        message: 'Section "Steps" numbered 7, expected 3',
        help: 'Number it 3',
        fixes: ['Number the section 3']
      }
    ])
    expect(say('required-sections', { sections: three }, ...wrong)).toEqual([])
  })

  test('are missed where the others have them', () => {
    expect(
      toldInFull(
        'required-sections',
        { order: 'numbered', sections: three },
        ...filled('## 1. Goal', '## Design', '## 3. Steps')
      )
    ).toEqual([
      {
        at: '5:1-5:10',
        message: 'Missing number 2 on section "Design"',
        help: 'Number it 2, as the others are',
        fixes: ['Number the section 2']
      }
    ])
  })
})

test('a fence that is opened within an open one: what follows is not missed', () => {
  const text = [
    '# A plan',
    '',
    '## Goal',
    '',
    '```md',
    'So:',
    '```ts',
    'a()',
    '```',
    '',
    '```',
    '',
    '## Design',
    '',
    'It.',
    '',
    '## Steps',
    '',
    'Go.'
  ]
  const found = toldInFull('required-sections', { sections }, ...text)
  expect(found).toEqual([
    {
      at: '7:1-7:6',
      message: 'Broken code fence: "```ts" opens inside a fence that is still open',
      help: 'Close the outer fence first, or give it more backticks than the fences it shows; what it takes in is not judged until then'
    }
  ])
})
