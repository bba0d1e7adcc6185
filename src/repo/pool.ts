import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { answer, answerSync, type Asking } from './asking.ts'
import type { FatalError } from '../types.ts'
import type { RepoData, RepoFacts } from './facts.ts'
import { parseFiles } from './there/files.ts'
import { listWorkTree, type Memories } from './past/later.ts'
import { baseOf } from './paths.ts'
import { type OpenRepo, openNothing, opening } from './snapshot.ts'

/** The repository that holds a file. */
export interface FoundRepo {
  /** Facts; where the file lies outside of every repository, they say why there are none. */
  facts: RepoFacts
  /** The file's path in the repository; absent where there is none. */
  path?: string
  /** A repository is there, and git failed to tell of it. */
  fatal?: FatalError
  /** What the facts are made of; absent where there are none. */
  data?: RepoData
  /** Changes whenever an answer may change: for those who cache results. */
  stamp(): string
}

interface PoolOptions {
  env?: NodeJS.ProcessEnv
  /** Milliseconds after which a repository is looked at anew; never, unless given. */
  maxAge?: number
}

/** Repositories by file, each opened once: git is asked as often for a thousand plans as for one. */
export interface Pool<Answer = Promise<FoundRepo>> {
  /** Is there a repository around a file, as far as folders tell? */
  mayHold(file: string): boolean
  of(file: string): Answer
}

interface Opened {
  repo: OpenRepo
  fatal?: FatalError
  stamp(): string
}

/**
 * @param cwd Absolute path of the working directory: what a hook's environment says of git holds for its repository alone.
 */
export function createPool(cwd: string, options: PoolOptions = {}): Pool {
  const { mayHold, at } = repositories(cwd, options, answer<Opened>)
  return { mayHold, of: async file => foundIn(await at(file), resolve(cwd, file)) }
}

/** As `createPool`, and waits while git works: for hosts that can't. */
export function createSyncPool(cwd: string, options: PoolOptions = {}): Pool<FoundRepo> {
  const { mayHold, at } = repositories(cwd, options, answerSync<Opened>)
  return { mayHold, of: file => foundIn(at(file), resolve(cwd, file)) }
}

/** @param open How a repository is waited for */
function repositories<T>(
  cwd: string,
  { env = process.env, maxAge = Infinity }: PoolOptions,
  open: (asking: Asking<Opened>) => T
): { mayHold(file: string): boolean; at(file: string): T } {
  const tops = new Map<string, string | undefined>()
  const known = new Map<string, { opened: T; at: number; memories: Memories }>()
  const topFor = (file: string): string | undefined => topOf(dirname(resolve(cwd, file)), tops)
  return {
    mayHold: file => topFor(file) !== undefined || env['GIT_DIR'] !== undefined,
    at(file) {
      const top = topFor(file)
      const before = known.get(top ?? '')
      if (before && Date.now() - before.at < maxAge) return before.opened
      // Without a repository, its own folder included, git has nothing to say.
      const isNowhere =
        top === undefined &&
        env['GIT_DIR'] === undefined &&
        topOf(cwd, tops) === undefined &&
        !existsSync(join(cwd, 'HEAD'))
      const place = top === undefined || top === topOf(cwd, tops) ? { cwd, env } : { cwd: top, env: withoutHook(env) }
      const memories: Memories = before?.memories ?? new Map()
      const opened = open(openAt({ ...place, memories }, isNowhere, top !== undefined))
      // Aged from when git had answered, where that was waited for.
      known.set(top ?? '', { opened, at: Date.now(), memories })
      return opened
    }
  }
}

/** Without a repository, git is right to say so; where a `.git` lies, whatever it says is a failure. That there is no git at all is none of its. */
function failureOf({ data }: OpenRepo): FatalError | undefined {
  const { failure } = data
  if (!failure || failure.code === 'no-git' || failure.code === 'no-work-tree') return undefined
  return {
    ...failure,
    message: `Git can't tell of the repository, so plans are not compared with it: ${failure.message}`
  }
}

function foundIn({ repo, stamp, fatal }: Opened, full: string): FoundRepo {
  const path = repo.locate(full)
  if (path !== undefined) return { facts: repo.facts, path, data: repo.data, stamp }
  const unavailable = repo.facts.unavailable ?? 'the plan lies outside of the repository'
  return { facts: { ...repo.facts, unavailable }, stamp, ...(fatal ? { fatal } : {}) }
}

function* openAt(
  { cwd, ...options }: { cwd: string; env: NodeJS.ProcessEnv; memories: Memories },
  isNowhere: boolean,
  isThere: boolean
): Asking<Opened> {
  const repo = isNowhere ? openNothing(cwd) : yield* opening(cwd, options)
  let made: string | undefined
  const fatal = isThere ? failureOf(repo) : undefined
  return { repo, stamp: () => (made ??= stampOf(repo.data)), ...(fatal ? { fatal } : {}) }
}

/** The nearest folder above that has a `.git`, be it a folder or, in worktrees and submodules, a file. */
function topOf(folder: string, tops: Map<string, string | undefined>): string | undefined {
  if (tops.has(folder)) return tops.get(folder)
  const parent = dirname(folder)
  const top = existsSync(join(folder, '.git')) ? folder : parent === folder ? undefined : topOf(parent, tops)
  tops.set(folder, top)
  return top
}

/** Inside a hook, `GIT_DIR` and `GIT_INDEX_FILE` speak of the hook's own repository. */
function withoutHook(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|OBJECT_DIRECTORY|NAMESPACE)$/.test(name)
    )
  )
}

const manifestNames =
  /^(?:package\.json|deno\.jsonc?|gnumakefile|makefile|\.?justfile|taskfile(?:\.dist)?\.ya?ml|pyproject\.toml|cargo\.toml|settings\.gradle(?:\.kts)?|\.gitignore)$/i

/** What git said, and the state of the manifests that lookups read. */
function stampOf(data: RepoData): string {
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256')
  const rest = listWorkTree(data)
  for (const part of [
    data.top,
    data.head ?? '',
    data.unavailable ?? '',
    String(data.shallow),
    data.files,
    rest,
    tagStamp(data.asking?.gitDir)
  ])
    hash.update(`${part}\0`)
  for (const path of parseFiles(data.files + rest).kinds.keys()) {
    if (!manifestNames.test(baseOf(path))) continue
    const stat = statSync(join(data.top, path), { throwIfNoEntry: false })
    hash.update(`${path}\0${stat?.size ?? ''}\0${stat?.mtimeMs ?? ''}\0`)
  }
  return hash.digest('hex').slice(0, 32)
}

/** Tags may be what a plan starts from; where they are kept tells when one is added or moved. */
function tagStamp(gitDir: string | undefined): string {
  if (gitDir === undefined) return ''
  const pointer = join(gitDir, 'commondir')
  const common = existsSync(pointer) ? resolve(gitDir, readFileSync(pointer, 'utf8').trim()) : gitDir
  return ['packed-refs', 'refs/tags', 'reftable']
    .map(name => statSync(join(common, name), { throwIfNoEntry: false })?.mtimeMs ?? '')
    .join(' ')
}
