import type { ListItem } from 'mdast'
import type { Demand, FieldSpec } from '../profiles/schema.ts'
import type { Place, Severity } from '../types.ts'
import type { BoundField, Plan, Unit } from '../plan/bind-types.ts'
import { holds, tooFew } from './demands/demands.ts'
import { entriesIn } from './demands/entries.ts'
import { entryLacks } from './demands/entry-demands.ts'
import { filesOf } from '../plan/files/mentions.ts'
import { placeOf, spanOf, textOf } from '../outline/nodes.ts'
import { splitPaths } from '../files/paths.ts'
import { namesPlace } from '../plan/files/names-place.ts'
import { groupOf, labelsOf } from '../profiles/fields.ts'
import { normalise } from '../outline/text.ts'
import { isDemanded } from './phases.ts'
import { mayBeTranslated } from '../plan/sentences/language.ts'
import { hasLeftover } from '../plan/leftovers/placeholders.ts'
import { weightAt } from './demands/where.ts'
import type { Span } from '../outline/types.ts'

/** Is a field demanded, and how much? undefined where it may be absent. */
export function severityOfDemand(spec: FieldSpec, plan: Plan): Severity | undefined {
  if (!isDemanded(spec, plan)) return undefined
  const { required = spec.from !== undefined } = spec
  return required === true ? 'error' : required === 'warning' ? 'warning' : undefined
}

/** What a value, or an item of it, lacks. */
export type Lack =
  /** The form that the field's kind has; items lack a path in the form of files. */
  | { what: 'shape'; shape: FieldShape }
  /** `found`: how many there are, of what there are too few. */
  | { what: 'content'; demand: Demand; found?: number }
  /** What changes in a file. */
  | { what: 'description' }
  | { what: 'tick' }
  /** What is done to a file. */
  | { what: 'mark'; path: string }

/** Kinds of fields that have a form of their own. */
export type FieldShape = (typeof shapes)[number]

const shapes = ['list', 'tasks', 'choice', 'table', 'files', 'code', 'command'] as const

/** What is wrong with the fields of a section or a unit. */
type FieldDefect = { field: BoundField; severity: Severity } & (
  | { kind: 'missing' | 'empty' }
  /** `place`: where it is wrong, if not at the label. */
  | { kind: 'form'; lack: Lack; place?: Place }
)

/**
 * Missing, empty and misshapen fields.
 *
 * @param skip Labels of fields that may be absent here (the first and last step of some dialects).
 */
export function fieldDefects(fields: readonly BoundField[], plan: Plan, skip: readonly string[] = []): FieldDefect[] {
  const defects: FieldDefect[] = []
  const reported: string[] = []
  for (const field of fields) {
    const severity = severityOfDemand(field.spec, plan)
    if (field.state === 'missing') {
      const beside = fields.map(({ spec }) => spec)
      const group = groupOf(field.spec, beside)
      if (
        severity === undefined ||
        skip.includes(field.spec.label) ||
        (severity === 'warning' && mayBeTranslated(field.spec, plan)) ||
        (group !== undefined &&
          (reported.includes(group) ||
            fields.some(other => other.state !== 'missing' && groupOf(other.spec, beside) === group)))
      )
        continue
      if (group !== undefined) reported.push(group)
      defects.push({ kind: 'missing', field, severity })
    } else if (field.state === 'empty') {
      if (severity !== undefined || field.spec.required !== false)
        defects.push({ kind: 'empty', field, severity: severity ?? 'warning' })
    } else if (field.state === 'filled') {
      // A placeholder is told as such: it is no answer of any form.
      if (!field.span || !hasLeftover(field.span, plan)) addFormDefects(field, severity, plan, defects)
      // What its parts would say may stand there in prose; once one of them is used, the others are expected too.
      if (field.fields.some(({ part }) => part)) defects.push(...fieldDefects(field.fields, plan))
    }
  }
  return defects
}

function addFormDefects(field: BoundField, severity: Severity | undefined, plan: Plan, defects: FieldDefect[]): void {
  const shape = misshapen(field, plan)
  if (shape !== undefined && severity !== undefined)
    // A list that became a paragraph still says what it says.
    defects.push({
      kind: 'form',
      field,
      severity: isProse(shape, field, plan) ? 'warning' : severity,
      lack: { what: 'shape', shape }
    })
  else {
    addContentDefects(field, plan, defects)
    for (const each of lacking(field, plan))
      defects.push({ kind: 'form', field, severity: severity ?? 'error', ...each })
  }
}

/** What a value must hold besides its kind. */
function addContentDefects(field: BoundField, plan: Plan, defects: FieldDefect[]): void {
  for (const demand of field.spec.content ?? []) {
    if (!field.span || !isDemanded(demand, plan) || demand.required === false || holds(demand, field.span, plan))
      continue
    const severity = demand.required === 'warning' ? 'warning' : 'error'
    const found = tooFew(demand, field.span, plan)
    defects.push({
      kind: 'form',
      field,
      severity,
      lack: { what: 'content', demand, ...(found === undefined ? {} : { found }) }
    })
  }
}

