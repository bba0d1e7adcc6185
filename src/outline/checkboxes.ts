import type { List, ListItem, Paragraph } from 'mdast'
import { firstFrom } from './cover.ts'
import type { Lines } from './nodes.ts'
import { spanOf, startOf, textOf } from './nodes.ts'
import { isStruck } from './title.ts'
import { readOrdinal } from './numbers/read-ordinal.ts'
import type { Checkbox, NodeIndex } from './types.ts'
import { once } from '../util/once.ts'

const box = /\[([ xX])\]/
/** What Markdown reads as no box and people write as one; a star behind it is Kiro's mark of what is optional. */
const bracketed = /^\[([^[\]\n]{0,4})\](\*)?(?=\s|$)/
/** "- [x]Write it". */
const unspaced = /^\[([ xX])\](?=[\p{L}\p{N}])/u
/** "-[x] Write it": no item to Markdown. */
const fused = /^[ \t>]*[-*+](\[([ xX✓✔]|)\])([ \t]+(?=\S)|(?=[\p{L}\p{N}*_`]))/gmu
/** Ballot boxes, ticked and not. */
const ballot = /^[☐☑☒](?=\s)/

/** What stands between the brackets, by what it says; white space aside. Nothing is an open box. */
const done = new Set(['x', 'X', '✓', '✔', '✔️', '√', '☑', '✅', 'v', 'V', 'х', 'Х'])
const open = new Set(['', '-', '~', '_', '.', '☐', '⬜', '◻', '◻️', '□', '▢'])
/** Words for it, that may be something else: written as a box only where somebody says so. */
const spoken = new Set(['y', 'Y', 'done', 'Done', 'DONE'])
/** Answers to "is it done?", which may say something else of an item that stands among no boxes. */
const answers: ReadonlyMap<string, Checkbox['state']> = new Map([
  ['ok', 'done'],
  ['yes', 'done'],
  ['n', 'open'],
  ['no', 'open'],
  ['n/a', 'unknown']
])
/** Marks of tools and of habits, and any picture: nobody can tell whether what bears them is done. */
const unclear = /^(?:[/\\|<>!?*+=#@oO×]|\p{So}\uFE0F?)$/u
/** As these are written, each means what it says: Markdown's own, and Kiro's for what is begun or queued. */
const usual = new Set([' ', 'x', 'X', '-', '~'])

/** All task boxes in document order, those included that GFM does not read as one (`[-]`, `[✓]`, `[ x ]`, `- [ ]*`, `-[x]`, an item that is nothing but a box). */
export function readCheckboxes(nodes: NodeIndex, source: string, lines: Lines): Checkbox[] {
  const boxes: Checkbox[] = []
  const isAmong = amongBoxes(nodes)
  for (const item of nodes.items) {
    const read = readBox(item, source, lines, isAmong)
    if (read) boxes.push(read)
  }
  const more = source.includes('-[') || /[*+]\[/.test(source) ? readFused(nodes, source, lines) : []
  if (more.length === 0) return boxes
  for (const each of boxes) each.text = each.text.split(/\n[-*+]\[/, 1)[0]!.trim()
  return [...boxes, ...more].sort((a, b) => a.start - b.start)
}

function readBox(item: ListItem, source: string, lines: Lines, isAmong: AmongBoxes): Checkbox | undefined {
  const span = spanOf(item)
  const first = item.children[0]
  // Most items begin with a word, which no box does.
  if (typeof item.checked !== 'boolean' && (!first || /[A-Za-z0-9]/.test(source[startOf(first)] ?? '')))
    return undefined
  const text = first && first.type === 'paragraph' ? textOf(first) : ''
  if (typeof item.checked === 'boolean') {
    const found = box.exec(source.slice(span.start, span.start + 40))
    const start = span.start + (found?.index ?? 0)
    const place = lines.placeOf({ start, end: start + 3 })
    const state = item.checked ? 'done' : isDropped(first) ? 'dropped' : 'open'
    return { state, text: text.trim(), node: item, start, end: start + 3, place }
  }
  if (!first) return undefined
  const read = lookalike(text, source, startOf(first), rest => isAmong(item, rest))
  if (!read) return undefined
  const { length, ...more } = read
  // In bold or in italics the box begins behind the marks: that is no matter of its own few letters.
  const marks = /^[*_~]{0,3}/.exec(source.slice(startOf(first), startOf(first) + 3))![0].length
  if (marks > 0 && more.odd) more.odd = { isSure: false }
  const start = startOf(first) + marks
  const place = lines.placeOf({ start, end: start + length })
  return { ...more, node: item, start, end: start + length, place }
}

/** Is all that is still to be done about a box done, or given up? */
export function isSettled({ state }: Pick<Checkbox, 'state'>): boolean {
  return state === 'done' || state === 'dropped'
}

/** "~~Write it~~ not needed", "Write it (dropped)". */
function isDropped(first: ListItem['children'][number] | undefined): boolean {
  return first?.type === 'paragraph' && (first.children[0]?.type === 'delete' || isStruck(textOf(first)))
}

/** "T004 Write it". */
const coded = /^[A-Z]{1,4}-?\d{1,4}\s/

/** Does an item with some text stand in a list with boxes that Markdown reads, or is it numbered as tasks are, where there are some? */
type AmongBoxes = (item: ListItem, text: string) => boolean

/** Each list is looked through once, however many of its items ask. */
function amongBoxes({ items, parents }: NodeIndex): AmongBoxes {
  const holdsBox = once((others: readonly ListItem[]) => others.some(({ checked }) => typeof checked === 'boolean'))
  return (item, text) => {
    const list = parents.get(item)
    const isNumbered = coded.test(text) || readOrdinal(text) !== undefined
    return holdsBox(isNumbered || list?.type !== 'list' ? items : (list as List).children)
  }
}

/**
 * Reads a box that Markdown does not: what it says, and how it should be written where it is odd.
 *
 * @param isAmong Is what stands behind it an item among those that have boxes?
 */
function lookalike(
  text: string,
  source: string,
  start: number,
  isAmong: (rest: string) => boolean
): (Pick<Checkbox, 'state' | 'text' | 'odd'> & { length: number }) | undefined {
  const picture = ballot.exec(text)
  if (picture) {
    const state = picture[0] === '☐' ? 'open' : picture[0] === '☑' ? 'done' : 'unknown'
    return { state, text: text.slice(1).trim(), length: 1, odd: oddly(state) }
  }
  const glued = unspaced.exec(text)
  // "[x](a.md)" is a link, "[x]: a" a definition.
  if (glued && /[\p{L}\p{N}*_`]/u.test(source[start + 3] ?? ''))
    return {
      state: glued[1] === ' ' ? 'open' : 'done',
      text: text.slice(3).trim(),
      length: 3,
      odd: { ...(source[start] === '[' ? { written: `${glued[0]} ` } : {}), isSure: true }
    }
  const match = bracketed.exec(text)
  if (!match) return undefined
  const written = match[1]!
  const mark = written.trim()
  const answer = answers.get(mark.toLowerCase())
  const isSpoken = spoken.has(mark) || answer !== undefined
  const state = answer ?? stateOf(mark)
  const rest = text.slice(match[0].length).trim()
  if (!state || (answer !== undefined && !isAmong(rest))) return undefined
  const length = written.length + 2
  return usual.has(written)
    ? { state, text: rest, length }
    : // In bold or in italics the box begins elsewhere.
      {
        state,
        text: rest,
        length,
        odd: oddly(state, source[start] === '[' && !isSpoken && mark !== 'v' && mark !== 'V')
      }
}

