import { once } from '../util/once.ts'

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

/** Words that people count with. Profiles' own unit words need not stand here. */
const unitWords = [
  'step',
  'phase',
  'commit',
  'task',
  'milestone',
  'stage',
  'sprint',
  'batch',
  'option',
  'alternative',
  'decision',
  'issue',
  'pattern',
  'risk',
  'item',
  'question',
  'file',
  'workstream',
  'part',
  'iteration',
  'pr',
  'approach',
  'prerequisite',
  'requirement',
  'criterion',
  'problem',
  'wave',
  'section',
  'ticket',
  'story',
  'week',
  'day',
  'component',
  'module',
  'feature',
  'test',
  'slice',
  'increment',
  'chunk',
  'pass',
  'layer',
  'non-goal',
  // "Step" as other languages have it.
  'schritt',
  'etape',
  'paso',
  'passo',
  'stap',
  'steg',
  'krok',
  'trin',
  'adim'
]
const knownWords = new Set(unitWords)
const asciiWord = /[A-Za-z][A-Za-z-]{0,20}/y
/** What follows a word that counts: a digit, a single letter, a placeholder. Few words are followed by one. */
const mayCount =
  /[ \t\u00a0]*#?\d|-\d|[ \t\u00a0]+\(\d|[ \t\u00a0]+[Nn][or]\.?[ \t]?\d|[ \t\u00a0]+(?:[A-Za-z\u017f\u212a](?![A-Za-z])|\[|[A-Z]{1,4}-?\d|[IVXL]{2}|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)\b)/y
const number =
  /(?:[ \t\u00a0]*#?|[ \t\u00a0]+[Nn][or]\.?[ \t]?|-)(\d{1,6}(?:\.\d{1,6}){0,4})([A-Za-z])?(?![\p{L}\p{N}])/uy
/** "Step (1)". */
const bracketed = /[ \t\u00a0]+\((\d{1,6})\)/y
const spelled =
  /[ \t\u00a0]+(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=$|[ \t]*[:.)\-–—：|(`])/iy
const spelledNumbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
/** "Step" in languages of other letters, with a number. */
const elsewhere =
  /^(?:(étape|шаг|этап|фаза|adım|βήμα|步骤|步驟|ステップ|단계)[ \t\u00a0]{0,2}(\d{1,6})|(第)(\d{1,3})[步章节阶]段?)(?![\p{L}\p{N}])/iu
/** "Task T001", "Step S-2". */
const prefixed = /[ \t\u00a0]+([A-Z]{1,4}-?(\d{1,6}))(?=$|[ \t]*[:)\-–—：|(`])/y
/** What makes a range of the number before it: "2-3", "2 to 4", "2 and 3"; nothing but the title's end or a separator may follow. */
const rangeEnd =
  /[ \t\u00a0]?(?:\.{2,3}|[-–—+&,]|to|and|through)[ \t\u00a0]?(\d{1,6})(?=[ \t\u00a0]*(?:[:.)：—–(|]|-[ \t]|$))/y
/** Of one step it says how many there are: "Step 2/5". */
const slashed = /[ \t\u00a0]?\/[ \t\u00a0]?(\d{1,6})(?=[ \t\u00a0]*(?:[:.)：—–(|]|-[ \t]|$))/y
const romanBehind = /[ \t\u00a0]+([IVXL]{2,7})(?=$|[ \t]*[:.)\-–—：|(`])/y
const romanLead = /^([IVXL]{2,7})[.):](?=[ \t]|$)/
const keycap = /^(\d)\ufe0f?\u20e3/
const circled = /^[\u2460-\u2473]/
const letterBehind = /[ \t\u00a0]+([a-z])(?=$|[ \t]*(?:[:.)–—：|(`]|-(?!\d)))/iuy
/** "Option B with a cache"; "Option I prefer" is none. */
const bareLetter = /[ \t]+([A-HJ-Z])(?=[ \t])/y
const mayStandBare = /^(?:[Oo]ption|[Aa]lternative|[Aa]pproach)$/
/** What may follow a profile's own word. */
const ownNumber = /[ \t]+(\d{1,6}(?:\.\d{1,6}){0,4})([a-z])?(?![\p{L}\p{N}])/uy
/** Chinese and Japanese set no space before it: "要件1". */
const closeNumber = /[ \t]*(\d{1,6}(?:\.\d{1,6}){0,4})([a-z])?(?![\p{L}\p{N}])/uy
const placeholder = /[ \t]+(\[[A-Za-z#]{1,3}\])(?=$|[ \t]*[:.)\-–—])/iuy
/** What a number or letter without a word begins with. */
const countable = /^[\dA-Z]/
const decimal = /^(\d{1,6}(?:\.\d{1,6}){0,4})([a-z])?(?:[.):：、]|(?=[ \t]*[-–—][ \t]))(?=$|[^\p{L}\p{N}]|\p{Lo})/u
const dotted = /^(\d{1,6}(?:\.\d{1,6}){1,4})([a-z])?(?=[ \t])/u
const letter = /^([A-Z])[.):](?=[ \t]|$)/u
const code = /^([A-Z]{1,4}[-.]?)?(\d{1,6}(?:\.\d{1,6}){0,3})([a-z])?[ \t]*[:–—-](?=[ \t])/u
const separator = /^[ \t\u00a0]*[:.)–—：、-]*/

