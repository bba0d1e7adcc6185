/** Where a label ends: its colon, with a remark in brackets before it. */
import { bracketEnd, collapse } from '../text.ts'

export const closer = /[:：]$/

/** Longest remark between a label and its colon, in UTF-16 units. */
export const longestRemark = 600

export interface Closing {
  /** How far it reaches, the colon included. */
  length: number
  qualifier: string | undefined
}

/** The colon of a label, with the remark in brackets before it: " (add to `a.ts`, below the imports):". */
export function closingOf(rest: string): Closing | undefined {
  const remark = bracketedRemark(rest)
  const at = skipBlanks(rest, remark?.length ?? 0)
  return rest[at] === ':' || rest[at] === '：' ? { length: at + 1, qualifier: remark?.qualifier } : undefined
}

/** A remark in brackets at the head of a text, those inside of it included. */
export function bracketedRemark(rest: string): Closing | undefined {
  const at = skipBlanks(rest, 0)
  const end = rest[at] === '(' || rest[at] === '[' ? bracketEnd(rest, at, longestRemark) : undefined
  return end === undefined ? undefined : { length: end, qualifier: collapse(rest.slice(at + 1, end - 1)) }
}

export function skipBlanks(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\u00a0') at++
  return at
}
