/** Reads phrases of the vocabulary of change at the start of a text: "NEW", "new file", "no change needed", "renamed from x". */
import { distance } from '../util/distance.ts'
import {
  changePhrases,
  changeWords,
  fileNouns,
  idleTails,
  isLeftAlone,
  reservations,
  type ChangeWord,
  type MarkKind
} from './change-vocabulary.ts'

export type { MarkKind } from './change-vocabulary.ts'

export interface Phrase {
  kind: MarkKind
  /** Length of the phrase in the text. */
  length: number
  /** All of it. */
  said: string
  /** Its first word. */
  word: string
  /** What follows the phrase, trimmed. */
  rest: string
  /** Gives an order that is about the file, whatever follows. */
  isOrder: boolean
  /** It may stand before a path with nothing between. */
  mayLead: boolean
  /** It says what the file is, not what somebody does. */
  isState: boolean
  from?: string
}

/** The mark that one word means. */
export function kindOfWord(word: string): MarkKind | undefined {
  return changeWords.get(word.toLowerCase())?.kind
}

/**
 * Reads a change phrase at the start of the text: "NEW", "new file", "ADD to existing", "existing/unchanged", "no change needed", "renamed from x".
 * Says nothing of what follows it: see `rest`.
 */
export function readPhrase(text: string): Phrase | undefined {
  const word = wordAt(text)
  if (!word) return undefined
  const several = severalWords(text, word)
  if (several) return several
  const entry = changeWords.get(word.toLowerCase())
  if (!entry) return undefined
  return entry.kind === 'renamed' ? renamed(text, entry, word) : plain(text, entry, word)
}

function plain(text: string, entry: ChangeWord, word: string): Phrase | undefined {
  const next = text[word.length]
  if (next !== ' ' && next !== '/' && next !== '|' && next !== ',' && next !== ';' && next !== ':')
    return phraseOf(text, entry, word)
  const twin = twinOf(text, entry, word.length)
  if (!twin) return undefined
  if (twin.entry !== entry) return phraseOf(text, twin.entry, word, twin.length)
  const named = withNoun(text, twin.length)
  const isIdle = isLeftAlone(entry.kind)
  const length = isIdle ? named + tailOf(text, named) : named
  const more = isIdle ? moreOf(text, length) : undefined
  return more ? phraseOf(text, more, word, length + more.length) : phraseOf(text, entry, word, length)
}

function renamed(text: string, entry: ChangeWord, word: string): Phrase | undefined {
  const twin = /^[ /|]/.test(text.slice(word.length))
    ? twinOf(text, entry, word.length)
    : { entry, length: word.length }
  return twin && renaming(text, withNoun(text, twin.length), word, entry)
}

/** "existing/unchanged" is said twice, and counts by the word that says more; "new/modified" says two things, and so none. */
function twinOf(text: string, entry: ChangeWord, start: number): { entry: ChangeWord; length: number } | undefined {
  const joint = /^ ?[/|] ?/.exec(text.slice(start, start + 4))?.[0]
  if (joint === undefined || !/^\p{L}/u.test(text.slice(start + joint.length, start + joint.length + 2)))
    return { entry, length: start }
  const other = text.slice(start + joint.length, start + joint.length + 60)
  const word = wordAt(other) ?? ''
  const several = severalWords(other, word)
  const kind = several?.kind ?? kindOfWord(word)
  if (kind === undefined || (kind !== entry.kind && !(isLeftAlone(kind) && isLeftAlone(entry.kind)))) return undefined
  const said = kind === 'unchanged' ? { ...entry, kind } : entry
  return { entry: said, length: start + joint.length + (several?.length ?? word.length) }
}

/** "existing, edit": a file that is there, and what is done to it. */
function moreOf(text: string, start: number): (ChangeWord & { length: number }) | undefined {
  const joint = /^(?: ?[,;+&:]| [-–—→]| and| but) /.exec(text.slice(start, start + 6))?.[0]
  if (joint === undefined) return undefined
  const more = text.slice(start + joint.length)
  const word = wordAt(more) ?? ''
  const several = severalWords(more, word)
  const entry = several ?? changeWords.get(word.toLowerCase())
  if (!entry || entry.kind === 'existing' || entry.kind === 'new') return undefined
  const length = several?.length ?? word.length
  return entry.isOrder || closes(more.slice(length).trimStart())
    ? { ...entry, word, length: joint.length + length }
    : undefined
}

