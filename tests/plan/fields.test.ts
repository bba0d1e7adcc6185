/** What fields say, and what may stand for a field without its label. */
import { describe, expect, it } from 'vitest'
import type { SectionSpec, UnitSpec } from '../../src/profiles/schema.ts'
import { sectionsOf } from './small.ts'

/** Fields and units of a section, without the section itself. */
function fieldsOf(spec: Partial<SectionSpec>, lines: readonly string[]): string[] {
  return sectionsOf([{ id: 'work', title: 'Work', ...spec }], ['## Work', '', ...lines]).slice(1)
}

describe('fields of a section', () => {
  it.each<[string, Partial<SectionSpec>, string[], string[]]>([
    ['labels and aliases', { fields: [{ label: 'Aim' }, { label: 'Base', aliases: ['Start'] }, { label: 'Cost' }] }, ['**Aim:** fast', '', '**Start**: `x`', 'more *text*'], [
      '  Aim filled 3:10 "fast"', '  Base filled 5:12 "x more text" of "`x`\\nmore *text*"', '  Cost missing'
    ]],
    ['headings, rows and items',
      { fields: [{ label: 'Aim' }, { label: 'Base' }, { label: 'Cost' }, { label: 'Due' }], rows: 'too' },
      ['### Aim', 'x', '', '| Base: | **y** |', '| - | - |', '| Cost | |', '| Due |', '', '- **Cost**: z'], [
      '  Aim filled 4:1 "x\\nCost: z" of "x\\n\\n| Base: | **y** |\\n| - | - |\\n| Cost | |\\n| Due |\\n\\n- **Cost**: z"', '  Base filled 6:11 "y" of "**y**"',
      '  Cost filled 11:13 "z"', '  Due missing'
    ]],
    ['rows', { fields: [{ label: 'Aim' }, { label: 'Base' }], rows: true }, ['| Aim | a `b` | c |', '| - | - | - |', '| Base： | N/A |'], [
      '  Aim filled 3:9 "a b" of "a `b`"', '  Base negative na 5:11 "N/A"'
    ]],
    ['no rows', { fields: [{ label: 'Aim' }] }, ['| Aim | b |', '| - | - |', '| c | d |'], ['  Aim missing']],
    ['the outermost, then the first that says something',
      { fields: [{ label: 'Aim' }, { label: 'Base' }] },
      ['### Aim', '', '- **Aim:** a', '', '**Base:**', '', '**Base:** x', '', '**Base:** y'], [
      '  Aim filled 5:1 "Aim: a\\nBase:\\nBase: x\\nBase: y" of "- **Aim:** a\\n\\n**Base:**\\n\\n**Base:** x\\n\\n**Base:** y"', '  Base filled 9:11 "x"'
    ]],
    ['numbered labels, and qualified ones', { fields: [{ label: 'Aim' }, { label: 'Base' }, { label: 'Step' }] }, ['**1. Aim:** x', '', '**Base (old)** (why): y', '', '**Step 3:** z'], [
      '  Aim filled 3:13 "x"', '  Base filled 5:23 "y"', '  Step filled 7:13 "z"'
    ]],
    ['paths given again',
      { fields: [{ label: 'File', paths: true }, { label: 'Base' }] },
      ['**File:** `a`', '', '**File:** `b`', '', '**File:**', '', '**File:** N/A', '', '**Base:** a', '', '**Base:** b'], [
      '  File filled 3:11 "a" of "`a`" again 5 "b"', '  Base filled 11:11 "a"'
    ]],
    ['empty ones',
      { fields: [{ label: 'Aim' }, { label: 'Base' }, { label: 'Cost' }, { label: 'Due' }, { label: 'End' }] },
      ['**Aim:**', '', '**Base:** —', '', '**Cost:** **', '', '**Due:**', '', '```', '', '```', '', '**End:**', '<!-- c -->'], [
      '  Aim empty 3:1 ""', '  Base negative none 5:11 "—"', '  Cost empty 7:11 "" of "**"', '  Due empty 11:1 "" of "```\\n\\n```"', '  End empty 16:1 "" of "<!-- c -->"'
    ]],
    ['negative ones',
      { fields: [{ label: 'Aim' }, { label: 'Base' }, { label: 'Cost' }, { label: 'Due' }] },
      ['**Aim:** N/A', '', '**Base:** None: no time', '', '**Cost:** none', '', '```', 'x', '```', '', '**Due:** N/A', '- a', '- b'], [
      '  Aim negative na 3:10 "N/A"', '  Base negative none 5:11 "None: no time"', '  Cost filled 7:11 "none" of "none\\n\\n```\\nx\\n```"',
      '  Due filled 13:10 "N/A\\na\\nb" of "N/A\\n- a\\n- b"'
    ]],
    ['what stands below',
      { fields: [{ label: 'Aim' }, { label: 'Base' }, { label: 'Cost' }] },
      ['**Aim:**', '', 'x', '', '- y', '', '**Base:** z', '', 'w', '', '**Cost:**', '', '| d | e |', '| - | - |'], [
      '  Aim filled 5:1 "x\\ny" of "x\\n\\n- y"', '  Base filled 9:11 "z\\nw" of "z\\n\\nw"', '  Cost filled 15:1 "" of "| d | e |\\n| - | - |"'
    ]],
    ['boxes are no sentence',
      { fields: [{ label: 'Aim', kind: 'sentence' }, { label: 'Base', kind: 'sentence' }, { label: 'Cost', kind: 'sentence' }, { label: 'Due' }] },
      ['**Aim:**', '- [ ] a', '- [ ] b', '', '**Base:** x', '- [ ] a', '', '**Cost:**', '- [ ] a', '- c', '', '**Due:**', '- [ ] a'], [
      '  Aim empty 4:1 "a\\nb" of "- [ ] a\\n- [ ] b"', '  Base filled 7:11 "x\\na" of "x\\n- [ ] a"', '  Cost filled 11:1 "a\\nc" of "- [ ] a\\n- c"',
      '  Due filled 15:1 "a" of "- [ ] a"'
    ]],
    ['boxes and a text are one', { fields: [{ label: 'Aim', kind: 'sentence' }] }, ['**Aim:**', '', 'x', '', '- [ ] a'], ['  Aim filled 5:1 "x\\na" of "x\\n\\n- [ ] a"']],
    ['labels right below are the value',
      { fields: [{ label: 'Aim' }, { label: 'Base' }, { label: 'Cost', kind: 'sentence' }] },
      ['**Aim:**', '', '**One:** x', '', '**Two:** y', '', '**Base:** z', '', '**Cost:**', '', '**Three:** w'], [
      '  Aim filled 3:1 "One: x\\nTwo: y" of "**One:** x\\n\\n**Two:** y"', '  Base filled 9:11 "z"', '  Cost empty 11:1 ""'
    ]],
    ['known labels are not', { fields: [{ label: 'Aim' }, { label: 'Base' }] }, ['**Aim:**', '', '**Base (old):** z'], ['  Aim empty 3:1 ""', '  Base filled 5:17 "z"']],
    ['labels behind another are not', { fields: [{ label: 'Aim' }, { label: 'Base' }] }, ['**Aim:**', '', '**Base:** z', '', '**One:** x'], [
      '  Aim empty 3:1 ""', '  Base filled 5:11 "z"'
    ]],
    ['labels in lists and titles are not', { fields: [{ label: 'Aim' }, { label: 'Base' }] }, ['**Aim:**', '- x', '### x', '**Base:**', '', '#### y', '**One:** z'], [
      '  Aim filled 4:1 "x" of "- x"', '  Base empty 6:1 ""'
    ]],
    ['fields in fields', { fields: [{ label: 'Aim', fields: [{ label: 'Base' }, { label: 'Cost' }] }] }, ['**Aim:**', '- **Base:** x', '- y'], [
      '  Aim filled 4:1 "Base: x\\ny" of "- **Base:** x\\n- y" (Base filled 4:13 "x") (Cost missing)'
    ]],
    ['markup is not said', { fields: [{ label: 'Aim' }, { label: 'Base' }, { label: 'Cost' }] }, ['**Aim:** **x** `y_z` _w_ A_B __c__', '', '**Base:** *', '', '**Cost:** 🎯'], [
      '  Aim filled 3:10 "x y_z w A_B c" of "**x** `y_z` _w_ A_B __c__"', '  Base empty 5:11 "" of "*"', '  Cost filled 7:11 "🎯"'
    ]],
    ['one item', { fields: [{ label: 'Aim' }, { label: 'Base' }] }, ['**Aim:**', '- N/A', '', '**Base:**', '- N/A', '- x'], [
      '  Aim negative na 4:1 "N/A" of "- N/A"', '  Base filled 7:1 "N/A\\nx" of "- N/A\\n- x"'
    ]],
    ['elsewhere', { fields: [{ label: 'Aim', anywhere: true }, { label: 'Base' }] }, ['x', '', '# Aim', 'y', '', '# Base', 'z'], ['  Aim filled 6:1 "y"', '  Base missing']],
    ['of another section only', { fields: [{ label: 'Aim', anywhere: true }] }, ['**Aim:** x', '', '# Aim', 'y'], ['  Aim filled 3:10 "x"']]
  ])('%s', (_, spec, lines, expected) => {
    expect(fieldsOf(spec, lines)).toEqual(expected)
  })
})

