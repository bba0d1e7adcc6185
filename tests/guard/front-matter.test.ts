import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { checkComplexity, defaultLimits } from '../../src/guard/complexity.ts'
import { measureFrontMatter } from '../../src/guard/front-matter.ts'
import { spent } from '../spent.ts'

describe('front matter', () => {
  it.each<[string, string, number | undefined, number | undefined]>([
    ['none', '# Plan\n', undefined, undefined],
    ['unclosed', '---\na: b\n', undefined, undefined],
    ['not at the start', '\n---\na: b\n---\n', undefined, undefined],
    ['four dashes', '----\na\n---\n', undefined, undefined],
    ['empty', '---\n---\nx', 8, 2],
    ['with spaces after the fences', '---  \na: b\n--- \nx', 16, 3],
    ['with CRLF', '---\r\na: b\r\n---\r\nx', 16, 3],
    ['up to the end', '---\na: b\n---', 13, 3]
  ])('%s', (_, text, end, lines) => {
    expect(measureFrontMatter(text)?.end).toBe(end)
    expect(measureFrontMatter(text)?.lines).toBe(lines)
  })

  const size = defaultLimits.frontMatter - 40
  const deepest = defaultLimits.frontMatterNesting
  const fill = (piece: string): string => piece.repeat(Math.floor(size / piece.length))
  const stairs = Array.from({ length: 170 }, (_, n) => `${' '.repeat(n)}a:\n`).join('')

  it.each([
    ['brackets', `${'['.repeat(deepest)}${']'.repeat(deepest)}`],
    ['braces', `${'{a: '.repeat(deepest)}${'}'.repeat(deepest)}`],
    ['open brackets', '['.repeat(deepest)],
    ['compact lists', `${'- '.repeat(deepest)}a`],
    ['questions', `${'? '.repeat(deepest)}a`],
    ['a staircase', stairs],
    ['many keys', fill('a:\n')],
    ['many items', fill('- \n')],
    ['many anchors', fill('- &a b\n')],
    ['many aliases', `a: &a b\nc: [${fill('*a,').slice(0, -30)}]`],
    ['many tags', fill('- !!str a\n')],
    ['quotes', fill("'")],
    ['comments', fill('# a\n')],
    ['bracket pairs', `a: [${fill('[],').slice(0, -30)}]`],
    ['a long word', fill('a')],
    ['spaces', `a: ${fill(' ').slice(0, -30)}b`],
    ['colons', fill('a: ')],
    ['block text', `a: |\n${fill(' b\n').slice(0, -30)}`]
  ])('what passes the guard, the YAML parser takes in bounded time: %s', (_, yaml) => {
    const text = `---\n${yaml}\n---\n`
    expect(checkComplexity(text)).toBeUndefined()
    const start = spent()
    parseDocument(yaml)
    expect(spent() - start).toBeLessThan(2000)
  })
})

it.each<[string, number, object]>([
  ['---\na: [1]\nb: {c: [2]}\nd: [\n---\n', 2, { line: 3, column: 8 }],
  ['---\na: {}\nb: {}\nc: {}\n---\n', 1, { line: 2, column: 4 }],
  ['---\na: [}[}[\n---\n', 1, { line: 2, column: 4 }],
  ['---\n\t-  -  x\n---\n', 2, { line: 2, column: 1 }],
  ['---\n-x\n?y\n---\n', 0, { line: 1, column: 1 }],
  ['---\na - b\n---\n', 0, { line: 1, column: 1 }],
  ['---\na: - b\n---\n', 0, { line: 1, column: 1 }]
])('%j nests %i deep', (text, nesting, deepest) => expect(measureFrontMatter(text)).toMatchObject({ nesting, deepest }))
