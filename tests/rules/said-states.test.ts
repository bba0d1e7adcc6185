import { describe, expect, test } from 'vitest'
import { told as say } from './small.ts'

const status = { label: 'Status', values: { Active: 'active' as const, Done: 'done' as const } }
const told = (...lines: string[]): string[] => say('status-consistency', { sections: [], fields: [status] }, ...lines)
const table = (row: string, head = '| Phase | Status |'): string[] => [head, '| --- | --- |', row, '']
const list = (...boxes: string[]): string[] => ['## Progress', '', ...boxes, '']

describe('what a table and a title say of one unit', () => {
  test.each([
    ['| Phase 2 | DONE |', '## Phase 2 — NOT STARTED'],
    ['| Phase 2: Weigh | done (2026-05-01) |', '### Phase 2: Weigh (in progress)'],
    ['| Phase 2 | ✅ |', '## Phase 2: Weigh — pending'],
    ['| 🔴 Phase 2 – Weigh it all | not started |', '## Phase 2: Weigh — ✅ COMPLETE 2026-05-17'],
    ['| Phase 2 | **Complete** 2026-05-17 (see [there](there.md)) |', '## 🚧 Phase 2 [WIP]']
  ])('%s against %s', (row, title) => {
    expect(told(...table(row), title)).toEqual([
      expect.stringMatching(/^5:1 \(warning\) Conflicting state of "Phase 2/)
    ])
  })

  test.each([
    ['| Phase 2 | DONE |', '## Phase 3 — NOT STARTED'],
    ['| Phase 2 | DONE |', '## Phase 2 — done'],
    ['| Phase 2 | half of it is done |', '## Phase 2 — NOT STARTED'],
    ['| Phase 1–2 | DONE |', '## Phase 2 — NOT STARTED'],
    ['| Phase 2: Sort | DONE |', '## Phase 2: Weigh — NOT STARTED'],
    ['| Phase 2 | DONE |', '## Phase 2: Work-in-progress']
  ])('%s goes with %s', (row, title) => {
    expect(told(...table(row), title)).toEqual([])
  })

  test('a quiet word in a column of another thing says nothing of the unit', () => {
    expect(told(...table('| Phase 2 | done |', '| Phase | Tests |'), '## Phase 2 — NOT STARTED')).toEqual([])
    expect(told(...table('| Phase 2 | DONE |', '| Phase | |'), '## Phase 2 — NOT STARTED')).toHaveLength(1)
  })

  test('nor does a row of two words, or a table of what was', () => {
    const row = [
      '| Phase | Status | Progress |',
      '| --- | --- | --- |',
      '| Phase 2 | done | pending |',
      '| 3 | | |',
      ''
    ]
    expect(told(...row, '## Phase 2 — NOT STARTED')).toEqual([])
    expect(told('## History', '', ...table('| Phase 2 | not started |'), '## Phase 2 — DONE')).toEqual([])
  })

  test('where two titles have the number, the name tells them apart', () => {
    const titles = ['## Phase 2: Weigh — NOT STARTED', '', '## Phase 2: Sort']
    expect(told(...table('| Phase 2 | DONE |'), ...titles)).toEqual([])
    expect(told(...table('| Phase 2: Weigh | DONE |'), ...titles)).toHaveLength(1)
  })
})

describe('what a box and a title say of one unit', () => {
  test('are compared in both directions', () => {
    expect(told('## Phase 2: Weigh ✅ COMPLETE', '', ...list('- [x] Phase 1', '- [ ] Phase 2'))).toEqual([
      '6:3 (warning) Conflicting state of "Phase 2: Weigh": open in a list, "COMPLETE" in its title'
    ])
    expect(told('## Phase 2 — NOT STARTED', '', ...list('- [ ] Phase 1', '- [x] Phase 2 complete'))).toEqual([
      '6:3 (warning) Conflicting state of "Phase 2": ticked in a list, "NOT STARTED" in its title'
    ])
  })

  test.each([
    '- [ ] Phase 2: tests written',
    '- [ ] Phase 2 reviewed',
    '- [ ] Start after Phase 2',
    '- [ ] ~~Phase 2~~',
    '- [ ] Phase 1-2'
  ])('%s is about another thing', box => {
    expect(told('## Phase 2: Weigh ✅ COMPLETE', '', ...list('- [x] Phase 1', box))).toEqual([])
  })

  test('below a title for tests or the review, boxes are about these', () => {
    expect(told('## Phase 2 ✅ COMPLETE', '', '## Progress of the tests', '', '- [ ] Phase 2')).toEqual([])
    expect(told('## Phase 2 ✅ COMPLETE', '', '## Ask for', '', '- [ ] Phase 2')).toEqual([])
  })

  test('the boxes below a title are told of once', () => {
    expect(told('## Phase 2 ✅ COMPLETE', '', '### Tasks', '', '- [ ] Phase 2 complete')).toEqual([
      '1:1 (warning) Conflicting mark on "Phase 2 ✅ COMPLETE": 1 of the boxes below it open'
    ])
  })
})

test('two boxes of one unit agree', () => {
  expect(told(...list('- [x] Phase 1: Read', '- [x] Phase 2', '- [ ] Phase 1: Read complete'))).toEqual([
    '5:3 (warning) Conflicting state of "Phase 1: Read": open in a list, ticked in a list'
  ])
  expect(told(...list('- [x] Phase 1: Read', '- [ ] Phase 1: Write'))).toEqual([])
})

test('a field of the unit says it, too', () => {
  expect(told('## Phase 1 ✅ DONE', '', '**Status**: not started')).toEqual([
    '3:1 (warning) Conflicting state of "Phase 1": "not started" in a field, "DONE" in its title'
  ])
})

describe('in a plan that is done', () => {
  const done = (...lines: string[]): string[] => told('**Status**: Done', '', ...lines)

  test('no title says that its unit is open', () => {
    expect(done('## Phase 1 — NOT STARTED', '', ...list('- [x] Phase 1'))).toEqual([
      '3:1 (warning) Conflicting state of "Phase 1": "NOT STARTED" in its title while status is Done'
    ])
    expect(done('## Phase 1 — pending', '', '## Phase 2 ⏳ NOT STARTED')).toEqual([
      '3:1 (warning) Conflicting state of "Phase 1" and 1 more: "pending" in its title while status is Done'
    ])
  })

  test('but of one that was put off', () => {
    expect(done('## Phase 1 (deferred) — NOT STARTED', '', '## Phase 2 ⏳')).toEqual([])
  })
})
