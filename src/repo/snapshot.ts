import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { locator, workTree } from './disk.ts'
import type { Past, RepoData, RepoFacts } from './facts.ts'
import { answer, answerSync, ask, askOutput, type Asking } from './asking.ts'
import { explain, GitError, type GitOptions, noWorkTree } from './git.ts'
import { createFacts } from './lookups.ts'
import { lazy } from './view.ts'

export interface ReadOptions {
  env?: NodeJS.ProcessEnv
  /** How many of the newest commits are looked at (20,000). */
  commits?: number
  /** False leaves the history out: every plan is judged now, and nothing is known about moved files. */
  history?: boolean
  /** Remembers the last history read, by its head: who looks anew from time to time reads it once. */
  pasts?: Map<string, Past>
}

/** Where git finds the repository. */
export interface Place {
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
export function findRepository(cwd: string, env: NodeJS.ProcessEnv = process.env): Promise<Place> {
  return answer(find(cwd, env))
}

function* find(cwd: string, env: NodeJS.ProcessEnv = process.env): Asking<Place> {
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
  if (!gitDir || !top) throw explain(said, 'rev-parse')
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
 * Asks git what there is now: two questions, however many plans and paths there are. Of the past only `pastOf` tells, two more, where something depends on it.
 *
 * @returns Plain data for `createFacts`; where there is no repository, it says why.
 */
export function readRepo(cwd: string, options: ReadOptions = {}): Promise<RepoData> {
  return answer(read(cwd, options))
}

function* read(cwd: string, { env, history, commits = 20_000 }: ReadOptions): Asking<RepoData> {
  try {
    const place = yield* find(cwd, env)
    const files = yield* readFiles(place)
    const { top, shallow, head, gitDir, options } = place
    return {
      top,
      shallow,
      files,
      notes: shallow ? ['Shallow clone: plans older than its history are not judged by their own time'] : [],
      ...(head === undefined ? {} : { head }),
      ...(history === false ? {} : { asking: { gitDir, cwd: options.cwd, env: { ...options.env }, commits } })
    }
  } catch (error) {
    if (error instanceof GitError) return { ...nowhere, unavailable: error.message, failure: error.trouble }
    throw error
  }
}

const nowhere: RepoData = { top: '', shallow: false, files: '', notes: [] }

const noPast: Past = { graph: '', changes: '', notes: [] }

/**
 * Reads the past when it is first asked for, and waits for it.
 *
 * @param known Remembers the last history read, by its head: who looks anew from time to time reads it once.
 */
export function pastOf(data: RepoData, known?: Map<string, Past>): () => Past {
  const { asking, head, shallow } = data
  if (asking === undefined || head === undefined) return () => noPast
  return lazy(() => {
    const key = `${asking.gitDir}\0${head}\0${shallow}`
    const before = known?.get(key)
    if (before) return before
    const past = answerSync(readPast({ options: { cwd: asking.cwd, env: asking.env }, head }, asking.commits))
    known?.clear()
    known?.set(key, past)
    return past
  })
}

/** A history that can't be read (contents missing, too slow) leaves what is there now to be judged. */
function* readPast(place: Pick<Place, 'options' | 'head'>, limit: number): Asking<Past> {
  try {
    return yield* readHistory(place, limit)
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    const noHistory = `the history can't be read: ${error.message}`
    return { ...noPast, notes: [`Plans are not judged by their own time, ${noHistory}`], noHistory }
  }
}

function* readFiles(place: Place): Asking<string> {
  return (yield* askOutput(
    ['ls-files', '-z', '-t', '-s', '-c', '-o', '-d', '--exclude-standard'],
    place.options
  )).toString('utf8')
}

function* readHistory(place: Pick<Place, 'options' | 'head'>, limit: number): Asking<Past> {
  const graph = (yield* askOutput(
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
      place.head ?? 'HEAD',
      '--'
    ],
    place.options
  )).toString('utf8')
  const commits = graph.split('\0').filter(line => line !== '')
  const pairs = commits.map(line => (line.split('\u0001')[0] ?? '').trim().split(' ').slice(0, 2).join(' '))
  const notes = commits.length < limit ? [] : [`History looked at: the newest ${limit} commits`]
  return { graph, changes: yield* readChanges(place, `${pairs.join('\n')}\n`), notes }
}

/** Milliseconds; ten thousand commits over fifty thousand files take one to two seconds. */
const historyTimeout = 30_000

/** Compares each commit with its first parent. A clone without old file contents can only tell renames without edits. */
function* readChanges(place: Pick<Place, 'options'>, input: string): Asking<string> {
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
      { ...place.options, input, timeout: historyTimeout }
    )
  const full = yield* compare('-M')
  const { code, out, said } = full.code === 0 ? full : yield* compare('-M100%')
  if (code !== 0) throw explain(said, 'diff-tree')
  return out.toString('utf8')
}

/** A repository, opened for one run. */
export interface OpenRepo {
  data: RepoData
  facts: RepoFacts
  /** Turns a path of the caller (absolute, or relative to `cwd`) into one of the repository; nothing where it lies outside. */
  locate(file: string): string | undefined
}

/** Asks git and builds the facts. Start it early: git works while plans are parsed. */
export function openRepo(cwd: string, options: ReadOptions = {}): Promise<OpenRepo> {
  return answer(opening(cwd, options))
}

/** As `openRepo`, for whoever chooses how to wait. */
export function* opening(cwd: string, options: ReadOptions = {}): Asking<OpenRepo> {
  const data = yield* read(cwd, options)
  return {
    data,
    facts: createFacts(data, workTree(data.top), pastOf(data, options.pasts)),
    locate: locator(cwd, data.top)
  }
}

/** What there is to say where no repository is near: git need not be asked, which costs as much as judging a plan. */
export function openNothing(cwd: string): OpenRepo {
  const data: RepoData = { ...nowhere, unavailable: 'not a git repository' }
  return { data, facts: createFacts(data, workTree('')), locate: locator(cwd, '') }
}
