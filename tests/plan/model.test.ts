/** The whole model of every fixture: a change that no rule shows yet is seen here. `-u` writes the files anew: read the difference before you commit it. */
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { planFixtures, ruleFixtures } from '../rules/load.ts'
import { describeModel } from './model.ts'

describe.each([['plans', planFixtures()], ['rules', ruleFixtures()]] as const)('%s', (kind, fixtures) => {
  const folders = [...new Set(fixtures.map(({ id }) => id))]

  test.each(folders)('%s', async id => {
    const own = fixtures.filter(fixture => fixture.id === id)
    const lines = own.flatMap(({ name, text }) => [`# ${name}`, ...describeModel(text, name), ''])
    await expect(lines.join('\n')).toMatchFileSnapshot(path.join(import.meta.dirname, 'models', `${kind}-${id}.txt`))
  })
})
