import { onceEach } from '../../util/once.ts'
import type { Plan } from '../bind-types.ts'

const behind = /\b(TB[ACD]|XXX) ?\(([^()\n]{5,60})\)/g
const inBrackets = /\((TB[ACD]|XXX)\)/g

/** What a plan writes out elsewhere is no placeholder in it: "TBD (trunk-based development)". */
export const abbreviationsOf: (plan: Plan) => ReadonlySet<string> = onceEach(({ outline: { source } }: Plan) => {
  const found = new Set<string>()
  const add = (short: string, own: readonly string[]): void => {
    const initials = own.map(word => word[0] ?? '').join('')
    if (initials.toUpperCase() === short && own[0]!.toLowerCase() !== 'to') found.add(short)
  }
  for (const [, short, words] of source.matchAll(behind)) add(short!, words!.split(/[\s-]+/))
  for (const { 1: short, index } of source.matchAll(inBrackets)) {
    const before = source
      .slice(Math.max(0, index - 60), index)
      .split(/[()\n.;:]/)
      .at(-1)!
    add(
      short!,
      before
        .trim()
        .split(/[\s-]+/)
        .slice(-short!.length)
    )
  }
  return found
})
