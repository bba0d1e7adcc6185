import fc from 'fast-check'
import {checkSync} from 'recheck'
import {describe, expect, it} from 'vitest'
import {compilePattern, matchesPattern, maxPatternInput, maxPatternLength, PatternError} from '../../src/guard/pattern.ts'

const reasonFor = (source: string): string | undefined => {
  try {
    compilePattern(source)
    return undefined
  } catch (error) {
    expect(error).toBeInstanceOf(PatternError)
    return (error as Error).message
  }
}

describe('what is compiled', () => {
  const good = [
    '^Step \\d+$', '^(?:step|phase)\\s+\\d+(?:\\.\\d+)?\\s*:', '^[A-Z]{2,5}-\\d{1,6}$', '^\\s*\\w+\\s*:\\s*\\w+$', '^(?<kind>new|modified|deleted)\\b', '(?:ab)*c', '^[^:]+:\\s*$',
    'TBD|TODO|FIXME', '^\\p{Lu}[\\p{Ll} ]*$', '[\\]\\-a]+x', 'a{3}b{2,4}', '', '\\u{1F680}+', '^a?b?c?$'
  ]

  it.each(good)('%s', source => {
    expect(reasonFor(source)).toBeUndefined()
    expect(checkSync(`^(?:${source})`, 'iu', {timeout: 10_000}).status).toBe('safe')
  })

  it('ignores case and knows Unicode', () => {
    expect(compilePattern('^étape .$').test('ÉTAPE 🚀')).toBe(true)
  })
})

describe('what is refused, with the reason', () => {
  it.each([
    ['(a+)+$', 'a quantifier inside of a repeated group'], ['(?:a?){9}', 'a quantifier inside of a repeated group'], ['((ab)*c)*', 'a quantifier inside of a repeated group'],
    ['(?:a|a)*b', 'it repeats alternatives'], ['(?:a|ab)+', 'it repeats alternatives'],
    ['(a)\\1', 'a backreference'], ['(?<x>a)\\k<x>', 'a backreference'], ['(?=a)b', 'look-around'], ['(?<!a)b', 'look-around'],
    ['a*a*', '"a*" and "a*" can match the same characters'], ['\\w+\\d+', '"\\w+" and "\\d+" can match the same characters'], ['.*foo.*', 'can match the same characters'], ['a?a?a?aaa', 'can match the same characters'],
    ['(?:x\\s*)?\\s*y', 'can match the same characters'], ['é*É*', 'can match the same characters'], ['(?:ab)*a*', 'can match the same characters'], ['\\p{L}+[а-я]+', 'can match the same characters'], ['[^a]+-[^b]+', 'can match the same characters'],
    ['(?:a|b)'.repeat(9), 'too many combinations'], ['a{101}', 'more than 100 times'], ['a{1,1000}', 'more than 100 times'],
    ['x'.repeat(maxPatternLength + 1), 'longer than 200 characters'], ['(', 'unterminated group'], ['[b-a]', 'out of order'], ['\\', 'at end of pattern']
  ])('%s', (source, reason) => {
    expect(reasonFor(source)).toContain(reason)
  })

  it('whatever is let pass is free of catastrophic backtracking', () => {
    const atom = fc.constantFrom('a', 'b', '.', '\\w', '\\d', '\\s', '[ab]', '[^a]', ' ', '-', 'é', '\\.')
    const quantified = fc.tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '*?')).map(parts => parts.join(''))
    const group = fc.tuple(fc.array(quantified, {minLength: 1, maxLength: 3}), fc.constantFrom('', '?', '*', '+', '{2}'), fc.boolean(), quantified)
      .map(([parts, sign, either, other]) => `(?:${parts.join('')}${either ? `|${other}` : ''})${sign}`)
    const pattern = fc.array(fc.oneof({weight: 3, arbitrary: quantified}, group), {minLength: 1, maxLength: 6}).map(parts => parts.join(''))
    let passed = 0
    fc.assert(fc.property(pattern, source => {
      if (reasonFor(source)) return
      passed++
      expect(checkSync(`^(?:${source})$`, 'iu', {timeout: 10_000}).status, source).toBe('safe')
    }), {numRuns: 300, seed: 8})
    expect(passed).toBeGreaterThan(30)
  }, 60_000)
})

describe('matching', () => {
  it('looks at no more than the start of a long text', () => {
    const pattern = compilePattern('needle')
    expect(matchesPattern(pattern, `${' '.repeat(maxPatternInput - 6)}needle`)).toBe(true)
    expect(matchesPattern(pattern, `${' '.repeat(maxPatternInput - 5)}needle`)).toBe(false)
  })

  it('is fast in the worst case', () => {
    const pattern = compilePattern('\\s+x$')
    const start = performance.now()
    expect(matchesPattern(pattern, ' '.repeat(1_000_000))).toBe(false)
    expect(performance.now() - start).toBeLessThan(200)
  })
})
