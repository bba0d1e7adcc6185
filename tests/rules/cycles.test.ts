import { describe, expect, it } from 'vitest'
import { findCycle } from '../../rules/file-coverage/cycle.ts'
import { smallPlan } from '../plan/small-plan.ts'

const planOf = (...drawing: string[]) =>
  smallPlan(['# A plan', '', '## Map', '', '```text', ...drawing, '```', ''].join('\n'), [
    { id: 'map', title: 'Map', rules: ['file-coverage'] }
  ])

/** Each cycle as `names at line:column-column`, lines counted from the drawing's first. */
function cycles(...drawing: string[]): string[] {
  return findCycle(planOf(...drawing)).map(
    ({ text, place: { start, end } }) => `${text} at ${start.line - 5}:${start.column}-${end.column}`
  )
}

describe('a cycle', () => {
  it.each<[string, string[], string[]]>([
    ['of two', ['a.ts → b.ts', 'b.ts → a.ts'], ['b.ts → a.ts → b.ts at 2:1-12']],
    [
      'of a chain',
      ['a.ts -> lib/b.ts --> c.ts', 'd.ts -> a.ts', 'c.ts => a.ts'],
      ['c.ts → a.ts → lib/b.ts → c.ts at 3:1-13']
    ],
    ['in one line', ['a -> b -> a'], ['b → a → b at 1:1-12']],
    ['by each arrow', ['a ---> b', 'b ===> c', 'c ⟶ d', 'd ⇒ e', 'e ⇒ a'], ['e → a → b → c → d → e at 5:1-6']],
    [
      'down the lines',
      ['a.ts', '↓ calls', 'b.ts', '  |', '  ▼', 'c.ts', '⬇', 'a.ts'],
      ['c.ts → a.ts → b.ts → c.ts at 8:1-5']
    ],
    ['down by letters', ['a.ts', '|', 'v', 'b.ts', '↳', 'a.ts'], ['b.ts → a.ts → b.ts at 6:1-5']],
    ['up the lines', ['a.ts', '↑', 'b.ts', '▲', 'a.ts'], ['a.ts → b.ts → a.ts at 5:1-5']],
    ['up by other signs', ['a.ts', '⬆', 'b.ts', '^', 'a.ts'], ['a.ts → b.ts → a.ts at 5:1-5']],
    ['of functions of files', ['a.ts::run -> b.ts::load', 'b.ts::save -> a.ts'], ['b.ts → a.ts → b.ts at 2:1-19']],
    [
      'of names with remarks',
      ['[a.ts] -> `b.ts`  the store', 'b.ts (new) -> "c.ts --x"', '* c.ts calls -> **a.ts uses'],
      ['c.ts → a.ts → b.ts → c.ts at 3:1-28']
    ],
    [
      'of nodes',
      ['Aa[First] -->|goes|  Bb(Second)', 'Bb --> Cc{Third}', 'Cc -->|back|  Aa'],
      ['Cc → Aa → Bb → Cc at 3:1-17']
    ],
    ['down by a bar alone', ['a', '|', 'b', 'b -> a'], ['b → a → b at 4:1-7']],
    ['the first of several', ['a -> b', 'b -> a', 'a -> c', 'c -> a'], ['b → a → b at 2:1-7']],
    ['by the shorter of its ends', ['a -> b', 'a -> c', 'c -> b', 'b -> d', 'd -> a'], ['d → a → b → d at 5:1-7']]
  ])('%s', (_, drawing, expected) => expect(cycles(...drawing)).toEqual(expected))
})

describe('no cycle', () => {
  it.each<[string, string[]]>([
    ['in a tree', ['a -> b', 'a -> c', 'b -> d', 'c -> d']],
    ['from a name to itself', ['a -> a', 'b', '↓', 'b']],
    ['where a blank line ends the chain', ['a', '↓', 'b', '↓', '', 'a']],
    ['where no arrow stands between', ['a', 'b', 'a']],
    ['where a bar goes on after an arrow up', ['a', '↑', '|', 'b', 'b -> a']],
    ['where a blank line has spaces', ['a', '↓', '   ', 'a', 'b -> b']],
    ['where arrows lead nowhere', ['a ->', '-> a']],
    ['where an arrow comes first', ['↓', 'a', 'b -> a']],
    ['in sentences', ['the store -> the cache', 'the cache -> the store']],
    ['in names of one letter', ['move x', 'x v y', 'vv -> x']]
  ])('%s', (_, drawing) => expect(cycles(...drawing)).toEqual([]))

  it('in a section that draws none, or may have some', () => {
    const text = '# A plan\n\n## Map\n\nN/A – nothing is drawn\n\n## Other\n\n```\na -> b -> a\n```\n'
    expect(
      findCycle(
        smallPlan(text, [
          { id: 'map', title: 'Map', rules: ['file-coverage'] },
          { id: 'other', title: 'Other' },
          { id: 'gone', title: 'Gone', rules: ['file-coverage'] }
        ])
      )
    ).toEqual([])
  })
})

it('stands where the line does, in each drawing, whatever ends the lines', () => {
  const text =
    '# A plan\r\n\r\n## Map\r\n\r\n```\r\na -> b\r\n```\r\n\r\n- In a list\r\n\r\n  ```\r\n  a -> b\r\n  b -> a\r\n  ```\r\n\r\n```\r\nc -> d -> c\r\n```\r\n'
  const plan = smallPlan(text, [{ id: 'map', title: 'Map', rules: ['file-coverage'] }])
  expect(
    findCycle(plan).map(({ text: names, place: { start, end } }) => [
      names,
      start.line,
      start.column,
      text.slice(start.offset, end.offset)
    ])
  ).toEqual([
    ['b → a → b', 13, 1, '  b -> a'],
    ['d → c → d', 17, 1, 'c -> d -> c']
  ])
})
