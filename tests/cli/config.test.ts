import path from 'node:path'
import { moduleHint } from '../../src/cli/config/modules.ts'
import { describe, expect, test } from 'vitest'
import { createConfigFinder } from '../../src/cli/config/config.ts'
import type { LoadedConfig } from '../../src/cli/config/config.ts'
import { folderOf, ruleIds, runIn } from './harness.ts'
import type { Files } from './harness.ts'

async function configOf(
  files: Files,
  settings: { given?: string | false; dataOnly?: boolean } = {}
): Promise<LoadedConfig> {
  const cwd = folderOf(files)
  return createConfigFinder({
    cwd,
    given: settings.given,
    dataOnly: settings.dataOnly ?? false,
    ruleIds: async () => ruleIds
  }).of(path.join(cwd, 'plan.md'))
}

const withPlugins = (plugins: unknown): Files => ({ '.remarkrc': JSON.stringify({ plugins }) })

describe('what planlint makes of its entries', () => {
  test('none of them: the defaults', async () => {
    expect(await configOf(withPlugins(['remark-gfm', 'remark-lint-no-dead-urls']))).toMatchObject({
      enabled: true,
      options: {}
    })
  })

  test('single rules beside the plugin win over its options', async () => {
    const plugins = [
      ['planlint', { rules: { 'no-placeholder': 'error', 'profile-match': 1 } }],
      ['planlint/rules/no-placeholder', ['warning', {}]],
      'planlint/rules/required-sections'
    ]
    expect((await configOf(withPlugins(plugins))).options.rules).toEqual({
      'no-placeholder': ['warning', {}],
      'profile-match': 1,
      'required-sections': true
    })
  })

  test('single rules without the plugin: these alone run', async () => {
    const { enabled, options } = await configOf(withPlugins([['planlint/rules/no-placeholder', {}]]))
    expect({ enabled, options }).toEqual({
      enabled: true,
      options: {
        rules: {
          'required-sections': false,
          'step-verification': false,
          'no-placeholder': [true, {}],
          'profile-match': false
        }
      }
    })
  })

  test.each([
    [{ planlint: false }, false],
    [{ planlint: false, 'planlint/rules/no-placeholder': true }, true],
    [{ 'planlint/rules/no-placeholder': ['off'] }, false]
  ])('%j: enabled %s', async (plugins, enabled) => {
    expect((await configOf(withPlugins(plugins))).enabled).toBe(enabled)
  })

  test('no configuration', async () => {
    expect(await configOf(withPlugins([['planlint', { profile: 'a' }]]), { given: false })).toMatchObject({
      file: undefined,
      options: {}
    })
  })

  test('profiles: files beside the configuration, and data', async () => {
    const files = {
      'conf/x.json': '{"plugins": {"planlint": {"profiles": ["./a.yaml", {"name": "b"}]}}}',
      'conf/a.yaml': 'name: a\n'
    }
    expect((await configOf(files, { given: 'conf/x.json' })).profiles).toEqual([{ name: 'a' }, { name: 'b' }])
  })
})

