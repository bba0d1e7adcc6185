/** `planlint setup` in ten repositories of different kinds: from nothing to gate, hook and editor, and what it never does. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ownServices } from '../../src/cli/runtime/own-services.ts'
import { run } from '../../src/cli/run.ts'
import { readJson, setInJson } from '../../src/cli/setup/edit/json.ts'
import { addToYaml } from '../../src/cli/setup/edit/yaml.ts'
import {
  claudeHook,
  gitHook,
  githubWorkflow,
  gitlabJob,
  lefthookCommand,
  lintStaged,
  preCommitItem,
  runners,
  stagedCommand,
  vscodeExtension
} from '../../src/cli/setup/recipes.ts'
import { block } from '../integration/guides.ts'
import { repositories } from '../integration/repositories.ts'
import { folderOf, runIn } from './harness.ts'
import type { Files, Outcome } from './harness.ts'

const services = ownServices
const root = path.join(import.meta.dirname, '../..')
const valid = fs.readFileSync(path.join(root, 'fixtures/plans/design-plan/valid-1.md'), 'utf8')

function repository(files: Files): string {
  const cwd = folderOf(files)
  execFileSync('git', ['init', '-q', '-b', 'main', '--template='], { cwd })
  return cwd
}
const setup = (cwd: string, ...words: string[]): Promise<Outcome> => runIn({ cwd, services }, 'setup', ...words)
const read = (cwd: string, name: string): string => fs.readFileSync(path.join(cwd, name), 'utf8')

/** Every file with its text. */
function all(cwd: string): Record<string, string> {
  const files = fs.readdirSync(cwd, { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    files.filter(name => fs.statSync(path.join(cwd, name)).isFile()).map(name => [name, read(cwd, name)])
  )
}

describe.each(Object.entries(repositories))('%s', (_, { files, writes, says }) => {
  test('shown, written, and then set up', { timeout: 60_000 }, async () => {
    const cwd = repository(files)
    const before = all(cwd)
    const asked = await setup(cwd)
    expect([asked.code, asked.stderr]).toEqual([2, ''])
    expect(asked.stdout).toContain('Nothing was written: "planlint setup --yes" writes it')
    const shown = await setup(cwd, '--dry-run')
    expect(shown.code).toBe(0)
    expect(all(cwd)).toEqual(before)

    const done = await setup(cwd, '--yes')
    expect([done.code, done.stderr]).toEqual([0, ''])
    for (const word of says) expect(done.stdout).toContain(word)
    const after = all(cwd)
    const changed = Object.keys(after).filter(name => after[name] !== before[name])
    expect(changed.sort()).toEqual([...writes].sort())
    for (const name of changed) expect(shown.stdout).toContain(`+++ ${name}\n`)
    // What was there is still there, line by line.
    for (const [name, text] of Object.entries(before))
      for (const line of text.split('\n').filter(each => /\w/.test(each)))
        expect(after[name]!.includes(line.replace(/[\]},\s]+$/, '')), `${name}: ${line}`).toBe(true)

    const again = await setup(cwd, '--yes')
    expect(again.stdout).toContain('Nothing to write: all is set up.')
    expect(again.code).toBe(0)
    expect(all(cwd)).toEqual(after)
    expect((await setup(cwd)).code).toBe(0)
  })
})

test('old findings do not count, new ones do', async () => {
  const { files } = repositories['npm with husky']!
  const cwd = repository(files)
  expect((await runIn({ cwd, services })).code).toBe(1)
  await setup(cwd, '--yes')
  const known = await runIn({ cwd, services })
  expect([known.code, known.stderr]).toEqual([0, expect.stringMatching(/known findings? left out/)])
  fs.writeFileSync(path.join(cwd, 'docs/plans/new.md'), valid.replace('### Step 2', '### Step 7'))
  const { code, stdout } = await runIn({ cwd, services }, '-f', 'compact')
  expect([code, /docs\/plans\/new\.md:/.test(stdout), /docs\/plans\/search\.md:\d/.test(stdout)]).toEqual([
    1,
    true,
    false
  ])
  // From a folder below, the same holds.
  expect((await runIn({ cwd: path.join(cwd, 'docs'), services }, 'plans/search.md')).code).toBe(0)
  fs.rmSync(path.join(cwd, 'docs/plans/search.md'))
  expect((await runIn({ cwd, services }, '--update-baseline')).stderr).toMatch(/took out \d+ mended finding/)
  expect(read(cwd, 'planlint-baseline.json')).not.toContain('search.md')
})

