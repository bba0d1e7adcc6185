/** What is said of each file, where it is said in a table. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'

const plans = path.join(import.meta.dirname, '../../fixtures/plans')
const read = (profile: string): string => fs.readFileSync(path.join(plans, profile, 'valid-1.md'), 'utf8')
const told = (profile: string, text: string): string[] =>
  lintText(text, { path: 'a-plan.md', forced: profile, now: Date.parse('2026-06-01') }).findings.map(
    ({ message }) => message
  )
const table = (head: string, ...rows: string[]): string =>
  [head, head.replace(/[^|]+/g, ' --- '), ...rows].map(row => `${row}\n`).join('')

describe('a file-by-file overview that is a table', () => {
  const whole = read('design-plan')
  const start = whole.indexOf('#### `app/drawing/stack/command.kt`')
  const withTable = (text: string): string[] =>
    told('design-plan', `${whole.slice(0, start)}${text}\n${whole.slice(whole.indexOf('\n## ', start) + 1)}`)
  const rows = (canvas: string): string[] => [
    '| `app/drawing/stack/command.kt` | new | A stroke that can be taken back. |',
    '| `app/drawing/stack/undo_stack.kt` | new | Holds two. |',
    '| `app/test/drawing/undo_stack_test.kt` | new | Tests |',
    canvas,
    '| `app/drawing/toolbar.kt` | modified | Two buttons. |',
    '| `app/drawing/strokes_old.kt` | deleted | Nobody uses it. |'
  ]
  const lacking = ['Missing text in "app/drawing/canvas.kt"']

  it.each(['| File | Status | Purpose |', '| Where | Change type | Why |', '| Path | Action | Notes |'])(
    'says in its cells what each file is for: %s',
    head => {
      expect(withTable(table(head, ...rows('| `app/drawing/canvas.kt` | modified | Keeps the bitmap. |')))).toEqual([])
      for (const cell of ['', '—', '&nbsp;', 'modified'])
        expect(withTable(table(head, ...rows(`| \`app/drawing/canvas.kt\` | modified | ${cell} |`)))).toEqual(lacking)
    }
  )

  it('may say it beside the mark, and have its files in any column', () => {
    const row = '| `app/drawing/canvas.kt` | Modified: keeps the bitmap | |'
    expect(withTable(table('| File | Status | Notes |', ...rows(row)))).toEqual([])
    const turned = rows('| `app/drawing/canvas.kt` | modified | Keeps `app/drawing/toolbar.kt` alive. |').map(
      each => `|${each.split('|').slice(1, -1).reverse().join('|')}|`
    )
    expect(withTable(table('| Purpose | Status | File |', ...turned))).toEqual([])
  })

  it('marks its files, and is held against the tree', () => {
    expect(
      withTable(table('| File | Status | Purpose |', ...rows('| `app/drawing/canvas.kt` | new | Keeps it. |')))
    ).toEqual([expect.stringContaining('"app/drawing/canvas.kt"')])
    expect(withTable(table('| File | Status | Purpose |', ...rows('').filter(row => row !== '')))).toEqual([
      expect.stringContaining('"app/drawing/canvas.kt"')
    ])
  })
})

describe('lists of files of 4.1 that are tables', () => {
  const whole = read('planning-md')
  const from = whole.indexOf('- `warehouse/orders.py` –')
  const to = whole.indexOf('\n\n**New Files:**')
  const withTable = (said: string): string[] =>
    told(
      'planning-md',
      `${whole.slice(0, from)}\n${table('| File | Status | Purpose |', '| `warehouse/orders.py` | modified | Takes a lock |', `| \`warehouse/errors.py\` | modified | ${said} |`)}${whole.slice(to)}`
    )

  it('say in their cells what changes', () => {
    expect(withTable('Maps it to 409')).toEqual([])
    expect(withTable('')).toEqual(['Expected what changes under "Modified Files" in "File Interaction Map"'])
  })
})
