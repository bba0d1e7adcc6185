/** A tree drawn one level too deep: files below a file, which holds none. */
import { hasExtension } from './segments.ts'

/** A line of a tree. */
interface Drawn {
  path: string
  name: string
  depth: number
  directory: boolean
  line: number
}

/**
 * Puts what is drawn below a file beside it. Folders may be called like files (`Foo.xcodeproj`, `v1.2`); none of them holds what ends as itself does.
 *
 * @returns for each such file, the first of what was below it
 */
export function moveBeside<Entry extends Drawn>(entries: readonly Entry[]): { file: Entry; first: Entry }[] {
  return entries.flatMap((file, i) => {
    if (!file.directory || file.name.endsWith('/') || !hasExtension(file.name, true)) return []
    const inner = below(file, entries.slice(i + 1))
    const own = endingOf(file.name)
    if (!inner.some(({ name }) => hasExtension(name, true) && endingOf(name) === own)) return []
    file.directory = false
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1)
    for (const each of inner) {
      each.path = folder + each.path.slice(file.path.length + 1)
      each.depth--
    }
    return [{ file, first: inner[0]! }]
  })
}

/** The entries that follow and are deeper. */
function below<Entry extends Drawn>({ depth }: Entry, behind: readonly Entry[]): readonly Entry[] {
  const end = behind.findIndex(each => each.depth <= depth)
  return end < 0 ? behind : behind.slice(0, end)
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.'))
}
