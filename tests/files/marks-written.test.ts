import { describe, expect, it } from 'vitest'
import { marksConflict } from '../../src/files/mark.ts'
import { readMark } from '../../src/files/marks.ts'
import type { MarkPlace } from '../../src/files/enclosed-mark.ts'

/** `kind form raw`, then the old name of a rename, and what it should be called; where the mark stands is checked besides. */
function read(text: string, where: MarkPlace): string {
  const mark = readMark(text, where)
  if (!mark) return 'none'
  expect(text.slice(mark.start, mark.end)).toBe(mark.raw)
  expect(mark.canonical).toBe(/^<(?:new|modified|deleted|renamed: \S+)>$/.test(mark.raw))
  return [
    mark.kind,
    mark.form,
    mark.raw,
    ...(mark.from === undefined ? [] : [`from ${mark.from}`]),
    ...(mark.suggestion === undefined ? [] : [`better ${mark.suggestion}`])
  ].join(' ')
}

describe('a mark in angles', () => {
  it.each([
    ['<new>', 'new angle <new>'],
    ['  <new> and more', 'new angle <new>'],
    ['<existing>', 'existing angle <existing>'],
    ['<新>', 'new angle <新> better <new>'],
    ['<新: a>', 'new angle <新: a> better <new>'],
    ['< modifed >', 'unknown angle < modifed > better <modified>'],
    ['<renamd:a.ts>', 'unknown angle <renamd:a.ts> better <renamed: a.ts>'],
    ['<new: file>', 'new angle <new: file> better <new>'],
    ['<renamed: a.ts>', 'renamed angle <renamed: a.ts> from a.ts'],
    ['<Renamed: a.ts>', 'renamed angle <Renamed: a.ts> from a.ts better <renamed: a.ts>'],
    ['<renamed>', 'renamed angle <renamed> better <renamed: old>'],
    ['<renamd: a.ts>', 'unknown angle <renamd: a.ts> better <renamed: a.ts>'],
    ['<renamd>', 'unknown angle <renamd> better <renamed: old>'],
    ['<updated?!>', 'unknown angle <updated?!> better <modified>'],
    ['<kept?>', 'unknown angle <kept?>'],
    ['<x>', 'unknown angle <x>'],
    ['<brand>', 'unknown angle <brand>'],
    ['<modifed: x>', 'unknown angle <modifed: x> better <modified>'],
    [`<${'x'.repeat(399)}>`, `unknown angle <${'x'.repeat(399)}>`]
  ])('%s', (text, expected) => expect(read(text, 'tree')).toBe(expected))

  it.each([
    '<new',
    '<>',
    '<x<new>',
    `<${'x'.repeat(400)}>`,
    '<br>',
    '<b>',
    '<i>',
    '<u>',
    '<p>',
    '<a href="x">',
    '<hr/>',
    '<em>',
    '<strong>',
    '<code>',
    '<sub>',
    '<sup>',
    '<kbd>',
    '<div class="x">',
    '<span>',
    '<details>',
    '<SUMMARY>',
    '<small>',
    '<img src="x">',
    '<ins>',
    '</ins>'
  ])('is none in %s', text => expect(read(text, 'tree')).toBe('none'))

  it('strikes nothing out in a tree', () => {
    expect(read('<del>', 'tree')).toBe('deleted angle <del> better <deleted>')
    expect(read('<del>', 'list')).toBe('none')
  })
})

