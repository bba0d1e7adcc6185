/** What a stranger found, by kind: a green check that looked at nothing, a fix that made a sentence false, words of work taken for a template's. */
import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createSiblings } from '../../src/index.ts'
import { lintText } from '../../src/lint/linter.ts'
import { holding } from './listing.ts'

const rulesOf = (text: string, forced: string): string[] => lintText(text, { forced }).findings.map(({ rule }) => rule)

describe('an empty document never passes, whoever names its profile', () => {
  test.each(['generic', 'speckit-constitution', 'speckit-quickstart', 'kiro-tasks'])('%s', profile => {
    for (const text of ['', '# Title\n', '---\na: 1\n---\n']) {
      const { findings, state } = lintText(text, { forced: profile })
      expect(findings.map(({ message }) => message)).toEqual([expect.stringMatching(/^Empty plan/)])
      expect(findings[0]!.severity).toBe('error')
      expect(state).toBe('not-judged')
    }
  })

  test('where sections are demanded, these are missing', () => {
    expect(rulesOf('', 'design-plan')).toContain('required-sections')
  })
})

describe('numbers in words hold a renumbering back', () => {
  const plan = (sentence: string): string =>
    `# Plan\n\n## Implementation Steps\n\n### Step 1: First\n\n${sentence}\n\n### Step 2: Second\n\n### Step 4: Third\n`
  const isSafe = (sentence: string): boolean =>
    lintText(plan(sentence), { forced: 'design-plan' }).findings.find(({ rule }) => rule === 'step-sequence')!
      .fixes![0]!.safe

  test.each(['Only steps one and four touch it.', 'Steps two to four hang together.', 'Run steps one, two and four.'])(
    '%s',
    sentence => {
      expect(isSafe(sentence)).toBe(false)
    }
  )

  test.each(['The four of us review it.', 'Steps are reviewed by four people.'])('%s', sentence => {
    expect(isSafe(sentence)).toBe(true)
  })
})

test('units that other files address by number are renumbered by a person', () => {
  const requirements =
    '# Requirements Document\n\n## Introduction\n\nNotes.\n\n## Requirements\n\n### Requirement 1: Add\n\n**User Story:** As a user, I want notes, so that I remember.\n\n#### Acceptance Criteria\n\n1. WHEN a note is typed, THE SYSTEM SHALL keep it\n\n### Requirement 3: Drop\n\n**User Story:** As a user, I want to drop notes, so that I forget.\n\n#### Acceptance Criteria\n\n1. WHEN a note is dropped, THE SYSTEM SHALL delete it\n'
  const { findings } = lintText(requirements, {
    forced: 'kiro-requirements',
    path: '.kiro/specs/notes/requirements.md',
    siblings: createSiblings({})
  })
  const [found] = findings.filter(({ rule }) => rule === 'step-sequence')
  expect(found!.fixes?.some(({ safe }) => safe) ?? false).toBe(false)
})

test('to write the text is work; to write text is still to be done', () => {
  const plan = (action: string): string => `# Ship\n\n## Steps\n\n1. ${action}\n2. Send it with \`npm test\`\n`
  expect(rulesOf(plan('Write the text'), 'generic')).not.toContain('no-placeholder')
  expect(rulesOf(plan('Write text here'), 'generic')).toContain('no-placeholder')
})

test('what alone stands in its section is written, not deleted', () => {
  const left = (body: string): string | undefined =>
    lintText(`# Plan\n\n## Goal\n\n${body}\n\n## Non-Goals\n\nNone.\n`, {
      forced: 'our',
      profiles: [our]
    }).findings.find(({ rule }) => rule === 'no-placeholder')?.help
  expect(left('*Say why it has to change.*')).toBe('Write there what it asks for')
  expect(left('*Say why it has to change.*\n\nIt is slow.')).toBe('Delete it')
})

const our = {
  name: 'our',
  title: 'Our plan',
  summary: 'A plan of ours',
  detect: {},
  sections: [
    { id: 'goal', title: 'Goal' },
    { id: 'non-goals', title: 'Non-Goals' }
  ],
  placeholders: ['*Say why it has to change.*']
} as never

