import { onceEach } from '../util/once.ts'
import type { Plan } from './bind-types.ts'

const expanded = /\b(TB[ACD]|XXX) ?\(([^()\n]{5,60})\)|([^()\n.;:]{5,60}) \((TB[ACD]|XXX)\)/g

/** What a plan writes out elsewhere is no placeholder in it: "TBD (trunk-based development)". */
export const abbreviationsOf: (plan: Plan) => ReadonlySet<string> = onceEach(({ outline: { source } }: Plan) => {
  const found = new Set<string>()
  for (const [, before, behind, ahead, after] of source.matchAll(expanded)) {
    const short = before ?? after!
    const words = (behind ?? ahead!).split(/[\s-]+/)
    const own = behind === undefined ? words.slice(-short.length) : words
    const initials = own.map(word => word[0] ?? '').join('')
    if (initials.toUpperCase() === short && own[0]!.toLowerCase() !== 'to') found.add(short)
  }
  return found
})
