import type { BoundSection, Plan, Unit } from '../../src/plan/bind-types.ts'
import { isBare } from '../../src/checks/bare-units.ts'
import { weightOf } from '../words/weight.ts'
import { handedOver } from '../../src/profiles/kinds.ts'
import { startsOf, unitSpecs } from '../../src/profiles/units.ts'
import { orTakeOut, otherSections } from './other-sections.ts'
import { checkBranches, strayBranches } from './branch.ts'
import { checkColumns, lackingDemands, lackingIn, lacksTable } from './demands.ts'
import { exemptions } from '../../src/checks/expect.ts'
import { holdsFillIn } from '../../src/plan/leftovers/fill-in.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'
import { bodySpan } from '../../src/plan/bind.ts'
import { neverBoxed } from '../../src/checks/ids/lost-tasks.ts'
import { tooFewIn, tooFewUnits } from '../../src/checks/lacking-units.ts'
import { mustBeComplete } from '../../src/checks/phases.ts'
import { withoutExpectation } from './expected.ts'
import { firstUnitDefect } from './first-unit.ts'
import { checkNote } from './note.ts'
import { isProse } from './prose-fields.ts'
import { areRows, isMatter, treeDemand } from '../../src/profiles/fields.ts'
import { quote } from '../../src/outline/text.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Id } from './id.ts'
import { asksFor } from '../../src/plan/sentences/sentences.ts'
import { defineRule } from '../../src/lint/rule.ts'
import type { FieldProblem } from '../../src/checks/fields.ts'
import { fieldProblems } from '../../src/checks/fields.ts'
import { foundWords } from '../words/content.ts'
import { fieldWords } from '../words/fields.ts'
import { writeUnits } from '../words/units.ts'
import { pluralOf } from '../../src/util/plural.ts'

/** Units whose fields other rules speak of. */
const elsewhere = new Set<string>([...handedOver, 'alternative'])

export default defineRule<Id>({
  id: 'section-content',
  summary: 'Every section holds what its profile demands: text, a list, a table with its columns, fields.',
  why: 'A heading with nothing under it looks finished in the outline and stops whoever gets there.',
  whenOff: 'While plans are outlines that are filled in one section after the other, and are not to be executed yet.',
  severity: 'error',
  messages: {
    empty: d => `Empty section "${d.title}"`,
    lacks: d => `Missing ${d.want} in "${d.title}"${foundWords(d)}`,
    column: d => `Missing column "${d.column}" in the table of "${d.title}"`,
    otherColumn: d => `Unknown column "${d.found}" in the table of "${d.title}", expected "${d.column}"`,
    rows: d => `Empty table in "${d.title}"`,
    cell: d => `Unknown value ${d.text} in column "${d.column}"`,
    gap: d => `Empty "${d.column}" in row ${d.text}`,
    item: d => `Missing ${d.what} in ${d.text}`,
    field: d => `Missing "${d.label}" in "${d.title}"`,
    misspelt: d => `Unknown label "${d.found}" in "${d.title}", expected "${d.label}"`,
    emptyField: d => `Empty "${d.label}" in "${d.title}"`,
    form: d => `Expected ${d.expected} under "${d.label}" in "${d.title}"`,
    unit: d => `Empty ${d.name} "${d.title}"`,
    units: d => `Missing ${pluralOf(String(d.name))} in "${d.title}"${foundWords(d)}`,
    first: d => `Missing ${d.name} "${d.first}" at the head of "${d.title}"`,
    expectation: d => `Missing expected result of ${d.text}`,
    note: d => `Missing note "${d.label}" with a link to ${d.to}`,
    unlinked: d => `Missing link to ${d.to} in "${d.label}"`,
    choice: d => `Expected exactly one ticked box in "${d.title}", found ${d.count}`,
    branch: d => `${d.what} "${d.branch}", which the ticked box leads to`,
    otherBranch: d => `Conflicting branch "${d.branch}": the ticked box is ${d.text}`
  },
  several: { field: d => ({ several: `Missing {count} fields in "${d.title}"`, one: `"${d.label}"` }) },
  *check({ plan, selection, path }) {
    yield* checkNote(plan)
    const stray = strayBranches(plan)
    for (const section of plan.allSections) if (section.part && !stray.has(section)) yield* checkSection(section, plan)
    yield* checkColumns(plan)
    yield* checkOpening(plan)
    yield* otherSections({ plan, selection, ...(path === undefined ? {} : { path }) })
  }
})

function* checkSection(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const { spec, part } = section
  if (
    section.state === 'negative' ||
    section.state === 'canonical' ||
    treeDemand(spec) ||
    !mustBeComplete(section, plan)
  )
    return
  if (section.state === 'empty' && section.units.length === 0) {
    // What the template left in it is told of as such.
    if (hasLeftover(bodySpan(section), plan)) return
    // That it has none of what goes by a name is told of as such.
    if (unitSpecs(spec).some(({ id, min = 0 }) => id?.from === 'name' && min > 0)) return
    if (spec.na !== 'empty' && spec.na !== 'later' && isOwed(section, plan) && section.parent?.state !== 'empty')
      yield {
        message: 'empty',
        data: { title: spec.title },
        at: part!.place,
        help: helpFor(section),
        ...(spec.required === false ? { severity: 'warning' as const } : weightOf(spec))
      }
    return
  }
  yield* lackingDemands(section, plan)
  yield* checkBranches(section, plan)
  yield* checkFields(section, plan)
  yield* checkUnits(section, plan)
  if (spec.verification?.expected === true) {
    for (const { place, text } of withoutExpectation(section, plan))
      yield {
        message: 'expectation',
        data: { text: quote(text) },
        at: place,
        help: 'Write what it shows below it: "# Expected: …"'
      }
  }
}

