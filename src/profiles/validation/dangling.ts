/** Names in a profile that lead nowhere: roles, labels, sections and files that it does not have. */
import { suggest } from '../../util/suggest.ts'
import { labelsOf, otherWays, othersOf } from '../fields.ts'
import type { FieldSpec, Profile, UnitSpec } from '../schema.ts'
import { kindOf } from '../units.ts'
import type { KeyPath, Statements } from './walk.ts'
import { statementsOf } from './walk.ts'

/** A name, what it is to name, and what there is. */
export interface DeadName {
  path: KeyPath
  what: 'role' | 'label' | 'section' | 'marker' | 'profile'
  name: string
  known: readonly string[]
}

/** Names that the profile alone shows to lead nowhere. Of other files it takes the word of `set`. */
export function danglingNames(profile: Profile): DeadName[] {
  const all = statementsOf(profile)
  const roles = [...new Set(all.units.map(({ spec }) => spec.role))]
  const kinds = [...new Set([...roles, ...all.units.map(({ spec }) => kindOf(spec))])]
  const members = Object.keys(profile.set ?? {})
  const role = (name: string, path: KeyPath): DeadName[] => missing('role', name, roles, path)
  /** "story", or "my-spec.story". */
  const target = (name: string, path: KeyPath): DeadName[] =>
    name.includes('.') ? missing('profile', name.slice(0, name.indexOf('.')), members, path) : role(name, path)
  const refs = (spec: { refs?: object | undefined }, path: KeyPath): DeadName[] =>
    Object.keys(spec.refs ?? {}).flatMap(name => target(name, [...path, 'refs', name]))
  return [
    ...all.units.flatMap(({ spec, path }) => [
      ...refs(spec, path),
      ...(spec.after === undefined ? [] : role(spec.after, [...path, 'after'])),
      ...Object.keys(spec.elsewhere ?? {}).flatMap(name =>
        missing('profile', name.split('.')[0]!, members, [...path, 'elsewhere', name])
      ),
      ...(spec.coverage?.in === undefined
        ? []
        : missing('profile', spec.coverage.in, members, [...path, 'coverage', 'in'])),
      ...ownLabels(spec, path)
    ]),
    ...all.fields.flatMap(({ spec, path, beside, unit }) => [
      ...refs(spec, path),
      ...(spec.choice === undefined
        ? []
        : missing('role', spec.choice, unit ? [...kinds, ...inside] : kinds, [...path, 'choice'])),
      ...othersOf(spec).flatMap(name =>
        missing('label', name, [...others(spec, beside), ...otherWays], [...path, 'or'])
      ),
      ...(unit ? meantOf(spec, unit, path) : [])
    ]),
    ...all.demands.flatMap(({ spec, path, unit }) => (unit ? meantOf(spec, unit, path) : [])),
    ...all.units.flatMap(({ spec, path }) =>
      spec.verification ? meantOf(spec.verification, spec, [...path, 'verification']) : []
    ),
    ...all.checklists.flatMap(({ spec, path }) =>
      spec.units === undefined ? [] : role(spec.units, [...path, 'units'])
    ),
    ...ofSections(all, members),
    ...misspeltMarks(profile, all),
    ...Object.entries(profile.set ?? {}).flatMap(([name, spec]) =>
      spec.units === undefined ? [] : role(spec.units, ['set', name, 'units'])
    )
  ]
}

/** Marks by which a document is recognised may be words of any kind: but what is nearly a name of the profile was meant to be one. */
function misspeltMarks({ detect = {} }: Profile, { sections, fields }: Statements): DeadName[] {
  const titles = sections.flatMap(({ spec: { title, aliases = [] } }) => [title, ...aliases])
  const labels = fields.flatMap(({ spec }) => labelsOf(spec))
  const near = (key: 'sections' | 'fields', what: DeadName['what'], known: readonly string[]): DeadName[] => {
    const folded = new Set(known.map(name => name.toLowerCase()))
    return Object.keys(detect[key] ?? {})
      .filter(name => name.length >= telling && !folded.has(name.toLowerCase()) && suggest(name, known) !== undefined)
      .map(name => ({ path: ['detect', key, name], what, name, known }))
  }
  return [...near('sections', 'section', titles), ...near('fields', 'label', labels)]
}

/** Names of fewer letters are near to many others. */
const telling = 4

function missing(what: DeadName['what'], name: string, known: readonly string[], path: KeyPath): DeadName[] {
  return known.includes(name) ? [] : [{ path, what, name, known }]
}

/** What a unit may hold in any form, to choose between: "Option A: …". */
const inside = ['option', 'alternative']

/** What the fields beside one are called. */
function others(field: FieldSpec, beside: readonly FieldSpec[]): string[] {
  return beside.filter(each => each !== field).flatMap(labelsOf)
}

const labelOf = ({ label }: FieldSpec): string => label

/** Fields of a unit that the unit itself names. */
function ownLabels({ title, ticked, id, fields = [] }: UnitSpec, path: KeyPath): DeadName[] {
  const known = fields.map(labelOf)
  const from = typeof id?.from === 'object' ? id.from.label : undefined
  return [
    ...(title === undefined ? [] : missing('label', title, known, [...path, 'title'])),
    ...(ticked === undefined ? [] : missing('label', ticked, known, [...path, 'ticked'])),
    ...(from === undefined ? [] : missing('label', from, known, [...path, 'id', 'from', 'label']))
  ]
}

/** Of which units something is demanded: by the fields and the markers that these have. */
function meantOf({ where }: Pick<FieldSpec, 'where'>, unit: UnitSpec, path: KeyPath): DeadName[] {
  if (typeof where !== 'object') return []
  const labels = (unit.fields ?? []).flatMap(labelsOf)
  const markers = Object.keys(unit.markers ?? {})
  const of = ({ fields = {}, markers: marked = [] }: Omit<typeof where, 'not'>, at: KeyPath): DeadName[] => [
    ...Object.keys(fields).flatMap(name => missing('label', name, labels, [...at, 'fields', name])),
    ...marked.flatMap((name, i) => missing('marker', name, markers, [...at, 'markers', i]))
  ]
  return [...of(where, [...path, 'where']), ...of(where.not ?? {}, [...path, 'where', 'not'])]
}

function ofSections({ sections }: Statements, members: readonly string[]): DeadName[] {
  const ids = sections.map(({ spec }) => spec.id)
  return sections.flatMap(({ spec, path }) => [
    ...Object.keys(spec.elsewhere ?? {}).flatMap(name =>
      missing('profile', name, members, [...path, 'elsewhere', name])
    ),
    ...Object.keys(spec.choice ?? {}).flatMap(name => missing('section', name, ids, [...path, 'choice', name]))
  ])
}
