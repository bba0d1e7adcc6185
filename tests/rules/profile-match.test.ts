/** What is said of a document that no profile takes for its own. */
import { describe, expect, it } from 'vitest'
import rule from '../../rules/profile-match/index.ts'
import { lintText } from '../../src/lint/linter.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import type { Profile } from '../../src/profiles/schema.ts'
import type { Finding } from '../../src/types.ts'
import { told } from './by-profile.ts'

/** Two marks are there, and three are needed. */
const demanding: Profile = {
  name: 'demanding',
  title: 'Own',
  summary: 'Own',
  detect: { headings: { Dreams: 1, Deeds: 1 }, need: 3 },
  sections: [{ id: 'dreams', title: 'Dreams' }]
}

function findingsIn(text: string, profiles: Profile[] = []): Finding[] {
  return lintText(text, { only: [rule], profiles, path: 'a-plan.md', now: 0 }).findings
}

describe('a profile that there is none of', () => {
  it.each([
    ['desing-plan', 'Did you mean design-plan?'],
    ['waterfall', `Use one of ${builtinProfiles.map(profile => profile.name).join(', ')}`]
  ])('%s: what is meant, or what there is', (name, help) => {
    expect(told(findingsIn(`---\nplanlint: ${name}\n---\n\nSome text.\n`))).toEqual([
      `1 error Unknown profile "${name}" declared → ${help}`
    ])
  })
})

describe('a document of no known kind', () => {
  it.each([
    ['the title', 'Some text.\n\n## Dreams\n\nMore.\n', [3, 1, 3, 10]],
    ['the first line', 'Some text.\nMore.\n', [1, 1, 1, 11]],
    ['the first line of a file from Windows', 'Some text.\r\nMore.\r\n', [1, 1, 1, 11]],
    ['the only line', 'Some text.', [1, 1, 1, 11]]
  ])('is told of at %s', (_, text, expected) => {
    expect(
      findingsIn(text).map(({ place: { start, end } }) => [start.line, start.column, end.line, end.column])
    ).toEqual([expected])
  })

  it('lacks some marks of the nearest profile', () => {
    const detect = { headings: { Dreams: 1, Hopes: 1, Fears: 1, Words: 1, Deeds: 2 } }
    expect(findingsIn('# X\n\n## Dreams\n\nA.\n', [{ ...demanding, detect }]).map(({ message }) => message)).toEqual([
      'Unknown kind of plan: nearest is demanding (17 % of its marks), lacking "Hopes", "Fears", "Words"'
    ])
  })

  it('lacks none where a profile needs more marks than it names', () => {
    expect(told(findingsIn('# X\n\n## Dreams\n\nA.\n\n## Deeds\n\nB.\n', [demanding]))).toEqual([
      '1 warning Unknown kind of plan: nearest is demanding (100 % of its marks), lacking nothing → ' +
        'Name the profile with --profile, in the configuration, or in front matter ("planlint: demanding"); "planlint: false" says that this is no plan'
    ])
  })
})
