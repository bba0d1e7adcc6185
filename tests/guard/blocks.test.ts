/** What the guard takes a line for, against the parser itself. */
import type { RootContent } from 'mdast'
import { describe, expect, test } from 'vitest'
import { checkComplexity } from '../../src/guard/complexity.ts'
import { cursorAt, indentOf, isAtBlank, peek, skip, skipIndent } from '../../src/guard/cursor.ts'
import { closesHtml, openHtml } from '../../src/guard/html.ts'
import {
  closesFence,
  isAtxHeading,
  isSetextUnderline,
  isThematicBreak,
  lineHas,
  openFence,
  runLength
} from '../../src/guard/leaf.ts'
import { defaultLimits, tooMuch, unlimited, type Limits } from '../../src/guard/limits.ts'
import { cellsOf, cellsOfDelimiterRow } from '../../src/guard/table.ts'
import { parsePlan } from '../../src/parse/parse.ts'

const at = (line: string) => cursorAt(line, 0, line.length)
const parsed = (text: string): RootContent[] => parsePlan(text).children

const blockNames = [
  'address',
  'article',
  'aside',
  'base',
  'basefont',
  'blockquote',
  'body',
  'caption',
  'center',
  'col',
  'colgroup',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'frame',
  'frameset',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'head',
  'header',
  'hr',
  'html',
  'iframe',
  'legend',
  'li',
  'link',
  'main',
  'menu',
  'menuitem',
  'nav',
  'noframes',
  'ol',
  'optgroup',
  'option',
  'p',
  'param',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'title',
  'tr',
  'track',
  'ul'
]
const otherTags = ['b', 'x-y', 'x1', 'script', 'pre', 'style', 'textarea', 'span', 'divx', 'source', 'DIV', 'Pre']
const forms = [
  '<?>',
  '</?>',
  '<? ',
  '<?\t',
  '<?',
  '</? ',
  '<?/>',
  '</?/>',
  '<?x',
  '<? a>',
  '<? a=b>',
  '<? a="b">',
  "<? a='b' c>",
  '<? a = b />',
  '<? a=b"c>',
  '<?  a>  ',
  '<? a> b',
  '<? a',
  '</? a>',
  '<? 1a>',
  '<? _a:b.c-d="e">',
  '<? a="b"c>',
  '<? a=>',
  '<? a=`b`>',
  '</? >',
  '</?>x',
  '<?>x',
  '<? a:b>',
  '<? a=b/>',
  '<?\ta\t=\tb\t>'
]
const specials = [
  '<!--',
  '<!-- a',
  '<!-- a -->',
  '<!-->',
  '<!--->',
  '<!---->',
  '<!-',
  '<?',
  '<?a?>',
  '<?>',
  '<??>',
  '<!A',
  '<!a>',
  '<!A b>',
  '<!1',
  '<!',
  '<![CDATA[',
  '<![CDATA[a]]>',
  '<![CDATA[]]>',
  '<![cdata[',
  '<',
  '< a>',
  '<1>',
  '</',
  '</>',
  '</1>',
  '<->'
]
const tags = [...blockNames, ...otherTags].flatMap(name => [`<${name}>`, `</${name}`, `<${name}x`])
const htmlLines = [
  ...new Set([
    ...tags,
    ...otherTags
      .slice(0, 5)
      .concat('div')
      .flatMap(name => forms.map(form => form.replace('?', name))),
    ...specials
  ])
]

describe('HTML blocks', () => {
  test.each(htmlLines)('%j opens what the parser opens', line => {
    expect(openHtml(at(line), false) !== undefined, 'alone').toBe(parsed(`${line}\n`)[0]?.type === 'html')
    expect(openHtml(at(line), true) !== undefined, 'after a paragraph').toBe(parsed(`a\n${line}\n`).length === 2)
  })

  test.each(
    [
      ...specials,
      '<script>',
      '<pre>a</pre>',
      '<style',
      '<textarea>',
      '<textarea></textarea>',
      '<div>',
      '<div></div>',
      '<b>',
      '</b>',
      '<table/>',
      '</script>'
    ].filter(line => openHtml(at(line), false) !== undefined)
  )('%j ends where the parser ends it', line => {
    const html = openHtml(at(line), false)!
    const ends = [
      '',
      ' \t',
      'a',
      '-->',
      'x --> y',
      '?>',
      '>',
      ']]>',
      'b ]]>',
      'z</script>',
      'y</PRE> c',
      'd</style>',
      'x</textarea>',
      'w</div>',
      '->',
      ']>'
    ]
    for (const end of ends) {
      const open = html !== 'closed' && !closesHtml(html, end)
      expect(
        parsed(`${line}\n${end}\n# z\n`).some(node => node.type === 'heading'),
        end
      ).toBe(!open)
    }
  })
})

