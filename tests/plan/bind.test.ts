/** What a plan says as a whole: title, metadata, status; and what sections say that hold little. */
import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/parse/parse.ts'
import { bodySpan, planOf } from '../../src/plan/bind.ts'
import { stateOf } from '../../src/plan/status.ts'
import { statedBase } from '../../src/plan/files/base.ts'
import { firstUnitDefect } from '../../rules/section-content/first-unit.ts'
import { nearLabel } from '../../src/checks/near-label.ts'
import { outlineOf } from '../../src/outline/outline.ts'
import { isProse } from '../../rules/section-content/prose-fields.ts'
import { fieldOf } from '../../src/plan/units/units.ts'
import type { Profile, SectionSpec, UnitSpec } from '../../src/profiles/schema.ts'
import { unitSpecs } from '../../src/profiles/units.ts'
import type { Small } from './small.ts'
import { bound, fieldLine, sectionsOf } from './small.ts'

const goal = (more: Partial<SectionSpec> = {}): SectionSpec => ({ id: 'goal', title: 'Goal', ...more })
const unit: UnitSpec = { role: 'step', words: ['Step'], number: 1 }

describe('the title', () => {
  const place = (...lines: string[]): string => {
    const {
      title,
      titlePlace: { start, end }
    } = bound({ sections: [goal()] }, lines)
    return `${title?.title ?? '-'} ${start.line}:${start.column}-${end.line}:${end.column}`
  }

  it.each<[string[], string]>([
    [['x', '', '# P', '# Q'], 'P 3:1-3:4'],
    [['# Goal', '', '# P'], 'P 3:1-3:4'],
    [['# Goal', 'x'], 'Goal 1:1-1:7'],
    [['## Goal', '', '## Other'], '- 1:1-1:8'],
    [['', '> a', '> b', '', '## Q'], '- 2:1-2:4'],
    [['**Goal:** x'], '- 1:1-1:12'],
    [[''], '- 1:1-1:1'],
    [['a', '', '**P**', '', '## Q'], '- 1:1-1:2']
  ])('of %j', (lines, expected) => {
    expect(place(...lines)).toBe(expected)
  })

  it('ends with its line', () => {
    for (const newline of ['\n', '\r\n', '\r']) expect(place(`ab${newline}c`)).toBe('- 1:1-1:3')
  })
})

it('is read once for each tree and profile', () => {
  const text = '# P'
  const tree = parsePlan(text)
  const profile = (): Profile => ({ name: 'own', title: 'Own', summary: 'x', detect: {}, sections: [goal()] })
  const [one, other, words] = [profile(), profile(), new Set<string>()]
  const outline = outlineOf(tree, text, words)
  const plan = planOf(outline, one)
  expect([
    outlineOf(tree, text, words) === outline,
    planOf(outline, one) === plan,
    planOf(outline, other) === plan,
    planOf(outline, one) === plan
  ]).toEqual([true, true, false, true])
  for (const change of [
    () => outlineOf(tree, '# Q', words),
    () => outlineOf(tree, text, new Set()),
    () => outlineOf(tree, text, words, ['gate'])
  ]) {
    const before = outlineOf(tree, text, words)
    const again = change()
    expect([again === before, planOf(again, one) === plan]).toEqual([false, false])
  }
})

describe('metadata', () => {
  const profile: Small = {
    fields: [{ label: 'Status' }, { label: 'Owner', aliases: ['Author'] }],
    sections: [goal()]
  }
  const said = (...lines: string[]): string[] => {
    const plan = bound(profile, lines)
    return plan.metadata.map(field => fieldLine(field, plan))
  }

  it.each<[string, string[], string[]]>([
    [
      'stands above the first section',
      ['# P', '**Status:** a', '', '## X', '**Owner:** b', '', '## Goal', '**Status:** c'],
      ['Status filled 2:13 "a"', 'Owner filled 5:12 "b"']
    ],
    ['is not below it', ['# P', '## Goal', '**Status:** c'], ['Status missing', 'Owner missing']],
    [
      'stands in a table',
      ['| Status | a |', '| - | - |', '| Author: | b |', '', '## Goal'],
      ['Status filled 1:12 "a"', 'Owner filled 3:13 "b"']
    ],
    [
      'stands above the first heading, where there is no section',
      ['# P', '**Status:** a', '', '## X', '**Owner:** b'],
      ['Status filled 2:13 "a"', 'Owner missing']
    ],
    [
      'stands anywhere, where there is no heading',
      ['**Status:** a', '', '**Owner:** b'],
      ['Status filled 1:13 "a"', 'Owner filled 3:12 "b"']
    ],
    ['is no heading', ['# Status', 'a', '', '## Goal'], ['Status missing', 'Owner missing']]
  ])('%s', (_, lines, expected) => {
    expect(said(...lines)).toEqual(expected)
  })

  it('is not asked for', () => {
    expect(bound({ sections: [goal()] }, ['**Status:** a']).metadata).toEqual([])
  })
})

