import { describe, expect, test } from 'vitest'
import { firstLineSpan, showLine, splitLines } from '../../src/report/text/frame.ts'
import { textWidth } from '../../src/report/text/width.ts'
import { placeOf } from './sample.ts'
import { spent } from '../spent.ts'

/** The columns of the shown text that the underline covers. */
function underlined(line: string, needle: string, columns = 80): string {
  const start = line.indexOf(needle)
  const { text, mark } = showLine(line, columns, { start, end: start + needle.length })
  let column = 0
  let covered = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (mark && column >= mark.indent && column < mark.indent + mark.length) covered += segment
    column += textWidth(segment)
  }
  return covered
}

describe('the underline', () => {
  test.each([
    ['ascii', 'a plain TARGET here'],
    ['wide characters', '日本語 と TARGET'],
    ['emoji', '🫖👩‍👩‍👧🇩🇪❤️ TARGET'],
    ['combining marks', 'e\u0301e\u0301 TARGET'],
    ['tabs', '\ta\tbc\t TARGET'],
    ['invisible characters', 'a\u200b\u202eb\u0000 TARGET'],
    ['runner commands', '##[error] TARGET'],
    ['fullwidth forms', 'ＡＢＣ TARGET'],
    ['lone surrogates', '\ud800 \udc00 TARGET'],
    ['korean', '한국어 TARGET']
  ])('sits below its text after %s', (_, line) => {
    expect(underlined(line, 'TARGET')).toBe('TARGET')
    expect(underlined(`${line} ${'x '.repeat(200)}`, 'TARGET', 40)).toBe('TARGET')
    expect(underlined(`${'日本 '.repeat(200)}${line} ${'x '.repeat(200)}`, 'TARGET', 60)).toBe('TARGET')
  })

  test('is one column wide where the span is empty', () => {
    expect(showLine('abc', 80, { start: 1, end: 1 }).mark).toEqual({ indent: 1, length: 1 })
    expect(showLine('abc', 80, { start: 3, end: 4 }).mark).toEqual({ indent: 3, length: 1 })
    expect(showLine('', 80, { start: 0, end: 1 }).mark).toEqual({ indent: 0, length: 1 })
  })

  test('covers a wide character by two columns', () => {
    expect(showLine('a語b', 80, { start: 1, end: 2 }).mark).toEqual({ indent: 1, length: 2 })
  })

  test('stays on the first line and off its trailing spaces', () => {
    const text = 'some words   \nand more'
    expect(firstLineSpan(placeOf(text, 'words   \nand'), 'some words   ')).toEqual({ start: 5, end: 10 })
  })
})

describe('long lines', () => {
  test('are cut around the span, with room on both sides', () => {
    const line = `${'a'.repeat(500)}TARGET${'b'.repeat(500)}`
    const { text } = showLine(line, 60, { start: 500, end: 506 })
    expect(text).toMatch(/^…a+TARGETb+…$/)
    expect(textWidth(text)).toBe(60)
  })

  test('show the beginning of a span that is itself too long', () => {
    const { text, mark } = showLine('x'.repeat(500), 40, { start: 100, end: 400 })
    expect(textWidth(text)).toBeLessThanOrEqual(40)
    expect((mark?.indent ?? 99) + (mark?.length ?? 99)).toBeLessThanOrEqual(40)
  })

  test('cost no more than the window', () => {
    const line = '日'.repeat(5_000_000)
    const started = spent()
    for (let index = 0; index < 100; index++) showLine(line, 80, { start: 2_500_000, end: 2_500_001 })
    expect(spent() - started).toBeLessThan(1000)
  })

  test('never split a surrogate pair', () => {
    for (let shift = 0; shift < 4; shift++) {
      const line = `${'x'.repeat(shift)}${'🫖'.repeat(400)}TARGET${'🫖'.repeat(400)}`
      expect(showLine(line, 60, { start: 800 + shift, end: 806 + shift }).text).not.toContain('\\u{')
    }
  })
})

test('lines are those of Markdown, without byte order mark', () => {
  expect(splitLines('\ufeffa\r\nb\rc\nd\u2028e')).toEqual(['a', 'b', 'c', 'd\u2028e'])
})
