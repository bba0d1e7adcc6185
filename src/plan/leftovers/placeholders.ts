import type { Heading, Node, Paragraph, Table, TableCell } from 'mdast'
import { onceEach } from '../../util/once.ts'
import type { Place } from '../../types.ts'
import type { Plan } from '../bind-types.ts'
import { coverOf, firstAt, firstFrom } from '../../outline/cover.ts'
import { isParent, placeOf, spanOf, startOf, textOf } from '../../outline/nodes.ts'
import { abbreviationsOf } from './abbreviations.ts'
import { readCode } from './placeholder-code.ts'
import { mayStandIn, standsIn } from './placeholder-value.ts'
import { isQuoted } from './quoted.ts'
import { samplesLeft } from './samples.ts'
import type { Leftover, Template } from './template.ts'
import {
  bracket,
  isEllipsis,
  isKnownBracket,
  isRow,
  isSentence,
  mayStartWhole,
  startsOf,
  templateOf
} from './template.ts'
import { readOrdinal } from '../../outline/ordinal.ts'
import type { Span } from '../../outline/types.ts'

export { sentenceHash } from './template.ts'
export type { Leftover } from './template.ts'

/** Does template text start inside a span? */
export function hasLeftover({ start, end }: Span, plan: Plan): boolean {
  const leftovers = leftoversOf(plan)
  const next = leftovers[firstFrom(leftovers.length, i => leftovers[i]!.place.start.offset >= start)]
  return next !== undefined && next.place.start.offset < end
}

/** All leftovers in document order: exact ones of the profile's template first, then general words; code, links, boxes and negations are none. */
export const leftoversOf: (plan: Plan) => readonly Leftover[] = onceEach(read)

function read(plan: Plan): Leftover[] {
  const template = templateOf(plan.profile)
  const { nodes, source } = plan.outline
  const starts = startsOf(source, template)
  const found: Leftover[] = []
  const rows: Leftover[] = []
  for (const heading of nodes.headings) readBlock(heading, plan, template, starts, found)
  for (const paragraph of nodes.paragraphs) readBlock(paragraph, plan, template, starts, found)
  for (const table of nodes.tables) {
    const statuses = statusColumns(table)
    for (const [index, row] of table.children.entries()) {
      for (const [column, cell] of row.children.entries())
        if (!statuses.includes(column) || !isStatus(textOf(cell))) readBlock(cell, plan, template, starts, found)
      const first = row.children[0]
      if (index > 0 && first && isRow(textOf(first), template))
        rows.push({ kind: 'row', text: textOf(first), place: placeOf(row) })
    }
  }
  readCode(plan, template, found)
  readValues(plan, found)
  for (const span of samplesLeft(plan)) {
    const place = plan.outline.lines.placeOf(span)
    if (!found.some(other => isInside(place, other.place)))
      found.push({ kind: 'leftover', text: source.slice(span.start, span.end), place })
  }
  return [...rows, ...found.filter(each => !rows.some(row => isInside(each.place, row.place)))].sort(
    (a, b) => a.place.start.offset - b.place.start.offset
  )
}

type Block = Heading | Paragraph | TableCell

/** Columns in which TODO is how far something is. */
function statusColumns({ children: [head] }: Table): number[] {
  return (head?.children ?? []).flatMap((cell, i) => (isStatusTitle.test(textOf(cell)) ? [i] : []))
}

const isStatusTitle = /^\W*(?:status|state|progress|done)\W*$/i
const isStatus = (text: string): boolean => /^\W*to-?do\W*$/i.test(text)

/** What is left in an example row goes with the row. */
function isInside(inner: Place, outer: Place): boolean {
  return inner.start.offset >= outer.start.offset && inner.end.offset <= outer.end.offset
}

/** Reads a paragraph, a heading or a cell: what holds running text. Most of them can't hold anything that is left, and are done with at once. */
function readBlock(block: Block, plan: Plan, template: Template, starts: readonly number[], found: Leftover[]): void {
  const isMarked = holdsAny(starts, block)
  if (
    (!isMarked && !mayBeWhole(block, plan.outline.source, template)) ||
    (block.type === 'paragraph' && isQuoted(block, plan))
  )
    return
  const whole = wholeBlock(block, template)
  if (whole) {
    found.push(whole)
    return
  }
  const before = found.length
  addInstructions(block, template, found)
  if (isMarked) {
    addAcrossMarkup(block, plan, template, found)
    for (const node of leaves(block)) addFromText(node, block, plan, template, found)
  }
  if (found.length === before) addStandIn(block, plan, found)
}

