/** What a repository holds, as far as setting up goes: files are read, and nothing is run. What was agreed to is seen as if it were written. */
import fs from 'node:fs'
import path from 'node:path'
import { gitFolder } from '../discover/gitignore.ts'
import { readPlan } from '../files/read.ts'
import { UsageError } from '../io.ts'
import type { FoundPlans } from './plans.ts'
import { readJson } from './edit/json.ts'
import type { Manager } from './recipes.ts'
import { topAbove } from '../../repo/from-top.ts'

/** A file to be written. */
export interface FileToWrite {
  /** Relative to the top of the repository, with `/`. */
  path: string
  /** The whole new text. */
  text: string
  /** It is a program. */
  isExecutable?: true
  /** Git does not keep it. */
  isLocal?: true
}

export interface Scene {
  /** The top of the repository, absolute; of the working folder where there is none. */
  top: string
  /** The folder of git's own files, absolute; undefined where there is no repository. */
  git: string | undefined
  /** What of the plans is known; asked for once. */
  plans(): Promise<FoundPlans>
  /** The text of a file, or undefined where there is none. */
  read(path: string): string | undefined
  has(path: string): boolean
  /** Names in a folder, in order; none where there is no such folder. */
  list(folder: string): string[]
  /** The first of these files that is there. */
  first(...paths: string[]): string | undefined
  /** `package.json`, where it can be read. */
  manifest: Record<string, unknown> | undefined
  manager: Manager | undefined
  /** What it keeps the versions in; undefined where nothing says that it does. */
  lock: string | undefined
  host: 'GitHub' | 'GitLab' | 'other' | undefined
  /** What was agreed to, by path. */
  accepted: Map<string, FileToWrite>
}

const locks: readonly [file: string, manager: Manager][] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['pnpm-workspace.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm']
]

/** Configuration of other services that judge changes. */
const otherHosts = [
  'bitbucket-pipelines.yml',
  'azure-pipelines.yml',
  '.circleci',
  '.gitea',
  '.forgejo',
  'Jenkinsfile',
  '.travis.yml'
]

/** @param find looks for plans, with what was agreed to */
export function createScene(cwd: string, find: (scene: Scene) => Promise<FoundPlans>): Scene {
  const top = topAbove(cwd) ?? cwd
  const dotGit = path.join(top, '.git')
  const accepted = new Map<string, FileToWrite>()
  const at = (name: string): string => path.join(top, name)
  let plans: Promise<FoundPlans> | undefined
  const scene: Scene = {
    top,
    git: fs.existsSync(dotGit) ? gitFolder(top) : undefined,
    accepted,
    plans: () => (plans ??= find(scene)),
    read(name) {
      const change = accepted.get(name)
      if (change) return change.text
      if (!fs.existsSync(at(name))) return undefined
      const read = readPlan(at(name))
      if (!read.ok) throw new UsageError(`"${name}" can't be read: ${read.fatal.message}`)
      return read.text
    },
    has: name => accepted.has(name) || fs.existsSync(at(name)),
    list: folder => (isFolder(at(folder)) ? fs.readdirSync(at(folder)).sort() : []),
    first: (...names) => names.find(name => scene.has(name)),
    manifest: undefined,
    manager: undefined,
    lock: undefined,
    host: undefined
  }
  scene.manifest = manifestOf(scene)
  scene.manager = managerOf(scene)
  scene.lock = lockOf(scene)
  scene.host = hostOf(scene)
  return scene
}

function isFolder(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() === true
}

function manifestOf(scene: Scene): Record<string, unknown> | undefined {
  const text = scene.read('package.json')
  if (text === undefined) return undefined
  try {
    return readJson(text) as Record<string, unknown>
  } catch {
    // Whoever wants to write to it says so.
    return {}
  }
}

function managerOf({ manifest, first }: Scene): Manager | undefined {
  if (!manifest) return undefined
  const named = /^(?:npm|pnpm|yarn|bun)(?=@)/.exec(String(manifest['packageManager']))?.[0]
  const lock = first(...locks.map(([file]) => file))
  return (named as Manager | undefined) ?? locks.find(([file]) => file === lock)?.[1] ?? 'npm'
}

function lockOf({ manager, first, has }: Scene): string | undefined {
  const lock = first(...locks.flatMap(([file, own]) => (own === manager && file.includes('lock') ? [file] : [])))
  return lock ?? (manager === 'npm' && !has('.npmrc') ? 'package-lock.json' : undefined)
}

function hostOf({ has, git }: Scene): Scene['host'] {
  if (has('.gitlab-ci.yml')) return 'GitLab'
  if (has('.github/workflows')) return 'GitHub'
  const remotes = remotesOf(git)
  if (/gitlab/i.test(remotes)) return 'GitLab'
  if (/github\.com/i.test(remotes) || has('.github')) return 'GitHub'
  return otherHosts.some(has) ? 'other' : undefined
}

function remotesOf(git: string | undefined): string {
  const read = git === undefined ? undefined : readPlan(path.join(git, 'config'))
  const lines = read?.ok ? read.text.split('\n') : []
  return lines.filter(line => /^\s*url\s*=/.test(line)).join('\n')
}
