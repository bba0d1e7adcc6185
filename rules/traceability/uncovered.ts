import type { Unknown } from '../../src/checks/ids/traces.ts'
import { declaredKey, keyOf, unknownRefs } from '../../src/checks/ids/traces.ts'
import { declaredIn, isShaped } from '../../src/sets/declared.ts'
import { isMisplaced, skippedNumbers } from '../../src/checks/ids/skipped-numbers.ts'
import { lostRefs } from '../../src/checks/ids/lost-refs.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import type { IdDeclaration } from '../../src/plan/units/ids.ts'
import { refsOf } from '../../src/plan/units/ids.ts'
import { opensList } from '../../src/plan/units/numbers.ts'
import { shapesOf } from '../../src/plan/units/shapes.ts'
import { allUnitSpecs } from '../../src/profiles/units.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Member, PlanSet } from '../../src/sets/plan-set.ts'
import { groupBy } from '../../src/util/group.ts'

/** Units that no reference names; those inside of one unit are told together. */
export interface Uncovered {
  units: readonly IdDeclaration[]
  spec: UnitSpec
  /** Where they should be named, if in another file. */
  member?: Member
  /** How each of them: `[US3]`. */
  forms: readonly string[]
}

/** What the profile wants to be referred to, in the plan itself or in another file of the set, and is not. */
export function* uncoveredUnits(plan: Plan, set: PlanSet | undefined): Iterable<Uncovered> {
  for (const spec of allUnitSpecs(plan.profile)) {
    if (!spec.coverage) continue
    const isHere = spec.coverage.in === undefined
    const member = isHere ? undefined : set?.members.get(spec.coverage.in!)
    if (!isHere && !member) continue
    const declared = declaredIn(plan, spec.role)
    // Which of two a number means is told of the two.
    if (isHere && new Set(declared.map(declaredKey)).size < declared.length) continue
    const roleOf = (to: string): string | undefined => (member ? declaringRole(to, member, plan) : to)
    const where = member?.plan ?? plan
    const refs = [...refsOf(where), ...lostRefs(where)].filter(({ to }) => roleOf(to) !== undefined)
    const named = new Set(refs.map(ref => `${roleOf(ref.to)} ${keyOf(ref, isShaped(spec))}`))
    const isNamed = (id: IdDeclaration): boolean =>
      named.has(`${spec.role} ${declaredKey(id)}`) || named.has(`${spec.role} all`) || isOuterNamed(id, named)
    const open = declared.filter(id => !isNamed(id))
    const share = (declared.length - open.length) / declared.length
    if (declared.length === 0 || share === 0 || share < (spec.coverage!.min ?? 0)) continue
    // What leads nowhere may be meant for one of them, and is told at its place.
    const astray = strayRefs(member, plan, set, spec.role)
    if (open.length <= countOf(astray)) continue
    // What names numbers that were passed over means those behind them.
    const skipped = astray.some(({ isSkipped }) => isSkipped) ? skippedNumbers(declared, plan) : new Set<number>()
    const owed = open.filter(id => !isMisplaced(id, skipped))
    const [to, shapes] = referenceForm(spec, member?.plan ?? plan)
    for (const units of groupBy(owed, id => id.unit.parent ?? id.unit).values())
      yield {
        units,
        spec,
        ...(member ? { member } : {}),
        forms: units.map(id => (to === undefined ? id.text : filled(shapes, id)))
      }
  }
}

/** The role in this plan that a reference of another file names. */
function declaringRole(to: string, { plan: other }: Member, plan: Plan): string | undefined {
  const [file, role] = to.split('.')
  return role !== undefined && file === plan.profile.name && other.profile.set?.[file] ? role : undefined
}

/** What names units of a role, in another file or here, that are not there. */
function strayRefs(member: Member | undefined, plan: Plan, set: PlanSet | undefined, role: string): Unknown[] {
  const isIt = ({ in: { role: other } }: Unknown): boolean => other === role
  if (!member) return unknownRefs(plan, set).filter(each => each.in.plan === plan && isIt(each))
  const name = plan.profile.name
  const here: PlanSet = {
    members: new Map([[name, { path: '', plan }]]),
    many: new Map(),
    peers: [],
    missing: new Map(),
    isAstray: false,
    beside: [],
    notes: []
  }
  return unknownRefs(member.plan, here).filter(isIt)
}

const countOf = (found: readonly Unknown[]): number => found.reduce((sum, { keys }) => sum + keys.length, 0)

function isOuterNamed({ unit: { parent } }: IdDeclaration, named: ReadonlySet<string>): boolean {
  const number = parent?.part.ordinal?.raw
  return number !== undefined && named.has(`${parent!.spec.role} ${number}`)
}

/** How references to units of a kind are written in a plan. */
export function referenceForm({ role }: UnitSpec, plan: Plan): [string | undefined, readonly string[]] {
  const found = allUnitSpecs(plan.profile)
    .flatMap(({ refs = {}, fields = [] }) => [refs, ...fields.map(field => field.refs ?? {})])
    .flatMap(refs => Object.entries(refs))
    .filter(([to]) => to === role || to.endsWith(`.${role}`))
    .at(-1)
  return found ? [found[0], shapesOf(found[1])] : [undefined, []]
}

/** The reference to a unit: `[US3]`. */
export function filled([shape = '#']: readonly string[], { text }: IdDeclaration): string {
  return /^\d+$/.test(text) ? shape.replace(/#+/, text) + (opensList(shape) ? ')' : '') : text
}
