import type { Word, WordPart } from 'unbash'
import type { Token } from '../types.ts'

const moving = new Set([
  'SimpleExpansion',
  'ParameterExpansion',
  'CommandExpansion',
  'ArithmeticExpansion',
  'ProcessSubstitution',
  'ExtendedGlob',
  'BraceExpansion',
  'Glob'
])

/**
 * Reads a word of the grammar.
 *
 * @param source - the author's text: where `masked` differs from it, the author's is taken
 * @param masked - the text that was parsed, of the same length
 */
export function tokenOf(word: Word, source: string, masked: string): Token {
  const written = source.slice(word.pos, word.end)
  const same = written === masked.slice(word.pos, word.end)
  const parts = word.parts ?? []
  return {
    value: same ? word.value : written.replace(/["']/g, ''),
    start: word.pos,
    end: word.end,
    fixed: !parts.some(isMoving),
    quoted: /["']/.test(written)
  }
}

function isMoving(part: WordPart): boolean {
  if (part.type === 'DoubleQuoted' || part.type === 'LocaleString')
    return part.parts.some(child => moving.has(child.type))
  return moving.has(part.type)
}
