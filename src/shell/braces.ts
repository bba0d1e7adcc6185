import type { Token } from './types.ts'

const most = 20
const one = /^([^{}]*)\{([^{}]+,[^{}]*|,[^{}]+)\}([^{}]*)$/

/** `git mv src/{old,new}.ts` is given two words: what a shell makes of one pair of braces. Each has the place of the word as it is written. */
export function openBraces(token: Token): Token[] {
  const [, before = '', inside = '', behind = ''] = token.quoted || token.fixed ? [] : (one.exec(token.value) ?? [])
  const choices = inside.split(',')
  if (inside === '' || choices.length > most || /[$`*?[\]]/.test(token.value)) return [token]
  return choices.map(choice => ({ ...token, value: `${before}${choice}${behind}`, fixed: true }))
}
