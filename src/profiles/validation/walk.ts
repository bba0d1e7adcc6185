/** Everything that a profile says of what plans hold, with where it is said. */
import type { Checklist, Demand, FieldSpec, Profile, SectionSpec, UnitSpec } from '../schema.ts'
import { once } from '../../util/once.ts'

/** Keys, as of `sections`, 0, `title`. */
export type KeyPath = readonly (string | number)[]

interface Statement<Spec> {
  spec: Spec
  path: KeyPath
}

/** A field, with those beside it; and the unit that holds it, where one does. */
interface SaidField extends Statement<FieldSpec> {
  beside: readonly FieldSpec[]
  unit: UnitSpec | undefined
}

/** A demand of content, with what holds it. */
export interface SaidDemand extends Statement<Demand> {
  holder: 'document' | 'section' | 'unit' | 'field'
  unit: UnitSpec | undefined
}

/** All that a profile says, by kind, in its order. */
export interface Statements {
  sections: Statement<SectionSpec>[]
  units: Statement<UnitSpec>[]
  /** Fields that stand beside each other. */
  lists: Statement<readonly FieldSpec[]>[]
  fields: SaidField[]
  demands: SaidDemand[]
  checklists: Statement<Checklist>[]
}

interface Holder {
  fields?: FieldSpec[] | undefined
  content?: Demand[] | undefined
  units?: UnitSpec | UnitSpec[] | undefined
  checklist?: Checklist | undefined
}

/** Of a profile that is valid by the schema. */
export const statementsOf = once((profile: Profile): Statements => {
  const all: Statements = { sections: [], units: [], lists: [], fields: [], demands: [], checklists: [] }
  readHolder(profile, [], 'document', undefined, all)
  readSections(profile.sections, ['sections'], all)
  return all
})

function readSections(sections: readonly SectionSpec[], path: KeyPath, all: Statements): void {
  for (const [i, spec] of sections.entries()) {
    const here = [...path, i]
    all.sections.push({ spec, path: here })
    readHolder(spec, here, 'section', undefined, all)
    readSections(spec.sections ?? [], [...here, 'sections'], all)
  }
}

function readHolder(
  { fields, content = [], units, checklist }: Holder,
  path: KeyPath,
  holder: SaidDemand['holder'],
  unit: UnitSpec | undefined,
  all: Statements
): void {
  if (fields) all.lists.push({ spec: fields, path: [...path, 'fields'] })
  for (const [i, spec] of (fields ?? []).entries()) {
    const here = [...path, 'fields', i]
    all.fields.push({ spec, path: here, beside: fields!, unit })
    readHolder(spec, here, 'field', unit, all)
  }
  for (const [i, spec] of content.entries()) all.demands.push({ spec, path: [...path, 'content', i], holder, unit })
  if (checklist) all.checklists.push({ spec: checklist, path: [...path, 'checklist'] })
  const isList = Array.isArray(units)
  for (const [i, spec] of (units === undefined ? [] : [units].flat()).entries()) {
    const here = [...path, 'units', ...(isList ? [i] : [])]
    all.units.push({ spec, path: here })
    readHolder(spec, here, 'unit', spec, all)
  }
}
