/** What a rule says of a text by a profile of the test's own: such a small one shows what one of its settings does. */
import { expect } from 'vitest'
import { lintText } from '../../src/linter.ts'
import type { Profile } from '../../src/profiles/schema.ts'
import { validateProfile } from '../../src/profiles/validate.ts'
import type { Rule } from '../../src/rule.ts'
import type { Finding } from '../../src/types.ts'

/** What a profile needs besides its name. */
export type Dialect = Partial<Profile> & Pick<Profile, 'sections'>

/** A rule's findings by a dialect. The profile is made anew each time, so that nothing is known of it. */
export function findingsBy(rule: Rule, dialect: Dialect, text: string): Finding[] {
  const profile: Profile = structuredClone({ name: 'own', title: 'Own', summary: 'Own', detect: {}, ...dialect })
  expect(validateProfile(profile)).toEqual([])
  const { findings, troubles } = lintText(text, { only: [rule], profiles: [profile], forced: 'own', path: 'a-plan.md', now: 0 })
  expect(troubles).toEqual([])
  return findings
}

/** The same by a built-in profile. */
export function findingsOf(rule: Rule, profile: string, text: string): Finding[] {
  const { findings, troubles } = lintText(text, { only: [rule], forced: profile, path: 'a-plan.md', now: 0 })
  expect(troubles).toEqual([])
  return findings
}

/** Line, severity, message and help, as a table in a test shows them. */
export function told(findings: readonly Finding[]): string[] {
  return findings.map(({ place, severity, message, help }) => `${place.start.line} ${severity} ${message} → ${help}`)
}

/** Line and message alone. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ place, message }) => `${place.start.line} ${message}`)
}
