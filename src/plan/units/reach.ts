import { firstFrom } from '../../outline/cover.ts'
import type { Outline } from '../../outline/types.ts'
import { titleWords } from '../../profiles/units.ts'
import type { UnitSpec } from '../../profiles/schema.ts'
import { once, onceEach } from '../../util/once.ts'
import { labelsBelow, unitLabels } from './labels.ts'
import { tells } from './kin.ts'

const wordsIn = once((specs: readonly UnitSpec[]) => new Set(specs.flatMap(spec => titleWords(spec).usual)))
const headingsOf = onceEach(({ parts }: Outline) => parts.filter(({ form }) => form === 'heading'))

/**
 * Where something that holds units ends, if these stand at the level of its own heading: behind the headings right after it that begin with a unit's word
 * ("## Step 2: …" after "## Implementation Steps"), or are numbered and hold a unit's labels.
 */
export function reachOver(end: number, specs: readonly UnitSpec[], outline: Outline): number {
  const words = wordsIn(specs)
  let reach = end
  if (specs.length === 0) return reach
  const headings = headingsOf(outline)
  for (let i = firstFrom(headings.length, at => headings[at]!.span.start >= end); i < headings.length; i++) {
    const part = headings[i]!
    if (part.span.start < reach) continue
    const { ordinal } = part
    const isWorded = ordinal?.word !== undefined && words.has(ordinal.word)
    if (!isWorded && !(ordinal && specs.some(spec => labelsBelow(part, unitLabels(spec)) >= tells))) break
    reach = part.span.end
  }
  return reach
}
