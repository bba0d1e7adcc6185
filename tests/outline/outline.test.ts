import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/parse/parse.ts'
import { buildOutline } from '../../src/outline/outline.ts'
import type { Part } from '../../src/outline/types.ts'

const vocabulary = new Set(['run', 'expected', 'verify', 'files', 'objective', 'definition of done', 'actions'])
const outlineOf = (text: string): ReturnType<typeof buildOutline> => buildOutline(parsePlan(text), text, vocabulary)
const labels = (text: string): Part[] =>
  outlineOf(text).parts.filter(part => part.form === 'label' || part.form === 'bold')

describe('labels', () => {
  it.each([
    ['**Verify:** `make test`', 'Verify', '`make test`'],
    ['**Verify**: `make test`', 'Verify', '`make test`'],
    ['**Verify**\n\n`make test`', 'Verify', ''],
    ['**Verify.** run it', 'Verify', 'run it'],
    ['*Verify*\n- run it', 'Verify', ''],
    ['*Verify*: run it', 'Verify', 'run it'],
    ['*Verify:* run it', 'Verify', 'run it'],
    ['__Verify__: run it', 'Verify', 'run it'],
    ['Verify: run it', 'Verify', 'run it'],
    ['**Verify**： run it', 'Verify', 'run it'],
    ['**Verify** (inline OK for Step 0): run it', 'Verify', 'run it'],
    ['**Verify** (see `a.ts` (old)):\n\nx', 'Verify', ''],
    ['- **Verify**: run it', 'Verify', 'run it'],
    ['1. Verify: run it', 'Verify', 'run it'],
    ['- **Verify** — run it', 'Verify', 'run it'],
    ['> **Verify**: run it', 'Verify', 'run it']
  ])('reads %j', (text, title, value) => {
    const [label] = labels(text)
    expect(label?.title).toBe(title)
    expect(label?.value?.text).toBe(value)
  })

  it.each([
    'Some **bold** words in a sentence',
    '**This is a whole sentence that somebody set in bold, and it goes on for long enough to be one.**',
    'Unknown: plain label',
    '*Track major decisions and revisions. New agents: read this first.*',
    '**Bold** starts this sentence',
    '`Verify: x`',
    'https://example.org/x: y',
    '```\n**Verify**: x\n```'
  ])('reads no label in %j', text => {
    expect(labels(text).map(label => label.title)).toEqual([])
  })

  it('reads several labels in the lines of one paragraph, whatever the line ends', () => {
    for (const newline of ['\n', '\r\n']) {
      const found = labels(['**Status:** DRAFT', '**Date**: 2026-01-01  ', 'goes on', 'Run: `x`'].join(newline))
      expect(found.map(label => [label.title, label.value?.text, label.place.start.line])).toEqual([
        ['Status', 'DRAFT', 1],
        ['Date', '2026-01-01 goes on', 2],
        ['Run', '`x`', 4]
      ])
    }
  })

  it('gives a label the blocks that follow it, up to the next label, heading or rule', () => {
    const [verify, files] = labels('**Verify**:\n\n```sh\nx\n```\n\nIt prints y.\n\n**Files**: a\n\n---\n\nloose')
    expect(verify!.blocks.map(block => block.type)).toEqual(['code', 'paragraph'])
    expect(files!.blocks).toEqual([])
  })

  it('nests labels of list items in the label that holds the list', () => {
    const [step, files, verify] = labels('**Commit 1: Types**\n- **Files:** `a.ts`\n- **Verify:**\n  - `x` passes\n')
    expect([step!.form, step!.ordinal?.raw, files!.parent, verify!.parent]).toEqual(['bold', '1', step, step])
    expect(verify!.blocks.map(block => block.type)).toEqual(['list'])
  })

  it('gives a fence behind a list to the empty label that ends the list', () => {
    const [run] = labels('- **Run**:\n\n```sh\nx\n```\n')
    expect(run!.blocks.map(block => block.type)).toEqual(['code'])
  })
})

