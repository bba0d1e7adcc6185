/** Headings that are units by the identifier that they begin with, where no word tells them: "### ST-02 Sort the list". */
import type { Part } from '../../../outline/types.ts'
import { ownUnitSpecs } from '../../../profiles/units.ts'
import { allKeysOf } from '../../fields.ts'
import { leastLevel } from '../kin.ts'
import { readLead } from './lead.ts'
import type { UnitSearch } from './unnamed.ts'

/**
 * Where each must have one, a heading among them without is a unit that lacks it, unless there are as many of those, or something else may stand there:
 * a section or a field of the profile, a unit of another kind.
 */
export function identifiedHeadings({
  spec,
  section,
  parent,
  inside,
  headings,
  isFormOfIts,
  mayBe
}: UnitSearch): Part[] {
  const { id, words } = spec
  if (id?.shape === undefined || id.from !== undefined || words !== undefined || headings !== undefined) return []
  const titles = inside.filter(part => part.form === 'heading' && isFormOfIts(part))
  const named = titles.filter(({ title }) => readLead(spec, title).id !== undefined)
  const level = leastLevel(named)
  const own = new Set(named.filter(part => part.level === level))
  if (own.size === 0 || !(id.required === true || id.required === 'warning')) return [...own]
  const [first] = [...own] as [Part]
  const labels = allKeysOf((parent?.spec ?? section.spec).fields ?? [])
  const bare = titles.filter(
    part =>
      part.level === level &&
      part.parent === first.parent &&
      part.span.start > first.span.start &&
      !own.has(part) &&
      !labels.has(part.key) &&
      mayBe(part)
  )
  // Of the document any heading may be a section of its own.
  const isAlone =
    (parent !== undefined || section.part?.form !== 'document') &&
    ownUnitSpecs(parent?.spec ?? section.spec).length === 1
  return isAlone && bare.length < own.size ? titles.filter(part => own.has(part) || bare.includes(part)) : [...own]
}
