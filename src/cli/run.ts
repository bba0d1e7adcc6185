/** The command line: arguments in, exit code out. Never exits the process, never throws. */
import { clean } from '../report/text/clean.ts'
import { pleaseReport } from '../lint/rule.ts'
import { UsageError } from './io.ts'
import type { ExitCode, Io } from './io.ts'
import type { Command } from './call.ts'
import type { ParsedArgs } from './args/parse.ts'
import type { Services } from './runtime/services.ts'

/**
 * @param argv the arguments, without the program
 * @param io the world
 * @param services the parts put to work; planlint's own unless given
 */
export async function run(argv: readonly string[], io: Io, services?: Services): Promise<ExitCode> {
  try {
    if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) return await sayVersion(io)
    return await dispatch(argv, io, services)
  } catch (error) {
    if (error instanceof UsageError)
      for (const line of [error.message, ...error.more]) io.stderr.write(`planlint: ${clean(line)}\n`)
    else io.stderr.write(`planlint: internal error, ${pleaseReport}: ${clean(String(error))}\n${stackOf(error)}`)
    return 2
  }
}

async function dispatch(argv: readonly string[], io: Io, services: Services | undefined): Promise<ExitCode> {
  const [{ scan }, { commands, lintCommand }, { lintOptions }] = await Promise.all([
    import('./args/scan.ts'),
    import('./commands.ts'),
    import('./args/lint-options.ts')
  ])
  const first = scan(argv, lintOptions).find(token => token.option === undefined)
  const name = first?.value !== undefined && Object.hasOwn(commands, first.value) ? first.value : undefined
  const command = await (name === undefined ? lintCommand : commands[name]!)()
  const rest = name === undefined ? argv : argv.filter((_, index) => index !== first!.index)
  if (rest.includes('--help') || rest.includes('-h')) return sayHelp(command, name === undefined, io, services)
  const parsed = await parseArguments(rest, command)
  if (parsed.values.get('version') === true) return sayVersion(io)
  checkWords(parsed.words, command)
  return command.run({
    parsed,
    argv: rest,
    io,
    services: services ?? (await ownServices()),
    commands: { main: lintCommand, named: commands }
  })
}

/** The parser is not asked about words alone. */
async function parseArguments(argv: readonly string[], command: Command): Promise<ParsedArgs> {
  if (!argv.some(word => word.startsWith('-') && word !== '-')) return { words: [...argv], values: new Map() }
  return (await import('./args/parse.ts')).parse(argv, command.options)
}

const listOf: Record<string, string> = {
  rule: '; planlint rules lists them',
  profile: '; planlint profiles lists them'
}

function checkWords(words: readonly string[], command: Command): void {
  if (words.length < (command.minWords ?? 0))
    throw new UsageError(`Missing argument: ${command.usage}${listOf[command.words ?? ''] ?? ''}`)
  const extra = words[command.maxWords ?? Infinity]
  if (extra !== undefined) throw new UsageError(`Unexpected argument "${extra}": ${command.usage}`)
}

async function sayVersion(io: Io): Promise<ExitCode> {
  const { version } = await import('./version.ts')
  io.stdout.write(version + '\n')
  return 0
}

async function sayHelp(command: Command, isMain: boolean, io: Io, services: Services | undefined): Promise<ExitCode> {
  const { helpOfCommand } = await import('./args/help.ts')
  io.stdout.write(await helpOfCommand(command, isMain, io, services ?? (await ownServices())))
  return 0
}

async function ownServices(): Promise<Services> {
  return (await import('./runtime/own-services.ts')).ownServices
}

function stackOf(error: unknown): string {
  return error instanceof Error && error.stack ? clean(error.stack.split('\n').slice(1, 6).join(' ')) + '\n' : ''
}
