/** Loads custom profiles: data, from JSON or YAML files or from the configuration itself. */
import path from 'node:path'
import {parseData} from './data.ts'
import {ConfigError} from './error.ts'
import {readText} from './find.ts'

/**
 * @param profiles paths relative to `folder`, or the data itself
 * @param folder the configuration file's folder
 * @param configFile the configuration file, for messages
 * @throws {ConfigError} when a file can't be read, doesn't parse, or holds no object
 */
export async function loadProfiles(profiles: (string | Record<string, unknown>)[], folder: string, configFile: string): Promise<Record<string, unknown>[]> {
  return Promise.all(profiles.map(async (profile) => (typeof profile === 'string' ? loadProfile(path.resolve(folder, profile), configFile) : profile)))
}

async function loadProfile(file: string, configFile: string): Promise<Record<string, unknown>> {
  if (!/\.(?:json|ya?ml)$/.test(file)) throw new ConfigError(`Expected a .json, .yaml or .yml file in "profiles", not "${path.basename(file)}"`, configFile)
  const data = await parseData(readText(file), file)
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new ConfigError('Expected a profile (an object)', file)
  return data as Record<string, unknown>
}
