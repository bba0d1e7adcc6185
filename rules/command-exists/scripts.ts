import { isLeftAlone } from '../../src/files/change-vocabulary.ts'
import { announcementsOf } from '../../src/plan/files/announced.ts'
import { proseOf } from '../../src/plan/prose.ts'
import type { Targets } from '../../src/repo/facts.ts'
import type { CommandReference } from '../../src/shell/index.ts'
import { baseOf } from '../../src/util/path.ts'
import { didYouMean } from '../../src/util/suggest.ts'
import { needManifest, type NeedContext, type Need } from './need.ts'

type ScriptReference = Extract<CommandReference, { kind: 'npm-script' }>
type TargetReference = Extract<CommandReference, { kind: 'make-target' | 'just-recipe' }>
type ProjectReference = Extract<CommandReference, { kind: 'gradle-project' | 'python-package' }>

export function needScript(reference: ScriptReference, around: NeedContext): Need | undefined {
  const { script, workspace } = reference
  const { facts } = around.ground
  if (workspace !== undefined) return needInWorkspace(reference, workspace, around)
  const folder = reference.cwd ?? ''
  const found = facts.targets('npm', folder)
  if (!found) return needManifest('package.json', reference.written, folder, around)
  if (found.names.has(script) || !found.complete || runsByDefault(script, folder, around)) return undefined
  return unknownScript(reference, found, around)
}

/** Names that packages give to scripts, and no program has. */
const noProgram = /:|^(?:build|check|clean|deploy|dev|e2e|format|lint|release|start|test|type-?check)$/

/** Where an installed program may be meant, a script is missing for certain only if no program is called so and another package has it. */
function unknownScript(reference: ScriptReference, targets: Targets, around: NeedContext): Need | undefined {
  const { facts } = around.ground
  const { script } = reference
  const others = facts.packages().filter(({ dir }) => facts.targets('npm', dir)?.names.has(script))
  if (reference.orProgram && (others.length === 0 || !noProgram.test(script))) return undefined
  const need = unknown('script', 'script', script, targets, around)
  if (!need || others.length !== 1) return need
  const dir = others[0]!.dir
  return {
    ...need,
    help: `Run it in ${dir === '' ? 'the top folder' : dir}, which has it; or add it to ${targets.file} in a step`
  }
}

/** Without a script of that name, `npm start` runs server.js, and install scripts are native builds. */
function runsByDefault(script: string, folder: string, { ground }: NeedContext): boolean {
  return script === 'start' && ground.mayExistNow(folder === '' ? 'server.js' : `${folder}/server.js`)
}

function needInWorkspace(reference: ScriptReference, workspace: string, around: NeedContext): Need | undefined {
  // One to be filled in is told as such.
  if (/[*!{}[\]^<>]|\.\.\./.test(workspace) && workspace !== '*') return undefined
  const { ground, plan, made } = around
  const packages = ground.facts.packages()
  const folder = workspace.replace(/^\.\//, '').replace(/\/$/, '')
  const named = packages.filter(
    ({ name, dir }) => workspace === '*' || name === workspace || dir === folder || name.endsWith(`/${workspace}`)
  )
  const targets = named.flatMap(({ dir }) => ground.facts.targets('npm', dir) ?? [])
  if (named.length === 0) {
    if (
      workspace === '*' ||
      made.has(folder) ||
      made.longer(baseOf(folder)).length > 0 ||
      ground.mayStand(folder) ||
      proseOf(plan).has(workspace)
    )
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
  return unknownScript(reference, first, around)
}

export function needTarget(reference: TargetReference, around: NeedContext): Need | undefined {
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
export function needProject({ name, cwd = '' }: ProjectReference, around: NeedContext): Need | undefined {
  const { ground, made } = around
  const found = ground.facts.targets('gradle', cwd)
  if (!found?.complete || name === 'buildSrc') return undefined
  const path = name.replaceAll(':', '/')
  const names = [...found.names].map(each => each.replaceAll('/', ':'))
  if (names.some(each => each === name || each.startsWith(`${name}:`)) || made.has(path)) return undefined
  return unknown('target', 'Gradle project', name, { ...found, names: new Set(names) }, around)
}

/** A package of uv's workspace; to Python, `_`, `.` and capitals are `-` and small letters. */
export function needPackage({ name }: ProjectReference, { ground, plan, made }: NeedContext): Need | undefined {
  const found = ground.facts.targets('uv', '')
  const usual = (written: string): string => written.toLowerCase().replace(/[-_.]+/g, '-')
  if (made.files().some(file => baseOf(file) === 'pyproject.toml')) return undefined
  if (!found?.complete || [...found.names].some(each => usual(each) === usual(name)) || proseOf(plan).has(name))
    return undefined
  return {
    message: 'workspace',
    data: { name, file: '', what: 'workspace' },
    help: `Name one of the packages${didYouMean(name, found.names)}`
  }
}

/** A plan that changes the manifest may well add what it runs: it must say so, and where it does not, that may be all that is wrong. */
function unknown(
  message: 'script' | 'target',
  what: string,
  name: string,
  targets: Targets,
  { ground, plan }: NeedContext
): Need | undefined {
  if (announcementsOf(name, targets.file, plan).length > 0) return undefined
  const isChanged = ground.claims
    .find(targets.file)
    .some(({ path, mark }) => ground.inside(path) === targets.file && !isLeftAlone(mark) && mark !== 'deleted')
  const meant = didYouMean(name, targets.names)
  return {
    message,
    data: { name, file: targets.file, what },
    help: `Add it to ${targets.file} in a step${meant}`,
    ...(isChanged && meant === '' ? { severity: 'warning' as const } : {})
  }
}
