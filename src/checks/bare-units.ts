import { formsOf, unitSpecs } from '../profiles/units.ts'
import type { Plan, Unit } from '../plan/bind-types.ts'
import type { Demand, FieldSpec, VerificationSpec } from '../profiles/schema.ts'
import { openingDemand } from '../profiles/holders.ts'
import { onceEach } from '../util/once.ts'
import { exemptions, fieldDefects, isObscured } from './expect.ts'
import { isDemanded } from './phases.ts'
import { lackingContent } from './demands/unit-demands.ts'

/** Does a title stand alone, though more belongs below it? A single line says all there is to an item, a box and a row. */
export function isBare({ spec, part, span, fields }: Unit, plan: Plan): boolean {
  if (part.form === 'item' || part.form === 'box' || part.form === 'row') return false
  // A bold line says what a box with the same words would.
  if (part.form === 'bold' && formsOf(spec).written.includes('box')) return false
  if (fields.some(field => field.part && field.part !== part && field.part.form !== 'attribute')) return false
  return plan.content.valueOf(part) === '' && plan.content.isEmpty({ start: part.place.end.offset, end: span.end })
}

/** What a bare unit would have to hold by its profile. */
export interface Owed {
  demands: readonly Demand[]
  fields: readonly FieldSpec[]
  verification?: VerificationSpec
}

/** What a bare unit owes; 'nothing' where it isn't bare, or owes but one thing: then that is what it lacks. */
export const owedBy: (unit: Unit, plan: Plan) => Owed | 'nothing' = onceEach((unit, plan: Plan) => {
  if (!isBare(unit, plan)) return 'nothing'
  const { debts, owed } = debtsOf(unit, plan)
  return debts < 2 ? 'nothing' : owed
})

/** All that the profile wants of a unit and that is not there. */
function debtsOf(unit: Unit, plan: Plan): { debts: number; owed: Owed } {
  const { verification } = unit.spec
  const demands = [...lackingContent(unit, plan)].map(({ demand }) => demand)
  const fields = fieldDefects(unit.fields, plan, exemptions(unit)).map(({ field }) => field.spec)
  const isDue = verification !== undefined && verification.required !== false && isDemanded(verification, plan)
  return {
    debts: demands.length + fields.length + (isDue ? 1 : 0),
    owed: { demands, fields, ...(isDue ? { verification } : {}) }
  }
}

/**
 * Is it a title with nothing below it, of which the profile wants nothing by name, nor units, though others of its kind say something? A list of titles says
 * what it says; where headings of any kind must not be empty, that is told of all.
 */
export function isLeftBare(unit: Unit, plan: Plan): boolean {
  if (unit.part.form !== 'heading' || unit.part.struck || openingDemand(plan.profile, 'sections')) return false
  if (!isTitleAlone(unit, plan) || debtsOf(unit, plan).debts > 0) return false
  // That it holds none of what it must hold is told by itself.
  if (unitSpecs(unit.spec).some(({ min = 0 }) => min > 0)) return false
  const alike = plan.units(unit.role).filter(({ spec, part }) => spec === unit.spec && part.form === 'heading')
  return alike.filter(each => isTitleAlone(each, plan)).length * 2 <= alike.length
}

/** Has a unit neither a text of its own nor units in it? Of a unit in it that is bare itself, that is told. */
function isTitleAlone(unit: Unit, plan: Plan): boolean {
  return unit.units.length === 0 && isBare(unit, plan)
}

/** A bare unit of which its profile wants more than one thing: that is one defect, and what it lacks is not told of one by one. */
export function isEmptied(unit: Unit, plan: Plan): boolean {
  return owedBy(unit, plan) !== 'nothing'
}

/**
 * Is some of the work not to be seen: is a step, a commit, a phase without anything, or hidden by a broken fence? Then nobody can tell what is missing in the
 * others.
 */
export const hasUntoldWork: (plan: Plan) => boolean = onceEach(plan =>
  ['step', 'commit', 'phase'].some(role =>
    plan
      .units(role)
      .some(unit => isObscured(unit.span, plan) || (unitSpecs(unit.spec).length > 0 ? isBare : isEmptied)(unit, plan))
  )
)
