import { describe, expect, it } from 'vitest'
import { longestPath, readToken } from '../../src/files/paths.ts'

/** What a token is read as, anywhere and where paths are expected: the kind, whether it is one by its looks, and all that the path lacks of the token. */
function read(token: string): string[] {
  return [false, true].map(lenient => {
    const found = readToken(token, lenient)
    if (!found) return 'none'
    const { raw, path, kind, suffix = '', escapes } = found.ref
    expect(raw).toBe(token)
    const own = kind === 'directory' && token.endsWith('/') ? `${path}/` : path + suffix
    return [
      found.sure ? 'sure' : 'placed',
      kind,
      ...(own === token ? [] : [own]),
      ...(escapes === undefined ? [] : [escapes])
    ].join(' ')
  })
}

const tokens = (text: string): string[] => text.trim().split(/ *[|\n] */)

const classes: [string, string[], string][] = [
  [
    'a file wherever it stands',
    ['sure file', 'sure file'],
    `
    src/license | LICENCE | Copying | src/CODEOWNERS | .env.local | .fooignore | .barrc | .foo.json | .foo.jsonc | .foo.json5 | .foo.yml | .foo.yaml | .foo.cjs | .foo.mjs | .foo.js | .foo.md
    .a-b_c.conf | my_test.go | config.yaml.example | foo.py.sample | foo.py.template | a.py.bak | a.json.dist | a.html.j2 | prod.env | myprocess.env | processx.env | my-app.env | cargo.lock
    Cargo.lock | x/foo.lock | abc.h | ab.md | a--b.md | a~/notes/b.md | feat/x.ts | my-site.co.uk/x.py | x.comy/a.ts | @a/b.ts | src/foo.lock | src/foo.sc | src/README | src/A
    bin/tool | script/tool | scripts/tool | .githooks/x | src/x.Y | tests/x.Y | test/x.Y | lib/x.abc | lib/.X | lib/x.9 | lib/xA.b | local.properties | Makefile | src/makefile | .nvmrc
    routes/[...slug].tsx | routes/[[...slug]].tsx | [id].ts | +[x].ts | routes/[id]/x.ts | (auth)/page.tsx | (a)-b/x.ts | (a.b@c)/x.ts | $id.tsx | $id.edit.tsx | $x_9.tsx | $i.tsx`
  ],
  [
    'a file only where paths are expected',
    ['none', 'placed file'],
    `
    license | .x.env.y | .env.é | .foo.barrc | .eslintrcx | .foo.py | .test.x.json | .test.json | .spec.js | .min.js | .d.ts.json | .config.js | .module.js | .foo.jsonx | Package.Json
    _test.go | _spec.rb | foo.example | a.ts.mybak | a.ts.bakx | foo.lock.example | self.env | this.env | app.env | config.env | ctx.env | c.env | Prod.env | a1.env | 1a.env | foo.lock
    foo.db | ab.h | a.c | my.io | foo.netx | docs.my-app.dev | a-b | lib/x.Y | lib/x.Abc | lib/x.abcdefghijklmn | lib/x.y-z | mytest/x.Y | testsx/x.Y | hooks/x | @/x.ts | config
    My Notes.md | my notes.lock | src/a b.ts | x (copy).ts | 1.2x | x1.2 | é | _ | .[x].ts | #a | a.md#x#y`
  ],
  [
    'spelled like a product, a call or a host, and a file behind a folder or where paths are expected',
    ['none', 'placed file'],
    'process.env | node.js | Node.JS | console.log | res.json | docs.rs | lib.dev | crates.io'
  ],
  [
    'a file that only its name alone would give to a product, a call or a host',
    ['sure file', 'sure file'],
    'api.md | API.md | cloud.md | docs/api.md | guides/Api.md | src/docs.rs | a/docs.rs | x/Console.log | src/node.js | web/js/three.js | vendor/three.js | mocks/res.json'
  ],
  [
    'a name that text would give to something else',
    ['none', 'sure file'],
    `
    a,b.ts | a=b.ts | a&b.ts | a%b.ts | a!b.ts | a^b.ts | a..b.ts | src/a..b.ts | a(bc)d.tsx | a()b.ts | src/a(b).ts | [a]b.ts | +[x]y.ts | [id]/x.ts | a'b.md`
  ],
  [
    'a folder wherever it stands',
    ['sure directory', 'sure directory'],
    'src/sublicense | src/licensed | src/plan | src/Ab | src/aB | .x/y | Tbd/ | é/ | 9/ | foo/bar/ | a@/b/'
  ],
  [
    'a folder only where paths are expected',
    ['none', 'placed directory'],
    'xbin/tool | binx/tool | feat/ | Feat/ | feat/x | feat/x/ | Feat/x | _/ | @a/b | @a/b/ | @/x | a@/b | foo/bar | .X/y | a.x/y | .9/y | my notes/ | foo/x…'
  ],
  [
    'a pattern wherever it stands',
    ['sure glob', 'sure glob'],
    'a.{ts,tsx} | {a,bcd}.ts | *.ts | **.ts | {a}.ts | <a>.ts | src/* | foo/* | foo/*.ts | foo/... | foo/… | x/<a>.ts | src/... | *[0].ts'
  ],
  ['a pattern only where paths are expected', ['none', 'placed glob'], 'a.{xx,ts} | a.{ts,tsx}.x | a.{} | *.lock'],
  [
    'none',
    ['none', 'none'],
    `
    N/A | TBD | modified | example.com | example.com/ | example.org/x/ | git.example.org/x/y.py | a.b.io/x.ts | a.bc.de.com/x.ts
    x.com/y | a.net/b.ts | my-a.ai/b.ts | github.com/x/y.go | foo.net | -x | a – b.md | a → b.md | a - b.md | a, b.md | a;b.md | a:b.md | a"b.md | x/.ts:run
    .../a.ts | …/a.ts | foo/.... | src/a...b.ts | x[...y].ts | [[[...x]]].ts | (a)b.c/x.ts | (a b)/x.ts | x(a)/b.ts | run(x) | run(x).y() | a(b).t(s | (a).ts | $id.edit-x.tsx | $Id.tsx
    $9.tsx | a$b.ts | [a.ts | a].ts | [a}.ts | a[b.ts | x/[a}.ts | x/{a>.ts | x/<a}.ts | x/[a]b}.ts | x/{[a}].ts | x</ | -/ | */ | * | .../ | my notes | a b.xyz | 1.2 | v1.2 | v1 | 12
    12% | v1.2.3% | v12.34.56 | a. | a, | a! | Why? | hello. | — | ++`
  ]
]

