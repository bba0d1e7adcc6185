/** The staged plans are judged before each commit, by the tool that the repository has for that; by git's own hook where it has none. */
import fs from 'node:fs'
import path from 'node:path'
import { setInJson } from '../edit/json.ts'
import { withLines } from '../edit/lines.ts'
import { addToYaml, readYaml } from '../edit/yaml.ts'
import type { SetupPart, Proposal } from '../part.ts'
import { gitHook, lefthookCommand, lintStaged, preCommitItem, stagedCommand } from '../recipes.ts'
import { optionsOf } from '../remarkrc.ts'
import type { Scene } from '../scene.ts'

const lefthookFiles = ['lefthook', '.lefthook', '.config/lefthook'].flatMap(name =>
  ['yml', 'yaml', 'json', 'jsonc', 'toml'].map(extension => `${name}.${extension}`)
)
/** In git's configuration. */
const hooksElsewhere = /^\s*hookspath\s*=/i
const lintStagedFiles = ['.lintstagedrc', '.lintstagedrc.json', '.lintstagedrc.yaml', '.lintstagedrc.yml']
const lintStagedCode = ['.lintstagedrc', 'lint-staged.config'].flatMap(name =>
  ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map(extension => `${name}.${extension}`)
)

/** The tools, the first that is there is taken. */
const tools: readonly ((scene: Scene) => Proposal | undefined)[] = [
  preCommit,
  lefthook,
  husky,
  lintStagedAlone,
  gitAlone
]

export const hookPart: SetupPart = {
  name: 'hook',
  propose(scene) {
    for (const tool of tools) {
      const proposal = tool(scene)
      if (proposal) return proposal
    }
    return { kind: 'none', says: 'no git repository here: git init begins one' }
  }
}

function preCommit(scene: Scene): Proposal | undefined {
  const file = scene.first('.pre-commit-config.yaml', '.pre-commit-config.yml')
  if (file === undefined) return undefined
  const text = scene.read(file) ?? ''
  if (/planlint/.test(text)) return { kind: 'ready', says: `${file} has planlint` }
  const item = preCommitItem(configuredPlaces(scene))
  return changeOr(addToYaml(text, ['repos'], undefined, item), {
    path: file,
    says: 'pre-commit judges the plans of each commit',
    lines: item,
    commands: ['pre-commit install']
  })
}

/** Where the configuration gives a profile to what lies there: nobody else's hook knows these places. */
function configuredPlaces(scene: Scene): string[] {
  const overrides = optionsOf(scene)?.['overrides'] as { files?: unknown; profile?: unknown }[] | undefined
  return (Array.isArray(overrides) ? overrides : [])
    .filter(({ profile }) => typeof profile === 'string')
    .flatMap(({ files }) => [files].flat())
    .filter(glob => typeof glob === 'string' && !glob.includes("'"))
    .map(String)
}

function lefthook(scene: Scene): Proposal | undefined {
  const file = scene.first(...lefthookFiles)
  if (file === undefined) return undefined
  const text = scene.read(file) ?? ''
  if (/planlint/.test(text)) return { kind: 'ready', says: `${file} has planlint` }
  const command = lefthookCommand(scene.manager)
  const data = /\.ya?ml$/.test(file) ? (readYaml(text) as { 'pre-commit'?: { jobs?: unknown } } | undefined) : undefined
  const edited = !/\.ya?ml$/.test(file)
    ? undefined
    : Array.isArray(data?.['pre-commit']?.jobs)
      ? addToYaml(text, ['pre-commit', 'jobs'], undefined, `name: planlint\n${command}`)
      : addToYaml(text, ['pre-commit', 'commands'], 'planlint', command)
  return changeOr(edited, {
    path: file,
    says: 'lefthook judges the plans of each commit',
    lines: `pre-commit.commands.planlint:\n${command}`,
    commands: [`${scene.manager === undefined ? '' : `${runnerOf(scene)} `}lefthook install`]
  })
}

