import type { Plan } from '../../src/plan/bind-types.ts'
import { compareOrdinals } from '../../src/outline/numbers/ordinal.ts'
import type { Part } from '../../src/outline/types.ts'
import type { NumberedDependency } from '../../src/plan/units/numbered-dependencies.ts'
import { numberedDependencies } from '../../src/plan/units/numbered-dependencies.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** What a title by its word and number depends on is there, comes before it, and does not wait for it in turn. */
export function* checkNumbered(plan: Plan): Iterable<Problem<'unknownDependency' | 'laterDependency' | 'circular'>> {
  const all = numberedDependencies(plan)
  const circular = new Set<NumberedDependency>()
  for (const each of all) {
    const { titles, own, number, place } = each
    const other = titles.find(number)
    const data = { name: titles.word, id: number, own: callOf(own) }
    if (!titles.has(number))
      yield {
        message: 'unknownDependency',
        data,
        at: place,
        help: `Name a ${titles.word} that there is, or take the dependency out`,
        severity: 'warning'
      }
    else if (other && each.isField && (other === own || dependsOn(other, own, all))) {
      if (circular.has(each)) continue
      for (const back of all) if (back.own === other && back.titles.find(back.number) === own) circular.add(back)
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

function dependsOn(from: Part, on: Part, all: readonly NumberedDependency[]): boolean {
  return all.some(({ own, titles, number, isField }) => isField && own === from && titles.find(number) === on)
}

/** "Task 2.1", as it is written. */
function callOf({ ordinal, title }: Part): string {
  return title
    .slice(ordinal!.start, ordinal!.end)
    .trim()
    .replace(/[:.)\s–—-]{1,4}$/u, '')
}
