/** `planlint init <profile> [file]`: a plan to fill in, made from the profile's own data. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { planSkeleton } from '../../fix/skeleton.ts'
import type { Profile } from '../../profiles/schema.ts'
import { clean } from '../../report/clean.ts'
import { didYouMean } from '../../util/suggest.ts'
import type { Call } from '../call.ts'
import { createConfigFinder } from '../config/config.ts'
import { ConfigError } from '../config/error.ts'
import { UsageError } from '../io.ts'
import type { ExitCode, Io } from '../io.ts'
import { makeFolders } from '../files/folders.ts'

export async function run(call: Call): Promise<ExitCode> {
  const { parsed, io } = call
  const [name = '', file] = parsed.words
  const profiles = await profilesFor(file, call)
  const names = profiles.map(profile => profile.name)
  const profile = profiles.find(each => each.name === name)
  if (!profile) throw new UsageError(`Unknown profile "${name}"${didYouMean(name, names)}; known: ${names.join(', ')}`)
  const text = planSkeleton(profile, new Date())
  if (file === undefined || file === '-') io.stdout.write(text)
  else await write(file, text, parsed.values.get('force') === true, io)
  return 0
}

/** Custom profiles of the configuration that will hold for the file, over those that come with planlint. */
async function profilesFor(file: string | undefined, { parsed, io, services }: Call): Promise<Profile[]> {
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
    if (error instanceof ConfigError) throw new UsageError(`${error.file ?? ''}: ${error.message}`)
    throw error
  }
}

async function write(file: string, text: string, isForced: boolean, { cwd, stderr }: Io): Promise<void> {
  const target = path.resolve(cwd, file)
  try {
    makeFolders(path.dirname(target))
    // One step, so that a file that appears meanwhile is not lost.
    await writeFile(target, text, { flag: isForced ? 'w' : 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST')
      throw new UsageError(`File "${file}" exists already: choose another name, or overwrite it with --force`)
    throw new UsageError(`File "${file}" can't be written: ${code ?? String(error)}`)
  }
  stderr.write(`planlint: wrote ${clean(file)}\n`)
}
