/** How a text ends its lines changes nothing of what is found, nor where. */
import fs from 'node:fs'
import path from 'node:path'
import { remark } from 'remark'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import planlint from '../../src/lint/remark.ts'
import type { Finding, Fix } from '../../src/types.ts'

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

/** Places, words and fixes by the command, and by the plugin, whose tree another parser made of the text as it is. */
const told = (finding: { message: string; fixes?: readonly Fix[] | undefined }, line?: number): string =>
  `${line} ${finding.message} ${JSON.stringify(finding.fixes ?? [])}`
const byCommand = (text: string): string[] =>
  lintText(text, { path: 'docs/notes/x.md' }).findings.map((each: Finding) => told(each, each.place.start.line))
async function byPlugin(text: string): Promise<string[]> {
  const file = new VFile({ value: text, path: 'docs/notes/x.md' })
  const processor = remark().use(planlint as never)
  await processor.run(processor.parse(file), file)
  return file.messages
    .filter(({ source }) => source === 'remark-lint')
    .map(each => told({ message: each.reason, fixes: (each as { fixes?: Fix[] }).fixes }, each.line))
}

test.each(flawed)('%s by the plugin', async name => {
  const text = fs.readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n')
  for (const ends of ['\n', '\r', '\r\n']) {
    const written = text.replaceAll('\n', ends)
    expect((await byPlugin(written)).toSorted()).toEqual(byCommand(written).toSorted())
  }
})
