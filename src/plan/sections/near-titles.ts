import { isWritten, ownUnitSpecs } from '../../profiles/units.ts'
import { numberOf } from '../../profiles/fields.ts'
import type { SectionSpec } from '../../profiles/schema.ts'
import { once } from '../../util/once.ts'
import type { BoundSection } from '../bind-types.ts'
import { isNearMiss, normalise } from '../../outline/text.ts'
import { headNouns, jointKey, joinedNames, leadingNames, titleNames, shortNamesOf } from '../../outline/title.ts'
import type { Outline, Part } from '../../outline/types.ts'
import { isInOtherLanguage } from '../sentences/language.ts'
import { grouping } from './inside.ts'

/** Sections that no title names exactly: said with a subtitle, joined with another, with more words, or misspelt. */

/** Normalised titles that name a section. */
export const titlesOf = once((spec: { title: string; aliases?: string[] | undefined }): readonly string[] =>
  [spec.title, ...(spec.aliases ?? [])].map(normalise)
)

export const allTitlesOf: (specs: readonly SectionSpec[]) => ReadonlySet<string> = once(
  specs => new Set(specs.flatMap(titlesOf))
)

const jointsOf = once(
  (spec: SectionSpec): ReadonlySet<string> => new Set(titlesOf(spec).flatMap(title => jointKey(title) ?? []))
)

/** "2.3 Configuration" is a part of section 2, whatever section 5 may be called as well. */
export function isDeeper(part: Part, spec: SectionSpec): boolean {
  const { ordinal } = part
  const number = numberOf(spec)
  return (
    number !== undefined &&
    ordinal !== undefined &&
    ordinal.word === undefined &&
    ordinal.numbers.length > number.split('.').length
  )
}

/** Gives each section that is still missing the first free title that fits. */
function matchFirst(
  sections: readonly BoundSection[],
  candidates: readonly Part[],
  taken: Set<Part>,
  fits: (part: Part, section: BoundSection) => boolean
): void {
  for (const section of sections) {
    if (section.part || section.hidden) continue
    const part = candidates.find(each => !taken.has(each) && !isDeeper(each, section.spec) && fits(each, section))
    if (!part) continue
    section.part = part
    taken.add(part)
  }
}

/** The name with a subtitle behind it ("Goal — why we do it"), or its words joined otherwise ("Files modified and created"). */
export function matchNearly(sections: readonly BoundSection[], candidates: readonly Part[], taken: Set<Part>): void {
  if (sections.every(isSettled)) return
  matchFirst(sections, candidates, taken, (part, { spec }) =>
    shortNamesOf(part).some(name => titlesOf(spec).includes(name))
  )
  matchFirst(sections, candidates, taken, (part, { spec }) =>
    titleNames(part).some(name => jointsOf(spec).has(jointKey(name) ?? ''))
  )
}

/** A title that is two names joined ("Problem and Goal"; it may be both), or a name with more said of it ("Rejected alternatives"). */
export function matchLoosely(sections: readonly BoundSection[], headings: readonly Part[], taken: Set<Part>): void {
  if (sections.every(isSettled)) return
  const candidates = headings.filter(part => !isCountedOtherwise(part))
  const isJoined = (part: Part, { spec }: BoundSection): boolean =>
    titleNames(part).some(name => joinedNames(name).some(piece => titlesOf(spec).includes(piece)))
  matchFirst(sections, candidates, taken, isJoined)
  for (const section of sections)
    if (!isSettled(section)) section.hidden = candidates.some(part => isJoined(part, section))
  matchFirst(sections, candidates, taken, (part, { spec }) =>
    titleNames(part).some(name =>
      [...headNouns(name), ...leadingNames(name)].some(noun => titlesOf(spec).includes(noun))
    )
  )
}

/** "Batch 4: Config & Documentation" is one of several of its kind, whatever it is about. */
function isCountedOtherwise({ ordinal }: Part): boolean {
  return ordinal?.word !== undefined && !grouping.has(ordinal.word)
}

function isSettled(section: BoundSection): boolean {
  return section.part !== undefined || section.hidden
}

/** A heading that nothing else matches and that is a slip of a missing section's title is that section, misspelt. */
export function matchMisspelt(
  sections: readonly BoundSection[],
  candidates: readonly Part[],
  taken: Set<Part>,
  specs: readonly SectionSpec[],
  outline: Outline
): void {
  if (sections.every(isSettled)) return
  const known = allTitlesOf(specs)
  // Where nothing is demanded nothing is misspelt, and in another language a word like one of ours is a word of its own, unless it stands beside one of ours.
  if (specs.every(({ required }) => required === false)) return
  const isMostlyKnown = sections.filter(({ part }) => part !== undefined).length * 2 >= sections.length
  const isForeign = !isMostlyKnown && isInOtherLanguage(outline)
  const free = candidates.filter(
    part => !known.has(part.key) && part.ordinal?.word === undefined && !isUnitTag(part, specs)
  )
  const slips = (part: Part): readonly string[] =>
    [...titleNames(part), ...shortNamesOf(part)].filter(name => !known.has(name))
  for (const section of sections) {
    if (isSettled(section)) continue
    const part = free.find(
      each =>
        !taken.has(each) &&
        slips(each).some(slip =>
          titlesOf(section.spec).some(name => isNearMiss(slip, name) && (!isForeign || shareWord(slip, name)))
        )
    )
    if (!part) continue
    section.part = part
    section.misspelt = true
    taken.add(part)
  }
}

/** A unit's own tag, with none around it: "<task>" is no slip of "<tasks>". */
function isUnitTag({ form, title }: Part, specs: readonly SectionSpec[]): boolean {
  return (
    form === 'tag' &&
    specs.some(spec =>
      ownUnitSpecs(spec).some(unit => isWritten(unit, 'tag') && unit.words?.flat().includes(title) === true)
    )
  )
}

function shareWord(one: string, other: string): boolean {
  const words = new Set(other.split(' '))
  return one.split(' ').some(word => words.has(word))
}
