import { describe, expect, it } from 'vitest'
import { isAside, readContent, readLine } from '../../src/files/tree-lines.ts'

describe('readLine', () => {
  /** `column of the connector or - | column of the content | offset of the content | content | what was seen` */
  const read = (text: string): string => {
    const line = readLine(text, 7)
    if (!line) return 'nothing'
    const { guided, ascii, tabs, spaces, sign } = line
    expect([line.line, line.text]).toEqual([7, text])
    return [
      line.branch ?? '-',
      line.column,
      line.start,
      line.rest,
      ...Object.entries({ guided, ascii, tabs, spaces }).flatMap(([name, seen]) => (seen ? [name] : [])),
      ...(sign ? [`${sign.mark} at ${sign.column}`] : [])
    ].join(' ')
  }

  it.each([
    ['a', '- 0 0 a'],
    ['  a  ', '- 2 2 a spaces'],
    ['\ta', '- 4 1 a tabs'],
    [' \ta', '- 4 2 a tabs spaces'],
    ['   \ta', '- 4 4 a tabs spaces'],
    ['    \ta', '- 8 5 a tabs spaces'],
    ['\u3000a', '- 2 1 a spaces'],
    ['\u00A0a', '- 1 1 a spaces']
  ])('indentation: %j', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['├── a', '0 4 4 a spaces'],
    ['├─a', '0 2 2 a'],
    ['├a', '0 1 1 a'],
    ['├─┬ a', '0 4 4 a spaces'],
    ['├┬a', '0 1 1 ┬a'],
    ['├-- a', '0 4 4 a spaces'],
    ['│   └── a', '4 8 8 a guided spaces'],
    ['│├── a', '1 5 5 a guided spaces'],
    ['\t├── a', '4 8 5 a tabs spaces'],
    ['┊ a', '- 2 2 a guided spaces'],
    ['╎a', '- 1 1 a guided'],
    ['├──x├──y', '0 3 3 x├──y'],
    ['├──┬─ a', '0 4 4 ─ a'],
    ['├─┐ a', '0 4 4 a spaces']
  ])('lines drawn: %j', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['|-- a', '0 4 4 a ascii spaces'],
    ['|- a', '0 3 3 a ascii spaces'],
    ['+-- a', '0 4 4 a ascii spaces'],
    ['`-- a', '0 4 4 a ascii spaces'],
    ['\\-- a', '0 4 4 a ascii spaces'],
    ['|__ a', '0 4 4 a ascii spaces'],
    ['|-é', '0 2 2 é ascii'],
    ['+-{a}', '0 2 2 {a} ascii'],
    ['|-*a', '0 2 2 *a ascii'],
    ['|   `-- a', '4 8 8 a guided ascii spaces'],
    ['| a', '- 2 2 a guided spaces'],
    [': a', '- 2 2 a guided spaces'],
    ['|a', '- 0 0 |a'],
    [':a', '- 0 0 :a'],
    ['|-=', '- 0 0 |-='],
    ['+---+', '- 0 0 +---+'],
    ['+a', '- 0 0 +a'],
    ['`a`', '- 0 0 `a`'],
    ['\\a', '- 0 0 \\a'],
    ['+ a b', '- 2 2 a b spaces + at 0']
  ])('lines of signs: %j', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['- a', '- 2 2 a spaces - at 0'],
    ['~  a', '- 3 3 a spaces ~ at 0'],
    ['M a', '- 2 2 a spaces M at 0'],
    ['+\ta', '- 4 2 a tabs + at 0'],
    ['+ ├── a', '2 6 6 a spaces + at 0'],
    ['A', '- 0 0 A'],
    ['X a', '- 0 0 X a'],
    [' M a', '- 1 1 M a spaces']
  ])('a sign of change: %j', (text, expected) => expect(read(text)).toBe(expected))

  it.each(['', '   ', '\t', '│', '│   ', '|', ':', '├──', '│ ├──', '|-', '|---', '+--'])('nothing: %j', text =>
    expect(read(text)).toBe('nothing')
  )
})

it.each([
  [
    true,
    [
      '#',
      '# a',
      '#é',
      '//',
      '//a',
      '<!-- a',
      ';; a',
      '--',
      '-- a',
      '...',
      '....',
      '…',
      '… more',
      '⋮',
      '⋯',
      '[...]',
      '(...)',
      'etc',
      'etc.',
      '(3 more)',
      '[2 more files]',
      '(x) more'
    ]
  ],
  [
    false,
    [
      '#a',
      '<!',
      '; a',
      '--a',
      '---',
      '..',
      '.../',
      '...a',
      '…a',
      '…/',
      '[...]/',
      '[...slug]',
      'etc/',
      'etcd',
      'etc. and',
      '(anymore)',
      '(mores)',
      '(a very long thing with more)',
      'a (more)',
      'a ...',
      'a # b',
      '.a',
      'x//y'
    ]
  ]
])('says %s: a line holds no entry', (expected, lines) => {
  for (const line of lines) expect(isAside(line), line).toBe(expected)
})

