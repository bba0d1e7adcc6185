/** What a section repeats: steps, phases, alternatives, in whatever form they are written. */
import { expect, it } from 'vitest'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import { sectionsOf } from './small.ts'

/** State of the section, then its units. */
function unitsOf(units: Partial<UnitSpec>, lines: readonly string[]): string[] {
  return sectionsOf(
    [{ id: 'work', title: 'Work', units: { role: 'step', ...units } }],
    ['## Work', '', ...lines, '', '## End']
  )
}

it.each<[string, Partial<UnitSpec>, string[], string[]]>([
  [
    'by their word',
    { words: ['Step'] },
    [
      '### Step 1: a',
      'x',
      '### 2. b',
      '### Step 3: c',
      '#### Step 3.1: d',
      '#### Step 4: e',
      '**Step 5**',
      '### Other'
    ],
    [
      'work filled 1-11',
      '  0. heading a 3-4 number 1',
      '  1. heading c 6-7 number 3',
      '  2. heading e 8-8 number 4',
      '  3. bold Step 5 9-9 number 5'
    ]
  ],
  [
    'by their number, on the outermost level',
    { number: 1 },
    ['#### 1. a', '### 1. b', 'x', '### 2. c', '#### 1. d', '### Other'],
    ['work filled 1-9', '  0. heading b 4-5 number 1', '  1. heading c 6-7 number 2']
  ],
  [
    'by their letter',
    { number: 'A' },
    ['### A. a', '### 1. b', '### B. c', '### 3a. d'],
    ['work empty 1-7', '  0. heading a 3-3 number A', '  1. heading c 5-5 number B']
  ],
  [
    'by a short code',
    { number: 1 },
    ['### T1: a', '### REQ-2: b', '### Phase 3: c'],
    ['work empty 1-6', '  0. heading a 3-3 number T1']
  ],
  [
    'headings, whatever their number, where none is bare',
    { number: 1 },
    ['### REQ-2: b', '### Part 3: c'],
    ['work empty 1-5', '  0. heading b 3-3 number REQ-2', '  1. heading c 4-5 number 3']
  ],
  [
    'by none of these',
    { number: false },
    ['### 1. a', '### B'],
    ['work empty 1-5', '  0. heading a 3-3 number 1', '  1. heading B 4-5']
  ],
  [
    'by other words, where none of the first is there',
    { words: ['Step', ['Task']] },
    ['### Task 1: a', '### Phase 1: b'],
    ['work empty 1-5', '  0. heading a 3-3 number 1']
  ],
  [
    'not by other words, where the first are there',
    { words: ['Step', ['Task']] },
    ['### Task 1: a', '### Step 1: b'],
    ['work empty 1-5', '  0. heading b 4-5 number 1']
  ],
  [
    'by a word that only this profile knows',
    { words: ['Gate'] },
    ['### Gate 1: a', '### Gate 2: b', '### Other'],
    ['work empty 1-6', '  0. heading a 3-3 number 1', '  1. heading b 4-4 number 2']
  ],
  [
    'in bold',
    { words: ['Step'] },
    ['**Step 1: a**', '', 'x', '', '**Step 2: b**', '- c'],
    ['work filled 1-9', '  0. bold a 3-6 number 1', '  1. bold b 7-9 number 2']
  ],
  [
    'as headings alone',
    { words: ['Step'], form: ['heading'] },
    ['**Step 1: a**', '', '### Step 2: b'],
    ['work filled 1-6', '  0. heading b 5-6 number 2']
  ],
  [
    'bold numbers',
    { number: 1 },
    ['**1. a**', '', 'x', '', '**2. b** more', '', '**3. c**', 'y'],
    ['work filled 1-11', '  0. bold a 3-11 number 1']
  ],
  [
    'bold numbers, where bold is not a form',
    { number: 1, form: ['heading'] },
    ['**1. a**', '', '**2. b**'],
    ['work filled 1-6']
  ],
  ['bold numbers, without numbering', {}, ['**1. a**', '', '**2. b**'], ['work filled 1-6']],
  [
    'items',
    { words: ['Step'], form: ['item'], fields: [{ label: 'Files', kind: 'files' }] },
    ['1. Sort it', '   - **Files:** `a.ts`', '2. **Merge** it', '   and more', '- ', '- [ ] box'],
    [
      'work filled 1-9',
      '  0. item Sort it 3-4',
      '    Files filled 4:17 "a.ts" of "`a.ts`"',
      '  1. item Merge it 5-6',
      '    Files missing',
      '  2. item  7-7',
      '    Files missing',
      '  3. item box 8-8',
      '    Files missing'
    ]
  ],
  [
    'items without any field are a list of things to do, where steps may be written otherwise',
    {
      form: ['heading', 'item'],
      fields: [{ label: 'Files', kind: 'files' }],
      verification: { fields: ['Verify'], command: 'optional' }
    },
    ['1. Sort it', '2. Merge it'],
    ['work filled 1-5']
  ],
  [
    'items that say how they are verified',
    { form: ['item'], verification: { fields: ['Verify'], command: 'optional' } },
    ['1. Sort it', '   - Verify: x', '2. Merge it'],
    ['work filled 1-6', '  0. item Sort it 3-4', '  1. item Merge it 5-5']
  ],
  [
    'items of what is no step',
    { role: 'risk', form: ['item'] },
    ['- a', '  - b', '- 2. c', '', 'x'],
    ['work filled 1-8', '  0. item a 3-4', '  1. item c 5-5']
  ],
  [
    'items with numbers of their own',
    { role: 'risk', form: ['item'] },
    ['- Step 2: a', '- Gate 3'],
    ['work filled 1-5', '  0. item a 3-3 number 2', '  1. item Gate 3 4-4']
  ],
  [
    'labels',
    { role: 'risk', form: ['label'], words: ['Risk'] },
    ['**Risk 1**: a', '', '**Risk 2**: b', '', '**Other**: c'],
    ['work filled 1-8', '  0. label Risk 1 3-4 number 1', '  1. label Risk 2 5-6 number 2']
  ],
  [
    'labels in items',
    { words: ['Step'], form: ['item'] },
    ['- **Step 1**: a', '- **Step 2**: b', '  - **Step 2.1**: c'],
    ['work filled 1-6', '  0. label Step 1 3-3 number 1', '  1. label Step 2 4-5 number 2']
  ],
  [
    'any heading',
    { role: 'alternative', form: ['any-heading'] },
    ['### a', 'x', '#### b', '### c'],
    ['work filled 1-7', '  0. heading a 3-5', '  1. heading c 6-7']
  ],
  [
    'any heading beside numbered ones',
    { role: 'alternative', words: ['Option'], form: ['any-heading'] },
    ['### Option A: a', '#### deeper', '### b', '### Option B: c', '**Note:** d'],
    ['work filled 1-8', '  0. heading a 3-4 number A', '  1. heading b 5-5', '  2. heading c 6-8 number B']
  ],
  [
    'any bold title',
    { role: 'alternative', form: ['bold', 'label', 'any-heading'] },
    ['**a**', '', 'x', '', '**b:** y'],
    ['work filled 1-8', '  0. label a 3-6', '  1. label b 7-8']
  ],
  [
    'any row',
    { role: 'alternative', form: ['any-heading'] },
    ['| a | b |', '| - | - |', '| c | d |', '| e | f |'],
    ['work filled 1-7', '  0. row c 5-5', '  1. row e 6-6']
  ],
  [
    'any heading with fields',
    { form: ['heading-with-fields'], fields: [{ label: 'Files', kind: 'files' }] },
    ['### a', '**Files:** `a.ts`', '### b', 'x', '### c', '**Files:** none'],
    [
      'work filled 1-9',
      '  0. heading a 3-4',
      '    Files filled 4:12 "a.ts" of "`a.ts`"',
      '  1. heading c 7-9',
      '    Files negative none 8:12 "none"'
    ]
  ],
  [
    'not every row with fields',
    { form: ['heading-with-fields'], fields: [{ label: 'Files', kind: 'files' }] },
    ['| a | b |', '| - | - |', '| c | d |'],
    ['work filled 1-6']
  ],
  [
    'steps without a number',
    { words: ['Step'], fields: [{ label: 'Files', kind: 'files' }] },
    ['### a', '**Files:** `a.ts`', '### b', 'x'],
    [
      'work filled 1-7',
      '  0. heading a 3-4',
      '    Files filled 4:12 "a.ts" of "`a.ts`"',
      '  1. heading b 5-7',
      '    Files missing'
    ]
  ],
  [
    'numbered ones and one without a number that has fields',
    { number: 1, fields: [{ label: 'Files', kind: 'files' }] },
    ['### 1. a', '### b', '**Files:** `a.ts`', '### c', 'x', '#### d', '**Files:** y'],
    [
      'work filled 1-10',
      '  0. heading a 3-3 number 1',
      '    Files missing',
      '  1. heading b 4-5',
      '    Files filled 5:12 "a.ts" of "`a.ts`"'
    ]
  ],
  [
    'one that lost its number',
    { words: ['Step'], number: 1 },
    ['### Step 1: a', '### Step: b', '### Step - c', '### Steps: d', '#### Step: e', '### Step 3: f', '**Step: g**'],
    [
      'work filled 1-10',
      '  0. heading a 3-3 number 1',
      '  1. heading Step: b 4-4',
      '  2. heading Step - c 5-5',
      '  3. heading f 8-10 number 3'
    ]
  ],
  [
    'none that lost its number, where none has any',
    { words: ['Step'], number: false },
    ['### Step 1: a', '### Step: b'],
    ['work empty 1-5', '  0. heading a 3-3 number 1']
  ],
  [
    'none that lost its number, whatever',
    { words: ['Step'] },
    ['### Step 1: a', '### Step: b'],
    ['work empty 1-5', '  0. heading a 3-3 number 1']
  ],
  [
    'units in units',
    {
      role: 'phase',
      words: ['Phase'],
      fields: [{ label: 'Files', kind: 'files' }],
      units: {
        role: 'commit',
        words: ['Commit'],
        fields: [
          { label: 'Files', kind: 'files' },
          { label: 'Actions', kind: 'list' }
        ]
      }
    },
    [
      '### Phase 1: a',
      '**Files:** x',
      '#### Commit 1: b',
      '**Files:** y',
      '**Actions:**',
      '- z',
      '#### Commit 2: c',
      '### Phase 2: d',
      '**Commit 1**',
      '',
      'e'
    ],
    [
      'work filled 1-14',
      '  0. heading a 3-9 number 1',
      '    Files filled 4:12 "x"',
      '    0. heading b 5-8 number 1 in a',
      '      Files filled 6:12 "y"',
      '      Actions filled 8:1 "z" of "- z"',
      '    1. heading c 9-9 number 2 in a',
      '      Files missing',
      '      Actions missing',
      '  1. heading d 10-14 number 2',
      '    Files missing',
      '    0. bold Commit 1 11-14 number 1 in d',
      '      Files missing',
      '      Actions missing'
    ]
  ],
  [
    'fields of an outer unit are not those of its inner ones',
    {
      role: 'phase',
      words: ['Phase'],
      fields: [{ label: 'Files', kind: 'files' }],
      units: { role: 'commit', words: ['Commit'] }
    },
    ['### Phase 1: a', '#### Commit 1: b', '**Files:** y'],
    ['work filled 1-6', '  0. heading a 3-6 number 1', '    Files missing', '    0. heading b 4-6 number 1 in a']
  ],
  [
    'a code of three letters',
    { number: 1 },
    ['### REQ3: a', '### ABCD4: b'],
    ['work empty 1-5', '  0. heading a 3-3 number REQ3']
  ],
  [
    'letters and placeholders',
    { number: 'A' },
    ['### A. a', '### Day [N]: b', '### 2. c'],
    ['work empty 1-6', '  0. heading a 3-3 number A']
  ],
  ['numbers and letters', { number: 1 }, ['### 1. a', '### B. b'], ['work empty 1-5', '  0. heading a 3-3 number 1']],
  ['no heading without a number, where none has one', { role: 'risk' }, ['### a', 'x'], ['work filled 1-5']],
  [
    'any heading beside one deeper',
    { role: 'alternative', words: ['Option'], form: ['any-heading'] },
    ['### Notes', '#### Option A: a', '#### b'],
    ['work empty 1-6', '  0. heading a 4-4 number A', '  1. heading b 5-6']
  ],
  [
    'bold titles of which one has a field',
    {
      role: 'decision',
      form: ['bold', 'label', 'heading-with-fields'],
      fields: [{ label: 'Files', kind: 'files' }]
    },
    ['**a**', '', '- **Files:** x', '', '**b**', '', 'y'],
    ['work filled 1-10', '  0. label a 3-6', '    Files filled 5:14 "x"']
  ],
  [
    'labels are not bold titles',
    { role: 'decision', form: ['bold', 'any-heading'] },
    ['**a:** x', '', '**b:** y'],
    ['work filled 1-6']
  ],
  [
    'bold numbers that do not count',
    { role: 'risk', number: false },
    ['**1. a**', '', '**2. b**'],
    ['work filled 1-6']
  ],
  [
    'bold titles, some numbered',
    { number: 1 },
    ['**a**', '', '**1. b**', '', '**2. c**: more', '', '**3. d**', '', '- **4. e**'],
    ['work filled 1-12', '  0. bold b 5-8 number 1', '  1. bold d 9-12 number 3']
  ],
  [
    'bold titles beside worded ones',
    { role: 'alternative', words: ['Option'], form: ['any-heading'] },
    ['**Option 1**', '', '**Step 2**'],
    ['work filled 1-6', '  0. bold Option 1 3-4 number 1']
  ],
  [
    'numbered ones, and others with a field',
    { number: 1, fields: [{ label: 'Files', kind: 'files' }] },
    ['### 1. a', '### Phase 9: b', '**Files:** x'],
    [
      'work filled 1-6',
      '  0. heading a 3-3 number 1',
      '    Files missing',
      '  1. heading b 4-6 number 9',
      '    Files filled 5:12 "x"'
    ]
  ],
  [
    'a label below a bold title is a part of it',
    { words: ['Step'], form: ['bold', 'label'] },
    ['**Step 1**', '', '**Step 2:** x', '', '- **Step 3:** y'],
    ['work filled 1-8', '  0. bold Step 1 3-8 number 1']
  ],
  [
    'labels in items below others',
    { words: ['Step'], form: ['item'] },
    ['- **Step 2**: b', '  - **Step 3**: c'],
    ['work filled 1-5', '  0. label Step 2 3-4 number 2']
  ],
  [
    'items that say other things',
    { form: ['heading', 'item'], fields: [{ label: 'Files', kind: 'files' }] },
    ['1. Sort', '   - **Note:** x'],
    ['work filled 1-5']
  ],
  [
    'items, the only form of steps, are steps that lack their field',
    { form: ['item'], fields: [{ label: 'Files', kind: 'files' }] },
    ['1. Sort', '   - **Note:** x'],
    ['work filled 1-5', '  0. item Sort 3-4', '    Files missing']
  ],
  [
    'labels that lost their number',
    { words: ['Step', 'Task'], form: ['item'], number: 1 },
    ['- **Step 1**: a', '- **Step: b**: c'],
    ['work filled 1-5', '  0. label Step 1 3-3 number 1']
  ],
  [
    'one of two words that lost its number',
    { words: ['Step', 'Task'], number: 1 },
    ['### Task 1: a', '### Step: b', '### 4. Step: c'],
    ['work empty 1-6', '  0. heading a 3-3 number 1', '  1. heading Step: b 4-4']
  ],
  [
    'fields with numbers and qualifiers',
    { role: 'decision', form: ['heading-with-fields'], fields: [{ label: 'Files', kind: 'files' }] },
    ['### a', '**Files (old):** x', '### b', '**2. Files:** y', '### c', 'z'],
    [
      'work filled 1-9',
      '  0. heading a 3-4',
      '    Files filled 4:18 "x"',
      '  1. heading b 5-6',
      '    Files filled 6:15 "y"'
    ]
  ],
  [
    'fields of an outer unit are not those of several inner ones',
    {
      role: 'phase',
      words: ['Phase'],
      fields: [{ label: 'Files', kind: 'files' }],
      units: { role: 'commit', words: ['Commit'] }
    },
    ['### Phase 1: a', '#### Commit 1: b', '**Files:** y', '#### Commit 2: c', '**Files:** z'],
    [
      'work filled 1-8',
      '  0. heading a 3-8 number 1',
      '    Files missing',
      '    0. heading b 4-5 number 1 in a',
      '    1. heading c 6-8 number 2 in a'
    ]
  ],
  [
    'rows by the text of their first cell',
    { role: 'alternative', form: ['any-heading'] },
    ['| a | b |', '| - | - |', '| c: d: | |', '| | e |', '| f |'],
    ['work filled 1-8', '  0. row c: d 5-5', '  1. row  6-6']
  ],
  [
    'a name that is but a number',
    { words: ['Step'] },
    ['### Step 1', '### Step 2:'],
    ['work empty 1-5', '  0. heading Step 1 3-3 number 1', '  1. heading Step 2: 4-5 number 2']
  ]
])('%s', (_, units, lines, expected) => {
  expect(unitsOf(units, lines)).toEqual(expected)
})
