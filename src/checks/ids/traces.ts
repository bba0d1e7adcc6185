/** Identifiers that are referred to, and what declares them: in the plan itself, or in another file of its set. */
import { replaceSpans } from '../../outline/replace-spans.ts'
import type { Plan, Unit } from '../../plan/bind-types.ts'
import { allUnits } from '../../plan/every.ts'
import type { IdDeclaration, IdReference } from '../../plan/units/ids.ts'
import { refsOf } from '../../plan/units/ids.ts'
import { matchShape, shapesOf } from '../../plan/units/shapes.ts'
import type { Member, PlanSet } from '../../sets/plan-set.ts'
import { declaredIn, headsOf, isNowhereIn, isRoleShaped, isShaped } from '../../sets/declared.ts'
import type { UnitSpec } from '../../profiles/schema.ts'
import { unitSpecs } from '../../profiles/units.ts'
import { groupBy } from '../../util/group.ts'
import { foreignTo } from './foreign-ids.ts'
import { mayBeHidden } from './hidden-ids.ts'
import { lostTasks } from './lost-tasks.ts'
import { skippedNumbers } from './skipped-numbers.ts'
import { withoutZeros } from '../../plan/units/numbers.ts'
import { isUnwritten } from '../unwritten.ts'

/** Where units of a role are declared. */
interface Declaring {
  role: string
  plan: Plan
  /** Where it is another file. */
  member?: Member
}

/** References to one thing that is declared nowhere, or to several by one range. */
export interface Unknown {
  refs: readonly IdReference[]
  /** What they name: of a range each that there is not. */
  keys: readonly string[]
  in: Declaring
  /** A sequence there passes over the number of each: that is told at the title that has another. */
  isSkipped?: boolean
}

/** Where a role that references name is declared; undefined where that file is not there. */
function declaringOf(to: string, plan: Plan, set: PlanSet | undefined): Declaring | undefined {
  const dot = to.indexOf('.')
  if (dot < 0) return { role: to, plan }
  const member = set?.members.get(to.slice(0, dot))
  return member && { role: to.slice(dot + 1), plan: member.plan, member }
}

/** What references to units of a role are known by. */
export function keyOf({ number, id }: Pick<IdReference, 'number' | 'id'>, isShaped: boolean): string {
  return withoutZeros((isShaped ? id : number).toLowerCase())
}

/** What a declaration is known by. */
export function declaredKey({ text, unit }: IdDeclaration): string {
  return keyOf({ number: text, id: text }, isShaped(unit.spec))
}

/** References into a file of the set in which nothing is listed, numbered or tabled, in whatever form: all of them lead nowhere. */
export function strandedRefs(plan: Plan, set: PlanSet | undefined): Unknown[] {
  const stranded = refsOf(plan).flatMap(ref => {
    const place = declaringOf(ref.to, plan, set)
    return place?.member && isNowhereIn(place.plan, place.role, ref) ? [{ ref, place }] : []
  })
  return [...groupBy(stranded, ({ place }) => place.member).values()].map(all => ({
    refs: all.map(({ ref }) => ref),
    keys: all.map(({ ref, place: { role, plan: other } }) => (isRoleShaped(other, role) ? ref.id : ref.number)),
    in: all[0]!.place
  }))
}

