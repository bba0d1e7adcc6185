/** A plan without a known template: nothing is demanded of it, and what needs no template is judged. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'

const folder = path.join(import.meta.dirname, '../../fixtures/plans/generic')
const [first, second] = ['valid-1.md', 'valid-2.md'].map(name => fs.readFileSync(path.join(folder, name), 'utf8')) as [
  string,
  string
]
const lint = (text: string, file = 'docs/plans/night.md') =>
  lintText(text, { path: file, now: Date.parse('2026-06-01') })

describe('a plan of no known kind', () => {
  it.each([first, second])('is judged, and said to be judged without a template', text => {
    const report = lint(text)
    expect(report).toMatchObject({ state: 'judged', profile: 'generic', recognised: 'generic', findings: [] })
    expect(report.notes.join()).toMatch(/judged without a template \(.+\): no section is demanded/)
  })

  it('is one by its place or by what it holds, not by steps and commands alone', () => {
    const tutorial = '# Bake bread\n\n## Step 1: Mix\n\n```sh\nnpm install\n```\n\n## Step 2: Bake\n\nWait.\n'
    expect(lint(tutorial, 'docs/bread.md').state).toBe('not-judged')
    expect(lint(tutorial.replace('Bake bread', 'Plan for bread'), 'docs/bread.md').state).toBe('judged')
    expect(lint(tutorial, 'docs/plans/bread.md').state).toBe('judged')
    expect(lint(first, 'README.md').state).toBe('not-judged')
  })

  it.each([
    ['## Steps\n\n1. Stop it\n2. Move it\n', 'Plan for the move', 'judged'],
    ['## Steps\n\n1. Stop it\n2. Move it with `npm run move`\n', 'How to move', 'not-judged'],
    ['## Action Items\n\n1. Stop it\n2. Run:\n\n```sh\nnpm run move\n```\n', 'The move', 'judged'],
    ['## Tasks\n\n### 1. Stop it\n\nNow.\n\n### 2. Move it\n\nThen.\n', 'Plan: the move', 'judged'],
    ['## Ideas\n\n1. Stop it\n2. Move it\n', 'Plan for the move', 'not-judged'],
    ['## Phase 1: Stop\n\nNow.\n\n## Phase 2: Move\n\nThen.\n', 'Migration', 'judged'],
    ['## Phase 1: Stop\n\nNow.\n\n## Phase 2: Move\n\nThen.\n', 'The moon', 'not-judged']
  ])('is one by what stands under a title of steps, and by its own: %j of "%s" is %s', (text, title, state) => {
    expect(lint(`# ${title}\n\n${text}`, 'docs/move.md').state).toBe(state)
  })

  it('is called so by name as well', () => {
    const report = lintText('---\nplanlint: generic\n---\n\n# Notes\n\nSome text.\n', { path: 'notes.md' })
    expect(report).toMatchObject({ state: 'judged', profile: 'generic', recognised: 'named', findings: [] })
  })

  it('is told what it is near to, and fails where it is meant', () => {
    const plan = (titles: readonly string[]): string =>
      `# Plan\n\n${titles.map(title => `## ${title}\n\nSome text.\n`).join('\n')}`
    const said = (titles: readonly string[]): string[] =>
      lint(plan(titles)).findings.map(({ severity, rule, message }) => `${severity} ${rule} ${message}`)
    expect(said(['Design Overview', 'Files Modified or Created'])).toEqual([
      'error profile-match Unknown kind of plan, judged without a template: nearest is design-plan, lacking "Goal", "Non-Goals", "Directory Tree"'
    ])
    expect(said(['Notes', 'Ideas'])).toEqual([])
  })

  it('has no part in how the others are recognised', () => {
    expect(builtinProfiles.map(({ name }) => name)).not.toContain('generic')
  })
})

/** What is changed, into what; the rule that tells, and the beginning of the line that it tells of. */
type Mutant = readonly [from: string, to: string, rule: string, line: string]

