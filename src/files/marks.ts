/** Finds the change mark beside a path: `<new>`, `(modify)`, `# DELETED: …`, a table cell `Rename to x`. Prefers silence to a guess. */
import { isClosed, kindOfWord, nearestWord, readPhrase, type MarkKind, type Phrase } from './change-words.ts'

export type { MarkKind } from './change-words.ts'

export type MarkForm = 'angle' | 'paren' | 'bracket' | 'comment' | 'prefix' | 'suffix' | 'emoji' | 'bare' | 'cell'

export interface Mark {
  kind: MarkKind | 'unknown'
  /** The mark as written: with its brackets, without a comment sign or dash before it. */
  raw: string
  /** Offsets in the given text, UTF-16 units, end exclusive. */
  start: number
  end: number
  /** Old path of a rename. */
  from?: string
  form: MarkForm
  /** Spelt exactly `<new>`, `<modified>`, `<deleted>` or `<renamed: old>`. */
  canonical: boolean
  /** Canonical spelling, where an angle mark has another one and what it means is clear or near. */
  suggestion?: string
}

/** Where the text stands: what counts as a mark differs. */
export type MarkPlace = 'tree' | 'heading' | 'list' | 'cell'

/** Marks stand near the path; what lies beyond is prose. */
const farthest = 2000