describe('readContent', () => {
  /** `what stands before [name@offset …] what stands after`; that the offsets hold is checked besides. */
  const read = (text: string): string => {
    const { names, before, after } = readContent(text, 10)
    for (const { name, start } of names) expect(text.slice(start - 10).startsWith(name), name).toBe(true)
    expect([before.start, text.slice(after.start - 10)]).toEqual([10, after.text])
    return [before.text, `[${names.map(({ name }) => name).join('|')}]`, after.text].join('')
  }

  it.each([
    'new',
    'Add',
    'added',
    'create',
    'created',
    'modify',
    'modified',
    'UPDATE',
    'updated',
    'delete',
    'deleted',
    'remove',
    'removed',
    'rename',
    'renamed',
    'move'
  ])('reads "%s:" before a name', word => {
    expect(read(`${word}: a.ts`)).toBe(`${word}:[a.ts]`)
    expect(read(`${word} file:  a.ts`)).toBe(`${word} file:[a.ts]`)
    expect(read(`${word} a.ts`)).toBe(word === 'Add' ? `[${word} a.ts]` : `${word}[a.ts]`)
  })

  it.each([
    'new',
    'add',
    'added',
    'create',
    'mod',
    'modify',
    'modified',
    'update',
    'updated',
    'upd',
    'del',
    'delete',
    'deleted',
    'remove',
    'removed'
  ])('reads "[%s]" before a name', word => {
    expect(read(`[${word}] a.ts`)).toBe(`[${word}][a.ts]`)
    expect(read(`(${word})  a.ts`)).toBe(`(${word})[a.ts]`)
    expect(read(`<${word}> a.ts`)).toBe(`<${word}>[a.ts]`)
    expect(read(`[${word}]a.ts`)).toBe(`[[${word}]a.ts]`)
  })

  it.each(['🆕', '✨', '➕', '✏️', '✏', '📝', '🗑️', '🗑', '➖', '📁', '📂', '📄', '📃', '🗂️', '🗂'])(
    'reads %s before a name',
    picture => {
      expect(read(`${picture} a.ts`)).toBe(`${picture}[a.ts]`)
      expect(read(`${picture}a.ts`)).toBe(`${picture}[a.ts]`)
    }
  )

  it.each([
    ['- a.ts', '-[a.ts]'],
    ['* a', '*[a]'],
    ['• a', '•[a]'],
    ['+  a', '+[a]'],
    ['~ a', '~[a]'],
    ['-a', '[-a]'],
    ['M a.ts', 'M[a.ts]'],
    ['A src/a', 'A[src/a]'],
    ['D  x.y', 'D[x.y]'],
    ['R a/b', 'R[a/b]'],
    ['M a', '[M a]'],
    ['X a.ts', '[X a.ts]'],
    ['✅ a', '[✅ a]'],
    ['test: x', '[test]: x'],
    ['renew: x', '[renew]: x'],
    ['[tests] a', '[[tests] a]']
  ])('reads what else may stand before a name: %s', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ' # x',
    '  x',
    '\tx',
    ' // x',
    ' -- x',
    ' - x',
    ' -> x',
    ' --> x',
    ' <- x',
    ' <new>',
    ' (new)',
    ' [new]',
    ' → x',
    ' ← x',
    ' — x',
    ' – x',
    ' | x',
    ' = x',
    ' ⇒ x',
    ' ✅',
    ' ❌',
    ' ⏳',
    ' 🆕',
    ' ✨',
    ' ⬅',
    ' 🔥',
    ' ⭐',
    ' 🚧',
    ' : x',
    ': x',
    ':',
    '# x',
    '<new>',
    '<modified>',
    '<deleted>',
    '<renamed: x>',
    '（new）',
    ' （new）',
    '\u3000x',
    '\u00A0x',
    ' entry point'
  ])('ends the name before "%s"', after => expect(read(`a.ts${after}`)).toBe(`[a.ts]${after}`))

  it.each([':x', '#x', '<x>', '<newer>', '-x', '-> x', ' .x'])('does not end the name before "%s"', after =>
    expect(read(`src/a${after}`)).toBe(`[src/a${after}]`)
  )

  it.each([
    ['My Notes.md', '[My Notes.md]'],
    ['my notes', '[my notes]'],
    ['the src/', '[the src/]'],
    ['README first.md', '[README first.md]'],
    ['src/ the code', '[src/] the code'],
    ['Makefile builds', '[Makefile] builds'],
    ['cli.py a.md, b', '[cli.py] a.md, b'],
    ['<new>', '[<new>]']
  ])('tells names with spaces from names with a remark: %s', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['a.py, b.py', '[a.py|b.py]'],
    ['a.py; b.py', '[a.py|b.py]'],
    ['a.py,b.py', '[a.py|b.py]'],
    ['a、b', '[a|b]'],
    ['a，b', '[a|b]'],
    ['a；b', '[a|b]'],
    ['a.ts, a.ts', '[a.ts|a.ts]'],
    ['notes and things.md', '[notes|things.md]'],
    ['new: a.py, b.py # x', 'new:[a.py|b.py] # x'],
    ['a.py and b.py', '[a.py] and b.py'],
    ['a b, c d', '[a b, c d]'],
    ['a.py, the b.py', '[a.py, the b.py]'],
    ['src/ x, y/', '[src/ x, y/]'],
    ['x y.py, z', '[x y.py, z]']
  ])('takes several names, but not a sentence: %s', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['"a b.ts"', '"[a b.ts]"'],
    ["'a b'", "'[a b]'"],
    ['`a.ts`', '`[a.ts]`'],
    ['"a b.ts"  # x', '"[a b.ts]"  # x'],
    ['"a', '["a]'],
    ['""', '[""]'],
    ['`a.ts` x', '[`a.ts` x]'],
    ['x"a"', '[x"a"]']
  ])('takes quotes off: %s', (text, expected) => {
    const { names, after } = readContent(text, 3)
    const [name] = names
    const quote = name!.start === 4 ? text[0]! : ''
    expect(`${quote}[${name!.name}]${quote}${after.text}`).toBe(expected)
  })
})
