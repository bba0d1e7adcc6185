/** Boxes as people write them, in every dialect that has checklists. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/fix/edits.ts'
import { lintText } from '../../src/lint/linter.ts'
import type { Finding } from '../../src/types.ts'

/** A checklist item of a valid plan, with its box. */
const places: Record<string, string> = {
  'planning-md': '- [x] Every edge case has a defined action.',
  'handoff-plan': '- [ ] Phase 2: Route',
  'task-plan': '- [ ] **Scalable patterns**: a million tiles are no problem'
}

function judge(forced: string, line: (item: string) => string, edit = (text: string) => text): [string, Finding[]] {
  const item = places[forced]!
  const text = readFileSync(`fixtures/plans/${forced}/valid-1.md`, 'utf8')
  const edited = edit(text.replace(item, line(item.replace(/^- \[.\] /, ''))))
  return [edited, lintText(edited, { forced, path: 'a.md' }).findings]
}

const lineOf = (text: string, piece: string): number => text.slice(0, text.indexOf(piece)).split('\n').length

describe.each(Object.keys(places))('in %s', forced => {
  test.each([
    ['- [] ', '- [ ] '],
    ['- [  ] ', '- [ ] '],
    ['-[ ] ', '- [ ] '],
    ['-[x] ', '- [x] '],
    ['-[x]', '- [x] '],
    ['- [ x ] ', '- [x] '],
    ['- [x ] ', '- [x] '],
    ['- [✓] ', '- [x] '],
    ['- [✔] ', '- [x] '],
    ['- [✅] ', '- [x] '],
    ['- [☐] ', '- [ ] '],
    ['- [⬜] ', '- [ ] '],
    ['- [☑] ', '- [x] '],
    ['- ☑ ', '- [x] '],
    ['- ☐ ', '- [ ] ']
  ])('%j is surely %j', (odd, written) => {
    const [text, findings] = judge(forced, item => `${odd}${item}`)
    const rest = findings.filter(({ rule }) => rule !== 'status-consistency')
    expect(rest.map(({ rule, messageId, place }) => [rule, messageId, place.start.line])).toEqual([
      ['completion-checklist', 'odd', lineOf(text, odd)]
    ])
    const [fix] = rest[0]!.fixes!
    expect(fix!.safe).toBe(true)
    expect(applyEdits(text, fix!.edits).text).toBe(judge(forced, item => `${written}${item}`)[0])
  })

  test('an item without a box among boxes is told once, and not as one that is gone', () => {
    const [text, findings] = judge(forced, item => `- ${item}`)
    expect(findings.map(({ rule, messageId, place }) => [rule, messageId, place.start.line])).toEqual([
      [
        'completion-checklist',
        'unboxed',
        lineOf(text, `\n${places[forced]!.replace('[x] ', '').replace('[ ] ', '')}`) + 1
      ]
    ])
    const [fix] = findings[0]!.fixes!
    expect(fix!.safe).toBe(false)
    expect(applyEdits(text, fix!.edits).text).toBe(judge(forced, item => `- [ ] ${item}`)[0])
  })

  test.each([
    ['- %s (deferred to the next release)', 'says that it is put off'],
    ['- For reviewers:', 'is a title'],
    ['- ~~%s~~', 'is struck out']
  ])('an item without a box: %j %s', (line, _) => {
    const [, findings] = judge(forced, item => `- [ ] ${item}\n${line.replace('%s', 'Write to the press')}`)
    expect(findings.filter(({ messageId }) => messageId === 'unboxed')).toEqual([])
  })

  test.each(['- [y] ', '- [done] ', '- [ok] ', '- [OK] ', '- [Yes] '])('%j may be done: a person decides', odd => {
    const [text, findings] = judge(forced, item => `${odd}${item}`)
    const told = findings.filter(({ rule }) => rule === 'completion-checklist')
    expect(told.map(({ messageId, place }) => [messageId, place.start.line])).toEqual([['odd', lineOf(text, odd)]])
    expect(told[0]!.fixes).toMatchObject([{ title: 'Write "[x]"', safe: false }])
  })

  test.each(['- [n] ', '- [N] ', '- [no] '])('%j may be open: a person decides', odd => {
    const [text, findings] = judge(forced, item => `${odd}${item}`)
    const told = findings.filter(({ rule }) => rule === 'completion-checklist')
    expect(told.map(({ messageId, place }) => [messageId, place.start.line])).toEqual([['odd', lineOf(text, odd)]])
    expect(told[0]!.fixes).toMatchObject([{ title: 'Write "[ ]"', safe: false }])
  })

  test('a box in bold is named as it is written', () => {
    const [text, findings] = judge(forced, item => `- **[✓]** ${item}`)
    const [told] = findings.filter(({ rule }) => rule === 'completion-checklist')
    expect(told!.message).toMatch(/^Unknown box "\[✓\]" on /)
    expect(text.slice(told!.place.start.offset, told!.place.end.offset)).toBe('[✓]')
    expect(told!.fixes).toBeUndefined()
  })

  test.each(['- [/] ', '- [>] ', '- [!] ', '- [?] ', '- ☒ ', '- [■] ', '- [🔥] ', '- [n/a] '])(
    '%j says neither',
    odd => {
      const [text, findings] = judge(forced, item => `${odd}${item}`)
      expect(findings.map(({ rule, messageId, place }) => [rule, messageId, place.start.line])).toEqual([
        ['completion-checklist', 'odd', lineOf(text, odd)]
      ])
      expect(findings[0]!.fixes).toBeUndefined()
    }
  )

  test('three of them are one finding', () => {
    const [, findings] = judge(
      forced,
      item => `- [ ] ${item}`,
      text => text.replace(/^- \[.\] (?=\S)/gm, '- [✓] ')
    )
    const odd = findings.filter(({ messageId }) => messageId.startsWith('odd'))
    expect(odd[0]!.messageId).toBe('oddBoxes')
    expect(odd.length).toBeLessThanOrEqual(2)
    expect(odd[0]!.related!.length).toBeGreaterThan(1)
  })
})

