import type { BoundField, Plan, Unit } from './bind-types.ts'

/** Fields of sections and units, those inside other fields included; the metadata are not among them. */
export function* allFields(plan: Plan): Iterable<BoundField> {
  for (const section of plan.allSections) {
    yield* inner(section.fields)
    for (const unit of section.units) yield* ofUnit(unit)
  }
}

function* ofUnit(unit: Unit): Iterable<BoundField> {
  yield* inner(unit.fields)
  for (const child of unit.units) yield* ofUnit(child)
}

function* inner(fields: readonly BoundField[]): Iterable<BoundField> {
  for (const field of fields) {
    yield field
    yield* inner(field.fields)
  }
}
