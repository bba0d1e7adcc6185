/** How a text ends its lines changes nothing of what is found, nor where. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

const folder = path.join(import.meta.dirname, '../../fixtures/rules')
const flawed = fs
  .readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => /invalid-\d+\.md$/.test(name))

const foundIn = (text: string): string[] =>
  lintText(text, { path: 'docs/notes/x.md' }).findings.map(
    ({ place: { start }, rule, message }) => `${start.line}:${start.column} ${message} (${rule})`
  )

test('there are plans to try', () => expect(flawed.length).toBeGreaterThan(20))

test.each(flawed)('%s', name => {
  const text = fs.readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n')
  const found = foundIn(text)
  expect(foundIn(text.replaceAll('\n', '\r'))).toEqual(found)
  expect(foundIn(text.replaceAll('\n', '\r\n'))).toEqual(found)
})