describe('a plan without a template does not get better by what is cut out of it', () => {
  const step = (number: number, verify = '`npm test`', word = 'Step', mark = '##'): string =>
    `${mark} ${word} ${number}: Part ${number}\n\nChange the reader.\n\n${verify === '' ? '' : `**Verify**: ${verify}\n\n`}`
  const told = (...parts: string[]): string[] =>
    lintText(`# Speed up the index\n\nIt reads everything twice.\n\n${parts.join('')}`, {
      path: 'docs/plans/index-speed.md'
    }).findings.map(({ rule, message }) => `${rule} ${message}`)

  test('a step that loses its verification among others that have one', () => {
    expect(told(step(1), step(2, '`true`'), step(3))).toEqual([
      'verification-quality Expected a command that can fail: `true` always succeeds'
    ])
    expect(told(step(1), step(2, ''), step(3))).toEqual([
      'step-verification Missing verification in step "Step 2: Part 2"'
    ])
    expect(told(step(1), step(2), step(3))).toEqual([])
    // Half of them without one is a habit, and no slip.
    expect(told(step(1), step(2, ''), step(3), step(4, ''))).toEqual([])
    expect(told(step(1), step(2, '').replace('Part 2', 'Test the whole'), step(3))).toEqual([])
  })

  test('the first step gone, or its heading', () => {
    const first = 'step-sequence Expected the first step to be 1, found 2'
    expect(told(step(2), step(3))).toEqual([first])
    expect(told(step(2))).toEqual([first])
    expect(told(step(1).replace(/^.*\n/, ''), step(2), step(3))).toEqual([first])
    expect(told('## Phase 1: A\n\n', step(2, '`npm test`', 'Step', '###'), '## Phase 2: B\n\nText.\n\n')).toEqual([
      first
    ])
  })

  test('a step gone between two lists that are numbered through', () => {
    const lists = (...numbers: number[][]): string[] =>
      told(
        ...numbers.map(
          (list, i) =>
            `## Phase ${i + 1}: Part\n\n${list.map(number => step(number, '`npm test`', 'Step', '###')).join('')}`
        )
      )
    expect(lists([1, 2], [3, 4])).toEqual([])
    expect(lists([1, 2], [1, 2])).toEqual([])
    expect(lists([1, 2], [4, 5])).toEqual(['step-sequence Missing step 3: 4 follows 2'])
  })

  test('one task of many, and later phases, are plans of their own', () => {
    expect(told(step(7, '`npm test`', 'Task'))).toEqual([])
    expect(told(step(2, '`npm test`', 'Phase'), step(3, '`npm test`', 'Phase'))).toEqual([])
  })
})

test('where steps may begin at 0 or 1, the one they begin with decides', () => {
  const plan = fs.readFileSync('fixtures/plans/superpowers-plan/valid-2.md', 'utf8')
  const start = plan.indexOf('## Task 1')
  const left = plan.slice(0, start) + plan.slice(plan.indexOf('## Task 2'))
  expect(lintText(left, { path: 'docs/superpowers/plans/a.md' }).findings.map(({ message }) => message)).toContain(
    'Missing task 1: 2 follows 0'
  )
})

