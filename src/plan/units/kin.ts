import type { Part } from '../../outline/types.ts'
import { numberingOf, titleWords } from '../../profiles/units.ts'
import type { UnitSpec } from '../../profiles/schema.ts'
import { namesVerification } from '../verification.ts'
import { fieldLabels, labelsBelow, unitLabels } from './labels.ts'

/** A word that counts, and what it counts to: "Gate 2: …". */
export const counting = /^\P{L}{0,8}(\p{L}[\p{L}-]{1,20})[ \t]+#?(\d{1,3})(?=$|[\s]*[:.)–—|])/u

/** How many of a unit's labels tell a unit, whatever its heading says. */
export const tells = 2

/**
 * With the headings that are units in all but name: beside the others, by what they hold ("### Offer it" with the labels of a step), or with a number that
 * another word leads ("### Part 2: Offer it"). What lies inside a unit, or around several, is none.
 */
export function withKin(spec: UnitSpec, parts: readonly Part[], inside: readonly Part[]): Part[] {
  // A part may have been given a number that its profile does not know.
  const known = new Set(parts.map(({ node }) => node))
  const around = new Set(parts.flatMap(above))
  const level = leastLevel(parts)
  const kin = inside.filter(
    part =>
      part.form === 'heading' &&
      !part.struck &&
      !known.has(part.node) &&
      !around.has(part) &&
      !above(part).some(({ node }) => known.has(node)) &&
      isKin(part, spec, part.level === level)
  )
  return kin.length === 0 ? [...parts] : [...parts, ...kin].sort((a, b) => a.span.start - b.span.start)
}

/** Beside the others one of a unit's own fields tells, or a number that another word leads; what a section on verification holds is its own. */
function isKin(part: Part, spec: UnitSpec, isBeside: boolean): boolean {
  if (isBeside && numberingOf(spec) !== undefined) {
    if (lostNumber(part, spec)) return true
    if (counting.test(part.title) && labelsBelow(part, unitLabels(spec)) > 0) return true
  }
  if (!part.ordinal && namesVerification(part) && labelsBelow(part, fieldLabels(spec)) < tells) return false
  if (labelsBelow(part, unitLabels(spec)) >= tells) return true
  return isBeside && labelsBelow(part, fieldLabels(spec)) > 0
}

/** The word without a number: "Step: sort it". */
function lostNumber({ ordinal, key }: Part, spec: UnitSpec): boolean {
  return (
    ordinal === undefined &&
    titleWords(spec).usual.some(word => key.startsWith(`${word}:`) || key.startsWith(`${word} -`))
  )
}

/** Of many parts, too. */
export function leastLevel(parts: readonly Part[]): number {
  return parts.reduce((least, part) => Math.min(least, part.level), Number.POSITIVE_INFINITY)
}

function above(part: Part): Part[] {
  const found: Part[] = []
  for (let at = part.parent; at; at = at.parent) found.push(at)
  return found
}

/** Letters among numbers ("1., B., 3."): one that stands before a number, at its level, and has what a unit has. */
export function withLettered(parts: readonly Part[], inside: readonly Part[], spec: UnitSpec): Part[] {
  const first = parts[0]
  if (numberingOf(spec) !== 'number' || first === undefined) return [...parts]
  const last = parts.at(-1)!.span.start
  const lettered = inside.filter(
    ({ form, level, ordinal, span, ...part }) =>
      form === first.form &&
      level === first.level &&
      ordinal?.word === undefined &&
      ordinal?.letter !== undefined &&
      ordinal.numbers.length === 0 &&
      span.start > first.span.start &&
      span.start < last &&
      labelsBelow(part, unitLabels(spec)) > 0
  )
  return [...parts, ...lettered].sort((a, b) => a.span.start - b.span.start)
}
