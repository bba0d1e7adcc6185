/** Which findings were there before an edit. Pure. */
import { firstFrom } from '../outline/cover.ts'
import type { Edit, Finding } from '../types.ts'

/**
 * Was each of the findings there before? One is known by its rule, its message and where it begins; where its place moved, by its words.
 *
 * @param edits What made the new text out of the old one.
 */
export function isIncluded(after: readonly Finding[], before: readonly Finding[], edits: readonly Edit[]): boolean {
  if (after.length > before.length) return false
  const toOld = oldOffsets(edits)
  const places = new Map<string, Finding[]>()
  for (const finding of before) {
    const key = placeKey(finding, finding.place.start.offset)
    places.set(key, [...(places.get(key) ?? []), finding])
  }
  const known = new Set<Finding>()
  const moved = after.filter(finding => {
    const one = places.get(placeKey(finding, toOld(finding.place.start.offset)))?.shift()
    if (one) known.add(one)
    return !one
  })
  const words = new Map<string, number>()
  for (const finding of before)
    if (!known.has(finding)) words.set(wordKey(finding), (words.get(wordKey(finding)) ?? 0) + 1)
  return moved.every(finding => {
    const left = words.get(wordKey(finding)) ?? 0
    words.set(wordKey(finding), left - 1)
    return left > 0
  })
}

function placeKey({ rule, messageId, severity }: Finding, offset: number): string {
  return `${offset} ${rule} ${messageId} ${severity}`
}

function wordKey({ rule, message, severity }: Finding): string {
  return `${rule} ${severity} ${message}`
}

/** Where an offset of the new text was; inside of what is new, where that begins. */
function oldOffsets(edits: readonly Edit[]): (offset: number) => number {
  const steps: { from: number; to: number; end: number; oldEnd: number }[] = []
  let shift = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const from = edit.start + shift
    steps.push({ from, to: edit.start, end: from + edit.text.length, oldEnd: edit.end })
    shift += edit.text.length - (edit.end - edit.start)
  }
  return offset => {
    const last = steps[firstFrom(steps.length, index => steps[index]!.from > offset) - 1]
    if (!last) return offset
    return offset < last.end ? last.to : last.oldEnd + (offset - last.end)
  }
}
