/** Every word of the vocabulary of change in every place where a mark may stand. */
import { describe, expect, it } from 'vitest'
import { readMark } from '../../src/files/marks.ts'
import { parseTree } from '../../src/files/tree.ts'
import { brackets, changePhrases, changeWords, pictures, signs } from '../../src/files/change-vocabulary.ts'

const words = [...changeWords.values()]
const several = [...changePhrases.values()].flat().map(({ words: said, kind }) => ({ word: said.join(' '), kind }))
const all = [...words.map(({ word, kind }) => ({ word, kind })), ...several]

/** `path kind` of the second line of a tree whose first one is a folder. */
function inTree(line: string): string {
  const tree = parseTree(`src/\n├── a.ts <new>\n└── ${line}`, true)
  const entry = tree?.entries[2]
  return `${entry?.path} ${entry?.mark?.kind}`
}

const cases = (text: string): string[] => [text, text.toUpperCase(), text[0]!.toUpperCase() + text.slice(1)]

/** In prose `<del>` strikes out. */
const isStruck = (text: string): boolean => /^<del>$/i.test(text)

describe('in a tree', () => {
  const behind = brackets.filter(({ form }) => form !== 'angle').map(({ open, close }) => [open, close] as const)

  it.each([...behind, ['<', '>'] as const])('behind the name, within %s %s', (open, close) => {
    for (const { word, kind } of all)
      for (const spelt of cases(word))
        for (const name of ['b.ts', 'bin/run'])
          expect(inTree(`${name} ${open}${spelt}${close}`), spelt).toBe(`src/${name} ${kind}`)
  })

  it.each(['# ', '## ', '// ', '← ', '<- ', '-- ', '- ', '– ', '— ', ': ', '→ ', '= ', '# (', '# [', '# <'])(
    'behind the name and "%s"',
    sign => {
      const close = { '(': ')', '[': ']', '<': '>' }[sign.at(-1)!] ?? ''
      for (const { word, kind } of all)
        for (const spelt of cases(word)) expect(inTree(`b.ts ${sign}${spelt}${close}`), spelt).toBe(`src/b.ts ${kind}`)
    }
  )

  it.each(['(', '[', '<'])('at the end of a comment, within "%s"', open => {
    const close = { '(': ')', '[': ']', '<': '>' }[open]!
    for (const { word, kind } of all)
      expect(inTree(`b.ts # the parser ${open}${word}${close}`), word).toBe(`src/b.ts ${kind}`)
  })

  it('behind a dash at the end of a comment, a state', () => {
    for (const { word, kind, isState } of words.filter(entry => entry.isState))
      for (const spelt of cases(word))
        expect(inTree(`b.ts # the parser - ${spelt}`), `${spelt} ${isState}`).toBe(`src/b.ts ${kind}`)
  })

  it.each([': ', ':  ', ' file: ', ' : '])('before the name and "%s"', colon => {
    for (const { word, kind } of all)
      for (const spelt of cases(word)) expect(inTree(`${spelt}${colon}b.ts`), spelt).toBe(`src/b.ts ${kind}`)
  })

  it.each([...behind, ['<', '>'] as const])('before the name, within %s %s', (open, close) => {
    for (const { word, kind } of all)
      for (const spelt of cases(word)) expect(inTree(`${open}${spelt}${close} b.ts`), spelt).toBe(`src/b.ts ${kind}`)
  })

  it('before the name with nothing between, where it may lead', () => {
    for (const { word, kind, mayLead } of words)
      expect(inTree(`${word} b.ts`), word).toBe(mayLead ? `src/b.ts ${kind}` : `src/${word} b.ts undefined`)
  })

  it('as a picture or a sign of version control', () => {
    for (const { sign, kind } of pictures) {
      expect(inTree(`${sign} b.ts`)).toBe(`src/b.ts ${kind}`)
      expect(inTree(`bin/run ${sign}`)).toBe(`src/bin/run ${kind}`)
    }
    for (const [sign, kind] of signs)
      for (const at of [`[${sign}]`, `(${sign})`]) expect(inTree(`b.ts ${at}`)).toBe(`src/b.ts ${kind}`)
  })
})

describe.each(['heading', 'list'] as const)('in a %s', where => {
  it('beside the path', () => {
    for (const { word, kind } of all)
      for (const spelt of cases(word))
        for (const text of [
          `(${spelt})`,
          `<${spelt}>`,
          `[${spelt}]`,
          `{${spelt}}`,
          `— ${spelt}`,
          `- ${spelt}: x`,
          `**${spelt}**`,
          spelt,
          `${spelt}:`,
          `**${spelt}:**`
        ])
          if (!isStruck(text)) expect(readMark(` ${text} `, where)?.kind, text).toBe(kind)
  })
})

describe('in a cell', () => {
  it('alone, with emphasis, in ticks, with a remark behind it', () => {
    for (const { word, kind } of all)
      for (const spelt of cases(word))
        for (const text of [
          spelt,
          `**${spelt}**`,
          `\`${spelt}\``,
          `<${spelt}>`,
          `(${spelt})`,
          `${spelt} (minor)`,
          `${spelt}; x`
        ])
          if (!isStruck(text)) expect(readMark(text, 'cell')?.kind, text).toBe(kind)
  })

  it('an order goes on', () => {
    for (const { word, kind, isOrder } of words)
      expect(readMark(`${word} one thing`, 'cell')?.kind, word).toBe(isOrder ? kind : undefined)
  })
})

it.each([
  ['no change needed', 'unchanged'],
  ['no further changes', 'existing'],
  ['unchanged, except its exports', 'existing'],
  ['unchanged (but for the exports)', 'existing'],
  ['unchanged until Step 3', 'existing'],
  ['existing, unchanged', 'unchanged'],
  ['unchanged — the router reads it', 'unchanged'],
  ['No changes are required for now', 'existing'],
  ['read only, for context', 'existing'],
  ['read-only for reference', 'existing'],
  ['reference only', 'existing'],
  ['not modified in this phase', 'existing'],
  ["don't touch", 'unchanged'],
  ['unchanged / as is', 'unchanged'],
  ['existing, edit', 'modified'],
  ['existing – to be rewritten', 'modified'],
  ['existing file, deleted', 'deleted'],
  ['existing: update the index', 'modified'],
  ['existing, added', 'existing'],
  ['no changes to the public API', undefined],
  ['no-op', undefined],
  ['as isolated', undefined],
  ['not new', undefined],
  ['new, unchanged', 'new'],
  ['unchanged/modified', undefined]
])('(%s) is %s', (text, kind) => expect(readMark(`(${text})`, 'tree')?.kind).toBe(kind))
