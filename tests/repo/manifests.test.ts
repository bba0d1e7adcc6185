import { describe, expect, it } from 'vitest'
import type { Runner } from '../../src/repo/facts.ts'
import { manifests } from '../../src/repo/there/manifests.ts'
import { spent } from '../spent.ts'

function of(files: Record<string, string>) {
  return manifests(
    path => (Object.hasOwn(files, path) ? files[path] : undefined),
    () => Object.keys(files)
  )
}

function names(runner: Runner, file: string, text: string) {
  const found = of({ [file]: text }).targets(runner, '')
  return found && [...found.names].join(' ') + (found.complete ? '' : ' …')
}

describe('targets of npm', () => {
  const files = {
    'package.json': '{"name": "root", "scripts": {"build": "x", "test": "x"}, "workspaces": ["packages/*"]}',
    'packages/a/package.json': '\uFEFF{"name": "@scope/a", "scripts": {"lint": "x"}}',
    'packages/b/package.json': '{"private": true}',
    'broken/package.json': '{',
    'odd/package.json': '{"name": 1, "scripts": ["x"]}',
    'proto/package.json': '{"name": "p", "__proto__": {"scripts": {"x": ""}}, "scripts": {"__proto__": "x"}}'
  }
  const read = of(files)

  it.each([
    ['', 'package.json', ['build', 'test'], true],
    ['src/deep', 'package.json', ['build', 'test'], true],
    ['packages/a/src', 'packages/a/package.json', ['lint'], true],
    ['./packages//a/', 'packages/a/package.json', ['lint'], true],
    ['packages/b', 'packages/b/package.json', [], true],
    ['broken', 'broken/package.json', [], false],
    ['odd', 'odd/package.json', [], true],
    ['proto', 'proto/package.json', ['__proto__'], true]
  ])('from %j', (cwd, file, scripts, complete) =>
    expect(read.targets('npm', cwd)).toEqual({ file, names: new Set(scripts), complete })
  )

  it('has none without a manifest, and none outside', () => {
    expect(of({}).targets('npm', 'a')).toBeUndefined()
    expect(read.targets('npm', '../x')).toBeUndefined()
  })

  it('names the packages', () =>
    expect(read.packages()).toEqual([
      { name: 'root', dir: '' },
      { name: '@scope/a', dir: 'packages/a' },
      { name: 'p', dir: 'proto' }
    ]))

  it('reads each manifest once', () => {
    let reads = 0
    const counting = manifests(
      () => (reads++, '{}'),
      () => ['package.json']
    )
    for (let i = 0; i < 9; i++) counting.targets('npm', '')
    for (let i = 0; i < 9; i++) counting.packages()
    expect(reads).toBe(2)
  })
})

describe('targets of make', () => {
  it.each([
    ['all: a b\n\tcc x: y\n', 'all'],
    ['a b c:: dep\n', 'a b c'],
    ['.PHONY: test\ntest:\n\tgo test\n', '.PHONY test'],
    ['CC := gcc\nURL = http://x\nx ?= a:b\nY ::= 1\nrun:\n', 'run'],
    ['long \\\n  names: x\n', 'long names'],
    ['%.o: %.c\nall:\n', 'all …'],
    ['$(BIN): x\nall:\n', 'all …'],
    ['include rules.mk\nall:\n', 'all …'],
    ['-include x\nall:\n', 'all …'],
    ['$(eval $(call x))\nall:\n', 'all …'],
    ['# note: this\nall: # more: here\n', 'all'],
    ['ifeq ($(OS),Windows)\nwin:\nendif\n', 'win'],
    ['all:\r\n\techo\r\ntest: all\r\n', 'all test'],
    ['', '']
  ])('%j', (text, expected) => expect(names('make', 'Makefile', text)).toBe(expected))

  it('does not climb, and prefers the name that make prefers', () => {
    const read = of({ Makefile: 'top:', 'sub/makefile': 'low:', 'sub/Makefile': 'high:' })
    expect(read.targets('make', 'other')).toBeUndefined()
    expect(read.targets('make', 'sub')).toEqual({ file: 'sub/makefile', names: new Set(['low']), complete: true })
  })
})

