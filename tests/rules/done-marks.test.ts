import { describe, expect, test } from 'vitest'
import { told as say } from './small.ts'

const status = { label: 'Status', values: { Active: 'active' as const, Done: 'done' as const } }
const told = (...lines: string[]): string[] => say('status-consistency', { sections: [], fields: [status] }, ...lines)

describe('a title that says done', () => {
  const boxes = ['', '- [x] Read', '- [ ] Write']
  const wrong = (title: string): string[] => [
    `1:1 (warning) Conflicting mark on "${title}": 1 of the boxes below it open`
  ]

  test.each(['Phase 1: Read ✅', 'Phase 1 ✅ COMPLETE!', 'Phase 1 (done)', 'Read — Completed', 'Read: **done**'])(
    '%s',
    title => {
      expect(told(`## ${title}`, ...boxes)).toEqual(wrong(title.replaceAll('**', '')))
    }
  )

  test.each([
    '✅ Configuration',
    'Definition of Done',
    'Phase 1',
    'When it is complete',
    'Until all is done',
    'Read ⏳'
  ])('%s says nothing of the kind', title => {
    expect(told(`## ${title}`, ...boxes)).toEqual([])
  })

  test('a bare mark is an ornament where nothing is ticked; words are none', () => {
    expect(told('## Phase 1 ✅', '', '- [ ] Read', '- [ ] Write')).toEqual([])
    expect(told('## Phase 1: DONE', '', '- [ ] Read', '- [ ] Write')).toHaveLength(1)
  })

  test('what was put off, and what stands below a title of its own for it, may be open', () => {
    expect(told('## Phase 1 ✅', '', '- [x] Read', '- [ ] Write (deferred)', '- [ ] ~~Sort~~')).toEqual([])
    expect(told('## Phase 1 ✅', '', '- [x] Read', '', '### Follow-up', '', '- [ ] Write')).toEqual([])
  })

  test('the innermost is told of', () => {
    expect(told('## Work ✅', '', '### Phase 1 ✅', ...boxes)).toEqual([
      '3:1 (warning) Conflicting mark on "Phase 1 ✅": 1 of the boxes below it open'
    ])
  })
})

describe('a tick above boxes', () => {
  test('that are open is one too many', () => {
    expect(told('- [x] All', '  - [x] Read', '  - [ ] Write')).toEqual([
      '1:3 (warning) Conflicting tick on "All": 1 of the boxes below it open'
    ])
    expect(told('- [ ] All', '  - [x] Read', '  - [ ] Write')).toEqual([])
    expect(told('- [x] All', '- [ ] Write')).toEqual([])
    expect(told('- [x] All', '  - [ ] Write (optional)')).toEqual([])
  })

  test('the innermost is told of, and none that its title tells of', () => {
    expect(told('- [x] All', '  - [x] Half', '    - [ ] Write')).toEqual([
      '2:5 (warning) Conflicting tick on "Half": 1 of the boxes below it open'
    ])
    expect(told('## Work ✅', '', '- [x] All', '  - [ ] Write')).toHaveLength(1)
  })
})

test('where all is to be ticked by now, the boxes are told of for themselves', () => {
  expect(told('**Status**: Done', '', '## Work ✅', '', '- [x] Read', '- [ ] Write')).toEqual([])
})

describe('a box that is given up', () => {
  const done = (item: string): string[] =>
    say(
      'completion-checklist',
      {
        sections: [{ id: 'list', title: 'List', checklist: { ticked: { done: true } } }],
        fields: [status]
      },
      '**Status:** Done',
      '',
      '## List',
      '',
      '- [x] Read',
      item
    )

  test.each(['- [ ] ~~Write~~ not needed', '- [ ] ~~Write~~', '- [ ] Write (dropped)'])('%s', item => {
    expect(done(item)).toEqual([])
  })

  test('is not one that has something struck out in it', () => {
    expect(done('- [ ] Write ~~two~~ three')).toHaveLength(1)
  })
})
