import { bodySpan, partsOfFoot } from '../../src/plan/bind.ts'
import { keysOf, rowFields } from '../../src/plan/fields.ts'
import type { Part } from '../../src/outline/types.ts'
import { allFields, allMetadata } from '../../src/plan/every.ts'
import type { BoundField, BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { findDate } from '../../src/outline/dates.ts'
import { severityOfDemand } from '../../src/checks/expect.ts'
import { normalise, quote, withoutQualifier } from '../../src/outline/text.ts'
import { isPlaceholder, namesPerson } from '../../src/checks/values.ts'
import type { FieldSpec, SectionSpec } from '../../src/profiles/schema.ts'
import { areRows, isMatter } from '../../src/profiles/fields.ts'
import { openingDemand } from '../../src/profiles/holders.ts'
import { reached } from '../../src/profiles/states.ts'
import { statusOf } from '../../src/profiles/status.ts'
import { stateOf } from '../../src/plan/status.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import type { Id } from './id.ts'
import { statusHere } from '../words/status.ts'
import { checkMatter, lackOfMatter, matterForm, matterPlace } from './matter.ts'
import { checkCommits } from './commits.ts'
import { checkStamps } from './stamps.ts'
import { checkDemandedDates } from './demanded-dates.ts'
import { checkValue, checkDay } from './values.ts'
import { pluralOf } from '../../src/util/plural.ts'

export default defineRule<Id>({
  id: 'metadata',
  summary: 'The plan says what it is, from when, and who stands for it: title, dates, status, people.',
  why: 'A reader decides by these few lines whether the plan is current, whether it may be executed, and whom to ask.',
  whenOff: 'Where dates, status and people are kept elsewhere, as in a tracker or in the history of git.',
  severity: 'error',
  messages: {
    missing: d => `Missing "${d.label}"`,
    empty: d => `Empty "${d.label}"`,
    unknown: d => `Unknown value ${d.text} for "${d.label}"`,
    several: d => `Expected exactly one value for "${d.label}", found ${d.text}`,
    date: d => `Expected ${d.what} for "${d.label}", found ${d.text}`,
    noSuchDate: d => `Unknown date in "${d.label}": there is no ${d.text}`,
    precision: d => `Expected ${d.what} for "${d.label}", found ${d.text}`,
    future: d => `Expected a date that has come for "${d.label}", found ${d.text}`,
    long: d =>
      `Expected ${d.max === 1 ? 'one sentence' : `at most ${d.max} sentences`} for "${d.label}", found ${d.found}`,
    approver: d => `Missing approver in "${d.label}" while status is ${d.status}`,
    title: d => `Expected a title that ends in "${d.word}", found ${d.text}`,
    untitled: () => 'Missing title',
    undated: () => 'Missing date above the first section',
    headless: () => 'Missing front matter',
    unopened: () => 'Unopened front matter: no line of dashes begins it on the first line',
    unended: () => 'Unclosed front matter: no line of dashes ends it',
    odd: d => `Unknown line ${d.text} in the front matter: it is no YAML`,
    unclosed: d => `Unclosed ${d.sign} in "${d.label}" of the front matter: it is no YAML`,
    colon: d => `Unknown key in the value of "${d.label}" in the front matter: it is no YAML`,
    number: d => `Expected a number for "${d.label}", found ${d.text}`,
    lacks: d => `Missing "${d.label}" in ${d.name} "${d.title}"`,
    blank: d => `Empty "${d.label}" in ${d.name} "${d.title}"`,
    sameId: d => `Duplicate ${d.label} ${d.text} of ${pluralOf(String(d.name))}`,
    stamp: d => `Expected a date (with or without a time) as stamp, found ${d.text}`,
    unstamped: d => `Missing date in front of ${d.text}`,
    unstampedAll: d => `Missing date in front of ${d.lacking} of ${d.count} entries`,
    twice: d => `Conflicting values for "${d.label}": ${d.text} here, ${d.other} before`
  },
  several: { missing: d => ({ several: 'Missing {count} fields of metadata', one: `"${d.label}"` }) },
  *check({ plan, profile, now = Date.now() }) {
    yield* checkTitle(plan)
    if (openingDemand(profile, 'date')) yield* checkOpening(plan, now)
    const headless = lackOfMatter(plan)
    if (headless) yield headless
    for (const field of plan.metadata) {
      if (headless && isMatter(field.spec)) continue
      yield* checkMetadata(field, plan, now)
      if (!isMatter(field.spec)) yield* checkTwice(field, besides(field, plan), plan)
    }
    yield* checkMatter(plan)
    for (const section of plan.allSections)
      if (areRows(section.spec) && section.state === 'filled') {
        const rows = rowFields(plan.content, bodySpan(section))
        for (const field of section.fields) {
          yield* checkRow(field, section, plan)
          yield* checkTwice(field, rows, plan)
        }
      }
    for (const section of plan.allSections)
      if (isRecord(section.spec) && section.state === 'filled') {
        const labels = plan.content.parts(section.span, section.part)
        for (const field of section.fields) yield* checkTwice(field, labels, plan)
      }
    const inner = allMetadata(plan).filter(field => !plan.metadata.includes(field))
    for (const field of [...inner, ...allFields(plan)])
      if (field.state === 'filled') yield* checkValue(field, plan, now, false)
    yield* checkStamps(plan, now)
    yield* checkDemandedDates(plan, now)
    yield* checkCommits(plan, openingEnd(plan), now)
  }
})

function* checkTitle(plan: Plan): Iterable<Problem<Id>> {
  const wanted = openingDemand(plan.profile, 'title')
  if (!wanted) return
  const { words = [] } = wanted
  const help =
    words.length > 0 ? `Begin the document with "# … ${words[0]}"` : 'Begin the document with a heading of level 1'
  if (!plan.title) {
    yield { message: 'untitled', at: plan.titlePlace, help }
    return
  }
  const title = normalise(withoutQualifier(plan.title.title))
  if (words.length > 0 && !words.some(word => title === normalise(word) || title.endsWith(` ${normalise(word)}`))) {
    yield { message: 'title', data: { word: words[0]!, text: quote(plan.title.title) }, at: plan.title.place, help }
  }
}

/** Where the first section begins. */
function openingEnd(plan: Plan): number {
  return Math.min(
    plan.outline.source.length,
    ...plan.sections.flatMap(section => (section.part ? [section.part.span.start] : []))
  )
}

const single = new Set<FieldSpec['kind']>([
  'text',
  'enum',
  'date',
  'timestamp',
  'instant',
  'number',
  'commit',
  'person'
])

/** Is a section nothing but fields of one value each? */
function isRecord({ fields = [], content, units, sections }: SectionSpec): boolean {
  return fields.length > 1 && !content && !units && !sections && fields.every(({ kind }) => single.has(kind))
}

/** What stands above the first section, beside a field and behind it, and at the foot of the document. */
function besides({ part }: BoundField, plan: Plan): Part[] {
  if (!part) return []
  const above = plan.content.parts({ start: part.span.end, end: openingEnd(plan) })
  return [...above.filter(each => each.parent === part.parent), ...partsOfFoot(plan.content)]
}

/** The same field once more, with another value: nobody can tell which one counts. */
function* checkTwice(
  { spec, part, state, text }: BoundField,
  others: readonly Part[],
  { content, profile }: Plan
): Iterable<Problem<Id>> {
  if (!part || state !== 'filled') return
  const keys = keysOf(spec)
  const again = others.find(
    each => each.span.start >= part.span.end && keys.has(each.key) && content.valueOf(each) !== ''
  )
  if (!again || normalise(content.valueOf(again)) === normalise(text)) return
  const line = (value: string): string => quote(value.split('\n', 1)[0]!)
  const status = statusOf(profile)
  // Two statuses in words of one's own may mean the same.
  const isOpen = status?.spec === spec && [text, content.valueOf(again)].every(value => !stateOf(value, status.states))
  yield {
    message: 'twice',
    data: { label: spec.label, text: line(content.valueOf(again)), other: line(text) },
    at: again.place,
    help: 'Keep the one that is true',
    related: [{ place: part.place, message: 'First one here' }],
    ...(isOpen ? { severity: 'warning' as const } : {})
  }
}

/** Somewhere above the first section stands a date; the first one is the plan's. */
function* checkOpening(plan: Plan, now: number): Iterable<Problem<Id>> {
  const end = openingEnd(plan)
  const opening = plan.content.said({ start: 0, end })
  const read = findDate(opening)
  if (!read) {
    yield {
      message: 'undated',
      at: plan.titlePlace,
      help: 'Say in the opening from when the plan is: "current state as of March 31, 2025"'
    }
    return
  }
  const at = plan.outline.lines.placeOf(read)
  yield* checkDay(opening, read, { label: 'the opening', kind: 'timestamp', at, isPast: true }, now)
}

function* checkMetadata(field: BoundField, plan: Plan, now: number): Iterable<Problem<Id>> {
  const { spec } = field
  const isApprover = spec.kind === 'approver'
  const approved = isApprover && reached(plan.state, 'approved')
  const severity = approved ? 'error' : severityOfDemand(spec, plan)
  const weight = severity === 'warning' ? { severity } : {}
  const help = isMatter(spec) ? matterForm(spec) : `Write **${spec.label}:** ${spec.hint ?? '…'}`
  const place = isMatter(spec) ? matterPlace(plan) : plan.titlePlace
  if (field.state === 'missing') {
    // One who stands for all of it stands for this as well.
    const others = plan.metadata.flatMap(({ part }) => part?.key ?? [])
    if ([spec.or ?? []].flat().some(label => others.includes(normalise(label)))) return
    if (severity) yield { message: 'missing', data: { label: spec.label }, at: place, help, ...weight }
  } else if (isPlaceholder(field, plan)) return
  else if (approved && !namesPerson(field.text)) {
    yield {
      message: 'approver',
      data: { label: spec.label, status: plan.status!.value },
      at: field.part!.place,
      help: 'Name who approved it, or set the status back',
      related: [statusHere(plan.status!)]
    }
  } else if (field.state === 'empty') {
    if (!isApprover && severity)
      yield { message: 'empty', data: { label: spec.label }, at: field.part!.place, help, ...weight }
  } else if (field.state === 'filled') yield* checkValue(field, plan, now, true)
}

/** A row of the table that holds a plan's metadata. What its value may be is checked with those of all fields. */
function* checkRow({ spec, part, state }: BoundField, section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const severity = severityOfDemand(spec, plan)
  if (!severity || (state !== 'missing' && state !== 'empty')) return
  const weight = severity === 'warning' ? { severity } : {}
  yield {
    message: state,
    data: { label: spec.label },
    at: part?.place ?? section.part!.place,
    help: `Write a row "${spec.label}": ${spec.hint ?? '…'}`,
    ...weight
  }
}
