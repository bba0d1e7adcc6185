/** Valid plans in which a piece has been written otherwise. */
import { expect } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { planFixtures } from './load.ts'

const plans = new Map(planFixtures().map(({ id, name, text }) => [`${id} ${name}`, text]))

/**
 * The findings on the first valid plan of a profile, rewritten.
 *
 * @param from text that stands in it
 */
export function findingsRewritten(profile: string, from: string, to: string): ReturnType<typeof lintText>['findings'] {
  const text = plans.get(`${profile} valid-1.md`)!
  expect(text).toContain(from)
  return lintText(
    text.replace(from, () => to),
    { forced: profile, path: 'a-plan.md' }
  ).findings
}
