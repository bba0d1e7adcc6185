/** Fields of the document in a profile of one's own: what they hold is judged as in sections and units. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { readProfile } from '../../src/profiles/validate.ts'
import type { FieldSpec, Profile } from '../../src/profiles/schema.ts'

const profileOf = (...fields: FieldSpec[]): Profile => ({
  name: 'm',
  title: 'M',
  summary: 'm',
  fields,
  sections: [{ id: 'foo', title: 'Foo' }]
})

const found = (field: FieldSpec, ...lines: string[]): string[] =>
  lintText(`# A pump\n\n${lines.join('\n')}\n\n## Foo\n\nIt is driven by hand.\n`, {
    options: { profile: 'm' },
    profiles: [profileOf(field)],
    now: Date.parse('2026-06-15T12:00:00Z')
  }).findings.map(({ place, severity, message, help }) => `${place.start.line} ${severity}: ${message} → ${help}`)

describe('a field of the document', () => {
  it.each<[string, FieldSpec, string[], string]>([
    [
      'a list of its kind',
      { label: 'Parts', kind: 'list', required: true },
      ['**Parts**:', '', '```', 'a valve', '```'],
      '3 error: Expected a list under "Parts" in "A pump" → Write it as a list: "- …"'
    ],
    [
      'too few items',
      { label: 'Parts', content: [{ kind: 'list', min: 2 }] },
      ['**Parts**:', '', '- a valve'],
      '3 error: Expected at least 2 items under "Parts" in "A pump" → Write at least 2 items there'
    ],
    [
      'no table, which is recommended',
      { label: 'Parts', content: [{ kind: 'table', required: 'warning' }] },
      ['**Parts**: a valve'],
      '3 warning: Expected a table under "Parts" in "A pump" → Write a table there'
    ],
    [
      'an item without a path',
      { label: 'Files', each: 'path' },
      ['**Files**:', '', '- `src/pump.ts`', '- the valve'],
      '6 error: Expected a file path under "Files" in "A pump" → Name the file in backticks: "`src/a-file.ts`"'
    ],
    [
      'no command',
      { label: 'Check', kind: 'command', required: true },
      ['**Check**: by eye'],
      '3 error: Expected a command under "Check" in "A pump" → Write the command in backticks or a fence, with what it shows: `npm test` passes'
    ],
    [
      'an inner field that is not there, once another one is',
      { label: 'Choice', fields: [{ label: 'What' }, { label: 'Why', required: true }] },
      ['**Choice**:', '', '- **What**: iron'],
      '1 error: Missing "Why" in "A pump" → Add **Why**: …'
    ]
  ])('with %s is told as it is in a section', (_, field, lines, message) => {
    expect(found(field, ...lines)).toEqual([message])
  })

  it('is fine where it holds what it is to hold', () => {
    expect(
      found({ label: 'Parts', kind: 'list', content: [{ kind: 'list', min: 2 }] }, '**Parts**:', '', '- a', '- b')
    ).toEqual([])
    expect(found({ label: 'Parts', kind: 'list', required: true }, '**Parts**: a valve, a pipe')).toEqual([])
  })

  it('is told to be missing once', () =>
    expect(found({ label: 'Parts', kind: 'list', required: true }, 'A pump.')).toEqual([
      '1 error: Missing "Parts" → Write **Parts:** …'
    ]))

  it('in the front matter holds no Markdown', () =>
    expect(
      readProfile(profileOf({ label: 'parts', form: 'front-matter', content: [{ kind: 'list' }] })).problems
    ).toEqual([expect.objectContaining({ message: expect.stringContaining('not looked for in the front matter') })]))
})
