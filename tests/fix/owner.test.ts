/** Whose step is meant: `safe` moves the plan's own references along, `offered` leaves the choice to a person; what is another's stays in both. */
import { describe, expect, test } from 'vitest'
import { slugsOf } from '../../src/fix/anchors.ts'
import { applyEdits } from '../../src/fix/edits.ts'
import { lintText } from '../../src/lint/linter.ts'
import type { Fix } from '../../src/types.ts'

const before = '# Plan\n\n## Implementation Steps\n\n### Step 1: First\n\n'
const planOf = (text: string): string => `${before}${text}\n\n### Step 3: Second part\n\n### Step 4: Third\n`

/** What renumbering makes of a piece of a plan whose steps are 1, 3, 4. */
function renumbered(text: string): { safe: boolean; text: string } {
  const plan = planOf(text)
  const { findings } = lintText(plan, { forced: 'design-plan' })
  const fix: Fix = findings.find(finding => finding.rule === 'step-sequence')!.fixes![0]!
  const after = applyEdits(plan, fix.edits).text
  return { safe: fix.safe, text: after.slice(before.length, after.indexOf('\n\n### Step 2: Second part')) }
}

describe("the plan's own moves along", () => {
  test.each([
    ['Do as Step 3 says', 'Do as Step 2 says'],
    ['needs Steps 3 and 4; (Step 3) before step 4.', 'needs Steps 2 and 3; (Step 2) before step 3.'],
    ['Step 3 of this plan', 'Step 2 of this plan'],
    ['the plan’s Step 3', 'the plan’s Step 2'],
    ['run it in Step 3 in parallel with Step 4', 'run it in Step 2 in parallel with Step 3'],
    ['- [ ] Step 3: Second part', '- [ ] Step 2: Second part'],
    ['- **Step 3** is done', '- **Step 2** is done'],
    ['The order of the steps:\n\n- Step 3 is done', 'The order of the steps:\n\n- Step 2 is done'],
    ['**Actions**:\n\n- after Step 3', '**Actions**:\n\n- after Step 2'],
    ['Step 3 creates `src/a.ts`.', 'Step 2 creates `src/a.ts`.'],
    ['| a | Step 3 |\n| --- | --- |\n| x | Step 4 |', '| a | Step 2 |\n| --- | --- |\n| x | Step 3 |'],
    ['See [Step 3](#step-3-second-part).', 'See [Step 2](#step-2-second-part).'],
    ['See [the end](#step-3-second-part "Step").', 'See [the end](#step-2-second-part "Step").'],
    ['See [it][s].\n\n[s]: #step-4-third', 'See [it][s].\n\n[s]: #step-3-third']
  ])('%j', (text, moved) => {
    expect(renumbered(text)).toEqual({ safe: true, text: moved })
  })
})

test.each([
  'as Step 3 of plans/001-other.md says',
  "the RFC's Step 3",
  'plan 001 Step 3 specifies',
  'Step 3 of the other plan',
  'Step 3 of plan 002',
  '[Step 3](plans/001.md)',
  'RFC 9110 step 3',
  'Step 3 of [the guide](x.md)',
  'Step 3 in the runbook',
  'see docs/setup Step 3 in docs/setup',
  '[Step 3](plans/001.md#step-3)'
])("another's by its own words stays, and the rest is safe: %j", text => {
  expect(renumbered(`${text}\n\nThat is all.\n\nThen Step 4.`)).toEqual({
    safe: true,
    text: `${text}\n\nThat is all.\n\nThen Step 3.`
  })
})

test.each([
  'Depends on: 1, 3 and 4.',
  'First 1 → 3 → 4.',
  '1 before 3.',
  'The 4th step may wait.',
  '| Step | Owner |\n| --- | --- |\n| 3 | @tom |',
  '| Owner | Steps |\n| --- | --- |\n| @tom | 1, 3 |',
  '| Runbook | Owner |\n| --- | --- |\n| Step 3 | @tom |',
  '### Old plan\n\nStep 3 was too slow.'
])("a number without the word, or below another title, is anybody's: %j", text => {
  expect(renumbered(text).safe).toBe(false)
})

