/** Front matter to fill in. */
import { alsoBy, isMatter } from '../../profiles/fields.ts'
import type { FieldSpec, Profile } from '../../profiles/schema.ts'
import { statusOf, valuesOf } from '../../profiles/status.ts'
import { ownUnitSpecs } from '../../profiles/units.ts'
import { dateValue, isWanted, todo } from './blanks.ts'

/** The front matter of a new plan, its dashes included; undefined where the profile asks for none. */
export function matterSkeleton(profile: Profile, now: Date): string | undefined {
  const fields = (profile.fields ?? []).filter(field => isMatter(field) && isWanted(field))
  if (fields.length === 0) return undefined
  return ['---', ...fields.flatMap(field => keyLines(field, profile, now)), '---'].join('\n')
}

function keyLines(field: FieldSpec, profile: Profile, now: Date): string[] {
  const [unit] = ownUnitSpecs(field)
  if (!unit) return [`${field.label}: ${valueOf(field, profile, now)}`]
  const [first, ...others] = (unit.fields ?? []).filter(inner => isWanted(inner))
  if (!first) return [`${field.label}: []`]
  return [
    `${field.label}:`,
    `  - ${first.label}: ${valueOf(first, profile, now)}`,
    ...others.map(inner => `    ${inner.label}: ${valueOf(inner, profile, now)}`)
  ]
}

/** In quotes, since brackets alone are a list. A list of nothing is one that may stay. */
function valueOf(field: FieldSpec, profile: Profile, now: Date): string {
  const status = statusOf(profile)
  const states = status?.spec === field ? Object.entries(status.states) : []
  const draft = (states.find(([, state]) => state === 'draft') ?? states[0])?.[0]
  const values = valuesOf(field)
  if (alsoBy(field, 'none')) return '[]'
  return (
    draft ??
    (field.kind === 'enum' && values.length > 0
      ? values[0]!
      : (dateValue(field, now) ?? `"${todo(field.hint ?? field.label)}"`))
  )
}
