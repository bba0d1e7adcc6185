import { isDone } from '../../src/checks/phases.ts'
import { quote } from '../../src/outline/text.ts'
import { vagueIn } from './vague.ts'
import type { SectionSpec } from '../../src/profiles/schema.ts'
import { holdersOf } from '../../src/profiles/holders.ts'
import { defineRule } from '../../src/lint/rule.ts'

export default defineRule<'vague'>({
  id: 'vague-wording',
  summary: 'Where a plan must be exact, it leaves nothing to "etc." or "as needed".',
  why: 'Whoever executes the plan fills in what "etc." stands for, and nobody will have agreed to it.',
  severity: 'error',
  applies: profile => holdersOf(profile).some(isExact),
  messages: { vague: d => `Vague wording ${d.text} in "${d.title}"` },
  *check({ plan, profile }) {
    const words = profile.vague ?? []
    const told = new Set<number>()
    const exact = plan.allSections.filter(
      section => section.state === 'filled' && section.spec.vague && isDone(section, plan)
    )
    for (const section of exact.reverse()) {
      for (const { text, place } of vagueIn(section.span, words, plan)) {
        if (told.has(place.start.offset)) continue
        told.add(place.start.offset)
        yield {
          message: 'vague',
          data: { text: quote(text), title: section.spec.title },
          at: place,
          help: 'Name what is meant, one by one, or say that there is nothing else'
        }
      }
    }
  }
})

function isExact(spec: SectionSpec): boolean {
  return spec.vague === true || (spec.sections ?? []).some(isExact)
}
