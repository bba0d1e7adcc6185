/** What a document holds of each thing that has a limit, counted as it is looked at. */
import type { Cursor } from './cursor.ts'
import { tooMuch, type Limits, type TooMuch } from './limits.ts'

/** The counts so far, and the first that went beyond its limit. */
export interface ComplexityTally {
  limits: Limits
  measures: Limits
  found: TooMuch | undefined
  line: number
  lineStart: number
  blockMarkers: number
  blockEmphasis: number
  blockLines: number
  /** About how many events the parser holds for what came before. */
  events: number
  /** The events that it goes over again. */
  regrouped: number
}

const smallest = 1500
const largest = 128 * 1024

/** Takes note of a value, where it is the largest so far; the first that is too large is what was found. */
export function raise(tally: ComplexityTally, name: keyof Limits, value: number, at: number): void {
  if (value <= tally.measures[name]) return
  tally.measures[name] = value
  if (value > tally.limits[name])
    tally.found ??= tooMuch(name, tally.limits[name], tally.line, at - tally.lineStart + 1)
}

/** A small document may cost what one of `smallest` bytes may, a large one no more than one of `largest`. */
export function regroup(tally: ComplexityTally, cursor: Cursor): void {
  tally.regrouped += tally.events
  const bytes = Math.min(tally.measures.bytes + smallest, largest)
  raise(tally, 'regrouping', Math.ceil(tally.regrouped / bytes), cursor.at)
}

/** Counts what the parser tries to pair, on the rest of a line. */
export function countMarkers(tally: ComplexityTally, cursor: Cursor): void {
  for (let at = cursor.at; at < cursor.end; at++) {
    switch (cursor.text.charCodeAt(at)) {
      case 0x3a: // :
        if (cursor.text[at - 1] === ']') raise(tally, 'definitions', tally.measures.definitions + 1, at)
        break
      case 0x7c: // |
        raise(tally, 'tableCells', tally.measures.tableCells + 1, at)
        break
      case 0x2a: // *
      case 0x5f: // _
        raise(tally, 'emphasisPerBlock', ++tally.blockEmphasis, at)
        raise(tally, 'markersPerBlock', ++tally.blockMarkers, at)
        break
      case 0x21: // Images cost twice what links do.
        if (cursor.text[at + 1] !== '[') break
      // falls through
      case 0x3c: // <
      case 0x5b: // [
      case 0x5d: // ]
      case 0x60: // `
        raise(tally, 'markersPerBlock', ++tally.blockMarkers, at)
    }
  }
}
