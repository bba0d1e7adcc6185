/** What stands behind a path may be a name of its code, and is no file. */
import { expect, test } from 'vitest'
import { filesOf } from '../../src/plan/files/mentions.ts'
import { ownProfile, planBy } from './own-plan.ts'

const profile = ownProfile({
  sections: [
    {
      id: 'steps',
      title: 'Steps',
      units: { role: 'step', words: ['Step'], number: 1, fields: [{ label: 'Files', kind: 'files' }] }
    }
  ]
})

const files = (value: string): string[] =>
  filesOf(planBy(profile, `## Steps\n\n### Step 1: x\n\n**Files:** ${value}\n`)).mentions.map(
    ({ path, mark }) => `${path} ${mark ?? '-'}`
  )

test.each([
  ['`src/a.ts` (`warm_up`, `coolDown`)', ['src/a.ts -']],
  ['`src/a.ts` (add `warmUp`)', ['src/a.ts -']],
  ['`src/a.ts` — add `warmUp`', ['src/a.ts -']],
  ['`src/a.ts` (new), `src/b.ts` (modified)', ['src/a.ts new', 'src/b.ts modified']],
  ['`src/a.ts`, `Makefile`', ['src/a.ts -', 'Makefile -']],
  ['any code that builds a `ReportWriter`', []],
  ['[src/a.ts](../src/a.ts)', ['src/a.ts -']],
  ['[src/a.ts](../src/a.ts) (new), [src/b.ts](../src/b.ts) (modified)', ['src/a.ts new', 'src/b.ts modified']],
  ['[the page](https://example.org/a.ts)', []],
  ['`src/a.ts`\n\nExtend `ReportWriter`, and keep `warmUp` as it is.\n', ['src/a.ts -']],
  ['[src/a.ts](src/a.ts)\n\n1. Extend `gadget`\n2. Update `src/b.ts`\n', ['src/a.ts -', 'src/b.ts modified']],
  ['`src/a.ts`\n- `src/b.ts` (new)\n', ['src/a.ts -', 'src/b.ts new']],
  [
    '\n- Update `ReportWriter` in `src/a.ts`\n- Create: `warm_up`\n- Delete `Makefile`\n',
    ['src/a.ts -', 'warm_up new', 'Makefile deleted']
  ]
])('%s', (value, expected) => {
  expect(files(value)).toEqual(expected)
})
