import { statedCounts } from '../../src/plan/counts/counts.ts'
import type { StatedCount } from '../../src/plan/counts/counts.ts'
import { statedSums } from '../../src/plan/counts/sums.ts'
import { unitTotals } from '../../src/plan/counts/unit-totals.ts'
import { quote } from '../../src/outline/text.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { pluralOf } from '../../src/util/plural.ts'

export default defineRule<'listed' | 'units' | 'sum'>({
  id: 'stated-counts',
  summary: 'What a plan counts is as many as it says.',
  why: 'Where three steps are announced and four are listed, one was added late or one was lost; whoever carries the plan out cannot tell which.',
  whenOff: 'Where lists are shortened on purpose, and the numbers speak of the whole.',
  severity: 'warning',
  messages: {
    listed: d => `Conflicting count ${d.text}: ${d.found} ${d.what} below it`,
    units: d => `Conflicting count ${d.text}: the plan has ${d.found}`,
    sum: d => `Conflicting total in column "${d.column}": ${d.text}, but its rows make ${d.sum}`
  },
  *check({ plan }) {
    for (const count of statedCounts(plan)) {
      if (agrees(count)) continue
      const { found, what, place } = count.held
      yield {
        message: 'listed',
        data: { text: quote(count.text), found, what: found === 1 ? what : pluralOf(what) },
        at: count.place,
        help: 'Change the number, or add what is missing, or take out what is too much',
        related: [{ place, message: `${found} here` }]
      }
    }
    for (const { number, text, place, found, others, last } of unitTotals(plan)) {
      if (number === found || others.includes(number)) continue
      yield {
        message: 'units',
        data: { text: quote(text), found },
        at: place,
        help: 'Change the number, or add what is missing, or take out what is too much',
        related: [{ place: last, message: 'The last one' }]
      }
    }
    for (const { column, text, place, sum, isRight } of statedSums(plan)) {
      if (isRight) continue
      yield { message: 'sum', data: { column, text, sum }, at: place, help: `Write ${sum}, or correct the rows above` }
    }
  }
})

/** Where entries stand for several, there may be more than are seen, but no fewer. */
function agrees({ number, held: { found, others, isBundled } }: StatedCount): boolean {
  return number === found || others.includes(number) || (isBundled && number > found)
}
