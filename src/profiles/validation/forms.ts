/** Keys of a unit that say nothing in the form in which it is written. */
import type { UnitSpec } from '../schema.ts'
import { formsOf, numberingOf } from '../units.ts'
import type { KeyPath } from './walk.ts'

interface Formless {
  path: KeyPath
  message: string
}

/** Where the one form that a unit has leaves nothing to a key. */
export function* formlessKeys(spec: UnitSpec, path: KeyPath): Iterable<Formless> {
  const { written, headings } = formsOf(spec)
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