test('pre-commit is told of the places that the configuration gives a profile to', async () => {
  const cwd = repository({ '.pre-commit-config.yaml': 'repos: []\n', 'rfcs/a.md': valid, 'rfcs/b (1).md': valid })
  await setup(cwd, '--yes')
  const { repos } = parse(read(cwd, '.pre-commit-config.yaml')) as { repos: { hooks: { files?: string }[] }[] }
  const [usual, elsewhere] = repos[0]!.hooks
  expect(usual).toEqual({ id: 'planlint' })
  const files = new RegExp(elsewhere!.files!)
  expect(['rfcs/a.md', 'rfcs/b (1).md', 'docs/a.md'].map(name => files.test(name))).toEqual([true, true, false])
})

test('a baseline that nothing names is named; one that code would have to name is left to people', async () => {
  const plan = valid.replace('### Step 2', '### Step 7')
  const cwd = repository({ 'PLAN.md': plan })
  await runIn({ cwd, services }, '--baseline', 'planlint-baseline.json', '--update-baseline')
  const before = read(cwd, 'planlint-baseline.json')
  await setup(cwd, '--yes', '--only', 'baseline')
  expect(read(cwd, 'planlint-baseline.json')).toBe(before)
  expect((await runIn({ cwd, services })).code).toBe(0)

  const code = repository({ 'PLAN.md': plan, '.remarkrc.cjs': "module.exports = { plugins: ['planlint'] }\n" })
  const { stdout } = await setup(code, '--yes', '--only', 'baseline')
  expect(stdout).toMatch(/^! baseline +by hand: [^]*"baseline":[^]*then: npx planlint --update-baseline$/m)
  expect(fs.existsSync(path.join(code, 'planlint-baseline.json'))).toBe(false)
})

describe('questions', () => {
  const answer = async (cwd: string, ...lines: string[]): Promise<Outcome> => {
    const out: string[] = []
    const io = {
      stdout: { write: (text: string) => out.push(text) },
      stderr: { write: (text: string) => out.push(text) },
      stdin: (async function* () {
        yield* lines.map(line => `${line}\n`)
      })(),
      cwd,
      env: {},
      isTTY: true,
      isInputTTY: true,
      columns: 100
    }
    return { code: await run(['setup'], io, services), stdout: out.join(''), stderr: '' }
  }
  const files = { 'package.json': '{ "name": "a" }\n', 'PLAN.md': valid }

  test('what is agreed to is written, and nothing else', async () => {
    const cwd = repository(files)
    const { code, stdout } = await answer(cwd, 'n', 'n', 'what', 'd', 'y', 'no', 'N')
    expect(code).toBe(0)
    expect(stdout).toContain('y: yes, n: no')
    expect(stdout).toContain(`+exec npx planlint --staged`)
    expect(read(cwd, '.git/hooks/pre-commit')).toBe(gitHook('npm'))
    expect(fs.statSync(path.join(cwd, '.git/hooks/pre-commit')).mode & 0o111).not.toBe(0)
    expect(read(cwd, 'package.json')).toBe(files['package.json'])
    expect(fs.existsSync(path.join(cwd, '.github'))).toBe(false)
  })

  test('all at once; nothing where it is stopped, or where the input ends', async () => {
    const one = repository(files)
    await answer(one, 'a')
    expect(read(one, '.github/workflows/plans.yml')).toBe(githubWorkflow)
    for (const lines of [['y', 'y', 'q'], ['y']]) {
      const two = repository(files)
      expect((await answer(two, ...lines)).stdout).toContain('Nothing was written.')
      expect(read(two, 'package.json')).toBe(files['package.json'])
    }
  })
})

