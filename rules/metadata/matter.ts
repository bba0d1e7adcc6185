/** Front matter that its own tools would lose or misread: lines that are no YAML, keys that stand twice, objects in lists without what they need. */
import { severityOfDemand } from '../../src/checks/expect.ts'
import type { BrokenValue } from '../../src/outline/matter/matter.ts'
import { matterOf } from '../../src/outline/matter/matter.ts'
import { quote } from '../../src/outline/text.ts'
import type { Part, Span } from '../../src/outline/types.ts'
import type { BoundField, Plan, Unit } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import { idField } from '../../src/plan/units/ids.ts'
import type { FieldSpec } from '../../src/profiles/schema.ts'
import { isMatter } from '../../src/profiles/fields.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Place } from '../../src/types.ts'
import type { Id } from './id.ts'

/** Where a key is told of that the front matter lacks. */
export function matterPlace(plan: Plan): Place {
  const { lines, source } = plan.outline
  const matter = matterOf(plan.outline)
  if (!matter) return plan.titlePlace
  const end = source.indexOf('\n', matter.span.start)
  return lines.placeOf({
    start: matter.span.start,
    end: end < 0 ? matter.span.end : source[end - 1] === '\r' ? end - 1 : end
  })
}

/** How a field is written that a plan lacks. */
export function matterForm({ label, hint }: FieldSpec): string {
  return `Write "${label}: ${hint ?? '…'}" in the front matter`
}

/** Front matter that isn't there at all is told once, and weighs as much as the heaviest of the keys that it lacks. */
export function lackOfMatter(plan: Plan): Problem<Id> | undefined {
  const matter = matterOf(plan.outline)
  if (matter?.parts.some(({ key }) => key !== 'planlint')) return undefined
  const demanded = plan.metadata
    .filter(({ spec }) => isMatter(spec))
    .map(({ spec }) => ({ spec, severity: severityOfDemand(spec, plan) }))
    .filter(({ severity }) => severity !== undefined)
  if (demanded.length < 2) return undefined
  const lines = demanded.map(({ spec: { label, hint } }) => `"${label}: ${hint ?? '…'}"`).join(', ')
  return {
    message: 'headless',
    at: matterPlace(plan),
    help: matter
      ? `Write ${lines} in the front matter`
      : `Begin the file with a line "---", then ${lines}, and a line "---" behind them`,
    ...(demanded.every(({ severity }) => severity === 'warning') ? { severity: 'warning' as const } : {})
  }
}

/** What the keys of the front matter are wrong in themselves, and the objects in its lists. */
export function* checkMatter(plan: Plan): Iterable<Problem<Id>> {
  const matter = matterOf(plan.outline)
  if (!matter) return
  const isRead = plan.profile.fields?.some(field => isMatter(field)) === true
  // Where the format reads none, a rule and a line below it are text as any other, unless they say whose plan it is.
  const says = isRead || matter.parts.some(({ key }) => key === 'planlint')
  if (!matter.isOpened && says)
    yield {
      message: 'unopened',
      at: matterPlace(plan),
      help: 'Write a line "---" as the first of the file, with nothing above it'
    }
  if (!matter.isClosed && says)
    yield {
      message: 'unended',
      at: matterPlace(plan),
      help: `Write a line "---" below ${quote(lastLineOf(plan.outline.source.slice(0, matter.span.end)))}`
    }
  if (!isRead) return
  const { source, lines } = plan.outline
  for (const [first, ...others] of runsOf(matter.odd, source).slice(0, 20))
    yield {
      message: 'odd',
      data: { text: quote(source.slice(first.start, first.end)) },
      at: lines.placeOf(first),
      help: 'Write it as "key: value", an item of a list as "- value", with spaces before it',
      ...(others.length > 0
        ? { related: others.slice(0, 20).map(span => ({ place: lines.placeOf(span), message: 'Lost with it' })) }
        : {})
    }
  yield* checkBroken(matter.broken, plan)
  yield* checkTwice(matter.parts, plan)
  const entries = allUnits(plan).filter(({ part }) => part.form === 'entry')
  for (const unit of entries) yield* checkEntry(unit, plan)
  yield* checkIds(entries)
}

