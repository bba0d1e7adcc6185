/** Fields of units, and what may stand for a field without its label. */
import { expect, it } from 'vitest'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import { sectionsOf } from './small.ts'

it.each<[string, Partial<UnitSpec>, string[], string[]]>([
  [
    'bullets of an item are its actions',
    {
      form: ['item'],
      fields: [
        { label: 'Files', kind: 'files' },
        { label: 'Actions', kind: 'list' },
        { label: 'Note', kind: 'text' }
      ]
    },
    ['1. Sort', '   - **Files:** `a.ts`', '   - do it', '2. Merge', '   **Files:** `b.ts`'],
    [
      '  0. item Sort 3-5',
      '    Files filled 4:17 "a.ts" of "`a.ts`"',
      '    Actions filled 3:4 "Files: a.ts\\ndo it" of "- **Files:** `a.ts`\\n   - do it"',
      '    Note missing',
      '  1. item Merge 6-7',
      '    Files filled 7:15 "b.ts" of "`b.ts`"',
      '    Actions missing',
      '    Note missing'
    ]
  ],
  [
    'bullets below a heading are not',
    { words: ['Step'], fields: [{ label: 'Actions', kind: 'list' }] },
    ['### Step 1: a', '- do it'],
    ['  0. heading a 3-4 number 1', '    Actions missing']
  ],
  [
    'bullets of a label in a list are',
    { words: ['Step'], form: ['item'], fields: [{ label: 'Actions', kind: 'list' }] },
    ['- **Step 1**: a', '  - do it', '  - now'],
    ['  0. label Step 1 3-5 number 1', '    Actions filled 3:3 "do it\\nnow" of "- do it\\n  - now"']
  ],
  [
    'a command right below the title',
    {
      words: ['Step'],
      fields: [
        { label: 'Check', kind: 'command' },
        { label: 'Actions', kind: 'list' }
      ]
    },
    [
      '### Step 1: a',
      '```sh',
      'make test',
      '```',
      '### Step 2: b',
      '**Actions:**',
      '```sh',
      'make',
      '```',
      '### Step 3: c',
      'Run `make test`'
    ],
    [
      '  0. heading a 3-6 number 1',
      '    Check filled 4:1 "make test" of "```sh\\nmake test\\n```"',
      '    Actions missing',
      '  1. heading b 7-11 number 2',
      '    Check missing',
      '    Actions filled 9:1 "" of "```sh\\nmake\\n```"',
      '  2. heading c 12-13 number 3',
      '    Check missing',
      '    Actions missing'
    ]
  ],
  [
    'a command below a sentence',
    {
      words: ['Step'],
      fields: [
        { label: 'Check', kind: 'command' },
        { label: 'Goal', kind: 'sentence' }
      ]
    },
    ['### Step 1: a', '**Goal:** x', '', '```sh', 'make test', '```'],
    [
      '  0. heading a 3-8 number 1',
      '    Check filled 6:1 "make test" of "```sh\\nmake test\\n```"',
      '    Goal filled 4:11 "x" of "x\\n\\n```sh\\nmake test\\n```"'
    ]
  ],
  [
    'a command that says what to expect',
    {
      words: ['Step'],
      fields: [
        { label: 'Check', kind: 'command' },
        { label: 'Actions', kind: 'list' }
      ]
    },
    ['### Step 1: a', '**Actions:**', '```sh', 'make test', '# Expected: 3 passed', '```'],
    [
      '  0. heading a 3-8 number 1',
      '    Check filled 5:1 "make test\\n# Expected: 3 passed" of "```sh\\nmake test\\n# Expected: 3 passed\\n```"',
      '    Actions filled 5:1 "" of "```sh\\nmake test\\n# Expected: 3 passed\\n```"'
    ]
  ],
  [
    'code of tests',
    { words: ['Step'], fields: [{ label: 'Tests', or: 'tests' }] },
    [
      '### Step 1: a',
      '**Code** (add to `tests/a.test.ts`):',
      '```ts',
      'x',
      '```',
      '### Step 2: b',
      '**Write `tests/b.test.ts`:** y',
      '### Step 3: c',
      '**Code** (add to `src/a.ts`):',
      '```ts',
      'x',
      '```'
    ],
    [
      '  0. heading a 3-7 number 1',
      '    Tests filled 4:1 "Code" of "**Code** (add to `tests/a.test.ts`):\\n```ts\\nx\\n```"',
      '  1. heading b 8-9 number 2',
      '    Tests filled 9:1 "Write tests/b.test.ts" of "**Write `tests/b.test.ts`:** y"',
      '  2. heading c 10-14 number 3',
      '    Tests missing'
    ]
  ],
  [
    'documents need no tests',
    { words: ['Step'], fields: [{ label: 'Tests', or: 'tests' }] },
    [
      '### Step 1: a',
      'Write `docs/a.md` and `b.txt`.',
      '```sh',
      'x',
      '```',
      '### Step 2: b',
      'Write `docs/a.md` and `src/a.ts`.',
      '### Step 3: c',
      'Write `docs/a.md`.',
      '```ts',
      'x',
      '```',
      '### Step 4: d',
      'Write it.',
      '### Step 5: e',
      'Write `docs/`.'
    ],
    [
      '  0. heading a 3-7 number 1',
      '    Tests filled 3:1 "" of "### Step 1: a"',
      '  1. heading b 8-9 number 2',
      '    Tests missing',
      '  2. heading c 10-14 number 3',
      '    Tests missing',
      '  3. heading d 15-16 number 4',
      '    Tests missing',
      '  4. heading e 17-18 number 5',
      '    Tests missing'
    ]
  ],
  [
    'documents of any kind',
    { words: ['Step'], fields: [{ label: 'Tests', or: 'tests' }] },
    [
      '### Step 1: a',
      '`docs/a.md`',
      '### Step 2: a',
      '`docs/a.mdx`',
      '### Step 3: a',
      '`docs/a.markdown`',
      '### Step 4: a',
      '`docs/a.rst`',
      '### Step 5: a',
      '`docs/a.adoc`',
      '### Step 6: a',
      '`docs/a.txt`',
      '### Step 7: a',
      '`docs/a.MD`',
      '### Step 8: a',
      '`docs/a.html`'
    ],
    [
      '  0. heading a 3-4 number 1',
      '    Tests filled 3:1 "" of "### Step 1: a"',
      '  1. heading a 5-6 number 2',
      '    Tests filled 5:1 "" of "### Step 2: a"',
      '  2. heading a 7-8 number 3',
      '    Tests filled 7:1 "" of "### Step 3: a"',
      '  3. heading a 9-10 number 4',
      '    Tests filled 9:1 "" of "### Step 4: a"',
      '  4. heading a 11-12 number 5',
      '    Tests filled 11:1 "" of "### Step 5: a"',
      '  5. heading a 13-14 number 6',
      '    Tests filled 13:1 "" of "### Step 6: a"',
      '  6. heading a 15-16 number 7',
      '    Tests filled 15:1 "" of "### Step 7: a"',
      '  7. heading a 17-18 number 8',
      '    Tests missing'
    ]
  ],
  [
    'code that is no code',
    { words: ['Step'], fields: [{ label: 'Tests', or: 'tests' }] },
    [
      '### Step 1: a',
      '`docs/a.md`',
      '```',
      'x',
      '```',
      '### Step 2: a',
      '`docs/a.md`',
      '```md',
      'x',
      '```',
      '### Step 3: a',
      '`docs/a.md`',
      '```markdown',
      'x',
      '```',
      '### Step 4: a',
      '`docs/a.md`',
      '```text',
      'x',
      '```',
      '### Step 5: a',
      '`docs/a.md`',
      '```txt',
      'x',
      '```',
      '### Step 6: a',
      '`docs/a.md`',
      '```sh',
      'x',
      '```',
      '### Step 7: a',
      '`docs/a.md`',
      '```bash',
      'x',
      '```',
      '### Step 8: a',
      '`docs/a.md`',
      '```shell',
      'x',
      '```',
      '### Step 9: a',
      '`docs/a.md`',
      '```console',
      'x',
      '```',
      '### Step 10: a',
      '`docs/a.md`',
      '```zsh',
      'x',
      '```',
      '### Step 11: a',
      '`docs/a.md`',
      '```Bash',
      'x',
      '```',
      '### Step 12: a',
      '`docs/a.md`',
      '```py',
      'x',
      '```'
    ],
    [
      '  0. heading a 3-7 number 1',
      '    Tests filled 3:1 "" of "### Step 1: a"',
      '  1. heading a 8-12 number 2',
      '    Tests filled 8:1 "" of "### Step 2: a"',
      '  2. heading a 13-17 number 3',
      '    Tests filled 13:1 "" of "### Step 3: a"',
      '  3. heading a 18-22 number 4',
      '    Tests filled 18:1 "" of "### Step 4: a"',
      '  4. heading a 23-27 number 5',
      '    Tests filled 23:1 "" of "### Step 5: a"',
      '  5. heading a 28-32 number 6',
      '    Tests filled 28:1 "" of "### Step 6: a"',
      '  6. heading a 33-37 number 7',
      '    Tests filled 33:1 "" of "### Step 7: a"',
      '  7. heading a 38-42 number 8',
      '    Tests filled 38:1 "" of "### Step 8: a"',
      '  8. heading a 43-47 number 9',
      '    Tests filled 43:1 "" of "### Step 9: a"',
      '  9. heading a 48-52 number 10',
      '    Tests filled 48:1 "" of "### Step 10: a"',
      '  10. heading a 53-57 number 11',
      '    Tests filled 53:1 "" of "### Step 11: a"',
      '  11. heading a 58-62 number 12',
      '    Tests missing'
    ]
  ],
  [
    'a label comes before what is implied',
    {
      words: ['Step'],
      form: ['item'],
      fields: [
        { label: 'Actions', kind: 'list' },
        { label: 'Check', kind: 'command' },
        { label: 'Files', kind: 'files', or: 'Others' }
      ]
    },
    [
      '- **Step 1: `src/a.ts`**',
      '  - **Actions:** x',
      '  - **Check:** y',
      '  - **Files:** z',
      '',
      '    ```sh',
      '    make # Expected: 3',
      '    ```'
    ],
    [
      '  0. label src/a.ts 3-10 number 1',
      '    Actions filled 4:18 "x"',
      '    Check filled 5:16 "y"',
      '    Files filled 6:16 "z" of "z\\n\\n    ```sh\\n    make # Expected: 3\\n    ```"'
    ]
  ],
  [
    'labels outside of lists',
    { words: ['Step'], form: ['label'], fields: [{ label: 'Actions', kind: 'list' }] },
    ['**Step 1:** a', '- do it'],
    ['  0. label Step 1 3-4 number 1', '    Actions missing']
  ],
  [
    'other fields are not implied',
    {
      words: ['Step'],
      fields: [{ label: 'Note' }, { label: 'Owner', kind: 'text', or: 'Others' }, { label: 'Tests', or: 'tests' }]
    },
    [
      '### Step 1: `src/a.ts`',
      '**Code** (add to `tests/a.test.ts`):',
      '```ts',
      'x',
      '```',
      '### Step 2: b',
      '`docs/a.md`',
      '### Step 3: c',
      '**Write tests:** y'
    ],
    [
      '  0. heading src/a.ts 3-7 number 1',
      '    Note missing',
      '    Owner missing',
      '    Tests filled 4:1 "Code" of "**Code** (add to `tests/a.test.ts`):\\n```ts\\nx\\n```"',
      '  1. heading b 8-9 number 2',
      '    Note missing',
      '    Owner missing',
      '    Tests filled 8:1 "" of "### Step 2: b"',
      '  2. heading c 10-11 number 3',
      '    Note missing',
      '    Owner missing',
      '    Tests filled 11:18 "y"'
    ]
  ],
  [
    'documents beside what is no file',
    { words: ['Step'], fields: [{ label: 'Tests', or: 'tests' }] },
    [
      '### Step 1: a',
      'Run `x y` for `docs/` and `docs/a.md`.',
      '### Step 2: b',
      '`docs/a.md.ts`',
      '### Step 3: c',
      '`x y`'
    ],
    [
      '  0. heading a 3-4 number 1',
      '    Tests filled 3:1 "" of "### Step 1: a"',
      '  1. heading b 5-6 number 2',
      '    Tests missing',
      '  2. heading c 7-8 number 3',
      '    Tests missing'
    ]
  ],
  [
    'a file in the title',
    {
      words: ['Step'],
      fields: [
        { label: 'Files', kind: 'files', or: 'Others' },
        { label: 'Paths', kind: 'files' }
      ]
    },
    [
      '### Step 1: `src/a.ts`',
      'x',
      '### Step 2: Sort (src/b.ts)',
      '### Step 3: Sort',
      '### Step 4: Sort in src/',
      '### Step 5: Sort(src/b.ts)'
    ],
    [
      '  0. heading src/a.ts 3-4 number 1',
      '    Files filled 3:1 "Step 1: src/a.ts" of "### Step 1: `src/a.ts`"',
      '    Paths missing',
      '  1. heading Sort (src/b.ts) 5-5 number 2',
      '    Files filled 5:1 "Step 2: Sort (src/b.ts)" of "### Step 2: Sort (src/b.ts)"',
      '    Paths missing',
      '  2. heading Sort 6-6 number 3',
      '    Files missing',
      '    Paths missing',
      '  3. heading Sort in src/ 7-7 number 4',
      '    Files missing',
      '    Paths missing',
      '  4. heading Sort(src/b.ts) 8-8 number 5',
      '    Files filled 8:1 "Step 5: Sort(src/b.ts)" of "### Step 5: Sort(src/b.ts)"',
      '    Paths missing'
    ]
  ]
])('%s', (_, units, lines, expected) => {
  expect(
    sectionsOf([{ id: 'work', title: 'Work', units: { role: 'step', ...units } }], ['## Work', '', ...lines]).slice(1)
  ).toEqual(expected)
})
