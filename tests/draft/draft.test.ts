/** A team's template is its profile at once: what fills it in rightly is clean, and what is wrong with it is told of, without a touch by hand. */
import { describe, expect, test } from 'vitest'
import { readProfile } from '../../src/profiles/validate.ts'
import { draft, told } from './drafting.ts'
import { samples } from './templates.ts'

describe.each(Object.entries(samples))('%s', (_, { template, plan, defects }) => {
  const { profile } = draft(template)

  test('loads as a profile', () => {
    expect(readProfile(profile).problems).toEqual([])
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
