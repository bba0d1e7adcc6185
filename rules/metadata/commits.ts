/** The commit that a plan starts from, and the one that it has compared with what is there now. */
import type { Plan } from '../../src/plan/bind-types.ts'
import { allFields } from '../../src/plan/every.ts'
import { commitsIn } from '../../src/plan/files/base.ts'
import { findDate } from '../../src/outline/dates.ts'
import { quote } from '../../src/outline/text.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Id } from './id.ts'
import { checkDay } from './values.ts'

/** `git diff --stat 1a2b3c4..HEAD` */
const since = /\bgit (?:diff|log)\b[^`\n]{0,80}?\b([0-9a-f]{7,40})\.\.\.?HEAD\b/

/**
 * The day that stands with a commit has come; what the plan is compared with is that commit.
 *
 * @param now Milliseconds since the epoch.
 * @param end Where the plan's first section begins: what stands above is said of the whole.
 */
export function* checkCommits(plan: Plan, end: number, now: number): Iterable<Problem<Id>> {
  for (const { spec, state, text, part, place } of allFields(plan)) {
    if (spec.kind !== 'commit' || state !== 'filled') continue
    const read = findDate(text)
    for (const problem of read
      ? checkDay(text, read, { label: spec.label, kind: 'timestamp', at: place ?? part!.place, isPast: true }, now)
      : [])
      yield { ...problem, severity: 'warning' }
    const stated = commitsIn(text)
    if (stated.length === 0) continue
    for (const code of plan.content.commands({ start: 0, end })) {
      const compared = since.exec(code.node.value)?.[1]
      if (compared === undefined || stated.some(each => each.startsWith(compared) || compared.startsWith(each)))
        continue
      yield {
        message: 'twice',
        data: { label: spec.label, text: quote(stated.at(-1)!), other: quote(compared) },
        at: place ?? part!.place,
        help: 'Keep the one that is true',
        related: [{ place: code.place, message: 'Compared with this one here' }],
        severity: 'warning'
      }
      break
    }
  }
}
