import type { Script, FlawReport, SimpleCommand } from '../types.ts'
import { reruns, watches } from './watching.ts'
import { endlessTools } from './endless-tools.ts'

/** Commands that run until somebody stops them, wherever they stand: what comes after is never reached. */
export function endlessOf(script: Script): FlawReport[] {
  const { commands, comments, loops } = script
  if (comments.some(comment => /ctrl|\^C|\bkill|\bstop\b|terminal/i.test(comment.text))) return []
  const found: FlawReport[] = loops.map(({ start, end, text }) => ({ flaw: 'never-ends', start, end, command: text }))
  for (const [index, command] of commands.entries()) {
    // A pipe ends with its source; `a | b` is one command here.
    if (command.joined === '|' && command.name !== 'entr') continue
    let end = index + 1
    while (commands[end]?.joined === '|') end++
    if (runsOn(command, commands.slice(index, end)))
      found.push({
        flaw: 'never-ends',
        start: command.start,
        end: command.end,
        command: shown(command),
        ...(reruns(command) ? { reruns: true } : {})
      })
  }
  return found
}

function runsOn(command: SimpleCommand, pipe: readonly SimpleCommand[]): boolean {
  if (command.background || command.nested || command.via.some(word => /^g?timeout$/.test(word))) return false
  // A reader that has enough ends what it reads from; without it, `yes` goes on.
  if (
    pipe.some(
      piped => /^(?:head|timeout)$/.test(piped.name) || piped.args.some(arg => /^-(?:m\d*|q)$|^--max-count/.test(arg))
    )
  )
    return false
  return !isQuestion(command) && isEndless(command) && !(command.name === 'yes' && pipe.length > 1)
}

const shown = (command: SimpleCommand): string =>
  command.text.length > 50 ? [command.name, ...command.args.slice(0, 2)].join(' ') : command.text

/** Asks the tool only for its help, its version or a dry run; for Node's own runner, `--test` is no such word. */
const isQuestion = ({ name, args }: SimpleCommand): boolean =>
  args.some(
    arg =>
      /^(?:--help|-h|--version|-V|--check|--dry-run|--once|--list|--exit|--smoke|--test|--build-only|--run-once|--print.*)$/.test(
        arg
      ) && !(arg === '--test' && /^(?:node|tsx|bun)$/.test(name))
  )

function isEndless(command: SimpleCommand): boolean {
  const { name, args } = command
  const [first = '', second = ''] = args
  if (watches(name, args)) return true
  if (Object.hasOwn(endlessTools, name)) return endlessTools[name]!(args, first, second)
  return false
}
