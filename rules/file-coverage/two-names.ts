import type { Problem } from '../../src/lint/rule.ts'
import { claimsOf } from '../../src/plan/files/claims.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { suggest } from '../../src/util/suggest.ts'
import type { MissingFile } from './lacks.ts'

/**
 * A file that one list calls nearly as the other does is missing in both, and is one slip: told at the name that fewer lists have, with the other beside it.
 *
 * @param told What is said of each file that is missing somewhere.
 */
export function inOneName<Id extends string>(
  told: ReadonlyMap<MissingFile<Id>, Problem<Id>>,
  plan: Plan
): Iterable<Problem<Id>> {
  const kept = new Map(told)
  for (const [lack] of told) {
    if (!kept.has(lack)) continue
    const other = [...kept.keys()].find(
      each =>
        each.in === lack.mention.role && each.mention.role === lack.in && isNear(each.mention.path, lack.mention.path)
    )
    if (!other) continue
    const [wrong, right] = isRarer(lack, other, plan) ? [lack, other] : [other, lack]
    kept.delete(right)
    kept.set(wrong, withRight(kept.get(wrong)!, right))
  }
  return kept.values()
}

function withRight<Id extends string>(
  { fixes: _, ...problem }: Problem<Id>,
  { mention }: MissingFile<Id>
): Problem<Id> {
  return {
    ...problem,
    help: `Write "${mention.path}", if that is meant; or name both in both places`,
    related: [...(problem.related ?? []), { place: mention.place, message: `"${mention.path}" here` }]
  }
}

/** Do fewer lists have its name? Of two that as many have, the later one is told of. */
function isRarer<Id extends string>(one: MissingFile<Id>, other: MissingFile<Id>, plan: Plan): boolean {
  const [own, its] = [one, other].map(({ mention }) => {
    const mentions = claimsOf(plan)
      .find(mention.path)
      .flatMap(claim => claim.mentions)
    return new Set(mentions.map(({ role }) => role)).size
  })
  return own === its ? one.mention.place.start.offset > other.mention.place.start.offset : own! < its!
}

/** Is one name of the two paths, from their ends, nearly the same, and are all others? */
function isNear(one: string, other: string): boolean {
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
