/** Cuts running text into the parts that may name a path. */

/** The contents of the code spans of a text: a run of backticks up to the next run of the same length. */
export function codeSpans(text: string): string[] {
  const out: string[] = []
  const runs = [...text.matchAll(/`+/g)].map(run => ({ start: run.index, end: run.index + run[0].length }))
  const following = nextOfSameLength(runs)
  for (let index = 0; index < runs.length;) {
    const partner = following[index] ?? -1
    const [open, close] = [runs[index], runs[partner]]
    if (open && close) out.push(text.slice(open.end, close.start))
    index = partner > index ? partner + 1 : index + 1
  }
  return out
}

function nextOfSameLength(runs: { start: number; end: number }[]): number[] {
  const seen = new Map<number, number>()
  const following: number[] = []
  for (let index = runs.length - 1; index >= 0; index--) {
    const run = runs[index]
    const length = run ? run.end - run.start : 0
    following[index] = seen.get(length) ?? -1
    seen.set(length, index)
  }
  return following
}

/** Splits at commas (not those in braces), semicolons, "and", "&" and their East Asian counterparts. */
export function splitList(text: string): string[] {
  const out: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    const character = text[at]
    if (character === '{') depth++
    else if (character === '}' && depth > 0) depth--
    const separator = character === undefined ? 1 : depth > 0 ? 0 : separatorAt(text, at)
    if (separator === 0) continue
    const part = text.slice(from, at).trim()
    if (part !== '') out.push(part)
    at += separator - 1
    from = at + 1
  }
  return out
}

function separatorAt(text: string, at: number): number {
  if (/[,;、，；\n]/.test(text[at] ?? '')) return 1
  if (text[at] !== ' ') return 0
  return /^ (?:and|&|\+|und|и|和|と) /.exec(text.slice(at, at + 6))?.[0].length ?? 0
}
