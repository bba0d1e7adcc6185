/** What a column's cells may say, whether rows go by identifiers or not. */
import { expect, test } from 'vitest'
import { draft } from './drafting.ts'
import { sectionOf, toldOf } from './small.ts'

const table = (id: string, date: string, answer: string): string =>
  `## Own\n\n| Id | Task | Due | Blocks |\n| --- | --- | --- | --- |\n| ${id} | Paint it | ${date} | ${answer} |\n`
const plain = table('{name}', 'YYYY-MM-DD', 'yes/no')
const numbered = table('T-01', 'YYYY-MM-DD', 'yes/no')

test('a column of dates holds dates', () => {
  expect(sectionOf('| What | By |\n| --- | --- |\n| {it} | YYYY-MM-DD |\n').section.content).toEqual([
    { kind: 'table', columns: ['What', 'By'], values: { By: 'date' } }
  ])
  for (const [template, id] of [
    [plain, 'Hull'],
    [numbered, 'T-01']
  ] as const) {
    for (const date of ['2027-02-15', '15 February 2027', '2027-02-15 (hard)', 'N/A: no ship needs it'])
      expect(toldOf(template, table(id, date, 'no'))).toEqual([])
    for (const date of ['soon', 'mid February'])
      expect(toldOf(template, table(id, date, 'no'))).toEqual([`Expected a date for "Due", found "${date}"`])
    expect(toldOf(template, table(id, '2027-02-30', 'no'))).toEqual(['Unknown date in "Due": there is no "2027-02-30"'])
    expect(toldOf(template, table(id, 'YYYY-MM-DD', 'no'))).toEqual([
      expect.stringContaining('Placeholder "YYYY-MM-DD" left')
    ])
  }
})

test('each unit has such a table of its own', () => {
  const own = (date: string): string =>
    `## Phase 1: {name}\n\n| Task | Due |\n| --- | --- |\n| {task} | YYYY-MM-DD |\n`
      .replace('YYYY-MM-DD', date)
      .replace('{name}', 'Keel')
      .replace('{task}', 'Saw')
  const template = '## Phase 1: {name}\n\n| Task | Due |\n| --- | --- |\n| {task} | YYYY-MM-DD |\n'
  expect(toldOf(template, own('2027-03-01'))).toEqual([])
  expect(toldOf(template, own('in spring'))).toEqual(['Expected a date for "Due", found "in spring"'])
})

test('two words that answer a question are a choice', () => {
  for (const value of ['yes', 'No']) expect(toldOf(plain, table('Hull', '2027-02-15', value))).toEqual([])
  for (const value of ['maybe', 'yes/no'])
    expect(toldOf(plain, table('Hull', '2027-02-15', value))).toEqual([`Unknown value "${value}" in column "Blocks"`])
  expect(toldOf(numbered, table('T-01', '2027-02-15', 'maybe'))).toEqual(['Unknown value "maybe" for "Blocks"'])
  expect(
    toldOf(plain, table('Hull', '2027-02-15', 'no').replace('Paint it', 'Ask yes/no questions of the mate'))
  ).toEqual([])
})

test('other pairs are none', () => {
  for (const value of ['N/A', 'name/team', 'src/app', 'owner/repo'])
    expect(draft(`# {name}\n\n**Own**: ${value}\n**Other**: {x}\n\n## Why\n\n{why}\n`).profile.fields).toContainEqual({
      label: 'Own',
      required: true
    })
})
