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

test('a part that is not there, or there with other plans, is no pass', async () => {
  const cwd = folderOf({ 'a-plan.md': good, 'b-plan.md': good, 'c-plan.md': good })
  for (const part of [1, 2, 3]) await runIn({ cwd }, '--shard', `${part}/3`, '-f', 'json', '-o', `${part}.json`)
  const merged = async (...parts: string[]): Promise<[number, string]> => {
    const { code, stderr } = await runIn({ cwd }, 'merge', ...parts.map(part => `${part}.json`))
    return [code, stderr]
  }
  expect(await merged('1', '2', '3')).toEqual([0, ''])
  expect(await merged('1', '3')).toEqual([2, 'planlint: No report of part 2 of 3: what lies there is not judged\n'])
  expect(await merged('1', '2', '3', '2')).toEqual([0, ''])
  write(cwd, 'other.json', { version: 1, files: [], shard: { part: 2, of: 3 } })
  expect(await merged('1', '2', '3', 'other')).toEqual([
    2,
    'planlint: Several reports of part 2 of 3: "2.json", "other.json"\n'
  ])
  expect((await runIn({ cwd }, 'merge', '1.json', '-f', 'agent')).stdout).not.toContain('passed')
  const whole = (await runIn({ cwd }, '-f', 'json')).stdout
  expect((await runIn({ cwd }, 'merge', '3.json', '1.json', '2.json', '-f', 'json')).stdout).toBe(whole)
})

test('reports of runs that were not shared out say nothing of parts', async () => {
  const cwd = folderOf({ 'a-plan.md': good, 'b-plan.md': good })
  for (const name of ['a', 'b']) await runIn({ cwd }, `${name}-plan.md`, '-f', 'json', '-o', `${name}.json`)
  expect((await runIn({ cwd }, 'merge', 'a.json', 'b.json')).code).toBe(0)
})

test.each([{ part: 0, of: 2 }, { part: 3, of: 2 }, { part: 1, of: 1e9 }, { part: 1 }])('no part is %j', async shard => {
  const cwd = folderOf({})
  write(cwd, 'a.json', { version: 1, files: [], shard })
  const { code, stderr } = await runIn({ cwd }, 'merge', 'a.json')
  expect([code, stderr]).toEqual([2, expect.stringContaining('Report "a.json" can\'t be used: expected ')])
})
