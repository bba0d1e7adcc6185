/** Which sections are due, and which are done, by the phase and the status that a plan is in. */
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/plan/bind-types.ts'
import { currentPhase, isDone, isDoneAt, isDue, statedPhase } from '../../src/checks/expect.ts'
import { ownProfile, planBy } from './own-plan.ts'

const own = ownProfile({
  fields: [{ label: 'Status' }, { label: 'Phase' }],
  status: { field: 'Status', states: { Draft: 'draft', Active: 'active' } },
  progress: {
    field: 'Phase',
    values: ['Look', 'Plan', 'Build'],
    allowed: { Draft: ['Look', 'Plan'] }
  },
  sections: [
    { id: 'free', title: 'Free' },
    { id: 'look', title: 'Look', phase: 0 },
    { id: 'plan', title: 'Plan', phase: 1, sections: [{ id: 'part', title: 'Part' }] },
    { id: 'build', title: 'Build', phase: 2 }
  ]
})
const planOf = (head: string, profile = own): Plan => {
  const text = `# Own\n\n${head}\n\n## Free\n\nA word.\n\n## Look\n\nA word.\n\n## Plan\n\nA word.\n\n### Part\n\nA word.\n\n## Build\n\nA word.\n`
  return planBy(profile, text)
}
const which = (is: typeof isDue, head: string): string => {
  const plan = planOf(head)
  return plan.allSections
    .filter(section => is(section, plan))
    .map(({ spec }) => spec.id)
    .join(' ')
}
const state = (status: string, phase: string): string => `**Status**: ${status}\n**Phase**: ${phase}`

describe('phases', () => {
  it.each([
    [state('Draft', 'Look'), 0, 'free look', 'free'],
    [state('Draft', 'Plan'), 1, 'free look plan part', 'free look'],
    [state('Draft', 'Build'), undefined, 'free', 'free'],
    [state('Draft', ''), undefined, 'free', 'free'],
    [state('Draft', 'Look or Plan'), undefined, 'free', 'free'],
    [state('Active', 'Look'), 0, 'free look plan build part', 'free'],
    [state('Active', 'Build'), 2, 'free look plan build part', 'free look plan part'],
    [state('Active', ''), undefined, 'free look plan build part', 'free look plan build part'],
    ['**Phase**: Plan', 1, 'free look plan part', 'free look']
  ])('%j', (head, phase, due, done) => {
    expect([currentPhase(planOf(head)), which(isDue, head), which(isDone, head)]).toEqual([phase, due, done])
  })

  it('are said whatever the status', () => {
    expect([
      statedPhase(planOf(state('Draft', 'Build'))),
      statedPhase(planOf('')),
      statedPhase(planOf('', { ...own, progress: undefined } as never))
    ]).toEqual([2, undefined, undefined])
  })

  it('hold for all that stands in a section', () => {
    const plan = planOf(state('Draft', 'Plan'))
    const at = (title: string): boolean => isDoneAt(plan.outline.source.indexOf(`## ${title}`), plan)
    expect([isDoneAt(0, plan), at('Free'), at('Look'), at('Plan'), at('Part'), at('Build')]).toEqual([
      true,
      true,
      true,
      false,
      false,
      false
    ])
    const { progress: _, ...plain } = own
    const other = planOf(state('Draft', 'Plan'), plain)
    expect(
      other.allSections.every(
        section => isDue(section, other) && isDone(section, other) && isDoneAt(section.span.start, other)
      )
    ).toBe(true)
  })
})
