/** What other files call units and sections by their numbers: a fix that would give them others is only offered. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { calledFrom } from '../../src/fix/elsewhere/called.ts'
import { heldBack, renamesParts } from '../../src/fix/elsewhere/held-back.ts'
import { lintText } from '../../src/lint/linter.ts'
import type { FileReport, Finding } from '../../src/types.ts'

const design = fs.readFileSync(path.join(import.meta.dirname, '../../fixtures/plans/design-plan/valid-1.md'), 'utf8')
const steps = design.replace('### Step 3:', '### Step 5:')

const item = (title: string): string =>
  `### ${title}\n\n*Objective:* Close it.\n\n*What's needed:*\n- A line\n\n*Where it's needed:* \`src/a.js\`\n\n*Definition of done:* \`node --test\` passes.\n\n`
const backlog = `# Relay plan\n\nThe relay (September 17, 2025) waits.\n\n## Immediate priorities\n\n${item('1. Timeout')}${item('3. Log')}`
const bold = backlog.replaceAll(/^### (\d)\. (\w+)$/gm, '**Item $1: $2**')

interface Plan {
  text: string
  profile: string
  path: string
  rule?: string
}

/** What holds the fix back, as another file's text from the place on, if anything does. */
function holder(plan: Plan, other: { path: string; text: string }, isNear = true): string | undefined {
  const { text, profile, rule = 'step-sequence' } = plan
  const report = lintText(text, { forced: profile }) as FileReport
  const find = ({ findings }: FileReport): Finding =>
    findings.find(each => each.rule === rule && each.fixes?.some(fix => fix.renumbers))!
  expect([renamesParts(report), find(report).fixes![0]!.safe]).toEqual([true, true])
  const heading = /^# (.*)/m.exec(text)![1]!
  const finding = find(heldBack(report, calledFrom({ path: plan.path, source: text, heading }, isNear), [other]))
  const place = finding.related?.find(each => each.path === other.path)?.place
  expect(finding.fixes![0]!.safe).toBe(place === undefined)
  return place && other.text.slice(place.start.offset, place.end.offset)
}

const a = { text: steps, profile: 'design-plan', path: 'docs/plans/a-plan.md' }
const relay = { text: backlog, profile: 'backlog-plan', path: 'PLAN.md' }

describe('a paragraph that names the plan, and a unit by its number', () => {
  test.each([
    ['Step 5 of a-plan.md is done.', '5'],
    ['Steps 1, 2 and 5 of a-plan.md are done.', '5'],
    ['Steps 2–5 of a-plan.md are done.', '5'],
    ['Steps 1 to 9 of a-plan.md are done.', '9'],
    ['a-plan.md, step five, comes first.', 'five'],
    ['The fifth step of a-plan.md comes first.', 'fifth'],
    ['The 5th step of a-plan.md comes first.', '5'],
    ['a-plan.md (step-5) comes first.', '5'],
    ['See `a-plan.md` **Step** 5.', '5'],
    ['See a-plan.md §5.', '5'],
    ['See a-plan.md, item 5.', '5'],
    ['See S5 of a-plan.md.', '5'],
    ['Siehe Schritt 5 in a-plan.md.', '5'],
    ['参见 a-plan.md 的第5步。', '5'],
    ['参见步骤 5 (a-plan.md)。', '5'],
    ['a-plan.md 5단계', '5'],
    ['Step 3 of a-plan.md was dropped.', '3'],
    ['In a-plan.md:\n\n- Step 5 waits', '5'],
    ['Step 5.2 of a-plan.md is long.', '5.2']
  ])('%s', (text, named) => expect(holder(a, { path: 'docs/notes.md', text })).toBe(named))

  test.each([
    'Item 3 of PLAN.md waits.',
    'See item B-3 of PLAN.md.',
    'See PLAN.md, priority 3.',
    'WP3 (PLAN.md) waits.',
    'Ticket 3 of PLAN.md.'
  ])('of items without a word: %s', text => expect(holder(relay, { path: 'NOTES.md', text })).toBe('3'))

  test('of a bold line, which no link leads to', () => {
    const plan = { ...relay, text: bold }
    expect(holder(plan, { path: 'NOTES.md', text: 'Item 3 of PLAN.md waits.' })).toBe('3')
  })

  test('by the number of the plan, or by its name without the ending', () => {
    const plan = { ...a, path: 'plans/002-undo.md' }
    for (const text of ['Plan 002, Step 5.', 'Needs Step 5 of plan 2.', '002-undo Step 5'])
      expect(holder(plan, { path: 'plans/003-redo.md', text })).toBe('5')
    for (const text of ['Plan 003, Step 5.', 'Plan 20, Step 5.', '1002-undo Step 5'])
      expect(holder(plan, { path: 'plans/003-redo.md', text })).toBeUndefined()
    expect(holder(plan, { path: 'other/b.md', text: 'Step 5 of plan 2.' }, false)).toBeUndefined()
    expect(holder(plan, { path: 'other/b.md', text: 'Step 5 of plans/002-undo.' }, false)).toBe('5')
  })

  test('of a section', () => {
    const text = '# P\n\n## 1. Executive Summary\n\nx\n\n## 4. Codebase Context\n\nx\n\n## 3. Architecture Decisions\n'
    const plan = { text, profile: 'handoff-plan', path: 'HANDOFF.md', rule: 'required-sections' }
    for (const said of [
      'See section 4 of HANDOFF.md.',
      'See HANDOFF.md §§ 1 and 4.',
      'HANDOFF.md, Abschnitt 4',
      'HANDOFF.md #4'
    ])
      expect(holder(plan, { path: 'NOTES.md', text: said })).toBe('4')
    expect(holder(plan, { path: 'NOTES.md', text: 'See section IV of HANDOFF.md.' })).toBe('IV')
    expect(holder(plan, { path: 'NOTES.md', text: 'See section 2 of HANDOFF.md.' })).toBe('2')
    expect(holder(plan, { path: 'NOTES.md', text: 'See section 3 of HANDOFF.md.' })).toBeUndefined()
  })
})

