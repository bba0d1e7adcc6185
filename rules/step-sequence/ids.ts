import { startOf } from '../../src/outline/nodes.ts'
import { foreignTo } from '../../src/checks/ids/foreign-ids.ts'
import { missingIds } from '../../src/checks/ids/missing-ids.ts'
import { missingIdProblem } from '../words/missing-id.ts'
import { freeId } from '../../src/checks/ids/free-id.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { idsOf, listOf, refsOf } from '../../src/plan/units/ids.ts'
import type { IdDeclaration } from '../../src/plan/units/ids.ts'
import { groupBy } from '../../src/util/group.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Related } from '../../src/types.ts'

/** What is said of identifiers; worded with the rule's other messages. */
export type IdMessage = 'sameId' | 'noId' | 'foreign'

/** Identifiers that units declare: each once, below the unit whose number it begins with, and on all units but boxes where the profile wants them. */
export function* checkIds(plan: Plan): Iterable<Problem<IdMessage>> {
  const seen = new Map<string, IdDeclaration>()
  const groups = new Map<Unit, { expected: string; related: Related[] }>()
  const all = idsOf(plan)
  const takenBy = new Map([...groupBy(all, ({ role }) => role)].map(([role, ids]) => [role, new Set(ids.map(lower))]))
  const offered = new Map<Unit, string>()
  const named = new Set(refsOf(plan).map(ref => ref.id.toLowerCase()))
  for (const id of all) {
    // Places, names and fields are told of elsewhere.
    const from = id.unit.spec.id?.from
    if (!id.unit.spec.id || (from !== undefined && from !== 'code' && from !== 'number')) continue
    // Each list may count from 1 anew.
    const list = from === 'number' && id.unit.lead?.id === undefined ? listOf(id.unit, plan.outline) : undefined
    const key = `${id.role} ${id.text.toLowerCase()} ${list ? startOf(list) : ''}`
    const { order } = id.unit.spec
    const weight = order === undefined ? {} : { severity: order }
    const first = seen.get(key)
    if (first) {
      const free = freeId(id, all, takenBy.get(id.role)!)
      if (free !== undefined) {
        takenBy.get(id.role)!.add(free.toLowerCase())
        offered.set(id.unit, free)
      }
      yield {
        message: 'sameId',
        data: { name: id.role, found: id.text },
        at: id.place,
        help: `Give one of the two an identifier of its own${free === undefined ? '' : `: this one may be ${free}`}`,
        related: [{ place: first.place, message: `First ${id.role} ${id.text}` }],
        ...weight
      }
    } else seen.set(key, id)
    const foreign = foreignTo(id)
    if (first || !foreign) continue
    const { outer, expected, head } = foreign
    // The number that it stands below is the slip.
    if (offered.get(id.unit.parent!) === expected) continue
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
        help: `Move it below ${expected}, or number it ${head}.N${named.has(lower(id)) ? ', there and where it is referred to' : ''}`,
        related,
        ...weight
      }
    }
  }
  for (const missing of missingIds(plan))
    if (missing.unit.part.form !== 'box' && missing.unit.part.form !== 'row') yield missingIdProblem(missing)
}

const lower = ({ text }: IdDeclaration): string => text.toLowerCase()
