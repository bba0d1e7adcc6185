import { describe, expect, it } from 'vitest'
import { parseScript } from '../../src/shell/index.ts'
import { read } from './read.ts'

const folderOfX = (text: string): string =>
  read(text)
    .find(command => /^x\b/.test(command))!
    .slice(2)
const joints = (text: string): string =>
  parseScript(text, 'bash')
    .commands.map(({ name, joined }) => `${joined ?? ''} ${name}`)
    .join(' ')
    .trim()

describe('commands as they are read', () => {
  it.each<readonly [string, string | string[]]>([
    ['cd a; x', '(in a)'],
    ['cd ./a//b/; x', '(in a/b)'],
    ['cd a/../b; x', '(in b)'],
    ['cd a && cd .. && x', ''],
    ['cd a/b; cd ../c; x', '(in a/c)'],
    ['cd /a; cd b; x', '(in /a/b)'],
    ['cd /a/; cd ..; x', '(in /)'],
    ['cd a; cd /b; x', '(in /b)'],
    ['cd -- a; x', '(in a)'],
    ['pushd a; x', '(in a)'],
    ['sudo cd a; x', '(in a)'],
    ['cd a-b; x', '(in a-b)'],
    ['cd a~b; x', '(in a~b)'],
    ['cda a; x', ''],
    ['xcd a; x', ''],
    ['pushdx a; x', ''],
    ['cd "$(git rev-parse --show-toplevel)"; x', ''],
    ['cd a; cd $(git rev-parse --show-toplevel); x', ''],
    ['cd x$(git rev-parse --show-toplevel); x', '(lost)'],
    ['cd "$(git rev-parse --show-toplevel)/a"; x', '(lost)'],
    ['cd; x', '(lost)'],
    ['cd --; x', '(lost)'],
    ['cd ..; x', '(lost)'],
    ['cd a/../..; x', '(lost)'],
    ["cd 'a*'; x", '(lost)'],
    ["cd '~/a'; x", '(lost)'],
    ['cd "-"; x', '(lost)'],
    ["cd '$A'; x", '(lost)'],
    ['cd b$A; x', '(lost)'],
    ['cd a*; x', '(lost)'],
    ['cd <a>; x', '(lost)'],
    ["cd 'a?'; x", '(lost)'],
    ["cd 'a[b]'; x", '(lost)'],
    ["cd 'a{b}'; x", '(lost)'],
    ['cd -; cd a; x', '(lost)'],
    ['cd -; cd a/; x', '(lost)'],
    ['cd -; cd /a; x', '(in /a)'],
    ['pushd a; popd; x', '(lost)'],
    [`cd ${'a'.repeat(1024)}; x`, `(in ${'a'.repeat(1024)})`],
    [`cd ${'a'.repeat(1025)}; x`, '(lost)'],
    ['(cd a; y); x', ''],
    ['{ cd a; }; x', '(in a)'],
    // Lines that each go somewhere start anew; a step by itself goes on.
    ['cd a && y\ncd b && x', '(in b)'],
    ['cd a && y\ncd ../b && x', '(in b)'],
    ['cd a && y\ncd b\nx', '(in a/b)'],
    ['cd b\ncd a && x', '(in b/a)'],
    ['cd a && y\nx', '(in a)'],
    ['cd a && y\nz && w\nx', '(in a)'],
    ['cd a && y\ncd b && z\nx', ''],
    ['cd a && y\ncd ..b/c.. && x', '(in a/..b/c..)'],
    ['cd a && y\ncd b.. && x', '(in b..)'],
    ['cd && y\ncd b && x', '(in b)'],
    ['A=1 && cd a && y\ncd b && x', '(in a/b)'],
    ['y\ncd a && z\ncd b && x', '(in b)'],
    ['cd a && y\nA=1 && z\ncd b && x', '(in b)'],
    ['cd a && y\n[[ a ]] && z\ncd b && x', '(in b)']
  ])('goes where %j leads', (text, expected) => {
    expect(folderOfX(text)).toBe(expected)
  })

  it.each<readonly [string, string | string[]]>([
    ['! a | b', ['a (negated)', 'b (negated)']],
    ['time a | b', ['a', 'b']],
    ['a || b || c', ['a (guarded)', 'b (guarded)', 'c']],
    ['a && b || c && d', ['a (guarded)', 'b (guarded)', 'c', 'd']],
    ['a & b', ['a (background)', 'b']],
    ['{ a; b; }', ['a', 'b']],
    ['( a; b ) > c', ['a', 'b']],
    ['[[ -f a ]] && b', ['b']],
    ['A=1', []],
    [
      'if a; then b; elif c; then d; else e; fi',
      ['a (nested, guarded)', 'b (nested)', 'c (nested, guarded)', 'd (nested)', 'e (nested)']
    ],
    ['while a; do b; done', ['a (nested, guarded)', 'b (nested)']],
    ['until a; do b; done', ['a (nested, guarded)', 'b (nested)']],
    ['for i in a; do b; done', ['b (nested)']],
    ['for ((i=0;i<1;i++)); do b; done', ['b (nested)']],
    ['select i in a; do b; done', ['b (nested)']],
    ['case a in b) c;; d) e;; esac', ['c (nested)', 'e (nested)']],
    ['f() { a; }', ['a (nested)']],
    ['f() ( a )', ['a (nested)']],
    ['function f { a; }', ['a (nested)']],
    ['coproc a', ['a (nested)']],
    ['coproc { a; }', ['a (nested)']],
    ['! { a; } &', ['a (background, negated)']],
    ['A=1 B="c d" a', ['a (A=1, B=c d)']],
    ['A=$X a', ['a (A=$X)']],
    ['A=(1 2) a', ['a (A=(1 2))']],
    ['>b a', ['a (>b)']],
    ['env A=b=c a', ['a (A=b=c)']],
    ['env A=1 x-B=2 a', ['x-B=2 a (A=1)']],
    ['sudo -u A=1 a', ['a (A=1)']],
    ['sudo -u =1 a', ['a']],
    ['sudo -u x-A=1 a', ['a']],
    ['sudo -u A-=1 a', ['a']],
    ['/usr/bin/make a', ['make a']],
    ['/bin/make', ['make']],
    ['/usr/local/bin/make', ['make']],
    ['/opt/bin/make', ['/opt/bin/make']],
    ['x/usr/bin/make', ['x/usr/bin/make']],
    ['/usr/bin/x/make', ['/usr/bin/x/make']],
    ['/bin/+', ['/bin/+']],
    ['./node_modules/.bin/x a', ['x a']],
    ['node_modules/.bin/x', ['x']],
    ['.venv/bin/x', ['x']],
    ['venv/bin/x', ['x']],
    ['a/venv/bin/x', ['a/venv/bin/x']],
    ['a > b 2> c', ['a (>b, 2>c)']],
    ['a <<E\nx\nE', ['a (heredoc, <<)']],
    ['a <<< b', ['a (<<<b)']],
    ['a {x}> b', ['a (>b)']],
    ['a "b c" \'d\' e\\ f', ['a b c d e f']],
    ['a <b c> "<d>"', ['a <b c> <d>']],
    ['local a=(1)', ['local a=(1)']]
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('knows what joins them', () => {
    expect(joints('a && b || c | d |& e; f & g\nh')).toBe('a && b || c | d | e ; f & g newline h')
    expect(joints('a # x && y\nb\n# c | d\ne\n#\nf # g & h\ni')).toBe('a newline b newline e newline f newline i')
    expect(joints('a 2>&1; b &> c; d')).toBe('a ; b ; d')
    expect(joints('if a; then b; fi; { c; }\nd')).toBe('a ; b ; c newline d')
  })

  it('knows words that depend on nothing, and quoted ones', () => {
    const flags = (words: string): string =>
      parseScript(`a ${words}`, 'bash')
        .commands[0]!.tokens.slice(1)
        .map(({ fixed, quoted }) => (fixed ? 'f' : '-') + (quoted ? 'q' : ''))
        .join(' ')
    expect(flags('b "b" \'b\' b"c" \'$b\' "b*" \\$b b~ -')).toBe('f fq fq fq fq fq f f f')
    expect(flags('$b ${b} $(b) `b` $((1)) <(b) b* b? [b] {b,c} @(b|c) "$b" "${b}c" "c $(d)" "b$((1))" $"b $c"')).toBe(
      '- - - - - - - - - - - -q -q -q -q -q'
    )
    expect(flags('"b c$d" "b<c>" <d>')).toBe('-q fq f')
    expect(
      parseScript('declare a=(1) b=("c") d=($e)', 'bash').commands[0]!.tokens.map(({ value, fixed, quoted }) => [
        value,
        fixed,
        quoted
      ])
    ).toEqual([
      ['declare', true, false],
      ['a=(1)', true, false],
      ['b=("c")', true, true],
      ['d=($e)', false, false]
    ])
  })

  it('are not read where a text is too long, or nests too deep', () => {
    expect(read(`a ${'b'.repeat(19_998)}`)).toHaveLength(1)
    expect(read(`a ${'b'.repeat(19_999)}`)).toEqual([])
    const nested = (count: number): string => `${'f() { '.repeat(count)}a; ${'}; '.repeat(count)}`
    expect(read(nested(150))).toHaveLength(1)
    expect(read(nested(151))).toEqual([])
    expect(read(`${'function f {\n'.repeat(80)}a\n${'}\n'.repeat(80)}`)).toHaveLength(1)
    expect(read('coproc a\n'.repeat(151))).toEqual([])
    expect(read('a ( )\n'.repeat(10)).length).toBeLessThan(10)
  })
})
