/** Whatever holds something holds it in one shape: fields hold content and units, the document a verification; demands say of whom, and from when. */
import { describe, expect, test } from 'vitest'
import type { FieldSpec, UnitSpec } from '../../src/profiles/schema.ts'
import type { Small } from './small.ts'
import { told } from './small.ts'

const goal = { id: 'goal', title: 'Goal' }

describe('a field', () => {
  const holding = (more: Partial<FieldSpec>): Small => ({
    sections: [{ ...goal, fields: [{ label: 'How', required: true, ...more }] }]
  })

  test('holds content', () => {
    const profile = holding({ content: [{ kind: 'command' }, { kind: 'date', required: 'warning' }] })
    expect(told('section-content', profile, '## Goal', '', '**How:** by 2025-03-03, with `npm test`')).toEqual([])
    expect(told('section-content', profile, '## Goal', '', '**How:** somehow')).toEqual([
      '3:1 Expected a command under "How" in "Goal"',
      '3:1 (warning) Expected a date under "How" in "Goal"'
    ])
    expect(told('section-content', profile, '## Goal', '', '**How:**')).toEqual(['3:1 Empty "How" in "Goal"'])
  })

  test('holds content from a state on', () => {
    const profile = holding({ content: [{ kind: 'command', from: 'approved' }] })
    profile.fields = [{ label: 'Status', values: { Draft: 'draft', Agreed: 'approved' } }]
    const plan = (status: string): string[] => [`**Status:** ${status}`, '', '## Goal', '', '**How:** somehow']
    expect(told('section-content', profile, ...plan('Draft'))).toEqual([])
    expect(told('section-content', profile, ...plan('Agreed'))).toEqual([
      '5:1 Expected a command under "How" in "Goal"'
    ])
  })

  test('holds units', () => {
    const step: UnitSpec = { role: 'step', form: ['box'], id: { shape: 'S#', required: true } }
    const profile = holding({ units: step })
    const plan = (...boxes: string[]): string[] => [
      '## Goal',
      '',
      '**How:**',
      '',
      ...boxes,
      '',
      '**Other:**',
      '',
      '- [ ] x'
    ]
    expect(told('step-sequence', profile, ...plan('- [ ] S1 Read', '- [ ] S2 Write'))).toEqual([])
    expect(told('step-sequence', profile, ...plan('- [ ] S1 Read', '- [ ] S1 Write'))).toEqual([
      '6:7 Duplicate step S1'
    ])
    expect(told('task-format', profile, ...plan('- [ ] S1 Read', '- [ ] Write'))).toEqual([
      '6:7 Missing identifier on step "Write"'
    ])
  })
})

describe('units of which some must show it', () => {
  const risk: UnitSpec = {
    role: 'risk',
    words: ['Risk'],
    fields: [{ label: 'Owner', required: true, where: 'some' }],
    content: [{ kind: 'list', where: 'some', required: 'warning' }]
  }
  const profile: Small = { sections: [{ ...goal, units: risk }] }
  const plan = (first: string, second: string): string[] => [
    '## Goal',
    '',
    '### Risk 1: Time',
    '',
    first,
    '',
    '### Risk 2: Costs',
    '',
    second
  ]

  test('any of them will do', () => {
    expect(told('section-content', profile, ...plan('**Owner:** Ada', '- few'))).toEqual([])
    expect(told('section-content', profile, ...plan('- none', '**Owner:** Ada'))).toEqual([])
  })

  test('that none does is told once', () => {
    expect(told('section-content', profile, ...plan('Much.', 'Few.'))).toEqual([
      '3:1 (warning) Missing list in "Time"',
      '3:1 Missing "Owner" in "Time"'
    ])
  })
})

describe('units that are left out', () => {
  const task: UnitSpec = {
    role: 'task',
    counts: 'part',
    form: ['box'],
    markers: { optional: '*' },
    fields: [{ label: 'Why', required: true, where: { not: { title: ['docs'], markers: ['optional'] } } }]
  }
  const profile: Small = { sections: [{ ...goal, units: task }] }

  test.each([
    ['- [ ] Write it', ['3:7 Missing "Why" in "Write it"']],
    ['- [ ]* Write it', []],
    ['- [ ] Write the docs', []],
    ['- [ ] Write it\n  - Why: since', []]
  ])('%s', (box, expected) => {
    expect(told('section-content', profile, '## Goal', '', box)).toEqual(expected)
  })
})

describe('the document', () => {
  test('is verified', () => {
    const profile: Small = { sections: [goal], verification: {} }
    expect(told('step-verification', profile, '# A plan', '', '## Goal', '', 'Run `npm test`.')).toEqual([])
    expect(told('step-verification', profile, '# A plan', '', '## Goal', '', 'Look at it.')).toEqual([
      '1:1 Missing command in "A plan"'
    ])
  })

  test('has its sections in any order', () => {
    const sections = [goal, { id: 'work', title: 'Work' }, { id: 'rest', title: 'Rest' }]
    const plan = ['## Work', '', 'Much.', '', '## Goal', '', 'Faster.', '', '## Rest', '', 'Later.']
    expect(told('required-sections', { sections, order: 'free' }, ...plan)).toEqual([])
    expect(told('required-sections', { sections }, ...plan)).toHaveLength(1)
  })
})
