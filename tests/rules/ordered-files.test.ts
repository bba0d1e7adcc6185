/** What steps order to do with a file, or say they leave alone, against what is drawn of it. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { planFixtures } from './load.ts'

const plans = new Map(planFixtures().map(({ id, name, text }) => [`${id} ${name}`, text]))
type Edit = [from: string, to: string]

/** What the rule says of a valid plan with pieces written otherwise. */
function told(profile: string, ...edits: Edit[]): string[] {
  let text = plans.get(`${profile} valid-1.md`)!
  for (const [from, to] of edits) {
    expect(text).toContain(from)
    text = text.replace(from, () => to)
  }
  return lintText(text, { forced: profile, path: 'a-plan.md' })
    .findings.filter(({ rule }) => rule === 'file-coverage')
    .map(({ message, place }) => `${place.start.line} ${message}`)
}

const same = (path: string, mark: string, other: string, where: string): string =>
  `Conflicting status of "${path}": ${mark} here, ${other} in ${where}`

describe('an order in the text of a step', () => {
  const drawn: Edit = ['canvas.kt            <modified>', 'canvas.kt            <unchanged>']
  const entry: Edit = ['#### `app/drawing/canvas.kt` (modified)', '#### `app/drawing/canvas.kt`']
  const act = (text: string): Edit => ['1. Keep the bitmap', `1. ${text}. Keep the bitmap`]
  const path = 'app/drawing/canvas.kt'
  const tree = 'the directory tree'

  it.each([
    ['Modify `app/drawing/canvas.kt`', 'modified'],
    ['Update the file `canvas.kt`', 'modified'],
    ['Add the buffer to `app/drawing/canvas.kt`', 'modified'],
    ['Create `app/drawing/canvas.kt`', 'new'],
    ['Delete `app/drawing/canvas.kt`', 'deleted']
  ])('contradicts a tree that leaves the file alone: %s', (text, mark) => {
    const name = /`([^`]+)`/.exec(text)![1]!
    expect(told('design-plan', drawn, entry, act(text))).toEqual([`97 ${same(name, mark, 'unchanged', tree)}`])
  })

  it('contradicts a tree in which a file that it creates is there', () =>
    expect(told('design-plan', act(`Create \`${path}\``))).toEqual([`97 ${same(path, 'new', 'modified', tree)}`]))

  it.each([
    'Read `app/drawing/canvas.kt`',
    'Do not change `app/drawing/canvas.kt`',
    'Remove `app/drawing/canvas.kt` from the list of exports',
    'Add `app/drawing/canvas.kt` to the list of exports'
  ])('is none about the file, or none to change it: %s', text =>
    expect(told('design-plan', drawn, entry, act(text))).toEqual([])
  )

  it('contradicts what another place than the step says once, whoever repeats it', () =>
    expect(
      told('design-plan', drawn, entry, act(`Modify \`${path}\``), [
        '1. Add both buttons',
        `1. Modify \`${path}\`. Add both buttons`
      ])
    ).toEqual([`97 ${same(path, 'modified', 'unchanged', tree)}`]))

  it('holds in the other dialects', () => {
    expect(told('task-plan', ['# Updated: asks', '# Unchanged: asks'])).toHaveLength(1)
    expect(
      told(
        'task-plan',
        ['# Updated: asks', '# Existing: asks'],
        ['| `mapview/loader.py` | Modify | Pending: asks the cache |\n', ''],
        ['- [ ] Wire it up in `mapview/loader.py`', '- [ ] Create `mapview/loader.py`']
      )
    ).toEqual([expect.stringContaining(same('mapview/loader.py', 'new', 'existing', 'the file tree'))])
    expect(
      told(
        'backlog-plan',
        ['- `src/importer/reader.py`\n', '- `src/importer/reader.py` (unchanged)\n'],
        ['- Show them below', '- Modify `src/importer/reader.py`.\n- Show them below']
      )
    ).toEqual([expect.stringContaining(same('src/importer/reader.py', 'unchanged', 'modified', 'the same item'))])
    expect(told('generic', ['night.ts       <new>', 'night.ts       <existing>'])).toEqual([
      expect.stringContaining(same('src/night.ts', 'new', 'existing', 'the directory tree'))
    ])
  })
})

describe('work that leaves a file alone', () => {
  it.each<[string, string, Edit]>([
    [
      'design-plan',
      'app/drawing/canvas.kt',
      ['**Files**: `app/drawing/canvas.kt`', '**Files**: `app/drawing/canvas.kt` (unchanged)']
    ],
    ['planning-md', 'warehouse/orders.py', ['`warehouse/orders.py` (modify)', '`warehouse/orders.py` (unchanged)']],
    [
      'handoff-plan',
      'service/src/interfaces/search.py',
      ['search.py`** (ask the throttle first)', 'search.py`** (unchanged)']
    ]
  ])('contradicts a change that no other work makes: %s', (profile, path, edit) =>
    expect(told(profile, edit)).toEqual([expect.stringContaining(`"${path}": unchanged here, modified in`)])
  )

  it('may leave it to other work', () =>
    expect(
      told('design-plan', [
        '**Files**: `app/drawing/toolbar.kt`',
        '**Files**: `app/drawing/toolbar.kt`, `app/drawing/canvas.kt` (unchanged)'
      ])
    ).toEqual([]))
})

describe('an action label without the label "Files"', () => {
  it('names a file of the step, which must be drawn as any other', () =>
    expect(
      told('design-plan', ['1. Keep the bitmap', '1. Modify: `app/drawing/brush.kt`\n2. Keep the bitmap'])
    ).toEqual(['97 Missing "app/drawing/brush.kt" in the directory tree']))
})

describe('a file in both lists of a scope', () =>
  it('is told once, wherever else it is missing', () =>
    expect(
      told('advisor-plan', [
        '- `tests/lending/test_desk.py`\n',
        '- `tests/lending/test_desk.py`\n- `lending/porter.py`\n'
      ])
    ).toEqual([expect.stringContaining('Conflicting "lending/porter.py": out of scope there, in scope here')])))

describe('a summary', () =>
  it('of what was created orders nothing', () =>
    expect(
      told('design-plan', [
        '1. Add both buttons',
        '1. Report it:\n   - Deleted: `app/drawing/undo.md`\n2. Add both buttons'
      ])
    ).toEqual([])))
