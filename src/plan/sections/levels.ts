import { alsoBy } from '../../profiles/fields.ts'
import type { FieldSpec, Profile, SectionSpec, UnitSpec } from '../../profiles/schema.ts'
import { kindOf, numberingOf, ownUnitSpecs, startsOf, titleWords } from '../../profiles/units.ts'
import { once, onceEach } from '../../util/once.ts'
import { splitPaths } from '../../files/paths.ts'
import type { Ordinal } from '../../outline/numbers/ordinal.ts'
import { titleNames, shortNamesOf } from '../../outline/title.ts'
import type { Outline, Part } from '../../outline/types.ts'
import type { BoundSection } from '../bind-types.ts'
import { keysOf } from '../fields.ts'
import { titlesOf } from './near-titles.ts'

/** What may stand inside a heading, by the profile: a section's children, a unit's fields. */
interface HolderSpec {
  sections?: readonly SectionSpec[] | undefined
  fields?: readonly FieldSpec[] | undefined
  units?: UnitSpec | UnitSpec[] | undefined
}

/** A heading that is open where the next one is read. */
interface Open {
  spec: HolderSpec
  part: Part
  /** The level that it has by what it is. */
  level: number
  /** The number of the last unit in it. */
  last?: Ordinal
  /** What it holds by the profile, each with its level. */
  held: { part: Part; level: number }[]
}

const deepest = 6

/**
 * Levels of headings that what they are contradicts: a subsection at the level of its section ends it for Markdown, and all of its siblings with it; a
 * sibling one deeper disappears in the one before.
 *
 * @param profile Its units may be the document's own.
 * @param top The profile's sections, bound to the headings as they are.
 * @returns By offset of the heading; those alone that change.
 */
export function meantLevels(
  { units }: Profile,
  top: readonly BoundSection[],
  { parts, document }: Outline
): ReadonlyMap<number, number> {
  const levels = new Map<number, number>()
  const sections = new Map(top.flatMap(({ part, spec }) => (part?.form === 'heading' ? [[part, spec] as const] : [])))
  const outermost = units ? [{ spec: { units }, part: document, level: document.level, held: [] }] : []
  let open: Open[] = outermost
  for (const part of parts) {
    if (part.form !== 'heading') continue
    const spec = sections.get(part)
    if (spec) open = [...outermost, { spec, part, level: part.level, held: [] }]
    else if (open.length > 0) open = next(part, open, levels)
  }
  return levels
}

/** What is open behind a heading. */
function next(part: Part, open: Open[], levels: Map<number, number>): Open[] {
  let holder = open.length
  let spec: HolderSpec | undefined
  while (!spec && --holder >= 0) if (mayEnd(part, open, holder)) spec = specIn(open[holder]!, part)
  if (!spec) {
    // Of an unknown heading only the Markdown tells what it holds, and what it ends.
    const rest = open.filter(outer => outer.part.level < part.level)
    const outer = rest.at(-1)
    if (outer) {
      const level = part.level + outer.level - outer.part.level
      note(part, level, levels)
      outer.held = outer.held.filter(held => held.level <= level)
    }
    return rest
  }
  const outer = open[holder]!
  const sibling = open[holder + 1]
  const least = outer.level + 1
  const isInSibling = sibling !== undefined && part.level > sibling.part.level
  const level = sibling && (isInSibling || part.level <= outer.part.level) ? sibling.level : Math.max(least, part.level)
  note(part, level, levels)
  // What stood deeper than those behind it stands beside them.
  for (const held of outer.held) if (held.level > level) note(held.part, (held.level = level), levels)
  outer.held.push({ part, level })
  if (part.ordinal) outer.last = part.ordinal
  return [...open.slice(0, holder + 1), { spec, part, level, held: [] }]
}

/** Of the document's own units, of several words, one may well hold the other: "### Step 1" below "## Phase 1". Those of one word stand side by side. */
function mayEnd({ level, ordinal }: Part, open: readonly Open[], holder: number): boolean {
  const sibling = open[holder + 1]?.part
  if (open[holder]!.part.form !== 'document' || !sibling || level <= sibling.level) return true
  return ordinal?.word !== undefined && ordinal.word === sibling.ordinal?.word
}

function note(part: Part, level: number, levels: Map<number, number>): void {
  if (level === part.level) levels.delete(part.span.start)
  else levels.set(part.span.start, Math.min(level, deepest))
}

/** What a heading is to what may hold it. */
function specIn(outer: Open, part: Part): HolderSpec | undefined {
  const known = namesIn(outer.spec)
  if (known.size > 0) {
    const isKnown = (each: string): boolean => known.has(each)
    const name = titleNames(part).find(isKnown) ?? shortNamesOf(part).find(isKnown)
    if (name !== undefined) return known.get(name)
  }
  const unit = ownUnitSpecs(outer.spec as { units?: UnitSpec }).find(each => isUnit(each, part, outer))
  return unit ?? (isNumberedBelow(part, outer.part) ? {} : undefined)
}

/** "6.1" belongs to "6", whatever it is. */
function isNumberedBelow({ ordinal: inner }: Part, { ordinal: outer }: Part): boolean {
  if (!inner || !outer || inner.word !== undefined || outer.numbers.length === 0) return false
  return inner.numbers.length === outer.numbers.length + 1 && outer.numbers.every((n, i) => inner.numbers[i] === n)
}

const namesIn = once(
  ({ sections = [], fields = [] }: HolderSpec): ReadonlyMap<string, HolderSpec> =>
    new Map<string, HolderSpec>([
      ...fields.flatMap(field =>
        // What may be a section of its own is one where it stands beside this one.
        alsoBy(field, 'section') ? [] : [...keysOf(field)].map(key => [key, field] as const)
      ),
      ...sections.flatMap(section => titlesOf(section).map(title => [title, section] as const))
    ])
)

const namesFile = onceEach(({ ordinal, title }: Part) =>
  splitPaths(ordinal?.rest ?? title).some(({ kind }) => kind === 'file')
)

function isUnit(unit: UnitSpec, part: Part, outer: Open): boolean {
  const { ordinal } = part
  if (kindOf(unit) === 'entry') return namesFile(part)
  if (ordinal?.word !== undefined) return titleWords(unit).usual.includes(ordinal.word) && !isPartOf(part, outer)
  return ordinal !== undefined && isNextOf(unit, ordinal, outer)
}

/** "Step 1.1" behind "Step 1" is a part of it. */
function isPartOf({ ordinal }: Part, { last }: Open): boolean {
  return last?.word !== undefined && ordinal!.numbers.length > last.numbers.length
}

/** A number alone says little: it must go on where the one before left off. */
function isNextOf(unit: UnitSpec, { numbers, letter }: Ordinal, { last, part }: Open): boolean {
  const numbering = numberingOf(unit)
  if (numbering === undefined || part.ordinal !== undefined) return false
  if (numbering === 'letter')
    return (
      numbers.length === 0 &&
      letter !== undefined &&
      letter.toLowerCase() === (last?.letter ? String.fromCharCode(last.letter.toLowerCase().charCodeAt(0) + 1) : 'a')
    )
  if (numbers.length !== 1 || letter !== undefined) return false
  return last ? numbers[0] === last.numbers[0]! + 1 : startsOf(unit).includes(numbers[0]!)
}
