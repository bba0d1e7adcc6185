import { liesAt } from '../detect/places.ts'
import type { Profile } from '../profiles/schema.ts'
import { baseOf } from '../util/path.ts'
import { pathBeside } from './beside.ts'

/**
 * The files that are one plan with another, as far as names tell: it has the name that a profile's documents have.
 *
 * @param path with `/`
 * @returns paths as the given one is written, be there a file or not
 */
export function setFilesOf(path: string, profiles: readonly Profile[]): string[] {
  const found = profiles.flatMap(({ set = {}, name, paths = [] }) => {
    const names = [...paths.map(baseOf), ...filesReadBy(name, profiles)]
    return names.includes(baseOf(path)) || liesAt(path, paths)
      ? Object.values(set).flatMap(({ paths: files }) => files.map(each => pathBeside(path, each)))
      : []
  })
  return [...new Set(found.filter(each => each !== undefined && each !== path))] as string[]
}

/** What the sets of other profiles call the documents of this one. */
function filesReadBy(name: string, profiles: readonly Profile[]): string[] {
  return profiles.flatMap(({ set }) => set?.[name]?.paths.map(baseOf) ?? [])
}