function toNumbers(text: string): number[] {
  return text.includes('.') ? text.split('.').map(Number) : [Number(text)]
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
  const make = (length: number, raw: string, numbers: number[], word?: string, letterOf?: string): Ordinal =>
    makeOrdinal(text, lead, length, raw, numbers, word, letterOf)
  const head = headOf(text)
  const behind = (pattern: RegExp): RegExpExecArray | null => execAt(pattern, text, head.length)
  const isCounted = behind(mayCount) !== null && knownWords.has(head.toLowerCase())
  const named = isCounted ? (behind(number) ?? behind(bracketed)) : null
  if (named)
    return ranged(
      text,
      lead,
      make(head.length + named[0].length, named[1]! + (named[2] ?? ''), toNumbers(named[1]!), head, named[2])
    )
  // "Steps 2-3"; "Steps 2" is a number of steps.
  const plural = head.endsWith('s') && knownWords.has(head.slice(0, -1).toLowerCase()) ? behind(number) : null
  const several =
    plural &&
    ranged(
      text,
      lead,
      make(head.length + plural[0].length, plural[1]!, toNumbers(plural[1]!), head.slice(0, -1)),
      slashed
    )
  if (several?.until) return several
  const own = ownWord(text, ownWordsOf(words))
  if (own) return make(own.length, own.number + (own.letter ?? ''), toNumbers(own.number), own.word, own.letter)
  const word = isCounted ? behind(spelled) : null
  if (word) {
    const value = spelledNumbers.indexOf(word[1]!.toLowerCase()) + 1
    return { ...make(head.length + word[0].length, word[1]!, [value], head), spelled: true }
  }
  const lettered = isCounted ? (behind(letterBehind) ?? (mayStandBare.test(head) ? behind(bareLetter) : null)) : null
  if (lettered) return make(head.length + lettered[0].length, lettered[1]!, [], head, lettered[1]!.toUpperCase())
  const coded = isCounted ? (behind(prefixed) ?? undefined) : undefined
  if (coded) return make(head.length + coded[0].length, coded[1]!, [Number(coded[2])], head)
  const roman = isCounted ? behind(romanBehind) : null
  const worth = roman && romanValue(roman[1]!)
  if (worth) return { ...make(head.length + roman[0].length, roman[1]!, [worth], head), roman: true }
  const open = isCounted ? behind(placeholder) : null
  if (open) return make(head.length + open[0].length, open[1]!, [], head)
  const foreign = head === '' && text.charCodeAt(0) > 127 ? elsewhere.exec(text) : null
  const count = foreign && Number(foreign[2] ?? foreign[4])
  if (count) return make(foreign[0].length, String(count), [count], (foreign[1] ?? foreign[3])!)
  const circle = circled.exec(text)
  if (circle) return make(1, circle[0], [circle[0].charCodeAt(0) - 0x245f])
  // "FEAT-": four letters and a hyphen.
  if (head.length > 5 || !countable.test(text)) return undefined
  const bare = head === '' ? (decimal.exec(text) ?? dotted.exec(text)) : null
  if (bare) return make(bare[0].length, bare[1]! + (bare[2] ?? ''), toNumbers(bare[1]!), undefined, bare[2])
  const alpha = head.length === 1 ? letter.exec(text) : null
  if (alpha) return make(alpha[0].length, alpha[1]!, [], undefined, alpha[1])
  const numeral = romanLead.exec(text)
  const value = numeral && romanValue(numeral[1]!)
  if (value) return { ...make(numeral[0].length, numeral[1]!, [value]), roman: true }
  const key = keycap.exec(text)
  if (key) return make(key[0].length, key[0], [Number(key[1])])
  const id = code.exec(text)
  if (id) return make(id[0].length, (id[1] ?? '') + id[2]!, toNumbers(id[2]!), id[1]?.toLowerCase(), id[3])
  return undefined
}

