import type { BoundSection, Plan, Unit } from './bind-types.ts'
import { clarificationsOf } from './clarifications.ts'
import { bodySpan } from './bind.ts'

/** Struck through, ticked, or with its answer: nothing is open. */
export function isQuestionAnswered(source: string): boolean {
  return /~~|\[[xX]\]|✅|\b(?:resolved|answered|decided|decision|answer|resolution|closed)\b\s*[:*(—–-]/i.test(source)
}

/** How many questions a plan asks, and how many of them nobody has answered. */
export function countQuestions(plan: Plan): { total: number; open: number } {
  const marked = clarificationsOf(plan).length
  const count = { total: marked, open: marked }
  for (const section of plan.allSections) {
    if (section.state !== 'filled') continue
    for (const isOpen of questionsOf(section, plan)) {
      count.total++
      if (isOpen) count.open++
    }
  }
  return count
}

/** Whether each question of a section is open; its boxes are questions where it asks none otherwise. */
function questionsOf(section: BoundSection, plan: Plan): boolean[] {
  const units = section.units.filter(unit => unit.role === 'question')
  if (units.length > 0) return units.map(unit => !isQuestionAnswered(sourceOf(unit, plan)))
  return section.spec.checklist?.role === 'question'
    ? plan.content.checkboxes(bodySpan(section)).map(box => box.state !== 'done')
    : []
}

function sourceOf(unit: Unit, plan: Plan): string {
  return plan.content.said(unit.span)
}