test('a fence in an HTML block that began with a closed script hides nothing', () => {
  expect(checkComplexity(`<script/>\n\`\`\`\n\n${'- '.repeat(40)}a\n`)?.message).toContain('nesting')
})

describe('leaves', () => {
  const marks = ['-', '*', '_', '=', '+', '#']
  const rows = marks.flatMap(mark =>
    [1, 2, 3, 4, 7].flatMap(count => [
      mark.repeat(count),
      `${mark} `.repeat(count),
      `${mark.repeat(count)} \t`,
      `${mark.repeat(count)}a`,
      `${mark.repeat(count)} a`,
      `${mark.repeat(count)}\ta`,
      `${mark.repeat(count)} ${mark}`,
      `a${mark.repeat(count)}`
    ])
  )
  test.each([...new Set(rows)])('%j', line => {
    const [first] = parsed(`${line}\n`)
    expect(isThematicBreak(at(line)), 'rule').toBe(first?.type === 'thematicBreak')
    expect(isAtxHeading(at(line)), 'heading').toBe(first?.type === 'heading')
    expect(isSetextUnderline(at(line)), 'underline').toBe(
      parsed(`a\n${line}\n`).length === 1 && parsed(`a\n${line}\n`)[0]?.type === 'heading'
    )
  })

  const fences = [
    '`',
    '``',
    '```',
    '````',
    '~~',
    '~~~',
    '~~~~~',
    '```a',
    '``` a',
    '```a`',
    '``` `a',
    '~~~a~',
    '~~~ `',
    '-~~~',
    '``~',
    '`~~'
  ]
  test.each(fences)('%j', line => {
    const fence = openFence(at(line))
    expect(fence !== undefined).toBe(parsed(`${line}\n`)[0]?.type === 'code')
    if (!fence) return
    for (const end of [
      '```',
      '````',
      '`````',
      '~~~',
      '~~~~~',
      '~~~~~~',
      '   ```',
      '    ```',
      '```  \t',
      '``` a',
      '~~~ ~',
      '  ~~~~~~~ ',
      '',
      '\t```',
      '```````',
      '~~~~~~~~'
    ]) {
      expect(closesFence(fence, at(end)), end).toBe(
        parsed(`${line}\n${end}\n# z\n`).some(node => node.type === 'heading')
      )
    }
  })

  test('a run, and what is in the rest of a line', () => {
    const cursor = cursorAt('a``` b\n```', 1, 6)
    expect([
      runLength(cursor, '`'),
      runLength(cursor, '~'),
      lineHas(cursor, 'b'),
      lineHas(cursor, '`', 2),
      lineHas(cursor, '`', 3),
      lineHas(cursor, 'a'),
      lineHas(cursor, '\n')
    ]).toEqual([3, 0, true, true, false, false, false])
    expect(runLength(cursorAt('```', 0, 2), '`')).toBe(2)
  })
})

describe('tables', () => {
  const rows = [
    '|-|',
    '-|-',
    '|-',
    '-|',
    '-',
    ':-',
    '-:',
    ':-:',
    '|:-:|',
    '| - | - |',
    '|-|-|-|',
    '--|--',
    '|',
    '||',
    '| |',
    ':',
    '|:|',
    '|-a|',
    '-|-|a',
    '|-||-|',
    ' |-| ',
    '|- -|',
    '|::-|',
    '\\|-|',
    '|-\\|',
    '| :- | -: |',
    '|-|\\',
    '-:-|-',
    '|-|-',
    '-|-|',
    '|  -\t|'
  ]
  test.each(rows)('%j', row => {
    const count = cellsOfDelimiterRow(at(row.trim()))
    for (const columns of [1, 2, 3]) {
      const head = `|${'a|'.repeat(columns)}`
      expect(count === columns, String(columns)).toBe(parsed(`${head}\n${row}\n`)[0]?.type === 'table')
    }
  })

  test.each([
    ['a|b', 2],
    ['|a|b|', 2],
    ['|a|b', 2],
    ['a|b|', 2],
    ['|', 1],
    ['a', 1],
    ['', 1],
    ['a\\|b', 1],
    ['|a\\|', 1],
    ['  |a|  ', 1],
    ['a\\\\|b', 2],
    ['||', 1]
  ])('%j has %i cells', (row, count) => expect(cellsOf(at(row))).toBe(count))
})