/** What may be left out is owed once it was begun: its template's comment still asks for it. */
function isOwed({ spec, part, span }: BoundSection, plan: Plan): boolean {
  return spec.required !== false || holdsFillIn({ start: part!.place.end.offset, end: span.end }, plan)
}

function* checkUnits(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const { title } = section.spec
  for (const spec of unitSpecs(section.spec)) {
    const few = tooFewUnits(spec, section, plan, 'section-content')
    if (!few || (few.found === 0 && lacksTable(spec, section, plan))) continue
    const taken = new Set(section.units.flatMap(({ lead }) => lead?.id ?? []))
    yield {
      message: 'units',
      data: { name: spec.role, title, ...(few.found === 0 ? {} : { ...few }) },
      at: section.part!.place,
      help: writeUnits(spec, spec.number === false ? undefined : String(startsOf(spec)[0] + few.found), '1', taken),
      ...weightOf(section.spec)
    }
  }
  const first = firstUnitDefect(section)
  const help = first?.unit
    ? `Move it in front of "${first.first.part.title}"`
    : 'Write it first: what comes later builds on it'
  if (first)
    yield {
      message: 'first',
      data: { name: first.name, first: first.title, title },
      at: first.unit?.part.place ?? section.part!.place,
      help
    }
  yield* checkEach(section.units, plan)
}

function* checkEach(units: readonly Unit[], plan: Plan): Iterable<Problem<Id>> {
  for (const unit of units) {
    // Of what stands in the front matter another rule speaks.
    if (unit.part.struck || unit.part.form === 'entry') continue
    if (!elsewhere.has(unit.role)) yield* checkUnit(unit, plan)
    yield* checkEach(unit.units, plan)
  }
}

function helpFor(section: BoundSection): string {
  const { hint, content } = section.spec
  // Of several lines, it is what a skeleton holds.
  if (section.spec.required === false) return orTakeOut
  const said = content?.find(demand => demand.hint)?.hint
  const help = hint === undefined || hint.includes('\n') ? said : `Write ${hint.replace(/^[-#]+ /, '')}`
  const na = section.spec.na === 'never' ? '' : ', or "N/A" with the reason'
  return `${help ?? `Write what belongs under "${section.spec.title}"`}${na}`
}

/** The section's own fields, but for rows of metadata; where prose will do instead, only once some of the fields are used and no prose stands beside them. */
function* checkFields(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const { spec, fields } = section
  if (areRows(spec)) return
  const mayBeProse = spec.or === 'prose'
  if (mayBeProse && isProse(section, plan)) return
  const holder = { fields, at: section.part!.place, span: section.span, labels: () => fields.map(field => field.spec) }
  for (const problem of fieldProblems(holder, plan)) {
    const worded = fieldProblem(problem, spec.title)
    const isLacking = problem.kind === 'missing' || problem.kind === 'misspelt'
    yield mayBeProse && isLacking ? { ...worded, severity: 'warning' } : worded
  }
}

/** What fields of the document hold; of their labels and their single values metadata speaks, and so it does of all of the front matter. */
function* checkOpening(plan: Plan): Iterable<Problem<Id>> {
  const fields = plan.metadata.filter(({ spec }) => !isMatter(spec))
  const holder = {
    fields,
    at: plan.titlePlace,
    span: plan.outline.document.span,
    labels: () => fields.map(field => field.spec)
  }
  for (const problem of fieldProblems(holder, plan))
    if (problem.kind === 'form' || !fields.includes(problem.field))
      yield fieldProblem(problem, plan.title?.title ?? plan.profile.title)
}

const ids = { missing: 'field', misspelt: 'misspelt', empty: 'emptyField', form: 'form' } as const

/** @param title of the section or unit that holds the field */
function fieldProblem(found: FieldProblem, title: string): Problem<Id> {
  return { message: ids[found.kind], ...fieldWords(found, { label: found.label, title }) }
}

function* checkUnit(unit: Unit, plan: Plan): Iterable<Problem<Id>> {
  const title = unit.name || unit.part.title
  // A phase lacks its tasks where the plan has none: that is told once.
  const tasks = neverBoxed(plan)
  if (tasks && unitSpecs(unit.spec).some(({ role }) => role === tasks.role)) return
  // Of a question that says no more open-questions speaks.
  if (unit.role !== 'question' && isBare(unit, plan)) {
    // Of a requirement and a scenario without a word their own rules speak; of units that it is to hold, step-sequence does.
    if (unitSpecs(unit.spec).some(inner => tooFewIn(inner, unit, plan))) return
    if (unit.spec.level !== undefined && (asksFor(unit.spec, 'normative') || asksFor(unit.spec, 'scenario'))) return
    yield {
      message: 'unit',
      data: { name: unit.spec.role, title },
      at: unit.part.place,
      help: unit.spec.content?.[0]?.hint ?? 'Describe it, or take it out'
    }
    return
  }
  yield* lackingIn(unit, title, plan)
  const { fields, span } = unit
  const holder = {
    fields,
    at: unit.part.place,
    span,
    labels: () => fields.map(field => field.spec),
    unit,
    skip: exemptions(unit)
  }
  for (const problem of fieldProblems(holder, plan)) yield fieldProblem(problem, title)
}
