import type { Table, TableCell, TableRow } from 'mdast'
import type { FieldSpec } from '../profiles/schema.ts'
import { namesFiles, alsoBy, isTagged } from '../profiles/fields.ts'
import { valuesOf } from '../profiles/status.ts'
import { once } from '../util/once.ts'
import type { BoundField } from './bind-types.ts'
import type { Content } from '../outline/content.ts'
import type { Negative } from '../outline/negative.ts'
import { isDash, isPutOff, readNegative, saysNotNeeded } from '../outline/negative.ts'
import { placeOf, spanOf, startOf, textOf } from '../outline/nodes.ts'
import { holdsBoxesOnly, isEmptyValue, isWhole, plainText, valuePlace, valueSpan } from './field-value.ts'
import { saysNoFiles } from './no-files.ts'
import { normalise, withoutQualifier } from '../outline/text.ts'
import { headNouns, jointKey, titleNames } from '../outline/title.ts'
import type { Part, Span } from '../outline/types.ts'

/** Keys of a field's label and its aliases. */
export const keysOf = once(
  (spec: { label: string; aliases?: string[] | undefined }): ReadonlySet<string> =>
    new Set([spec.label, ...(spec.aliases ?? [])].map(normalise))
)

/** Keys of labels that a profile lists. */
export const keysOfLabels: (labels: readonly string[]) => ReadonlySet<string> = once(
  labels => new Set(labels.map(normalise))
)

/** Keys of all fields of a list of specs. */
export const allKeysOf: (specs: readonly FieldSpec[]) => ReadonlySet<string> = once(
  specs => new Set(specs.flatMap(spec => [...keysOf(spec)]))
)

const none: ReadonlySet<string> = new Set()

/** Parts of a container that may be fields, by key: labels before headings before table rows, outer before inner. */
export class FieldIndex {
  readonly #byKey = new Map<string, Part[]>()
  readonly parts: Part[]

  constructor(parts: Part[]) {
    this.parts = parts
    for (const part of parts) {
      for (const name of titleNames(part)) this.#add(name, part)
      if (part.ordinal?.word !== undefined) this.#add(part.ordinal.word, part)
    }
  }

  #add(key: string, part: Part): void {
    const list = this.#byKey.get(key)
    if (list) list.push(part)
    else this.#byKey.set(key, [part])
  }

  find(keys: ReadonlySet<string>): Part[] {
    const found: Part[] = []
    for (const key of keys) {
      const same = this.#byKey.get(key)
      if (same) for (const part of same) if (!found.includes(part)) found.push(part)
    }
    return found.sort((a, b) => a.level - b.level || a.span.start - b.span.start)
  }

  /** Labels that go by one of the names with more said of it ("Affected files"), where no other field is called so. */
  findWide(keys: ReadonlySet<string>, isKnown: (key: string) => boolean): Part[] {
    return this.parts.filter(part => part.form !== 'row' && !titleNames(part).some(isKnown) && isWideName(part, keys))
  }
}

/** Does a label say one of these names and more of it: "Affected files", "Automated verification"? */
export function isWideName(part: Part, keys: ReadonlySet<string>): boolean {
  return titleNames(part).some(name => {
    if (headNouns(name).some(noun => keys.has(noun))) return true
    const joint = jointKey(name)
    return joint !== undefined && [...keys].some(key => jointKey(key) === joint)
  })
}

/** Rows of the tables in a span as parts, each head among them: first cell the label, second the value. */
export function rowParts(content: Content, span: Span): Part[] {
  return content.tables(span).flatMap(({ children }) => rowsOf(children, content))
}

/** What tables in a span say of fields: their rows; of one wide row its cells too, by their columns. */
export function rowFields(content: Content, span: Span): Part[] {
  return content.tables(span).flatMap(table => {
    const cells = cellsOf(table, content)
    // Its head says nothing of its own.
    return [...rowsOf(cells.length > 0 ? table.children.slice(1) : table.children, content), ...cells]
  })
}

/** A row as a part: what it is called, and what it says. */
export function rowPart(row: TableRow, title: string, value: NonNullable<Part['value']>, children: Part[] = []): Part {
  return {
    form: 'row',
    title,
    key: normalise(title),
    level: 9,
    node: row,
    place: placeOf(row),
    span: spanOf(row),
    blocks: [],
    children,
    value
  }
}

/** "| Priority | Effort | Risk |" above one row that is as wide: a shorter one is a label with its value, as the row above it is. */
function cellsOf({ children: [head, row, ...more] }: Table, content: Content): Part[] {
  if (!head || !row || more.length > 0 || head.children.length < 3) return []
  if (row.children.length < head.children.length) return []
  return head.children.map((name, i) => {
    const cell = row.children[i]!
    return { ...rowPart(row, titleIn(name), valueIn(cell, content)), place: placeOf(cell), span: spanOf(cell) }
  })
}

function titleIn(cell: TableCell): string {
  return textOf(cell)
    .trim()
    .replace(/[:：]$/, '')
}

