/** What a profile demands of units, for the table of a dialect. */
import { firstOf } from '../plan/sentences/sentences.ts'
import type { FieldSpec, UnitSpec, Where } from '../profiles/schema.ts'
import { choosingField, plainFields } from '../profiles/fields.ts'
import { handedOver } from '../profiles/kinds.ts'
import { valuesOf } from '../profiles/status.ts'
import { isPlain, kindOf, numberingOf, startsOf, unitSpecs } from '../profiles/units.ts'

/** One demand of a dialect: the rule that speaks of it and the key of the profile that says it. */
export interface DemandLine {
  demand: string
  rule: string
  key: string
}

/** Which rule speaks of the fields of a unit. */
function ruleOfFields(unit: UnitSpec): string {
  if (kindOf(unit) === 'alternative') return 'alternatives'
  return handedOver.some(kind => kind === kindOf(unit)) ? 'step-fields' : 'section-content'
}

export function unitLines(unit: UnitSpec, section: string, key: string): DemandLine[] {
  const each = `Each ${unit.role} of "${section}"`
  return [
    ...fieldLines(unit, each, key),
    ...idLines(unit, each, key),
    ...wordLines(unit, each, key),
    ...unitSpecs(unit).flatMap(inner => unitLines(inner, section, `${key}.units`))
  ]
}

/** Its number and its fields. */
function fieldLines(unit: UnitSpec, each: string, key: string): DemandLine[] {
  const lines: DemandLine[] = []
  const numbering = numberingOf(unit)
  if (numbering !== undefined)
    lines.push({
      demand: `${each} is numbered from ${numbering === 'letter' ? 'A' : startsOf(unit)[0]} without a hole`,
      rule: 'step-sequence',
      key: `${key}.number`
    })
  if (kindOf(unit) === 'question')
    lines.push({ demand: `${each} has its context and someone to answer it`, rule: 'open-questions', key })
  const chosen = choosingField(unit)
  if (chosen)
    lines.push({
      demand: `${each} has exactly one chosen ${chosen.choice}`,
      rule: 'alternatives',
      key: `${key}.fields[${chosen.label}]`
    })
  for (const field of plainFields(unit))
    if (field.required)
      lines.push({
        demand: `${each} has ${fieldText(field)}`,
        rule: ruleOfFields(unit),
        key: `${key}.fields[${field.label}]`
      })
  return lines
}

/** How it is called, and who refers to it. */
function idLines(unit: UnitSpec, each: string, key: string): DemandLine[] {
  const lines: DemandLine[] = []
  if (unit.id?.from === 'position')
    lines.push({
      demand: `${each} is counted by its place, and written with that number`,
      rule: 'step-sequence',
      key: `${key}.id`
    })
  if (isPlain(unit))
    lines.push({
      demand: `${each} is written so that tools find it`,
      rule: 'task-format',
      key: `${key}.number`
    })
  if (unit.coverage && unit.coverage.in === undefined)
    lines.push({
      demand: `${each} is referred to${unit.coverage.required ? ' (a warning)' : ''}, once any is`,
      rule: 'traceability',
      key: `${key}.coverage`
    })
  if (unit.id && unit.id.from !== 'position') {
    const rule = typeof unit.id.from === 'object' ? 'metadata' : 'step-sequence'
    lines.push({ demand: `${each} has an identifier of its own, if any`, rule, key: `${key}.id` })
  }
  return lines
}

/** What it says, and how it is verified. */
function wordLines(unit: UnitSpec, each: string, key: string): DemandLine[] {
  const lines: DemandLine[] = []
  for (const { kind, words = [] } of unit.content ?? [])
    if (kind === 'normative' || kind === 'scenario')
      lines.push({
        demand: `${each} says ${words.map(firstOf).join(kind === 'scenario' ? ' and ' : ' or ')} (a warning; English text only)`,
        rule: kind === 'scenario' ? 'scenario' : 'requirement-form',
        key: `${key}.content`
      })
  if (unit.verification)
    lines.push({
      demand: `${each}${titlesOf(unit.verification.where)} is verified, a command ${unit.verification.command ?? 'required'}${
        unit.verification.required === 'warning' ? ' (a warning)' : ''
      }`,
      rule: 'step-verification',
      key: `${key}.verification`
    })
  return lines
}

/** Which units are meant, by their titles. */
function titlesOf(where: Where | undefined): string {
  const titles = typeof where === 'object' ? (where.title ?? []) : []
  return titles.length > 0 ? ` with ${titles.map(title => `"${title}"`).join(' or ')} in its title` : ''
}

export function fieldText(field: FieldSpec): string {
  const values = field.values
    ? `: ${valuesOf(field).join(', ')}`
    : field.kind && field.kind !== 'text'
      ? ` (${field.kind})`
      : ''
  const need = field.required === true ? '' : field.required === 'warning' ? ' (a warning)' : ', if given'
  return `"${field.label}"${values}${need}`
}
