import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/parse/parse.ts'
import { placeInCode } from '../../src/outline/code/code-place.ts'
import { commandBlocksOf } from '../../src/outline/code/command-blocks.ts'
import { buildOutline } from '../../src/outline/outline.ts'

const outlineOf = (text: string): ReturnType<typeof buildOutline> => buildOutline(parsePlan(text), text, new Set())
/** The commands of a text, in its order, fences and spans. */
const blocks = (text: string): string[] =>
  commandBlocksOf(outlineOf(text)).map(({ script, inline, place }) => {
    expect(text.slice(place.start.offset, place.end.offset)).toMatch(/^(?:`|~| {4}|\t)/)
    return `${inline ? 'span' : 'fence'} ${script.commands.map(command => command.text).join('; ')}`
  })
const fence = (lang: string, code: string): string => `\`\`\`${lang}\n${code}\n\`\`\`\n`

describe('commands of a plan', () => {
  it('stand in fences of shells', () => {
    for (const lang of 'sh bash shell shellscript zsh console terminal shell-session shellsession sh-session bash-session fish nu Bash SH'.split(
      ' '
    ))
      expect(blocks(fence(lang, 'foo --b'))).toEqual(['fence foo --b'])
    for (const lang of 'powershell pwsh ps1 cmd bat batch'.split(' '))
      expect(blocks(fence(lang, 'npm test'))).toEqual(['fence npm test'])
    for (const lang of ['json', 'js', 'python', 'make', 'diff']) expect(blocks(fence(lang, 'npm test'))).toEqual([])
    expect(blocks(fence('bash', '# none'))).toEqual([])
  })

  it('stand in fences of shells, understood or not', () => {
    for (const code of ['[[ -f dist/index.js ]]', '(( $(grep -c x f) > 0 ))', 'count=3'])
      expect(blocks(fence('bash', code))).toEqual(['fence '])
    expect(blocks(fence('bash', 'out=$(npm test)')).length).toBe(1)
    expect(blocks(fence('powershell', 'if (Test-Path dist) { exit 0 }')).length).toBe(1)
    for (const code of ['', ' \n\n', '# none\n\n  # either']) expect(blocks(fence('bash', code))).toEqual([])
  })

  it('stand in fences of plain text where the first line reads as one', () => {
    for (const lang of ['', 'text', 'txt', 'plaintext', 'Text']) {
      for (const code of ['npm test', '\n# so\n  npm test', '$ npm test', `${'\n'.repeat(39)}npm test`])
        expect(blocks(fence(lang, code)).length).toBe(1)
      for (const code of ['foo bar\nnpm test', '', '# none', '$$ npm test', 'x $ npm', `${'\n'.repeat(40)}npm test`])
        expect(blocks(fence(lang, code))).toEqual([])
    }
    expect(blocks('    npm test\n')).toEqual(['fence npm test'])
  })

  it('stand in code spans, between the fences', () => {
    expect(
      blocks(
        `Run \`npm test\`.\n\n${fence('sh', 'make')}\nThen \`\` ls -l \`\` and \`foo\`, \`src/a.ts\`.\n\n${fence('bash', 'pwd')}`
      )
    ).toEqual(['span npm test', 'fence make', 'span ls -l', 'fence pwd'])
  })
})

describe('pieces of code', () => {
  /** What stands where a piece of the first code is said to be. */
  const found = (text: string, piece: string): string => {
    const outline = outlineOf(text)
    const node = outline.nodes.fences[0] ?? outline.nodes.inlineCode[0]!
    const start = node.value.indexOf(piece)
    const place = placeInCode(node, { start, end: start + piece.length }, outline)
    return `${place.start.line}:${place.start.column} ${text.slice(place.start.offset, place.end.offset)}`
  }

  it.each([
    ['```sh\nmake\nls -l\n```', 'ls', '3:1 ls'],
    ['```sh\nmake\nls -l\n```', 'make\nls', '2:1 make\nls'],
    ['~~~\nmake\n~~~', 'make', '2:1 make'],
    ['````\nmake\n````', 'make', '2:1 make'],
    ['- a\n\n  ```sh\n  make\n    ls -l\n  ```', '-l', '5:8 -l'],
    ['> ```\n> make x\n> ```', 'x', '2:8 x'],
    ['1. a\n   ```\n   make\n\n   ls\n   ```', 'ls', '5:4 ls'],
    ['- ```\n\tmake\n  ```', 'make', '2:2 make'],
    ['    make\n    ls', 'ls', '2:5 ls'],
    ['a\n\n    make x', 'x', '3:10 x'],
    ['```\nmake  \n```', 'make', '2:1 make'],
    ['```\nmake', 'make', '2:1 make'],
    ['```sh\nls ls\n```', 's ls', '2:2 s ls'],
    ['  ```\n  ls\n  ```', 'ls', '2:3 ls'],
    ['Run `make x`.', 'x', '1:11 x'],
    ['`` a`b ``', '`b', '1:5 `b'],
    ['a `make` `make`', 'make', '1:4 make'],
    ['`a\nb`', 'b', '2:1 b'],
    ['`make`', 'make', '1:2 make'],
    ['> `a\n> b`', 'b', '1:3 `a\n> b`'],
    ['| a |\n| - |\n| `a\\|b` |\n\na|b', 'b', '3:3 `a\\|b`'],
    ['a `` ` ``', '`', '1:6 `'],
    ['    `a`\n    b', 'b', '2:5 b'],
    ['    ~a\n    b', 'b', '2:5 b'],
    ['    a ```\n    b', 'b', '2:5 b'],
    ['```\na\n\n\nb', 'b', '5:1 b']
  ])('of %j: %j', (text, piece, expected) => {
    expect(found(text, piece)).toBe(expected)
  })
})