describe('what speaks of the plan as a whole', () => {
  const table = '| Step | State |\n|---|---|\n| 4 | done |\n| 5 | open |\n'
  test.each([
    ['docs/plans/b.md', '# On a-plan.md\n\n## First\n\nStep 5 is done.'],
    ['docs/plans/b.md', '# Notes\n\n## a-plan.md\n\nIt is new.\n\nStep 5 is done.'],
    ['docs/plans/b.md', '# Work\n\nPlan: [that](a-plan.md)\n\n## Today\n\nStep 5 is done.'],
    ['docs/plans/b.md', '---\nplan: a-plan.md\n---\n\n# Work\n\n## Step 5\n\nDone.'],
    ['docs/plans/b.md', `# Undo for the drawing tool\n\n## State\n\n${table}`],
    ['docs/plans/a-plan-results.md', '## Step 5\n\nDone.'],
    ['docs/results/a-plan.md', `# Results\n\n${table}`],
    ['docs/plans/PROGRESS.md', '- [x] Step 5'],
    ['docs/plans/PROGRESS.md', `# Progress\n\n${table}`],
    ['docs/progress.md', '# Progress\n\nOf a-plan.md.\n\n## 5. Write\n\nDone.']
  ])('%s: %j', (name, text) => expect(holder(a, { path: name, text })).toBe('5'))

  test('a document that the plan names as the place of its results', () => {
    const text = steps
      .replace('# Plan: undo', '# Plan: undo')
      .replace(/\n\n/, '\n\nTrack Progress: [here](told.md)\n\n')
    expect(holder({ ...a, text }, { path: 'docs/plans/told.md', text: 'Step 5 is done.' })).toBe('5')
    expect(holder(a, { path: 'docs/plans/told.md', text: 'Step 5 is done.' })).toBeUndefined()
  })
})

describe('what holds nothing back', () => {
  test.each([
    ['docs/plans/b.md', 'Step 2 of a-plan.md is done.'],
    ['docs/plans/b.md', 'Steps 1–2 of a-plan.md are done.'],
    ['docs/plans/b.md', 'a-plan.md takes 5 days, and 3 people.'],
    ['docs/plans/b.md', 'a-plan.md is of 2025-03-05, for version 5.3.'],
    ['docs/plans/b.md', 'ADR-5 came before a-plan.md.'],
    ['docs/plans/b.md', 'See lines 3 to 5 of a-plan.md.'],
    ['docs/plans/b.md', '1. One\n2. Two\n3. See a-plan.md'],
    ['docs/plans/b.md', '# Other\n\n**Depends on**: a-plan.md\n\n### Step 3: Do\n\n### Step 5: Do'],
    ['docs/plans/b.md', '# Other\n\n## After a-plan.md\n\nIt goes on.\n\n## Steps\n\n### Step 5: Do'],
    ['docs/plans/b.md', 'Step 5 is hard.\n\nSee a-plan.md.'],
    ['docs/plans/b-results.md', '## Step 5\n\nDone.'],
    ['docs/results/b-plan.md', '## Step 5\n\nDone.'],
    ['docs/PROGRESS.md', '- [x] Step 5'],
    ['docs/plans/STATUS.md', '| Plan | State |\n|---|---|\n| 005 | done |'],
    ['docs/plans/PROGRESS.md', '| Who | Days |\n|---|---|\n| Tom | 5 |'],
    ['docs/plans/PROGRESS.md', 'It took 5 days.\n\n1. One\n2. Two\n3. Three']
  ])('%s: %j', (name, text) => expect(holder(a, { path: name, text })).toBeUndefined())
})

test('another version of the plan, by its own title, numbers its own units', () => {
  const heading = /^# .*/m.exec(steps)![0]
  expect(holder(a, { path: 'old/b.md', text: `${heading}\n\n## Step 5\n\nSort it.\n` })).toBeUndefined()
  expect(holder(a, { path: 'old/b.md', text: `${heading}: notes\n\nStep 5 is slow.\n` })).toBe('5')
})
