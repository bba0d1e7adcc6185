import { describe, expect, it } from 'vitest'
import { marksConflict } from '../../src/files/mark.ts'
import { readMark } from '../../src/files/marks.ts'
import type { MarkPlace } from '../../src/files/enclosed-mark.ts'
import { spent } from '../spent.ts'

const kind = (text: string, where: MarkPlace = 'tree'): string | undefined => readMark(text, where)?.kind

describe('readMark', () => {
  it('knows the canonical marks and where they stand', () => {
    expect(readMark('  <new>   # the parser', 'tree')).toEqual({
      kind: 'new',
      raw: '<new>',
      start: 2,
      end: 7,
      form: 'angle',
      canonical: true
    })
    expect(readMark('<modified>', 'heading')).toMatchObject({ kind: 'modified', canonical: true })
    expect(readMark('<deleted>', 'list')).toMatchObject({ kind: 'deleted', canonical: true })
    expect(readMark('<renamed: old_cli.py>', 'tree')).toMatchObject({
      kind: 'renamed',
      from: 'old_cli.py',
      canonical: true
    })
  })

  it.each([
    ['<New>', 'new', '<new>'],
    ['< new >', 'new', '<new>'],
    ['<add>', 'new', '<new>'],
    ['<updated>', 'modified', '<modified>'],
    ['<renamed>', 'renamed', '<renamed: old>'],
    ['<moved from a.py>', 'renamed', '<renamed: a.py>'],
    ['<modifed>', 'unknown', '<modified>'],
    ['<delted>', 'unknown', '<deleted>'],
    ['<updated?>', 'unknown', '<modified>'],
    ['<todo>', 'unknown', undefined],
    ['<add tests>', 'unknown', undefined],
    ['<unchanged>', 'unchanged', undefined]
  ])('suggests for %s', (text, expected, suggestion) => {
    const mark = readMark(text, 'tree')
    expect(mark).toMatchObject({ kind: expected, raw: text, canonical: false })
    expect(mark?.suggestion).toBe(suggestion)
  })

  it.each([
    ['(new)', 'new', 'paren'],
    ['(NEW)', 'new', 'paren'],
    ['(modify)', 'modified', 'paren'],
    ['(ADD to existing)', 'modified', 'paren'],
    ['(new, takes over from x)', 'new', 'paren'],
    ['(new directory)', 'new', 'paren'],
    ['(update imports)', 'modified', 'paren'],
    ['# NEW', 'new', 'comment'],
    ['# NEW: keeps the state', 'new', 'comment'],
    ['# Updated', 'modified', 'comment'],
    ['# existing/unchanged', 'unchanged', 'comment'],
    ['# Updated (three stages)', 'modified', 'comment'],
    ['# DELETED: moved out', 'deleted', 'comment'],
    ['// new', 'new', 'comment'],
    ['← NEW', 'new', 'comment'],
    ['# wrapper for the client (NEW)', 'new', 'paren'],
    ['# all tests - UPDATED', 'modified', 'suffix'],
    ['# [NEW] shared', 'new', 'bracket'],
    ['[MOD]', 'modified', 'bracket'],
    ['- NEW', 'new', 'suffix'],
    ['— updated', 'modified', 'suffix'],
    ['NEW: ', 'new', 'prefix'],
    ['+', 'new', 'prefix'],
    ['-', 'deleted', 'prefix'],
    ['M ', 'modified', 'prefix'],
    ['🆕', 'new', 'emoji'],
    ['（新增）', 'new', 'paren'],
    ['# 更新', 'modified', 'comment'],
    ['(existing, unchanged)', 'unchanged', 'paren']
  ])('reads %s in a tree', (text, expected, form) => {
    const mark = readMark(text, 'tree')
    expect(mark).toMatchObject({ kind: expected, form, canonical: false })
    expect(text.slice(mark?.start, mark?.end)).toBe(mark?.raw)
  })

  it.each([
    '# new endpoints for billing',
    '# New theme config',
    '# Existing handlers',
    '# entry - update the index',
    '(new section)',
    '(add tests)',
    '(NOT created here)',
    '(updated by cron)',
    '# new/modified',
    '# Generic over Vec<String>',
    '<br>',
    '(~300 lines)',
    '✅ Created',
    '# Creates the table',
    '',
    '   ',
    '# [New file, what it does]',
    '# renames columns when asked',
    '# created by init'
  ])('says nothing of %s', text => {
    expect(kind(text)).toBeUndefined()
  })

  it('finds where a rename comes from', () => {
    expect(readMark('(renamed from `a/b.ts`)', 'heading')?.from).toBe('a/b.ts')
    expect(readMark('# moved from lib/x.py', 'tree')?.from).toBe('lib/x.py')
    expect(readMark('Rename to 5', 'cell')).toMatchObject({ kind: 'renamed', form: 'cell' })
    expect(readMark('Rename to 5', 'cell')?.from).toBeUndefined()
  })

  it.each([
    ['Create', 'new'],
    ['Modify', 'modified'],
    ['Delete', 'deleted'],
    ['Move', 'renamed'],
    ['**New**', 'new'],
    ['No change', 'unchanged'],
    ['Edit (minor)', 'modified'],
    ['Modify lines 3-9', 'modified'],
    ['Rewrite', 'modified'],
    ['Create / Modify', undefined],
    ['Create or modify', undefined],
    ['Add tests', undefined],
    ['✅', undefined],
    ['—', undefined],
    ['Holds the state', undefined]
  ])('reads the cell %s', (text, expected) => {
    expect(kind(text, 'cell')).toBe(expected)
  })

  it('reads labels before the path in a list', () => {
    expect(readMark('**Create:** ', 'list')).toMatchObject({ kind: 'new', raw: 'Create', form: 'prefix' })
    expect(kind('Test: ', 'list')).toBeUndefined()
    expect(kind('- ', 'list')).toBeUndefined()
    expect(kind(' — new file that holds the state', 'list')).toBe('new')
  })

  it('is linear in hostile text', () => {
    const began = spent()
    for (const piece of ['<', '(', '# ', '[new', '<new ', '- ', 'new ', ' ', '*'])
      readMark(piece.repeat(100_000), 'tree')
    expect(spent() - began).toBeLessThan(2000)
  })
})

describe('marksConflict', () => {
  it('is symmetrical, and silent where one says nothing', () => {
    for (const [a, b] of [
      ['new', 'modified'],
      ['new', 'existing'],
      ['deleted', 'modified'],
      ['deleted', 'existing'],
      ['new', 'renamed'],
      ['unchanged', 'modified'],
      ['unchanged', 'new'],
      ['unchanged', 'deleted']
    ] as const) {
      expect(marksConflict(a, b)).toBe(true)
      expect(marksConflict(b, a)).toBe(true)
    }
    for (const [a, b] of [
      ['existing', 'modified'],
      ['existing', 'unchanged'],
      ['renamed', 'unchanged'],
      ['new', 'new'],
      ['renamed', 'modified'],
      ['new', 'unknown'],
      ['new', undefined]
    ] as const) {
      expect(marksConflict(a, b)).toBe(false)
      expect(marksConflict(b, a)).toBe(false)
    }
  })
})
