/** What stands in a span of a plan, what a box is, and what is a list's entry. */
import { describe, expect, it } from 'vitest'
import { entriesIn, entriesOf } from '../../src/checks/demands/entries.ts'
import { spanOf, startOf, textOf } from '../../src/outline/nodes.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import type { Span } from '../../src/outline/types.ts'
import { bound } from '../plan/small.ts'

const read = (...lines: string[]): Plan => bound({ sections: [{ id: 'goal', title: 'Goal' }] }, lines)
const all = ({ outline }: Plan): Span => ({ start: 0, end: outline.source.length })
/** From a line's start to another's. */
const lines = ({ outline }: Plan, first: number, behind: number): Span => ({
  start: outline.lines.startOf(first),
  end: outline.lines.startOf(behind)
})

describe('what starts in a span', () => {
  const plan = read('- a', '  - b', '- d', '', '> e', '', 'f', '')
  const { content } = plan
  const [a, b, d] = plan.outline.nodes.items.map(startOf) as [number, number, number]

  it('nodes of a kind', () => {
    expect(content.items({ start: a, end: d }).map(startOf)).toEqual([a, b])
    expect(content.items({ start: a + 1, end: d + 1 }).map(startOf)).toEqual([b, d])
    for (const [start, end, expected] of [
      [a, a + 1, true],
      [a, a, false],
      [-1, a, false],
      [d, d + 1, true],
      [d + 1, 999, false],
      [b + 1, d + 1, true]
    ] as const)
      expect(content.has('items', { start, end }), `${start} ${end}`).toBe(expected)
    expect(content.has('tables', { start: 0, end: 99 })).toBe(false)
  })

  it('the first paragraph', () => {
    const texts = [
      [0, 99],
      [3, 99],
      [9, 99],
      [20, 99],
      [99, 99],
      [3, 4]
    ]
      .map(([start, end]) => content.firstParagraph({ start: start!, end: end! }))
      .map(first => first && textOf(first))
    expect(texts).toEqual(['a', 'b', 'd', 'f', undefined, undefined])
  })
})

describe('isEmpty', () => {
  it.each([
    '',
    '<!-- a -->',
    '---',
    '[a]: b',
    '\\',
    '```\n\n```',
    '```\n \n```',
    '(-',
    '-(',
    '- ',
    '1.',
    '# Title',
    '-–—',
    '\\-',
    '&nbsp;',
    '()',
    '\\*\\*',
    '> ',
    '<b></b>',
    '<div>\n</div>',
    '<!-- a -->\n\n<br>',
    '<a id="x"></a>',
    '[](x.md)'
  ])('%j says nothing', text => {
    const plan = read(text)
    expect(plan.content.isEmpty(all(plan))).toBe(true)
  })

  it.each([
    'a',
    '1',
    'é',
    '目',
    '½',
    '🎯',
    '?',
    '…',
    '...',
    '- a',
    '- [ ] a',
    '> a',
    '![](x.png)',
    '![](x.png) (',
    '![][b]\n\n[b]: c',
    '![a][b]\n\n[b]: c',
    '`*`',
    '``` \nx\n```',
    '| * |\n| - |',
    '<owner>',
    '<img src="x.png">',
    '<!-- a --> a'
  ])('%j says something', text => {
    const plan = read(text)
    expect(plan.content.isEmpty(all(plan))).toBe(false)
  })

  it('a later paragraph may say something', () => {
    const plan = read('(', '', ')', '', 'a')
    expect(plan.content.isEmpty(all(plan))).toBe(false)
    expect(plan.content.isEmpty(lines(plan, 1, 5))).toBe(true)
  })

  it('of what starts in the span', () => {
    const plan = read('a', '', '---', '', 'b')
    expect(
      [
        [1, 3],
        [2, 5],
        [3, 9]
      ].map(([from, to]) => plan.content.isEmpty(lines(plan, from!, to!)))
    ).toEqual([false, true, true])
  })
})

