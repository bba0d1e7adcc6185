/** Finds the change mark beside a path: `<new>`, `(modify)`, `# DELETED: …`, a table cell `Rename to x`. Prefers silence to a guess. */
import { pictures, brackets, isLeftAlone, type MarkForm, type Bracket } from './change-vocabulary.ts'
import { readSign, readEnclosed, readAngle, type MarkPlace } from './enclosed-mark.ts'
import { markOf, type Mark } from './mark.ts'
import { readPhrase, isClosed, kindOfWord } from './change-words.ts'
import { remember } from '../util/remember.ts'

export type { MarkForm, MarkKind } from './change-vocabulary.ts'

/** Marks stand near the path; what lies beyond is prose. */
const farthest = 2000

const lead = /^(?:#{1,3}|\/\/|←|⟵|⬅\uFE0F?|◀|<-{1,2}(?=\s)|--|[-–—:→*|=]|=>|->)(?=[\s<([{（【])/

const comments = /^(?:#|\/\/|[←⟵⬅◀]|<-|--)/

/**
 * Finds the mark in the text beside a path: what follows it, or what precedes it.
 *
 * @param text - the text beside the path, or a whole cell
 * @param where - the kind of place
 */
export function readMark(text: string, where: MarkPlace): Mark | undefined {
  return readers[where](text)
}

const longestRemembered = 200
const readerOf = (where: MarkPlace): ((text: string) => Mark | undefined) =>
  remember(text => readIn(text, where), 1000, longestRemembered)
const readers: Readonly<Record<MarkPlace, (text: string) => Mark | undefined>> = {
  tree: readerOf('tree'),
  heading: readerOf('heading'),
  list: readerOf('list'),
  cell: readerOf('cell')
}

function readIn(text: string, where: MarkPlace): Mark | undefined {
  const limited = text.slice(0, farthest)
  const start = limited.length - limited.trimStart().length
  const body = limited.trim()
  if (body === '') return undefined
  return readBeside(body, start, where) ?? (where === 'cell' ? readCell(body, start) : readEnd(body, start, where))
}

/** A mark at the start of the text, perhaps after a comment sign or a dash. */
function readBeside(body: string, start: number, where: MarkPlace): Mark | undefined {
  const sign = where === 'tree' ? readSign(body, start) : undefined
  if (sign) return sign
  const before = lead.exec(body)?.[0]
  if (before === undefined)
    return readEnclosed(body, start, where) ?? readPicture(body, start) ?? readBare(body, start, where)
  const after = body.slice(before.length)
  const at = start + before.length + after.length - after.trimStart().length
  const inner = after.trimStart()
  const form = comments.test(before) ? 'comment' : 'suffix'
  return (
    readEnclosed(inner, at, where) ??
    readPicture(inner, at) ??
    closedPhrase(inner, at, form) ??
    undecorated(inner, at, text => closedPhrase(text, 0, form))
  )
}

/** No picture comes before it in Unicode. */
const firstPicture = 0x2700

function readPicture(text: string, start: number): Mark | undefined {
  if (!(text.charCodeAt(0) >= firstPicture)) return undefined
  const picture = pictures.find(({ sign }) => text.startsWith(sign))
  if (!picture) return undefined
  const { sign, kind } = picture
  const raw = text[sign.length] === '\uFE0F' ? `${sign}\uFE0F` : sign
  const word = readPhrase(text.slice(raw.length).trimStart())
  // the word counts more than the picture
  if (word && word.kind !== kind && isClosed(word)) return undefined
  return { kind, raw, start, end: start + raw.length, form: 'emoji', canonical: false }
}

/** A phrase that ends where it should: "NEW", "Updated: parser", but not "new endpoints for billing". */
function closedPhrase(text: string, start: number, form: MarkForm): Mark | undefined {
  const phrase = readPhrase(text)
  if (!phrase || !isClosed(phrase)) return undefined
  return markOf(phrase, text.slice(0, phrase.length), start, form)
}

/** Without any sign: all of the text, or a label before the path ("Create: "). */
function readBare(text: string, start: number, where: MarkPlace): Mark | undefined {
  return where === 'cell' ? undefined : undecorated(text, start, bareMark)
}

function bareMark(text: string): Mark | undefined {
  const phrase = readPhrase(text)
  if (!phrase) return undefined
  const rest = phrase.rest.replace(/[*_`"]/g, '').trim()
  if (rest !== '' && !/^[:：]/.test(rest) && !(phrase.isState && /^(?:[,;.(（–—]|- )/.test(rest))) return undefined
  return markOf(phrase, text.slice(0, phrase.length), 0, /^[:：]/.test(rest) ? 'prefix' : 'bare')
}

/** What a reader finds within emphasis, ticks or quotation marks. */
function undecorated(text: string, start: number, read: (text: string) => Mark | undefined): Mark | undefined {
  const inner = text.replace(/^(?:\*{1,2}|_{1,2}|`|"|~~)/, '').trimStart()
  const offset = start + text.length - inner.length
  const mark = read(inner)
  return mark && { ...mark, start: mark.start + offset, end: mark.end + offset }
}

/** At the end of a comment: `# transport (NEW)`, `# tests - UPDATED`, `# x [new]`, `# x <modified>`, `# types only, no change needed`. */
function readEnd(body: string, start: number, where: MarkPlace): Mark | undefined {
  const bracket = brackets.find(({ close, form }) => form !== 'comment' && body.endsWith(close))
  return bracket ? enclosedEnd(body, start, bracket, where) : wordsAtEnd(body, start)
}

const longestEnd = 80

function enclosedEnd(body: string, start: number, { open, form }: Bracket, where: MarkPlace): Mark | undefined {
  const opening = body.lastIndexOf(open)
  if (opening <= 0 || body.length - opening >= longestEnd) return undefined
  const raw = body.slice(opening)
  if (form === 'angle') {
    const mark = /\s/.test(body[opening - 1]!) ? readAngle(raw, start + opening, where) : undefined
    return mark && (mark.kind !== 'unknown' || mark.suggestion !== undefined) ? mark : undefined
  }
  const phrase = readPhrase(raw.slice(open.length, -1).trim())
  return phrase?.rest === '' ? markOf(phrase, raw, start + opening, form) : undefined
}

/** "- NEW", "– modified": a state; behind a comma or a full stop only what says in several words that nothing changes. */
function wordsAtEnd(body: string, start: number): Mark | undefined {
  const from = Math.max(0, body.length - longestEnd)
  const tail = body.slice(from)
  for (const joint of tail.matchAll(/ ?[-–—] (?=\p{L})|[,;.] (?=\p{L})/gu)) {
    const at = joint.index + joint[0].length
    const phrase = readPhrase(tail.slice(at))
    if (!phrase || !/^[.!]?$/.test(phrase.rest)) continue
    const isShouted =
      phrase.said.length > 2 && phrase.said === phrase.said.toUpperCase() && /^[A-Z]+$/.test(phrase.said)
    const isIdle = isLeftAlone(phrase.kind) && /[ -]/.test(phrase.said)
    if (/[-–—] $/.test(joint[0]) ? isShouted || phrase.isState || isIdle : isIdle)
      return markOf(phrase, phrase.said, start + from + at, 'suffix')
  }
  return undefined
}

/** A cell of a table's action column: here an order may go on ("Create the parser"), since the column says what it is. */
function readCell(body: string, start: number): Mark | undefined {
  const text = body.replace(/^[*_~`]{1,3}/, '')
  const offset = start + body.length - text.length
  const phrase = readPhrase(text)
  if (!phrase) return undefined
  const rest = phrase.rest.replace(/^[*_~`]{1,3} ?/, '')
  const idle = isLeftAlone(phrase.kind) && phrase.said.includes(' ') && /^[*_~`]/.test(phrase.rest)
  if (!isClosed({ ...phrase, rest }) && !phrase.isOrder && !idle) return undefined
  // "Create or modify", "Modify / Delete": undecided
  const other = /^(?:or |and |& ?|\/ ?|, ?|\+ ?)([\p{L}-]*)/iu.exec(rest)?.[1]
  if (other !== undefined && kindOfWord(other)) return undefined
  return markOf(phrase, text.slice(0, phrase.length), offset, 'cell')
}
