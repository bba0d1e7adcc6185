/** Changes that carry a plan out, in plans of every dialect: as planned they give nothing, and each departure is told once, of its file. */
import { describe, expect, test } from 'vitest'
import { compare } from '../../../src/apps/diff/compare.ts'
import { claimsOf } from '../../../src/plan/files/claims.ts'
import { builtinProfiles } from '../../../src/profiles/builtin.ts'
import type { FileChange } from '../../../src/repo/past/changes.ts'
import { planBy } from '../../plan/own-plan.ts'
import { dialects } from '../../repo-rules/dialects.ts'
import type { Work } from '../../repo-rules/dialects.ts'
import { projects } from '../../repo-rules/projects.ts'

const cases = Object.entries(projects).flatMap(([kind, { works }]) =>
  Object.keys(dialects).map(dialect => ({ kind, dialect, works }))
)

/** What is told of the changes, as `group path`. */
function told(dialect: string, works: readonly Work[], changes: readonly FileChange[]): string[] {
  const profile = builtinProfiles.find(({ name }) => name === dialect)!
  const claims = claimsOf(planBy(profile, dialects[dialect]!(works)))
  const found = compare(claims, changes, { planPath: 'docs/plan.md', allowance: () => undefined })
  return (['untouched', 'unplanned', 'contradictions'] as const).flatMap(group =>
    found[group].map(({ path }) => `${group} ${path}`)
  )
}

describe.each(cases)('$kind in a $dialect', ({ dialect, works }) => {
  // What a later part modifies that an earlier one has made is new in the end.
  const marks = new Map(works.flatMap(({ files }) => Object.entries(files)).toReversed())
  const planned: FileChange[] = [...marks].map(([path, mark]) => ({ path, status: mark === 'new' ? 'A' : 'M' }))
  planned.sort((a, b) => (a.path < b.path ? -1 : 1))
  // A backlog does not say of what is there how it changes.
  const says = ([, mark]: readonly [string, string]): boolean => dialect !== 'backlog-plan' || mark === 'new'

  test('as planned', () => expect(told(dialect, works, planned)).toEqual([]))

  test('beyond the plan', () => {
    for (const status of ['A', 'M', 'D'] as const)
      expect(told(dialect, works, [...planned, { path: 'zz/more.ts', status }])).toEqual(['unplanned zz/more.ts'])
  })

  test.each([...marks])('without %s', path => {
    const rest = planned.filter(change => change.path !== path)
    expect(told(dialect, works, rest)).toEqual([`untouched ${path}`])
  })

  test.each([...marks].filter(says))('otherwise: %s is %s', (path, mark) => {
    const others = (status: FileChange['status']): FileChange[] =>
      planned.map(change => (change.path === path ? { path, status } : change))
    expect(told(dialect, works, others(mark === 'new' ? 'M' : 'A'))).toEqual([`contradictions ${path}`])
    expect(told(dialect, works, others('D'))).toEqual([`contradictions ${path}`])
  })

  test.each([...marks].filter(says))('under another name: %s', (path, mark) => {
    if (mark === 'new') return
    const moved = planned.map((change): FileChange =>
      change.path === path ? { path: 'zz/moved.ts', from: path, status: 'R' } : change
    )
    expect(told(dialect, works, moved)).toEqual([`contradictions ${path}`])
  })
})
