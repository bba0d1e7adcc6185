import { describe, expect, it } from 'vitest'
import { findDate, isCutShort, isFuture, leadingDate } from '../../src/outline/dates.ts'
import { spent } from '../spent.ts'

const noon = Date.UTC(2025, 2, 3, 12)

describe('dates', () => {
  it.each([
    ['2025-03-03', 'date', Date.UTC(2025, 2, 3)],
    ['2025-03-03T12:00:00Z', 'instant', noon],
    ['2025-03-03T12:00Z', 'instant', noon],
    ['2025-03-03T12:00:00.250Z', 'instant', noon],
    ['2025-03-03T13:00:00+01:00', 'instant', noon],
    ['2025-03-03T13:00:00+0100', 'instant', noon],
    ['2025-03-03T04:30:00-07:30', 'instant', noon],
    ['2025-03-03T13:00+01', 'instant', noon],
    ['2025-03-03 12:00 UTC', 'instant', noon],
    ['2025-03-03 12:00:00 GMT', 'instant', noon],
    ['2025-03-03 14:00 UTC+2', 'instant', noon],
    ['2025-03-03 12:00 CET', 'instant', noon],
    ['2025-03-03 12:00', 'time', noon],
    ['2025-03-03T12:00', 'time', noon],
    ['March 3, 2025', 'date', Date.UTC(2025, 2, 3)],
    ['march 3 2025', 'date', Date.UTC(2025, 2, 3)],
    ['Mar. 3rd, 2025', 'date', Date.UTC(2025, 2, 3)],
    ['3 March 2025', 'date', Date.UTC(2025, 2, 3)],
    ['3rd of March, 2025', 'date', Date.UTC(2025, 2, 3)],
    ['Sept 30, 2024', 'date', Date.UTC(2024, 8, 30)],
    ['March 3, 2025, 12:00 UTC', 'instant', noon],
    ['3 March 2025 at 12:00', 'time', noon],
    ['2024-02-29', 'date', Date.UTC(2024, 1, 29)]
  ])('reads %j', (text, precision, time) => {
    const read = findDate(text)
    expect(read).toMatchObject({ precision, time, start: 0, end: text.length })
    expect(leadingDate(text)).toEqual(read)
    expect(isCutShort(text, read!)).toBe(false)
  })

  it.each([
    '2025-02-30',
    '2025-13-01',
    '2023-02-29',
    '2025-00-10',
    '2025-06-00',
    '2025-03-03T25:00Z',
    '2025-03-03 10:75 UTC',
    'April 31, 2025'
  ])('knows no such day or time: %j', text => {
    const read = findDate(text)
    expect(read).toBeDefined()
    expect(read!.time).toBeUndefined()
  })

  it.each([
    '',
    'yesterday',
    '03/03/2025',
    '2025/03/03',
    '3.3.2025',
    '2025-3-3',
    '2025-W10',
    'March 2025',
    'v2025-03-031',
    '12025-03-03',
    '2025-03-03x',
    'Marching 3 2025',
    '[Timestamp]',
    'YYYY-MM-DD'
  ])('reads no date in %j', text => {
    expect(findDate(text)).toBeUndefined()
  })

  it.each([
    ['2025-03-03 7:30', true],
    ['2025-03-03-04', true],
    ['2025-03-03 (revised)', false],
    ['2025-03-03 — Ana', false],
    ['2025-03-03: kick-off', false],
    ['March 3, 2025 5pm', true],
    ['2025-03-03 3 risks added', false]
  ])('a rest that belongs to the date: %j', (text, cut) => {
    expect(isCutShort(text, findDate(text)!)).toBe(cut)
  })

  it.each([
    ['[2025-03-03] started', true],
    ['**2025-03-03** started', true],
    ['v1.2 (2025-03-03) started', true],
    ['Monday, March 3, 2025: started', true],
    ['📅 2025-03-03 started', true],
    ['started on 2025-03-03', false],
    ['Ana, 2025-03-03: started', false],
    ['no date', false]
  ])('is led by a date: %j', (text, led) => {
    expect(leadingDate(text) !== undefined).toBe(led)
  })

  it('finds the earliest of several', () => {
    expect(findDate('as of July 14, 2025 (was 2024-01-01)')).toMatchObject({ time: Date.UTC(2025, 6, 14) })
    expect(findDate('from 2024-01-01 to July 14, 2025')).toMatchObject({ time: Date.UTC(2024, 0, 1) })
  })

  it('gives the future a day of grace', () => {
    const now = Date.UTC(2025, 2, 3, 12)
    expect(isFuture(findDate('2025-03-03')!, now)).toBe(false)
    expect(isFuture(findDate('2025-03-04')!, now)).toBe(false)
    expect(isFuture(findDate('2025-03-05')!, now)).toBe(true)
    expect(isFuture(findDate('2025-03-04T11:00Z')!, now)).toBe(false)
    expect(isFuture(findDate('2025-03-04T13:00Z')!, now)).toBe(true)
    expect(isFuture(findDate('2025-03-04T13:00+02:00')!, now)).toBe(false)
  })

  it('stays linear on hostile text', () => {
    const started = spent()
    for (const piece of ['2025-', 'Mar 3, ', '3 March ', '2025-03-03 12:', ' ', '[']) findDate(piece.repeat(50_000))
    expect(spent() - started).toBeLessThan(500)
  })
})
