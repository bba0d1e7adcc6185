/** A command called by another one: arguments go in as from a terminal, what it writes comes back as text. */
import { parse, type ParsedArgs } from './args/parse.ts'
import type { Call, Command } from './call.ts'
import type { ExitCode, Io } from './io.ts'

export interface CommandResult {
  code: ExitCode
  out: string
  /** What it said of itself, on standard error. */
  said: string
}

interface Inside {
  /** Options that are handed on. */
  values?: ParsedArgs['values']
  /** An absolute path; the caller's own unless given. */
  cwd?: string
  /** The text of `-`. */
  stdin?: string
}

/**
 * @param argv the options, and the words behind `--`
 * @param call of the command that calls
 * @throws {UsageError} as the command does
 */
export async function runInside(
  load: () => Promise<Command>,
  argv: readonly string[],
  { values = new Map(), cwd, stdin }: Inside,
  { io, services, commands }: Call
): Promise<CommandResult> {
  let out = ''
  let said = ''
  const silent: Io = {
    ...io,
    stdin: textOf(stdin),
    cwd: cwd ?? io.cwd,
    stdout: { write: text => (out += text) },
    stderr: { write: text => (said += text) },
    isTTY: false,
    isErrorTTY: false
  }
  const { run, options } = await load()
  const own = parse(argv, options)
  const parsed = { words: own.words, values: new Map([...values, ...own.values]) }
  const code = await run({ parsed, argv, io: silent, services, commands })
  return { code, out, said }
}

async function* textOf(text: string | undefined): AsyncGenerator<string> {
  if (text !== undefined) yield text
}
