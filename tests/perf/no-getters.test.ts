import { parseFast } from 'mdast-fast'
import { expect, test } from 'vitest'
import { makePlan } from '../../bench/plans.ts'
import { lintTree } from '../../src/lint/lint-tree.ts'

/** The objects that are reached from one, by names and symbols. */
function reachedFrom(start: object): Set<object> {
  const seen = new Set([start])
  for (const one of seen)
    for (const key of Reflect.ownKeys(one)) {
      const value: unknown = Object.getOwnPropertyDescriptor(one, key)?.value
      if (typeof value === 'object' && value !== null) seen.add(value)
    }
  return seen
}

// V8 keeps such a getter, and all that it closes over, in the object's hidden class, which minor collections take for alive.
test('nothing that is remembered of a plan has a getter of its own', () => {
  const text = makePlan({ flaws: 2 })
  const { plan } = lintTree(parseFast(text)!, text)
  const reached = reachedFrom(plan!)
  const getters = [...reached].flatMap(one =>
    Reflect.ownKeys(one).filter(key => Object.getOwnPropertyDescriptor(one, key)!.get !== undefined)
  )
  expect(reached.size).toBeGreaterThan(1000)
  expect(getters).toEqual([])
})