describe('status', () => {
  const values = { DRAFT: 'draft', IN_PROGRESS: 'active', DONE: 'done' } as const
  const profile: Small = {
    fields: [{ label: 'Status', aliases: ['State'], values }],
    sections: [goal(), { id: 'boxes', title: 'Boxes', checklist: { means: 'done' } }]
  }
  const read = (...lines: string[]): unknown[] => {
    const { state, status: found } = bound(profile, lines)
    return [state, found?.value, found?.known]
  }

  it.each<[string[], unknown[]]>([
    [['Status: DRAFT'], ['draft', 'DRAFT', true]],
    [
      ['**State:** done (all)', 'more', '', '## Goal'],
      ['done', 'done (all) more', true]
    ],
    [['**Status:** later'], [undefined, 'later', false]],
    [['**Status:**'], [undefined, undefined, undefined]],
    [['# P'], [undefined, undefined, undefined]],
    [
      ['Status: DRAFT', '', '## Boxes', '- [x] a', '- [x] b'],
      ['draft', 'DRAFT', true]
    ],
    [
      ['Status: DRAFT', '', '## Boxes', '- [x] a', '- [ ] b'],
      ['draft', 'DRAFT', true]
    ],
    [
      ['Status: DRAFT', '', '## Boxes', 'x'],
      ['draft', 'DRAFT', true]
    ],
    [
      ['## Boxes', '- [x] a', '- [-] b'],
      [undefined, undefined, undefined]
    ]
  ])('%j', (lines, expected) => {
    expect(read(...lines)).toEqual(expected)
  })

  it('is not asked for', () => {
    const { state, status: found } = bound({ fields: [{ label: 'Status' }], sections: [goal()] }, ['Status: DRAFT'])
    expect([state, found]).toEqual([undefined, undefined])
    expect(
      bound({ fields: [{ label: 'Status' }], sections: [goal({ checklist: { means: 'done' } })] }, [
        '## Goal',
        '- [x] a'
      ]).state
    ).toBe('done')
    expect(
      bound({ fields: [{ label: 'Status', values: { READY: 'draft' } }], sections: [goal()] }, ['Status: DRAFT'])
    ).toMatchObject({ status: { known: false } })
  })

  it.each([
    ['draft', 'draft'],
    ['✅ DONE', 'done'],
    ['done — by Ana', 'done'],
    ['Done (3 of 3)', 'done'],
    ['in progress', 'active'],
    ['IN_PROGRESS', 'active'],
    ['in_progress\nDONE', 'active'],
    ['done, then draft', 'done'],
    ['draft / done', undefined],
    ['DRAFT | DONE', undefined],
    ['drafting', undefined],
    ['not done', undefined],
    ['', undefined],
    ['done2', undefined],
    ['done done', 'done'],
    ['odd', undefined],
    ['ready set', 'approved'],
    ['ready', 'draft'],
    ['done/', 'done'],
    ['done, except for the manual', undefined],
    ['done but untested', undefined],
    ['Done (first two phases), third pending', undefined],
    ['done (phases 1–2 only)', undefined],
    ['done: server only', undefined],
    ['done, partly', undefined],
    ['done; two tasks remaining', undefined],
    ['done, no remaining work', 'done'],
    ['done (nothing is pending)', 'done'],
    ['done (the old page is kept only as a fallback)', 'done'],
    ['draft, review pending', 'draft'],
    ['in progress, phase 3 remaining', 'active']
  ])('%j is %j', (text, expected) => {
    expect(
      stateOf(text, {
        DRAFT: 'draft',
        IN_PROGRESS: 'active',
        DONE: 'done',
        Odd: 'strange',
        Ready: 'draft',
        Ready_set: 'approved'
      })
    ).toBe(expected)
  })
})

