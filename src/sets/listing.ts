/** Which of several paths are those that a path with any folders in it stands for, as a text: one a line. */
import { manyIn } from './named-places.ts'

/**
 * @param paths as reports name files
 * @returns undefined where the path stands for one file
 */
export function listingOf(path: string, paths: Iterable<string>): string | undefined {
  const many = manyIn(path)
  if (!many) return undefined
  const [head, tail] = [`${many.folder}/`, `/${many.name}`]
  const found = [...paths].filter(
    each => each.startsWith(head) && each.endsWith(tail) && each.length > head.length + tail.length - 1
  )
  return found.sort().join('\n')
}
