/** A task that waits for a later one: what the help offers can be done, and brings no other finding. */
import { expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

const head = ['# Tasks: Relay', '', '## Phase 1: Setup', '', '- [ ] T001 Write the stub in `src/stub.js`', '']
const phase = (number: number, story: number, ...tasks: string[]): string[] => [
  `## Phase ${number}: User Story ${story} - Show it (Priority: P${story})`,
  '',
  '**Independent Test**: `node --test` passes.',
  '',
  ...tasks.map(task => `- [ ] ${task}`),
  ''
]
const told = (lines: readonly string[]): (string | undefined)[] =>
  lintText(lines.join('\n'), { forced: 'speckit-tasks' }).findings.map(({ rule, help }) => `${rule}: ${help}`)

const t002 = 'T002 [US1] Send it in `src/send.js` (depends on T003)'

test('in one phase it can be moved', () => {
  const t003 = 'T003 [US1] Fold it in `src/fold.js`'
  expect(told([...head, ...phase(2, 1, t002, t003)])).toEqual([
    'step-order: Move T002 behind T003, or take the dependency out'
  ])
  expect(told([...head, ...phase(2, 1, t003, t002)])).toEqual([])
})

test('a task of a story stays in the phase of its story', () => {
  const t003 = 'T003 [US2] Fold it in `src/fold.js`'
  expect(told([...head, ...phase(2, 1, t002), ...phase(3, 2, t003)])).toEqual(['step-order: Take the dependency out'])
  expect(told([...head, ...phase(2, 1, t002.replace(/ \(.*/, '')), ...phase(3, 2, t003)])).toEqual([])
})