describe('trouble names the file, the key and the line', () => {
  test.each([
    [{ '.remarkrc': '{\n  "plugins": [\n    planlint\n  ]\n}' }, '.remarkrc:3:5: not valid JSON'],
    [{ '.remarkrc': '{\n  "plugins": ["planlint",]\n}' }, '.remarkrc:2:26: not valid JSON'],
    [{ '.remarkrc': '{"plugins": ["planlint"' }, '.remarkrc:1:24: not valid JSON'],
    [{ '.remarkrc.yml': 'plugins:\n  - [planlint\nx: 1\n' }, '.remarkrc.yml:3:1: not valid YAML'],
    [{ '.remarkrc': '[]\n1' }, '.remarkrc:2:1: not valid JSON'],
    [{ 'docs/package.json': '{', 'docs/plan.md': '', 'PLAN.md': '# Plan' }, 'docs/package.json:1:2: not valid JSON'],
    [{ '.remarkrc.mjs': 'throw new Error("boom")' }, ".remarkrc.mjs: can't be imported: boom"],
    [withPlugins(['nix-there-is-none']), '.remarkrc:1:13: Cannot find the plugin "nix-there-is-none"'],
    [withPlugins({ planlint: { ruls: {} } }), '.remarkrc:1:25: Unknown option "ruls" (did you mean "rules"?)'],
    [
      withPlugins({ planlint: { rules: { 'no-placeholders': 1 } } }),
      'Unknown rule "no-placeholders" in "rules" (did you mean "no-placeholder"?)'
    ],
    [
      withPlugins({ planlint: { rules: { 'no-placeholder': 'fatal' } } }),
      'Unknown setting of "rules.no-placeholder": expected "off", "warn", "error", or [severity, options], not "fatal"'
    ],
    [
      withPlugins({ 'planlint/rules/no-placeholders': true }),
      'Unknown rule "planlint/rules/no-placeholders" (did you mean "planlint/rules/no-placeholder"?)'
    ],
    [withPlugins({ 'planlint/rules/no-placeholder': 'fatal' }), 'Unknown setting of "planlint/rules/no-placeholder"'],
    [
      withPlugins(['planlint', ['planlint/rules/no-placeholder', ['warn', { x: 1 }]]]),
      '.remarkrc:1:66: Unknown setting of "planlint/rules/no-placeholder": unknown option "x"; rules have no options'
    ],
    [
      withPlugins([['planlint/rules/no-placeholder', { x: 1 }]]),
      '.remarkrc:1:47: Unknown setting of "planlint/rules/no-placeholder": unknown option "x"; rules have no options'
    ],
    // Listed twice: the entry that has the key.
    [
      withPlugins([
        ['planlint', { rules: { 'no-placeholder': 'waring' } }],
        ['planlint', { rules: { 'profile-match': 'error' } }]
      ]),
      '.remarkrc:1:35: Unknown setting of "rules.no-placeholder": expected "off", "warn", "error", or [severity, options], not "waring" (did you mean "warning"?)'
    ],
    [
      { 'package.json': '{\n "remarkConfig": {\n  "plugins": [["planlint", {\n   "profil": "x"}]]}}' },
      'package.json:4:4: Unknown option "profil" (did you mean "profile"?)'
    ],
    [
      { '.remarkrc.yaml': 'plugins:\n  planlint:\n    limits: {byte: 1}\n' },
      '.remarkrc.yaml:3:14: Unknown limit "byte" in "limits" (did you mean "bytes"?)'
    ],
    [
      { '.remarkrc': '{\n "rules": {}}' },
      '.remarkrc:2:2: "rules" has no effect here: it is an option of the plugin, "plugins": [["planlint", {"rules": …}]]'
    ],
    [{ '.remarkrc': '{"plugin": ["planlint"]}' }, '.remarkrc:1:2: Unknown key "plugin" (did you mean "plugins"?)'],
    [withPlugins({ planlint: 'x' }), 'Expected an object of options, not "x"'],
    [
      withPlugins({ planlint: { overrides: [{ files: 'a', rule: {} }, { profile: 'b' }] } }),
      '.remarkrc:1:51: Unknown option "overrides[0].rule" (did you mean "rules"?)\nplanlint: .remarkrc:1:62: Missing "files" in "overrides[1]"\n'
    ],
    [
      withPlugins({ planlint: { profile: 'desing-plan' } }),
      '.remarkrc:1:25: Unknown profile "desing-plan" (did you mean "design-plan"?)'
    ],
    [withPlugins({ planlint: { limits: { bytes: -1 } } }), 'Expected a positive number in "limits.bytes", not -1'],
    [
      withPlugins({ planlint: { limits: { line: 1 } } }),
      'Unknown limit "line" in "limits" (did you mean "lines"?); known: bytes, lines'
    ],
    [withPlugins({ planlint: { profiles: ['nix.json'] } }), '.remarkrc:1:37: The profile "nix.json" does not exist'],
    [
      withPlugins({ planlint: { profiles: ['nix.js'] } }),
      'Expected a .json, .yaml or .yml file in "profiles", not "nix.js"'
    ],
    [
      { ...withPlugins({ planlint: { profiles: ['p.json'] } }), 'p.json': '[]' },
      'p.json: Expected a profile (an object)'
    ],
    [withPlugins({ planlint: { profiles: [{ nam: 'x' }] } }), '.remarkrc: Profile "?" is not valid: "name": Missing']
  ] as [Files, string][])('%j', async (files, words) => {
    const { code, stdout, stderr } = await runIn({ cwd: folderOf({ 'PLAN.md': '# Plan', ...files }) }, '.')
    expect(stderr).toContain(words)
    expect(stderr.trimEnd().split('\n')).toHaveLength(words.trimEnd().split('\n').length)
    expect(code).toBe(2)
    if (!('docs/plan.md' in files)) expect(stdout).toContain("not judged: its configuration can't be used (PLAN.md)")
  })

  // What Node says, which a test's own loader does not.
  test.each([
    ['module is not defined in ES module scope', '.remarkrc.js', 'call it .remarkrc.cjs, or write "export default"'],
    ['require is not defined', 'a/plans.mjs', 'call it plans.cjs'],
    ['Cannot use import statement outside a module', '.remarkrc.cjs', 'call it .remarkrc.mjs)'],
    ["Unexpected token 'export'", '.remarkrc.js', 'call it .remarkrc.mjs, or set "type": "module" in package.json']
  ])('%s in %s', (message, file, words) => {
    expect(moduleHint(message, file)).toContain(words)
  })

  test('other mistakes of a script get no hint', () => {
    expect(moduleHint('modules is not defined', '.remarkrc.mjs')).toBe('')
  })

  test('said once for all files of a folder, and the others are judged', async () => {
    const cwd = folderOf({
      'bad/.remarkrc': '{',
      'bad/a-plan.md': '# Plan',
      'bad/b-plan.md': '# Plan',
      'good/c-plan.md': '# Plan\nerror'
    })
    const { code, stdout, stderr } = await runIn({ cwd }, '-f', 'compact')
    expect(code).toBe(2)
    expect(stdout).toContain('good/c-plan.md:2:1')
    expect(stderr.match(/bad\/\.remarkrc/g)).toHaveLength(1)
  })
})

