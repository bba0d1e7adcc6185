import type { Token } from './types.ts'

const most = 20

/** `git mv src/{old,new}.ts` is given two words: what a shell makes of one pair of braces. Each has the place of the word as it is written. */
export function openBraces(token: Token): Token[] {
  const { value, quoted, fixed } = token
  const [start, end] = [value.indexOf('{'), value.indexOf('}')]
  if (quoted || fixed || start < 0 || end < start || /[$`*?[\]]/.test(value)) return [token]
  if (value.lastIndexOf('{') !== start || value.lastIndexOf('}') !== end) return [token]
  const choices = value.slice(start + 1, end).split(',')
  if (choices.length < 2 || choices.length > most) return [token]
  return choices.map(choice => ({
    ...token,
    value: value.slice(0, start) + choice + value.slice(end + 1),
    fixed: true
  }))
}
