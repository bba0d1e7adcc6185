import { liesAt } from '../detect/places.ts'
import type { Profile } from '../profiles/schema.ts'
import { membersOf } from '../profiles/sets.ts'
import { baseOf } from '../util/path.ts'
import { memberPaths } from './members.ts'
import { manyIn } from './named-places.ts'

/**
 * The files that are one plan with another, as far as names tell: it has the name that a profile's documents have.
 *
 * @param path with `/`
 * @returns paths as the given one is written, be there a file or not
 */
export function setFilesOf(path: string, profiles: readonly Profile[]): string[] {
  const found = profiles.flatMap(profile => {
    const { name, paths = [] } = profile
    const names = [...paths.map(baseOf), ...filesReadBy(name, profiles)]
    return names.includes(baseOf(path)) || liesAt(path, paths)
      ? membersOf(profile).flatMap(([, { paths: files }]) => memberPaths(files, path, profile))
      : []
  })
  return [...new Set(found.filter(each => each !== path && !manyIn(each)))]
}

/** What the sets of other profiles call the documents of this one. */
function filesReadBy(name: string, profiles: readonly Profile[]): string[] {
  return profiles.flatMap(profile => (profile.name === name ? [] : (profile.set?.[name]?.paths.map(baseOf) ?? [])))
}
