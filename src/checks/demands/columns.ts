/** Columns of tables whose rows are units: what their fields need and none of them can say. */
import type { Node, Table } from 'mdast'
import { renameLabel } from '../../fix/labels.ts'
import { placeOf, textOf } from '../../outline/nodes.ts'
import { nearest, normalise } from '../../outline/text.ts'
import type { Plan, Unit } from '../../plan/bind-types.ts'
import { allUnits } from '../../plan/every.ts'
import { keysOf } from '../../plan/fields.ts'
import { labelsOf } from '../../profiles/fields.ts'
import type { FieldSpec, UnitSpec } from '../../profiles/schema.ts'
import { kindOf } from '../../profiles/units.ts'
import type { Fix, Place, Severity } from '../../types.ts'
import { groupBy } from '../../util/group.ts'
import { onceEach } from '../../util/once.ts'
import { pluralOf } from '../../util/plural.ts'
import { exemptions, fieldDefects, severityIn } from '../expect.ts'
import { columnTitles } from './tables.ts'
import { mustBeComplete } from '../phases.ts'

/** A column that is missing, told once at the head of its table. */
interface LackingColumn extends ColumnPlace {
  /** What holds the rows. */
  title: string
  severity: Severity
}

/** Where a column is missing: at the head of its table, or, `found` being its title there, where it is misspelt. */
interface ColumnPlace {
  column: string
  place: Place
  found?: string
  fixes: Fix[]
}

/** Has the table that a unit is a row of no column for a field? */
export function lacksColumn(spec: FieldSpec, unit: Unit, plan: Plan): boolean {
  const table = tableOf(unit, plan)
  if (table === undefined || columnTitles(table.children[0]).some(title => keysOf(spec).has(normalise(title))))
    return false
  return kindOf(unit.spec) !== 'alternative' || !hasRemarks(table, unit.spec)
}

/** Options may be weighed in one line: a column that no field is called by holds the reasons. */
function hasRemarks(table: Table, { fields = [] }: UnitSpec): boolean {
  const keys = new Set(fields.flatMap(field => [...keysOf(field)]))
  return columnTitles(table.children[0])
    .slice(1)
    .some(title => !keys.has(normalise(title)))
}

/** The columns that fields of units need and their tables lack, in document order. */
export function* lackingColumns(plan: Plan): Iterable<LackingColumn> {
  const rows = allUnits(plan).filter(({ part }) => part.form === 'row' && !part.struck)
  for (const [table, units] of groupBy(rows, unit => tableOf(unit, plan))) {
    const [first] = units as [Unit]
    if (table === undefined || !mustBeComplete(first.section, plan)) continue
    const title = first.parent ? first.parent.part.title : first.section.spec.title
    const weights = new Map<FieldSpec, Severity>()
    for (const unit of units)
      for (const defect of fieldDefects(unit.fields, plan, exemptions(unit))) {
        const { spec } = defect.field
        if (defect.kind !== 'missing' || !lacksColumn(spec, unit, plan)) continue
        if (weights.get(spec) !== 'error') weights.set(spec, severityIn(defect, unit))
      }
    const known = first.spec.fields ?? []
    for (const [spec, severity] of weights)
      yield { ...placeOfColumn(labelsOf(spec), known.flatMap(labelsOf), table, plan), title, severity }
  }
}

/**
 * The title in the head of a table that is a slip of a column that it lacks; the head itself where there is none.
 *
 * @param names What the column may be called.
 * @param known What all columns may be called: none of these is a slip.
 */
export function placeOfColumn(
  names: readonly string[],
  known: readonly string[],
  table: Table,
  plan: Plan
): ColumnPlace {
  const [column] = names as readonly [string]
  const [head] = table.children
  const keys = new Set(known.map(normalise))
  for (const cell of head?.children ?? []) {
    const found = textOf(cell).trim()
    const meant = keys.has(normalise(found)) ? undefined : nearest(found, names)
    // "Tests" is no slip of "Test": it may say how many.
    if (meant === undefined || normalise(found) === pluralOf(normalise(meant))) continue
    const place = placeOf(cell)
    return { column: meant, place, found, fixes: renameLabel({ place, title: found }, meant, plan) }
  }
  return { column, place: placeOf(head ?? table), fixes: [] }
}

function tableOf({ part }: Unit, plan: Plan): Table | undefined {
  return part.form === 'row' ? tablesByRow(plan).get(part.node) : undefined
}

const tablesByRow: (plan: Plan) => ReadonlyMap<Node, Table> = onceEach(
  ({ outline }) => new Map(outline.nodes.tables.flatMap(table => table.children.map(row => [row, table])))
)
