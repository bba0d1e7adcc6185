import { onceEach } from '../../util/once.ts'
import type { Plan, Unit } from '../bind-types.ts'
import type { IdDeclaration } from './ids.ts'
import { idsOf } from './ids.ts'

/** Units that go by a name, in document order. */
export const namedUnits: (plan: Plan) => readonly IdDeclaration[] = onceEach(plan =>
  idsOf(plan).filter(({ unit }) => unit.spec.id?.from === 'name')
)

/** A name without what people slip on: case, and how many blanks. */
export function foldedName(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ')
}

/** New names by the old ones that stand right before them, as the profile pairs them. */
const pairsOf: (plan: Plan) => ReadonlyMap<Unit, IdDeclaration> = onceEach(plan => {
  const pairs = new Map<Unit, IdDeclaration>()
  let before: IdDeclaration | undefined
  for (const id of namedUnits(plan)) {
    if (before && id.unit.spec.after === before.role) pairs.set(before.unit, id)
    before = id
  }
  return pairs
})

/** The new name that a plan gives to what a unit is the old name of. */
export function newNameOf(unit: Unit, plan: Plan): string | undefined {
  return pairsOf(plan).get(unit)?.text
}

/** Old names by new ones. */
export function renamedIn(plan: Plan): ReadonlyMap<string, string> {
  return new Map([...pairsOf(plan)].map(([old, { text }]) => [text, old.lead!.id!]))
}
