import { folderOf } from '../../src/util/path.ts'
import type { Ground } from '../../src/plan/files/ground.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { workingFolders } from '../../src/plan/files/working-folders.ts'
import type { Made } from './made.ts'

/** What a command needs and the repository lacks. */
export interface Need {
  message: 'script' | 'target' | 'manifest' | 'workspace' | 'path'
  data: { name: string; file: string; what: string }
  help: string
  severity?: 'warning'
  /** Nothing is there, or in the plan, that it may have meant. */
  isMerelyUnknown?: true
}

/** What needs are judged against. */
export interface NeedContext {
  ground: Ground
  plan: Plan
  /** What the plan makes up to here. */
  made: Made
  /** Where the plan lies in the repository. */
  planPath: string
}

/** Files that make a folder one in which commands are run. */
const manifests = [
  'package.json',
  'pyproject.toml',
  'setup.py',
  'Cargo.toml',
  'go.mod',
  'Makefile',
  'justfile',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'composer.json',
  'Gemfile',
  'mix.exs',
  'deno.json',
  'Package.swift'
]

/**
 * Are commands of the plan run in a folder: because the plan says so, or because the project lies there and nothing of it at the top?
 */
export function isWorkingFolder(folder: string, { ground, plan }: NeedContext): boolean {
  if (workingFolders(plan).has(folder)) return true
  return (
    manifests.some(name => ground.isFileNow(`${folder}/${name}`)) && !manifests.some(name => ground.isFileNow(name))
  )
}

/** A manifest elsewhere may be meant where the plan says in which folder to run a command. */
export function needManifest(file: string, name: string, folder: string, around: NeedContext): Need | undefined {
  const { ground, made } = around
  const path = folder === '' ? file : `${folder}/${file}`
  const isHere = (other: string): boolean => isWorkingFolder(other, around)
  if (made.has(path, isHere) || made.files().some(each => each.endsWith(`/${path}`)) || ground.mayStand(path))
    return undefined
  const others = [...new Set([...ground.longer(path), ...ground.longer(path.toLowerCase())])].map(folderOf)
  if (others.some(isHere)) return undefined
  const there = folder !== '' && ground.isFileNow(file) ? '' : others[0]
  return {
    message: 'manifest',
    data: { name, file: path, what: 'manifest' },
    help:
      there === undefined
        ? `Let a step create ${path}, or name the folder that the command runs in`
        : there === ''
          ? `There is one at the top of the repository: run the command there`
          : `There is one in ${there}: run the command there, or let a step create ${path}`,
    severity: 'warning'
  }
}
