/** Sets of which one file lost what others refer to, tasks that stand twice, and steps that are one bold line. */
import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createSiblings } from '../../src/index.ts'
import { lintText } from '../../src/lint/linter.ts'

const plan = (name: string): string => fs.readFileSync(`fixtures/plans/${name}.md`, 'utf8')
const told = (path: string, files: Record<string, string>): string[] =>
  lintText(files[path]!, { path, siblings: createSiblings(files) }).findings.map(
    ({ severity, rule, message }) => `${severity} ${rule} ${message}`
  )

describe('what tasks refer to is gone', () => {
  const [requirements, letters] = ['.kiro/specs/a/requirements.md', '.kiro/specs/a/tasks.md']
  const whole = plan('kiro-requirements/valid-1')
  const heading = whole.indexOf('## Requirements\n')

  test.each([
    ['the section of the requirements', whole.slice(0, heading)],
    ['all that stands below its heading', whole.slice(0, heading + '## Requirements\n'.length)]
  ])('%s, beside a glossary', (_, left) => {
    const files = { [requirements]: left, [letters]: plan('kiro-tasks/valid-1') }
    expect(told(letters, files)).toEqual([
      'error traceability Unknown criterion 1.1: requirements.md has nothing in it that could be one'
    ])
  })

  test('a list of another form beside the glossary may be what is meant', () => {
    const files = {
      [requirements]: `${whole.slice(0, heading)}## Wishes\n\n- Letters are read at night\n`,
      [letters]: plan('kiro-tasks/valid-1')
    }
    expect(told(letters, files)).toEqual([])
  })

  const [spec, tasks] = ['specs/001-a/spec.md', 'specs/001-a/tasks.md']
  const naming = plan('speckit-tasks/valid-1').replace(/^(- \[.\] T005 .*)$/m, '$1 for FR-001')
  const full = plan('speckit-spec/valid-1')

  test('the functional requirements of a specification', () => {
    expect(told(tasks, { [spec]: full, [tasks]: naming })).toEqual([])
    const cut = full.replaceAll(/^- \*\*FR-.*\n/gm, '')
    expect(told(tasks, { [spec]: cut, [tasks]: naming })).toEqual([
      'error traceability Unknown requirement FR-001: spec.md has nothing in it that could be one'
    ])
  })

  test('requirements that stand in another section are there', () => {
    const moved =
      full.replaceAll(/^- \*\*FR-.*\n/gm, '') + '\n## Rules\n\n- **FR-001**: Letters MUST be answered once.\n'
    expect(told(tasks, { [spec]: moved, [tasks]: naming })).toEqual([])
  })
})

test('of two tasks with one identifier the first is depended on', () => {
  const path = 'specs/001-a/tasks.md'
  const text = plan('speckit-tasks/valid-1')
  const again = (id: string): string => text.replace(/^(- \[.\] T005 .*\n)/m, `$1- [ ] ${id} Read it again\n`)
  const order = (of: string): string[] => told(path, { [path]: of }).filter(each => each.includes('step-'))
  expect(order(again('T003'))).toEqual(['error step-sequence Duplicate task T003'])
})

test('a step that is one bold line says as much as the same words in a box', () => {
  const path = 'docs/superpowers/plans/2026-06-01-letters.md'
  const of = (step: string): string =>
    `# Letters Implementation Plan\n\n**Goal:** Answer letters at night.\n\n**Architecture:** One program reads the box.\n\n**Tech Stack:** Python 3.12\n\n---\n\n### Task 1: The box\n\n**Files:**\n- Create: \`sorter/box.py\`\n\n${step}\n\n**Step 2: Look at it**\n\nRun: \`python -m pytest\`\nExpected: PASS\n`
  expect(told(path, { [path]: of('**Step 1: Write the reader of the box, with its limit**') })).toEqual([])
  expect(told(path, { [path]: of('**Step 1:**') })).not.toEqual([])
})
