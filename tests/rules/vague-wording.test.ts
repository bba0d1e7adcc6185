import { expect, test } from 'vitest'
import type { SectionSpec } from '../../src/profiles/schema.ts'
import type { Small } from './small.ts'
import { told as say } from './small.ts'

const inner: SectionSpec = { id: 'inner', title: 'Inner', rules: ['vague-wording'], required: false }
const sections: Small['sections'] = [
  { id: 'goal', title: 'Goal', required: false },
  {
    id: 'steps',
    title: 'Steps',
    rules: ['vague-wording'],
    required: false,
    sections: [inner, { id: 'notes', title: 'Notes', required: false }]
  }
]
const plan = [
  '## Goal',
  '',
  'Faster, cheaper, etc.',
  '',
  '## Steps',
  '',
  'Drop the table, etc.',
  '',
  '### Inner',
  '',
  'Fix it somehow.',
  '',
  '### Notes',
  '',
  'Ask as needed.'
]
const told = (profile: Partial<Small>, ...lines: string[]): string[] =>
  say('vague-wording', { sections, ...profile }, ...lines)

test('is told of where the profile wants it exact, once, by the innermost section that does', () => {
  expect(told({}, ...plan)).toEqual([
    '7:17 Vague wording "etc." in "Steps"',
    '11:8 Vague wording "somehow" in "Inner"',
    '15:5 Vague wording "as needed" in "Steps"'
  ])
})

test('a profile may name words, which are vague wherever they stand, besides the usual ones', () => {
  expect(told({ vague: ['fix it'] }, ...plan)).toEqual([
    '7:17 Vague wording "etc." in "Steps"',
    '11:1 Vague wording "Fix it" in "Inner"',
    '11:8 Vague wording "somehow" in "Inner"',
    '15:5 Vague wording "as needed" in "Steps"'
  ])
  expect(told({ sections: [{ id: 'goal', title: 'Goal' }], vague: ['faster'] }, ...plan.slice(0, 3))).toEqual([
    '3:1 Vague wording "Faster" in "Goal"'
  ])
})

test('"#" in them stands for a number', () => {
  const goal = { sections: [{ id: 'goal', title: 'Goal' }], vague: ['like step #'] }
  expect(told(goal, '## Goal', '', 'Done like step 12.', '', 'Done like step by step, like step #.')).toEqual([
    '3:6 Vague wording "like step 12" in "Goal"'
  ])
})

test('where the template may stay, they are not looked for', () => {
  const goal = { sections: [{ id: 'goal', title: 'Goal', placeholders: false as const }], vague: ['faster'] }
  expect(told(goal, ...plan.slice(0, 3))).toEqual([])
})
