/** Every word, place and edit of a rule's findings on its own fixtures. */
import { afterAll, describe, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { lintText } from '../../src/lint/linter.ts'
import { ruleFixtures } from '../rules/load.ts'
import { fixtureAround } from '../rules/repo.ts'
import { expectations, whole } from './whole.ts'

const all = ruleFixtures()

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  const fixtures = all.filter(fixture => fixture.id === id)
  const own = expectations(`rules/${id}`)

  test.each(fixtures)('$name', fixture => {
    const report = lintText(fixture.text, {
      only: [rule],
      options: rule.optIn ? { rules: { [id]: true } } : {},
      ...fixtureAround(rule, fixture.name, fixture.text)
    })
    own.check(fixture.name, whole(report))
  })

  afterAll(own.save)
})
