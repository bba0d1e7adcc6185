/** The API page names the keys that there are, and its mapping from the library's findings to the JSON's is the real one. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lintText } from '../../src/index.ts'
import { fileJson } from '../../src/report/json.ts'

const root = path.join(import.meta.dirname, '../..')
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')
const page = read('docs/api.md')
const options = { color: false, hyperlinks: false, width: 100, quiet: false, maxWarnings: Infinity, rules: [] }

/** The first cells of the table below a heading. */
function documented(title: string): string[] {
  const part = page.split(`\n### ${title}\n`)[1]!.split('\n#')[0]!
  return [...part.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key!).sort()
}

/** The keys that an interface declares itself. */
function declared(file: string, name: string): string[] {
  const [, body] = new RegExp(`^(?:export )?interface ${name} (?:extends \\w+ )?\\{\n([^]*?)^\\}`, 'm').exec(
    read(file)
  )!
  return [...body!.matchAll(/^ {2}(\w+)\??[:(]/gm)].map(([, key]) => key!).sort()
}

test.each(['JudgedFile', 'FileFacts', 'Finding', 'FatalError'])('%s', name => {
  expect(documented(name)).toEqual(declared('src/types.ts', name))
})

test('the environment', () => {
  const keys = [
    ...declared('src/lint/tree-types.ts', 'LintEnvironment'),
    ...declared('src/lint/lint-text.ts', 'TextEnvironment')
  ]
  expect(documented('Environment')).toEqual(keys.sort())
})

test('the mapping to JSON', () => {
  const mapping = new Map(
    [...page.matchAll(/^\| `(place\.[\w.]+)` \| `(\w+)` \|$/gm)].map(([, from, to]) => [to!, from!])
  )
  expect([...mapping.keys()]).toEqual(['line', 'column', 'endLine', 'endColumn'])
  // A letter that takes two UTF-16 units stands before what is found.
  const report = lintText('# Plan\n\n## Goal\n\n\u{1F600} Sort letters. TBD\n', { forced: 'design-plan' })
  const found = fileJson(report, options).findings as unknown as Record<string, unknown>[]
  expect(found).toHaveLength(report.findings.length)
  const at = report.findings.findIndex(({ rule }) => rule === 'no-placeholder')
  expect(found[at]).toMatchObject({ line: 5, column: 18, endLine: 5, endColumn: 21 })
  for (const [index, finding] of report.findings.entries())
    for (const [key, from] of mapping) expect(found[index]![key]).toBe(valueAt(finding, from))
})

test('every key of the JSON is a key of the library, or stands in the mapping', () => {
  const { definitions } = JSON.parse(read('schema/report.schema.json')) as {
    definitions: Record<'file' | 'finding', { properties: object }>
  }
  const mapped = page.split('## Where `--format json` differs')[1]!
  const keys = {
    finding: documented('Finding'),
    file: [...documented('JudgedFile'), ...documented('FileFacts'), 'reason']
  }
  for (const kind of ['finding', 'file'] as const)
    for (const key of Object.keys(definitions[kind].properties))
      if (!keys[kind].includes(key)) expect(mapped).toContain(`| \`${key}\``)
})

function valueAt(value: unknown, keys: string): unknown {
  return keys.split('.').reduce((inner, key) => (inner as Record<string, unknown>)[key], value)
}
