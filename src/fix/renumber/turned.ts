/** Sentences that come to say something else though each of their numbers still means its unit. */
import type { List } from 'mdast'
import { spanOf } from '../../outline/nodes.ts'
import type { Span } from '../../outline/types.ts'
import type { Unit } from '../../plan/bind-types.ts'
import { blockOf, outward, sentenceEnds } from './context.ts'
import type { NumberReference } from './references.ts'

/** A unit's number, and the one that it gets. */
interface NumberChange {
  from: number
  to: number
}

/**
 * Finds what renumbering would turn around: ranges that take in others then ("Steps 1–2" as "Steps 2–1"), and the order of two units that one sentence
 * names, or a unit and what is said in it: "Step 1 must come before Step 2".
 *
 * @param named The plan's own references, in text order.
 * @param units The units in their order, with their new numbers.
 */
export function* turned(
  named: readonly NumberReference[],
  units: readonly (NumberChange & { unit: Unit })[],
  source: string
): Iterable<Span> {
  const changes = new Map(units.map(({ from, to }) => [from, { from, to }]))
  const isReordered = units.some(({ from }, index) => index > 0 && from < units[index - 1]!.from)
  for (const [index, { end, phrase, ...until }] of named.entries()) {
    const from = named[index - 1]
    const isRange = from?.phrase.start === phrase.start && ranging.test(source.slice(from.end, until.start))
    if (isRange && !isWhole(from.number, until.number, units)) yield { start: from.start, end }
  }
  if (!isReordered) return
  const told = new Map<string, NumberChange[]>()
  for (const reference of named) {
    const { start, end, number } = reference
    const change = changes.get(number)
    if (!change) continue
    const place = sentenceOf(reference, source)
    const around = units.filter(({ unit: { span } }) => span.start <= start && start < span.end)
    const others = [...(told.get(place.key) ?? []), ...around]
    told.set(place.key, [...(told.get(place.key) ?? []), change])
    const isPlaced = position.test(source.slice(place.start, place.end)) && units.some(each => isTurned(each, change))
    if (isPlaced || others.some(other => isTurned(other, change))) yield { start, end }
  }
}

const ranging = /^\s?(?:[-–—]|to|through)\s?$/

/** Words that place one unit among all. */
const position = /\b(?:first|last(?:ly)?|final(?:ly)?|(?:begin|start|end)s? with)\b/i

function isTurned(a: NumberChange, b: NumberChange): boolean {
  return Math.sign(a.from - b.from) !== Math.sign(a.to - b.to)
}

/** Are the units of a range, and no others, those between its new ends? */
function isWhole(first: number, last: number, units: readonly NumberChange[]): boolean {
  const inside = units.filter(({ from }) => from >= first && from <= last)
  if (inside.every(({ from, to }) => from === to) && units.every(each => isOutside(each, first, last))) return true
  const ends = [first, last].map(number => inside.find(({ from }) => from === number)?.to)
  const [from, to] = ends
  return (
    from !== undefined &&
    to !== undefined &&
    to - from === inside.length - 1 &&
    inside.every(each => each.to >= from && each.to <= to)
  )
}

/** Does a unit that is not in a range stay out of it? */
function isOutside({ from, to }: NumberChange, first: number, last: number): boolean {
  return (from >= first && from <= last) || to < first || to > last
}

/** Where what says one thing stands: a sentence, the row of a table, or a list that is numbered. */
function sentenceOf({ start, context }: NumberReference, source: string): Span & { key: string } {
  const row = outward(context, 'tableRow')?.node
  const list = outward(context, 'list')?.node as List | undefined
  const whole = row ?? (list?.ordered ? list : undefined)
  const block = spanOf(whole ?? blockOf(context).node)
  if (whole) return { ...block, key: `${whole.type} ${block.start}` }
  const ends = sentenceEnds(source.slice(block.start, block.end)).map(end => block.start + end)
  const from = ends.findLast(end => end <= start) ?? block.start
  return { start: from, end: ends.find(end => end > start) ?? block.end, key: `sentence ${from}` }
}
