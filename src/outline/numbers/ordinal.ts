/** Numbering as people write it: "1.", "2.1", "Step 2a:", "A.", "Option B —", "Step [N]:". */

export interface Ordinal {
  /** As written, without the word: `2a`, `2.1`, `A`, `[N]`. */
  raw: string
  /** The word before it, lower case: `step`, `commit`; absent for bare numbers. */
  word?: string
  /** The numbers of a decimal ordinal: `2.1` -> [2, 1]. Empty for letters and placeholders. */
  numbers: number[]
  /** The letter of `4b`, or of `A.`. */
  letter?: string
  /** The last number of a range: 3 of `Step 2-3`. */
  until?: number
  /** It is written in Roman numerals: `Phase IV`. Of a single letter nobody can tell: `I` is a letter. */
  roman?: true
  /** It is written as a word: `Step two`. */
  spelled?: true
  /** Where it stands in the title: UTF-16 units `[start, end)`, the word included. */
  start: number
  end: number
  /** What is left of the title after the number and its separator. */
  rest: string
}

/** Orders two ordinals of one sequence: 1 < 2 < 2a < 2b < 3, A < B, 1.2 < 1.10. */
export function compareOrdinals(a: Ordinal, b: Ordinal): number {
  for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
    const d = (a.numbers[i] ?? -1) - (b.numbers[i] ?? -1)
    if (d !== 0) return d
  }
  return (a.letter ?? '') < (b.letter ?? '') ? -1 : (a.letter ?? '') > (b.letter ?? '') ? 1 : 0
}

/** Are both there, and written the same, capitals aside? */
export function isSameOrdinal(a: Ordinal | undefined, b: Ordinal | undefined): boolean {
  return a !== undefined && b !== undefined && a.raw.toLowerCase() === b.raw.toLowerCase()
}

/** Digits and nothing else: "2", not "2a", "1.2" or "B2". */
export function isPlainOrdinal({ raw }: Ordinal): boolean {
  return /^\d+$/.test(raw)
}
