/** What a template leaves open in a line: `[Name]`, `{name}`, `<name>`, `YYYY-MM-DD`, `$ARGUMENTS`, `(fill me in)`, a comment. */

import { commentsIn } from '../outline/nothing.ts'

export interface Blank {
  /** As written, marks included. */
  text: string
  start: number
  end: number
}

/** The marks of HTML and of lines that tools read: no blanks. */
const elements =
  /^<\/?(?:a|abbr|b|br|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|kbd|li|ol|p|pre|q|s|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)\b/i

/** Brackets but for links, boxes and single letters; braces; angles; capitals that stand for digits; what says that it is to be filled in. */
const blank =
  /\[[^[\]\n]{2,200}\](?![([:])|\{[^{}\n]{1,300}\}|<[^<>\n]{1,120}>|\bY{4}-M{2}-D{2}\b|\b[NX]{3,5}\b|\$[A-Z][A-Z_]{2,30}\b|\((?:fill|insert|replace|leave this|your )[^()\n]{1,200}\)/g

/** `[P]`, `[US1]`: what tools read, as it stands. */
const marker = /^\[[A-Z]{1,3}\d{0,3}\??\]$/

/** Code that holds more than one blank: a pattern, which a plan may well keep. */
const code = /`[^`\n]{1,300}`/g

/** @param text a line, or a title, with its marks; in the order of the text */
export function blanksIn(text: string): Blank[] {
  const comments = [...commentsIn(text)].map(span => ({ text: text.slice(span.start, span.end), ...span }))
  const patterns = [...text.matchAll(code)].filter(([span]) => !isOne(span.slice(1, -1)))
  const others = [...text.matchAll(blank)].flatMap(match => {
    const at = match.index
    const isElsewhere =
      comments.some(({ start, end }) => at > start && at < end) ||
      patterns.some(({ index, 0: span }) => at > index && at < index + span.length)
    if (isElsewhere || elements.test(match[0]) || marker.test(match[0])) return []
    return [{ text: match[0], start: at, end: at + match[0].length }]
  })
  return [...comments, ...others].sort((a, b) => a.start - b.start)
}

/** Blanks of patterns, which a plan keeps where it explains how it is written: `[ID] [Story] Description`. */
export function notationIn(source: string): ReadonlySet<string> {
  const spans = [...source.matchAll(code)].map(([span]) => span.slice(1, -1)).filter(span => !isOne(span))
  return new Set(spans.flatMap(span => [...span.matchAll(blank)].map(([text]) => text)))
}

function isOne(span: string): boolean {
  return [...span.matchAll(blank)].length <= 1
}

/** What is left of a text without its blanks. */
export function withoutBlanks(text: string): string {
  let rest = ''
  let at = 0
  for (const { start, end } of blanksIn(text)) {
    rest += text.slice(at, start)
    at = end
  }
  return rest + text.slice(at)
}

/** Is there nothing in a text but blanks, and dots? */
export function isBlankToFill(text: string): boolean {
  const rest = withoutBlanks(text)
  return rest.length < text.length && !/[\p{L}\p{N}]/u.test(rest)
}

/** A blank without its marks. */
export function insideOf(text: string): string {
  return text
    .replace(/^(?:<!--|[[{<($])/, '')
    .replace(/(?:-->|[\]}>)])$/, '')
    .trim()
}
