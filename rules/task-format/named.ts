import { lostNames } from '../../src/checks/names/lost.ts'
import { quote } from '../../src/outline/text.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { asksFor } from '../../src/plan/sentences/sentences.ts'
import { isCalled } from '../../src/plan/units/parts/named-parts.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** What is said of units with names that tools pass over; worded with the rule's other messages. */
export type NamedMessage = 'nameLost' | 'nameAstray' | 'nameNone'

/** Of scenarios their own rule speaks. */
export function* checkNamed(plan: Plan): Iterable<Problem<NamedMessage>> {
  for (const { kind, spec, title, name, place, expected, sections } of lostNames(plan)) {
    if (asksFor(spec, 'scenario')) continue
    const places = sections.map(section => `"${section}"`).join(', ')
    if (kind === 'other') {
      yield {
        message: 'nameNone',
        data: { found: quote(title), name: spec.role },
        at: place,
        help: `Write it as a ${spec.role} with all that belongs to one, under "${expected}", or move it out of the section`,
        severity: 'warning'
      }
      continue
    }
    yield kind === 'place'
      ? {
          message: 'nameAstray',
          data: { name: spec.role, found: quote(name), sections: places },
          at: place,
          help: `Move it below one of them, or write it without "${title.split(':', 1)[0]!}:"`,
          severity: 'error'
        }
      : {
          message: 'nameLost',
          data: { expected, found: quote(title) },
          at: place,
          help: `Write "${expected}"`,
          // Without the word it may be meant for something else.
          severity: isCalled(spec, title) ? 'error' : 'warning'
        }
  }
}
