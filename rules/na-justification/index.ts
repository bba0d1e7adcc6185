import type { BoundField, BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { allFields, allMetadata } from '../../src/plan/every.ts'
import type { Negative } from '../../src/outline/negative.ts'
import { isFiller, readNegative, repeatsTitle } from '../../src/outline/negative.ts'
import { deniedParts } from './above.ts'
import { bareCells, bareItems } from './inside.ts'
import { contradictionOf } from '../../src/checks/contradictions.ts'
import { standIns } from '../../src/checks/stand-ins.ts'
import { mustBeComplete } from '../../src/checks/phases.ts'
import { quote } from '../../src/outline/text.ts'
import { placeOf } from '../../src/outline/nodes.ts'
import type { Part } from '../../src/outline/types.ts'
import { filesOf } from '../../src/plan/files/mentions.ts'
import { valuePlace, wholeDenial } from '../../src/plan/field-value.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'
import { treeDemand } from '../../src/profiles/fields.ts'
import type { SectionSpec } from '../../src/profiles/schema.ts'
import { reached } from '../../src/profiles/states.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { weightOf } from '../words/weight.ts'
import type { Place } from '../../src/types.ts'

type Id = 'later' | 'bare' | 'none' | 'hollow' | 'forbidden' | 'contradicted' | 'denied'

export default defineRule<Id>({
  id: 'na-justification',
  summary:
    '"N/A" has a reason, stands only where the plan can do without the section, and is not contradicted elsewhere.',
  why: 'A bare "N/A" does not tell a decision from an omission. One clause does.',
  whenOff: 'Where the template is filled in by a form, and its users may leave a field out without a word.',
  severity: 'error',
  messages: {
    later: d => `Missing text in "${d.title}": found only ${d.text}`,
    bare: d => `"N/A" without a reason in "${d.title}"`,
    none: d => `"None" without a reason in "${d.title}"`,
    hollow: d =>
      `Empty reason for "N/A" in "${d.title}": it ${d.how === 'nothing' ? 'says nothing' : 'only says again that it does not apply'}`,
    forbidden: d => `"${d.said}" in "${d.title}", which a plan ${d.need} do without`,
    denied: d => `Conflicting "N/A" in "${d.title}": ${d.what} stands below it`,
    contradicted: d => `Conflicting "N/A" in "${d.title}": ${d.why}`
  },
  *check({ plan }) {
    const seen = new Set<Part>()
    yield* checkDenied(plan, seen)
    yield* checkSections(plan, seen)
    if (plan.profile.na === 'bare') return
    yield* checkFields(plan, seen)
    yield* looseParts(plan, seen)
    for (const { title, at } of [...bareCells(plan), ...bareItems(plan, seen)])
      yield* checkNegative({ kind: 'na', hollow: false }, title, at, plan)
  }
})

/** Each of these adds what it looked at to `seen`: a defect is told once. */
function* checkDenied(plan: Plan, seen: Set<Part>): Iterable<Problem<Id>> {
  for (const { part, at, what, below } of deniedParts(plan)) {
    seen.add(part)
    yield {
      message: 'denied',
      data: { title: part.title, what },
      at,
      help: 'Take out the "N/A", or what stands below it',
      related: [{ place: below, message: 'This is no "not applicable"' }]
    }
  }
}

function* checkSections(plan: Plan, seen: Set<Part>): Iterable<Problem<Id>> {
  for (const section of plan.allSections) {
    if (!section.part || section.state !== 'negative') continue
    seen.add(section.part)
    const { spec, negative } = section
    const at = bodyPlace(section.part, section.span.end, plan)
    if (negative!.kind === 'later') {
      if (mustBeWritten(section, plan)) yield laterProblem(spec, at, plan)
      continue
    }
    if (spec.na === 'never' && !isStoodIn(spec, plan, seen)) yield forbiddenProblem(spec, negative!, at)
    else if (plan.profile.na !== 'bare')
      yield* checkNegative(negative!, spec.title, at, plan, plan.profile.na === 'none-too')
    yield* checkContradiction(section, at, plan)
  }
}

/** "TBD" is no text, where there is to be one by now. */
function mustBeWritten(section: BoundSection, plan: Plan): boolean {
  const { na, placeholders } = section.spec
  return mustBeComplete(section, plan) && na !== 'empty' && na !== 'later' && placeholders !== false
}

function laterProblem(spec: SectionSpec, at: Place, plan: Plan): Problem<Id> {
  return {
    message: 'later',
    data: { title: spec.title, text: quote(plan.outline.source.slice(at.start.offset, at.end.offset)) },
    at,
    help: `Write the section${spec.na === 'never' ? '' : ', or "N/A" with the reason'}`
  }
}

/** Is another section there that the plan may have in its place? */
function isStoodIn(spec: SectionSpec, plan: Plan, seen: ReadonlySet<Part>): boolean {
  return standIns(spec, plan).some(other => other.part && (other.state !== 'negative' || seen.has(other.part)))
}

function forbiddenProblem(spec: SectionSpec, negative: Negative, at: Place): Problem<Id> {
  const weight = weightOf(spec)
  return {
    message: 'forbidden',
    data: {
      title: spec.title,
      said: negative.kind === 'none' ? 'None' : 'N/A',
      need: weight.severity === 'warning' ? 'should not' : 'cannot'
    },
    at,
    help: `Write the section: ${spec.content?.[0]?.hint ?? spec.hint ?? 'whoever executes the plan needs it'}`,
    ...weight
  }
}

function* checkContradiction(section: BoundSection, at: Place, plan: Plan): Iterable<Problem<Id>> {
  const contradiction = contradictionOf(section, plan)
  if (!contradiction) return
  const why = `the plan names the test file ${contradiction.path}`
  yield {
    message: 'contradicted',
    data: { title: section.spec.title, why },
    at,
    help: 'Describe it, or take out what contradicts it',
    related: [{ place: contradiction.place, message: why }]
  }
}

function* checkFields(plan: Plan, seen: Set<Part>): Iterable<Problem<Id>> {
  for (const field of [...allMetadata(plan), ...allFields(plan)]) {
    if (field.state !== 'negative' || seen.has(field.part!)) continue
    seen.add(field.part!)
    if (!isApprover(field, plan)) yield* checkNegative(field.negative!, field.spec.label, field.place!, plan)
  }
}

/** That nobody has approved an approved plan is said elsewhere. */
function isApprover(field: BoundField, plan: Plan): boolean {
  return field.spec.kind === 'approver' && reached(plan.state, 'approved')
}

function* checkNegative(
  { kind, reason, hollow }: Negative,
  title: string,
  at: Place,
  plan: Plan,
  noneToo = false
): Iterable<Problem<Id>> {
  const help = 'Say why in a clause behind it, after a dash'
  if (kind === 'none') {
    if (noneToo && reason === undefined) yield { message: 'none', data: { title }, at, help }
    return
  }
  if (reason === undefined) yield { message: 'bare', data: { title }, at, help }
  else if (
    (hollow || repeatsTitle(reason, title)) &&
    // That a reason is still to be written is told of what stands for it.
    !hasLeftover({ start: at.start.offset, end: at.end.offset }, plan)
  )
    yield { message: 'hollow', data: { title, how: isFiller(reason) ? 'nothing' : 'again' }, at, help }
}

/** Labels and sections that are no fields of the profile's, verifications among them: a bare "N/A" is a defect there too. */
function* looseParts(plan: Plan, seen: Set<Part>): Iterable<Problem<Id>> {
  for (const part of plan.outline.parts) {
    if (part.children.length > 0 || seen.has(part) || (part.form !== 'heading' && part.form !== 'label')) continue
    const text = wholeDenial(part, plan.content)
    const negative = text === undefined ? undefined : readNegative(text)
    if (negative?.kind !== 'na') continue
    seen.add(part)
    if (!hasEmptyTree(part, plan)) yield* checkNegative(negative, part.title, placeOfDenial(part, plan), plan)
  }
}

/** That the tree which is asked for draws nothing is said elsewhere. */
function hasEmptyTree({ span }: Part, plan: Plan): boolean {
  return filesOf(plan).trees.some(({ tree, section, place }) => {
    const demand = section && treeDemand(section.spec)
    const isDemanded = demand !== undefined && demand.required !== false
    return isDemanded && tree?.entries.length === 0 && span.start <= place.start.offset && place.end.offset <= span.end
  })
}

/** Of a label with its value behind it, the label; else where the statement stands. */
function placeOfDenial(part: Part, plan: Plan): Place {
  return part.form === 'label' && part.value?.text ? part.place : bodyPlace(part, part.span.end, plan)
}

/** Where a section's statement stands. */
function bodyPlace(part: Part, end: number, plan: Plan): Place {
  if (part.form === 'label') return valuePlace(part, plan.content)
  const below = { start: part.place.end.offset, end }
  return placeOf(plan.content.firstParagraph(below) ?? plan.content.fences(below)[0]!)
}
