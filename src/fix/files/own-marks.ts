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
  const counts = new Map<MarkForm, number>()
  for (const { form } of written) counts.set(form, (counts.get(form) ?? 0) + 1)
  return [...counts].find(([, count]) => count * 2 > written.length)?.[0]
}

function commonest(written: readonly Written[]): Written | undefined {
  const counts = new Map<string, number>()
  for (const { raw } of written) counts.set(raw, (counts.get(raw) ?? 0) + 1)
  const [raw] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  return written.find(each => each.raw === raw)
}

const orders: Record<MarkKind, string> = {
  new: 'create',
  modified: 'modify',
  deleted: 'delete',
  renamed: 'rename',
  existing: 'keep'
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
