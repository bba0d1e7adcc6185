/** Demands of content that nothing judges where they stand. */
import { isMatter } from '../fields.ts'
import type { Demand, FieldSpec, Profile } from '../schema.ts'
import { enumerate } from '../../util/enumerate.ts'
import type { KeyPath, SaidDemand } from './walk.ts'
import { statementsOf } from './walk.ts'

type Kind = Demand['kind']

/** Kinds that are judged in some holders alone. */
const holdersOf: Partial<Record<Kind, readonly SaidDemand['holder'][]>> = {
  title: ['document', 'unit'],
  normative: ['unit'],
  scenario: ['section', 'unit'],
  stamp: ['unit'],
  question: ['document'],
  sections: ['document'],
  gate: ['section']
}

const listed: readonly Kind[] = ['list', 'tasks', 'table', 'tree']
const counted: readonly Kind[] = [
  'text',
  'prose',
  'list',
  'tasks',
  'table',
  'command',
  'path',
  'code',
  'tree',
  'diagram'
]

/** Keys that say something of some kinds alone. */
const kindsOf: Partial<Record<keyof Demand, readonly Kind[]>> = {
  words: ['title', 'normative', 'scenario'],
  min: counted,
  columns: ['table', 'list'],
  values: ['table', 'list'],
  each: listed,
  label: ['tree', 'gate', 'date']
}

interface Unjudged {
  path: KeyPath
  message: string
}

export function unjudgedDemands(profile: Profile): Unjudged[] {
  const { demands, fields } = statementsOf(profile)
  return [
    ...demands.flatMap(demand => [...ofDemand(demand)]),
    ...fields.flatMap(({ spec, path, unit }) => [...(unit ? [] : withoutUnit(spec, path)), ...ofMatter(spec, path)])
  ]
}

function* ofDemand({ spec, path, holder, unit }: SaidDemand): Iterable<Unjudged> {
  const { kind } = spec
  const holders = holdersOf[kind]
  if (holders && !holders.includes(holder)) {
    yield {
      path: [...path, 'kind'],
      message: `"${kind}" is looked for in ${enumerate(
        holders.map(each => places[each]),
        'or'
      )}, not in ${places[holder]}`
    }
    return
  }
  const kinds = [kind, ...[spec.or ?? []].flat()]
  for (const [key, wanted] of Object.entries(kindsOf))
    if (spec[key as keyof Demand] !== undefined && !kinds.some(each => wanted.includes(each)))
      yield {
        path: [...path, key],
        message: `says nothing of the kind "${kind}", but of ${enumerate(
          wanted.map(each => `"${each}"`),
          'or'
        )}`
      }
  if (spec.columns !== undefined && !kinds.includes('table'))
    yield { path: [...path, 'columns'], message: 'a list of plain items has none: say "or": "table"' }
  const columns = (spec.columns ?? []).flat()
  for (const column of Object.keys(spec.values ?? {}))
    if (!columns.includes(column))
      yield {
        path: [...path, 'values', column],
        message: `unknown column "${column}"; known: ${columns.join(', ') || 'none, as "columns" is missing'}`
      }
  if (holder === 'field' && spec.each !== undefined)
    yield {
      path: [...path, 'each'],
      message: 'is judged in sections and units; of a field, "each" stands beside its label'
    }
  if (!unit) yield* withoutUnit(spec, path)
}

/** Values of the front matter are no Markdown: a list there is of its kind, and objects in it are units. */
function ofMatter(field: FieldSpec, path: KeyPath): Unjudged[] {
  return isMatter(field) && field.content !== undefined
    ? [
        {
          path: [...path, 'content'],
          message: 'is not looked for in the front matter: say "kind", or "units" of the form "entry"'
        }
      ]
    : []
}

/** Of which units something is demanded, where there are none. */
function withoutUnit(spec: Pick<Demand, 'where' | 'otherwise'>, path: KeyPath): Unjudged[] {
  return (['where', 'otherwise'] as const)
    .filter(key => spec[key] !== undefined)
    .map(key => ({ path: [...path, key], message: 'is said of units, and stands in none' }))
}

const places: Readonly<Record<SaidDemand['holder'], string>> = {
  document: 'the document itself',
  section: 'a section',
  unit: 'a unit',
  field: 'a field'
}