describe('never', () => {
  test('overwrites: what is there and can’t be merged is told, with the lines to write', async () => {
    const files = {
      '.git/hooks/pre-commit': '#!/bin/sh\nmake check\n',
      '.github/workflows/plans.yml': 'on: push\n',
      '.github/workflows/planlint.yml': '# mine\n',
      '.remarkrc.mjs': 'export default { plugins: [] }\n',
      '.vscode/extensions.json': '["odd"]\n',
      'PLAN.md': valid
    }
    const cwd = repository(files)
    const { code, stdout } = await setup(cwd, '--yes')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^! hook +by hand: \.git\/hooks\/pre-commit is there already[^]*npx planlint --staged$/m)
    expect(stdout).toMatch(/^! configuration +by hand: [^]*\.remarkrc\.mjs[^]*"planlint"$/m)
    expect(stdout).toMatch(/^! editor +by hand: /m)
    for (const [name, text] of Object.entries(files)) expect(read(cwd, name)).toBe(text)
  })

  test('asks again for what code says as it was told to', async () => {
    const cwd = repository({
      '.remarkrc.mjs': 'export default { plugins: ["planlint"] }\n',
      'PLAN.md': '# Plan\n\n## Step 1: A\n\nTBD\n\n## Step 2: B\n\nTBD\n'
    })
    const first = await setup(cwd, '--only', 'configuration,baseline')
    expect(first.stdout).toMatch(/^! baseline +by hand: [^]*\["planlint",\{"baseline":"planlint-baseline.json"\}\]$/m)
    expect(first.code).toBe(2)
    const code = 'export default { plugins: [["planlint", { baseline: "planlint-baseline.json" }]] }\n'
    fs.writeFileSync(path.join(cwd, '.remarkrc.mjs'), code)
    const again = await setup(cwd, '--only', 'configuration,baseline')
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('Nothing to write: all is set up.')])
  })

  test('says that lint-staged judges where nothing runs it', async () => {
    const files = { 'package.json': '{"lint-staged": {"*.ts": "eslint"}}', 'PLAN.md': valid }
    const cwd = repository(files)
    const { stdout } = await setup(cwd, '--only', 'hook')
    expect(stdout).toContain('once a hook runs it, which none here does: npx lint-staged')
    fs.mkdirSync(path.join(cwd, '.git/hooks'), { recursive: true })
    fs.writeFileSync(path.join(cwd, '.git/hooks/pre-commit'), '#!/bin/sh\nnpx lint-staged\n')
    expect((await setup(cwd, '--only', 'hook')).stdout).not.toContain('once a hook')
  })

  test('writes into a configuration that can’t be used', async () => {
    for (const [text, words] of [
      ['{\n  // plans\n  "plugins": [],\n}\n', '.remarkrc.json:2:3: not valid JSON'],
      ['{"plugins": [["planlint", {"rulse": {}}]]}', 'Unknown option "rulse" (did you mean "rules"?)']
    ] as const) {
      const cwd = repository({ '.remarkrc.json': text, 'PLAN.md': valid })
      const { stdout, code } = await setup(cwd, '--only', 'configuration,baseline')
      expect(stdout).toMatch(/^! configuration +by hand: it has to be mended first$/m)
      expect(stdout).toContain(words)
      expect([code, read(cwd, '.remarkrc.json')]).toEqual([2, text])
    }
  })

  test('touches other lines of YAML', async () => {
    const before =
      'plugins:\n    - remark-lint        # base\n    - [remark-lint-x,    3]\nsettings: {bullet: "-"}   # dash\n'
    const cwd = repository({ '.remarkrc.yaml': before, 'PLAN.md': valid })
    await setup(cwd, '--yes', '--only', 'configuration')
    const after = read(cwd, '.remarkrc.yaml')
    expect(after.replace('    - planlint\n', '')).toBe(before)
    expect(parse(after)).toMatchObject({ plugins: ['remark-lint', ['remark-lint-x', 3], 'planlint'] })
  })

  test('writes outside of the repository', async () => {
    const outside = folderOf({ a: '' })
    const cwd = repository({ 'PLAN.md': valid })
    fs.symlinkSync(outside, path.join(cwd, '.github'))
    const { code, stderr } = await setup(cwd, '--yes', '--only', 'ci')
    expect([code, stderr]).toEqual([
      2,
      `planlint: ".github/workflows/plans.yml" can't be written: a link leads out of the repository\n`
    ])
    expect(fs.readdirSync(outside)).toEqual(['a'])
  })

  test('more than its parts are asked for; unknown ones are named', async () => {
    const cwd = repository({ 'PLAN.md': valid })
    await setup(cwd, '--yes', '--only', 'ci,editor', '--skip', 'editor')
    expect(fs.readdirSync(cwd).sort()).toEqual(['.git', '.github', 'PLAN.md'])
    expect(await setup(cwd, '--only', 'edito')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^planlint: Unknown part "edito" after --only \(did you mean "?editor"?\?\)/
      ) as string
    })
  })

  test('looks below a folder for the whole: from anywhere the top is set up', async () => {
    const cwd = repository({ 'packages/a/PLAN.md': valid })
    const { stdout } = await setup(path.join(cwd, 'packages/a'), '--yes', '--only', 'ci')
    expect(stdout).toContain('Found in ../..:')
    expect(read(cwd, '.github/workflows/plans.yml')).toBe(githubWorkflow)
  })
})

