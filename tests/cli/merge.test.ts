/** Reports of several runs as one. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { folderOf, runIn } from './harness.ts'

const good = '# Plan\n\nfine\n'
const write = (cwd: string, name: string, report: object): void =>
  fs.writeFileSync(path.join(cwd, name), JSON.stringify(report))

test('a part that judged nothing fails the whole, though another judged something', async () => {
  const cwd = folderOf({ 'a-plan.md': good })
  expect((await runIn({ cwd }, 'a-plan.md', '-f', 'json', '-o', 'a.json')).code).toBe(0)
  expect((await runIn({ cwd }, 'merge', 'a.json')).code).toBe(0)
  const troubles = [{ code: 'nothing-judged', message: 'Nothing was judged: no file' }]
  write(cwd, 'b.json', { version: 1, files: [], troubles })
  const { code, stdout, stderr } = await runIn({ cwd }, 'merge', 'a.json', 'b.json', '-f', 'json')
  expect(code).toBe(2)
  expect((JSON.parse(stdout) as { troubles: unknown }).troubles).toEqual(troubles)
  expect(stderr).toBe('planlint: Nothing was judged: no file\n')
  expect((await runIn({ cwd }, 'merge', 'a.json', 'b.json', '-f', 'agent')).stdout).not.toContain('passed')
})

test('a trouble of both parts is told once', async () => {
  const cwd = folderOf({})
  const report = { version: 1, files: [], troubles: [{ code: 'git', message: 'git is there and fails' }] }
  write(cwd, 'a.json', report)
  write(cwd, 'b.json', report)
  const { code, stderr } = await runIn({ cwd }, 'merge', 'a.json', 'b.json')
  expect([code, stderr]).toEqual([2, 'planlint: git is there and fails\n'])
})
