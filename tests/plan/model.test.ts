/** The whole model of every whole plan among the fixtures: a change that no rule shows yet is seen here. `-u` writes the files anew: read the difference before you commit it. */
import path from 'node:path'
import { expect, test } from 'vitest'
import { planFixtures } from '../rules/load.ts'
import { describeModel } from './model.ts'

const all = planFixtures()

test.each([...new Set(all.map(({ id }) => id))])('%s', async id => {
  const own = all.filter(fixture => fixture.id === id)
  const lines = own.flatMap(({ name, text }) => [`# ${name}`, ...describeModel(text, name), ''])
  await expect(lines.join('\n')).toMatchFileSnapshot(path.join(import.meta.dirname, 'models', `plans-${id}.txt`))
})
