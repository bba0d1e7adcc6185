/** Small questions to a plan: what is chosen, tracked, drawn, answered, named, counted. */
import type { Code } from 'mdast'
import { describe, expect, test } from 'vitest'
import { allFields, allMetadata } from '../../src/plan/every.ts'
import { choosingField } from '../../src/profiles/fields.ts'
import { chosenOptions } from '../../rules/alternatives/chosen.ts'
import { contradictionOf } from '../../src/checks/contradictions.ts'
import { isDiagram } from '../../rules/diagram-explained/diagrams.ts'
import { examine } from '../../src/plan/examined.ts'
import { stepsOf } from '../../src/plan/steps.ts'
import { countQuestions, isQuestionAnswered } from '../../src/plan/questions.ts'
import { isQuoted } from '../../src/outline/quotations.ts'
import { summarise } from '../../src/plan/summary.ts'
import { isUnwritten } from '../../src/checks/unwritten.ts'
import { identifierWords, proseOf } from '../../src/plan/prose.ts'
import type { Profile, SectionSpec } from '../../src/profiles/schema.ts'
import { at, planned } from './planned.ts'

describe('isDiagram', () => {
  const fence = (lang: string | null, value: string): Code => ({ type: 'code', lang, value })

  test.each([
    'mermaid',
    'plantuml',
    'puml',
    'dot',
    'graphviz',
    'd2',
    'ditaa',
    'ascii',
    'svgbob',
    'wavedrom',
    'nomnoml',
    'Mermaid'
  ])('%s is a language of diagrams', lang => {
    expect(isDiagram(fence(lang, 'a'))).toBe(true)
  })

  test.each(['a → b', 'a --> b', 'a ---> b', 'a ==> b', 'a ===> b', 'a <-- b', '+---+', '+-----+', '│ a', '←', '⟶ b'])(
    'lines such as %j draw',
    line => {
      for (const lang of [null, '', 'text', 'TXT', 'plaintext'])
        expect(isDiagram(fence(lang, `${line}\nx\n${line}`))).toBe(true)
      expect(isDiagram(fence(null, `${line}\nx`))).toBe(false)
      expect(isDiagram(fence('ts', `${line}\n${line}`))).toBe(false)
    }
  )

  test.each(['a -> b', 'a => b', 'a <- b', '+--+', '---', '==='])('lines such as %j do not', line => {
    expect(isDiagram(fence('text', `${line}\n${line}`))).toBe(false)
  })

  test('drawings begin within 400 lines', () => {
    expect(isDiagram(fence(null, `${'x\n'.repeat(398)}→\n→`))).toBe(true)
    expect(isDiagram(fence(null, `${'x\n'.repeat(399)}→\n→`))).toBe(false)
  })
})

describe('questions', () => {
  test.each([
    '~~Which port?~~',
    '[x] Which port?',
    '[X] Which port?',
    'Which port? ✅',
    'Resolved: 80',
    'answered (80)',
    'Decided — 80',
    'decision – 80',
    'Answer - 80',
    '**Resolution**: 80',
    'closed:',
    'Answer :80'
  ])('%j is answered', text => {
    expect(isQuestionAnswered(text)).toBe(true)
  })

  test.each([
    'Which port?',
    '~Which~',
    '[ ] Which port?',
    'Has it been resolved?',
    'Which answer is it',
    'Is it disclosed: when?',
    'The answers: many?',
    'decided 80'
  ])('%j is open', text => {
    expect(isQuestionAnswered(text)).toBe(false)
  })

  const sections: SectionSpec[] = [
    {
      id: 'asked',
      title: 'Asked',
      units: [
        { role: 'question', form: ['item'], number: false },
        { role: 'risk', words: ['Risk'], form: ['heading'] }
      ],
      checklist: { role: 'question', ticked: 'approved' }
    },
    { id: 'boxes', title: 'Boxes', checklist: { role: 'question', ticked: 'approved' } },
    { id: 'tasks', title: 'Tasks' }
  ]
  test.each([
    ['## Asked\n\n- Which port?\n- Which host? Answer: ours\n- Whose?\n\n### Risk 1\n\nCosts.', 3, 2],
    ['## Asked\n\nN/A: nothing to ask', 0, 0],
    ['## Boxes\n\n- [ ] Which port?\n- [x] Which host?\n- [-] Whose?', 3, 2],
    ['## Tasks\n\n- [ ] Do it', 0, 0],
    ['## Boxes', 0, 0],
    ['## Other\n\n- [ ] Which?', 0, 0],
    ['## Asked\n\n### Risk 1\n\n- [ ] Sure?\n- [x] Really?', 2, 1]
  ])('%j', (text, total, open) => {
    expect(countQuestions(planned(text, { sections }))).toEqual({ total, open })
  })
})

