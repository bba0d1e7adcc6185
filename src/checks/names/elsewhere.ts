/** Units by their names in the other files of a set: those that must be there, those that must not, and what they have there. */
import type { Part } from '../../outline/types.ts'
import type { BoundSection, Plan, Unit } from '../../plan/bind-types.ts'
import { allUnits } from '../../plan/every.ts'
import type { IdDeclaration } from '../../plan/units/ids.ts'
import { idsOf } from '../../plan/units/ids.ts'
import { newNameOf, renamedIn } from '../../plan/units/names.ts'
import type { UnitSpec } from '../../profiles/schema.ts'
import { membersOf } from '../../profiles/sets.ts'
import { allUnitSpecs, elsewhereOf, unitSpecs } from '../../profiles/units.ts'
import type { Member, PlanSet } from '../../sets/plan-set.ts'
import { declaredIn } from '../../sets/declared.ts'

/** A unit that disagrees with what is elsewhere. */
export type Elsewhere =
  /** No unit of its name is there; `known` are those that are, and of which the plan says nothing. */
  | { kind: 'unknown'; id: IdDeclaration; member: Member; known: readonly IdDeclaration[] }
  /** One of its name is there already. */
  | { kind: 'taken'; id: IdDeclaration; member: Member; other: IdDeclaration }
  /** The file is not there in which its name would be. */
  | { kind: 'noFile'; id: IdDeclaration; path: string }
  /** Files: none of its name, where there would be one. */
  | {
      kind: 'missing'
      id: IdDeclaration
      path: string
      /** Existing files that no unit names. */
      known: readonly string[]
      /** The profile also has a list of new ones for this role. */
      mayBeNew: boolean
    }
  | { kind: 'existing'; id: IdDeclaration; path: string }
  /** Units that the one of its name has there, and it lacks. */
  | { kind: 'dropped'; id: IdDeclaration; member: Member; role: string; lacks: readonly IdDeclaration[] }

/** Of each unit one thing at most, in document order. Nothing for done plans: their changes are already in the other file. */
export function* comparedElsewhere(plan: Plan, set: PlanSet | undefined): Iterable<Elsewhere> {
  if (!set || plan.past !== undefined || plan.state === 'done') return
  const reported = new Set<string>()
  for (const id of idsOf(plan)) {
    for (const found of [...compareNames(id, plan, set), ...compareKept(id, plan, set)].slice(0, 1)) {
      // Where a file is missing, that is told once.
      if (found.kind === 'noFile' && reported.has(found.path)) continue
      if (found.kind === 'noFile') reported.add(found.path)
      yield found
    }
  }
}

function* compareNames(id: IdDeclaration, plan: Plan, set: PlanSet): Iterable<Elsewhere> {
  for (const [to, wanted] of elsewhereOf(id.unit.spec)) {
    const [file, role] = to.split('.') as [string, string | undefined]
    if (role === undefined) {
      const many = set.many.get(file)
      const name = nameOfFile(id.text)
      const path = many?.pathOf(name)
      // What the template left is told as such.
      if (!many || path === undefined || name.includes('<')) continue
      if (wanted === 'there' && !many.paths.has(name))
        yield {
          kind: 'missing',
          id,
          path,
          known: [...many.paths.keys()].filter(each => !declaredIn(plan, id.role).some(isOf(each))),
          mayBeNew: allUnitSpecs(plan.profile).some(spec => spec.role === id.role && wantedAt(to, spec) === 'new')
        }
      if (wanted === 'new' && many.paths.has(name)) yield { kind: 'existing', id, path }
      continue
    }
    const member = set.members.get(file)
    const path = set.missing.get(file)
    if (wanted === 'there' && path !== undefined) yield { kind: 'noFile', id, path }
    if (!member) continue
    const known = declaredIn(member.plan, role)
    const other = known.find(({ text }) => text === id.text)
    // A name declared both as new and as existing is reported as that contradiction only.
    if (isTwice(id, plan)) continue
    if (wanted === 'there' && !other && !isRenamed(id, plan, known) && !hasLoosePair(plan))
      yield { kind: 'unknown', id, member, known: known.filter(({ text }) => !isSpokenOf(text, to, plan)) }
    if (wanted === 'new' && other && !isThere(id, plan, { other, member, known }))
      yield { kind: 'taken', id, member, other }
  }
}

/** A section that nothing takes over, since the file is there and has its own. */
export interface Kept {
  section: BoundSection
  path: string
  own: Part
}

export function* keptSections(plan: Plan, set: PlanSet | undefined): Iterable<Kept> {
  if (!set || plan.past !== undefined || plan.state === 'done') return
  for (const section of plan.allSections) {
    if (!section.part || section.state === 'empty') continue
    for (const file of Object.keys(section.spec.elsewhere ?? {})) {
      const member = set.members.get(file)
      const other = member?.plan.section(section.spec.id)
      // Word by word the same has been taken over.
      if (other?.part && sourceOf(section, plan) !== sourceOf(other, member!.plan))
        yield { section, path: member!.path, own: other.part }
    }
  }
}

/** Does the plan say of a unit that is there what becomes of it? */
function isSpokenOf(name: string, to: string, plan: Plan): boolean {
  return idsOf(plan).some(({ text, unit }) => text === name && wantedAt(to, unit.spec) === 'there')
}

function wantedAt(to: string, spec: UnitSpec): 'there' | 'new' | undefined {
  return elsewhereOf(spec).find(([other]) => other === to)?.[1]
}

