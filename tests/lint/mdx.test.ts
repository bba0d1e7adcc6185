/** Plans in MDX: read as Markdown without what MDX alone has. */
import { describe, expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { withoutMdx } from '../../src/parse/mdx.ts'

const steps = `# Plan: Quay

## Step 1: Dredge

{/* lint disable verification-quality */}

Dredge it.

**Verify**: \`true\`

## Step 2: Pile

Pile it.

**Verify**: \`git status --short\`
`

const told = (text: string, path: string): string[] =>
  lintText(text, { path, options: { profile: 'generic' } }).findings.map(
    ({ rule, place }) => `${place.start.line} ${rule}`
  )

test('comments for the linter are obeyed', () => {
  expect(told(steps, 'plans/quay.mdx')).toEqual([])
  expect(told(steps, 'plans/quay.md')).toEqual(['9 verification-quality'])
  expect(told(steps.replace('disable', 'enable'), 'plans/quay.mdx')).toEqual(['9 verification-quality'])
})

test('what a comment or an import says is none of the plan, and places stay', () => {
  const text = `---\ntitle: Quay\n---\nimport { Note } from '../note.tsx'\nimport Sea from './sea.mdx'\n\nexport const by = 'TODO'\n\n${steps.replace('{/* lint disable verification-quality */}', '{/* TODO:\n\n- ask Kim */}')}`
  expect(told(text, 'plans/quay.mdx')).toEqual(['19 verification-quality'])
})

test('the report has the text as it is', () => {
  expect(lintText(steps, { path: 'plans/quay.mdx' }).source).toBe(steps)
})

describe('of the same length, line for line', () => {
  test.each([
    ['{/* a */}', '<!--a -->'],
    ['{/*a*/}', '       '],
    ['{/* a -- b */}', '              '],
    ['`{/* a */}`', '`{/* a */}`'],
    ['{/* a', '{/* a'],
    ["import a from 'b'\nimport {\n  c\n} from 'd'\n\nText", '                 \n        \n   \n          \n\nText'],
    ['import the data first', 'import the data first'],
    ['Text\nimport a from "b"', 'Text\nimport a from "b"'],
    ["```js\n\nimport a from 'b'\n```", "```js\n\nimport a from 'b'\n```"],
    ['export default x', '                ']
  ])('%j', (text, expected) => {
    expect(withoutMdx(text, 'a.MDX')).toBe(expected)
    expect(withoutMdx(text, 'a.md')).toBe(text)
  })
})
