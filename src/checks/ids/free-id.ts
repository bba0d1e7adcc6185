import { headBelow, tailOf } from '../../plan/units/zero-ids.ts'
import type { IdDeclaration } from '../../plan/units/ids.ts'

/**
 * An identifier that a unit could have and nobody has: the number that those below it go by, else the next behind the last of its kind; undefined where it
 * is not numbered.
 *
 * @param taken Lower case, of all of its kind.
 */
export function freeId(
  { text, unit }: IdDeclaration,
  all: readonly IdDeclaration[],
  taken: ReadonlySet<string>
): string | undefined {
  const below = new Set(all.filter(each => each.unit.parent === unit).map(each => headOf(each.text)))
  const [only] = below
  const tail = tailOf(unit.spec)
  if (below.size === 1 && only && /\d$/.test(only) && !taken.has(`${only}${tail}`.toLowerCase())) return only + tail
  const [, own, digits] = /^(.*?)(\d{1,9})[a-z]?$/i.exec(text.slice(0, text.length - tail.length)) ?? []
  if (own === undefined || digits === undefined) return undefined
  const outer = unit.parent && headBelow(unit.parent)
  const head = own.endsWith('.') && outer !== undefined ? `${outer}.` : own
  const numbers = [...taken].flatMap(each =>
    each.startsWith(head.toLowerCase())
      ? (/^\d{1,9}(?=[a-z]?$)/.exec(each.slice(head.length, each.length - tail.length)) ?? []).map(Number)
      : []
  )
  return `${head}${String(Math.max(0, ...numbers) + 1).padStart(digits.length, '0')}${tail}`
}

/** "1" of "1.2"; nothing of what has no point. */
function headOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('.')))
}
