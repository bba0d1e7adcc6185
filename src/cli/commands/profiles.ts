/** `planlint profiles [name]`: the profiles there are, or what one demands. */
import type {SectionSpec} from '../../profiles/schema.ts'
import {didYouMean} from '../../suggest.ts'
import type {Call} from '../commands.ts'
import {UsageError} from '../io.ts'
import type {ExitCode} from '../io.ts'
import {listFormat} from '../list-format.ts'
import type {ProfileInfo} from '../services.ts'

export async function run({parsed, io, services}: Call): Promise<ExitCode> {
  const profiles = await services.profiles()
  const format = listFormat(parsed)
  const [name] = parsed.words
  if (name === undefined) {
    io.stdout.write(format === 'json' ? json(profiles.map(({name: id, title, summary}) => ({name: id, title, summary}))) : listed(profiles))
    return 0
  }
  const names = profiles.map((profile) => profile.name)
  const profile = profiles.find((each) => each.name === name)
  if (!profile) throw new UsageError(`Unknown profile "${name}"${didYouMean(name, names)}; known: ${names.join(', ')}`)
  io.stdout.write(format === 'json' ? json(profile.data) : described(profile))
  return 0
}

function listed(profiles: ProfileInfo[]): string {
  const width = Math.max(...profiles.map((profile) => profile.name.length))
  return profiles.map(({name, summary}) => `${name.padEnd(width)}  ${summary}\n`).join('')
}

function described(profile: ProfileInfo): string {
  const {sections = [], paths = []} = profile.data as {sections?: SectionSpec[]; paths?: string[]}
  const places = paths.length > 0 ? `\nUsual places: ${paths.join(', ')}\n` : ''
  return `${profile.name}: ${profile.title}\n${profile.summary}\n${places}\nSections:\n${outline(sections, 1)}`
}

function outline(sections: SectionSpec[], depth: number): string {
  return sections.map((section) => {
    const demands = [needed(section.required), ...(section.fields ?? []).map((field) => `${field.label}${needed(field.required) === 'required' ? '' : '?'}`)]
    return `${'  '.repeat(depth)}${section.number ? section.number + ' ' : ''}${section.title} (${demands.join(', ')})\n${outline(section.sections ?? [], depth + 1)}`
  }).join('')
}

function needed(required: boolean | 'warning' | undefined): string {
  if (required === 'warning') return 'expected'
  return required === false ? 'optional' : 'required'
}

function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2) + '\n'
}
