/** Which part of a plan is which section of its profile, and how far it reaches. */
import { expect, it } from 'vitest'
import type { SectionSpec } from '../../src/profiles/schema.ts'
import { sectionsOf } from './small.ts'

it.each<[string, SectionSpec[], string[], string[]]>([
  [
    'titles, whatever their case, number and markup',
    [
      { id: 'goal', title: 'Goal' },
      { id: 'design', title: 'Design' },
      { id: 'risks', title: 'Risks' }
    ],
    ['# P', '## 1. GOAL', 'a', '## **Design**:', 'b', '## 3) Risks (known)', 'c'],
    ['goal filled 2-3', 'design filled 4-5', 'risks filled 6-7']
  ],
  [
    'a section reaches to the next one, whatever its level',
    [
      { id: 'goal', title: 'Goal' },
      { id: 'design', title: 'Design' }
    ],
    ['# P', '### Goal', 'a', '#### Design', 'b', '### Other', 'c'],
    ['goal filled 2-3', 'design filled 4-5 in goal']
  ],
  [
    'aliases, the first in the plan',
    [
      { id: 'goal', title: 'Goal', aliases: ['Aim', 'Objective'] },
      { id: 'design', title: 'Design' }
    ],
    ['## Objective', 'a', '## Aim', 'b'],
    ['goal filled 1-2 again 3', 'design missing']
  ],
  [
    'the title of the document is no section above others',
    [
      { id: 'now', title: 'Now', aliases: ['Backlog'] },
      { id: 'later', title: 'Later' }
    ],
    ['# Backlog', 'a', '## Now', 'b', '## Later', 'c'],
    ['now filled 3-4', 'later filled 5-6']
  ],
  [
    'nor where the section that it names is missing',
    [
      { id: 'now', title: 'Now', aliases: ['Backlog'] },
      { id: 'later', title: 'Later' }
    ],
    ['# Backlog', 'a', '## Soon', 'b', '## Later', 'c'],
    ['now missing', 'later filled 5-6']
  ],
  [
    'a title with nothing of the profile below it is one',
    [
      { id: 'now', title: 'Now', aliases: ['Backlog'] },
      { id: 'later', title: 'Later' }
    ],
    ['# Backlog', 'a', '## Soon', 'b'],
    ['now filled 1-4', 'later missing']
  ],
  [
    'and so is one among others of its level',
    [
      { id: 'now', title: 'Now', aliases: ['Backlog'] },
      { id: 'later', title: 'Later' }
    ],
    ['# Backlog', 'a', '# Later', 'b'],
    ['now filled 1-2', 'later filled 3-4']
  ],
  [
    'and one that holds its units',
    [
      { id: 'now', title: 'Now', aliases: ['Backlog'], units: { role: 'item', fields: [{ label: 'Aim' }] } },
      { id: 'later', title: 'Later' }
    ],
    ['# Backlog', '## 1. A', '**Aim:** x', '## 2. B', '**Aim:** y', '## Later', 'c'],
    [
      'now filled 1-5',
      '  0. heading A 2-3 number 1',
      '    Aim filled 3:10 "x"',
      '  1. heading B 4-5 number 2',
      '    Aim filled 5:10 "y"',
      'later filled 6-7 in now'
    ]
  ],
  [
    'a title comes before an alias',
    [{ id: 'goal', title: 'Goal', aliases: ['Aim'] }],
    ['## Aim', 'a', '## Goal', 'b'],
    ['goal filled 3-4']
  ],
  [
    'two of the same name',
    [
      { id: 'goal', title: 'Goal' },
      { id: 'design', title: 'Design' }
    ],
    ['## Goal', 'a', '## Goal', 'b', '### Goal', '## Design', 'c'],
    ['goal filled 1-2 again 3', 'design filled 6-7']
  ],
  [
    'the outermost of a name',
    [{ id: 'goal', title: 'Goal' }],
    ['## A', '### Goal', 'a', '## Goal', 'b', '## Goal', 'c'],
    ['goal filled 4-5 again 6']
  ],
  [
    'the one with the right number',
    [{ id: 'goal', title: 'Goal', number: '2' }],
    ['## 1. Goal', 'a', '## 2. Goal', 'b'],
    ['goal filled 3-4 again 1']
  ],
  [
    'the one with the right number, which is first',
    [{ id: 'goal', title: 'Goal', number: '1' }],
    ['## 1. Goal', 'a', '## 2. Goal', 'b'],
    ['goal filled 1-2 again 3']
  ],
  [
    'an alias below another number',
    [{ id: 'goal', title: 'Goal', number: '2', aliases: ['Aim'] }],
    ['## 3.1 Aim', 'a'],
    ['goal missing']
  ],
  [
    'an alias with a number as long',
    [{ id: 'goal', title: 'Goal', number: '2', aliases: ['Aim'] }],
    ['## 3. Aim', 'a'],
    ['goal filled 1-2']
  ],
  [
    'an alias with a longer number',
    [{ id: 'goal', title: 'Goal', number: '2.1', aliases: ['Aim'] }],
    ['## 3.1 Aim', 'a'],
    ['goal filled 1-2']
  ],
  [
    'an alias that is lettered or counted',
    [{ id: 'goal', title: 'Goal', number: '2', aliases: ['Aim', 'Step 1.2: Aim'] }],
    ['## Step 1.2: Aim', 'a'],
    ['goal filled 1-2']
  ],
  [
    'a number where none is asked for',
    [{ id: 'goal', title: 'Goal', aliases: ['Aim'] }],
    ['## 3.1 Aim', 'a'],
    ['goal filled 1-2']
  ],
  [
    'a label below the title',
    [
      { id: 'goal', title: 'Goal' },
      { id: 'design', title: 'Design' }
    ],
    ['# P', '**Goal:** fast', '', '**Design:**', '', 'b', '', '## Risks', '**Goal:** x'],
    ['goal filled 2-3', 'design filled 4-7']
  ],
  ['a label without any title', [{ id: 'goal', title: 'Goal' }], ['**Goal:** fast'], ['goal filled 1-1']],
  [
    'a label below another heading',
    [{ id: 'goal', title: 'Goal' }],
    ['# P', '## Risks', '**Goal:** x'],
    ['goal missing']
  ],
  ['a label in a list', [{ id: 'goal', title: 'Goal' }], ['# P', '- **Goal:** x'], ['goal missing']],
  [
    'two labels',
    [
      { id: 'goal', title: 'Goal' },
      { id: 'aim', title: 'Aim', aliases: ['Goal'] }
    ],
    ['# P', '**Goal:** x', '', '**Goal:** y'],
    ['goal filled 2-3', 'aim filled 4-4']
  ],
  [
    'slips',
    [
      { id: 'goal', title: 'Goal' },
      { id: 'design', title: 'Design' },
      { id: 'risks', title: 'Risks' }
    ],
    ['## Gaol', 'a', '## Desing', 'b', '## Rikss (known)', 'c'],
    ['goal filled 1-2 misspelt', 'design filled 3-4 misspelt', 'risks filled 5-6 misspelt']
  ],
  [
    'slips with numbers',
    [
      { id: 'design', title: 'Design' },
      { id: 'implementation', title: 'Implementation' }
    ],
    ['## 2. Desing', 'b', '## Step 1: Implementaton', 'c'],
    ['design filled 1-2 misspelt', 'implementation missing']
  ],
  [
    'a slip of what is there',
    [{ id: 'design', title: 'Design' }],
    ['## Design', 'a', '## Desing', 'b'],
    ['design filled 1-2']
  ],
  [
    'what is another section is no slip',
    [
      { id: 'tasks', title: 'Tasks' },
      { id: 'tasky', title: 'Tasky' },
      { id: 'x', title: 'Taskz', aliases: ['Tasked'] }
    ],
    ['## Tasked', 'a'],
    ['tasks missing', 'tasky missing', 'x filled 1-2']
  ],
  [
    'one slip for one section',
    [
      { id: 'design', title: 'Design' },
      { id: 'desigm', title: 'Desigm' }
    ],
    ['## Desigx', 'a', '## Desigx', 'b'],
    ['design filled 1-2 misspelt', 'desigm filled 3-4 misspelt']
  ],
  [
    'headings of units are none',
    [
      { id: 'configuration', title: 'Configuration' },
      {
        id: 'phases',
        title: 'Phases',
        units: {
          role: 'phase',
          words: ['Phase'],
          units: { role: 'commit', words: ['Commit'] }
        }
      }
    ],
    ['## Phase 1: Configuration', 'a', '### Commit 2: Configuration', '## Phases'],
    ['configuration missing', 'phases empty 4-4']
  ],
  [
    'headings of units of inner sections are none',
    [
      { id: 'configuration', title: 'Configuration' },
      {
        id: 'a',
        title: 'A',
        sections: [{ id: 'b', title: 'B', units: [{ role: 'step', words: ['Step'] }] }]
      }
    ],
    ['## Step 1: Configuration', 'a'],
    ['configuration missing', 'a missing', 'b missing']
  ],
  [
    'numbers without such words are',
    [{ id: 'configuration', title: 'Configuration' }],
    ['## Phase 1: Configuration', 'a', '## Configuration'],
    ['configuration empty 3-3 again 1']
  ],
  [
    'known by their units',
    [{ id: 'work', title: 'Work', or: 'any-heading', units: { role: 'step', number: 1 } }],
    ['# P', '## A', '### 1. a', '## B', '### 1. b', 'x', '### 2. c', '### D', '## C', '### 1. x', '### 2. y'],
    ['work filled 4-8', '  0. heading b 5-6 number 1', '  1. heading c 7-7 number 2']
  ],
  [
    'known by lettered units',
    [{ id: 'work', title: 'Work', or: 'any-heading', units: { role: 'step', number: 'A' } }],
    ['# P', '## A', '### 1. a', '### 2. b', '## B', '### A. b', '### B. c'],
    ['work empty 5-7', '  0. heading b 6-6 number A', '  1. heading c 7-7 number B']
  ],
  [
    'known by the most units',
    [{ id: 'work', title: 'Work', or: 'any-heading', units: { role: 'step', number: 1 } }],
    ['# P', '## A', '### 1. a', '### 2. b', '## B', '### 1. b', '### 2. c', '### 3. d'],
    ['work empty 5-8', '  0. heading b 6-6 number 1', '  1. heading c 7-7 number 2', '  2. heading d 8-8 number 3']
  ],
  [
    'one unit does not tell',
    [{ id: 'work', title: 'Work', or: 'any-heading', units: { role: 'step', number: 1 } }],
    ['# P', '## B', '### 1. b'],
    ['work missing']
  ],
  [
    'what holds the whole plan does not count',
    [{ id: 'work', title: 'Work', or: 'any-heading' }],
    ['# P', '## 1. b', 'x', '## 2. c'],
    ['work missing']
  ],
  [
    'what is another section does not count',
    [
      { id: 'work', title: 'Work', or: 'any-heading', units: [{ role: 'step', number: 1 }] },
      { id: 'design', title: 'Design' }
    ],
    ['# P', '## Design', '### 1. b', '### 2. c'],
    ['work missing', 'design empty 2-4']
  ],
  [
    'steps with a word do not tell',
    [{ id: 'work', title: 'Work', or: 'any-heading' }],
    ['# P', '## B', '### Step 1: b', '### Step 2: c'],
    ['work missing']
  ],
  [
    'units are not looked for',
    [{ id: 'work', title: 'Work' }],
    ['# P', '## B', '### 1. b', '### 2. c'],
    ['work missing']
  ],
  [
    'nested in another',
    [
      { id: 'goal', title: 'Goal' },
      { id: 'design', title: 'Design' },
      { id: 'risks', title: 'Risks' }
    ],
    ['## Goal', 'a', '### Design', 'b', '#### x', '## Risks', 'c'],
    ['goal filled 1-2', 'design filled 3-5 in goal', 'risks filled 6-7']
  ],
  [
    'nested where it may be',
    [
      { id: 'goal', title: 'Goal', reach: 'next' },
      { id: 'design', title: 'Design' },
      { id: 'risks', title: 'Risks' }
    ],
    ['## Goal', 'a', '### Design', 'b', '## Risks', 'c'],
    ['goal filled 1-2', 'design filled 3-4', 'risks filled 5-6']
  ],
  [
    'all on one level',
    [
      { id: 'goal', title: 'Goal' },
      { id: 'design', title: 'Design' }
    ],
    ['## A', '### Goal', 'a', '### Design', 'b', '## B'],
    ['goal filled 2-3', 'design filled 4-5']
  ],
  [
    'nested two levels down',
    [
      { id: 'goal', title: 'Goal' },
      { id: 'design', title: 'Design' },
      { id: 'risks', title: 'Risks' }
    ],
    ['## Goal', 'a', '### X', '#### Design', 'b', '### Y', 'c', '## Risks', 'd'],
    ['goal filled 1-3', 'design filled 4-7 in goal', 'risks filled 8-9']
  ],
  [
    'sections in sections',
    [
      {
        id: 'goal',
        title: 'Goal',
        sections: [
          { id: 'why', title: 'Why' },
          { id: 'what', title: 'What' }
        ]
      },
      { id: 'design', title: 'Design' }
    ],
    ['## Goal', '### Why', 'a', '#### x', '### Waht', 'b', '### Other', '## Design', '### Why', 'c'],
    ['goal filled 1-7', 'design filled 8-10', 'why filled 2-4', 'what filled 5-6 misspelt']
  ],
  [
    'sections in sections as bold titles and labels',
    [
      {
        id: 'goal',
        title: 'Goal',
        sections: [
          { id: 'why', title: 'Why' },
          { id: 'what', title: 'What' },
          { id: 'step', title: 'Step 1: Do' }
        ]
      }
    ],
    ['## Goal', '**Why:** a', '', '- **What:** b', '', '**Step 1: Do**', '', 'c'],
    ['goal filled 1-8', 'why filled 2-4', 'what filled 4-4', 'step filled 6-8']
  ],
  [
    'sections in a section that is not there',
    [{ id: 'goal', title: 'Goal', fields: [{ label: 'Aim' }], sections: [{ id: 'why', title: 'Why' }] }],
    ['## Why', 'a'],
    ['goal missing', 'why missing']
  ],
  [
    'a section in place of the one that only holds it',
    [{ id: 'goal', title: 'Goal', sections: [{ id: 'why', title: 'Why' }] }],
    ['## Why', 'a'],
    ['goal filled 1-2', 'why filled 1-2']
  ],
  [
    'sections in sections, where one is in the other',
    [
      {
        id: 'goal',
        title: 'Goal',
        sections: [
          { id: 'why', title: 'Why', sections: [{ id: 'cause', title: 'Cause' }] },
          { id: 'what', title: 'What' }
        ]
      }
    ],
    ['## Goal', '### Why', '#### Cause', 'a', '#### What', 'b', '### Other', 'c'],
    ['goal filled 1-8', 'why filled 2-4', 'what filled 5-6', 'cause filled 3-4']
  ],
  [
    'lost in a broken fence',
    [
      { id: 'goal', title: 'Goal' },
      { id: 'design', title: 'Design' },
      { id: 'aim', title: 'Aim', or: 'any-heading' }
    ],
    ['## Goal', '```md', '```sh', 'x', '```', '# A', '```', '', '## Design', '', '## Desing', '', '```'],
    ['goal filled 1-13', 'design missing hidden', 'aim missing']
  ],
  [
    'in any order',
    [
      { id: 'goal', title: 'Goal' },
      { id: 'design', title: 'Design' },
      { id: 'risks', title: 'Risks' }
    ],
    ['## Risks', 'a', '### x', '### Goal', 'b', '## Design', 'c'],
    ['goal filled 4-5 in risks', 'design filled 6-7', 'risks filled 1-3']
  ],
  [
    'below another title, the same name is another thing',
    [{ id: 'goal', title: 'Goal' }],
    ['# P', '## Goal', 'a', '# Q', '## Goal', 'b'],
    ['goal filled 2-3']
  ],
  [
    'a name again, but deeper',
    [{ id: 'goal', title: 'Goal' }],
    ['# P', '### Goal', 'a', '## Goal', 'b'],
    ['goal filled 4-5']
  ],
  [
    'an alias without a number',
    [{ id: 'goal', title: 'Goal', number: '2', aliases: ['Aim'] }],
    ['## Aim', 'a'],
    ['goal filled 1-2']
  ],
  [
    'an alias with a number too long',
    [{ id: 'goal', title: 'Goal', number: '2.1', aliases: ['Aim'] }],
    ['## 3.1.1 Aim', 'a'],
    ['goal missing']
  ],
  [
    'a label beside sections',
    [
      { id: 'goal', title: 'Goal' },
      { id: 'design', title: 'Design' }
    ],
    ['# P', '**Goal:** x', '', '## Design', 'y'],
    ['goal filled 2-3', 'design filled 4-5']
  ],
  [
    'a title comes before a label',
    [
      { id: 'goal', title: 'Goal' },
      { id: 'design', title: 'Design' },
      { id: 'risks', title: 'Risks' }
    ],
    ['# P', '**Goal:** x', '', '**Risks:** z', '', '## Goal', 'y'],
    ['goal filled 6-7', 'design missing', 'risks filled 4-5']
  ],
  [
    'slips of one of several names',
    [
      { id: 'goal', title: 'Goal', aliases: ['Aim of all'] },
      { id: 'design', title: 'Design', aliases: ['Overview'] }
    ],
    ['## Gaol', 'a', '## Ovreview', 'b'],
    ['goal filled 1-2 misspelt', 'design filled 3-4 misspelt']
  ],
  [
    'numbers and letters in one do not tell',
    [{ id: 'work', title: 'Work', or: 'any-heading', units: { role: 'step', number: 'A' } }],
    ['# P', '## B', '### 1a. x', '### 2b. y', '## C', '### 1. x', '### 2. y'],
    ['work missing']
  ],
  [
    'letters do not tell of numbers',
    [{ id: 'work', title: 'Work', or: 'any-heading', units: { role: 'step', number: 1 } }],
    ['# P', '## A', '### A. a', '### B. b', '## B', '### 1. x', '### 2. y'],
    ['work empty 5-7', '  0. heading x 6-6 number 1', '  1. heading y 7-7 number 2']
  ],
  [
    'a slip beside what is lost',
    [
      { id: 'design', title: 'Design', aliases: ['Overview'] },
      { id: 'goal', title: 'Goal' }
    ],
    ['## Desing', '## Goal', '```md', '```sh', 'x', '```', '# A', '```', '', '## Design', '', '## Goal', '', '```'],
    ['design missing hidden', 'goal filled 2-14']
  ],
  [
    'most of them deeper',
    [
      { id: 'goal', title: 'Goal' },
      { id: 'design', title: 'Design' },
      { id: 'risks', title: 'Risks' }
    ],
    ['## Goal', 'a', '### Design', 'b', '### Risks', 'c'],
    ['goal filled 1-2', 'design filled 3-4', 'risks filled 5-6']
  ],
  [
    'inner sections in any order, cut by an outer one',
    [
      {
        id: 'goal',
        title: 'Goal',
        sections: [
          { id: 'why', title: 'Why' },
          { id: 'what', title: 'What' },
          { id: 'who', title: 'Who' }
        ]
      },
      { id: 'design', title: 'Design' }
    ],
    ['## Goal', '### Who', 'a', '### Why', 'b', '### What', 'c', '#### Design', 'd'],
    ['goal filled 1-7', 'design filled 8-9 in goal', 'why filled 4-5', 'what filled 6-7', 'who filled 2-3']
  ],
  [
    'an inner title comes before a label, and slips of labels are none',
    [
      {
        id: 'goal',
        title: 'Goal',
        sections: [
          { id: 'why', title: 'Why', aliases: ['Because'] },
          { id: 'what', title: 'What' }
        ]
      }
    ],
    ['## Goal', '**Why:** a', '', '**Waht:** b', '', '### Because', 'c'],
    ['goal filled 1-7', 'why filled 6-7', 'what missing']
  ],
  [
    'a qualifier that is part of the title',
    [
      { id: 'x', title: 'Goal (short)' },
      { id: 'goal', title: 'Goal' }
    ],
    ['## Goal (short)', 'a', '## Goal', 'b'],
    ['x filled 1-2', 'goal filled 3-4']
  ],
  ['a number that is part of the title', [{ id: 'x', title: '2. Goal' }], ['## 2. Goal (draft)', 'a'], ['x filled 1-2']]
])('%s', (_, sections, lines, expected) => {
  expect(sectionsOf(sections, lines)).toEqual(expected)
})
