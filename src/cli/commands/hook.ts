/** `planlint hook <client>`: judges the plans that a coding agent has just written, and answers so that the agent sees the findings. */
import path from 'node:path'
import { isReadNote } from '../../sets/plan-set.ts'
import { isUntemplatedNote } from '../../detect/untemplated.ts'
import { clean } from '../../report/text/clean.ts'
import { plural } from '../../report/text/words.ts'
import type { FileState } from '../../types.ts'
import { didYouMean } from '../../util/suggest.ts'
import { commonOptions, configOptions } from '../args/shared-options.ts'
import type { Call, Command } from '../call.ts'
import { isMarkdown, isUsualPlace } from '../../detect/places.ts'
import { UsageError } from '../io.ts'
import { hookClients, type ToolEvent } from '../hook/clients.ts'
import { runInside } from '../run-inside.ts'
import type { ExitCode, Io } from '../io.ts'

const clients = Object.keys(hookClients)
/** An event carries the whole text that was written; more than this is no event. Bytes. */
const maxEvent = 16 * 1024 * 1024
/** An agent fixes these first, and is told of the next ones then. */
const mostFindings = 30

interface Found {
  rule: string
  severity: string
  message: string
  help: string | null
  line: number
  column: number
}

/** What of the JSON report matters here. */
interface LintedFile {
  path: string
  state: FileState
  reason: string | null
  profile: string | null
  notes: string[]
  findings: Found[]
}

export const hook: Command = {
  usage: 'planlint hook <client>',
  description: `Judge the plan that a coding agent has just written: ${clients.join(', ')}`,
  minWords: 1,
  maxWords: 1,
  options: [...configOptions, ...commonOptions],
  run
}

async function run(call: Call): Promise<ExitCode> {
  const [name = ''] = call.parsed.words
  const client = Object.hasOwn(hookClients, name) ? hookClients[name] : undefined
  if (!client)
    throw new UsageError(`Unknown client "${name}"${didYouMean(name, clients)}; known: ${clients.join(', ')}`)
  const event = await readEvent(call.io.stdin)
  const folder = client.folder(event)
  const cwd = typeof folder === 'string' && path.isAbsolute(folder) ? folder : call.io.cwd
  // Other tools, and files that are no documents.
  const files = [...new Set(client.files(event))].filter(isMarkdown)
  const reports: { text: string; isWrong: boolean }[] = []
  for (const file of files) {
    const report = await lintPlan(path.relative(cwd, path.resolve(cwd, file)).replaceAll('\\', '/'), cwd, call)
    if (report === 'failed') return 2
    if (report) reports.push(report)
  }
  if (reports.length === 0) return 0
  const text = reports.map(report => report.text).join('\n')
  const isWrong = reports.some(report => report.isWrong)
  call.io.stdout.write(`${JSON.stringify(client.answer(text, isWrong, event))}\n`)
  return 0
}

/** @returns undefined where nothing is to be said of the file */
async function lintPlan(
  name: string,
  cwd: string,
  call: Call
): Promise<{ text: string; isWrong: boolean } | 'failed' | undefined> {
  const { code, linted, beside, said } = await lint(name, cwd, call)
  if (code === 2) {
    call.io.stderr.write(`planlint could not judge ${clean(name)}: ${said.trimEnd()}\n`)
    return 'failed'
  }
  if (!linted || linted.state === 'excluded') return undefined
  const isNoted = linted.state === 'judged' && linted.notes.some(note => !isReadNote(note) && !isUntemplatedNote(note))
  const isSaid = linted.findings.length > 0 || isNoted
  // What does not look like a plan, and lies where none is expected, is nobody's business.
  const isOwn = isSaid || (linted.state !== 'judged' && isUsualPlace(name))
  const told = [...(isOwn ? [linted] : []), ...beside]
  if (told.length === 0) return undefined
  return {
    text: told.map(each => summary(each.path, each)).join('\n'),
    isWrong: told.some(({ findings }) => findings.some(isError))
  }
}

async function readEvent(stdin: Io['stdin']): Promise<ToolEvent> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stdin) {
    size += chunk.length
    if (size > maxEvent) throw new UsageError('The event on standard input is too large')
    chunks.push(Buffer.from(chunk))
  }
  try {
    const event: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    if (typeof event === 'object' && event !== null) return event as ToolEvent
  } catch {
    /* It is said below. */
  }
  throw new UsageError(
    'Expected a tool event as JSON on standard input: the agent calls this command, see docs/agents.md'
  )
}

interface Linted {
  code: ExitCode
  linted: LintedFile | undefined
  /** Other files of its set, where what was written is told of in them: a criterion that tasks name, and is gone. */
  beside: LintedFile[]
  said: string
}

/** Lints as the command line does. */
async function lint(name: string, cwd: string, call: Call): Promise<Linted> {
  const argv = ['--format', 'json', '--no-error-on-unmatched-pattern', '--', name]
  const { code, out, said } = await runInside(call.commands.main, argv, { values: call.parsed.values, cwd }, call)
  const { files } = JSON.parse(out) as { files: LintedFile[] }
  const beside = files.filter(({ path: other, findings }) => other !== name && findings.length > 0)
  return { code, linted: files.find(file => file.path === name), beside, said }
}

function summary(name: string, { state, reason, profile, notes, findings }: LintedFile): string {
  if (state === 'not-judged' && findings.length === 0)
    return clean(`planlint did not judge ${name}: ${reason ?? 'no reason given'}`)
  const errors = findings.filter(isError)
  const shown = [...errors, ...findings.filter(finding => !isError(finding))].slice(0, mostFindings)
  const lines = shown.map(
    ({ line, column, severity, message, rule, help }) =>
      `${name}:${line}:${column} ${severity}: ${message} [${rule}]${help === null ? '' : ` -> ${help}`}`
  )
  const rest = findings.length - shown.length
  const found = `${plural(errors.length, 'error')} and ${plural(findings.length - errors.length, 'warning')}`
  return [
    state === 'judged'
      ? `planlint found ${found} in ${name} (${profile ?? 'no profile'}):`
      : `planlint did not judge ${name}: ${reason ?? 'no reason given'}; ${found}:`,
    ...lines,
    ...(rest > 0 ? [`and ${rest} more: npx planlint --format agent ${name}`] : []),
    ...notes.map(note => `note: ${note}`)
  ]
    .map(line => clean(line))
    .join('\n')
}

function isError({ severity }: Found): boolean {
  return severity === 'error'
}
