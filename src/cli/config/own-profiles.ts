import path from 'node:path'
import type { Profile } from '../../profiles/schema.ts'
import type { Call } from '../call.ts'
import { UsageError } from '../io.ts'
import { createConfigFinder } from './config.ts'
import { relativePath } from '../discover/discover.ts'
import { ConfigError, inWords } from './error.ts'

/** Custom profiles of the configuration that will hold for the file, over those that come with planlint. */
export async function profilesFor(file: string | undefined, { parsed, io, services }: Call): Promise<Profile[]> {
  const finder = createConfigFinder({
    cwd: io.cwd,
    given: parsed.values.get('config') as string | false | undefined,
    dataOnly: parsed.values.get('config-js') === false,
    ruleIds: services.ruleIds
  })
  try {
    const { profiles: written, file: configFile } = await finder.of(path.resolve(io.cwd, file ?? 'PLAN.md'))
    const profiles = await services.completeProfiles(written, configFile ?? '')
    const own = profiles as unknown as Profile[]
    const builtin = (await services.profiles()).map(profile => profile.data as Profile)
    return [...own, ...builtin.filter(profile => !own.some(other => other.name === profile.name))]
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(inWords(error, relativePath(error.file, io.cwd)))
    throw error
  }
}