function lastLineOf(text: string): string {
  return text
    .split(/[\r\n]+/)
    .at(-1)!
    .trim()
}

/** Lines that follow on each other: what is wrong with the first takes the others along. */
function runsOf(odd: readonly Span[], source: string): [Span, ...Span[]][] {
  const runs: [Span, ...Span[]][] = []
  for (const span of odd) {
    const run = runs.at(-1)
    if (run && /^\s*$/.test(source.slice(run.at(-1)!.end, span.start))) run.push(span)
    else runs.push([span])
  }
  return runs
}

/** Values that YAML can't read; of one that must be a date that is told. */
function* checkBroken(broken: readonly BrokenValue[], plan: Plan): Iterable<Problem<Id>> {
  const fields = [...plan.metadata, ...allUnits(plan).flatMap(unit => unit.fields)]
  for (const { part, sign, span } of broken.slice(0, 20)) {
    const spec = fields.find(field => field.part === part)?.spec
    if (spec?.kind === 'date') continue
    yield {
      message: sign === ':' ? 'colon' : 'unclosed',
      data: { label: part.title, sign },
      at: plan.outline.lines.placeOf(span),
      help: sign === ':' ? 'Put the value in quotes' : `End the value with ${closing[sign] ?? sign}`
    }
  }
}

const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}' }

/** A key once more with another value: which one counts depends on who reads it. */
function* checkTwice(parts: readonly Part[], plan: Plan): Iterable<Problem<Id>> {
  const seen = new Map<string, Part>()
  const known = new Set(plan.metadata.map(({ part }) => part?.title))
  for (const part of parts) {
    const first = seen.get(part.title)
    if (!first) seen.set(part.title, part)
    else if (known.has(part.title) && said(first, plan) !== said(part, plan))
      yield {
        message: 'twice',
        data: { label: part.title, text: quote(line(part, plan)), other: quote(line(first, plan)) },
        at: part.place,
        help: 'Keep the one that is true',
        related: [{ place: first.place, message: 'First one here' }]
      }
  }
}

function said({ place, span }: Part, { outline }: Plan): string {
  return outline.source.slice(place.end.offset, span.end).trim()
}

function line(part: Part, plan: Plan): string {
  return said(part, plan).split('\n', 1)[0]!.slice(0, 80)
}

function* checkEntry(unit: Unit, plan: Plan): Iterable<Problem<Id>> {
  for (const field of unit.fields) {
    const severity = severityOfDemand(field.spec, plan)
    if (!severity || (field.state !== 'missing' && field.state !== 'empty')) continue
    yield {
      message: field.state === 'missing' ? 'lacks' : 'blank',
      data: { label: field.spec.label, name: unit.spec.role, title: titleOf(unit) },
      at: field.part?.place ?? unit.part.place,
      help: `Write "${field.spec.label}: ${field.spec.hint ?? '…'}" there`,
      ...(severity === 'warning' ? { severity } : {})
    }
  }
}

function titleOf({ part, fields, index }: Unit): string {
  return part.title || fields.find(({ text }) => text !== '')?.text || String(index + 1)
}

function* checkIds(entries: readonly Unit[]): Iterable<Problem<Id>> {
  const seen = new Map<string, BoundField>()
  for (const unit of entries) {
    const field = idField(unit)
    if (!field || field.text === '') continue
    const key = `${unit.spec.role} ${field.text}`
    const first = seen.get(key)
    if (first)
      yield {
        message: 'sameId',
        data: { name: unit.spec.role, label: field.spec.label, text: quote(field.text) },
        at: field.place!,
        help: 'Give one of the two another one',
        related: [{ place: first.place!, message: 'First one here' }]
      }
    else seen.set(key, field)
  }
}
