import { describe, expect, it } from 'vitest'
import { hasGlob, matchesGlob } from '../../src/files/glob.ts'

it.each([
  [true, ['*.ts', 'a?.ts', '{a,b}', 'x/{id}', 'x/<id>.ts', 'x/<>', '...', '…', '.../a.ts', 'src/...', 'src/…/a.ts']],
  [false, ['a.ts', 'a<b', 'a>b<c', 'a...b', '[...slug].ts', 'x....', '[id].ts', '....']]
])('says %s: a path is a pattern', (expected, paths) => {
  for (const path of paths) expect(hasGlob(path), path).toBe(expected)
})

describe('matchesGlob', () => {
  it.each([
    ['.../x.ts', ['x.ts', 'a/b/x.ts'], ['ax.ts', 'x.tsx']],
    ['src/...', ['src/a', 'src/a/b.ts', 'lib/src/a', 'src/'], ['src', 'xsrc/a']],
    ['src/…', ['src/a', 'src/a/b.ts'], ['src', 'lib']],
    ['src/…/x.ts', ['src/x.ts', 'src/a/b/x.ts'], ['src/ax.ts']],
    ['a...b', ['a...b'], ['a/x/b', 'ab']],
    ['src/...x', ['src/...x'], ['src/ax']],
    ['**/x.ts', ['x.ts', 'a/x.ts', 'a/b/x.ts'], ['ax.ts']],
    ['a**/x.ts', ['a/x.ts', 'ab/x.ts', 'ab/c/x.ts'], ['x.ts', 'b/x.ts']],
    ['a/**x.ts', ['a/x.ts', 'a/b/x.ts', 'a/bx.ts'], ['x.ts']],
    ['**', ['a', 'a/b'], ['']],
    ['src/*/x.ts', ['src/a/x.ts'], ['src/x.ts', 'src/a/b/x.ts', '/src/x.ts']],
    ['?.ts', ['a.ts', 'x/a.ts'], ['.ts', 'x/.ts', 'ab.ts/']],
    ['a?b', ['axb'], ['a/b', 'ab', 'xxaxbx', 'aab/']],
    ['{a,b}/{c,d}.ts', ['a/c.ts', 'b/d.ts', 'x/a/d.ts'], ['a/b.ts', 'c/a.ts', 'ab/c.ts']],
    ['{a,b{c,d}e}', ['a', 'bce', 'bde'], ['b', 'bc', 'be', 'ae']],
    ['x{,s}.ts', ['x.ts', 'xs.ts'], ['xx.ts']],
    ['a,b.ts', ['a,b.ts'], ['a', 'b.ts']],
    ['a}.ts', ['a}.ts'], ['a.ts']],
    ['{a,b', ['{a,b'], ['a', 'b']],
    ['{x}-<y>.ts', ['1-2.ts', '-.ts'], ['1/2-3.ts-', '12.ts']],
    ['<a,b>.ts', ['x.ts'], ['a/.tsx', '<a']],
    ['<a', ['<a'], ['a', 'x']],
    ['{a}{b,c}', ['xb', 'c'], ['x', 'a']],
    ['{a,<b>}.ts', ['a.ts', 'zz.ts'], ['a.js']],
    ['🆕.ts', ['🆕.ts'], ['.ts', 'x.ts']],
    ['?🆕', ['x🆕'], ['🆕']],
    ['a.ts', ['a.ts', 'x/a.ts'], ['xa.ts', 'a.tsx', 'a.ts/b', '/xa.ts']]
  ])('%s', (glob, matching, others) => {
    for (const path of matching) expect(matchesGlob(glob, path), path).toBe(true)
    for (const path of others) expect(matchesGlob(glob, path), path).toBe(false)
  })

  it('tries no pattern and no path that is longer than any', () => {
    expect(matchesGlob(`*${'a'.repeat(255)}`, 'a'.repeat(300))).toBe(true)
    expect(matchesGlob(`*${'a'.repeat(256)}`, 'a'.repeat(300))).toBe(false)
    expect(matchesGlob('*', 'a'.repeat(1024))).toBe(true)
    expect(matchesGlob('*', 'a'.repeat(1025))).toBe(false)
  })
})
