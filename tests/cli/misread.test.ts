/** What somebody may take for a configuration, or write into one: it is named with its place, and nothing is judged by half of it. */
import { describe, expect, test } from 'vitest'
import { jsonHint } from '../../src/cli/config/json-hint.ts'
import { ownServices } from '../../src/cli/runtime/own-services.ts'
import { folderOf, runIn } from './harness.ts'

type Files = Record<string, string>

const json = (options: unknown): string => JSON.stringify({ plugins: [['planlint', options]] })
const plan = { 'PLAN.md': '# Plan' }

describe('is an error', () => {
  test.each([
    [
      { '.remarkrc.json': '{"$schema": "x", "presets": [], "plugins": ["planlint"]}' },
      ':1:18: Unknown key "presets"; known'
    ],
    [{ '.remarkrc.json': '{"extends": "x", "plugins": ["planlint/rules/file-tree"]}' }, ':1:2: Unknown key "extends"'],
    [
      { '.remarkrc.json': '{"plugins": [\n ["planlnt", {}]]}' },
      ':2:2: Cannot find the plugin "planlnt" (did you mean "planlint"?)'
    ],
    [
      { '.remarkrc.json': json({ overrides: [{ file: 'a' }] }) },
      ':1:40: Unknown option "overrides[0].file" (did you mean "files"?)\n'
    ],
    [{ '.remarkrc.json': '["planlint"]' }, 'Expected an object with "plugins", not a list'],
    [{ '.remarkrc.json': '{\n  // plans\n  "plugins": []\n}' }, ':2:3: not valid JSON: '],
    [
      { '.remarkrc.json': '{"plugins": [["planlint", {"rules": {"metadata": true,\n "metadata": false}}]]}' },
      '.remarkrc.json:2:2: "metadata" stands here twice: keep one'
    ],
    [
      { 'package.json': '{"name": "a", "name": "b", "remarkConfig": {"plugins": [], "plugins": ["planlint"]}}' },
      'package.json:1:60: "plugins" stands here twice: keep one'
    ],
    [{ '.planlintrc.json': '{}' }, '.planlintrc.json: is read by nobody: planlint is a plugin of remark'],
    [{ 'planlint.config.js': '', '.remarkrc.json': json({}) }, 'planlint.config.js: is read by nobody'],
    [{ 'package.json': '{\n "planlint": {}}' }, 'package.json:2:2: "planlint" is read by nobody: write "remarkConfig"'],
    [
      { '.remarkrc.json': json({ profile: { tempalte: 'a.md' } }) },
      ':1:26: Expected a name, or { "template": a path }, in "profile", not "tempalte" (did you mean "template"?)'
    ],
    [
      { '.remarkrc.json': json({ overrides: [{ files: 'a', profile: { name: 'b', sections: [] } }] }) },
      'in "overrides[0].profile": a profile itself belongs into "profiles", and its name here'
    ],
    [
      { '.remarkrc.json': json({ overrides: [{ files: 'a', profile: {} }] }) },
      'Expected a name, or { "template": a path }, in "overrides[0].profile"'
    ],
    [
      { '.remarkrc.json': json({ profiles: ['own.json'] }), 'own.json': '{"name":"own","title":"O","sektions":[]}' },
      'own.json:1:27: Profile "own" is not valid: "sektions": unknown key "sektions" (did you mean "sections"?)'
    ],
    [
      { '.remarkrc.json': json({ profiles: ['own.json'] }), 'own.json': '{"name":"own","extends":"own"}' },
      'own.json:1:15: Circular "extends": own → own'
    ],
    [
      {
        '.remarkrc.json': json({ profiles: ['a.json', 'b.json'] }),
        'a.json': '{"name":"a","extends":"b"}',
        'b.json': '{"name":"b","extends":"a"}'
      },
      'Circular "extends": a → b → a'
    ]
  ] as [Files, string][])('%j', async (files, words) => {
    const { code, stderr } = await runIn({ cwd: folderOf({ ...plan, ...files }), services: ownServices }, '.')
    expect(stderr).toContain(words)
    expect(code).toBe(2)
  })
})

test('a configuration that can’t be used is told where it leaves no plan to judge', async () => {
  const rc = json({ overrides: [{ files: 'rfcs/**', profle: 'generic' }] })
  const place = { cwd: folderOf({ '.remarkrc.json': rc, 'rfcs/a.md': '# A' }), services: ownServices }
  for (const words of [[], ['--no-error-on-unmatched-pattern'], ['--list-files'], ['status']]) {
    const { code, stderr } = await runIn(place, ...words)
    expect([words, code, stderr]).toEqual([words, 2, expect.stringContaining('Unknown option "overrides[0].profle"')])
  }
})

