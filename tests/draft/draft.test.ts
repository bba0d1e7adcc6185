/** A team's template is its profile at once: what fills it in rightly is clean, and what is wrong with it is told of, without a touch by hand. */
import { describe, expect, test } from 'vitest'
import { draftProfile } from '../../src/draft/draft.ts'
import { vocabularyOf } from '../../src/detect/vocabulary.ts'
import { lintText } from '../../src/lint/linter.ts'
import { parsePlan } from '../../src/parse/parse.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import type { Profile } from '../../src/profiles/schema.ts'
import { validateProfile } from '../../src/profiles/validate.ts'
import { samples } from './templates.ts'

const now = Date.parse('2026-11-01')

function draft(template: string): { profile: Profile; guesses: readonly string[] } {
  return draftProfile(parsePlan(template), template, 'our-plan', vocabularyOf(builtinProfiles))
}

function told(text: string, profile: Profile): { rule: string; line: string; message: string }[] {
  const { findings } = lintText(text, {
    profiles: [profile],
    options: { profile: profile.name },
    now,
    path: 'docs/x.md'
  })
  const lines = text.split('\n')
  return findings.map(({ rule, place, message }) => ({ rule, message, line: lines[place.start.line - 1]! }))
}

describe.each(Object.entries(samples))('%s', (_, { template, plan, defects }) => {
  const { profile } = draft(template)

  test('loads as a profile', () => {
    expect(validateProfile(profile)).toEqual([])
  })

  test('filled in rightly, it is clean', () => {
    expect(told(plan, profile)).toEqual([])
  })

  test('not filled in, it says so', () => {
    expect(told(template, profile).length).toBeGreaterThan(2)
  })

  test.each(defects)('%j -> %j', (from, to, rule, at) => {
    const broken = plan.replace(from, to)
    expect(broken).not.toBe(plan)
    const found = told(broken, profile)
    expect(found.map(each => each.rule)).toEqual([expect.stringMatching(new RegExp(`^(?:${rule})$`))])
    if (typeof at === 'string') expect(found[0]!.line).toBe(at)
    else expect(found[0]!.line).toMatch(at)
  })
})
