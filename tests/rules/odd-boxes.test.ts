/** Boxes as people write them, in every dialect that has checklists. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/fix/edits.ts'
import { lintText } from '../../src/lint/linter.ts'
import type { Finding } from '../../src/types.ts'

/** A checklist item of a valid plan, with its box. */
const places: Record<string, string> = {
  'planning-md': '- [x] Every edge case has a defined action.',
  'handoff-plan': '- [ ] Phase 2: Route',
  'task-plan': '- [ ] **Scalable patterns**: a million tiles are no problem'
}

function judge(forced: string, line: (item: string) => string, edit = (text: string) => text): [string, Finding[]] {
  const item = places[forced]!
  const text = readFileSync(`fixtures/plans/${forced}/valid-1.md`, 'utf8')
  const edited = edit(text.replace(item, line(item.replace(/^- \[.\] /, ''))))
  return [edited, lintText(edited, { forced, path: 'a.md' }).findings]
}

const lineOf = (text: string, piece: string): number => text.slice(0, text.indexOf(piece)).split('\n').length

describe.each(Object.keys(places))('in %s', forced => {
  test.each([
    ['- [] ', '- [ ] '],
    ['- [  ] ', '- [ ] '],
    ['-[ ] ', '- [ ] '],
    ['-[x] ', '- [x] '],
    ['-[x]', '- [x] '],
    ['- [ x ] ', '- [x] '],
    ['- [x ] ', '- [x] '],
    ['- [✓] ', '- [x] '],
    ['- [✔] ', '- [x] '],
    ['- [✅] ', '- [x] '],
    ['- ☑ ', '- [x] '],
    ['- ☐ ', '- [ ] ']
  ])('%j is surely %j', (odd, written) => {
    const [text, findings] = judge(forced, item => `${odd}${item}`)
    const rest = findings.filter(({ rule }) => rule !== 'status-consistency')
    expect(rest.map(({ rule, messageId, place }) => [rule, messageId, place.start.line])).toEqual([
      ['completion-checklist', 'odd', lineOf(text, odd)]
    ])
    const [fix] = rest[0]!.fixes!
    expect(fix!.safe).toBe(true)
    expect(applyEdits(text, fix!.edits).text).toBe(judge(forced, item => `${written}${item}`)[0])
  })

  test.each(['- [y] ', '- [done] '])('%j may be done: a person decides', odd => {
    const [text, findings] = judge(forced, item => `${odd}${item}`)
    const told = findings.filter(({ rule }) => rule === 'completion-checklist')
    expect(told.map(({ messageId, place }) => [messageId, place.start.line])).toEqual([['odd', lineOf(text, odd)]])
    expect(told[0]!.fixes).toMatchObject([{ title: 'Write "[x]"', safe: false }])
  })

  test('a box in bold is named as it is written', () => {
    const [text, findings] = judge(forced, item => `- **[✓]** ${item}`)
    const [told] = findings.filter(({ rule }) => rule === 'completion-checklist')
    expect(told!.message).toMatch(/^Unknown box "\[✓\]" on /)
    expect(text.slice(told!.place.start.offset, told!.place.end.offset)).toBe('[✓]')
    expect(told!.fixes).toBeUndefined()
  })

  test.each(['- [/] ', '- [>] ', '- [!] ', '- [?] ', '- ☒ '])('%j says neither', odd => {
    const [text, findings] = judge(forced, item => `${odd}${item}`)
    expect(findings.map(({ rule, messageId, place }) => [rule, messageId, place.start.line])).toEqual([
      ['completion-checklist', 'odd', lineOf(text, odd)]
    ])
    expect(findings[0]!.fixes).toBeUndefined()
  })

  test('three of them are one finding', () => {
    const [, findings] = judge(
      forced,
      item => `- [ ] ${item}`,
      text => text.replace(/^- \[.\] (?=\S)/gm, '- [✓] ')
    )
    const odd = findings.filter(({ messageId }) => messageId.startsWith('odd'))
    expect(odd[0]!.messageId).toBe('oddBoxes')
    expect(odd.length).toBeLessThanOrEqual(2)
    expect(odd[0]!.related!.length).toBeGreaterThan(1)
  })
})

test.each(['[-]', '[~]', '[ ]'])('%s is open: not so while the status says done', box => {
  const done = (text: string): string =>
    text.replace('**Status:** Planning Complete', '**Status:** Completed').replaceAll('- [ ]', '- [x]')
  const [, findings] = judge(
    'handoff-plan',
    item => `- ▢ ${item}`,
    text => done(text).replace('- ▢', `- ${box}`)
  )
  expect(findings.map(({ rule, messageId }) => [rule, messageId])).toContainEqual(['completion-checklist', 'unchecked'])
})

test.each([
  '- [P] Beside it',
  '- [1] A source',
  '- [a link](b.md)',
  '- `[]` is empty',
  '- ✅ It is done',
  '- [link]: it'
])('%j has no box', line => {
  const [, findings] = judge(
    'task-plan',
    item => `- [ ] ${item}`,
    text => text.replace(/(## Next Steps[^\n]*\n)/, `$1\n${line}\n`)
  )
  expect(findings).toEqual([])
})
