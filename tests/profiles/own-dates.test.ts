/** Dates that a profile of one's own demands: one that there is not is told wherever it is demanded, once. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import type { Profile, SectionSpec, UnitSpec } from '../../src/profiles/schema.ts'

const found = (given: Partial<SectionSpec> | Pick<Profile, 'fields'>, ...lines: string[]): string[] => {
  const isTop = lines[0]!.startsWith('**')
  const foo = { id: 'foo', title: 'Foo', ...(isTop ? {} : given) }
  const text = isTop ? [...lines, '', '## Foo', '', 'A pump.'] : ['## Foo', '', ...lines]
  return lintText(`# M\n\n${text.join('\n')}\n`, {
    options: { profile: 'm' },
    profiles: [{ name: 'm', title: 'M', summary: 'm', ...(isTop ? given : {}), sections: [foo] }],
    now: Date.parse('2026-06-15T12:00:00Z')
  }).findings.map(({ place, message }) => `${place.start.line}:${place.start.column} ${message}`)
}

const row = ['| What | When |', '| --- | --- |']
const step: UnitSpec = { role: 'step', words: ['Step'], number: 1 }

describe.each<[string, Partial<SectionSpec> | Pick<Profile, 'fields'>, (date: string) => string[], string]>([
  [
    'of a field',
    { fields: [{ label: 'Due', kind: 'date' }] },
    date => [`- **Due**: ${date}`],
    '5:12 Unknown date in "Due"'
  ],
  [
    'of a field in a field of the document',
    { fields: [{ label: 'When', fields: [{ label: 'Since', kind: 'date' }] }] },
    date => ['**When**:', '', `- **Since**: ${date}`],
    '5:14 Unknown date in "Since"'
  ],
  [
    'that a value of the document holds',
    { fields: [{ label: 'When', content: [{ kind: 'date' }] }] },
    date => [`**When**: as of ${date}`],
    '3:17 Unknown date in "When"'
  ],
  [
    'of an item',
    { content: [{ kind: 'list', each: 'date' }] },
    date => [`- ${date}: built`],
    '5:3 Unknown date in "Foo"'
  ],
  [
    'of a row',
    { content: [{ kind: 'table', each: 'date' }] },
    date => [...row, `| built | ${date} |`],
    '7:1 Unknown date in "Foo"'
  ],
  ['of a section', { content: [{ kind: 'date' }] }, date => [`It stands as of ${date}.`], '5:17 Unknown date in "Foo"'],
  [
    'of an item of a unit',
    { units: { ...step, content: [{ kind: 'list', each: 'date' }] } },
    date => ['### Step 1: Build', '', `- ${date}: begun`],
    '7:3 Unknown date in "Build"'
  ],
  [
    'of a unit',
    { units: { ...step, content: [{ kind: 'date' }] } },
    date => ['### Step 1: Build', '', `It is done on ${date}.`],
    '7:15 Unknown date in "Build"'
  ],
  [
    'of a field of a unit that is to hold a date',
    { units: { ...step, content: [{ kind: 'date' }], fields: [{ label: 'Due', kind: 'date' }] } },
    date => ['### Step 1: Build', '', `**Due**: ${date}`],
    '7:10 Unknown date in "Due"'
  ]
])('a date %s', (_, given, lines, message) => {
  it('is told where there is no such day', () =>
    expect(found(given, ...lines('2026-02-31'))).toEqual([`${message}: there is no "2026-02-31"`]))

  it('is fine where there is', () => expect(found(given, ...lines('2026-02-28'))).toEqual([]))
})

it('a date in a row, or in the text of a section, may be to come', () => {
  expect(found({ content: [{ kind: 'table', each: 'date' }] }, ...row, '| built | 2027-02-01 |')).toEqual([])
  expect(found({ content: [{ kind: 'date' }] }, 'It opens on 2027-02-01.')).toEqual([])
})
