import { isDoneAt, isOver, sectionAt } from '../../src/checks/phases.ts'
import { isPromisedAt } from '../../src/checks/unwritten.ts'
import { leftoversOf } from '../../src/plan/leftovers/placeholders.ts'
import { quote } from '../../src/outline/text.ts'
import { remedyFor } from './remedy.ts'
import { defineRule } from '../../src/lint/rule.ts'

type Data = Record<string, string | number>

const severalLeft = ({ text }: Data) => ({
  several: 'Placeholders left in {count} places',
  one: String(text),
  help: 'Write what belongs there'
})

const severalSentences = ({ text }: Data) => ({
  several: 'Instructions of the template left in {count} places',
  one: String(text),
  help: 'Delete them'
})

export default defineRule<'leftover' | 'word' | 'sentence' | 'row'>({
  id: 'no-placeholder',
  summary: 'No text of the template and no TBD is left.',
  why: 'A placeholder is a decision that nobody made. Whoever executes the plan will make it, in a hurry.',
  severity: 'error',
  messages: {
    leftover: d => `Placeholder ${d.text} left from the template`,
    word: d => `Placeholder ${d.text} left`,
    sentence: d => `Instruction of the template left: ${d.text}`,
    row: d => `Example row of the template left: ${d.text}`
  },
  several: { leftover: severalLeft, word: severalLeft, row: severalLeft, sentence: severalSentences },
  *check({ plan }) {
    for (const found of leftoversOf(plan)) {
      const { offset } = found.place.start
      const section = sectionAt(offset, plan)
      if (!isDoneAt(offset, plan) || section?.spec.placeholders === false) continue
      if (isPromisedAt(offset, found.text, plan)) continue
      yield {
        message: found.kind,
        data: { text: quote(found.text) },
        at: found.place,
        help: remedyFor(found, plan),
        // A skeleton must not pass where the missing section failed.
        ...(section && isOver(section, plan) ? { state: 'approved' as const } : {}),
        ...(found.kind === 'sentence' ? { severity: 'warning' as const } : {})
      }
    }
  }
})
