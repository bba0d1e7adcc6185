/** What counts as a label, what it qualifies, and where its value begins. */
import type { Paragraph } from 'mdast'
import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/parse/parse.ts'
import { linesOf } from '../../src/outline/labels/paragraph-lines.ts'
import { buildOutline } from '../../src/outline/outline.ts'

const words = new Set(['verify', 'files', 'done when', 'a/b', 'how to verify that all of it works'])

/** "line:column-column title (qualifier) = value" */
function labels(text: string): string[] {
  return buildOutline(parsePlan(text), text, words)
    .parts.filter(({ form }) => form === 'label')
    .map(
      ({ title, qualifier, value, place: { start, end } }) =>
        `${start.line}:${start.column}-${end.column} ${title}${qualifier === undefined ? '' : ` (${qualifier})`} = ${value!.text}`
    )
}

describe('a line', () => {
  it.each([
    ['- **Files**: a · **Owner**: b • **Effort:** c', ['1:3-13 Files = a', '1:18-28 Owner = b', '1:33-44 Effort = c']],
    ['*Files*: a | *Owner*: b', ['1:1-9 Files = a', '1:14-22 Owner = b']],
    [
      'Files: a | Verify: `b | Files: c` · Done when: d',
      ['1:1-7 Files = a', '1:12-19 Verify = `b | Files: c`', '1:37-47 Done when = d']
    ],
    ['Files: a | Mind: b', ['1:1-7 Files = a | Mind: b']],
    ['Mind: a | Files: b', []],
    // In a sentence only what is known to be a label is one.
    ['- **Files**: a few. **Verify**: b', ['1:3-13 Files = a few.', '1:21-32 Verify = b']],
    ['- **Files**: a; **Verify**: b', ['1:3-13 Files = a', '1:17-28 Verify = b']],
    ['- **Files**: a few. **Mind**: b', ['1:3-13 Files = a few. **Mind**: b']],
    ['&nbsp;**Verify:** x', ['1:7-18 Verify = x']],
    ['**Files**  - a', ['1:1-14 Files = a']],
    ['**Files :** x', ['1:1-12 Files = x']],
    ['*How to verify that all of it works*', ['1:1-37 How to verify that all of it works = ']],
    ['*How to verify that all of it works.*', ['1:1-38 How to verify that all of it works. = ']],
    ['**Move to v1.2 of the parser**', ['1:1-31 Move to v1.2 of the parser = ']],
    ['*Move to v1.2 soon*', ['1:1-20 Move to v1.2 soon = ']],
    ['**Files**\u00a0-\u00a0x', ['1:1-13 Files = x']],
    ['**Verify** \t(a)\t: x', ['1:1-18 Verify (a) = x']],
    ['**Verify** (a): x', ['1:1-16 Verify (a) = x']],
    ['**Verify**(a): x', ['1:1-15 Verify (a) = x']],
    ['**Verify** (a):x', ['1:1-16 Verify (a) = x']],
    ['**Verify** : x', ['1:1-13 Verify = x']],
    ['**Verify**\u00a0: x', ['1:1-13 Verify = x']],
    ['**Verify** (a (b) c) : x', ['1:1-23 Verify (a (b) c) = x']],
    ['**Verify** (): x', ['1:1-15 Verify () = x']],
    ['**Files** (a)', ['1:1-14 Files (a) = ']],
    ['**Files**  (a).', ['1:1-16 Files (a) = ']],
    ['*Files* (a):', ['1:1-13 Files (a) = ']],
    ['**Files** - a', ['1:1-13 Files = a']],
    ['**Files** – a', ['1:1-13 Files = a']],
    ['**Files** — a', ['1:1-13 Files = a']],
    ['**Files** -- a', ['1:1-14 Files = a']],
    ['*Files* - a', ['1:1-11 Files = a']],
    ['- **Other** - a', ['1:3-15 Other = a']],
    ['**Files.** a', ['1:1-11 Files = a']],
    ['**One two three four five.** a', ['1:1-29 One two three four five = a']],
    ['**Files**...', ['1:1-10 Files = ...']],
    ['**Files** 🎯', ['1:1-10 Files = 🎯']],
    ['**Files**,', ['1:1-10 Files = ,']],
    ['**Verify**', ['1:1-11 Verify = ']],
    ['*Verify*', ['1:1-9 Verify = ']],
    ['**A plain title of some words**', ['1:1-32 A plain title of some words = ']],
    ['*A few words here now*', ['1:1-23 A few words here now = ']],
    ['**It is a sentence.**', ['1:1-22 It is a sentence. = ']],
    ['**It is so!**', ['1:1-14 It is so! = ']],
    ['**Is it so really?**', ['1:1-21 Is it so really? = ']],
    [
      '**One two three four five six seven eight nine ten eleven twelve thirteen fourteen**',
      ['1:1-85 One two three four five six seven eight nine ten eleven twelve thirteen fourteen = ']
    ],
    ['**File: `a.ts`** (new)', ['1:1-23 File: a.ts (new) = ']],
    ['**Files: `a.ts`** (new)', ['1:1-9 Files = `a.ts`** (new)']],
    ['*Files: `a.ts`*', ['1:1-8 Files = `a.ts`*']],
    ['**`a.ts`**: b', ['1:1-12 a.ts = b']],
    ['**:** x', ['1:1-6  = x']],
    ['**Files：** x', ['1:1-11 Files = x']],
    ['*Done when*: x', ['1:1-13 Done when = x']],
    ['***Verify***: x', ['1:1-14 Verify = x']],
    ['Verify: x', ['1:1-8 Verify = x']],
    ['verify : x', ['1:1-9 verify = x']],
    ['Verify (quick): x', ['1:1-16 Verify (quick) = x']],
    ['Verify  (quick) : x', ['1:1-18 Verify (quick) = x']],
    ['Verify: ', ['1:1-8 Verify = ']],
    ['Verify:"x"', ['1:1-8 Verify = "x"']],
    ['Files： x', ['1:1-7 Files = x']],
    ['Done when: x', ['1:1-11 Done when = x']],
    ['Done  when: x', ['1:1-12 Done when = x']],
    ['A/b: x', ['1:1-5 A/b = x']],
    ['  Verify: x', ['1:3-10 Verify = x']],
    ['**Verify**: x ', ['1:1-12 Verify = x']],
    ['Verify:', ['1:1-8 Verify = ']]
  ])('%j', (text, expected) => {
    expect(labels(text)).toEqual(expected)
  })

  it.each([
    '**Files** see (b)',
    '**Files** a - b',
    '**![](x.png)**: y',
    '**It is a longer sentence.** \nx',
    '&nbsp;',
    '*Files* (a)',
    '**Files** (a) and more',
    '**Other** - a',
    '- *Other* - a',
    '**Files**- a',
    '**Files** -a',
    '**Files** a',
    '**One two three four five six.** a',
    '*Files.* a',
    '*Files* 🎯',
    '*A few words here now and more*',
    '*Two words.*',
    '**It is a longer sentence.**',
    '**Is it so really now?**',
    '**And so on it goes…**',
    '**One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen**',
    '**Files `a`: b** c',
    '** **: x',
    '**Files:**x',
    '~~Verify~~: x',
    '[Verify](x): y',
    '`Verify`: x',
    'Verify:x',
    'Verify:://x',
    'Verify:/x',
    'Verify:é',
    'Verify\n: x',
    '1 verify: x',
    'Vérify: x'
  ])('%j is no label', text => {
    expect(labels(text)).toEqual([])
  })

  it('has no label that is too long', () => {
    for (const [before, most, after] of [
      ['**Verify** (', 598, '): y'],
      ['Verify (', 598, '): y']
    ] as const) {
      expect(labels(before + 'x'.repeat(most) + after)).toHaveLength(1)
      expect(labels(before + 'x'.repeat(most + 1) + after)).toEqual([])
    }
  })
})

