/** What looks like a stand-in and is a name that the profile gives: a section "TBD", a label "Todo", one of the values that a field may have. */
import { coverOf } from '../../outline/cover.ts'
import { spanOf, textOf } from '../../outline/nodes.ts'
import { normalise } from '../../outline/text.ts'
import type { Part, Span } from '../../outline/types.ts'
import { documentId } from '../../profiles/holders.ts'
import { statementsOf } from '../../profiles/validation/walk.ts'
import { labelsOf } from '../../profiles/fields.ts'
import type { Profile } from '../../profiles/schema.ts'
import { valuesOf } from '../../profiles/status.ts'
import { once, onceEach } from '../../util/once.ts'
import type { Plan } from '../bind-types.ts'
import { allFields, allMetadata } from '../every.ts'
import { keysOf } from '../fields.ts'
import type { Leftover } from './template.ts'

/** Leftovers but for what stands where the profile itself has these words. What the profile names as left of its template stays. */
export function withoutNamed(found: readonly Leftover[], plan: Plan): Leftover[] {
  if (!found.some(({ kind }) => kind === 'word')) return [...found]
  const isName = namedIn(plan)
  return found.filter(({ kind, place }) => kind !== 'word' || !isName(place.start.offset))
}

const namedIn: (plan: Plan) => (offset: number) => boolean = onceEach(plan => coverOf(namesIn(plan)))

/** Where sections, labels, columns and values go by a name that the profile gives them. */
function namesIn(plan: Plan): Span[] {
  const fields = [...allMetadata(plan), ...allFields(plan)]
  const spans = [
    // The document goes by its own title.
    ...plan.allSections.flatMap(({ part, spec }) =>
      part && spec.id !== documentId && [spec.title, ...(spec.aliases ?? [])].some(name => normalise(name) === part.key)
        ? [headOf(part)]
        : []
    ),
    ...fields.flatMap(({ part, spec }) => (part && keysOf(spec).has(part.key) ? [headOf(part)] : [])),
    ...fields.flatMap(({ spec, span, text }) =>
      span && valuesOf(spec).some(value => normalise(value) === normalise(text)) ? [span] : []
    ),
    ...cellsOf(plan)
  ]
  // What begins with it is it.
  return spans.map(({ start, end }) => ({ start: start - 1, end }))
}

/** The title or the label alone: what a part says is another thing, be it in the same line or row. */
function headOf({ place, span, value }: Part): Span {
  const end = value && value.text !== '' ? Math.min(place.end.offset, value.start) : place.end.offset
  return { start: span.start, end }
}

/** Titles of columns, and cells that say one of the values that their column may have. */
function cellsOf({ profile, outline }: Plan): Span[] {
  const { columns, values } = columnsOf(profile)
  return outline.nodes.tables.flatMap(({ children: [head, ...rows] }) => {
    const titles = (head?.children ?? []).map(cell => normalise(textOf(cell)))
    return [
      ...(head?.children ?? []).filter((_, at) => columns.has(titles[at]!)),
      ...rows.flatMap(({ children }) =>
        children.filter((cell, at) => values.get(titles[at] ?? '')?.has(normalise(textOf(cell))))
      )
    ].map(spanOf)
  })
}

const columnsOf = once((profile: Profile) => {
  const { demands, fields } = statementsOf(profile)
  const values = new Map<string, Set<string>>()
  for (const { spec } of demands)
    for (const [column, accepted] of Object.entries(spec.values ?? {}))
      if (accepted !== 'date')
        values.set(normalise(column), new Set([...(values.get(normalise(column)) ?? []), ...accepted.map(normalise)]))
  return {
    columns: new Set(
      [
        ...demands.flatMap(({ spec }) => (spec.columns ?? []).flat()),
        ...fields.flatMap(({ spec }) => labelsOf(spec))
      ].map(normalise)
    ),
    values
  }
})
