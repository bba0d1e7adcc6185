import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identifierWords, linesNaming } from '../../src/plan/prose.ts'

const character = fc.constantFrom(...'ab.:(){}[] -/~@"é𝒳😀')
const line = fc.string({ unit: character, maxLength: 12 })

describe('linesNaming', () => {
  test('finds a name where it is a word of the line, and nowhere else', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.string({ unit: character, minLength: 1, maxLength: 4 }),
        (texts, name) => {
          const lines = texts.map(text => ({ text }))
          const expected = lines.filter(({ text }) => [...identifierWords(text)].includes(name))
          expect(linesNaming(lines)(name)).toEqual(expected)
        }
      ),
      { numRuns: 2000 }
    )
  })

  test('answers the same from its index, when many names are asked for', () => {
    const lines = [{ text: 'see `store.ts`' }, { text: 'restore.ts' }]
    const naming = linesNaming(lines)
    for (let i = 0; i < 100; i++) naming(`other-${i}`)
    expect(naming('store.ts')).toEqual([lines[0]])
  })

  test('an empty name stands nowhere', () => {
    expect(linesNaming([{ text: '()' }])('')).toEqual([])
  })
})
