import type { Node, Table } from 'mdast'
import { onceEach } from '../../util/once.ts'
import { openingDemand } from '../../profiles/holders.ts'
import type { Place } from '../../types.ts'
import type { Plan } from '../bind-types.ts'
import { allKeysOf } from '../fields.ts'
import type { Clarification } from '../clarifications.ts'
import { clarificationsOf } from '../clarifications.ts'
import { firstAt, firstFrom } from '../../outline/cover.ts'
import { placeOf, spanOf, startOf, textOf } from '../../outline/nodes.ts'
import { angledFields } from './angles.ts'
import { abbreviationsOf } from './abbreviations.ts'
import { readCode } from './placeholder-code.ts'
import type { Block } from './placeholder-text.ts'
import { addFromBlock, addFromTags, isStatusOf } from './placeholder-text.ts'
import { withoutNamed } from './named.ts'
import { mayStandBehind, mayStandIn, standsIn } from './placeholder-value.ts'
import { unchosenTrees } from './offered-trees.ts'
import { isQuoted } from '../../outline/quotations.ts'
import { isToBeSigned } from './signatures.ts'
import { samplesLeft } from './samples.ts'
import type { Leftover, Template } from './template.ts'
import { leftoverStarts, mayStartWhole, templateOf } from './template.ts'
import { isTitleOfList, isTodo } from './todo-titles.ts'
import { addInstructions, addOpening, wholeBlock } from './whole.ts'
import { readOrdinal } from '../../outline/numbers/read-ordinal.ts'
import { writtenOf } from '../../outline/written.ts'
import { matterOf } from '../../outline/matter/matter.ts'
import type { Part, Span } from '../../outline/types.ts'
import { isMatter } from '../../profiles/fields.ts'

export { sentenceHash, sentenceOpenings } from './template.ts'
export type { Leftover } from './template.ts'

/** Does template text start inside a span, or a question that the format marks there? Either is told of as such. */
export function hasLeftover(span: Span, plan: Plan): boolean {
  return isStartIn(span, leftoversOf(plan)) || isStartIn(span, markedIn(plan))
}

function isStartIn({ start, end }: Span, found: readonly { place: Place }[]): boolean {
  const next = found[firstFrom(found.length, i => found[i]!.place.start.offset >= start)]
  return next !== undefined && next.place.start.offset < end
}

/** All leftovers in document order: exact ones of the profile's template first, then general words; code, links, boxes, negations and marked questions are none. */
export const leftoversOf: (plan: Plan) => readonly Leftover[] = onceEach(plan => {
  const marked = markedIn(plan)
  const found = read(plan)
  return marked.length === 0 ? found : found.filter(({ place }) => !marked.some(each => isInside(each.place, place)))
})

/** Questions that are marked where the format has them so: what it asks for itself is nothing left of its template. */
function markedIn(plan: Plan): readonly Clarification[] {
  return openingDemand(plan.profile, 'question') ? clarificationsOf(plan) : []
}

function read(plan: Plan): Leftover[] {
  const template = templateOf(plan.profile)
  const { nodes, source } = plan.outline
  const starts = leftoverStarts(source, template)
  let found: Leftover[] = []
  const rows: Leftover[] = []
  for (const heading of nodes.headings) readBlock(heading, plan, template, starts, found)
  for (const paragraph of nodes.paragraphs) readBlock(paragraph, plan, template, starts, found)
  for (const table of nodes.tables) {
    const statuses = statusColumns(table)
    for (const [index, row] of table.children.entries()) {
      for (const [column, cell] of row.children.entries())
        if (!statuses.includes(column) || !isTodo(textOf(cell))) readBlock(cell, plan, template, starts, found)
      const first = row.children[0]
      const name = index > 0 && first ? textOf(first) || writtenOf(first) : ''
      if (template.known(name).isRow) rows.push({ kind: 'row', text: name, place: placeOf(row) })
    }
  }
  addFromTags(plan, template, found)
  const before = found.length
  readCode(plan, template, found)
  // What the template wrote above its trees tells of them already.
  const unchosen = found.length === before ? unchosenTrees(plan) : []
  found = withoutNamed(found, plan)
  readValues(plan, found)
  const lines = new Set(found.map(({ place }) => place.start.line))
  for (const span of angledFields(plan)) {
    const place = plan.outline.lines.placeOf(span)
    // One slip of a line is one.
    if (!lines.has(place.start.line)) found.push({ kind: 'word', text: source.slice(span.start, span.end), place })
  }
  for (const span of [...samplesLeft(plan), ...unchosen]) {
    const place = plan.outline.lines.placeOf(span)
    if (!found.some(other => isInside(place, other.place)))
      found.push({ kind: 'leftover', text: source.slice(span.start, span.end), place })
  }
  return [
    ...rows,
    ...withoutNamed(found, plan).filter(each => !rows.some(row => isInside(each.place, row.place)))
  ].sort((a, b) => a.place.start.offset - b.place.start.offset)
}

