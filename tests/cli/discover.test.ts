import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { discover } from '../../src/cli/discover/discover.ts'
import { folderOf } from './harness.ts'

async function paths(cwd: string, ...patterns: string[]): Promise<string[]> {
  return (await discover(patterns, cwd)).files.map(file => file.path)
}

describe('without words', () => {
  test('the usual places, at any depth, and no others', async () => {
    const cwd = folderOf({
      'PLAN.md': '',
      'README.md': '',
      'PLANNING.MD': '',
      'x-plan.md': '',
      'y_plan.md': '',
      'z.plan.md': '',
      'plan.txt': '',
      'floorplan.md': '',
      'docs/plans/deep/er/a.md': '',
      'plans/b.md': '',
      'plans/README.md': '',
      'docs/notes.md': '',
      'packages/p/IMPLEMENTATION_PLAN.md': '',
      'node_modules/m/PLAN.md': '',
      '.claude/plans/c.md': '',
      '.claude/commands/plan.md': '',
      '.cursor/plans/d.md': '',
      '.other/plans/e.md': ''
    })
    expect(await paths(cwd)).toEqual([
      '.claude/plans/c.md',
      '.cursor/plans/d.md',
      'PLAN.md',
      'PLANNING.MD',
      'docs/plans/deep/er/a.md',
      'packages/p/IMPLEMENTATION_PLAN.md',
      'plans/b.md',
      'x-plan.md',
      'y_plan.md',
      'z.plan.md'
    ])
  })
})

