/** The same configuration as unified-engine: the same file found, the same options of planlint's plugins, an error where it has one. */
import path from 'node:path'
import fc from 'fast-check'
import { Configuration } from 'unified-engine'
import { describe, expect, test } from 'vitest'
import { createConfigFinder } from '../../src/cli/config/config.ts'
import { folderOf, ruleIds } from './harness.ts'
import type { Files } from './harness.ts'

interface LintResult {
  file: string | undefined
  entries: [string, unknown][]
}

const mark = Symbol.for('planlint')

/** What a checkout has installed: a marked planlint, presets, and plugins that don't matter here. */
const installed: Files = {
  'node_modules/planlint/package.json':
    '{"name": "planlint", "type": "module", "exports": {".": "./index.js", "./rules/*": "./rules/*.js"}}',
  'node_modules/planlint/index.js':
    'export default function planlint() {}\nplanlint[Symbol.for("planlint")] = {kind: "plugin"}\n',
  ...Object.fromEntries(
    ruleIds.map(id => [
      `node_modules/planlint/rules/${id}.js`,
      `export default function rule() {}\nrule[Symbol.for("planlint")] = {kind: "rule", id: "${id}"}\n`
    ])
  ),
  'node_modules/remark-lint/package.json': '{"name": "remark-lint", "type": "module", "exports": "./index.js"}',
  'node_modules/remark-lint/index.js': 'export default function remarkLint() {}\n',
  'node_modules/remark-preset-acme/package.json':
    '{"name": "remark-preset-acme", "type": "module", "exports": {"import": "./index.js"}}',
  'node_modules/remark-preset-acme/index.js':
    'import planlint from "planlint"\nexport default {settings: {bullet: "*"}, plugins: ["remark-lint", [planlint, {profile: "design-plan", limits: {lines: 1, nesting: 2}}], "./more.js"]}\n',
  'node_modules/remark-preset-acme/more.js': 'export default {plugins: [["planlint/rules/no-placeholder", [2]]]}\n',
  'node_modules/other/package.json': '{"name": "other", "type": "module", "main": "index.js"}',
  'node_modules/other/index.js': 'export default function other() {}\n',
  'node_modules/@acme/remark-plans/package.json': '{"name": "@acme/remark-plans", "main": "index.cjs"}',
  'node_modules/@acme/remark-plans/index.cjs': 'module.exports = {plugins: {planlint: {profile: "planning-md"}}}\n',
  'node_modules/throws/package.json': '{"name": "throws", "main": "index.cjs"}',
  'node_modules/throws/index.cjs': 'throw new Error("boom")\n',
  'node_modules/empty/package.json': '{"name": "empty", "type": "module", "main": "index.js"}',
  'node_modules/empty/index.js': 'export const nothing = 1\n'
}

async function byEngine(cwd: string, file: string, rcPath: string | undefined): Promise<LintResult | 'error'> {
  const configuration = new Configuration({
    cwd,
    rcName: '.remarkrc',
    packageField: 'remarkConfig',
    pluginPrefix: 'remark',
    detectConfig: true,
    ...(rcPath === undefined ? {} : { rcPath })
  })
  try {
    const result = await new Promise<{ filePath: string | undefined; plugins: unknown[][] }>((resolve, reject) => {
      configuration.load(path.join(cwd, file), (error, found) => {
        if (error || !found) reject(error ?? new Error('nothing'))
        else resolve(found as never)
        return undefined
      })
    })
    const entries: [string, unknown][] = []
    for (const [plugin, value] of result.plugins) {
      const marked = (plugin as { [mark]?: { kind: string; id: string } })[mark]
      if (marked) entries.push([marked.kind === 'plugin' ? 'planlint' : `planlint/rules/${marked.id}`, value])
      // What the engine does not find, it makes a plugin of that throws once it is used.
      else if (value !== false && String(plugin).includes('Cannot find module')) return 'error'
    }
    return { file: result.filePath, entries }
  } catch {
    return 'error'
  }
}

/** Our verdict in the engine's terms: the options are unpacked again. */
async function byUs(cwd: string, file: string, rcPath: string | undefined): Promise<LintResult | 'error'> {
  const finder = createConfigFinder({ cwd, given: rcPath, dataOnly: false, ruleIds: async () => ruleIds })
  try {
    const { file: found, entries } = await finder.of(path.join(cwd, file))
    return { file: found, entries: [...entries] }
  } catch (error) {
    if ((error as Error).name !== 'ConfigError') throw error
    return 'error'
  }
}