describe('columns', () => {
  test.each([
    ['  a', 2],
    ['\ta', 4],
    [' \ta', 4],
    ['   \t a', 5],
    ['\t\ta', 8],
    ['a', 0],
    ['', 0],
    ['    ', 4],
    [' \t \tb', 8]
  ])('%j is indented by %i', (line, columns) => expect(indentOf(at(line))).toBe(columns))

  test.each([
    ['', true],
    [' \t', true],
    ['a', false],
    [' a', false],
    ['\u00a0', false]
  ])('%j is blank: %s', (line, is) => expect(isAtBlank(at(line))).toBe(is))

  test('are skipped one by one, through tabs', () => {
    const cursor = at('\t b')
    skipIndent(cursor, 2)
    expect([cursor.column, cursor.spare, cursor.at, indentOf(cursor)]).toEqual([2, 2, 1, 3])
    skipIndent(cursor, 2)
    expect([cursor.column, cursor.spare, cursor.at, indentOf(cursor)]).toEqual([4, 0, 1, 1])
    skipIndent(cursor)
    expect([cursor.column, cursor.spare, cursor.at, peek(cursor), peek(cursor, 1)]).toEqual([5, 0, 2, 'b', undefined])
    skip(cursor, 1)
    expect([cursor.column, cursor.at, peek(cursor)]).toEqual([6, 3, undefined])
    skipIndent(cursor)
    expect([cursor.column, cursor.at]).toEqual([6, 3])
  })

  test('of a line that begins later', () =>
    expect(cursorAt('ab\ncd\n', 3, 5)).toEqual({ text: 'ab\ncd\n', at: 3, end: 5, column: 0, spare: 0 }))
})

describe('limits', () => {
  test.each<[keyof Limits, number, string, string]>([
    ['bytes', 524288, 'too-large', 'Expected at most 12,345 bytes: split the document, or raise the limit "bytes"'],
    ['lines', 20000, 'too-large', 'Expected at most 12,345 lines: split the document, or raise the limit "lines"'],
    [
      'nesting',
      32,
      'too-complex',
      'Expected at most 12,345 levels of lists and block quotes in each other: nest less deeply, or raise the limit "nesting"'
    ],
    [
      'markersPerBlock',
      1000,
      'too-complex',
      'Expected at most 12,345 characters of emphasis, code, link or HTML syntax in one paragraph: split the paragraph, or put it into a code block, or raise the limit "markersPerBlock"'
    ],
    [
      'emphasisPerBlock',
      400,
      'too-complex',
      'Expected at most 12,345 characters of emphasis in one paragraph: split the paragraph, or put it into a code block, or raise the limit "emphasisPerBlock"'
    ],
    [
      'linesPerBlock',
      1000,
      'too-complex',
      'Expected at most 12,345 lines in one paragraph: split the paragraph, or put it into a code block, or raise the limit "linesPerBlock"'
    ],
    [
      'containerGroups',
      2000,
      'too-complex',
      'Expected at most 12,345 separate lists and block quotes: split the document, or raise the limit "containerGroups"'
    ],
    [
      'regrouping',
      250,
      'too-complex',
      'Expected at most 12,345 units of work per byte for lists, block quotes and underlined headings that end: split the document, or raise the limit "regrouping"'
    ],
    [
      'definitions',
      1000,
      'too-complex',
      'Expected at most 12,345 link reference definitions: write links in place, or raise the limit "definitions"'
    ],
    [
      'tableCells',
      20000,
      'too-complex',
      'Expected at most 12,345 table cells: split the document, or raise the limit "tableCells"'
    ],
    [
      'frontMatter',
      16384,
      'too-complex',
      'Expected at most 12,345 characters of front matter: move it into the document, or raise the limit "frontMatter"'
    ],
    [
      'frontMatterNesting',
      32,
      'too-complex',
      'Expected at most 12,345 levels of brackets or lists in each other in the front matter: nest less deeply, or raise the limit "frontMatterNesting"'
    ]
  ])('%s', (name, limit, code, message) => {
    expect(defaultLimits[name]).toBe(limit)
    expect(tooMuch(name, 12_345, 6, 7)).toEqual({ line: 6, column: 7, code, message })
    expect(unlimited[name]).toBe(Infinity)
  })
})
