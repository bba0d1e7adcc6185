import type { Problem } from '../../src/lint/rule.ts'

const fewest = 3

/** From three on it is one habit, and told once: at the first of them, with the others beside it. */
export function* folded<Id extends string>(problems: Iterable<Problem<Id>>): Iterable<Problem<Id>> {
  const all = [...problems]
  const [first, ...others] = all
  if (!first || all.length < fewest) yield* all
  else yield { ...first, related: others.slice(0, 20).map(({ at }) => ({ place: at, message: 'Here too' })) }
}
