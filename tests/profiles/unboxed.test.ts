/** Tasks that lost their box among others: each is told of once, as that, and counts with the others. */
import { describe, expect, it } from 'vitest'
import numbers from '../../rules/step-sequence/index.ts'
import rule from '../../rules/task-format/index.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Dialect } from '../rules/by-profile.ts'
import { brief, findingsBy, findingsOf, told } from '../rules/by-profile.ts'

const dialect = (units: UnitSpec): Dialect => ({ sections: [{ id: 'work', title: 'Work', units }] })
const byId: UnitSpec = { role: 'task', form: ['box'], min: 0, id: { shape: 'T##' } }
const byWord: UnitSpec = { role: 'step', words: ['Step'], form: ['box', 'bold'], number: 1, min: 0 }

/** What both rules say of lists below "Work". */
const of = (units: UnitSpec, ...lines: string[]): string[] =>
  [rule, numbers].flatMap(each => brief(findingsBy(each, dialect(units), `## Work\n\n${lines.join('\n')}\n`)))

describe('an item without a box', () => {
  const lost = (line: number, title: string): string =>
    `${line} Missing box on task "${title}": tools that go by boxes lose it`

  it.each([
    ['last', ['- [ ] T01 Sow', '- [ ] T02 Water', '- T03 Reap'], [lost(5, 'T03 Reap')]],
    ['in between', ['- [ ] T01 Sow', '- T02 Water', '- [x] T03 Reap'], [lost(4, 'T02 Water')]],
    ['first, in bold', ['- **T01** Sow', '- [ ] T02 Water'], [lost(3, 'T01 Sow')]],
    ['with a number again', ['- [ ] T01 Sow', '- [ ] T02 Water', '- T02 needs T01'], []],
    ['without its identifier', ['- [ ] T01 Sow', '- Water the T01 rows'], []],
    ['struck', ['- [ ] T01 Sow', '- ~~T02 Water~~'], []],
    ['in another list', ['- [ ] T01 Sow', '', 'Left out:', '', '- T02 Water'], []],
    ['below another', ['- [ ] T01 Sow', '  - T02 goes with it'], []],
    ['where none has one', ['- T01 Sow', '- T02 Water'], []]
  ])('%s', (_, lines, expected) => {
    expect(of(byId, ...lines)).toEqual(expected)
  })

  it('is asked for its box', () => {
    expect(told(findingsBy(rule, dialect(byId), '## Work\n\n- [ ] T01 Sow\n- T02 Water\n'))).toEqual([
      '4 warning Missing box on task "T02 Water": tools that go by boxes lose it → Write "- [ ] …" while it is open, "- [x] …" once it is done'
    ])
  })
})

describe('a step without a box', () => {
  const lost = (line: number, title: string): string =>
    `${line} Missing box on step "${title}": tools that go by boxes lose it`
  const code = '\n```sh\nmake\n```\n'

  it.each([
    [
      'between fences',
      ['- [ ] **Step 1: Sow**', code, '- **Step 2: Water**', code, '- [ ] **Step 3: Reap**'],
      [lost(9, 'Step 2: Water')]
    ],
    ['last', ['- [ ] **Step 1: Sow**', code, '- Step 2: Water'], [lost(9, 'Step 2: Water')]],
    [
      'of another text',
      ['- **Step 2a** of the manual', '- **Step 5**, too', '', '- [ ] **Step 3.1: Sow**', '- [ ] **Step 3.2: Reap**'],
      []
    ],
    ['named again', ['- [ ] **Step 1: Sow**', '- [ ] **Step 2: Reap**', '- Step 1: done in May'], []],
    ['not in the row', ['- [ ] **Step 1: Sow**', '- Step 4 of the manual', '- [ ] **Step 2: Reap**'], []]
  ])('%s', (_, lines, expected) => {
    expect(of(byWord, ...lines)).toEqual(expected)
  })
})

describe('tasks with others inside', () => {
  const kiro = (...lines: string[]): string[] =>
    [rule, numbers].flatMap(each =>
      brief(findingsOf(each, 'kiro-tasks', `# Implementation Plan\n\n${lines.join('\n')}\n`))
    )

  it('hold them without their box, too', () => {
    expect(kiro('- [ ] 1. Sow', '  - [ ] 1.1 Dig', '- 2. Reap', '  - [ ] 2.1 Cut', '- [ ] 3. Sell')).toEqual([
      '5 Missing box on task "2. Reap": tools that go by boxes lose it'
    ])
    expect(kiro('- [ ] 1. Sow', '  - [ ] 1.1 Dig', '  - 1.2 Rake', '- [ ] 2. Reap')).toEqual([
      '5 Missing box on sub-task "1.2 Rake": tools that go by boxes lose it'
    ])
  })

  it('are found once, whatever holds them', () => {
    const text = '# Tasks: Rows\n\n## Phase 1: Setup\n\n- [ ] T001 Sow\n- T002 Water\n- [ ] T003 Reap\n'
    expect([rule, numbers].flatMap(each => brief(findingsOf(each, 'speckit-tasks', text)))).toEqual([
      '6 Missing box on task "T002 Water": tools that go by boxes lose it'
    ])
  })
})