describe('a mark in parentheses or brackets', () => {
  it.each([
    ['(new) x', 'new paren (new)'],
    ['( new )', 'new paren ( new )'],
    ['（新）', 'new paren （新）'],
    ['(new) y (modified)', 'new paren (new)'],
    ...['modify', 'Edit', 'update', 'extend', 'refactor', 'rewrite', 'modified'].map(word => [
      `(${word} its parser)`,
      `modified paren (${word} its parser)`
    ]),
    ['(extend it on both sides)', 'modified paren (extend it on both sides)'],
    [`(new: ${'x'.repeat(394)})`, `new paren (new: ${'x'.repeat(394)})`],
    ['(update bytes)', 'modified paren (update bytes)'],
    ['[new]', 'new bracket [new]'],
    ['[ new ] x', 'new bracket [ new ]'],
    [`[new${' '.repeat(56)}]`, `new bracket [new${' '.repeat(56)}]`],
    ['x (new)', 'new paren (new)'],
    ['x（新）', 'new paren （新）'],
    ['x [new]', 'new bracket [new]'],
    ['x ( new )', 'new paren ( new )'],
    [`x (new${' '.repeat(74)})`, `new paren (new${' '.repeat(74)})`]
  ])('%s', (text, expected) => expect(read(text, 'tree')).toBe(expected))

  it.each([
    '(',
    ')',
    '(new',
    '（new)',
    '(changed imports)',
    '(delete it)',
    '(unmodified since May)',
    '(updated parser)',
    '(modifies it)',
    '(unknown)',
    `(new: ${'x'.repeat(395)})`,
    ...['by hand', 'when done', 'if needed', 'on start', 'after x', 'every day'].map(rest => `(update ${rest})`),
    '[new](docs/a.md)',
    '[new thing]',
    '[newx',
    'x [newx',
    'x (newx',
    `[new${' '.repeat(60)}]`,
    'x (new thing)',
    `x (new${' '.repeat(75)})`,
    'x new)',
    'x new]',
    'x）'
  ])('is none in %s', text => expect(read(text, 'tree')).toBe('none'))
})

describe('a mark behind a sign', () => {
  it.each(['#', '##', '###', '//', '←', '<-', '<--', '--'])('"%s" starts a comment', sign => {
    expect(read(`${sign} new`, 'tree')).toBe('new comment new')
    expect(read(`${sign} new endpoints`, 'tree')).toBe('none')
  })

  it.each(['-', '–', '—', ':', '→', '*', '|', '=>', '->'])('"%s" joins', sign =>
    expect(read(`  ${sign}  Updated: x`, 'list')).toBe('modified suffix Updated')
  )

  it.each([
    ['#(new)', 'new paren (new)'],
    ['#<new>', 'new angle <new>'],
    ['-[new]', 'new bracket [new]'],
    ['-（新）', 'new paren （新）'],
    ['- 🆕 file', 'new emoji 🆕'],
    ['#  ✨', 'new emoji ✨'],
    ['#new', 'none'],
    ['#### new', 'none'],
    ['//new', 'none'],
    ['-new', 'none'],
    ['--', 'none']
  ])('%s', (text, expected) => expect(read(text, 'tree')).toBe(expected))
})

describe('a picture', () => {
  it.each([
    ['new', '🆕 ✨ ➕'],
    ['modified', '✏️ ✏ 📝 🖊️ 🖊'],
    ['deleted', '🗑️ 🗑 ➖']
  ])('means %s: %s', (kind, pictures) => {
    for (const picture of pictures.split(' ')) {
      expect(read(` ${picture} x`, 'list')).toBe(`${kind} emoji ${picture}`)
      expect(read(`x ${picture}`, 'list')).toBe('none')
    }
  })

  it.each([
    ['✏️ edited', 'modified emoji ✏️'],
    ['🆕 modified', 'none'],
    ['🆕 modified by x', 'new emoji 🆕'],
    ['📄', 'none'],
    ['✅ ✨', 'none'],
    ['📄 📝', 'none'],
    ['📄 🗑️', 'none'],
    ['✅ new', 'none']
  ])('counts less than the word beside it: %s', (text, expected) => expect(read(text, 'tree')).toBe(expected))
})

describe('a word alone', () => {
  it.each([
    ['new', 'new bare new'],
    ['**New file**', 'new bare New file'],
    ['*new*', 'new bare new'],
    ['** new **', 'new bare new'],
    ['new: a.ts', 'new prefix new'],
    ['**Create:** a.ts', 'new prefix Create'],
    ['**Create** : a.ts', 'new prefix Create'],
    ['新：a.ts', 'new prefix 新'],
    ['new: **a.ts**', 'new prefix new'],
    ['new a.ts: why', 'none'],
    ['new a.ts', 'none'],
    ['**new** a.ts', 'none'],
    ['***new***', 'none'],
    ['a.ts', 'none']
  ])('%s', (text, expected) => expect(read(text, 'list')).toBe(expected))
})

