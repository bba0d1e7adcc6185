import { bodySpan } from '../../src/plan/bind.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { tickedEarly } from '../../src/checks/ticked-early.ts'
import { unboxedItems, type UnboxedItem } from '../../src/checks/unboxed-items.ts'
import { checkOdd } from './odd.ts'
import { checkUnboxed } from './unboxed.ts'
import { missingItems, trackingDefects } from '../../src/checks/tracking.ts'
import type { Span } from '../../src/outline/types.ts'
import { quote } from '../../src/outline/text.ts'
import type { Checklist } from '../../src/profiles/schema.ts'
import type { TickList } from './open.ts'
import { checkOpen } from './open.ts'
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
    unboxed: d => `Missing box on ${d.text} in "${d.title}"`,
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
    const all = tickLists(plan)
    for (const list of all) if (list.section) yield* checkSection(list, list.section, plan)
    const lists = all.filter(({ boxes }) => boxes.length > 0)
    yield* checkOpen(lists, plan)
    for (const list of lists) yield* checkEarly(list, plan)
    yield* checkOdd(plan)
    yield* checkUnboxed(lists, plan)
  }
})

function hasChecklist({ checklist, fields = [] }: BoundSection['spec']): boolean {
  return isOwn(checklist) || fields.some(field => isOwn(field.checklist))
}

/** Questions are spoken of elsewhere. */
function isOwn(checklist: Checklist | undefined): boolean {
  return checklist !== undefined && checklist.role !== 'question'
}

/** Lists of the plan that are to have boxes, of sections and fields. */
function tickLists(plan: Plan): TickList[] {
  const { allSections } = plan
  const bySection = allSections.flatMap(section => {
    const { checklist, title } = section.spec
    return checklist && isOwn(checklist) && section.state === 'filled'
      ? [{ ...listOf(checklist, title, bodySpan(section), plan), section }]
      : []
  })
  const byField = allSections.flatMap(({ fields }) =>
    fields.flatMap(({ spec: { checklist, label }, state, span }) =>
      checklist && isOwn(checklist) && state === 'filled' ? [listOf(checklist, label, span!, plan)] : []
    )
  )
  return [...bySection, ...byField]
}

function listOf(spec: Checklist, title: string, span: Span, plan: Plan): TickList {
  return { spec, title, span, boxes: plan.content.checkboxes(span), bare: unboxedItems(span, plan) }
}

function* checkSection(
  { spec, title, boxes, bare }: TickList,
  section: BoundSection,
  plan: Plan
): Iterable<Problem<Id>> {
  if (boxes.length === 0) {
    if (spec.required === false) return
    yield { message: 'empty', data: { title }, at: section.part!.place, help: 'Write each item as a task: "- [ ] …"' }
    return
  }
  const items = (spec.items ?? []).map(item => (typeof item === 'string' ? item : item.text))
  const lost = missingItems(items, [...boxes, ...bare])
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
  if (!isUnwritten(tracked, plan)) yield* checkTracking(section, bare, plan)
}

/** A box for each unit, and each box for one. */
function* checkTracking(section: BoundSection, bare: readonly UnboxedItem[], plan: Plan): Iterable<Problem<Id>> {
  const { title } = section.spec
  for (const defect of trackingDefects(section, plan, bare)) {
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
}

/** All is ticked while the status says that nothing can be. */
function* checkEarly({ spec, title, boxes }: TickList, plan: Plan): Iterable<Problem<Id>> {
  const early = tickedEarly(spec, boxes, plan)
  if (!early || !plan.status) return
  yield {
    message: 'early',
    data: { title, status: plan.status.value },
    at: boxes[0]!.place,
    help: 'Set the status, or untick what is not done',
    related: [statusHere(plan.status)],
    ...(early === 'said' ? {} : { severity: 'warning' as const })
  }
}
