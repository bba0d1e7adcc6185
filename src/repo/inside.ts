import { isAbsolute, relative, sep } from 'node:path'

/**
 * The way from a folder to what lies in it, both absolute; links are not followed.
 *
 * @returns empty for the folder itself; undefined for what lies elsewhere
 */
export function wayInto(folder: string, file: string): string | undefined {
  const way = relative(folder, file)
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way
}

/** Does a path lie in a folder, or is it the folder itself? Both absolute; links are not followed. */
export function isInside(folder: string, file: string): boolean {
  return wayInto(folder, file) !== undefined
}
