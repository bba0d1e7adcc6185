import { existsSync } from 'node:fs'
import type { FatalError } from '../types.ts'

/** Something that kept git from answering; `fatal` is what to tell the person. */
export class GitError extends Error {
  readonly code: GitErrorCode
  constructor(code: GitErrorCode, message: string) {
    super(message)
    this.name = 'GitError'
    this.code = code
  }

  get fatal(): FatalError {
    return { code: this.code, message: this.message }
  }
}

type GitErrorCode =
  | 'no-git'
  | 'not-a-repository'
  | 'unsafe-repository'
  | 'no-work-tree'
  | 'unknown-ref'
  | 'no-merge-base'
  | 'git-timeout'
  | 'git-failed'

export interface GitOptions {
  cwd: string
  /** The environment to start from: a hook's `GIT_DIR` and `GIT_INDEX_FILE` count. Default: the process's. */
  env?: NodeJS.ProcessEnv
  input?: string
  /** Milliseconds. */
  timeout?: number
}

export interface GitAnswer {
  /** Exit code; 0 is success. */
  code: number
  out: Buffer
  /** The first line that git said on stderr. */
  said: string
}

/** So that no configuration, of the person or of the repository, makes git run something, talk, wait or write. */
const safety = [
  '--no-pager',
  '-c',
  'core.quotepath=off',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.pager=cat',
  '-c',
  'log.showSignature=false',
  '-c',
  'diff.ignoreSubmodules=dirty',
  '-c',
  'submodule.recurse=false',
  '-c',
  'safe.bareRepository=explicit',
  '-c',
  'protocol.ext.allow=never',
  '-c',
  'color.ui=never',
  '-c',
  'gc.auto=0'
]

/** What programs of the repository git would send files of the work tree through to compare them: none is started. */
export async function withoutFilters(options: GitOptions): Promise<GitOptions> {
  const { out } = await git(['config', '-z', '--name-only', '--get-regexp', '^filter\\.'], options)
  const drivers = new Set(
    [...out.toString('utf8').matchAll(/(?:^|\0)filter\.([^\0]*)\.[^.\0]*(?=\0)/g)].map(([, name]) => name!)
  )
  const off = [...drivers].flatMap(name => [
    [`filter.${name}.clean`, ''],
    [`filter.${name}.process`, ''],
    [`filter.${name}.required`, 'false']
  ])
  const env = options.env ?? process.env
  const first = Number(env['GIT_CONFIG_COUNT'] ?? 0) || 0
  const entries = off.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${first + index}`, key!],
    [`GIT_CONFIG_VALUE_${first + index}`, value!]
  ])
  return { ...options, env: { ...env, ...Object.fromEntries(entries), GIT_CONFIG_COUNT: String(first + off.length) } }
}

const meddling =
  /^(?:GIT_EXTERNAL_DIFF|GIT_DIFF_OPTS|GIT_PAGER|GIT_EDITOR|GIT_TRACE.*|GIT_(?:LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS|GIT_ASKPASS|SSH_ASKPASS|GIT_CURL_VERBOSE|GIT_REDIRECT_.*)$/

function environment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.fromEntries(Object.entries(env).filter(([name]) => !meddling.test(name)))
  return {
    ...kept,
    LC_ALL: 'C',
    LANGUAGE: '',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: '',
    GIT_NO_LAZY_FETCH: '1'
  }
}

const defaultTimeout = 30_000
const largestAnswer = 512 * 1024 * 1024

/**
 * Asks git once, without a shell.
 *
 * @returns What it said, also when it failed.
 * @throws GitError if git is missing or does not come to an end.
 */
export function git(args: string[], options: GitOptions): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    // Loaded where git is asked: a run outside of repositories starts without it.
    const child = process
      .getBuiltinModule('node:child_process')
      .execFile('git', [...safety, ...args], bounds(options), (error, out, stderr) => {
        const said = firstLine(stderr.toString('utf8'))
        if (!error) return resolve({ code: 0, out, said })
        if (typeof error.code === 'number') return resolve({ code: error.code, out, said })
        reject(failure(error, commandIn(args), options))
      })
    // Git may end before it has read everything.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(options.input ?? '')
  })
}

/** As `git`, and waits for the answer: for hosts that can't, such as remark's `processSync`. */
export function gitSync(args: string[], options: GitOptions): GitAnswer {
  const { error, status, stdout, stderr } = process
    .getBuiltinModule('node:child_process')
    .spawnSync('git', [...safety, ...args], { ...bounds(options), input: Buffer.from(options.input ?? '') })
  // Git may end before it has read everything.
  if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') throw failure(error, commandIn(args), options)
  if (status === null) throw failure(new Error('it was stopped'), commandIn(args), options)
  return { code: status, out: stdout, said: firstLine(stderr.toString('utf8')) }
}

/** Where, with what, and for how long git runs. */
function bounds({ cwd, env = process.env, timeout = defaultTimeout }: GitOptions) {
  return {
    cwd,
    env: environment(env),
    encoding: 'buffer',
    maxBuffer: largestAnswer,
    timeout,
    killSignal: 'SIGKILL',
    windowsHide: true
  } as const
}

/** As `git`, but a failure of git is thrown, too. */
export async function gitOutput(args: string[], options: GitOptions): Promise<Buffer> {
  const answer = await git(args, options)
  if (answer.code !== 0) throw gitErrorOf(answer.said, commandIn(args))
  return answer.out
}

/** The command among git's arguments. */
export function commandIn(args: readonly string[]): string {
  return args.find(arg => !arg.startsWith('-')) ?? ''
}

function failure(
  error: { code?: unknown; killed?: boolean; message: string },
  command: string,
  options: GitOptions
): GitError {
  const { cwd, timeout = defaultTimeout } = options
  // Node says the same of a missing program and of a missing folder to run it in.
  if (error.code === 'ENOENT' && !existsSync(cwd))
    return new GitError('not-a-repository', 'not a git repository: no such folder')
  if (error.code === 'ENOENT') return new GitError('no-git', 'git was not found: install it, or put it on the PATH')
  if ((error.killed && error.code === null) || error.code === 'ETIMEDOUT')
    return new GitError('git-timeout', `git ${command} did not end within ${timeout / 1000} s`)
  return new GitError('git-failed', `git ${command} failed: ${firstLine(error.message)}`)
}

/** Puts what git says on stderr into the words of a person who wants to go on. */
export function gitErrorOf(said: string, command: string): GitError {
  if (/not a git repository/.test(said)) return new GitError('not-a-repository', 'not a git repository')
  if (/dubious ownership/.test(said)) {
    return new GitError(
      'unsafe-repository',
      'git does not trust the owner of this repository: see "safe.directory" in git help config'
    )
  }
  if (/cannot use bare repository|must be run in a work tree/.test(said)) return noWorkTree()
  return new GitError('git-failed', `git ${command} failed: ${said || 'no reason given'}`)
}

/** For a bare repository, and inside git's own folder. */
export function noWorkTree(): GitError {
  return new GitError('no-work-tree', "no work tree here: a bare repository, or git's own folder")
}

function firstLine(text: string): string {
  const line = text
    .split('\n')
    .find(each => each.trim() !== '' && !each.startsWith('warning:') && !each.startsWith('hint:'))
  return (line ?? '').trim().slice(0, 300)
}