describe('a sign of change', () => {
  it.each([
    ['+', 'new'],
    ['A', 'new'],
    ['[+]', 'new'],
    ['-', 'deleted'],
    ['D', 'deleted'],
    ['[-]', 'deleted'],
    ['~', 'modified'],
    ['M', 'modified'],
    ['[~]', 'modified'],
    ['R', 'renamed']
  ])('%s in a tree', (sign, kind) => {
    expect(read(` ${sign} `, 'tree')).toBe(`${kind} prefix ${sign}`)
    expect(read(sign, 'heading')).toBe('none')
    expect(read(`${sign}x`, 'tree')).toBe('none')
    expect(read(`x${sign}`, 'tree')).toBe('none')
  })
})

describe('words at the end of a comment', () => {
  it.each([
    ['the state - NEW', 'new suffix NEW'],
    ['the state – MODIFIED', 'modified suffix MODIFIED'],
    ['the state — REMOVED', 'deleted suffix REMOVED'],
    ['the state - New', 'new suffix New'],
    ['the state - add', 'none'],
    ['the state - TESTS', 'none'],
    ['the state NEW', 'none'],
    ['the state - NEW y', 'none'],
    ['the state -NEW', 'none']
  ])('%s', (text, expected) => expect(read(text, 'tree')).toBe(expected))
})

describe('a cell', () => {
  it.each([
    'create',
    'modify',
    'delete',
    'update',
    'rewrite',
    'refactor',
    'edit',
    'extend',
    'rename',
    'move',
    'replace'
  ])('takes "%s" for an order that may go on', word => {
    expect(read(`${word} its parser`, 'cell')).toMatch(new RegExp(`^(?:new|modified|deleted|renamed) cell ${word}$`))
    expect(read(`**${word}** its parser`, 'cell')).toMatch(new RegExp(` cell ${word}$`))
  })

  it.each([
    ['`Create`', 'new cell Create'],
    ['create the **parser**', 'new cell create'],
    ['modify it or delete', 'modified cell modify'],
    ['~~Delete~~', 'deleted cell Delete'],
    ['***New***', 'new cell New'],
    ['_New_ (all)', 'new cell New'],
    ['renamed from a.ts', 'renamed cell renamed from a.ts from a.ts'],
    ['no change', 'unchanged cell no change'],
    [' **No changes** at all', 'unchanged cell No changes'],
    ['existing: as is', 'unchanged cell existing: as is'],
    ['modify, test', 'modified cell modify'],
    ['create or test', 'new cell create'],
    ['create and test', 'new cell create'],
    ['<new>', 'new angle <new>'],
    ['- new', 'new suffix new']
  ])('%s', (text, expected) => expect(read(text, 'cell')).toBe(expected))

  it.each([
    'add it',
    'replaced it',
    'Remove the call',
    'there is no change',
    '`Create`/delete',
    '`Create`+edit',
    'new lines',
    'no changed',
    'Create or modify',
    'create and modify',
    'create & delete',
    'create&delete',
    'create/delete',
    'create , delete',
    'create,delete',
    'create + edit',
    'create / 删除',
    'create, read-only',
    'x (new)',
    'x - NEW',
    '+',
    '****new'
  ])('is undecided of %s', text => expect(read(text, 'cell')).toBe('none'))
})

it('looks no farther than people do', () => {
  expect(read(`${'x '.repeat(900)}(new)`, 'tree')).toBe('new paren (new)')
  expect(read(`${'x '.repeat(1100)}(new)`, 'tree')).toBe('none')
})

it('finds no conflict where one says nothing', () => {
  for (const quiet of [undefined, 'unknown'] as const)
    for (const other of ['new', 'deleted', 'unknown', undefined] as const) {
      expect(marksConflict(quiet, other)).toBe(false)
      expect(marksConflict(other, quiet)).toBe(false)
    }
  expect(marksConflict('renamed', 'existing')).toBe(false)
  expect(marksConflict('renamed', 'deleted')).toBe(true)
})
