import { join } from 'node:path'
import { parseRaw, rawFlags, type FileChange, type RawChange } from './changes.ts'
import { gitErrorOf, git, GitError, gitOutput, withoutFilters } from '../git.ts'
import { contentIds, joinMoves } from './moves.ts'
import type { RepoPlace } from '../snapshot.ts'

/**
 * The commit that a name stands for.
 *
 * @throws GitError `unknown-ref`.
 */
export async function resolveRef(place: RepoPlace, ref: string): Promise<string> {
  const found = await verify(place, ref)
  if (found !== undefined) return found
  const remote =
    /^[\w./-]+$/.test(ref) && !ref.startsWith('-') ? await verify(place, `refs/remotes/origin/${ref}`) : undefined
  const advice =
    remote !== undefined
      ? `did you mean "origin/${ref}"?`
      : place.shallow
        ? 'this clone is shallow: fetch it first, or clone with full history'
        : 'fetch it first, or check the name'
  throw new GitError('unknown-ref', `Unknown commit, branch or tag "${ref}": ${advice}`)
}

async function verify(place: RepoPlace, ref: string): Promise<string | undefined> {
  if (ref === '' || ref.startsWith('-') || ref.includes('\0')) return undefined
  const { code, out } = await git(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
    place.options
  )
  return code === 0 ? out.toString('utf8').trim() : undefined
}

/**
 * The last commit that the head has in common with a ref.
 *
 * @throws GitError `unknown-ref`, or `no-merge-base` (too shallow a clone, or unrelated histories).
 */
export async function mergeBase(place: RepoPlace, ref: string): Promise<string> {
  const commit = await resolveRef(place, ref)
  if (place.head === undefined)
    throw new GitError('no-merge-base', `No commit yet that could be compared with "${ref}"`)
  const { code, out, said } = await git(['merge-base', commit, place.head], place.options)
  if (code === 0) return out.toString('utf8').trim()
  if (code !== 1) throw gitErrorOf(said, 'merge-base')
  throw new GitError(
    'no-merge-base',
    place.shallow
      ? `No common commit with "${ref}" in this shallow clone: fetch more history ("git fetch --unshallow", or fetch-depth: 0 in the workflow)`
      : `No common commit with "${ref}": the histories are unrelated`
  )
}

/**
 * What changed since the merge base with a ref: commits, index, work tree and untracked files. In path order.
 *
 * @param options.workTree False compares the head alone, as a pull request would.
 * @throws GitError as `mergeBase`.
 */
export async function changedFiles(
  place: RepoPlace,
  ref: string,
  options: { workTree?: boolean } = {}
): Promise<FileChange[]> {
  const base = await mergeBase(place, ref)
  if (options.workTree === false) {
    return published(await gitOutput(['diff-tree', '-r', ...rawFlags, base, place.head ?? 'HEAD', '--'], place.options))
  }
  // `diff` would write times into the index; `diff-index` tells of files whose time alone changed, so these are looked into here.
  const [tracked, others] = await Promise.all([
    gitOutput(['diff-index', ...rawFlags, base, '--'], await withoutFilters(place.options)),
    gitOutput(['ls-files', '-z', '-o', '--exclude-standard'], place.options)
  ])
  const changes = parseRaw(tracked).filter(change => !isUntouched(change, place.top))
  return published(joinMoves(changes, names(others), place.top))
}

/** What the index holds that the head does not: what `git commit` would commit. In path order. */
export async function stagedFiles(place: RepoPlace): Promise<FileChange[]> {
  return published(await indexChanges(place, ['--ita-invisible-in-index']))
}

/** Files of which the index has the name alone (`git add -N`): no commit holds them yet. In path order. */
export async function intendedFiles(place: RepoPlace): Promise<string[]> {
  const [all, held] = await Promise.all([indexChanges(place, ['--diff-filter=A']), stagedFiles(place)])
  const paths = new Set(held.map(({ path }) => path))
  return published(all).flatMap(({ path }) => (paths.has(path) ? [] : [path]))
}

async function indexChanges(place: RepoPlace, more: readonly string[]): Promise<Buffer> {
  const from = place.head ?? (await emptyTree(place))
  return gitOutput(['diff-index', '--cached', ...rawFlags, ...more, from, '--'], place.options)
}

/** Has a file the content that it had, line endings aside, although it was written anew? */
function isUntouched({ status, path, oid, isUnread }: RawChange, top: string): boolean {
  return status === 'M' && isUnread === true && contentIds(join(top, path), oid).includes(oid)
}

/** Before the first commit everything is new. */
async function emptyTree(place: RepoPlace): Promise<string> {
  return (await gitOutput(['hash-object', '-t', 'tree', '--stdin'], place.options)).toString('utf8').trim()
}

function published(changes: Buffer | RawChange[]): FileChange[] {
  return (Array.isArray(changes) ? changes : parseRaw(changes)).map(withoutId).sort(byPath)
}

function withoutId(change: RawChange): FileChange {
  const { status, path, from, untracked } = change
  return { status, path, ...(from === undefined ? {} : { from }), ...(untracked ? { untracked } : {}) }
}

function byPath(a: FileChange, b: FileChange): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

function names(out: Buffer): string[] {
  return out
    .toString('utf8')
    .split('\0')
    .filter(name => name !== '')
}

/**
 * Which of some paths git leaves out, by all its excludes, those of the machine included.
 *
 * @param paths Relative to the top.
 */
export async function ignored(place: RepoPlace, paths: string[]): Promise<Set<string>> {
  if (paths.length === 0) return new Set()
  // The leading dot keeps a name that begins with a colon from being read as magic.
  const input = paths.map(path => `./${path}\0`).join('')
  const { code, out, said } = await git(['check-ignore', '--stdin', '-z'], { ...place.options, input })
  if (code > 1) throw gitErrorOf(said, 'check-ignore')
  return new Set(names(out).map(name => name.slice(2)))
}
