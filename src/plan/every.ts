import { onceEach } from '../util/once.ts'
import type { BoundField, Plan, Unit } from './bind-types.ts'

/** Fields of sections and units, those inside other fields included; the metadata are not among them. In order; read once per plan. */
export const allFields: (plan: Plan) => readonly BoundField[] = onceEach(plan => {
  const found: BoundField[] = []
  for (const section of plan.allSections) {
    addFields(section.fields, found)
    for (const unit of section.units) addUnit(unit, found)
  }
  return found
})

/** Every unit of the plan but the struck ones, those inside of others included, in document order; read once per plan. */
export const allUnits: (plan: Plan) => readonly Unit[] = onceEach(plan => {
  const found: Unit[] = []
  const add = (unit: Unit): void => {
    if (unit.part.struck) return
    found.push(unit)
    unit.units.forEach(add)
  }
  for (const section of plan.allSections) section.units.forEach(add)
  return found.sort((a, b) => a.span.start - b.span.start)
})

/** The plan's metadata, fields inside them included. */
export function allMetadata(plan: Plan): readonly BoundField[] {
  const found: BoundField[] = []
  addFields(plan.metadata, found)
  return found
}

function addUnit(unit: Unit, found: BoundField[]): void {
  if (unit.part.struck) return
  addFields(unit.fields, found)
  for (const child of unit.units) addUnit(child, found)
}

function addFields(fields: readonly BoundField[], found: BoundField[]): void {
  for (const field of fields) {
    found.push(field)
    addFields(field.fields, found)
  }
}