test.each([
  'It takes 4 days.',
  'It takes 3–4 full days, or 3 to 4 weeks.',
  'Version 3.4 of it, with 3 files',
  'Node 4 and UTF-4, on 2026-04-03 at 4:30.',
  'Since 2026-03-04T03:04:00+03:00, at 4:30 and 04:03.',
  '3/4 tests passing, and 3 of 4 pass',
  'Go to Task 3a.',
  'Figure 4, and lines 3–4 of `a.ts`.',
  '4px, 4 %, $4 and a 4-digit code',
  'See src/step4/a.ts and https://example.org/4.',
  '1. One\n2. Two\n3. Three\n4. Four',
  '1. One\n1. Two',
  '#### 4. Testing\n\nAll of it.',
  '| Files | Days |\n| --- | --- |\n| two | 4 |'
])('a number of something else holds nothing back: %j', text => {
  expect(renumbered(text)).toEqual({ safe: true, text })
})

test.each([
  'Needs plans/002-base.md: its Step 3 defines the schema',
  'See https://example.org/guide (Step 3).',
  '`README.md:65-69` (Quick start step 3)',
  '[the guide](https://example.org), Step 3',
  'In Onboarding, Step 3 shows the form',
  'in "Getting started", Step 3',
  'Follow *Getting started* up to Step 3',
  'per the handbook, Step 3',
  '"as Step 3 says"',
  '> Step 3 is hard',
  'step 3 there',
  'their Step 3',
  'On Step 3 of it',
  '- From plans/001.md:\n  - Step 3 is done',
  'From plans/001.md:\n\n- after Step 3',
  '#### On plans/001.md\n\nStep 3 is done',
  '| plans/001.md | Step 3 |\n| --- | --- |\n| x | y |',
  '| Guide | Step |\n| --- | --- |\n| README.md | Step 3 |',
  'Step 3: Pay the bill',
  'Checkout Step 3 fails',
  'ISO 2812, Step 3, measures salt.',
  'DIN 1045: Step 3 measures salt.',
  'ISO 2812 – Step 3 – measures salt.',
  'In ISO 2812 (Step 3), salt is meant.',
  'Step 3 (ISO 2812) measures salt.',
  'As Pieters writes (1987, Step 3), salt creeps.',
  'Salt is measured in the norm (see Step 3).',
  "The shipyard's list:\n\n- Step 3 is wet",
  'Shipyard list, for the record:\n\n| What | Place |\n| --- | --- |\n| Step 3 | dock |',
  "Anna's plan: after Step 3",
  'See plan B, Step 3'
])('unclear whose it is: it stays, and the fix is only offered: %j', text => {
  expect(renumbered(text)).toEqual({ safe: false, text })
})

test.each([
  '`Step 3`',
  'Step 3.1',
  'Step 3b',
  'step three',
  'Step\n3',
  'Step **3**',
  'step 3/4',
  '<!-- Step 3 -->',
  '<a href="#step-3-second-part">x</a>',
  'https://example.org/guide#step-3-second-part',
  '[x](other.md#step-3-second-part)',
  '```text\nStep 3\n```',
  'after step 2'
])('what cannot be moved along makes the fix an offer: %j', text => {
  expect(renumbered(text)).toEqual({ safe: false, text })
})

