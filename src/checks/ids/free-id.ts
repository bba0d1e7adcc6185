import { idNumber } from '../../plan/units/numbers.ts'
import { headBelow, tailOf } from '../../plan/units/zero-ids.ts'
import type { IdDeclaration } from '../../plan/units/ids.ts'

/**
 * An identifier that a unit could have and nobody has: with the number that those below it go by, else the next behind the last of its kind, below the number
 * of what holds it; what the numbers begin with is its own, "T" above "M". Undefined where it is not numbered.
 *
 * @param taken Lower case, of all of its kind.
 */
export function freeId(
  { text, unit }: IdDeclaration,
  all: readonly IdDeclaration[],
  taken: ReadonlySet<string>
): string | undefined {
  const tail = tailOf(unit.spec)
  const [, own, digits] = /^(.*?)(\d{1,9})[a-z]?$/i.exec(text.slice(0, text.length - tail.length)) ?? []
  if (own === undefined || digits === undefined) return undefined
  const letters = /^\D*/.exec(own)![0]
  const below = new Set(all.filter(each => each.unit.parent === unit).map(each => idNumber(headOf(each.text))))
  const [only = ''] = below
  const [called, first] = [`${letters}${only}`, text.slice(0, text.length - tail.length)]
  if (below.size === 1 && isAlike(called, first) && !taken.has(`${called}${tail}`.toLowerCase())) return called + tail
  const outer = own.endsWith('.') && unit.parent ? idNumber(headBelow(unit.parent) ?? '') : ''
  const head = outer === '' ? own : `${letters}${outer}.`
  const numbers = [...taken].flatMap(each =>
    each.startsWith(head.toLowerCase())
      ? (/^\d{1,9}(?=[a-z]?$)/.exec(each.slice(head.length, each.length - tail.length)) ?? []).map(Number)
      : []
  )
  return `${head}${String(Math.max(0, ...numbers) + 1).padStart(digits.length, '0')}${tail}`
}

/** Are two identifiers numbered as deep: "1.2" and "1.3"? */
function isAlike(one: string, other: string): boolean {
  return /\d$/.test(one) && one.split('.').length === other.split('.').length
}

/** "1" of "1.2"; nothing of what has no point. */
function headOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('.')))
}
