import { bodySpan } from '../../src/plan/bind.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { goesWith, phasesOf, statedPhase } from '../../src/checks/phases.ts'
import { quote } from '../../src/outline/text.ts'
import { unjustifiedGates } from './gates.ts'
import { findItem } from '../../src/checks/tracking.ts'
import { tickedEarly } from '../../src/checks/ticked-early.ts'
import { valuesIn } from '../../src/checks/values.ts'
import type { SectionSpec } from '../../src/profiles/schema.ts'
import { reached, tickedIn } from '../../src/profiles/states.ts'
import { isState, progressOf, valuesOf } from '../../src/profiles/status.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { statusHere, fieldPlace } from '../words/status.ts'
import { checkBoxes } from './boxes.ts'
import { checkParents } from './parents.ts'
import { checkUnanswered } from './unanswered.ts'
import { checkUnwritten } from './unwritten.ts'
import { checkDates, checkRows, checkTickedRows } from './rows.ts'
import type { ParentMessage } from './parents.ts'
import type { MarkMessage } from './marks.ts'
import { checkMarks } from './marks.ts'
import type { StateMessage } from './states.ts'
import { checkStates } from './states.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { pluralOf } from '../../src/util/plural.ts'

type Id =
  | 'phase'
  | 'gate'
  | 'doneRows'
  | 'unwritten'
  | 'unanswered'
  | 'openBoxes'
  | 'undated'
  | 'openRows'
  | 'claimsState'
  | 'claimsAnswers'
  | ParentMessage
  | MarkMessage
  | StateMessage

export default defineRule<Id>({
  id: 'status-consistency',
  summary: 'Status, phase, ticked boxes and steps tell the same story.',
  why: 'Where the status says one thing and the boxes another, the next agent starts in the wrong place.',
  whenOff: 'Where the status is set by a tool, and the boxes are ticked by people at another time.',
  severity: 'error',
  set: true,
  messages: {
    phase: d => `Conflicting phase ${d.phase}: status is ${d.status}`,
    gate: d =>
      `Conflicting gate ${d.text}: it fails, and ${d.lacks ? 'there is no' : 'nothing is said in'} "${d.title}"`,
    unwritten: d => `Unwritten "${d.title}" while ${d.why}`,
    unanswered: d => `Unanswered question ${d.text}${Number(d.more) > 0 ? ` and ${d.more} more` : ''} while ${d.why}`,
    openBoxes: d =>
      `Conflicting boxes in ${d.name} "${d.title}"${Number(d.more) > 0 ? ` and ${d.more} more` : ''}: ${d.count} open while ${d.why}`,
    undated: d => `Missing date of ${d.name} "${d.title}", which is ticked`,
    openRows: d => `Conflicting ${pluralOf(String(d.name))}: ${d.count} of ${d.all} open while ${d.why}`,
    doneRows: d => `Conflicting ${pluralOf(String(d.name))}: all ${d.all} are ticked while status is ${d.status}`,
    parentDone: d => `Conflicting tick on ${d.name} "${d.title}": ${d.count} of its ${pluralOf(String(d.inner))} open`,
    parentOpen: d => `Unchecked ${d.name} "${d.title}": its ${pluralOf(String(d.inner))} are ticked`,
    titleDone: d => `Conflicting mark on "${d.title}": ${d.count} of the boxes below it open`,
    tickedOver: d => `Conflicting tick on ${d.text}: ${d.count} of the boxes below it open`,
    twoStates: d => `Conflicting state of ${d.name}: ${d.here}, ${d.there}`,
    openState: d =>
      `Conflicting state of ${d.name}${Number(d.more) > 0 ? ` and ${d.more} more` : ''}: ${d.here} while ${d.why}`,
    claimsState: d => `Conflicting tick on ${d.text} while status is ${d.status}`,
    claimsAnswers: d => `Conflicting tick on ${d.text} while a box of "${d.title}" is open`
  },
  *check({ plan, set }) {
    yield* checkPhase(plan)
    yield* checkParents(plan)
    // Where all is to be ticked by now, each open box is told for itself.
    if (plan.state !== 'done') yield* checkMarks(plan)
    yield* checkStates(plan)
    for (const section of plan.allSections) yield* checkGates(section, plan)
    yield* checkUnwritten(plan)
    yield* checkUnanswered(plan, set)
    if (plan.state === 'done') yield* checkBoxes(plan)
    yield* checkRows(plan)
    yield* checkTickedRows(plan)
    yield* checkDates(plan)
    for (const section of plan.allSections) if (meansSomething(section.spec)) yield* checkClaims(section, plan)
  }
})

