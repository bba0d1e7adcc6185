/** `planlint setup`: the gate on changes, the hook before commits and the editor, for the repository as it is. */
import path from 'node:path'
import { cleanPath } from '../../report/text/clean.ts'
import { didYouMean } from '../../util/suggest.ts'
import type { OptionSpec } from '../args/option.ts'
import { commonOptions } from '../args/shared-options.ts'
import type { Call, Command } from '../call.ts'
import { UsageError } from '../io.ts'
import type { ExitCode } from '../io.ts'
import { questions } from '../setup/ask.ts'
import { whatIsThere } from '../setup/found.ts'
import type { SetupPart, Proposal } from '../setup/part.ts'
import { agentPart } from '../setup/parts/agent.ts'
import { baselinePart } from '../setup/parts/baseline.ts'
import { ciPart } from '../setup/parts/ci.ts'
import { configurationPart } from '../setup/parts/configuration.ts'
import { editorPart } from '../setup/parts/editor.ts'
import { hookPart } from '../setup/parts/hook.ts'
import { packagePart } from '../setup/parts/package.ts'
import { baselineOf, configTroubles, findPlans } from '../setup/plans.ts'
import { createScene } from '../setup/scene.ts'
import type { FileToWrite, Scene } from '../setup/scene.ts'
import { writeChange } from '../setup/write.ts'
import { unifiedDiff } from '../stages/unified-diff.ts'

const names = ['package', 'configuration', 'baseline', 'hook', 'ci', 'editor', 'agent']

const options: readonly OptionSpec[] = [
  {
    name: 'yes',
    alias: 'y',
    kind: 'boolean',
    group: 'Other',
    description: 'Write all that is proposed, without questions'
  },
  {
    name: 'dry-run',
    kind: 'boolean',
    group: 'Other',
    description: 'Show as a diff what would be written, and write nothing'
  },
  {
    name: 'only',
    kind: 'string',
    value: 'PARTS',
    group: 'Other',
    description: `Only these parts, with commas between: ${names.join(', ')}`
  },
  { name: 'skip', kind: 'string', value: 'PARTS', group: 'Other', description: 'All parts but these' },
  ...commonOptions
]

export const setup: Command = {
  usage: 'planlint setup',
  description: 'Set up the hook, the gate on changes and the editor for this repository',
  examples: [
    ['planlint setup', 'ask part by part'],
    ['planlint setup --dry-run', 'show what would be written'],
    ['planlint setup --yes --only hook', 'write the hook, ask nothing']
  ],
  maxWords: 0,
  options,
  run
}

/** How what is proposed is agreed to. */
type Mode = 'ask' | 'yes' | 'show' | 'tell'

async function run(call: Call): Promise<ExitCode> {
  const { io } = call
  const scene = createScene(io.cwd, ({ top }) => findPlans(top, call))
  const parts = wanted(call, scene)
  const mode = modeOf(call)
  const where = path.relative(io.cwd, scene.top).replaceAll('\\', '/')
  io.stdout.write(`Found${where === '' ? '' : ` in ${cleanPath(where)}`}:\n${await whatIsThere(scene)}\n`)
  const { commands, isOpen } = await agree(parts, scene, mode, call)
  const changes = [...scene.accepted.values()]
  if (changes.length === 0) {
    io.stdout.write(`\n${isOpen ? 'Nothing was written.' : 'Nothing to write: all is set up.'}\n`)
    return isOpen && mode === 'tell' ? 2 : 0
  }
  if (mode === 'show') return 0
  if (mode === 'tell') {
    io.stdout.write(
      '\nNothing was written: "planlint setup --yes" writes it, --dry-run shows it, --only and --skip choose parts.\n'
    )
    return 2
  }
  for (const change of changes) await writeChange(change, scene.top)
  io.stdout.write(`\n${nextSteps(changes, commands, scene)}`)
  return 0
}

function modeOf({ parsed, io }: Call): Mode {
  if (parsed.values.get('dry-run') === true) return 'show'
  if (parsed.values.get('yes') === true) return 'yes'
  return io.isTTY && io.isInputTTY === true ? 'ask' : 'tell'
}

