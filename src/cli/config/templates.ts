/** Profiles that a configuration gives as the template document they are made of: `"profile": { "template": "docs/rfc-template.md" }`. */
import path from 'node:path'
import { didYouMean } from '../../util/suggest.ts'
import { named, type Keys } from '../../options/words.ts'
import type { OptionProblem } from '../../options/settings.ts'
import { draftFrom } from './template.ts'

type Data = Record<string, unknown>

/** A template that is a profile. */
export interface Drafted {
  /** The template, absolute. */
  file: string
  profile: Data
}

/** @returns why the file is no plan: it is the template of a profile; undefined where it is none */
export function whyTemplate(file: string, drafted: readonly Drafted[]): string | undefined {
  const template = drafted.find(each => each.file === file)
  return template && `it is the template of the profile "${String(template.profile['name'])}"`
}

/** Keys of a profile that is a template. */
const keys = ['template', 'name']

/**
 * Reads the templates that options name, and puts the names of their profiles in their places.
 *
 * @param options what the configuration gives, not checked yet
 * @param folder the configuration file's, absolute
 */
export async function draftTemplates(
  options: unknown,
  folder: string
): Promise<{ options: unknown; drafted: Drafted[]; problems: OptionProblem[] }> {
  const drafted = new Map<string, Drafted>()
  const problems: OptionProblem[] = []
  if (!isObject(options)) return { options, drafted: [], problems }

  const nameOf = async (given: unknown, at: Keys): Promise<unknown> => {
    if (!isObject(given)) return given
    if (!('template' in given)) {
      problems.push({ message: `Expected a name, or { "template": a path }, in "${named(at)}"${unknownIn(given)}`, at })
      return undefined
    }
    const { template, name } = given
    const unknown = Object.keys(given).find(key => !keys.includes(key))
    const report = (message: string): undefined => void problems.push({ message, at })
    if (unknown !== undefined)
      return report(
        `Unknown option "${named(at)}.${unknown}"${didYouMean(unknown, keys) || `; known: ${keys.join(', ')}`}`
      )
    if (typeof template !== 'string' || template === '' || (name !== undefined && typeof name !== 'string'))
      return report(`Expected { "template": a path, "name": a name } in "${named(at)}"`)
    const file = path.resolve(folder, template)
    const made = await draftFrom(file, name)
    if ('problem' in made) return report(`The template "${template}": ${made.problem}`)
    const { profile } = made
    // By its file's name alone nobody means to replace what comes with planlint.
    if (name === undefined && (await isBuiltIn(profile.name)))
      return report(
        `The template "${template}" is called as a profile of planlint is, "${profile.name}": give it a "name" beside "template"`
      )
    const same = drafted.get(profile.name)
    if (same && same.file !== file)
      return report(`Two templates are called "${profile.name}": give one of them a "name" beside "template"`)
    drafted.set(profile.name, { file, profile: profile as unknown as Data })
    return profile.name
  }

  const result: Data = { ...options }
  if ('profile' in options) result['profile'] = await nameOf(options['profile'], ['profile'])
  if (Array.isArray(options['overrides']))
    result['overrides'] = await inOrder(options['overrides'], async (override, at) =>
      isObject(override) && 'profile' in override
        ? { ...override, profile: await nameOf(override['profile'], ['overrides', at, 'profile']) }
        : override
    )
  if (Array.isArray(options['profiles'])) {
    const given = await inOrder(options['profiles'], async (profile, at) =>
      isObject(profile) && 'template' in profile ? void (await nameOf(profile, ['profiles', at])) : profile
    )
    result['profiles'] = given.filter(profile => profile !== undefined)
  }
  return { options: result, drafted: [...drafted.values()], problems }
}

async function isBuiltIn(name: string): Promise<boolean> {
  const { builtinProfiles } = await import('../../profiles/builtin.ts')
  return builtinProfiles.some(profile => profile.name === name)
}

function unknownIn(given: Data): string {
  if ('sections' in given || 'extends' in given) return ': a profile itself belongs into "profiles", and its name here'
  const key = Object.keys(given).find(each => !keys.includes(each))
  return key === undefined ? '' : `, not "${key}"${didYouMean(key, keys)}`
}

async function inOrder(
  items: readonly unknown[],
  make: (item: unknown, at: number) => Promise<unknown>
): Promise<unknown[]> {
  const made: unknown[] = []
  for (const [at, item] of items.entries()) made.push(await make(item, at))
  return made
}

function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
