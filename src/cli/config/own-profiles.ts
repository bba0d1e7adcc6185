import path from 'node:path'
import type { Profile } from '../../profiles/schema.ts'
import type { Call } from '../call.ts'
import { createConfigFinder } from './config.ts'
import { readPlan } from '../files/read.ts'
import { ConfigError, usageError } from './error.ts'

/** Custom profiles of the configuration that will hold for the file, over those that come with planlint. */
export async function profilesFor(file: string | undefined, call: Call): Promise<Profile[]> {
  const { io, services } = call
  try {
    const { profiles: written, file: configFile } = await configFor(file, call)
    const profiles = await services.completeProfiles(written, configFile ?? '')
    const own = profiles as unknown as Profile[]
    const builtin = (await services.profiles()).map(profile => profile.data as Profile)
    return [...own, ...builtin.filter(profile => !own.some(other => other.name === profile.name))]
  } catch (error) {
    if (error instanceof ConfigError) throw usageError(error, io.cwd)
    throw error
  }
}

/** The text of the template that a profile of the configuration is made of; undefined where it is made of none. */
export async function templateFor(name: string, file: string | undefined, call: Call): Promise<string | undefined> {
  const { drafted } = await configFor(file, call)
  const template = drafted.find(({ profile }) => profile['name'] === name)
  const read = template && readPlan(template.file)
  return read?.ok ? read.text : undefined
}

function configFor(
  file: string | undefined,
  { parsed, io, services }: Call
): ReturnType<ReturnType<typeof createConfigFinder>['of']> {
  const finder = createConfigFinder({
    cwd: io.cwd,
    given: parsed.values.get('config') as string | false | undefined,
    dataOnly: parsed.values.get('config-js') === false,
    ruleIds: services.ruleIds
  })
  return finder.of(path.resolve(io.cwd, file ?? 'PLAN.md'))
}
