import { describe, expect, it } from 'vitest'
import { findLogic } from '../../rules/no-implementation-code/code.ts'

const lineOf = (code: string, lang = 'ts'): number | undefined => findLogic(code, lang)?.line

/** A body below a signature of Python, of which each line is one of these. */
const stubs = [
  '...',
  '…',
  'pass',
  'todo!()',
  'todo!("x")',
  'unimplemented!()',
  'TODO("x")',
  'raise NotImplementedError',
  'raise NotImplementedError("x")',
  'throw new Error("not implemented")',
  'throw new Error("not yet implemented")',
  'throw todo',
  'panic("unimplemented")',
  'return notImplemented(x)',
  'throw new NotImplementedException();',
  'return',
  'return;',
  'return ...',
  'null',
  'return null',
  'return nil',
  'return undefined',
  'return None',
  'None,',
  '{ ... }',
  '{...}',
  'default:',
  'default',
  'PASS',
  '}',
  ']);',
  ')>,',
  'key: string',
  'key?: number',
  '$key : a.b[c]',
  '# comment',
  '// comment',
  '-- comment',
  '* comment',
  '; comment',
  '/* a */',
  '"""doc"""',
  "'''doc'''",
  'r"""doc"""',
  '',
  'x: str # not = this',
  '} // end',
  'pass # or not'
]
const doing = [
  'x',
  'passes',
  'a pass',
  'todo!',
  'x todo!()',
  'return nullable',
  'return x',
  'raise ValueError',
  'throw new Error("implemented")',
  'thrown todo',
  '{ ... } x',
  'x {...}',
  'else:',
  'if x: y',
  'return: x',
  'case: x',
  'key: a = b',
  'key: f(x)',
  'a b: c',
  'key:',
  '} else',
  'x }',
  '#[derive]',
  'x # pass',
  'x // pass',
  'f()',
  '"doc"',
  'x """',
  'x /* y',
  'TODO(',
  '....',
  'nulls',
  'return ....'
]

