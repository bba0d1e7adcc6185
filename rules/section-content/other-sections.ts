import type { Plan } from '../../src/plan/bind-types.ts'
import { allKeysOf } from '../../src/plan/fields.ts'
import { allUnits } from '../../src/plan/every.ts'
import { holdsFillIn } from '../../src/plan/leftovers/fill-in.ts'
import { shortNamesOf } from '../../src/outline/title.ts'
import type { Part } from '../../src/outline/types.ts'
import { openingDemand } from '../../src/profiles/holders.ts'
import { takenFor } from '../../src/detect/untemplated.ts'
import type { Problem, RuleContext } from '../../src/lint/rule.ts'
import { groupBy } from '../../src/util/group.ts'

/** What is asked for nowhere may go. */
export const orTakeOut = 'Write what belongs there, or take the heading out'

/**
 * Headings with nothing below them that the profile does not name. Where most of their neighbours are as bare, the headings themselves are what is said:
 * a list of tasks by their titles. A comment that asks for more says that they are not.
 * Of the one that would hold the work of a plan without any, that is told.
 */
export function* otherSections({
  plan,
  selection,
  path
}: Pick<RuleContext, 'plan' | 'selection' | 'path'>): Iterable<Problem<'empty'>> {
  const all = [...emptySections(plan)]
  const found = all.length === 1 ? takenFor(plan.outline, selection, path) : undefined
  if (!found || found.match) yield* all
}

function* emptySections(plan: Plan): Iterable<Problem<'empty'>> {
  const demand = openingDemand(plan.profile, 'sections')
  const isDemanded = demand !== undefined && demand.required !== false
  const severity = isDemanded && demand.required !== 'warning' ? 'error' : 'warning'
  const named = namedParts(plan)
  const headings = plan.outline.parts.filter(part => part.form === 'heading' && part.level > 1 && !named.has(part))
  for (const siblings of groupBy(headings, part => part.parent).values()) {
    const empty = siblings.filter(part => isEmpty(part, plan))
    const told =
      isDemanded && empty.length * 2 < siblings.length
        ? empty
        : empty.filter(part => holdsFillIn({ start: part.place.end.offset, end: part.span.end }, plan))
    for (const part of told)
      yield {
        message: 'empty',
        data: { title: part.title },
        at: part.place,
        help: orTakeOut,
        severity
      }
  }
}

/** Sections of the profile; where it does not ask for others, units and fields as well: of those other rules speak. */
function namedParts(plan: Plan): ReadonlySet<Part | undefined> {
  const sections = plan.allSections.map(({ part }) => part)
  if (openingDemand(plan.profile, 'sections')) return new Set(sections)
  const units = [...allUnits(plan)]
  const fields = [...plan.allSections, ...units].flatMap(holder => holder.fields.map(({ part }) => part))
  return new Set([...sections, ...units.map(({ part }) => part), ...fields])
}

function isEmpty(part: Part, plan: Plan): boolean {
  const fields = allKeysOf(plan.profile.fields ?? [])
  return (
    !part.children.some(child => child.form === 'heading') &&
    // "## Status: done" has its value in itself.
    !shortNamesOf(part).some(name => fields.has(name)) &&
    plan.content.isEmpty({ start: part.place.end.offset, end: part.span.end })
  )
}
