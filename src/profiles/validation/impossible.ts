/** What a profile says that no plan can meet, or of two things the second of which nothing reads. */
import { didYouMean } from '../../util/suggest.ts'
import { labelsOf } from '../fields.ts'
import type { FieldSpec, Profile, UnitSpec } from '../schema.ts'
import { filesRole } from '../schema/section.ts'
import { isMeantBy, valuesOf } from '../status.ts'
import { firstWord, formsOf } from '../units.ts'
import { formlessKeys } from './forms.ts'
import { doubledTitles } from './titles.ts'
import type { KeyPath } from './walk.ts'
import { statementsOf } from './walk.ts'

interface Impossible {
  path: KeyPath
  message: string
}

export function impossibleDemands(profile: Profile): Impossible[] {
  const { units, fields, lists, demands } = statementsOf(profile)
  const kinds = units.map(({ spec }) => spec)
  return [
    ...doubledTitles(profile.sections, ['sections']),
    ...units.flatMap(({ spec, path }) => [
      ...ofUnit(spec, path),
      ...formlessKeys(spec, path),
      ...ofRefs(spec.refs, path, kinds)
    ]),
    ...fields.flatMap(({ spec, path, unit }) => [
      ...ofField(spec, path),
      ...ofWhere(spec, unit, path),
      ...ofRefs(spec.refs, path, kinds)
    ]),
    ...demands.flatMap(({ spec, path, unit }) => [...ofWhere(spec, unit, path)]),
    ...lists.flatMap(({ spec, path }) => [...doubled(spec, path)]),
    ...emptySides(profile),
    ...globsOf(profile).flatMap(({ glob, path }) => [...unbalanced(glob, path)])
  ]
}

function* ofUnit(spec: UnitSpec, path: KeyPath): Iterable<Impossible> {
  const { min, max, id } = spec
  if (min !== undefined && max !== undefined && min > max)
    yield { path: [...path, 'min'], message: `is ${min}, and "max" is ${max}` }
  for (const word of (spec.words ?? []).flat())
    if (word.includes('#'))
      yield {
        path: [...path, 'words'],
        message: `"${word}" is no word: a shape, with "#" for a number, belongs to the "id": { "shape": "${word}" }`
      }
  const shapes = [id?.shape ?? []].flat()
  if (shapes.length === 1 && !shapes[0]!.includes('#') && max !== 1)
    yield {
      path: [...path, 'id', 'shape'],
      message: `"${shapes[0]}" has no "#" for a number: one ${spec.role} alone could have it; write "${shapes[0]}#", or list them all`
    }
  if (id?.from === 'name' && firstWord(spec) === undefined && formsOf(spec).headings !== 'any-heading')
    yield {
      path: [...path, 'id', 'from'],
      message: 'needs "words", behind which the name stands, or the form "any-heading"'
    }
}

function* ofField(spec: FieldSpec, path: KeyPath): Iterable<Impossible> {
  if (spec.kind === 'enum' && valuesOf(spec).length === 0)
    yield { path: [...path, 'kind'], message: 'an enum needs "values"' }
  if (spec.values !== undefined && spec.kind !== undefined && spec.kind !== 'enum')
    yield { path: [...path, 'values'], message: `says nothing of the kind "${spec.kind}", but of "enum"` }
  if (spec.max !== undefined && unspoken.some(kind => kind === spec.kind))
    yield { path: [...path, 'max'], message: `says nothing of the kind "${spec.kind}": it counts sentences` }
}

/** Kinds whose values are no sentences. */
const unspoken: readonly FieldSpec['kind'][] = ['date', 'timestamp', 'instant', 'number', 'enum']