describe('onlyProse', () => {
  it.each([
    ['a', 'a'],
    ['a\n\n- b', 'a\nb'],
    ['', ''],
    ['<b>x</b>', 'x'],
    ['---', ''],
    ['# a', undefined],
    ['```\n```', undefined],
    ['| a |\n| - |', undefined],
    ['![a](b)', undefined],
    ['![a][b]\n\n[b]: c', undefined]
  ])('of %j is %j', (text, expected) => {
    const plan = read(text)
    expect(plan.content.onlyProse(all(plan))).toBe(expected)
  })
})

describe('lists of what stands in a span', () => {
  const text = [
    '# P',
    '',
    '**Run:** `a` ![i](j)',
    '',
    '- b',
    '  - [ ] c',
    '    - d',
    '- [x] e',
    '',
    '| f |',
    '| - |',
    '',
    '```sh',
    'make g',
    '```',
    '',
    '`make h`',
    '',
    '> - i',
    ''
  ]

  it('by kind', () => {
    const plan = read(...text)
    const { content } = plan
    const span = all(plan)
    expect(
      (['paragraphs', 'tables', 'fences', 'items', 'codeSpans', 'images', 'checkboxes', 'topItems'] as const).map(
        list => content[list](span).length
      )
    ).toEqual([7, 1, 1, 5, 2, 1, 2, 3])
    expect(content.topItems(span).map(item => item.position!.start.line)).toEqual([5, 8, 19])
    expect(content.topItems(lines(plan, 6, 9)).map(item => item.position!.start.line)).toEqual([6, 8])
    expect(content.topItems(lines(plan, 7, 9)).map(item => item.position!.start.line)).toEqual([7, 8])
    expect(content.commands(span).map(({ place }) => place.start.line)).toEqual([13, 17])
    expect(content.commands(lines(plan, 13, 16)).map(({ place }) => place.start.line)).toEqual([13])
  })

  it('parts, without the document and the one that holds them', () => {
    const { content, outline } = read('# P', '', 'x', '', '## Goal', '', '**Run:** a', '', '## Other')
    const [document, title, goal] = outline.parts
    const titles = (span: Span, except?: typeof goal): string[] => content.parts(span, except).map(part => part.title)
    expect(titles(document!.span)).toEqual(['P', 'Goal', 'Run', 'Other'])
    expect(titles(document!.span, title)).toEqual(['Goal', 'Run', 'Other'])
    expect(titles(goal!.span)).toEqual(['Goal', 'Run'])
    expect(titles(goal!.span, goal)).toEqual(['Run'])
    expect(titles(goal!.span, title)).toEqual(['Goal', 'Run'])
    expect(titles({ start: 0, end: 0 })).toEqual([])
  })
})

it.each<[string, string[]]>([
  ['- [ ] a', ['open 1:3 a']],
  ['- [x] a', ['done 1:3 a']],
  ['- [X] *a* b', ['done 1:3 a b']],
  ['1. [ ] a', ['open 1:4 a']],
  ['-   [x] a\n  more', ['done 1:5 a\nmore']],
  ['- [ ]', ['open 1:3 ']],
  ['- [ ]\n- [x]\n', ['open 1:3 ', 'done 2:3 ']],
  ['- [-] a', ['open 1:3 a']],
  ['- [~] a', ['open 1:3 a']],
  ['- [ ]* a', ['open 1:3 a']],
  ['- [x]* a', ['done 1:3 a']],
  ['- [X]* a', ['done 1:3 a']],
  ['* [~]*', ['open 1:3 ']],
  ['> - [ ] a\n>   - [x] b', ['open 1:5 a', 'done 2:7 b']],
  ['- [ ]a', ['open 1:3 a odd']],
  ['- [x]a', ['done 1:3 a odd']],
  ['- [?] a', ['unknown 1:3 a odd']],
  ['- [/] a', ['unknown 1:3 a odd']],
  ['- [] a', ['open 1:3 a odd']],
  ['- [ x ] a', ['done 1:3 a odd']],
  ['- [✓] a', ['done 1:3 a odd']],
  ['- [v] a', ['done 1:3 a odd']],
  ['- ☑ a', ['done 1:3 a odd']],
  ['- ☐ a', ['open 1:3 a odd']],
  ['-[x] a\n-[] *b*', ['done 1:2 a odd', 'open 2:2 b odd']],
  ['- [ ] a\n-[x] b', ['open 1:3 a', 'done 2:2 b odd']],
  ['```\n-[x] a\n```\n\nb', []],
  ['- [P] a', []],
  ['- [1] a', []],
  ['- [x]: a', []],
  ['- ✅ a', []],
  ['- a [ ] b', []],
  ['- a [x]', []],
  ['- [ ](b) c', []],
  ['- **[-] a**', ['open 1:5 a']],
  ['[ ] a', []],
  ['-', []],
  ['- ```\n  [ ] a\n  ```', []],
  ['- [-]** a', []],
  ['- # [-] a', []],
  ['- [xx] a', []]
])('%j has the boxes %j', (text, expected) => {
  const { outline } = read(text)
  expect(
    outline.checkboxes.map(
      ({ state, place, text: said, odd }) =>
        `${state} ${place.start.line}:${place.start.column} ${said}${odd ? ' odd' : ''}`
    )
  ).toEqual(expected)
  for (const { start, end, place, odd } of outline.checkboxes) {
    expect([place.start.offset, place.end.offset]).toEqual([start, end])
    if (!odd) expect(end - start).toBe(3)
  }
})

