/** What a profile demands of units is told once, whatever the rules take the units for. */
import { describe, expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import type { Finding } from '../../src/types.ts'
import type { Demand, SectionSpec, UnitSpec } from '../../src/profiles/schema.ts'
import { unitKinds } from '../../src/profiles/kinds.ts'

type Units = NonNullable<SectionSpec['units']>

const told = (units: Units, ...lines: string[]): string[] => linted(units, ...lines).map(({ message }) => message)

const linted = (units: Units, ...lines: string[]): readonly Finding[] =>
  lintText(['# M', '', '## Foo', '', ...lines, ''].join('\n'), {
    options: { profile: 'm' },
    profiles: [{ name: 'm', title: 'M', summary: 'm', sections: [{ id: 'foo', title: 'Foo', na: 'never', units }] }]
  }).findings

const head = (form: string, n: number): string[] =>
  ({
    heading: [`### Thing ${n}: A pump ${n}`, '', 'It is driven by hand.', ''],
    'any-heading': [`### A pump ${n}`, '', 'It is driven by hand.', ''],
    item: [`- A pump ${n}: it is driven by hand`],
    box: [`- [ ] T${n} Drive pump ${n} by hand`],
    row: [...(n === 1 ? ['| Id | Text |', '| --- | --- |'] : []), `| T${n} | A pump, driven by hand |`]
  })[form]!

const forms = {
  heading: { form: 'heading', words: ['Thing'], number: 1 },
  'any-heading': { form: 'any-heading', number: false },
  item: { form: 'item', number: false },
  box: { form: 'box', id: { shape: 'T#' } },
  row: { form: 'row', id: { shape: 'T#' } }
} satisfies Record<string, Partial<UnitSpec>>

describe.each(unitKinds)('units that count as %s', kind => {
  test.each(Object.entries(forms))('too few of them are told once: %s', (form, spec) => {
    for (const min of [1, 2, 3])
      for (let found = 0; found <= min; found++) {
        const units = { role: 'thing', counts: kind, min, ...spec }
        const lines = Array.from({ length: found }, (_, i) => head(form, i + 1)).flat()
        const all = told(units, 'These are the things that we need.', '', ...lines)
        const few = all.filter(message => /^Missing (?:things|alternatives|boxes)\b/.test(message))
        expect([min, found, few]).toEqual([min, found, found < min ? [expect.any(String)] : []])
        if (found > 0 && found < min) expect(few[0]).toContain(`found ${found}, expected at least ${min}`)
      }
  })

  test.each<[string, Demand]>([
    ['table', { kind: 'table', columns: ['Pro', 'Con'] }],
    ['list', { kind: 'list' }],
    ['task list', { kind: 'tasks' }],
    ['code block', { kind: 'code' }],
    ['items', { kind: 'list', min: 3 }]
  ])('what is demanded of their content and lacks is told once: %s', (want, demand) => {
    const units = { role: 'thing', counts: kind, ...forms.heading, content: [demand] }
    const lines = [...head('heading', 1), ...(want === 'items' ? ['- a valve', '- a pipe'] : [])]
    expect(told(units, ...lines).filter(message => message.includes(want))).toEqual([
      expect.stringMatching(`^Missing ${want} in `)
    ])
  })

  test('a title with nothing below it, of which text is demanded, is told once', () => {
    const units = { role: 'thing', counts: kind, ...forms.heading, content: [{ kind: 'prose' as const }] }
    expect(told(units, '### Thing 1: A pump').filter(message => message.includes('A pump'))).toHaveLength(1)
  })
})

test('units in a unit that are too few are told with how many there are', () => {
  const units: UnitSpec = {
    role: 'phase',
    words: ['Phase'],
    number: 1,
    units: { role: 'task', form: 'box', min: 3 }
  }
  expect(told(units, '### Phase 1: Build', '', '- [ ] one thing')).toContain(
    'Missing tasks in "Phase 1: Build": found 1, expected at least 3'
  )
})

test('of several kinds in a section, each has its own least', () => {
  const units: UnitSpec[] = [
    { role: 'risk', words: ['Risk'], number: 1, min: 2 },
    { role: 'gain', words: ['Gain'], number: 1, min: 2 }
  ]
  const body = (word: string, n: number): string[] => [`### ${word} ${n}: A pump`, '', 'It is driven by hand.', '']
  const all = told(units, ...body('Risk', 1), ...body('Gain', 1), ...body('Gain', 2))
  expect(all).toEqual(['Missing risks in "Foo": found 1, expected at least 2'])
})

test.each(['step', 'task'])('a bare list is one of units that are written as items alone: %s', role => {
  const units: UnitSpec = { role, counts: 'step', form: 'item', min: 1 }
  expect(told(units, '- Build', '- Ship')).toEqual([])
  expect(told({ ...units, fields: [{ label: 'Files', required: true }] }, '- Build')).toContain(
    `Missing "Files" in ${role} "Build"`
  )
})

test('the number of an item in its list is its identifier', () => {
  const units: UnitSpec = { role: 'rule', form: 'item', id: { shape: '#', from: 'number', required: true } }
  expect(told(units, '1. The pump is driven by hand', '2. The valve is not')).toEqual([])
})

test.each<[UnitSpec['form'], string]>([
  ['box', '- [ ]'],
  ['item', '-'],
  ['heading', '### Thing 1:']
])('a missing identifier weighs as much as its profile says: %s', (form, lead) => {
  const weights = ([true, 'warning'] as const).map(required =>
    linted(
      { role: 'thing', words: form === 'heading' ? ['Thing'] : undefined, form, id: { shape: 'S#', required } },
      `${lead} S1 Build it of iron`,
      `${lead.replace('1', '2')} Ship it by boat`
    )
      .filter(({ message }) => message.startsWith('Missing identifier'))
      .map(({ severity }) => severity)
  )
  expect(weights).toEqual([
    form === 'heading' ? ['error', 'error'] : ['error'],
    form === 'heading' ? ['warning', 'warning'] : ['warning']
  ])
})

describe('rows', () => {
  const units: UnitSpec = {
    role: 'sign-off',
    form: 'row',
    id: { shape: ['QA', 'SRE', 'DBA'] },
    min: 2,
    fields: [{ label: 'Name', required: true }]
  }

  test('of listed ones that are missing, the help names those that are not there, and cells are no labels', () => {
    const found = linted(units, '| Who | Name |', '| --- | --- |', '| QA | |')
    expect(found.map(({ message, help }) => [message, help])).toEqual([
      [
        'Missing sign-offs in "Foo": found 1, expected at least 2',
        'Write each sign-off as a row of a table that begins with "SRE" or "DBA"'
      ],
      ['Missing "Name" in "QA"', 'Write it in the column "Name"']
    ])
  })
})
