import type { Plan } from '../../src/plan/bind-types.ts'
import { compareOrdinals } from '../../src/outline/numbers/ordinal.ts'
import type { Part } from '../../src/outline/types.ts'
import type { NumberedDependency } from '../../src/plan/units/numbered-dependencies.ts'
import { numberedDependencies } from '../../src/plan/units/numbered-dependencies.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { groupBy } from '../../src/util/group.ts'

/** What a title by its word and number depends on is there, comes before it, and does not wait for it in turn. */
export function* checkNumbered(plan: Plan): Iterable<Problem<'unknownDependency' | 'laterDependency' | 'circular'>> {
  const all = numberedDependencies(plan)
  const waits = waitsOf(all)
  /** What already stands in a finding of two that wait for each other. */
  const told = new Set<NumberedDependency>()
  for (const each of all) {
    const { titles, own, number, place } = each
    const other = titles.find(number)
    const data = { name: titles.word, id: number, own: callOf(own) }
    const back = (other && waits.get(other)?.get(own)) ?? []
    if (!titles.has(number))
      yield {
        message: 'unknownDependency',
        data,
        at: place,
        help: `Name a ${titles.word} that there is, or take the dependency out`,
        severity: 'warning'
      }
    else if (other && each.isField && (other === own || back.length > 0)) {
      if (told.has(each)) continue
      for (const its of back) told.add(its)
      yield {
        message: 'circular',
        data: { ...data, other: callOf(other) },
        at: place,
        help: 'Take one of the two dependencies out, or split what both need off as a step of its own',
        severity: 'warning',
        related: other === own ? [] : [{ place: other.place, message: 'It waits for this one' }]
      }
    } else if (other && each.isField && compareOrdinals(other.ordinal!, own.ordinal!) > 0)
      yield {
        message: 'laterDependency',
        data: { ...data, id: callOf(other) },
        at: place,
        help: `Put ${callOf(other)} before it, or take the dependency out`,
        severity: 'warning',
        related: [{ place: other.place, message: `${callOf(other)} comes here` }]
      }
  }
}

/** By who waits and for whom: what fields say of it. */
function waitsOf(all: readonly NumberedDependency[]): Map<Part, Map<Part | undefined, NumberedDependency[]>> {
  const waits = new Map<Part, Map<Part | undefined, NumberedDependency[]>>()
  for (const [own, dependencies] of groupBy(
    all.filter(({ isField }) => isField),
    each => each.own
  ))
    waits.set(
      own,
      groupBy(dependencies, ({ titles, number }) => titles.find(number))
    )
  return waits
}

/** "Task 2.1", as it is written. */
function callOf({ ordinal, title }: Part): string {
  return title
    .slice(ordinal!.start, ordinal!.end)
    .trim()
    .replace(/[:.)\s–—-]{1,4}$/u, '')
}
