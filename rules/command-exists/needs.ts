import type { Targets } from '../../src/repo/facts.ts'
import { didYouMean } from '../../src/util/suggest.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import type { Ground } from '../../src/plan/ground.ts'
import type { Made } from './made.ts'
import type { Reference } from '../../src/shell/index.ts'
import { proseOf } from '../../src/plan/words.ts'

/** What a command needs and the repository lacks. */
export interface Need {
  message: 'script' | 'target' | 'manifest' | 'workspace' | 'path'
  data: { name: string; file: string; what: string }
  help: string
  severity?: 'warning'
}

type Script = Extract<Reference, { kind: 'npm-script' }>
type Target = Extract<Reference, { kind: 'make-target' | 'just-recipe' }>
type Path = Extract<Reference, { kind: 'path' }>

/**
 * What a reference of a command lacks; nothing where it is there, where the plan makes it, and where it cannot be told.
 *
 * @param made What the plan makes up to here.
 */
export function needOf(reference: Reference, ground: Ground, plan: Plan, made: Made): Need | undefined {
  if (reference.kind === 'path') return needPath(reference, ground, plan, made)
  if (reference.kind === 'npm-script') return needScript(reference, ground, plan, made)
  return needTarget(reference, ground, plan, made)
}

function needPath({ path, runner }: Path, ground: Ground, plan: Plan, made: Made): Need | undefined {
  // These take the beginning of a name as well.
  if (/^(?:vitest|jest|mocha|ava|playwright)$/.test(runner) && !/\.\w+$/.test(path)) return undefined
  if (made.has(path) || ground.facts.refuse(path) !== undefined || ground.mayExistNow(path) || ground.mayExist(path))
    return undefined
  if (proseOf(plan).has(path.slice(path.lastIndexOf('/') + 1))) return undefined
  const [near] = ground.near(path)
  const help = near
    ? near.why === 'deleted'
      ? `It was deleted by commit ${near.commit}`
      : `Did you mean "${near.path}"?`
    : 'Correct the path, or let the plan create the file'
  return { message: 'path', data: { name: path, file: path, what: 'file' }, help }
}

function needScript(reference: Script, ground: Ground, plan: Plan, made: Made): Need | undefined {
  const { script, workspace } = reference
  if (reference.orProgram) return undefined
  if (workspace !== undefined) return needInWorkspace(reference, workspace, ground, plan, made)
  const folder = reference.cwd ?? ''
  const found = ground.facts.targets('npm', folder)
  if (!found) return needManifest('package.json', `${reference.manager} ${script}`, folder, ground, made)
  if (found.names.has(script) || !found.complete || runsByDefault(script, folder, ground)) return undefined
  return unknown('script', 'script', script, found, ground, plan)
}

/** Without a script of that name, `npm start` runs server.js, and install scripts are native builds. */
function runsByDefault(script: string, folder: string, ground: Ground): boolean {
  return script === 'start' && ground.mayExistNow(folder === '' ? 'server.js' : `${folder}/server.js`)
}

function needInWorkspace(
  reference: Script,
  workspace: string,
  ground: Ground,
  plan: Plan,
  made: Made
): Need | undefined {
  if (/[*!{}[\]^]|\.\.\./.test(workspace) && workspace !== '*') return undefined
  const packages = ground.facts.packages()
  const folder = workspace.replace(/^\.\//, '').replace(/\/$/, '')
  const named = packages.filter(
    ({ name, dir }) => workspace === '*' || name === workspace || dir === folder || name.endsWith(`/${workspace}`)
  )
  const targets = named.flatMap(({ dir }) => ground.facts.targets('npm', dir) ?? [])
  if (named.length === 0) {
    if (workspace === '*' || made.has(folder) || ground.mayExistNow(folder) || proseOf(plan).has(workspace))
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
  return unknown('script', 'script', reference.script, first, ground, plan)
}

function needTarget(reference: Target, ground: Ground, plan: Plan, made: Made): Need | undefined {
  const isMake = reference.kind === 'make-target'
  const folder = reference.cwd ?? ''
  if (reference.file !== undefined || (!isMake && reference.target.includes(':'))) return undefined
  const found = ground.facts.targets(isMake ? 'make' : 'just', folder)
  if (!found)
    return needManifest(
      isMake ? 'Makefile' : 'justfile',
      `${isMake ? 'make' : 'just'} ${reference.target}`,
      folder,
      ground,
      made
    )
  const file = folder === '' ? reference.target : `${folder}/${reference.target}`
  // For make, a file of that name is a target as well.
  if (found.names.has(reference.target) || !found.complete || (isMake && (ground.isFileNow(file) || made.has(file))))
    return undefined
  return unknown('target', isMake ? 'make target' : 'just recipe', reference.target, found, ground, plan)
}

/** A manifest elsewhere may be meant: prose often says in which folder to run a command. */
function needManifest(file: string, name: string, folder: string, ground: Ground, made: Made): Need | undefined {
  const path = folder === '' ? file : `${folder}/${file}`
  if (made.has(path) || ground.mayExistNow(file) || ground.mayExistNow(file.toLowerCase())) return undefined
  return {
    message: 'manifest',
    data: { name, file: path, what: 'manifest' },
    help: `Let a step create ${path}, or name the folder that the command runs in`,
    severity: 'warning'
  }
}

/** A plan that changes the manifest may well add what it runs; if it says so, all is said. */
function unknown(
  message: 'script' | 'target',
  what: string,
  name: string,
  targets: Targets,
  ground: Ground,
  plan: Plan
): Need | undefined {
  const isChanged = ground.claims
    .find(targets.file)
    .some(claim => claim.mark !== 'existing' && claim.mark !== 'deleted')
  if (isAnnounced(name, plan) || (isChanged && saysScripts(targets.file, plan))) return undefined
  const help = `Add it to ${targets.file} in a step${didYouMean(name, [...targets.names])}`
  return {
    message,
    data: { name, file: targets.file, what },
    help,
    ...(isChanged ? { severity: 'warning' as const } : {})
  }
}

const making =
  /\b(?:add|adds|added|adding|create|creates|define|defines|introduce|introduces|new|rename|renames|register|wire|expose|scripts?|targets?|recipes?)\b/i

/** Is a script of that name spoken of as new? A plain word such as "test" must stand out as a name. */
function isAnnounced(name: string, plan: Plan): boolean {
  const quoted = [`\`${name}\``, `"${name}"`, `'${name}'`]
  const isTelling = /[:_-]/.test(name)
  return proseOf(plan)
    .linesWith(name)
    .some(
      line =>
        (isTelling || quoted.some(form => line.includes(form))) &&
        (making.test(line) || line.includes(`"${name}":`) || line.includes(`${name}:`))
    )
}

function saysScripts(file: string, plan: Plan): boolean {
  const words = file.endsWith('package.json')
    ? ['script', 'scripts', 'Scripts']
    : ['target', 'targets', 'recipe', 'recipes', 'Targets']
  return words.some(word => proseOf(plan).has(word))
}
