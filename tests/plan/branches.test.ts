/** A choice between two ways, what is tracked by a checklist, and what a section's content lacks. */
import { describe, expect, test } from 'vitest'
import { branchDefects, strayBranches } from '../../rules/section-content/branch.ts'
import type { DemandDefect } from '../../src/checks/demands/demand-defects.ts'
import { demandDefects } from '../../src/checks/demands/demand-defects.ts'
import { findItem, missingItems, trackingDefects } from '../../src/checks/tracking.ts'
import type { Demand, SectionSpec, UnitSpec } from '../../src/profiles/schema.ts'
import { at, planned } from './planned.ts'

describe('a choice', () => {
  const fields = [{ label: 'Today', fields: [{ label: 'Costs' }, { label: 'Delays' }] }, { label: 'Later' }]
  const sections: SectionSpec[] = [
    {
      id: 'kind',
      title: 'Kind',
      choice: { change: ['Change', 'Modify'], new: ['New'], nowhere: ['Other'] }
    },
    { id: 'change', title: 'Change', required: false, fields },
    { id: 'new', title: 'New', required: false, fields },
    { id: 'rest', title: 'Rest', required: false }
  ]
  const read = (text: string): string[] => {
    const plan = planned(text, {
      sections,
      placeholders: ['[Name]', '*Say here what it is for.*']
    })
    const stray = [...strayBranches(plan)].map(({ spec }) => spec.id)
    return branchDefects(plan.section('kind')!, plan).map(({ kind, place, count, branch, box, instead = [] }) => {
      expect(stray).toEqual((kind === 'other' ? [branch!] : instead).map(({ spec }) => spec.id))
      return [kind, at(place, plan), count, branch?.spec.id ?? '-', box?.text ?? '-'].join(' ')
    })
  }
  const kind = (...boxes: string[]): string => `## Kind\n\n${boxes.map(box => `- ${box}`).join('\n')}\n\n`
  const change = '## Change\n\n**Today:** slow\n\n'

  test.each([
    ['ticked and filled in', kind('[x] Modify it', '[ ] new') + change, []],
    ['nothing ticked', kind('[ ] Else', '[ ] New') + change, ['none [ ] 0 - -']],
    ['no box at all', '## Kind\n\nSome.', ['none ## Kind 0 - -']],
    ['a box that is no option', kind('[x] Else', '[x] A new one') + change, ['none ## Kind 0 - -']],
    ['two ticked', kind('[x] New', '[x] Change'), ['many [x] 2 - Change']],
    ['in doubt, none', kind('[-] Change', '[ ] New'), ['none [-] 0 - -']],
    ['leads nowhere', kind('[ ] New', '[x] Other'), []],
    ['its branch is absent', kind('[x] New'), ['absent [x] 1 new New']],
    ['its branch is empty', `${kind('[x] New')}## New`, ['unfilled ## New 1 new New']],
    ['another branch is filled in', kind('[x] Other') + change, ['other ## Change 1 change Other']],
    [
      'another branch by an inner field alone',
      `${kind('[x] Other')}## Change\n\n**Today:**\n- **Costs:** much`,
      ['other ## Change 1 change Other']
    ],
    [
      'another branch with words, but in none of its fields',
      `${kind('[x] Other')}## Change\n\nWords.\n\n**Today:**`,
      []
    ],
    ['another branch as the template has it', `${kind('[x] Other')}## Change\n\n**Today:** [Name]`, []],
    [
      'another branch with a sentence of the template',
      `${kind('[x] Other')}## Change\n\nSay here what it is for.\n\n**Today:** slow`,
      ['other ## Change 1 change Other']
    ],
    [
      'something left elsewhere',
      `TBD\n\n${kind('[x] Other')}${change}## Rest\n\nTBD`,
      ['other ## Change 1 change Other']
    ],
    ['of two defects, what is missing is told', kind('[x] New') + change, ['absent [x] 1 new New']],
    ['no section', change, []]
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('only where the profile has one', () => {
    const plan = planned(kind('[ ] Change') + change, { sections })
    expect(branchDefects(plan.section('change')!, plan)).toEqual([])
  })
})

describe('items of a checklist', () => {
  const boxes = (...texts: string[]): ReturnType<typeof planned>['outline']['checkboxes'] =>
    planned(texts.map(text => `- [ ] ${text}`).join('\n')).outline.checkboxes

  test.each([
    [['Tests are green'], ['All tests are green'], []],
    [['Tests are green'], ['Tests'], ['Tests are green']],
    [['Tests are green'], ['Tests: GREEN!'], []],
    [['Tests are green'], [], ['Tests are green']],
    [['Docs updated', 'Docs reviewed'], ['Docs updated'], ['Docs reviewed']],
    [['Docs updated', 'Docs reviewed'], ['Docs reviewed', 'Docs updated'], []],
    [['Docs updated'], ['Docs rewritten'], ['Docs updated']],
    [['Ask all of us'], ['ask-all'], []],
    [['Ask all of us'], ['of us'], ['Ask all of us']],
    [['of us'], ['of us'], ['of us']],
    [['One two three four five six'], ['one two'], ['One two three four five six']],
    [['One two three four five six'], ['one two three'], []],
    [['Same', 'Same'], ['Same'], ['Same']],
    [['Red green'], ['red blue', 'red green'], []]
  ])('%j in %j: missing %j', (items, texts, missing) => {
    expect(missingItems(items, boxes(...texts))).toEqual(missing)
  })

  test('one is found again', () => {
    expect(findItem('Tests are green', boxes('Docs', 'Tests green', 'All tests are green'))?.text).toBe('Tests green')
    expect(findItem('Tests are green', boxes('Docs'))).toBeUndefined()
  })
})

describe('units that a checklist tracks', () => {
  const units: UnitSpec = {
    role: 'phase',
    words: ['Phase', 'Stage'],
    form: ['heading', 'any-heading'],
    number: false
  }
  const tracking = (list: string[], titles: string[], more: Partial<SectionSpec> = {}): string[] => {
    const plan = planned(
      `${titles
        .map(title => `### ${title}\n\nGo.\n`)
        .join('\n')
        .replace(/^/, '## Phases\n\n')}\n## Status\n\n${list.map(item => `- [ ] ${item}`).join('\n')}`,
      {
        sections: [
          { id: 'phases', title: 'Phases', units },
          { id: 'status', title: 'Status', checklist: { units: 'phase' }, ...more }
        ]
      }
    )
    return trackingDefects(plan.section('status')!, plan).map(
      ({ name, unit, box }) =>
        `${name} ${!unit ? `knows no ${box!.text}` : box ? `${unit.part.title} is called ${box.text}` : `lacks ${unit.part.title}`}`
    )
  }

  test.each([
    [['Phase 1', 'phase 2: dropped'], ['Phase 1: Cache', 'Phase 2: Drop'], []],
    [['Phase 1', 'phase 2: done'], ['Phase 1: Cache', 'Phase 2: Drop'], []],
    [
      ['Phase 1', 'phase 2: whatever'],
      ['Phase 1: Cache', 'Phase 2: Drop'],
      ['phase Phase 2: Drop is called phase 2: whatever']
    ],
    [['Cache built', 'The drop'], ['Phase 1: Cache', 'Phase 2: Drop'], []],
    [['Phase 1'], ['Phase 1: Cache', 'Phase 2: Drop'], ['phase lacks Phase 2: Drop']],
    [['Phase 1', 'Phase 3'], ['Phase 1: Cache'], ['phase knows no Phase 3']],
    [['Phase 1', 'Stage 3'], ['Phase 1: Cache'], ['phase knows no Stage 3']],
    [['Phase 1', 'Step 3', 'Review'], ['Phase 1: Cache'], []],
    [['Phase 1', 'Phase 9: cache, again'], ['Phase 1: Cache'], []],
    [['Step 1'], ['Phase 1: Cache'], ['phase lacks Phase 1: Cache']],
    [['Phase A'], ['Phase a: Cache'], []],
    [['Stage 1'], ['Phase 1: Cache'], ['phase lacks Phase 1: Cache']],
    [['Phase 1', 'Do it'], ['Phase 1: Do'], []],
    [['Do it'], ['Phase 1: Do'], ['phase lacks Phase 1: Do']],
    [['Cache'], ['Cache'], []],
    [['Cash'], ['Cash'], []],
    [['Cas'], ['Cas'], ['phase lacks Cas']],
    [['Phase 1'], ['Cache'], ['phase lacks Cache', 'phase knows no Phase 1']],
    [['Phase 1'], [], []]
  ])('%j for %j', (list, titles, expected) => {
    expect(tracking(list, titles)).toEqual(expected)
  })

  test('not where the profile does not say so', () => {
    expect(tracking(['Phase 3'], ['Phase 1'], { checklist: {} })).toEqual([])
    expect(tracking(['Phase 3'], ['Phase 1'], { checklist: undefined })).toEqual([])
    expect(tracking(['Phase 3'], ['Phase 1'], { checklist: { units: 'step' } })).toEqual([])
  })

  test('words are of the profile', () => {
    const own: UnitSpec = { role: 'gate', counts: 'phase', words: ['Gate'], number: 1 }
    const plan = planned(
      '## Gates\n\n### Gate 1: In\n\nGo.\n\n### Gate 2: Up\n\nGo.\n\n## Status\n\n- [ ] Gate 2\n- [ ] Gate 3',
      {
        sections: [
          { id: 'gates', title: 'Gates', units: own },
          { id: 'status', title: 'Status', checklist: { units: 'phase' } }
        ]
      }
    )
    expect(
      trackingDefects(plan.section('status')!, plan).map(({ unit, box }) => unit?.part.title ?? box?.text)
    ).toEqual(['Gate 1: In', 'Gate 3'])
  })

  test('names of units are of the profile', () => {
    const plan = planned('## Phases\n\n### Cache\n\nGo.\n\n## Status\n\n- [ ] Phase 3', {
      sections: [
        { id: 'phases', title: 'Phases', units: { ...units, words: undefined } },
        { id: 'status', title: 'Status', checklist: { units: 'phase' } }
      ]
    })
    expect(trackingDefects(plan.section('status')!, plan).map(({ unit }) => unit?.name)).toEqual(['Cache'])
  })
})

describe('what a content lacks', () => {
  const lacking = (demands: Demand[], body: string, more: Partial<SectionSpec> = {}): string[] => {
    const plan = planned(body.startsWith('**Goal') ? body : `## Goal\n\n${body}`, {
      sections: [{ id: 'goal', title: 'Goal', content: demands, ...more }]
    })
    return [...demandDefects(plan.section('goal')!, plan)].map(defect =>
      [
        defect.kind,
        ...toldOf(defect),
        `@${at(defect.place, plan)}`,
        ...(defect.kind === 'lacks' && defect.demand.hint !== undefined ? [`→ ${defect.demand.hint}`] : []),
        ...(defect.severity ? [defect.severity] : [])
      ].join(' ')
    )
  }

  function toldOf(defect: DemandDefect): string[] {
    switch (defect.kind) {
      case 'lacks':
        return [defect.demand.kind]
      case 'column':
        return [defect.column]
      case 'gap':
        return [...defect.columns, JSON.stringify(defect.row)]
      case 'cell':
        return [defect.column, JSON.stringify(defect.text), ...defect.values]
      case 'item':
        return [defect.each, JSON.stringify(defect.text)]
      default:
        return []
    }
  }

  test.each<[string, Demand, string, string[]]>([
    ['nothing', { kind: 'list' }, '- one', []],
    ['a kind', { kind: 'list' }, 'One.', ['lacks list @## Goal']],
    [
      'a kind, with help',
      { kind: 'tasks', hint: 'Write it', required: 'warning' },
      'One.',
      ['lacks tasks @## Goal → Write it warning']
    ],
    ['text', { kind: 'text' }, '```\na\n```', ['lacks text @## Goal']],
    ['prose', { kind: 'prose' }, '- one', ['lacks prose @## Goal']],
    ['table', { kind: 'table' }, 'One.', ['lacks table @## Goal']],
    ['command', { kind: 'command' }, 'One.', ['lacks command @## Goal']],
    ['path', { kind: 'path' }, 'One.', ['lacks path @## Goal']],
    ['code', { kind: 'code' }, 'One.', ['lacks code @## Goal']],
    ['date', { kind: 'date' }, 'One.', ['lacks date @## Goal']],
    ['diagram', { kind: 'diagram' }, 'One.', ['lacks diagram @## Goal']],
    ['a tree, which is another rule’s', { kind: 'tree' }, 'One.', []],
    [
      'columns',
      { kind: 'table', columns: ['Risk', 'Cost'] },
      '| A |\n| --- |\n| x |',
      ['column Risk @| A |', 'column Cost @| A |']
    ],
    ['rows', { kind: 'table', columns: ['A'] }, '| A |\n| --- |', ['rows @| A |']],
    [
      'columns of a table that is there besides',
      { kind: 'list', or: ['table'], columns: ['B'] },
      '| A |\n| --- |\n| x |',
      ['column B @| A |']
    ],
    ['columns, but of no table', { kind: 'list', or: ['table'], columns: ['B'] }, '- one', []],
    ['a table that is there besides, of any kind', { kind: 'list', or: ['table'] }, '| A |\n| --- |', []],
    [
      'values',
      { kind: 'table', values: { A: ['High', 'Low'] }, required: 'warning' },
      '| A |\n| --- |\n| big |\n| TBD |\n| low |',
      ['cell A "big" High Low @| big | warning']
    ],
    [
      'dates of each',
      { kind: 'list', each: 'date' },
      '- one\n- 2025-05-09: two\n- three\n- four\n- five',
      ['one', 'three', 'four', 'five'].map(text => `item date "${text}" @${text}`)
    ],
    ['dates of all of three', { kind: 'list', each: 'date' }, '- one\n- two\n- three', ['dates @## Goal']],
    ['dates of two', { kind: 'list', each: 'date' }, '- one\n- two', ['item date "one" @one', 'item date "two" @two']],
    [
      'reasons of three',
      { kind: 'list', each: 'rationale' },
      '- one\n- two\n- three',
      ['one', 'two', 'three'].map(text => `item rationale "${text}" @${text}`)
    ],
    ['a context', { kind: 'list', each: 'context' }, '- one\n- TBD', ['item context "one" @one']],
    ['a person', { kind: 'list', each: 'person' }, '- one\n- two @ana', ['item person "one" @one']],
    ['a mitigation', { kind: 'list', each: 'mitigation' }, '- one\n- two is capped', ['item mitigation "one" @one']],
    ['a path', { kind: 'list', each: 'path' }, '- one\n- `a.ts`', ['item path "one" @one']],
    ['an arrow', { kind: 'list', each: 'arrow' }, '- one\n  more\n- two → three', ['item arrow "one" @one']],
    ['an outcome', { kind: 'list', each: 'outcome' }, '- one\n- two → three → four', ['item outcome "one" @one']],
    ['a description', { kind: 'list', each: 'description' }, '- one\n- two: so', ['item description "one" @one']]
  ])('%s', (_, demand, body, expected) => {
    expect(lacking([demand], body)).toEqual(expected)
  })

  test('a label that says it on its line has text, but no list', () => {
    expect(lacking([{ kind: 'text' }], '**Goal**: faster\n')).toEqual([])
    expect(lacking([{ kind: 'list', or: ['text'] }], '**Goal**: faster\n')).toEqual([])
    expect(lacking([{ kind: 'list' }], '**Goal**: faster\n')).toEqual(['lacks list @**Goal**:'])
  })

  test('each demand is looked at, none where there is none', () => {
    expect(lacking([{ kind: 'tree' }, { kind: 'list' }, { kind: 'table' }], 'One.')).toEqual([
      'lacks list @## Goal',
      'lacks table @## Goal'
    ])
    expect(lacking([], 'One.', { content: undefined })).toEqual([])
  })
})
