/** lefthook, husky and lint-staged themselves, from the registry, with the recipes of the guide and real commits. */
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { block } from './guides.ts'
import { badPlan, can, fill, goodPlan, ground, newFolder, newRepository, root, run } from './place.ts'
import type { Outcome } from './place.ts'

const guide = 'guides/git-hooks.md'
const folder = newFolder('git-hooks')
let tarball = ''
beforeAll(async () => {
  const packed = await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root })
  tarball = path.join(folder, packed.stdout.trim().split('\n').at(-1)!)
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

interface Work {
  at: string
  git(...words: string[]): Promise<Outcome>
  shell(line: string): Promise<Outcome>
}

/** A project in which planlint and another package are installed. */
async function newProject(name: string, ...packages: string[]): Promise<Work> {
  const at = path.join(folder, name)
  fs.mkdirSync(at)
  const git = await newRepository(at)
  fill(at, { ...ground, '.gitignore': 'node_modules\n' })
  const shell = (line: string): Promise<Outcome> => run('bash', ['-ec', line], { cwd: at })
  const installed = await run('npm', ['install', '--save-dev', '--no-audit', '--no-fund', tarball, ...packages], {
    cwd: at,
    timeout: 280_000
  })
  expect(installed.code, installed.stderr).toBe(0)
  return { at, git, shell }
}

/** Blocked with a report, unstaged damage is none, then passing. */
async function commits({ at, git }: Work): Promise<void> {
  await git('add', '.')
  expect((await git('commit', '-m', 'start')).code).toBe(0)
  fill(at, { 'docs/plans/format.md': badPlan.replace('npm run typecheck && ', ''), 'README.md': '# A project\n' })
  await git('add', '.')
  const blocked = await git('commit', '-m', 'plan')
  expect(blocked.code, blocked.stdout + blocked.stderr).not.toBe(0)
  expect(blocked.stdout + blocked.stderr).toMatch(/Missing step 3: 4 follows 2/)
  fill(at, { 'docs/plans/format.md': goodPlan })
  await git('add', '.')
  fill(at, { 'docs/plans/format.md': badPlan, 'docs/plans/later.md': badPlan })
  const passed = await git('commit', '-m', 'plan')
  expect(passed.code, passed.stdout + passed.stderr).toBe(0)
  expect((await git('show', 'HEAD:docs/plans/format.md')).stdout).toBe(goodPlan)
  expect(fs.readFileSync(path.join(at, 'docs/plans/format.md'), 'utf8')).toBe(badPlan)
}

describe.skipIf(!can('the registry', 'npm', 'view', 'husky', 'version'))('recipes', () => {
  test('lefthook', async () => {
    const work = await newProject('lefthook', 'lefthook')
    fill(work.at, { 'lefthook.yml': block(guide, 'In `lefthook.yml`') })
    expect(await work.shell('npx lefthook install')).toMatchObject({ code: 0 })
    await commits(work)
  })

  test('husky', async () => {
    const work = await newProject('husky', 'husky')
    expect(await work.shell('npx husky init')).toMatchObject({ code: 0 })
    fill(work.at, {
      '.husky/pre-commit': block(guide, '## husky\n\n```sh\nnpm install --save-dev planlint husky\nnpx husky init\n```')
    })
    await commits(work)
  })

  test('husky with lint-staged mends on the way', async () => {
    const work = await newProject('lint-staged', 'husky', 'lint-staged')
    expect(await work.shell('npx husky init')).toMatchObject({ code: 0 })
    fill(work.at, { '.husky/pre-commit': block(guide, '### With lint-staged') })
    const manifest = JSON.parse(fs.readFileSync(path.join(work.at, 'package.json'), 'utf8')) as object
    fs.writeFileSync(
      path.join(work.at, 'package.json'),
      JSON.stringify({ ...manifest, ...(JSON.parse(block(guide, 'In `package.json`')) as object) })
    )
    await work.git('add', '.')
    expect((await work.git('commit', '-m', 'start')).code).toBe(0)
    fill(work.at, { 'docs/plans/format.md': badPlan, 'README.md': '# A project\n' })
    await work.git('add', '.')
    const mended = await work.git('commit', '-m', 'plan')
    expect(mended.code, mended.stdout + mended.stderr).toBe(0)
    expect((await work.git('show', 'HEAD:docs/plans/format.md')).stdout).toBe(goodPlan)
    fill(work.at, {
      'docs/plans/format.md': goodPlan.replace(
        '`npx vitest run tests/report/teamcity.test.ts` passes',
        'it looks right'
      )
    })
    await work.git('add', '.')
    fill(work.at, { 'docs/plans/format.md': goodPlan })
    const blocked = await work.git('commit', '-m', 'plan')
    expect(blocked.code).not.toBe(0)
    expect(blocked.stdout + blocked.stderr).toContain('[step-verification]')
    expect(fs.readFileSync(path.join(work.at, 'docs/plans/format.md'), 'utf8')).toBe(goodPlan)
  })

  test('git alone', async () => {
    const work = await newProject('alone')
    const hook = path.join(work.at, '.git/hooks/pre-commit')
    fill(work.at, { '.git/hooks/pre-commit': block(guide, '## Without a tool') })
    fs.chmodSync(hook, 0o755)
    await commits(work)
  })
})
