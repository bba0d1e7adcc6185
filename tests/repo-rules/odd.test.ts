/** Repositories out of the ordinary, and plans that mean harm: the rules stay total, silent where they can't tell, and say why. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { lintText } from '../../src/lint/linter.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import type { RepoFacts } from '../../src/repo/facts.ts'
import { createFacts } from '../../src/repo/lookups.ts'
import { createPool } from '../../src/repo/pool.ts'
import { addSubmodule, folder, gitEnv, repo, sweep } from '../repo/make.ts'
import { ruleFixtures, planFixtures } from '../rules/load.ts'
import { plan } from './plan.ts'
import { spent } from '../spent.ts'

afterAll(sweep)

const good = plan({ tree: ['src/app.ts <modified>', 'src/new.ts <new>'] })
const bad = plan({ tree: ['src/none.ts <modified>'] })

async function judged(cwd: string, file: string, text: string, env: NodeJS.ProcessEnv = gitEnv()) {
  const { facts, path } = await createPool(cwd, { env }).of(file)
  const report = lintText(text, { path: file, repo: facts, ...(path === undefined ? {} : { repoPath: path }) })
  expect(report.fatalErrors).toEqual([])
  return { findings: report.findings.map(finding => finding.message), notes: report.notes ?? [] }
}

describe('repositories out of the ordinary', () => {
  it('a shallow clone is not judged by a time that it does not have', async () => {
    const made = repo()
    made.commit('first', { 'src/app.ts': 'x' })
    made.commit('plan', { 'PLAN.md': bad })
    made.commit('work', { 'src/more.ts': 'x' })
    const clone = join(folder(), 'clone')
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${made.top}`, clone], { env: gitEnv() })
    expect(await judged(clone, 'PLAN.md', bad)).toEqual({
      findings: [],
      notes: [
        'Shallow clone: plans older than its history are not judged by their own time',
        'What contradicts the repository now is not reported: the commit that introduced the plan is not in the history at hand'
      ]
    })
  })

  it('a second work tree has the plans of its own branch', async () => {
    const made = repo()
    made.commit('first', { 'src/app.ts': 'x' })
    const second = join(folder(), 'second')
    made.git('worktree', 'add', '-q', second)
    expect((await judged(second, 'PLAN.md', bad)).findings).toHaveLength(1)
    expect((await judged(second, 'PLAN.md', good)).findings).toEqual([])
  })

  it('the insides of a submodule are not known', async () => {
    const inner = repo()
    inner.commit('first', { 'src/inner.ts': 'x' })
    const outer = repo()
    outer.commit('first', { 'src/app.ts': 'x' })
    addSubmodule(outer, inner, 'vendor/inner')
    expect(
      await judged(
        outer.top,
        'PLAN.md',
        plan({ tree: ['vendor/inner/src/none.ts <modified>', 'src/app.ts <modified>'] })
      )
    ).toEqual({ findings: [], notes: ['Not looked into: submodule vendor/inner'] })
  })

  it("a hook's index counts", async () => {
    const made = repo()
    made.commit('first', { 'src/app.ts': 'x' })
    made.write({ 'PLAN.md': bad })
    made.git('add', 'PLAN.md')
    const env = { ...made.env, GIT_DIR: '.git', GIT_INDEX_FILE: join(made.top, '.git/index') }
    expect((await judged(made.top, 'PLAN.md', bad, env)).findings).toEqual([
      'Missing "src/none.ts" in the repository: it is to be modified'
    ])
  })

  it('a bare repository has no files', async () => {
    const { top } = repo(folder(), '--bare')
    expect((await judged(top, 'PLAN.md', bad)).notes).toEqual([
      "Repository-aware checks skipped: no work tree here: a bare repository, or git's own folder"
    ])
  })

  it('before the first commit there is only now', async () => {
    const made = repo()
    made.write({ 'src/app.ts': 'x', 'PLAN.md': good })
    expect((await judged(made.top, 'PLAN.md', good)).findings).toEqual([])
    expect((await judged(made.top, 'PLAN.md', bad)).findings).toHaveLength(1)
  })
})

describe('plans that mean harm', () => {
  const asking = rules.filter(rule => rule.repo)
  const disk = { read: () => undefined, link: () => undefined }
  const facts: RepoFacts = createFacts(
    {
      top: '/nowhere',
      notes: [],
      shallow: false,
      files: `H 100644 ${'0'.repeat(40)} 0\tpackage.json\0`
    },
    disk
  )
  const texts = [...ruleFixtures(), ...planFixtures()].map(fixture => fixture.text)

  it('every fixture, by every profile, cut anywhere', { timeout: 120_000 }, () => {
    for (const [index, text] of texts.entries()) {
      const cut = text.slice(0, Math.floor((text.length * ((index * 7919) % 100)) / 100))
      for (const profile of builtinProfiles)
        for (const each of [text, cut]) {
          const report = lintText(each, { repo: facts, forced: profile.name, path: 'PLAN.md', only: asking })
          expect(report.fatalErrors).toEqual([])
          for (const { place } of report.findings)
            expect([place.start.offset <= place.end.offset, place.end.offset <= each.length]).toEqual([true, true])
        }
    }
  })

  it('names that are no paths', () => {
    const names = [
      '__proto__',
      'constructor',
      'toString/valueOf',
      'a'.repeat(5000),
      '../'.repeat(400) + 'x.ts',
      '.git/config',
      'src/\u202egnp.ts',
      '-rf.ts',
      'CON.ts',
      'a//b.ts',
      './././a.ts',
      'x/.'.repeat(50)
    ]
    const text = plan({
      tree: names.map(name => `${name} <modified>`),
      steps: [
        {
          files: names.map(name => `\`${name}\``).join(', '),
          verify: names.map(name => `\`npx vitest run ${name}\``).join(' ')
        }
      ]
    })
    expect(lintText(text, { repo: facts, path: 'PLAN.md', only: asking, forced: 'design-plan' }).fatalErrors).toEqual(
      []
    )
  })

  it('takes time in proportion', () => {
    const time = (count: number): number => {
      const tree = Array.from(
        { length: count },
        (_, i) => `src/m${i}/index.ts ${['<new>', '<modified>', '<deleted>'][i % 3]!}`
      )
      const steps = Array.from({ length: count / 10 }, (_, i) => ({
        files: `\`src/m${i}/index.ts\``,
        verify: `\`npx vitest run tests/none-${i}.test.ts src/m${i + 1}/index.ts && npm run x${i} && make y${i}\``
      }))
      const text = plan({ tree, steps })
      const start = spent()
      expect(
        lintText(text, {
          repo: facts,
          path: 'PLAN.md',
          options: { limits: { regrouping: 100_000, bytes: 100_000_000, lines: 1_000_000 } },
          only: asking,
          forced: 'design-plan'
        }).fatalErrors
      ).toEqual([])
      return spent() - start
    }
    time(200)
    const [small, large] = [time(400), time(3200)]
    expect(large / small).toBeLessThan(32)
  })
})
