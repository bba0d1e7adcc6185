/** What is judged though no profile knows it, and what is left of a known kind: deleting parts makes nothing pass. */
import { describe, expect, it } from 'vitest'
import fs from 'node:fs'
import { lintText } from '../../src/lint/linter.ts'

/** `profile recognised`, and whether the run fails. */
function told(text: string, path = 'docs/document.md'): string {
  const report = lintText(text, { path, now: Date.parse('2026-06-01') })
  if (report.state !== 'judged') return report.state
  const fails = report.findings.some(({ severity }) => severity === 'error')
  return `${report.profile} ${report.recognised}${fails ? ', fails' : ''}`
}

/** What says nothing of work but under a title that does. */
const item = '**Problem**: Slow.\n\n**Files**: `src/a.ts`\n\n**Effort**: S\n'

describe('like a plan, wherever it lies', () => {
  it.each([
    '# Hives\n\n## Step 1: Pack\n\nStraw.\n\n## Step 2: Drive\n\nSlowly.\n',
    '# Hives\n\n## Step 1: Pack\n\n**Verify**: `make check`\n\n## Step 2: Drive\n\n**Verify**: `make drive`\n',
    '# Hives\n\n### Task 1: Pack\n\nStraw.\n\n### Task 2: Drive\n\nSlowly.\n',
    '# Hives\n\n```text\nhives/\n├── a.py <new>\n└── b.py <modified>\n```\n\nBoth.\n',
    '# Implementation Plan: the hives\n\nWe pack.\n',
    '# Plan: the hives\n\nWe pack.\n',
    '**Verify**: `npm test`\n\n**Verify**: `make check`\n',
    `# Backlog\n\n### #1 Pack\n\n${item}\n### #2 Drive\n\n${item}`
  ])('%j', text => {
    expect(told(text)).toMatch(/^generic generic/)
  })

  it.each([
    '# Hives\n\nBees.\n\n```sh\nnpm install hives\n```\n\n1. Import it\n2. Use it\n',
    '# How to bake\n\n## Step 1: Mix\n\nFlour.\n\n## Step 2: Bake\n\nHot.\n',
    '# Bread\n\n## Step 1: Mix\n\n```sh\noven on\n```\n\n## Step 2: Eat\n\nHot.\n',
    '# Hives\n\n```text\nhives/\n├── a.py\n└── b.py\n```\n\nBoth.\n',
    `# Hives\n\n### Straw\n\n${item}\n### Wood\n\n${item}`,
    '# Backlog\n\n### Pack\n\n**Owner**: Kim\n\n### Drive\n\n**Owner**: Ola\n',
    '# Minutes\n\n- [ ] Kim writes\n- [ ] Ola counts\n- [ ] Both look\n'
  ])('none: %j', text => {
    expect(told(text)).toBe('not-judged')
  })
})

describe('what is left of a document with a signature', () => {
  const head = '# Pigeons\n\n**Goal:** a\n\n**Architecture:** b\n'
  const task =
    '\n## Task 1: Table\n\n**Files:**\n- Create: `a.py`\n\n**Run**: `pytest a.py`\n\n**Expected**: 3 passed\n'
  it.each([
    ['a field less', head + task],
    ['all tasks less', `${head}\n**Tech Stack:** c\n`],
    ['the quotation alone', '# Pigeons\n\n> REQUIRED SUB-SKILL: plans\n\nText.\n']
  ])('%s', (_, text) => {
    expect(told(text)).toBe('superpowers-plan likely, fails')
  })

  it.each(['- [ ] T001 Dig in src/a.ts\n', '- [x] **T001** Dig\n- [ ] T002 Sow\n'])(
    'a task or two at their place: %j',
    text => {
      const tasks = `# Tasks\n\n${text}`
      expect(told(tasks, 'specs/001-garden/tasks.md')).toMatch(/^speckit-tasks certain/)
      expect(told(tasks, 'garden/tasks.md')).not.toMatch(/^speckit/)
      expect(told('# Tasks\n\n- [ ] Dig\n', 'specs/001-garden/tasks.md')).not.toMatch(/^speckit/)
    }
  )

  const phases = '## Phase 1: Ground\n\n- [ ] T001 Dig\n\n## Phase 2: Beds\n\n- [ ] T001 Sow\n'
  it('phases below the title of a spec-kit list are enough', () => {
    expect(told(`# Tasks: garden\n\n${phases}`)).toBe('speckit-tasks certain, fails')
    for (const title of ['Garden', 'Tasks', 'Tasks of the garden', 'Garden tasks: spring'])
      expect(told(`# ${title}\n\n${phases}`)).not.toMatch(/^speckit/)
    for (const text of ['- [ ] Dig\n- [ ] Sow\n', phases.replaceAll('T001', '1.1')])
      expect(told(`# Tasks: garden\n\n${text}`)).not.toMatch(/^speckit/)
  })

  const meets = (label: string, numbers: string[]): string =>
    numbers.map((number, i) => `- [ ] ${number} Dig\n  - _${label}: 1.${i + 1}_\n`).join('')
  it('numbered boxes with the requirements that they meet are enough: two, or one below the title of a Kiro list', () => {
    expect(told(`# Garden\n\n${meets('Requirements', ['1.', '1.'])}`)).toBe('kiro-tasks certain, fails')
    expect(told(`# 庭\n\n${meets('要件', ['1.', '2.'])}`)).toBe('kiro-tasks certain')
    expect(told(`# Implementation Plan: garden\n\n${meets('Requirements', ['1.'])}`)).toBe('kiro-tasks certain')
    expect(told(`# Garden\n\n${meets('Requirements', ['1.'])}`)).not.toMatch(/^kiro/)
    expect(told(`# Garden\n\n${meets('Notes', ['1.', '2.'])}`)).not.toMatch(/^kiro/)
    expect(told(`# Garden\n\n${meets('Requirements', ['', ''])}`)).not.toMatch(/^kiro/)
    expect(told('# Implementation Plan\n\n- [ ] 1. Dig\n- [ ] 2. Sow\n')).not.toMatch(/^kiro/)
  })

  const tagged = '<task type="auto">\n<name>Dig</name>\n</task>\n'
  it('tagged tasks are likely those of a plan that lost its front matter', () => {
    expect(told(`<tasks>\n${tagged}</tasks>\n`)).toBe('gsd-plan likely, fails')
    expect(told(`<objective>\nBeds.\n</objective>\n\n${tagged}`)).toMatch(/^gsd-plan likely/)
    expect(told(tagged)).not.toMatch(/^gsd/)
    expect(told(`# Tags\n\n\`\`\`xml\n<tasks>\n${tagged}</tasks>\n\`\`\`\n`)).not.toMatch(/^gsd/)
  })

  it('any mark will do at its usual place', () => {
    expect(told(task, 'docs/superpowers/plans/a.md')).toBe('superpowers-plan likely, fails')
    expect(told(task, 'notes/a.md')).toBe('not-judged')
  })
})

