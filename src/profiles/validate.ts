import { z } from 'zod'
import { didYouMean, suggest } from '../util/suggest.ts'
import { moved } from './moved.ts'
import type { Profile, SectionSpec } from './schema.ts'
import { profileSchema } from './schema.ts'
import { states } from './states.ts'
import { isState, progressOf } from './status.ts'
import type { DeadName } from './validation/dangling.ts'
import { danglingNames } from './validation/dangling.ts'
import { impossibleDemands } from './validation/impossible.ts'
import { danglingLinks } from './validation/links.ts'
import { unjudgedDemands } from './validation/unjudged.ts'

/** Something wrong with a profile: where, as a path of keys, and what. */
export interface ProfileProblem {
  path: (string | number)[]
  message: string
  /** Of a key that is not there: told behind what is, which may be the same key misspelt. */
  isMissing?: true
}

/**
 * Reads a profile as it was written, and checks it against the schema, and what the schema alone cannot say: ids that are there twice, names that lead nowhere.
 *
 * @returns what is wrong with it; where nothing is, the profile in the words that the code knows
 */
export function readProfile(data: unknown): { profile?: Profile; problems: ProfileProblem[] } {
  const { error, data: profile } = profileSchema.safeParse(data)
  if (error) return { problems: withoutMeant(error.issues.flatMap(issue => problemsOf(issue as Issue, [], data))) }
  return { profile, problems: checkNames(profile) }
}

/** A problem, and of an unknown key the one that is nearest. */
type Found = ProfileProblem & { meant?: string | undefined }

/** A key that is there, but misspelt, is not told as missing, too. */
function withoutMeant(problems: readonly Found[]): ProfileProblem[] {
  const meant = new Set(problems.flatMap(({ path, meant }) => (meant === undefined ? [] : inPlace(path, meant))))
  return problems.filter(({ path, isMissing }) => !isMissing || !meant.has(path.join('.')))
}

function inPlace(path: ProfileProblem['path'], key: string): string {
  return [...path.slice(0, -1), key].join('.')
}

/** What zod says is wrong, as far as it is read here. */
interface Issue {
  code: string
  path: PropertyKey[]
  message: string
  keys?: string[]
  values?: unknown[]
  expected?: string
  errors?: Issue[][]
}

/** The problems of an issue: of a union, those of the branch that came furthest, since that is the one that was meant. */
function problemsOf(issue: Issue, above: ProfileProblem['path'], data: unknown): Found[] {
  const path = [...above, ...issue.path.map(key => (typeof key === 'symbol' ? String(key) : key))]
  if (issue.code === 'unrecognized_keys')
    return (issue.keys ?? []).map(key => ({ path: [...path, key], ...unknownKey(key) }))
  if (issue.code === 'invalid_union') {
    const options = unionValues(issue.errors ?? [])
    if (options) return [{ path, message: unknownValue(valueAt(data, path), options) }]
    const meant = [...(issue.errors ?? [])].sort((a, b) => depthOf(b) - depthOf(a) || a.length - b.length)[0]
    if (meant && depthOf(meant) > 0) return meant.flatMap(each => problemsOf(each, path, data))
    const kinds = [...new Set((issue.errors ?? []).flatMap(branch => branch.map(wanted)))]
    const found = valueAt(data, path)
    const values = (issue.errors ?? []).flat().flatMap(each => each.values ?? [])
    return [{ path, message: `expected ${kinds.join(' or ')}${insteadOf(found)}${near(found, values)}` }]
  }
  if (issue.code === 'invalid_value') return [{ path, message: unknownValue(valueAt(data, path), issue.values ?? []) }]
  if (issue.code === 'invalid_type' && valueAt(data, path) === undefined)
    return [{ path, message: 'is missing', isMissing: true }]
  if (issue.code === 'invalid_type') return [{ path, message: `expected ${wanted(issue)}` }]
  return [{ path, message: issue.message.slice(0, 1).toLowerCase() + issue.message.slice(1) }]
}

/** How far a branch of a union was read: an issue inside of what it holds, or a key too many, tells that the branch was meant. */
function depthOf(branch: readonly Issue[]): number {
  return Math.max(
    0,
    ...branch.map(({ code, path, errors }) =>
      Math.max(
        path.length + (code === 'unrecognized_keys' ? 1 : 0),
        ...(errors ?? []).map(inner => path.length + depthOf(inner))
      )
    )
  )
}

/** The values that a union of nothing but values accepts. */
function unionValues(branches: readonly Issue[][]): unknown[] | undefined {
  const values = branches.flat()
  return values.length > 0 && values.every(issue => issue.code === 'invalid_value' && issue.path.length === 0)
    ? values.flatMap(issue => issue.values ?? [])
    : undefined
}

