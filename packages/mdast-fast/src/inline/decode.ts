import { refuse } from '../state.ts'

/**
 * The named character references (CommonMark 2.5) that people write. The full list is the
 * reference parser's: any other name that could be one refuses the document.
 */
const named: Record<string, string> = {
  amp: '&',
  apos: "'",
  bull: '•',
  copy: '©',
  darr: '↓',
  emsp: '\u2003',
  ensp: '\u2002',
  ge: '≥',
  gt: '>',
  hellip: '…',
  larr: '←',
  laquo: '«',
  ldquo: '“',
  le: '≤',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  minus: '−',
  nbsp: '\u00A0',
  ndash: '–',
  ne: '≠',
  quot: '"',
  raquo: '»',
  rarr: '→',
  rdquo: '”',
  reg: '®',
  rsquo: '’',
  sect: '§',
  times: '×',
  trade: '™',
  uarr: '↑'
}

const escapeOrReference = /\\([!-/:-@[-`{-~])|&(#(?:\d{1,7}|x[\da-f]{1,6})|[\da-z]{1,31});/gi

/** Value of a numeric reference; what can't be text becomes U+FFFD, as in micromark. */
function numeric(digits: string, base: number): string {
  const code = Number.parseInt(digits, base)
  const control = code < 9 || code === 11 || (code > 13 && code < 32) || (code > 126 && code < 160)
  const surrogate = code > 0xd7ff && code < 0xe000
  const noncharacter = (code > 0xfdcf && code < 0xfdf0) || (code & 0xfffe) === 0xfffe
  return control || surrogate || noncharacter || code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code)
}

/**
 * Value of a character reference.
 *
 * @param body What stands between `&` and `;`.
 */
export function decodeReference(body: string): string {
  if (body.charCodeAt(0) !== 35) {
    return Object.hasOwn(named, body) ? named[body]! : refuse()
  }
  const hex = (body.charCodeAt(1) | 32) === 120
  return numeric(body.slice(hex ? 2 : 1), hex ? 16 : 10)
}

/** Decodes escapes and character references, as in URLs, titles, labels and info strings. */
export function decodeString(value: string): string {
  if (!value.includes('\\') && !value.includes('&')) return value
  return value.replace(
    escapeOrReference,
    (_, escaped: string | undefined, body: string) => escaped ?? decodeReference(body)
  )
}

/** Identifier of a definition or reference (CommonMark 4.7, "matches"), as micromark folds it. */
export function normalizeIdentifier(value: string): string {
  const collapsed = value.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '')
  return collapsed.toLowerCase().toUpperCase()
}