describe('a section', () => {
  it.each<[string, SectionSpec[], string[], string[]]>([
    [
      'that does not apply',
      [goal({ fields: [{ label: 'Why' }], units: unit })],
      ['## Goal', 'N/A: no users'],
      ['goal negative 1-2 na']
    ],
    ['that lists nothing', [goal()], ['## Goal', '- None'], ['goal negative 1-2 none']],
    ['that does not apply, but for a fence', [goal()], ['## Goal', 'N/A', '```', 'x', '```'], ['goal filled 1-5']],
    [
      'that says the canonical sentence',
      [goal({ or: { text: 'No risks were "found".' }, fields: [{ label: 'Why' }] })],
      ['## Goal', 'As of now, no “risks” were found.'],
      ['goal canonical 1-2']
    ],
    [
      'that says half of the canonical sentences',
      [goal({ or: { text: ['no risks', 'no costs'] } })],
      ['## Goal', 'No risks.'],
      ['goal filled 1-2']
    ],
    [
      'that says all canonical sentences',
      [goal({ or: { text: ['no risks', 'no costs'] } })],
      ['## Goal', 'No risks.', '', 'Also no costs.'],
      ['goal canonical 1-4']
    ],
    [
      'that says more than a canonical sentence',
      [goal({ or: { text: 'no risks' } })],
      ['## Goal', 'No risks.', '', '| a |', '| - |'],
      ['goal filled 1-5']
    ],
    ['that is a label without a value', [goal()], ['# P', '**Goal:**', '', '# Q'], ['goal empty 2-3']],
    ['that is a label with a value', [goal()], ['# P', '**Goal:** x', '', '# Q'], ['goal filled 2-3']],
    [
      'of titles alone',
      [goal({ units: unit })],
      ['## Goal', '### Step 1', '### Step 2'],
      ['goal empty 1-3', '  0. heading Step 1 2-2 number 1', '  1. heading Step 2 3-3 number 2']
    ],
    ['of a label alone', [goal({ fields: [{ label: 'Why' }] })], ['## Goal', '<!-- x -->'], ['goal empty 1-2']],
    [
      'of bold titles alone',
      [goal({ units: unit })],
      ['## Goal', '**Step 1**'],
      ['goal filled 1-2', '  0. bold Step 1 2-2 number 1']
    ],
    [
      'whose fields are not those of its parts',
      [goal({ fields: [{ label: 'Why' }], sections: [{ id: 'part', title: 'Part' }], units: unit })],
      ['## Goal', '### Part', '**Why:** a', '### Step 1', '**Why:** b'],
      ['goal filled 1-5', '  Why missing', '  0. heading Step 1 4-5 number 1', 'part filled 2-3']
    ],
    [
      'whose fields stand beside its parts',
      [goal({ fields: [{ label: 'Why' }], sections: [{ id: 'part', title: 'Part' }] })],
      ['## Goal', '**Why:** c', '### Part', '**Why:** a', '### Other', '**Why:** b'],
      ['goal filled 1-6', '  Why filled 2:10 "c"', 'part filled 3-4']
    ],
    [
      'with several kinds of units',
      [goal({ units: [unit, { role: 'risk', words: ['Risk'] }] })],
      ['## Goal', '### Risk 1: a', '### Step 1: b'],
      ['goal empty 1-3', '  0. heading b 3-3 number 1', '  0. heading a 2-2 number 1']
    ]
  ])('%s', (_, sections, lines, expected) => {
    expect(sectionsOf(sections, lines)).toEqual(expected)
  })

  it('is found by its id, and units by their role, in their order', () => {
    const plan = bound(
      {
        sections: [
          goal({ units: { role: 'phase', words: ['Phase'], units: unit } }),
          { id: 'more', title: 'More', units: unit }
        ]
      },
      ['## More', '### Step 3', '## Goal', '### Phase 1', '#### Step 1', '#### Step 2', '### Phase 2']
    )
    expect([plan.section('more')?.spec.title, plan.section('none')]).toEqual(['More', undefined])
    expect([plan.units('step').map(({ name }) => name), plan.units('phase').length, plan.units('risk')]).toEqual([
      ['Step 3', 'Step 1', 'Step 2'],
      2,
      []
    ])
    expect([
      bodySpan(plan.section('more')!),
      unitSpecs(goal()),
      unitSpecs(goal({ units: unit })),
      unitSpecs(goal({ units: [unit] }))
    ]).toEqual([{ start: 7, end: 19 }, [], [unit], [unit]])
    expect(bodySpan(bound({ sections: [goal()] }, ['x']).sections[0]!)).toEqual({ start: 0, end: 0 })
  })
})

