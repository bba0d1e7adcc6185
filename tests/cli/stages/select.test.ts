/** `--since`, `--staged`, `--shard`: real repositories, real git. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ownServices } from '../../../src/cli/runtime/own-services.ts'
import { repo, sweep } from '../../repo/make.ts'
import type { TestRepo } from '../../repo/make.ts'
import { runIn } from '../harness.ts'

afterAll(sweep)

const clean = '# Plan\n'
const bad = '# Plan\nerror\n'

function inRepo(made: TestRepo, ...argv: string[]): ReturnType<typeof runIn> {
  return runIn({ cwd: made.top, env: made.env as Record<string, string> }, ...argv)
}

async function judged(made: TestRepo, ...argv: string[]): Promise<string[]> {
  const { stdout, stderr } = await inRepo(made, '--format', 'json', ...argv)
  if (stdout === '') throw new Error(stderr)
  return (JSON.parse(stdout) as { files: { path: string }[] }).files.map(file => file.path)
}

/** main with three plans; a branch that changes one, adds one, deletes one. */
function branched(): TestRepo {
  const made = repo()
  made.commit('first', { 'a-plan.md': bad, 'b-plan.md': clean, 'c-plan.md': clean })
  made.git('checkout', '-q', '-b', 'topic')
  made.commit('work', { 'b-plan.md': '# Plan\n\nMore\n', 'd-plan.md': clean, 'c-plan.md': null })
  return made
}

test('--since: what the branch changed, and what lies uncommitted or untracked', async () => {
  const made = branched()
  expect(await judged(made, '--since', 'main')).toEqual(['b-plan.md', 'd-plan.md'])
  made.write({ 'e-plan.md': clean, 'a-plan.md': '# Plan\n\nerror\n' })
  made.git('add', 'a-plan.md')
  expect(await judged(made, '--since', 'main')).toEqual(['a-plan.md', 'b-plan.md', 'd-plan.md', 'e-plan.md'])
})

test('--since: what main did meanwhile does not count', async () => {
  const made = branched()
  made.git('checkout', '-q', 'main')
  made.commit('meanwhile', { 'a-plan.md': clean })
  made.git('checkout', '-q', 'topic')
  expect(await judged(made, '--since', 'main')).toEqual(['b-plan.md', 'd-plan.md'])
})

test('--since: nothing changed is a pass, from a sub-folder too', async () => {
  const made = repo()
  made.commit('first', { 'docs/plans/a.md': bad })
  expect(await inRepo(made, '--since', 'HEAD')).toMatchObject({
    code: 0,
    stderr: 'planlint: No plan changed since HEAD\n'
  })
  made.write({ 'docs/plans/b.md': bad })
  const { stdout } = await runIn(
    { cwd: `${made.top}/docs`, env: made.env as Record<string, string> },
    '--since',
    'HEAD',
    '--format',
    'compact'
  )
  expect(stdout).toMatch(/^plans\/b\.md:2:1: error/)
})

test('--since: an unknown commit, and no repository, are told', async () => {
  const made = branched()
  expect(await inRepo(made, '--since', 'mian')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: 'planlint: --since: Unknown commit, branch or tag "mian": fetch it first, or check the name\n'
  })
  const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-'))
  const { code, stderr } = await runIn({ cwd: elsewhere, env: made.env as Record<string, string> }, '--since', 'main')
  fs.rmSync(elsewhere, { recursive: true })
  expect(code).toBe(2)
  expect(stderr).toContain('--since: not a git repository')
})

test('--staged judges the index, not the work tree', async () => {
  const made = repo()
  made.commit('first', { 'a-plan.md': clean, 'b-plan.md': clean })
  made.write({ 'a-plan.md': bad, 'b-plan.md': bad })
  made.git('add', 'a-plan.md')
  made.write({ 'a-plan.md': clean })
  const { code, stdout } = await inRepo(made, '--staged', '--format', 'compact')
  expect(stdout).toBe(
    'a-plan.md:2:1: error: Found error [no-placeholder]\nplanlint: info: judged by design-plan: a-plan.md [judged]\n'
  )
  expect(code).toBe(1)
})

