/** A profile made of a template document, whenever it is asked for: what the template demands is what plans are judged by. */
import path from 'node:path'
import type { Draft } from '../../draft/draft.ts'
import { readPlan } from '../files/read.ts'

/**
 * @param file the template, absolute
 * @param name the profile's name; made of the file's where absent
 * @returns the draft, or what stands in the way, for a message
 */
export async function draftFrom(file: string, name = nameOf(file)): Promise<Draft | { problem: string }> {
  const read = readPlan(file)
  if (!read.ok) return { problem: read.fatal.message }
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
    return { problem: `Expected a name of small letters, digits and hyphens, not "${name}"` }
  const draft = await draftOf(read.text, name)
  return draft.profile.sections.length === 0 && draft.profile.units === undefined
    ? { problem: 'no heading below the title, so nothing to make sections of' }
    : draft
}

export async function draftOf(text: string, name: string): Promise<Draft> {
  const [{ draftProfile }, { parsePlan }, { vocabularyOf }, { builtinProfiles }] = await Promise.all([
    import('../../draft/draft.ts'),
    import('../../parse/parse.ts'),
    import('../../detect/vocabulary.ts'),
    import('../../profiles/builtin.ts')
  ])
  return draftProfile(parsePlan(text), text, name, vocabularyOf(builtinProfiles))
}

/** `docs/RFC template.md` is the profile "rfc-template". */
function nameOf(file: string): string {
  const base = path.basename(file).replace(/\.[^.]*$/, '')
  return (
    base
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'my-plan'
  )
}
