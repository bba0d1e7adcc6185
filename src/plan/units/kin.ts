import { firstFrom } from '../../outline/cover.ts'
import { namesOf } from '../../outline/title.ts'
import type { Outline, Part } from '../../outline/types.ts'
import { wordsOf } from '../../profiles/units.ts'
import type { FieldSpec, UnitSpec } from '../../profiles/schema.ts'
import { once, onceEach } from '../../util/once.ts'
import { namesVerification } from '../verification.ts'
import { allKeysOf } from '../fields.ts'
import { checkedBy } from './item-parts.ts'

/** How many of a unit's labels tell a unit, whatever its heading says. */
const tells = 2

/**
 * With the headings that are units in all but name: beside the others, by what they hold ("### Offer it" with the labels of a step), or with a number that
 * another word leads ("### Part 2: Offer it"). What lies inside a unit, or around several, is none.
 */
export function withKin(spec: UnitSpec, parts: readonly Part[], inside: readonly Part[]): Part[] {
  const known = new Set(parts)
  const around = new Set(parts.flatMap(above))
  const level = Math.min(...parts.map(part => part.level))
  const kin = inside.filter(
    part =>
      part.form === 'heading' &&
      !/^~~[^~]+~~$/.test(part.title) &&
      !known.has(part) &&
      !around.has(part) &&
      !above(part).some(each => known.has(each)) &&
      isKin(part, spec, part.level === level)
  )
  return kin.length === 0 ? [...parts] : [...parts, ...kin].sort((a, b) => a.span.start - b.span.start)
}

/** Beside the others one of a unit's own fields tells; what a section on verification holds is its own. */
function isKin(part: Part, spec: UnitSpec, isBeside: boolean): boolean {
  if (!part.ordinal && namesVerification(part)) return false
  if (held(part, labelsOf(spec)) >= tells) return true
  return isBeside && held(part, allKeysOf(spec.fields ?? none)) > 0
}

const none: readonly FieldSpec[] = []

function above(part: Part): Part[] {
  const found: Part[] = []
  for (let at = part.parent; at; at = at.parent) found.push(at)
  return found
}

const labelsOf = once(
  (spec: UnitSpec): ReadonlySet<string> => new Set([...allKeysOf(spec.fields ?? []), ...checkedBy(spec)])
)

/** How many different labels of these stand right below a heading. */
function held(part: Part, keys: ReadonlySet<string>): number {
  return new Set(part.children.flatMap(child => namesOf(child).find(name => keys.has(name)) ?? [])).size
}

const headingsOf = onceEach(({ parts }: Outline) => parts.filter(({ form }) => form === 'heading'))

/**
 * Where something that holds units ends, if these stand at the level of its own heading: behind the headings right after it that begin with a unit's word
 * ("## Step 2: …" after "## Implementation Steps"), or are numbered and hold a unit's labels.
 */
export function reachOver(end: number, specs: readonly UnitSpec[], outline: Outline): number {
  const words = new Set(specs.flatMap(spec => wordsOf(spec).usual))
  let reach = end
  if (specs.length === 0) return reach
  const headings = headingsOf(outline)
  for (let i = firstFrom(headings.length, at => headings[at]!.span.start >= end); i < headings.length; i++) {
    const part = headings[i]!
    if (part.span.start < reach) continue
    const { ordinal } = part
    const isWorded = ordinal?.word !== undefined && words.has(ordinal.word)
    if (!isWorded && !(ordinal && specs.some(spec => held(part, labelsOf(spec)) >= tells))) break
    reach = part.span.end
  }
  return reach
}
