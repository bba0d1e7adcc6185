/** Which sections are due, and which are done, by the phase and the status that a plan is in. */
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/plan/bind-types.ts'
import { currentPhase, mustBeComplete, mustBeCompleteAt, isDue, statedPhase } from '../../src/checks/phases.ts'
import { ownProfile, planBy } from '../plan/own-plan.ts'

const own = ownProfile({
  fields: [
    { label: 'Status', values: { Draft: 'draft', Active: 'active' } },
    { label: 'Phase', values: { Look: ['draft'], Plan: ['draft'], Build: [] } }
  ],
  sections: [
    { id: 'free', title: 'Free' },
    { id: 'look', title: 'Look', from: 'Look' },
    { id: 'plan', title: 'Plan', from: 'Plan', sections: [{ id: 'part', title: 'Part' }] },
    { id: 'build', title: 'Build', from: 'Build' }
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
    expect([currentPhase(planOf(head)), which(isDue, head), which(mustBeComplete, head)]).toEqual([phase, due, done])
  })

  it('are said whatever the status', () => {
    expect([
      statedPhase(planOf(state('Draft', 'Build'))),
      statedPhase(planOf('')),
      statedPhase(planOf('', { ...own, fields: [] }))
    ]).toEqual([2, undefined, undefined])
  })

  it('hold for all that stands in a section', () => {
    const plan = planOf(state('Draft', 'Plan'))
    const at = (title: string): boolean => mustBeCompleteAt(plan.outline.source.indexOf(`## ${title}`), plan)
    expect([mustBeCompleteAt(0, plan), at('Free'), at('Look'), at('Plan'), at('Part'), at('Build')]).toEqual([
      true,
      true,
      true,
      false,
      false,
      false
    ])
    const other = planOf(state('Draft', 'Plan'), { ...own, fields: own.fields!.slice(0, 1) })
    expect(
      other.allSections.every(
        section =>
          isDue(section, other) && mustBeComplete(section, other) && mustBeCompleteAt(section.span.start, other)
      )
    ).toBe(true)
  })
})
