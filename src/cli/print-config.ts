/** `--print-config FILE`: the options that hold for a file, as JSON. */
import { jsonText } from '../report/text/json-text.ts'
import path from 'node:path'
import type { Call } from './call.ts'
import { ConfigError } from './config/error.ts'
import type { ConfigFinder } from './config/config.ts'
import { shown } from './discover/discover.ts'
import { UsageError } from './io.ts'
import type { ExitCode } from './io.ts'
import type { LintSettings } from './args/settings.ts'

/** @throws {UsageError} when the configuration can't be used */
export async function printConfig(
  file: string,
  settings: LintSettings,
  finder: ConfigFinder,
  { io }: Call
): Promise<ExitCode> {
  try {
    const config = await finder.of(path.resolve(io.cwd, file))
    const options = { ...config.options, ...(settings.profile === undefined ? {} : { profile: settings.profile }) }
    const configFile = config.file === undefined ? null : shown(config.file, io.cwd)
    io.stdout.write(jsonText({ configFile, enabled: config.enabled, options }))
    return 0
  } catch (error) {
    if (error instanceof ConfigError)
      throw new UsageError(
        `${shown(error.file, io.cwd)}${error.line === undefined ? '' : `:${error.line}:${error.column}`}: ${error.message}`
      )
    throw error
  }
}
