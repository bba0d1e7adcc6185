/** Headings, labels and what they hold: from which line to which, and which blocks are their own. */
import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/parse/parse.ts'
import { buildOutline } from '../../src/outline/outline.ts'
import type { Part } from '../../src/outline/types.ts'

/** "form level title first line-last line = value (blocks)", indented by what holds it. */
function tree(lines: readonly string[]): string[] {
  const text = lines.join('\n')
  const line = (offset: number): number => text.slice(0, offset).split('\n').length
  const say = ({ form, level, title, span, value, blocks }: Part): string =>
    `${form} ${level} ${title} ${line(span.start)}-${line(span.end - 1)}${value ? ` = ${value.text}` : ''}${blocks.length > 0 ? ` (${blocks.map(({ type }) => type).join()})` : ''}`
  const depth = ({ parent }: Part): number => (parent?.parent ? 1 + depth(parent) : 0)
  return buildOutline(parsePlan(text), text, new Set(['verify', 'files', 'run']))
    .parts.slice(1)
    .map(part => '  '.repeat(depth(part)) + say(part))
}

describe('the parts of a document', () => {
  it.each<[string, string[], string[]]>([
    [
      'headings nest',
      ['# A', '', 'text', '', '## B', '', '### C', '', '- x', '', '## D', '---', 'loose'],
      [
        'heading 1 A 1-13 (paragraph)',
        '  heading 2 B 5-10',
        '    heading 3 C 7-10 (list)',
        '  heading 2 D 11-13 (thematicBreak,paragraph)'
      ]
    ],
    [
      'number signs right before a title make a heading',
      ['# A', '', '##B', '', '###`b.ts` (new)', 'Files: a', 'b', '', '##**C**', 'text'],
      [
        'heading 1 A 1-10',
        '  heading 2 B 3-8',
        '    heading 3 b.ts (new) 5-8',
        '      label 7 Files 6-8 = a b',
        '  heading 2 C 9-10 (paragraph)'
      ]
    ],
    [
      'one sign makes the first title of several words',
      ['#The title', '', 'text'],
      ['heading 1 The title 1-3 (paragraph)']
    ],
    [
      'signs that make no title',
      [
        '#12',
        '',
        '#urgent',
        '',
        '#one #two',
        '',
        '##vso[task.x]y',
        '',
        '##=',
        '',
        '> ##B',
        '',
        '- ##C',
        '',
        '# A',
        '',
        '#not a title'
      ],
      ['heading 1 A 15-17 (paragraph)']
    ],
    [
      'bold titles with a number hold labels, and phases hold steps',
      [
        '**Step 1: One**',
        '',
        'a',
        '',
        '**Files:** b',
        '',
        '**Phase 2: Two**',
        '',
        '**Step 3: Three**',
        '',
        'c',
        '',
        '## E'
      ],
      [
        'bold 6.6 Step 1: One 1-6 =  (paragraph)',
        '  label 7 Files 5-6 = b',
        'bold 6.3 Phase 2: Two 7-12 = ',
        '  bold 6.6 Step 3: Three 9-12 =  (paragraph)',
        'heading 2 E 13-13'
      ]
    ],
    [
      'bold titles that say more are labels',
      ['**Step 1: One** more', '', '**Step 2**: value', '', '*Step 3*', '', '**1. Search**'],
      ['label 7 Step 2 3-4 = value', 'label 7 Step 3 5-6 = ', 'label 7 1. Search 7-7 = ']
    ],
    [
      'a rule ends a label',
      ['**Files:**', '', '- a', '', 'x', '', '---', '', 'y'],
      ['label 7 Files 1-6 =  (list,paragraph)']
    ],
    ['a fence behind a list', ['- Run:', '', '```', 'x', '```', '', 'y'], ['label 8 Run 1-5 =  (code)']],
    [
      'a fence behind the last label of a list',
      ['- **Files:** a', '- Run:', '', '```', 'x', '```'],
      ['label 8 Files 1-1 = a', 'label 8 Run 2-6 =  (code)']
    ],
    [
      'a fence behind labels in each other',
      ['- Run:', '  - Verify:', '', '```', 'x', '```', '', '- Run: a'],
      ['label 8 Run 1-6 =  (list)', '  label 9 Verify 2-6 =  (code)', 'label 8 Run 8-8 = a']
    ],
    ['a fence behind a label that has a value', ['- Run: x', '', '```', 'y', '```'], ['label 8 Run 1-1 = x']],
    [
      'a fence that a value leads to',
      ['- a', '- Run: this:', '', '```', 'y', '```', '', 'z'],
      ['label 8 Run 2-6 = this: (code)']
    ],
    [
      'a fence before text that is indented as its item is',
      ['- Run: x', '', '```', 'y', '```', '', '  z', '', 'end'],
      ['label 8 Run 1-7 = x (code,paragraph)']
    ],
    [
      'a fence that cuts a list',
      ['1. Run: x', '', '```', 'y', '```', '', 'z', '', '2. Run: a', '', '```', 'b', '```', '', 'end'],
      ['label 8 Run 1-7 = x (code,paragraph)', 'label 8 Run 9-13 = a (code)']
    ],
    [
      'a fence between lists that are two',
      ['1. Run: x', '', '```', 'y', '```', '', '3. Run: a', '', '- Run: b', '', '```', 'y', '```', '', '* Run: c'],
      ['label 8 Run 1-1 = x', 'label 8 Run 7-7 = a', 'label 8 Run 9-9 = b', 'label 8 Run 15-15 = c']
    ],
    [
      'labels between the items of a list',
      ['**Do**', '', '1. a', '', '```', 'y', '```', '', '   **Verify**: z', '', '2. b'],
      ['label 7 Do 1-9 =  (list,code)', 'label 7 Verify 9-10 = z']
    ],
    [
      'a label that leads to a list behind a fence has it',
      ['- Run: x', '', '```', 'y', '```', '', '*Files*', '', '- a', '- b'],
      ['label 8 Run 1-1 = x', 'label 7 Files 7-10 =  (list)']
    ],
    [
      'a label with a value behind a fence leads to no list',
      ['- Run: x', '', '```', 'y', '```', '', '**Files**: z', '', '- a', '- b'],
      ['label 8 Run 1-7 = x (code,paragraph)', 'label 7 Files 7-8 = z']
    ],
    [
      'a colon leads to a list behind a fence, a number goes on',
      ['- Run: x', '', '```', 'y', '```', '', 'So:', '', '- a', '', '1. Run: z', '', 'So:', '', '2. b'],
      ['label 8 Run 1-1 = x', 'label 8 Run 11-13 = z (paragraph)']
    ],
    ...['##Two', '**Step 2: Two**', '<h2>Two</h2>'].map((title): [string, string[], string[]] => [
      `a list ends before ${title}`,
      ['- Run: x', '', '```', 'y', '```', '', title, '', 'z', '', '- Run: a'],
      [
        'label 8 Run 1-1 = x',
        `${title.startsWith('**') ? 'bold 6.6 Step 2: Two 7-11 = ' : 'heading 2 Two 7-11'} (paragraph,list)`,
        '  label 8 Run 11-11 = a'
      ]
    ]),
    ['a fence behind a text', ['- Run:', '', 'text', '', '```', 'y', '```'], ['label 8 Run 1-1 = ']],
    ['a fence behind a label with a list', ['- Run:', '  - a', '', '```', 'y', '```'], ['label 8 Run 1-2 =  (list)']],
    [
      'a label owns its item',
      [
        '- **Step 1: One**',
        '  Files: a',
        '  b',
        '  Run: c',
        '',
        '  more',
        '',
        '  Verify: d',
        '',
        '  ```',
        '  e',
        '  ```',
        '',
        '  - f',
        '- g'
      ],
      [
        'label 8 Step 1: One 1-14 =  (paragraph,paragraph,code,list)',
        '  label 8 Files 2-3 = a b',
        '  label 8 Run 4-4 = c',
        '  label 8.5 Verify 8-14 = d (code,list)'
      ]
    ],
    [
      'a label at a later line of an item owns no more than its lines',
      ['- g', '  Files: a', '  b', '  Run: c'],
      ['label 8 Files 2-3 = a b', 'label 8 Run 4-4 = c']
    ],
    [
      'labels in nested lists',
      ['- **Files:** a', '  - Run: b', '    - Verify: c', '      d'],
      ['label 8 Files 1-4 = a (list)', '  label 9 Run 2-4 = b (list)', '    label 10 Verify 3-4 = c d']
    ],
    [
      'labels in quotes',
      ['> Files: a', '>', '> b', '>', '> Run:', '>', '> - Verify: c', '>   d', '> > Files: e'],
      [
        'label 8.5 Files 1-1 = a',
        'label 8.5 Run 5-9 =  (list,blockquote)',
        '  label 9 Verify 7-8 = c d',
        'label 9.5 Files 9-9 = e'
      ]
    ],
    [
      'labels in quotes in lists',
      ['- > Files: a', '  > b', '- x', '', '  > Run: y', '  > ', '  > z'],
      ['label 9.5 Files 1-2 = a b', 'label 9.5 Run 5-5 = y']
    ],
    [
      'a label below a plain item',
      ['- x', '', '  Run: a', '', '  - b', '', '  ```', '  c', '  ```', '', '  d', '', '  - e'],
      ['label 8.5 Run 3-3 = a']
    ],
    ['plain items nest', ['- x', '  - Files: a', '', '  - Run: b'], ['label 9 Files 2-2 = a', 'label 9 Run 4-4 = b']],
    [
      'items of other blocks',
      ['1. Verify: a', '   b', '2.', '3. ```', '   x', '   ```', '4. # T'],
      ['label 8 Verify 1-2 = a b']
    ],
    [
      'a label goes on to the next line',
      ['**Files:**', 'a', '', 'b', '', 'c'],
      ['label 7 Files 1-6 = a (paragraph,paragraph)']
    ],
    [
      'a value that is still to come',
      ['**Files:** ', '', 'Run:', 'x', 'y'],
      ['label 7 Files 1-2 = ', 'label 7 Run 3-5 = x y']
    ],
    [
      'underlined headings',
      ['Setext', '===', '', 'a', '', 'B', '---'],
      ['heading 1 Setext 1-7 (paragraph)', '  heading 2 B 6-7']
    ],
    [
      'phases and steps',
      [
        '> # Quoted',
        '> Files: a',
        '',
        '**Milestone 1: M**',
        '',
        '**Sprint 1: S**',
        '',
        '**Commit 1: C**',
        '',
        '**Run:**',
        '',
        '**Commit 2: D**',
        '',
        '**Stage 2**'
      ],
      [
        'bold 6.3 Milestone 1: M 4-5 = ',
        'bold 6.3 Sprint 1: S 6-13 = ',
        '  bold 6.6 Commit 1: C 8-11 = ',
        '    label 7 Run 10-11 = ',
        '  bold 6.6 Commit 2: D 12-13 = ',
        'bold 6.3 Stage 2 14-14 = '
      ]
    ],
    [
      'words of phases',
      ['**Batch 1**', '**Workstream 1**', '', '**Wave 1**', '', '**Iteration 1**', '', '**Part 1**', '', '**Task 1**'],
      [
        'bold 6.3 Batch 1 1-1 = ',
        'bold 6.3 Workstream 1 2-3 = ',
        'bold 6.3 Wave 1 4-5 = ',
        'bold 6.3 Iteration 1 6-7 = ',
        'bold 6.3 Part 1 8-10 = ',
        '  bold 6.6 Task 1 10-10 = '
      ]
    ],
    [
      'a label holds lists',
      ['**Files:** a', '', 'x', '', '- Run: b', '', '---', '', '**Verify:** c', '', '# T'],
      [
        'label 7 Files 1-6 = a (paragraph,list)',
        '  label 8 Run 5-5 = b',
        'label 7 Verify 9-10 = c',
        'heading 1 T 11-11'
      ]
    ],
    [
      'a text between a label and its fence',
      ['- Run:', '', '  x', '', '```', 'y', '```'],
      ['label 8 Run 1-3 =  (paragraph)']
    ],
    ['a quote behind a list', ['- **Run**', '> q'], ['label 8 Run 1-1 = ']],
    [
      'headings hold labels of lists',
      ['# T', '', '- Files:', '  ```', '  a', '  ```', '- Run:', '', '    b'],
      ['heading 1 T 1-9 (list)', '  label 8 Files 3-6 =  (code)', '  label 8 Run 7-9 =  (paragraph)']
    ],
    [
      'numbers are no part of names',
      ['# 2. Two', '', '## Phase 1: x', '', '## A. y', '', '## Goal:'],
      ['heading 1 2. Two 1-7', '  heading 2 Phase 1: x 3-4', '  heading 2 A. y 5-6', '  heading 2 Goal: 7-7']
    ],
    [
      'a heading between a list and a fence',
      ['- Run:', '- Files:', '', '# T', '', '```', 'x', '```'],
      ['label 8 Run 1-1 = ', 'label 8 Files 2-2 = ', 'heading 1 T 4-8 (code)']
    ],
    [
      'a fence behind a list below a label',
      ['**Run:**', '- Files:', '', '```', 'x', '```', '', 'y'],
      ['label 7 Run 1-8 =  (list,code,paragraph)', '  label 8 Files 2-6 =  (code)']
    ],
    ['a fence behind another item', ['- Run:', '- x', '', '```', 'y', '```'], ['label 8 Run 1-1 = ']],
    [
      'a paragraph of blanks',
      ['# A', '', '&nbsp;', '', '**Run:**', '', '&nbsp;'],
      ['heading 1 A 1-7 (paragraph)', '  label 7 Run 5-7 =  (paragraph)']
    ],
    ['a dash at a later line of an item', ['- x', '  **Other** - y', '- **This** - z'], ['label 8 This 3-3 = z']],
    ['a dash in a quote', ['> **Other** - y', '> **Run** - z'], ['label 8.5 Run 2-2 = z']],
    [
      'a label in an item holds blocks up to the next paragraph',
      ['- **Step 1: One**', '', '  Run: a', '', '  ```', '  b', '  ```', '', '  c', '', '  - d'],
      ['label 8 Step 1: One 1-11 =  (paragraph,code,paragraph,list)', '  label 8.5 Run 3-7 = a (code)']
    ],
    ['a label at the very end', ['# A', '', '- Run:'], ['heading 1 A 1-3 (list)', '  label 8 Run 3-3 = ']],
    [
      'a bold number that is a heading',
      ['**2. Search**', '', '### 3. Find', '', '**Run:** x', '', '**Gate 3**', '', '**4. End**'],
      [
        'label 7 2. Search 1-2 = ',
        'heading 3 3. Find 3-9',
        '  label 7 Run 5-6 = x',
        '  label 7 Gate 3 7-8 = ',
        '  label 7 4. End 9-9 = '
      ]
    ],
    ['headings in lists are none', ['- # A', '', '  Run: x', '- > # B'], ['label 8.5 Run 3-3 = x']]
  ])('%s', (_, lines, expected) => {
    expect(tree(lines)).toEqual(expected)
  })

  it('are looked for in lists and quotes to some depth', () => {
    for (const mark of ['- ', '> ']) {
      const nested = Array.from({ length: 16 }, (_, i) =>
        mark === '- ' ? `${'  '.repeat(i)}- Run: ${i}` : `${'> '.repeat(i + 1)}Run: ${i}\n${'> '.repeat(i + 2)}`
      )
      expect(tree(nested).length, mark).toBe(13)
    }
  })
})

describe('values', () => {
  it.each<[string, string[], string]>([
    ['**Run:**  a b ', ['a b'], 'a b'],
    ['**Run:** a\n  b', ['a\n  b'], 'a b'],
    ['**Run:**\n  b', ['b'], 'b'],
    ['**Run:**', [''], ''],
    ['- Run: a\n  b\n- Files:\n  c', ['a\n  b', 'c'], 'a b'],
    ['> Run:\n> a\n> b', ['a\n> b'], 'a b'],
    ['**Run:** \na', ['a'], 'a'],
    ['**Run:** a\n**Files:**\tb\\\nc', ['a', 'b\\\nc'], 'a'],
    ['- x\n\n  Run:\n  a', ['a'], 'a']
  ])('of %j are %j', (text, expected, first) => {
    const values = buildOutline(parsePlan(text), text, new Set(['verify', 'files', 'run'])).parts.flatMap(
      ({ value }) => (value ? [value] : [])
    )
    expect(values.map(({ start, end }) => text.slice(start, end))).toEqual(expected)
    expect(values[0]!.text).toBe(first)
  })
})
