import type { Content } from '../outline/content.ts'
import { readOrdinal } from '../outline/numbers/read-ordinal.ts'
import type { Part } from '../outline/types.ts'
import { headingsBelow, headingText, type TemplateTitle } from './titles.ts'

/** Fewer labels in common may be chance: then it takes three headings. */
const fewestLabels = 2
const fewestHeadings = 3

/**
 * Headings beside each other that are counted 1, 2, 3 or A, B, C and all have the same labels are one unit, repeated, whatever they are called: so the
 * template shows by what it holds, not by a blank.
 *
 * @returns the same titles, those of such headings as variable ones
 */
export function repeatedAmong(titles: readonly TemplateTitle[], content: Content): TemplateTitle[] {
  if (titles.length < 2 || titles.some(({ isVariable }) => isVariable)) return [...titles]
  const counted = countedAs(titles, content)
  const labels = titles.map(({ part }) => repeatedLabels(part, content))
  const common = (labels[0] ?? []).filter(({ key }) => labels.every(each => each.some(other => other.key === key)))
  const isAlike = labels.every(each => each.length === common.length)
  const isEnough = common.length >= fewestLabels || (common.length > 0 && titles.length >= fewestHeadings)
  if (counted === undefined || !isAlike || !isEnough) return [...titles]
  return titles.map(({ part, need }) => ({
    part,
    text: '',
    isVariable: true,
    isSample: true,
    counted,
    ...(need ? { need } : {})
  }))
}

/** A heading that is nothing but a file's name, with what is done to it. */
const fileTitle = /^`[^`\s]{1,120}\.[A-Za-z0-9]{1,5}`(?: \([^()]{1,40}\))?$/

/**
 * Headings beside each other that name a file each are one unit: a plan has files of its own.
 *
 * @returns the same titles, those of such headings as variable ones
 */
export function filesAmong(titles: readonly TemplateTitle[], { outline }: Content): TemplateTitle[] {
  const areFiles = titles.length > 1 && titles.every(({ part }) => fileTitle.test(headingText(part, outline)))
  if (!areFiles) return [...titles]
  return titles.map(({ part }) => ({
    part,
    text: '',
    isVariable: true,
    isSample: true,
    counted: false,
    noun: 'file'
  }))
}

/** So many headings below it are no fields of a unit. */
const fewestBelow = 2

/**
 * `## Release version: [X.Y.Z]` that is alone right below the title, and holds headings of its own, is the frame of all that follows: no unit, but a section.
 *
 * @returns the same title, as that of a section
 */
export function frameAmong(titles: readonly TemplateTitle[]): TemplateTitle[] {
  const [title, ...others] = titles
  const { part, word, counted } = title ?? {}
  const isTop = part !== undefined && (part.parent?.form !== 'heading' || part.parent.level === 1)
  if (!title || others.length > 0 || !isTop || word === undefined || counted !== false) return [...titles]
  return headingsBelow(title.part).length < fewestBelow ? [...titles] : [{ ...title, text: word, isVariable: false }]
}

/** `7 Exit criteria`: a number without a sign behind it. */
const plainNumber = /^(\d{1,2}) (\p{L}.*)$/u

/** Titles beside each other that count `1 Aim`, `2 Scope` are numbered as those with a dot are. */
export function countedAmong(titles: readonly TemplateTitle[]): TemplateTitle[] {
  const read = titles.map(({ text }) => plainNumber.exec(text))
  const from = Number(read[0]?.[1])
  const isRow = titles.length > 1 && from <= 1 && read.every((match, at) => Number(match?.[1]) === from + at)
  return isRow ? titles.map((title, at) => ({ ...title, number: read[at]![1]!, text: read[at]![2]! })) : [...titles]
}

/** The labels right below a heading. */
export function repeatedLabels(part: Part, content: Content): Part[] {
  return content.parts(part.span, part).filter(each => each.form === 'label' && each.parent === part)
}

/** How headings are counted that begin with 1, 2, 3 or with A, B, C, without a word before it. */
function countedAs(titles: readonly TemplateTitle[], { outline }: Content): 'letter' | 'zero' | 'one' | undefined {
  const ordinals = titles.map(({ part }) => readOrdinal(headingText(part, outline).replace(/^[*_]{1,3}/, '')))
  if (ordinals.some(ordinal => ordinal === undefined || ordinal.word !== undefined)) return undefined
  if (ordinals.every((ordinal, at) => ordinal!.letter === String.fromCharCode(65 + at))) return 'letter'
  const [first] = ordinals
  const from = first!.numbers[0]
  const isRow = ordinals.every(({ numbers } = first!, at) => numbers.length === 1 && numbers[0] === (from ?? 0) + at)
  return isRow && (from === 0 || from === 1) ? (from === 0 ? 'zero' : 'one') : undefined
}
