import { once } from '../util/once.ts'
import type { FieldSpec, Profile, State } from './schema.ts'
import { states } from './states.ts'

/** The field that says how far a plan is, with what each of its values means. */
interface StatusField {
  spec: FieldSpec
  states: Readonly<Record<string, State>>
}

/** The field that says which phase a plan is in: its values in order, and the states that each goes with. */
interface ProgressField {
  spec: FieldSpec
  values: readonly string[]
  states: Readonly<Record<string, readonly State[]>>
}

/** Is a value one that the profile names, or a kind of it: "checkpoint", "checkpoint:decision"? */
export function isMeantBy(named: string, value: string): boolean {
  const [whole, read] = [named.toLowerCase(), value.toLowerCase()]
  return read === whole || read.startsWith(`${whole}:`)
}

/** What a field accepts, in words. */
export function valuesOf({ values = [] }: Pick<FieldSpec, 'values'>): readonly string[] {
  return Array.isArray(values) ? values : Object.keys(values)
}

/** Values that say a state each make a field the plan's status. */
export const statusOf: (profile: Pick<Profile, 'fields'>) => StatusField | undefined = once(profile => {
  const spec = profile.fields?.find(({ values }) => isRecord(values) && Object.values(values).every(isState))
  return spec && { spec, states: spec.values as StatusField['states'] }
})

/** Values that go with several states each make a field the plan's progress. */
export const progressOf: (profile: Pick<Profile, 'fields'>) => ProgressField | undefined = once(profile => {
  const spec = profile.fields?.find(({ values }) => isRecord(values) && !Object.values(values).every(isState))
  return (
    spec && {
      spec,
      values: valuesOf(spec),
      states: Object.fromEntries(Object.entries(spec.values!).map(([value, of]) => [value, [of].flat() as State[]]))
    }
  )
})

export function isState(value: unknown): value is State {
  return states.includes(value as State)
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
