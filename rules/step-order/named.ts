import { baseOf } from '../../src/util/path.ts'
import { samePath } from '../../src/files/paths.ts'
import { identifierWords } from '../../src/plan/prose.ts'

/** Steps, numbered from 0. */
export interface StepRange {
  first: number
  last: number
}

/** Which steps name a file in their text. A name without a folder may be any file of that name; one with a folder is that file alone. */
export class NamedFiles {
  readonly #byName = new Map<string, Map<string, StepRange>>()

  /** Reads a line of a step. */
  add(line: string, step: number): void {
    for (const { 0: written } of line.matchAll(/[\p{L}\p{N}_@$.:()[\]{}+~/-]+/gu)) {
      let start = 0
      for (const segment of written.split('/')) {
        for (const name of identifierWords(segment)) this.#note(name, folderIn(written.slice(0, start)) + name, step)
        start += segment.length + 1
      }
    }
  }

  /** The steps that name the file. */
  of(path: string): StepRange | undefined {
    const named = this.#byName.get(baseOf(path))
    return named && joined([...named].flatMap(([written, range]) => (samePath(written, path) ? range : [])))
  }

  #note(name: string, path: string, step: number): void {
    let paths = this.#byName.get(name)
    if (!paths) this.#byName.set(name, (paths = new Map<string, StepRange>()))
    const range = paths.get(path)
    if (range) range.last = step
    else paths.set(path, { first: step, last: step })
  }
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
