import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Moment } from '../../src/repo/facts.ts'
import { changedFiles, mergeBase, stagedFiles } from '../../src/repo/past/diff.ts'
import { readStaged } from '../../src/repo/there/blobs.ts'
import { git } from '../../src/repo/git.ts'
import { laterOf } from '../../src/repo/past/later.ts'
import { findRepository } from '../../src/repo/snapshot.ts'
import { openRepo } from './open.ts'
import { addSubmodule, folder, gitEnv, repo, sweep } from './make.ts'

afterAll(sweep)

const now: Moment = { kind: 'work-tree' }
const noTree = "no work tree here: a bare repository, or git's own folder"

describe('where there is nothing to ask', () => {
  it.each<[string, () => { cwd: string; env: NodeJS.ProcessEnv }, string]>([
    ['no repository', () => ({ cwd: folder(), env: gitEnv() }), 'not a git repository'],
    ['no folder', () => ({ cwd: join(folder(), 'nowhere'), env: gitEnv() }), 'not a git repository: no such folder'],
    [
      'no git',
      () => ({ cwd: folder(), env: gitEnv({ PATH: folder() }) }),
      'git was not found: install it, or put it on the PATH'
    ],
    ['bare', () => ({ cwd: repo(folder(), '--bare').top, env: gitEnv() }), noTree],
    ['hook of a bare repository', () => ({ cwd: repo(folder(), '--bare').top, env: gitEnv({ GIT_DIR: '.' }) }), noTree],
    ['inside .git', () => ({ cwd: join(repo().top, '.git'), env: gitEnv() }), noTree]
  ])('%s', async (_, make, why) => {
    const { cwd, env } = make()
    const { facts, locate } = await openRepo(cwd, { env })
    expect(facts.unavailable).toBe(why)
    expect(facts.at('plan.md')).toEqual({ kind: 'unknown', why })
    expect([
      facts.exists('a', now),
      facts.resolve('a', now),
      facts.near('a', now),
      facts.targets('npm', ''),
      facts.packages()
    ]).toEqual(['unknown', [], [], undefined, []])
    expect(facts.refuse('/a')).toBe('absolute')
    expect(locate('plan.md')).toBeUndefined()
  })
})

describe('a git that does not end', () => {
  it('is stopped', async () => {
    const bin = folder()
    writeFileSync(join(bin, 'git'), '#!/bin/sh\nsleep 20\n')
    chmodSync(join(bin, 'git'), 0o755)
    const start = performance.now()
    await expect(
      git(['status'], { cwd: bin, env: gitEnv({ PATH: `${bin}:${process.env['PATH']}` }), timeout: 100 })
    ).rejects.toMatchObject({ code: 'git-timeout', message: 'git status did not end within 0.1 s' })
    expect(performance.now() - start).toBeLessThan(4000)
  })
})

describe('before the first commit', () => {
  it('judges now', async () => {
    const made = repo()
    made.write({ 'plan.md': '#', 'a.ts': 'a' })
    made.git('add', 'plan.md')
    const { facts } = await openRepo(made.top, { env: made.env })
    expect([facts.unavailable, facts.at('plan.md'), facts.exists('a.ts', now), facts.near('b.ts', now)]).toEqual([
      undefined,
      now,
      'file',
      []
    ])
  })
})

