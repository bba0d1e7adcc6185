import type { Where } from '../profiles/schema.ts'
import type { Unit } from '../plan/bind-types.ts'
import { normalise } from '../outline/text.ts'
import type { Severity } from '../types.ts'

/** A demand that may be made of some units alone. */
interface Limited {
  where?: Where | undefined
  otherwise?: Severity | undefined
}

/** Is a demand made of a unit, and how much? `off` where it is not; undefined where nothing but its own severity speaks. */
export function weightAt({ where, otherwise }: Limited, unit: Unit): Severity | 'off' | undefined {
  if (where === undefined || isMeant(where, unit)) return undefined
  return otherwise ?? 'off'
}

function isMeant(where: Where, unit: Unit): boolean {
  if (typeof where === 'string') {
    const siblings = (unit.parent?.units ?? unit.section.units).filter(other => other.spec === unit.spec)
    const [isFirst, isLast] = [siblings[0] === unit, siblings.at(-1) === unit]
    return where === 'first' ? isFirst : where === 'last' ? isLast : !isFirst && !isLast
  }
  const { title, except, box } = where
  return (
    (title === undefined || hasWord(unit, title)) &&
    (except === undefined || !hasWord(unit, except)) &&
    (box === undefined || unit.box?.state === box)
  )
}

/** Has a unit's title one of the words, be it the beginning of one: "docs", "verify" in "verifying"? */
function hasWord({ part }: Unit, words: readonly string[]): boolean {
  const title = ` ${normalise(part.title).replace(/[^\p{L}\p{N}]+/gu, ' ')}`
  return words.some(word => title.includes(` ${normalise(word)}`))
}