describe('lines of code', () => {
  it('do nothing, or something', () => {
    expect(stubs.filter(line => lineOf(`def f():\n  ${line}`, 'python') !== undefined)).toEqual([])
    expect(doing.filter(line => lineOf(`def f():\n  ${line}`, 'python') !== 1)).toEqual([])
  })

  it.each([
    // Signatures that open a body.
    ['def f():\n  x', 1],
    ['async def f(a) -> b:\n  x', 1],
    ['def f(\n  a\n):\n  x', 3],
    [') -> str:\n  x', 1],
    ['f() {\n  x', 1],
    ['f(a): b {\n  x', 1],
    ['const f = () => {\n  x', 1],
    ['map(x =>  {\n  x', 1],
    ['  def f():\n    x\n', 1],
    ['def f():\n\n  ...\n\n  x', 4],
    ['def f():\n  ...\ndef g():\n  x', 3],
    ['f() {\n  pass\n}\ng() {\n  x\n}', 4],
    ['def f():\nx', undefined],
    ['def f()\n  x', undefined],
    ['undef f():\n  x', undefined],
    ['def f(): # x\n  y', 1],
    ['f() { x\n  y', undefined],
    ['class A {\n  x', undefined],
    ['a) # b:\n  x', undefined],
    ['a): b:\n  x', undefined],
    [') : b:\n  x', undefined],
    ['x => {}\n  x', undefined],
    ['x = {\n  y', undefined],
    ['f(a) {}\n  x', undefined],
    [`f() ${'a'.repeat(121)}{\n  x`, undefined],
    [`f() ${'a'.repeat(119)}{\n  x`, 1],
    // Control flow is no signature; types are none either.
    ['if (a) {\n  x', 0],
    ['for (a) {\n  x', 0],
    ['while (a) {\n  x', 0],
    ['switch (a) {\n  x', 0],
    ['catch (a) {\n  x', 0],
    ['match (a) {\n  x', 0],
    ['else (a) {\n  x', 0],
    ['iffy(a) {\n  x', 1],
    ['type A(b) {\n  x', undefined],
    ['export interface A(b) {\n  x', undefined],
    ['pub(crate) struct A(b) {\n  x', undefined],
    ['public static class A(b) {\n  x', undefined],
    ['data record A(b) {\n  x', undefined],
    ['impl A for B(c) {\n  x', undefined],
    ['typed(a) {\n  x', 1],
    ['my type A(b) {\n  x', 1],
    // Everything on one line.
    ['def f(): return 1', 0],
    ['async def f(a) -> b: x', 0],
    ['def f(): ...', undefined],
    ['fn f() { g() }', 0],
    ['export async function f() { g() };', 0],
    ['fn f() { }', undefined],
    ['fn f() { ... },', undefined],
    ['f() { g() }', undefined],
    ['const f = (x) => x + 1', 0],
    ['export const f = async (x): number => x', 0],
    ['let f = x => x', 0],
    ['var f = x => x', 0],
    ['const f = (x) => null', undefined],
    ['const f = (x) => {', undefined],
    ['static f = (x) => x', undefined],
    ['const f: (x) => y', undefined],
    ['f = x => x', undefined],
    ['exports const f = x => x', undefined],
    ['def f()', undefined],
    ['const f = g(x)', undefined],
    ['fun f() { x } y', undefined],
    ['func f(a) b { x }', 0],
    ...'function public private protected static const let var override'
      .split(' ')
      .map(word => [`${word} f() { x }`, 0] as [string, number]),
    // Comments between.
    ['def f():\n  """\n  x\n  """\n  y', 4],
    ["def f():\n  '''a\n  b'''\n  y", 3],
    ['def f():\n  """a""" \n  y', 2],
    ['f() {\n  /* a\n  b */\n  x', 3],
    ['f() {\n  /* a */\n  x', 2],
    ['/*\nf() {\n  x\n*/', undefined],
    ['f() {\n  x // y', 1],
    ['f() { // a\n  x', 1],
    ['f() { # a\n  x', 1],
    ['f() /* a */ {\n  x', 1],
    ['f(a#b) {\n  x', 1],
    ['def f(): # a:\n  x', 1],
    ['x\r\nf() {\r\n  x', 2],
    ['x\rf() {\r  x', 2],
    ['#[test]\nf() {\n  x', 2],
    [`${' '.repeat(400)}f() {\n${' '.repeat(402)}x`, undefined],
    ['f() {\n  }\n  x', 2],
    ['f() {\nx\n  y', undefined]
  ])('in %j', (code, line) => {
    expect(lineOf(code)).toBe(line)
  })

  it('say control flow by themselves', () => {
    const words =
      'if elif else for foreach while until switch case try catch except finally with return yield await throw raise break continue defer go unless loop match do'.split(
        ' '
      )
    expect(
      words.filter(
        word =>
          lineOf(`${word} (x);`) !== 0 ||
          lineOf(`  ${word} x {`) !== 0 ||
          lineOf(`${word} x:`) !== 0 ||
          lineOf(`${word} (x)`) !== 0
      )
    ).toEqual([])
    expect(
      words.filter(
        word =>
          lineOf(`${word} x`) !== undefined ||
          lineOf(`${word}s (x);`) !== undefined ||
          lineOf(`x ${word} (x);`) !== undefined
      )
    ).toEqual([])
    expect([lineOf('raise NotImplementedError;'), lineOf('x\nif x:\nif y:')]).toEqual([undefined, 1])
  })

  it('are a flow where no language is named, and nothing but it stands there', () => {
    for (const lang of ['', undefined]) {
      expect(findLogic('if a:\nb', lang)).toBeUndefined()
      expect(findLogic('if a:\nelse:', lang)).toBeUndefined()
      expect(findLogic('x;\nif a:\nelse:', lang)).toEqual({ text: 'if a:', line: 1 })
      expect(findLogic('x { \nif a:\nelse:', lang)?.line).toBe(1)
      expect(findLogic('x; y\nif a:\nelse:', lang)).toBeUndefined()
      expect(findLogic('x;\nif a:', lang)).toBeUndefined()
    }
    expect(findLogic('  if a:  ', 'js')).toEqual({ text: 'if a:', line: 0 })
    expect(findLogic('def f():\n  x = 1 ', 'py')).toEqual({ text: 'x = 1', line: 1 })
  })

  it('are no implementation in data, drawings and commands', () => {
    const inert =
      'json jsonc json5 yaml yml toml ini xml html css scss sql psql plsql mysql graphql gql proto protobuf thrift prisma mermaid plantuml dot sh bash shell zsh fish console terminal shell-session powershell pwsh ps1 bat cmd text txt plaintext plain tree diff patch http csv md markdown dockerfile makefile hcl terraform nginx env properties log ebnf bnf regex jsonschema dbml avro openapi gherkin cucumber pseudo pseudocode'
    expect(inert.split(' ').filter(lang => lineOf('f() {\n  x', lang) !== undefined)).toEqual([])
    for (const lang of ['JSON', 'json {1}', 'json:x', 'json,x', 'json x'])
      expect(lineOf('f() {\n  x', lang)).toBeUndefined()
    for (const lang of ['ts', 'jsonx', 'x json', '{json']) expect(lineOf('f() {\n  x', lang)).toBe(1)
  })
})
