import { folderOf } from '../util/path.ts'

/** Places with names for folders: `changes/{change}/specs/{area}/spec.md`. */

/** What a path says by such a place. */
export interface NamedPlace {
  /** The folders before it; empty where there are none. */
  root: string
  values: ReadonlyMap<string, string>
}

const named = /^\{([a-z][a-z-]*)\}$/

/** Does a path hold names that stand for folders? */
export function hasNames(path: string): boolean {
  return path.split('/').some(segment => named.test(segment))
}

/**
 * Reads a path by a place; a name stands for one folder or several, for as few as will do.
 *
 * @param path with `/`
 * @returns undefined where it lies elsewhere
 */
export function readPlace(place: string, path: string): NamedPlace | undefined {
  const wanted = place.split('/')
  const parts = path.split('/')
  for (let start = parts.length - wanted.length; start >= 0; start--) {
    const values = valuesFrom(wanted, parts, 0, start)
    if (values) return { root: parts.slice(0, start).join('/'), values: new Map(values) }
  }
  return undefined
}

function valuesFrom(
  wanted: readonly string[],
  parts: readonly string[],
  at: number,
  start: number
): [string, string][] | undefined {
  if (at === wanted.length) return start === parts.length ? [] : undefined
  const name = named.exec(wanted[at]!)?.[1]
  if (name === undefined) return wanted[at] === parts[start] ? valuesFrom(wanted, parts, at + 1, start + 1) : undefined
  // What is left over has to hold the rest.
  for (let end = start + 1; end <= parts.length - (wanted.length - at - 1); end++) {
    const rest = valuesFrom(wanted, parts, at + 1, end)
    if (rest) return [[name, parts.slice(start, end).join('/')], ...rest]
  }
  return undefined
}

/** The path at a place; what no value is known of stands for any folders, and the path for many. */
export function fillPlace(place: string, { root, values }: NamedPlace): string {
  const parts = place.split('/').map(segment => {
    const name = named.exec(segment)?.[1]
    return name === undefined ? segment : (values.get(name) ?? anyFolders)
  })
  return [...(root === '' ? [] : [root]), ...parts].join('/')
}

const anyFolders = '**'

/** A path that stands for many: the folder that they lie below, and the name that each has. */
export function manyIn(path: string): { folder: string; name: string } | undefined {
  const [folder, name] = path.split(`/${anyFolders}/`)
  return name === undefined || name.includes('/') ? undefined : { folder: folder!, name }
}

/** What the folders between are called: of "specs/a/b/spec.md" in "specs", "a/b". */
export function nameBelow(folder: string, path: string): string {
  return folderOf(path).slice(folder.length + 1)
}
