import type { DemandDefect } from '../../src/checks/demands/demand-defects.ts'
import { demandDefects } from '../../src/checks/demands/demand-defects.ts'
import type { EntryDemand } from '../../src/checks/demands/entry-demands.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { quote } from '../../src/outline/text.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { contentNames } from '../words/content.ts'
import type { Id } from './id.ts'

/** What a section lacks of the content that its profile demands. */
export function* lackingDemands(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  for (const defect of demandDefects(section, plan)) {
    const { place: at, severity } = defect
    yield { ...worded(defect, section.spec.title), at, ...(severity ? { severity } : {}) }
  }
}

function worded(defect: DemandDefect, title: string): Pick<Problem<Id>, 'message' | 'data' | 'help'> {
  switch (defect.kind) {
    case 'lacks': {
      const want = contentNames[defect.demand.kind]
      const help = defect.demand.hint ?? `Write a ${want} under "${title}"`
      return { message: 'lacks', data: { want, title }, help }
    }
    case 'dates':
      return {
        message: 'lacks',
        data: { want: 'dates', title },
        help: 'Begin each entry with its date: "YYYY-MM-DD: …"'
      }
    case 'column':
      return { message: 'column', data: { column: defect.column, title }, help: `Add a column "${defect.column}"` }
    case 'rows':
      return { message: 'rows', data: { title }, help: 'Fill in a row, or write "None" with the reason in its place' }
    case 'gap':
      return {
        message: 'gap',
        data: { text: quote(defect.row), column: defect.columns.join('", "') },
        help: 'Fill it in, or write "-" where there is none'
      }
    case 'cell':
      return {
        message: 'cell',
        data: { text: quote(defect.text), column: defect.column },
        help: `Write one of ${defect.values.join(', ')}`
      }
    case 'item': {
      const { name, help } = entries[defect.each]
      return { message: 'item', data: { what: name, text: quote(defect.text) }, help }
    }
  }
}

/** What every entry of a list must say, and how it is made to say it: in sentences, since a sample would be taken over as it is. */
const entries: Readonly<Record<EntryDemand, { name: string; help: string }>> = {
  date: { name: 'date', help: 'Begin it with the date: "YYYY-MM-DD: …"' },
  rationale: { name: 'reason', help: 'Say why behind the name, after a colon' },
  context: { name: 'context', help: 'Say behind the name, after a colon, what is known of it' },
  person: { name: 'person to ask', help: 'Name whom to ask behind it, with an @ before the name' },
  mitigation: { name: 'mitigation', help: 'Say behind it, after an arrow (→), what is done about it' },
  path: { name: 'file path', help: 'Name the file by its path, in backticks' },
  arrow: { name: 'consequence (→)', help: 'Say behind it, after an arrow (→), what follows from it' },
  outcome: {
    name: 'action or result',
    help: 'Write all three of it, with arrows (→) between: the case, what is done, what comes of it'
  },
  description: { name: 'description', help: 'Say behind the name, after a colon, what it is for' }
}
