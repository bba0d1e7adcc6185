/** Two slips beside each other are told, each by itself. */
import { expect, test } from 'vitest'
import { toldOf } from './small.ts'

const week =
  '## Week 1: {theme}\n\n**Goal**: {what is learnt}\n**Check-in**: YYYY-MM-DD\n\n| Day | Activity |\n| --- | --- |\n| Mon | {activity} |\n'

const written = (date: string, activity: string): string[] =>
  toldOf(
    week,
    `## Week 1: Knots\n\n**Goal**: Ties a bowline\n**Check-in**: ${date}\n\n| Day | Activity |\n| --- | --- |\n| Mon | ${activity} |\n`
  )

test('what is left in the table below a label says nothing of the value behind it', () => {
  expect(written('2027-01-08', 'Rope')).toEqual([])
  const date = 'Expected a date for "Check-in", found "mid January"'
  expect(written('mid January', 'Rope')).toEqual([date])
  const left = 'Placeholder "{activity}" left from the template'
  expect(written('mid January', '{activity}')).toEqual([date, left])
  expect(written('YYYY-MM-DD', '{activity}').filter(each => each.startsWith('Expected'))).toEqual([])
})

test('of values to choose from, "none" is one', () => {
  const told = (value: string): string[] =>
    toldOf('**Impact**: none / low / high\n**Owner**: {who}\n', `**Impact**: ${value}\n**Owner**: Kim\n`)
  expect(told('none')).toEqual([])
  expect(told('None (nobody calls it)')).toEqual([])
  for (const value of ['none / low / high', 'none | low | high', 'none, low'])
    expect(told(value)).toEqual([`Expected exactly one value for "Impact", found "${value}"`])
})
