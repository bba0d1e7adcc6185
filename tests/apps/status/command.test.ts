import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ownServices } from '../../../src/cli/runtime/own-services.ts'
import { commitDates } from '../../../src/repo/past/dates.ts'
import { folderOf, runIn } from '../../cli/harness.ts'
import { plan } from './reports.ts'

const services = ownServices
const goodPlan = fs.readFileSync(
  path.join(import.meta.dirname, '../../../fixtures/plans/design-plan/valid-1.md'),
  'utf8'
)

function git(cwd: string, date: string, ...args: string[]): void {
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null' }
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args], {
    cwd,
    env,
    stdio: 'pipe'
  })
}

describe('dates', () => {
  test('the last commit of each file in one question, from a folder below the top, odd names included', async () => {
    const root = folderOf({ 'docs/a.md': '1', 'docs/ü 1*.md': '1', 'b.md': '1', 'docs/new.md': '' })
    git(root, '2026-01-01T00:00:00Z', 'init', '-q')
    git(root, '2026-01-01T00:00:00Z', 'add', 'docs/a.md', 'docs/ü 1*.md', 'b.md')
    git(root, '2026-01-01T00:00:00Z', 'commit', '-qm', 'one')
    fs.writeFileSync(path.join(root, 'docs/a.md'), '2')
    git(root, '2026-02-01T00:00:00Z', 'commit', '-qam', 'two')
    const { dates, isShallow } = await commitDates(
      ['a.md', 'ü 1*.md', '../b.md', 'new.md', '../../outside.md'],
      path.join(root, 'docs')
    )
    expect(Object.fromEntries(dates)).toEqual({
      'a.md': Date.UTC(2026, 1, 1),
      'ü 1*.md': Date.UTC(2026, 0, 1),
      '../b.md': Date.UTC(2026, 0, 1)
    })
    expect(isShallow).toBe(false)
  })

  test('no repository, no commit yet: nothing is known', async () => {
    const root = folderOf({ 'a.md': '' })
    expect((await commitDates(['a.md'], root)).dates.size).toBe(0)
    git(root, '2026-01-01T00:00:00Z', 'init', '-q')
    expect((await commitDates(['a.md'], root)).dates.size).toBe(0)
  })
})

describe('planlint status', () => {
  test('errors do not fail it', async () => {
    const cwd = folderOf({ 'PLAN.md': plan() })
    const { code, stdout, stderr } = await runIn({ cwd, services }, 'status', '-p', 'design-plan')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^PLAN\.md +design-plan .* 1\/2 /m)
  })

  test('several formats, each to its place', async () => {
    const cwd = folderOf({ 'docs/plans/a.md': goodPlan })
    const { code, stdout } = await runIn(
      { cwd, services },
      'status',
      '-f',
      'json',
      '-f',
      'html',
      '-o',
      'out/status.html',
      'docs'
    )
    expect(code).toBe(0)
    expect(JSON.parse(stdout).plans).toHaveLength(1)
    expect(fs.readFileSync(path.join(cwd, 'out/status.html'), 'utf8')).toMatch(/^<!doctype html>[^]*<\/html>\n$/)
  })

  test('--since says how far each plan has come, in every format', async () => {
    const cwd = folderOf({ 'docs/plans/a.md': plan(), 'docs/plans/b.md': goodPlan })
    const at = '2026-01-01T00:00:00Z'
    git(cwd, at, 'init', '-q', '-b', 'main')
    git(cwd, at, 'add', '.')
    git(cwd, at, 'commit', '-qm', 'one')
    fs.writeFileSync(path.join(cwd, 'docs/plans/a.md'), plan({ steps: [[true, true]], goal: 'TBD' }))
    fs.writeFileSync(path.join(cwd, 'docs/plans/c.md'), plan({ title: 'Cache' }))
    const run = async (...more: string[]) =>
      (await runIn({ cwd, services }, 'status', '--since', 'main', ...more)).stdout
    const text = await run()
    expect(text).toMatch(/^Since main: 1 new plan, boxes 1\/\d+ → 3\/\d+, errors \d+ → \d+, warnings 1 → 2$/m)
    expect(text).toMatch(/^ {2}docs\/plans\/a\.md: boxes 1 → 2 of 2, errors \d+ → \d+$/m)
    expect(text).toMatch(/^ {2}docs\/plans\/c\.md: new$/m)
    expect(text).not.toMatch(/^ {2}docs\/plans\/b\.md: .*→/m)
    expect(await run('-f', 'markdown')).toContain('**Since main**: 1 new plan')
    expect(await run('-f', 'html')).toContain('since <bdi>main</bdi>: 1 new plan')
    const json = JSON.parse(await run('-f', 'json')) as { since: string; plans: { before: object | null }[] }
    expect(json.since).toBe('main')
    expect(json.plans.map(each => each.before)).toMatchObject([
      { boxes: { total: 2, done: 1 } },
      { boxes: { total: 0 } },
      null
    ])
    expect(JSON.parse((await runIn({ cwd, services }, 'status', '-f', 'json')).stdout)).not.toHaveProperty('since')
  })

  test.each([
    [['status', '--since', 'nowhere'], 'not a git repository'],
    [['status', 'missing.md'], 'No such file or folder: "missing.md"'],
    [['status', '-f', 'htlm'], 'Unknown format "htlm" (did you mean "html"?)'],
    [['status', '-'], 'Unexpected "-"'],
    [['status', '--stale-days', 'soon'], 'Expected a whole number from 0 after --stale-days'],
    [['status', '--fix'], 'Unknown option "--fix"']
  ])('%j: trouble is told, exit 2', async (argv, words) => {
    const { code, stdout, stderr } = await runIn({ cwd: folderOf({ 'PLAN.md': goodPlan }), services }, ...argv)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
  })

  test("a plan that can't be read is a row, said on standard error, and exit 2", async () => {
    const cwd = folderOf({ 'docs/plans/a.md': goodPlan, 'docs/plans/b.md': new Uint8Array([0xff, 0xfe, 0x00]) })
    const { code, stdout, stderr } = await runIn({ cwd, services }, 'status', 'docs/plans')
    expect(code).toBe(2)
    expect(stdout).toContain('docs/plans/b.md: could not be read')
    expect(stderr).toContain('docs/plans/b.md')
  })
})
