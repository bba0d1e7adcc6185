import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileAt, readStaged } from '../../src/repo/there/blobs.ts'
import { changedFiles, ignored, mergeBase, stagedFiles } from '../../src/repo/past/diff.ts'
import { findRepository, type RepoPlace } from '../../src/repo/snapshot.ts'
import { countingGit, folder, gitEnv, repo, sweep, type TestRepo } from './make.ts'

afterAll(sweep)

const text = (name: string) => Array.from({ length: 20 }, (_, i) => `${name} line ${i}`).join('\n')

describe('changes since a base', () => {
  let made: TestRepo
  let place: RepoPlace
  let fork: string

  beforeAll(async () => {
    made = repo()
    fork = made.commit('first', {
      'kept.ts': text('kept'),
      'changed.ts': text('changed'),
      'gone.ts': text('gone'),
      'moved.ts': text('moved'),
      'type.ts': text('type'),
      'lost.ts': text('lost'),
      'walked.ts': text('walked'),
      'carried.ts': text('carried'),
      'cached.ts': text('cached'),
      'a/index.ts': 'a',
      '.gitignore': '*.log\n'
    })
    made.git('checkout', '-q', '-b', 'work')
    made.move('moved.ts', 'new/moved-here.ts')
    made.commit('work', {
      'changed.ts': `${text('changed')}!`,
      'gone.ts': null,
      'added.ts': 'x',
      'type.ts': '-> kept.ts',
      'lost.ts': null
    })
    made.git('checkout', '-q', 'main')
    made.commit('main went on', { 'main.ts': 'x', 'kept.ts': 'other' })
    made.git('checkout', '-q', 'work')
    made.write({ 'staged.ts': 'x' })
    made.git('add', 'staged.ts')
    made.git('rm', '-q', '--cached', 'cached.ts')
    made.move('walked.ts', 'away/renamed.ts')
    made.move('carried.ts', 'away/carried.ts')
    made.write({
      'away/carried.ts': `${text('carried')}\nedited`,
      'added.ts': 'y',
      'debug.log': 'x',
      'a/index.ts': null,
      'b/index.ts': 'b',
      'späte datei\n.ts': 'x'
    })
    place = await findRepository(made.top, made.env)
  })

  it('finds the merge base', async () => expect(await mergeBase(place, 'main')).toBe(fork))

  it('sees commits, index, work tree and untracked files', async () => {
    expect(await changedFiles(place, 'main')).toEqual([
      { status: 'D', path: 'a/index.ts' },
      { status: 'A', path: 'added.ts' },
      { status: 'R', path: 'away/carried.ts', from: 'carried.ts', untracked: true },
      { status: 'R', path: 'away/renamed.ts', from: 'walked.ts', untracked: true },
      { status: 'A', path: 'b/index.ts', untracked: true },
      { status: 'M', path: 'cached.ts', untracked: true },
      { status: 'M', path: 'changed.ts' },
      { status: 'D', path: 'gone.ts' },
      { status: 'D', path: 'lost.ts' },
      { status: 'R', path: 'new/moved-here.ts', from: 'moved.ts' },
      { status: 'A', path: 'späte datei\n.ts', untracked: true },
      { status: 'A', path: 'staged.ts' },
      { status: 'T', path: 'type.ts' }
    ])
  })

  it('sees commits alone', async () => {
    const changes = await changedFiles(place, 'main', { workTree: false })
    expect(changes.map(change => `${change.status} ${change.path}`)).toEqual([
      'A added.ts',
      'M changed.ts',
      'D gone.ts',
      'D lost.ts',
      'R new/moved-here.ts',
      'T type.ts'
    ])
  })

  it('does not take a file for changed whose time alone changed', async () => {
    const own = repo()
    own.commit('first', { 'a.ts': 'same' })
    writeFileSync(join(own.top, 'a.ts'), 'same')
    expect(await changedFiles(await findRepository(own.top, own.env), 'HEAD')).toEqual([])
  })

  it.each([
    ['nowhere', 'unknown-ref', 'Unknown commit, branch or tag "nowhere": fetch it first, or check the name'],
    ['--output=x', 'unknown-ref', 'Unknown commit, branch or tag "--output=x": fetch it first, or check the name'],
    ['', 'unknown-ref', 'Unknown commit, branch or tag "": fetch it first, or check the name']
  ])('explains %j', async (ref, code, message) => {
    await expect(changedFiles(place, ref)).rejects.toMatchObject({ code, message, fatal: { code, message } })
  })

  it('explains unrelated histories', async () => {
    const own = repo()
    own.commit('first', { a: 'a' })
    own.git('checkout', '-q', '--orphan', 'other')
    own.commit('other', { b: 'b' })
    await expect(mergeBase(await findRepository(own.top, own.env), 'main')).rejects.toMatchObject({
      code: 'no-merge-base',
      message: 'No common commit with "main": the histories are unrelated'
    })
  })

  it('points to the remote branch', async () => {
    const clone = repo()
    clone.git('remote', 'add', 'origin', made.top)
    clone.git('fetch', '-q', 'origin', 'main')
    clone.git('checkout', '-q', '-b', 'mine', 'origin/main')
    await expect(mergeBase(await findRepository(clone.top, clone.env), 'main')).rejects.toThrow(
      'did you mean "origin/main"?'
    )
  })

  it('names what git leaves out', async () => {
    expect(await ignored(place, ['debug.log', 'kept.ts', 'no\nsuch.log', ':(top)x.log'])).toEqual(
      new Set(['debug.log', 'no\nsuch.log', ':(top)x.log'])
    )
    expect(await ignored(place, ['kept.ts'])).toEqual(new Set())
    expect(await ignored(place, [])).toEqual(new Set())
  })
})

