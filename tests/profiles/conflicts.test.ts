/** A conflict that git left in a plan is one error at its first marker, and nothing of its two sides is told besides. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'
import { validPlan } from './inject.ts'

const told = (profile: string, text: string): string[] =>
  lintText(text, { path: 'a-plan.md', forced: profile, now: Date.parse('2026-11-30') }).findings.map(
    ({ severity, message, place, related = [] }) =>
      `${severity} ${message} @${text.slice(place.start.offset, place.end.offset)}${related.length > 0 ? ` and ${related.length}` : ''}`
  )
const both = (ours: string, theirs = ours): string => `<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> feature/x`
const found = ['error Unresolved conflict of a merge: "<<<<<<< HEAD" @<<<<<<< HEAD']
/** A plan of which a piece was changed on both sides. */
const merged = (profile: string, piece: RegExp): string => {
  const text = validPlan(profile, 'valid-1')
  expect(text).toMatch(piece)
  return text.replace(piece, piece => both(piece.trimEnd()) + piece.slice(piece.trimEnd().length))
}

describe('a conflict that git left', () => {
  it.each([
    ['design-plan', /## 2[^]*?(?=\n## 3)/],
    ['design-plan', /### Step 2[^]*?(?=\n### )/],
    ['design-plan', /(?<=### Step 2.*\n\n).+/],
    ['design-plan', /(?<=## 1.*\n\n).+/],
    ['superpowers-plan', /- \[ \] .+/],
    ['speckit-tasks', /- \[ \] T003.+/],
    ['generic', /\*\*Status\*\*.+/],
    ['cursor-plan', /^overview: .+/m]
  ])('%s: is one error, whatever %s has on its two sides', (profile, piece) => {
    expect(told(profile, merged(profile, piece))).toEqual(found)
    expect(told(profile, merged(profile, piece).replaceAll('\n', '\r\n'))).toEqual(found)
  })

  const valid = validPlan('design-plan', 'valid-1')

  it('is one error where there are several, and where its end is gone', () => {
    const twice = valid.replace('## 2', `${both('One.')}\n\n## 2`).replace('## 3', `${both('Two.')}\n\n## 3`)
    expect(told('design-plan', twice)).toEqual([`${found[0]} and 1`])
    expect(told('design-plan', valid.replace('## 2', '<<<<<<< HEAD\n\n## 2'))).toEqual(found)
    expect(told('design-plan', valid.replace('## 2', '<<<<<<<\n\n## 2'))).toHaveLength(1)
  })

  it('shows the base, too, where git was told to', () => {
    const three = '<<<<<<< HEAD\nOne.\n||||||| 1a2b3c4\nNone.\n=======\nTwo.\n>>>>>>> x'
    expect(told('design-plan', valid.replace('## 2', `${three}\n\n## 2`))).toEqual(found)
  })

  it.each([
    `\`\`\`\n${both('One.')}\n\`\`\``,
    `<!--\n${both('One.')}\n-->`,
    'Whoever sees `<<<<<<< HEAD` mends it.',
    '    <<<<<<< HEAD',
    '<<<<<<<< eight of them'
  ])('is none in code, and nowhere but at the beginning of a line: %j', text =>
    expect(told('design-plan', valid.replace('\n## 3', `\n${text}\n\n## 3`))).toEqual([])
  )

  it('is told of beside what is wrong elsewhere', () =>
    expect(told('design-plan', `${merged('design-plan', /## 2[^]*?(?=\n## 3)/)}\n\nTBD\n`)).toHaveLength(2))
})
