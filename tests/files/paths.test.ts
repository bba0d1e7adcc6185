import { describe, expect, it } from 'vitest'
import { matchesGlob, PathIndex, readPath, samePath, splitPaths } from '../../src/files/paths.ts'
import { spent } from '../spent.ts'

const paths = (text: string): string[] => splitPaths(text).map(({ path }) => path)

describe('readPath', () => {
  it.each([
    'cli.py',
    'src/cli.py',
    'package.json',
    'README.md',
    'Makefile',
    'LICENSE',
    '.gitignore',
    '.env.local',
    '.pre-commit-config.yaml',
    'Cargo.lock',
    'go.mod',
    'src/app/(auth)/page.tsx',
    'items/[id].ts',
    'routes/[...slug].tsx',
    'routes/$id.edit.tsx',
    'src/+page.svelte',
    'web/icon@2x.png',
    '文档/说明.md',
    '.github/workflows/ci.yml',
    '.husky/pre-commit',
    'config.yaml.example',
    'test_[case]_x.py',
    'a/b/Foo.Bar.cs',
    '@types/shim.d.ts'
  ])('reads %s as a file', token => {
    expect(readPath(token)).toEqual({ raw: token, path: token, kind: 'file' })
  })

  it.each([
    'main()',
    'store.moveIcon(a, b)',
    '--watch',
    '-v',
    'npm test',
    'git diff src/a.ts',
    'cat src/a.py',
    './gradlew test',
    '1.2.3',
    'v20.1',
    '0.6',
    'Foo.bar',
    'asyncio.run',
    'sys.path',
    'user.name',
    'console.log',
    'process.env',
    'response.json',
    'Node.js',
    'vercel/next.js',
    'socket.io',
    'docs.rs',
    'Package.Name.Sqlite',
    'https://example.org/a.html',
    'github.com/x/y.go',
    'mail@example.com',
    '/api/users/{id}',
    '/login',
    '/plan.review',
    'POST /api/x',
    'origin/main',
    'feat/new-parser',
    'fix/x',
    'text/markdown',
    'application/*',
    '@scope/name',
    '@/lib/x',
    'and/or',
    'home/away',
    'std::io',
    'python:3.12',
    'x = src/a.ts',
    '"src/a.ts"',
    'a|b.ts',
    'HEAD~1..HEAD',
    'a1b2c3d...HEAD',
    '.md',
    '.module.scss',
    '.hidden',
    '_test.go',
    'list[int]',
    'arr[0]',
    '<div>',
    '<Tree />',
    '*',
    '**',
    '.*',
    '^src/.*$',
    'a && b',
    'N/A',
    'TBD',
    '',
    ' ',
    'Mutex.lock',
    'this.props',
    'db.models.*',
    'spec-kit',
    'license',
    '${ROOT}/x/y.ts',
    '{a: 1}',
    'model://x'
  ])('does not read %s', token => {
    expect(readPath(token)).toBeUndefined()
  })

  it.each([
    ['src/a.py:12', 'src/a.py', ':12'],
    ['a.py:12-30', 'a.py', ':12-30'],
    ['a.ts:4-5,9', 'a.ts', ':4-5,9'],
    ['tests/test_a.py::test_x', 'tests/test_a.py', '::test_x'],
    ['tests/test_a.py::{a,b}', 'tests/test_a.py', '::{a,b}'],
    ['docs/a.md#usage', 'docs/a.md', '#usage'],
    ['a.ts#L10-L20', 'a.ts', '#L10-L20'],
    ['a.ts:run()', 'a.ts', ':run()']
  ])('cuts the place off %s', (token, path, suffix) => {
    expect(readPath(token)).toMatchObject({ path, suffix, kind: 'file' })
  })

  it.each([
    ['./src/a.ts', 'src/a.ts', 'file'],
    ['src/', 'src', 'directory'],
    ['src/plan', 'src/plan', 'directory'],
    ['a/./b/../c.ts', 'a/c.ts', 'file'],
    ['src\\a\\b.cs', 'src/a/b.cs', 'file'],
    ['tests/test_*.py', 'tests/test_*.py', 'glob'],
    ['src/**', 'src/**', 'glob'],
    ['{a,b}.ts', '{a,b}.ts', 'glob'],
    ['notes/<id>.json', 'notes/<id>.json', 'glob'],
    ['src/.../view/a.kt', 'src/.../view/a.kt', 'glob'],
    ['bin/tool', 'bin/tool', 'file']
  ])('normalises %s', (token, path, kind) => {
    expect(readPath(token)).toEqual({ raw: token, path, kind })
  })

  it.each([
    ['/Users/me/x.ts', 'absolute'],
    ['/etc/ssl/a.pem', 'absolute'],
    ['/srv/a.py:3', 'absolute'],
    ['~/notes/a.md', 'home'],
    ['$HOME/x/y', 'home'],
    ['C:\\work\\a.cs', 'drive'],
    ['\\\\host\\share\\a.txt', 'unc'],
    ['file:///etc/passwd', 'scheme'],
    ['../other/a.ts', 'parent'],
    ['a/../../b.ts', 'parent'],
    ['src/a\u0007.ts', 'control'],
    ['src/a\u202E.ts', 'control']
  ])('says why %s leaves the repository', (token, escapes) => {
    expect(readPath(token)?.escapes).toBe(escapes)
  })

  it('takes more where paths are expected, and still no prose', () => {
    for (const token of ['config', 'src/foo', 'My Notes.md', 'test-suite', '.hidden', 'lib/durations'])
      expect(readPath(token, { lenient: true })?.path).toBe(token)
    for (const token of [
      'N/A',
      'None',
      'All callers of it',
      '--watch',
      'https://example.org',
      'run()',
      '1.2',
      '—',
      'a | b'
    ]) {
      expect(readPath(token, { lenient: true }), token).toBeUndefined()
    }
  })

  it('is linear in hostile tokens', () => {
    const began = spent()
    for (const piece of ['a/', '../', '[', '{', '.a', 'a:', '1,', '`', '\\', '(a)', ' ']) {
      readPath(piece.repeat(100_000), { lenient: true })
      readPath(piece.repeat(500), { lenient: true })
      splitPaths(piece.repeat(50_000))
    }
    expect(spent() - began).toBeLessThan(4000)
  })
})

