/** What is referred to is declared, and what is to be done is referred to: in one document. Other files have tests/sets. */
import { describe, expect, test } from 'vitest'
import type { Small } from './small.ts'
import { told as say, toldInFull } from './small.ts'

const profile: Small = {
  sections: [
    {
      id: 'goals',
      title: 'Goals',
      units: { role: 'goal', form: ['item'], number: false, id: { shape: 'G-###' }, coverage: {} }
    },
    {
      id: 'tasks',
      title: 'Tasks',
      units: { role: 'task', form: ['box'], number: false, id: { shape: 'T###' }, refs: { goal: 'G-###' } }
    }
  ]
}
const plan = (goals: string[], tasks: string[]): string[] => [
  '# A plan',
  '',
  '## Goals',
  '',
  ...goals,
  '',
  '## Tasks',
  '',
  ...tasks
]
const told = (goals: string[], tasks: string[]): string[] => say('traceability', profile, ...plan(goals, tasks))
const two = ['- G-001: The bell rings', '- G-002: The door opens']

describe('references', () => {
  test.each([
    ['each named once', ['- [ ] T001 Wind it (G-001)', '- [ ] T002 Oil it (G-002)']],
    ['several at one task', ['- [ ] T001 Wind and oil it (G-001, G-002)']],
    ['below the line of the task', ['- [ ] T001 Wind it', '  - for G-001 and G-002']]
  ])('%s', (_, tasks) => {
    expect(told(two, tasks)).toEqual([])
  })

  test('that nothing declares are unknown, told at the first of them', () => {
    const tasks = ['- [ ] T001 Wind it (G-001, G-002)', '- [ ] T002 Oil it (G-007)', '- [ ] T003 Paint it (G-007)']
    expect(toldInFull('traceability', profile, ...plan(two, tasks))).toEqual([
      {
        at: expect.stringMatching(/^11:/) as string,
        message: 'Unknown goal G-007: the plan has none such',
        help: 'Name one that the plan has (G-001, G-002), or add it there',
        related: ['12: Here too', '5: The first goal that there is']
      }
    ])
  })

  test('in inline code are some, too; of another shape none', () => {
    expect(told(two, ['- [ ] T001 Wind it (G-001) as `G-002` says'])).toEqual([])
    expect(told(two, ['- [ ] T001 Wind it (G-001, G-002), and GG-009'])).toEqual([])
  })
})

describe('references to tasks of which one has no identifier', () => {
  const back: Small = {
    sections: [
      {
        id: 'goals',
        title: 'Goals',
        units: { role: 'goal', form: ['item'], number: false, id: { shape: 'G-###' }, refs: { task: 'T###' } }
      },
      { id: 'tasks', title: 'Tasks', units: { role: 'task', form: ['box'], number: false, id: { shape: 'T###' } } }
    ]
  }
  const judge = (named: string): string[] =>
    say(
      'traceability',
      back,
      ...plan([`- G-001: The bell rings (${named})`], ['- [ ] T001 Wind it', '- [ ] Oil it', '- [ ] T004 Paint it'])
    )

  test.each(['T002', 'T003', 'T005', 'T001'])('%s may be its own', named => {
    expect(judge(named)).toEqual([])
  })

  test.each(['T006', 'T999'])('%s is none of them', named => {
    expect(judge(named)).toEqual([expect.stringContaining(`Unknown task ${named}: the plan has none such`)])
  })
})

describe('coverage', () => {
  test('what no task names is told of, once others are named', () => {
    expect(toldInFull('traceability', profile, ...plan(two, ['- [ ] T001 Wind it (G-001)']))).toMatchObject([
      {
        message: 'Missing reference to goal G-002: nothing in the plan names it',
        help: 'Write G-002 at what does it, or take the goal out'
      }
    ])
  })

  test('a plan that names none of them does without', () => {
    expect(told(two, ['- [ ] T001 Wind it'])).toEqual([])
  })

  test('each is told of at its place, and the profile says how heavily', () => {
    const mild = structuredClone(profile)
    ;[mild.sections[0]!.units!].flat()[0]!.coverage = { required: 'warning' }
    const goals = [...two, '- G-003: The light burns']
    expect(say('traceability', mild, ...plan(goals, ['- [ ] T001 Wind it (G-001)']))).toEqual([
      '6:3 (warning) Missing reference to goal G-002: nothing in the plan names it',
      '7:3 (warning) Missing reference to goal G-003: nothing in the plan names it'
    ])
  })

  test('before a share is reached, nothing is said', () => {
    const patient = structuredClone(profile)
    ;[patient.sections[0]!.units!].flat()[0]!.coverage = { min: 0.5 }
    const goals = [...two, '- G-003: The light burns']
    expect(say('traceability', patient, ...plan(goals, ['- [ ] T001 Wind it (G-001)']))).toEqual([])
    expect(say('traceability', patient, ...plan(goals, ['- [ ] T001 Wind it (G-001, G-002)']))).toHaveLength(1)
  })

  test('a reference that leads nowhere may be meant for the one that is open: one defect, told once', () => {
    expect(told(two, ['- [ ] T001 Wind it (G-001)', '- [ ] T002 Oil it (G-020)'])).toEqual([
      expect.stringContaining('Unknown goal G-020')
    ])
  })
})
