import { textOf } from '../outline/nodes.ts'
import { isNearMiss, normalise } from '../outline/text.ts'
import type { Outline, Part } from '../outline/types.ts'
import { titleNames, shortNamesOf } from '../outline/title.ts'
import type { Trait, MarkIndex, Name } from './marks.ts'

/** What a document shows of the marks of profiles. */
export interface Evidence {
  /** Marks that are there, under the most telling of the names found. */
  found: ReadonlyMap<Trait, { worth: number; isTelling: boolean; isOwn: boolean }>
  /** Headings but for the title and those inside of steps; how many of them each profile knows, and how many are, or stand in, one that it knows. */
  headings: { all: number; known: readonly number[]; within: readonly number[] }
  /** Keys of headings that no profile knows. */
  strangers: readonly string[]
}

/** What a section tells that is written as a label. */
const labelShare = 0.5
/** So many headings that no profile knows are compared letter by letter. */
const mostCompared = 200
/** Labels that a unit carries at the least, what they tell together, and how many such units there are: each alone is everybody's. */
const unitNeeds = { labels: 3, worth: 0.75, units: 2 }

/** Looks for the marks of all profiles, by the names that the sections and fields of a plan are bound by. */
export function readEvidence(outline: Outline, index: MarkIndex): Evidence {
  const found: Found = new Map()
  const known = index.profiles.map(() => 0)
  const within = index.profiles.map(() => 0)
  const owned = new Map<Part, ReadonlySet<number>>()
  const strangers: string[] = []
  let all = 0
  for (const part of outline.parts) {
    if (part.form === 'document') continue
    const keys = [...titleNames(part), ...shortNamesOf(part)]
    const names = keys.flatMap(key => index.names.get(key) ?? [])
    for (const name of names) note(found, name, shareOf(name, part))
    if (part.form !== 'heading' || part.level === 1 || isInUnit(part)) continue
    all++
    if (names.length === 0) strangers.push(...keys)
    const word = part.ordinal?.word
    const owners = new Set(names.map(({ mark }) => mark.profile))
    for (const [profile, { words }] of index.profiles.entries())
      if (word !== undefined && words.has(word)) owners.add(profile)
    for (const profile of owners) known[profile]!++
    const held = new Set([...owners, ...((part.parent && owned.get(part.parent)) ?? [])])
    owned.set(part, held)
    for (const profile of held) within[profile]!++
  }
  for (const key of rowNames(outline)) for (const name of index.names.get(key) ?? []) note(found, name, 1)
  noteTitle(outline, index, found)
  noteUnits(outline, index, found)
  return { found, headings: { all, known, within }, strangers: strangers.slice(0, mostCompared) }
}

type Found = Map<Trait, { worth: number; isTelling: boolean; isOwn: boolean }>

function note(found: Found, { mark, worth, isTelling, isOwn }: Name, share: number): void {
  const before = found.get(mark)
  found.set(mark, {
    worth: Math.max(before?.worth ?? 0, worth * share),
    isTelling: isTelling || (before?.isTelling ?? false),
    isOwn: isOwn || (before?.isOwn ?? false)
  })
}

function shareOf({ mark }: Name, { form }: Part): number {
  return mark.form !== 'section' || form === 'heading' || form === 'bold' ? 1 : labelShare
}

/** Below "Step 2": whatever it is called, it is a part of the step. */
function isInUnit(part: Part): boolean {
  for (let above = part.parent; above; above = above.parent)
    if (above.form === 'heading' && above.ordinal?.word !== undefined) return true
  return false
}

/** First cells of rows: a table may hold a plan's fields. */
function* rowNames({ nodes }: Outline): Generator<string> {
  for (const table of nodes.tables)
    for (const row of table.children) {
      const first = row.children[0]
      if (first && row.children.length > 1) yield normalise(textOf(first).slice(0, 80))
    }
}

function noteTitle({ parts }: Outline, { titles }: MarkIndex, found: Found): void {
  const title = parts.find(part => part.form === 'heading' && part.level === 1)?.key
  if (title !== undefined) for (const { key, name } of titles) if (title.includes(key)) note(found, name, 1)
}

/** Units that carry several of a profile's labels, where there are two of them; those whose headings are gone are counted by their labels. */
function noteUnits({ parts }: Outline, { units }: MarkIndex, found: Found): void {
  const counts = units.map(() => 0)
  for (const part of parts) {
    if (part.form !== 'heading' && part.form !== 'document') continue
    for (const [at, count] of carriedBy(part, units).entries()) counts[at]! += count
  }
  for (const [at, { mark }] of units.entries())
    if (counts[at]! >= unitNeeds.units) note(found, { mark, worth: mark.worth, isTelling: true, isOwn: true }, 1)
}

/** How many units of each kind a part is, by its own labels and those of bold steps in it; or how many those steps are, where each of them is one. */
function carriedBy(part: Part, units: MarkIndex['units']): number[] {
  const steps = part.children.filter(({ form }) => form === 'bold')
  const keys = [part, ...steps].flatMap(labelsIn).flatMap(titleNames)
  if (keys.length < unitNeeds.labels) return []
  const inner = steps.map(step => carriedBy(step, units))
  return units.map(({ labels }, at) =>
    Math.max(
      carried(keys, labels),
      inner.reduce((sum, counts) => sum + (counts[at] ?? 0), 0)
    )
  )
}

/** A part's labels, those in lists below other labels included. */
function labelsIn({ children }: Part): Part[] {
  return children.flatMap(child => (child.form === 'label' ? [child, ...labelsIn(child)] : []))
}

/** How many units carry these labels, one after the other: each several of a kind that tell enough together. */
function carried(keys: readonly string[], labels: MarkIndex['units'][number]['labels']): number {
  const seen = new Map<number, { worth: number; count: number }>()
  for (const key of keys) {
    const known = labels.get(key)
    if (!known) continue
    const before = seen.get(known.label)
    seen.set(known.label, { worth: Math.max(before?.worth ?? 0, known.worth), count: (before?.count ?? 0) + 1 })
  }
  let units = 0
  for (let nth = 1; nth <= unitNeeds.units; nth++) {
    const those = [...seen.values()].filter(({ count }) => count >= nth)
    if (those.length < unitNeeds.labels || those.reduce((sum, { worth }) => sum + worth, 0) < unitNeeds.worth) break
    units = nth
  }
  return units
}

/** Adds what is a slip of a telling title of one profile, as it is where sections are bound. Comparing letters costs: it is for whom a slip may decide. */
export function withSlips(evidence: Evidence, { names }: MarkIndex, profile: number): Evidence {
  const { strangers } = evidence
  if (strangers.length === 0) return evidence
  const found: Found = new Map(evidence.found)
  for (const [key, list] of names) {
    const sections = list.filter(
      ({ mark, isTelling }) =>
        mark.profile === profile && isTelling && mark.form === 'section' && !evidence.found.has(mark)
    )
    if (sections.length > 0 && strangers.some(stranger => isNearMiss(stranger, key)))
      for (const name of sections) note(found, name, 1)
  }
  return { ...evidence, found }
}
