import type { BoundSection, Plan, Unit } from '../src/plan/bind-types.ts'
import { bodySpan, unitSpecs } from '../src/plan/bind.ts'
import { badCells, holds, tableDefect, wants } from '../src/plan/demands.ts'
import { branchDefects, strayBranches } from '../src/plan/branch.ts'
import type { Entry } from '../src/plan/entries.ts'
import { entriesOf } from '../src/plan/entries.ts'
import { entryLacks } from '../src/plan/entry-demands.ts'
import { fieldDefects, isDone } from '../src/plan/expect.ts'
import { withoutExpectation } from '../src/plan/expected.ts'
import { firstUnitDefect } from '../src/plan/first-unit.ts'
import { noteDefect } from '../src/plan/link-note.ts'
import { hasLeftover } from '../src/plan/placeholders.ts'
import { quote } from '../src/plan/text.ts'
import type { Demand } from '../src/profiles/schema.ts'
import type { Problem } from '../src/rule.ts'
import { defineRule } from '../src/rule.ts'
import { renameLabel } from '../src/fix/labels.ts'
import { nearLabel } from '../src/plan/near-label.ts'
import type { Span } from '../src/plan/types.ts'
import type { Place } from '../src/types.ts'

type Id = 'empty' | 'misspelt' | 'lacks' | 'column' | 'rows' | 'cell' | 'item' | 'field' | 'emptyField' | 'form' | 'unit' | 'units' | 'first' | 'expectation' | 'note' | 'unlinked' | 'choice' | 'branch' | 'otherBranch'

const says: Record<NonNullable<Demand['each']>, string> = {
  rationale: 'reason', context: 'context', person: 'person to ask', mitigation: 'mitigation', date: 'date', path: 'file path', arrow: 'consequence (→)', outcome: 'action or result (→)', description: 'description'
}
/** Units whose fields other rules speak of. */
const elsewhere = new Set<Unit['role']>(['step', 'commit', 'item', 'phase', 'alternative', 'question'])

export default defineRule<Id>({
  id: 'section-content',
  summary: 'Every section holds what its profile demands: text, a list, a table with its columns, fields.',
  why: 'A heading with nothing under it looks finished in the outline and stops whoever gets there.',
  severity: 'error',
  messages: {
    empty: d => `Empty section "${d.title}"`,
    lacks: d => `Missing ${d.want} in "${d.title}"`,
    column: d => `Missing column "${d.column}" in the table of "${d.title}"`,
    rows: d => `Empty table in "${d.title}"`,
    cell: d => `Unknown value ${d.text} in column "${d.column}"`,
    item: d => `Missing ${d.what} in ${d.text}`,
    field: d => `Missing "${d.label}" in "${d.title}"`,
    misspelt: d => `Unknown label "${d.found}" in "${d.title}", expected "${d.label}"`,
    emptyField: d => `Empty "${d.label}" in "${d.title}"`,
    form: d => `Expected ${d.expected} under "${d.label}" in "${d.title}"`,
    unit: d => `Empty ${d.name} "${d.title}"`,
    units: d => `Missing ${d.name}s in "${d.title}"`,
    first: d => `Missing ${d.name} "${d.first}" at the head of "${d.title}"`,
    expectation: d => `Missing expected result of ${d.text}`,
    note: d => `Missing note "${d.label}" with a link to ${d.to}`,
    unlinked: d => `Missing link to ${d.to} in "${d.label}"`,
    choice: d => `Expected exactly one ticked box in "${d.title}", found ${d.count}`,
    branch: d => `${d.what} "${d.branch}", which the ticked box leads to`,
    otherBranch: d => `Conflicting branch "${d.branch}": the ticked box is ${d.text}`
  },
  *check({ plan }) {
    yield* checkNote(plan)
    const stray = strayBranches(plan)
    for (const section of plan.allSections) if (section.part && !stray.has(section)) yield* checkSection(section, plan)
  }
})

function* checkSection(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const { spec, part } = section
  const body = bodySpan(section)
  if (section.state === 'negative' || section.state === 'canonical' || spec.tree || !isDone(section, plan)) return
  if (section.state === 'empty' && section.units.length === 0) {
    if (!spec.mayBeEmpty && spec.required !== false && !isInsideEmpty(section)) yield { message: 'empty', data: { title: spec.title }, at: part!.place, help: helpFor(section) }
    return
  }
  for (const demand of spec.content ?? []) yield* checkDemand(demand, section, body, plan)
  yield* checkBranches(section, plan)
  yield* checkFields(section, plan)
  yield* checkUnits(section, plan)
  if (spec.expected) {
    for (const { place, text } of withoutExpectation(section, plan)) yield { message: 'expectation', data: { text: quote(text) }, at: place, help: 'Write what it shows below it: "# Expected: …"' }
  }
}

