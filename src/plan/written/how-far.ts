/** How far something is by a word behind its name or in its place: "Phase 1: Read — DONE", "| Phase 1 | not started |". */
import { remember } from '../../util/remember.ts'

export type HowFar = 'done' | 'open'

interface SaidBehind {
  far: HowFar
  /** The word as written; empty where a mark says it alone. */
  word: string
  /** What stands before it. */
  name: string
}

const done = 'completed?|done|finished'
const open =
  'not (?:yet )?(?:started|begun|done)|unstarted|in[ -]progress|pending|to-?do|planned|queued|wip|ongoing|under ?way'
/** A day behind the word. */
const day = '(?:[ ,(]{1,3}\\d{4}-\\d{2}-\\d{2})?'
/** Nothing else is said. */
const foot = '[^\\p{L}\\p{N}]{0,6}$'
/** In words, behind a mark, a dash, a colon or in brackets: "✅ COMPLETE", "(done)". */
const worded = new RegExp(
  `(?:[✅✔☑⏳🚧⬜🔲]\\uFE0F?|[([–—:|]|\\s-{1,2}|\\w- )\\s{0,2}[*_]{0,2}(?:(${done})|(${open}))${day}${foot}`,
  'iu'
)
const marked = /(?:([✅✔☑])|[⏳🚧⬜🔲])\uFE0F?[^\p{L}\p{N}]{0,3}$/u
const whole = new RegExp(
  `^[^\\p{L}\\p{N}]{0,6}(?:(${done})|(?:${open}))${day}[\\s)*_.!]{0,4}(?:\\([^()]{0,120}\\))?${foot}`,
  'iu'
)

/** What the end of a title, or of an item, says of how far that is. */
export const howFarBehind: (text: string) => SaidBehind | undefined = remember(readBehind, 2000, 200)

function readBehind(text: string): SaidBehind | undefined {
  const title = text.trimEnd()
  const word = worded.exec(title)
  if (word) return { far: word[1] ? 'done' : 'open', word: (word[1] ?? word[2])!, name: title.slice(0, word.index) }
  const mark = marked.exec(title)
  return mark ? { far: mark[1] ? 'done' : 'open', word: '', name: title.slice(0, mark.index) } : undefined
}

/** What a cell or a value says of how far its subject is, if it says nothing else: "**DONE** 2026-05-17", "⏳". */
export const howFarIn: (text: string) => HowFar | undefined = remember(readWhole)

function readWhole(text: string): HowFar | undefined {
  const value = text.trim()
  const word = whole.exec(value)
  if (word) return word[1] ? 'done' : 'open'
  const mark = /^[^\p{L}\p{N}]{1,8}$/u.test(value) ? marked.exec(value) : null
  return mark ? (mark[1] ? 'done' : 'open') : undefined
}

/** Words for how far a unit is, as lists say it: no name. */
export const progressWords = new RegExp(
  `\\b(?:${done}|${open}|implemented|tested|started|ready|reviewed|merged|blocked|deployed|passing)\\b`,
  'gi'
)