test('--staged: a plan that is staged and gone from the work tree; deleted ones and others do not count', async () => {
  const made = repo()
  made.commit('first', { 'old-plan.md': bad, 'notes.md': '# Plan\nerror\n', 'x-plan.md': bad })
  made.write({ 'new-plan.md': bad, 'old-plan.md': null, 'notes.md': '# Plan\n\nerror\n' })
  made.git('add', '-A')
  made.write({ 'new-plan.md': null })
  expect(await judged(made, '--staged')).toEqual(['new-plan.md'])
  expect(await judged(made, '--staged', 'new-plan.md')).toEqual(['new-plan.md'])
  expect(await judged(made, '--staged', '.')).toEqual(['new-plan.md', 'notes.md'])
})

test('--staged: what git is only told of is no part of the commit, and said to be none', async () => {
  const made = repo()
  made.commit('first', { 'README.md': 'x' })
  made.write({ 'a-plan.md': bad, 'b.md': bad })
  made.git('add', '-N', '.')
  const { code, stdout } = await inRepo(made, '--staged', '--format', 'compact')
  expect(stdout).toBe(
    'a-plan.md:1:1: info: excluded: only meant to be added (git add -N): the commit will not have it [excluded]\n'
  )
  expect(code).toBe(0)
  made.git('add', 'a-plan.md')
  expect(await judged(made, '--staged')).toEqual(['a-plan.md'])
})

test('--staged in a hook: another index by GIT_INDEX_FILE', async () => {
  const made = repo()
  made.commit('first', { 'a-plan.md': clean, 'b-plan.md': clean })
  made.write({ '.gitignore': 'node_modules\n' })
  made.git('read-tree', '--index-output=.git/other', 'HEAD')
  made.write({ 'b-plan.md': bad })
  const env = { ...made.env, GIT_INDEX_FILE: `${made.top}/.git/other`, GIT_DIR: '.git' } as Record<string, string>
  const { execFileSync } = await import('node:child_process')
  execFileSync('git', ['add', 'b-plan.md'], { cwd: made.top, env })
  expect(await runIn({ cwd: made.top, env }, '--staged', '--format', 'compact')).toMatchObject({
    code: 1,
    stdout:
      'b-plan.md:2:1: error: Found error [no-placeholder]\nplanlint: info: judged by design-plan: b-plan.md [judged]\n'
  })
  expect(await inRepo(made, '--staged')).toMatchObject({ code: 0 })
})

