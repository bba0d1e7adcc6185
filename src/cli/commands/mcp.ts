/** `planlint mcp`: a server for agents that speak the Model Context Protocol. */
import fs from 'node:fs'
import path from 'node:path'
import { commonOptions, configOptions } from '../args/shared-options.ts'
import type { Call, Command } from '../call.ts'
import { UsageError } from '../io.ts'
import type { ExitCode } from '../io.ts'

export const mcp: Command = {
  usage: 'planlint mcp [folder]',
  description: 'Start a server for agents (Model Context Protocol)',
  maxWords: 1,
  words: 'file',
  options: [...configOptions.filter(({ name }) => name !== 'profile'), ...commonOptions],
  run
}

async function run(call: Call): Promise<ExitCode> {
  const [folder = '.'] = call.parsed.words
  const cwd = path.resolve(call.io.cwd, folder)
  if (!fs.statSync(cwd, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`No folder "${folder}" to serve`)
  const { serveMcp } = await import('../mcp/server.ts')
  return serveMcp({ ...call, io: { ...call.io, cwd } })
}