const lead = /^(?:#{1,3}|\/\/|←|<-{1,2}(?=\s)|--|[-–—:→*|]|=>|->)(?=[\s<([（])/
const htmlTags = new Set(
  'br b i u p a hr em strong code sub sup kbd div span details summary small img del ins'.split(' ')
)
const isTag = (inside: string): boolean => htmlTags.has(/^\/?(\w{1,10})\b/.exec(inside)?.[1]?.toLowerCase() ?? '')

/**
 * Finds the mark in the text beside a path: what follows it, or what precedes it.
 *
 * @param text - the text beside the path, or a whole cell
 * @param where - the kind of place
 */
export function readMark(text: string, where: MarkPlace): Mark | undefined {
  const limited = text.slice(0, farthest)
  const start = limited.length - limited.trimStart().length
  const body = limited.trim()
  if (body === '') return undefined
  return readBeside(body, start, where) ?? (where === 'cell' ? readCell(body, start) : readEnd(body, start))
}

/** A mark at the start of the text, perhaps after a comment sign or a dash. */
function readBeside(body: string, start: number, where: MarkPlace): Mark | undefined {
  if (where === 'tree' && /^(?:[+~-]|[MADR]|\[[+~-]\])$/.test(body)) return diffMark(body, start)
  const sign = lead.exec(body)
  if (!sign) return readEnclosed(body, start) ?? readEmoji(body, start) ?? readBare(body, start, where)
  const after = body.slice(sign[0].length)
  const at = start + sign[0].length + after.length - after.trimStart().length
  const inner = after.trimStart()
  const form = /^(?:#|\/\/|←|<-|--)/.test(sign[0]) ? 'comment' : 'suffix'
  return readEnclosed(inner, at) ?? readEmoji(inner, at) ?? closedPhrase(inner, at, form)
}

function diffMark(body: string, start: number): Mark {
  const sign = body.replace(/[[\]]/g, '')
  const kind =
    sign === '+' || sign === 'A'
      ? 'new'
      : sign === '-' || sign === 'D'
        ? 'deleted'
        : sign === 'R'
          ? 'renamed'
          : 'modified'
  return { kind, raw: body, start, end: start + body.length, form: 'prefix', canonical: false }
}

function readEnclosed(text: string, start: number): Mark | undefined {
  if (text.startsWith('<')) return readAngle(text, start)
  if (text.startsWith('(') || text.startsWith('（')) return readParen(text, start)
  return text.startsWith('[') ? readBracket(text, start) : undefined
}

function readAngle(text: string, start: number): Mark | undefined {
  const close = text.indexOf('>')
  if (close < 2 || close > 400 || isTag(text.slice(1))) return undefined
  const raw = text.slice(0, close + 1)
  const inside = raw.slice(1, -1)
  if (inside.includes('<')) return undefined
  const mark: Mark = { kind: 'unknown', raw, start, end: start + raw.length, form: 'angle', canonical: false }
  const phrase = readPhrase(inside.trim())
  if (phrase && isClosed(phrase)) {
    const { kind, from } = phrase
    const right = kind === 'existing' ? undefined : kind === 'renamed' ? `<renamed: ${from ?? 'old'}>` : `<${kind}>`
    mark.kind = kind
    mark.canonical = raw === right
    if (from) mark.from = from
    if (!mark.canonical && right) mark.suggestion = right
    return mark
  }
  const near = nearMark(inside.trim())
  const from = near === 'renamed' ? (/: *(\S+)/.exec(inside)?.[1] ?? 'old') : undefined
  if (near) mark.suggestion = from ? `<renamed: ${from}>` : `<${near}>`
  return mark
}

/** "<updated?>" and "<modifed>" are near a mark, "<todo>" and "<add tests>" are not. */
function nearMark(inside: string): MarkKind | undefined {
  const word = /^[\p{L}-]*/u.exec(inside)?.[0] ?? ''
  const kind = /^[^\p{L}]*$/u.test(inside.slice(word.length)) ? kindOfWord(word) : undefined
  return kind === 'existing' ? undefined : (kind ?? nearestWord(word))
}

function readParen(text: string, start: number): Mark | undefined {
  const closing = text.startsWith('(') ? ')' : '）'
  const close = text.indexOf(closing)
  if (close < 0 || close > 400) return undefined
  const inside = text.slice(1, close)
  const phrase = readPhrase(inside.trim())
  if (!phrase || !(isClosed(phrase) || isOrder(phrase))) return undefined
  return markOf(phrase, text.slice(0, close + 1), start, 'paren')
}

/** "(update imports)" right after a path is about that file; "(updated by cron)", "(add tests)", "(new section)" may be about anything. */
const isOrder = (phrase: Phrase): boolean =>
  /^(?:modify|edit|update|extend|refactor|rewrite|modified)$/i.test(phrase.word) &&
  !/^(?:by|when|if|on|after|every)\b/i.test(phrase.rest)

function readBracket(text: string, start: number): Mark | undefined {
  const close = text.indexOf(']')
  if (close < 0 || close > 60 || text[close + 1] === '(') return undefined
  const phrase = readPhrase(text.slice(1, close).trim())
  return phrase?.rest === '' ? markOf(phrase, text.slice(0, close + 1), start, 'bracket') : undefined
}

/** No picture comes before it in Unicode. */
const firstEmoji = 0x2700
const emoji: [RegExp, MarkKind][] = [
  [/^(?:🆕|✨|➕)/u, 'new'],
  [/^(?:✏️?|📝|🖊️?)/u, 'modified'],
  [/^(?:🗑️?|➖)/u, 'deleted']
]

function readEmoji(text: string, start: number): Mark | undefined {
  if (!(text.charCodeAt(0) >= firstEmoji)) return undefined
  for (const [sign, kind] of emoji) {
    const raw = sign.exec(text)?.[0]
    if (!raw) continue
    const word = readPhrase(text.slice(raw.length).trimStart())
    // the word counts more than the picture
    if (word && word.kind !== kind && isClosed(word)) return undefined
    return { kind, raw, start, end: start + raw.length, form: 'emoji', canonical: false }
  }
  return undefined
}

/** A phrase that ends where it should: "NEW", "Updated: parser", but not "new endpoints for billing". */
function closedPhrase(text: string, start: number, form: MarkForm): Mark | undefined {
  const phrase = readPhrase(text)
  if (!phrase || !isClosed(phrase)) return undefined
  return markOf(phrase, text.slice(0, phrase.length), start, form)
}

/** Without any sign: all of the text, or a label before the path ("Create: "). */
function readBare(text: string, start: number, where: MarkPlace): Mark | undefined {
  if (where === 'cell') return undefined
  const offset = text.length - text.replace(/^\*{1,2}/, '').trimStart().length
  const phrase = readPhrase(text.slice(offset))
  if (!phrase) return undefined
  const rest = phrase.rest.replaceAll('*', '').trim()
  if (rest !== '' && !/^[:：]/.test(rest)) return undefined
  const raw = text.slice(offset, offset + phrase.length)
  return markOf(phrase, raw, start + offset, rest === '' ? 'bare' : 'prefix')
}

/** At the end of a comment: `# transport (NEW)`, `# tests - UPDATED`, `# x [new]`. */
function readEnd(body: string, start: number): Mark | undefined {
  const opening = body.endsWith(')')
    ? body.lastIndexOf('(')
    : body.endsWith('）')
      ? body.lastIndexOf('（')
      : body.endsWith(']')
        ? body.lastIndexOf('[')
        : -1
  if (opening > 0 && body.length - opening < 80) {
    const phrase = readPhrase(body.slice(opening + 1, -1).trim())
    if (phrase?.rest === '')
      return markOf(phrase, body.slice(opening), start + opening, body.endsWith(']') ? 'bracket' : 'paren')
  }
  const word = /[-–—] ([A-Z]{3,12})$/.exec(body.slice(-20))?.[1]
  const kind = word && kindOfWord(word)
  return kind
    ? {
        kind,
        raw: word,
        start: start + body.length - word.length,
        end: start + body.length,
        form: 'suffix',
        canonical: false
      }
    : undefined
}

/** A cell of a table's action column: here an order may go on ("Create the parser"), since the column says what it is. */
function readCell(body: string, start: number): Mark | undefined {
  const text = body.replace(/^[*_~`]{1,3}/, '')
  const unchanged = /^no changes?\b/i.exec(text)?.[0]
  const offset = start + body.length - text.length
  if (unchanged)
    return {
      kind: 'existing',
      raw: unchanged,
      start: offset,
      end: offset + unchanged.length,
      form: 'cell',
      canonical: false
    }
  const phrase = readPhrase(text)
  if (!phrase) return undefined
  const rest = phrase.rest.replace(/^[*_~`]{1,3} ?/, '')
  const plain = isClosed({ ...phrase, rest })
  const order = /^(?:create|modify|delete|update|rewrite|refactor|edit|extend|rename|move|replace)$/i.test(phrase.word)
  if (!plain && !order) return undefined
  // "Create or modify", "Modify / Delete": undecided
  if (
    /^(?:or|and|&|\/|,|\+) ?/i.test(rest) &&
    kindOfWord(/^(?:or |and |& ?|\/ ?|, ?|\+ ?)([\p{L}-]*)/iu.exec(rest)?.[1] ?? '')
  )
    return undefined
  return markOf(phrase, text.slice(0, phrase.length), offset, 'cell')
}

function markOf(phrase: Phrase, raw: string, start: number, form: MarkForm): Mark {
  const mark: Mark = { kind: phrase.kind, raw, start, end: start + raw.length, form, canonical: false }
  if (phrase.from) mark.from = phrase.from
  return mark
}

/**
 * A mark with more that is known of it.
 *
 * Spelt out: each line of a tree has one, and V8 is slow to spread objects that have some properties only now and then.
 */
export function markWith<More extends object>(mark: Mark, more: More): Mark & More {
  const copy: Mark = {
    kind: mark.kind,
    raw: mark.raw,
    start: mark.start,
    end: mark.end,
    form: mark.form,
    canonical: mark.canonical
  }
  if (mark.from !== undefined) copy.from = mark.from
  if (mark.suggestion !== undefined) copy.suggestion = mark.suggestion
  return Object.assign(copy, more)
}

/** Kinds that can both be true of one file: a file that exists is modified or renamed, a renamed one modified as well. */
const compatible = new Set(['existing modified', 'existing renamed', 'modified renamed'])

/**
 * Do two marks contradict? An absent or unknown one never does.
 */
export function marksConflict(a: MarkKind | 'unknown' | undefined, b: MarkKind | 'unknown' | undefined): boolean {
  if (!a || !b || a === 'unknown' || b === 'unknown' || a === b) return false
  return !compatible.has([a, b].sort().join(' '))
}