describe('words', () => {
  test('files, folders and globs, each file once, in path order', async () => {
    const cwd = folderOf({ 'b/x.md': '', 'a.md': '', 'b/y.txt': '', 'b/c/z.markdown': '' })
    expect(await paths(cwd, 'b', 'b/*.md', './a.md', 'a.md')).toEqual(['a.md', 'b/c/z.markdown', 'b/x.md'])
  })

  test('a named file counts whatever it is called; one found in a folder only at a usual place', async () => {
    const cwd = folderOf({ 'd/notes.md': '', 'd/PLAN.md': '', 'e.txt': '' })
    const { files } = await discover(['d', 'e.txt'], cwd)
    expect(files.map(file => [file.path, file.expected])).toEqual([
      ['d/PLAN.md', true],
      ['d/notes.md', false],
      ['e.txt', true]
    ])
    expect((await discover(['d', 'd/notes.md'], cwd)).files[1]).toMatchObject({ path: 'd/notes.md', expected: true })
  })

  test('globs: braces, negation, dot-folders only when named, Markdown unless an extension is named', async () => {
    const cwd = folderOf({
      'a/x.md': '',
      'b/y.md': '',
      'c/z.md': '',
      '.claude/plans/p.md': '',
      'node_modules/n/q.md': '',
      'a/t.txt': ''
    })
    expect(await paths(cwd, '{a,b}/*.md')).toEqual(['a/x.md', 'b/y.md'])
    expect(await paths(cwd, '**/*.md', '!b/**')).toEqual(['a/x.md', 'c/z.md'])
    expect(await paths(cwd, '.claude/**/*.md')).toEqual(['.claude/plans/p.md'])
    expect(await paths(cwd, '{.claude,a}/**')).toEqual(['.claude/plans/p.md', 'a/x.md'])
    expect(await paths(cwd, '**/.claude/**/*.md')).toEqual(['.claude/plans/p.md'])
    expect(await paths(cwd, 'node_modules/**/*.md')).toEqual(['node_modules/n/q.md'])
    expect(await paths(cwd, 'a/*.txt')).toEqual(['a/t.txt'])
    expect(await paths(path.join(cwd, 'a'), '../b/*.md')).toEqual(['../b/y.md'])
    expect(await paths(cwd, cwd + '/c/*.md')).toEqual(['c/z.md'])
  })

  test('a dot-folder or node_modules that is named is looked at', async () => {
    const cwd = folderOf({ '.agents/plans/p.md': '', 'node_modules/n/q.md': '' })
    expect(await paths(cwd, '.agents', 'node_modules/n')).toEqual(['.agents/plans/p.md', 'node_modules/n/q.md'])
  })

  test('a name that looks like a glob is a name first', async () => {
    const cwd = folderOf({ 'app/[slug]/x.md': '', 'app/s/x.md': '', '!a.md': '' })
    expect(await paths(cwd, 'app/[slug]/x.md')).toEqual(['app/[slug]/x.md'])
    expect(await paths(cwd, '!a.md')).toEqual(['!a.md'])
  })

  test('folders that look like a glob are names within a glob, too', async () => {
    const cwd = folderOf({ 'old (1)/[a]/x.md': '', 'old (1)/y.md': '', 'old 1/z.md': '', 'a.md': '' })
    expect(await paths(cwd, 'old (1)/*.md')).toEqual(['old (1)/y.md'])
    expect(await paths(cwd, 'old (1)/[a]/*.md')).toEqual(['old (1)/[a]/x.md'])
    expect(await paths(cwd, './old (1)/**')).toEqual(['old (1)/[a]/x.md', 'old (1)/y.md'])
    expect(await paths(cwd, '.', '!old (1)')).toEqual(['a.md', 'old 1/z.md'])
    expect(await paths(cwd, '.', '!old (1)/*.md')).toEqual(['a.md', 'old (1)/[a]/x.md', 'old 1/z.md'])
    expect(await paths(cwd, 'old @(1|2)/*.md')).toEqual(['old 1/z.md'])
  })

  test('of what agents keep in folders with a dot, plans alone', async () => {
    const cwd = folderOf({
      '.claude/plans/p.md': '',
      '.claude/commands/plan.md': '',
      '.claude/skills/x/SKILL.md': '',
      '.kiro/specs/a/tasks.md': '',
      '.kiro/steering/tech.md': '',
      'b.md': ''
    })
    expect(await paths(cwd, '.')).toEqual(['.claude/plans/p.md', '.kiro/specs/a/tasks.md', 'b.md'])
  })

  test('all ignored is no folder without documents', async () => {
    const cwd = folderOf({ '.git/HEAD': '', '.gitignore': '*.md\n', 'docs/a.md': '', 'docs/plans/b.md': '' })
    expect((await discover(['docs'], cwd)).unmatched).toEqual([
      { pattern: 'docs', why: 'ignored', ignored: expect.arrayContaining(['a.md', 'plans/b.md']) as string[] }
    ])
    expect((await discover([], cwd)).ignoredPlans).toEqual(['docs/plans/b.md'])
  })

  test('what matched nothing is told, word by word', async () => {
    const cwd = folderOf({ empty: null, 'a.md': '' })
    expect((await discover(['nix', 'empty', '*.markdown', 'a.md', 'a.md/b'], cwd)).unmatched).toEqual([
      { pattern: 'nix', why: 'missing' },
      { pattern: 'empty', why: 'empty' },
      { pattern: '*.markdown', why: 'glob' },
      { pattern: 'a.md/b', why: 'missing' }
    ])
  })
})

