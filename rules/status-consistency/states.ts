import type { Plan } from '../../src/plan/bind-types.ts'
import { isSetAside } from '../../src/plan/asides/put-off.ts'
import type { SaidState } from '../../src/plan/written/said-states.ts'
import { saidStates } from '../../src/plan/written/said-states.ts'
import { quote } from '../../src/outline/text.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { groupBy } from '../../src/util/group.ts'
import { statusHere } from '../words/status.ts'
import { whyDone } from './rows.ts'

/** What is said of units that are done here and open there; worded with the rule's other messages. */
export type StateMessage = 'twoStates' | 'openState'

/** Nobody speaks of one unit in more places. */
const most = 100

/** A unit of which the plan says two things, or one that is open in a plan that is done. */
export function* checkStates(plan: Plan): Iterable<Problem<StateMessage>> {
  const { said, names } = saidStates(plan)
  // Of open boxes in a plan that is done completion-checklist speaks, and one word of the title's is one too many.
  if (plan.state === 'done') {
    yield* openIn(plan, said)
    return
  }
  for (const [key, everywhere] of groupBy(said, each => each.key)) {
    const all = everywhere.slice(0, most)
    const isOne = (names.get(key)?.size ?? 0) < 2
    for (const [i, late] of all.entries()) {
      const early = all
        .slice(0, i)
        .find(each => each.far !== late.far && areOne(each, late, isOne) && !isTold(each, late))
      if (!early) continue
      yield problemOf(early, late)
      break
    }
  }
}

/**
 * Do two places speak of one unit? Where titles of two names have its number, each has to say the name.
 *
 * @param isOne Is there but one title of that number?
 */
function areOne(a: SaidState, b: SaidState, isOne: boolean): boolean {
  if (a.name === b.name) return isOne || a.name !== ''
  if (!isOne) return false
  // "Phase 1: tests written" is not all of "Phase 1".
  const [box, other] = a.by === 'list' ? [a, b] : [b, a]
  if (box.by === 'list') return box.name === '' || other.name.startsWith(`${box.name} `)
  return (
    a.name === '' || b.name === '' || `${a.name} `.startsWith(`${b.name} `) || `${b.name} `.startsWith(`${a.name} `)
  )
}

/** Boxes below a title that says done are told of as such. */
function isTold(early: SaidState, late: SaidState): boolean {
  return early.by === 'title' && early.far === 'done' && late.by === 'list' && late.place.start.offset < early.span.end
}

function problemOf(early: SaidState, late: SaidState): Problem<StateMessage> {
  const called = [early, late].find(({ by }) => by === 'title') ?? early
  return {
    message: 'twoStates',
    data: { name: quote(called.called), here: inWords(late), there: inWords(early) },
    at: late.place,
    severity: 'warning',
    help: 'Say the same in both places',
    related: [{ place: early.place, message: `It is ${inWords(early)}` }]
  }
}

function* openIn(plan: Plan, said: readonly SaidState[]): Iterable<Problem<StateMessage>> {
  const [first, ...others] = said.filter(
    ({ by, far, word, called }) => by !== 'list' && far === 'open' && word !== '' && !isSetAside(called)
  )
  if (!first) return
  yield {
    message: 'openState',
    data: { name: quote(first.called), more: others.length, here: inWords(first), why: whyDone(plan) },
    at: first.place,
    severity: 'warning',
    help: 'Say of what is done that it is, or take the completion back',
    related: [
      ...(plan.status ? [statusHere(plan.status)] : []),
      ...others.slice(0, 20).map(({ place }) => ({ place, message: 'Open, too' }))
    ]
  }
}

/** `"DONE" in a table`, `ticked in a list`. */
function inWords({ by, far, word }: SaidState): string {
  const place = { title: 'its title', table: 'a table', list: 'a list', field: 'a field' }[by]
  if (by === 'list') return `${far === 'done' ? 'ticked' : 'open'} in ${place}`
  return `${word === '' ? `marked as ${far}` : quote(word)} in ${place}`
}
