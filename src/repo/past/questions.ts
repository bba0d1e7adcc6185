/** The questions about the past, and how their answers read. All name commits by hash, so an answer never changes. */
import { ask, askOutput, type Asking } from '../asking.ts'
import { gitErrorOf, type GitOptions } from '../git.ts'

/** Milliseconds; ten thousand commits over fifty thousand files take one to two seconds. */
const historyTimeout = 30_000

/** `git log` of all commits up to a head, newest first, with their parents and tags. */
export function* askGraph(head: string, limit: number, options: GitOptions): Asking<string> {
  return (yield* askOutput(
    [
      'log',
      '-z',
      '--no-patch',
      '--no-mailmap',
      `--max-count=${limit}`,
      '--decorate=full',
      '--decorate-refs=refs/tags',
      '--format=tformat:%H %P%x01%D',
      '--end-of-options',
      head,
      '--'
    ],
    options
  )).toString('utf8')
}

/**
 * What commits added, deleted and renamed. A clone without old file contents can only tell renames without edits.
 *
 * @param pairs Each commit with the parent that it is compared with.
 */
export function* askChanges(pairs: string[], given: GitOptions): Asking<string> {
  const options = { ...given, input: `${pairs.join('\n')}\n`, timeout: historyTimeout }
  const compare = (renames: string) =>
    ask(
      [
        'diff-tree',
        '--stdin',
        '--root',
        '-r',
        '-z',
        '--raw',
        '--abbrev=7',
        renames,
        '-l1000',
        '--diff-filter=ADR',
        '--no-ext-diff',
        '--no-textconv'
      ],
      options
    )
  const full = yield* compare('-M')
  const { code, out, said } = full.code === 0 ? full : yield* compare('-M100%')
  if (code !== 0) throw gitErrorOf(said, 'diff-tree')
  return out.toString('utf8')
}

/** How the index differs from a commit. */
export function* askIndexAgainst(commit: string, options: GitOptions): Asking<string> {
  return (yield* askOutput(
    ['diff-index', '--cached', '-z', '--raw', '--abbrev=7', '--no-renames', '--no-ext-diff', commit, '--'],
    options
  )).toString('utf8')
}

/** A commit that added or deleted a path. */
export interface Touch {
  commit: string
  parents: string[]
  path: string
  status: string
}

/**
 * The commits that added (A) or deleted (D) one of some paths, newest first; where a merge only passes on what a branch did, the commit of the branch.
 *
 * @param which Letters of `--diff-filter`.
 * @param extra `-1` for the newest alone; `-m` for what merges did themselves.
 */
export function* askTouches(
  from: string,
  paths: readonly string[],
  which: 'AD' | 'D',
  extra: string[],
  options: GitOptions
): Asking<Touch[]> {
  // Git takes them line by line.
  const lines = paths.filter(path => !path.includes('\n'))
  if (lines.length === 0) return []
  const out = yield* askOutput(
    [
      '--literal-pathspecs',
      'log',
      '-z',
      '--raw',
      '--abbrev=7',
      '--no-mailmap',
      '--no-renames',
      '--no-ext-diff',
      '--no-textconv',
      `--diff-filter=${which}`,
      '--format=tformat:%x01%H %P',
      ...extra,
      '--stdin'
    ],
    { ...options, input: `${from}\n--\n${lines.join('\n')}\n`, timeout: historyTimeout }
  )
  return readTouches(out.toString('utf8'))
}

function readTouches(raw: string): Touch[] {
  const found: Touch[] = []
  let [commit, parents, status]: [string, string[], string] = ['', [], '']
  for (const token of raw.split('\0')) {
    if (token.startsWith('\u0001')) [commit = '', ...parents] = token.slice(1).trim().split(' ')
    else if (token.trimStart().startsWith(':') && status === '') status = token.at(-1) ?? ''
    else if (status !== '') {
      found.push({ commit, parents, path: token, status })
      status = ''
    }
  }
  return found
}
