/** Turns a UTF-16 offset into a line and a column, both 1-based. */
export type Locate = (offset: number) => { line: number; column: number }

/** Index the line starts of a text once; each look-up is a binary search. A byte order mark does not count. */
export function createLocator(source: string): Locate {
  const text = source.replace(/^\ufeff/, '')
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  return offset => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: Math.max(0, offset - (starts[low] ?? 0)) + 1 }
  }
}
