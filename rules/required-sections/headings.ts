import type { Plan } from '../../src/plan/bind-types.ts'
import { nameIn, writtenLevel } from '../../src/plan/units/parts/named-parts.ts'
import { titlesOf } from '../../src/plan/sections/near-titles.ts'
import { headNouns, titleNames, readTitle } from '../../src/outline/title.ts'
import { firstLineOf } from '../../src/outline/lines.ts'
import { placeOf, spanOf } from '../../src/outline/nodes.ts'
import { normalise, quote } from '../../src/outline/text.ts'
import { onceEach } from '../../src/util/once.ts'
import { ownUnitSpecs } from '../../src/profiles/units.ts'
import type { SectionSpec } from '../../src/profiles/schema.ts'
import type { Part } from '../../src/outline/types.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Place } from '../../src/types.ts'
import type { Id } from './id.ts'

/** `#Goal`: a tag, or the title of a section. */
interface Tag {
  place: Place
  key: string
}

const tagsIn: (plan: Plan) => readonly Tag[] = onceEach(({ outline }) =>
  outline.nodes.paragraphs.flatMap(paragraph => {
    if (!/^#[\p{L}\p{N}*]/u.test(outline.source.slice(spanOf(paragraph).start, spanOf(paragraph).start + 3))) return []
    const place = firstLineOf(placeOf(paragraph), outline)
    const text = outline.source.slice(place.start.offset + 1, place.end.offset)
    return [{ place, key: readTitle(text.replace(/\s{0,3}\([^()]{0,100}\)\s{0,3}$/, '')).key }]
  })
)

/** Does a section's title stand there as text? */
export function isGlued(spec: SectionSpec, plan: Plan): boolean {
  const names = titlesOf(spec)
  return tagsIn(plan).some(({ key }) => names.includes(key))
}

/** Has the plan what older templates have in place of a section? */
export function isReplaced({ or, level }: SectionSpec, { outline }: Plan): boolean {
  const titles = typeof or === 'object' ? (or.title ?? []).map(normalise) : []
  return (
    titles.length > 0 &&
    outline.parts.some(
      part =>
        part.form === 'heading' &&
        (level === undefined || part.level === level) &&
        titleNames(part).some(name => titles.includes(name))
    )
  )
}

/** Where the order is free, and a section is only wished for: says a heading inside another section that it is there ("DynamoDB Table Design")? */
export function isSaidInside({ required, ...spec }: SectionSpec, { outline, profile }: Plan): boolean {
  if (required !== 'warning' || profile.order !== 'free') return false
  const titles = titlesOf(spec)
  return outline.parts.some(
    part =>
      part.form === 'heading' &&
      part.parent?.form === 'heading' &&
      part.parent.level > 1 &&
      titleNames(part).some(name => headNouns(name).some(noun => titles.includes(noun)))
  )
}

/** The heading below which stand what only a missing section repeats: it is that section by another name. */
export function renamedHeading({ level, ...spec }: SectionSpec, plan: Plan): Part | undefined {
  const named = ownUnitSpecs(spec).filter(({ id, level }) => id?.from === 'name' && level !== undefined)
  if (named.length === 0) return undefined
  const known = new Set(plan.allSections.flatMap(section => [section, ...section.duplicates].map(({ part }) => part)))
  return plan.outline.parts.find(
    part =>
      part.form === 'heading' &&
      (level === undefined || writtenLevel(part) === level) &&
      !known.has(part) &&
      part.children.some(child =>
        named.some(unit => writtenLevel(child) === unit.level && nameIn(unit, child.title) !== undefined)
      )
  )
}

/** Titles that are text for want of a space. A single number sign makes a tag, unless a section is missing that has this title. */
export function* gluedHeadings(plan: Plan): Iterable<Problem<Id>> {
  for (const part of plan.outline.parts) if (part.glued) yield unspaced(part.place, plan)
  const tags = tagsIn(plan)
  if (tags.length === 0) return
  const missing = new Set(plan.allSections.flatMap(({ part, spec }) => (part ? [] : titlesOf(spec))))
  for (const { place, key } of tags) if (missing.has(key)) yield unspaced(place, plan)
}

function unspaced(place: Place, { outline }: Plan): Problem<Id> {
  const text = outline.source.slice(place.start.offset, place.end.offset)
  const marks = /^#+/.exec(text)![0].length
  const at = place.start.offset + marks
  return {
    message: 'unspaced',
    data: { text: quote(text) },
    at: place,
    help: `Write "${text.slice(0, marks)} ${text.slice(marks)}"`,
    fixes: [{ title: 'Insert the space', safe: true, edits: [{ start: at, end: at, text: ' ' }] }]
  }
}

/** A comment of a script outside of its fence is a title to Markdown: of the highest level, in the middle of a step. */
export function* strayHeadings(plan: Plan): Iterable<Problem<Id>> {
  const headings = plan.outline.parts.filter(({ form }) => form === 'heading')
  if (!headings.some(part => part.level === 1 && part !== plan.title)) return
  const known = new Set(plan.allSections.flatMap(section => [section, ...section.duplicates].map(({ part }) => part)))
  for (const [i, part] of headings.entries()) {
    if (part.level > 1 || part === plan.title || known.has(part) || part.ordinal) continue
    const before = headings[i - 1]
    const cut = before && before.level > 1 ? unitOf(before, plan) : undefined
    if (cut && part.children.some(({ form }) => form === 'label'))
      yield {
        message: 'stray',
        data: { text: quote(part.title), title: cut.title },
        at: part.place,
        help: 'Put it into a code fence, or give it the level that it belongs to'
      }
  }
}

/** The step, phase or item that a heading is the title of. */
function unitOf(part: Part, plan: Plan): Part | undefined {
  return plan.allSections.some(({ units }) => units.some(unit => unit.part === part)) ? part : undefined
}