/** A range where one follows the number: "Step 2-3: Sort". */
function ranged(text: string, lead: number, ordinal: Ordinal, other?: RegExp): Ordinal {
  const at = ordinal.end - lead
  const isWhole = ordinal.numbers.length === 1 && ordinal.letter === undefined
  const more = isWhole ? (execAt(rangeEnd, text, at) ?? (other ? execAt(other, text, at) : null)) : null
  const until = Number(more?.[1])
  return more && until > ordinal.numbers[0]!
    ? {
        ...ordinal,
        raw: ordinal.raw + more[0],
        until,
        end: ordinal.end + more[0].length,
        rest: restOf(text, ordinal.end - lead + more[0].length)
      }
    : ordinal
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }

/** What a Roman numeral is worth; undefined where it is none that anybody would write ("IIII", "VX"). */
function romanValue(text: string): number | undefined {
  if (!/^(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return undefined
  let value = 0
  for (let i = 0; i < text.length; i++) {
    const own = romanDigits[text[i]!]!
    value += own < (romanDigits[text[i + 1]!] ?? 0) ? -own : own
  }
  return value
}

function makeOrdinal(
  text: string,
  lead: number,
  length: number,
  raw: string,
  numbers: number[],
  word?: string,
  letterOf?: string
): Ordinal {
  const ordinal: Ordinal = {
    raw,
    numbers,
    start: lead,
    end: lead + length,
    rest: restOf(text, length)
  }
  if (word !== undefined) ordinal.word = word.toLowerCase()
  if (letterOf !== undefined) ordinal.letter = letterOf
  return ordinal
}

function restOf(text: string, from: number): string {
  return text.slice(from).replace(separator, '').trim()
}

/** The word of ASCII letters that a title begins with; empty where it begins with none. */
function headOf(text: string): string {
  asciiWord.lastIndex = 0
  const word = asciiWord.test(text) ? text.slice(0, asciiWord.lastIndex) : ''
  // "Step-1"; of "T-1" the hyphen is a part.
  return word.length > 3 &&
    word.endsWith('-') &&
    /\d/.test(text[word.length] ?? '') &&
    knownWords.has(word.slice(0, -1).toLowerCase())
    ? word.slice(0, -1)
    : word
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** A profile's words but for the usual ones. */
const ownWordsOf = once((words: readonly string[]): readonly string[] => words.filter(word => !knownWords.has(word)))

function ownWord(
  text: string,
  words: readonly string[]
): { word: string; number: string; letter: string | undefined; length: number } | undefined {
  if (words.length === 0) return undefined
  const low = text.toLowerCase()
  for (const word of words) {
    const match = low.startsWith(word) ? execAt(word > '~' ? closeNumber : ownNumber, text, word.length) : null
    if (match) return { word, number: match[1]!, letter: match[2], length: word.length + match[0].length }
  }
  return undefined
}

/** Orders two ordinals of one sequence: 1 < 2 < 2a < 2b < 3, A < B, 1.2 < 1.10. */
export function compareOrdinals(a: Ordinal, b: Ordinal): number {
  for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
    const d = (a.numbers[i] ?? -1) - (b.numbers[i] ?? -1)
    if (d !== 0) return d
  }
  return (a.letter ?? '') < (b.letter ?? '') ? -1 : (a.letter ?? '') > (b.letter ?? '') ? 1 : 0
}

/** Digits and nothing else: "2", not "2a", "1.2" or "B2". */
export function isPlainOrdinal({ raw }: Ordinal): boolean {
  return /^\d+$/.test(raw)
}
