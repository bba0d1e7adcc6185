/** What declares the identifiers that a file of a set is asked for. */
import { coverOf } from '../outline/cover.ts'
import { startOf } from '../outline/nodes.ts'
import type { Plan } from '../plan/bind-types.ts'
import type { IdDeclaration, IdReference } from '../plan/units/ids.ts'
import { idsOf } from '../plan/units/ids.ts'
import { matchShape, shapesOf } from '../plan/units/shapes.ts'
import { allUnitSpecs, unitSpecs } from '../profiles/units.ts'
import { onceEach } from '../util/once.ts'

/** The units of a role that have identifiers. */
export function declaredIn(plan: Plan, role: string): IdDeclaration[] {
  return idsOf(plan).filter(id => id.role === role)
}

/** Is the identifier written with more than a number? */
export function isShaped({ id }: IdDeclaration['unit']['spec']): boolean {
  return id !== undefined && id.from === undefined && shapesOf(id.shape).some(shape => /[A-Za-z]/.test(shape))
}

/** Is nothing of the kind declared, and nothing there that could be one? What has letters in it is found wherever it stands. */
export function isNowhereIn(plan: Plan, role: string, { id }: Pick<IdReference, 'id'>): boolean {
  if (declaredIn(plan, role).length > 0) return false
  return isRoleShaped(plan, role)
    ? !headsOf(plan).has(id.toLowerCase())
    : idsOf(plan).length === 0 && listsNothing(plan)
}

export function isRoleShaped({ profile }: Plan, role: string): boolean {
  const specs = allUnitSpecs(profile).filter(spec => spec.role === role)
  return specs.length > 0 && specs.every(isShaped)
}

/** What sections list that hold no units, as a glossary, is something else. */
const listsNothing: (plan: Plan) => boolean = onceEach(
  ({ allSections, outline: { nodes, parts, checkboxes } }: Plan) => {
    const isOther = coverOf(
      allSections.flatMap(({ part, spec, span }) => (part && unitSpecs(spec).length === 0 ? [span] : []))
    )
    return (
      nodes.items.every(item => isOther(startOf(item))) &&
      nodes.tables.every(table => isOther(startOf(table))) &&
      nodes.html.every(html => isOther(startOf(html))) &&
      checkboxes.every(({ start }) => isOther(start)) &&
      parts.every(({ form, level, ordinal }) => ordinal === undefined || (form === 'heading' && level === 1))
    )
  }
)

/** Identifiers at the head of a line, an item or a cell: declared there, be it in a section that the profile names or not. */
export const headsOf: (plan: Plan) => ReadonlySet<string> = onceEach(plan => {
  const shapes = new Set(allUnitSpecs(plan.profile).flatMap(spec => (isShaped(spec) ? shapesOf(spec.id?.shape) : [])))
  const heads = new Set<string>()
  for (const line of plan.outline.source.split('\n')) {
    const start = line.length - line.replace(/^[\s>|#*_`~+-]+/, '').replace(/^\d{1,9}[.)]\s+[*_`]{0,3}/, '').length
    for (const shape of shapes) {
      const end = matchShape(shape, line, start)
      if (end !== undefined) heads.add(line.slice(start, end).toLowerCase())
    }
  }
  return heads
})