describe('a shallow clone', () => {
  it('says so, and does not judge what it cannot know', async () => {
    const origin = repo()
    origin.commit('first', { 'old.md': '#', 'a.ts': 'a', 'b.ts': 'b' })
    const main = origin.commit('second', { 'b.ts': null })
    origin.commit('third', { 'new.md': '#' })
    const top = join(folder(), 'clone')
    execFileSync('git', ['clone', '-q', '--depth', '2', `file://${origin.top}`, top], { env: gitEnv() })
    const { facts } = await openRepo(top, { env: gitEnv() })
    expect(facts.notes).toEqual(['Shallow clone: plans older than its history are not judged by their own time'])
    expect(facts.at('old.md')).toEqual({
      kind: 'unknown',
      why: 'the commit that introduced the plan is not in the history at hand'
    })
    const moment = facts.at('new.md')
    expect(moment).toMatchObject({ kind: 'commit', why: 'introduced' })
    expect([facts.exists('a.ts', moment), facts.exists('b.ts', moment)]).toEqual(['file', 'absent'])
    expect(facts.at('new.md', main)).toMatchObject({ kind: 'commit', why: 'stated' })
    expect(facts.at('new.md', '1234567')).toEqual({
      kind: 'unknown',
      why: 'commit 1234567 is not in this shallow clone'
    })
    writeFileSync(join(top, 'staged.md'), '#')
    execFileSync('git', ['add', 'staged.md'], { cwd: top, env: gitEnv() })
    expect((await openRepo(top, { env: gitEnv() })).facts.at('staged.md')).toEqual({ kind: 'work-tree', pending: true })
    const place = await findRepository(top, gitEnv())
    await expect(mergeBase(place, 'nowhere')).rejects.toThrow(
      'this clone is shallow: fetch it first, or clone with full history'
    )
  })

  it('explains a missing merge base', async () => {
    const origin = repo()
    origin.commit('first', { a: 'a' })
    origin.git('checkout', '-q', '-b', 'work')
    origin.commit('work', { b: 'b' })
    origin.git('checkout', '-q', 'main')
    origin.commit('main', { c: 'c' })
    const top = join(folder(), 'clone')
    execFileSync('git', ['clone', '-q', '--depth', '1', '--no-single-branch', `file://${origin.top}`, top], {
      env: gitEnv()
    })
    await expect(changedFiles(await findRepository(top, gitEnv()), 'origin/work')).rejects.toMatchObject({
      code: 'no-merge-base',
      message: expect.stringContaining('git fetch --unshallow')
    })
  })
})

describe('a history that is cut for length', () => {
  it('tells what was before from what came after', async () => {
    const made = repo()
    made.commit('first', { 'kept.ts': 'k', 'gone.ts': 'g', 'old.md': '#' })
    made.commit('second', { 'x.ts': 'x' })
    made.commit('third', { 'plan.md': '#' })
    made.commit('fourth', { 'gone.ts': null, 'late.ts': 'l' })
    const { facts } = await openRepo(made.top, { env: made.env, commits: 2 })
    expect(facts.notes).toEqual([])
    // Asked by path, git goes as far back as it takes; read as a whole, as far as is said.
    expect(facts.at('old.md')).toMatchObject({ kind: 'commit', hash: made.git('rev-list', '--max-parents=0', 'HEAD') })
    expect(facts.notes).toEqual([])
    for (const other of ['plan.md', 'late.ts', 'old.md']) facts.at(other)
    expect(facts.at('old.md')).toMatchObject({ kind: 'unknown' })
    expect(facts.notes).toEqual(['History looked at: the newest 2 commits'])
    const commit = { kind: 'commit', hash: made.git('rev-parse', 'HEAD~1'), short: '', why: 'stated' } as const
    expect(['kept.ts', 'gone.ts', 'late.ts', 'nothing.ts'].map(path => facts.exists(path, commit))).toEqual([
      'file',
      'file',
      'absent',
      'absent'
    ])
  })
})

describe('a clone without old contents', () => {
  it('reads names alone and never calls the server', async () => {
    const origin = repo()
    origin.git('config', 'uploadpack.allowFilter', 'true')
    const text = Array.from({ length: 30 }, (_, i) => `line ${i}`).join('\n')
    origin.commit('first', { 'a.ts': text, 'same.ts': 'same' })
    origin.move('a.ts', 'b.ts')
    origin.move('same.ts', 'moved.ts')
    origin.commit('second', { 'b.ts': `${text}\nmore` })
    origin.commit('third', { 'b.ts': 'other' })
    const top = join(folder(), 'clone')
    execFileSync('git', ['clone', '-q', '--filter=blob:none', `file://${origin.top}`, top], { env: gitEnv() })
    const { facts } = await openRepo(top, { env: gitEnv() })
    expect(facts.unavailable).toBeUndefined()
    expect(facts.near('same.ts', now)).toMatchObject([{ path: 'moved.ts', why: 'moved' }])
    expect(facts.near('a.ts', now)).toMatchObject([{ path: 'a.ts', why: 'deleted' }])
  })
})