/** A valid plan with the sections of these titles alone, its own title above them. */
function rest(name: string, ...titles: string[]): string {
  const text = fs.readFileSync(`fixtures/plans/${name}.md`, 'utf8').replace(/^---\n[^]*?\n---\n/, '')
  const [opening = '', ...others] = text.split(/^(?=## )/m)
  const title = /^# .*\n/m.exec(opening)?.[0] ?? ''
  return [title, ...others.filter(section => titles.some(each => section.split('\n', 1)[0]!.includes(each)))].join('\n')
}

describe('what is left of a plan that is cut down fails, wherever plans lie', () => {
  it.each([
    ['Goal', 'Architecture'],
    ['Goal', 'Tech Stack'],
    ['Architecture', 'Tech Stack'],
    ['Goal', 'Architecture', 'Tech Stack']
  ])('superpowers without %s, %s', (...labels) => {
    const text = fs.readFileSync('fixtures/plans/superpowers-plan/valid-2.md', 'utf8')
    const left = labels.reduce((all, label) => all.replace(new RegExp(`^\\*\\*${label}:.*\\n`, 'm'), ''), text)
    expect(left.length).toBeLessThan(text.length)
    expect(told(left, 'docs/plans/a.md')).toBe('superpowers-plan likely, fails')
    expect(told(left)).toBe('superpowers-plan likely, fails')
  })

  it.each(['design-plan/valid-1', 'design-plan/valid-2', 'design-plan/valid-3'])('%s: its steps alone', name => {
    expect(told(rest(name, 'Implementation Steps'), 'docs/plans/a.md')).toBe('design-plan likely, fails')
  })

  it.each([
    ['design-plan/valid-1', 'Goal'],
    ['design-plan/valid-1', 'Dependencies'],
    ['design-plan/valid-2', 'Open Questions'],
    ['handoff-plan/valid-1', 'Executive Summary'],
    ['handoff-plan/valid-1', 'Quality Checks'],
    ['planning-md/valid-2', 'Change Log'],
    ['task-plan/valid-1', 'Deliverables'],
    ['task-plan/valid-1', 'Production-Grade Checklist']
  ])('%s: title and %s', (name, title) => {
    expect(told(rest(name, title), 'docs/plans/a.md')).toBe('generic generic, fails')
  })

  it.each([
    ['speckit-spec/valid-1', 'Assumptions', 'specs/001-a/spec.md'],
    ['speckit-plan/valid-1', 'Summary', 'specs/001-a/plan.md']
  ])('%s: title and %s, at its place', (name, title, path) => {
    expect(told(rest(name, title), path)).toMatch(/^speckit-[\w-]+ likely/)
    expect(told(rest(name, title), 'docs/document.md')).not.toMatch(/^speckit/)
  })

  it('one with steps of its own is none of them', () => {
    const steps = '\n### Phase 1: Dig\n\nDeep.\n\n### Phase 2: Sow\n\nThin.\n'
    const text = `# Garden Implementation Plan\n\n## Objective\n\nTomatoes.\n\n## Implementation Plan\n${steps}\n## Alternative Approaches\n\nBuy them.\n`
    expect(told(text, 'docs/plans/a.md')).toBe('generic generic')
  })
})

describe('a failing plan without its headings fails', () => {
  it.each([
    'design-plan/valid-2',
    'design-plan/valid-3',
    'design-plan/valid-4',
    'planning-md/valid-1',
    'handoff-plan/valid-1',
    'task-plan/valid-1'
  ])('%s', name => {
    const text = fs.readFileSync(`fixtures/plans/${name}.md`, 'utf8').replace(/^planlint:.*\n/m, '')
    const left = text.replace(/^#.*\n/gm, '')
    expect(told(left, 'plans/a.md')).toMatch(/fails$/)
    expect(told(left)).toMatch(/fails$/)
  })
})