function husky(scene: Scene): Proposal | undefined {
  if (!scene.has('.husky')) return undefined
  const file = '.husky/pre-commit'
  const text = scene.read(file) ?? ''
  if (/planlint/.test(text)) return { kind: 'ready', says: `${file} calls planlint` }
  const line = `${stagedCommand(scene.manager)}\n`
  // Behind a command that ends the script nothing is reached.
  const isOpen = !text.split('\n').some(each => /^\s*(?:exec|exit|return)\b/.test(each))
  const proposal = changeOr(isOpen ? withLines(text, line) : undefined, {
    path: file,
    says: 'husky judges the plans of each commit',
    lines: line
  })
  // Husky begins its hooks itself; an older one runs none that is no program.
  return text === '' && proposal.kind === 'change'
    ? { ...proposal, changes: proposal.changes.map(change => ({ ...change, isExecutable: true as const })) }
    : proposal
}

function lintStagedAlone(scene: Scene): Proposal | undefined {
  const code = scene.first(...lintStagedCode)
  const inManifest = scene.manifest?.['lint-staged'] !== undefined
  const file = inManifest ? 'package.json' : (scene.first(...lintStagedFiles) ?? code)
  if (file === undefined) return undefined
  const text = scene.read(file) ?? ''
  const isThere = inManifest ? /planlint/.test(JSON.stringify(scene.manifest!['lint-staged'])) : /planlint/.test(text)
  if (isThere) return { kind: 'ready', says: `lint-staged calls planlint` }
  const does = 'lint-staged judges the plans of each commit, and mends what can be mended safely'
  return changeOr(withLintStaged(file, text), {
    path: file,
    says: isLintStagedCalled(scene) ? does : `${does}, once a hook runs it, which none here does: npx lint-staged`,
    lines: `${JSON.stringify(lintStaged.glob)}: ${JSON.stringify(lintStaged.command)}`
  })
}

/** Where managers of hooks have what they run, besides files of their own. */
const hookKeys = ['simple-git-hooks', 'gitHooks', 'husky', 'pre-commit']

/** Without a manager that is known, git's own hook may run it, or one that lies elsewhere. */
function isLintStagedCalled({ git, manifest }: Scene): boolean {
  if (git === undefined || hookKeys.some(key => manifest?.[key] !== undefined)) return true
  const isElsewhere = linesOf(path.join(git, 'config')).some(line => hooksElsewhere.test(line))
  return isElsewhere || linesOf(path.join(git, 'hooks/pre-commit')).some(line => line.includes('lint-staged'))
}

function withLintStaged(file: string, text: string): string | undefined {
  const { glob, command } = lintStaged
  if (/\.ya?ml$/.test(file)) return addToYaml(text, [], JSON.stringify(glob), `${command}\n`)
  if (lintStagedCode.includes(file)) return undefined
  try {
    return setInJson(text, [...(file === 'package.json' ? ['lint-staged'] : []), glob], command)
  } catch {
    return undefined
  }
}

function gitAlone(scene: Scene): Proposal | undefined {
  const { git, top } = scene
  if (git === undefined) return undefined
  const lines = gitHook(scene.manager)
  const says =
    'git judges the plans of each commit; hooks are not committed: everybody else runs planlint setup --only hook'
  const config = path.join(git, 'config')
  const isElsewhere = linesOf(config).some(line => hooksElsewhere.test(line))
  const file = path.relative(top, path.join(git, 'hooks/pre-commit')).replaceAll('\\', '/')
  if (isElsewhere || file.startsWith('../'))
    return {
      kind: 'by-hand',
      says: "git's hooks are kept elsewhere (core.hooksPath, a linked work tree): in pre-commit",
      lines
    }
  const text = scene.read(file)
  if (text === undefined)
    return { kind: 'change', says, changes: [{ path: file, text: lines, isExecutable: true, isLocal: true }] }
  if (/planlint/.test(text)) return { kind: 'ready', says: `${file} calls planlint` }
  return {
    kind: 'by-hand',
    says: `${file} is there already: before it ends, it has to call`,
    lines: `${stagedCommand(scene.manager)}\n`
  }
}

function runnerOf({ manager }: Scene): string {
  return stagedCommand(manager).replace(/ planlint .*/, '')
}

interface HookEdit {
  path: string
  says: string
  /** What to write where the file can't be edited. */
  lines: string
  commands?: string[]
}

function changeOr(text: string | undefined, { path: file, says, lines, commands }: HookEdit): Proposal {
  if (text === undefined) return { kind: 'by-hand', says: `${says}: ${file} can't be edited safely; it needs`, lines }
  return { kind: 'change', says, changes: [{ path: file, text }], ...(commands ? { commands } : {}) }
}

function linesOf(file: string): string[] {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : []
}