describe('fields of a unit', () => {
  it.each<[string, Partial<UnitSpec>, string[], string[]]>([
    ['bullets of an item are its actions',
      { forms: ['item'], fields: [{ label: 'Files', kind: 'files' }, { label: 'Actions', kind: 'list' }, { label: 'Note', kind: 'text' }] },
      ['1. Sort', '   - **Files:** `a.ts`', '   - do it', '2. Merge', '   **Files:** `b.ts`'], [
      '  0. item Sort 3-5', '    Files filled 4:17 "a.ts" of "`a.ts`"', '    Actions filled 3:4 "Files: a.ts\\ndo it" of "- **Files:** `a.ts`\\n   - do it"', '    Note missing',
      '  1. item Merge 6-7', '    Files filled 7:15 "b.ts" of "`b.ts`"', '    Actions missing', '    Note missing'
    ]],
    ['bullets below a heading are not', { words: ['Step'], fields: [{ label: 'Actions', kind: 'list' }] }, ['### Step 1: a', '- do it'], [
      '  0. heading a 3-4 number 1', '    Actions missing'
    ]],
    ['bullets of a label in a list are', { words: ['Step'], forms: ['item'], fields: [{ label: 'Actions', kind: 'list' }] }, ['- **Step 1**: a', '  - do it', '  - now'], [
      '  0. label Step 1 3-5 number 1', '    Actions filled 3:3 "do it\\nnow" of "- do it\\n  - now"'
    ]],
    ['a command right below the title',
      { words: ['Step'], fields: [{ label: 'Check', kind: 'command' }, { label: 'Actions', kind: 'list' }] },
      ['### Step 1: a', '```sh', 'make test', '```', '### Step 2: b', '**Actions:**', '```sh', 'make', '```', '### Step 3: c', 'Run `make test`'], [
      '  0. heading a 3-6 number 1', '    Check filled 4:1 "make test" of "```sh\\nmake test\\n```"', '    Actions missing', '  1. heading b 7-11 number 2', '    Check missing',
      '    Actions filled 9:1 "" of "```sh\\nmake\\n```"', '  2. heading c 12-13 number 3', '    Check missing', '    Actions missing'
    ]],
    ['a command below a sentence',
      { words: ['Step'], fields: [{ label: 'Check', kind: 'command' }, { label: 'Goal', kind: 'sentence' }] },
      ['### Step 1: a', '**Goal:** x', '', '```sh', 'make test', '```'], [
      '  0. heading a 3-8 number 1', '    Check filled 6:1 "make test" of "```sh\\nmake test\\n```"', '    Goal filled 4:11 "x" of "x\\n\\n```sh\\nmake test\\n```"'
    ]],
    ['a command that says what to expect',
      { words: ['Step'], fields: [{ label: 'Check', kind: 'command' }, { label: 'Actions', kind: 'list' }] },
      ['### Step 1: a', '**Actions:**', '```sh', 'make test', '# Expected: 3 passed', '```'], [
      '  0. heading a 3-8 number 1', '    Check filled 5:1 "make test\\n# Expected: 3 passed" of "```sh\\nmake test\\n# Expected: 3 passed\\n```"',
      '    Actions filled 5:1 "" of "```sh\\nmake test\\n# Expected: 3 passed\\n```"'
    ]],
    ['code of tests',
      { words: ['Step'], fields: [{ label: 'Tests', tests: true }] },
      ['### Step 1: a', '**Code** (add to `tests/a.test.ts`):', '```ts', 'x', '```', '### Step 2: b', '**Write `tests/b.test.ts`:** y', '### Step 3: c', '**Code** (add to `src/a.ts`):',
      '```ts', 'x', '```'], [
      '  0. heading a 3-7 number 1', '    Tests filled 4:1 "Code" of "**Code** (add to `tests/a.test.ts`):\\n```ts\\nx\\n```"', '  1. heading b 8-9 number 2',
      '    Tests filled 9:1 "Write tests/b.test.ts" of "**Write `tests/b.test.ts`:** y"', '  2. heading c 10-14 number 3', '    Tests missing'
    ]],
    ['documents need no tests',
      { words: ['Step'], fields: [{ label: 'Tests', tests: true }] },
      ['### Step 1: a', 'Write `docs/a.md` and `b.txt`.', '```sh', 'x', '```', '### Step 2: b', 'Write `docs/a.md` and `src/a.ts`.', '### Step 3: c', 'Write `docs/a.md`.', '```ts', 'x',
      '```', '### Step 4: d', 'Write it.', '### Step 5: e', 'Write `docs/`.'], [
      '  0. heading a 3-7 number 1', '    Tests filled 3:1 "" of "### Step 1: a"', '  1. heading b 8-9 number 2', '    Tests missing', '  2. heading c 10-14 number 3',
      '    Tests missing', '  3. heading d 15-16 number 4', '    Tests missing', '  4. heading e 17-18 number 5', '    Tests missing'
    ]],
    ['documents of any kind',
      { words: ['Step'], fields: [{ label: 'Tests', tests: true }] },
      ['### Step 1: a', '`docs/a.md`', '### Step 2: a', '`docs/a.mdx`', '### Step 3: a', '`docs/a.markdown`', '### Step 4: a', '`docs/a.rst`', '### Step 5: a', '`docs/a.adoc`',
      '### Step 6: a', '`docs/a.txt`', '### Step 7: a', '`docs/a.MD`', '### Step 8: a', '`docs/a.html`'], [
      '  0. heading a 3-4 number 1', '    Tests filled 3:1 "" of "### Step 1: a"', '  1. heading a 5-6 number 2', '    Tests filled 5:1 "" of "### Step 2: a"',
      '  2. heading a 7-8 number 3', '    Tests filled 7:1 "" of "### Step 3: a"', '  3. heading a 9-10 number 4', '    Tests filled 9:1 "" of "### Step 4: a"',
      '  4. heading a 11-12 number 5', '    Tests filled 11:1 "" of "### Step 5: a"', '  5. heading a 13-14 number 6', '    Tests filled 13:1 "" of "### Step 6: a"',
      '  6. heading a 15-16 number 7', '    Tests filled 15:1 "" of "### Step 7: a"', '  7. heading a 17-18 number 8', '    Tests missing'
    ]],
    ['code that is no code',
      { words: ['Step'], fields: [{ label: 'Tests', tests: true }] },
      ['### Step 1: a', '`docs/a.md`', '```', 'x', '```', '### Step 2: a', '`docs/a.md`', '```md', 'x', '```', '### Step 3: a', '`docs/a.md`', '```markdown', 'x', '```',
      '### Step 4: a', '`docs/a.md`', '```text', 'x', '```', '### Step 5: a', '`docs/a.md`', '```txt', 'x', '```', '### Step 6: a', '`docs/a.md`', '```sh', 'x', '```', '### Step 7: a',
      '`docs/a.md`', '```bash', 'x', '```', '### Step 8: a', '`docs/a.md`', '```shell', 'x', '```', '### Step 9: a', '`docs/a.md`', '```console', 'x', '```', '### Step 10: a',
      '`docs/a.md`', '```zsh', 'x', '```', '### Step 11: a', '`docs/a.md`', '```Bash', 'x', '```', '### Step 12: a', '`docs/a.md`', '```py', 'x', '```'], [
      '  0. heading a 3-7 number 1', '    Tests filled 3:1 "" of "### Step 1: a"', '  1. heading a 8-12 number 2', '    Tests filled 8:1 "" of "### Step 2: a"',
      '  2. heading a 13-17 number 3', '    Tests filled 13:1 "" of "### Step 3: a"', '  3. heading a 18-22 number 4', '    Tests filled 18:1 "" of "### Step 4: a"',
      '  4. heading a 23-27 number 5', '    Tests filled 23:1 "" of "### Step 5: a"', '  5. heading a 28-32 number 6', '    Tests filled 28:1 "" of "### Step 6: a"',
      '  6. heading a 33-37 number 7', '    Tests filled 33:1 "" of "### Step 7: a"', '  7. heading a 38-42 number 8', '    Tests filled 38:1 "" of "### Step 8: a"',
      '  8. heading a 43-47 number 9', '    Tests filled 43:1 "" of "### Step 9: a"', '  9. heading a 48-52 number 10', '    Tests filled 48:1 "" of "### Step 10: a"',
      '  10. heading a 53-57 number 11', '    Tests filled 53:1 "" of "### Step 11: a"', '  11. heading a 58-62 number 12', '    Tests missing'
    ]],
    ['a file in the title',
      { words: ['Step'], fields: [{ label: 'Files', kind: 'files', group: 'g' }, { label: 'Paths', kind: 'files' }] },
      ['### Step 1: `src/a.ts`', 'x', '### Step 2: Sort (src/b.ts)', '### Step 3: Sort', '### Step 4: Sort in src/'], [
      '  0. heading src/a.ts 3-4 number 1', '    Files filled 3:1 "Step 1: src/a.ts" of "### Step 1: `src/a.ts`"', '    Paths missing', '  1. heading Sort (src/b.ts) 5-5 number 2',
      '    Files filled 5:1 "Step 2: Sort (src/b.ts)" of "### Step 2: Sort (src/b.ts)"', '    Paths missing', '  2. heading Sort 6-6 number 3', '    Files missing',
      '    Paths missing', '  3. heading Sort in src/ 7-7 number 4', '    Files missing', '    Paths missing'
    ]]
  ])('%s', (_, units, lines, expected) => {
    expect(fieldsOf({ units: { role: 'step', name: 'step', ...units } }, lines)).toEqual(expected)
  })
})
