/** Is our own code linear? Each dimension of a plan is doubled alone, with all limits lifted; the time has to double, no more. */
import { checkComplexity } from '../src/guard/complexity.ts'
import { unlimited } from '../src/guard/limits.ts'
import { lintTree } from '../src/lint/lint-tree.ts'
import { parseFast } from 'mdast-fast'
import { formats } from '../src/report/index.ts'
import { reportOf } from '../src/lint/report.ts'
import { makeLarge, makePlan, usual } from './plans.ts'
import type { Size } from './plans.ts'
import { median } from './measure.ts'

/** How far each dimension is stretched. */
const ends: Record<keyof Size | 'size', number> = {
  size: 5_000_000,
  sections: 12_800,
  steps: 12_800,
  files: 12_800,
  boxes: 51_200,
  commands: 51_200,
  questions: 12_800,
  flaws: 12_800,
  mentions: 51_200
}

export interface Doubling {
  dimension: string
  counts: number[]
  front: number[]
  own: number[]
  report: number[]
}

/** @param isQuick an eighth of the way */
export async function linear(isQuick: boolean, only?: string): Promise<Doubling[]> {
  const json = await formats.json()
  const found: Doubling[] = []
  for (const [dimension, end] of Object.entries(ends)) {
    if (only !== undefined && dimension !== only) continue
    const last = isQuick ? end / 8 : end
    const counts = [last / 8, last / 4, last / 2, last]
    const row: Doubling = { dimension, counts, front: [], own: [], report: [] }
    const warm = planOf(dimension, counts[0]! / 2)
    lintTree(parseFast(warm)!, warm)
    for (const count of counts) {
      const text = planOf(dimension, count)
      const times = { front: [] as number[], own: [] as number[], report: [] as number[] }
      for (let run = 0; run < (isQuick ? 1 : 3); run++) {
        const start = performance.now()
        checkComplexity(text, unlimited)
        const tree = parseFast(text)
        if (!tree) throw new Error(`The fast parser refuses the plan of ${dimension} ${count}`)
        const parsed = performance.now()
        const verdict = lintTree(tree, text)
        const judged = performance.now()
        json.render({ version: '0', files: [reportOf(verdict, 'plan.md', text)], fatalErrors: [], elapsed: 0 }, {
          cwd: '/',
          color: false,
          columns: 80,
          quiet: false
        } as never)
        times.front.push(parsed - start)
        times.own.push(judged - parsed)
        times.report.push(performance.now() - judged)
      }
      row.front.push(median(times.front))
      row.own.push(median(times.own))
      row.report.push(median(times.report))
    }
    found.push(row)
  }
  return found
}

function planOf(dimension: string, count: number): string {
  if (dimension === 'size') return makeLarge(count)
  const steps = dimension === 'flaws' ? { steps: count } : {}
  const shared =
    dimension === 'commands' || dimension === 'mentions' ? { steps: 1, [dimension]: count } : { [dimension]: count }
  return makePlan({ ...usual, ...steps, ...shared })
}
