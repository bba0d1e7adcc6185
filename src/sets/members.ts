import { liesAt } from '../detect/places.ts'
import type { Profile } from '../profiles/schema.ts'
import { pathBeside } from './beside.ts'
import type { NamedPlace } from './named-places.ts'
import { fillPlace, hasNames, manyIn, nameBelow, readPlace } from './named-places.ts'
import type { FoundFile } from './siblings.ts'

/** Files of a kind of which a plan may have many, by the folders that tell them apart: "auth/login". */
export interface ManyFiles {
  /** Their paths, by name. */
  paths: ReadonlyMap<string, string>
  /** Where one of a name lies, be it there or not. */
  pathOf: (name: string) => string
}

/** What a document's path says by the places of its profile; undefined where it lies at none of them. */
function placeOf({ at = [] }: Pick<Profile, 'at'>, path: string): NamedPlace | undefined {
  for (const each of at) {
    const read = readPlace(each, path)
    if (read) return read
  }
  return undefined
}

/** Does a document lie at a usual place of its profile, and yet where the format's tools do not look? */
export function isAstray(profile: Pick<Profile, 'at' | 'paths'>, path: string): boolean {
  return profile.at !== undefined && liesAt(path, profile.paths) && !placeOf(profile, path)
}

/** Where files of a set lie: beside the document, or at a place that its own path tells. */
export function memberPaths(paths: readonly string[], path: string, profile: Pick<Profile, 'at'>): string[] {
  const place = paths.some(hasNames) ? placeOf(profile, path) : undefined
  return paths.flatMap(each => {
    if (hasNames(each)) return place ? fillPlace(each, place) : []
    return pathBeside(path, each) ?? []
  })
}

/** What was found at a path that stands for many; a few words where they can't be listed. */
export function manyAt(path: string, found: FoundFile): ManyFiles | string {
  const { folder, name } = manyIn(path)!
  if (found && 'failure' in found) return found.failure
  const listed = (found?.text ?? '').split('\n').filter(each => each !== '')
  return {
    paths: new Map(listed.map(each => [nameBelow(folder, each), each])),
    pathOf: each => `${folder}/${each}/${name}`
  }
}
