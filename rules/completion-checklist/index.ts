import { bodySpan } from '../../src/plan/bind.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { checkOdd } from './odd.ts'
import { missingItems, trackingDefects } from '../../src/checks/tracking.ts'
import { quote } from '../../src/outline/text.ts'
import { reached, tickedIn } from '../../src/profiles/states.ts'
import type { Checkbox } from '../../src/outline/types.ts'
import type { Checklist } from '../../src/profiles/schema.ts'
import { isUnwritten } from '../../src/checks/unwritten.ts'
import type { Id } from './id.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { statusHere } from '../words/status.ts'
import { allHoldersOf } from '../../src/profiles/holders.ts'
import { defineRule } from '../../src/lint/rule.ts'

export default defineRule<Id>({
  id: 'completion-checklist',
  summary: 'The completion checklist is whole, and ticked when the status says done – not before, not never.',
  why: 'A box ticked too early hides work; a box never ticked makes the list worthless. planlint never offers to tick one: only whoever did the work can.',
  whenOff: "Where a tracker or the pull request says what is done, and the boxes in the plan are nobody's to tick.",
  severity: 'error',
  applies: profile => allHoldersOf(profile).some(hasChecklist),
  messages: {
    odd: d => `Unknown box ${d.box} on ${d.text}`,
    oddBoxes: d => `Unknown boxes ${d.box} on ${d.count} items`,
    empty: d => `Missing task list in "${d.title}"`,
    removed: d => `Missing item ${d.text} in "${d.title}"`,
    replaced: d => `Missing ${d.count} of the ${d.total} items in "${d.title}"`,
    unchecked: d => `Unchecked item ${d.text}${d.more} while status is ${d.status}`,
    open: d => `Unchecked item ${d.text}${d.more} in a plan that lies in ${d.folder}/`,
    early: d => `Conflicting status: every box of "${d.title}" is ticked while status is ${d.status}`,
    untracked: d => `Missing ${d.name} ${d.text} in "${d.title}"`,
    unknownUnit: d => `Unknown ${d.name} ${d.text} in "${d.title}"`,
    otherName: d => `Conflicting name of a ${d.name} in "${d.title}": ${d.text}, planned as ${d.other}`
  },
  *check({ plan }) {
    for (const section of plan.allSections) {
      if (!isOwn(section.spec.checklist) || section.state !== 'filled') continue
      yield* checkSection(section, plan)
    }
    for (const section of plan.allSections)
      for (const field of section.fields)
        if (field.spec.checklist && isOwn(field.spec.checklist) && field.state === 'filled')
          yield* checkTicks(field.spec.checklist, field.spec.label, plan.content.checkboxes(field.span!), plan)
    yield* checkOdd(plan)
  }
})

function hasChecklist({ checklist, fields = [] }: BoundSection['spec']): boolean {
  return isOwn(checklist) || fields.some(field => isOwn(field.checklist))
}

/** Questions are spoken of elsewhere. */
function isOwn(checklist: Checklist | undefined): boolean {
  return checklist !== undefined && checklist.role !== 'question'
}

function* checkSection(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const spec = section.spec.checklist!
  const { title } = section.spec
  const boxes = plan.content.checkboxes(bodySpan(section))
  if (boxes.length === 0) {
    if (spec.required === false) return
    yield { message: 'empty', data: { title }, at: section.part!.place, help: 'Write each item as a task: "- [ ] …"' }
    return
  }
  const items = (spec.items ?? []).map(item => (typeof item === 'string' ? item : item.text))
  const lost = missingItems(items, boxes)
  if (lost.length > 2 && lost.length * 2 > items.length)
    yield {
      message: 'replaced',
      data: { count: lost.length, total: items.length, title },
      at: section.part!.place,
      help: `Put back ${lost.map(item => `"${item}"`).join(', ')}`
    }
  else
    for (const item of lost)
      yield {
        message: 'removed',
        data: { text: quote(item), title },
        at: section.part!.place,
        help: `Put it back: "- [ ] ${item}"`
      }
  const tracked = spec.units === undefined ? [] : plan.units(spec.units)
  for (const defect of isUnwritten(tracked, plan) ? [] : trackingDefects(section, plan)) {
    if (defect.box && defect.unit)
      yield {
        message: 'otherName',
        data: { name: defect.name, text: quote(defect.box.text), other: quote(defect.unit.part.title), title },
        at: defect.box.place,
        help: `Call it "${defect.unit.part.title}" here too`,
        related: [{ place: defect.unit.part.place, message: 'Planned here' }],
        severity: 'warning'
      }
    else if (defect.box)
      yield {
        message: 'unknownUnit',
        data: { name: defect.name, text: quote(defect.box.text), title },
        at: defect.box.place,
        help: `Take it out, or add the ${defect.name} to the plan`
      }
    else
      yield {
        message: 'untracked',
        data: { name: defect.name, text: quote(defect.unit!.part.title), title },
        at: section.part!.place,
        help: `Add "- [ ] ${defect.unit!.part.title}"`,
        related: [{ place: defect.unit!.part.place, message: 'Planned here' }]
      }
  }
  yield* checkTicks(spec, title, boxes, plan)
}

/** Ticks against the status. */
function* checkTicks(spec: Checklist, title: string, boxes: readonly Checkbox[], plan: Plan): Iterable<Problem<Id>> {
  if (boxes.length === 0) return
  const { from, not } = tickedIn(spec)
  if (plan.past !== undefined && from !== undefined) yield* checkPast(boxes, plan.past)
  if (!plan.status) return
  const status = plan.status.value
  // Of what is no box to any tool that alone is said.
  const open = boxes.filter(box => box.state === 'open' && !box.odd)
  if (from !== undefined && reached(plan.state, from)) {
    // Many that are open are one slip: the status, or nobody ticked.
    const isMany = open.length > 2
    for (const box of isMany ? open.slice(0, 1) : open)
      yield {
        message: 'unchecked',
        data: { text: quote(box.text), more: isMany ? ` and ${open.length - 1} more` : '', status },
        at: box.place,
        help: isMany
          ? 'Do what they say and tick them, or set the status back'
          : 'Do what it says and tick it, or set the status back',
        related: [
          statusHere(plan.status),
          ...(isMany ? open.slice(1, 21).map(({ place }) => ({ place, message: 'Open, too' })) : [])
        ]
      }
  }
  if (not !== undefined && plan.state === not && boxes.every(box => box.state === 'done')) {
    yield {
      message: 'early',
      data: { title, status },
      at: boxes[0]!.place,
      help: 'Set the status, or untick what is not done',
      related: [statusHere(plan.status)]
    }
  }
}

/** Boxes that are open though the folder says that all is done. */
function* checkPast(boxes: readonly Checkbox[], folder: string): Iterable<Problem<Id>> {
  const [first, ...others] = boxes.filter(box => box.state !== 'done' && !box.odd)
  if (!first) return
  yield {
    message: 'open',
    data: { text: quote(first.text), more: others.length === 0 ? '' : ` and ${others.length} more`, folder },
    at: first.place,
    help: 'Tick what is done, and write the rest without a box, with what becomes of it; or move the plan back to those in progress',
    related: others.slice(0, 20).map(({ place }) => ({ place, message: 'Here too' }))
  }
}
