import { describe, expect, test } from 'vitest'
import { clean, cleanLines, cleanPath, disarm, shorten } from '../../src/report/text/clean.ts'
import { escapeMarkdown } from '../../src/report/text/escape-markdown.ts'
import { hash } from '../../src/util/hash.ts'
import { jsonText } from '../../src/report/text/json-text.ts'
import { createLocator } from '../../src/report/text/locate.ts'
import { isWebAddress, pathUri } from '../../src/report/text/uri.ts'
import { textWidth } from '../../src/report/text/width.ts'
import { wrap } from '../../src/report/text/wrap.ts'

describe('clean', () => {
  test.each([
    ['a\nb', 'a\\u{a}b'],
    ['\u001b[31m', '\\u{1b}[31m'],
    ['\u009b31m', '\\u{9b}31m'],
    ['x\u202ey', 'x\\u{202e}y'],
    ['a\u200bb', 'a\\u{200b}b'],
    ['\ufeff', '\\u{feff}'],
    ['\ud800', '\\u{d800}'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\uffff', '\\u{ffff}'],
    ['##[error]x', '#\\u{23}[error]x'],
    ['##vso[x]', '#\\u{23}vso[x]'],
    ['a\u200db', 'a\\u{200d}b']
  ])('%j becomes %j', (text, expected) => {
    expect(clean(text)).toBe(expected)
  })

  test.each(['tab\there', 'Grüße, 日本語, עברית', '👩‍👩‍👧', '❤️‍🔥', '👩🏽‍💻', '🇩🇪', '## [link]', '# heading', 'e\u0301'])(
    'leaves %j alone',
    text => {
      expect(clean(text)).toBe(text)
    }
  )

  test('lines', () => {
    expect(cleanLines('a\r\nb\u0007\nc')).toEqual(['a', 'b\\u{7}', 'c'])
    expect(disarm('  ::error::x')).toBe('  \\u{3a}:error::x')
    expect(disarm('std::vector')).toBe('std::vector')
  })

  test('shorten', () => {
    expect(shorten('abcd', 4)).toBe('abcd')
    expect(shorten('abcde', 4)).toBe('abc…')
    expect(shorten('ab🫖cd', 4)).toBe('ab…')
  })

  test('paths keep naming their file', () => {
    expect(cleanPath('::error::x.md')).toBe('./::error::x.md')
    expect(cleanPath('docs/a::b.md')).toBe('docs/a::b.md')
    expect(cleanPath('')).toBe('(unnamed)')
  })
})

test.each([
  ['abc', 3],
  ['日本', 4],
  ['e\u0301', 1],
  ['🫖', 2],
  ['👩‍👩‍👧', 2],
  ['🇩🇪', 2],
  ['❤️', 2],
  ['❤', 1],
  ['ＡＢ', 4],
  ['한국', 4],
  ['ｱ', 1],
  ['│', 1],
  ['…', 1],
  ['', 0],
  ['1️⃣', 2]
])('%j is %i columns wide', (text, columns) => {
  expect(textWidth(text)).toBe(columns)
})

test('wrap breaks at spaces only', () => {
  expect(wrap('aaa bbb ccc', 7)).toEqual(['aaa bbb', 'ccc'])
  expect(wrap('日本 語語', 5)).toEqual(['日本', '語語'])
  expect(wrap('abcdefghij k', 4)).toEqual(['abcdefghij', 'k'])
  expect(wrap('', 4)).toEqual([''])
})

test.each([
  ['docs/a b.md', 'docs/a%20b.md'],
  ['a:b/c?d#e%f', 'a%3Ab/c%3Fd%23e%25f'],
  ['日本.md', '%E6%97%A5%E6%9C%AC.md'],
  ['../x.md', '../x.md'],
  ['/abs/p.md', 'file:///abs/p.md'],
  ['C:/abs/p.md', 'file:///C:/abs/p.md'],
  ['a\\b\n\ud800', 'a%5Cb%0A%EF%BF%BD']
])('path %j is the URI %s', (path, uri) => {
  expect(pathUri(path)).toBe(uri)
})

test('web addresses', () => {
  expect(['https://example.com', 'http://a.b:80/c?d=e#f', 'https://example.com/rules/a-b.md'].every(isWebAddress)).toBe(
    true
  )
  expect(
    ['', 'javascript:alert(1)', 'https://a b', 'https://a/<x>', 'https://a/)', 'https://a/\n', 'ftp://a'].some(
      isWebAddress
    )
  ).toBe(false)
})

test('JSON text is safe to print and reads back the same', () => {
  const value = { text: '\u202e\u007f\u009b\u2028\ufeff\u{e0041}\ud800##[error] ##vso[x] 日本 👩‍👧\n' }
  const text = jsonText(value)
  expect(JSON.parse(text)).toEqual(value)
  expect(text).not.toMatch(/[\u007f-\u009f\u202e\u2028\ufeff]|##[a-z]*\[/)
  expect(text).toContain('日本')
})

test('Markdown text says the same without acting', () => {
  expect(escapeMarkdown('a|b <i> @you #1')).toBe('a&#124;b &#60;i&#62; &#64;&#8203;you &#35;&#8203;1')
  expect(escapeMarkdown('docs/plan-1.md (new)')).toBe('docs/plan-1.md (new)')
})

test('offsets become lines and columns', () => {
  const locate = createLocator('\ufeffab\r\nc\rd\n')
  expect([0, 2, 4, 5, 6, 8].map(locate)).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 3 },
    { line: 2, column: 1 },
    { line: 2, column: 2 },
    { line: 3, column: 1 },
    { line: 4, column: 1 }
  ])
})

test('hashes spread', () => {
  const hashes = Array.from({ length: 20_000 }, (_, index) => hash(`plan ${index}`))
  expect(new Set(hashes).size).toBe(hashes.length)
  expect(hashes.every(text => /^[\da-f]{28}$/.test(text))).toBe(true)
})