function valueIn(cell: TableCell, content: Content): NonNullable<Part['value']> {
  const start = cell.children.length > 0 ? startOf(cell.children[0]!) : spanOf(cell).start
  const end = cell.children.length > 0 ? spanOf(cell.children.at(-1)!).end : start
  return { text: content.outline.source.slice(start, end), start, end }
}

function rowsOf(rows: readonly TableRow[], content: Content): Part[] {
  const parts: Part[] = []
  for (const row of rows) {
    const [name, ...values] = row.children
    const value = values[0]
    if (!name || !value) continue
    parts.push(rowPart(row, titleIn(name), valueIn(value, content)))
  }
  return parts
}

/**
 * Binds field specs to the parts of a container.
 *
 * @param options.others Normalised labels that are no fields but known as well: the verification of a step.
 * @param options.isInUnit The container is a unit.
 */
export function bindFields(
  specs: readonly FieldSpec[],
  index: FieldIndex,
  content: Content,
  { others = none, isInUnit = false }: { others?: ReadonlySet<string>; isInUnit?: boolean } = {}
): BoundField[] {
  const isKnown = (key: string): boolean => others.has(key) || allKeysOf(specs).has(key)
  return specs.map(spec => {
    const exact = index.find(keysOf(spec)).filter(part => isWrittenAs(spec, part))
    const candidates = exact.length > 0 || isTagged(spec) ? exact : index.findWide(keysOf(spec), isKnown)
    if (candidates.length === 0) return { spec, state: 'missing', text: '', fields: [] }
    const bound = candidates.map(part =>
      withSubLabels(bindField(spec, part, content), index, { isKnown, isInUnit }, content)
    )
    const best = bound.find(field => field.state !== 'empty') ?? bound[0]!
    const mayBeAgain = namesFiles(spec) || spec.refs !== undefined
    const again = mayBeAgain ? bound.filter(field => field !== best && field.state === 'filled') : []
    return again.length > 0 ? { ...best, again } : best
  })
}

/** Is a part written in the way that a field is? */
function isWrittenAs({ form }: FieldSpec, part: Part): boolean {
  const own = part.form === 'tag' || part.form === 'attribute' ? part.form : undefined
  return own === (form === 'tag' || form === 'attribute' ? form : undefined)
}

/** A label with nothing of its own but labels that the profile does not know right below it, or, in a unit, headings inside of it: they are its value. */
function withSubLabels(
  field: BoundField,
  index: FieldIndex,
  { isKnown, isInUnit }: { isKnown: (key: string) => boolean; isInUnit: boolean },
  content: Content
): BoundField {
  const part = field.part!
  if (field.state !== 'empty' || field.spec.kind === 'sentence' || isTagged(field.spec)) return field
  let { end } = part.span
  for (const next of index.parts) {
    if (next.span.start < end) continue
    if (
      (next.level !== part.level && !(isInUnit && isBelowHeadingOf(part, next))) ||
      next.span.start !== end ||
      isKnown(next.key) ||
      isKnown(normalise(withoutQualifier(next.title)))
    )
      break
    end = next.span.end
  }
  const whole = { ...part, span: { ...part.span, end } }
  return { ...bindField(field.spec, whole, content), part }
}

/** Is a heading deeper than the one that a label stands below? */
function isBelowHeadingOf({ parent }: Part, { form, level }: Part): boolean {
  return form === 'heading' && parent !== undefined && level > parent.level
}

/** Reads one part as the value of a field. */
export function bindField(spec: FieldSpec, part: Part, content: Content): BoundField {
  const span = valueSpan(part)
  const text = plainText(part, span, content)
  const field: BoundField = { spec, part, state: 'filled', text, place: valuePlace(part, content), span, fields: [] }
  const negative = negativeOf(spec, text) ?? noFilesIn(spec, text)
  if (negative && isWhole(span, content)) {
    field.negative = negative
    field.state = 'negative'
  } else if (
    isEmptyValue(part, span, content) ||
    (spec.kind === 'sentence' && holdsBoxesOnly(part, span, content)) ||
    (alsoBy(spec, 'tests') && isPutOff(text) && isWhole(span, content))
  )
    field.state = 'empty'
  if (spec.fields) field.fields = bindFields(spec.fields, new FieldIndex(content.parts(span, part)), content)
  return field
}

/** What a field denies. A dash says that there is none only where that is an answer; what is put off is no denial, nor is a value that it may have. */
function negativeOf(spec: FieldSpec, text: string): Negative | undefined {
  if (spec.kind === 'enum' && offersNone(spec)) return undefined
  const isAnswer = alsoBy(spec, 'none')
  const negative = readNegative(text)
  if (!negative || negative.kind === 'later' || (isDash(text) && !isAnswer)) return undefined
  return isAnswer && negative.kind === 'na' && saysNotNeeded(text) ? { ...negative, kind: 'none' } : negative
}

/** Is a denial one of the values to choose from: `none / low / high`? */
const offersNone = once((spec: FieldSpec): boolean => valuesOf(spec).some(value => readNegative(value) !== undefined))

/** "**Files**: no code changes needed". */
function noFilesIn({ kind }: FieldSpec, text: string): Negative | undefined {
  return kind === 'files' && saysNoFiles(text) ? { kind: 'none', reason: text, hollow: false } : undefined
}
