import fs from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { formatNames } from '../../../src/report/index.ts'
import { repo, sweep } from '../../repo/make.ts'
import type { TestRepo } from '../../repo/make.ts'
import { folderOf, runIn } from '../harness.ts'

afterAll(sweep)

function inRepo(made: TestRepo, ...argv: string[]): ReturnType<typeof runIn> {
  return runIn({ cwd: made.top, env: made.env as Record<string, string> }, ...argv)
}

/** One finding mended, one new, two as before: one of them in a plan that was moved. */
function changed(): TestRepo {
  const made = repo()
  made.commit('first', {
    'a-plan.md': '# Plan\nerror\nwarning\n',
    'old/b-plan.md': `# Plan\nerror\n${'text that stays\n'.repeat(20)}`
  })
  made.git('checkout', '-q', '-b', 'topic')
  made.move('old/b-plan.md', 'new/b-plan.md')
  made.commit('work', { 'a-plan.md': '# Plan\nerror\n\n\nerror\n' })
  return made
}

test('json counts, and marks what is new; the exit code is that of now', async () => {
  const { code, stdout } = await inRepo(changed(), '--compare', 'main', '-f', 'json')
  const { compare, files } = JSON.parse(stdout) as { compare: object; files: { findings: { new: boolean }[] }[] }
  expect(compare).toEqual({
    ref: 'main',
    fixed: 1,
    new: 1,
    persisting: 2,
    mended: [{ path: 'a-plan.md', rule: 'no-placeholder', severity: 'warning', message: 'Found warning' }]
  })
  expect(files.map(file => file.findings.map(finding => finding.new))).toEqual([[false, true], [false]])
  expect(code).toBe(1)
})

test('what was mended is named, beside what is new', async () => {
  const text = (await inRepo(changed(), '--compare', 'main')).stdout
  expect(text).toMatch(/Mended since main\n {2}a-plan\.md\n {4}✔ .+ \[/)
  expect(text.match(/\] new$/gm)).toHaveLength(1)
  const markdown = (await inRepo(changed(), '--compare', 'main', '-f', 'markdown')).stdout
  expect(markdown).toMatch(/<b>Mended since main<\/b><\/summary>\n\n- a-plan\.md: /)
  expect(markdown.match(/_new_/g)).toHaveLength(1)
  expect((await inRepo(changed(), '--compare', 'main', '--quiet')).stdout).not.toContain('Mended since')
})

test('all mended is a pass; a plan that is new since then has new findings alone', async () => {
  const made = changed()
  made.write({ 'a-plan.md': '# Plan\n', 'new/b-plan.md': '# Plan\n', 'c-plan.md': '# Plan\nwarning\n' })
  const { code, stdout } = await inRepo(made, '--compare', 'main', '-f', 'json')
  expect(JSON.parse(stdout)).toMatchObject({ compare: { fixed: 2, new: 1, persisting: 0 } })
  expect(code).toBe(0)
})

test.each(formatNames)('%s says it', async format => {
  const { stdout } = await inRepo(changed(), '--compare', 'main', '-f', format)
  if (format === 'gitlab')
    return expect(
      (JSON.parse(stdout) as { check_name: string }[]).filter(each => each.check_name !== 'judged')
    ).toHaveLength(3)
  if (format === 'sarif')
    return expect(stdout.match(/"baselineState": "\w+"/g)).toEqual([
      '"baselineState": "unchanged"',
      '"baselineState": "new"',
      '"baselineState": "unchanged"'
    ])
  if (format === 'json') return expect(stdout).toContain('"persisting": 2')
  return expect(stdout).toContain('since main: 1 mended, 1 new, 2 as before')
})

test('nothing to compare with is told', async () => {
  expect(await inRepo(changed(), '--compare', 'nowhere')).toMatchObject({
    code: 2,
    stderr: 'planlint: --compare: Unknown commit, branch or tag "nowhere": fetch it first, or check the name\n'
  })
})

