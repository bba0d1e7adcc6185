import type { Problem } from '../../src/lint/rule.ts'
import type { Fix } from '../../src/types.ts'

const fewest = 3

/** From three on it is one habit, and told once: at the first of them, with the others beside it. What fixes each fixes all of them at once. */
export function* folded<Id extends string>(problems: Iterable<Problem<Id>>): Iterable<Problem<Id>> {
  const all = [...problems]
  const [first, ...others] = all
  if (!first || all.length < fewest) yield* all
  else {
    const { fixes: _, ...told } = first
    const related = others.slice(0, 20).map(({ at }) => ({ place: at, message: 'Here too' }))
    yield { ...told, related, ...joined(all.map(({ fixes = [] }) => fixes[0])) }
  }
}

function joined(fixes: readonly (Fix | undefined)[]): { fixes?: Fix[] } {
  const [first] = fixes
  if (!first || !fixes.every(fix => fix !== undefined)) return {}
  return {
    fixes: [{ ...first, safe: fixes.every(({ safe }) => safe), edits: fixes.flatMap(({ edits }) => edits) }]
  }
}
