import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Moment } from '../../src/repo/facts.ts'
import { workTree } from '../../src/repo/there/disk.ts'
import { createFacts } from '../../src/repo/lookups.ts'
import { laterOf } from '../../src/repo/past/later.ts'
import type { OpenRepo } from '../../src/repo/snapshot.ts'
import { openRepo } from './open.ts'
import { countingGit, repo, sweep, type TestRepo } from './make.ts'

afterAll(sweep)

const now: Moment = { kind: 'work-tree' }
const text = (name: string) => Array.from({ length: 20 }, (_, i) => `${name} line ${i}`).join('\n')

describe('a repository with a history', () => {
  let made: TestRepo
  let open: OpenRepo
  const hash: Record<string, string> = {}

  beforeAll(async () => {
    made = repo()
    hash['first'] = made.commit('first', {
      'src/app.ts': text('app'),
      'src/old.ts': text('old'),
      'src/Button.tsx': text('button'),
      'src/util/dates.ts': text('dates'),
      'src/gone.ts': text('gone'),
      'lib/a/index.ts': 'a',
      'lib/b/index.ts': 'b',
      '.gitignore': 'dist/\n*.log\n!keep.log\n',
      'first-plan.md': '# first'
    })
    made.git('tag', 'v1.0')
    hash['plan'] = made.commit('plan', { 'docs/plans/one.md': '# one' })
    made.git('checkout', '-q', '-b', 'side')
    hash['sidePlan'] = made.commit('side plan', { 'docs/plans/side.md': '# side' })
    made.move('src/old.ts', 'src/core/fresh.ts')
    hash['renamed'] = made.commit('rename', { 'src/side.ts': text('side') })
    made.git('checkout', '-q', 'main')
    hash['gone'] = made.commit('delete', { 'src/gone.ts': null, 'src/new.ts': text('new') })
    made.git('merge', '-q', '--no-ff', '-m', 'merge', 'side')
    hash['merge'] = made.git('rev-parse', 'HEAD')
    made.move('docs/plans/one.md', 'docs/plans/done/one.md')
    made.commit('done')
    hash['squash'] = made.commit('squash', { 'docs/plans/squash.md': '# squash', 'src/squash.ts': text('squash') })
    made.write({ 'untracked.ts': 'x', 'docs/plans/fresh.md': '# fresh', 'src/new.ts': null, 'dist/app.js': 'x' })
    open = await openRepo(made.top, { env: made.env })
  })

  const at = (plan: string, base?: string) => open.facts.at(plan, base)

  it('is available', () => {
    expect(open.facts.unavailable).toBeUndefined()
    expect(open.facts.notes).toEqual([])
  })

  describe('at', () => {
    it('takes the commit that introduced the plan, through renames', () =>
      expect(at('docs/plans/done/one.md')).toEqual({
        kind: 'commit',
        hash: hash['plan'],
        short: hash['plan']?.slice(0, 7),
        why: 'introduced'
      }))
    it('looks inside merged branches', () => expect(at('docs/plans/side.md')).toMatchObject({ hash: hash['sidePlan'] }))
    it('prefers the stated commit, long or short, or tag', () => {
      const stated = { kind: 'commit', hash: hash['first'], why: 'stated' }
      expect(at('docs/plans/side.md', hash['first'])).toMatchObject(stated)
      expect(at('docs/plans/side.md', hash['first']?.slice(0, 8).toUpperCase())).toMatchObject(stated)
      expect(at('docs/plans/side.md', 'v1.0')).toMatchObject(stated)
    })
    it('does not take a branch for a time', () =>
      expect(at('docs/plans/side.md', 'main')).toMatchObject({ hash: hash['sidePlan'] }))
    it('does not know a foreign commit', () =>
      expect(at('docs/plans/side.md', 'deadbeef')).toEqual({
        kind: 'unknown',
        why: 'commit deadbeef is not in the history of HEAD'
      }))
    it('judges a new plan now', () => expect(at('docs/plans/fresh.md')).toEqual({ kind: 'work-tree', pending: true }))
    it('leaves undecided what the uncommitted work of a new plan adds or removes', () => {
      const pending: Moment = { kind: 'work-tree', pending: true }
      expect(open.facts.exists('untracked.ts', pending)).toBe('unknown')
      expect(open.facts.exists('src/new.ts', pending)).toBe('unknown')
      expect(open.facts.exists('src/app.ts', pending)).toBe('file')
      expect(open.facts.exists('src/none.ts', pending)).toBe('absent')
    })
  })

  describe('exists', () => {
    it('knows files, folders, untracked files, deletions of now', () => {
      expect(
        [
          'src/app.ts',
          './src//app.ts',
          'src',
          '',
          'untracked.ts',
          'src/new.ts',
          'src/gone.ts',
          'src/app.ts/x',
          'APP.ts'
        ].map(path => open.facts.exists(path, now))
      ).toEqual(['file', 'file', 'directory', 'directory', 'file', 'absent', 'absent', 'absent', 'absent'])
    })
    it('does not decide about ignored files', () => {
      expect(
        ['dist/app.js', 'dist', 'x/debug.log', 'keep.log', 'distant'].map(path => open.facts.exists(path, now))
      ).toEqual(['unknown', 'unknown', 'unknown', 'absent', 'absent'])
    })
    it('knows the past', () => {
      const first = at('x', hash['first'])
      expect(
        ['src/old.ts', 'src/gone.ts', 'src/new.ts', 'src/core', 'docs', 'src/util'].map(path =>
          open.facts.exists(path, first)
        )
      ).toEqual(['file', 'file', 'absent', 'absent', 'absent', 'directory'])
    })
    it('keeps branches apart', () => {
      const main = at('x', hash['gone'])
      const side = at('x', hash['renamed'])
      const merged = at('x', hash['merge'])
      const paths = ['src/old.ts', 'src/core/fresh.ts', 'src/gone.ts', 'src/side.ts', 'src/new.ts', 'src/core']
      expect(paths.map(path => open.facts.exists(path, main))).toEqual([
        'file',
        'absent',
        'absent',
        'absent',
        'file',
        'absent'
      ])
      expect(paths.map(path => open.facts.exists(path, side))).toEqual([
        'absent',
        'file',
        'file',
        'file',
        'absent',
        'directory'
      ])
      expect(paths.map(path => open.facts.exists(path, merged))).toEqual([
        'absent',
        'file',
        'absent',
        'file',
        'file',
        'directory'
      ])
    })
    it('does not decide about what came in together with the plan', () => {
      const moment = at('docs/plans/squash.md')
      expect(['src/squash.ts', 'src/app.ts', 'src/nothing.ts'].map(path => open.facts.exists(path, moment))).toEqual([
        'unknown',
        'file',
        'absent'
      ])
      const first = at('first-plan.md')
      expect(['src/app.ts', 'src/nothing.ts', 'src/new.ts'].map(path => open.facts.exists(path, first))).toEqual([
        'unknown',
        'absent',
        'absent'
      ])
    })
    it('never looks up what is refused', () => expect(open.facts.exists('/etc/passwd', now)).toBe('unknown'))
  })

  describe('resolve', () => {
    it('takes a path as written first', () =>
      expect(open.facts.resolve('src/app.ts', now)).toEqual([{ path: 'src/app.ts', kind: 'file', how: 'exact' }]))
    it('takes a path from the plan', () =>
      expect(open.facts.resolve('../../src/app.ts', now, 'docs/plans')).toEqual([
        { path: 'src/app.ts', kind: 'file', how: 'plan-relative' }
      ]))
    it('takes the end of a path', () => {
      expect(open.facts.resolve('util/dates.ts', now)).toEqual([
        { path: 'src/util/dates.ts', kind: 'file', how: 'suffix' }
      ])
      expect(open.facts.resolve('dates.ts', now)).toMatchObject([{ path: 'src/util/dates.ts' }])
      expect(open.facts.resolve('core/', now)).toEqual([{ path: 'src/core', kind: 'directory', how: 'suffix' }])
    })
    it('gives all candidates', () =>
      expect(open.facts.resolve('index.ts', now).map(found => found.path)).toEqual([
        'lib/a/index.ts',
        'lib/b/index.ts'
      ]))
    it('does not take part of a name', () => expect(open.facts.resolve('pp.ts', now)).toEqual([]))
    it('judges by the moment', () => {
      expect(open.facts.resolve('old.ts', now)).toEqual([])
      expect(open.facts.resolve('old.ts', at('x', hash['first']))).toMatchObject([{ path: 'src/old.ts' }])
    })
  })

  describe('near', () => {
    const near = (path: string, moment: Moment = now) => open.facts.near(path, moment)
    it('names another case', () => expect(near('src/button.tsx')).toEqual([{ path: 'src/Button.tsx', why: 'case' }]))
    it('names where a file moved', () =>
      expect(near('src/old.ts')).toEqual([
        { path: 'src/core/fresh.ts', why: 'moved', commit: hash['renamed']?.slice(0, 7) }
      ]))
    it('names the commit that deleted it', () =>
      expect(near('src/gone.ts')).toEqual([{ path: 'src/gone.ts', why: 'deleted', commit: hash['gone']?.slice(0, 7) }]))
    it.each([
      ['src/util/date.ts', 'src/util/dates.ts'],
      ['src/utils/dates.ts', 'src/util/dates.ts'],
      ['src/util/daets.ts', 'src/util/dates.ts'],
      ['src/util/dates.js', 'src/util/dates.ts'],
      ['util/date.ts', 'src/util/dates.ts'],
      ['scr/util/dates.ts', undefined],
      ['sr/app.ts', undefined]
    ])('finds the slip in %s', (path, expected) =>
      expect(near(path).find(found => found.why === 'typo')?.path).toBe(expected)
    )
    it('finds the one file of that name', () =>
      expect(near('app/dates.ts')).toEqual([{ path: 'src/util/dates.ts', why: 'elsewhere' }]))
    it('never suggests the path itself', () => expect(near('src/app.ts')).toEqual([]))
    it('finds nothing where there is nothing', () => expect(near('zzz/nothing.rs')).toEqual([]))
  })

  it('locates files of the caller', () => {
    expect(open.locate('docs/plans/fresh.md')).toBe('docs/plans/fresh.md')
    expect(open.locate(`${made.top}/a.md`)).toBe('a.md')
    expect(open.locate('../elsewhere.md')).toBeUndefined()
  })

  it('asks git as often for 400 plans as for 200, and not much more than for a few', async () => {
    const counts: number[] = []
    for (const plans of [1, 200, 400]) {
      const counting = countingGit(made.env)
      const { facts } = await openRepo(made.top, { env: counting.env })
      for (let i = 0; i < plans; i++) {
        const moment = facts.at(`docs/plans/${i % 2 ? 'side' : 'fresh'}.md`)
        for (const path of [`src/x${i}.ts`, 'src/app.ts', 'old.ts']) {
          facts.exists(path, moment)
          facts.resolve(path, moment, 'docs/plans')
          facts.near(path, moment)
          facts.refuse(path)
        }
        facts.targets('npm', 'src')
        facts.packages()
      }
      counts.push(counting.count())
    }
    const [one = 0, many = 0] = counts
    // Where it is, the index, what is not in it; then what a new plan depends on: whether it was moved (what is gone, what was added), the head's tree, what became
    // of a path.
    expect(one).toBe(8)
    expect(many - one).toBeLessThan(12)
    expect(counts[2]).toBe(many)
  })

  it('crosses to a worker as plain data', () => {
    const facts = createFacts(structuredClone(open.data), workTree(open.data.top), laterOf(structuredClone(open.data)))
    expect(facts.at('docs/plans/side.md')).toEqual(at('docs/plans/side.md'))
    expect(facts.near('src/old.ts', now)).toEqual(open.facts.near('src/old.ts', now))
  })

  it('can leave the history out', async () => {
    const counting = countingGit(made.env)
    const { facts } = await openRepo(made.top, { env: counting.env, history: false })
    expect([facts.at('docs/plans/side.md'), facts.near('src/old.ts', now), counting.count()]).toEqual([now, [], 3])
  })
})