/** A cell, a paragraph or a title that is nothing but a stand-in for what belongs there. */
function addStandIn(block: Block, plan: Plan, found: Leftover[]): void {
  const [first] = block.children
  const last = block.children.at(-1)
  if (!first || !last) return
  const span = { start: startOf(first), end: spanOf(last).end }
  const text = textOf(block).trim() || plan.outline.source.slice(span.start, Math.min(span.end, span.start + 80))
  const said = block.type === 'heading' ? (readOrdinal(text)?.rest ?? text) : text
  const isCode = last.type === 'inlineCode' && last.value === said
  if (block.type === 'heading' && /^to-?do/i.test(said) && isStatusOf(block)) return
  if (!isStandIn(said, plan, isCode)) return
  // That a whole section is put off is told of as such.
  if (
    plan.allSections.some(
      ({ negative, span: { start, end } }) => negative?.kind === 'later' && span.start > start && span.start < end
    )
  )
    return
  found.push({ kind: 'word', text: said, place: plan.outline.lines.placeOf(span) })
}

function isStandIn(text: string, plan: Plan, isCode: boolean): boolean {
  return standsIn(text, isCode) && !abbreviationsOf(plan).has(/[A-Za-z]+/.exec(text)?.[0].toUpperCase() ?? '')
}

/** Values behind labels: "**Owner**: tbd". */
function readValues(plan: Plan, found: Leftover[]): void {
  const { parts, source, lines } = plan.outline
  for (const part of parts) {
    const { value } = part
    if (!value || part.form === 'row' || value.text.length > 100 || !mayStandIn(source, value.start)) continue
    const code = /^`[^`]+`$/.test(value.text)
    if (
      /\b(?:format|pattern|example|syntax)\b/.test(part.key) ||
      !isStandIn(value.text.replace(/[*`]/g, ''), plan, code)
    )
      continue
    const place = lines.placeOf(value)
    if (!found.some(other => isInside(other.place, place))) found.push({ kind: 'word', text: value.text, place })
  }
}

function holdsAny(starts: readonly number[], block: Node): boolean {
  if (starts.length === 0) return false
  const { start, end } = spanOf(block)
  const next = starts[firstAt(starts, start)]
  return next !== undefined && next < end
}

/** By its first word: may a block be nothing but a leftover? */
function mayBeWhole(block: Block, source: string, template: Template): boolean {
  const start = startOf(block)
  return (
    template.sentences.size > 0 ||
    mayStartWhole(source, start, template) ||
    // Of a title its last word may be.
    block.type === 'heading' ||
    mayStandIn(source, start)
  )
}

/** A block that is nothing but a leftover: "...", an instruction sentence. */
function wholeBlock(block: Block, template: Template): Leftover | undefined {
  const text = textOf(block).trim()
  if (isEllipsis(text)) return { kind: 'leftover', text, place: placeOf(block) }
  if (block.type === 'paragraph' && isRow(text, template)) return { kind: 'row', text, place: placeOf(block) }
  if (text.length >= 12 && isSentence(text, template)) return { kind: 'sentence', text, place: placeOf(block) }
  return undefined
}

/** Instructions set in italics beside other text. */
function addInstructions(block: Block, template: Template, found: Leftover[]): void {
  for (const child of block.children) {
    if (child.type !== 'emphasis') continue
    const text = textOf(child)
    if (text.length >= 25 && isSentence(text, template)) found.push({ kind: 'sentence', text, place: placeOf(child) })
  }
}

/** Brackets of the template that hold code: "[Where do files go? `src/`?]". */
function addAcrossMarkup(block: Node, plan: Plan, template: Template, found: Leftover[]): void {
  const span = spanOf(block)
  const source = plan.outline.source.slice(span.start, span.end)
  for (const match of source.matchAll(bracket)) {
    if (!match[1]!.includes('`') || !(isKnownBracket(match[1]!, template) || /\be\.g\.,? /.test(match[1]!))) continue
    found.push({
      kind: 'leftover',
      text: match[0],
      place: plan.outline.lines.placeOf({
        start: span.start + match.index,
        end: span.start + match.index + match[0].length
      })
    })
  }
}

/** Text nodes of a block; code is none of them, and what a link says is the link's business. */
function leaves(block: Node): Node[] {
  const out: Node[] = []
  const stack: Node[] = [block]
  while (stack.length > 0) {
    const node = stack.pop()!
    if (node.type === 'text') out.push(node)
    if (node.type === 'link' || node.type === 'linkReference') continue
    if (isParent(node)) for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]! as Node)
  }
  return out
}

