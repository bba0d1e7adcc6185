import type { UnitSpec } from '../../../profiles/schema.ts'
import type { DateRead } from '../../../outline/dates.ts'
import { leadingDate } from '../../../outline/dates.ts'
import { markersOf } from '../../../profiles/units.ts'
import { nameIn } from './named-parts.ts'
import { matchShape, shapesOf } from '../shapes.ts'

/** What stands at the head of a unit's title, before its text: `(2026-01-01) T001 [P] [US1] Write it`. */
export interface Lead {
  id?: string
  /** What markers say, by the names that the profile gives them: `{ parallel: "[P]" }`. */
  markers: Readonly<Record<string, readonly string[]>>
  stamp?: DateRead
  /** The text behind. */
  rest: string
}

/** "- `auth/login`: sign in", bold or not. */
const leadingCode = /^[*_]{0,3}`([^`\n]{1,200})`/
const gap = /^[\s:.)—–-]+/
const stamp = /^(?:\([^()\n]{8,40}\)|\[[^[\]\n]{8,40}\])/

/**
 * Reads the head of a title: identifier, markers and stamp, in any order, each once but for markers. A name is all that stands behind the word.
 *
 * @param written The same as its source has it.
 */
export function readLead(spec: UnitSpec, title: string, written = ''): Lead {
  const { id: ids } = spec
  if (ids?.from === 'name') {
    const name = nameIn(spec, title) ?? title.trim()
    return { id: name, markers: {}, rest: name }
  }
  if (ids?.from === 'code') {
    const code = leadingCode.exec(written)
    return { ...(code ? { id: code[1]!.trim() } : {}), markers: {}, rest: title.trim() }
  }
  const markers = markersOf(spec)
  const found: Record<string, string[]> = {}
  const lead: Lead = { markers: found, rest: title.trim() }
  const read = [
    () => (lead.stamp === undefined ? readStamp(lead) : undefined),
    () => (lead.id === undefined ? readId(shapesOf(ids?.shape), lead) : undefined),
    () => readMarker(markers, lead.rest, found)
  ]
  for (let more = true; more && lead.rest !== '';) {
    const length = read.reduce<number | undefined>((end, next) => end ?? next(), undefined)
    more = length !== undefined
    lead.rest = lead.rest.slice(length ?? 0).replace(more ? gap : '', '')
  }
  readTail(markers, lead.rest, found)
  return lead
}

type Markers = ReturnType<typeof markersOf>

/** Markers in round brackets may stand behind the text, too: "Write the tests (optional)". */
function readTail(markers: Markers, rest: string, found: Record<string, string[]>): void {
  if (!rest.endsWith(')')) return
  const at = rest.lastIndexOf('(')
  const low = rest.toLowerCase()
  for (const [name, shapes] of Object.entries(markers))
    for (const shape of shapes)
      if (shape.startsWith('(') && matchShape(shape.toLowerCase(), low, at) === low.length)
        (found[name] ??= []).push(shape)
}

function readStamp(lead: Lead): number | undefined {
  const bracket = stamp.exec(lead.rest)
  const text = bracket ? bracket[0].slice(1, -1) : lead.rest.slice(0, 40)
  const read = leadingDate(text)
  if (!read || read.start > 2) return undefined
  lead.stamp = read
  return bracket ? bracket[0].length : read.end
}

function readId(shapes: readonly string[], lead: Lead): number | undefined {
  for (const shape of shapes) {
    const end = matchShape(shape, lead.rest, 0)
    if (end === undefined) continue
    lead.id = lead.rest.slice(0, end)
    return end
  }
  return undefined
}

function readMarker(markers: Markers, rest: string, found: Record<string, string[]>): number | undefined {
  for (const [name, shapes] of Object.entries(markers)) {
    for (const shape of shapes) {
      const end = matchShape(shape, rest, 0)
      if (end === undefined) continue
      ;(found[name] ??= []).push(rest.slice(0, end))
      return end
    }
  }
  return undefined
}
