/** How patterns are taken apart, and every refusal in full. */
import { describe, expect, test } from 'vitest'
import { toStringBounded, walk } from '../../src/guard/deep.ts'
import { measureFrontMatter } from '../../src/guard/front-matter.ts'
import { compilePattern, matchesPattern, maxPatternInput } from '../../src/guard/pattern.ts'
import { parsePattern, PatternError, type Part } from '../../src/guard/pattern-parts.ts'

/** One branch as text: `a{1,1}`, groups in brackets. */
const shown = (branches: Part[][]): string => branches.map(parts => parts.map(part => `${part.branches ? `(${shown(part.branches)})` : part.atoms.join()}{${part.min},${part.max}}`).join(' ')).join(' | ')

describe('parts', () => {
  test.each([
    ['', ''], ['ab', 'a{1,1} b{1,1}'], ['^a$', 'a{1,1}'], ['$^', ''], ['\\ba\\B', 'a{1,1}'], ['a|b', 'a{1,1} | b{1,1}'], ['|', ' | '],
    ['a?b*c+', 'a{0,1} b{0,Infinity} c{1,Infinity}'], ['a??b*?c+?', 'a{0,1} b{0,Infinity} c{1,Infinity}'],
    ['a{2}b{2,}c{2,3}d{12,34}e{2}?', 'a{2,2} b{2,Infinity} c{2,3} d{12,34} e{2,2}'],
    ['(ab|c)+', '(a{1,1} b{1,1} | c{1,1}){1,Infinity}'], ['(?:a)?', '(a{1,1}){0,1}'], ['(?<n_1$>a)', '(a{1,1}){1,1}'], ['((a))', '((a{1,1}){1,1}){1,1}'], ['()', '(){1,1}'],
    ['[ab]c', '[ab]{1,1} c{1,1}'], ['[\\]a]b', '[\\]a]{1,1} b{1,1}'], ['[^\\\\]a', '[^\\\\]{1,1} a{1,1}'],
    ['\\p{Lu}+\\P{L}', '\\p{Lu}{1,Infinity} \\P{L}{1,1}'], ['\\u{1F680}a', '\\u{1F680}{1,1} a{1,1}'], ['\\u{1f680}', '\\u{1f680}{1,1}'], ['\\u00e9a', '\\u00e9{1,1} a{1,1}'], ['\\u00E9', '\\u00E9{1,1}'],
    ['\\x41B', '\\x41{1,1} B{1,1}'], ['\\xaFb', '\\xaF{1,1} b{1,1}'], ['\\cJa', '\\cJ{1,1} a{1,1}'], ['\\d\\.', '\\d{1,1} \\.{1,1}'], ['🚀a', '🚀{1,1} a{1,1}'], ['\\0', '\\0{1,1}']
  ])('%s', (source, parts) => expect(shown(parsePattern(source))).toBe(parts))

  test('a group has the atoms of all that is in it', () => expect(parsePattern('(a(b|[cd])|e)')[0]![0]!.atoms).toEqual(['a', 'b', '[cd]', 'e']))

  test.each([['(?=a)', 'look-around or flags inside of it'], ['(?<=a)', 'look-around or flags inside of it'], ['a\\1', 'a backreference'], ['\\9', 'a backreference'], ['(?<x>a)\\k<x>', 'a backreference']])('%s is refused', (source, message) => {
    expect(() => parsePattern(source)).toThrow(message)
    try {
      parsePattern(source)
    } catch (error) {
      expect(error).toMatchObject({ name: 'PatternError', message })
    }
  })

  test.each(['[\\1]', '\\\\1'])('%s is no backreference', source => expect(() => parsePattern(source)).not.toThrow())
})