test('--staged: nothing staged is a pass, also where there is no plan at all', async () => {
  const made = repo()
  made.commit('first', { 'README.md': 'x' })
  const said = 'planlint: No staged plan: nothing to judge\n'
  expect(await inRepo(made, '--staged')).toMatchObject({ code: 0, stderr: said })
  const { code, stdout, stderr } = await inRepo(made, '--staged', '--format', 'json')
  expect([code, stderr, (JSON.parse(stdout) as { files: unknown[] }).files]).toEqual([0, said, []])
  expect(await inRepo(made, '--staged', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('--staged, --since: what is judged, or in trouble, is not said to be nothing', async () => {
  const made = repo()
  made.commit('first', { 'a-plan.md': clean })
  expect((await inRepo(made, '--staged', 'b-plan.md')).stderr).toBe('planlint: No such file or folder: "b-plan.md"\n')
  made.write({ 'a-plan.md': '# Plan\n\nMore\n' })
  made.git('add', '-A')
  expect(await inRepo(made, '--staged')).toMatchObject({ code: 0, stderr: '' })
  expect(await inRepo(made, '--since', 'HEAD')).toMatchObject({ code: 0, stderr: '' })
})

test('--staged: what is not UTF-8 in the index is trouble', async () => {
  const made = repo()
  made.commit('first', { 'a-plan.md': clean })
  const { writeFileSync } = await import('node:fs')
  writeFileSync(`${made.top}/a-plan.md`, Buffer.from([0x23, 0x20, 0xe4, 0x0a]))
  made.git('add', '-A')
  const { code, stderr } = await inRepo(made, '--staged')
  expect(code).toBe(2)
  expect(stderr).toMatch(/^planlint: a-plan\.md:1:3: Expected UTF-8, but byte 3 is not/)
})

test.each([['--staged'], ['--since', 'HEAD']])(
  '%s: what a moved file leaves behind in its set counts',
  async (...argv) => {
    const made = repo()
    const names = ['spec', 'plan', 'tasks'].map(name => `specs/001-a/${name}.md`)
    made.commit('first', Object.fromEntries(names.map(name => [name, clean])))
    made.git('mv', 'specs/001-a/tasks.md', 'old.md')
    const { stdout } = await runIn(
      { cwd: made.top, env: made.env as Record<string, string>, services: ownServices },
      ...argv,
      '-f',
      'json'
    )
    const { files } = JSON.parse(stdout) as { files: { path: string }[] }
    expect(files.map(file => file.path)).toEqual(['specs/001-a/plan.md', 'specs/001-a/spec.md'])
  }
)

test('--shard: every plan in exactly one part, whatever the others are', async () => {
  const made = repo()
  const names = Array.from({ length: 30 }, (_, index) => `p${index}-plan.md`)
  made.write(Object.fromEntries(names.map(name => [name, clean])))
  const parts = await Promise.all([1, 2, 3, 4].map(part => judged(made, '--shard', `${part}/4`)))
  expect(parts.flat().sort()).toEqual(names.sort())
  expect(parts.every(part => part.length > 0)).toBe(true)
  for (const name of parts[0]!.slice(1)) made.write({ [name]: null })
  expect(await judged(made, '--shard', '1/4')).toEqual([parts[0]![0]])
  expect(await judged(made, '--shard', '2/4')).toEqual(parts[1])
})

test('--shard: an empty part passes', async () => {
  const made = repo()
  made.write({ 'a-plan.md': clean })
  const parts = await Promise.all(
    Array.from({ length: 5 }, async (_, index) => await inRepo(made, '--shard', `${index + 1}/5`))
  )
  expect(parts.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0])
  const said = parts.flatMap(({ stderr }, index) => (stderr === '' ? [] : [[index + 1, stderr]]))
  expect(said).toHaveLength(4)
  for (const [part, stderr] of said) expect(stderr).toBe(`planlint: No plan in part ${part}/5\n`)
})

test.each(['0/3', '4/3', '1', '1/0', 'a/b', '1/2/3', '-1/3', '1/99999'])('--shard=%s is refused', async shard => {
  const { code, stderr } = await runIn({ cwd: '/' }, `--shard=${shard}`)
  expect(code).toBe(2)
  expect(stderr).toBe(`planlint: Expected I/N after --shard, with I from 1 to N and N up to 10000, not "${shard}"\n`)
})

test.each([
  [['--since', 'main', '--staged'], 'Conflicting --since and --staged: choose one'],
  [['--staged', '--fix'], 'Conflicting --staged and --fix: what is staged is not what lies in the work tree'],
  [['--fix', '--fix-dry-run'], 'Conflicting --fix and --fix-dry-run: choose one'],
  [['--update-baseline'], 'Missing --baseline FILE: --update-baseline needs to know which file'],
  [['--watch', '-'], 'Conflicting --watch and "-": standard input does not change']
])('%j', async (argv, message) => {
  expect(await runIn({ cwd: '/' }, ...argv)).toEqual({ code: 2, stdout: '', stderr: `planlint: ${message}\n` })
})
