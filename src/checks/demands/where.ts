import { labelsOf } from '../../profiles/fields.ts'
import type { Where } from '../../profiles/schema.ts'
import { isMeantBy, valuesOf } from '../../profiles/status.ts'
import { valuesIn } from '../values.ts'
import type { Unit } from '../../plan/bind-types.ts'
import { findShapes } from '../../plan/units/shapes.ts'
import { normalise, plainWords } from '../../outline/text.ts'
import type { Severity } from '../../types.ts'

/** A demand that may be made of some units alone. */
interface Limited {
  where?: Where | undefined
  otherwise?: Severity | undefined
}

/**
 * Is a demand made of a unit, and how much? `off` where it is not; undefined where nothing but its own severity speaks.
 *
 * @param meets Does another unit meet it? Of what some must show, the first is told of where none does.
 */
export function weightAt(
  { where, otherwise }: Limited,
  unit: Unit,
  meets: (other: Unit) => boolean
): Severity | 'off' | undefined {
  if (where === undefined || isMeant(where, unit, meets)) return undefined
  return otherwise ?? 'off'
}

function isMeant(where: Where, unit: Unit, meets: (other: Unit) => boolean): boolean {
  if (typeof where === 'string') {
    const siblings = (unit.parent?.units ?? unit.section.units).filter(other => other.spec === unit.spec)
    const [isFirst, isLast] = [siblings[0] === unit, siblings.at(-1) === unit]
    if (where === 'some') return isFirst && !siblings.some(meets)
    return where === 'first' ? isFirst : where === 'last' ? isLast : !isFirst && !isLast
  }
  const { title, ticked, fields, markers, not = {} } = where
  return (
    (title === undefined || hasWord(unit, title)) &&
    (ticked === undefined || isTicked(unit, ticked)) &&
    (fields === undefined || says(unit, fields)) &&
    (markers === undefined || hasMarker(unit, markers)) &&
    !says(unit, not.fields ?? {}) &&
    !hasWord(unit, not.title ?? []) &&
    !(not.ticked !== undefined && isTicked(unit, not.ticked)) &&
    !hasMarker(unit, not.markers ?? [])
  )
}

/** Is a unit's box ticked, or open? One without a box, or with a mark of another kind, is neither. */
function isTicked({ box }: Unit, ticked: boolean): boolean {
  return box?.state === (ticked ? 'done' : 'open')
}

/** Does one of a unit's fields say one of the values, read as the values of an enum are? One that names several says none yet. */
function says(unit: Unit, values: Readonly<Record<string, readonly string[]>>): boolean {
  return unit.fields.some(({ spec, text }) => {
    const wanted = labelsOf(spec).flatMap(label => values[label] ?? [])
    if (wanted.length === 0) return false
    const known = spec.kind === 'enum' ? valuesIn(text, valuesOf(spec)) : []
    if (known.length > 1) return false
    const found = known.length > 0 ? known : valuesIn(text, wanted)
    return found.some(value => wanted.some(each => isMeantBy(each, value)))
  })
}

function hasMarker({ lead }: Unit, names: readonly string[]): boolean {
  return names.some(name => lead?.markers[name] !== undefined)
}

/** Has a unit's title one of the words, be it the beginning of one: "docs", "verify" in "verifying"; or what has a shape: "US#"? */
function hasWord({ part }: Unit, words: readonly string[]): boolean {
  const title = ` ${plainWords(part.title)}`
  return words.some(word =>
    word.includes('#') ? [...findShapes([word], part.title)].length > 0 : title.includes(` ${normalise(word)}`)
  )
}