function wanted(call: Call, scene: Scene): SetupPart[] {
  const listOf = (name: string): string[] | undefined => {
    const list = (call.parsed.values.get(name) as string | undefined)?.split(',').map(each => each.trim())
    const unknown = list?.find(each => !names.includes(each))
    if (unknown !== undefined)
      throw new UsageError(
        `Unknown part "${unknown}" after --${name}${didYouMean(unknown, names)}; known: ${names.join(', ')}`
      )
    return list
  }
  const [only, skip] = [listOf('only'), listOf('skip')]
  let found: Promise<string[]> | undefined
  const troubles = (): Promise<string[]> => (found ??= configTroubles(scene.top, call))
  const baseline = baselinePart(async withOverrides => {
    const { overrides } = await scene.plans()
    return baselineOf(scene.top, withOverrides ? overrides : [], call)
  }, troubles)
  return [packagePart, configurationPart(troubles), baseline, hookPart, ciPart, editorPart, agentPart].filter(
    ({ name }) => (only?.includes(name) ?? true) && !skip?.includes(name)
  )
}

/** What is to be run afterwards, and whether something was proposed and not agreed to. */
interface Agreed {
  commands: string[]
  isOpen: boolean
}

async function agree(parts: readonly SetupPart[], scene: Scene, mode: Mode, { io }: Call): Promise<Agreed> {
  const commands = new Set<string>()
  const asking = mode === 'ask' ? questions(io) : undefined
  let isForAll = mode !== 'ask'
  let isOpen = false
  try {
    for (const part of parts) {
      const proposal = await part.propose(scene)
      io.stdout.write(told(part.name, proposal, scene))
      isOpen ||= proposal.kind === 'by-hand'
      if (proposal.kind !== 'change') continue
      const diff = diffOf(proposal.changes, scene)
      if (mode === 'show') io.stdout.write(diff)
      const answer = isForAll ? 'yes' : await asking!.ask('  Write it?', diff)
      isForAll ||= answer === 'all'
      isOpen ||= answer === 'no' || answer === 'quit'
      if (answer === 'quit') {
        scene.accepted.clear()
        break
      }
      if (answer === 'no') continue
      for (const change of proposal.changes) scene.accepted.set(change.path, change)
      for (const command of proposal.commands ?? []) commands.add(command)
    }
  } finally {
    await asking?.end()
  }
  return { commands: [...commands], isOpen }
}

function told(name: string, proposal: Proposal, scene: Scene): string {
  const { kind, says } = proposal
  const head = `${{ change: '+', ready: '=', none: '-', 'by-hand': '!' }[kind]} ${name.padEnd(14)}`
  if (kind === 'change') {
    const files = proposal.changes.map(
      ({ path: file }) => `${cleanPath(file)} (${scene.has(file) ? 'added to' : 'new'})`
    )
    return `${head}${files.join(', ')}\n                ${says}\n`
  }
  if (kind === 'by-hand')
    return `${head}by hand: ${says}\n${proposal.lines.trimEnd().replace(/^/gm, '                    ')}\n`
  return `${head}${kind === 'ready' ? 'set up: ' : ''}${says}\n`
}

function diffOf(changes: readonly FileToWrite[], scene: Scene): string {
  return changes.map(({ path: file, text }) => unifiedDiff(scene.read(file) ?? '', text, file)).join('')
}

function nextSteps(changes: readonly FileToWrite[], commands: readonly string[], scene: Scene): string {
  const kept = changes.filter(change => !change.isLocal).map(change => change.path)
  // What the package manager writes belongs to the same commit.
  const lock = commands.includes(`${scene.manager} install`) ? scene.lock : undefined
  const files = lock === undefined ? kept : [...kept, lock]
  const all = [
    ...commands,
    ...(scene.git !== undefined && files.length > 0
      ? [`git add ${files.map(shellWord).join(' ')}`, "git commit -m 'Judge plans with planlint'"]
      : [])
  ]
  return `Wrote ${changes.map(change => cleanPath(change.path)).join(', ')}.\n${
    all.length > 0 ? `Then:\n${all.map(command => `  ${command}\n`).join('')}` : ''
  }`
}

function shellWord(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word}'`
}
