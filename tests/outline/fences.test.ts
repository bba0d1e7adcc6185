/** Fences in fences: what Markdown takes for text that the author meant as code, and the other way round. */
import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/parse/parse.ts'
import { buildOutline } from '../../src/outline/outline.ts'
import type { Span } from '../../src/outline/types.ts'

/** "line:column-column opener in first line-last line hides titles", and the headings that are left. */
function read(text: string): [string[], string[]] {
  const { brokenFences, parts, lines } = buildOutline(parsePlan(text), text, new Set())
  const span = ({ start, end }: Span): string => `${lines.pointAt(start).line}-${lines.pointAt(end - 1).line}`
  return [
    brokenFences.map(
      ({ place: { start, end }, text: opener, region, hidden }) =>
        `${start.line}:${start.column}-${end.column} ${opener} in ${span(region)}${hidden.size > 0 ? ` hides ${[...hidden].join()}` : ''}`
    ),
    parts.slice(1).map(({ title }) => title)
  ]
}

describe.each(['\n', '\r\n', '\r'])('where lines end in %j', newline => {
  it.each<[string[], string[], string[]]>([
    [['```', 'a', '```'], [], []],
    [['```md', '# A', '```sh', 'x', '```', '# B', '```', '# C'], ['3:1-6 ```sh in 1-8 hides c'], []],
    [['```md', '```sh', 'x', '```', '', '## 2. B', 'x', '```', '', '# C'], ['2:1-6 ```sh in 1-10 hides c'], []],
    [['```md', '```sh', 'x', '```', 'y'], ['2:1-6 ```sh in 1-4'], []],
    [['```md', '```sh', 'x', '```sh', 'y', '```', '# Z'], ['2:1-6 ```sh in 1-6'], ['Z']],
    [['````md', '```sh', 'x', '```', '````'], [], []],
    [['```md', '````sh', 'x', '````', '```', '# C'], ['2:1-7 ````sh in 1-6 hides c'], []],
    [['~~~md', '~~~sh', 'x', '~~~', '# B', '~~~', '# C'], ['2:1-6 ~~~sh in 1-7 hides c'], []],
    [['~~~md', '```sh', 'x', '```', '~~~', '# C'], [], ['C']],
    [['```md', '  ```sh', 'x', '```', '# B', '```'], ['2:3-8 ```sh in 1-6'], []],
    [['  ```md', '```sh {a=b}  ', 'x', '```', '# B', '```'], ['2:1-12 ```sh {a=b} in 1-6'], []],
    [['```md', '```two words', 'x', '```', '# B', '```'], ['2:1-13 ```two words in 1-6'], []],
    [['```md', '```c++', 'x', '```', '# B', '```'], ['2:1-7 ```c++ in 1-6'], []],
    [['```md', '```1x', 'x', '```', '# B', '```'], [], ['B']],
    [['```md', '```a`b', 'x', '```', '# B', '```'], [], ['B']],
    [['```md', '```a:b', 'x', '```', '# B', '```'], ['2:1-7 ```a:b in 1-6'], []],
    [['```md', '```a,b', 'x', '```', '# B', '```'], [], ['B']],
    [['- ```md', '  ```sh', '  x', '  ```', '  # B', '  ```'], [], []],
    [
      ['```md', '```sh', 'a', '```', '# B', '```sh', 'b', '```', '# C', '```', '# D', '```sh', 'x', '```', '# E'],
      ['2:1-6 ```sh in 1-14 hides d'],
      ['E']
    ],
    [
      ['```md', '```sh', 'a', '```', '```', '', '```md', '```sh', 'b', '```', '### B', '```', '# C'],
      ['2:1-6 ```sh in 1-13 hides c'],
      []
    ],
    [
      ['```md', '```sh', 'a', '```', 'Step 1', '====', '```', '# C', '', '```sh', 'y', '```'],
      ['2:1-6 ```sh in 1-12 hides c'],
      []
    ],
    [['```md', '```sh', '```sh', 'a', '```', '# A', '```', '# B', '```', '# C'], ['2:1-6 ```sh in 1-9'], ['C']],
    [
      [
        '```md',
        'x',
        '```sh',
        'a',
        '```',
        '## Step 2: B ##',
        '# Hi',
        '#No',
        '```',
        '',
        't',
        '',
        '```js',
        '# J',
        '```',
        '# E'
      ],
      ['3:1-6 ```sh in 1-15'],
      ['E']
    ],
    [
      ['```', '```sh', 'x', '```', '', '# A', '', '```', '', '# B', '', '```', '', '# C', '', '```', '# D'],
      ['2:1-6 ```sh in 1-17 hides b,d'],
      []
    ],
    [
      [
        '```md',
        '```sh',
        'x',
        '```',
        '# B',
        '```',
        '## 2. C',
        '## Step 3: D ##',
        '#E',
        '####### F',
        '   ## G',
        '    ## H',
        '## ',
        '###\tI',
        '###### J',
        '##   K',
        'x # L'
      ],
      ['2:1-6 ```sh in 1-17 hides c,step 3: d,g,,i,j,k'],
      []
    ],
    [
      ['```md', '```sh', 'x', '```', '```', '', '```md', '```sh', 'y', '```', '# B', '```', '# C', '```', '```'],
      ['2:1-6 ```sh in 1-15 hides c'],
      []
    ],
    [
      ['```md', '```sh', 'x', '```', '# B', '``` ', '', '# C', '```js x`', '', '# D'],
      ['2:1-6 ```sh in 1-11 hides c'],
      []
    ],
    [['# A', '```', 'a/', '', '## B', '', '```sh', 'x', '```', '# C'], ['2:1-4 ``` in 2-9 hides b'], ['A', 'C']],
    [['# A', '```sh', 'a', '', '## B', 'y', '```sh', 'x', '```', '# C'], ['2:1-6 ```sh in 2-9 hides b'], ['A', 'C']],
    [['# A', '```sh', 'a', '## B', '```sh', 'x', '```', '# C'], ['5:1-6 ```sh in 2-7'], ['A', 'C']],
    [['- a', '  ```md', '  ```sh', '  x', '  ```', '  ```', '', '# B'], [], ['B']],
    [['```md', '```sh', 'x', '```js more', 'y', '```', '```', '```', '# B'], ['2:1-6 ```sh in 1-8'], ['B']],
    [['````md', '````sh', '```js', 'x', '```', '````', '# B', '````', '# C'], ['2:1-7 ````sh in 1-9 hides c'], []],
    [
      ['```md', '```sh', 'x', '```', '```', '# A', '', '```sh', 'y', '```', '# B'],
      ['2:1-6 ```sh in 1-10 hides a'],
      ['B']
    ],
    [
      [
        '```md',
        '```sh',
        'x',
        '```',
        '```',
        '```',
        '## 2. C',
        '## Step 3: D ##',
        '#E',
        '####### F',
        '   ## G',
        '    ## H',
        '## ',
        '###\tI',
        '###### J'
      ],
      ['2:1-6 ```sh in 1-15'],
      []
    ],
    [
      ['text', '', '```md', '```sh', 'x', '```', '# B', '```', '', '# C', '', '```', 'y', '```', '', '# D'],
      ['4:1-6 ```sh in 3-16 hides c,d'],
      []
    ],
    [
      ['\uFEFF# A', '', '```md', '```sh', 'x', '```', '# B', '```', '', '# C', '```', 'z'],
      ['4:1-6 ```sh in 3-12 hides c'],
      ['A']
    ],
    [['```md', '```sh', 'x', '```  ', '# B', '```', '# C'], ['2:1-6 ```sh in 1-7 hides c'], []],
    [['```md', '```sh', 'x', '````', '# B', '```', '# C'], ['2:1-6 ```sh in 1-7 hides c'], []],
    [['````md', '````sh', 'x', '```', '````', '# B', '````', '# C'], ['2:1-7 ````sh in 1-8 hides c'], []],
    [['```md', '```sh', 'x', '~~~', '# B', '```', '```', '# C'], ['2:1-6 ```sh in 1-8 hides c'], []],
    [['```md', '# A', '~~~sh', 'x', '```', '# B'], [], ['B']],
    [['```md', '\t```sh', 'x', '```', '# B', '```', '# C'], ['2:2-7 ```sh in 1-7 hides c'], []],
    [['```md', 'x```sh', 'y', '```', '# B'], [], ['B']],
    [['> ```md', '> ```sh', '> x', '> ```', '', '# B'], [], ['B']],
    [
      ['```md', '```sh', 'x', '```', '# B', '```', '', '---', '', '```js', 'y', '```', '', '# C'],
      ['2:1-6 ```sh in 1-12'],
      ['C']
    ]
  ])('%j', (lines, broken, titles) => {
    expect(read(lines.join(newline))).toEqual([broken, titles])
  })
})
