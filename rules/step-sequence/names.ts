import { quote } from '../../src/outline/text.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import type { IdDeclaration } from '../../src/plan/units/ids.ts'
import { foldedName, namedUnits, newNameOf } from '../../src/plan/units/names.ts'
import { lostNames } from '../../src/checks/names/lost.ts'
import { allUnitSpecs, firstWord, isWritten, ownUnitSpecs } from '../../src/profiles/units.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** What is said of names; worded with the rule's other messages. */
export type NameMessage = 'sameName' | 'nearName' | 'unpaired' | 'noNames'

/** Names that units go by: each once in what the profile says, none spelt in two ways, and a new one behind each old one. */
export function* checkNames(plan: Plan): Iterable<Problem<NameMessage>> {
  const seen = new Map<string, IdDeclaration>()
  const near = new Map<string, IdDeclaration>()
  for (const id of namedUnits(plan)) {
    const lists = id.unit.spec.id!.in ?? [id.role]
    const first = lists.map(list => seen.get(`${list}\n${id.text}`)).find(each => each !== undefined)
    const other = lists.map(list => near.get(`${list}\n${foldedName(id.text)}`)).find(each => each !== undefined)
    for (const list of lists) {
      if (!seen.has(`${list}\n${id.text}`)) seen.set(`${list}\n${id.text}`, id)
      if (!near.has(`${list}\n${foldedName(id.text)}`)) near.set(`${list}\n${foldedName(id.text)}`, id)
    }
    const data = { name: id.role, found: quote(id.text) }
    if (first)
      yield {
        message: 'sameName',
        data,
        at: id.place,
        help: helpFor(first, id, plan),
        related: [{ place: first.place, message: 'It is there already' }]
      }
    else if (other)
      yield {
        message: 'nearName',
        data: { ...data, other: quote(other.text) },
        at: id.place,
        help: nearHelp(helpFor(other, id, plan)),
        severity: 'warning',
        related: [{ place: other.place, message: 'The other one' }]
      }
  }
  yield* checkPairs(plan)
  yield* checkSome(plan)
}

const apart = 'Give one of them a name of its own'
const merge = 'Merge the two, or give one of them a name of its own'

/** Two of one section are two; of two sections, each says another thing of one. */
function helpFor(first: IdDeclaration, { unit }: IdDeclaration, plan: Plan): string {
  // Two cannot be renamed to one, nor one to what is new.
  if (first.unit.spec.after !== undefined || unit.spec.after !== undefined) return apart
  const [one, two] = [first.unit.section, unit.section]
  if (one === two || one.part === undefined) return merge
  const renamed = newNameOf(first.unit, plan) ?? newNameOf(unit, plan)
  if (renamed !== undefined) {
    const other = newNameOf(first.unit, plan) === undefined ? one : two
    return `Below "${other.spec.title}" write its new name, "${renamed}"`
  }
  const isOnly = [one, two].some(({ units }) => units.length === 1)
  return `Keep it below "${one.spec.title}" or below "${two.spec.title}"${isOnly ? ', and take out a section that is left empty' : ''}`
}

/** Names that are nearly the same may be two. */
function nearHelp(help: string): string {
  return help === merge || help === apart ? help : `${help}; or give it a name of its own`
}

/** An old name without a new one behind it, or the other way round. */
function* checkPairs(plan: Plan): Iterable<Problem<NameMessage>> {
  const specs = allUnitSpecs(plan.profile)
  const isPaired = new Set(specs.flatMap(({ role, after }) => (after === undefined ? [] : [role, after])))
  if (isPaired.size === 0) return
  const problemOf = ({ role, text, place, unit }: IdDeclaration): Problem<NameMessage> => {
    const other = specs.find(spec => spec.after === role || spec.role === unit.spec.after)!
    return {
      message: 'unpaired',
      data: { name: role, found: quote(text), form: leadOf(other) },
      at: place,
      help: `Write "${lineOf(other, plan)}" right ${unit.spec.after === undefined ? 'behind' : 'before'} it`
    }
  }
  let before: IdDeclaration | undefined
  for (const id of namedUnits(plan).filter(({ role }) => isPaired.has(role))) {
    const { after } = id.unit.spec
    if (after === undefined || after !== before?.role) {
      if (before) yield problemOf(before)
      if (after !== undefined) yield problemOf(id)
      before = after === undefined ? id : undefined
    } else before = undefined
  }
  if (before) yield problemOf(before)
}

/** A section for such units that has none; where the plan has none at all, tools have nothing to go by. */
function* checkSome(plan: Plan): Iterable<Problem<NameMessage>> {
  for (const { spec, state, part, span, units } of plan.allSections) {
    const own = ownUnitSpecs(spec).find(unit => unit.id?.from === 'name' && (unit.min ?? 0) > 0)
    if (!part || !own || state === 'negative') continue
    const found = units.filter(unit => unit.spec === own).length
    if (found >= own.min!) continue
    // A new name without its old one is told itself; what is there and lost at its place.
    if (units.some(unit => unit.spec.after === own.role)) continue
    if (lostNames(plan).some(({ at }) => at >= span.start && at < span.end)) continue
    const isFirst = namedUnits(plan).length === 0
    yield {
      message: 'noNames',
      data: { name: own.role, title: spec.title, ...(found === 0 ? {} : { found, min: own.min! }) },
      at: part.place,
      help: `Write each as ${formOf(own, plan)}${isFirst || found > 0 ? '' : ', or take the section out'}`,
      severity: isFirst || found > 0 ? 'error' : 'warning'
    }
  }
}

/** How a unit is written; of a pair, both lines. */
function formOf(spec: UnitSpec, plan: Plan): string {
  const behind = allUnitSpecs(plan.profile).find(each => each.after === spec.role)
  return `"${lineOf(spec, plan)}"${behind ? `, and right behind it "${lineOf(behind, plan)}"` : ''}`
}

/** "### Requirement: …", or what names one in a list: "- TO: `### Requirement: …`". */
function lineOf(spec: UnitSpec, plan: Plan): string {
  const word = firstWord(spec)
  const { level = usualLevel } = spec
  if (word === undefined) return `${'#'.repeat(level)} …`
  if (spec.level !== undefined || !isWritten(spec, 'item')) return `${'#'.repeat(level)} ${word}: …`
  const [lead, name] = word.split(': ') as [string, string | undefined]
  const inner = name === undefined ? undefined : allUnitSpecs(plan.profile).find(each => firstWord(each) === name)
  return inner?.level === undefined ? `- ${word}: …` : `- ${lead}: \`${'#'.repeat(inner.level)} ${name}: …\``
}

/** Of headings whose level the profile leaves open. */
const usualLevel = 3

/** "TO:", of units called "TO: Requirement"; of those without a word, what they are called. */
function leadOf(spec: UnitSpec): string {
  return `${(firstWord(spec) ?? spec.role).split(':')[0]!}:`
}
