import { enumerate } from '../../src/util/enumerate.ts'
import { isNothing } from '../../src/outline/nothing.ts'
import { quote } from '../../src/outline/text.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import { asksFor, bodyOf, firstOf, sentencesOf } from '../../src/plan/sentences/sentences.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'
import { allUnitSpecs } from '../../src/profiles/units.ts'
import { defineRule } from '../../src/lint/rule.ts'

/** "- **FR-002**:" with nothing behind it. */
function isIdAlone({ spec, part, lead, span }: Unit, plan: Plan): boolean {
  return (
    part.form === 'item' &&
    spec.id !== undefined &&
    lead?.id !== undefined &&
    isNothing(lead.rest) &&
    isNothing(plan.outline.source.slice(span.start, span.end).replace(lead.id, '').trim())
  )
}

export default defineRule<'unbound' | 'empty'>({
  id: 'requirement-form',
  summary: 'Every requirement says how much it binds, in the words of its format: SHALL, MUST.',
  why: 'Without such a word nobody can tell a demand from a description, and what reads requirements by it passes over the sentence.',
  whenOff: 'Where the team has agreed on other words that bind, and no tool of the format reads the requirements.',
  severity: 'warning',
  applies: profile => allUnitSpecs(profile).some(unit => asksFor(unit, 'normative')),
  messages: {
    empty: d => `Missing text of ${d.name} ${d.text}`,
    unbound: d => `Missing ${d.words} in ${d.name} ${d.text}`
  },
  *check({ plan }) {
    for (const unit of allUnits(plan))
      if (unit.part.form === 'heading' && asksFor(unit.spec, 'normative') && isNothing(bodyOf(unit, plan)))
        yield {
          message: 'empty',
          data: { name: unit.spec.role, text: quote(unit.name) },
          at: unit.part.place,
          help:
            unit.spec.content!.find(({ kind }) => kind === 'normative')!.hint ?? 'Say below the heading what must hold',
          severity: 'error'
        }
    for (const unit of allUnits(plan))
      if (isIdAlone(unit, plan))
        yield {
          message: 'empty',
          data: { name: unit.spec.role, text: quote(unit.lead!.id!) },
          at: unit.part.place,
          help: unit.spec.content?.find(({ kind }) => kind === 'normative')?.hint ?? 'Say what must hold'
        }
    for (const { unit, demand, lacks } of sentencesOf(plan, 'normative')) {
      const words = (demand.words ?? []).map(firstOf)
      // What is still asked, or left to fill in, is told of as such.
      if (lacks.length < words.length || hasLeftover(unit.span, plan)) continue
      yield {
        message: 'unbound',
        data: {
          words: enumerate(words, 'or'),
          name: unit.spec.role,
          text: quote(unit.lead?.id ?? unit.part.title)
        },
        at: unit.part.place,
        help: demand.hint ?? `Say with ${words[0]!} what must hold`,
        severity: demand.required === 'warning' ? 'warning' : 'error'
      }
    }
  }
})
