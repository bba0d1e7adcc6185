/** What CONTRIBUTING promises of `npm run new-rule`, done in a copy. */
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-new-rule-'))
afterAll(() => fs.rmSync(copy, { recursive: true, force: true }))

const tool = (name: string): string => path.join(root, 'node_modules', name)
const run = (script: string, ...words: string[]): string =>
  execFileSync(process.execPath, [script, ...words], { cwd: copy, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

test('a new rule is a rule, its fixtures and its page', { timeout: 300_000 }, () => {
  for (const name of [
    'src',
    'rules',
    'fixtures',
    'docs',
    'examples',
    'schema',
    'package.json',
    'tsconfig.json',
    'README.md',
    '.pre-commit-hooks.yaml'
  ])
    fs.cpSync(path.join(root, name), path.join(copy, name), { recursive: true })
  fs.cpSync(path.join(root, 'tests/rules'), path.join(copy, 'tests/rules'), { recursive: true })
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir')

  expect(() => run(tool('tsx/dist/cli.mjs'), 'src/dev/new-rule.ts', 'Not A Name')).toThrow(/kebab-case/)
  expect(() => run(tool('tsx/dist/cli.mjs'), 'src/dev/new-rule.ts', 'file-tree')).toThrow(/exists already/)
  expect(run(tool('tsx/dist/cli.mjs'), 'src/dev/new-rule.ts', 'my-rule').split('\n').slice(0, 3)).toEqual([
    'rules/my-rule/index.ts',
    'fixtures/rules/my-rule/valid-1.md',
    'fixtures/rules/my-rule/invalid-1.md'
  ])
  expect(() => run(tool('tsx/dist/cli.mjs'), 'src/dev/gen.ts', '--check')).toThrow(/rules\/index\.ts is out of date/)
  run(tool('tsx/dist/cli.mjs'), 'src/dev/gen.ts')
  run(tool('vitest/vitest.mjs'), 'run', 'tests/rules/fixtures.test.ts', '-t', 'my-rule', '-u')
  expect(fs.readFileSync(path.join(copy, 'fixtures/rules/my-rule/invalid-1.txt'), 'utf8')).toContain('[my-rule]')
  run(tool('tsx/dist/cli.mjs'), 'src/dev/gen.ts')
  expect(fs.readFileSync(path.join(copy, 'rules/my-rule.md'), 'utf8')).toContain(
    '╰─ warning: Expected a name of fewer than ten words'
  )
  run(tool('tsx/dist/cli.mjs'), 'src/dev/gen.ts', '--check')
  const { stdout } = spawnSync(
    process.execPath,
    [tool('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json', '--types', 'node'],
    { cwd: copy, encoding: 'utf8' }
  )
  expect(stdout.split('\n').filter(line => line.startsWith('rules/'))).toEqual([])
})