describe('everything that is wrong is told at once', () => {
  test('of keys at the top and of options', async () => {
    const text = '{"plugin": [], "setting": {}, "plugins": [["planlint", {"profil": "x", "rulez": {}}]]}'
    const { stderr } = await runIn({ cwd: folderOf({ ...plan, '.remarkrc.json': text }), services: ownServices }, '.')
    expect(stderr.match(/(?<=Unknown (?:key|option) )"\w+"/g)).toEqual(['"plugin"', '"setting"', '"profil"', '"rulez"'])
  })

  test('of profiles in the configuration and in files of their own, each in its line', async () => {
    const files = {
      '.remarkrc.json': json({
        profiles: [
          'own.yaml',
          { name: 'b', title: 'B', summary: 'x', extends: 'own', fieldz: [] },
          { name: 'c', title: 'C', summary: 'x', sections: [{ id: 'z', titel: 'Z' }] }
        ]
      }),
      'own.yaml': 'name: own\nsummary: x\nsektions: []\nmin: 1\n'
    }
    const { stderr } = await runIn({ cwd: folderOf({ ...plan, ...files }), services: ownServices }, '.')
    // What "b" has of "own" is mended there; a key that is misspelt is not missing as well.
    expect(stderr)
      .toBe(`planlint: own.yaml:3:1: Profile "own" is not valid: "sektions": unknown key "sektions" (did you mean "sections"?)
planlint: own.yaml:4:1: Profile "own" is not valid: "min": key "min" says nothing here: it belongs to another part of a profile
planlint: own.yaml:1:1: Profile "own" is not valid: "title": is missing
planlint: .remarkrc.json:1:176: Profile "c" is not valid: "sections.0.titel": unknown key "titel" (did you mean "title"?)
`)
  })

  test('of a command that can do nothing without its configuration', async () => {
    const files = { '.remarkrc.json': json({ profile: 'desing-plan', overrides: [{ rules: {} }], limit: 1 }) }
    const { stderr } = await runIn(
      { cwd: folderOf({ ...plan, ...files }), services: ownServices },
      '--print-config',
      'PLAN.md'
    )
    expect(stderr.split('\n').filter(line => line.startsWith('planlint: .remarkrc.json:1:'))).toHaveLength(2)
  })

  test('and once, where the report is read on the same screen', async () => {
    const files = { '.remarkrc.json': json({ profile: 1 }) }
    const place = { cwd: folderOf({ ...plan, ...files }), services: ownServices }
    const seen = await runIn({ ...place, isTTY: true, isErrorTTY: true }, '.')
    expect([seen.stderr, seen.stdout.split('"profile"').length]).toEqual(['', 2])
    const piped = await runIn({ ...place, isErrorTTY: true }, '.')
    expect(piped.stderr).toContain('"profile"')
  })
})

test('what else a package.json says twice is its owner’s', async () => {
  const files = { 'package.json': '{"name": "a", "name": "b", "remarkConfig": {"plugins": ["planlint"]}}' }
  const { stderr } = await runIn({ cwd: folderOf({ ...plan, ...files }), services: ownServices }, '.')
  expect(stderr).not.toContain('twice')
})

describe('is told of, and no error', () => {
  test.each([
    [{ '.remarkrc': '{"presets": [], "plugins": []}' }, '.remarkrc: Unknown key "presets"; known: plugins, settings'],
    [
      { '.remarkrc.json': json({}), '.remarkrc.yml': 'plugins: []' },
      '.remarkrc.json: .remarkrc.yml beside it is not read: this file comes first'
    ]
  ] as [Files, string][])('%j', async (files, words) => {
    const { code, stderr } = await runIn({ cwd: folderOf({ ...plan, ...files }) }, '--no-error-on-unmatched-pattern')
    expect([code, stderr]).toEqual([0, `planlint: ${words}\n`])
  })

  test('but not of a file that was named', async () => {
    const cwd = folderOf({ ...plan, '.remarkrc.json': json({}), '.remarkrc.yml': 'plugins: []' })
    expect((await runIn({ cwd }, '-c', '.remarkrc.yml')).stderr).toBe('')
  })
})

test.each([
  ['', 0, 'the file is empty'],
  ['\uFEFF{}', 0, 'byte order mark'],
  ['{\0"\0', 1, 'not UTF-8'],
  ['{/* a */}', 1, 'JSON has no comments'],
  ['[1,\n]', 4, 'take out the comma before it'],
  ['[1 2]', 3, '']
])('of %j at %j it says %j', (text, offset, words) => {
  const hint = jsonHint(text, offset)
  expect(hint).toContain(words)
  expect(hint === '').toBe(words === '')
})
