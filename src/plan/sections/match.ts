/** Which part a section of the profile is, by its title, its aliases or a label. */
import type { Part } from '../../outline/types.ts'
import type { BoundSection } from '../bind-types.ts'
import type { SectionSpec } from '../../profiles/schema.ts'
import type { Content } from '../../outline/content.ts'
import { allTitlesOf, titlesOf, isDeeper } from './near-titles.ts'
import { titleNames } from '../../outline/title.ts'
import { goesOn } from './holders.ts'
import { numberOf } from '../../profiles/fields.ts'
import { LABEL } from '../../outline/parts/builder.ts'

const nothing: readonly Part[] = []

/** Sections of a profile beside each other, and whether they may stand in any order. */
interface Level {
  sections: readonly SectionSpec[]
  order?: 'free' | 'numbered' | undefined
}

/** Exact matches first by title, then by alias; of several, the outermost wins, then one with the right number, then the first. */
export function matchLevel(
  sections: BoundSection[],
  candidates: Part[],
  taken: Set<Part>,
  { sections: specs, order }: Level,
  content: Content
): void {
  const known = allTitlesOf(specs)
  const byKey = new Map<string, Part[]>()
  for (const part of candidates)
    for (const key of titleNames(part)) {
      if (!known.has(key)) continue
      const same = byKey.get(key)
      // One part's keys may be equal.
      if (same?.at(-1) === part) continue
      if (same) same.push(part)
      else byKey.set(key, [part])
    }
  for (const pass of ['title', 'alias'] as const) {
    for (const section of sections) {
      if (section.part) continue
      const found = named(section.spec, pass, byKey, taken)
      if (found.length === 0) continue
      const best = pick(section.spec, found)
      section.part = best
      taken.add(best)
      const others = found.filter(part => part !== best && part.level === best.level && isBeside(part, best, section))
      for (const part of others) {
        taken.add(part)
        if (goesOn(part, found)) section.further.push(part)
        else section.duplicates.push({ part, span: { ...part.span } })
      }
    }
  }
  const siblings = sections[0]?.parent?.children ?? sections
  for (const section of sections)
    if (!section.part) section.hidden = isHidden(section, order !== 'free' ? siblings : [], content)
}

/** Do two parts stand in one, or each in a heading of one section that stands twice? */
function isBeside(part: Part, other: Part, { parent }: BoundSection): boolean {
  if (part.parent === other.parent) return true
  const holders = parent ? [parent, ...parent.duplicates].map(holder => holder.part) : nothing
  return [part, other].every(({ parent: above }) => above !== undefined && holders.includes(above))
}

/** Parts not taken yet that go by a section's title, or by one of its aliases, in the order of these. */
function named(
  spec: SectionSpec,
  pass: 'title' | 'alias',
  byKey: ReadonlyMap<string, readonly Part[]>,
  taken: ReadonlySet<Part>
): Part[] {
  const titles = titlesOf(spec)
  const found: Part[] = []
  for (let i = pass === 'title' ? 0 : 1; i < (pass === 'title' ? 1 : titles.length); i++) {
    for (const part of byKey.get(titles[i]!) ?? nothing)
      if (!taken.has(part) && (pass === 'title' || !isDeeper(part, spec))) found.push(part)
  }
  return found
}

function pick(spec: SectionSpec, found: Part[]): Part {
  return [...found].sort(
    (a, b) =>
      a.level - b.level ||
      Number(b.ordinal?.raw === numberOf(spec)) - Number(a.ordinal?.raw === numberOf(spec)) ||
      a.span.start - b.span.start
  )[0]!
}

/** May a section stand in code that a broken fence made of the text? Not where one that comes after it stands in front of the fence. */
function isHidden(section: BoundSection, ordered: readonly BoundSection[], content: Content): boolean {
  const later = ordered.slice(ordered.indexOf(section) + 1)
  return content.outline.brokenFences.some(({ hidesAll, hidden, region }) =>
    hidesAll
      ? !later.some(({ part }) => part !== undefined && part.span.start < region.start)
      : titlesOf(section.spec).some(title => hidden.has(title))
  )
}

/** A bold label right below the title may stand for a section: "**Goal:** …". */
export function matchLabels(sections: BoundSection[], parts: Part[], taken: Set<Part>): void {
  if (sections.every(section => section.part)) return
  const labels = parts.filter(part => part.level === LABEL && isOutermost(part))
  for (const section of sections) {
    if (section.part) continue
    const keys = titlesOf(section.spec)
    const part = labels.find(label => keys.includes(label.key) && !taken.has(label))
    if (part) {
      section.part = part
      taken.add(part)
    }
  }
}

function isOutermost(part: Part): boolean {
  return part.parent!.level <= 1
}
