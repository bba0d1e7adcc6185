import { mustBeComplete, sectionAt } from '../../src/checks/phases.ts'
import { quote } from '../../src/outline/text.ts'
import { vagueIn, vagueWords } from './vague.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import type { VagueWord } from './vague.ts'
import { once } from '../../src/util/once.ts'
import type { Profile, SectionSpec } from '../../src/profiles/schema.ts'
import { allHoldersOf, isUnderRule } from '../../src/profiles/holders.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'

export default defineRule<'vague'>({
  id: 'vague-wording',
  summary: 'Where a plan must be exact, it leaves nothing to "etc." or "as needed".',
  why: 'Whoever executes the plan fills in what "etc." stands for, and nobody will have agreed to it.',
  whenOff: 'For early drafts, in which "as needed" is still the truth.',
  severity: 'error',
  applies: profile => profile.vague !== undefined || allHoldersOf(profile).some(isUnder),
  messages: { vague: d => `Vague wording ${d.text} in "${d.title}"` },
  *check({ plan, profile }) {
    const { own, exact: all } = wordsOf(profile)
    const reported = new Set<number>()
    const problemOf = ({ text, place }: VagueWord, title: string): Problem<'vague'> => {
      reported.add(place.start.offset)
      return {
        message: 'vague',
        data: { text: quote(text), title },
        at: place,
        help: 'Name what is meant, one by one, or say that there is nothing else'
      }
    }
    const exact = plan.allSections.filter(
      section => section.state === 'filled' && isUnder(section.spec) && mustBeComplete(section, plan)
    )
    for (const section of exact.reverse())
      for (const found of vagueIn(section.span, all, plan))
        if (!reported.has(found.place.start.offset)) yield problemOf(found, section.spec.title)
    if (own.length === 0) return
    for (const found of vagueIn({ start: 0, end: plan.outline.source.length }, own, plan)) {
      const { offset } = found.place.start
      if (reported.has(offset) || sectionAt(offset, plan)?.spec.placeholders === false) continue
      yield problemOf(found, titleAt(offset, plan))
    }
  }
})

/** What is vague wherever it stands, and what is where a plan must be exact. */
const wordsOf = once(({ vague: own = [] }: Profile) => ({ own, exact: [...vagueWords, ...own] }))

/** What the words stand in: the innermost unit or section, else the plan. */
function titleAt(offset: number, plan: Plan): string {
  const unit = allUnits(plan).findLast(({ span }) => span.start <= offset && offset < span.end)
  return unit?.part.title ?? sectionAt(offset, plan)?.spec.title ?? plan.title?.title ?? plan.profile.title
}

function isUnder(spec: SectionSpec): boolean {
  return isUnderRule(spec, 'vague-wording')
}
