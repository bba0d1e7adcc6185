/** Lists of numbers behind a bracket that an identifier opens. */
import { describe, expect, it } from 'vitest'
import { listedIn } from '../../src/plan/units/numbers.ts'
import { spent } from '../spent.ts'

const shapes = ['(AC: #', '(AC #', 'T###']
const read = (text: string): string[] =>
  [...listedIn(shapes, text)].map(({ number, start, end }) => `${number}=${text.slice(start, end)}`)

describe('a list that an identifier opens', () => {
  it.each<[text: string, found: string[]]>([
    ['Do it (AC: 3)', ['3=3']],
    ['(AC: 1, 3)', ['1=1', '3=3']],
    ['(ac:1,2)', ['1=1', '2=2']],
    ['(AC: 2-4; 9)', ['2=2-4', '3=2-4', '4=2-4', '9=9']],
    ['(AC: #1 and #2)', ['1=#1', '2=#2']],
    ['(AC 1, AC2, AC 3)', ['1=1', '2=AC2', '3=AC 3']],
    ['(AC: AC1 to AC3)', ['1=AC1 to AC3', '2=AC1 to AC3', '3=AC1 to AC3']],
    ['(AC: all)', ['all=all']],
    ['(AC: 1) and (AC: 2)', ['1=1', '2=2']],
    ['(AC: 1, see page 9)', ['1=1']],
    ['(AC: 1, NFR 9)', ['1=1']],
    ['(AC: 1.2)', []],
    ['(AC: allowed)', []],
    ['(AC: none)', []],
    ['(AC: 1) 2', ['1=1']],
    ['(AC:', []],
    ['T001 and 2', []],
    ['AC: 1', []]
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found)
  })

  it('takes no longer for a long one', () => {
    const text = `(AC: ${'1, '.repeat(50_000)}`
    const from = spent()
    expect(read(text)).toHaveLength(50_000)
    expect(read('(AC '.repeat(50_000))).toEqual([])
    expect(spent() - from).toBeLessThan(5_000)
  })
})