const broken: readonly Mutant[] = [
  ['### Task 2: Let', '### Task 3: Let', 'step-sequence', '### Task 3'],
  ['### Task 2: Let', '### Task 1: Let', 'step-sequence', '### Task 1: Let'],
  ['## Phase 2: Answer', '## Phase 1: Answer', 'step-sequence', '## Phase 1: Answer'],
  ['npx vitest run tests/sorter.test.ts', 'npx vitest run tests/sorter.test.ts || true', 'verification-quality', '**V'],
  ['npx vitest run tests/sorter.test.ts', 'npx vitest --watch', 'verification-quality', '**Verify'],
  ['`npx vitest run tests/sorter.test.ts`', '`npx vitest watch` stays green', 'verification-quality', '**Verify'],
  ['npx vitest run tests/sorter.test.ts', 'npm run dev', 'verification-quality', '**Verify'],
  ['npx vitest run tests/sorter.test.ts', '/Users/ola/bin/check --all', 'verification-quality', '**Verify'],
  ['npm test\nnpm run lint', 'npm run dev', 'verification-quality', 'npm run dev'],
  ['npm test\nnpm run lint', 'npm test "', 'verification-quality', 'npm test "'],
  ['`npx vitest run tests/sorter.test.ts`', '', 'step-verification', '**Verify**'],
  ['Ten of them, read by @ola.', 'TBD', 'no-placeholder', 'TBD'],
  ['N/A — letters on paper have a plan of their own.', 'N/A', 'na-justification', 'N/A'],
  [
    'Letters that come after six wait until the morning. A second shift of the sorter would answer the simple ones.\n\n## Where things are',
    '## Why\n\n## Where things are',
    'section-content',
    '## Why'
  ],
  ['**Status**: In Progress', '**Status**: Done', 'completion-checklist', '- [ ] End'],
  ['- Create: `src/night.ts`', '- Delete: `src/night.ts`', 'file-coverage', '- Delete'],
  ['night.ts       <new>', 'night.ts       <nwe>', 'file-tree', '├── night.ts'],
  ['├── night.ts      <new>', '├── sorter.ts      <modified>', 'file-tree', '├── sorter.ts']
]

describe('a status that stands at the foot once more', () => {
  const told = (foot: string): string[] =>
    lint(
      `# Plan: the tide table\n\n**Status**: In Progress\n\n## Step 1: Read it\n\nRead it.\n\n## Step 2: Test it\n\n**Verify**: \`npm test\`\n\n---\n\n${foot}\n`
    )
      .findings.filter(({ rule }) => rule === 'metadata')
      .map(({ message }) => message)

  it.each(['Document Status', 'Plan Status', 'Status'])('as %s says the same', label => {
    expect(told(`**${label}**: In Progress`)).toEqual([])
    expect(told(`**${label}**: Draft`)).toEqual(['Conflicting values for "Status": "Draft" here, "In Progress" before'])
  })
})

describe('what is broken in it', () => {
  it.each(broken)('%j → %j', (from, to, rule, line) => {
    const spelt = from.includes('night.ts  ') ? from.replace(/ +</, '       <') : from
    expect(first).toContain(spelt)
    const text = first.replace(spelt, to)
    const lines = text.split('\n')
    const told = lint(text).findings.map(({ rule: id, place }) => [id, lines[place.start.line - 1]!])
    expect(told.map(([id]) => id)).toEqual([rule])
    expect(told[0]![1]).toMatch(new RegExp(`^${line.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`))
  })
})

describe('what is right in it', () => {
  it.each([
    [
      'numbers that go on in another phase',
      '### Task 1: Write the answers\n\nTen of them, read by @ola.\n\n### Task 2: Send',
      '### Task 3: Write the answers\n\nTen of them, read by @ola.\n\n### Task 4: Send'
    ],
    [
      'priorities in titles, several of each',
      '## Phase 1:',
      '## P0 — Lost letters\n\nSeven.\n\n## P2 — Late ones\n\nTwo.\n\n## P2a — Wet ones\n\nOne.\n\n## Phase 1:'
    ],
    ['a status in a title', '## Phase 1:', '## Status: in progress\n\n## Phase 1:'],
    ['a title without text among others like it', 'Ten of them, read by @ola.\n', ''],
    ['a server that is started on the way', 'A letter is simple if it asks one thing.', 'Run `npm run dev` and look.'],
    [
      'a server that is looked at where that is verified',
      '`npx vitest run tests/sorter.test.ts`',
      '`npm run dev` shows the letters of the night'
    ],
    ['a runner that watches at a desk and ends in CI', 'npx vitest run tests/sorter.test.ts', 'npx vitest'],
    ['a word for a status that nobody knows', 'In Progress', 'Waiting for the printer'],
    ['a fence of code that looks like a tree', 'npm run send -- --dry', 'src/\n├── a.ts\n└── a.ts'],
    ['a date in the name of a file', 'Ten of them, read by @ola.', 'See `docs/2026-01-31-answers.md`.']
  ])('%s', (_, from, to) => {
    expect(first).toContain(from)
    expect(lint(first.replace(from, to)).findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
  })
})
