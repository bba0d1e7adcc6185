/** Places, texts and lists of a tree's nodes. */
import type { Heading, Nodes, Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/parse/parse.ts'
import { Lines, indexNodes, isParent, placeOf, spanOf, startOf, textOf, titleOf } from '../../src/outline/nodes.ts'
import { remember } from '../../src/util/remember.ts'

const first = (text: string): Nodes => parsePlan(text).children[0]!

describe('textOf', () => {
  it.each([
    ['one', 'one'],
    ['one **two** `three` *four*', 'one two three four'],
    ['a\\\nb', 'a\nb'],
    ['a <b>c</b> d', 'a c d'],
    ['![alt](x.png) b', 'alt b'],
    ['![alt][x]\n\n[x]: y', 'alt'],
    ['[a **b**](c)', 'a b'],
    ['`x`', 'x'],
    ['```\nx\n```', 'x'],
    ['- a\n- b', 'ab'],
    ['<!-- x -->', ''],
    ['**a** <!-- x -->', 'a '],
    ['![](x.png)', '']
  ])('%j says %j', (text, said) => {
    expect(textOf(first(text))).toBe(said)
  })

  it('reads any depth, and nodes without a text', () => {
    let deep: Nodes = { type: 'text', value: 'x' }
    for (let i = 0; i < 20_000; i++) deep = { type: 'emphasis', children: [deep] }
    expect(textOf(deep)).toBe('x')
    expect(titleOf({ type: 'heading', depth: 1, children: [deep, deep] } as Heading)).toBe('xx')
    expect(titleOf(first('# a <b>c</b> `d`') as Heading)).toBe('a c d')
    expect(textOf({ type: 'paragraph', children: [{ type: 'text' }] } as never)).toBe('')
  })
})

describe('places', () => {
  const bare: Nodes = { type: 'paragraph', children: [] }

  it('are those of the text, and the start where a tree has none', () => {
    const node = first('\n  a *b*\n  c')
    expect(placeOf(node)).toEqual({ start: { line: 2, column: 3, offset: 3 }, end: { line: 3, column: 4, offset: 12 } })
    expect([spanOf(node), startOf(node)]).toEqual([{ start: 3, end: 12 }, 3])
    expect(placeOf(bare)).toEqual({ start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } })
    expect([spanOf(bare), startOf(bare)]).toEqual([{ start: 0, end: 0 }, 0])
    const lines = { ...bare, position: { start: { line: 2, column: 1 }, end: { line: 2, column: 4 } } }
    expect(placeOf(lines)).toEqual({ start: { line: 2, column: 1, offset: 0 }, end: { line: 2, column: 4, offset: 0 } })
    expect([spanOf(lines), startOf(lines)]).toEqual([{ start: 0, end: 0 }, 0])
  })

  it("are each node's own", () => {
    placeOf(bare).start.line = 7
    expect(placeOf(bare).start.line).toBe(1)
  })

  it.each([
    ['\n', 'ab\nc\n\nd'],
    ['\r\n', 'ab\r\nc\r\n\r\nd'],
    ['\r', 'ab\rc\r\rd'],
    ['mixed', 'ab\r\nc\n\rd']
  ])('of offsets, with lines that end in %j', (_, text) => {
    const lines = new Lines(text)
    expect(lines.count).toBe(4)
    const offsets = ['a', 'b', 'c', 'd'].map(letter => text.indexOf(letter))
    expect(offsets.map(offset => lines.pointAt(offset))).toEqual(
      [
        [1, 1],
        [1, 2],
        [2, 1],
        [4, 1]
      ].map(([line, column], i) => ({ line, column, offset: offsets[i] }))
    )
    expect([1, 2, 4].map(line => lines.startOf(line))).toEqual([0, text.indexOf('c'), text.indexOf('d')])
    expect([lines.startOf(0), lines.startOf(99)]).toEqual([0, text.indexOf('d')])
    expect([lines.pointAt(-1).offset, lines.pointAt(99).offset]).toEqual([0, text.length])
    expect(lines.placeOf({ start: 0, end: 2 })).toEqual({
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 3, offset: 2 }
    })
  })

  it('of nothing', () => {
    expect([new Lines('').count, new Lines('').pointAt(3)]).toEqual([1, { line: 1, column: 1, offset: 0 }])
    expect([new Lines('\n').count, new Lines('\n').startOf(2)]).toEqual([2, 1])
  })
})

describe('indexNodes', () => {
  const text =
    '---\na: 1\n---\n\n# T\n\np `c` ![i](j) ![i][k] [l](m) [l][k] <b>x</b>\n\n- a\n  - b\n- **d** `e`\n\n| f |\n| - |\n| g |\n\n```\nh\n```\n\n<!-- n -->\n\n[k]: y\n'
  const read = (): ReturnType<typeof indexNodes> => indexNodes(parsePlan(text))

  it('lists nodes by type, in their order', () => {
    const index = read()
    const lines = Object.fromEntries(
      Object.entries(index)
        .filter(([key]) => key !== 'parents' && key !== 'yaml')
        .map(([key, nodes]) => [key, (nodes as Nodes[]).map(node => node.position!.start.line).join()])
    )
    expect(lines).toEqual({
      headings: '5',
      paragraphs: '7,9,10,11',
      lists: '9,10',
      items: '9,10,11',
      tables: '13',
      fences: '17',
      inlineCode: '7,11',
      images: '7,7',
      links: '7,7',
      html: '7,7,21'
    })
    expect(index.yaml?.value).toBe('a: 1')
  })

  it('knows what holds them', () => {
    const index = read()
    expect(index.items.map(item => index.parents.get(item) === index.lists[0])).toEqual([true, false, true])
    expect(index.parents.get(index.lists[1]!)).toBe(index.items[0])
    // Nobody asks for those that the document holds, nor for what stands in running text.
    expect([...index.parents.keys()].map(({ type }) => type)).toEqual([
      'listItem',
      'listItem',
      'list',
      'paragraph',
      'listItem',
      'paragraph',
      'paragraph'
    ])
  })

  it('takes what is no tree', () => {
    const odd = {
      type: 'root',
      children: [null, 3, { type: 'list', children: 'no' }, { type: 'yaml', value: 'a' }, { type: 'yaml', value: 'b' }]
    } as unknown as Root
    const found = indexNodes(odd)
    expect([found.lists.length, found.yaml?.value]).toEqual([1, 'a'])
    expect([isParent(odd), isParent(odd.children[2]!), isParent(odd.children[3]!)]).toEqual([true, false, false])
  })
})

describe('remember', () => {
  it('asks once for each short text and for a long one in a row, and forgets all when it knows enough', () => {
    const asked: string[] = []
    const length = remember(text => asked.push(text) && text.length, 2, 3)
    for (const text of ['a', 'a', 'bb', 'a', 'long', 'long', 'longer', 'long', 'ccc', 'a', 'ccc'])
      expect(length(text)).toBe(text.length)
    expect(asked).toEqual(['a', 'bb', 'long', 'longer', 'long', 'ccc', 'a'])
  })

  it('knows what is not there, too', () => {
    let asked = 0
    const none = remember(() => {
      asked++
      return null
    })
    expect([none('a'), none('a'), asked]).toEqual([null, null, 1])
    none('x'.repeat(100))
    none('x'.repeat(100))
    none('x'.repeat(101))
    none('x'.repeat(101))
    expect(asked).toBe(3)
  })
})