describe('places', () => {
  it.each(['\n', '\r\n'])('are exact in quotes, lists and after a byte order mark (%j)', newline => {
    const text = `\uFEFF# T${newline}${newline}> - first${newline}>   **Verify**: \`x\`${newline}`
    const outline = outlineOf(text)
    const label = outline.parts.find(part => part.form === 'label')!
    expect(outline.source.slice(label.place.start.offset, label.place.end.offset)).toBe('**Verify**:')
    expect([label.place.start.line, label.place.start.column]).toEqual([4, 5])
  })
})

describe('headings', () => {
  it('nest by level and carry their number apart from their key', () => {
    const { parts } = outlineOf('# A\n\n## **2. Goal & Scope**:\n\n### 2.1 Deeper 🎯\n\n## Step 4b: Name\n')
    expect(parts.slice(1).map(part => [part.key, part.ordinal?.raw, part.parent?.title])).toEqual([
      ['a', undefined, ''],
      ['goal and scope', '2', 'A'],
      ['deeper', '2.1', '2. Goal & Scope:'],
      ['step 4b: name', '4b', 'A']
    ])
  })

  it.each([
    ['Step 2a: x', '2a', 'step'],
    ['2.1 x', '2.1', undefined],
    ['A. x', 'A', undefined],
    ['Option B — x', 'B', 'option'],
    ['Step [N]: x', '[N]', 'step'],
    ['12) x', '12', undefined],
    ['Phase 0: x', '0', 'phase']
  ])('number %j', (title, raw, word) => {
    const [, part] = outlineOf(`# ${title}`).parts
    expect([part!.ordinal?.raw, part!.ordinal?.word]).toEqual([raw, word])
  })

  it.each(['Steps', 'Phases of the moon', '3 options', 'A plan', 'Optional', 'Step aside', 'Tests'])(
    'do not number %j',
    title => {
      expect(outlineOf(`# ${title}`).parts[1]!.ordinal).toBeUndefined()
    }
  )
})

describe('broken fences', () => {
  const text = [
    '# P',
    '',
    '## One',
    '',
    '```markdown',
    '## Not a heading',
    '```python',
    'x = 1',
    '```',
    '',
    '# a comment in the outer block',
    '',
    '```',
    '',
    '## Two',
    '',
    'text',
    '',
    '```sh',
    'ls',
    '```',
    '',
    '## Three',
    ''
  ].join('\n')

  it('are found at the inner fence, once', () => {
    const { brokenFences } = outlineOf(text)
    expect(brokenFences.map(fence => [fence.text, fence.place.start.line])).toEqual([['```python', 7]])
  })

  it('hide headings that are named, and phantoms are no headings', () => {
    const outline = outlineOf(text)
    const shown = outline.parts.filter(part => part.form === 'heading').map(part => part.title)
    expect(shown).not.toContain('a comment in the outer block')
    expect([...shown, ...outline.brokenFences[0]!.hidden].map(title => title.toLowerCase())).toEqual(
      expect.arrayContaining(['one', 'two', 'three'])
    )
  })

  it.each(['```sh\nls\n```\n', '````md\n```sh\nls\n```\n````\n', '```md\n~~~sh\nls\n~~~\n```\n', '```\n```\n'])(
    'are not seen in %j',
    sound => {
      expect(outlineOf(sound).brokenFences).toEqual([])
    }
  )
})

describe('checkboxes', () => {
  it('are read with the look-alikes that Markdown does not know', () => {
    const { checkboxes } = outlineOf('- [ ] a\n- [x] b\n- [X] c\n- [~] d\n- [-] e\n- [ ]* f\n- [P] g\n- [link](x) h\n')
    expect(checkboxes.map(box => [box.state, box.text])).toEqual([
      ['open', 'a'],
      ['done', 'b'],
      ['done', 'c'],
      ['open', 'd'],
      ['open', 'e'],
      ['open', 'f']
    ])
  })
})
