import { readOrdinal } from '../outline/numbers/read-ordinal.ts'
import { collapse, trimChars } from '../outline/text.ts'
import type { Outline, Part } from '../outline/types.ts'
import { blanksIn, isBlankToFill, withoutAnchor, withoutBlanks } from './blanks.ts'
import { needOfQualifier, type Obligation } from './need.ts'

/** A heading of a template, as far as it says how a plan's heading is written. */
export interface TemplateTitle {
  part: Part
  /** What every plan writes: without number, blanks and qualifier. */
  text: string
  /** The number of a section: "2.1". */
  number?: string
  /** What a unit is counted with: "Option" of "Option 1: [Name]". */
  word?: string
  /** What a unit is called that is not counted with a word. */
  noun?: string
  /** How a unit is numbered; false where it is by its blank alone. */
  counted?: 'letter' | 'zero' | 'one' | false
  /** A plan writes something else there, as often as it needs to. */
  isVariable: boolean
  need?: Obligation
  /** It shows by its labels that it is repeated: what stands below it is a sample, and may stay. */
  isSample?: true
}

const qualifier =
  /\s{0,4}(?:[*_]{0,2}\([^()]{1,80}\)[*_]{0,2}|[*_]{1,2}\[?(?:optional|mandatory|required)\]?[*_]{1,2}|[—–:-] {0,4}(?:optional|mandatory|required))$/i
/** "Step N:", "Task [X]", "Story 1", "Option A". */
const counted =
  /^(\p{L}[\p{L}-]{0,40}(?: \p{L}[\p{L}-]{0,40})?)[ -]{1,3}(?:([[{<]?(?:N{1,4}|X{1,3}|#|n|number)[\]}>]?)|(\d{1,3})|([A-Z]))(?=$|\s{0,3}[:.)–—-]|\s{1,3}[[{<(])\s{0,3}[:.)–—-]{0,3}\s{0,3}/u
/** "Requirement: <!-- name -->": one word or two, and nothing but a blank. */
const named = /^(\p{L}[\p{L}-]{0,40}(?: \p{L}[\p{L}-]{0,40})?): {0,4}(\S.{0,400})$/u

/** Signs of emphasis; an underscore within a word is the word's own. */
const emphasis = /\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<![\p{L}\p{N}_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}_])/gu

export function readTemplateTitle(part: Part, outline: Outline): TemplateTitle {
  const raw = withoutAnchor(headingText(part, outline))
  const mark = qualifier.exec(raw)
  const said = mark && needOfQualifier(mark[0])
  const written = (said ? raw.slice(0, mark.index) : raw).replace(emphasis, '').trim()
  const need = said ? { need: said } : {}
  const unit = unitTitle(written)
  if (unit) return { part, text: '', isVariable: true, ...unit, ...need }
  const ordinal = readOrdinal(written)
  const isNumbered = ordinal !== undefined && ordinal.word === undefined && ordinal.numbers.length > 0
  const rest = isNumbered ? ordinal.rest : written
  if (isBlankToFill(rest)) {
    const from = isNumbered && (ordinal.numbers[0] === 0 ? ('zero' as const) : ('one' as const))
    return { part, text: '', isVariable: true, counted: from, ...need }
  }
  return { part, text: plain(rest), isVariable: false, ...(isNumbered ? { number: ordinal.raw } : {}), ...need }
}

/** What the title of a document says besides its blanks: "Feature Specification" of "Feature Specification: [Name]". */
export function plainTitle(part: Part, outline: Outline): string {
  return plain(headingText(part, outline).replace(emphasis, ''))
}

function plain(text: string): string {
  return trimChars(collapse(withoutBlanks(text).replaceAll('`', '')), '', ' :–—-')
}

function unitTitle(written: string): Pick<TemplateTitle, 'word' | 'counted'> | undefined {
  const [whole, word, open, digits, letter] = counted.exec(written) ?? []
  if (whole !== undefined && word !== undefined) {
    const rest = written.slice(whole.length)
    // "Plan B of the team" is a title.
    if (letter !== undefined && rest !== '' && blanksIn(rest).length === 0) return undefined
    return { word, counted: letter !== undefined ? 'letter' : open === undefined && digits === '0' ? 'zero' : 'one' }
  }
  const [, name, rest] = named.exec(written) ?? []
  return name !== undefined && isBlankToFill(rest!) ? { word: name, counted: false } : undefined
}

/** A heading as it stands in the text, comments included. */
export function headingText({ place, title }: Part, { source }: Outline): string {
  const line = source.slice(place.start.offset, place.end.offset)
  return /^#{1,6}\s/.test(line) ? withoutClosing(line.replace(/^#{1,6}/, '').trim()) : title
}

/** `## Goal ##` is "Goal", `## C#` is "C#". */
function withoutClosing(title: string): string {
  const text = trimChars(title, '', '#')
  return text.length === title.length || /\s$/.test(text) ? text.trim() : title
}

/** Headings right below a part, however many levels deeper. */
export function headingsBelow(part: Part): Part[] {
  return part.children.filter(child => child.form === 'heading')
}
