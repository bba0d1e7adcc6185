import { plainFields } from '../../profiles/fields.ts'
import { ownUnitSpecs } from '../../profiles/units.ts'
import { groupBy } from '../../util/group.ts'
import type { Plan, Unit } from '../bind-types.ts'
import { allUnits } from '../every.ts'

/** Units with a number or an identifier and not a word of what they are, where as many of their kind have one; in document order. */
export function unnamedUnits(plan: Plan): readonly Unit[] {
  const kinds = [...groupBy(allUnits(plan), ({ spec }) => spec).values()]
  const lacking = kinds.flatMap(units => {
    const unnamed = units.filter(isUnnamed)
    return unnamed.length * 2 <= units.length ? unnamed : []
  })
  return lacking.sort((a, b) => a.span.start - b.span.start)
}

function isUnnamed({ spec, part, lead }: Unit): boolean {
  // What stands behind a box is its title.
  if (part.form !== 'box' && part.value && part.value.text.trim() !== '') return false
  // Rows and tags have fields for it, and what goes by its place has a sentence.
  if (part.form === 'row' || part.form === 'tag' || part.form === 'entry') return false
  // Of a box with an identifier and nothing behind it, the rule of boxes speaks.
  if (lead?.id !== undefined) return false
  if (part.ordinal?.word === undefined || part.ordinal.rest !== '') return false
  // What has fields or steps of its own may do with its number; what a colon announces is forgotten.
  return (plainFields(spec).length === 0 && ownUnitSpecs(spec).length === 0) || /[:：–—]\s*$/.test(part.title)
}
