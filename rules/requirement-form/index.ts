import { quote } from '../../src/outline/text.ts'
import { asksFor, sentencesOf } from '../../src/plan/sentences/sentences.ts'
import { allUnitSpecs } from '../../src/profiles/units.ts'
import { defineRule } from '../../src/lint/rule.ts'

export default defineRule<'unbound'>({
  id: 'requirement-form',
  summary: 'Every requirement says how much it binds, in the words of its format: SHALL, MUST.',
  why: 'Without such a word nobody can tell a demand from a description, and what reads requirements by it passes over the sentence.',
  severity: 'warning',
  applies: profile => allUnitSpecs(profile).some(unit => asksFor(unit, 'normative')),
  messages: {
    unbound: d => `Missing ${d.words} in ${d.name} ${d.text}`
  },
  *check({ plan }) {
    for (const { unit, demand, lacks } of sentencesOf(plan, 'normative')) {
      const words = demand.words ?? []
      if (lacks.length < words.length) continue
      yield {
        message: 'unbound',
        data: {
          words: words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}` : words[0]!,
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