/** Does the plan say of one name that it is new, and that it is there? */
function isTwice({ text, unit }: IdDeclaration, plan: Plan): boolean {
  const wantedOf = ({ spec }: Unit): string[] =>
    spec.after === undefined ? elsewhereOf(spec).map(([, wanted]) => wanted) : []
  const own = wantedOf(unit)
  return idsOf(plan).some(
    other =>
      other.unit !== unit &&
      other.text === text &&
      other.unit.spec.id?.in?.some(list => unit.spec.id?.in?.includes(list)) === true &&
      wantedOf(other.unit).some(wanted => !own.includes(wanted))
  )
}

/** Is a name renamed to nothing known? Then what is called otherwise may be what it was meant for. */
function hasLoosePair(plan: Plan): boolean {
  const olds = new Set(allUnitSpecs(plan.profile).flatMap(({ after }) => after ?? []))
  const isPart = ({ role, unit }: IdDeclaration): boolean => olds.has(role) || unit.spec.after !== undefined
  return idsOf(plan).filter(isPart).length > 2 * renamedIn(plan).size
}

/** Is it the new name of one that is there, or the old name of one that bears its new name already? */
function isRenamed({ text, unit }: IdDeclaration, plan: Plan, known: readonly IdDeclaration[]): boolean {
  const to = newNameOf(unit, plan)
  return renamedIn(plan).has(text) || (to !== undefined && known.some(other => other.text === to))
}

/** Has it found its way there already, word by word; or does the one that is there get another name? */
function isThere(
  { text, unit }: IdDeclaration,
  plan: Plan,
  { other, member, known }: { other: IdDeclaration; member: Member; known: readonly IdDeclaration[] }
): boolean {
  const old = renamedIn(plan).get(text)
  if (old !== undefined && unit.spec.after !== undefined) return !known.some(each => each.text === old)
  return [...renamedIn(plan).values()].includes(text) || sourceOf(unit, plan) === sourceOf(other.unit, member.plan)
}

function sourceOf({ span }: Pick<Unit, 'span'>, { outline: { source } }: Plan): string {
  return source.slice(span.start, span.end).replace(/\s+/g, ' ').trim()
}

function* compareKept(id: IdDeclaration, plan: Plan, set: PlanSet): Iterable<Elsewhere> {
  for (const [to, wanted] of Object.entries(id.unit.spec.elsewhere ?? {})) {
    if (typeof wanted === 'string') continue
    const inner = wanted.units
    const [file, role] = to.split('.') as [string, string]
    const member = set.members.get(file)
    if (!member) continue
    const known = declaredIn(member.plan, role)
    const other = known.find(({ text }) => text === nameThere(id.text, plan, known))
    if (!other) continue
    const own = innerNames(id.unit, plan, inner).map(({ text }) => text)
    const lacks = innerNames(other.unit, member.plan, inner).filter(({ text }) => {
      const at = own.indexOf(text)
      if (at >= 0) own.splice(at, 1)
      return at < 0
    })
    if (lacks.length > 0) yield { kind: 'dropped', id, member, role: inner, lacks }
  }
}

/** What is called so is there by this name, or by one that it had before. */
function nameThere(name: string, plan: Plan, known: readonly IdDeclaration[]): string {
  const renamed = renamedIn(plan)
  const seen = new Set<string>()
  for (let at: string | undefined = name; at !== undefined && !seen.has(at); at = renamed.get(at)) {
    if (known.some(({ text }) => text === at)) return at
    seen.add(at)
  }
  return name
}

function innerNames(unit: Unit, plan: Plan, role: string): IdDeclaration[] {
  const inner = new Set(allUnits(plan).filter(each => each.parent === unit && each.spec.role === role))
  return idsOf(plan).filter(id => inner.has(id.unit))
}

function isOf(file: string): (id: IdDeclaration) => boolean {
  return ({ text }) => nameOfFile(text) === file
}

/** A path with or without a slash at its end. */
function nameOfFile(text: string): string {
  return text.replace(/\/$/, '')
}

/** Files of which there are many, and that no unit names though some are named. */
export interface Unlisted {
  role: string
  paths: readonly string[]
  /** Where they are to be named: the section of the last unit that names one, or the one that says there is none. */
  section: BoundSection
}

export function* unlistedFiles(plan: Plan, set: PlanSet | undefined): Iterable<Unlisted> {
  if (!set) return
  for (const [file, { units: listed }] of membersOf(plan.profile)) {
    const many = set.many.get(file)
    const named = listed === undefined ? [] : declaredIn(plan, listed)
    const section = named.at(-1)?.unit.section ?? (listed === undefined ? undefined : saysNone(listed, plan))
    if (!many || !section) continue
    const names = new Set(named.map(({ text }) => nameOfFile(text)))
    const paths = [...many.paths].filter(([name]) => !names.has(name)).map(([, path]) => path)
    // A name that leads nowhere may be meant for one of them, and is told at its place.
    const astray = named.filter(({ text }) => !many.paths.has(nameOfFile(text))).length
    if (paths.length > astray) yield { role: listed!, paths, section }
  }
}

/** The section that says that there are no units of a role, where no other lists any. */
function saysNone(role: string, { allSections }: Plan): BoundSection | undefined {
  const lists = allSections.filter(({ part, spec }) => part && unitSpecs(spec).some(unit => unit.role === role))
  const areNone = lists.every(({ state, units }) => (state === 'negative' || state === 'empty') && units.length === 0)
  return areNone ? lists.findLast(({ state }) => state === 'negative') : undefined
}
