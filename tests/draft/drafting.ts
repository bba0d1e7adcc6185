/** A template as a profile, and what it tells of a plan. */
import { draftProfile } from '../../src/draft/draft.ts'
import { vocabularyOf } from '../../src/detect/vocabulary.ts'
import { lintText } from '../../src/lint/linter.ts'
import { parsePlan } from '../../src/parse/parse.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import type { Profile } from '../../src/profiles/schema.ts'

const now = Date.parse('2026-11-01')

export function draft(template: string): { profile: Profile; guesses: readonly string[] } {
  return draftProfile(parsePlan(template), template, 'our-plan', vocabularyOf(builtinProfiles))
}

/** Findings with the text of their lines. */
export function told(text: string, profile: Profile): { rule: string; line: string; message: string }[] {
  const { findings } = lintText(text, {
    profiles: [profile],
    options: { profile: profile.name },
    now,
    path: 'docs/x.md'
  })
  const lines = text.split('\n')
  return findings.map(({ rule, place, message }) => ({ rule, message, line: lines[place.start.line - 1]! }))
}