function stateOf(mark: string): Checkbox['state'] | undefined {
  if (spoken.has(mark) || done.has(mark)) return 'done'
  return open.has(mark) ? 'open' : unclear.test(mark) ? 'unknown' : undefined
}

function oddly(state: Checkbox['state'], isSure = true): NonNullable<Checkbox['odd']> {
  return state === 'unknown' ? { isSure: false } : { written: state === 'done' ? '[x]' : '[ ]', isSure }
}

/** Boxes whose bullet has no space behind it, in paragraphs of their own or at the end of the item before. */
function readFused({ paragraphs }: NodeIndex, source: string, lines: Lines): Checkbox[] {
  const boxes: Checkbox[] = []
  for (const match of source.matchAll(fused)) {
    const end = match.index + match[0].trimEnd().length
    const start = end - match[1]!.length
    const node = paragraphAt(paragraphs, start)
    if (!node) continue
    const line = source.slice(match.index + match[0].length, spanOf(node).end).split(/[\r\n]/, 1)[0]!
    const state = match[2]!.trim() === '' ? 'open' : 'done'
    boxes.push({
      state,
      text: line.replace(/[*`]/g, '').trim(),
      node,
      start,
      end,
      place: lines.placeOf({ start, end }),
      odd: { written: `${state === 'done' ? ' [x]' : ' [ ]'}${match[3] === '' ? ' ' : ''}`, isSure: true }
    })
  }
  return boxes
}

/** The paragraph that a line begins in. */
function paragraphAt(paragraphs: readonly Paragraph[], at: number): Paragraph | undefined {
  const node = paragraphs[firstFrom(paragraphs.length, i => spanOf(paragraphs[i]!).end > at)]
  return node && startOf(node) < at ? node : undefined
}