async function compare(files: Files, file = 'plan.md', rcPath?: string): Promise<LintResult | 'error'> {
  const cwd = folderOf({ ...installed, ...files })
  const [theirs, ours] = [await byEngine(cwd, file, rcPath), await byUs(cwd, file, rcPath)]
  expect(ours).toEqual(theirs)
  return ours === 'error' ? ours : { ...ours, file: ours.file && path.relative(cwd, ours.file) }
}

const profile = (name: string): string => JSON.stringify({ plugins: [['planlint', { profile: name }]] })

describe('every kind of file', () => {
  test.each([
    ['.remarkrc', profile('a')],
    ['.remarkrc.json', profile('a')],
    ['.remarkrc.yaml', 'plugins:\n  - [planlint, {profile: a}]\n'],
    ['.remarkrc.yml', 'plugins:\n  planlint:\n    profile: a\n'],
    ['.remarkrc.js', `export default ${profile('a')}`],
    ['.remarkrc.mjs', 'import planlint from "planlint"\nexport default {plugins: [[planlint, {profile: "a"}]]}'],
    ['.remarkrc.cjs', `module.exports = ${profile('a')}`],
    ['package.json', `{"type": "module", "remarkConfig": ${profile('a')}}`]
  ])('%s', async (name, content) => {
    // A script's module type hangs on the nearest package.json.
    const type = name === '.remarkrc.js' ? { 'package.json': '{"type": "module"}' } : {}
    expect(await compare({ ...type, [name]: content })).toEqual({
      file: name,
      entries: [['planlint', { profile: 'a' }]]
    })
    expect(await compare({ ...type, [name]: content }, 'deep/er/plan.md')).toMatchObject({ file: name })
  })

  test('the order of names in one folder', async () => {
    const names = [
      '.remarkrc',
      '.remarkrc.json',
      '.remarkrc.cjs',
      '.remarkrc.mjs',
      '.remarkrc.js',
      '.remarkrc.yaml',
      '.remarkrc.yml',
      'package.json'
    ]
    const contents: Files = Object.fromEntries(
      names.map(name => [
        name,
        /\.mjs$/.test(name) ? 'export default {}' : /js$/.test(name) ? 'module.exports = {}' : '{"remarkConfig": {}}'
      ])
    )
    for (let first = 0; first < names.length; first++) {
      const files = Object.fromEntries(names.slice(first).map(name => [name, contents[name]!]))
      expect(await compare(files)).toMatchObject({ file: names[first] })
    }
  })
})

describe('nesting', () => {
  const cases: [string, Files, string?, string?][] = [
    [
      'the nearest wins, nothing is merged',
      { '.remarkrc': profile('a'), 'docs/.remarkrc.yml': 'settings: {bullet: "+"}' },
      'docs/plans/x.md'
    ],
    [
      'a package.json without the field is passed over',
      { '.remarkrc': profile('a'), 'docs/package.json': '{"name": "docs"}' },
      'docs/x.md'
    ],
    [
      'a package.json with the field stops',
      { '.remarkrc': profile('a'), 'docs/package.json': '{"remarkConfig": {}}' },
      'docs/x.md'
    ],
    ['the field is null', { '.remarkrc': profile('a'), 'docs/package.json': '{"remarkConfig": null}' }, 'docs/x.md'],
    ['a broken file further up does not matter', { '.remarkrc': '{', 'docs/.remarkrc': profile('a') }, 'docs/x.md'],
    ['a broken package.json matters', { 'package.json': '{' }],
    ['a given file alone', { '.remarkrc': profile('a'), 'conf/x.json': profile('b') }, 'docs/x.md', 'conf/x.json'],
    ['a given file of an unknown extension is JSON', { 'conf.txt': profile('b') }, 'x.md', 'conf.txt'],
    [
      'a given file resolves from its folder',
      { 'conf/x.json': '{"plugins": ["./p.mjs"]}', 'conf/p.mjs': `export default ${profile('b')}` },
      'x.md',
      'conf/x.json'
    ],
    ['a given package.json without the field', { 'package.json': '{}' }, 'x.md', 'package.json'],
    ['a given file that is not there', {}, 'x.md', 'nix.json'],
    ['a folder called .remarkrc', { '.remarkrc': null }]
  ]
  test.each(cases)('%s', async (_, files, file, rcPath) => {
    await compare(files, file, rcPath)
  })
})

