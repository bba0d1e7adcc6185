/** A unified diff of two texts, as `patch` reads it: fit for a terminal, since what would steer one is made visible. */
import { clean, cleanPath, disarm } from '../../report/text/clean.ts'

const context = 3

/** Lines `[start, end)` of the old text that become lines `[from, to)` of the new one. */
interface Hunk {
  start: number
  end: number
  from: number
  to: number
}

/**
 * @param path as messages name it
 * @returns nothing where the texts are the same
 */
export function unifiedDiff(before: string, after: string, path: string): string {
  if (before === after) return ''
  const [a, b] = [linesOf(before), linesOf(after)]
  const name = cleanPath(path)
  return `--- ${name}\n+++ ${name}\n${merge(hunksOf(a, b))
    .map(group => printed(group, a, b))
    .join('')}`
}

/** Each with its line break. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/**
 * Finds what changed. Fixes keep nearly every line, so lines that stand once in both texts hold the two together; between such lines everything counts as
 * changed, apart from equal ends.
 */
function hunksOf(a: readonly string[], b: readonly string[]): Hunk[] {
  const hunks: Hunk[] = []
  let [i, j] = [0, 0]
  for (const [x, y] of [...anchors(a, b), [a.length, b.length] as const]) {
    addHunk({ start: i, end: x, from: j, to: y }, a, b, hunks)
    ;[i, j] = [x + 1, y + 1]
  }
  return hunks
}

function addHunk({ start, end, from, to }: Hunk, a: readonly string[], b: readonly string[], hunks: Hunk[]): void {
  while (start < end && from < to && a[start] === b[from]) {
    start++
    from++
  }
  while (start < end && from < to && a[end - 1] === b[to - 1]) {
    end--
    to--
  }
  if (start < end || from < to) hunks.push({ start, end, from, to })
}

/** Pairs of equal lines that stand once in each text, in an order that holds in both. */
function anchors(a: readonly string[], b: readonly string[]): [number, number][] {
  const [inA, inB] = [singles(a), singles(b)]
  const pairs: [number, number][] = []
  for (const [line, x] of inA) {
    const y = inB.get(line)
    // Fixes do not move lines: what goes backwards is a coincidence.
    if (y !== undefined && y > (pairs.at(-1)?.[1] ?? -1)) pairs.push([x, y])
  }
  return pairs
}

function singles(lines: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  const twice = new Set<string>()
  for (const [index, line] of lines.entries()) {
    if (found.has(line)) twice.add(line)
    else found.set(line, index)
  }
  for (const line of twice) found.delete(line)
  return found
}

/** Hunks whose context meets go into one. */
function merge(hunks: readonly Hunk[]): Hunk[][] {
  const groups: Hunk[][] = []
  for (const hunk of hunks) {
    const last = groups.at(-1)
    if (last && hunk.start - last.at(-1)!.end <= 2 * context) last.push(hunk)
    else groups.push([hunk])
  }
  return groups
}

function printed(group: readonly Hunk[], a: readonly string[], b: readonly string[]): string {
  const [first, last] = [group[0]!, group.at(-1)!]
  const start = Math.max(0, first.start - context)
  const end = Math.min(a.length, last.end + context)
  const from = first.from - (first.start - start)
  const to = last.to + (end - last.end)
  const lines: string[] = []
  let at = start
  for (const hunk of group) {
    lines.push(
      ...a.slice(at, hunk.start).map(line => row(' ', line)),
      ...a.slice(hunk.start, hunk.end).map(line => row('-', line)),
      ...b.slice(hunk.from, hunk.to).map(line => row('+', line))
    )
    at = hunk.end
  }
  lines.push(...a.slice(at, end).map(line => row(' ', line)))
  return `@@ -${range(start, end)} +${range(from, to)} @@\n${lines.join('')}`
}

function range(start: number, end: number): string {
  return `${end === start ? start : start + 1},${end - start}`
}

function row(sign: string, line: string): string {
  const text = line.replace(/\r?\n$/, '')
  const ending = line.slice(text.length)
  // A line that only a blank stands before would be a workflow command to a runner.
  const shown = sign === ' ' ? disarm(clean(text)) : clean(text)
  return `${sign}${shown}${ending === '' ? '\n\\ No newline at end of file\n' : ending}`
}