describe.each(classes)('%s', (_, expected, text) => {
  it.each(tokens(text))('%s', token => expect(read(token)).toEqual(expected))
})

describe('the place in a file', () => {
  it.each([
    ...tokens(
      'a.py::t | a.py:: | a.md#x | a.ts:12 | a.ts:L12 | a.ts:12- | a.ts:1–2:3 | a.ts:x12 | a.ts: | a.ts:run | a.ts:run() | a.ts:_x.y | src/a.ts:3'
    ).map(token => [token, 'sure file', 'sure file']),
    ...tokens('a.lock::t | a.lock#x | a.lock:run | x:12 | x: | src: | a.md#').map(token => [
      token,
      'none',
      'placed file'
    ]),
    ...tokens(
      'x::t | .::t | ::t | a.md#x y | a.ts:12x | a.ts:run(x) | a.ts:1run | a.ts:run it | a.ts:-x | x:run | :run | :12 | python:3.12 | src/:3'
    ).map(token => [token, 'none', 'none'])
  ])('%s', (token, anywhere, expected) => expect(read(token!)).toEqual([anywhere, expected]))

  it('is no part of the path', () => {
    expect(readToken('a.md#x', false)!.ref).toMatchObject({ path: 'a.md', suffix: '#x' })
    expect(readToken('x#a', true)!.ref).not.toHaveProperty('suffix')
    expect(readToken('a.lock::t', true)!.ref).toMatchObject({ path: 'a.lock', suffix: '::t' })
    expect(readToken('x:12', true)!.ref).toMatchObject({ path: 'x', suffix: ':12' })
  })
})

it('resolves steps up and steps that go nowhere', () => {
  for (const [token, path] of [
    [' src/a.ts ', 'src/a.ts'],
    ['a/../b.ts', 'b.ts'],
    ['a//b.ts', 'a/b.ts'],
    ['./a.ts', 'a.ts'],
    ['a/./c.ts', 'a/c.ts']
  ])
    expect(read(token!)).toEqual([`sure file ${path}`, `sure file ${path}`])
  for (const [token, path] of [
    ['../a.ts', '../a.ts'],
    ['../../a.ts', '../../a.ts'],
    ['a/../../b.ts', '../b.ts']
  ])
    expect(readToken(token!, false)?.ref).toMatchObject({ path, escapes: 'parent' })
  for (const token of ['.', './', '..', '../', '../..', '../../', 'a/..', '', ' ', '\u0007'])
    expect(read(token), JSON.stringify(token)).toEqual(['none', 'none'])
})

it('reads no path over lines, none longer than systems have, and says where a sign is hidden', () => {
  expect(read('src/a\nb.ts')).toEqual(['none', 'none'])
  const longest = `src/${'a'.repeat(longestPath - 7)}.ts`
  expect(read(longest)).toEqual(['sure file', 'sure file'])
  expect(read(`${longest}x`)).toEqual(['none', 'none'])
  expect(readToken('a\u0007b\u200B.ts', false)?.ref).toEqual({
    raw: 'a\u0007b\u200B.ts',
    path: 'ab.ts',
    kind: 'file',
    escapes: 'control'
  })
})
