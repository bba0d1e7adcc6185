import { normalise } from '../outline/text.ts'
import type { Profile } from '../profiles/schema.ts'
import { once } from '../util/once.ts'
import { everyday } from './everyday.ts'
import type { MarkDraft, UnitDraft } from './profile-marks.ts'
import { draftMarks } from './profile-marks.ts'

/** Something by which a profile knows its documents: a section, a field, units that carry its labels, a title. */
export interface Trait {
  /** As the profile calls it. */
  name: string
  /** The profile's place in the list. */
  profile: number
  form: 'section' | 'field' | 'section-field' | 'unit-field' | 'units' | 'title'
  /** What it tells under its own name. */
  worth: number
  /** A section, or a field outside of units, that plans can't do without. */
  isDemanded?: true
}

/** One name of a mark: its own, or one of its aliases. */
export interface Name {
  mark: Trait
  /** What the mark tells under this name. */
  worth: number
  /** Few documents have it. */
  isTelling: boolean
  /** The profile's own word for it, no alias. */
  isOwn: boolean
}

/** Units of a profile, known by the labels that they carry. */
interface UnitMark {
  mark: Trait
  /** By key: which of the unit's labels it names, and what it tells. */
  labels: ReadonlyMap<string, { label: number; worth: number }>
}

/** The names that any profile goes by: a document is read once, however many profiles there are. */
export interface MarkIndex {
  /** Of sections and fields, by key. */
  names: ReadonlyMap<string, readonly Name[]>
  titles: readonly { key: string; name: Name }[]
  units: readonly UnitMark[]
  /** Of each profile: its marks in order, what they tell together, and the words that its units are counted with. */
  profiles: readonly { marks: readonly Trait[]; total: number; words: ReadonlySet<string> }[]
}

/** What an everyday word tells, of what one tells that a single profile has. */
const everydayShare = 0.25
/** From this weight on a profile that gives one says that the name is its own. */
const tellingWeight = 1

/** All marks of profiles; memoised per list. */
export const marksOf: (profiles: readonly Profile[]) => MarkIndex = once(profiles => {
  const drafts = profiles.map(draftMarks)
  const owners = countOwners(drafts.map(({ marks }) => marks))
  const shareOf = (key: string): number => (everyday.has(key) ? everydayShare : 1 / Math.sqrt(owners.get(key) ?? 1))
  const names = new Map<string, Name[]>()
  const titles: { key: string; name: Name }[] = []
  const units: UnitMark[] = []
  const read = drafts.map((draft, profile) => {
    const marks: Trait[] = []
    let total = 0
    for (const each of draft.marks) {
      const own = each.keys[0]!
      const worthOf = (key: string): number => each.worth * (key === own && each.isWeighed ? 1 : shareOf(key))
      const isDemanded = !each.isOptional && (each.form === 'section' || each.form === 'field')
      const mark: Trait = {
        name: each.name,
        profile,
        form: each.form,
        worth: worthOf(own),
        ...(isDemanded ? { isDemanded } : {})
      }
      marks.push(mark)
      if (!each.isOptional) total += mark.worth
      for (const key of each.keys) {
        const isTelling =
          key === own && each.isWeighed ? each.worth >= tellingWeight : each.form !== 'unit-field' && !everyday.has(key)
        add(names, key, { mark, worth: Math.min(mark.worth, worthOf(key)), isTelling, isOwn: key === own })
      }
    }
    for (const each of draft.units) {
      const mark: Trait = { name: each.name, profile, form: 'units', worth: each.worth }
      marks.push(mark)
      total += mark.worth
      units.push({ mark, labels: labelsOf(each, shareOf) })
    }
    for (const { name, worth } of draft.titles) {
      const mark: Trait = { name, profile, form: 'title', worth }
      titles.push({ key: normalise(name), name: { mark, worth, isTelling: true, isOwn: true } })
    }
    return { marks, total, words: draft.words }
  })
  return { names, titles, units, profiles: read }
})

function add(names: Map<string, Name[]>, key: string, name: Name): void {
  const same = names.get(key)
  if (same) same.push(name)
  else names.set(key, [name])
}

function labelsOf({ labels }: UnitDraft, shareOf: (key: string) => number): UnitMark['labels'] {
  const known = new Map<string, { label: number; worth: number }>()
  for (const [label, names] of labels.entries())
    for (const name of names) {
      const key = normalise(name)
      if (!known.has(key)) known.set(key, { label, worth: shareOf(key) })
    }
  return known
}

/** How many profiles have each name: what many have tells little of which it is. */
function countOwners(all: readonly (readonly MarkDraft[])[]): ReadonlyMap<string, number> {
  const owners = new Map<string, number>()
  for (const drafts of all)
    for (const key of new Set(drafts.flatMap(({ keys }) => keys))) owners.set(key, (owners.get(key) ?? 0) + 1)
  return owners
}
