import type { Plan } from '../../src/plan/bind-types.ts'
import type { Part } from '../../src/outline/types.ts'
import { openingDemand } from '../../src/profiles/holders.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { groupBy } from '../../src/util/group.ts'

/**
 * Headings with nothing below them that the profile does not name. Where most of their neighbours are as bare, the headings themselves are what is said:
 * a list of tasks by their titles.
 */
export function* otherSections(plan: Plan): Iterable<Problem<'empty'>> {
  const demand = openingDemand(plan.profile, 'sections')
  if (!demand || demand.required === false) return
  const severity = demand.required === 'warning' ? 'warning' : 'error'
  const named = new Set(plan.allSections.map(section => section.part))
  const headings = plan.outline.parts.filter(part => part.form === 'heading' && part.level > 1 && !named.has(part))
  for (const siblings of groupBy(headings, part => part.parent).values()) {
    const empty = siblings.filter(part => isEmpty(part, plan))
    if (empty.length * 2 >= siblings.length) continue
    for (const part of empty)
      yield {
        message: 'empty',
        data: { title: part.title },
        at: part.place,
        help: 'Write what belongs there, or take the heading out',
        severity
      }
  }
}

function isEmpty(part: Part, plan: Plan): boolean {
  return (
    !part.children.some(child => child.form === 'heading') &&
    plan.content.isEmpty({ start: part.place.end.offset, end: part.span.end })
  )
}
