import { announcementsOf } from '../../src/plan/files/announced.ts'
import { proseOf } from '../../src/plan/words.ts'
import type { Targets } from '../../src/repo/facts.ts'
import type { Reference } from '../../src/shell/index.ts'
import { didYouMean } from '../../src/util/suggest.ts'
import { needManifest, type Around, type Need } from './need.ts'

type Script = Extract<Reference, { kind: 'npm-script' }>
type Target = Extract<Reference, { kind: 'make-target' | 'just-recipe' }>
type Project = Extract<Reference, { kind: 'gradle-project' }>

export function needScript(reference: Script, around: Around): Need | undefined {
  const { script, workspace } = reference
  const { facts } = around.ground
  if (reference.orProgram) return undefined
  if (workspace !== undefined) return needInWorkspace(reference, workspace, around)
  const folder = reference.cwd ?? ''
  const found = facts.targets('npm', folder)
  if (!found) return needManifest('package.json', reference.written, folder, around)
  if (found.names.has(script) || !found.complete || runsByDefault(script, folder, around)) return undefined
  return unknown('script', 'script', script, found, around)
}

/** Without a script of that name, `npm start` runs server.js, and install scripts are native builds. */
function runsByDefault(script: string, folder: string, { ground }: Around): boolean {
  return script === 'start' && ground.mayExistNow(folder === '' ? 'server.js' : `${folder}/server.js`)
}

function needInWorkspace(reference: Script, workspace: string, around: Around): Need | undefined {
  if (/[*!{}[\]^]|\.\.\./.test(workspace) && workspace !== '*') return undefined
  const { ground, plan, made } = around
  const packages = ground.facts.packages()
  const folder = workspace.replace(/^\.\//, '').replace(/\/$/, '')
  const named = packages.filter(
    ({ name, dir }) => workspace === '*' || name === workspace || dir === folder || name.endsWith(`/${workspace}`)
  )
  const targets = named.flatMap(({ dir }) => ground.facts.targets('npm', dir) ?? [])
  if (named.length === 0) {
    if (workspace === '*' || made.has(folder) || ground.mayStand(folder) || proseOf(plan).has(workspace))
      return undefined
    return {
      message: 'workspace',
      data: { name: workspace, file: '', what: 'workspace' },
      help: `Name one of the packages${didYouMean(
        workspace,
        packages.map(each => each.name)
      )}`
    }
  }
  const [first] = targets
  if (!first || targets.some(each => !each.complete || each.names.has(reference.script))) return undefined
  return unknown('script', 'script', reference.script, first, around)
}

export function needTarget(reference: Target, around: Around): Need | undefined {
  const { ground, made } = around
  const isMake = reference.kind === 'make-target'
  const folder = reference.cwd ?? ''
  if (reference.file !== undefined || (!isMake && reference.target.includes(':'))) return undefined
  const found = ground.facts.targets(isMake ? 'make' : 'just', folder)
  if (!found)
    return needManifest(
      isMake ? 'Makefile' : 'justfile',
      `${isMake ? 'make' : 'just'} ${reference.target}`,
      folder,
      around
    )
  const file = folder === '' ? reference.target : `${folder}/${reference.target}`
  // For make, a file of that name is a target as well.
  if (found.names.has(reference.target) || !found.complete || (isMake && (ground.isFileNow(file) || made.has(file))))
    return undefined
  return unknown('target', isMake ? 'make target' : 'just recipe', reference.target, found, around)
}

/** Gradle makes the projects above an included one as well. */
export function needProject({ name, cwd = '' }: Project, around: Around): Need | undefined {
  const { ground, made } = around
  const found = ground.facts.targets('gradle', cwd)
  if (!found?.complete || name === 'buildSrc') return undefined
  const path = name.replaceAll(':', '/')
  const names = [...found.names].map(each => each.replaceAll('/', ':'))
  if (names.some(each => each === name || each.startsWith(`${name}:`)) || made.has(path)) return undefined
  return unknown('target', 'Gradle project', name, { ...found, names: new Set(names) }, around)
}

/** A plan that changes the manifest may well add what it runs: it must say so, and where it does not, that may be all that is wrong. */
function unknown(
  message: 'script' | 'target',
  what: string,
  name: string,
  targets: Targets,
  { ground, plan }: Around
): Need | undefined {
  if (announcementsOf(name, targets.file, plan).length > 0) return undefined
  const isChanged = ground.claims
    .find(targets.file)
    .some(({ path, mark }) => ground.inside(path) === targets.file && mark !== 'existing' && mark !== 'deleted')
  const meant = didYouMean(name, targets.names)
  return {
    message,
    data: { name, file: targets.file, what },
    help: `Add it to ${targets.file} in a step${meant}`,
    ...(isChanged && meant === '' ? { severity: 'warning' as const } : {})
  }
}
