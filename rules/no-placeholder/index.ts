import type { Plan } from '../../src/plan/bind-types.ts'
import { mustBeCompleteAt, isOver, sectionAt } from '../../src/checks/phases.ts'
import { isPromisedAt } from '../../src/checks/unwritten.ts'
import type { Leftover } from '../../src/plan/leftovers/placeholders.ts'
import { leftoversOf } from '../../src/plan/leftovers/placeholders.ts'
import { isUnfilledAt } from '../../src/plan/leftovers/unfilled.ts'
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
  whenOff: 'For templates, and for documents whose subject is placeholders; a single page can say so by a comment.',
  severity: 'error',
  messages: {
    leftover: d => `Placeholder ${d.text} left from the template`,
    word: d => `Placeholder ${d.text} left`,
    sentence: d => `Instruction of the template left: ${d.text}`,
    row: d => `Example row of the template left: ${d.text}`
  },
  several: { leftover: severalLeft, word: severalLeft, row: severalLeft, sentence: severalSentences },
  *check({ plan }) {
    for (const [found, ...rest] of inRuns(plan)) {
      const { offset } = found.place.start
      const section = sectionAt(offset, plan)
      if (!mustBeCompleteAt(offset, plan) || section?.spec.placeholders === false) continue
      if (isPromisedAt(offset, found.text, plan)) continue
      yield {
        message: found.kind,
        data: { text: quote(found.text) },
        at: found.place,
        help: remedyFor(found, plan),
        ...(rest.length > 0 ? { related: rest.map(({ place, text }) => ({ place, message: quote(text) })) } : {}),
        // A skeleton must not pass where the missing section failed.
        ...(section && isOver(section, plan) ? { state: 'approved' as const } : {}),
        ...(found.kind === 'sentence' && !isUnfilledAt(offset, plan) ? { severity: 'warning' as const } : {})
      }
    }
  }
})

/** What is left, instructions that follow on each other as one: they were left by one deed. */
function inRuns(plan: Plan): [Leftover, ...Leftover[]][] {
  const runs: [Leftover, ...Leftover[]][] = []
  for (const found of leftoversOf(plan)) {
    const before = runs.at(-1)
    if (before && isNextTo(before.at(-1)!, found, plan)) before.push(found)
    else runs.push([found])
  }
  return runs
}

function isNextTo(one: Leftover, other: Leftover, { outline: { source } }: Plan): boolean {
  if (one.kind !== 'sentence' || other.kind !== 'sentence') return false
  return !/[\p{L}\p{N}#](?!\d?[.)])/u.test(source.slice(one.place.end.offset, other.place.start.offset))
}