describe('plugins', () => {
  const cases: [string, unknown][] = [
    ['bare', ['planlint']],
    ['object form', { planlint: { profile: 'a' }, 'planlint/rules/no-placeholder': ['error'] }],
    ['false', { planlint: false }],
    ['true', { planlint: true }],
    ['null', { planlint: null }],
    [
      'later merges objects',
      [
        ['planlint', { profile: 'a', limits: { lines: 1 } }],
        ['planlint', { limits: { nesting: 2 } }]
      ]
    ],
    [
      'later merges lists item by item',
      [
        ['planlint', { profiles: [{ name: 'a', x: 1 }, { name: 'b' }] }],
        ['planlint', { profiles: [{ name: 'c' }] }]
      ]
    ],
    ['later bare forgets', [['planlint', { profile: 'a' }], 'planlint']],
    [
      'later false disables',
      [
        ['planlint', { profile: 'a' }],
        ['planlint', false]
      ]
    ],
    [
      'later objects enable',
      [
        ['planlint', false],
        ['planlint', { profile: 'a' }]
      ]
    ],
    [
      'a key called __proto__',
      JSON.parse('[["planlint", {"profiles": [{"a": 1}]}], ["planlint", {"profiles": [{"__proto__": 3}]}]]')
    ],
    ['a preset by name', ['preset-acme']],
    [
      'a preset by full name, then changed',
      ['remark-preset-acme', ['planlint', { limits: { nesting: 3 } }], ['planlint/rules/no-placeholder', false]]
    ],
    ['a preset with a value', [['preset-acme', false]]],
    ['a scoped preset', ['@acme/plans']],
    ['a preset object', [{ plugins: [['planlint', { profile: 'a' }]], settings: {} }]],
    ['a preset object in a tuple', [[{ plugins: ['planlint'] }, { profile: 'ignored' }]]],
    ['a plugin that does not matter', ['other', 'remark-lint', 'lint']],
    ['a missing plugin', ['nix-there-is-none']],
    ['a missing plugin, off', { 'nix-there-is-none': false }],
    ['a missing file', ['./nix.js']],
    ['a plugin that throws', ['throws']],
    ['a module without default', ['empty']],
    ['null in the list', [null]],
    ['a number in the list', [1]],
    ['an empty tuple', [[]]],
    ['plugins is a string', 'planlint'],
    ['plugins is null', null]
  ]
  test.each(cases)('%s', async (_, plugins) => {
    await compare({ '.remarkrc': JSON.stringify({ plugins }) })
  })

  // A list is refused, where the engine reads nothing out of it.
  test.each(['null', '1', '"x"', '', '{', '{"plugins": [}', '\uFEFF{}'])('a configuration that is %j', async text => {
    await compare({ '.remarkrc.json': text })
    await compare({ '.remarkrc.yml': text })
  })

  test.each([
    'export default undefined',
    'export default null',
    'export const x = 1',
    'throw 1',
    'import "./nix.js"',
    'syntax error',
    'export default {plugins: [() => {}]}'
  ])('a script: %s', async text => {
    await compare({ '.remarkrc.mjs': text })
  })
})

test("any list of planlint's entries, in any nesting", async () => {
  const options = fc.oneof(
    fc.constant(undefined),
    fc.boolean(),
    fc.constant(null),
    fc.record(
      {
        profile: fc.constantFrom('a', 'b'),
        limits: fc.dictionary(fc.constantFrom('bytes', 'milliseconds'), fc.integer({ min: 1 })),
        profiles: fc.array(fc.record({ name: fc.constantFrom('p', 'q'), x: fc.integer() }, { requiredKeys: ['name'] }))
      },
      { requiredKeys: [] }
    )
  )
  // A rule has severities alone; options that it does not have are an error to planlint, and none to the engine.
  const rule = 'planlint/rules/no-placeholder'
  const setting = fc.constantFrom<unknown>(undefined, true, false, 'warn', ['error'], [2, {}], {})
  const plugin = fc.constantFrom('planlint', 'preset-acme', 'other')
  const name = fc.constantFrom('planlint', rule, 'preset-acme', 'other')
  const pair = fc.oneof(fc.tuple(plugin, options), fc.tuple(fc.constant(rule), setting))
  const { list } = fc.letrec(tie => ({
    list: fc.oneof(
      { maxDepth: 3 },
      fc.array(tie('item'), { maxLength: 4 }),
      fc.array(pair, { maxLength: 4 }).map(pairs => Object.fromEntries(pairs))
    ),
    item: fc.oneof({ maxDepth: 3 }, name, pair, fc.record({ plugins: tie('list') }))
  }))
  await fc.assert(
    fc.asyncProperty(list, async plugins => {
      await compare({ '.remarkrc': JSON.stringify({ plugins }) })
    }),
    { numRuns: 60 }
  )
})
