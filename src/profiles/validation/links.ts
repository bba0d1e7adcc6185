/** What a profile says of the other profiles of its set, held against these. */
import type { Profile } from '../schema.ts'
import { membersOf } from '../sets.ts'
import { allUnitSpecs } from '../units.ts'
import type { DeadName } from './dangling.ts'
import { statementsOf } from './walk.ts'

/**
 * @param others Every profile that there is, the profile itself among them.
 */
export function danglingLinks(profile: Profile, others: readonly Profile[]): DeadName[] {
  const names = others.map(({ name }) => name)
  const rolesOf = (name: string): string[] | undefined => {
    const other = others.find(each => each.name === name)
    return other && [...new Set(allUnitSpecs(other).map(({ role }) => role))]
  }
  const { units, fields } = statementsOf(profile)
  const role = (target: string, path: DeadName['path']): DeadName[] => {
    const [name, wanted] = target.split('.') as [string, string | undefined]
    const known = wanted === undefined ? undefined : rolesOf(name)
    return known && !known.includes(wanted!) ? [{ path, what: 'role', name: wanted!, known }] : []
  }
  const refs = ({ spec, path }: (typeof units | typeof fields)[number]): DeadName[] =>
    Object.keys(spec.refs ?? {}).flatMap(target => role(target, [...path, 'refs', target]))
  return [
    ...membersOf(profile)
      .filter(([name]) => !names.includes(name))
      .map(([name]): DeadName => ({ path: ['set', name], what: 'profile', name, known: names })),
    ...[...units, ...fields].flatMap(refs),
    ...units.flatMap(({ spec, path }) =>
      Object.keys(spec.elsewhere ?? {}).flatMap(target => role(target, [...path, 'elsewhere', target]))
    )
  ]
}
