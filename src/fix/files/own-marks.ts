/** Marks as a plan writes them: its own word where it has one for that kind, else ours in the form of its others. */
import type { Mark } from '../../files/mark.ts'
import type { MarkForm, MarkKind } from '../../files/marks.ts'

/** What stands beside a path: a new file, or one that was renamed from somewhere. */
export interface Deed {
  kind: MarkKind
  from?: string
}

type Written = Pick<Mark, 'kind' | 'raw' | 'form'>

/**
 * @param written the marks that the plan has at places of the kind
 * @param usual the form where most of them have none
 */
export function ownMark(deed: Deed, written: readonly Written[], usual: MarkForm): string {
  // What was renamed says from where, so it is never the word of another.
  const own = deed.kind === 'renamed' ? undefined : commonest(written.filter(({ kind }) => kind === deed.kind))
  if (own !== undefined) return own.raw
  const form = mostly(written) ?? usual
  const sign = signFor(deed, written)
  if (sign !== undefined) return sign
  const word = wordFor(deed, written)
  const isOpen = deed.kind === 'renamed'
  if (form === 'paren' || form === 'prefix' || form === 'emoji') return `(${word})`
  if (form === 'bracket') return isOpen ? `(${word})` : `[${word}]`
  if (form === 'angle') return `<${word}>`
  return word
}

/** The form of more than half. */
export function mostly(written: readonly Written[]): MarkForm | undefined {
  const [form, count] = commonestOf(written, each => each.form) ?? [undefined, 0]
  return count * 2 > written.length ? form : undefined
}

function commonest(written: readonly Written[]): Written | undefined {
  const [raw] = commonestOf(written, each => each.raw) ?? []
  return written.find(each => each.raw === raw)
}

const orders: Record<MarkKind, string> = {
  new: 'create',
  modified: 'modify',
  deleted: 'delete',
  renamed: 'rename',
  existing: 'keep',
  unchanged: 'keep'
}
const letters: Partial<Record<MarkKind, string>> = { new: 'A', modified: 'M', deleted: 'D' }
const signs: Partial<Record<MarkKind, string>> = { new: '+', modified: '~', deleted: '-' }

/** As a letter or a sign, where the plan writes those. */
function signFor({ kind }: Deed, written: readonly Written[]): string | undefined {
  const all = (pattern: RegExp): boolean => written.length > 0 && written.every(({ raw }) => pattern.test(raw))
  if (all(/^[AMD]$/)) return letters[kind]
  if (all(/^[+~-]$/)) return signs[kind]
  return all(/^\[[+~-]\]$/) && signs[kind] !== undefined ? `[${signs[kind]}]` : undefined
}

/** In the plan's own manner: as an order or a state, in capitals or not. */
function wordFor({ kind, from }: Deed, written: readonly Written[]): string {
  const words = written.map(({ raw }) => raw.replace(/[^\p{L}]/gu, ''))
  const all = (pattern: RegExp): boolean => words.length > 0 && words.every(word => pattern.test(word))
  const isOrder = all(/^(?:create|add|modify|update|change|edit|delete|remove|rename|move)/i) && !all(/ed$/i)
  const word = isOrder ? orders[kind] : kind
  const cased = all(/^\p{Lu}+$/u) ? word.toUpperCase() : all(/^\p{Lu}/u) ? word[0]!.toUpperCase() + word.slice(1) : word
  return from === undefined ? cased : isOrder ? `${cased} from ${from}` : `${cased}: ${from}`
}

/** What most of them have, with how many; of several the first. */
export function commonestOf<T, K>(list: readonly T[], of: (one: T) => K): [K, number] | undefined {
  const counts = new Map<K, number>()
  for (const one of list) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]
}
