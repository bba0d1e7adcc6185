import { lineEnd } from '../outline/lines.ts'
import { matterOf } from '../outline/matter/matter.ts'
import type { Outline, Part } from '../outline/types.ts'
import { collapse } from '../outline/text.ts'
import { isQuoted } from '../outline/quotations.ts'
import type { FieldSpec } from '../profiles/schema.ts'
import { blanksIn, isBlankToFill, isParenthesis } from './blanks.ts'
import { choicesIn, mostWords, withoutRemark } from './choices.ts'
import type { Guesses } from './guesses.ts'
import { openWordsOf } from './open-words.ts'
import { isInstructionLabel } from './instructions.ts'
import { needIn, needLater, needOfQualifier } from './need.ts'

const dateLabel = /\b(?:date|created|updated|started|due)\b/i
const dateValue = /\bY{4}-M{2}-D{2}(?![A-SU-Z])|\by{4}-m{2}-d{2}\b|\bDATE\b|^\W*[Dd]ate\W*$|\b[Tt]oday's date\b/
/** "YYYY-MM-DD HH:MM", "YYYY-MM-DDTHH:MM:SS". */
const timed = /D{2}[T ]H{2}/
/** Longer ones are sentences. */
const mostLabelWords = 8

/**
 * Labels that a plan fills in, as fields.
 *
 * @param takesDefaults a default of a few words is filled in, too: "Status: Draft"
 * @param recurs is it one that several units have? Then a plan has it too, whatever stands behind it
 */
export function draftFields(
  labels: readonly Part[],
  outline: Outline,
  guesses: Guesses,
  takesDefaults = labels.some(label => blanksIn(valueOf(label, outline)).length > 0),
  recurs: (label: Part) => boolean = () => false
): FieldSpec[] {
  const fields = labels.filter(
    (label, at) =>
      isField(label, outline, takesDefaults, recurs(label)) && labels.findIndex(each => each.key === label.key) >= at
  )
  for (const label of labels)
    if (!fields.includes(label) && mayBeField(label, outline))
      guesses.add(`Left out: "${label.title}", as what stands behind it is the template's own`)
  return fields.map(label => draftField(label, outline, guesses))
}

/** Does it look like a field but for what stands behind it? */
function mayBeField(part: Part, outline: Outline): boolean {
  return isLabelOfPlans(part, outline) && !/^(?:notes?|hints?|tips?|important|warning|see(?: also)?)$/i.test(part.title)
}

/** A sentence without a blank is the template's own, and so is what is quoted. */
function isLabelOfPlans(part: Part, outline: Outline): boolean {
  if (blanksIn(part.title).length > 0 || /^(?:example\b|template$)/i.test(part.title)) return false
  return !isQuoted(part.node, outline) && !isSaid(part.title) && !isInstructionLabel(part, outline)
}

function isField(part: Part, outline: Outline, takesDefaults: boolean, recurs: boolean): boolean {
  if (!isLabelOfPlans(part, outline)) return false
  if (recurs) return true
  const value = valueOf(part, outline)
  if (
    value === '' ||
    isParenthesis(value) ||
    openWordsOf(outline).has(value) ||
    blanksIn(value).length > 0 ||
    choicesIn(value) !== undefined
  )
    return true
  return takesDefaults && value.split(/\s+/).length <= mostWords
}

/** Is it what the template says to whoever writes: a condition ("Required only if"), words to be repeated, a sentence? */
function isSaid(title: string): boolean {
  return (
    needIn(title) !== undefined || /^["“„«]|^(?:if|when) /i.test(title) || title.split(/\s+/).length > mostLabelWords
  )
}

/** Keys of the front matter; a comment above the first speaks of all, another of the key below it or before it. */
export function draftMatter(outline: Outline, guesses: Guesses): FieldSpec[] {
  const matter = matterOf(outline)
  if (!matter) return []
  const { source } = outline
  const parts = matter.parts.filter(({ key }) => key !== 'planlint')
  const [first] = parts
  const about = first && needIn(source.slice(matter.span.start, first.span.start))
  if (about?.isOptional) guesses.add(`The keys of the front matter may be absent: ${about.why}`)
  return parts.map((part, at) => {
    const from = parts[at - 1]?.span.end ?? matter.span.start
    const comments = source.slice(from, part.span.end).split('\n').map(commentIn)
    const need = about ?? needIn(comments.join(' '))
    const field = draftField(part, outline, guesses)
    const choices =
      field.kind === undefined
        ? choicesIn(commentIn(source.slice(part.span.start, lineEnd(source, part.span.start))).trim())
        : undefined
    if (choices) {
      guesses.add(`"${part.title}" is one of: ${choices.join(', ')}`)
      Object.assign(field, { kind: 'enum', values: choices })
    }
    return { ...field, form: 'front-matter' as const, required: field.required === true && need?.isOptional !== true }
  })
}

/** What stands behind a number sign at the start of a line, or behind a space. */
function commentIn(line: string): string {
  for (let at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1))
    if (at === 0 || line[at - 1]!.trim() === '') return line.slice(at + 1)
  return ''
}

function valueOf({ value }: Part, { source }: Outline): string {
  return value ? collapse(source.slice(value.start, value.end)) : ''
}

function draftField(part: Part, outline: Outline, guesses: Guesses): FieldSpec {
  const value = valueOf(part, outline)
  const { said, about } = withoutRemark(value)
  const isOpen = isBlankToFill(said) || isParenthesis(value)
  const need =
    needOfQualifier(part.qualifier ?? /\([^()]*\)$/.exec(part.title)?.[0] ?? '') ??
    needOfQualifier(about) ??
    needIn(isOpen ? said : '') ??
    (isOpen ? needLater(value) : undefined)
  const required = need?.isOptional !== true
  if (need?.isOptional) guesses.add(`"${part.title}" may be absent: ${need.why}`)
  const aliases = namesIn(part.title)
  return {
    label: part.title,
    ...(aliases.length > 0 ? { aliases } : {}),
    required,
    ...kindOf(part.title, value, guesses)
  }
}

/** `Author(s)`: one of them, or several. */
function namesIn(title: string): string[] {
  const [, one, several, rest] = /^([^()]{0,60}\p{L})\((e?s)\)([^()]{0,60})$/u.exec(title) ?? []
  return one === undefined ? [] : [`${one}${several}${rest}`, `${one}${rest}`]
}

const fileLabel = /^(?:files?|paths?)(?: (?:changed|touched|modified|created|to \w+(?:[/ ]\w+)?))?$/i

function kindOf(label: string, value: string, guesses: Guesses): Pick<FieldSpec, 'kind' | 'values'> {
  if (fileLabel.test(label)) return { kind: 'files' }
  const values = choicesIn(value)
  if (values) {
    guesses.add(`"${label}" is one of: ${values.join(', ')}`)
    return { kind: 'enum', values }
  }
  if (isDateToFill(label, value)) {
    guesses.add(`"${label}" is a date`)
    return { kind: timed.test(value) ? 'timestamp' : 'date' }
  }
  return {}
}

/** Is it a date that a plan writes there? "[date or quarter]" may be something else. */
export function isDateToFill(label: string, value: string): boolean {
  const { said } = withoutRemark(value)
  const isDate = dateValue.test(said) || (dateLabel.test(label) && blanksIn(said).length === 1)
  return isDate && isBlankToFill(said) && !/\bor\b| \/ /.test(said)
}