describe('steps with a verification are those of any plan', () => {
  const step = (number: number): string =>
    `## Step ${number}: Part ${number}\n\n**Files**: \`src/a${number}.ts\`\n\n**Actions**:\n\n- Change it\n\n**Verify**: \`npm test\`\n\n`
  const verified = step(1).replace(/\*\*Files[^]*?(?=\*\*Verify)/, '')

  test.each(['plans/index-speed.md', 'docs/plans/index-speed.md', 'PLAN.md'])('at %s', path => {
    const report = lintText(`# Speed up the index\n\nSlow.\n\n${verified}`, { path })
    expect(report).toMatchObject({ profile: 'generic', findings: [] })
  })

  test('with sections of its own it is a plan of another kind, which is no error', () => {
    const own = `# Speed up the index\n\n## Background\n\nOld.\n\n## Approach\n\nCache.\n\n${step(1)}${step(2)}## Rollback\n\nRevert.\n`
    const { profile, findings } = lintText(own, { path: 'docs/plans/index-speed.md' })
    expect(profile).toBe('generic')
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('a set does not get better by what is cut out of one of its files', () => {
  const told = (path: string, files: Record<string, string>): string[] =>
    lintText(files[path]!, { path, siblings: createSiblings(files) }).findings.map(
      ({ severity, rule, message }) => `${severity} ${rule} ${message}`
    )
  const plan = (name: string): string => fs.readFileSync(`fixtures/plans/${name}.md`, 'utf8')

  test('tasks that name no story any more, while the specification has some', () => {
    const [spec, tasks] = ['specs/001-a/spec.md', 'specs/001-a/tasks.md']
    const boxes = [...plan('speckit-tasks/valid-1').matchAll(/^- \[.\] T\d+.*$/gm)].map(([line]) => line)
    const files = { [spec]: plan('speckit-spec/valid-1'), [tasks]: `# Tasks\n\n${boxes.join('\n')}\n` }
    expect(told(tasks, files)).toEqual([])
    files[tasks] = files[tasks]!.replaceAll(/\[US\d\] /g, '')
    expect(told(tasks, files)).toEqual([
      'warning traceability Missing reference to each story of spec.md: no task names one'
    ])
    expect(lintText(files[spec]!, { path: spec, siblings: createSiblings(files) }).notes).toContain(
      'Not wholly compared with tasks.md: no reference to a story can be read in it'
    )
  })

  test.each(['', '# Requirements Document\n', '# Requirements Document\n\n## Introduction\n\nLetters.\n'])(
    'requirements in which nothing is left that could be one: %j',
    left => {
      const [tasks, design, requirements] = ['tasks.md', 'design.md', 'requirements.md'].map(
        name => `.kiro/specs/a/${name}`
      ) as [string, string, string]
      const files = { [tasks]: plan('kiro-tasks/valid-1'), [design]: plan('kiro-design/valid-1'), [requirements]: left }
      const stranded = 'requirements.md has nothing in it that could be one'
      expect(told(tasks, files)).toEqual([`error traceability Unknown criterion 1.1: ${stranded}`])
      expect(told(design, files)).toEqual([`error traceability Unknown criterion 1.3: ${stranded}`])
      // What is told of it was compared.
      const notes = lintText(files[tasks]!, { path: tasks, siblings: createSiblings(files) }).notes.join('\n')
      expect(notes).toContain('Read beside it: requirements.md')
      expect(notes).not.toContain('compared with')
      // In words that nobody here reads, there may be some.
      const foreign = { ...files, [requirements]: '# Anforderungen\n\n- Briefe werden gelesen\n' }
      expect(told(tasks, foreign)).toEqual([])
      expect(lintText(foreign[tasks]!, { path: tasks, siblings: createSiblings(foreign) }).notes).toContain(
        'Not compared with requirements.md: no criterion can be read in it'
      )
    }
  )

  test('requirements are theirs though the heading above them is gone', () => {
    const path = 'specs/001-a/spec.md'
    const text = plan('speckit-spec/valid-1').replace('FR-002', 'FR-001')
    const twice = 'error step-sequence Duplicate requirement FR-001'
    expect(told(path, { [path]: text })).toContain(twice)
    expect(told(path, { [path]: text.replace('### Functional Requirements\n', '') })).toContain(twice)
  })
})

describe('"N/A" above what it denies', () => {
  const said = (body: string): string[] => rulesOf(`# Ship\n\n## Risks\n\n${body}\n`, 'generic')
  test.each(['N/A\n\n- The disk fills', 'N/A — none known\n\n| Risk | What then |\n| --- | --- |\n| Rain | Wait |'])(
    '%j',
    body => expect(said(body)).toEqual(['na-justification'])
  )
  test.each([
    'N/A — of the old ones:\n\n- Rain was never seen',
    'N/A — these were looked at and are none\n\n- Rain',
    'N/A — none known\n\n| Risk | What then |\n| --- | --- |'
  ])('not: %j', body => expect(said(body)).toEqual([]))
})

test('what comments silence is said in the report', () => {
  const notes = (comment: string): string[] =>
    lintText(`# Plan\n\n${comment}\n\nTBD, and TODO.\n\n## Steps\n\n1. Run \`npm test\`\n`, {
      forced: 'generic'
    }).notes.filter(note => note.startsWith('Silenced'))
  expect(notes('<!--lint disable-->')).toEqual([
    'Silenced by comments: 1 error (no-placeholder); line 3 disables all rules'
  ])
  expect(notes('<!--lint disable no-placeholder-->')).toEqual(['Silenced by comments: 1 error (no-placeholder)'])
  expect(notes('<!--lint disable step-order-->')).toEqual([])
})

describe('a plan whose steps are a list or boxes', () => {
  const told = (...lines: string[]): string[] =>
    rulesOf(`# Ship\n\n## Goal\n\nShip it.\n\n## Tasks\n\n${lines.join('\n')}\n`, 'generic')
  const open = ['Write it', 'Send it to the shop', 'Look at it']

  test('says nowhere how it is verified', () => {
    expect(told(...open.map((text, i) => `${i + 1}. ${text}`))).toEqual(['step-verification'])
    expect(told(...open.map(text => `- [ ] ${text}`))).toEqual(['step-verification'])
  })

  test('says it once, in whatever way', () => {
    expect(told(...open.map(text => `- [ ] ${text}`), '- [ ] Check that it has come')).toEqual([])
    expect(told(...open.map(text => `- [ ] ${text}`), '', 'At the end, run `npm test`.')).toEqual([])
    expect(told(...open.map(text => `- [ ] ${text}`), '', '## Acceptance criteria', '', 'It has come.')).toEqual([])
    expect(told('- [ ] Write it', '- [ ] Send it to the shop')).toEqual([])
  })
})

test('what is left of a plan is told by the units that it has, not by the first that has some of its labels', () => {
  const text = fs.readFileSync('fixtures/plans/planning-md/valid-1.md', 'utf8')
  const phases = text.slice(text.indexOf('### **Phase 1'), text.indexOf('---', text.indexOf('### **Phase 2')))
  const { findings } = lintText(`# Lock orders\n\n${phases}`, { path: 'docs/plans/a.md' })
  expect(findings.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    expect.stringMatching(/^error Unknown kind of plan, judged without a template: nearest is planning-md/)
  ])
})

describe('titles and drawings that are taken out', () => {
  const plan = (name: string): string => fs.readFileSync(`fixtures/plans/${name}.md`, 'utf8')
  const told = (profile: string, text: string): string[] =>
    lintText(text, { forced: profile }).findings.map(({ rule, message }) => `${rule}: ${message}`)

  test('a label of what each alternative has is the name of none', () => {
    const text = plan('design-plan/valid-1')
    const from = text.indexOf('### Alternative A')
    const to = text.indexOf('## 6.')
    const bare = text.slice(0, from) + text.slice(from, to).replace(/^###.*\n/gm, '') + text.slice(to)
    expect(told('design-plan', bare)).toEqual([
      'alternatives: Missing alternatives in "Alternatives Considered": found 0, expected at least 1'
    ])
  })

  test('a field that is nothing but a drawing is explained by its own words', () => {
    const drawing = '```mermaid\ngraph TD\n  a --> b\n```\n'
    const unexplained = (architecture: string): string[] =>
      told(
        'design-plan',
        `# Plan\n\n## Design Overview\n\n${architecture}\n\n**Data flow**: From the shop to the bank and back.\n`
      ).filter(message => message.startsWith('diagram-explained'))
    expect(unexplained(`**Architecture**:\n\n${drawing}`)).toEqual([
      'diagram-explained: Missing explanation of the diagram in "Architecture"'
    ])
    expect(unexplained(`**Architecture**: a feeds b.\n\n${drawing}`)).toEqual([])
    expect(unexplained(`**Architecture**:\n\n${drawing}\na feeds b.`)).toEqual([])
  })

  test('a fence without a word is no map', () => {
    const text = plan('planning-md/valid-1')
    const from = text.indexOf('```', text.indexOf('4.1 File Interaction Map'))
    const to = text.indexOf('```', from + 3)
    const empty = `${text.slice(0, text.indexOf('\n', from) + 1)}${text.slice(to)}`
    expect(told('planning-md', empty)).toContain('section-content: Missing diagram in "File Interaction Map"')
  })

  const task = (...lines: string[]): string[] =>
    told('superpowers-plan', `# Ship\n\n### Task 1: Build\n\n${lines.join('\n')}\n`).filter(message =>
      message.includes('Duplicate')
    )
  const step = (number: number): string => `- [ ] **Step ${number}: Do it**\n\nRun: \`npm test\`\nExpected: PASS\n`

  test('files again behind the steps of a task are those of another', () => {
    const files = '**Files:**\n- Create: `src/a.ts`\n'
    expect(task(files, step(1), files, step(2))).toEqual([
      'step-fields: Duplicate "Files" in task "Task 1: Build": another task begins here without its title'
    ])
    expect(task(files, files, step(1), step(2))).toEqual([])
  })
})

describe('what nobody sees says nothing', () => {
  const toldOf = (text: string, forced: string): string[] =>
    lintText(text, { forced }).findings.map(({ rule, message }) => `${rule} ${message}`)
  const plan = (name: string, change: (text: string) => string): string => {
    const before = fs.readFileSync(`fixtures/plans/${name}.md`, 'utf8')
    const after = change(before)
    expect(after).not.toBe(before)
    return after
  }

  test('a comment is no content of a plan, nor of a requirement', () => {
    const { findings } = lintText('# Ship it plan\n\nIt is slow.\n\n## Steps\n\n<!-- all the steps -->\n', {
      path: 'docs/plans/ship.md'
    })
    // That the section which would hold the work is empty is the same slip.
    expect(findings.map(({ message }) => message)).toEqual(['Empty plan: nothing in it can be carried out'])
    const two = '# Ship it plan\n\nIt is slow.\n\n## Risks\n\n<!-- which -->\n\n## Steps\n\n<!-- all of them -->\n'
    expect(lintText(two, { path: 'docs/plans/ship.md' }).findings.map(({ message }) => message)).toEqual([
      'Empty plan: nothing in it can be carried out',
      'Empty section "Risks"',
      'Empty section "Steps"'
    ])
    const delta = (body: string): string =>
      `## ADDED Requirements\n\n### Requirement: Ring\n\n${body}\n\n#### Scenario: Late\n\n- **WHEN** it is late\n- **THEN** it rings\n`
    for (const body of ['<!-- later -->', '<br>', '<a id="ring"></a>'])
      expect(toldOf(delta(body), 'openspec-delta')).toContain('requirement-form Missing text of requirement "Ring"')
    expect(toldOf(delta('The bell SHALL ring. <!-- or hum -->'), 'openspec-delta')).toEqual([])
  })

  test('a date or a person in a comment is none', () => {
    const undated = plan('backlog-plan/valid-1', text => text.replace('on October 6, 2025', '<!-- October 6, 2025 -->'))
    expect(toldOf(undated, 'backlog-plan')).toContain('metadata Missing date above the first section')
    const unasked = plan('design-plan/valid-1', text =>
      text.replace(
        /^None: palm.*$/m,
        '- Shall the pen undo with its button, too? Two of three pens have one. <!-- @mira -->'
      )
    )
    expect(rulesOf(unasked, 'design-plan')).toContain('open-questions')
    expect(rulesOf(unasked.replace('<!-- @mira -->', '@mira'), 'design-plan')).not.toContain('open-questions')
    const approved = plan('planning-md/valid-1', text =>
      text.replace(/^\*\*Approved By:\*\*.*$/m, '**Approved By:** <!-- @mira -->')
    )
    expect(rulesOf(approved, 'planning-md')).toContain('metadata')
  })

  test.each(['<br>', '<hr/>', '<span class="x"></span>', '<!-- later -->'])('%s is no text of a section', body => {
    const text = plan('execplan/valid-1', text => text.replace(/^A warden opens.*$/m, body))
    expect(toldOf(text, 'execplan')).toContain('section-content Empty section "Purpose / Big Picture"')
  })

  test('tags that may be to fill in, images, and words beside a comment are something', () => {
    const isEmpty = (body: string): boolean =>
      toldOf(
        plan('execplan/valid-1', text => text.replace(/^A warden opens.*$/m, body)),
        'execplan'
      ).includes('section-content Empty section "Purpose / Big Picture"')
    for (const body of [
      '![gates](gates.png)',
      '<!-- a -->\n\nGates.',
      '`<!-- a -->` is kept.',
      '<img src="gates.png">'
    ])
      expect(isEmpty(body)).toBe(false)
  })

  test('a link without a text is no value', () => {
    const step = (actions: string): string =>
      `# Bell\n\n## Implementation Steps\n\n### Step 1: Write\n\n**Files**: \`src/a.ts\`\n\n**Actions**: ${actions}\n\n**Verify**: \`npm test\`\n`
    expect(toldOf(step('[ ](a.md)'), 'design-plan')).toContain('step-fields Empty "Actions" in step "Step 1: Write"')
    expect(rulesOf(step('[as there](a.md)'), 'design-plan')).not.toContain('step-fields')
  })

  test('a step in a comment touches no file', () => {
    const lost = (body: string): boolean =>
      toldOf(
        `# Bell\n\n## Files Modified or Created\n\n### File-by-File Overview\n\n#### \`src/a.ts\` (new)\n\nHolds it.\n\n#### \`src/b.ts\` (modified)\n\nMounts it.\n\n## Implementation Steps\n\n### Step 1: Write\n\n**Files**: \`src/a.ts\`\n\n**Actions**: Write it\n\n**Verify**: \`npm test\`\n\n${body}\n`,
        'design-plan'
      ).includes('step-order Missing step for "src/b.ts": none touches it')
    expect(lost('')).toBe(true)
    expect(lost('<!-- src/b.ts -->')).toBe(true)
    expect(lost('<!--\n### Step 2: Mount\n\n**Files**: `src/b.ts`\n-->')).toBe(true)
    expect(lost('### Step 2: Mount\n\n**Files**: `src/b.ts`\n\n**Actions**: Mount it\n\n**Verify**: `npm test`')).toBe(
      false
    )
  })
})

describe('files of a set do not get better by what is cut out of them', () => {
  const criteria = '1. WHEN a coin is refused THEN the kiosk SHALL show it\n'
  const requirements = (second: string): string =>
    `# Requirements Document\n\n## Introduction\n\nCoins.\n\n## Requirements\n\n### Requirement 1: Take\n\n**User Story:** As a guest, I want to pay, so that I can park.\n\n#### Acceptance Criteria\n\n1. WHEN a coin falls THEN the kiosk SHALL count it\n\n### Requirement 2: Refuse\n\n**User Story:** As a guest, I want to see it, so that I can try again.\n\n${second}`
  const tasks =
    '# Implementation Plan\n\n- [ ] 1. Count coins\n  - _Requirements: 1.1_\n- [ ] 2. Show refusals\n  - _Requirements: 2.6_\n'
  const told = (second: string): string[] => {
    const siblings = createSiblings(path =>
      path.endsWith('requirements.md') ? { text: requirements(second) } : undefined
    )
    const { findings } = lintText(tasks, { path: '.kiro/specs/coins/tasks.md', siblings })
    return findings
      .filter(({ rule }) => rule === 'traceability')
      .map(({ severity, message }) => `${severity} ${message}`)
  }

  test.each([
    ['criteria', `#### Acceptance Criteria\n\n${criteria}`],
    ['none', '#### Acceptance Criteria\n\nNone\n'],
    ['N/A and why', '#### Acceptance Criteria\n\nN/A — nothing to check\n'],
    ['an empty section', '#### Acceptance Criteria\n']
  ])('a criterion that there is not stays unknown: %s', (_, second) => {
    expect(told(second)).toEqual(['error Unknown criterion 2.6: requirements.md has none such'])
  })

  test.each([
    '#### Acceptance Criteria\n\nThe display SHALL show each refused coin.\n',
    '#### Checks\n\nThe display shows each refused coin.\n'
  ])('where criteria may be written otherwise, nothing is said: %j', second => {
    expect(told(second)).toEqual([])
  })

  test('the technical context of a plan is never "N/A"; its fields may be', () => {
    const plan = fs.readFileSync('fixtures/plans/speckit-plan/valid-1.md', 'utf8')
    const context = /(?<=## Technical Context\n\n)[^]*?(?=\n## )/
    const said = (body: string): string[] =>
      lintText(plan.replace(context, body), { forced: 'speckit-plan' }).findings.map(({ message }) => message)
    expect(said('N/A\n')).toEqual(['"N/A" in "Technical Context", which a plan cannot do without'])
    expect(said('**Language/Version**: Node 22\n**Storage**: N/A\n**Testing**: N/A\n**Cache**: N/A\n')).toEqual([])
  })

  test('bullets of another list are no scenarios of a story', () => {
    const story = (number: number, scenarios: string): string =>
      `### User Story ${number} - Pay ${number} (Priority: P1)\n\nA guest pays.\n\n**Why this priority**: They wait.\n\n**Independent Test**: Pay.\n\n**Acceptance Scenarios**:\n\n${scenarios}\n`
    const good = '1. **Given** a ticket, **When** a coin falls, **Then** it is counted'
    const said = (first: string, second: string): string[] =>
      lintText(
        `# Feature Specification: Coins\n\n## User Scenarios & Testing\n\n${story(1, first)}\n${story(2, second)}`,
        {
          forced: 'speckit-spec'
        }
      ).findings.flatMap(({ rule, severity, message }) => (rule === 'scenario' ? `${severity} ${message}` : []))
    expect(said(good, '- A bent coin is refused.')).toEqual(['error Missing scenarios in story "Pay 2 (Priority: P1)"'])
    expect(said(good, '1. A bent coin is refused.')).toEqual([
      expect.stringMatching(/^warning Missing "When" and "Then"/)
    ])
    expect(said('- A coin is counted.', '- A bent coin is refused.')).toHaveLength(2)
    expect(said(good, '- **Given** a ticket\n- **When** a coin falls\n- **Then** it is counted')).toEqual([])
    expect(said(good, '- **Given** a ticket\n- **When** a coin falls\n- **Given** a card')).toHaveLength(3)
    expect(said(good, `- A bent coin is refused.\n- ${good.slice(3)}`)).toEqual([
      expect.stringMatching(/^warning Missing "When" and "Then"/)
    ])
  })
})

describe('the work of a plan without titled steps is judged as that of steps', () => {
  const repo = holding(['src/a.js'], { scripts: { test: 'mocha' } })
  const rulesAt = (text: string): string[] =>
    lintText(text, { forced: 'generic', path: 'docs/plans/a.md', repo }).findings.map(
      ({ rule, place }) => `${place.start.line} ${rule}`
    )

  test('items and boxes', () => {
    const boxes = '# Limit\n\n- [ ] Write it. Verify: `npm run nope`\n- [ ] Mount it. Verify: `true`\n'
    expect(rulesAt(boxes)).toEqual(['3 command-exists', '4 verification-quality'])
    const items = '# Limit\n\n## Steps\n\n1. Write it\n2. Run `npm run nope`\n3. Verify: `true`\n'
    expect(rulesAt(items)).toEqual(['6 command-exists', '7 verification-quality'])
    expect(lintText(items, { forced: 'generic' }).examined.steps).toBe(3)
    const inner =
      '# Limit\n\n- [ ] Write it\n\n  ```bash\n  npm run nope\n  ```\n- [ ] Mount it\n  - Files: `b.js` (modified)\n'
    expect(rulesAt(inner)).toEqual(['6 command-exists', '9 path-exists'])
  })

  test('what was done may be gone, and a server may be looked at', () => {
    expect(
      rulesAt('# Limit\n\n- [x] Take out `npm run old`. Verify: `true`\n- [ ] Mount it. Verify: `npm test`\n')
    ).toEqual([])
    expect(rulesAt('# Limit\n\n## Today\n\n**Verify**: `npx vite`\n\nWe had `npm run old`.\n')).toEqual([])
  })

  const steps = (first: string, second: string): string =>
    `# Limit\n\n## Steps\n\n${first}Verify: \`npm run nope\`\n\n${second}**Files**: \`b.js\` (modified)\n\nVerify: \`true\`\n`
  test('steps whose titles are gone', () => {
    expect(rulesAt(steps('', ''))).toEqual(['5 command-exists', '7 path-exists', '9 verification-quality'])
    expect(rulesAt(steps('', '### Step 1: Mount\n\n'))).toEqual([
      '5 command-exists',
      '9 path-exists',
      '11 verification-quality'
    ])
  })

  test('titles of steps with nothing below them are no plan, whatever stands above', () => {
    const told = (text: string): string[] =>
      lintText(text, { path: 'docs/plans/a.md' }).findings.map(({ message }) => message)
    const bare = '# Limit plan\n\nWe limit each key.\n\n### Step 1: Write it\n\n### Step 2: Mount it\n'
    const empty = 'Empty plan: there is nothing below the titles of its steps'
    expect(told(bare)).toContain(empty)
    expect(told(bare.replace('We limit each key.\n\n', ''))).not.toEqual([])
    expect(told(`${bare}\nIt stands before the router.\n`)).not.toContain(empty)
    expect(told(`${bare}\n## Tasks\n\n- [ ] Write it\n`)).not.toContain(empty)
  })
})

describe('a document that a plan only shows is no part of it', () => {
  const quoted = (text: string): string => text.trim().replace(/^/gm, '> ')
  const fenced = (text: string): string => `\`\`\`\`markdown\n${text}\n\`\`\`\``
  const step = (number: number, file: string, verify = '`npm test`'): string =>
    `### Step ${number}: Part ${number}\n\n**Files**: \`${file}\`\n\n**Actions**: Write it\n\n${verify === '' ? '' : `**Verify**: ${verify}\n`}`
  const told = (...steps: string[]): string[] =>
    lintText(
      `# Bell\n\n## Files Modified or Created\n\n### File-by-File Overview\n\n#### \`src/a.ts\` (new)\n\nHolds it.\n\n#### \`src/b.ts\` (modified)\n\nMounts it.\n\n## Implementation Steps\n\n${steps.join('\n')}\n`,
      { forced: 'design-plan' }
    ).findings.flatMap(({ rule, message }) => (rule === 'required-sections' ? [] : [`${rule} ${message}`]))

  test('a step in a quote or a fence touches no file', () => {
    const lost = ['step-order Missing step for "src/b.ts": none touches it']
    expect(told(step(1, 'src/a.ts'), step(2, 'src/b.ts'))).toEqual([])
    expect(told(step(1, 'src/a.ts'), quoted(step(2, 'src/b.ts')))).toEqual(lost)
    expect(told(step(1, 'src/a.ts'), fenced(step(2, 'src/b.ts')))).toEqual(lost)
  })

  test('nor verifies it the step above', () => {
    const unverified = ['step-verification Missing verification in step "Step 2: Part 2"']
    expect(told(step(1, 'src/a.ts'), step(2, 'src/b.ts', ''), quoted(step(3, 'src/b.ts')))).toEqual(unverified)
    expect(
      told(step(1, 'src/a.ts'), step(2, 'src/b.ts', 'It works.'), quoted(step(3, 'src/b.ts'))).map(message =>
        message.replace(/:.*/, '')
      )
    ).toEqual([expect.stringMatching(/^(?:step-verification|verification-quality|vague-wording) /)])
  })

  test('a remark that is set apart is the step’s', () => {
    expect(told(step(1, 'src/a.ts'), step(2, 'src/b.ts', ''), '> **Verify**: `npm test`')).toEqual([])
  })

  test('a plan that is quoted as a whole is none of a format', () => {
    const tasks = fs.readFileSync('fixtures/plans/kiro-tasks/valid-1.md', 'utf8')
    const report = lintText(quoted(tasks), { path: '.kiro/specs/a/tasks.md' })
    expect(report.findings.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'error Empty plan: there is nothing but a quote in it'
    ])
    expect(report.state).toBe('not-judged')
  })
})