describe('a number that may mean a step, however it is written, makes the fix an offer', () => {
  test.each([
    'Step 4 waits for 3',
    '4 depends on Step 3',
    'Step 3, then 4',
    'Step 3; 4 is next',
    'not only Step 3 but also 4',
    'either Step 3 or 4',
    'step no. 3',
    'step number 3',
    'Step-3 output',
    'step3',
    'Step&nbsp;3',
    'Step III',
    'the third step',
    'Step 1->3->4',
    'Steps 1→3',
    'Steps 1 … 4',
    'Steps 1 up to and including 3',
    'Step >3',
    'Step ≥ 3',
    'depends on 3',
    '(see 3)',
    '#3',
    'S3',
    'Phase 3 ends it',
    'Schritt 3',
    'Depends on: 3',
    'n: 3',
    '- [x] 3. Second part',
    '3. Second part\n4. Third',
    '1. First\n3. Second part',
    '<b>3</b>',
    '| Step | Depends on |\n| --- | --- |\n| Step 4 | 3 |',
    '| Test | Covers step |\n| --- | --- |\n| a | 3 |'
  ])('%j', text => {
    expect(renumbered(text).safe).toBe(false)
  })

  test('the first such place is told', () => {
    const plan = planOf('Step 4 waits for 3.')
    const [finding] = lintText(plan, { forced: 'design-plan' }).findings.filter(({ rule }) => rule === 'step-sequence')
    expect(finding!.related).toMatchObject([
      {
        message: 'Unclear whether "3" means one of the steps: --fix renumbers nothing',
        place: { start: { line: 7, column: 18 } }
      }
    ])
  })
})

describe('the subject of a sentence with a colon may have steps of its own', () => {
  test.each([
    'TLS handshake: Step 3 sends the certificate.',
    '**Sign-up**: in Step 3 the address is asked for.',
    '- Sign-up: the form opens, and Step 3 asks for the address',
    '**Sign-up**:\n\n- Step 3 asks for the address'
  ])('%j', text => {
    expect(renumbered(text)).toEqual({ safe: false, text })
  })

  test.each([
    ['Depends on: Step 3', 'Depends on: Step 2'],
    ['**Files**: x, from Step 3', '**Files**: x, from Step 2'],
    ['The steps that write: Step 3 and Step 4', 'The steps that write: Step 2 and Step 3'],
    ['Sign-up: one form. After it, see Step 3.', 'Sign-up: one form. After it, see Step 2.']
  ])('a label of the plan is none: %j', (text, moved) => {
    expect(renumbered(text)).toEqual({ safe: true, text: moved })
  })
})

describe('what is said of steps holds when they get other numbers', () => {
  /** What is made of a text above steps of these numbers. */
  const moved = (numbers: readonly number[], text: string, inside = ''): { safe: boolean; doubts: string[] } => {
    const steps = numbers.map((number, index) => `### Step ${number}: Part ${'abcdef'[index]}\n\n${inside}\n\n`)
    const plan = `# Plan\n\n## Implementation Steps\n\n${text}\n\n${steps.join('')}`
    const finding = lintText(plan, { forced: 'design-plan' }).findings.find(({ rule }) => rule === 'step-sequence')!
    const doubts = finding.related?.flatMap(({ message }) => /".*"/.exec(message)?.[0] ?? []) ?? []
    return { safe: finding.fixes![0]!.safe, doubts }
  }

  test.each<[number[], string, string]>([
    [[2, 1], 'Steps 1 to 2', '"1 to 2"'],
    [[2, 1], 'Steps 1–2 need a review', '"1–2"'],
    [[2, 3, 1], 'Steps 1-2 need a review', '"1-2"'],
    [[1, 5, 3, 4], 'Steps 1–3', '"1–3"'],
    [[2, 1], 'Step 1 must come before Step 2.', '"2"'],
    [[2, 1], 'Do Step 1 first.', '"1"'],
    [[2, 1], '| Step 1 | waits for Step 2 |\n| --- | --- |', '"2"'],
    [[2, 1], 'Some of it.\n\n1. See Step 1\n2. See Step 2', '"2"'],
    [[1, 2, 5], 'Step 3 was dropped on purpose, see Step 5.', '"3"'],
    [[1, 2, 5], 'Step 4 was dropped on purpose.', '"4"']
  ])('%j, %j: the fix is offered, and says why', (numbers, text, doubt) => {
    expect(moved(numbers, text)).toEqual({ safe: false, doubts: [doubt] })
  })

  test('a step that speaks of one it changes places with', () => {
    expect(moved([2, 1], 'All of it.', 'Only after Step 2.')).toEqual({ safe: false, doubts: ['"2"'] })
  })

  test.each<[number[], string]>([
    [[1, 3, 4], 'Steps 1–4 need a review; Step 1 to Step 4 first.'],
    [[1, 3, 2, 4], 'Steps 1–4 need a review.'],
    [[2, 1], 'Step 1 creates the file. Step 2 has the tests.'],
    [[2, 1, 3], 'Step 1 before Step 3.'],
    [[1, 2, 5], 'Step 6 is for another day.']
  ])('%j, %j: the order holds', (numbers, text) => {
    expect(moved(numbers, text)).toEqual({ safe: true, doubts: [] })
  })
})

