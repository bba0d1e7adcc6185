/** What a rule says of a text by a profile of the test's own: such a small one shows what one of its settings does. */
import { expect } from 'vitest'
import type { LintEnvironment } from '../../src/lint/tree-types.ts'
import { lintText } from '../../src/lint/linter.ts'
import { readProfile } from '../../src/profiles/validate.ts'
import type { Rule } from '../../src/lint/rule.ts'
import type { Finding } from '../../src/types.ts'
import { ownProfile } from '../plan/own-plan.ts'
import type { Small } from '../plan/own-plan.ts'

export type { Small as Dialect } from '../plan/own-plan.ts'

/** A rule's findings by a dialect. */
export function findingsBy(rule: Rule, dialect: Small, text: string): Finding[] {
  expect(readProfile(ownProfile(dialect)).problems).toEqual([])
  return findingsByOwn(rule, dialect, text)
}

/**
 * The same by a profile that need not be valid.
 *
 * @param now Dates beyond it lie in the future; milliseconds since the epoch.
 */
export function findingsByOwn(rule: Rule, own: Small, text: string, now = 0): Finding[] {
  const profile = ownProfile(own)
  return lint(text, { only: [rule], profiles: [profile], forced: profile.name, now })
}

/** The same by a built-in profile. */
export function findingsOf(rule: Rule, profile: string, text: string): Finding[] {
  return lint(text, { only: [rule], forced: profile, now: 0 })
}

function lint(text: string, environment: LintEnvironment): Finding[] {
  const { findings, fatalErrors } = lintText(text, { ...environment, path: 'a-plan.md' })
  expect(fatalErrors).toEqual([])
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
