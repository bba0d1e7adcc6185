import { expect, test } from 'vitest'
import type { Small } from './small.ts'
import { told as say, toldInFull } from './small.ts'

const inner = { id: 'inner', title: 'Inner', vague: true, required: false }
const sections: Small['sections'] = [
  { id: 'goal', title: 'Goal', required: false },
  {
    id: 'steps',
    title: 'Steps',
    vague: true,
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

test('a profile may name words', () => {
  expect(told({ vague: ['fix it'] }, ...plan)).toEqual(['11:1 Vague wording "Fix it" in "Inner"'])
  expect(told({ sections: [{ id: 'goal', title: 'Goal' }], vague: ['faster'] }, ...plan.slice(0, 3))).toEqual([])
})

test('not in a section that does not apply', () => {
  expect(told({}, '## Steps', '', 'N/A: as needed')).toEqual([])
})

test('not in a phase that is still going on', () => {
  const phased: Partial<Small> = {
    fields: [{ label: 'Phase', values: { Goal: [], Steps: [], Work: [] } }],
    sections: [
      { id: 'goal', title: 'Goal', vague: true, from: 'Goal' },
      { id: 'steps', title: 'Steps', vague: true, from: 'Steps' }
    ]
  }
  expect(told(phased, '# A plan', '', '**Phase:** Steps', '', ...plan.slice(0, 7))).toEqual([
    '7:18 Vague wording "etc." in "Goal"'
  ])
})

test('has a remedy', () => {
  expect(toldInFull('vague-wording', { sections }, ...plan.slice(4, 7))).toEqual([
    {
      at: '3:17-3:21',
      message: 'Vague wording "etc." in "Steps"',
      help: 'Name what is meant, one by one, or say that there is nothing else'
    }
  ])
})
