/**
 * `planlint hook <client>`: judges the plan that a coding agent has just written, and answers so that the agent sees the findings.
 *
 * Claude Code's PostToolUse event (JSON on standard input) and its answer (JSON on standard output) are described in its hooks reference: a `reason` beside
 * `decision: "block"` is shown to the agent as something to mend, `hookSpecificOutput.additionalContext` as something to know.
 */
import path from 'node:path'
import { isReadNote } from '../../sets/plan-set.ts'
import { clean } from '../../report/text/clean.ts'
import { plural } from '../../report/text/words.ts'
import type { FileState } from '../../types.ts'
import { didYouMean } from '../../util/suggest.ts'
import { commonOptions, configOptions } from '../args/shared-options.ts'
import type { Call, Command } from '../call.ts'
import { isMarkdown, isUsualPlace } from '../../detect/places.ts'
import { UsageError } from '../io.ts'
import type { ExitCode, Io } from '../io.ts'

const clients = ['claude-code']
/** An event carries the whole text that was written; more than this is no event. Bytes. */
const maxEvent = 16 * 1024 * 1024
/** An agent mends these first, and is told of the next ones then. */
const mostFindings = 30

/** What of an event matters here. */
interface ToolEvent {
  cwd?: unknown
  hook_event_name?: unknown
  tool_input?: { file_path?: unknown } | null
}

interface Found {
  rule: string
  severity: string
  message: string
  help: string | null
  line: number
  column: number
}

/** What of the JSON report matters here. */
interface Judged {
  path: string
  state: FileState
  reason: string | null
  profile: string | null
  notes: string[]
  findings: Found[]
}

export const hook: Command = {
  usage: 'planlint hook <client>',
  description: 'Judge the plan that a coding agent has just written: claude-code',
  minWords: 1,
  maxWords: 1,
  options: [...configOptions, ...commonOptions],
  run
}

async function run(call: Call): Promise<ExitCode> {
  const [client = ''] = call.parsed.words
  if (!clients.includes(client))
    throw new UsageError(`Unknown client "${client}"${didYouMean(client, clients)}; known: ${clients.join(', ')}`)
  const event = await readEvent(call.io.stdin)
  const file = event.tool_input?.file_path
  // Other tools, and files that are no documents.
  if (typeof file !== 'string' || !isMarkdown(file)) return 0
  const cwd = typeof event.cwd === 'string' && path.isAbsolute(event.cwd) ? event.cwd : call.io.cwd
  const name = path.relative(cwd, path.resolve(cwd, file)).replaceAll('\\', '/')
  const { code, judged, said } = await lint(name, cwd, call)
  if (code === 2) {
    call.io.stderr.write(`planlint could not judge ${clean(name)}: ${said.trimEnd()}\n`)
    return 2
  }
  if (!judged || judged.state === 'excluded') return 0
  const isNoted = judged.state === 'judged' && judged.notes.some(note => !isReadNote(note))
  const isSaid = judged.findings.length > 0 || isNoted
  // What does not look like a plan, and lies where none is expected, is nobody's business.
  if (!isSaid && (judged.state === 'judged' || !isUsualPlace(name))) return 0
  call.io.stdout.write(`${JSON.stringify(answer(summary(name, judged), judged.findings.some(isError), event))}\n`)
  return 0
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
    if (typeof event === 'object' && event !== null) return event
  } catch {
    /* It is said below. */
  }
  throw new UsageError(
    'Expected a tool event as JSON on standard input: the agent calls this command, see docs/agents.md'
  )
}

/** Judges as the command line does. */
async function lint(
  name: string,
  cwd: string,
  { parsed, io, services, commands }: Call
): Promise<{ code: ExitCode; judged: Judged | undefined; said: string }> {
  let out = ''
  let said = ''
  const silent: Io = {
    ...io,
    cwd,
    stdout: { write: text => (out += text) },
    stderr: { write: text => (said += text) },
    isTTY: false,
    isErrorTTY: false
  }
  const values = new Map([
    ...parsed.values,
    ['format', ['json']] as const,
    ['error-on-unmatched-pattern', false] as const
  ])
  const { run: judge } = (await import('./lint.ts')).lint
  const code = await judge({
    parsed: { words: [name], values },
    argv: ['--format', 'json'],
    io: silent,
    services,
    commands
  })
  const judged = (JSON.parse(out) as { files: Judged[] }).files.find(file => file.path === name)
  return { code, judged, said }
}

function summary(name: string, { state, reason, profile, notes, findings }: Judged): string {
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

/** Errors are to be mended; warnings are told. */
function answer(report: string, isWrong: boolean, { hook_event_name: name }: ToolEvent): Record<string, unknown> {
  if (isWrong) return { decision: 'block', reason: report }
  return {
    hookSpecificOutput: { hookEventName: typeof name === 'string' ? name : 'PostToolUse', additionalContext: report }
  }
}
