/** Words that stand for what is still to be written are none where a profile of one's own has them as names. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { readProfile } from '../../src/profiles/validate.ts'
import type { Profile } from '../../src/profiles/schema.ts'

const profile: Profile = {
  name: 'm',
  title: 'M',
  summary: 'm',
  fields: [{ label: 'Decision', kind: 'enum', values: ['TBD', 'boats'] }, { label: 'TODO' }],
  sections: [
    { id: 'todo', title: 'Todo' },
    { id: 'open', title: 'Open points', aliases: ['TBC', 'To be decided'], required: false },
    {
      id: 'costs',
      title: 'Costs',
      content: [{ kind: 'table', columns: ['What', 'TBD'], values: { TBD: ['TBD', 'no'] } }]
    }
  ]
}

const plan = (opening: string, open: string, row: string): string =>
  `# M\n\n${opening}\n\n## Todo\n\nBuild a pier.\n\n## ${open}\n\nWe go by boat.\n\n## Costs\n\n| What | TBD |\n| --- | --- |\n${row}\n`

const found = (text: string): string[] =>
  lintText(text, { options: { profile: 'm' }, profiles: [profile] })
    .findings.filter(({ rule }) => rule === 'no-placeholder')
    .map(({ place, message }) => `${place.start.line} ${message}`)

describe('names that the profile gives', () => {
  it('are no placeholders: sections, labels, values, columns and their cells', () => {
    expect(found(plan('- **Decision**: TBD\n- **TODO**: build it', 'TBC', '| a pier | TBD |'))).toEqual([])
    expect(found(plan('**TODO**:\n\n- build it', '2. To be decided', '| a pier | no |'))).toEqual([])
  })

  it('are some everywhere else', () =>
    expect(found(plan('- **Decision**: boats\n- **TODO**: TBD', 'Open points', '| TBD | no |'))).toEqual([
      '4 Placeholder "TBD" left',
      '18 Placeholder "TBD" left'
    ]))

  it('say nothing of the values beside them, in a row, in the front matter, behind a label', () => {
    const owner = { label: 'Owner', required: true }
    const told = (given: Partial<Profile>, text: string): number =>
      lintText(text, {
        options: { profile: 'm' },
        profiles: [{ name: 'm', title: 'M', summary: 'm', sections: [], ...given }]
      }).findings.filter(({ rule }) => rule === 'no-placeholder').length
    expect(told({ fields: [owner] }, '# M\n\n| Field | Value |\n| --- | --- |\n| Owner | TBD |\n')).toBe(1)
    expect(told({ fields: [{ ...owner, form: 'front-matter' }] }, '---\nowner: TBD\n---\n\n# M\n\nA pump.\n')).toBe(1)
    expect(told({ fields: [owner] }, '# M\n\nOwner: TBD\n')).toBe(1)
    expect(told({ checklist: { required: false } }, '# TBD\n\n- [ ] A pump\n')).toBe(1)
  })
})

it('a word of "or" that is none is told with those that there are', () => {
  const fields = [{ label: 'Owner', or: ['titel'] }, { label: 'Team' }]
  expect(readProfile({ ...profile, fields }).problems).toEqual([
    {
      path: ['fields', 0, 'or'],
      message:
        'unknown label "titel" (did you mean "title"?); known: Team, section, tests, title, remark, reason, column, none'
    }
  ])
})
