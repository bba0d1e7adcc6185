import type { Demand, FieldSpec, UnitSpec } from '../../profiles/schema.ts'
import { commandLabels, expectedLabels } from '../../profiles/verification.ts'
import { choosingField, plainFields } from '../../profiles/fields.ts'
import { firstOf } from '../../plan/sentences/sentences.ts'
import {
  agreesOf,
  firstTitle,
  firstWord,
  formsOf,
  kindOf,
  markersOf,
  numberingOf,
  ownUnitSpecs,
  startsOf
} from '../../profiles/units.ts'
import { demandSkeleton, fieldSkeleton, isRequired, todo, wantedOf } from './blanks.ts'
import { isNested, namedSkeleton, nestedSkeleton } from '../renumber/nested.ts'

/** How many of a kind a new plan has: a second one where the first is spared of what the others need. */
export function countOf({ min = 1, fields = [] }: UnitSpec): number {
  return Math.max(1, min, fields.some(isSpared) ? 2 : 1)
}

function isSpared({ where }: FieldSpec): boolean {
  return where === 'middle' || where === 'last'
}

/**
 * @param level Of their headings.
 * @returns One below the other, without a line break at the end.
 */
export function unitSkeletons(unit: UnitSpec, level: number, outer = 0): string {
  if (formsOf(unit).written[0] === 'row') return rowSkeleton(unit)
  const isLine = isItem(unit) && plainFields(unit).length === 0 && !unit.verification
  return Array.from({ length: countOf(unit) }, (_, index) => unitSkeleton(unit, index, level, outer)).join(
    isLine ? '\n' : '\n\n'
  )
}

const isItem = (unit: UnitSpec): boolean => ['item', 'box'].includes(formsOf(unit).written[0]!)

function unitSkeleton(unit: UnitSpec, index: number, level: number, outer: number): string {
  if (isNested(unit)) return nestedSkeleton(unit)
  if (unit.id?.from === 'name') return namedSkeleton(unit, level)
  const fields = wantedOf(plainFields(unit)).filter(field => index > 0 || !isSpared(field))
  const parts = [unitTitle(unit, index, level, outer)]
  for (const field of fields) {
    const repeated = ownUnitSpecs(field).map(each => unitSkeletons(each, level + 1, index))
    parts.push(...(repeated.length > 0 ? [labelOf(field, level + 1), ...repeated] : [fieldSkeleton(field, '')]))
  }
  for (const demand of unit.content ?? [])
    if (!isInText(demand) && isRequired(demand)) parts.push(demandSkeleton(demand))
  const choice = choosingField(unit)
  if (choice) parts.push(`**${choice.label}**: ${todo('which one, and why')}`)
  const inner = ownUnitSpecs(unit)
  const [boxes, others] = [inner.filter(isItem), inner.filter(each => !isItem(each))]
  // A command is a part of the last thing to tick.
  for (const each of boxes) parts.push(unitSkeletons(each, level + 1, index))
  parts.push(...verificationSkeletons(unit, fields))
  for (const each of others) parts.push(unitSkeletons(each, level + 1, index))
  if (!isItem(unit) && (parts.length === 1 || unit.content?.some(demand => demand.kind === 'text')))
    parts.splice(
      1,
      0,
      todo(unit.content?.find(demand => demand.kind !== 'title')?.hint ?? `what this ${unit.role} is about`)
    )
  return parts.join('\n\n')
}

/** How it is seen that a unit is done, and what is seen then: in one line where one label says both. */
function verificationSkeletons({ verification }: UnitSpec, fields: readonly FieldSpec[]): string[] {
  if (!verification) return []
  const labels = commandLabels(verification)
  const [own] = labels
  const command = todo(
    verification.command === 'optional'
      ? 'how it is seen that this is done'
      : 'a command in backticks that fails until this is done'
  )
  const lines = fields.some(({ label }) => labels.includes(label))
    ? []
    : [own === undefined ? command : `**${own}**: ${command}`]
  const [label] = expectedLabels(verification)
  if (label === undefined) return lines
  const shown = todo('what the command shows once it is done')
  return label === own && lines.length > 0 ? [`${lines[0]!} → ${shown}`] : [...lines, `**${label}**: ${shown}`]
}

