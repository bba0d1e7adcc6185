/** Work outside of any unit, where the profile takes steps by their word alone, wherever they stand. */
import { coverOf, firstAt } from '../../outline/cover.ts'
import { startOf } from '../../outline/nodes.ts'
import { titleNames } from '../../outline/title.ts'
import type { Part, Span } from '../../outline/types.ts'
import { ownUnitSpecs } from '../../profiles/units.ts'
import type { Profile, UnitSpec } from '../../profiles/schema.ts'
import { onceEach } from '../../util/once.ts'
import { titlesChoice } from '../asides/choices.ts'
import type { Plan, Unit } from '../bind-types.ts'
import { actionLabels, unitLabels } from './labels.ts'
import { listedSteps, listsSteps } from './listed.ts'
import { boxParts } from './parts/boxes.ts'
import { itemPart } from './parts/item-parts.ts'
import { bindUnit } from './units.ts'

/** What is to be done, or a place with the labels of what is, without a title that counts it. */
interface LooseWork {
  unit: Unit
  /** label: labels of a step stand there · step: an item, a box, or a section of steps, all of which is to be carried out */
  kind: 'label' | 'step'
}

/**
 * Items and boxes are steps where no titles are, and so is what stands right below "Steps"; where a step's title is gone, its labels still say how something is
 * verified, and which files it touches. In document order; memoised per plan. Never among the units: they are not numbered, nor is anything asked of them.
 */
export const looseWork: (plan: Plan) => readonly LooseWork[] = onceEach(plan => {
  const spec = stepsByWord(plan.profile)
  if (!spec) return []
  const titled = plan.allSections.flatMap(({ units }) => units.filter(unit => unit.spec === spec))
  const listed = titled.length > 0 ? [] : listedUnits(spec, plan)
  const found: LooseWork[] = listed.map(unit => ({ unit, kind: 'step' }))
  const taken = [...titled, ...listed, ...plan.sections.filter(({ part }) => part)].map(({ span }) => span)
  // What starts with them is theirs.
  const isTaken = coverOf(taken.map(({ start, end }) => ({ start: start - 1, end })))
  const starts = taken.map(({ start }) => start).sort((a, b) => a - b)
  const isFree = ({ start, end }: Span): boolean => !(starts[firstAt(starts, start)]! < end)
  // Of options one is carried out, and nobody knows which.
  const isOption = coveredBy(
    part => part.form === 'heading' && part !== plan.title && titlesChoice.test(part.title),
    plan
  )
  const isLabel = (part: Part): boolean =>
    part.form !== 'heading' &&
    !isTaken(part.span.start) &&
    titleNames(part).some(name => unitLabels(spec).has(name) || (actionLabels(spec).has(name) && !isOption(part)))
  const headings = plan.outline.nodes.headings.map(startOf)
  for (const part of plan.outline.parts) {
    if (part.form !== 'heading' || isTaken(part.span.start)) continue
    const kind = titled.length === 0 && listsSteps(part) && isFree(part.span) ? 'step' : 'label'
    if (kind === 'label' && !part.children.some(isLabel)) continue
    const end = Math.min(part.span.end, headings[firstAt(headings, part.span.start + 1)] ?? part.span.end)
    found.push({ unit: unitOf(part, { start: part.span.start, end }, spec, plan), kind })
  }
  // Where the front matter lists what is to be done, and no title does, all of the text says how.
  if (titled.length === 0 && !found.some(({ kind }) => kind === 'step') && listsWork(plan)) {
    const { document, source } = plan.outline
    found.push({ unit: unitOf(document, { start: 0, end: source.length }, spec, plan), kind: 'step' })
  }
  return found.sort((a, b) => a.unit.span.start - b.unit.span.start)
})

const coveredBy = (isMeant: (part: Part) => boolean, { outline }: Plan): ((part: Part) => boolean) => {
  const isCovered = coverOf(outline.parts.filter(isMeant).map(({ span }) => span))
  return ({ span }) => isCovered(span.start)
}

/** The steps of a profile that takes them by their word, wherever they stand: one without a template. */
export const stepsByWord: (profile: Profile) => UnitSpec | undefined = profile =>
  ownUnitSpecs(profile).find(({ number, words = [] }) => number === 'siblings' && words.length > 0)

/** Are there entries in the front matter that say what is to be done? */
const listsWork = ({ allSections }: Plan): boolean =>
  allSections.some(({ units }) => units.some(({ part: { form } }) => form === 'entry'))

/** How many items and boxes are steps. */
export function countListed(plan: Plan): number {
  return looseWork(plan).filter(({ unit: { part } }) => part.form === 'box' || part.form === 'item').length
}

/** Open boxes, else the numbered items below a title that says that they are steps. */
function listedUnits(spec: UnitSpec, plan: Plan): Unit[] {
  const { content, outline } = plan
  const whole = { start: 0, end: outline.source.length }
  const boxes = outline.checkboxes.length > 0 ? boxParts({ ...spec, words: [] }, whole, content) : []
  const parts =
    boxes.length > 0
      ? boxes.filter(({ span, struck }) => !struck && content.checkboxes(span)[0]?.state !== 'done')
      : listedSteps(outline).map(item => itemPart(item, span => content.parts(span), content, []))
  return parts.map(part => unitOf(part, part.span, spec, plan))
}

/** Binds a part as a step that is none of the units. */
export function unitOf(part: Part, span: Span, spec: UnitSpec, plan: Plan): Unit {
  const where = { section: plan.allSections[0]!, span, content: plan.content, parent: undefined, taken: [] }
  return bindUnit(spec, part, 0, undefined, where)
}