describe('git', () => {
  const files = {
    '.gitignore': 'build/\n/top-plan.md\n*.tmp.md\n!keep.tmp.md\n',
    'top-plan.md': '',
    'sub/top-plan.md': '',
    'build/plans/a.md': '',
    'sub/.gitignore': 'plans/*\n!plans/yes.md\n',
    'sub/plans/no.md': '',
    'sub/plans/yes.md': '',
    'plans/x.tmp.md': '',
    'plans/keep.tmp.md': '',
    '.git/info/exclude': 'secret-plan.md\n',
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.git/objects': null,
    '.git/refs': null,
    'secret-plan.md': '',
    'sub/Build/plans/b.md': ''
  }

  test('what git ignores is left out, as git itself says', async () => {
    const cwd = folderOf(files)
    const listed = execFileSync('git', ['ls-files', '--others', '--exclude-standard', '*.md'], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' }
    })
      .trim()
      .split('\n')
      .sort()
    expect(listed).toHaveLength(4)
    expect(await paths(cwd, '.')).toEqual(listed)
    expect(await paths(path.join(cwd, 'sub'), '.')).toEqual(
      listed.filter(file => file.startsWith('sub/')).map(file => file.slice(4))
    )
  })

  test('a named file, or a named folder, is looked at all the same', async () => {
    const cwd = folderOf(files)
    expect(await paths(cwd, 'secret-plan.md', 'build')).toEqual(['build/plans/a.md', 'secret-plan.md'])
  })

  test('the excludes of a linked work tree', async () => {
    const cwd = folderOf({
      'main/.git/info/exclude': 'x-plan.md\n',
      'main/.git/worktrees/w/commondir': '../..\n',
      'w/x-plan.md': '',
      'w/y-plan.md': ''
    })
    fs.writeFileSync(path.join(cwd, 'w/.git'), `gitdir: ${cwd}/main/.git/worktrees/w\n`)
    expect(await paths(path.join(cwd, 'w'))).toEqual(['y-plan.md'])
  })
})

describe('.remarkignore', () => {
  test('the nearest file alone counts, relative to its folder', async () => {
    const cwd = folderOf({
      '.remarkignore': 'a-plan.md\nsub/b-plan.md\n',
      'a-plan.md': '',
      'sub/a-plan.md': '',
      'sub/b-plan.md': '',
      'deep/.remarkignore': 'c-plan.md',
      'deep/a-plan.md': '',
      'deep/c-plan.md': ''
    })
    expect(await paths(cwd)).toEqual(['deep/a-plan.md'])
  })

  test('a named file that is ignored is told, and is no failure', async () => {
    const cwd = folderOf({ '.remarkignore': 'a-plan.md\n', 'a-plan.md': '' })
    expect(await discover(['a-plan.md'], cwd)).toMatchObject({
      files: [],
      unmatched: [],
      ignored: [{ path: 'a-plan.md', why: 'ignored by .remarkignore' }]
    })
  })
})

describe('odd names', () => {
  test('newlines, dashes, spaces, control characters', async () => {
    const cwd = folderOf({ 'a\nb-plan.md': '', '-plan.md': '', ' -plan.md': '', '\u001B-plan.md': '' })
    expect(await paths(cwd)).toHaveLength(4)
  })

  test.runIf(process.platform === 'linux')('names that are no UTF-8 do not stop the walk', async () => {
    const cwd = folderOf({ 'ok-plan.md': '' })
    fs.writeFileSync(Buffer.concat([Buffer.from(cwd + '/'), Buffer.from([0xff]), Buffer.from('-plan.md')]), '')
    fs.mkdirSync(Buffer.concat([Buffer.from(cwd + '/'), Buffer.from([0xfe])]))
    expect(await paths(cwd)).toContain('ok-plan.md')
  })

  test('links: to files followed, to folders not, loops and broken ones survived', async () => {
    const cwd = folderOf({ 'real/a-plan.md': '', 'PLAN.md': '' })
    fs.symlinkSync('.', path.join(cwd, 'loop'))
    fs.symlinkSync('real', path.join(cwd, 'linked'))
    fs.symlinkSync('self-plan.md', path.join(cwd, 'self-plan.md'))
    fs.symlinkSync('../PLAN.md', path.join(cwd, 'real/b-plan.md'))
    expect(await paths(cwd)).toEqual(['PLAN.md', 'real/a-plan.md', 'real/b-plan.md', 'self-plan.md'])
    expect(await paths(cwd, 'linked')).toEqual(['linked/a-plan.md', 'linked/b-plan.md'])
    expect(await paths(cwd, 'self-plan.md')).toEqual(['self-plan.md'])
  })

  test('a folder called x.md is a folder', async () => {
    expect(await paths(folderOf({ 'x-plan.md/y-plan.md': '' }))).toEqual(['x-plan.md/y-plan.md'])
  })
})
