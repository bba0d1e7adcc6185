/** A rule's page says what the rule says of itself, and of each profile. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { renderPage } from '../../src/dev/gen-pages.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import { pageOf } from '../../src/lint/rule.ts'

const folder = path.join(import.meta.dirname, '../../rules')

test.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  const page = fs.readFileSync(path.join(folder, `${id}.md`), 'utf8')
  // Fixtures stand between.
  const [start, end] = renderPage(rule, [], builtinProfiles).split('\n\n## Switching it off') as [string, string]
  expect(page.slice(0, start.length)).toBe(start)
  expect(page.slice(-end.length)).toBe(end)
  expect(pageOf(id)).toBe(`https://github.com/planlint/planlint/blob/main/rules/${id}.md`)
})
