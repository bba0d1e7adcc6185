import type { Profile, SectionSpec } from './schema.ts'
import { profileSchema } from './schema.ts'

/** Something wrong with a profile: where, as a path of keys, and what. */
export interface ProfileProblem {
  path: (string | number)[]
  message: string
}

/** Checks a profile against the schema, and what the schema alone cannot say: ids that are there twice, names that lead nowhere. */
export function validateProfile(data: unknown): ProfileProblem[] {
  const { error, data: profile } = profileSchema.safeParse(data)
  if (error) {
    return error.issues.flatMap(issue => {
      const path = issue.path.map(key => (typeof key === 'symbol' ? String(key) : key))
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map(key => ({ path: [...path, key], message: `unknown key "${key}"` }))
      return [{ path, message: lowerFirst(issue.message) }]
    })
  }
  return profile ? checkNames(profile) : []
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

function checkNames(profile: Profile): ProfileProblem[] {
  const problems: ProfileProblem[] = []
  const ids = new Map<string, (string | number)[]>()
  const visit = (sections: readonly SectionSpec[], path: (string | number)[]): void => {
    for (const [i, section] of sections.entries()) {
      const here = [...path, i]
      if (ids.has(section.id))
        problems.push({ path: [...here, 'id'], message: `section "${section.id}" is there twice` })
      ids.set(section.id, here)
      visit(section.sections ?? [], [...here, 'sections'])
    }
  }
  visit(profile.sections, ['sections'])
  const labels = new Set((profile.fields ?? []).map(field => field.label))
  const needLabel = (label: string | undefined, path: (string | number)[]): void => {
    if (label !== undefined && !labels.has(label)) problems.push({ path, message: `no field "${label}" in "fields"` })
  }
  needLabel(profile.status?.field, ['status', 'field'])
  needLabel(profile.progress?.field, ['progress', 'field'])
  needLabel(profile.approval?.field, ['approval', 'field'])
  const checklist = profile.status?.fromChecklist
  if (checklist !== undefined && !ids.has(checklist))
    problems.push({ path: ['status', 'fromChecklist'], message: `no section "${checklist}"` })
  return problems
}
