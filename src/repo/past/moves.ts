import { countBy } from '../../util/group.ts'
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RawChange } from './changes.ts'
import { isCommonName } from '../there/near.ts'
import { baseOf } from '../paths.ts'

/**
 * Joins what git can't yet see as one: a file that was moved but not added shows as deleted and untracked. It is the
 * same file where the content is equal, or where just one deleted and one untracked file share a telling name.
 * A path that was taken out of the index alone is still there: modified.
 *
 * @param untracked Paths relative to the top.
 * @param top Absolute path of the top folder.
 */
export function joinMoves(changes: RawChange[], untracked: string[], top: string): RawChange[] {
  const deleted = new Map(changes.filter(change => change.status === 'D').map(change => [change.path, change]))
  const joined = untracked.map((path): RawChange => {
    const source = deleted.get(path)
    if (source) deleted.delete(path)
    return { status: source ? 'M' : 'A', path, untracked: true, oid: '' }
  })
  const added = joined.filter(change => change.status === 'A')
  for (const find of [byContent(top), byName(added)]) {
    for (const target of added) {
      if (target.status !== 'A') continue
      const source = find(target, [...deleted.values()])
      if (!source) continue
      deleted.delete(source.path)
      target.status = 'R'
      target.from = source.path
    }
  }
  return [...changes.filter(change => change.status !== 'D'), ...deleted.values(), ...joined]
}

type Find = (target: RawChange, deleted: RawChange[]) => RawChange | undefined

/** Reading more new files than this, or larger ones, would take longer than it is worth. */
const limits = { files: 500, bytes: 1024 * 1024 }

function byContent(top: string): Find {
  let left = limits.files
  return (target, deleted) => {
    const example = deleted[0]
    if (!example || left-- <= 0) return undefined
    const file = join(top, target.path)
    if ((lstatSync(file, { throwIfNoEntry: false })?.size ?? Infinity) > limits.bytes) return undefined
    const ids = contentIds(file, example.oid)
    return deleted.find(source => ids.includes(source.oid))
  }
}

/** Files beyond this are not read. */
const largest = 64 * 1024 * 1024

/**
 * The ids that git may have given a file's content: as it is, and with the line endings of a repository.
 *
 * @param like An id of the repository: tells the algorithm.
 */
export function contentIds(file: string, like: string): string[] {
  try {
    const stat = lstatSync(file)
    if (!stat.isFile() || stat.size > largest || stat.size === 0) return []
    const bytes = readFileSync(file)
    const plain = bytes.includes('\r\n')
      ? Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
      : bytes
    return [...new Set([bytes, plain])].map(content => idOf(content, like.length === 64 ? 'sha256' : 'sha1'))
  } catch {
    return []
  }
}

function idOf(bytes: Buffer, algorithm: string): string {
  const { createHash } = process.getBuiltinModule('node:crypto')
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

function byName(added: RawChange[]): Find {
  const counts = countBy(added, ({ path }) => baseOf(path))
  return (target, deleted) => {
    const name = baseOf(target.path)
    if (isCommonName(name) || counts.get(name) !== 1) return undefined
    const sources = deleted.filter(source => baseOf(source.path) === name)
    return sources.length === 1 ? sources[0] : undefined
  }
}
