/** Of sections in sections, lists in the front matter, and identifiers that end in ".0", in profiles of one's own. */
import { describe, expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

const told = (profile: object, ...lines: string[]): string[] =>
  lintText(`${lines.join('\n')}\n`, {
    options: { profile: 'm' },
    profiles: [{ name: 'm', title: 'M', summary: 'm', sections: [{ id: 'foo', title: 'Foo' }], ...profile }]
  }).findings.map(({ place, severity, message }) => `${place.start.line} ${severity}: ${message}`)

describe('a part of a section that the profile declares', () => {
  const notes = [{ id: 'notes', title: 'Notes', required: false }]
  const text = ['# M', '', '## Foo', '', '- `a.ts` pumps', '', '### Notes', '', '- Tests lie beside the code.']

  test('is not held to what each item of the list above must say', () => {
    const content = [{ kind: 'list' as const, each: 'path' as const }]
    expect(told({ sections: [{ id: 'foo', title: 'Foo', content, sections: notes }] }, ...text)).toEqual([])
  })

  test('holds none of its items', () => {
    const units = { role: 'file', form: 'item' as const, min: 2 }
    expect(told({ sections: [{ id: 'foo', title: 'Foo', units, sections: notes }] }, ...text)).toEqual([
      '3 error: Missing files in "Foo": found 1, expected at least 2'
    ])
  })

  test('may hold a stand-in until its own state is reached', () => {
    const profile = {
      fields: [
        { label: 'Status', kind: 'enum' as const, values: { Draft: 'draft' as const, Approved: 'approved' as const } }
      ],
      sections: [{ id: 'foo', title: 'Foo', sections: [{ id: 'tests', title: 'Tests', from: 'approved' }] }]
    }
    const plan = (status: string): string[] => [
      '# M',
      '',
      `**Status**: ${status}`,
      '',
      '## Foo',
      '',
      'It is pumped.',
      '',
      '### Tests',
      '',
      'TBD'
    ]
    expect(told(profile, ...plan('Draft'))).toEqual([])
    expect(told(profile, ...plan('Approved'))).toHaveLength(1)
  })
})

test('an empty list in the front matter is none that is required, unless "none" is an answer', () => {
  const by = (more: object): object => ({
    fields: [{ label: 'authors', form: 'front-matter', kind: 'list', required: true, ...more }]
  })
  const text = ['---', 'authors: []', '---', '', '# M', '', '## Foo', '', 'It is pumped.']
  expect(told(by({}), ...text)).toEqual(['2 error: Empty "authors"'])
  expect(told(by({ or: 'none' }), ...text)).toEqual([])
})

describe('identifiers "#.0" above "#.#"', () => {
  const units = {
    role: 'task',
    form: 'box' as const,
    id: { shape: '#.0', required: true },
    units: { role: 'sub-task', form: 'box' as const, id: { shape: '#.#' } }
  }
  const by = (...lines: string[]): string[] =>
    told({ sections: [{ id: 'foo', title: 'Foo', units }] }, '# M', '', '## Foo', '', ...lines)

  test.each(['  ', ''])('hold those of their own number, below or beside them: %j', indent => {
    expect(
      by(
        '- [ ] 1.0 Build',
        `${indent}- [ ] 1.1 Sort`,
        `${indent}- [ ] 1.2 Pack`,
        '- [ ] 2.0 Ship',
        `${indent}- [ ] 2.1 Push`
      )
    ).toEqual([])
    expect(by('- [ ] 1.0 Build', `${indent}- [ ] 1.1 Sort`, '- [ ] 2.0 Ship', `${indent}- [ ] 3.1 Push`)).toEqual([
      '8 error: Expected sub-task 3.1 below 3, found below 2'
    ])
  })

  test('what is there twice is told with a free one of its shape', () => {
    const [found] = lintText(
      ['# M', '', '## Foo', '', '- [ ] 1.0 Build', '- [ ] 2.0 Ship', '- [ ] 2.0 Tell', ''].join('\n'),
      {
        options: { profile: 'm' },
        profiles: [{ name: 'm', title: 'M', summary: 'm', sections: [{ id: 'foo', title: 'Foo', units }] }]
      }
    ).findings
    expect(found!.help).toContain('this one may be 3.0')
  })

  test('one that is missing is told with a free one of its shape', () => {
    expect(by('- [ ] 1.0 Build', '- [ ] Ship')).toEqual(['6 error: Missing identifier on task "Ship"'])
  })
})

test('two that wait for each other are told by whatever words they go', () => {
  const units = { role: 'step', words: ['Task Group'], number: 1, fields: [{ label: 'Depends on' }] }
  expect(
    told(
      { sections: [{ id: 'foo', title: 'Foo', units }] },
      '# M\n\n## Foo\n',
      '### Task Group 1: Build\n\n**Depends on**: Task Group 2\n',
      '### Task Group 2: Ship\n\n**Depends on**: Task Group 1'
    ).filter(message => message.includes('ircular'))
  ).toHaveLength(1)
})
