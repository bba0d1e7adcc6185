/** A count as a plan states it. */
import type { Outline, Span } from '../../outline/types.ts'
import type { Place } from '../../types.ts'
import type { CountPhrase } from './phrases.ts'

export interface SaidCount {
  number: number
  /** As written, without marks of emphasis: "three phases". */
  text: string
  place: Place
}

/** @param text the piece of the source that the phrase was found in */
export function saidCount(text: Span, phrase: CountPhrase, { source, lines }: Outline): SaidCount {
  const span = { start: text.start + phrase.start, end: text.start + phrase.end }
  return { number: phrase.number, text: unmarked(source.slice(span.start, span.end)), place: lines.placeOf(span) }
}

/** Without what only makes a text look otherwise. */
export function unmarked(text: string): string {
  return text.replace(/[*_`]/g, '')
}
