import { gitOutput } from '../git.ts'
import { resolveRef } from '../past/diff.ts'
import type { RepoPlace } from '../snapshot.ts'

/** Bytes, or the size of what is too large to be a plan. */
export type Blob = Buffer | { tooLarge: number }

const largestBlob = 16 * 1024 * 1024

/**
 * The staged content of files: what a commit would hold, whatever the work tree says.
 *
 * @param paths Relative to the top.
 * @returns Content by path; paths that are not staged, links and submodules are left out.
 */
export async function readStaged(place: RepoPlace, paths: string[]): Promise<Map<string, Blob>> {
  const listing = await gitOutput(['ls-files', '-z', '-s', '-c'], place.options)
  return readBlobs(place, pick(listing.toString('utf8'), /^100\d{3} ([0-9a-f]+) 0$/, paths))
}

/**
 * The content of files in a commit.
 *
 * @param ref Commit, branch or tag.
 * @param paths Relative to the top.
 * @returns Content by path; paths that the commit lacks, links and submodules are left out.
 * @throws GitError `unknown-ref`.
 */
export async function fileAt(place: RepoPlace, ref: string, paths: string[]): Promise<Map<string, Blob>> {
  const commit = await resolveRef(place, ref)
  const listing = await gitOutput(['ls-tree', '-r', '-z', '--full-tree', commit], place.options)
  return readBlobs(place, pick(listing.toString('utf8'), /^100\d{3} blob ([0-9a-f]+)$/, paths))
}

/** Object ids of the wanted paths. Ids rather than names go to `cat-file`: no name can break its lines. */
function pick(listing: string, pattern: RegExp, paths: string[]): [path: string, oid: string][] {
  const wanted = new Set(paths)
  return listing.split('\0').flatMap((line): [string, string][] => {
    const tab = line.indexOf('\t')
    const path = line.slice(tab + 1)
    const oid = tab !== -1 && wanted.has(path) ? pattern.exec(line.slice(0, tab))?.[1] : undefined
    return oid === undefined ? [] : [[path, oid]]
  })
}

/**
 * Reads any number of blobs with two questions: first their sizes, then `<oid> blob <size>\n<bytes>\n` for each that is
 * not too large.
 */
async function readBlobs(place: RepoPlace, blobs: [path: string, oid: string][]): Promise<Map<string, Blob>> {
  const found = new Map<string, Blob>()
  if (blobs.length === 0) return found
  const ask = (how: string, oids: string[]) =>
    gitOutput(['cat-file', how], { ...place.options, input: oids.map(oid => `${oid}\n`).join('') })
  const sizes = (
    await ask(
      '--batch-check=%(objectsize)',
      blobs.map(([, oid]) => oid)
    )
  )
    .toString('latin1')
    .split('\n')
  const small = blobs.filter(([path], i) => {
    const size = Number(sizes[i])
    if (size > largestBlob) found.set(path, { tooLarge: size })
    // "missing" is no number: a clone without that content
    return size <= largestBlob
  })
  if (small.length === 0) return found
  const out = await ask(
    '--batch',
    small.map(([, oid]) => oid)
  )
  let at = 0
  for (const [path] of small) {
    const end = out.indexOf(0x0a, at)
    const size = Number(out.toString('latin1', at, end).split(' ')[2])
    found.set(path, out.subarray(end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return found
}
