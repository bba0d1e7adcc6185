import { foreignTo } from '../../src/checks/ids/foreign-ids.ts'
import { missingIds } from '../../src/checks/ids/missing-ids.ts'
import { missingIdProblem } from '../words/missing-id.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { idsOf } from '../../src/plan/units/ids.ts'
import type { IdDeclaration } from '../../src/plan/units/ids.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Related } from '../../src/types.ts'

/** What is said of identifiers; worded with the rule's other messages. */
export type IdMessage = 'sameId' | 'noId' | 'foreign'

/** Identifiers that units declare: each once, below the unit whose number it begins with, and on all units but boxes where the profile wants them. */
export function* checkIds(plan: Plan): Iterable<Problem<IdMessage>> {
  const seen = new Map<string, IdDeclaration>()
  const groups = new Map<Unit, { expected: string; related: Related[] }>()
  for (const id of idsOf(plan)) {
    // Places, names and fields are told of elsewhere.
    if (!id.unit.spec.id || (id.unit.spec.id.from !== undefined && id.unit.spec.id.from !== 'code')) continue
    const key = `${id.role} ${id.text.toLowerCase()}`
    const { order } = id.unit.spec
    const weight = order === undefined ? {} : { severity: order }
    const first = seen.get(key)
    if (first)
      yield {
        message: 'sameId',
        data: { name: id.role, found: id.text },
        at: id.place,
        help: 'Give one of the two an identifier of its own',
        related: [{ place: first.place, message: `First ${id.role} ${id.text}` }],
        ...weight
      }
    else seen.set(key, id)
    const foreign = foreignTo(id)
    if (first || !foreign) continue
    const { outer, expected } = foreign
    const same = groups.get(id.unit.parent!)
    // Where all below a unit have another number, it is one slip.
    if (same?.expected === expected) same.related.push({ place: id.place, message: 'Here too' })
    else {
      const related: Related[] = []
      groups.set(id.unit.parent!, { expected, related })
      yield {
        message: 'foreign',
        data: { name: id.role, found: id.text, expected, outer },
        at: id.place,
        help: `Move it below ${expected}, or number it ${outer}.N`,
        related,
        ...weight
      }
    }
  }
  for (const missing of missingIds(plan))
    if (missing.unit.part.form !== 'box' && missing.unit.part.form !== 'row') yield missingIdProblem(missing)
}
