import type { BoundSection, Plan, Unit } from '../plan/bind-types.ts'
import { bodySpan } from '../plan/bind.ts'
import type { Ordinal } from '../outline/numbers/ordinal.ts'
import { isSameOrdinal } from '../outline/numbers/ordinal.ts'
import { titlesOf } from '../plan/sections/near-titles.ts'
import { progressWords } from '../plan/written/how-far.ts'
import { titleWords } from '../profiles/units.ts'
import { readOrdinal } from '../outline/numbers/read-ordinal.ts'
import { normalise } from '../outline/text.ts'
import type { Checkbox } from '../outline/types.ts'

/** Items of a profile's checklist that the plan's list lacks: an item is there when most of its words are. */
export function missingItems(items: readonly string[], boxes: readonly { text: string }[]): string[] {
  const texts = boxes.map(box => textWords(box.text))
  const used = new Set<number>()
  const missing: string[] = []
  for (const item of items) {
    const want = textWords(item)
    let best = -1
    let share = 0.5
    for (const [i, have] of texts.entries()) {
      if (used.has(i)) continue
      const common = [...want].filter(word => have.has(word)).length / Math.max(1, Math.min(want.size, have.size + 2))
      if (common > share) {
        share = common
        best = i
      }
    }
    if (best < 0) missing.push(item)
    else used.add(best)
  }
  return missing
}

/** The box that says what a profile's item says. */
export function findItem(item: string, boxes: readonly Checkbox[]): Checkbox | undefined {
  return boxes.find(box => missingItems([item], [box]).length === 0)
}

function textWords(text: string): Set<string> {
  return new Set(
    normalise(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(word => word.length > 2)
  )
}

/** A unit that the list lacks (`unit`), an item that names a unit which the plan lacks (`box`), or one that calls it otherwise (both). */
interface TrackingDefect {
  name: string
  unit?: Unit
  box?: Checkbox
}

/** Compares a status checklist, and what lost its box in it, with the units that it tracks. */
export function trackingDefects(
  section: BoundSection,
  plan: Plan,
  unboxed: readonly { text: string }[] = []
): TrackingDefect[] {
  const role = section.spec.checklist?.units
  if (role === undefined) return []
  const units = plan.units(role)
  if (units.length === 0) return []
  const { role: name } = units[0]!.spec
  const words = titleWords(units[0]!.spec).usual
  const read = ({ text }: { text: string }): { key: string; ordinal: Ordinal | undefined } => ({
    key: normalise(text),
    ordinal: readOrdinal(text, words)
  })
  const items = plan.content.checkboxes(bodySpan(section)).map(box => ({ box, ...read(box) }))
  const said = [...items, ...unboxed.map(read)]
  // "Documentation Updated" tells of the section of that name, not of a phase "Documentation".
  const sections = new Set(plan.profile.sections.flatMap(titlesOf))
  const named = units.map(unit => ({ unit, key: normalise(unit.name), ordinal: unit.part.ordinal }))
  const untracked = named.filter(
    ({ key, ordinal }) =>
      !said.some(
        item =>
          (ordinal !== undefined && item.ordinal?.word === ordinal.word && isSameOrdinal(item.ordinal, ordinal)) ||
          (key.length > 3 &&
            item.key.includes(key) &&
            (item.ordinal !== undefined || !sections.has(key) || saysNoMore(item.key, key)))
      )
  )
  const unknown = items.filter(
    item =>
      item.ordinal?.word !== undefined &&
      words.includes(item.ordinal.word) &&
      !named.some(({ key, ordinal }) => isSameOrdinal(item.ordinal, ordinal) || item.key.includes(key))
  )
  const otherwise = items.flatMap(({ box, ordinal }) => {
    const tracked = named.find(each => each.ordinal?.word === ordinal?.word && isSameOrdinal(each.ordinal, ordinal))
    if (!tracked) {
      const meant =
        ordinal?.word === undefined
          ? []
          : named.filter(each => isInPlace(each.unit, units) && isOtherNumber(ordinal, each))
      return meant.length === 1 ? [{ name, box, unit: meant[0]!.unit }] : []
    }
    return isOtherName(box.text, ordinal!, tracked.unit.name) ? [{ name, box, unit: tracked.unit }] : []
  })
  return [...untracked.map(({ unit }) => ({ name, unit })), ...unknown.map(({ box }) => ({ name, box })), ...otherwise]
}

/** Is an item a unit's name, and perhaps how far it is? */
function saysNoMore(item: string, name: string): boolean {
  return textWords(item.replace(progressWords, ' ')).size <= textWords(name.replace(progressWords, ' ')).size
}

/** Words of English that any two names may share. */
const joining = new Set(['the', 'and', 'for', 'with', 'from', 'into', 'our', 'its', 'all'])

/** "Phase 2: Removal" where the plan's Phase 2 is "Delivery": has the name behind the number no word of the other? */
function isOtherName(text: string, { end }: Ordinal, name: string): boolean {
  const said = /^[ *_]{0,4}[:–—-][ *_]{0,4}(.+)/.exec(text.slice(end))?.[1]
  if (said === undefined) return false
  const [have, want] = [said, name].map(each => textWords(each.toLowerCase().replace(progressWords, ' ')))
  if (have!.size === 0 || want!.size === 0) return false
  for (const names of [have!, want!])
    if ([...names].some(word => !joining.has(word))) for (const word of joining) names.delete(word)
  return ![...have!].some(word => [...want!].some(other => word.slice(0, 4) === other.slice(0, 4)))
}

/** Has a unit the number of its place? Of one that has not, its own heading tells. */
function isInPlace({ part, index }: Unit, [first]: readonly Unit[]): boolean {
  return part.ordinal?.numbers[0] === (first?.part.ordinal?.numbers[0] ?? 0) + index
}

/** "Phase 4: Delivery" where that is the plan's Phase 2, and it has no 4. */
function isOtherNumber(said: Ordinal, { key, ordinal }: { key: string; ordinal: Ordinal | undefined }): boolean {
  const name = normalise(said.rest)
  return key.length > 3 && ordinal?.word === said.word && name.includes(key) && saysNoMore(name, key)
}