/** Values that a demand depends on and that the field, an enum, can't have. */
function* ofWhere(
  { where }: Pick<FieldSpec, 'where'>,
  unit: UnitSpec | undefined,
  path: KeyPath
): Iterable<Impossible> {
  if (typeof where !== 'object') return
  const sides = [
    { fields: where.fields ?? {}, at: [...path, 'where', 'fields'] },
    { fields: where.not?.fields ?? {}, at: [...path, 'where', 'not', 'fields'] }
  ]
  for (const { fields, at } of sides)
    for (const [label, wanted] of Object.entries(fields)) {
      const spec = unit?.fields?.find(field => field.kind === 'enum' && labelsOf(field).includes(label))
      const known = spec ? valuesOf(spec) : []
      for (const [i, value] of wanted.entries())
        if (known.length > 0 && !known.some(each => isMeantBy(value, each)))
          yield {
            path: [...at, label, i],
            message: `"${label}" is never "${value}"${didYouMean(value, known)}; known: ${known.join(', ')}`
          }
    }
}

/** References that are written otherwise than what they refer to: where identifiers have letters, all of them count. */
function ofRefs(refs: FieldSpec['refs'], path: KeyPath, units: readonly UnitSpec[]): Impossible[] {
  return Object.entries(refs ?? {}).flatMap(([role, written]) => {
    const wanted = units.filter(unit => unit.role === role)
    const shapes = wanted.flatMap(({ id }) => (id?.from === undefined ? [id?.shape ?? []].flat() : []))
    const isLettered =
      shapes.length > 0 && wanted.every(({ id }) => id !== undefined) && shapes.every(each => /[A-Za-z]/.test(each))
    const lost = [written]
      .flat()
      .filter(shape => !shape.startsWith('(') && !shapes.some(each => headOf(each) === headOf(shape)))
    return isLettered
      ? lost.map(shape => ({
          path: [...path, 'refs', role],
          message: `no ${role} is called "${shape}"${didYouMean(shape, shapes)}; known: ${shapes.join(', ')}`
        }))
      : []
  })
}

/** Files of a side of the coverage that nothing holds. */
function emptySides(profile: Profile): Impossible[] {
  const { coverage = [] } = profile
  const held = new Set([profile.files, ...statementsOf(profile).sections.map(({ spec }) => spec.files)])
  // The files of steps are held by units as well.
  const isEmpty = (side: string): boolean =>
    filesRole.options.some(role => role === side && role !== 'steps' && !held.has(role))
  return coverage.flatMap((pair, i) =>
    (['files', 'in'] as const)
      .filter(key => isEmpty(pair[key]))
      .map(key => ({
        path: ['coverage', i, key],
        message: `no section holds it: the one with these files says "files": "${pair[key]}"`
      }))
  )
}

/** What stands before the number, whatever its case. */
function headOf(shape: string): string {
  return shape.replace(/#.*$/s, '').toLowerCase()
}

/** Labels that two fields beside each other have in the same form: the second is never found. */
function* doubled(fields: readonly FieldSpec[], path: KeyPath): Iterable<Impossible> {
  const seen = new Map<string, KeyPath>()
  for (const [i, field] of fields.entries())
    for (const [at, label] of labelsOf(field)
      .map(each => each.toLowerCase())
      .entries()) {
      const key = `${field.form ?? 'label'} ${label}`
      const here = [...path, i, ...(at === 0 ? ['label'] : ['aliases', at - 1])]
      const first = seen.get(key)
      if (first === undefined) seen.set(key, here)
      else if (first[path.length] !== i)
        yield { path: here, message: `field "${label}" is there twice, first at "${first.join('.')}"` }
    }
}

function globsOf({ paths = [], past = [], at = [], set = {}, settings }: Profile): { glob: string; path: KeyPath }[] {
  const listed = (globs: readonly string[], ...path: KeyPath): { glob: string; path: KeyPath }[] =>
    globs.map((glob, i) => ({ glob, path: [...path, i] }))
  return [
    ...listed(paths, 'paths'),
    ...listed(past, 'past'),
    ...listed(at, 'at'),
    ...listed(settings?.paths ?? [], 'settings', 'paths'),
    ...Object.entries(set).flatMap(([name, member]) => listed(member.paths, 'set', name, 'paths'))
  ]
}

function* unbalanced(glob: string, path: KeyPath): Iterable<Impossible> {
  let open = 0
  for (const character of glob) {
    if (character === '{') open++
    if (character === '}') open--
    if (open < 0) break
  }
  if (open !== 0) yield { path, message: `"${glob}" has a brace without its other one` }
}