function wanted({ code, expected, values }: Issue): string {
  if (code === 'invalid_value') return (values ?? []).map(value => JSON.stringify(value)).join(', ')
  return expected === 'array' || expected === 'tuple'
    ? 'a list'
    : expected === 'object' || expected === 'record'
      ? 'an object'
      : `a ${expected ?? 'value'}`
}

/** What stands there, where it is short. */
function insteadOf(value: unknown): string {
  return typeof value === 'object' || value === undefined ? '' : `, not ${JSON.stringify(value)}`
}

function unknownValue(value: unknown, known: readonly unknown[]): string {
  const list = known.map(each => (typeof each === 'string' ? each : JSON.stringify(each))).join(', ')
  if (value === undefined) return `is missing; known: ${list}`
  return `unknown ${JSON.stringify(value)}${near(value, known)}; known: ${list}`
}

function near(value: unknown, known: readonly unknown[]): string {
  if (typeof value !== 'string') return ''
  return didYouMean(
    value,
    known.filter(each => typeof each === 'string')
  )
}

function unknownKey(key: string): Pick<Found, 'message' | 'meant'> {
  if (Object.hasOwn(moved, key)) return { message: `key "${key}" is now ${moved[key]}` }
  const known = languageKeys()
  if (known.includes(key)) return { message: `key "${key}" says nothing here: it belongs to another part of a profile` }
  // "alias" is more than a slip away from "aliases", and means nothing else.
  const meant = suggest(key, known) ?? known.find(name => key.length > 3 && name.startsWith(key))
  return { message: `unknown key "${key}"${meant === undefined ? '' : didYouMean(meant, [meant])}`, meant }
}

/** The words at a key, wherever it stands but in what is told of files and of identifiers, where it means another thing. */
function valuesAt(
  key: string,
  data: unknown,
  path: ProfileProblem['path']
): { path: ProfileProblem['path']; value: string }[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([name, inner]) => {
    const here = [...path, Array.isArray(data) ? Number(name) : name]
    if (name === 'coverage' || (name === 'id' && typeof inner === 'object')) return []
    return name === key && typeof inner === 'string' ? [{ path: here, value: inner }] : valuesAt(key, inner, here)
  })
}

/** Every key of the language, once. */
export function languageKeys(): string[] {
  const names = new Set<string>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties') for (const name of Object.keys(value as object)) names.add(name)
      visit(value)
    }
  }
  visit(z.toJSONSchema(profileSchema, { io: 'input' }))
  return [...names]
}

function valueAt(data: unknown, path: ProfileProblem['path']): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined | null)?.[key], data)
}

/**
 * What a profile says of others that are not so: of the files of its set, and of their units.
 *
 * @param others Every profile that there is.
 */
export function linkProblems(profile: Profile, others: readonly Profile[]): ProfileProblem[] {
  return danglingLinks(profile, others).map(worded)
}

function worded({ path, what, name, known }: DeadName): ProfileProblem {
  const list = known.length > 20 ? '' : `; known: ${known.join(', ') || 'none'}`
  return { path: [...path], message: `unknown ${what} "${name}"${didYouMean(name, known)}${list}` }
}

function checkNames(profile: Profile): ProfileProblem[] {
  const problems: ProfileProblem[] = []
  const ids = new Map<string, (string | number)[]>()
  const visit = (sections: readonly SectionSpec[], path: (string | number)[]): void => {
    for (const [i, section] of sections.entries()) {
      const here = [...path, i]
      if (ids.has(section.id))
        problems.push({
          path: [...here, 'id'],
          message: `section "${section.id}" is there twice, first at "${ids.get(section.id)!.join('.')}"`
        })
      else ids.set(section.id, here)
      visit(section.sections ?? [], [...here, 'sections'])
    }
  }
  visit(profile.sections, ['sections'])
  const known = [...states, ...(progressOf(profile)?.values ?? [])]
  for (const { path, value } of valuesAt('from', profile, []))
    if (!known.includes(value)) problems.push({ path, message: unknownValue(value, known) })
  for (const { path, value } of valuesAt('means', profile, []))
    if (!isState(value) && !ids.has(value))
      problems.push({ path, message: unknownValue(value, [...states, ...ids.keys()]) })
  problems.push(...danglingNames(profile).map(worded))
  for (const { path, message } of [...impossibleDemands(profile), ...unjudgedDemands(profile)])
    problems.push({ path: [...path], message })
  return problems
}
