import type { Plan } from '../plan/bind-types.ts'
import { allUnits } from '../plan/every.ts'
import { firstAt } from '../outline/cover.ts'
import { spanOf } from '../outline/nodes.ts'
import { isPlain } from '../profiles/units.ts'
import type { Place } from '../types.ts'

/** A fence from which on tools that count its lines take text for code, and the first unit that they lose by it. */
interface UnevenFence {
  text: string
  place: Place
  lost: string
}

/**
 * Tools that hand out units by their plain number find the headings with a line-wise look: each line that begins with three backticks opens a fence or closes
 * one. A fence of four that shows half of another has an odd number of them, and all behind it is code to such a tool. Undefined where none is lost.
 */
export function unevenFence(plan: Plan): UnevenFence | undefined {
  const { nodes, source, lines } = plan.outline
  const units = allUnits(plan).filter(({ spec, part }) => isPlain(spec) && part.form === 'heading')
  if (units.length === 0) return undefined
  const toggles = [...source.matchAll(/^```/gm)].map(({ index }) => index)
  const isOdd = (start: number, end: number): boolean => (firstAt(toggles, end) - firstAt(toggles, start)) % 2 === 1
  const uneven = nodes.fences.find(fence => isOdd(spanOf(fence).start, spanOf(fence).end))
  if (!uneven) return undefined
  const { start, end } = spanOf(uneven)
  const lost = units.find(({ part }) => part.span.start >= end && isOdd(0, part.span.start))
  if (!lost) return undefined
  const text = source
    .slice(start, end)
    .split(/[\r\n]/, 1)[0]!
    .trim()
  return { text, place: lines.placeOf({ start, end: start + text.length }), lost: lost.part.title }
}