describe('chosenOptions', () => {
  const words = ['✅ CHOSEN', 'chosen', 'picked one', '⭐']
  const chosen = (lines: string, given = words): string[] => {
    const sections: SectionSpec[] = [
      {
        id: 'options',
        title: 'Decisions',
        units: {
          role: 'decision',
          words: ['Decision'],
          form: ['heading'],
          fields: [{ label: 'Choice', aliases: ['Decision:'], choice: 'option', words: given }]
        }
      }
    ]
    const plan = planned(
      `## Decisions\n\n### Decision 1: Store\n\n${lines}\n\n### Decision 2: Host\n\nOurs (chosen)\n`,
      { sections }
    )
    const section = plan.section('options')!
    const [unit] = section.units
    return chosenOptions(unit!, choosingField(unit!.spec)!, plan).map(place => at(place, plan))
  }

  test.each([
    ['- Redis\n- Files (chosen)', ['Files (chosen)']],
    ['- Redis [chosen]', ['Redis [chosen]']],
    ['- Redis CHOSEN\n- Files CHOSEN', ['Redis CHOSEN', 'Files CHOSEN']],
    ['- Redis ✅ Chosen', ['Redis ✅ Chosen']],
    ['- Redis ✅chosen', ['Redis ✅chosen']],
    ['- Redis ✅ Picked one', ['Redis ✅ Picked one']],
    ['- Redis, which was chosen', []],
    ['- Redis (chosen by us)', []],
    ['- Redis ✅', []],
    ['- Redis ✅ fast, chosen', []],
    ['- Redis ⭐', ['Redis ⭐']],
    ['- Redis\n  or CHOSEN', []],
    ['We take Redis.', ['We take Redis.']],
    ['Redis is taken by others.', []],
    ['#### Option A: Redis (chosen)\n\nFast.\n\n#### Option B: Files', ['#### Option A: Redis (chosen)']],
    ['**Option A (chosen)**: Redis', ['**Option A (chosen)**: Redis']],
    ['**Choice:** Redis', ['**Choice:**']],
    ['**Decision**: Redis\n\n- Files (chosen)', ['**Decision**:']]
  ])('%j', (lines, expected) => {
    expect(chosen(lines)).toEqual(expected)
  })

  test('a mark of its own is no tick', () => {
    expect(chosen('- Redis ✅\n- Files ⭐', ['⭐'])).toEqual(['Files ⭐'])
    expect(chosen('- Redis ✅ (a.b)\n- Files ✅ ab', ['a.b'])).toEqual(['Redis ✅ (a.b)', 'Files ✅ ab'])
  })
})

describe('words', () => {
  test.each([
    ['Run docs:check, then store.ts.', ['Run', 'docs:check', 'docs', 'then', 'store.ts.', 'store.ts']],
    ['`[slug].tsx` (src/a_b.ts)', ['[slug].tsx', 'slug].tsx', '(src', 'src', 'a_b.ts)', 'a_b.ts']],
    ['.env, ..., ./x', ['.env', '...', '', '.', '', 'x']],
    ['{a} :b: ~c +d -e $f @g', ['{a}', 'a', ':b:', 'b', '~c', '+d', '-e', '$f', '@g']],
    ['é7 a:b:c', ['é7', 'a:b:c', 'a']],
    ['', []],
    ['{.x}', ['{.x}', '.x']],
    ['.(x', ['.(x', 'x']]
  ])('%j has names', (line, names) => {
    expect([...identifierWords(line)]).toEqual(names)
  })

  test('lines have them, but for commands', () => {
    const prose = proseOf(
      planned('# A plan\n\nThe build, the build.\n\n```sh\nnpm run lint\n```\n\nThen `npm run build` it; lint\n')
    )
    expect([prose.has('build'), prose.has('npm'), prose.has('lint'), prose.has('The'), prose.has('x')]).toEqual([
      true,
      false,
      true,
      true,
      false
    ])
    expect([prose.linesWith('build'), prose.linesWith('lint'), prose.linesWith('x')]).toEqual([
      [{ text: 'The build, the build.', start: 10 }],
      [{ text: `Then ${' '.repeat('`npm run build`'.length)} it; lint`, start: 57 }],
      []
    ])
    expect(proseOf(planned('so\n'.repeat(102))).linesWith('so')).toHaveLength(100)
  })
})