describe('entries', () => {
  const said = (plan: Plan): string[] =>
    entriesOf(plan.sections[0]!, plan).map(
      ({ text, place: { start, end }, cells, node, span }) =>
        `${start.line}:${start.column}-${end.line}:${end.column} ${node ? 'item ' : ''}${text}${cells ? ` ${JSON.stringify([...cells])}` : ''} to ${plan.outline.lines.pointAt(span.end).line}`
    )

  it.each<[string, string[], string[]]>([
    [
      'items, with what stands below them',
      ['x', '- a', '  - b', '', '  c', '-', '- `d`', '  e'],
      ['4:3-4:4 item a\nb\nc to 7', '9:3-9:6 item d\ne to 10']
    ],
    [
      'rows by their columns',
      ['| A | **B** |', '| - | - |', '| c | d | e |', '| | |', '| f |'],
      ['5:1-5:14 c d e [["a","c"],["b","d"],["","e"]] to 5', '7:1-7:6 f [["a","f"]] to 7']
    ],
    [
      'items and rows in their order',
      ['| A |', '| - |', '| c |', '', '- d'],
      ['5:1-5:6 c [["a","c"]] to 5', '7:3-7:4 item d to 7']
    ],
    ['items that hold no text', ['- ```', '  x', '  ```', '- a'], ['6:3-6:4 item a to 6']],
    [
      'labels and titles, the outermost',
      ['**A:** b', '', '**C:** d', '', '> **E:** f'],
      ['3:1-3:7 A: b to 5', '5:1-5:7 C: d\nE: f to 7']
    ],
    ['titles before labels', ['### A', '**B:** c', '### D', 'e'], ['3:1-3:6 B: c to 5', '5:1-5:6 e to 6']],
    ['nothing', ['x'], []]
  ])('are %s', (_, text, expected) => {
    expect(said(read('## Goal', '', ...text))).toEqual(expected)
  })

  it('of a field', () => {
    const plan = read('**A:** b', '', '- c')
    const part = plan.outline.parts[1]!
    expect(entriesIn(part.span, plan, part).map(({ text }) => text)).toEqual(['c'])
    expect(entriesIn(spanOf(plan.outline.nodes.paragraphs[0]!), plan, part)).toEqual([])
    expect(entriesIn(spanOf(plan.outline.nodes.paragraphs[0]!), plan).map(({ text }) => text)).toEqual(['A: b\nc'])
    expect(textOf(plan.outline.nodes.items[0]!)).toBe('c')
  })

  it('end with their first line, whatever its end', () => {
    for (const newline of ['\n', '\r\n', '\r']) {
      const text = ['## Goal', '', '- a', '  b', '- c'].join(newline)
      expect(
        said(bound({ sections: [{ id: 'goal', title: 'Goal' }] }, [text])).map(line => line.split(' ', 1)[0])
      ).toEqual(['3:3-3:4', '5:3-5:4'])
    }
  })
})