/** References that lead nowhere, by what they name. Where nothing of their kind is declared, nothing is said of them. */
export function unknownRefs(plan: Plan, set: PlanSet | undefined): Unknown[] {
  return [...groupBy(refsOf(plan), ref => ref.to)].flatMap(([to, refs]) => {
    const place = declaringOf(to, plan, set)
    const declared = place ? declaredIn(place.plan, place.role) : []
    if (!place || declared.length === 0) return []
    const known = new Set(declared.map(declaredKey))
    // Those that are still to be written are not all.
    if (
      isUnwritten(
        declared.map(({ unit }) => unit),
        place.plan
      )
    )
      return []
    // Which of two a number means, or was meant to have, is told of the two.
    if (known.size < declared.length) return []
    const shaped = isShaped(declared[0]!.unit.spec)
    const vague = new Set([...bareNumbers(place.plan, declared[0]!.unit), ...misnumbered(declared)])
    const isLost = lostWith(place.role, place.plan)
    const heads = shaped ? headsOf(place.plan) : new Set<string>()
    const unknown = refs.filter(
      ref =>
        ref.number !== 'all' &&
        !vague.has(ref.number.slice(0, Math.max(0, ref.number.lastIndexOf('.')))) &&
        !isLost(ref.number) &&
        !known.has(keyOf(ref, shaped)) &&
        !heads.has(ref.id.toLowerCase())
    )
    const isUnread = unknown.length > 0 ? unreadIn(place.plan, place.role) : () => false
    const named = [
      ...groupBy(
        unknown.filter(({ number }) => !isUnread(number)),
        ref => keyOf(ref, shaped)
      ).values()
    ]
    const skipped = named.length > 0 ? skippedNumbers(declared, place.plan) : new Set<number>()
    // What a range names is told where it stands.
    return [...groupBy(named, ([first]) => first!.place.start.offset).values()].map(each => ({
      refs: onceAPlace(each.flat()),
      keys: each.map(([first]) => (shaped ? first!.id : first!.number)),
      in: place,
      isSkipped: each.every(([first]) => skipped.has(Number.parseInt(first!.number, 10)))
    }))
  })
}

function onceAPlace(refs: readonly IdReference[]): IdReference[] {
  return [...groupBy(refs, ref => ref.place.start.offset).values()].map(([first]) => first!)
}

/** The numbers of units that hold none of what others of their kind hold, and may say it in a form that is not read. */
function bareNumbers(plan: Plan, { spec: inner, parent }: Unit): ReadonlySet<string> {
  const bare = parent ? allUnits(plan).filter(unit => unit.spec === parent.spec && unit.units.length === 0) : []
  const outer = bare.filter(unit => !lacksAll(unit, inner, plan))
  return new Set(outer.flatMap(({ part: { ordinal } }) => ordinal?.raw ?? []))
}

/** The numbers of units below which one is numbered as if it stood below another: which of theirs is meant, is told there. */
function misnumbered(declared: readonly IdDeclaration[]): string[] {
  return declared.flatMap(id => foreignTo(id)?.outer ?? [])
}

/** May a number be that of a task which has none, or which is lost to tools? Of either it is told at the task. */
function unreadIn(plan: Plan, role: string): (number: string) => boolean {
  const tasks = allUnits(plan).filter(({ spec, box }) => box !== undefined && spec.role === role)
  const known = tasks.flatMap(({ lead }) => lead?.id ?? [])
  const bare = tasks.filter(({ spec, lead }) => spec.id?.shape !== undefined && lead?.id === undefined)
  const isHidden = mayBeHidden(known, bare.length)
  const lost = new Set(lostTasks(plan).map(({ id }) => id))
  return number => isHidden(number) || lost.has(number)
}

/** Does a unit list nothing where others do: is its field for that empty, or "None", and nothing else below its title? That one lacks is told of it alone. */
function lacksAll(unit: Unit, inner: UnitSpec, { outline: { source } }: Plan): boolean {
  const holder = unit.fields.find(({ spec }) => [spec.units ?? []].flat().includes(inner))
  if (!holder?.part || holder.state === 'filled') return false
  const told = unit.fields.flatMap(({ part }) => part?.span ?? []).sort((a, b) => a.start - b.start)
  const from = unit.part.place.end.offset
  return !/[\p{L}\p{N}]/u.test(replaceSpans(source.slice(from, unit.span.end), told, () => '', from))
}

/** Is a number one that a section would hold which is not there: "1.2", where those begin with 1? That the section lacks is told of it. */
function lostWith(role: string, plan: Plan): (number: string) => boolean {
  const holders = plan.allSections.flatMap(({ part, spec }) =>
    unitSpecs(spec)
      .filter(unit => unit.role === role)
      .flatMap(({ id }) => shapesOf(id?.shape).filter(shape => /^\d/.test(shape)))
      .map(shape => ({ shape, isThere: part !== undefined }))
  )
  // Where all of them lack, it is no document that has them.
  if (!holders.some(({ isThere }) => isThere)) return () => false
  const shapes = holders.filter(({ isThere }) => !isThere).map(({ shape }) => shape)
  return number => shapes.some(shape => matchShape(shape, number, 0) === number.length)
}
