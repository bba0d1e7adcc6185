/** `planlint completion <shell>`: a script made from the tables of commands and options. */
import { didYouMean } from '../../util/suggest.ts'
import { commonOptions } from '../args/shared-options.ts'
import type { Call, Command } from '../call.ts'
import { UsageError } from '../io.ts'
import type { ExitCode } from '../io.ts'

export const shells = ['bash', 'zsh', 'fish'] as const

export const completion: Command = {
  usage: 'planlint completion <shell>',
  description: 'Print a completion script for bash, zsh or fish',
  minWords: 1,
  maxWords: 1,
  words: 'shell',
  options: commonOptions,
  run
}

async function run({ parsed, io, services, commands }: Call): Promise<ExitCode> {
  const [shell = ''] = parsed.words
  if (!isShell(shell))
    throw new UsageError(`Unknown shell "${shell}"${didYouMean(shell, shells)}; known: ${shells.join(', ')}`)
  const { completionData } = await import('../completion/data.ts')
  const data = await completionData(services, commands)
  const { script } = await (shell === 'bash'
    ? import('../completion/bash.ts')
    : shell === 'zsh'
      ? import('../completion/zsh.ts')
      : import('../completion/fish.ts'))
  io.stdout.write(script(data))
  return 0
}

function isShell(word: string): word is (typeof shells)[number] {
  return (shells as readonly string[]).includes(word)
}
