/** Stamps at the head of entries: a date, with or without a time, in brackets. */
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import { findDate, isCutShort } from '../../src/outline/dates.ts'
import { quote } from '../../src/outline/text.ts'
import { weightAt } from '../../src/checks/demands/where.ts'
import { isDemanded } from '../../src/checks/phases.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'
import type { Demand } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { tellTogether } from '../words/most.ts'
import type { Id } from './id.ts'
import { checkDay } from './values.ts'

/** A bracket at the head of a text; one that is never closed is one all the same. */
const bracket = /^[([]([^()[\]\n]{1,60})([)\]]?)/
/** What is meant as a date, right or wrong: "2026-1-5", "01/02/2026". */
const dateLike = /\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}:\d{2}/
const trailing = /[([]([^()[\]\n]{8,60})[)\]]\W*$/

/** Holds the entries of a plan against the demand that each, or some of them, begin with a stamp. */
export function* checkStamps(plan: Plan, now: number): Iterable<Problem<Id>> {
  const missing: Problem<Id>[] = []
  let count = 0
  for (const unit of allUnits(plan)) {
    const demand = unit.spec.content?.find(({ kind }) => kind === 'stamp')
    if (!demand || !isDemanded(demand, plan)) continue
    const weight = weightAt(demand, unit, other => other.lead?.stamp !== undefined)
    const severity = weight ?? (demand.required === 'warning' ? 'warning' : demand.required === false ? 'off' : 'error')
    if (severity !== 'off') count++
    const found = [...checkStamp(unit, demand, plan, now)]
    for (const problem of found)
      if (problem.message === 'unstamped') {
        if (severity !== 'off') missing.push({ ...problem, severity })
      } else yield { ...problem, severity: demand.required === 'warning' ? 'warning' : 'error' }
  }
  yield* tellTogether(
    missing,
    count,
    ({ message }) => message,
    (_, lacking) => ({
      message: 'unstampedAll',
      data: { lacking, count }
    })
  )
}

function* checkStamp(unit: Unit, { hint }: Demand, plan: Plan, now: number): Iterable<Problem<Id>> {
  const title = unit.part.title
  const { place } = unit.part
  const data = { label: quote(title), text: quote(title) }
  const help = `Begin it with when that was: ${hint ?? '(YYYY-MM-DD hh:mmZ)'}`
  const lead = bracket.exec(title)
  const text = lead?.[1] ?? title.slice(0, 40)
  const read = lead || unit.lead?.stamp ? findDate(text) : undefined
  if (lead && !read && dateLike.test(text)) {
    yield { message: 'stamp', data: { ...data, text: quote(lead[0]) }, at: place, help }
    return
  }
  if (!read) {
    if (!hasLeftover(unit.part.value ?? unit.span, plan) && !hasDate(trailing.exec(title)?.[1]))
      yield { message: 'unstamped', data, at: place, help }
    return
  }
  const isOpen = lead !== null && lead[2] === ''
  if (isOpen || isCutShort(text, read))
    yield { message: 'stamp', data: { ...data, text: quote(lead?.[0].trim() ?? text) }, at: place, help }
  else yield* checkDay(text, read, { label: unit.section.spec.title, kind: 'timestamp', at: place, isPast: true }, now)
}

const hasDate = (text: string | undefined): boolean => text !== undefined && findDate(text) !== undefined
