/** What stands beside a command: the values that it is run with, and tags, between which nobody looks at what it shows. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'

const quality = (text: string, path: string): string[] =>
  lintText(text, { path })
    .findings.filter(({ rule }) => rule === 'verification-quality')
    .map(({ message }) => message)

describe('text to be filled in', () => {
  const left = ['Placeholder in a command: `<tide>` is to be filled in']
  const step = (text: string): string[] =>
    quality(`# Plan: tides\n\n## Step 1: Read\n\nRead it.\n\n${text}\n`, 'PLAN.md')

  it.each([
    'Verify: `node read.mjs --tide <tide>` for `spring` and `neap`.',
    'Verify: `node read.mjs --tide <tide>`, where `<tide>` is any of the two.',
    'Verify:\n\n```bash\nnode read.mjs --tide <tide>\n```\n\n`<tide>` is spring, then neap.'
  ])('whose values stand beside it is none: %s', text => {
    expect(step(text)).toEqual([])
  })

  it.each([
    'Verify: `node read.mjs --tide <tide>`.',
    'Verify: `node read.mjs --tide <tide>`. Look for `spring`.',
    'Verify:\n\n```bash\nnode read.mjs --tide <tide>\n```\n\nAll is read.'
  ])('is told elsewhere: %s', text => {
    expect(step(text)).toEqual(left)
  })
})

describe('a server in a sentence between tags', () => {
  const verify = (text: string): string[] =>
    quality(
      `---\nphase: 01-sea\nplan: 01\ntype: execute\ndepends_on: []\n---\n\n<objective>\nDraw tides.\n</objective>\n\n<tasks>\n\n<task type="auto">\n  <name>Task 1: Draw</name>\n  <files>src/tide.ts</files>\n  <action>Draw the tide.</action>\n  <verify>${text}</verify>\n  <done>It is drawn.</done>\n</task>\n\n</tasks>\n`,
      '.planning/phases/01-sea/01-01-PLAN.md'
    )

  it('is looked at by nobody', () => {
    expect(verify('Run `npm run dev` and see the tide.')).toEqual([
      'Expected a command that ends: `npm run dev` runs until it is stopped'
    ])
  })

  it('may be stopped, or run beside what is checked', () => {
    expect(verify('Run `npm run dev` in the background, then `curl -f localhost:3000`.')).toEqual([])
    expect(verify('Run `npm run dev`, look for the tide, stop it.')).toEqual([])
  })
})
