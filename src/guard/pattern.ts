/** Users' own regular expressions, bounded: what is not fast for sure is refused, and no long text is matched. */
import {parsePattern, PatternError, type Part} from './pattern-parts.ts'

export {PatternError} from './pattern-parts.ts'

/** The longest pattern, in UTF-16 units. */
export const maxPatternLength = 200
/** How much of a text a user's pattern sees, in UTF-16 units. */
export const maxPatternInput = 1000
const maxRepeat = 100
const maxChoices = 256

/**
 * Compiles a user's pattern, with the flags `iu`. To match with `^` takes time linear in the text; without it, at most
 * the square of `maxPatternInput`: use `matchesPattern`.
 *
 * @param source the pattern, without slashes
 * @throws PatternError that says what in it may be slow, or wrong
 */
export function compilePattern(source: string): RegExp {
  if (source.length > maxPatternLength) throw refused(source, `it is longer than ${maxPatternLength} characters`)
  const pattern = build(source)
  const problem = problemOf(source)
  if (problem) throw refused(source, problem)
  return pattern
}

/** Does the pattern match the text, or the part of it that is looked at? */
export function matchesPattern(pattern: RegExp, text: string): boolean {
  return pattern.test(text.length > maxPatternInput ? text.slice(0, maxPatternInput) : text)
}

function build(source: string): RegExp {
  try {
    return new RegExp(source, 'iu')
  } catch (error) {
    throw refused(source, (error as Error).message.split(': ').at(-1)!.toLowerCase())
  }
}

function refused(source: string, reason: string): PatternError {
  const shown = source.length > 60 ? `${source.slice(0, 59)}…` : source
  return new PatternError(`Unsafe or invalid pattern "${shown}": ${reason}`)
}

function problemOf(source: string): string | undefined {
  try {
    const branches = parsePattern(source)
    if (choices(branches) > maxChoices) return 'it has too many combinations of alternatives'
    return nestingProblem(branches) ?? sequenceProblem(branches)
  } catch (error) {
    if (error instanceof PatternError) return `it has ${error.message}`
    throw error
  }
}

/** In how many ways the alternatives and optional groups can be taken. */
function choices(branches: Part[][]): number {
  return branches.reduce((sum, parts) => sum + parts.reduce((product, {branches: inner, min}) => product * (inner ? choices(inner) + (min === 0 ? 1 : 0) : 1), 1), 0)
}

/** What repeats must be of one form only: else there are many ways to match the same text. */
function nestingProblem(branches: Part[][]): string | undefined {
  for (const part of branches.flat()) {
    if (part.max > maxRepeat && part.max !== Infinity || part.min > maxRepeat) return `it repeats more than ${maxRepeat} times`
    if (!part.branches) continue
    if (part.max > 1 && part.branches.length > 1) return 'it repeats alternatives: write a character class, or repeat one form'
    if (part.max > 1 && part.branches.flat().some(isVaried)) return 'it has a quantifier inside of a repeated group'
    const inner = nestingProblem(part.branches)
    if (inner) return inner
  }
  return undefined
}

function isVaried(part: Part): boolean {
  return part.min !== part.max || (part.branches ?? []).length > 1 || (part.branches ?? []).flat().some(isVaried)
}

/** No two pieces of varying length may compete for the same characters. */
function sequenceProblem(branches: Part[][]): string | undefined {
  for (const sequence of sequences(branches)) {
    for (const [index, first] of sequence.entries()) {
      if (first.min === first.max) continue
      const rival = rivalOf(first, sequence.slice(index + 1))
      if (rival) return `"${show(first)}" and "${show(rival)}" can match the same characters`
    }
  }
  return undefined
}

/** Every way through the alternatives and optional groups, as one row of parts; `choices` has bounded their number. */
function sequences(branches: Part[][]): Part[][] {
  return branches.flatMap(parts => parts.reduce<Part[][]>((rows, part) => {
    const ways = waysThrough(part)
    return rows.flatMap(row => ways.map(way => [...row, ...way]))
  }, [[]]))
}

function waysThrough(part: Part): Part[][] {
  if (!part.branches || part.max > 1) return [[part]]
  return part.min === 0 ? [[], ...sequences(part.branches)] : sequences(part.branches)
}

function rivalOf(first: Part, rest: Part[]): Part | undefined {
  for (const next of rest) {
    if (next.min !== next.max && overlap(first, next)) return next
    if (next.min > 0 && !overlap(first, next)) return undefined
  }
  return undefined
}

/** Characters that stand for all: ASCII, and some of each other kind. */
const samples = [...Array.from({length: 128}, (_, code) => String.fromCharCode(code)), ...'\u00a0éßµſK\u2028–’“一あ🚀ΩЖא']

/** May both match the same character? Where in doubt, yes. */
function overlap(a: Part, b: Part): boolean {
  return a.atoms.some(one => b.atoms.some(other => atomsOverlap(one, other)))
}

function atomsOverlap(one: string, other: string): boolean {
  const [a, b] = [new RegExp(`^${one}$`, 'iu'), new RegExp(`^${other}$`, 'iu')]
  const own = [...`${one}${other}`]
  return [...samples, ...own].some(char => a.test(char) && b.test(char)) || (isWide(one) && isWide(other))
}

/** Could it match characters that no sample stands for? */
function isWide(atom: string): boolean {
  return /\\p\{|\\[ux]|[^\0-\x7f]-|-[^\0-\x7f]/u.test(atom)
}

function show({atoms, min, max}: Part): string {
  const sign = min === 0 && max === 1 ? '?' : max === Infinity ? (min === 0 ? '*' : min === 1 ? '+' : `{${min},}`) : `{${min},${max}}`
  return (atoms.length > 1 ? `(${atoms.join('')})` : atoms[0] ?? '()') + sign
}
