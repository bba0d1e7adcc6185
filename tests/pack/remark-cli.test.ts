/** One verdict: remark-cli with the project's configuration says what planlint says. Both run from dist/. */
import { expect, test } from 'vitest'
import { readPlanlint, readRemark, root, runNode } from './both.ts'

const run = (script: string, ...words: string[]) => runNode(root, script, ...words)

test('remark . and planlint say the same of the project', { timeout: 60_000 }, async () => {
  const [remark, planlint] = [
    await run('node_modules/remark-cli/cli.js', '.', '--no-stdout', '--no-color'),
    await run('dist/bin.cjs', '--format', 'json')
  ]
  expect(planlint.stderr).toBe('')
  const found = readPlanlint(planlint.stdout)
  expect(Object.keys(found)).toEqual(['examples/flawed-design-plan.md'])
  expect(found['examples/flawed-design-plan.md']).toHaveLength(8)
  expect(readRemark(remark.stderr)).toEqual(found)
  expect([remark.code, planlint.code]).toEqual([1, 1])
})

test('the valid example passes both', { timeout: 60_000 }, async () => {
  const file = 'examples/valid-design-plan.md'
  const [remark, planlint] = [
    await run('node_modules/remark-cli/cli.js', file, '--no-stdout', '--no-color', '--frail'),
    await run('dist/bin.cjs', file)
  ]
  expect(remark).toEqual({ code: 0, stdout: '', stderr: `${file}: no issues found\n` })
  expect(planlint.code).toBe(0)
})
