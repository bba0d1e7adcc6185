/** Siblings on disk: regular files of ordinary size, never through a link that leads out of the repository. Nothing is executed. */
import { isUtf8 } from 'node:buffer'
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { defaultLimits } from '../guard/limits.ts'
import { topAbove } from '../repo/from-top.ts'
import { isInside } from '../repo/inside.ts'
import { folderOf } from '../util/path.ts'
import { listingOf } from './listing.ts'
import { manyIn } from './named-places.ts'
import { isPattern, namesLike } from './names.ts'
import { createSiblings } from './siblings.ts'
import type { FoundFile, ReadSibling, Siblings } from './siblings.ts'

/**
 * @param cwd Absolute: what paths are relative to.
 * @param bytes How large a file may be.
 */
export function siblingsOnDisk(cwd: string, bytes: number = defaultLimits.bytes): Siblings {
  return createSiblings(readerOnDisk(cwd, bytes))
}

/** Reads files as they are now. */
function readerOnDisk(cwd: string, bytes: number = defaultLimits.bytes): ReadSibling {
  const tops = new Map<string, string>()
  return (path, from) => {
    const many = manyIn(path)
    const isList = isPattern(path)
    const file = resolve(cwd, isList ? folderOf(path) : (many?.folder ?? path))
    try {
      if (!existsSync(file)) return undefined
      const top = topOf(dirname(resolve(cwd, from)), cwd, tops)
      if (!isInside(top, realpathSync(file))) return { failure: 'it lies outside of the repository' }
      if (isList) return { text: namesLike(path, filesIn(file)) }
      if (many) return listBelow(file, path, many.folder)
      // Before opening: to open a device may do something.
      return statSync(file).isFile() ? readFile(file, bytes) : { failure: 'it is no file' }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      return code === 'ENOENT' ? undefined : { failure: `it can't be read (${code ?? String(error)})` }
    }
  }
}

/** How deep and among how many entries files are sought. */
const [deepest, mostEntries] = [8, 5000]

/** What lies below a folder and has the name that a path asks for; no link is followed, no folder with a dot looked into. */
function listBelow(folder: string, path: string, shown: string): FoundFile {
  const todo: [file: string, shown: string, depth: number][] = [[folder, shown, 0]]
  const found: string[] = []
  let seen = 0
  for (let next = todo.pop(); next; next = todo.pop()) {
    const [file, name, depth] = next
    for (const entry of readdirSync(file, { withFileTypes: true })) {
      if (++seen > mostEntries) return { failure: `more than ${mostEntries.toLocaleString('en')} files lie there` }
      if (entry.isFile()) found.push(`${name}/${entry.name}`)
      else if (entry.isDirectory() && depth < deepest && !entry.name.startsWith('.'))
        todo.push([join(file, entry.name), `${name}/${entry.name}`, depth + 1])
    }
  }
  return { text: listingOf(path, found) ?? '' }
}

/** Names of the files right in a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isFile() ? [entry.name] : []))
}

function readFile(file: string, most: number): FoundFile {
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0))
  try {
    const stat = fstatSync(handle)
    if (!stat.isFile()) return { failure: 'it is no file' }
    if (stat.size > most) return { failure: `it is larger than ${most.toLocaleString('en')} bytes` }
    const bytes = Buffer.allocUnsafe(stat.size)
    const body = bytes.subarray(0, readSync(handle, bytes, 0, stat.size, 0))
    return isUtf8(body) && !body.includes(0) ? { text: body.toString('utf8') } : { failure: 'it is no UTF-8 text' }
  } finally {
    closeSync(handle)
  }
}

/** The real folder that a set lies in: the repository's, else the working directory, else its own. */
function topOf(folder: string, cwd: string, tops: Map<string, string>): string {
  let top = tops.get(folder)
  if (top === undefined) {
    top = realpathSync(topAbove(folder) ?? (isInside(cwd, folder) ? cwd : folder))
    tops.set(folder, top)
  }
  return top
}