describe('what a plan has', () => {
  const role = (name: 'step' | 'commit' | 'item' | 'phase'): SectionSpec => ({
    id: `${name}s`,
    title: `${name}s`,
    required: false,
    units: { role: name, words: [name], form: ['heading'] }
  })
  const sections = [
    ...(['phase', 'item', 'commit', 'step'] as const).map(role),
    { id: 'files', title: 'Files', files: 'table', required: false } as SectionSpec
  ]

  test('steps are the innermost units that it has', () => {
    const titles = (text: string): string[] => stepsOf(planned(text, { sections })).map(unit => unit.part.title)
    const all = ['phase', 'item', 'commit', 'step'].map(name => `## ${name}s\n\n### ${name} 1\n\nGo.\n`)
    expect([4, 3, 2, 1, 0].map(length => titles(all.slice(0, length).join('\n')))).toEqual([
      ['step 1'],
      ['commit 1'],
      ['item 1'],
      ['phase 1'],
      []
    ])
  })

  const text = [
    '# Cache',
    '',
    '## steps',
    '',
    '### step 1',
    '',
    '- [x] Write `src/a.ts`',
    '- [x] Test',
    '',
    '### step 2',
    '',
    '- [x] Run `npm test`',
    '- [ ] Look',
    '',
    '### step 3',
    '',
    'Rest.',
    '',
    '```sh',
    'npm ci',
    'npm run build',
    '```',
    '',
    '## files',
    '',
    '| File | Action |',
    '| --- | --- |',
    '| `src/a.ts` | Create |',
    '| `src/b.ts` | Modify |',
    '| `src/b.ts` | Delete |',
    '| `src/c/` | Create |',
    '| `src/d.ts` | Keep |',
    '| `src/f.ts` | |',
    '| `src/e.ts` | No change |'
  ].join('\n')

  test('is counted', () => {
    expect(examine(planned(text, { sections }))).toEqual({
      sections: 2,
      steps: 3,
      commands: 3,
      files: 5,
      checkboxes: 4
    })
    expect(examine(undefined)).toEqual({ sections: 0, steps: 0, commands: 0, files: 0, checkboxes: 0 })
    expect(examine(planned('`npm test`')).commands).toBe(1)
  })

  test('is summed up', () => {
    expect(summarise(planned(text, { sections }))).toEqual({
      title: 'Cache',
      state: null,
      steps: { total: 3, tracked: 2, done: 1 },
      boxes: { total: 4, done: 3 },
      questions: { total: 0, open: 0 },
      changes: [
        { path: 'src/a.ts', mark: 'new' },
        { path: 'src/b.ts', mark: 'modified' }
      ]
    })
    const status: Partial<Profile> = {
      fields: [{ label: 'Status', values: { Draft: 'draft' } }]
    }
    expect(summarise(planned('**Status:** Draft', { sections, ...status }))).toMatchObject({
      title: null,
      state: 'draft',
      steps: { total: 0, tracked: 0, done: 0 },
      changes: []
    })
  })

  test('its fields, those inside of others included', () => {
    const inner = [{ label: 'Inner' }]
    const unit = {
      role: 'step' as const,
      name: 'step',
      words: ['Step'],
      form: ['heading' as const],
      fields: [{ label: 'How', fields: inner }],
      units: {
        role: 'item' as const,
        name: 'item',
        words: ['Item'],
        form: ['heading' as const],
        fields: [{ label: 'What' }]
      }
    }
    const plan = planned(
      '**Owner:** Ana\n\n## Goal\n\n**Why:** so\n\n### Step 1\n\n**How:**\n- **Inner:** so\n\n#### Item 1\n\n**What:** it',
      {
        fields: [{ label: 'Owner', fields: [{ label: 'Mail' }] }],
        sections: [{ id: 'goal', title: 'Goal', fields: [{ label: 'Why' }], units: unit }]
      }
    )
    expect(allFields(plan).map(field => field.spec.label)).toEqual(['Why', 'How', 'Inner', 'What'])
    expect(allMetadata(plan).map(field => field.spec.label)).toEqual(['Owner', 'Mail'])
  })

  test('units are unwritten while a title is', () => {
    const units = (title: string): boolean => {
      const plan = planned(`## steps\n\n### step 1: Go\n\nTBD\n\n### step 2: ${title}\n\nGo.`, { sections })
      return isUnwritten(plan.units('step'), plan)
    }
    expect([units('TBD'), units('Rest')]).toEqual([true, false])
  })

  test('quotations, however deep in them', () => {
    const plan = planned('> - - quoted\n\n- plain')
    expect(plan.outline.nodes.paragraphs.map(node => isQuoted(node, plan.outline))).toEqual([true, false])
  })

  test.each([
    ['| `tests/a.test.ts` | Create |', 'tests/a.test.ts'],
    ['| `src/a.ts` | Create |\n| `a_test.go` | Modify |', 'a_test.go'],
    ['| `src/a.ts` | Create |', undefined],
    ['| `tests/a.test.ts` | Delete |', undefined],
    ['| `tests/a.test.ts` | No change |', undefined],
    ['| `tests/unit/` | Create |', undefined]
  ])('tests that it names contradict "no tests": %j', (row, path) => {
    const specs: SectionSpec[] = [{ id: 'tests', title: 'Tests', na: 'unless-tests' }, ...sections]
    const plan = planned(`## Tests\n\nN/A: none\n\n## files\n\n| File | Action |\n| --- | --- |\n${row}`, {
      sections: specs
    })
    const found = contradictionOf(plan.section('tests')!, plan)
    expect(found?.path).toBe(path)
    if (found) expect(at(found.place, plan)).toContain('test')
    expect(contradictionOf(plan.section('files')!, plan)).toBeUndefined()
  })

  test('a file that is only looked at is no contradiction', () => {
    const plan = planned('## Tests\n\nN/A: none\n\n## Context\n\n```\ntests/\n└── a.test.ts\n```', {
      sections: [
        { id: 'tests', title: 'Tests', na: 'unless-tests' },
        { id: 'context', title: 'Context', files: 'context' }
      ]
    })
    expect(contradictionOf(plan.section('tests')!, plan)).toBeUndefined()
  })
})
