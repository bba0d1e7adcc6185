/** Character codes and classes as micromark sees them (UTF-16 code units). */

export const TAB = 9
export const LF = 10
export const CR = 13
export const SPACE = 32

/** Whether a code is a space or tab. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === TAB
}

export function isAlpha(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

export function isAlphanumeric(code: number): boolean {
  return isAlpha(code) || isDigit(code)
}

/** Whether a code is ASCII punctuation (CommonMark 2.1). */
export function isPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  )
}

/** Offset of the first character from `from` that is no space or tab, at most `to`. */
export function skipSpace(text: string, from: number, to: number): number {
  let i = from
  while (i < to && isSpace(text.charCodeAt(i))) i++
  return i
}

/** Offset after the last character before `to` that is no space or tab, at least `from`. */
export function trimSpace(text: string, from: number, to: number): number {
  let i = to
  while (i > from && isSpace(text.charCodeAt(i - 1))) i--
  return i
}

/** Offset of the first character from `from` that is not `code`, at most `to`. */
export function skipRun(text: string, from: number, to: number, code: number): number {
  let i = from
  while (i < to && text.charCodeAt(i) === code) i++
  return i
}

/** Classes that decide how a delimiter run flanks (CommonMark 6.2). */
const OTHER = 0
export const WHITESPACE = 1
export const PUNCTUATION = 2

const wide = /\p{P}|\p{S}/u
const blank = /\s/

/** Class of a code unit; a lone surrogate is no punctuation, as in micromark. */
export function classify(code: number): number {
  if (code < 128) {
    if (isPunctuation(code)) return PUNCTUATION
    return code === SPACE || (code >= 9 && code <= 13) ? WHITESPACE : OTHER
  }
  const char = String.fromCharCode(code)
  if (blank.test(char)) return WHITESPACE
  return wide.test(char) ? PUNCTUATION : OTHER
}