function* checkNote(plan: Plan): Iterable<Problem<Id>> {
  const defect = noteDefect(plan)
  if (!defect || (defect.kind === 'unlinked' && hasLeftover(lineOf(defect.place, plan), plan))) return
  const { kind, label, to, place } = defect
  yield { message: kind === 'missing' ? 'note' : 'unlinked', data: { label, to }, at: place, help: kind === 'missing' ? `Add "> **${label}**: See `+ '`…`" below the title' : `Name the path of ${to}` }
}

function* checkUnits(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const { title } = section.spec
  for (const spec of unitSpecs(section.spec)) {
    if (elsewhere.has(spec.role) || (spec.min ?? 0) <= section.units.length) continue
    yield { message: 'units', data: { name: spec.name, title }, at: section.part!.place, help: `Write each ${spec.name} under a title of its own${spec.words ? `: "${spec.words[0]} ${spec.start ?? 1}: …"` : ''}` }
  }
  const first = firstUnitDefect(section)
  if (first) {
    yield {
      message: 'first', data: { name: first.name, first: first.title, title }, at: first.unit?.part.place ?? section.part!.place,
      help: first.unit ? `Move it in front of "${first.first.part.title}"` : `Write it first: what comes later builds on it`
    }
  }
  for (const unit of section.units) if (!elsewhere.has(unit.role)) yield* checkUnit(unit, plan)
}

/** A section in an empty section: its parent has said so. */
function isInsideEmpty(section: BoundSection): boolean {
  return section.parent !== undefined && section.parent.state === 'empty'
}

function helpFor(section: BoundSection): string {
  const help = section.spec.content?.find(demand => demand.help)?.help
  const na = section.spec.na === 'never' ? '' : ', or "N/A" with the reason'
  return `${help ?? `Write what belongs under "${section.spec.title}"`}${na}`
}

/** "**Unit Tests**: the queue against a fake clock": the section is a label with its text behind it. */
function saysInline(section: BoundSection): boolean {
  return section.part!.form === 'label' && /[\p{L}\p{N}]/u.test(section.part!.value?.text ?? '')
}

function* checkDemand(demand: Demand, section: BoundSection, body: { start: number; end: number }, plan: Plan): Iterable<Problem<Id>> {
  const { title } = section.spec
  const weight = demand.severity ? { severity: demand.severity } : {}
  if (demand.kind === 'tree') return
  if (!holds(demand, body, plan) && !(saysInline(section) && [demand.kind, ...(demand.or ?? [])].includes('text'))) {
    yield { message: 'lacks', data: { want: wants[demand.kind], title }, at: section.part!.place, help: demand.help ?? `Write a ${wants[demand.kind]} under "${title}"`, ...weight }
    return
  }
  if (demand.kind === 'table' || (demand.columns && plan.content.tables(body).length > 0)) yield* checkTable(demand, section, body, plan)
  if (!demand.each) return
  const entries = entriesOf(section, plan)
  const lacking = entries.filter(entry => entryLacks(demand.each!, entry, plan) && !hasLeftover(entry.span, plan))
  if (demand.each === 'date' && lacking.length > 2 && lacking.length === entries.length) yield { message: 'lacks', data: { want: 'dates', title }, at: section.part!.place, help: 'Begin each entry with its date: "2025-03-31: …"', ...weight }
  else for (const entry of lacking) yield entryProblem(entry, demand.each, weight)
}

function* checkTable(demand: Demand, section: BoundSection, body: { start: number; end: number }, plan: Plan): Iterable<Problem<Id>> {
  const defect = tableDefect(demand, body, plan)
  if (!defect) return
  const { title } = section.spec
  const weight = demand.severity ? { severity: demand.severity } : {}
  for (const column of defect.missing) yield { message: 'column', data: { column, title }, at: defect.place, help: `Add a column "${column}"`, ...weight }
  if (defect.rows === 0) yield { message: 'rows', data: { title }, at: defect.place, help: 'Fill in a row, or write "None" with the reason', ...weight }
  for (const cell of badCells(demand, defect.table)) if (!hasLeftover(spanIn(cell.place), plan)) yield { message: 'cell', data: { text: quote(cell.text), column: cell.column }, at: cell.place, help: `Write one of ${cell.values.join(', ')}`, ...weight }
}

