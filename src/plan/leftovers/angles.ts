/** Fields in angle brackets that nobody filled in: `<brief description>`, `<YYYY-MM-DD>`. To Markdown many of them are tags of HTML, which no text holds. */
import { lineEnd } from '../../outline/lines.ts'
import { coverOf } from '../../outline/cover.ts'
import { spanOf } from '../../outline/nodes.ts'
import { trimChars } from '../../outline/text.ts'
import { commentsIn } from '../../outline/nothing.ts'
import type { Span } from '../../outline/types.ts'
import type { Plan } from '../bind-types.ts'
import { asksInAngles, isAngledField } from './placeholder-value.ts'

/** `Map<String, Person>` is a type: before a field stands no word. */
const angle = /(?<![\p{L}\p{N}_>)\]])<(?=\p{L})[^<>\r\n]{3,90}>/gu
/** A name of a few words behind which its value stands. */
const names =
  /^(?:[\p{L}\p{N}][\p{L}\p{N}'’/-]*[ *_]{1,4}){0,4}[\p{L}\p{N}'’/-]+[*_ ]{0,3}[:：→–—]\s{0,3}[*_]{0,3}$|^`[^`\n]{1,60}`\s{0,2}[:：→–—-]\s$/u
/** It is said what a text looks like. */
const forms =
  /\b(?:format|pattern|message|error|says?|prints?|output|syntax|usage|example|named?|names|called|like|as|logs?|path|url)\b/i
const closes = /^[*_.;,)\s]{0,6}(?:$|\|)/

/** What stands in angle brackets where a value belongs, or says itself that it is to be filled in; no tags of HTML or of the format's own, no types, no code. */
export function angledFields(plan: Plan): Span[] {
  const { source, nodes } = plan.outline
  if (!source.includes('<')) return []
  const found = [...source.matchAll(angle)].flatMap(match => {
    const span = { start: match.index, end: match.index + match[0].length }
    return isLeft(match[0], span, source) ? [span] : []
  })
  if (found.length === 0) return []
  const comments = nodes.html.flatMap(node => {
    const { start, end } = spanOf(node)
    return [...commentsIn(source.slice(start, end))].map(each => ({ start: start + each.start, end: start + each.end }))
  })
  const code = [...nodes.fences, ...nodes.inlineCode, ...nodes.links, ...(nodes.yaml ? [nodes.yaml] : [])].map(spanOf)
  const isOther = coverOf([...code, ...comments])
  return found.filter(({ start }) => !isOther(start + 1))
}

function isLeft(text: string, { start, end }: Span, source: string): boolean {
  const before = lineBefore(source, start)
  const after = source.slice(end, Math.min(lineEnd(source, end), end + 20))
  if (/["“'‘`]$/.test(before) || !isAngledField(text)) return false
  return (closes.test(after) && isValuePlace(before)) || asksInAngles(text)
}

function isValuePlace(before: string): boolean {
  const head = headOf(before)
  return head === '' || (names.test(head) && !forms.test(head))
}

/** A line without what opens it: marks of quotations, items, boxes and headings. */
function headOf(before: string): string {
  const item = trimChars(before, ' \t>', '').replace(/^(?:[-*+]|\d{1,3}[.)])[ \t]/, '')
  return trimChars(trimChars(item, ' \t', '').replace(/^\[[ xX]\]/, ''), '#*_ \t', '')
}

/** What stands before an offset on its line, of a row in its cell; of long lines the end of it. */
function lineBefore(source: string, at: number): string {
  const near = source.slice(Math.max(0, at - 120), at)
  const line = near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1)
  return line.slice(line.lastIndexOf('|') + 1)
}
