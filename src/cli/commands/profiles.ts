/** `planlint profiles [name]`: the profiles there are, or what one demands. */
import { numberOf } from '../../profiles/fields.ts'
import path from 'node:path'
import type { FieldSpec, Profile, SectionSpec, UnitSpec } from '../../profiles/schema.ts'
import { leastOf, unitSpecs } from '../../profiles/units.ts'
import { jsonText } from '../../report/text/json-text.ts'
import { clean } from '../../report/text/clean.ts'
import { plural } from '../../report/text/words.ts'
import { didYouMean } from '../../util/suggest.ts'
import { commonOptions, configOptions, listFormatOption } from '../args/shared-options.ts'
import type { Call, Command } from '../call.ts'
import { fatalLine } from '../output/fatal.ts'
import { UsageError } from '../io.ts'
import type { ExitCode, Io } from '../io.ts'
import { listFormat } from '../args/list-format.ts'
import type { ProfileInfo } from '../runtime/services.ts'

export const profiles: Command = {
  usage: 'planlint profiles [name]',
  description: 'List the profiles, show what one demands, or draft one from a template',
  examples: [
    ['planlint profiles task-plan', 'what a profile demands'],
    ['planlint profiles --from docs/template.md', 'a profile made of a template']
  ],
  words: 'profile',
  options: [
    listFormatOption,
    {
      name: 'from',
      kind: 'string',
      value: 'FILE',
      source: 'file',
      group: 'Report',
      description: 'Draft a profile from a template document'
    },
    {
      name: 'drift',
      kind: 'boolean',
      group: 'Report',
      description: 'Say which plans follow an older version of the template that the configuration names'
    },
    ...configOptions.filter(({ name }) => name !== 'profile'),
    ...commonOptions
  ],
  run
}

async function run(call: Call): Promise<ExitCode> {
  const { parsed, io } = call
  const template = parsed.values.get('from')
  if (parsed.values.get('drift') === true) return (await import('../drift.ts')).drift(call, listFormat(parsed))
  if (parsed.words.length > 1)
    throw new UsageError(`Unexpected argument "${parsed.words[1]!}": planlint profiles [name]`)
  if (typeof template === 'string') return draft(template, parsed.words[0], io)
  const { profiles, trouble } = await known(call)
  const format = listFormat(parsed)
  const [name] = parsed.words
  const profile = name === undefined ? undefined : profiles.find(each => each.name === name)
  // It may be one of the configuration's.
  if (trouble && name !== undefined && !profile) throw trouble
  if (trouble) io.stderr.write(fatalLine({ code: 'config', message: trouble.message }))
  if (name === undefined) {
    io.stdout.write(
      format === 'json'
        ? jsonText(profiles.map(({ name: id, title, summary }) => ({ name: id, title, summary })))
        : listed(profiles)
    )
    return 0
  }
  const names = profiles.map(each => each.name)
  if (!profile) throw new UsageError(`Unknown profile "${name}"${didYouMean(name, names)}; known: ${names.join(', ')}`)
  io.stdout.write(format === 'json' ? jsonText(profile.data) : described(profile))
  return 0
}

/** The profiles of the configuration here, and the built-in ones that none of them replaces; these alone where the configuration can't be used, with what is wrong with it. */
async function known(call: Call): Promise<{ profiles: readonly ProfileInfo[]; trouble?: UsageError }> {
  const { profilesFor } = await import('../config/own-profiles.ts')
  const { services } = call
  try {
    const found = await profilesFor(undefined, call)
    const profiles = found.map(profile => ({
      name: profile.name,
      title: profile.title,
      summary: profile.summary,
      data: { ...profile }
    }))
    return { profiles }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { profiles: await services.profiles(), trouble: error }
  }
}

/** `--from template.md`: a profile drafted from a template, as JSON on standard output; what was guessed, on standard error. */
async function draft(template: string, name: string | undefined, io: Io): Promise<ExitCode> {
  const { draftFrom } = await import('../config/template.ts')
  const made = await draftFrom(path.resolve(io.cwd, template), name)
  if ('problem' in made) throw new UsageError(`${template}: ${made.problem}`)
  const { profile, guesses } = made
  io.stdout.write(jsonText(profile))
  const count = profile.sections.length
  io.stderr.write(
    [
      `planlint: a draft of ${plural(count, 'section')}; read it, then name its file under "profiles" in the configuration`,
      ...(guesses.length > 0 ? ['planlint: guessed:'] : []),
      ...guesses.map(guess => `  ${clean(guess)}`)
    ].join('\n') + '\n'
  )
  return 0
}

function listed(profiles: readonly ProfileInfo[]): string {
  const width = Math.max(...profiles.map(profile => profile.name.length))
  return profiles.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}\n`).join('')
}

function described(profile: ProfileInfo): string {
  const { sections = [], paths = [], fields = [], units } = profile.data as Partial<Profile>
  const places = paths.length > 0 ? `\nUsual places: ${paths.join(', ')}\n` : ''
  const labels = fields.length === 0 ? '' : `\nFields: ${fieldNames(fields).join(', ')}\n`
  const own = unitLines(unitSpecs({ units }), 1)
  const repeated = own === '' ? '' : `\nUnits:\n${own}`
  const named = sections.length === 0 ? '' : `\nSections:\n${outline(sections, 1)}`
  return `${profile.name}: ${profile.title}\n${profile.summary}\n${places}${labels}${repeated}${named}`
}

function outline(sections: SectionSpec[], depth: number): string {
  return sections
    .map(section => {
      const demands = [needed(section.required), ...fieldNames(section.fields)]
      const head = `${'  '.repeat(depth)}${section.number ? numberOf(section) + ' ' : ''}${section.title} (${demands.join(', ')})\n`
      return head + unitLines(unitSpecs(section), depth + 1) + outline(section.sections ?? [], depth + 1)
    })
    .join('')
}

/** What a document, a section or a unit repeats, how each begins, and what each of these repeats. */
function unitLines(units: readonly UnitSpec[], depth: number): string {
  return units
    .map(unit => {
      const least = leastOf(unit)
      const many = least > 1 ? `at least ${least}` : least === 1 ? 'required' : 'optional'
      const ids = [unit.id?.shape ?? []].flat().join(' or ')
      const head = `${'  '.repeat(depth)}each ${unit.role}${ids === '' ? '' : ` ${ids}`}`
      return `${head} (${[many, ...fieldNames(unit.fields)].join(', ')})\n${unitLines(unitSpecs(unit), depth + 1)}`
    })
    .join('')
}

function fieldNames(fields: readonly FieldSpec[] = []): string[] {
  return fields.map(({ label, required }) => `${label}${required === true ? '' : '?'}`)
}

function needed(required: boolean | 'warning' | undefined): string {
  if (required === 'warning') return 'expected'
  return required === false ? 'optional' : 'required'
}