/** What stands above a list; one whose items are referred to by their place stands below a heading. */
function labelOf(field: FieldSpec, level: number): string {
  return ownUnitSpecs(field).some(({ id }) => id?.from === 'position')
    ? `${'#'.repeat(Math.min(6, level))} ${field.label}`
    : `**${field.label}**:`
}

/** Is a demand met by the words of the title and the text, not by something beside them? */
function isInText({ kind }: Demand): boolean {
  return kind === 'text' || kind === 'title' || kind === 'normative' || kind === 'scenario'
}

function unitTitle(unit: UnitSpec, index: number, level: number, outer: number): string {
  const title = skeletonTitle(unit, index)
  const [form] = formsOf(unit).written
  switch (form) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, level))} ${title}`
    case 'bold':
      return `**${title}**`
    case 'box':
      return `- [ ] ${unit.id ? [idOf(unit, index), ...labelsOf(unit, outer), title].join(' ') : `**${title}**`}`
    default:
      return unit.id && unit.id.from !== 'number' ? `- **${idOf(unit, index)}**: ${title}` : `${index + 1}. ${title}`
  }
}

/** A table of one row: what is there of each is to be written, the rest comes with the work. */
function rowSkeleton(unit: UnitSpec): string {
  const fields = plainFields(unit)
  const head = [unit.role[0]!.toUpperCase() + unit.role.slice(1), ...fields.map(({ label }) => label)]
  const row = [idOf(unit, 0), ...fields.map(field => (field.required === true ? todo(field.hint ?? field.label) : ''))]
  return [head, head.map(() => '---'), row].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** `FR-001`: the shape of an identifier with a number in it; one of no shape is any word, or code. */
function idOf({ id, role }: UnitSpec, index: number): string {
  const [shape] = [id?.shape ?? []].flat()
  if (shape !== undefined) return filled(shape, index + 1)
  const name = todo(`name of the ${role}`)
  return id?.from === 'code' ? `\`${name}\`` : name
}

function filled(shape: string, number: number): string {
  return shape.replace(/#+/, marks => String(number).padStart(marks.length, '0'))
}

/** Markers that agree with the title of the unit around. */
function labelsOf(spec: UnitSpec, outer: number): string[] {
  return Object.keys(agreesOf(spec)).flatMap(marker => {
    const shape = markersOf(spec)[marker]?.[0]
    return shape === undefined ? [] : filled(shape, outer + 1)
  })
}

/** Its number, its word, and what is to be written behind them. */
export function skeletonTitle(unit: UnitSpec, index: number): string {
  const word = firstWord(unit)
  const isChoice = ['alternative', 'option'].includes(kindOf(unit))
  const numbered = numberingOf(unit) === 'number' || (word !== undefined && !isChoice && unit.number === false)
  const number =
    unit.id || (word === undefined && numberingOf(unit) === undefined)
      ? ''
      : numbered
        ? String(startsOf(unit)[0] + index)
        : numberingOf(unit) === 'letter' || word !== undefined
          ? String.fromCharCode(65 + index)
          : ''
  const name = (index === 0 ? firstTitle(unit) : undefined) ?? said(unit) ?? todo(`name of the ${unit.role}`)
  // What units inside of it agree with.
  const shape = ownUnitSpecs(unit).flatMap(inner => Object.values(agreesOf(inner)).flat())[0]
  const behind = shape === undefined ? name : `${filled(shape, index + 1)} - ${name}`
  const head = number === '' && isNumbered(unit) ? `${idOf(unit, index)}. ` : number === '' ? '' : `${number}. `
  return `${word === undefined ? head : `${word} ${number}: `}${behind}`
}

/** A heading whose identifier is nothing but a number. */
function isNumbered(unit: UnitSpec): boolean {
  return unit.id?.shape === '#' && formsOf(unit).written[0] === 'heading'
}

/** An entry that is a sentence of a form. */
function said({ content = [] }: UnitSpec): string | undefined {
  if (content.some(({ kind }) => kind === 'scenario'))
    return `**Given** ${todo('where it begins')}, **When** ${todo('what happens')}, **Then** ${todo('what follows from it')}`
  const normative = content.find(({ kind }) => kind === 'normative')
  return normative && `${todo('who or what')} ${firstOf(normative.words?.[0] ?? 'MUST')} ${todo('what it has to do')}`
}