function entryProblem(entry: Entry, each: NonNullable<Demand['each']>, weight: object): Problem<Id> {
  const what = says[each]
  return { message: 'item', data: { what, text: quote(entry.text.split('\n', 1)[0]!) }, at: entry.place, help: each === 'date' ? 'Begin it with the date: "2025-03-31: …"' : `Add the ${what} behind the name: "name: ${what}"`, ...weight }
}

function* checkBranches(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const { title } = section.spec
  for (const { kind, place, count, branch, box } of branchDefects(section, plan)) {
    const related = box ? [{ place: box.place, message: 'Ticked here' }] : []
    if (!branch) yield { message: 'choice', data: { title, count }, at: place, help: 'Tick the one that applies', related }
    else if (kind === 'other') yield { message: 'otherBranch', data: { branch: branch.part!.title, text: quote(box!.text) }, at: place, help: 'Take the branch out, or tick the other box', related }
    else yield { message: 'branch', data: { what: kind === 'absent' ? 'Missing' : 'Empty', branch: branch.part?.title ?? branch.spec.title }, at: place, help: 'Fill the branch in, or tick the other box', related }
  }
}

/** The section's own fields, but for rows of metadata; where prose will do instead, only once some of the fields are used and no prose stands beside them. */
function* checkFields(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const { spec, fields } = section
  if (spec.rows === true) return
  if (spec.fieldsOrProse) {
    const used = fields.filter(field => field.part)
    const empty = used.filter(field => field.state === 'empty')
    const misspelt = fields.filter(field => !field.part && nearLabel(field.spec, fields.map(each => each.spec), section.span, plan))
    const prose = plan.content.parts(section.span, section.part).length > used.length + misspelt.length || section.part!.blocks.some(block => block.type === 'paragraph')
    if (used.length === 0 || (prose && empty.length === 0)) return
  }
  yield* defects(fields, spec.title, section.part!.place, section.span, plan, spec.fieldsOrProse ? 'warning' : undefined)
}

function* defects(fields: Unit['fields'], title: string, at: Place, span: Span, plan: Plan, cap?: 'warning'): Iterable<Problem<Id>> {
  for (const defect of fieldDefects(fields, plan)) {
    const { field } = defect
    const { label, hint } = field.spec
    const severity = cap && defect.kind === 'missing' ? cap : defect.severity
    const weight = severity === 'warning' ? { severity: 'warning' as const } : {}
    const data = { label, title }
    const near = defect.kind === 'missing' ? nearLabel(field.spec, fields.map(each => each.spec), span, plan) : undefined
    if (near) yield { message: 'misspelt', data: { ...data, label: near.label, found: near.part.title }, at: near.part.place, help: `Write **${near.label}**`, fixes: renameLabel(near.part, near.label, plan), ...weight }
    else if (defect.kind === 'missing') yield { message: 'field', data, at, help: `Add **${label}**: ${hint ?? '…'}`, ...weight }
    else if (defect.kind === 'empty') yield { message: 'emptyField', data, at: field.part!.place, help: `Write ${hint ?? 'it out'}, or take the label out`, ...weight }
    else yield { message: 'form', data: { ...data, expected: defect.expected! }, at: defect.place ?? field.part!.place, help: `Write ${defect.expected} there`, ...weight }
  }
}

function* checkUnit(unit: Unit, plan: Plan): Iterable<Problem<Id>> {
  const title = unit.name || unit.part.title
  const body = { start: unit.part.place.end.offset, end: unit.span.end }
  if (unit.part.form !== 'item' && plan.content.isEmpty(body) && (unit.part.value?.text ?? '') === '') {
    yield { message: 'unit', data: { name: unit.spec.name, title }, at: unit.part.place, help: unit.spec.content?.[0]?.help ?? 'Describe it, or take it out' }
    return
  }
  yield* defects(unit.fields, title, unit.part.place, unit.span, plan)
}

function spanIn({ start, end }: Place): Span {
  return { start: start.offset, end: end.offset }
}

function lineOf({ start }: Place, { outline: { lines, source } }: Plan): Span {
  return { start: start.offset, end: start.line < lines.count ? lines.startOf(start.line + 1) : source.length }
}
