/** Marks in brackets, `<new>`, `(modify)`, and the signs of version control. */
import { markOf, type Mark } from './mark.ts'
import { signs, brackets, isLeftAlone, type MarkKind } from './change-vocabulary.ts'
import { readPhrase, isClosed, kindOfWord, nearestWord, type Phrase } from './change-words.ts'

/** Where the text stands: what counts as a mark differs. */
export type MarkPlace = 'tree' | 'heading' | 'list' | 'cell'

const htmlTags = new Set(
  'br b i u p a hr em strong code sub sup kbd div span details summary small img del ins'.split(' ')
)

const isTag = (inside: string, where: MarkPlace): boolean => {
  const name = /^\/?(\w{1,10})(?:>|\s*\/?>|\s+[\w-]{1,30}=)/.exec(inside)?.[1]?.toLowerCase() ?? ''
  // no tree strikes anything out
  return htmlTags.has(name) && !(where === 'tree' && name === 'del')
}

/** "M", "[+]": what version control writes beside a path. */
export function readSign(body: string, start: number): Mark | undefined {
  if (body.length > 3) return undefined
  const kind = signs.get(body) ?? (/^[[({][+~MADR-][\])}]$/.test(body) ? signs.get(body[1]!) : undefined)
  return kind && { kind, raw: body, start, end: start + body.length, form: 'prefix', canonical: false }
}

export function readEnclosed(text: string, start: number, where: MarkPlace): Mark | undefined {
  const bracket = brackets.find(({ open }) => text.startsWith(open))
  if (!bracket) return undefined
  if (bracket.form === 'angle') return readAngle(text, start, where)
  const { open, close, most, form } = bracket
  const end = text.indexOf(close, open.length)
  if (end < 0 || end + close.length > most || (form === 'bracket' && text[end + 1] === '(')) return undefined
  const raw = text.slice(0, end + close.length)
  const sign = where === 'tree' && /^(?:\s|$)/.test(text.slice(raw.length)) ? readSign(raw, start) : undefined
  if (sign) return sign
  const phrase = readPhrase(text.slice(open.length, end).trim())
  if (!phrase) return undefined
  // "[New file, what it does]" is what a template asks for.
  const isWhole = form === 'bracket' && !isLeftAlone(phrase.kind)
  const isMark = isWhole ? phrase.rest === '' : isClosed(phrase) || isOrder(phrase)
  return isMark ? markOf(phrase, raw, start, form) : undefined
}

/** "(update imports)" right after a path is about that file; "(updated by cron)", "(add tests)", "(new section)" may be about anything. */
const isOrder = (phrase: Phrase): boolean =>
  phrase.isOrder && phrase.kind === 'modified' && !/^(?:by|when|if|on|after|every)\b/i.test(phrase.rest)

export function readAngle(text: string, start: number, where: MarkPlace): Mark | undefined {
  const close = text.indexOf('>')
  if (close < 2 || close > 400 || isTag(text.slice(1), where)) return undefined
  const raw = text.slice(0, close + 1)
  const inside = raw.slice(1, -1)
  if (inside.includes('<')) return undefined
  const mark: Mark = { kind: 'unknown', raw, start, end: start + raw.length, form: 'angle', canonical: false }
  const phrase = readPhrase(inside.trim())
  if (phrase && isClosed(phrase)) {
    const { kind, from } = phrase
    const right = isLeftAlone(kind) ? undefined : kind === 'renamed' ? `<renamed: ${from ?? 'old'}>` : `<${kind}>`
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
  return kind === undefined ? nearestWord(word) : isLeftAlone(kind) ? undefined : kind
}
