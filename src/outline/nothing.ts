/** Nothing, as it is written: blanks, dashes, comments, markup around nothing. What a holder says is asked here, whether it is Markdown or plain text. */
import { replaceSpans } from './replace-spans.ts'
import type { Span } from './types.ts'

const blank = /&(?:nbsp|#160|#xa0|ensp|emsp|thinsp|zwnj|zwj|shy|#8203|#x200b);/gi
/** Tags that say nothing by themselves. What stands between the signs of others is often to be filled in: `<owner>`. */
const tag =
  /<\/?(?:a|b|br|center|code|details|div|em|font|hr|i|kbd|p|small|span|strong|sub|summary|sup|u|wbr)(?:\s+[\w-]+=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))*\s*\/?>/gi
const emptyLink = /(?<!!)\[\s*\]\([^()\n]*\)/g
const words = /[\p{L}\p{N}\p{Extended_Pictographic}]/u
/** What stands for words that are still to come is told of elsewhere. */
const standIn = /^[?.…]+$/

/** Is there nothing to read in a piece of a line? Dashes alone are nothing. */
export function isNothing(written: string): boolean {
  if (/^[A-Za-z0-9]/.test(written)) return false
  const text = /[&<[]/.test(written)
    ? withoutComments(written).replace(blank, ' ').replace(tag, ' ').replace(emptyLink, ' ')
    : written
  return !words.test(text) && !standIn.test(text.trim())
}

/** Comments of HTML in a text, in order; one that is never closed is none. */
export function* commentsIn(text: string): Iterable<Span> {
  for (let start = text.indexOf('<!--'); start >= 0;) {
    const close = text.indexOf('-->', start + 4)
    if (close < 0) return
    yield { start, end: close + 3 }
    start = text.indexOf('<!--', close + 3)
  }
}

export function withoutComments(text: string): string {
  return replaceSpans(text, commentsIn(text), () => '')
}