describe('a remark between a label and its colon', () => {
  const remarks = [
    'add to `a.ts`',
    'add to `a.ts`, right below the imports and above the loader, where the old cache was before it was thrown out in spring',
    'add to `a.ts` (the new one, see [the notes](notes.md)), below the imports'
  ]
  const forms: [string, (remark: string) => string][] = [
    ['bold', remark => `**Files** (${remark}): b`],
    ['italic', remark => `*Files* (${remark}): b`],
    ['plain', remark => `Files (${remark}): b`],
    ['in an item', remark => `- **Files** (${remark}): b`],
    ['in a quote', remark => `> **Files** (${remark}): b`],
    ['in brackets', remark => `**Files** [${remark}]: b`],
    ['over two lines', remark => `**Files** (${remark.replace(' ', '\n')}): b`]
  ]
  it.each(forms.flatMap(([name, form]) => remarks.map(remark => [name, form(remark)])))('%s: %j', (_, text) => {
    const [part] = buildOutline(parsePlan(text), text, words).parts.slice(1)
    expect(part).toMatchObject({ title: 'Files', value: { text: 'b' } })
  })

  it.each([
    '**Files** (a, b) and more',
    '**Files** (a\nb) and c: d',
    '**Files** (a\nb',
    '**Files** [a](b): c',
    '**Files** [1]'
  ])('none in %j', text => {
    expect(buildOutline(parsePlan(text), text, words).parts[1]?.qualifier).toBeUndefined()
  })
})