test.each(['[-]', '[~]', '[ ]'])('%s is open: not so while the status says done', box => {
  const done = (text: string): string =>
    text.replace('**Status:** Planning Complete', '**Status:** Completed').replaceAll('- [ ]', '- [x]')
  const [, findings] = judge(
    'handoff-plan',
    item => `- ▢ ${item}`,
    text => done(text).replace('- ▢', `- ${box}`)
  )
  expect(findings.map(({ rule, messageId }) => [rule, messageId])).toContainEqual(['completion-checklist', 'unchecked'])
})

test.each([
  '- [P] Beside it',
  '- [WIP] In work',
  '- [N] a new file\n- [M] one that is changed',
  '- [yes] in a browser\n- [no] in a terminal',
  '- [1] A source',
  '- [a link](b.md)',
  '- `[]` is empty',
  '- ✅ It is done',
  '- [link]: it'
])('%j has no box', line => {
  const [, findings] = judge(
    'task-plan',
    item => `- [ ] ${item}`,
    text => text.replace(/(## Next Steps[^\n]*\n)/, `$1\n${line}\n`)
  )
  expect(findings).toEqual([])
})

/** A box of a task list, as tools of the format lose it. */
describe.each([
  ['openspec-tasks', '1.3 Show a lamp when the box is full', 'openspec/changes/a/tasks.md'],
  ['kiro-tasks', '1.1 ', '.kiro/specs/a/tasks.md'],
  ['speckit-tasks', 'T002 ', 'specs/001-a/tasks.md'],
  ['superpowers-plan', '**Step 2: ', 'docs/superpowers/plans/a.md']
])('a task of %s', (forced, title, path) => {
  const valid = readFileSync(`fixtures/plans/${forced}/valid-1.md`, 'utf8')
  const withBox = (box: string): string =>
    valid.replace(new RegExp(`- \\[[ x]\\] (?=${title.replace(/\*/g, '\\*')})`), box)
  const told = (box: string): string[] =>
    lintText(withBox(box), { forced, path })
      .findings.filter(({ messageId }) => messageId === 'odd' || messageId === 'box')
      .map(({ message }) => message.replace(/ on .*/, ''))

  test.each(['[☐]', '[ok]', '[N]', '[✔]', '[yes]', '[⬜]'])('%s is no box', box => {
    expect(withBox(`- ${box} `)).not.toBe(valid)
    expect(told(`- ${box} `)).toEqual([`Unknown box "${box}"`])
  })

  test.each(['[-]', '[~]', '[P]', '[WIP]', '[ok](a.md)', '[US1]'])('%s is none of these', box => {
    expect(told(`- ${box} `)).toEqual([])
  })
})

test('a group in which every task has an answer for a box is told by its numbers', () => {
  const text = '# Tasks\n\n## 1. Box\n\n- [ ] 1.1 Read a tag\n\n## 2. Lamp\n\n- [ok] 2.1 Show it\n'
  const { findings } = lintText(text, { forced: 'openspec-tasks', path: 'openspec/changes/a/tasks.md' })
  expect(findings.map(({ messageId, place }) => [messageId, place.start.line])).toContainEqual(['box', 9])
})

describe('tasks with such boxes, of which tools lose each', () => {
  const tasks = (...boxes: string[]): string =>
    `## 1. Mail\n\n${boxes.map((box, i) => `- ${box} 1.${i + 1} Write it\n`).join('')}- [ ] 1.${boxes.length + 1} Test it\n`
  const judged = (...boxes: string[]): Finding[] =>
    lintText(tasks(...boxes), { forced: 'openspec-tasks', path: 'a.md' }).findings
  const mended = (...boxes: string[]): string =>
    applyEdits(
      tasks(...boxes),
      judged(...boxes).flatMap(({ fixes = [] }) => fixes.filter(({ safe }) => safe).flatMap(({ edits }) => edits))
    ).text

  test.each([
    ['two', ['[]', '[]'], ['[ ]', '[ ]'], 2],
    ['three', ['[]', '[]', '[]'], ['[ ]', '[ ]', '[ ]'], 1],
    ['three and one that is done', ['[]', '[]', '[✓]', '[]'], ['[ ]', '[ ]', '[x]', '[ ]'], 2],
    ['as many that are done', ['[✓]', '[✔]', '[✓]', '[]', '[]', '[]'], ['[x]', '[x]', '[x]', '[ ]', '[ ]', '[ ]'], 2],
    ['some of which a person decides', ['[]', '[y]', '[]', '[]'], ['[ ]', '[y]', '[ ]', '[ ]'], 2]
  ])('%s: all are mended', (_, odd, written, findings) => {
    expect(judged(...odd)).toHaveLength(findings)
    expect(mended(...odd)).toBe(tasks(...written))
  })

  test('no remedy unticks what is done', () =>
    expect(judged('[✓]', '[]', '[]', '[]').map(({ place, help }) => [place.start.line, help])).toEqual([
      [3, 'Write "- [x] …"'],
      [4, 'Write "- [ ] …"']
    ]))
})

describe('a box of a task, where there is a completion checklist as well, or none', () => {
  const told = (forced: string, text: string): string[] =>
    lintText(text, { forced, path: 'a.md' })
      .findings.filter(({ messageId }) => messageId === 'odd' || messageId === 'box')
      .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`)
  const task = 'warning task-format: Unknown box "-[ ]" on "Compare the sums"'

  test('in a plan without a template', () =>
    expect(told('generic', '# Move\n\n## Step 1: Copy\n\n- [ ] Copy it\n-[ ] Compare the sums\n')).toEqual([task]))

  test('in the log of an ExecPlan', () =>
    expect(
      told('execplan', '# Move\n\n## Progress\n\n- [x] (2026-01-01 07:18Z) Copy it\n-[ ] Compare the sums\n')
    ).toEqual([task]))

  test('beside the steps of a plan with a checklist', () =>
    expect(told('task-plan', '# Move\n\n## Notes\n\n- [ ] Copy it\n-[ ] Compare the sums\n')).toEqual([task]))

  test("the box of a checklist about the whole is the checklist's", () =>
    expect(
      told('advisor-plan', '# Plan 001: Move\n\n## Done criteria\n\n- [ ] Copied\n-[ ] Compare the sums\n')
    ).toEqual(['error completion-checklist: Unknown box "-[ ]" on "Compare the sums"']))
})
