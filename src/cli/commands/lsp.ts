/** `planlint lsp --stdio`: the language server. */
import { commonOptions, configJsOption } from '../args/shared-options.ts'
import type { Call, Command } from '../call.ts'
import type { ExitCode } from '../io.ts'
import { UsageError } from '../io.ts'

export const lsp: Command = {
  usage: 'planlint lsp --stdio',
  description: 'Start a language server for editors',
  maxWords: 0,
  options: [
    { name: 'stdio', kind: 'boolean', group: 'Other', description: 'Talk over standard input and output' },
    {
      name: 'clientProcessId',
      kind: 'count',
      value: 'ID',
      group: 'Other',
      description: 'The process of the editor, which clients name by themselves: the server ends with it'
    },
    configJsOption,
    ...commonOptions
  ],
  run
}

async function run({ parsed, io, services }: Call): Promise<ExitCode> {
  if (parsed.values.get('stdio') !== true)
    throw new UsageError('Missing --stdio: planlint lsp talks to an editor over standard input and output')
  const { serveLsp } = await import('../lsp/server.ts')
  return serveLsp(io.cwd, io.env, services, parsed.values.get('config-js') === false)
}