/** Columns in which TODO is how far something is. */
function statusColumns({ children: [head] }: Table): number[] {
  return (head?.children ?? []).flatMap((cell, i) => (isStatusTitle.test(textOf(cell)) ? [i] : []))
}

const isStatusTitle = /^\W*(?:status|state|progress|done)\W*$/i

/** What is left in an example row goes with the row. */
function isInside(inner: Place, outer: Place): boolean {
  return inner.start.offset >= outer.start.offset && inner.end.offset <= outer.end.offset
}

/** Reads a paragraph, a heading or a cell: what holds running text. Most of them can't hold anything that is left, and are done with at once. */
function readBlock(block: Block, plan: Plan, template: Template, starts: readonly number[], found: Leftover[]): void {
  const isMarked = holdsAny(starts, block)
  if (
    (!isMarked && !mayBeWhole(block, plan.outline.source, template)) ||
    (block.type === 'paragraph' && isQuoted(block, plan.outline))
  )
    return
  if (isTitleOfList(block, plan)) return
  const text = textOf(block).trim()
  const whole = wholeBlock(block, text, plan, template)
  if (whole) {
    found.push(whole)
    return
  }
  const before = found.length
  addOpening(block, text, template, found)
  addInstructions(block, template, found)
  if (isMarked) {
    addFromBlock(block, plan, template, found)
  }
  if (found.length === before) addStandIn(block, text, plan, found)
}

/** A cell, a paragraph or a title that is nothing but a stand-in for what belongs there. */
function addStandIn(block: Block, own: string, plan: Plan, found: Leftover[]): void {
  const [first] = block.children
  const last = block.children.at(-1)
  if (!first || !last) return
  const span = { start: startOf(first), end: spanOf(last).end }
  const text = own || plan.outline.source.slice(span.start, Math.min(span.end, span.start + 80))
  if (block.type === 'heading' && !mayStandBehind(text)) return
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
  const { source, lines } = plan.outline
  for (const part of labelled(plan)) {
    const { value } = part
    if (!value || part.form === 'row' || value.text.length > 100) continue
    if (part.form === 'key' && isOfTemplate(value.text, plan)) {
      found.push({ kind: 'leftover', text: value.text, place: lines.placeOf(value) })
      continue
    }
    if (!mayStandIn(source, value.start)) continue
    // "todo" is one of the states that tools write there.
    if (part.form === 'key' && isStatusTitle.test(part.title) && isTodo(value.text)) continue
    if (isToBeSigned(part, plan)) continue
    // In quotes it is no list.
    if (part.form === 'key' && source[value.start] === '[' && isFlowList(value.text)) continue
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

/** Is the value of a key what the template has there: "(name of the author)", "INC-[number]"? */
function isOfTemplate(value: string, { profile }: Plan): boolean {
  return /^(?:\(|[A-Z]{2,8}-)/.test(value) && templateOf(profile).phrases.includes(value)
}

/** A list of YAML, "[Nadia, Tom]" or "[security]", is no field of a template; "[owner name]" and "[Date]" may be one. */
function isFlowList(text: string): boolean {
  return (
    /^\[[^[\]]*\]$/.test(text) &&
    (text.includes(',') || /^\[ *(?!(?:name|owner|author|date|title|tbd)\b)[^\s\]]+ *\]$/i.test(text))
  )
}

/** What has a value behind its name, keys of the front matter that the profile speaks of included. */
function labelled({ outline, profile }: Plan): readonly Part[] {
  const matter = profile.fields?.some(field => isMatter(field)) ? matterOf(outline) : undefined
  if (!matter) return outline.parts
  const keys: Part[] = []
  const lists = allKeysOf((profile.fields ?? []).filter(field => isMatter(field) && field.kind === 'list'))
  // "[one, two]" is a list there, as anything is where the profile wants one.
  // Of several words in one pair of brackets nobody can tell.
  const isOpen = ({ span }: Part): boolean =>
    /\[[^\s,[\]]+ [^,[\]]*\]\s*$/.test(outline.source.slice(span.start, span.end))
  const isList = (part: Part): boolean =>
    part.children.length > 1 || (part.children.length > 0 && lists.has(part.key) && !isOpen(part))
  const add = (part: Part): void => {
    if (part.form === 'key' ? !isList(part) : part.children.length === 0) keys.push(part)
    part.children.forEach(add)
  }
  matter.parts.forEach(add)
  return [...keys, ...outline.parts]
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
    template.hasSentences ||
    mayStartWhole(source, start, template) ||
    // Of a title its last word may be.
    block.type === 'heading' ||
    mayStandIn(source, start)
  )
}
