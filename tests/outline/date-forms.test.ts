/** The ways in which a date is written, and what only looks like one. */
import { describe, expect, it } from 'vitest'
import { findDate, isCutShort, isFuture, leadingDate } from '../../src/outline/dates.ts'

const day = (month: number): number => Date.UTC(2025, month - 1, 9)

describe('months', () => {
  it.each([
    ['January', 'Jan', 1],
    ['February', 'Feb', 2],
    ['March', 'Mar', 3],
    ['April', 'Apr', 4],
    ['May', 'May', 5],
    ['June', 'Jun', 6],
    ['July', 'Jul', 7],
    ['August', 'Aug', 8],
    ['September', 'Sep', 9],
    ['September', 'Sept', 9],
    ['October', 'Oct', 10],
    ['November', 'Nov', 11],
    ['December', 'Dec', 12]
  ])('%s and %s', (long, short, month) => {
    for (const text of [
      `${long} 9, 2025`,
      `${short} 9, 2025`,
      `${short}. 9, 2025`,
      `9 ${long} 2025`,
      `9 ${short}. 2025`,
      `9th of ${long.toUpperCase()}, 2025`
    ]) {
      expect(findDate(text)).toEqual({ precision: 'date', time: day(month), start: 0, end: text.length })
    }
  })

  it.each([
    'Janua 9, 2025',
    'Marchy 9, 2025',
    'Jane 9, 2025',
    '9 Augustus 2025',
    'Ma 9, 2025',
    '9 2025',
    'May 9 25',
    'May 123, 2025',
    '123 May 2025',
    'May 9, 20255',
    'xMay 9, 2025',
    '9 of 2025',
    'éMay 9, 2025'
  ])('none is %j', text => {
    expect(findDate(text)).toBeUndefined()
  })

  it.each([
    'May 1st, 2025',
    'May 2nd 2025',
    'May 3rd 2025',
    'May 4th, 2025',
    '1st May 2025',
    '2nd of May 2025',
    '3. May 2025',
    '22nd of May, 2025',
    'May 22 2025'
  ])('has days: %j', text => {
    expect(findDate(text)).toMatchObject({ start: 0, end: text.length, precision: 'date' })
    expect(findDate(text)?.time).toBeDefined()
  })
})

describe('a time behind a day', () => {
  const noon = Date.UTC(2025, 4, 9, 12, 30)
  it.each([
    '2025-05-09T12:30',
    '2025-05-09 12:30',
    '2025-05-09, 12:30',
    '2025-05-09 at 12:30',
    'May 9, 2025 12:30',
    'May 9, 2025, 12:30',
    'May 9, 2025 at 12:30',
    'May 9, 2025 - 12:30',
    'May 9, 2025, - 12:30',
    'May 9, 2025 – 12:30',
    'May 9, 2025 — 12:30',
    '9 May 2025 12:30',
    '9 May 2025, 12:30',
    '9 May 2025 at 12:30',
    '9 May 2025 - 12:30',
    '9 May 2025 – 12:30',
    '9 May 2025 — 12:30',
    '2025-05-09T12:30:00.123456789',
    '2025-05-09 12:30:00,5'
  ])('%j has no zone', text => {
    expect(findDate(text)).toEqual({ precision: 'time', time: noon, start: 0, end: text.length })
  })

  it.each([
    ['2025-05-09 12:30Z', 0],
    ['2025-05-09 12:30 Z', 0],
    ['2025-05-09 12:30+02', -2],
    ['2025-05-09 12:30 +0200', -2],
    ['2025-05-09 12:30 -02:00', 2],
    ['2025-05-09 12:30 UTC', 0],
    ['2025-05-09 12:30 UTC+2', -2],
    ['2025-05-09 12:30 UTC-2', 2],
    ['2025-05-09 12:30 UTC+02:00', -2],
    ['2025-05-09 12:30 UTC+10', -10],
    ['2025-05-09 12:30 GMT', 0],
    ['2025-05-09 12:30 GMT+2', -2],
    ['2025-05-09 12:30 GMT-0200', 2],
    ['2025-05-09 12:30 CEST', 0],
    ['2025-05-09 12:30 ET', 0],
    ['May 9, 2025 12:30 UTC+2', -2]
  ])('%j has a zone', (text, hours) => {
    expect(findDate(text)).toEqual({ precision: 'instant', time: noon + hours * 3600_000, start: 0, end: text.length })
  })

  it('counts minutes of a zone, and seconds', () => {
    expect(findDate('2025-05-09 12:30+05:45')?.time).toBe(Date.UTC(2025, 4, 9, 6, 45))
    expect(findDate('2025-05-09 12:30:07Z')?.time).toBe(Date.UTC(2025, 4, 9, 12, 30, 7))
  })

  it.each([
    ['2025-05-09 by 12:30', 10],
    ['2025-05-09 the day', 10],
    ['2025-05-09 at noon', 10],
    ['2025-05-09 12', 10],
    ['2025-05-09 12:30 is noon', 16],
    ['2025-05-09 12:30 Abc', 16]
  ])('%j ends before what is none', (text, end) => {
    expect(findDate(text)).toMatchObject({ start: 0, end })
  })
})

