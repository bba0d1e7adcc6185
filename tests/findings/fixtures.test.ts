/** Every word, place and edit of every finding on the fixtures of rules: by the rule itself, and by all rules under the profile that the fixture is for. */
import { afterAll, describe, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { lintText } from '../../src/linter.ts'
import { ruleFixtures } from '../rules/load.ts'
import { fixturePlans, fixtureRepo } from '../rules/repo.ts'
import { brief, expectations, whole } from './whole.ts'

const all = ruleFixtures()

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  const fixtures = all.filter(fixture => fixture.id === id)
  const own = expectations(`rules/${id}`)
  const repo = rule.repo ? fixtureRepo(id) : undefined
  const otherPlans = fixturePlans(id)

  test.each(fixtures)('$name', fixture => {
    const report = lintText(fixture.text, { only: [rule], path: fixture.name, options: rule.optIn ? { rules: { [id]: true } } : {}, ...(repo ? { repo } : {}), ...(otherPlans ? { otherPlans } : {}) })
    own.check(fixture.name, whole(report))
  })

  test.each(fixtures)('$name, by all rules', fixture => own.check(`${fixture.name} by all`, brief(lintText(fixture.text, { path: fixture.name }))))

  afterAll(own.save)
})