describe('--no-config-js', () => {
  const hostile = {
    '.remarkrc.mjs': 'throw new Error("ran")',
    '.remarkrc.cjs': 'throw new Error("ran")',
    'evil.mjs': 'throw new Error("ran")'
  }

  test('scripts are passed over, data is read', async () => {
    expect(
      (await configOf({ ...hostile, '.remarkrc.yml': 'plugins: {planlint: {profile: a}}' }, { dataOnly: true })).options
    ).toEqual({ profile: 'a' })
    expect(await configOf(hostile, { dataOnly: true })).toMatchObject({ options: {} })
  })

  test("plugins by name are skipped with a word, planlint's own are kept", async () => {
    const cwd = folderOf({
      ...hostile,
      'PLAN.md': '# Plan',
      'a-plan.md': '# Plan',
      '.remarkrc': '{"plugins": ["./evil.mjs", "planlint"]}'
    })
    const { code, stderr } = await runIn({ cwd }, '--no-config-js')
    expect([code, stderr]).toEqual([
      0,
      'planlint: .remarkrc: Skipped the plugin "./evil.mjs": with --no-config-js nothing is imported\n'
    ])
    expect((await runIn({ cwd })).stderr).toContain('Cannot load the plugin "./evil.mjs": ran')
  })

  test('a script that is named is refused', async () => {
    await expect(configOf(hostile, { dataOnly: true, given: 'evil.mjs' })).rejects.toThrow('would have to be run')
  })
})
