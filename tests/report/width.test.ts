import { expect, test } from 'vitest'
import { graphemes, textWidth } from '../../src/report/text/width.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

test('what needs no segmenter is split as by one, and takes a column each', () => {
  const wrong: string[] = []
  for (let code = 0x20; code < 0x2ff0; code++) {
    const text = `a${String.fromCharCode(code)}b${String.fromCharCode(code)}`
    const parts = Array.from(segmenter.segment(text), part => part.segment)
    if (JSON.stringify(graphemes(text)) !== JSON.stringify(parts)) wrong.push(`split: ${code.toString(16)}`)
    const isSpecial =
      /[\p{M}\p{C}\p{Emoji_Presentation}]|[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u2fff]/u.test(
        text
      )
    const joins = parts.length < 4
    if (!isSpecial && !joins && textWidth(text) !== 4) wrong.push(`width: ${code.toString(16)}`)
    if (isSpecial && textWidth(text) === 4 && /[\p{Mn}\p{Cf}\p{Cc}\p{Emoji_Presentation}]/u.test(text))
      wrong.push(`no width of its own: ${code.toString(16)}`)
  }
  expect(wrong).toEqual([])
})

test('arrows and lines that a selector makes emoji are wide', () => {
  expect([textWidth('↔'), textWidth('\u25b6'), textWidth('\u25b6\ufe0f'), textWidth('–…’é')]).toEqual([1, 1, 2, 4])
})
