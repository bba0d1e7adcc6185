/** What a value says against what its kind allows: dates, choices, lengths. */
import { fieldPlace } from '../words/status.ts'
import type { BoundField, Plan } from '../../src/plan/bind-types.ts'
import { isOwnDate, speaksOfPast } from '../../src/outline/labels/past.ts'
import type { findDate } from '../../src/outline/dates.ts'
import { isCutShort, isFuture, leadingDate } from '../../src/outline/dates.ts'
import { countSentences, nearest, quote } from '../../src/outline/text.ts'
import { isPlaceholder, valuesIn } from '../../src/checks/values.ts'
import { valuesOf } from '../../src/profiles/status.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Place } from '../../src/types.ts'
import type { Id } from './id.ts'

const dateKinds = {
  date: 'a date',
  timestamp: 'a date (with or without a time)',
  instant: 'date, time and zone'
} as const
const dateExamples = {
  date: 'YYYY-MM-DD',
  timestamp: 'YYYY-MM-DD or YYYY-MM-DDThh:mmZ',
  instant: 'YYYY-MM-DDThh:mm:ss+hh:mm'
} as const

/**
 * What a field says against what its kind allows.
 *
 * @param now Milliseconds since the epoch.
 * @param isOfPlan is it the plan's own, none of a section or a unit? Then "Date" is the day that the plan is from
 */
export function* checkValue(field: BoundField, plan: Plan, now: number, isOfPlan: boolean): Iterable<Problem<Id>> {
  const { kind, label, max } = field.spec
  const at = fieldPlace(field)
  if (max !== undefined) {
    const found = countSentences(field.text)
    if (found > max)
      yield {
        message: 'long',
        data: { label, max, found },
        at,
        help: 'Keep the one that matters',
        severity: 'warning'
      }
  }
  if (kind === 'enum') {
    if (!isPlaceholder(field, plan)) yield* checkEnum(field, at)
  } else if (kind === 'number') {
    if (!isPlaceholder(field, plan) && !/^\d{1,9}(?:\.\d{1,4})?$/.test(field.text))
      yield {
        message: 'number',
        data: { label, text: quote(field.text.split('\n', 1)[0]!) },
        at,
        help: 'Write a number'
      }
  } else if (isDateKind(kind) && !isPlaceholder(field, plan)) {
    const written = field.part?.title ?? label
    const isPast = speaksOfPast(written) || (isOfPlan && isOwnDate(written))
    yield* checkDate(field.text, { label, kind, at, isPast }, now)
  }
}

export function isDateKind(kind: string | undefined): kind is keyof typeof dateKinds {
  return String(kind) in dateKinds
}

function* checkEnum({ spec, text }: BoundField, at: Place): Iterable<Problem<Id>> {
  const values = valuesOf(spec)
  const found = valuesIn(text, values)
  if (found.length === 1) return
  const first = text.split('\n', 1)[0]!
  const near = nearest(
    first.replace(/[\s_-]+/g, ' '),
    values.map(value => value.replace(/_/g, ' '))
  )
  const help =
    near === undefined
      ? `Write one of ${values.join(', ')}`
      : `Write ${values.find(value => value.replace(/_/g, ' ') === near)!}`
  yield { message: found.length > 1 ? 'several' : 'unknown', data: { label: spec.label, text: quote(first) }, at, help }
}

/** Where a date stands, and what is said of it. */
interface DatedPlace {
  label: string
  kind: keyof typeof dateKinds
  at: Place
  /** Is it a day of something that has happened? One of what is to come may lie ahead. */
  isPast: boolean
}

export function* checkDate(text: string, place: DatedPlace, now: number): Iterable<Problem<Id>> {
  const { label, kind, at } = place
  const read = leadingDate(text)
  if (!read || isCutShort(text, read))
    yield {
      message: 'date',
      data: { label, what: dateKinds[kind], text: quote(text.split('\n', 1)[0]!) },
      at,
      help: `Write ${dateExamples[kind]}`
    }
  else yield* checkDay(text, read, place, now)
}

export function* checkDay(
  text: string,
  read: NonNullable<ReturnType<typeof findDate>>,
  { label, kind, at, isPast }: DatedPlace,
  now: number
): Iterable<Problem<Id>> {
  const data = { label, what: dateKinds[kind], text: quote(text.slice(read.start, read.end)) }
  if (read.time === undefined) yield { message: 'noSuchDate', data, at, help: 'Correct the date' }
  else if ((kind === 'instant' && read.precision !== 'instant') || (kind === 'date' && read.precision !== 'date'))
    yield { message: 'precision', data, at, help: `Write ${dateExamples[kind]}` }
  else if (isPast && isFuture(read, now)) yield { message: 'future', data, at, help: 'Correct the date' }
}