const nothing: readonly never[] = []

/** Where an item lacks something. */
interface Lacking {
  place: Place
  lack: Lack
}

/** What single items of a value lack. */
function lacking(field: BoundField, plan: Plan): readonly Lacking[] {
  const { each, kind } = field.spec
  if (!field.span || (each === undefined && kind !== 'choice')) return nothing
  const found: Lacking[] = withoutPath(field, plan).map(place => ({ place, lack: { what: 'shape', shape: 'files' } }))
  if (each === 'description')
    found.push(
      ...entriesIn(field.span, plan)
        .filter(entry => entryLacks(each, entry, plan))
        .map(({ place }) => ({ place, lack: { what: 'description' as const } }))
    )
  if (kind === 'choice' && !plan.content.checkboxes(field.span).some(box => box.state === 'done'))
    found.push({ place: field.part!.place, lack: { what: 'tick' } })
  if (each === 'mark') found.push(...unmarked(field, plan))
  return found
}

/** Files of a value that do not say what is done to them. */
function unmarked(field: BoundField, plan: Plan): Lacking[] {
  const { start, end } = field.span!
  const files = filesOf(plan).mentions.filter(
    ({ place, mark, kind }) =>
      mark === undefined && kind !== 'glob' && place.start.offset >= start && place.start.offset < end
  )
  return files.map(({ place, path }) => ({ place, lack: { what: 'mark', path } }))
}

/** Items of a value (or a value without items) that name no path, where each must. */
function withoutPath(field: BoundField, plan: Plan): Place[] {
  if (field.spec.each !== 'path' || !field.span) return []
  const { content } = plan
  const inline = field.part ? content.valueOf(field.part) : ''
  const items = content.topItems(field.span)
  if (items.length === 0) return namesPlace(field.span, plan) ? [] : [field.place ?? field.part!.place]
  const at = (item: ListItem): Place => (item.children[0] ? placeOf(item.children[0]) : placeOf(item))
  const bare = items.filter(item => textOf(item).trim() !== '' && !namesPlace(spanOf(item), plan)).map(at)
  return inline !== '' && bare.length === items.length && splitPaths(inline).length > 0 ? [] : bare
}

function misshapen(field: BoundField, plan: Plan): FieldShape | undefined {
  const shape = shapes.find(each => each === field.spec.kind)
  if (shape === undefined || !field.span) return undefined
  // Behind the label a list may be told in a line.
  const said = shape === 'list' ? (field.part?.value?.text ?? '') : field.text
  return isShaped(shape, field.span, said, plan) ? undefined : shape
}

function isProse(shape: FieldShape, { span }: BoundField, { content }: Plan): boolean {
  return shape === 'list' && span !== undefined && content.paragraphs(span).length > 0
}

function isShaped(kind: FieldShape, span: Span, text: string, { content }: Plan): boolean {
  switch (kind) {
    case 'list':
      return text !== '' || content.items(span).length > 0 || content.tables(span).length > 0
    case 'tasks':
    case 'choice':
      return content.checkboxes(span).length > 0
    case 'table':
      return content.tables(span).length > 0
    case 'code':
      return text !== '' || content.fences(span).length > 0 || content.codeSpans(span).length > 0
    case 'command':
      // Where a command belongs, a code span is one.
      return content.checks(span).length > 0
    default:
      return true
  }
}

/** Does a broken fence run through it? Then what seems missing may only be hidden. */
export function isObscured(span: Span, plan: Plan): boolean {
  return plan.outline.brokenFences.some(({ region }) => region.start < span.end && region.end > span.start)
}

/** Has a unit a field? */
function gives({ fields }: Unit, spec: FieldSpec): boolean {
  return fields.some(field => field.spec === spec && field.state !== 'missing')
}

/** How much a defect of a field is, by the unit that it stands in. */
export function severityIn(
  { field: { spec }, severity }: Pick<FieldDefect, 'field' | 'severity'>,
  unit?: Unit
): Severity {
  const weight = unit ? weightAt(spec, unit, other => gives(other, spec)) : undefined
  return weight === 'warning' || (weight === undefined && severity === 'warning') ? 'warning' : 'error'
}

/** Does a unit lack a field, by one of these labels, that its profile demands of it? That is told of its fields. */
export function owesField(unit: Unit, labels: readonly string[], plan: Plan): boolean {
  const keys = new Set(labels.map(normalise))
  return fieldDefects(unit.fields, plan, exemptions(unit)).some(
    ({ kind, field: { spec } }) => kind !== 'form' && labelsOf(spec).some(label => keys.has(normalise(label)))
  )
}

/** Labels of the fields that are not demanded of this unit. */
export function exemptions(unit: Unit): readonly string[] {
  const { fields = nothing } = unit.spec
  return fields.some(field => field.where !== undefined)
    ? fields.filter(field => weightAt(field, unit, other => gives(other, field)) === 'off').map(field => field.label)
    : nothing
}