describe('a plan that was moved since the last commit', () => {
  const there = 'docs/plans/one.md'

  /** A commit, the plan's commit, and one with work that was done by it. */
  function worked(): { made: TestRepo; plan: string } {
    const made = repo()
    made.commit('first', { 'src/old.ts': text('old') })
    const plan = made.commit('plan', { [there]: text('plan'), 'docs/plans/two.md': text('two') })
    made.commit('work', { 'src/old.ts': null, 'src/new.ts': text('new') })
    return { made, plan }
  }

  const momentOf = async ({ top, env }: TestRepo, path: string): Promise<Moment> =>
    (await openRepo(top, { env })).facts.at(path)

  it.each([
    ['in the index', (made: TestRepo) => made.git('mv', there, 'one.md')],
    [
      'in the index, and edited there',
      (made: TestRepo) => {
        made.git('mv', there, 'one.md')
        made.write({ 'one.md': `${text('plan')}\nmore` })
        made.git('add', '-A')
      }
    ],
    ['in the work tree alone', (made: TestRepo) => made.move(there, 'one.md')],
    [
      'in the work tree, its new place added alone',
      (made: TestRepo) => {
        made.move(there, 'one.md')
        made.git('add', 'one.md')
      }
    ],
    [
      'in the work tree, its new place told of alone',
      (made: TestRepo) => {
        made.move(there, 'one.md')
        made.git('add', '-N', 'one.md')
      }
    ],
    [
      'in the index, and again in the work tree',
      (made: TestRepo) => {
        made.git('mv', there, 'docs/plans/first.md')
        made.move('docs/plans/first.md', 'one.md')
      }
    ]
  ])('%s keeps its time', async (_, move) => {
    const { made, plan } = worked()
    move(made)
    expect(await momentOf(made, 'one.md')).toMatchObject({ kind: 'commit', hash: plan, why: 'introduced' })
  })

  it.each([
    ['a copy', (made: TestRepo) => made.write({ 'one.md': text('plan') })],
    [
      'a staged copy',
      (made: TestRepo) => {
        made.write({ 'one.md': text('plan') })
        made.git('add', '-A')
      }
    ],
    ['a new one where another is gone', (made: TestRepo) => made.write({ [there]: null, 'uno.md': '# Uno' })]
  ])('%s is new', async (_, change) => {
    const { made } = worked()
    change(made)
    const [path] = ['one.md', 'uno.md'].filter(name => made.git('ls-files', '-o', '-c', name) !== '')
    expect(await momentOf(made, path!)).toEqual({ kind: 'work-tree', pending: true })
  })

  it('is new where it was never committed', async () => {
    const { made } = worked()
    made.write({ 'new.md': text('fresh') })
    made.git('add', '-A')
    made.move('new.md', 'newer.md')
    expect(await momentOf(made, 'newer.md')).toEqual({ kind: 'work-tree', pending: true })
  })

  it('is followed by the whole history as well', async () => {
    const { made, plan } = worked()
    made.git('mv', there, 'one.md')
    const { facts } = await openRepo(made.top, { env: made.env })
    for (const path of ['docs/plans/two.md', 'a.md', 'b.md', 'src/new.ts']) facts.at(path)
    expect(facts.at('one.md')).toMatchObject({ hash: plan, why: 'introduced' })
  })
})
