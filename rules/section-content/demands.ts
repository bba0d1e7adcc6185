import { demandDefects } from '../../src/checks/demand-defects.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { quote } from '../../src/outline/text.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { entryHelp } from './entry-help.ts'
import type { Id } from './id.ts'

/** What a section lacks of the content that its profile demands. */
export function* lackingDemands(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const { title } = section.spec
  for (const defect of demandDefects(section, plan)) {
    const { kind, place, what, severity } = defect
    const weight = severity ? { severity } : {}
    if (kind === 'lacks')
      yield {
        message: 'lacks',
        data: { want: what, title },
        at: place,
        help: defect.help ?? `Write a ${what} under "${title}"`,
        ...weight
      }
    else if (kind === 'dates')
      yield {
        message: 'lacks',
        data: { want: 'dates', title },
        at: place,
        help: 'Begin each entry with its date: "2025-03-31: …"',
        ...weight
      }
    else if (kind === 'column')
      yield { message: 'column', data: { column: what, title }, at: place, help: `Add a column "${what}"`, ...weight }
    else if (kind === 'rows')
      yield {
        message: 'rows',
        data: { title },
        at: place,
        help: 'Fill in a row, or write "None" with the reason',
        ...weight
      }
    else if (kind === 'gap')
      yield {
        message: 'gap',
        data: { text: quote(defect.text!), column: what },
        at: place,
        help: 'Fill it in, or write "-" where there is none',
        ...weight
      }
    else if (kind === 'cell')
      yield {
        message: 'cell',
        data: { text: quote(defect.text!), column: what },
        at: place,
        help: `Write one of ${defect.values!.join(', ')}`,
        ...weight
      }
    else
      yield {
        message: 'item',
        data: { what, text: quote(defect.text!) },
        at: place,
        help: entryHelp[defect.each!],
        ...weight
      }
  }
}