describe('samePath', () => {
  it.each([
    ['a/b.ts', 'a/b.ts'],
    ['b.ts', 'a/b.ts'],
    ['x/a/b.ts', 'a/b.ts'],
    ['./a/b/', 'a/b'],
    ['a\\b.ts', 'b.ts']
  ])('%s is %s', (a, b) => {
    expect(samePath(a, b)).toBe(true)
    expect(samePath(b, a)).toBe(true)
  })

  it.each([
    ['b.ts', 'ab.ts'],
    ['A/b.ts', 'a/b.ts'],
    ['a/b.ts', 'c/b.ts'],
    ['', 'a'],
    ['a', 'a/b']
  ])('%s is not %s', (a, b) => {
    expect(samePath(a, b)).toBe(false)
  })
})

describe('PathIndex', () => {
  const index = new PathIndex<string>()
  for (const path of ['src/a/x.ts', 'src/b/x.ts', 'x.py', 'lib/x.py', 'y.ts']) index.add(path, path)

  it('prefers the path itself, then entries that end in it, then entries that it ends in', () => {
    expect(index.find('x.py')).toEqual(['x.py'])
    expect(index.find('x.ts')).toEqual(['src/a/x.ts', 'src/b/x.ts'])
    expect(index.find('b/x.ts')).toEqual(['src/b/x.ts'])
    expect(index.find('deep/lib/x.py')).toEqual(['lib/x.py', 'x.py'])
    expect(index.find('src/y.ts')).toEqual(['y.ts'])
    expect(index.find('z.ts')).toEqual([])
    expect(index.find('')).toEqual([])
  })
})

describe('matchesGlob', () => {
  it.each([
    ['tests/test_*.py', 'tests/test_a.py'],
    ['*.py', 'src/a.py'],
    ['src/**', 'src/a/b.ts'],
    ['src/**/x.ts', 'src/x.ts'],
    ['src/**/x.ts', 'src/a/b/x.ts'],
    ['{a,b}.ts', 'b.ts'],
    ['{a,b{c,d}}/x.ts', 'bd/x.ts'],
    ['a?.ts', 'ab.ts'],
    ['notes/<id>.json', 'notes/42.json'],
    ['{name}.md', 'x.md'],
    ['src/.../x.ts', 'src/a/b/x.ts'],
    ['tests/*.py', 'lib/tests/a.py'],
    ['[id].ts', '[id].ts']
  ])('%s matches %s', (glob, path) => expect(matchesGlob(glob, path)).toBe(true))

  it.each([
    ['tests/test_*.py', 'tests/a.py'],
    ['*.py', 'a.pyc'],
    ['src/*', 'src/a/b.ts'],
    ['src/**/x.ts', 'src/bax.ts'],
    ['{a,b}.ts', 'c.ts'],
    ['src/*.ts', 'lib/a.ts'],
    ['a?.ts', 'a.ts'],
    ['[id].ts', 'i.ts'],
    ['', 'a'],
    ['*', '']
  ])('%s does not match %s', (glob, path) => expect(matchesGlob(glob, path)).toBe(false))

  it('does not explode', () => {
    const began = spent()
    matchesGlob('{a,b}'.repeat(50), 'a'.repeat(1000))
    matchesGlob('**a'.repeat(80), 'a'.repeat(1000))
    matchesGlob('*a'.repeat(120), `${'a'.repeat(1000)}b`)
    expect(spent() - began).toBeLessThan(2000)
  })
})

describe('splitPaths', () => {
  it('takes code spans alone where there are any', () => {
    expect(paths('`src/a.ts`, `src/b.ts` and `run()` in config.py')).toEqual(['src/a.ts', 'src/b.ts'])
    expect(paths('``a.ts`` then `b.ts, c.ts`')).toEqual(['a.ts', 'b.ts', 'c.ts'])
  })

  it('reads lists without markup', () => {
    expect(paths('src/a.ts, b.py and lib/c.rs')).toEqual(['src/a.ts', 'b.py', 'lib/c.rs'])
    expect(paths('cli.py (new), {x,y}.ts')).toEqual(['cli.py', '{x,y}.ts'])
    expect(paths('src/foo, Makefile、docs/a.md')).toEqual(['src/foo', 'Makefile', 'docs/a.md'])
  })

  it('finds paths in prose, and none where there are none', () => {
    expect(paths('Any code in src/plan/tree.ts.')).toEqual(['src/plan/tree.ts'])
    expect(paths('Any code creating a client, and its tests')).toEqual([])
  })
})
