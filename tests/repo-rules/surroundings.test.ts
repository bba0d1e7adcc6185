import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { asksRepository, repositoryRules } from '../../src/cli/linters/surroundings.ts'
import { ownServices } from '../../src/cli/runtime/own-services.ts'
import { run } from '../../src/cli/run.ts'
import { countingGit, folder, repo, sweep, type TestRepo } from '../repo/make.ts'
import { plan } from './plan.ts'

afterAll(sweep)

async function lint(made: TestRepo, ...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const out: string[] = []
  const err: string[] = []
  const io = {
    stdout: { write: (each: string) => out.push(each) },
    stderr: { write: (each: string) => err.push(each) },
    stdin: (async function* () {})(),
    cwd: made.top,
    env: made.env as Record<string, string>,
    isTTY: false,
    columns: 100
  }
  const code = await run(argv, io, ownServices)
  return { code, stdout: out.join(''), stderr: err.join('') }
}

const good = plan({ tree: ['src/app.ts <modified>'] })
const bad = plan({ tree: ['src/none.ts <modified>'] })

it('knows the rules that ask the repository', () => {
  expect(repositoryRules).toEqual(rules.filter(rule => rule.repo).map(rule => rule.id))
  expect(asksRepository({})).toBe(true)
  const off = Object.fromEntries(repositoryRules.map(id => [id, 'off' as const]))
  expect(asksRepository({ rules: off })).toBe(false)
  expect(asksRepository({ rules: off, overrides: [{ files: '*.md', rules: { 'step-order': 'warn' } }] })).toBe(true)
})

it('asks git as often for many plans as for one, and not at all where no rule would', async () => {
  const made = repo()
  made.commit('first', {
    'src/app.ts': 'x',
    ...Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`docs/plans/plan-${i}.md`, good]))
  })
  const counted = countingGit(made.env)
  expect((await lint({ ...made, env: counted.env }, 'docs/plans/plan-1.md')).code).toBe(0)
  const one = counted.count()
  expect((await lint({ ...made, env: counted.env }, 'docs/plans')).code).toBe(0)
  expect(counted.count()).toBe(2 * one)
  made.write({
    '.remarkrc.json': JSON.stringify({
      plugins: [['planlint', { rules: { 'path-exists': false, 'command-exists': false, 'step-order': false } }]]
    })
  })
  const before = counted.count()
  await lint({ ...made, env: counted.env }, 'docs/plans/plan-1.md')
  expect(counted.count()).toBe(before)
})

it('judges a plan by the repository that holds it, wherever it is run', async () => {
  const outer = repo()
  mkdirSync(join(outer.top, 'vendor'))
  const inner = repo(join(outer.top, 'vendor'))
  inner.commit('first', { 'src/inner.ts': 'x', 'PLAN.md': plan({ tree: ['src/inner.ts <modified>'] }) })
  outer.write({ 'src/app.ts': 'x', 'PLAN.md': bad })
  outer.git('add', 'src', 'PLAN.md')
  outer.git('commit', '-q', '-m', 'first')
  const { stdout } = await lint(outer, 'PLAN.md', 'vendor/PLAN.md', '--format', 'compact')
  expect(
    stdout
      .trim()
      .split('\n')
      .filter(line => !line.startsWith('planlint: info: judged'))
  ).toEqual(['PLAN.md:22:1: error: Missing "src/none.ts" in the repository: it is to be modified [path-exists]'])
})

it('says that there is no repository', async () => {
  const top = folder()
  const made = { ...repo(), top, env: process.env } as TestRepo
  writeFileSync(join(top, 'PLAN.md'), bad)
  const { code, stdout } = await lint(made, 'PLAN.md')
  expect(code).toBe(0)
  expect(stdout).toContain('note: Repository-aware checks skipped: not a git repository')
})

it('forgets remembered verdicts when the repository changes', async () => {
  const made = repo()
  made.commit('first', { 'src/app.ts': 'x', 'PLAN.md': bad })
  expect((await lint(made, 'PLAN.md', '--cache')).code).toBe(1)
  expect((await lint(made, 'PLAN.md', '--cache')).code).toBe(1)
  // The plan then speaks of the state that it came with.
  made.git('rm', '-q', '--cached', 'PLAN.md')
  made.commit('second', { 'src/none.ts': 'x', '.gitignore': 'PLAN.md\n' })
  expect((await lint(made, 'PLAN.md', '--cache')).code).toBe(0)
})

it('names other plans in progress that change a file, where that is wanted', async () => {
  const made = repo()
  const config = JSON.stringify({ plugins: [['planlint', { rules: { 'path-conflict': true } }]] })
  made.commit('first', {
    'src/app.ts': 'x',
    'src/made.ts': 'x',
    'docs/plans/done.md': plan({ tree: ['src/app.ts <modified>', 'src/made.ts <new>'], head: '**Base commit**: v0' })
  })
  made.git('tag', 'v0')
  made.commit('plans', {
    'docs/plans/one.md': good,
    'docs/plans/two.md': good,
    'docs/plans/three.md': plan({ tree: ['src/three.ts <new>'] })
  })
  expect((await lint(made)).stdout).not.toContain('path-conflict')
  made.write({ '.remarkrc.json': config })
  const { stdout } = await lint(made, 'docs/plans/one.md', 'docs/plans/three.md', '--format', 'compact')
  expect(
    stdout
      .trim()
      .split('\n')
      .filter(line => !line.startsWith('planlint: info: judged'))
  ).toEqual([
    'docs/plans/one.md:22:1: warning: Conflicting plans: "docs/plans/two.md" modifies "src/app.ts" as well [path-conflict]'
  ])
})