describe('merge', () => {
  const files = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [`p${index}-plan.md`, `# Plan\n${'error\n'.repeat(index % 3)}warning\n`])
  )

  async function shards(cwd: string, ...more: string[]): Promise<string[]> {
    const names = ['one.json', 'two.json', 'three.json']
    for (const [index, name] of names.entries())
      await runIn({ cwd }, '--shard', `${index + 1}/3`, '-f', 'json', '-o', name, ...more)
    return names
  }

  test.each(formatNames)('%s of the parts is that of the whole', async format => {
    const cwd = folderOf(files)
    const parts = await shards(cwd)
    const steady = (text: string): string => text.replace(/\d+(?:\.\d+)? m?s/g, 'N ms')
    const whole = await runIn({ cwd }, '-f', format)
    const merged = await runIn({ cwd }, 'merge', ...parts, '-f', format)
    expect(steady(merged.stdout)).toBe(steady(whole.stdout))
    expect(merged.code).toBe(whole.code)
  })

  test('order and repetition do not matter; warnings count over all parts', async () => {
    const cwd = folderOf(files)
    const [a, b, c] = (await shards(cwd)) as [string, string, string]
    const { stdout } = await runIn({ cwd }, 'merge', a, b, c, '-f', 'json')
    expect((await runIn({ cwd }, 'merge', c, a, b, a, '-f', 'json')).stdout).toBe(stdout)
    for (const name of Object.keys(files)) fs.writeFileSync(path.join(cwd, name), '# Plan\nwarning\n')
    await shards(cwd)
    expect((await runIn({ cwd }, 'merge', a, b, c, '--max-warnings', '8')).code).toBe(1)
    expect((await runIn({ cwd }, 'merge', a, b, c, '--max-warnings', '9')).code).toBe(0)
  })

  test('trouble of a part is trouble of the whole', async () => {
    const cwd = folderOf({ ...files, 'x-plan.md': '# Plan\ncrash\n' })
    const { code, stderr } = await runIn({ cwd }, 'merge', ...(await shards(cwd)))
    expect(code).toBe(2)
    expect(stderr).toBe('planlint: x-plan.md: Rule no-placeholder crashed\n')
  })

  test('comparisons add up', async () => {
    const made = changed()
    await inRepo(made, '--shard', '1/2', '--compare', 'main', '-f', 'json', '-o', 'one.json')
    await inRepo(made, '--shard', '2/2', '--compare', 'main', '-f', 'json', '-o', 'two.json')
    const { stdout } = await inRepo(made, 'merge', 'one.json', 'two.json', '-f', 'json')
    expect(stdout).toBe((await inRepo(made, '--compare', 'main', '-f', 'json')).stdout)
  })

  test.each([
    ['{}', 'expected a report of planlint, with "version": 1'],
    ['[', 'it is not JSON (write it with --format json --output-file)'],
    ['{"version":1}', 'expected a list at "files"'],
    ['{"version":1,"files":[{"path":1,"profileScore":1,"examined":{}}]}', 'expected a text at "files[0].path"'],
    ['{"version":1,"files":[null]}', 'expected an object at "files[0]"']
  ])('no report: %s', async (text, problem) => {
    const cwd = folderOf({ 'x.json': text })
    expect(await runIn({ cwd }, 'merge', 'x.json')).toEqual({
      code: 2,
      stdout: '',
      stderr: `planlint: Report "x.json" can't be used: ${problem}\n`
    })
  })

  test('reports that contradict each other, or are not there, are told', async () => {
    const cwd = folderOf({ 'a-plan.md': '# Plan\n' })
    await runIn({ cwd }, '-f', 'json', '-o', 'one.json')
    fs.writeFileSync(path.join(cwd, 'a-plan.md'), '# Plan\nerror\n')
    await runIn({ cwd }, '-f', 'json', '-o', 'two.json')
    expect((await runIn({ cwd }, 'merge', 'one.json', 'two.json')).stderr).toBe(
      'planlint: Conflicting reports: "one.json" and "two.json" say different things of a-plan.md\n'
    )
    expect((await runIn({ cwd }, 'merge', 'three.json')).stderr).toBe(
      'planlint: Report "three.json" can\'t be read: ENOENT\n'
    )
  })
})
