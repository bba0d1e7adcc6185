import { allUnits } from '../../plan/every.ts'
import type { Plan, Unit } from '../../plan/bind-types.ts'
import { isUnboxed } from '../../plan/units/parts/unboxed.ts'
import { FieldIndex, allKeysOf } from '../../plan/fields.ts'
import { allUnitSpecs, formsOf, isBoxed, isPlain, kindOf, ownUnitSpecs } from '../../profiles/units.ts'
import type { SectionSpec, UnitSpec } from '../../profiles/schema.ts'
import type { Checkbox, Part, Span } from '../../outline/types.ts'
import type { Place } from '../../types.ts'
import { onceEach } from '../../util/once.ts'

/** A task that tools pass over, since they go by its box and the number right behind it. */
export interface LostTask {
  /**
   * heading: it is a heading, with no box of its number below it · lead: something stands between box and number · bullet: its list item begins with
   * another sign than "-" · level: it stands beside the one it belongs to, where others stand below theirs · orphan: the one it belongs to is not there ·
   * unboxed: it has no box, among others that have.
   */
  kind: 'heading' | 'lead' | 'bullet' | 'level' | 'orphan' | 'unboxed'
  spec: UnitSpec
  title: string
  place: Place
  /** Its number. */
  id: string
  /** What stands there. */
  found: string
  /** Of a heading, what stands below it that no task has. */
  body?: Span
}

/** The tasks of a list that has no box at all, be it one that Markdown doesn't know, though the profile wants some. */
export function neverBoxed({ profile, outline }: Plan): UnitSpec | undefined {
  if (outline.checkboxes.length > 0) return undefined
  return allUnitSpecs(profile).find(each => isBoxed(each) && (each.min ?? 0) > 0)
}

/** Tasks that are lost: that have no box among others; where the profile wants boxes with plain numbers, others too. In document order by kind; read once per plan. */
export const lostTasks: (plan: Plan) => readonly LostTask[] = onceEach(plan => [...findLost(plan)])

function* findLost(plan: Plan): Iterable<LostTask> {
  for (const { spec, part, lead } of allUnits(plan).filter(isUnboxed))
    yield {
      kind: 'unboxed',
      spec,
      title: part.title,
      place: part.place,
      id: lead?.id ?? part.ordinal!.raw,
      found: 'none'
    }
  const tasks = allUnits(plan).filter(({ spec, box }) => box && isPlainBox(spec))
  for (const task of tasks) if (!task.box!.odd) yield* looseHead(task, plan)
  yield* outdented(tasks, plan)
  const [first] = tasks
  if (!first) return
  const titles = headings(plan, first.spec)
  const areTasks = countTasks(titles, tasks)
  const lost = titles.flatMap(part => [...lostHeading(part, tasks, areTasks, first.spec, plan)])
  yield* lost
  yield* orphans(tasks, new Set(lost.map(({ id }) => id)))
}

function isPlainBox(spec: UnitSpec): boolean {
  const { written } = formsOf(spec)
  return isPlain(spec) && spec.id !== undefined && written.length === 1 && written[0] === 'box'
}

/** "- [ ] **1. Title**", "* [ ] 1. Title". */
function* looseHead({ spec, part, lead, box }: Unit, { outline: { source } }: Plan): Iterable<LostTask> {
  const base = { spec, title: part.title, place: part.place, id: lead?.id ?? '' }
  const bullet = source[part.span.start]
  if (bullet === '*' || bullet === '+') yield { ...base, kind: 'bullet', found: bullet }
  if (lead?.id === undefined) return
  const between = source
    .slice(box!.end, source.indexOf(lead.id, box!.end))
    .replace(/^\*(?=\s)/, '')
    .trim()
  if (between !== '' && between.length < 20) yield { ...base, kind: 'lead', found: between }
}

/** "- [ ] 1.1 Title" right below "- [ ] 1. Title", at the same level: of those of one task, the first. */
function* outdented(tasks: readonly Unit[], { outline: { lines } }: Plan): Iterable<LostTask> {
  const columnOf = ({ span }: Unit): number => lines.pointAt(span.start).column
  const inner = tasks.filter(({ parent }) => parent?.box)
  const flat = inner.filter(task => columnOf(task) <= columnOf(task.parent!))
  // A whole plan that is flat is a way to write it; one that is so in places is not.
  if (flat.length === inner.length) return
  let last: Unit | undefined
  for (const { spec, part, lead, parent } of flat) {
    if (parent !== last)
      yield {
        kind: 'level',
        spec,
        title: part.title,
        place: part.place,
        id: lead?.id ?? '',
        found: parent!.lead?.id ?? parent!.part.title
      }
    last = parent
  }
}