describe('targets of just', () => {
  it.each([
    ['build:\n  cargo build\n', 'build'],
    ["@quiet arg='a:b':\n  x\n", 'quiet'],
    ['test +args: build\n', 'test'],
    ['name := "x: y"\nset shell := ["bash"]\nexport A := "b"\nrun:\n', 'run'],
    ['alias b := build\nbuild:\n', 'b build'],
    ['import "x.just"\nbuild:\n', 'build …'],
    ['mod sub\nbuild:\n', 'build …'],
    ['[private]\n_hidden:\n', '_hidden']
  ])('%j', (text, expected) => expect(names('just', 'justfile', text)).toBe(expected))
})

describe('targets of task', () => {
  it.each([
    [
      'version: "3"\ntasks:\n  build:\n    cmds:\n      - go build\n  test: go test\n  "docs:serve":\n    desc: x\nvars:\n  X: 1\n',
      'build test docs:serve'
    ],
    ['includes:\n  x: ./x\ntasks:\n  a:\n', 'a …'],
    ['tasks:\n    a:\n        aliases: [b]\n', 'a …'],
    ['tasks: {a: b}\n', ' …'],
    ['tasks:\n  # note: x\n  a: x\n', 'a']
  ])('%j', (text, expected) => expect(names('task', 'Taskfile.yml', text)).toBe(expected))
})

describe('targets of others', () => {
  it('reads deno tasks', () => {
    expect(names('deno', 'deno.json', '{"tasks": {"dev": "x"}}')).toBe('dev')
    expect(names('deno', 'deno.jsonc', '{ // note\n}')).toBe(' …')
  })

  it('reads scripts of pyproject', () =>
    expect(
      names(
        'python',
        'pyproject.toml',
        [
          '[project]',
          'name = "x"',
          '[project.scripts]',
          'serve = "x:main"',
          '"quoted" = "x"',
          '[tool.poe.tasks]',
          'lint = "ruff"',
          '[tool.poe.tasks.build]',
          'cmd = "x"',
          '[tool.other]',
          'no = 1',
          '[[tool.list]]',
          'neither = 1'
        ].join('\n')
      )
    ).toBe('serve quoted lint build …'))

  it('reads the packages of a cargo workspace', () => {
    const read = of({
      'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
      'crates/a/Cargo.toml': '[package]\nname = "a-crate"\nversion = "1"\n',
      'crates/b/Cargo.toml': '[package]\nversion = "1"\nname="b"\n[dependencies]\nname = "no"\n'
    })
    expect(read.targets('cargo', 'crates/a')).toEqual({
      file: 'crates/a/Cargo.toml',
      names: new Set(['a-crate', 'b']),
      complete: true
    })
  })
})

describe('hostile manifests', () => {
  it.each<[Runner, string, string]>([
    ['npm', 'package.json', '['.repeat(500_000)],
    ['npm', 'package.json', `{"scripts":${'{"a":'.repeat(100_000)}`],
    ['make', 'Makefile', 'a '.repeat(400_000)],
    ['make', 'Makefile', `${' '.repeat(500_000)}x`],
    ['make', 'Makefile', '\\\n'.repeat(400_000)],
    ['just', 'justfile', `a${' "'.repeat(400_000)}`],
    ['just', 'justfile', `${'a-'.repeat(400_000)}`],
    ['task', 'Taskfile.yml', `tasks:\n${' "a'.repeat(300_000)}`],
    ['task', 'Taskfile.yml', `tasks:\n  ${'a: '.repeat(300_000)}`],
    ['python', 'pyproject.toml', `[${'.tasks'.repeat(150_000)}]`],
    ['python', 'pyproject.toml', '['.repeat(900_000)],
    ['cargo', 'Cargo.toml', `[package]\n${'name '.repeat(200_000)}`]
  ])('%s %#: stays linear', (runner, file, text) => {
    const start = spent()
    of({ [file]: text }).targets(runner, '')
    expect(spent() - start).toBeLessThan(3000)
  })
})