describe('the base', () => {
  it.each<[string[], string | undefined]>([
    [['---', 'base: main', '---'], 'main'],
    [['---', 'a: b', 'Base-Commit: "1a2b"  # x', '---'], '1a2b'],
    [['---', "base_ref : 'v1.0'", '---'], 'v1.0'],
    [['---', 'baseline: release/1-x', '---'], 'release/1-x'],
    [['---', 'git-commit: abc', '---'], 'abc'],
    [['---', 'base: a b', '---'], undefined],
    [['---', 'database: x', '---'], undefined],
    [['**Base commit**: `1a2b3c4` (main)', '', '## Goal'], '1a2b3c4'],
    [['**Based on:** "v1.0"', '', '## Goal'], 'v1.0'],
    [['**Base:** *main*', '', '## Goal'], 'main'],
    [['**Base:** (none)', '', '## Goal'], undefined],
    [['## Goal', '**Base:** main'], undefined],
    [['## Base', 'main', '', '## Goal'], undefined],
    [['## Base', 'x', '', '**Base:** main', '', '## Goal'], 'main'],
    [['**Bases:** main'], undefined],
    [['**Base:** main'], 'main'],
    [['# P'], undefined],
    [['---', 'base: main', '---', '**Base:** other'], 'main'],
    [['---', 'a: b', '---', '**Base:** other'], 'other'],
    ...[
      'Baseline',
      'Baseline commit',
      'Based on commit',
      'Starting commit',
      'Git commit',
      'Base ref',
      'Base revision',
      'Base commit'
    ].map((label): [string[], string] => [[`**${label}:** x1`], 'x1']),
    ...['base_commit', 'basecommit', 'base-ref', 'baseline', 'git_commit'].map((key): [string[], string] => [
      ['---', `${key}: x2`, '---'],
      'x2'
    ])
  ])('of %j is %j', (lines, expected) => {
    expect(statedBase(bound({ sections: [goal()] }, lines))).toBe(expected)
  })
})

it.each<[string, string[], unknown]>([
  ['called so', ['Step 1: Identify the affected tests', 'Step 2: x'], undefined],
  ['called so later', ['Step 1: x', 'Step 2: Affected tests'], ['x', 'Affected tests']],
  ['called so nowhere', ['Step 1: x', 'Step 2: Tests'], ['x', undefined]],
  ['not there', [], undefined]
])('a first unit that is %s', (_, titles, expected) => {
  const profile = (title?: string): Small => ({
    sections: [
      goal({
        units: {
          ...unit,
          ...(title === undefined ? {} : { content: [{ kind: 'title', words: [title], where: 'first' }] })
        }
      })
    ]
  })
  const lines = ['## Goal', ...titles.map(title => `### ${title}`)]
  const defect = firstUnitDefect(bound(profile('Affected tests'), lines).sections[0]!)
  expect(defect && [defect.first.name, defect.unit?.name]).toEqual(expected)
  if (defect)
    expect([defect.title, defect.name, 'unit' in defect]).toEqual(['Affected tests', 'step', defect.unit !== undefined])
  expect(firstUnitDefect(bound(profile(), lines).sections[0]!)).toBeUndefined()
})

describe('labels that are slips', () => {
  const find = (...lines: string[]): string | undefined => {
    const plan = bound({ sections: [goal()] }, lines)
    const near = nearLabel(
      { label: 'Verify', aliases: ['Checked by'] },
      [{ label: 'Verity' }, { label: 'Other' }],
      plan.sections[0]!.span,
      plan
    )
    return near && `${near.part.title} is ${near.label}`
  }

  it.each<[string[], string | undefined]>([
    [['## Goal', '**Verfy:** x'], 'Verfy is Verify'],
    [['## Goal', '**Cheked by:** x'], 'Cheked by is Checked by'],
    [['## Goal', '**Verity:** x', '', '**Verifi:** y'], 'Verifi is Verify'],
    [['## Goal', '**Verify:** x'], undefined],
    [['## Goal', '### Verfy'], undefined],
    [['**Verfy:** x', '', '## Goal'], undefined],
    [['## Goal', '**Other:** x', '', '- **Verfy:** x'], 'Verfy is Verify']
  ])('%j', (lines, expected) => {
    expect(find(...lines)).toBe(expected)
  })
})

it.each<[string[], boolean]>([
  [['x'], true],
  [['**Why:** a'], false],
  [['x', '', '**Why:** a'], true],
  [['**Why:** a', '', '**Other:** b'], true],
  [['**Why:** a', '', '**Waht:** b'], false],
  [['x', '', '**Why:**'], false],
  [['**Why:** a', '', '- b'], false],
  [['- **Why:** a', '- **Other:** b'], true],
  [['- x'], true],
  [['- b', '', '**Why:** a'], false],
  [['x', '', '**Why:** a', '', '**What:**'], false]
])('a section of %j is prose: %j', (lines, expected) => {
  const plan = bound({ sections: [goal({ fields: [{ label: 'Why' }, { label: 'What' }] })] }, ['## Goal', ...lines])
  expect(isProse(plan.sections[0]!, plan)).toBe(expected)
})

it('a field of a unit goes by its labels', () => {
  const [step] = bound(
    {
      sections: [goal({ units: { ...unit, fields: [{ label: 'Why' }, { label: 'Test files', aliases: ['Tests'] }] } })]
    },
    ['## Goal', '### Step 1', '**Tests:** a']
  ).units('step')
  expect([fieldOf(step!, 'TESTS')?.text, fieldOf(step!, 'test files')?.text, fieldOf(step!, 'Other')]).toEqual([
    'a',
    'a',
    undefined
  ])
})
