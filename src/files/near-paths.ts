import { suggest } from '../util/suggest.ts'
import { isTestPath } from './test-path.ts'

/** May one of two names stand for the other by mistake? What is no test is nobody's slip for one: `src/index.ts` for `src/index.test.ts`. */
export function areOfAKind(one: string, other: string): boolean {
  return isTestPath(one) === isTestPath(other)
}

/** Is one name of two paths, from their ends, nearly the same, and are all others the same? Not for the same path twice. */
export function areNear(one: string, other: string): boolean {
  if (!areOfAKind(one, other)) return false
  const [a, b] = [one, other].map(path => path.split('/').reverse())
  const count = Math.min(a!.length, b!.length)
  const unlike = Array.from({ length: count }, (_, i) => i).filter(i => a![i] !== b![i])
  const [at] = unlike
  return unlike.length === 1 && suggest(stemOf(a![at!]!), [stemOf(b![at!]!)]) !== undefined
}

/** Endings would make any two names alike. */
function stemOf(name: string): string {
  const dot = name.indexOf('.', 1)
  return dot < 0 ? name : name.slice(0, dot)
}