describe('refusals', () => {
  const long = (length: number): string => 'x'.repeat(length)
  test.each([
    [long(201), `Unsafe or invalid pattern "${long(59)}…": it is longer than 200 characters`],
    ['(', 'Unsafe or invalid pattern "(": unterminated group'],
    [`(${long(59)}`, `Unsafe or invalid pattern "(${long(59)}": unterminated group`],
    [`(${long(60)}`, `Unsafe or invalid pattern "(${long(58)}…": unterminated group`],
    ['(a)\\1', 'Unsafe or invalid pattern "(a)\\1": it has a backreference'],
    ['(?=a)b', 'Unsafe or invalid pattern "(?=a)b": it has look-around or flags inside of it'],
    ['a{101}', 'Unsafe or invalid pattern "a{101}": it repeats more than 100 times'],
    ['a{101,}', 'Unsafe or invalid pattern "a{101,}": it repeats more than 100 times'],
    ['a{0,101}', 'Unsafe or invalid pattern "a{0,101}": it repeats more than 100 times'],
    ['(?:(?:a|b)+c)', 'Unsafe or invalid pattern "(?:(?:a|b)+c)": it repeats alternatives: write a character class, or repeat one form'],
    ['(?:a{101})', 'Unsafe or invalid pattern "(?:a{101})": it repeats more than 100 times'],
    ['(?:(?:a|b)c)+', 'Unsafe or invalid pattern "(?:(?:a|b)c)+": it has a quantifier inside of a repeated group'],
    ['(?:(?:ab?)c)+', 'Unsafe or invalid pattern "(?:(?:ab?)c)+": it has a quantifier inside of a repeated group'],
    ['(?:a|b)'.repeat(9), `Unsafe or invalid pattern "${'(?:a|b)'.repeat(9).slice(0, 59)}…": it has too many combinations of alternatives`],
    ['(?:ab)?'.repeat(9), `Unsafe or invalid pattern "${'(?:ab)?'.repeat(9).slice(0, 59)}…": it has too many combinations of alternatives`],
    [`${'(?:a|b)'.repeat(8)}|c`, `Unsafe or invalid pattern "${'(?:a|b)'.repeat(8)}|c": it has too many combinations of alternatives`],
    ['a*a+', 'Unsafe or invalid pattern "a*a+": "a*" and "a+" can match the same characters'],
    ['a?a{0,3}', 'Unsafe or invalid pattern "a?a{0,3}": "a?" and "a{0,3}" can match the same characters'],
    ['a{2,}a{2,5}', 'Unsafe or invalid pattern "a{2,}a{2,5}": "a{2,}" and "a{2,5}" can match the same characters'],
    ['(?:ab)*a*', 'Unsafe or invalid pattern "(?:ab)*a*": "(ab)*" and "a*" can match the same characters'],
    ['a*(?:b)?a*', 'Unsafe or invalid pattern "a*(?:b)?a*": "a*" and "a*" can match the same characters'],
    ['a*(?:ba*)?', 'fine'], ['a*ba*', 'fine'], ['a*b?a*', 'Unsafe or invalid pattern "a*b?a*": "a*" and "a*" can match the same characters'],
    ['a*[ab]a*', 'Unsafe or invalid pattern "a*[ab]a*": "a*" and "a*" can match the same characters'], ['a*b*c*', 'fine'], ['a*(?:b|c)d*', 'fine'],
    ['K*\\u212a*', 'Unsafe or invalid pattern "K*\\u212a*": "K*" and "\\u212a*" can match the same characters'],
    ['ж*Ж*', 'Unsafe or invalid pattern "ж*Ж*": "ж*" and "Ж*" can match the same characters'],
    ['[а-я]*[б-д]*', 'Unsafe or invalid pattern "[а-я]*[б-д]*": "[а-я]*" and "[б-д]*" can match the same characters'],
    ['\\p{L}*\\p{Lu}*', 'Unsafe or invalid pattern "\\p{L}*\\p{Lu}*": "\\p{L}*" and "\\p{Lu}*" can match the same characters'],
    ['a*\\p{Sc}*', 'fine'], ['[♔-♟]*a*', 'fine'],
    ['✓*[^a]*', 'Unsafe or invalid pattern "✓*[^a]*": "✓*" and "[^a]*" can match the same characters']
  ])('%s', (source, message) => {
    let said = 'fine'
    try {
      compilePattern(source)
    } catch (error) {
      expect(error).toBeInstanceOf(PatternError)
      said = (error as Error).message
    }
    expect(said).toBe(message)
  })

  test.each([long(200), 'a{100}', 'a{100,}', 'a{0,100}', '(?:a|b)'.repeat(8), '(?:ab|c)', '(?:a)+', '(?:ab)+c', '(?:(?:a)b)+', '(?:(?:a)(?:b))*c'])('%s is taken', source => expect(compilePattern(source).flags).toBe('iu'))

  test('a long text is looked at in part', () => {
    const pattern = compilePattern('b$')
    expect(matchesPattern(pattern, `${'a'.repeat(maxPatternInput - 1)}b`)).toBe(true)
    expect(matchesPattern(pattern, `${'a'.repeat(maxPatternInput - 1)}bc`)).toBe(true)
    expect(matchesPattern(pattern, `${'a'.repeat(maxPatternInput)}b`)).toBe(false)
  })
})

describe('text of trees', () => {
  const paragraph = (...values: string[]) => ({ type: 'paragraph', children: values.map(value => ({ type: 'text', value })) })

  test.each([[0, ''], [1, 'a'], [2, 'ab'], [3, 'abc'], [4, 'abc'], [5, 'abc😀'], [6, 'abc😀d'], [7, 'abc😀d'], [Infinity, 'abc😀d']])('cut at %d', (limit, text) => expect(toStringBounded(paragraph('ab', 'c😀', 'd'), limit)).toBe(text))

  test.each([['\ud7ff', '\ud7ff'], ['\ud800', ''], ['\udbff', ''], ['\udc00', '\udc00'], ['\ue000', '\ue000']])('a cut before %j', (half, kept) => expect(toStringBounded({ type: 'text', value: `${half}x` }, 1)).toBe(kept))

  test('stops reading at the limit, and does not read below what has a text', () => {
    let read = 0
    const counting = { type: 'text', get value() { read++; return 'ab' } }
    expect(toStringBounded({ type: 'root', children: [counting, counting, counting] }, 4)).toBe('abab')
    expect(read).toBe(2)
    expect(toStringBounded({ type: 'a', value: 'x', children: [{ type: 'text', value: 'y' }] })).toBe('x')
  })

  test('a node without children, or with a hole among them', () => {
    const seen: string[] = []
    walk({ type: 'root', children: [{ type: 'a', children: [] }, { type: 'b' }] }, node => void seen.push(node.type), node => void seen.push(`/${node.type}`))
    expect(seen).toEqual(['root', 'a', '/a', 'b', '/b', '/root'])
  })
})

test.each([
  ['---\na: [1]\nb: {c: [2]}\nd: [\n---\n', 2, { line: 3, column: 8 }], ['---\na: {}\nb: {}\nc: {}\n---\n', 1, { line: 2, column: 4 }], ['---\na: [}[}[\n---\n', 1, { line: 2, column: 4 }],
  ['---\n\t-  -  x\n---\n', 2, { line: 2, column: 1 }], ['---\n-x\n?y\n---\n', 0, { line: 1, column: 1 }], ['---\na - b\n---\n', 0, { line: 1, column: 1 }], ['---\na: - b\n---\n', 0, { line: 1, column: 1 }]
])('%j nests %i deep', (text, nesting, deepest) => expect(measureFrontMatter(text)).toMatchObject({ nesting, deepest }))
