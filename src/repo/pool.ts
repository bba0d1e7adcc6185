import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { RepoData, RepoFacts } from './facts.ts'
import { parseFiles } from './files.ts'
import { baseOf } from './paths.ts'
import { type OpenRepo, openNothing, openRepo } from './snapshot.ts'

/** The repository that holds a file. */
export interface FoundRepo {
  /** Facts; where the file lies outside of every repository, they say why there are none. */
  facts: RepoFacts
  /** The file's path in the repository; absent where there is none. */
  path?: string
  /** What the facts are made of; absent where there are none. */
  data?: RepoData
  /** Changes whenever an answer may change: for those who remember verdicts. */
  stamp(): string
}

export interface PoolOptions {
  env?: NodeJS.ProcessEnv
  /** Milliseconds after which a repository is looked at anew; never, unless given. */
  maxAge?: number
}

/** Repositories by file, each opened once: git is asked as often for a thousand plans as for one. */
export interface Pool {
  /** Is there a repository around a file, as far as folders tell? */
  mayHold(file: string): boolean
  of(file: string): Promise<FoundRepo>
}

interface Opened {
  repo: OpenRepo
  stamp(): string
}

/**
 * @param cwd Absolute path of the working directory: what a hook's environment says of git holds for its repository alone.
 */
export function createPool(cwd: string, options: PoolOptions = {}): Pool {
  const { env = process.env, maxAge = Infinity } = options
  const tops = new Map<string, string | undefined>()
  const known = new Map<string, { opened: Promise<Opened>; at: number }>()

  const open = (top: string | undefined): Promise<Opened> => {
    const key = top ?? ''
    const before = known.get(key)
    if (before && Date.now() - before.at < maxAge) return before.opened
    // Without a repository, its own folder included, git has nothing to say.
    const isNowhere =
      top === undefined &&
      env['GIT_DIR'] === undefined &&
      topOf(cwd, tops) === undefined &&
      !existsSync(join(cwd, 'HEAD'))
    const opened = openAt(
      top === undefined || top === topOf(cwd, tops) ? { cwd, env } : { cwd: top, env: withoutHook(env) },
      isNowhere
    )
    known.set(key, { opened, at: Date.now() })
    return opened
  }

  return {
    mayHold: file => topOf(dirname(resolve(cwd, file)), tops) !== undefined || env['GIT_DIR'] !== undefined,
    async of(file) {
      const full = resolve(cwd, file)
      const { repo, stamp } = await open(topOf(dirname(full), tops))
      const path = repo.locate(full)
      if (path !== undefined) return { facts: repo.facts, path, data: repo.data, stamp }
      const unavailable = repo.facts.unavailable ?? 'the plan lies outside of the repository'
      return { facts: { ...repo.facts, unavailable }, stamp }
    }
  }
}

async function openAt({ cwd, env }: { cwd: string; env: NodeJS.ProcessEnv }, isNowhere: boolean): Promise<Opened> {
  const repo = isNowhere ? openNothing(cwd) : await openRepo(cwd, { env })
  let made: string | undefined
  return { repo, stamp: () => (made ??= stampOf(repo.data)) }
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
  /^(?:package\.json|deno\.jsonc?|gnumakefile|makefile|\.?justfile|taskfile(?:\.dist)?\.ya?ml|pyproject\.toml|cargo\.toml|\.gitignore)$/i

/** What git said, and the state of the manifests that lookups read. */
function stampOf(data: RepoData): string {
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256')
  for (const part of [
    data.top,
    data.head ?? '',
    data.unavailable ?? '',
    data.noHistory ?? '',
    String(data.shallow),
    data.files,
    data.graph
  ])
    hash.update(`${part}\0`)
  for (const path of parseFiles(data.files).kinds.keys()) {
    if (!manifestNames.test(baseOf(path))) continue
    const stat = statSync(join(data.top, path), { throwIfNoEntry: false })
    hash.update(`${path}\0${stat?.size ?? ''}\0${stat?.mtimeMs ?? ''}\0`)
  }
  return hash.digest('hex').slice(0, 32)
}
