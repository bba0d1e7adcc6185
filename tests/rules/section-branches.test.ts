/** section-content: a choice between two ways through a plan, and the note that leads to another document. */
import { describe, expect, test } from 'vitest'
import type { Small } from './small.ts'
import { told as say, toldInFull as sayInFull } from './small.ts'

describe('a choice', () => {
  const profile: Small = {
    sections: [
      {
        id: 'kind',
        title: 'Kind',
        choice: { change: ['Change'], new: ['New'] }
      },
      { id: 'change', title: 'Change', required: false, fields: [{ label: 'Today' }] },
      { id: 'new', title: 'New', required: false, fields: [{ label: 'Place' }] }
    ]
  }
  const change = ['## Change', '', '**Today:** slow']
  const added = ['## New', '', '**Place:** beside it']
  const plan = (first: string, second: string, ...rest: string[]): string[] => [
    '## Kind',
    '',
    `- [${first}] Change of what is there`,
    `- [${second}] New`,
    '',
    ...rest
  ]

  test.each([
    ['its branch is filled in', plan('x', ' ', ...change), []],
    ['nothing is ticked', plan(' ', ' ', ...change), ['3:3 Expected exactly one ticked box in "Kind", found 0']],
    ['both are ticked', plan('x', 'x', ...change), ['4:3 Expected exactly one ticked box in "Kind", found 2']],
    ['there are no boxes', ['## Kind', '', 'Some change.'], ['1:1 Expected exactly one ticked box in "Kind", found 0']],
    ['its branch is missing', plan('x', ' '), ['3:3 Missing "Change", which the ticked box leads to']],
    ['its branch is empty', plan('x', ' ', '## Change'), ['6:1 Empty "Change", which the ticked box leads to']],
    [
      'another branch is filled in, too',
      plan('x', ' ', ...change, '', ...added),
      ['10:1 Conflicting branch "New": the ticked box is "Change of what is there"']
    ],
    ['another branch is there with nothing in it', plan('x', ' ', ...change, '', '## New', '', '**Place:**'), []]
  ])('%s', (_, lines, expected) => {
    expect(say('section-content', profile, ...lines).filter(line => !line.includes('in "New"'))).toEqual(expected)
  })

  test('whose branch is missing says so alone, whatever stands in its place', () => {
    const owing: Small = {
      sections: profile.sections!.map(section =>
        section.fields ? { ...section, fields: section.fields.map(field => ({ ...field, required: true })) } : section
      )
    }
    const missing = {
      at: '3:3-3:6',
      message: 'Missing "Change", which the ticked box leads to',
      related: ['3: Ticked here', '6: The other branch is here']
    }
    expect(sayInFull('section-content', owing, ...plan('x', ' ', '## New', '', '**Today:** slow'))).toEqual([
      { ...missing, help: 'Write "Change" in the title of "New", which has its fields' }
    ])
    expect(sayInFull('section-content', owing, ...plan('x', ' ', ...added))).toEqual([
      {
        ...missing,
        help: 'Tick the other box, or write a section "Change" with **Today** in place of "New"'
      }
    ])
  })

  test('has a remedy', () => {
    expect(sayInFull('section-content', profile, ...plan(' ', ' '))).toEqual([
      {
        at: '3:3-3:6',
        message: 'Expected exactly one ticked box in "Kind", found 0',
        help: 'Tick the one that applies'
      }
    ])
    expect(sayInFull('section-content', profile, ...plan('x', 'x'))).toMatchObject([
      { help: 'Tick the one that applies', related: ['3: Ticked here'] }
    ])
    expect(sayInFull('section-content', profile, ...plan('x', ' '))).toMatchObject([
      { help: 'Add a section "Change", or tick the other box', related: ['3: Ticked here'] }
    ])
    expect(sayInFull('section-content', profile, ...plan('x', ' ', ...change, '', ...added))).toMatchObject([
      { help: 'Take the branch out, or tick the other box', related: ['3: Ticked here'] }
    ])
  })
})

describe('the note below the title', () => {
  const profile: Small = {
    fields: [{ label: 'Progress', required: true, kind: 'link', hint: 'the tracker' }],
    sections: [{ id: 'goal', title: 'Goal' }]
  }
  const plan = (note: string): string[] => ['# A plan', '', note, '', '## Goal', '', 'Faster.']

  test('leads to another document', () => {
    expect(say('section-content', profile, ...plan('> **Progress**: See `docs/tracker.md`'))).toEqual([])
    expect(sayInFull('section-content', profile, ...plan('As it is.'))).toEqual([
      {
        at: '1:1-1:9',
        message: 'Missing note "Progress" with a link to the tracker',
        help: 'Add "> **Progress**: See `…`" below the title'
      }
    ])
    expect(sayInFull('section-content', profile, ...plan('> **Progress**: See there'))).toMatchObject([
      { message: 'Missing link to the tracker in "Progress"', help: 'Name the path of the tracker' }
    ])
  })
})
