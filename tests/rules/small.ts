/** One rule, one small profile, one small plan: what the rule says, a line for each finding. */
import { rules } from '../../rules/index.ts'
import type { Finding } from '../../src/types.ts'
import type { Small } from '../plan/own-plan.ts'
import { findingsByOwn } from './by-profile.ts'

export type { Small } from '../plan/own-plan.ts'

const now = Date.parse('2025-06-15T12:00:00Z')

/**
 * What a rule says of a plan: "line:column message", "(warning)" before it where it is none but that; then, indented, the help, other places and fixes.
 *
 * @param lines The plan, one string a line.
 */
export function told(id: string, profile: Small, ...lines: string[]): string[] {
  return findings(id, profile, lines).map(
    ({ place: { start }, severity, message }) =>
      `${start.line}:${start.column} ${severity === 'warning' ? '(warning) ' : ''}${message}`
  )
}

/** Where findings end, what helps, what else takes part. */
export function toldInFull(id: string, profile: Small, ...lines: string[]): Record<string, unknown>[] {
  return findings(id, profile, lines).map(({ place: { start, end }, severity, message, help, related, fixes }) => ({
    at: `${start.line}:${start.column}-${end.line}:${end.column}`,
    message: severity === 'warning' ? `(warning) ${message}` : message,
    help,
    ...(related?.length ? { related: related.map(each => `${each.place.start.line}: ${each.message}`) } : {}),
    ...(fixes?.length ? { fixes: fixes.map(({ title, safe }) => (safe ? title : `(unsafe) ${title}`)) } : {})
  }))
}

function findings(id: string, profile: Small, lines: readonly string[]): Finding[] {
  return findingsByOwn(
    rules.find(rule => rule.id === id)!,
    profile,
    `${lines.join('\n')}\n`,
    now
  )
}
