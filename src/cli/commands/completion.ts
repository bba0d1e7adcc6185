/** `planlint completion <shell>`: a script made from the tables of commands and options. */
import { didYouMean } from '../../util/suggest.ts'
import type { Call } from '../call.ts'
import { UsageError } from '../io.ts'
import type { ExitCode } from '../io.ts'

export const shells = ['bash', 'zsh', 'fish'] as const

export async function run({ parsed, io, services, commands }: Call): Promise<ExitCode> {
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