describe('lines of a paragraph', () => {
  it.each([
    ['> \tVerify: x\n>\tFiles: y', ['1:4-11 Verify = x', '2:3-9 Files = y']],
    ['a\n&nbsp;**Verify:** x', ['2:7-18 Verify = x']],
    ['*Files* \nx', ['1:1-8 Files = x']],
    ['a\n\tVerify: x', ['2:2-9 Verify = x']],
    ['a\n>Verify: x', ['2:2-9 Verify = x']],
    ['a\\\n  Verify: x', ['2:3-10 Verify = x']],
    ['**Verify** (a)\nb', ['1:1-15 Verify (a) = b']],
    ['> Verify: x\n> Files: y', ['1:3-10 Verify = x', '2:3-9 Files = y']],
    ['> - Verify: x\n>   Files: y', ['1:5-12 Verify = x', '2:5-11 Files = y']],
    [
      '**Verify**: a\n  b\n\tc\n**Files**: d\\\nDone when: e',
      ['1:1-12 Verify = a b c', '4:1-11 Files = d', '5:1-11 Done when = e']
    ],
    ['**Verify**: a  \n**Files**: b', ['1:1-12 Verify = a', '2:1-11 Files = b']],
    ['- Verify: a\n  Files: b', ['1:3-10 Verify = a', '2:3-9 Files = b']],
    ['x **y**\n**Files**: b', ['2:1-11 Files = b']],
    ['![i](j)\nFiles: b', ['2:1-7 Files = b']],
    ['*a* &amp; b\nFiles: c', ['2:1-7 Files = c']],
    ['Files: a\rVerify: b\r\nFiles: c', ['1:1-7 Files = a', '2:1-8 Verify = b', '3:1-7 Files = c']],
    ['*Done when\nso*: x', ['1:1-5 Done when so = x']],
    ['a <!-- x\ny -->\nFiles: b', ['3:1-7 Files = b']],
    ['`a\nb`\nFiles: c', ['3:1-7 Files = c']],
    ['**a**\n  **Files**\n`x`: y', ['1:1-6 a = ', '2:3-12 Files = `x`: y']]
  ])('%j', (text, expected) => {
    expect(labels(text)).toEqual(expected)
  })
})

it.each<[string, string[]]>([
  ['a', ['a']],
  [' a *b*', ['a *b*']],
  ['a\n  b\n\tc', ['a', 'b', 'c']],
  ['a\r\nb\rc', ['a', 'b', 'c']],
  ['a\\\n b  \nc', ['a', 'b', 'c']],
  ['&nbsp;', []],
  ['&nbsp;\n&nbsp;\n*a*\n&nbsp;\nb', ['*a*', 'b']],
  ['*a\nb*\nc', ['*a\nb*', 'c']],
  ['`a\nb` c\nd', ['`a\nb` c', 'd']],
  ['a <!-- b\nc --> d\ne', ['a <!-- b\nc --> d', 'e']],
  ['&nbsp;*a*', ['*a*']],
  ['a&nbsp;\nb', ['a&nbsp;', 'b']]
])('%j has the lines %j', (text, expected) => {
  expect(
    linesOf(parsePlan(text).children[0] as Paragraph, text).map(({ start, end }) => text.slice(start, end))
  ).toEqual(expected)
})
