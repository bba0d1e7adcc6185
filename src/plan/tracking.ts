import type { BoundSection, Plan, Unit } from './bind-types.ts'
import { bodySpan } from './bind.ts'
import { readOrdinal } from './ordinal.ts'
import { normalise } from './text.ts'
import type { Checkbox } from './types.ts'

/** Items of a profile's checklist that the plan's list lacks: an item is there when most of its words are. */
export function missingItems(items: readonly string[], boxes: readonly Checkbox[]): string[] {
  const texts = boxes.map(box => wordsOf(box.text))
  const used = new Set<number>()
  const missing: string[] = []
  for (const item of items) {
    const want = wordsOf(item)
    let best = -1
    let share = 0.5
    for (const [i, have] of texts.entries()) {
      if (used.has(i)) continue
      const common = [...want].filter(word => have.has(word)).length / Math.max(1, Math.min(want.size, have.size + 2))
      if (common > share) { share = common; best = i }
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

function wordsOf(text: string): Set<string> {
  return new Set(normalise(text).split(/[^\p{L}\p{N}]+/u).filter(word => word.length > 2))
}

/** A unit that the list lacks (`unit`), or an item that names a unit which the plan lacks (`box`). */
export interface TrackingDefect { name: string; unit?: Unit; box?: Checkbox }

/** Compares a status checklist with the units that it tracks. */
export function trackingDefects(section: BoundSection, plan: Plan): TrackingDefect[] {
  const role = section.spec.checklist?.tracks as Unit['role'] | undefined
  if (role === undefined) return []
  const units = plan.units(role)
  if (units.length === 0) return []
  const name = units[0]!.spec.name
  const boxes = plan.content.checkboxes(bodySpan(section))
  const read = boxes.map(box => ({ box, ordinal: readOrdinal(box.text) }))
  const tracked = (unit: Unit): boolean => read.some(({ box, ordinal }) => (unit.part.ordinal !== undefined && ordinal?.word === unit.part.ordinal.word && ordinal?.raw.toLowerCase() === unit.part.ordinal.raw.toLowerCase())
    || (normalise(unit.name).length > 3 && normalise(box.text).includes(normalise(unit.name))))
  const untracked = units.filter(unit => !tracked(unit)).map(unit => ({ name, unit }))
  const words = units[0]!.spec.words?.map(word => word.toLowerCase()) ?? []
  const unknown = read.filter(({ box, ordinal }) => ordinal?.word !== undefined && words.includes(ordinal.word)
    && !units.some(unit => unit.part.ordinal?.raw.toLowerCase() === ordinal.raw.toLowerCase() || normalise(box.text).includes(normalise(unit.name)))).map(({ box }) => ({ name, box }))
  return [...untracked, ...unknown]
}
