/** The files beside a document that are one plan with it: where they are read from, and what of them is remembered. */
import type { Root } from 'mdast'
import type { Plan } from '../plan/bind-types.ts'
import type { Outline } from '../outline/types.ts'
import type { Profile } from '../profiles/schema.ts'
import { baseOf, folderOf } from '../util/path.ts'
import { listingOf } from './listing.ts'
import { isPattern, namesLike } from './names.ts'

/** What lies at a path: a text, why it can't be read (a few words), or nothing. */
export type FoundFile = { text: string } | { failure: string } | undefined

/**
 * Reads one file; of a path with "*" in its last part, the names in that folder that have that form, one a line.
 *
 * @param path As reports name files, with `/`. One with any folders in it stands for many: the text has their paths, one a line.
 * @param from The document that it lies beside.
 */
export type ReadSibling = (path: string, from: string) => FoundFile

/** A text that was parsed, and what was made of its tree. */
export interface Reading {
  source: string
  tree: Root
  outline?: Outline
  plan?: { profile: Profile; plan: Plan }
}

/** Where siblings come from. */
export interface Siblings {
  read: ReadSibling
  /** What was parsed lately, so that each file of a set is parsed once however many of its siblings are judged. */
  readings: Readings
}

/** UTF-16 units of texts whose readings are kept: those of a set or two, since runs go through folders one after the other. */
const mostKept = 1_000_000
const mostFiles = 16

/** Readings by path, the latest ones. */
class Readings {
  readonly #known = new Map<string, Reading>()
  #size = 0

  /** @returns what the file was read as, if that is still its text */
  get(path: string, source: string): Reading | undefined {
    const reading = this.#known.get(path)
    return reading?.source === source ? reading : undefined
  }

  keep(path: string, reading: Reading): void {
    this.#drop(path)
    this.#known.set(path, reading)
    this.#size += reading.source.length
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= mostFiles && this.#size <= mostKept) break
      this.#drop(oldest)
    }
  }

  #drop(path: string): void {
    this.#size -= this.#known.get(path)?.source.length ?? 0
    this.#known.delete(path)
  }
}

/** What lies right in a folder. */
function namesIn(folder: string, paths: readonly string[]): string[] {
  return paths.filter(path => folderOf(path) === folder).map(baseOf)
}

/**
 * Siblings for the documents of one run, or of one editor.
 *
 * @param from Reads a file; or the texts themselves, by path.
 */
export function createSiblings(from: ReadSibling | Readonly<Record<string, string>>): Siblings {
  const read =
    typeof from === 'function'
      ? from
      : (path: string): FoundFile => {
          if (isPattern(path)) return { text: namesLike(path, namesIn(folderOf(path), Object.keys(from))) }
          const listed = listingOf(path, Object.keys(from))
          if (listed !== undefined) return { text: listed }
          return Object.hasOwn(from, path) ? { text: from[path]! } : undefined
        }
  return { read, readings: new Readings() }
}
