/** Small plans of what real ones were told wrongly, or not told. */
import { describe, expect, test } from 'vitest'
import { lintText } from '../../src/index.ts'
import { told as say } from './small.ts'

describe('the reason for what is left out', () => {
  const told = (item: string): string[] =>
    say(
      'section-content',
      { sections: [{ id: 'not', title: 'Not', content: [{ kind: 'list', each: 'rationale' }] }] },
      '## Not',
      '',
      `- ${item}`
    )

  test.each([
    'A ferry app',
    'A ferry app in this version',
    'A ferry app for the old pier',
    'Support for night ferries',
    'Night, winter, charter and freight ferries',
    'No night ferries in the first release'
  ])('is missing: %s', item => {
    expect(told(item)).toHaveLength(1)
  })

  test.each([
    'Night ferries: nobody takes them',
    'Night ferries, which the harbour forbids',
    'Night ferries for safety reasons',
    'No night ferries for now',
    'Tickets are sold in the kiosk',
    'Tickets, handled in the kiosk',
    'Refunds belong in the kiosk',
    'Night ferries, too costly',
    'Night ferries (the harbour is closed)',
    'Night ferries in summer because of the tide',
    '**Night ferries** in the next plan'
  ])('is given, or may be: %s', item => {
    expect(told(item)).toEqual([])
  })
})

test('a column of areas is none of tests', () => {
  const table = (head: string): string[] =>
    say(
      'section-content',
      { sections: [{ id: 's', title: 'Summary', content: [{ kind: 'table', columns: [['Test File', 'Test']] }] }] },
      '## Summary',
      '',
      `| ${head} | Covers |`,
      '| --- | --- |',
      '| tests/pier.py | mooring |'
    )
  expect(table('Test Area')).toHaveLength(1)
  expect(table('Test Type')).toHaveLength(1)
  for (const head of ['Test file', 'Test', 'Test path', 'Test (pytest)']) expect(table(head)).toEqual([])
})

describe('no-placeholder', () => {
  const told = (...lines: string[]): string[] =>
    say(
      'no-placeholder',
      { sections: [], fields: [{ label: 'Status', values: { Draft: 'draft', Approved: 'approved' } }] },
      ...lines
    )

  test('TODO above a word in each line is the name of these', () => {
    expect(told('### TODO', '', 'anchor', 'buoy')).toEqual([])
    expect(told('### TODO', '', '| What | Who |', '| --- | --- |', '| anchor | Ina |')).toEqual([])
    expect(told('# Piers', '', '### TODO', '', 'Anchor the pontoon')).toHaveLength(1)
  })

  test('a line to be signed is blank until the plan is approved', () => {
    const form = ['## Sign-off', '', '**Approved by:** __________', '', '**Date:** __________']
    expect(told('**Status:** Draft', '', ...form)).toEqual([])
    expect(told(...form)).toEqual([])
    expect(told('**Status:** Approved', '', ...form)).toHaveLength(2)
    expect(told('## Harbour', '', '**Depth:** __________')).toHaveLength(1)
  })
})

const rulesOf = async (text: string, profile: string, rule: string): Promise<string[]> => {
  const { findings } = await lintText(text, { path: 'PLAN.md', options: { profile }, now: 1.79e12 })
  return findings.filter(each => each.rule === rule).map(({ message }) => message)
}

describe('a number that another heading has', () => {
  const plan = (ten: string): string =>
    [
      '# Piers',
      '1. Executive Summary',
      '2. Codebase Context',
      '3. Architecture Decisions',
      '4. Implementation Roadmap',
      '5. Configuration Changes',
      '9. Testing Strategy',
      ten,
      '11. Success Validation',
      '12. Implementation Notes'
    ].join('\n\n## ')
  const help = async (text: string): Promise<string | undefined> => {
    const { findings } = await lintText(text, { path: 'PLAN.md', options: { profile: 'handoff-plan' }, now: 1.79e12 })
    return findings.find(({ message }) => message === 'Missing section "Rollout Plan"')?.help
  }

  test('is not proposed', async () => {
    expect(await help(plan('10. Crew'))).toMatch(/^Add a section "Rollout Plan"/)
    expect(await help(plan('Crew'))).toMatch(/^Add a section "10. Rollout Plan"/)
  })
})

test('what steps say in a script that is not known is not taken for silence', async () => {
  const steps = (check: string): string =>
    ['# 计划', ...[1, 2, 3].map(n => `## Step ${n}: 码头 ${n}\n\n\`\`\`\n1. 修理浮桥\n2. ${check}\n\`\`\``)].join(
      '\n\n'
    )
  expect(await rulesOf(steps('确保测试全部通过'), 'generic', 'step-verification')).toEqual([])
})