describe('days and times there are', () => {
  it.each([
    '2025-01-01',
    '2025-12-31',
    '2025-01-31',
    '2025-04-30',
    '2024-02-29',
    '2000-02-29',
    '2025-05-09 24:00',
    '2025-05-09 23:59',
    '2025-05-09 00:00',
    '2016-12-31T23:59:60Z',
    '2025-05-09 12:59:59'
  ])('%j', text => {
    expect(findDate(text)?.time).toBeDefined()
  })

  it.each([
    '2025-01-32',
    '2025-04-31',
    '1900-02-29',
    '2025-05-09 24:01',
    '2025-05-09 25:00',
    '2025-05-09 12:60',
    '2025-05-09 12:30:61',
    '2025-13-09',
    '2025-00-09',
    '2025-05-00',
    'May 32, 2025',
    '0 May 2025'
  ])('not %j', text => {
    expect(findDate(text)).toBeDefined()
    expect(findDate(text)?.time).toBeUndefined()
  })
})

describe('what stands around it', () => {
  it.each([
    '(2025-05-09)',
    '[2025-05-09]',
    '{2025-05-09}',
    '*2025-05-09*',
    '_2025-05-09_',
    '`2025-05-09`',
    '"2025-05-09"',
    "'2025-05-09'",
    '“2025-05-09”',
    '~2025-05-09',
    '# 2025-05-09',
    '> 2025-05-09',
    '• 2025-05-09',
    '✅ 2025-05-09',
    '⚠️ 2025-05-09',
    'Mon, 2025-05-09',
    'Monday 2025-05-09',
    'Tue. 2025-05-09',
    'Tues 2025-05-09',
    'Tuesday, 9 May 2025',
    'Wed 2025-05-09',
    'Wednesday 2025-05-09',
    'Thu 2025-05-09',
    'Thurs 2025-05-09',
    'Thursday 2025-05-09',
    'Fri, 9 May 2025',
    'Friday 2025-05-09',
    'Sat 2025-05-09',
    'Saturday 2025-05-09',
    'Sun 2025-05-09',
    'sunday 2025-05-09',
    'v1.2 2025-05-09',
    '1.2.3 — 2025-05-09',
    'v0.1: 2025-05-09',
    '2.0 (2025-05-09)',
    '1.0 – 2025-05-09',
    '1.0 | 2025-05-09',
    '1.0 - **2025-05-09**',
    '1.0 [2025-05-09]',
    '10.20.30 2025-05-09'
  ])('leads %j', text => {
    expect(leadingDate(text)).toBeDefined()
  })

  it.each([
    'on 2025-05-09',
    'Mo 2025-05-09',
    '1 2025-05-09',
    'a (2025-05-09)',
    'Sundry 2025-05-09',
    'v1 2025-05-09',
    '1.x 2025-05-09',
    `${' '.repeat(81)}2025-05-09`,
    'Mon Tue 2025-05-09',
    ''
  ])('does not lead %j', text => {
    expect(leadingDate(text)).toBeUndefined()
  })

  it('is read where the text begins, not thousands of letters on', () => {
    expect(findDate(`${' '.repeat(3990)}2025-05-09`)?.start).toBe(3990)
    expect(findDate(`${' '.repeat(3991)}2025-05-09`)).toBeUndefined()
  })

  it('the first of several is taken, however it is written', () => {
    expect(findDate('9 May 2025 and May 8, 2025')).toMatchObject({ start: 0, end: 10 })
    expect(findDate('May 8, 2025 and 2025-05-09')).toMatchObject({ start: 0, end: 11 })
    expect(findDate('2025-05-09 and 9 May 2025')).toMatchObject({ start: 0, end: 10 })
  })

  it.each([
    ['2025-05-099', false],
    ['2025-05-09 25:3', true],
    ['2025-05-09/10', true],
    ['2025-05-09:5', true],
    ['2025-05-09 5pm', true],
    ['2025-05-09 11AM', true],
    ['2025-05-09 5', false],
    ['2025-05-09/x', false],
    ['2025-05-09 - 5', false],
    ['2025-05-09 5pms', false],
    ['2025-05-09', false],
    ['2025-05-09 x 5:30', false]
  ])('%j: cut short %s', (text, cut) => {
    const read = findDate(text)
    expect(read !== undefined && isCutShort(text, read)).toBe(cut)
  })

  it('is the future a day from now', () => {
    const now = Date.UTC(2025, 4, 8)
    expect(isFuture(findDate('2025-05-09')!, now)).toBe(false)
    expect(isFuture(findDate('2025-05-09 00:01')!, now)).toBe(true)
    expect(isFuture(findDate('2025-05-32')!, now)).toBe(false)
  })
})
