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
  /** Where it stands in the title: UTF-16 units `[start, end)`, the word included. */
  start: number
  end: number
  /** What is left of the title after the number and its separator. */
  rest: string
}

/** Words that people count with. Profiles' own unit words need not stand here. */
const unitWords = [
  'step', 'phase', 'commit', 'task', 'milestone', 'stage', 'sprint', 'batch', 'option', 'alternative', 'decision', 'issue', 'pattern', 'risk', 'item',
  'question', 'file', 'workstream', 'part', 'iteration', 'pr', 'approach', 'prerequisite', 'requirement', 'criterion', 'problem', 'wave', 'section',
  'ticket', 'story', 'week', 'day', 'component', 'module', 'feature', 'test', 'slice', 'increment', 'chunk', 'pass', 'layer', 'non-goal'
]
const knownWords = new Set(unitWords)
const asciiWord = /[A-Za-z][A-Za-z-]{0,20}/y
const wordOrdinal = new RegExp(`^(${unitWords.join('|')})[ \\t\\u00a0]*#?(\\d{1,6}(?:\\.\\d{1,6}){0,4})([a-z])?(?![\\p{L}\\p{N}])`, 'iu')
const wordLetter = new RegExp(`^(${unitWords.join('|')})[ \\t\\u00a0]+([a-z])(?=$|[ \\t]*[:.)\\-–—：|(\`])`, 'iu')
/** "Option B with a cache"; "Option I prefer" is none. */
const wordBare = /^([Oo]ption|[Aa]lternative|[Aa]pproach)[ \t]+([A-HJ-Z])(?=[ \t])/
const wordPlaceholder = new RegExp(`^(${unitWords.join('|')})[ \\t]+(\\[[A-Za-z#]{1,3}\\])(?=$|[ \\t]*[:.)\\-–—])`, 'iu')
/** What a number or letter without a word begins with. */
const countable = /^[\dA-Z]/
const decimal = /^(\d{1,6}(?:\.\d{1,6}){0,4})([a-z])?(?:[.):：、]|(?=[ \t]*[-–—][ \t]))(?=$|[^\p{L}\p{N}]|\p{Lo})/u
const dotted = /^(\d{1,6}(?:\.\d{1,6}){1,4})([a-z])?(?=[ \t])/u
const letter = /^([A-Z])[.):](?=[ \t]|$)/u
const code = /^([A-Z]{1,4}[-.]?)?(\d{1,6}(?:\.\d{1,6}){0,3})([a-z])?[ \t]*[:–—-](?=[ \t])/u
const separator = /^[ \t\u00a0]*[:.)–—：、-]*/

function toNumbers(text: string): number[] {
  return text.split('.').map(Number)
}

/**
 * Reads the numbering at the start of a title.
 *
 * @param title A title as plain text.
 * @param words Unit words of the profile, lower case, besides the usual ones.
 */
export function readOrdinal(title: string, words: readonly string[] = []): Ordinal | undefined {
  const text = title.trimStart()
  const lead = title.length - text.length
  const make = (length: number, raw: string, numbers: number[], word?: string, letterOf?: string): Ordinal => makeOrdinal(text, lead, length, raw, numbers, word, letterOf)
  const head = headOf(text)
  const counted = knownWords.has(head.toLowerCase())
  const named = (counted ? wordOrdinal.exec(text) : null) ?? ownWord(text, words)
  if (named) return make(named[0].length, named[2]! + (named[3] ?? ''), toNumbers(named[2]!), named[1], named[3])
  const lettered = counted ? wordLetter.exec(text) ?? wordBare.exec(text) : null
  if (lettered) return make(lettered[0].length, lettered[2]!, [], lettered[1], lettered[2]!.toUpperCase())
  const open = counted ? wordPlaceholder.exec(text) : null
  if (open) return make(open[0].length, open[2]!, [], open[1])
  // "FEAT-": four letters and a hyphen.
  if (head.length > 5 || !countable.test(text)) return undefined
  const bare = decimal.exec(text) ?? dotted.exec(text)
  if (bare) return make(bare[0].length, bare[1]! + (bare[2] ?? ''), toNumbers(bare[1]!), undefined, bare[2])
  const alpha = letter.exec(text)
  if (alpha) return make(alpha[0].length, alpha[1]!, [], undefined, alpha[1])
  const coded = code.exec(text)
  if (coded) return make(coded[0].length, (coded[1] ?? '') + coded[2]!, toNumbers(coded[2]!), coded[1]?.toLowerCase(), coded[3])
  return undefined
}

function makeOrdinal(text: string, lead: number, length: number, raw: string, numbers: number[], word?: string, letterOf?: string): Ordinal {
  const ordinal: Ordinal = { raw, numbers, start: lead, end: lead + length, rest: text.slice(length).replace(separator, '').trim() }
  if (word !== undefined) ordinal.word = word.toLowerCase()
  if (letterOf !== undefined) ordinal.letter = letterOf
  return ordinal
}

/** The word of ASCII letters that a title begins with; empty where it begins with none. */
function headOf(text: string): string {
  asciiWord.lastIndex = 0
  return asciiWord.test(text) ? text.slice(0, asciiWord.lastIndex) : ''
}

function ownWord(text: string, words: readonly string[]): RegExpExecArray | null {
  for (const word of words) {
    if (unitWords.includes(word) || !text.toLowerCase().startsWith(`${word} `)) continue
    const match = /^[ \t]+(\d{1,6}(?:\.\d{1,6}){0,4})([a-z])?(?![\p{L}\p{N}])/u.exec(text.slice(word.length))
    if (match) return Object.assign([text.slice(0, word.length + match[0].length), word, match[1], match[2]], { index: 0, input: text }) as unknown as RegExpExecArray
  }
  return null
}

/** Orders two ordinals of one sequence: 1 < 2 < 2a < 2b < 3, A < B, 1.2 < 1.10. */
export function compareOrdinals(a: Ordinal, b: Ordinal): number {
  for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
    const d = (a.numbers[i] ?? -1) - (b.numbers[i] ?? -1)
    if (d !== 0) return d
  }
  return (a.letter ?? '') < (b.letter ?? '') ? -1 : (a.letter ?? '') > (b.letter ?? '') ? 1 : 0
}
