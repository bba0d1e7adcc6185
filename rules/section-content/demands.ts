import type { DemandDefect } from '../../src/checks/demands/demand-defects.ts'
import { lackingColumns } from '../../src/checks/demands/columns.ts'
import { demandDefects } from '../../src/checks/demands/demand-defects.ts'
import { lackingCells, lackingContent, lackingEntries } from '../../src/checks/demands/unit-demands.ts'
import type { BoundSection, Plan, Unit } from '../../src/plan/bind-types.ts'
import { quote } from '../../src/outline/text.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import { formsOf } from '../../src/profiles/units.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { lackWords } from '../words/content.ts'
import { allHelp, entryHelp, entryWords } from '../words/entries.ts'
import type { Id } from './id.ts'

/** What a section lacks of the content that its profile demands. */
export function* lackingDemands(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  for (const defect of demandDefects(section, plan)) {
    const { place: at, severity } = defect
    yield { ...worded(defect, section.spec.title), at, ...(severity ? { severity } : {}) }
  }
}

/** Rows have a table to stand in: where the one that is demanded is gone, that is told. */
export function lacksTable(spec: UnitSpec, section: BoundSection, plan: Plan): boolean {
  if (!formsOf(spec).written.every(form => form === 'row')) return false
  return [...demandDefects(section, plan)].some(defect => defect.kind === 'lacks' && defect.demand.kind === 'table')
}

/** What a unit lacks of the content that its profile demands, and what the entries of its lists do not say. */
export function* lackingIn(unit: Unit, title: string, plan: Plan): Iterable<Problem<Id>> {
  for (const { demand, found, ...weight } of lackingContent(unit, plan)) {
    // When what is ticked was done is asked for by status-consistency.
    if (demand.kind === 'date' && unit.spec.ticked !== undefined) continue
    const { data, help } = lackWords(demand, found)
    yield { message: 'lacks', data: { ...data, title }, at: unit.part.place, help, ...weight }
  }
  for (const { defect, ...weight } of [...lackingEntries(unit, plan), ...lackingCells(unit, plan)])
    yield { ...worded(defect, title), at: defect.place, ...weight }
}

/** Columns that fields of units in rows need: each once, at the head of its table. */
export function* checkColumns(plan: Plan): Iterable<Problem<Id>> {
  for (const { title, place, severity, ...defect } of lackingColumns(plan))
    yield { ...columnWords(defect, title), at: place, ...(severity === 'warning' ? { severity } : {}) }
}

function columnWords(
  { column, found, fixes }: Pick<Extract<DemandDefect, { kind: 'column' }>, 'column' | 'found' | 'fixes'>,
  title: string
): Pick<Problem<Id>, 'message' | 'data' | 'help' | 'fixes'> {
  return found === undefined
    ? { message: 'column', data: { column, title }, help: `Add a column "${column}"` }
    : { message: 'otherColumn', data: { column, found, title }, help: `Call it "${column}"`, fixes: [...fixes] }
}

function worded(defect: DemandDefect, title: string): Pick<Problem<Id>, 'message' | 'data' | 'help' | 'fixes'> {
  switch (defect.kind) {
    case 'lacks': {
      const { data, help } = lackWords(defect.demand, defect.found, ` under "${title}"`)
      return { message: 'lacks', data: { ...data, title }, help }
    }
    case 'dates':
      return {
        message: 'lacks',
        data: { want: 'dates', title },
        help: allHelp(defect.each)
      }
    case 'column':
      return columnWords(defect, title)
    case 'rows':
      return { message: 'rows', data: { title }, help: 'Fill in a row, or write "None" with the reason in its place' }
    case 'gap':
      return {
        message: 'gap',
        data: { text: quote(defect.row), column: defect.columns.join('", "') },
        help: 'Fill it in, or write "-" where there is none'
      }
    case 'cell':
      return {
        message: 'cell',
        data: { text: quote(defect.text), column: defect.column },
        help: `Write one of ${defect.values.join(', ')}`
      }
    case 'item': {
      const { each, text, isRow } = defect
      return { message: 'item', data: { what: entryWords[each].name, text: quote(text) }, help: entryHelp(each, isRow) }
    }
  }
}
