import { onceEach } from '../../util/once.ts'
import { coverOf } from '../../outline/cover.ts'
import type { Part } from '../../outline/types.ts'
import type { BoundSection } from '../bind-types.ts'

/** Words that number headings without making another thing of what stands below them: "Part 2: Design". */
export const grouping: ReadonlySet<string> = new Set(['part', 'section', 'chapter'])

export function isHeading(part: Part): boolean {
  return part.form === 'heading' || part.form === 'tag'
}

/** What a part of a section holds that the profile declares is that part's: does an offset lie in one that is there? */
export function insideChildren({ children }: BoundSection): (offset: number) => boolean {
  return coverOf(children.flatMap(({ part, span }) => (part ? [span] : [])))
}

/** Does a heading stand below one that counts: is it a phase's "Dependencies", a step's "Overview", and no section of the plan? */
export const isInsideUnit: (part: Part) => boolean = onceEach(part => {
  const above = part.parent
  if (!above || above.form === 'document') return false
  // A tag below another is its part: sections that are tags stand in none.
  return isCounted(above) || (part.form === 'tag' && above.form === 'tag') || isInsideUnit(above)
})

/** Does a title count with a word, among others, or below the document's title: "Phase 2: …"? */
function isCounted({ form, level, ordinal, parent }: Part): boolean {
  const word = ordinal?.word
  if (word === undefined || word.length < 4 || grouping.has(word) || (form !== 'heading' && form !== 'bold'))
    return false
  return level > 1 || parent!.children.filter(other => other.ordinal?.word === word).length > 1
}
