/** Keys of a unit that say nothing in the form in which it is written. */
import type { UnitSpec } from '../schema.ts'
import { formsOf, numberingOf } from '../units.ts'
import type { KeyPath } from './walk.ts'

interface Formless {
  path: KeyPath
  message: string
}

/** Forms in which any line with a title may be written. */
const titled: ReadonlySet<string> = new Set(['heading', 'bold', 'label'])

/** Has it neither word nor identifier nor number? Where nothing is said of its form, numbered titles will do. */
function isUntold({ words = [], id, number, form, counts, role }: UnitSpec): boolean {
  const isBare = words.flat().length === 0 && id === undefined
  return (
    isBare && !foundOtherwise.has(counts ?? role) && (number === false || (number === undefined && form !== undefined))
  )
}

/** Kinds that are found by what they hold, too. */
const foundOtherwise: ReadonlySet<string> = new Set(['step', 'item', 'entry'])

/** Where the one form that a unit has leaves nothing to a key. */
export function* formlessKeys(spec: UnitSpec, path: KeyPath): Iterable<Formless> {
  const { written, headings } = formsOf(spec)
  if (headings === undefined && written.every(form => titled.has(form)) && isUntold(spec))
    yield {
      path: [...path, ...(spec.form === undefined ? [] : ['form'])],
      message: `nothing tells which title is a ${spec.role}: say "words", an "id" or a "number", or the form "any-heading"`
    }
  const [form, ...others] = new Set(written)
  if (others.length > 0 || headings !== undefined) return
  if (form === 'row' && spec.id === undefined)
    yield { path: [...path, 'form'], message: 'a row needs an "id": what its first cell begins with' }
  if (form !== 'item') return
  if (spec.level !== undefined) yield { path: [...path, 'level'], message: 'is said of headings, and these are items' }
  const isNumbered = numberingOf(spec) !== undefined
  const isNamed = spec.id?.from === 'name'
  if (spec.words !== undefined && !isNumbered && !isNamed)
    yield {
      path: [...path, 'words'],
      message: 'says nothing of items without a "number" behind it, or the "id" {"from": "name"}: each item is one'
    }
  if (spec.words === undefined && isNumbered)
    yield {
      path: [...path, 'number'],
      message: 'items have no number but behind one of "words"; that of the list is the "id" {"from": "number"}'
    }
}
