import { readCrate } from './crates.ts'
import { readGoModule } from './go-modules.ts'
import type { Crate, GoModule, Package, RepoFacts, Runner, Targets } from '../facts.ts'
import { folderOf, joinPaths, normalisePath } from '../paths.ts'
import { gradleProjects, justRecipes, makeTargets, pythonProject, taskNames, tomlKeys } from './targets.ts'

/** What a manifest declares. */
type Declared = Omit<Targets, 'file'>

interface Manifest {
  /** In the order in which the runner prefers them. */
  files: string[]
  /** Whether the runner looks in the folders above. */
  climbs: boolean
  parse(text: string): Declared
}

const manifestsOf: Record<Exclude<Runner, 'cargo' | 'uv'>, Manifest> = {
  npm: { files: ['package.json'], climbs: true, parse: text => jsonKeys(text, 'scripts') },
  deno: { files: ['deno.json', 'deno.jsonc'], climbs: true, parse: text => jsonKeys(text, 'tasks') },
  make: { files: ['GNUmakefile', 'makefile', 'Makefile'], climbs: false, parse: makeTargets },
  just: { files: ['justfile', 'Justfile', '.justfile'], climbs: true, parse: justRecipes },
  task: {
    files: [
      'Taskfile.yml',
      'taskfile.yml',
      'Taskfile.yaml',
      'taskfile.yaml',
      'Taskfile.dist.yml',
      'Taskfile.dist.yaml'
    ],
    climbs: true,
    parse: taskNames
  },
  gradle: { files: ['settings.gradle', 'settings.gradle.kts'], climbs: true, parse: gradleProjects },
  // Many tools read their scripts from here, each from its own table, so a miss means nothing.
  python: {
    files: ['pyproject.toml'],
    climbs: true,
    parse: text => ({ names: tomlKeys(text, /scripts|tasks/), complete: false })
  }
}

/** Reading more manifests than this makes a run slow, and says little. */
const packageLimit = 1000

/**
 * The part of the facts that reads manifests of the work tree.
 *
 * @param read Gives a file's text.
 * @param allNamed All files of the repository of a name.
 */
export function manifests(
  read: (path: string) => string | undefined,
  allNamed: (name: string) => string[]
): Pick<RepoFacts, 'targets' | 'packages' | 'crates' | 'modules'> {
  const known = new Map<string, Targets | undefined>()
  let packages: Package[] | undefined
  let allCrates: Crate[] | undefined
  let allModules: GoModule[] | undefined
  const named = (file: string) => allNamed(file).slice(0, packageLimit)

  const crates = (): readonly Crate[] =>
    (allCrates ??= named('Cargo.toml').flatMap(path => readCrate(read(path) ?? '', folderOf(path)) ?? []))

  const cargo = (cwd: string): Targets | undefined => {
    const file = nearest(cwd, ['Cargo.toml'], true, read)
    if (!file) return undefined
    const names = crates().map(({ name }) => name)
    return { file: file.path, names: new Set(names), complete: names.length < packageLimit }
  }

  /** The packages that a workspace of uv may have: those of all `pyproject.toml`, called as Python calls them. */
  const uv = (): Targets | undefined => {
    const texts = named('pyproject.toml').map(path => read(path) ?? '')
    const names = texts.flatMap(text => pythonProject(text) ?? [])
    if (names.length === 0) return undefined
    return { file: 'pyproject.toml', names: new Set(names), complete: texts.length < packageLimit }
  }

  const targets = (runner: Runner, cwd: string): Targets | undefined => {
    if (runner === 'cargo') return cargo(cwd)
    if (runner === 'uv') return uv()
    const manifest = manifestsOf[runner]
    const found = nearest(cwd, manifest.files, manifest.climbs, read)
    return found && { file: found.path, ...manifest.parse(found.text) }
  }

  return {
    targets(runner, cwd) {
      const folder = normalisePath(cwd)
      if (folder === undefined) return undefined
      const key = `${runner}:${folder}`
      if (!known.has(key)) known.set(key, targets(runner, folder))
      return known.get(key)
    },
    packages() {
      packages ??= named('package.json').flatMap(path => {
        const name = field(parseJson(read(path) ?? ''), 'name')
        return typeof name === 'string' ? [{ name, dir: folderOf(path) }] : []
      })
      return packages
    },
    crates,
    modules: () => (allModules ??= named('go.mod').flatMap(path => readGoModule(read(path) ?? '', path) ?? []))
  }
}

function nearest(
  cwd: string,
  files: string[],
  climbs: boolean,
  read: (path: string) => string | undefined
): { path: string; text: string } | undefined {
  for (let folder = cwd; ; folder = folderOf(folder)) {
    for (const file of files) {
      const path = joinPaths(folder, file)
      const text = read(path)
      if (text !== undefined) return { path, text }
    }
    if (folder === '' || !climbs) return undefined
  }
}

function jsonKeys(text: string, key: string): Declared {
  const json = parseJson(text)
  const table = field(json, key)
  return { names: new Set(isRecord(table) ? Object.keys(table) : []), complete: isRecord(json) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function field(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
}
