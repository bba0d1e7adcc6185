/** What the guard measures of some hundred documents, number by number; `PLANLINT_UPDATE=1` writes the numbers anew: read the difference before you commit it. */
import fs from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { checkComplexity, measureComplexity, type Limits } from '../../src/guard/complexity.ts'
import { unlimited } from '../../src/guard/limits.ts'
import { treeMeasures } from './tree-measures.ts'

const file = 'tests/guard/measures.json'
const updating = process.env['PLANLINT_UPDATE'] === '1'

/** What a line may begin with, and what may come then. */
const starts = [
  '',
  '',
  '',
  '',
  '> ',
  '>',
  '- ',
  '* ',
  '+ ',
  '-  ',
  '-     ',
  '1. ',
  '2) ',
  '10. ',
  '1234567890. ',
  '- - ',
  '> - ',
  '- > ',
  '  ',
  '   ',
  '    ',
  '     ',
  '\t',
  ' \t',
  '-\t',
  '>\t',
  '  - ',
  '      '
]
const leaves = [
  '',
  '',
  '',
  'a',
  'b *c* _d_',
  '[e](f)',
  '![g](h) !i',
  '`j` <k>',
  '\\[ \\` [',
  '# l',
  '#m',
  '###### n',
  '####### o',
  '#',
  '---',
  '***',
  '_ _ _',
  '--',
  '===',
  '=',
  '```',
  '````',
  '```sh',
  '``` `',
  '~~~',
  '~~~ `',
  '~~~~',
  '    p',
  '<div>',
  '<div',
  '</div>',
  '<pre>',
  '</pre> *q*',
  '<!-- r',
  '-->',
  '<?s',
  '?>',
  '<!T',
  '<![CDATA[',
  ']]>',
  '<b>',
  '<b c="d">',
  '<b c',
  '<script>',
  '</script>',
  '|a|b|',
  'a|b',
  '|-|-|',
  '-|-',
  ':-:|-',
  '|c|d|e|',
  'f\\|g',
  '[h]: i',
  '[j]:',
  '-',
  '+',
  '1.',
  '2)',
  '>',
  'u  ',
  '*'
]
const ends = ['\n', '\n', '\n', '\n', '\n', '\r\n', '\r']

const documents = Array.from({ length: 500 }, (_, seed) => documentOf(seed + 1))
const expected: Record<string, string> =
  updating || !fs.existsSync(file) ? {} : (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>)
afterAll(() => {
  if (updating) fs.writeFileSync(file, `${JSON.stringify(expected, null, 1)}\n`)
})

describe('measures', () => {
  test.each(documents)('%j', text => {
    const measures = measureComplexity(text)
    const found = `${nonZero(measures)}; ${firsts(text, measures)}`
    if (updating) expected[text] = found
    else expect(found).toBe(expected[text])
  })
})

describe('lists after indented code nest as the parser has them', () => {
  const before = [
    '    x\n',
    '> ---\n    x\n',
    '>\n    x\n',
    '> # h\n    x\n',
    '> ```\n    x\n',
    '>     y\n    x\n',
    '> # h\n    x\n    y\n',
    '> # h\n    x\n\n',
    '> > # h\n>     x\n> ',
    '- > # h\n      x\n  ',
    '> # h\nx\n',
    '> <div>\nx\n'
  ]
  test.each(before.flatMap(text => [`${text}1.\n     - - - a\n`, `${text}2. - - b\n`]))('%j', text =>
    expect(measureComplexity(text).nesting).toBe(treeMeasures(text).nesting)
  )

  test('and none gets past the limit', () =>
    expect(checkComplexity(`> ---\n    x\n1.\n     ${'- '.repeat(40)}a\n`)?.message).toContain('nesting'))
})

function nonZero(measures: Limits): string {
  return Object.entries(measures)
    .filter(([, value]) => value > 0)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
}

/** Where each measure gets beyond what is one less than it. */
function firsts(text: string, measures: Limits): string {
  return Object.entries(measures)
    .filter(([name, value]) => value > 0 && name !== 'bytes')
    .map(([name, value]) => {
      const found = checkComplexity(text, { ...unlimited, [name]: value - 1 })
      return found ? `${found.line}:${found.column}` : '-'
    })
    .join(' ')
}

/** The same document for the same number, on every machine. */
function documentOf(seed: number): string {
  let state = (seed * 2654435761) >>> 0
  const next = (count: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
  const lines = Array.from(
    { length: 2 + next(7) },
    () => `${starts[next(starts.length)]}${leaves[next(leaves.length)]}${ends[next(ends.length)]}`
  )
  const matter = seed % 25 === 0 ? `---\n${'- '.repeat(next(3))}a: ${'['.repeat(next(4))}b\n---\n` : ''
  return matter + lines.join('')
}
