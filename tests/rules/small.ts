/** One rule, one small profile, one small plan: what the rule says, a line for each finding. */
import { expect } from 'vitest'
import { rules } from '../../rules/index.ts'
import { lintText } from '../../src/linter.ts'
import type { Profile } from '../../src/profiles/schema.ts'

/** Dates beyond it lie in the future. */
const now = Date.parse('2025-06-15T12:00:00Z')

export type Small = Partial<Profile> & Pick<Profile, 'sections'>

/**
 * What a rule says of a plan: "line:column message", "(warning)" before it where it is none but that; then, indented, the help, other places and fixes.
 *
 * @param lines The plan, one string a line.
 */
export function told(id: string, profile: Small, ...lines: string[]): string[] {
  return findings(id, profile, lines).map(({ place: { start }, severity, message }) => `${start.line}:${start.column} ${severity === 'warning' ? '(warning) ' : ''}${message}`)
}

/** Where findings end, what helps, what else takes part. */
export function toldInFull(id: string, profile: Small, ...lines: string[]): Record<string, unknown>[] {
  return findings(id, profile, lines).map(({ place: { start, end }, severity, message, help, related, fixes }) => ({
    at: `${start.line}:${start.column}-${end.line}:${end.column}`, message: severity === 'warning' ? `(warning) ${message}` : message, help,
    ...(related?.length ? { related: related.map(each => `${each.place.start.line}: ${each.message}`) } : {}),
    ...(fixes?.length ? { fixes: fixes.map(({ title, safe }) => safe ? title : `(unsafe) ${title}`) } : {})
  }))
}

function findings(id: string, profile: Small, lines: readonly string[]): ReturnType<typeof lintText>['findings'] {
  const own: Profile = { name: 'own', title: 'Own', summary: 'A small one', detect: {}, ...profile }
  const report = lintText(lines.join('\n') + '\n', { profiles: [own], forced: 'own', only: rules.filter(rule => rule.id === id), now, path: 'a-plan.md' })
  expect(report.troubles).toEqual([])
  return report.findings
}
