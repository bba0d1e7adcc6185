import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

/** Real git, cut off from the configuration of whoever runs the tests; every commit one minute after the last. */
const identity = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org'
}

/** The environment for git in tests, without what a hook around the test run may have set. */
export function gitEnv(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
  return { ...clean, ...identity, ...extra }
}

/** Makes a fresh temporary folder; `sweep` removes all of them. */
export function folder(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'planlint-repo-')))
  folders.push(made)
  return made
}

const folders: string[] = []

export function sweep(): void {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
}

export interface TestRepo {
  top: string
  env: NodeJS.ProcessEnv
  git(...args: string[]): string
  /** Writes files; a text of `null` deletes, `-> x` links to x. */
  write(files: Record<string, string | null>): void
  move(from: string, to: string): void
  /** Writes files, adds everything, commits; gives the hash. */
  commit(message: string, files?: Record<string, string | null>): string
}

export function repo(top = folder(), ...init: string[]): TestRepo {
  let minute = 0
  const env = gitEnv()
  const run = (...args: string[]) => {
    const date = new Date(Date.UTC(2025, 0, 1, 0, minute)).toISOString()
    return execFileSync('git', args, {
      cwd: top,
      env: { ...env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe']
    }).trimEnd()
  }
  const write: TestRepo['write'] = files => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(top, path)
      mkdirSync(dirname(file), { recursive: true })
      if (text === null || text.startsWith('-> ')) rmSync(file, { force: true })
      if (text?.startsWith('-> ')) symlinkSync(text.slice(3), file)
      else if (text !== null) writeFileSync(file, text)
    }
  }
  run('init', '-q', '-b', 'main', ...init)
  return {
    top,
    env,
    git: run,
    write,
    move(from, to) {
      mkdirSync(dirname(join(top, to)), { recursive: true })
      renameSync(join(top, from), join(top, to))
    },
    commit(message, files = {}) {
      minute++
      write(files)
      run('add', '-A')
      run('commit', '-q', '--allow-empty', '-m', message)
      return run('rev-parse', 'HEAD')
    }
  }
}

/** Puts a `git` before the real one that counts how often it was started. */
export function countingGit(env: NodeJS.ProcessEnv): { env: NodeJS.ProcessEnv; count(): number } {
  const bin = folder()
  const log = join(bin, 'log')
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
  writeFileSync(log, '')
  writeFileSync(join(bin, 'git'), `#!/bin/sh\necho run >> '${log}'\nexec '${real}' "$@"\n`)
  chmodSync(join(bin, 'git'), 0o755)
  return {
    env: { ...env, PATH: `${bin}${delimiter}${env['PATH']}` },
    count: () => readFileSync(log, 'utf8').split('\n').length - 1
  }
}

/** Takes a repository into another as a submodule, and commits that. */
export function addSubmodule(outer: TestRepo, inner: TestRepo, path: string): void {
  outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.top, path)
  outer.commit('submodule')
}
