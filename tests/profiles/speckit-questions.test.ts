/** Questions that are marked where they come up, in whatever markup; and what else they are not told as. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

const plans = path.join(import.meta.dirname, '../../fixtures/plans')
const read = (name: string): string => fs.readFileSync(path.join(plans, `speckit-${name}/valid-1.md`), 'utf8')

function told(name: string, from: string, to: string): string[] {
  expect(read(name)).toContain(from)
  return lintText(read(name).replace(from, to), {
    path: `specs/004-night-letters/${name}.md`,
    now: Date.UTC(2026, 5, 1)
  }).findings.map(({ message }) => message)
}

describe('a marked question', () => {
  it.each([
    ['[NEEDS CLARIFICATION: which **tray** is it?]', 'which tray is it?'],
    ['[NEEDS CLARIFICATION: is `tray[0]` the one?]', 'is tray[0] the one?'],
    ['[NEEDS CLARIFICATION: the one of [the plan](plan.md)?]', 'the one of the plan?'],
    ['[NEEDS CLARIFICATION: tray [A] or tray [B]?]', 'tray [A] or tray [B]?'],
    ['[NEEDS CLARIFICATION: a) the left or b) the right?]', 'a) the left or b) the right?'],
    ['[**NEEDS CLARIFICATION**: which tray?]', 'which tray?'],
    ['**[NEEDS CLARIFICATION: which *tray*?]**', 'which tray?'],
    ['[NEEDS CLARIFICATION: which tray of\n  the two?]', 'which tray of the two?'],
    ['[NEEDS CLARIFICATION: it is never closed, [is it?]', 'it is never closed, [is it?']
  ])('%s', (mark, question) =>
    expect(told('spec', '- The tray is emptied every morning.', `- The tray ${mark}`)).toEqual([
      `Unanswered question "${question}"`
    ])
  )

  it.each([
    ['NEEDS CLARIFICATION: which *database*?', 'which database?'],
    ['NEEDS CLARIFICATION: the one of [the spec](spec.md)?', 'the one of the spec?'],
    ['[NEEDS CLARIFICATION: `sqlite` or\n*postgres*?]', 'sqlite or postgres?']
  ])('in place of a value: %s', (mark, question) =>
    expect(told('plan', '**Storage**: N/A', `**Storage**: ${mark}`)).toEqual([`Unanswered question "${question}"`])
  )

  it('is all that is told of a requirement that waits for its answer', () =>
    expect(
      told(
        'spec',
        '- **FR-004**: The list MUST name each letter once.',
        '- **FR-004**: The list [NEEDS CLARIFICATION: has what?]'
      )
    ).toEqual(['Unanswered question "has what?"']))
})

describe('what stands behind an identifier', () => {
  it.each([
    [
      '- **FR-004**: The list MUST name each letter once.',
      '- **NFR-004**: The list is on one page.',
      'Missing MUST, SHALL or SHOULD in requirement "NFR-004"'
    ],
    [
      '- **SC-001**: Nine of ten simple letters are answered before eight.',
      '- **SC-001**: <!-- a figure -->',
      'Missing text of criterion "SC-001"'
    ]
  ])('%s → %s', (from, to, message) => expect(told('spec', from, to)).toEqual([message]))
})

describe('a task list', () => {
  it('without a task is told once, with the form that tools read', () => {
    const text = read('tasks').replace(/^- \[[ xX]\].*\n(?: {2}.*\n)*/gm, '')
    const { findings } = lintText(text, { path: 'specs/004-night-letters/tasks.md' })
    expect(findings.map(({ rule, help }) => [rule, help])).toContainEqual([
      'task-format',
      'Write each task as a box: "- [ ] T001 …"'
    ])
  })
})
