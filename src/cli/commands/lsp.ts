/** `planlint lsp --stdio`: the language server. */
import type { Call } from '../call.ts'
import type { ExitCode } from '../io.ts'
import { UsageError } from '../io.ts'

export async function run({ parsed, io, services }: Call): Promise<ExitCode> {
  if (parsed.values.get('stdio') !== true)
    throw new UsageError('Missing --stdio: planlint lsp talks to an editor over standard input and output')
  const { serve } = await import('../lsp/server.ts')
  return serve(io.cwd, io.env, services, parsed.values.get('config-js') === false)
}