describe('the index', () => {
  it('is read apart from the work tree, with three questions for any number of files', async () => {
    const made = repo()
    made.commit('first', { 'a.md': 'old', 'gone.md': 'x' })
    const names = ['a.md', '-dash.md', 'line\nbreak.md', '"quoted".md', 'tab\t.md']
    made.write({
      ...Object.fromEntries(names.map(name => [name, `staged ${name}`])),
      'gone.md': null,
      'link.md': '-> a.md'
    })
    made.git('add', '-A')
    made.write({ 'a.md': 'work tree', 'late.md': 'not staged' })
    const counting = countingGit(made.env)
    const place = await findRepository(made.top, counting.env)
    expect((await stagedFiles(place)).map(change => `${change.status} ${change.path}`)).toEqual([
      'A "quoted".md',
      'A -dash.md',
      'M a.md',
      'D gone.md',
      'A line\nbreak.md',
      'A link.md',
      'A tab\t.md'
    ])
    const before = counting.count()
    const read = await readStaged(place, [...names, 'gone.md', 'late.md', 'link.md'])
    expect(counting.count() - before).toBe(3)
    expect(Object.fromEntries([...read].map(([name, bytes]) => [name, String(bytes)]))).toEqual(
      Object.fromEntries(names.map(name => [name, `staged ${name}`]))
    )
  })

  it('works before the first commit', async () => {
    const made = repo()
    made.write({ 'a.md': 'a' })
    made.git('add', 'a.md')
    const place = await findRepository(made.top, made.env)
    expect(place.head).toBeUndefined()
    expect(await stagedFiles(place)).toEqual([{ status: 'A', path: 'a.md' }])
    expect(String((await readStaged(place, ['a.md'])).get('a.md'))).toBe('a')
    await expect(changedFiles(place, 'HEAD')).rejects.toMatchObject({ code: 'unknown-ref' })
  })

  it('keeps bytes as they are', async () => {
    const made = repo()
    const bytes = Buffer.from([0xff, 0x00, 0x0a, 0x0d, 0x0a, 0x80])
    writeFileSync(join(made.top, 'a.md'), bytes)
    made.git('add', 'a.md')
    const place = await findRepository(made.top, made.env)
    expect((await readStaged(place, ['a.md'])).get('a.md')).toEqual(bytes)
  })

  it('tells what is too large instead of reading it', async () => {
    const made = repo()
    writeFileSync(join(made.top, 'a.md'), Buffer.alloc(17 * 1024 * 1024))
    made.commit('large', { 'b.md': 'b' })
    const read = await fileAt(await findRepository(made.top, made.env), 'HEAD', ['a.md', 'b.md'])
    expect([read.get('a.md'), String(read.get('b.md'))]).toEqual([{ tooLarge: 17 * 1024 * 1024 }, 'b'])
  })
})

describe('fileAt', () => {
  it('reads files of another commit', async () => {
    const made = repo()
    const first = made.commit('first', { 'docs/a.md': 'one', 'b.md': 'two' })
    made.commit('second', { 'docs/a.md': 'other', 'c.md': 'new' })
    const read = await fileAt(await findRepository(join(made.top, 'docs'), made.env), first, [
      'docs/a.md',
      'c.md',
      'docs'
    ])
    expect([...read].map(([path, bytes]) => [path, String(bytes)])).toEqual([['docs/a.md', 'one']])
  })
})

describe('findRepository', () => {
  it('says that there is none', async () => {
    await expect(findRepository(folder(), gitEnv())).rejects.toMatchObject({ code: 'not-a-repository' })
  })
})
