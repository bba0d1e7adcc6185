import { baseOf } from '../../src/util/path.ts'
import { samePath } from '../../src/files/paths.ts'
import { identifierWords } from '../../src/plan/prose.ts'

/** Steps, numbered from 0. */
export interface StepRange {
  first: number
  last: number
}

/** A line of a step's text. */
interface StepLine {
  text: string
  step: number
}

/** Which steps name a file in their text. A name without a folder may be any file of that name; one with a folder is that file alone. */
export class NamedFiles {
  readonly #linesWith: (name: string) => readonly StepLine[]
  readonly #byName = new Map<string, ReadonlyMap<string, StepRange>>()

  /** @param linesWith The lines that have a name, in order. */
  constructor(linesWith: (name: string) => readonly StepLine[]) {
    this.#linesWith = linesWith
  }

  /** The steps that name the file. */
  of(path: string): StepRange | undefined {
    const name = baseOf(path)
    let named = this.#byName.get(name)
    if (!named) this.#byName.set(name, (named = pathsNamed(name, this.#linesWith(name))))
    return joined([...named].flatMap(([written, range]) => (samePath(written, path) ? range : [])))
  }
}

/** The paths that end in a name, as they are written, each with the steps that do so. */
function pathsNamed(name: string, lines: readonly StepLine[]): ReadonlyMap<string, StepRange> {
  const paths = new Map<string, StepRange>()
  for (const { text, step } of lines)
    for (const { 0: written } of text.matchAll(/[\p{L}\p{N}_@$.:()[\]{}+~/-]+/gu)) {
      let start = 0
      for (const segment of written.split('/')) {
        if (segment.includes(name) && [...identifierWords(segment)].includes(name)) {
          const path = folderIn(written.slice(0, start)) + name
          const range = paths.get(path)
          if (range) range.last = step
          else paths.set(path, { first: step, last: step })
        }
        start += segment.length + 1
      }
    }
  return paths
}

/** The steps from the first to the last of some ranges. */
export function joined(ranges: readonly (StepRange | undefined)[]): StepRange | undefined {
  const known = ranges.filter(range => range !== undefined)
  return known.length === 0
    ? undefined
    : { first: Math.min(...known.map(range => range.first)), last: Math.max(...known.map(range => range.last)) }
}

/** The folders before a name, without brackets and quotes that stand before the first. */
function folderIn(before: string): string {
  return before.replace(/^[()[\]{}:]+/, '')
}
