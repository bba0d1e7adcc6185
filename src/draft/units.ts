import type { Content } from '../outline/content.ts'
import type { Part, Span } from '../outline/types.ts'
import type { FieldSpec, UnitSpec } from '../profiles/schema.ts'
import { groupBy } from '../util/group.ts'
import { draftFields } from './fields.ts'
import type { Guesses } from './guesses.ts'
import { draftBoxes } from './boxes.ts'
import { draftUnitTables } from './demands.ts'
import { draftNumbered } from './numbered.ts'
import { repeatedLabels } from './repeated.ts'
import { memberOf, nounOfBlanks } from './roles.ts'
import { headingsBelow, headingText, readTemplateTitle, type TemplateTitle } from './titles.ts'
import { draftVerification, verifies } from './verified.ts'

/** Words that titles of steps start with. */
const stepWords = new Set(['step', 'task', 'commit', 'phase', 'milestone'])
/** What is weighed against each other. */
const options = new Set(['option', 'alternative'])

/** Headings of one kind beside each other are one unit, repeated: each kind with those of it. */
export function kindsAmong(titles: readonly TemplateTitle[]): TemplateTitle[][] {
  const open = titles.filter(({ isVariable }) => isVariable)
  return [...groupBy(open, ({ word, counted }) => word?.toLowerCase() ?? `${counted}`).values()]
}

/** Numbered or variable headings of one kind as one unit; fields that all of them have are demanded. */
export function draftUnit(
  titles: readonly TemplateTitle[],
  holder: string,
  content: Content,
  guesses: Guesses
): UnitSpec {
  const [{ word, counted, noun }] = titles as [TemplateTitle]
  const raw = titles.map(({ part }) => headingText(part, content.outline))
  const role = word === undefined ? (noun ?? nounOfBlanks(raw) ?? memberOf(holder)) : memberOf(word)
  const units = titles.map(({ part }) => part)
  const labels = units.map(unit => repeatedLabels(unit, content))
  const all = labels[0]!.filter(label => labels.every(other => other.some(part => part.key === label.key)))
  const some = labels.flat().filter((label, at, list) => list.findIndex(each => each.key === label.key) === at)
  // What names its files, and how it is verified, is a step whatever it is called.
  const isStep =
    stepWords.has(role) || (all.some(({ key }) => verifies.test(key)) && all.some(({ key }) => /^files?\b/.test(key)))
  const verification = isStep ? all.filter(label => verifies.test(label.key)) : []
  const numbered = draftNumbered(some, guesses)
  const others = some.filter(label => !verification.some(each => each.key === label.key) && !numbered.labels.has(label))
  const recurs = ({ key }: Part): boolean => units.length > 1 && all.some(each => each.key === key)
  const fields = draftFields(others, content.outline, guesses, undefined, recurs).map(field =>
    all.some(each => each.title === field.label) ? field : { ...field, required: false }
  )
  const headings = raw.map(each => `"${shown(each)}"`).join(', ')
  guesses.add(`${headings}: one kind of unit, "${role}", as often as a plan needs it`)
  const below = units.map(unit => headingsBelow(unit).map(part => readTemplateTitle(part, content.outline)))
  fields.push(...headingFields(below, guesses, role))
  const tables = draftUnitTables(units.map(ownOf), role, content, guesses)
  const boxes = draftBoxes(units, content, guesses, isStep && word !== undefined)
  const inner = [
    ...kindsAmong(below.flat()).map(kind => draftUnit(kind, role, content, guesses)),
    ...numbered.units,
    ...(boxes ? [boxes] : [])
  ]
  // Boxes 1.1 and 1.2 go by the number of the heading above them.
  const isHead = boxes?.id?.shape === '#.#'
  const holdsSteps = boxes?.counts === 'step'
  return {
    role: holdsSteps && word === undefined ? 'group' : role,
    counts: isStep && !holdsSteps ? 'step' : options.has(role) ? 'alternative' : 'part',
    ...(word === undefined && (counted === false || isHead) ? { form: ['any-heading'] } : {}),
    ...(word === undefined ? {} : { words: [word] }),
    ...(isHead ? { id: { shape: '#', required: true } } : {}),
    number: isHead ? false : counted === 'letter' ? 'A' : counted === 'zero' ? 0 : counted === 'one' ? 1 : false,
    min: titles.every(({ need }) => need?.isOptional) ? 0 : 1,
    ...(fields.length > 0 ? { fields } : {}),
    // What has no fields says in a sentence or two what it is.
    ...(options.has(role) && fields.length === 0 && inner.length === 0
      ? { content: [{ kind: 'text' }] }
      : tables.length > 0
        ? { content: tables }
        : {}),
    ...draftVerification(verification, others, content.outline, guesses),
    ...(inner.length > 0 ? { units: inner.length === 1 ? inner[0]! : inner } : {})
  } as UnitSpec
}

/** What stands below a heading itself, above the headings below it. */
const ownOf = (part: Part): Span => ({
  start: part.place.end.offset,
  end: headingsBelow(part)[0]?.span.start ?? part.span.end
})

/** Headings below the headings of a unit are its fields: demanded where all of them have one. */
function headingFields(below: readonly TemplateTitle[][], guesses: Guesses, role: string): FieldSpec[] {
  const own = below.map(titles => titles.filter(({ isVariable, text }) => !isVariable && text !== ''))
  const labels = [...new Set(own.flat().map(({ text }) => text))]
  return labels.map(label => {
    const those = own.map(titles => titles.find(({ text }) => text === label))
    const inner = those.flatMap(title => (title ? headingsBelow(title.part) : []))
    if (inner.length > 0) guesses.add(`Left out: the headings below "${label}" of each ${role}`)
    return { label, required: those.every(title => title && title.need?.isOptional !== true) } as FieldSpec
  })
}

const shown = (title: string): string => (title.length > 60 ? `${title.slice(0, 60)}…` : title)
