/** The text of `--help`. */
import { loadCommands } from '../commands.ts'
import type { Command } from '../call.ts'
import type { Io } from '../io.ts'
import { placesInWords } from '../../detect/place-words.ts'
import { formatSummaries } from '../../report/index.ts'
import { renderHelp } from './render-help.ts'
import type { Services } from '../runtime/services.ts'

/**
 * @param isMain it is the default command: its help names the others, too
 * @returns the help of a command
 */
export async function helpOfCommand(
  command: Command,
  isMain: boolean,
  io: Pick<Io, 'columns'>,
  services: Services
): Promise<string> {
  return renderHelp(
    `${command.usage}\n\n${command.description}`,
    command.options,
    io.columns,
    [...examplesOf(command), ...(isMain ? [await mainEpilogue(services)] : [])].join('\n\n')
  )
}

function examplesOf({ examples = [] }: Command): string[] {
  return examples.length === 0 ? [] : [`Examples:\n${table(examples)}`]
}

async function mainEpilogue(services: Services): Promise<string> {
  const formats = table(await formatSummaries(await services.formats()))
  const names = table(
    (await loadCommands()).map(command => [command.usage.replace('planlint ', ''), command.description])
  )
  return [
    `Commands:\n${names}`,
    `Formats:\n${formats}`,
    `Paths are files, folders, globs ("!glob" takes files out again) or "-" for standard input; after "--" everything is a path.\nWithout paths: ${placesInWords}`,
    'A format goes to the --output-file after it: planlint --format stylish --format sarif --output-file out.sarif\nprints the first and writes the second; one format may go to standard output.',
    'Exit code: 0 clean (warnings allowed), 1 findings fail the run, 2 planlint could not do its work.'
  ].join('\n\n')
}

function table(rows: readonly (readonly [string, string] | string[])[]): string {
  const width = Math.max(...rows.map(([name]) => name!.length))
  return rows.map(([name, text]) => `  ${name!.padEnd(width)}  ${text}`).join('\n')
}
