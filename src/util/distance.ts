/**
 * Damerau–Levenshtein distance (optimal string alignment), cut off at `max`.
 *
 * @returns The distance, or `max + 1` where it is larger.
 */
export function distance(a: string, b: string, max: number): number {
  const [m, n] = [a.length, b.length]
  if (Math.abs(m - n) > max) return max + 1
  if (m > longest || n > longest) return a === b ? 0 : max + 1
  let [before, previous, row] = rows
  for (let j = 0; j <= n; j++) previous[j] = j
  let leastBefore = 0
  for (let i = 1; i <= m; i++) {
    const unit = a.charCodeAt(i - 1)
    const unitBefore = i > 1 ? a.charCodeAt(i - 2) : -1
    row[0] = i
    let least = i
    for (let j = 1; j <= n; j++) {
      const other = b.charCodeAt(j - 1)
      let value = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (unit === other ? 0 : 1))
      if (j > 1 && unitBefore === other && unit === b.charCodeAt(j - 2)) value = Math.min(value, before[j - 2]! + 1)
      row[j] = value
      if (value < least) least = value
    }
    // What follows grows from these two rows.
    if (least > max && leastBefore > max) return max + 1
    leastBefore = least
    ;[before, previous, row] = [previous, row, before]
  }
  return Math.min(previous[n]!, max + 1)
}

const longest = 80
/** Written over by each call: most calls are about two short words. */
const rows: [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(longest + 1),
  new Uint8Array(longest + 1),
  new Uint8Array(longest + 1)
]
