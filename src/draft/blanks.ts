/** What a template leaves open in a line: `[Name]`, `{name}`, `<name>`, `YYYY-MM-DD`, `$ARGUMENTS`, `(fill me in)`, a comment. */

import { commentsIn } from '../outline/nothing.ts'

interface Blank {
  /** As written, marks included. */
  text: string
  start: number
  end: number
}

/** Tags of HTML, with nothing but attributes behind their names, what is closed, links, and anchors: no blanks. `<a short title>` is one. */
const elements =
  /^<(?:\/.*|(?:a|abbr|b|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|picture|pre|q|s|small|source|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul|video|wbr)(?:\s+(?:[\w:-]+\s*=[^]*|open|hidden))?\s*\/?|[a-z][a-z0-9+.-]{1,30}:\/?\/?[^\s]*|[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>$/i
/** `## Outcome {#outcome}`: what stands at the end of a line and names an anchor or a class. */
const attribute = /(?<=\S[ \t]{1,4})\{[#.][\w-]+\}(?=[ \t#]*(?:\n|$))/g

/** Brackets but for links, boxes and single capitals; braces; angles; capitals and, behind a sign, number signs that stand for digits; what says that it is to be filled in. */
const blank =
  /\[(?:[^[\]\n]{2,200}|[a-wyz])\](?![([:])|\{[^{}\n]{1,300}\}|(?<![\p{L}\p{N}]{2})<[^<>\n]{1,120}>|\b(?:Y{4}-M{2}-D{2}|y{4}-m{2}-d{2})\b|\b[NX]{3,5}\b|(?<=\b[A-Z]{2,8}-)#{2,6}(?!#)|\$[A-Z][A-Z_]{2,30}\b|\((?:fill|insert|replace|leave this|your )[^()\n]{1,200}\)/gu

/** `[P]`, `[US1]`: what tools read, as it stands. */
const marker = /^\[[A-Z]{1,3}\d{0,3}\??\]$/

/** Code that holds more than one blank: a pattern, which a plan may well keep. */
const code = /`[^`\n]{1,300}`/g

/** `Output "Design complete. Approve? [Y/N]"`: what is to be said is said as it stands, by whoever writes; a plan holds none of it. */
const said =
  /\b(?:answers?|announces?|asks?|displays?|echo|outputs?|prints?|prompts?|repl(?:y|ies)|responds?|says?|shows?|tells?)(?: [\w@]{1,20}){0,2}:? {0,2}(?:"[^"\n]{1,300}"|“[^”\n]{1,300}”)/gi

/** @param text a line, or a title, with its marks; in the order of the text */
export function blanksIn(text: string): Blank[] {
  const comments = [...commentsIn(text)].map(span => ({ text: text.slice(span.start, span.end), ...span }))
  const anchors = anchorsIn(text)
  const closed = closedIn(text)
  const patterns = [...[...text.matchAll(code)].filter(([span]) => !isOne(span.slice(1, -1))), ...saidIn(text)]
  const others = [...text.matchAll(blank)].flatMap(match => {
    const at = match.index
    const isElsewhere =
      comments.some(({ start, end }) => at > start && at < end) ||
      patterns.some(({ index, 0: span }) => at > index && at < index + span.length)
    if (isElsewhere || isTag(match[0], closed) || marker.test(match[0]) || anchors.has(at)) return []
    return [{ text: match[0], start: at, end: at + match[0].length }]
  })
  return [...comments, ...others].sort((a, b) => a.start - b.start)
}

/** What is to be said, where it holds more than a blank. */
function saidIn(text: string): RegExpExecArray[] {
  if (!/["“]/.test(text)) return []
  return [...text.matchAll(said)].filter(([span]) =>
    /\p{L}{2}/u.test(span.slice(span.search(/["“]/)).replace(blank, ''))
  )
}

/** The names of tags that a text closes. */
function closedIn(text: string): ReadonlySet<string> {
  return new Set(text.includes('</') ? [...text.matchAll(/<\/([\w-]{1,40})\s*>/g)].map(([, name]) => name!) : [])
}

function isTag(text: string, closed: ReadonlySet<string>): boolean {
  return elements.test(text) || (closed.size > 0 && closed.has(/^<([\w-]+)/.exec(text)?.[1] ?? ''))
}

function anchorsIn(text: string): ReadonlySet<number> {
  return new Set(text.includes('{') ? [...text.matchAll(attribute)].map(({ index }) => index) : [])
}

/** A title without the anchor that it carries. */
export function withoutAnchor(title: string): string {
  return title.replace(attribute, '').trimEnd()
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

/** Is all of a value in parentheses? Then it says what belongs there: "(name of the main author)". */
export function isParenthesis(value: string): boolean {
  return /^\([^()\n]{2,200}(?:\([^()\n]{0,200}\)[^()\n]{0,200})*\)$/.test(value) && /\p{L}{2}/u.test(value)
}

/** A blank without its marks. */
export function insideOf(text: string): string {
  return text
    .replace(/^(?:<!--|[[{<($])/, '')
    .replace(/(?:-->|[\]}>)])$/, '')
    .trim()
}
