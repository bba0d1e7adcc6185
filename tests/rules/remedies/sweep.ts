/** Every field and section of every valid plan, taken out or emptied, and put back by nothing but the help's own words. */
import { builtinProfiles } from '../../../src/profiles/builtin.ts'
import { parsePlan } from '../../../src/parse/parse.ts'
import { bindPlan } from '../../../src/plan/bind.ts'
import type { BoundField, BoundSection, Plan } from '../../../src/plan/bind-types.ts'
import { allFields, allMetadata } from '../../../src/plan/every.ts'
import { outlineOf } from '../../../src/outline/outline.ts'
import { vocabularyOf } from '../../../src/detect/vocabulary.ts'
import type { Remedy } from './remedy.ts'
import { findingsOf, planText } from './remedy.ts'

/** What is spoilt, what is said, and what the words lead to. */
export interface Swept extends Remedy {
  name: string
  help: string
}

const vocabulary = vocabularyOf(builtinProfiles)

export function modelOf(name: string): Plan {
  const text = planText(name)
  const profile = builtinProfiles.find(each => name.startsWith(each.name))!
  return bindPlan(outlineOf(parsePlan(text), text, vocabulary), profile)
}

/** Puts one text in place of a span. */
const put =
  (start: number, end: number, text: string) =>
  (whole: string): string =>
    whole.slice(0, start) + text + whole.slice(end)

/** Fields without their label, and without their value; obeyed with the value that they had, below the label that the help names. */
export function* sweepFields(name: string): Iterable<Swept> {
  const plan = modelOf(name)
  for (const field of [...allMetadata(plan), ...allFields(plan)]) {
    const { part, state } = field
    if (part && state === 'filled' && part.form !== 'heading' && part.form !== 'row') yield* outOf(field, name, plan)
  }
}

function* outOf(field: BoundField, name: string, plan: Plan): Iterable<Swept> {
  const { source } = plan.outline
  const part = field.part!
  const start = source.lastIndexOf('\n', part.place.start.offset - 1) + 1
  const end = Math.max(part.span.end, field.span?.end ?? 0)
  const written = source.slice(start, end)
  if (written.trim() === '') return
  const gone = put(start, end, '')
  const label = field.spec.label
  const at = written.indexOf(part.title)
  if (at < 0) return
  for (const { rule, messageId, message, help = '' } of findingsOf(gone(source))) {
    const asked = /(?:Add|Write) \*\*([^*]+?):?\*\*/.exec(help)?.[1]
    if (asked !== label) continue
    const length = written.startsWith(label, at) ? label.length : part.title.length
    const isBold = written.slice(0, at).endsWith('*')
    const renamed = written.slice(0, at) + (isBold ? asked : `**${asked}**`) + written.slice(at + length)
    yield {
      name: `${name}: without "${label}"`,
      of: `${rule}/${messageId}`,
      said: message,
      help,
      plan: name,
      spoil: gone,
      obey: put(start, start, renamed)
    }
  }
}

/** Sections taken out, and put back under the heading that the help names: with what they held, or with "N/A" and a reason where it offers that. */
export function* sweepSections(name: string): Iterable<Swept> {
  const plan = modelOf(name)
  for (const section of plan.allSections) if (section.part?.form === 'heading') yield* outOfSection(section, name, plan)
}

function* outOfSection({ part, span, spec }: BoundSection, name: string, plan: Plan): Iterable<Swept> {
  const { source } = plan.outline
  const start = part!.place.start.offset
  const heading = source.slice(start, part!.place.end.offset)
  const level = /^#+/.exec(heading)?.[0]
  if (level === undefined) return
  const gone = put(start, span.end, '')
  for (const { rule, messageId, message, help = '' } of findingsOf(gone(source))) {
    const asked = /Add a section "(.+?)"(?:,|:|$| with| behind)/.exec(help)?.[1]
    if (messageId !== 'missing' || asked === undefined || !asked.endsWith(spec.title)) continue
    const base = { of: `${rule}/${messageId}`, said: message, help, plan: name, spoil: gone }
    const body = source.slice(part!.place.end.offset, span.end)
    yield {
      ...base,
      name: `${name}: without section "${spec.title}"`,
      obey: put(start, start, `${level} ${asked}${body}`)
    }
    if (help.includes('"N/A"'))
      yield {
        ...base,
        name: `${name}: section "${spec.title}" as N/A`,
        obey: put(start, start, `${level} ${asked}\n\nN/A — nothing of it is touched by the change\n\n`)
      }
  }
}