describe('an amount behind the word is no step of the plan', () => {
  test.each([
    'a step 3 cm high',
    'a step 3 pixels wide',
    'Step 3% at a time',
    'Step 3–fold',
    'step 3x faster',
    'at step 3',
    'Steps 3 and 4 people',
    'Steps 3 and 4 boats',
    'in step 3 clinical trials',
    'Step 3 minutes'
  ])('%j', text => {
    expect(renumbered(text)).toEqual({ safe: false, text })
  })

  test.each([
    ['Steps 3 and 4 take 4 and 3 minutes', 'Steps 2 and 3 take 4 and 3 minutes'],
    ['Step 3 tests\nit', 'Step 2 tests\nit'],
    ['1. Step 3\n2. Step 4', '1. Step 2\n2. Step 3']
  ])('%j', (text, moved) => {
    expect(renumbered(text)).toEqual({ safe: true, text: moved })
  })
})

test('one step takes one number: what follows a comma may count something else', () => {
  expect(renumbered('In Step 3, 4 files change')).toEqual({ safe: false, text: 'In Step 2, 4 files change' })
})

test.each([
  [
    ['Goal', 'Goal', 'goal'],
    ['goal', 'goal-1', 'goal-2']
  ],
  [
    ['Step 1: Über — alles!', '🎯 A_b & c', 'a', 'a-1', 'a'],
    ['step-1-über--alles', '-a_b--c', 'a', 'a-1', 'a-2']
  ]
])('headings are named as GitHub names them: %j', (titles, slugs) => {
  expect(slugsOf(titles)).toEqual(slugs)
})

describe('links move along with other headings', () => {
  const fixOf = (text: string, rule: string, forced: string): { safe: boolean; text: string } => {
    const fix = lintText(text, { forced }).findings.find(
      finding => finding.rule === rule && !finding.fixes?.[0]?.scaffold
    )!.fixes![0]!
    return { safe: fix.safe, text: applyEdits(text, fix.edits).text }
  }

  test('a misspelt title; doubles are told apart', () => {
    expect(fixOf('# P\n\n## Goal x\n\n## Gaol\n\n[a](#gaol)\n', 'required-sections', 'design-plan')).toEqual({
      safe: true,
      text: '# P\n\n## Goal x\n\n## Goal\n\n[a](#goal)\n'
    })
  })

  test.each([
    ['', true],
    ['See Section 4.', false],
    ['See § 4.', false]
  ])('the number of a section: %j', (more, safe) => {
    const text = `# P\n\n## 1. Executive Summary\n\n[a](#4-codebase-context) ${more}\n\n## 4. Codebase Context\n\nx\n\n## 3. Architecture Decisions\n`
    const fixed = fixOf(text, 'required-sections', 'handoff-plan')
    expect(fixed).toEqual({ safe, text: text.replace('4. Code', '2. Code').replace('#4-code', '#2-code') })
  })
})
