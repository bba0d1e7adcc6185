import { describe, expect, it } from 'vitest'
import { parseScript } from '../../src/shell/index.ts'
import { firstTyped } from '../../src/shell/reading/first-line.ts'
import { read } from './read.ts'

const comments = (text: string): string[] =>
  parseScript(text, 'bash').comments.map(comment => {
    expect(text.slice(comment.start, comment.end)).toBe(comment.text)
    return comment.text
  })
const expectedOf = (text: string): string[] => parseScript(text, 'bash').expected

describe('what is typed in a session', () => {
  it.each([
    ['$ make\nout\n# c\n$ ls', ['make', 'ls']],
    ['(v) $ make\nout', ['make']],
    ['❯ make\nout', ['make']],
    ['➜ make\nout', ['make']],
    ['  $ make\nout', ['make']],
    ['me@box:~$ make\nout', ['make']],
    ['[me@box ~]# make\nout', ['make']],
    ['me@box ~ % make\nout', ['make']],
    ['  me@box:~$ make\nout', ['make']],
    ['> make\n> ls', ['make', 'ls']],
    ['% make\n% ls', ['make', 'ls']],
    ['> make\n\n> ls', ['make', 'ls']],
    ['a $ make\nout', ['a $ make', 'out']],
    ['x me@box:~$ make\nout', ['x me@box:~$ make', 'out']],
    ['me@box-~$ make\nout', ['me@box-~$ make', 'out']],
    ['$make\nout', ['$make', 'out']],
    ['$ \nout', ['$', 'out']],
    ['> make\nout', ['out']],
    ['% make\nls', ['% make', 'ls']],
    ['> foo\n> bar', []],
    ['x% make', ['x% make']],
    ['# make\n# ls', []],
    ['make # % x', ['make']],
    ['$ make \\\n> -j\nout', ['make -j']],
    ['$ make \\\n>-j\nout', ['make -j']],
    ['$ make \\\n  -j\nout', ['make -j']],
    ['$ \\make\nout', ['make']],
    ['$ make\n> out', ['make']],
    ...['<<E', '<<-E', '<< E', '<<\\E', '<<"E"', "<<'E'", '<<- E'].map(
      mark =>
        [`$ cat ${mark}\na\n$ b\nE\nout\n$ ls`, [`cat (heredoc, ${mark.slice(0, mark[2] === '-' ? 3 : 2)})`, 'ls']] as [
          string,
          string[]
        ]
    ),
    ['$ cat <<END\na\nE\nEND\nout\n$ ls', ['cat (heredoc, <<)', 'ls']],
    ['$ cat <<-E\na\n\tE\nout\n$ ls', ['cat (heredoc, <<-)', 'ls']],
    ['$ make\n#!x\n  # c\nx # d', ['make']]
  ])('of %j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('is told apart from output where a language says that it is one', () => {
    for (const lang of ['console', 'terminal', 'shell-session', 'shellsession', 'sh-session', 'bash-session']) {
      for (const sign of ['>', '%', '$']) expect(read(`${sign} make\nout\n${sign} ls`, lang)).toEqual(['make', 'ls'])
      expect(read('# make\n\n# ls', lang)).toEqual(['make', 'ls'])
      for (const text of ['# make\n# foo bar', 'x# make', '# foo bar', ''])
        expect(read(text, lang).join()).toBe(text.startsWith('x') ? 'x# make' : '')
      expect(read('# make\nls', lang)).toEqual(['ls'])
      expect(read('\n> make\nout', lang)).toEqual(['make'])
    }
    expect(comments('$ make\n#!x\n  # c\nx # d')).toEqual(['# c'])
  })

  it('begins with the first line that says something', () => {
    expect(firstTyped('\n  \n# a\n  #b\n  make # x  \nls', 9)).toBe('make # x')
    expect(firstTyped('\n\nmake', 3)).toBe('make')
    expect([
      firstTyped('\n\nmake', 2),
      firstTyped('# a', 9),
      firstTyped('', 9),
      firstTyped('\n', 9),
      firstTyped('a#', 9)
    ]).toEqual([undefined, undefined, undefined, undefined, 'a#'])
  })
})

describe('comments of a script', () => {
  it.each([
    ['make # a', ['# a']],
    ['# a', ['# a']],
    ['make # a   ', ['# a']],
    ['make\n\t# a # b\nls', ['# a # b']],
    ['make;# a', ['# a']],
    ['make &# a', ['# a']],
    ['(make)# a', ['# a']],
    ['make |# a\n cat', ['# a']],
    ['(# a\nmake)', ['# a']],
    ['#!/bin/sh\nmake # a', ['# a']],
    ['make\n#!a', ['#!a']],
    ['# a\n#b\n#', ['# a', '#b', '#']],
    ['make "x" # a', ['# a']],
    ['if # a\nmake; then # b\nls; fi # c', ['# a', '# b', '# c']],
    ['make#a', []],
    ['make "#a" \'# b\' ${#c}', []],
    ['A="# b" make', []],
    ['A=#b make', []],
    ['make \\# a', []],
    ['((a # b))', []],
    ['cat <<E # a\n# b\nE\n# c', ['# a', '# c']],
    ['make > "# a"', []],
    ['for i in "# a"; do make "# b"; done', []],
    ['make "a # b" c#d # e', ['# e']],
    ['# a\nmake "# b"\n# c\nls "# d"\n# e', ['# a', '# c', '# e']]
  ])('of %j', (text, expected) => {
    expect(comments(text)).toEqual(expected)
  })

  it('may say what to expect', () => {
    for (const lead of [
      'Expected:',
      'expect',
      'Expected',
      'expects:',
      'Expected output:',
      'expected result →',
      'Expected exit code:',
      'expect exit ->',
      'Output:',
      'result =>',
      'Result:',
      'Expected :',
      '=>',
      '->',
      '→',
      '⇒'
    ])
      expect(expectedOf(`make # ${lead} ok `)).toEqual(['ok'])
    for (const text of ['should pass', 'must pass', 'Should pass']) expect(expectedOf(`make # ${text}`)).toEqual([text])
    for (const text of [
      'shoulder it',
      'musty',
      'as Expected: ok',
      'expectation',
      'Expects ok',
      'output ok',
      'result',
      'see -> ok',
      'it should pass'
    ])
      expect(expectedOf(`make # ${text}`)).toEqual([])
    expect(expectedOf('make #   Expected:   ok')).toEqual(['ok'])
    expect([expectedOf('make ###### => ok'), expectedOf('make ####### => ok')]).toEqual([['ok'], []])
    expect(expectedOf('make # Expected  : ok')).toEqual([': ok'])
    expect(expectedOf('make # Expected outputs: ok')).toEqual(['outputs: ok'])
  })

  it('may speak of the comment below', () => {
    expect(expectedOf('make # Expected:\n##  a # b')).toEqual(['a # b'])
    expect(expectedOf('make # Expected:\n# => a')).toEqual(['a'])
    expect(expectedOf('make # Expected:')).toEqual([])
    expect(expectedOf(`make # Expected:${'\n'.repeat(79)}# a`)).toEqual(['a'])
    expect(expectedOf(`make # Expected:${'\n'.repeat(80)}# a`)).toEqual([])
    expect(expectedOf('make # Expected: x\n# a')).toEqual(['x'])
  })
})
