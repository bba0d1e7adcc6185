import { isAscii } from 'node:buffer'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { locator, workTree } from './there/disk.ts'
import { answer, ask, askOutput, type Asking } from './asking.ts'
import type { RepoData, RepoFacts } from './facts.ts'
import { gitErrorOf, GitError, type GitOptions, noWorkTree } from './git.ts'
import { laterOf, type Memories } from './past/later.ts'
import { createFacts } from './lookups.ts'

interface ReadOptions {
  env?: NodeJS.ProcessEnv
  /** How many of the newest commits are looked at (20,000). */
  commits?: number
  /** False leaves the history out: every plan is judged now, and nothing is known about moved files. */
  history?: boolean
  /** Remembers what git said of commits: who looks anew from time to time asks once. */
  memories?: Memories
}

/** Where git finds the repository. */
export interface RepoPlace {
  /** Absolute path of the top folder. */
  top: string
  gitDir: string
  shallow: boolean
  /** Hash of the head commit; absent before the first commit. */
  head?: string
  /** For further questions: pins what a hook's relative `GIT_DIR` means. */
  options: GitOptions
}

/**
 * Finds the repository that holds a folder; one question to git.
 *
 * @throws GitError where there is none, or none with files.
 */
export function findRepository(cwd: string, env: NodeJS.ProcessEnv = process.env): Promise<RepoPlace> {
  return answer(find(cwd, env))
}

function* find(cwd: string, env: NodeJS.ProcessEnv = process.env): Asking<RepoPlace> {
  const { out, said } = yield* ask(
    [
      'rev-parse',
      '--is-bare-repository',
      '--is-shallow-repository',
      '--absolute-git-dir',
      '--show-toplevel',
      'HEAD^{commit}'
    ],
    { cwd, env }
  )
  const [bare, shallow, gitDir, top, head, ...more] = out.toString('utf8').split('\n')
  if (bare === 'true') throw noWorkTree()
  if (!gitDir || !top) throw gitErrorOf(said, 'rev-parse')
  if (more.length > 1) throw new GitError('git-failed', 'the path of the repository has a line break')
  const pinned = env['GIT_DIR'] === undefined ? env : { ...env, GIT_DIR: gitDir, GIT_WORK_TREE: top }
  const known = head !== undefined && /^[0-9a-f]{40,}$/.test(head)
  if (!known && isHeadDamaged(gitDir)) throw new GitError('git-failed', 'HEAD names no commit that is there')
  return { top, gitDir, shallow: shallow === 'true', ...(known ? { head } : {}), options: { cwd: top, env: pinned } }
}

/** Before the first commit, HEAD names a branch that is not there yet; whatever else it names should be a commit. */
function isHeadDamaged(gitDir: string): boolean {
  try {
    const branch = /^ref: (.+)$/m.exec(readFileSync(join(gitDir, 'HEAD'), 'utf8'))?.[1]
    return branch === undefined || existsSync(join(gitDir, branch.trim()))
  } catch {
    return true
  }
}

/**
 * Asks git where the repository is and what its index holds: two questions, however many plans and paths there are. The rest is asked where something depends on
 * it (`laterOf`).
 *
 * @returns Plain data for `createFacts`; where there is no repository, it says why.
 */
function* read(cwd: string, { env, history, commits = 20_000 }: ReadOptions): Asking<RepoData> {
  try {
    const place = yield* find(cwd, env)
    const files = yield* readFiles(place)
    const { top, shallow, head, gitDir, options } = place
    return {
      top,
      shallow,
      ...files,
      notes: shallow ? ['Shallow clone: plans older than its history are not judged by their own time'] : [],
      ...(head === undefined ? {} : { head }),
      asking: { gitDir, cwd: options.cwd, env: { ...options.env }, commits: history === false ? 0 : commits }
    }
  } catch (error) {
    if (error instanceof GitError) return { ...nowhere, unavailable: error.message, failure: error.fatal }
    throw error
  }
}

const nowhere: RepoData = { top: '', shallow: false, files: '', notes: [] }

function* readFiles(place: RepoPlace): Asking<Pick<RepoData, 'files' | 'isPlain'>> {
  const out = yield* askOutput(['ls-files', '-z', '-t', '-s', '-c'], place.options)
  const isPlain = isAscii(out)
  return { files: out.toString(isPlain ? 'latin1' : 'utf8'), isPlain }
}

/** A repository, opened for one run. */
export interface OpenRepo {
  data: RepoData
  facts: RepoFacts
  /** Turns a path of the caller (absolute, or relative to `cwd`) into one of the repository; nothing where it lies outside. */
  locate(file: string): string | undefined
}

/** Asks git and builds the facts. Start it early: git works while plans are parsed. */
export function* opening(cwd: string, options: ReadOptions = {}): Asking<OpenRepo> {
  const data = yield* read(cwd, options)
  return {
    data,
    facts: createFacts(data, workTree(data.top), laterOf(data, options.memories)),
    locate: locator(cwd, data.top)
  }
}

/** What there is to say where no repository is near: git need not be asked, which costs as much as linting a plan. */
export function openNothing(cwd: string): OpenRepo {
  const data: RepoData = { ...nowhere, unavailable: 'not a git repository' }
  return { data, facts: createFacts(data, workTree('')), locate: locator(cwd, '') }
}
