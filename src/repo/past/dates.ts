import path from 'node:path'
import { git } from '../git.ts'

/** When files were last committed. */
interface CommitDates {
  /** Milliseconds since the epoch by path as given; absent where git knows no commit of it. */
  dates: Map<string, number>
  /** History is cut off, so that a date may be later than the truth. */
  isShallow: boolean
}

/**
 * Asks git once for the dates of all files, and once where it stands; without a repository, or without git, nothing is known.
 *
 * @param paths Relative to `cwd`, with `/`.
 */
export async function commitDates(
  paths: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env
): Promise<CommitDates> {
  const unknown: CommitDates = { dates: new Map(), isShallow: false }
  if (paths.length === 0) return unknown
  try {
    const where = await git(['rev-parse', '--show-prefix', '--is-shallow-repository'], { cwd, env })
    if (where.code !== 0) return unknown
    const [prefix = '', shallow] = where.out.toString('utf8').split('\n')
    const inside = paths.filter(
      each => !path.posix.normalize(path.posix.join(prefix, each)).startsWith('..') && !/[\n]/.test(each)
    )
    if (inside.length === 0) return unknown
    const log = await git(
      ['--literal-pathspecs', 'log', '-z', '--format=%x01%ct', '--name-only', '--no-renames', '--stdin', 'HEAD'],
      { cwd, env, input: `--\n${inside.join('\n')}\n` }
    )
    if (log.code !== 0) return unknown
    return { dates: byPath(inside, prefix, parseLog(log.out.toString('utf8'))), isShallow: shallow === 'true' }
  } catch {
    return unknown
  }
}

function byPath(paths: readonly string[], prefix: string, found: Map<string, number>): Map<string, number> {
  return new Map(
    paths.flatMap(each => {
      const date = found.get(path.posix.normalize(path.posix.join(prefix, each)))
      return date === undefined ? [] : [[each, date] as const]
    })
  )
}

/** Reads `\x01<seconds>`, then the commit's paths, all ended by NUL; the newest commit comes first. */
function parseLog(out: string): Map<string, number> {
  const dates = new Map<string, number>()
  let date = 0
  for (const token of out.split('\0')) {
    if (token.startsWith('\u0001')) date = Number(token.slice(1)) * 1000
    else {
      const name = token.startsWith('\n') ? token.slice(1) : token
      if (name !== '' && (dates.get(name) ?? 0) < date) dates.set(name, date)
    }
  }
  return dates
}
