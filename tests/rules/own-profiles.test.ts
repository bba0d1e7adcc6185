/** What a stranger's profiles showed: each demand that a profile may make is judged, in words that work for it. */
import { describe, expect, test } from 'vitest'
import { told, toldInFull } from './small.ts'
import type { Small } from './small.ts'

describe('a verification without labels', () => {
  const by = (verification: object): Small => ({
    sections: [{ id: 'foo', title: 'Foo', units: { role: 'step', words: ['Step'], verification } }]
  })
  const step = (...lines: string[]): string[] => ['# M', '', '## Foo', '', '### Step 1: One', '', ...lines]

  test.each([{}, { command: 'required' }])('%j: a command that stands in the unit counts', verification => {
    expect(told('step-verification', by(verification), ...step('**Owner**: Kim', '**Run**: `npm test`'))).toEqual([])
    expect(told('step-verification', by(verification), ...step('**Owner**: Kim', '', 'It is `npm test`.'))).toEqual([])
  })

  test('where there is none, the help names no label', () => {
    const [found] = toldInFull('step-verification', by({}), ...step('**Owner**: Kim'))
    expect(found).toMatchObject({
      message: 'Missing verification in step "Step 1: One"',
      help: 'Write in it a command that fails until the step is done, such as `npm test`'
    })
    const [other] = toldInFull('step-verification', by({ command: 'optional' }), ...step('**Owner**: Kim'))
    expect(other).toMatchObject({ help: 'Say how it is seen that the step is done' })
  })
})

describe('units by a name', () => {
  const by = (more: object): Small => ({
    sections: [{ id: 's', title: 'Rows', units: { role: 'thing', min: 1, id: { from: 'name' }, ...more } }]
  })
  const text = ['# M', '', '## Rows', '', 'No unit at all.']

  test.each([
    [{ words: ['Thing'] }, 'Write each as "### Thing: …"'],
    [{ words: ['Thing'], form: 'item' }, 'Write each as "- Thing: …"'],
    [{ words: ['Thing'], level: 4 }, 'Write each as "#### Thing: …"'],
    [{ form: 'any-heading' }, 'Write each as "### …"']
  ])('%j: %s', (more, help) => {
    expect(toldInFull('step-sequence', by(more), ...text)).toEqual([
      { at: '3:1-3:8', message: 'Missing things in "Rows"', help }
    ])
  })
})

test('of identifiers without a number the first that is free is proposed', () => {
  const profile: Small = {
    sections: [
      {
        id: 's',
        title: 'Roles',
        units: { role: 'sign-off', form: 'box', id: { shape: ['DBA', 'SRE'], required: true } }
      }
    ]
  }
  const found = toldInFull('task-format', profile, '# M', '', '## Roles', '', '- [ ] DBA looks', '- [ ] He looks, too')
  expect(found.map(({ help }) => help)).toEqual([expect.stringContaining('SRE')])
})

describe('a word with a colon and a name behind it', () => {
  const by = (number?: number): Small => ({
    sections: [
      {
        id: 's',
        title: 'Rules',
        units: {
          role: 'rule',
          words: ['Rule'],
          min: 2,
          ...(number === undefined ? {} : { number }),
          fields: [{ label: 'Owner', required: true }]
        }
      }
    ]
  })
  const text = [
    '# M',
    '',
    '## Rules',
    '',
    '### Rule: One',
    '',
    '**Owner**: Kim',
    '',
    '### Rule: Two',
    '',
    '#### Rule: A part of it',
    '',
    'So.'
  ]

  test('is a unit where numbers are not looked at', () => {
    expect(told('section-content', by(), ...text)).toEqual(['9:1 Missing "Owner" in "Rule: Two"'])
  })

  test('is none where units are numbered', () => {
    expect(told('section-content', by(1), ...text)).toEqual(['3:1 Missing rules in "Rules"'])
  })
})
