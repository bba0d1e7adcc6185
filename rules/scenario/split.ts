import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import type { Sentence } from '../../src/plan/sentences/sentences.ts'
import { lackingWords, sentencesOf } from '../../src/plan/sentences/sentences.ts'
import { groupBy } from '../../src/util/group.ts'

/** Bullets that are one scenario together, each with a part of it: "- **Given** …", "- **When** …", "- **Then** …". */
export function splitOverBullets(plan: Plan): ReadonlySet<Unit> {
  const all = [...sentencesOf(plan, 'scenario')].filter(({ unit }) => unit.parent && unit.part.form === 'item')
  const runs = [...groupBy(all, ({ unit }) => unit.parent).values()].flatMap(runsOf)
  return new Set(runs.filter(run => isWhole(run, plan)).flatMap(run => run.map(({ unit }) => unit)))
}

/** One that is whole stands for itself, and "Given" begins another. */
function runsOf(bullets: readonly Sentence[]): Sentence[][] {
  const runs: Sentence[][] = []
  for (const bullet of bullets) {
    const before = runs.at(-1)
    const isNew =
      !before || bullet.lacks.length === 0 || before[0]!.lacks.length === 0 || /^\W*given\b/i.test(bullet.unit.name)
    if (isNew) runs.push([bullet])
    else before.push(bullet)
  }
  return runs
}

function isWhole(run: readonly Sentence[], plan: Plan): boolean {
  const text = run.map(({ unit }) => plan.content.own(unit.span)).join(' ')
  return run.length > 1 && lackingWords(run[0]!.demand, text)?.length === 0
}