describe('what is written is what the guides say', () => {
  const guide = 'guides/git-hooks.md'
  test('hooks', () => {
    expect(parse(block(guide, 'In `.pre-commit-config.yaml`'))).toEqual({ repos: [parse(preCommitItem())] })
    expect(parse(block(guide, 'In `lefthook.yml`'))).toEqual({
      'pre-commit': { commands: { planlint: parse(lefthookCommand('npm')) } }
    })
    expect(block(guide, 'npx husky init\n```')).toBe(`${stagedCommand('npm')}\n`)
    expect(readJson(block(guide, 'In `package.json`'))).toEqual({
      'lint-staged': { [lintStaged.glob]: lintStaged.command }
    })
    expect(block(guide, '## Without a tool')).toBe(gitHook('npm'))
    for (const runner of Object.values(runners)) expect(read(root, `docs/${guide}`)).toContain(`\`${runner} planlint`)
  })

  test('continuous integration, editors, agents', () => {
    expect(block('guides/github.md', 'In `.github/workflows/plans.yml`')).toBe(githubWorkflow)
    expect(parse(block('guides/gitlab.md', 'In `.gitlab-ci.yml`'))).toEqual({ planlint: parse(gitlabJob(true)) })
    const [fetching] = (parse(gitlabJob(false)) as { script: string[] }).script
    expect(read(root, 'docs/guides/gitlab.md')).toContain(fetching!.replace(/ --since.*/, ''))
    expect(readJson(block('guides/editors.md', 'In `.vscode/extensions.json`'))).toEqual({
      recommendations: [vscodeExtension]
    })
    expect(readJson(block('agents.md', 'In `.claude/settings.json`'))).toEqual({ hooks: { PostToolUse: [claudeHook] } })
  })
})

describe('edits', () => {
  test.each([
    ['{}', ['a'], 1, '{\n  "a": 1\n}'],
    ['{ "b": 2 }\n', ['a'], 1, '{ "b": 2, "a": 1 }\n'],
    ['{\n\t"b": [], // why\n\t"c": {}\n}\n', ['b', 0], 'x', '{\n\t"b": ["x"], // why\n\t"c": {}\n}\n'],
    ['{\r\n  "b": 2, /* , */\r\n}\r\n', ['c'], 1, '{\r\n  "b": 2, /* , */\r\n  "c": 1,\r\n}\r\n'],
    ['{\n  "b": 2 // two\n}\n', ['c'], 1, '{\n  "b": 2, // two\n  "c": 1\n}\n'],
    ['{\r\n  "b": 2\r\n}\r\n', ['c', 'd'], 1, '{\r\n  "b": 2,\r\n  "c": {\r\n    "d": 1\r\n  }\r\n}\r\n'],
    ['{ "a": "}" }', ['a', 'b'], 1, undefined],
    ['', ['a', 0], 1, '{\n  "a": [1]\n}\n']
  ] as const)('JSON %j', (text, place, value, expected) => {
    expect(setInJson(text, [...place], value)).toBe(expected)
  })

  test('JSON: sorted members, and what is none', () => {
    expect(setInJson('{\n  "a": 1,\n  "c": 3\n}', ['b'], 2, true)).toBe('{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}')
    for (const text of ['{', '{"a" 1}', '[1, ', '{a: 1}', `${'['.repeat(500)}`, '"'])
      expect(() => setInJson(text, ['b'], 2)).toThrow(SyntaxError)
  })

  test.each([
    ['a: 1 # one\n', [], 'b', 'x: 1\n', 'a: 1 # one\nb:\n  x: 1\n'],
    ['a:\n    - 1 # one\n# end\n', ['a'], undefined, '2\n', 'a:\n    - 1 # one\n    - 2\n# end\n'],
    ['a:\n- k: 1\n\nb: |\n  text\n', ['a'], undefined, 'k: 2\nl: 3\n', 'a:\n- k: 1\n- k: 2\n  l: 3\n\nb: |\n  text\n'],
    ['# only\n', ['a', 'b'], 'c', 'd: 1\n', '# only\na:\n  b:\n    c:\n      d: 1\n'],
    ['a: # why\n', ['a'], 'b', 'c: 1\n', 'a:\n  # why\n  b:\n    c: 1\n'],
    ['a: [1, 2] # flow\n', ['a'], undefined, '3\n', 'a: [ 1, 2, 3 ] # flow\n'],
    ['a: text', ['a'], 'b', 'c: 1\n', undefined],
    ['a: 1\n', [], 'a', 'b: 2\n', undefined],
    ['a: {\n', [], 'b', 'c: 1\n', undefined],
    ['a: 1\n---\nb: 2\n', [], 'c', 'd: 1\n', undefined],
    ['a: 1\n\nc: 2\n', [], 'b', 'd: 3\n', 'a: 1\n\nc: 2\n\nb:\n  d: 3\n'],
    ['a: 1\r\n', [], 'b', 'c: 1\n', 'a: 1\r\nb:\r\n  c: 1\r\n']
  ] as const)('YAML %j', (text, place, key, lines, expected) => {
    expect(addToYaml(text, place, key, lines)).toBe(expected)
  })
})