/** "as is", "no change needed", "to be deleted": the longest phrase that the text starts with. */
function severalWords(text: string, first: string): Phrase | undefined {
  const apostrophe = /^['’]\p{L}/u.test(text.slice(first.length, first.length + 2)) ? 2 : 0
  const head = text
    .slice(0, first.length + apostrophe)
    .toLowerCase()
    .replace("'", '’')
    .split('-', 1)[0]!
  for (const { words, kind } of changePhrases.get(head) ?? []) {
    const length = lengthOf(words, text)
    if (length === 0) continue
    const end = length + (isLeftAlone(kind) ? tailOf(text, length) : 0)
    const word = { word: words[0]!, kind, mayLead: true, isOrder: kind === 'modified', isState: true }
    return phraseOf(text, word, text.slice(0, first.length), withNoun(text, end))
  }
  return undefined
}

/** With what a file is called: "new file", "no change to the module". */
function withNoun(text: string, end: number): number {
  const noun = /^ (\p{L}{1,12})/u.exec(text.slice(end, end + 14))
  return noun && fileNouns.has(noun[1]!.toLowerCase()) ? end + noun[0].length : end
}

/** How long the words are in the text, with a space or a hyphen between; 0 where it does not start with them. */
function lengthOf(words: readonly string[], text: string): number {
  let at = 0
  for (const [index, word] of words.entries()) {
    if (index > 0) {
      if (!/[ \u00A0-]/.test(text[at] ?? '')) return 0
      at++
    }
    if (
      text
        .slice(at, at + word.length)
        .toLowerCase()
        .replaceAll("'", '’') !== word
    )
      return 0
    at += word.length
  }
  return /^[\p{L}\p{N}_]|^-[\p{L}\p{N}]/u.test(text.slice(at, at + 3)) ? 0 : at
}

/** "no change needed for now": what only says again that nothing is to be done. */
function tailOf(text: string, start: number): number {
  let at = start
  for (let times = 0; times < 3; times++) {
    const tail = idleTails.exec(text.slice(at, at + 40))?.[0]
    if (tail === undefined) break
    at += tail.length
  }
  return at - start
}

/** The word that a text starts with. Classes of Unicode are dear to compile: most texts need none. */
function wordAt(text: string): string | undefined {
  const plainWord = /^[A-Za-z][A-Za-z-]{0,30}/.exec(text)?.[0] ?? ''
  if (plainWord.length > 30 || !(text.charCodeAt(plainWord.length) >= 128)) return plainWord || undefined
  return /^[\p{L}\p{M}][\p{L}\p{M}-]{0,30}/u.exec(text)?.[0]
}

function phraseOf(text: string, entry: ChangeWord, word: string, length = word.length, from?: string): Phrase {
  const phrase: Phrase = {
    kind: entry.kind === 'unchanged' && isReserved(text, word.length, length) ? 'existing' : entry.kind,
    length,
    said: text.slice(0, length),
    word,
    rest: text.slice(length).trimStart(),
    isOrder: entry.isOrder,
    mayLead: entry.mayLead,
    isState: entry.isState
  }
  if (from) phrase.from = from
  return phrase
}

/** Is a change left possible, in the tail of the phrase or right behind it? */
function isReserved(text: string, from: number, to: number): boolean {
  const tail = text.slice(from, to)
  return (
    reservations.test(text.slice(to, to + 40)) ||
    / (?:for now|yet|here|in this (?:phase|step|change|task)|until [\p{L}\p{N} ]{1,20})$/iu.test(tail)
  )
}

/** "renamed: old.py", "renamed from `old.py`", "moved from x". "Rename to x" names the new path, and is a mark without `from`. */
function renaming(text: string, start: number, word: string, entry: ChangeWord): Phrase {
  const found =
    /^(?:: {0,4}(?:from |was )?| (?:from|of)[: ] {0,4}| to ) {0,4}[`"']?([^\s`"'<>()[\],;]{1,300})[`"']?/i.exec(
      text.slice(start, start + 320)
    )
  if (!found) return phraseOf(text, entry, word, start)
  const target = /^ to /i.test(found[0])
  return phraseOf(text, entry, word, start + found[0].length, target ? undefined : found[1])
}

/** Does a phrase end where it must: at the end, or at punctuation that leads to an explanation? */
export function isClosed(phrase: Phrase): boolean {
  if (/ file$/i.test(phrase.said) && /^(?:that|which|for|with|to|in) /i.test(phrase.rest)) return true
  return closes(phrase.rest)
}

const closes = (rest: string): boolean => /^(?:$|[:;,.(（)\]–—·|!]|-{1,2} |\+ )/.test(rest)

/** The canonical word nearest to a misspelt one, within two edits. */
export function nearestWord(word: string): 'new' | 'modified' | 'deleted' | 'renamed' | undefined {
  const lower = word.toLowerCase()
  if (lower.length < 3 || lower.length > 12) return undefined
  const ranked = (['new', 'modified', 'deleted', 'renamed'] as const)
    .map(candidate => ({ candidate, cost: distance(lower, candidate, 3) }))
    .sort((a, b) => a.cost - b.cost)
  const [best] = ranked
  return best && best.cost <= (best.candidate === 'new' ? 1 : 2) ? best.candidate : undefined
}
