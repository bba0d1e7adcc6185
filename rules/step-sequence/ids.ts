import type { Plan } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import { idsOf } from '../../src/plan/units/ids.ts'
import type { IdDeclaration } from '../../src/plan/units/ids.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** What is said of identifiers; worded with the rule's other messages. */
export type IdMessage = 'sameId' | 'noId' | 'foreign'

/** Identifiers that units declare: each once, below the unit whose number it begins with, and on all units where the profile wants them. */
export function* checkIds(plan: Plan): Iterable<Problem<IdMessage>> {
  const seen = new Map<string, IdDeclaration>()
  for (const id of idsOf(plan)) {
    if (!id.unit.spec.id) continue
    const key = `${id.role} ${id.text.toLowerCase()}`
    const first = seen.get(key)
    if (first)
      yield {
        message: 'sameId',
        data: { name: id.role, found: id.text },
        at: id.place,
        help: 'Give one of the two an identifier of its own',
        related: [{ place: first.place, message: `First ${id.role} ${id.text}` }]
      }
    else seen.set(key, id)
    const outer = id.unit.parent?.lead?.id
    const expected = id.text.includes('.') ? id.text.slice(0, id.text.lastIndexOf('.')) : undefined
    if (!first && outer !== undefined && expected !== undefined && expected !== outer)
      yield {
        message: 'foreign',
        data: { name: id.role, found: id.text, expected, outer },
        at: id.place,
        help: `Move it below ${expected}, or number it ${outer}.N`
      }
  }
  yield* checkMissing(plan, new Set([...seen.values()].map(({ role }) => role)))
}

function* checkMissing(plan: Plan, used: ReadonlySet<string>): Iterable<Problem<IdMessage>> {
  for (const unit of allUnits(plan)) {
    const { id, role } = unit.spec
    const isWanted = id?.required === 'once-used' ? used.has(role) : Boolean(id?.required)
    if (isWanted && unit.lead?.id === undefined)
      yield {
        message: 'noId',
        data: { name: role, title: unit.part.title },
        at: unit.part.place,
        help: `Begin it with an identifier: ${[id!.shape].flat()[0]!.replaceAll('#', '0').replace(/0$/, '1')}`,
        ...(id!.required === true ? {} : { severity: 'warning' as const })
      }
  }
}
