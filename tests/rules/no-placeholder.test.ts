import { expect, test } from 'vitest'
import type { Small } from './small.ts'
import { told as say, toldInFull } from './small.ts'

const placeholders: Small['placeholders'] = ['[Name]', '*Say here what it is for.*', '| First thing |']
const sections: Small['sections'] = [
  { id: 'goal', title: 'Goal' },
  { id: 'notes', title: 'Notes', required: false, placeholders: false }
]

test('what is left of a template, each with its remedy', () => {
  const text = [
    '## Goal',
    '',
    'Ask [Name].',
    '',
    'TBD',
    '',
    'Say here what it is for.',
    '',
    '| Thing | Why |',
    '| --- | --- |',
    '| First thing | so |'
  ]
  expect(toldInFull('no-placeholder', { sections, placeholders }, ...text)).toEqual([
    {
      at: '3:5-3:11',
      message: 'Placeholder "[Name]" left from the template',
      help: 'Write what belongs there, or take it out'
    },
    { at: '5:1-5:4', message: 'Placeholder "TBD" left', help: 'Write what belongs there' },
    {
      at: '7:1-7:25',
      message: '(warning) Instruction of the template left: "Say here what it is for."',
      help: 'Delete it'
    },
    {
      at: '11:1-11:21',
      message: 'Example row of the template left: "First thing"',
      help: 'Replace it by one of your own'
    }
  ])
})

test('may stay where the profile says so', () => {
  expect(
    say('no-placeholder', { sections, placeholders }, '# TBD', '', '## Goal', '', 'Faster.', '', '## Notes', '', 'TBD')
  ).toEqual(['1:3 Placeholder "TBD" left'])
})

test('may stay in a phase that is not over', () => {
  const phased: Small = {
    fields: [{ label: 'Phase', values: { Goal: [], Work: [] } }],
    sections: [
      { id: 'goal', title: 'Goal', from: 'Goal' },
      { id: 'work', title: 'Work', from: 'Work' }
    ]
  }
  const plan = (phase: string): string[] => [
    '# A plan',
    '',
    `**Phase:** ${phase}`,
    '',
    '## Goal',
    '',
    'TBD',
    '',
    '## Work',
    '',
    'TBD'
  ]
  expect(say('no-placeholder', phased, ...plan('Goal'))).toEqual([])
  expect(say('no-placeholder', phased, ...plan('Work'))).toEqual(['7:1 Placeholder "TBD" left'])
})

test('a section of nothing but instructions is no more than an empty one', () => {
  const asked = ['*Say here what it is for.*', '*Then say who wants it.*', '*Short word*']
  const goal = (...text: string[]): string[] =>
    toldInFull('no-placeholder', { sections, placeholders: asked }, '## Goal', '', ...text).map(
      ({ message, help, related }) =>
        [message, help, related]
          .flat()
          .filter(each => each !== undefined)
          .join('; ')
    )
  expect(goal('Say here what it is for.', '', '- Then say who wants it.', '- Short word')).toEqual([
    'Instruction of the template left: "Say here what it is for."; Write there what it asks for; 5: "Then say who wants it."; 6: "Short word"'
  ])
  expect(goal('Say here what it is for.')).toEqual([
    'Instruction of the template left: "Say here what it is for."; Write there what it asks for'
  ])
  // The author's own words beside it: two of the template's may be theirs as well.
  expect(goal('Say here what it is for.', '', '- Short word', '- It is quicker')).toEqual([
    '(warning) Instruction of the template left: "Say here what it is for."; Delete it'
  ])
})
