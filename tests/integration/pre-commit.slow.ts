/** pre-commit itself: the hooks are installed from a clone of this repository, and real commits are made. */
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { badPlan, can, fill, goodPlan, ground, newFolder, newRepository, root, run } from './place.ts'
import type { Outcome } from './place.ts'

describe.skipIf(!can('pre-commit', 'pre-commit'))('pre-commit', () => {
  const folder = newFolder('pre-commit')
  const env = { PRE_COMMIT_HOME: path.join(folder, 'home') }
  const work = path.join(folder, 'work')
  let head = ''
  const program = (command: string, ...words: string[]): Promise<Outcome> =>
    run(command, words, { cwd: work, env, timeout: 280_000 })
  const git = (...words: string[]): Promise<Outcome> =>
    program('git', '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words)
  const configure = (id: string): void =>
    fill(work, {
      '.pre-commit-config.yaml': `repos:\n  - repo: ${pathToFileURL(path.join(folder, 'planlint')).href}\n    rev: ${head}\n    hooks: [{ id: ${id} }]\n`
    })

  beforeAll(async () => {
    await run('git', ['clone', '-q', root, path.join(folder, 'planlint')], { cwd: folder })
    head = (await run('git', ['rev-parse', 'HEAD'], { cwd: path.join(folder, 'planlint') })).stdout.trim()
    fs.mkdirSync(work)
    await newRepository(work)
    fill(work, ground)
    configure('planlint')
    expect((await program('pre-commit', 'validate-manifest', path.join(root, '.pre-commit-hooks.yaml'))).code).toBe(0)
    expect(await program('pre-commit', 'install')).toMatchObject({ code: 0 })
    // Builds from TypeScript, in an environment of its own.
    const installed = await program('pre-commit', 'install-hooks')
    expect(installed.code, installed.stdout + installed.stderr).toBe(0)
    await git('add', '.')
    await git('commit', '-qm', 'hooks')
  }, 300_000)
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  test('a flawed plan is not committed, and the report says why; mended, it is', { timeout: 60_000 }, async () => {
    fill(work, { 'docs/plans/format.md': badPlan, 'README.md': '# A project\n' })
    await git('add', '.')
    const blocked = await git('commit', '-m', 'plan')
    expect(blocked.code).toBe(1)
    expect(blocked.stdout + blocked.stderr).toMatch(
      /planlint\.+Failed[^]*docs\/plans\/format\.md:89:1[^]*Missing step 3: 4 follows 2 \[step-sequence\][^]*Renumber it to 3/
    )
    fill(work, { 'docs/plans/format.md': goodPlan })
    await git('add', '.')
    const passed = await git('commit', '-m', 'plan')
    expect(passed.code, passed.stderr).toBe(0)
    expect(passed.stdout + passed.stderr).toMatch(/planlint\.+Passed/)
  })

  test('only what is staged is judged', { timeout: 60_000 }, async () => {
    fill(work, { 'docs/plans/format.md': goodPlan.replace('# Report', '# Please report') })
    await git('add', '.')
    fill(work, { 'docs/plans/format.md': badPlan, 'docs/plans/later.md': badPlan })
    const passed = await git('commit', '-m', 'a word')
    expect(passed.code, passed.stdout + passed.stderr).toBe(0)
    expect(passed.stdout + passed.stderr).toMatch(/planlint\.+Passed/)
    expect(fs.readFileSync(path.join(work, 'docs/plans/format.md'), 'utf8')).toBe(badPlan)
    fs.rmSync(path.join(work, 'docs/plans/later.md'))
  })

  test('a commit without plans is none of its business', { timeout: 60_000 }, async () => {
    await git('checkout', '-q', '.')
    fill(work, { 'README.md': '# The project\n' })
    await git('add', 'README.md')
    const passed = await git('commit', '-m', 'words')
    expect(passed.stdout + passed.stderr).toMatch(/planlint\.+\(no files to check\)\s*Skipped/)
  })

  test('the fixing hook mends, blocks once, and passes', { timeout: 120_000 }, async () => {
    configure('planlint-fix')
    fill(work, { 'docs/plans/format.md': badPlan })
    await git('add', '.')
    const mended = await git('commit', '-m', 'fix')
    expect(mended.code).toBe(1)
    expect(mended.stdout + mended.stderr).toContain('files were modified by this hook')
    expect(fs.readFileSync(path.join(work, 'docs/plans/format.md'), 'utf8')).toBe(goodPlan)
    await git('add', '.')
    const passed = await git('commit', '-m', 'fix')
    expect(passed.code, passed.stdout + passed.stderr).toBe(0)
  })
})
