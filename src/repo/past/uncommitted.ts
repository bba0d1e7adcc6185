/** Where files lay at the head whose move is in no commit yet. */
import { lazy } from '../../util/lazy.ts'
import { askOutput, type Asking } from '../asking.ts'
import type { GitOptions } from '../git.ts'
import { parseRaw, rawFlags, type RawChange } from './changes.ts'
import { joinMoves } from './moves.ts'

interface MovesFrom {
  /** Hash of the head commit. */
  head: string
  /** Absolute path of the top folder. */
  top: string
  git: GitOptions
  /** Git's answer; nothing where it fails. */
  answer(asking: Asking<Buffer>): Buffer | undefined
  isTracked(path: string): boolean
  /** Files of the work tree that are not in the index; asked for where something is gone. */
  untracked(): Iterable<string>
}

/** Tells of a file where it lay at the head: moved in the index, as git shows it, or in the work tree alone, as `joinMoves` finds it. */
export function originOf({
  head,
  top,
  git,
  answer,
  isTracked,
  untracked
}: MovesFrom): (path: string) => string | undefined {
  const ask = (args: string[]): RawChange[] => parseRaw(answer(askOutput(args, git)) ?? Buffer.alloc(0))
  const added = lazy(() => ask(['diff-index', '--cached', ...rawFlags, '--diff-filter=AR', head, '--']))
  const staged = lazy(() => sourcesIn(added()))
  const unstaged = lazy(() => {
    // Without -M no content is read.
    const gone = ask(['diff-files', '--raw', '-z', '--abbrev=40', '--ignore-submodules=all', '--diff-filter=D', '--'])
    if (gone.length === 0) return new Map<string, string>()
    // What was added to the index at its new place alone is none of the work tree's new files.
    const fresh = added().flatMap(({ status, path }) => (status === 'A' ? [path] : []))
    return sourcesIn(joinMoves(gone, [...fresh, ...untracked()], top))
  })
  return path => {
    const known = isTracked(path) ? staged().get(path) : undefined
    if (known !== undefined) return known
    const before = unstaged().get(path)
    return before && (staged().get(before) ?? before)
  }
}

function sourcesIn(changes: readonly RawChange[]): Map<string, string> {
  return new Map(changes.flatMap(({ path, from }) => (from === undefined ? [] : [[path, from] as const])))
}