/** "- [ ] 1.1 Title" where nothing has the number 1: of those of one number, the first. */
function* orphans(tasks: readonly Unit[], told: ReadonlySet<string>): Iterable<LostTask> {
  const known = new Set([...told, ...tasks.map(({ lead }) => lead?.id)])
  for (const { spec, part, lead, parent } of tasks) {
    const outer = parent ? undefined : /^\d+(?=\.\d)/.exec(lead?.id ?? '')?.[0]
    if (outer === undefined || known.has(outer)) continue
    known.add(outer)
    yield { kind: 'orphan', spec, title: part.title, place: part.place, id: lead!.id!, found: outer }
  }
}

/** "### 2. Title", "## Task 2: Title". */
function headings({ outline }: Plan, { role }: UnitSpec): Part[] {
  return outline.parts.filter(
    ({ form, level, ordinal }) =>
      form === 'heading' &&
      level > 1 &&
      ordinal?.numbers.length === 1 &&
      (ordinal.word === undefined || ordinal.word === role)
  )
}

/**
 * Do the numbers of headings go on with those of the boxes: "## 1." and "## 2.", with no number on the boxes below; "- [ ] 1." and then "## 2."? Not where
 * boxes are numbered below one of another number: then they are chapters.
 */
function countTasks(titles: readonly Part[], tasks: readonly Unit[]): boolean {
  const counted = new Set(
    tasks.flatMap(({ lead, part }) => (lead?.id === undefined ? [] : [{ id: lead.id, at: part.span.start }]))
  )
  const isOwn = ({ ordinal, span }: Part): boolean =>
    [...counted].every(
      ({ id, at }) => at < span.start || at >= span.end || id === ordinal!.raw || id.startsWith(`${ordinal!.raw}.`)
    )
  // Where no box has a number, each of them must hold some: else one of them may be an introduction.
  if (counted.size === 0)
    return (
      titles.length > 1 &&
      titles.every(({ span }) => tasks.some(task => task.span.start > span.start && task.span.start < span.end))
    )
  const ids = new Set([...counted].map(({ id }) => id))
  const numbers = new Set([...ids, ...titles.map(({ ordinal }) => ordinal!.raw)])
  const goesOn = (raw: string): boolean => !ids.has(raw) && numbers.has(String(Number(raw) - 1))
  return (
    titles.every(isOwn) &&
    titles.filter(({ ordinal }) => ordinal!.word === undefined).every(({ ordinal }) => goesOn(ordinal!.raw))
  )
}

/** A heading is a task if it is called one, if what stands below goes by its number, if all such headings count tasks, or if it has a task's fields. */
function* lostHeading(
  part: Part,
  tasks: readonly Unit[],
  areTasks: boolean,
  spec: UnitSpec,
  plan: Plan
): Iterable<LostTask> {
  const id = part.ordinal!.raw
  const own = tasks.filter(({ span }) => span.start > part.span.start && span.start < part.span.end)
  if (own.some(({ lead }) => lead?.id === id)) return
  const isCalled = part.ordinal!.word !== undefined
  const isCounted = own.some(({ lead }) => lead?.id?.startsWith(`${id}.`))
  const body = { start: part.place.end.offset, end: own[0]?.span.start ?? part.span.end }
  if (!isCalled && !isCounted && !areTasks && !hasField(body, spec, plan)) return
  yield { kind: 'heading', spec, title: part.title, place: part.place, id, found: 'heading', body }
}

function hasField(span: Span, { fields = [] }: UnitSpec, { content }: Plan): boolean {
  return new FieldIndex(content.parts(span)).find(allKeysOf(fields)).some(({ form }) => form === 'label')
}

/** A box that says nothing to be done; `id`: but for its identifier. */
interface BlankTask {
  place: Place
  id?: string
}

/** Boxes with nothing behind them, or their identifier alone, where tasks are boxes: tools count them, and nobody knows what is to be done. */
export function blankTasks(plan: Plan): readonly BlankTask[] {
  const isBlank = ({ text, odd }: Checkbox): boolean => text === '' && !odd
  if (allUnitSpecs(plan.profile).some(isBoxed))
    return [...plan.outline.checkboxes.filter(isBlank), ...numberedAlone(plan)].sort(
      (a, b) => a.place.start.offset - b.place.start.offset
    )
  const lists = plan.allSections.filter(({ part, spec }) => part && hasStepBoxes(spec))
  return lists.flatMap(({ span }) => plan.content.checkboxes(span).filter(isBlank))
}

/** `- [ ] 1.1`, and no more. */
function numberedAlone(plan: Plan): BlankTask[] {
  return allUnits(plan).flatMap(({ box, lead, part, span }) =>
    box &&
    !box.odd &&
    lead?.id !== undefined &&
    lead.rest === '' &&
    plan.content.isEmpty({ start: part.place.end.offset, end: span.end })
      ? [{ place: box.place, id: lead.id }]
      : []
  )
}

/** Is something a list of steps that are boxes, and a checklist as well? */
export function hasStepBoxes(spec: SectionSpec): boolean {
  return (
    spec.checklist !== undefined &&
    ownUnitSpecs(spec).some(unit => kindOf(unit) === 'step' && formsOf(unit).written.every(form => form === 'box'))
  )
}
