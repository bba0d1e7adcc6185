import { describe, expect, it } from 'vitest'
import { parseScript } from '../../src/shell/index.ts'
import { read } from './read.ts'

const isShell = (text: string, lang: string): boolean => parseScript(text, lang).language === 'sh'
/** What the grammar complains of, and where. */
const complaint = (text: string, lang = 'bash'): string | undefined => {
  const { problem } = parseScript(text, lang)
  return problem && `${problem.said} at ${JSON.stringify(text.slice(problem.start, problem.end))}`
}

describe('languages', () => {
  it('are shell by name, or by the first line', () => {
    for (const lang of [
      'sh',
      'bash',
      'shell',
      'zsh',
      'ksh',
      'dash',
      'console',
      'terminal',
      'shell-session',
      'shellsession',
      'sh-session',
      'bash-session',
      '{.bash}',
      'bash:run',
      'Bash'
    ])
      expect(isShell('foo bar', lang)).toBe(true)
    for (const lang of ['', 'text', 'txt', 'plaintext', 'plain']) {
      expect(isShell('foo bar', lang)).toBe(false)
      expect(isShell('\n# so:\nnpm test\nfoo', lang)).toBe(true)
      expect(isShell('foo bar\nnpm test', lang)).toBe(false)
      expect(isShell('npm test \\\n  -x', lang)).toBe(true)
      expect(isShell(`${'\n'.repeat(199)}npm test`, lang)).toBe(true)
      expect(isShell(`${'\n'.repeat(200)}npm test`, lang)).toBe(false)
      expect(isShell('npm test "\nmake', lang)).toBe(false)
      expect(isShell('\nnpm test "\n', lang)).toBe(true)
    }
    for (const lang of ['powershell', 'cmd', 'json', 'fish']) expect(isShell('npm test', lang)).toBe(false)
    for (const text of ['C:\\a> npm test', 'PS C:\\a> npm test', 'make\nC:\\a> npm test', 'make\nPS C:\\> npm test'])
      expect(isShell(text, '')).toBe(false)
    for (const text of ['make xC:\\a> b', 'make\nc:\\a> b', 'make\nC:\\a b> c', 'make\n1:\\a> c', 'make C:/a> b'])
      expect(isShell(text, '')).toBe(true)
  })

  it('know nothing of a text that says nothing', () => {
    expect(parseScript('', 'json')).toEqual({
      commands: [],
      comments: [],
      expected: [],
      complete: false,
      language: 'undecided',
      placeholders: [],
      outcome: 'tells',
      hidden: [],
      loops: []
    })
    expect(parseScript('', 'bash')).toEqual({
      commands: [],
      comments: [],
      expected: [],
      complete: true,
      language: 'sh',
      placeholders: [],
      outcome: 'tells',
      hidden: [],
      loops: []
    })
    expect(parseScript('make "', 'bash')).toMatchObject({ complete: false, outcome: 'tells' })
    expect(parseScript('true; echo "', 'bash')).toMatchObject({ complete: false, outcome: 'tells' })
  })

  it.each([
    ['npm test\nfoo bar\n  make', ['npm test', 'foo bar', 'make']],
    ['PS C:\\a b> npm test', ['npm test']],
    ['C:\\a> npm test', ['npm test']],
    ['> npm test', ['npm test']],
    ['>npm test', ['npm test']],
    ['x> npm test', ['x test (>npm)']],
    ['c:\\a> npm test', []],
    ["$env:A='b c'; npm test", ['npm test']],
    ['$env:A="b c"; npm test', ['npm test']],
    ['$env:AB = bc ; npm test', ['npm test']],
    ['$env:A=\'\'; $env:B=""; $env:C=; npm test', ['npm test']],
    ['  $env:A=b; npm test', ['npm test']],
    ['x$env:A=b; npm test', []],
    ['$env:A=b c; npm test', ['$env:A=b c', 'npm test']],
    ['npm test `', ['npm test']],
    ['npm test ` b', ['npm test ` b']],
    ['& npm test', ['npm test']],
    ['  & npm test', ['npm test']],
    ['npm & test', ['npm (background)', 'test']],
    ['npm test && ls\nmake', ['npm test', 'ls', 'make']],
    ['npm test "\nmake', ['npm test ', 'make']],
    ['npm test > a', ['npm test (>a)']],
    [`${'$env:A=b; '.repeat(8)}npm test`, ['npm test']],
    ['npm\ttest', ['npm test']],
    ['\r\nnpm test\r\nls\r', ['npm test', 'ls']],
    ...['a\\b.exe c', 'C:\\a\\b.exe c', '.\\b.ps1', '..\\b.bat c', '\\b.cmd c', 'b.cmd', '~\\b-c.d.exe'].map(
      text => [text, [text.replaceAll('\\', '\\\\')]] as [string, string[]]
    ),
    ['1:\\a\\b.exe c', []],
    ['b.cmdx', []],
    ['b.cmd, c', []],
    ['x b.exe', ['x b.exe']],
    ['.exe', []],
    ['a+b.exe', ['a+b.exe']],
    ...'Get Set Test New Remove Invoke Select Start Stop Copy Move'
      .split(' ')
      .map(verb => [`${verb}-Item`, [`${verb}-Item`]] as [string, string[]]),
    ['Foo-Item', ['Foo-Item']],
    ['xGet-Item', ['xGet-Item']],
    ['Get-item', []],
    ['Get-I', []],
    ['Get-Item, b', []],
    ['x Get-Item', []]
  ])('give the lines of any that are commands: %j', (text, expected) => {
    expect(read(text, 'powershell').map(command => command.replaceAll('\\\\', '\\'))).toEqual(
      expected.map(command => command.replaceAll('\\\\', '\\'))
    )
  })

  it('keep the places of all that is read line by line', () => {
    const text = 'npm test <a>\n  npm run <b> > c\nls 2>&1'
    const { commands, placeholders } = parseScript(text, 'powershell')
    expect(commands.map(({ joined, words }) => [joined, ...words])).toEqual([
      [undefined, 'npm', 'test', '<a>'],
      ['newline', 'npm', 'run', '<b>'],
      ['newline', 'ls']
    ])
    expect(placeholders.map(({ start, end }) => text.slice(start, end))).toEqual(['<a>', '<b>'])
    expect(
      commands
        .flatMap(({ redirections }) => redirections)
        .map(({ target }) => target && text.slice(target.start, target.end))
    ).toEqual(['c', '1'])
    expect(
      commands
        .flatMap(({ tokens }) => tokens)
        .map(({ start, end }) => text.slice(start, end))
        .join(' ')
    ).toBe('npm test <a> npm run <b> ls')
  })
})

