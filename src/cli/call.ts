import type { OptionSpec, ValueSource } from './args/option.ts'
import type { ParsedArgs } from './args/parse.ts'
import type { ExitCode, Io } from './io.ts'
import type { Services } from './runtime/services.ts'

/** What a command is given. */
export interface Call {
  parsed: ParsedArgs
  /** The arguments as they came, after the command's name. */
  argv: readonly string[]
  io: Io
  services: Services
  commands: Commands
}

/** What there is to call: `main` without a command's name, the others by theirs. */
export interface Commands {
  main: () => Promise<Command>
  named: Readonly<Record<string, () => Promise<Command>>>
}

type RunCommand = (call: Call) => Promise<ExitCode>

/** A command: all that is to be known of it stands in its one file, `commands.ts` names it. */
export interface Command {
  /** Its words, for help: `explain <rule>`. */
  usage: string
  description: string
  options: readonly OptionSpec[]
  /** Calls that people make, each with what it does. */
  examples?: readonly (readonly [call: string, does: string])[]
  /** Most words it takes; unlimited unless given. */
  maxWords?: number
  minWords?: number
  /** What its words are, for completion. */
  words?: ValueSource | 'shell'
  run: RunCommand
}
