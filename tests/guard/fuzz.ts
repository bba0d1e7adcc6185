/**
 * Times the reference parser, the model and all rules on the families, as users run them: in a process of its own, with the parser's build for production.
 * Arguments: the size in KiB; `every`: of the families that the guard lets pass at that size, only each so manieth one
 * (where it stops them, the largest document that it lets pass is always tried). Writes JSON lines.
 */
import { makePlan } from '../../bench/plans.ts'
import { checkComplexity } from '../../src/guard/complexity.ts'
import { lintText } from '../../src/lint/linter.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import { families } from './families.ts'

export interface Timed {
  name: string
  bytes: number
  milliseconds: number
  stopped: boolean
}

/** What the guard lets pass must be judged in this time. */
export const allowedTime = (bytes: number): number => bytes * 0.05 + 50

/** Processor time; the best of ten, so that a busy machine makes no slow parser; one try where that is fast enough. */
function bestTime(text: string, forced: string, allowed: number): number {
  let best = Infinity
  for (let n = 0; n < 10 && best > allowed / 2; n++) {
    const start = process.cpuUsage()
    lintText(text, { forced, now: 1.7e12 })
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

/** Microseconds of processor time that a byte of a usual plan takes on the machine that the figures in the docs come from. */
const usual = 1.1

/** How much slower this machine is, at this moment: 1 where it is not. */
function slowness(): number {
  const plan = makePlan({ steps: 24, sections: 16 })
  return Math.max(1, (bestTime(plan, 'design-plan', 0) * 1000) / plan.length / usual)
}

/** The size up to which the guard lets a family pass, up to `max`. */
export function largestAdmitted(make: (size: number) => string, max: number): number {
  if (!checkComplexity(make(max))) return max
  let [low, high] = [1, max]
  while (high - low > Math.max(1, high / 50)) {
    const middle = (low + high) >> 1
    if (checkComplexity(make(middle))) high = middle
    else low = middle
  }
  return low
}

function run(size: number, every: number): void {
  for (const warm of ['# a\n\n- b\n', '*a* `b` [c](d)\n', '> a\n\n|a|\n|-|\n\n'])
    lintText(warm.repeat(200), { forced: 'design-plan' })
  for (const [index, { name, make }] of families.entries()) {
    const admitted = largestAdmitted(make, size)
    if (admitted === size && index % every !== 0) continue
    const text = make(admitted)
    if (checkComplexity(text)) continue
    const bytes = Buffer.byteLength(text)
    const allowed = allowedTime(bytes)
    const taken = bestTime(text, builtinProfiles[index % builtinProfiles.length]!.name, allowed)
    const timed: Timed = {
      name,
      bytes,
      milliseconds: taken > allowed ? taken / slowness() : taken,
      stopped: admitted < size
    }
    process.stdout.write(JSON.stringify(timed) + '\n')
  }
}

if (process.argv[1] && /fuzz\.(?:ts|mjs)$/.test(process.argv[1]))
  run(Number(process.argv[2]) * 1024, Number(process.argv[3] ?? 1))
