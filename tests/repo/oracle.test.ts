import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { workTree } from '../../src/repo/there/disk.ts'
import type { Past, RepoFacts } from '../../src/repo/facts.ts'
import { askedOf, laterOf, wholeOf } from '../../src/repo/past/later.ts'
import { createFacts } from '../../src/repo/lookups.ts'
import { openRepo } from './open.ts'
import { repo, sweep, type TestRepo } from './make.ts'

afterAll(sweep)

/** A small generator, so that the histories are the same in every run. */
function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return Math.floor((state / 4294967296) * below)
  }
}

const paths = ['a.ts', 'b.ts', 'src/a.ts', 'src/b.ts', 'src/deep/c.ts', 'lib/a.ts', 'lib', 'src/deep', 'plan.md']

/** Builds branches with additions, deletions, moves and merges; gives all commits. */
function wander(made: TestRepo, seed: number): void {
  const next = random(seed)
  made.commit('first', { 'a.ts': 'first\n'.repeat(9), 'keep.ts': 'k' })
  for (let i = 0; i < 24; i++) {
    const branches = made.git('for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n')
    const branch = branches[next(branches.length)] as string
    const dice = next(10)
    if (dice < 2) made.git('checkout', '-q', '-b', `b${i}`)
    else if (dice < 4) made.git('checkout', '-q', branch)
    else if (dice < 6) merge(made, branch)
    else change(made, i, next)
  }
}

function change(made: TestRepo, i: number, next: (below: number) => number): void {
  made.git('clean', '-fdq')
  const there = made
    .git('ls-files')
    .split('\n')
    .filter(path => path !== 'keep.ts')
  const path = paths[next(paths.length)] as string
  const victim = there[next(there.length)]
  const isFree = !there.some(other => other === path || other.startsWith(`${path}/`) || path.startsWith(`${other}/`))
  if (victim && next(3) === 0) made.git('rm', '-q', victim)
  else if (victim && isFree && next(2) === 0) {
    mkdirSync(join(made.top, path, '..'), { recursive: true })
    made.git('mv', victim, path)
  } else if (isFree || there.includes(path)) made.write({ [path]: `${path}${i}\n`.repeat(9) })
  made.commit(`step ${i}`)
}

/** Merges whatever comes of it: conflicts are committed as they stand. */
function merge(made: TestRepo, branch: string): void {
  try {
    made.git('merge', '-q', '--no-ff', '-m', 'merge', branch)
  } catch {
    made.commit('merge with conflicts')
  }
}

describe('the past, as git itself tells it', () => {
  it.each([1, 3, 5, 7])('in wandering history %i', { timeout: 120_000 }, async seed => {
    const made = repo()
    wander(made, seed)
    for (const branch of made.git('for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n'))
      merge(made, branch)
    const { data } = await openRepo(made.top, { env: made.env })
    const factsBy = (past: Past): RepoFacts =>
      createFacts(data, workTree(data.top), { ...laterOf(data), past: () => past })
    const asked = factsBy(askedOf(data))
    const whole = factsBy(wholeOf(data))
    const commits = made.git('rev-list', 'HEAD').split('\n')
    expect(commits.length).toBeGreaterThan(10)
    expect(made.git('rev-list', '--merges', 'HEAD')).not.toBe('')
    for (const commit of commits) {
      const files = new Set(made.git('ls-tree', '-r', '--name-only', commit).split('\n'))
      const folders = new Set(
        [...files].flatMap(path =>
          path
            .split('/')
            .slice(0, -1)
            .map((_, i, all) => all.slice(0, i + 1).join('/'))
        )
      )
      const moment = whole.at('none.md', commit)
      expect(asked.at('none.md', commit)).toEqual(moment)
      for (const path of [...paths, 'src', 'keep.ts', 'none.md']) {
        const truth = files.has(path) ? 'file' : folders.has(path) ? 'directory' : 'absent'
        expect([commit, path, asked.exists(path, moment)]).toEqual([commit, path, truth])
        expect([commit, path, whole.exists(path, moment)]).toEqual([commit, path, truth])
      }
    }
    for (const path of made.git('ls-files').split('\n')) expect([path, asked.at(path)]).toEqual([path, whole.at(path)])
  })
})
