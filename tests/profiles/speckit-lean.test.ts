/** The forms of the preset lean, and the files that lie beside a specification: each is what it is, and nothing that the longer form asks for is asked. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { createSiblings } from '../../src/sets/siblings.ts'

const plans = path.join(import.meta.dirname, '../../fixtures/plans')
const home = 'specs/007-letters'
const files = { 'lean-spec': 'spec', 'lean-plan': 'plan', research: 'research', 'data-model': 'data-model' } as const
/** Without what says of which profile it is. */
const read = (name: string): string =>
  fs.readFileSync(path.join(plans, `speckit-${name}/valid-1.md`), 'utf8').replace(/^---\n[^]*?---\n/, '')
const tasks = `# Tasks

## Setup

- [ ] T001 Make the package in sorter/__init__.py

## User Story 1: A simple letter

- [ ] T002 Answer it in sorter/night.py

## User Story 2: The morning

- [ ] T003 Write the list in sorter/list.py
`

describe.each(Object.entries(files))('speckit-%s', (name, file) => {
  const judge = (text: string) => lintText(text, { path: `${home}/${file}.md`, now: Date.UTC(2026, 5, 1) })

  it('is known by its place and its own headings, and has no fault', () =>
    expect(judge(read(name))).toMatchObject({ profile: `speckit-${name}`, recognised: 'certain', findings: [] }))
})

describe('the lean form', () => {
  const judge = (name: 'spec' | 'plan', text: string) =>
    lintText(text, { path: `${home}/${name}.md`, now: Date.UTC(2026, 5, 1) })

  it.each([
    ['spec', 'lean-spec', /## User Scenarios\n[^]*?(?=## Success)/, '', 'required-sections'],
    ['spec', 'lean-spec', /## Overview\n[^]*?(?=## )/, '', 'required-sections'],
    ['spec', 'lean-spec', /## Success[^]*/, '', 'required-sections'],
    ['spec', 'lean-spec', '- **FR-002**', '- **FR-001**', 'step-sequence'],
    ['spec', 'lean-spec', '### User Story 2', '### User Story 3', 'step-sequence'],
    ['spec', 'lean-spec', /- Nine of ten[^]*/, '', 'section-content'],
    ['spec', 'lean-spec', 'names each letter once.', 'names [NEEDS CLARIFICATION: what?]', 'open-questions'],
    ['plan', 'lean-plan', '- Tests by pytest', '- Tests by TBD', 'no-placeholder']
  ] as const)('%s: %s without %s', (file, name, from, to, rule) => {
    const told = judge(file, read(name).replace(from, to)).findings.map(finding => finding.rule)
    expect(told).toEqual([rule])
  })

  it.each([
    ['spec', 'lean-spec', '## Overview\n', '**Feature Branch**: `007-letters`\n\n## Overview\n'],
    ['spec', 'lean-spec', '## User Scenarios', '## User Scenarios & Testing'],
    ['plan', 'lean-plan', '## Design', '## Constitution Check\n\nPasses.\n\n## Design'],
    ['plan', 'lean-plan', '- Python 3.12', '**Language/Version**: Python 3.12\n\n- None']
  ] as const)('%s: is the longer one with its marks: %s, %j → %j', (file, name, from, to) =>
    expect(judge(file, read(name).replace(from, to)).profile).toBe(`speckit-${file}`)
  )

  it('has tasks below the titles of stories', () => {
    const set = { 'spec.md': read('lean-spec'), 'plan.md': read('lean-plan'), 'tasks.md': tasks }
    const siblings = createSiblings(
      Object.fromEntries(Object.entries(set).map(([name, text]) => [`${home}/${name}`, text]))
    )
    const told = (text: string): string[] =>
      lintText(text, { path: `${home}/tasks.md`, siblings }).findings.map(({ message }) => message)
    expect(told(tasks)).toEqual([])
    expect(told(tasks.replace('User Story 2', 'User Story 5'))).toEqual(['Unknown story 5: spec.md has none such'])
    expect(told(tasks.replace('T003', 'T002'))).toEqual(['Duplicate task T002'])
  })
})
