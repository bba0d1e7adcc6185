import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import fc from 'fast-check'

/** The examples of the CommonMark specification. */
export function specExamples(): string[] {
  const spec = fs.readFileSync(
    path.join(path.dirname(createRequire(import.meta.url).resolve('commonmark-spec')), 'spec.txt'),
    'utf8'
  )
  const fence = '`'.repeat(32)
  return spec
    .split(`\n${fence} example\n`)
    .slice(1)
    .map(part => part.slice(0, part.indexOf('\n.\n') + 1).replaceAll('→', '\t'))
}

/** Tables and task lists: GFM as the front end must read it. */
export const gfmExamples: string[] = [
  '| a | b |\n| - | - |\n| c | d |\n',
  'a | b\n:-|-:\nc\n',
  '| a |\n| - |\n',
  '| a |\n|:-:|\ntext\n\nafter\n',
  'text\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n',
  '| a |\n| - |\n> b\n',
  '| a |\n| - |\n- b\n',
  '| a |\n| - |\n2. b\n',
  '| a |\n| - |\n    b\n',
  '| a |\n| - |\n# b\n',
  '| `a \\| b` | \\| |\n|---|---|\n|| ** |\n',
  '|a|\n|-|-|\n',
  '|\n|-|\n',
  '||\n|-|\n|\n||\n| |\n',
  'a\n:-\n',
  'a\n-:\nb\n',
  'a | b\n- | -\n',
  '- | a |\n  | - |\n  | b |\n\n  c\n',
  '> | a |\n> | - |\n> | b |\n| c |\n',
  '> a\n| b |\n| - |\n',
  '    | a |\n| - |\n',
  'x\n    | a |\n| - |\n',
  '| a |\n    | - |\n',
  '|\n<a b="">\n-|\n',
  '| a |  \n| - |  \n| b |  \n',
  '- [ ] a\n- [x] b\n- [X] *c*\n- [-] d\n',
  '- [ ]\n- [x]\n',
  '- [ ]\n  a\n',
  '- [ ] \n  a\n',
  '- [ ]  \n  a\n',
  '1. [x] a\n\n   [ ] b\n',
  '-\n  [ ] a\n',
  '-\n   [ ] a\n',
  '-\n[x] a\n',
  '- > [ ] a\n',
  '- [ ] a\n  ===\n',
  '- [a]: b\n  [ ] c\n',
  '- # [ ] a\n',
  '- - [ ] a\n',
  '- [\t] a\n',
  '-     [ ] a\n',
  '* [x]\ta\n'
]

const pick = <T>(...values: T[]) => fc.constantFrom(...values)

const inline = fc
  .array(
    pick(
      'word',
      'two words',
      ' ',
      '**b**',
      '*e*',
      '***x***',
      '_u_',
      '**',
      '*',
      '_',
      '__',
      'a*b',
      '`c`',
      '`',
      '``',
      '[l](u)',
      '[l](<a b> "t")',
      "![i](u 't')",
      '[a]',
      '[a][]',
      '[b][a]',
      '[x',
      'y]',
      '!',
      '](',
      '<http://x.y>',
      '<a@b.c>',
      '<b>',
      '<b c="d">',
      '<i',
      '<!-- c -->',
      '<!--',
      '&amp;',
      '&#35;',
      '&',
      '\\*',
      '\\',
      'foo\\',
      '(x)',
      '"q"',
      '| p',
      '\\|',
      '`a|b`',
      'é',
      '。',
      '😀',
      '—',
      '\u00A0',
      '~',
      '#',
      ':',
      '\t'
    ),
    { minLength: 1, maxLength: 6 }
  )
  .map(parts => parts.join(''))

const prefix = pick(
  '',
  '',
  '',
  '',
  '  ',
  '   ',
  '    ',
  '      ',
  '- ',
  '* ',
  '+ ',
  '-   ',
  '1. ',
  '2. ',
  '1) ',
  '10. ',
  '> ',
  '>',
  '>   ',
  '  - ',
  '    - ',
  '   1. ',
  '> - ',
  '- > ',
  '- - ',
  '- [ ] ',
  '- [x] ',
  '-',
  '  > ',
  '\t'
)

const block = fc.oneof(
  { weight: 4, arbitrary: inline },
  { weight: 3, arbitrary: pick('', '  ') },
  { weight: 1, arbitrary: inline.map(text => `# ${text} #`) },
  { weight: 1, arbitrary: inline.map(text => `|${text}|${text}`) },
  { weight: 1, arbitrary: inline.map(text => `${text}  `) },
  {
    weight: 4,
    arbitrary: pick(
      '```',
      '~~~',
      '```js x',
      '---',
      '===',
      '***',
      '| a | b |',
      '|---|--:|',
      ':-',
      '<div>',
      '</div>',
      '</x>',
      '<pre>',
      '</pre>',
      '<!-- x',
      '-->',
      '[a]: /u "t"',
      '[a]: /u',
      '"t"',
      '[',
      '    code'
    )
  }
)

const line = fc.tuple(prefix, pick('', '', '  ', '- ', '> '), block).map(parts => parts.join(''))

/** Documents of plan constructs, well-formed and broken, with either line ending. */
export const documents: fc.Arbitrary<string> = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 10 }), pick('\n', '\n', '\r\n'), fc.boolean())
  .map(([lines, ending, closed]) => lines.join(ending) + (closed ? ending : ''))

/** Small breakages of real documents: a window of lines with some dropped, doubled, cut, indented or peppered. */
export function mutations(sources: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.tuple(
    fc.nat(5),
    fc.nat(),
    fc.nat(),
    pick('*', '`', '[', ']', '<', '|', '\\', '&', '\t', '> ', '- ', '    ', '\n', '```', '_')
  )
  return fc
    .tuple(fc.nat(sources.length - 1), fc.nat(), fc.integer({ min: 1, max: 30 }), fc.array(edit, { maxLength: 3 }))
    .map(([source, from, size, edits]) => {
      const all = sources[source]!.split('\n')
      const lines = all.slice(from % all.length, (from % all.length) + size)
      for (const [kind, where, at, text] of edits) {
        const k = where % (lines.length || 1)
        const old = lines[k] ?? ''
        const cut = at % (old.length + 1)
        if (kind === 0) lines.splice(k, 1)
        else if (kind === 1) lines.splice(k, 0, text + old)
        else if (kind === 2) lines[k] = old.slice(0, cut)
        else if (kind === 3) lines[k] = old.slice(0, cut) + text + old.slice(cut)
        else if (kind === 4) lines[k] = text + old
        else lines[k] = old.trimStart()
      }
      return lines.join('\n')
    })
}

/** Every prefix that ends at a line, and the document without each of its lines. */
export function* reductions(text: string): Generator<string> {
  const lines = text.split('\n')
  for (let k = 1; k < lines.length; k++) {
    yield lines.slice(0, k).join('\n')
    yield `${lines.slice(0, k).join('\n')}\n`
    yield lines.toSpliced(k, 1).join('\n')
  }
}

/** Markdown files below a folder. */
export function markdownFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => path.join(folder, name))
    .filter(file => fs.statSync(file).isFile())
}
