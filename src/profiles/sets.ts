import type { Profile } from './schema.ts'

type Named = Pick<Profile, 'name' | 'set'>
type MemberSpec = NonNullable<Profile['set']>[string]

/** The other files of a plan, by the profile that each is read by. */
export function membersOf({ name, set = {} }: Named): [name: string, spec: MemberSpec][] {
  return Object.entries(set).filter(([other]) => other !== name)
}

/** Plans of the same kind beside a document: what a set says of its own profile. */
export function peersOf({ name, set }: Named): MemberSpec | undefined {
  return set?.[name]
}
