/** `planlint init <profile> [file]`: a plan to fill in, made from the profile's own data. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { planSkeleton } from '../../fix/skeletons/skeleton.ts'
import type { Profile } from '../../profiles/schema.ts'
import { clean } from '../../report/text/clean.ts'
import { didYouMean } from '../../util/suggest.ts'
import type { OptionSpec } from '../args/option.ts'
import { commonOptions, configOptions } from '../args/shared-options.ts'
import type { Call, Command } from '../call.ts'
import { profilesFor, templateFor } from '../config/own-profiles.ts'
import { UsageError } from '../io.ts'
import type { ExitCode, Io } from '../io.ts'
import { makeFolders } from '../files/folders.ts'

const options: readonly OptionSpec[] = [
  ...configOptions.filter(option => option.name !== 'profile'),
  { name: 'force', kind: 'boolean', group: 'Other', description: 'Overwrite a file that exists' },
  ...commonOptions
]

export const init: Command = {
  usage: 'planlint init <profile> [file]',
  description: 'Write a plan to fill in',
  examples: [
    ['planlint init design-plan docs/plans/relay.md', 'a plan to fill in'],
    ['planlint init generic', 'the same on standard output']
  ],
  minWords: 1,
  maxWords: 2,
  words: 'profile',
  options,
  run
}

async function run(call: Call): Promise<ExitCode> {
  const { parsed, io } = call
  const [name = '', file] = parsed.words
  const profiles = await profilesFor(file, call)
  const names = profiles.map(profile => profile.name)
  const profile = profiles.find(each => each.name === name)
  if (!profile)
    throw new UsageError(
      `Unknown profile "${name}"${didYouMean(name, names)}; known: ${names.join(', ')}${sought(call, file)}`
    )
  // A profile that is a template shows the plan as it is to be written, optional parts and all.
  const text = (await templateFor(name, file, call)) ?? planSkeleton(profile, new Date())
  if (file === undefined || file === '-') io.stdout.write(text)
  else await write(file, await declared(text, profile, file, profiles), parsed.values.get('force') === true, io)
  return 0
}

/** Whose configuration knows no such profile: that of the file to be written may be another than the one here. */
function sought({ parsed }: Call, file: string | undefined): string {
  const isElsewhere = file !== undefined && file !== '-' && parsed.values.get('config') === undefined
  return isElsewhere ? `; looked for configuration from ${path.dirname(file)}` : ''
}

/** The text with its profile declared, where the file would not be recognised without. */
async function declared(text: string, profile: Profile, file: string, profiles: Profile[]): Promise<string> {
  const { lintText } = await import('../../lint/linter.ts')
  const seen = lintText(text, { path: file.replaceAll('\\', '/'), profiles })
  const declaration = `---\nplanlint: ${profile.name}\n`
  if (seen.profile === profile.name) return text
  return text.startsWith('---\n') ? declaration + text.slice(4) : `${declaration}---\n\n${text}`
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