/** "TODO.md" is a file. */
const word =
  /(?<![\p{L}\p{N}_-])(?:TBD|TBC|TODO|FIXME|XXX|\?{3,9}|(?<=[:→=(–—] ?\*{0,2})tb[dac](?=[\s\p{P}]|$)|(?<=(?:[|]|\b(?:on|by|until|since|from|before|after|due|dated|as of|updated|created))[ :*]{0,4})YYYY-MM-DD(?! ?(?:format|form\b|style|dates?\b|strings?|[-.\w])))(?![\p{L}\p{N}_-])(?!\.[a-z]{1,5}\b)/gu
const negatingWord =
  /(?:^|[^\p{L}])(?:no|not|without|any|removes?|removed|removing|contains?|zero|never|avoid|replaces?|replaced|resolves?|resolved|all|the|each|every|existing|old|stale|grep|of|or|and|left|mark|marked|a|an|via|as)$/iu
const quoted = /["'“‘`/[]$/
const negation = /\b(?:no|without)\b/i
const nounAfter =
  /^(?:\/|["'”’`)]|\s+(?:comments?|lists?|apps?|items?|markers?|tags?|entry|entries|notes?|left|remain|placeholders?|sections?|file|board|tracker|in the code|or|and)\b)/i

function addFromText(node: Node, block: Block, plan: Plan, template: Template, found: Leftover[]): void {
  const span = spanOf(node)
  const source = plan.outline.source.slice(span.start, span.end)
  const at = (start: number, length: number): Place =>
    plan.outline.lines.placeOf({ start: span.start + start, end: span.start + start + length })
  const own: Leftover[] = []
  const isStruck = struckIn(source)
  for (const match of source.matchAll(bracket)) {
    // "No [NEEDS CLARIFICATION] is left."
    const isSpokenOf =
      /^NEEDS? /.test(match[1]!) && isMentioned(source.slice(Math.max(0, match.index - 60), match.index))
    if (isTemplateBracket(match[1]!, template) && !isSpokenOf && !isStruck(match.index))
      own.push({ kind: 'leftover', text: match[0], place: at(match.index, match[0].length) })
  }
  for (const match of source.matchAll(word)) {
    if (
      own.some(
        leftover =>
          leftover.place.start.offset <= span.start + match.index &&
          leftover.place.end.offset > span.start + match.index
      )
    )
      continue
    const before = source.slice(Math.max(0, match.index - 60), match.index)
    const end = match.index + match[0].length
    if (
      isMentioned(before) ||
      nounAfter.test(source.slice(end, end + 40)) ||
      isStruck(match.index) ||
      (match[0] === 'TODO' && block.type === 'heading' && isStatusOf(block)) ||
      abbreviationsOf(plan).has(match[0])
    )
      continue
    own.push({ kind: 'word', text: match[0], place: at(match.index, match[0].length) })
  }
  for (const phrase of template.phrases) {
    for (let i = source.indexOf(phrase); i >= 0; i = source.indexOf(phrase, i + phrase.length)) {
      if (!/[\w-]/.test(source[i + phrase.length] ?? ''))
        own.push({ kind: 'leftover', text: phrase, place: at(i, phrase.length) })
    }
  }
  found.push(...own)
}

/** `~~TBD~~ decided`: struck through, and over. */
function struckIn(source: string): (offset: number) => boolean {
  const spans: Span[] = []
  for (let start = source.indexOf('~~'); start >= 0;) {
    const end = source.indexOf('~~', start + 2)
    if (end < 0) break
    spans.push({ start, end })
    start = source.indexOf('~~', end + 2)
  }
  return coverOf(spans)
}

/** "### Step 2: Write it (TODO)": the word says how far the step is. */
function isStatusOf(heading: Heading): boolean {
  const text = textOf(heading)
  const rest = (readOrdinal(text)?.rest ?? text).replace(/to-?do/i, '')
  return (rest.match(/\p{L}/gu)?.length ?? 0) >= 3
}

/** Is the word only spoken of: "no TBD left", `"TODO" comments`, "remove the TODO"? */
function isMentioned(before: string): boolean {
  const near = before.trimEnd()
  const clause = near.slice(
    Math.max(near.length - 30, near.lastIndexOf('.') + 1, near.lastIndexOf(';') + 1, near.lastIndexOf('\n') + 1)
  )
  return quoted.test(near) || negatingWord.test(near) || negation.test(clause)
}

/** A bracket of the template, one that says TODO, or one that still asks its question. */
function isTemplateBracket(inner: string, template: Template): boolean {
  const text = inner.trim()
  if (/^[xX~-]$/.test(text) || /^\^/.test(text)) return false
  return (
    isKnownBracket(text, template) ||
    /^(?:TODO|TBD|TBC|FIXME|NEEDS? CLARIFICATION(?!:)|NEEDS? DECISION|PLACEHOLDER|FILL IN|INSERT|CLARIFY)\b/.test(
      text
    ) ||
    isEllipsis(text) ||
    /\be\.g\.,? /.test(text)
  )
}
