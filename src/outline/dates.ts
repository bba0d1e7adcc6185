/**
 * Dates as plans write them: ISO 8601 (a date, or date and time, the offset with or without a colon), `YYYY-MM-DD HH:MM UTC`, or English words
 * ("July 14, 2025", "3rd of March 2025").
 */

/** date: a day; time: a day and a time without a zone; instant: day, time and zone. */
type DatePrecision = 'date' | 'time' | 'instant'

/** A date found in a text. */
export interface DateRead {
  precision: DatePrecision
  /** Milliseconds since the epoch, a missing zone read as UTC; undefined where there is no such day or time ("2025-02-30"). */
  time?: number
  /** Offsets in the text, UTF-16 units, `end` exclusive. */
  start: number
  end: number
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december'
]
const monthWord =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const clock = '(\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?'
const zone =
  '(Z|[+-]\\d{2}(?::?\\d{2})?|UTC(?:[+-]\\d{1,2}(?::?\\d{2})?)?|GMT(?:[+-]\\d{1,2}(?::?\\d{2})?)?|[A-Z]{2,5})'
const tail = `(?:${clock}(?: ?${zone})?)?(?![\\p{L}\\p{N}])`
const iso = new RegExp(`(\\d{4})-(\\d{2})-(\\d{2})(?:(?:T| |, | at )(?=\\d{2}:))?${tail}`, 'u')
const dayAfter = new RegExp(
  `${monthWord}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?:(?:,| at|,? -| –| —)? (?=\\d{2}:))?${tail}`,
  'iu'
)
const dayBefore = new RegExp(
  `(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?${monthWord}\\.?,? (\\d{4})(?:(?:,| at|,? -| –| —)? (?=\\d{2}:))?${tail}`,
  'iu'
)
/** All of them name a year. */
const year = /\d{4}/
/** Text is read up to here: a date further on is no date of this text. */
const farthest = 4000

/** The first date in a text. */
export function findDate(text: string): DateRead | undefined {
  const head = text.slice(0, farthest)
  if (!year.test(head)) return undefined
  const found = [readIso(head), readWords(head, dayAfter, 1, 2), readWords(head, dayBefore, 2, 1)].filter(
    read => read !== undefined
  )
  return found.sort((a, b) => a.start - b.start)[0]
}

/** What may stand in front of a date that leads a text: brackets, markup, a weekday, a version. */
const prefix =
  /^(?:[\s[({*_`"'“~#>•]|\p{Extended_Pictographic}|\uFE0F)*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? |v?\d+\.\d+(?:\.\d+)?[\s:–—(|-]+)?[\s*_`([]*/iu

/** The date that a text starts with; brackets, markup and a weekday may stand before it. */
export function leadingDate(text: string): DateRead | undefined {
  const found = findDate(text)
  return found && found.start <= prefix.exec(text.slice(0, 80))![0].length ? found : undefined
}

/** Is what follows a date part of it after all ("2025-03-01 25:99", "2025-03-01x")? */
export function isCutShort(text: string, read: DateRead): boolean {
  return /^(?:[-/:]\d| \d{1,2}(?::|[ap]m\b))/i.test(text.slice(read.end, read.end + 8))
}

function readIso(text: string): DateRead | undefined {
  const match = iso.exec(text)
  if (!match || isInNumber(text, match.index)) return undefined
  return make(match, Number(match[1]), Number(match[2]), Number(match[3]))
}

function readWords(text: string, pattern: RegExp, month: number, day: number): DateRead | undefined {
  const match = pattern.exec(text)
  if (!match || isInNumber(text, match.index)) return undefined
  const name = match[month]!.toLowerCase()
  return make(match, Number(match[3]), months.findIndex(m => m.startsWith(name.slice(0, 3))) + 1, Number(match[day]))
}

function isInNumber(text: string, at: number): boolean {
  return at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1]!)
}

function make(match: RegExpExecArray, year: number, month: number, day: number): DateRead {
  const [hour, minute, second, offset] = match.slice(4)
  const place = { start: match.index, end: match.index + match[0].length }
  const precision = hour === undefined ? 'date' : offset === undefined ? 'time' : 'instant'
  const [h, m, s] = [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)]
  const time = Date.UTC(year, month - 1, day, h, m, s) - offsetOf(offset) * 60_000
  const isReal =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month) &&
    (h < 24 || (h === 24 && m === 0)) &&
    m < 60 &&
    s <= 60
  return { precision, ...place, ...(isReal ? { time } : {}) }
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Minutes east of UTC; a zone's abbreviation is taken for UTC, which is less than a day wrong. */
function offsetOf(text = ''): number {
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(text)
  if (!match) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0))
}

/** A clock in another zone, or one that is a little fast, is no future. */
const tolerance = 24 * 3600_000

/**
 * Lies a date in the future?
 *
 * @param now Milliseconds since the epoch.
 */
export function isFuture(read: DateRead, now: number): boolean {
  return read.time !== undefined && read.time > now + tolerance
}
