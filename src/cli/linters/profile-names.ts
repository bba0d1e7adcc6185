/** Names of profiles that nobody has are refused before a plan is read. */
import { didYouMean } from '../../util/suggest.ts'
import type { Keys } from '../../options/words.ts'
import type { LoadedConfig } from '../config/config.ts'
import { ConfigError } from '../config/error.ts'
import { UsageError } from '../io.ts'
import type { Services } from '../runtime/services.ts'

/**
 * Reading the profiles costs: only where one is named.
 *
 * @param forced by `--profile`
 * @throws {ConfigError} where the configuration names one that is not known
 * @throws {UsageError} where the command line does
 */
export async function checkProfileNames(
  config: LoadedConfig,
  forced: string | undefined,
  services: Services
): Promise<void> {
  const { profile: top, overrides = [] } = config.options
  const named = [
    { name: top, at: ['profile'] },
    ...overrides.map(({ profile }, index) => ({ name: profile || undefined, at: ['overrides', index, 'profile'] }))
  ].filter(({ name }) => name !== undefined) as { name: string; at: Keys }[]
  if (forced === undefined && named.length === 0) return
  const own = config.profiles.map(profile => profile.name).filter(name => typeof name === 'string')
  const known = [...(await services.profiles()).map(profile => profile.name), ...own]
  const unknown = (name: string): string =>
    `Unknown profile "${name}"${didYouMean(name, known)}; known: ${known.join(', ')}`
  for (const { name, at } of named)
    if (!known.includes(name)) throw new ConfigError(unknown(name), config.file ?? '', await config.placeOf(at))
  if (forced !== undefined && !known.includes(forced)) throw new UsageError(unknown(forced))
}