/** What fails has its reason, or the plan is not yet one to carry out. */
function* checkGates(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const found = unjustifiedGates(section, plan)
  if (!found) return
  const { gates, title, place } = found
  yield {
    message: 'gate',
    data: { text: quote(gates[0]!.text), title, lacks: place ? 0 : 1 },
    at: gates[0]!.place,
    severity: 'warning',
    help: `Change the plan until it passes, or say in "${title}" why it must be so, and which simpler way will not do`,
    related: [
      ...gates.slice(1, 21).map(gate => ({ place: gate.place, message: 'It fails, too' })),
      ...(place ? [{ place, message: 'Nothing is said here' }] : [])
    ]
  }
}

/** Says a checklist, or one of its items, what a tick means? */
function meansSomething({ checklist }: SectionSpec): boolean {
  return checklist?.means !== undefined || (checklist?.items?.some(item => typeof item !== 'string') ?? false)
}

/** Which phases go with which status is the profile's word; the later of the two places is the wrong one. */
function* checkPhase(plan: Plan): Iterable<Problem<Id>> {
  const progress = progressOf(plan.profile)
  const phase = statedPhase(plan)
  if (!progress || phase === undefined || !plan.status?.known || goesWith(phase, plan)) return
  const field = plan.metadata.find(({ spec }) => spec === progress.spec)!
  const value = progress.values[phase]!
  const name = valuesIn(plan.status.value, valuesOf(plan.status.field.spec))[0]!
  const status = plan.status.field
  const [late, early] = field.part!.span.start > status.part!.span.start ? [field, status] : [status, field]
  yield {
    message: 'phase',
    data: { phase: quote(value), status: name },
    at: fieldPlace(late),
    help: `Name a phase that goes with ${name}: ${phasesOf(plan).join(' or ')}`,
    related: [{ place: fieldPlace(early), message: early === status ? `Status is ${name}` : `Phase is ${value}` }]
  }
}

/** Ticked items that claim what the plan denies: an approval that the status does not know, answers to questions that are open. */
function* checkClaims(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const boxes = plan.content.checkboxes(bodySpan(section))
  // Of a list that is ticked to the end that is told.
  if (section.spec.checklist && tickedEarly(section.spec.checklist, boxes, plan)) return
  for (const claim of section.spec.checklist?.items ?? []) {
    if (typeof claim === 'string') continue
    const box = findItem(claim.text, boxes)
    if (box?.state !== 'done') continue
    const text = quote(box.text)
    if (isState(claim.means) && plan.status?.known && !reached(plan.state, claim.means)) {
      yield {
        message: 'claimsState',
        data: { text, status: plan.status.value },
        at: box.place,
        help: 'Set the status, or take the tick back',
        related: [statusHere(plan.status)]
      }
    }
    const other = isState(claim.means) ? undefined : plan.section(claim.means)
    const ticked = other?.spec.checklist && tickedIn(other.spec.checklist).from
    const open =
      other?.part && (plan.state === undefined || (ticked !== undefined && !reached(plan.state, ticked)))
        ? plan.content.checkboxes(bodySpan(other)).find(each => each.state === 'open')
        : undefined
    if (open)
      yield {
        message: 'claimsAnswers',
        data: { text, title: other!.spec.title },
        at: box.place,
        help: 'Answer what is open, or take the tick back',
        related: [{ place: open.place, message: 'Open here' }]
      }
  }
}