describe('complaints of the grammar', () => {
  it.each([
    ['npm test (', 'unexpected token \'(\' at "("'],
    ['npm test | | ls   \nmake', 'expected command after \'|\' at " | ls"'],
    ['npm test &&', 'expected command after \'&&\' at "&"'],
    ['make\nls "a\nb', 'unterminated double quote at "\\"a"'],
    ['for x in (', 'expected command in subshell at "("'],
    ['for xyz in (', 'expected command in subshell at "("'],
    ['A=(', 'unterminated extended glob at "=("'],
    ['AB=(b', 'unterminated extended glob at "=(b"'],
    ['if npm test; then (', 'expected command in subshell at "("'],
    ['while npm (', 'expected \'do\' at "("'],
    ['until npm (', 'expected \'do\' at "("'],
    ['( npm (', 'expected \')\' to close subshell at "("'],
    ['{ npm (', 'expected \'}\' to close brace group at "("'],
    ['(npm (', 'expected \')\' to close subshell at "("'],
    ['# x\nnpm test (', 'unexpected token \'(\' at "("'],
    ['npm < (', 'expected redirect target at "("'],
    ['npm test\n| x', 'unexpected token \'|\' at "| x"'],
    ['npm test\n" x', 'unterminated double quote at "\\" x"'],
    ["npm test\n' x", 'unterminated single quote at "\' x"'],
    ...[')', '}', '&', ';', 'fi', 'done', 'then', 'else', 'esac', 'do'].map(
      token => [`npm test\n${token}`, `unexpected token '${token}' at "${token}"`] as [string, string]
    )
  ])('tell of %j', (text, expected) => {
    expect(complaint(text)).toBe(expected)
  })

  it('are not told of prose, output and other shells', () => {
    for (const text of [
      'foo bar (',
      'Some prose (here',
      'a for x in (',
      'for (',
      'xecho ("',
      'x export "',
      'x A=(',
      '"npm test',
      'npm test\nprose x)',
      'npm test\nx fi )',
      'git foo "x',
      'unknown "x',
      'a if npm (',
      'x (npm "',
      '# x',
      'npm <a> (',
      ''
    ])
      expect([text, complaint(text)]).toEqual([text, undefined])
    for (const lang of ['zsh', 'ksh', 'text', 'powershell']) expect(complaint('npm test "', lang)).toBeUndefined()
    for (const lang of ['', 'sh', 'console'])
      expect(complaint('npm test "', lang)).toBe('unterminated double quote at "\\""')
  })
})