describe('a clone without old folders', () => {
  it('judges what is there now', async () => {
    const origin = repo()
    origin.git('config', 'uploadpack.allowFilter', 'true')
    origin.commit('first', { 'a/b/c.ts': 'x', 'plan.md': '#' })
    origin.commit('second', { 'a/b/c.ts': 'y', 'a/b/d.ts': 'z' })
    origin.commit('third', { 'a/b/c.ts': 'z' })
    const top = join(folder(), 'clone')
    execFileSync('git', ['clone', '-q', '--filter=tree:0', `file://${origin.top}`, top], { env: gitEnv() })
    const { facts } = await openRepo(top, { env: gitEnv() })
    expect(facts.unavailable).toBeUndefined()
    expect(facts.at('plan.md').kind).toBe('unknown')
    expect(facts.notes).toEqual([
      expect.stringMatching(/^Plans are not judged by their own time, the history can't be read: git log failed: /)
    ])
    expect(facts.at('fresh.md')).toEqual({ ...now, pending: true })
    expect(facts.exists('a/b/d.ts', now)).toBe('file')
  })
})

describe('a work tree beside the first', () => {
  it('is looked at by its own index and head', async () => {
    const made = repo()
    made.commit('first', { 'a.ts': 'a' })
    const top = join(folder(), 'beside')
    made.git('worktree', 'add', '-q', '-b', 'side', top)
    writeFileSync(join(top, 'only-here.ts'), 'x')
    const { facts, data } = await openRepo(top, { env: made.env })
    expect([data.top, facts.exists('a.ts', now), facts.exists('only-here.ts', now)]).toEqual([
      realpathSync(top),
      'file',
      'file'
    ])
  })
})

describe('submodules', () => {
  const outer = () => {
    const inner = repo()
    inner.commit('inner', { 'lib.ts': 'x' })
    const made = repo()
    made.commit('first', { 'a.ts': 'a' })
    addSubmodule(made, inner, 'vendor/lib')
    return made
  }

  it('are not looked into, and said to be', async () => {
    const made = outer()
    mkdirSync(join(made.top, 'nested'))
    execFileSync('git', ['init', '-q'], { cwd: join(made.top, 'nested'), env: made.env })
    const head = made.git('rev-parse', 'HEAD')
    const { facts } = await openRepo(made.top, { env: made.env })
    expect(facts.notes).toEqual(['Not looked into: submodule vendor/lib'])
    for (const moment of [now, facts.at('x', head)]) {
      expect(
        ['vendor/lib', 'vendor/lib/lib.ts', 'vendor/lib/nothing.ts', 'vendor', 'vendor/other'].map(path =>
          facts.exists(path, moment)
        )
      ).toEqual(['directory', 'unknown', 'unknown', 'directory', 'absent'])
    }
    expect(facts.exists('nested/x', now)).toBe('unknown')
    expect(facts.exists('vendor/lib/lib.ts', facts.at('x', made.git('rev-parse', 'HEAD~1')))).toBe('absent')
  })

  it('are repositories of their own from inside', async () => {
    const made = outer()
    const { facts } = await openRepo(join(made.top, 'vendor/lib'), { env: made.env })
    expect([facts.exists('lib.ts', now), facts.exists('a.ts', now)]).toEqual(['file', 'absent'])
  })
})

describe('symbolic links', () => {
  it('are followed inside and refused where they lead out', async () => {
    const made = repo()
    const outside = folder()
    writeFileSync(join(outside, 'secret.ts'), 'x')
    writeFileSync(join(outside, 'package.json'), '{"scripts": {"secret": "x"}}')
    made.commit('first', {
      'real/a.ts': 'a',
      in: '-> real',
      'deep/in': '-> ../real',
      out: `-> ${outside}`,
      up: '-> ../..',
      round: '-> round2',
      round2: '-> round',
      'file.ts': '-> real/a.ts',
      broken: '-> nowhere',
      'linked/package.json': `-> ${outside}/package.json`
    })
    symlinkSync(outside, join(made.top, 'fresh'))
    symlinkSync('real', join(made.top, 'fresh-in'))
    const { facts } = await openRepo(made.top, { env: made.env })
    expect(
      ['in', 'in/a.ts', 'deep/in/a.ts', 'in/b.ts', 'file.ts', 'broken', 'fresh-in/a.ts'].map(path =>
        facts.exists(path, now)
      )
    ).toEqual(['directory', 'file', 'file', 'absent', 'file', 'absent', 'file'])
    expect(['in/a.ts', 'broken', 'real/a.ts'].map(path => facts.refuse(path))).toEqual([
      undefined,
      undefined,
      undefined
    ])
    for (const path of ['out', 'out/secret.ts', 'up/x', 'round', 'round/x', 'fresh/secret.ts']) {
      expect([path, facts.exists(path, now), facts.refuse(path)]).toEqual([path, 'unknown', 'link'])
    }
    expect(facts.targets('npm', 'linked')).toBeUndefined()
    expect(facts.targets('npm', 'out')).toBeUndefined()
    expect(facts.exists('in/a.ts', facts.at('x', made.git('rev-parse', 'HEAD')))).toBe('unknown')
  })
})

describe('hostile names', () => {
  it('are names like any other', async () => {
    const made = repo()
    const names = [
      'line\nbreak.ts',
      '"quoted".ts',
      '-dash.ts',
      '--output=x',
      'tab\t.ts',
      '100644 deadbeef 0\tfoo',
      ':100644 100644 a b R100',
      'R 100644 x',
      '? fake',
      'ümlaut.ts',
      'a\u001bb',
      '%0a::error::x',
      '__proto__',
      'constructor',
      'H 100644 x',
      'é/日本.md',
      'x'.repeat(200),
      ':(top)magic',
      '*',
      'back\\slash'
    ]
    made.commit('first', Object.fromEntries(names.slice(0, 10).map(name => [name, name])))
    made.write(Object.fromEntries(names.slice(10).map(name => [name, name])))
    execFileSync('sh', ['-c', 'printf x > "$(printf \'bad\\377name.ts\')"'], { cwd: made.top })
    const { facts, data } = await openRepo(made.top, { env: made.env })
    const listed = new Set(
      (data.files + laterOf(data).untracked())
        .split('\0')
        .map(entry => entry.slice(entry.startsWith('?') ? 2 : entry.indexOf('\t') + 1))
    )
    for (const name of names) expect(listed).toContain(name)
    for (const name of names.filter(name => facts.refuse(name) === undefined))
      expect([name, facts.exists(name, now)]).toEqual([name, 'file'])
    expect(facts.exists('foo', now)).toBe('absent')
    expect(facts.exists('toString', now)).toBe('absent')
    expect(facts.exists('bad\uFFFDname.ts', now)).toBe('file')
    const head = facts.at('x', made.git('rev-parse', 'HEAD'))
    for (const name of names.slice(0, 10).filter(name => facts.refuse(name) === undefined))
      expect([name, facts.exists(name, head)]).toEqual([name, 'file'])
    const place = await findRepository(made.top, made.env)
    expect((await changedFiles(place, 'HEAD')).map(change => change.path)).toEqual(
      [...names.slice(10), 'bad\uFFFDname.ts'].sort()
    )
  })

  it('do not keep a repository below a folder with a line break from being refused in words', async () => {
    const top = join(folder(), 'line\nbreak')
    mkdirSync(top)
    const made = repo(top)
    made.commit('first', { a: 'a' })
    expect((await openRepo(top, { env: made.env })).data.unavailable).toBe(
      'the path of the repository has a line break'
    )
  })
})

describe('in a hook', () => {
  it('sees the index that is about to be committed', async () => {
    const made = repo()
    made.commit('first', { 'plan.md': 'old', 'other.md': 'old' })
    made.write({ 'plan.md': 'new', 'other.md': 'new' })
    made.git('add', 'other.md')
    // `git commit plan.md` shows hooks an index of its own, in which other.md is not staged.
    const seen = folder()
    const hook = join(made.top, '.git/hooks/pre-commit')
    mkdirSync(join(made.top, '.git/hooks'), { recursive: true })
    writeFileSync(
      hook,
      `#!/bin/sh\nenv | grep '^GIT_' > '${seen}/env'\npwd > '${seen}/cwd'\ncp "$GIT_INDEX_FILE" '${seen}/index'\n`
    )
    chmodSync(hook, 0o755)
    made.git('commit', '-q', '-m', 'second', 'plan.md')
    const variables = Object.fromEntries(
      readFileSync(join(seen, 'env'), 'utf8')
        .trim()
        .split('\n')
        .map(line => {
          const at = line.indexOf('=')
          return [line.slice(0, at), line.slice(at + 1)]
        })
    )
    expect(variables['GIT_INDEX_FILE']).toMatch(/\.lock$/)
    made.git('reset', '-q', '--soft', 'HEAD~1')
    const env = { ...made.env, ...variables, GIT_INDEX_FILE: join(seen, 'index'), GIT_DIR: '.git' }
    const place = await findRepository(readFileSync(join(seen, 'cwd'), 'utf8').trim(), env)
    expect(await stagedFiles(place)).toEqual([{ status: 'M', path: 'plan.md' }])
    expect(String((await readStaged(place, ['plan.md'])).get('plan.md'))).toBe('new')
    expect(String((await readStaged(place, ['other.md'])).get('other.md'))).toBe('old')
  })

  it('understands a relative GIT_DIR and work tree from a folder below', async () => {
    const made = repo()
    made.commit('first', { 'sub/a.md': 'a' })
    const env = { ...made.env, GIT_DIR: '../.git', GIT_WORK_TREE: '..' }
    const { facts, locate, data } = await openRepo(join(made.top, 'sub'), { env })
    expect([data.top, facts.exists('sub/a.md', now), locate('a.md')]).toEqual([made.top, 'file', 'sub/a.md'])
  })
})

describe('configuration that runs commands', () => {
  it('runs none', async () => {
    const made = repo()
    const first = made.commit('first', { 'a.ts': 'a', 'b.txt': 'b' })
    made.commit('second', { 'a.ts': 'b', '.gitattributes': '*.txt diff=evil\n' })
    const proof = join(folder(), 'proof')
    const script = join(folder(), 'evil')
    writeFileSync(script, `#!/bin/sh\ntouch '${proof}'\n`)
    chmodSync(script, 0o755)
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'diff.external',
      'diff.evil.textconv',
      'diff.evil.command',
      'gpg.program',
      'core.sshCommand',
      'core.askPass',
      'credential.helper',
      'core.editor',
      'pager.log',
      'pager.diff'
    ])
      made.git('config', key, script)
    made.git('config', 'log.showSignature', 'true')
    made.git('config', 'status.showUntrackedFiles', 'no')
    made.git('config', 'diff.renames', 'false')
    made.git('config', 'diff.noprefix', 'true')
    made.git('config', 'color.ui', 'always')
    writeFileSync(join(made.top, 'b.txt'), 'changed')
    const env = {
      ...made.env,
      GIT_EXTERNAL_DIFF: script,
      GIT_PAGER: script,
      GIT_TRACE: '1',
      GIT_LITERAL_PATHSPECS: '1',
      GIT_SSH_COMMAND: script
    }
    const { facts } = await openRepo(made.top, { env })
    expect(facts.exists('a.ts', now)).toBe('file')
    const place = await findRepository(made.top, env)
    expect(await changedFiles(place, first)).toEqual([
      { status: 'A', path: '.gitattributes' },
      { status: 'M', path: 'a.ts' },
      { status: 'M', path: 'b.txt' }
    ])
    await stagedFiles(place)
    expect(existsSync(proof)).toBe(false)
  })

  it('writes nothing into the repository', async () => {
    const made = repo()
    made.commit('first', { 'a.ts': 'a' })
    writeFileSync(join(made.top, 'a.ts'), 'a')
    const before = readFileSync(join(made.top, '.git/index'))
    const place = await findRepository(made.top, made.env)
    await changedFiles(place, 'HEAD')
    await openRepo(made.top, { env: made.env })
    expect(readFileSync(join(made.top, '.git/index')).equals(before)).toBe(true)
  })
})
