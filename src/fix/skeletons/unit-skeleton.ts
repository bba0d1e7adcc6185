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
import { countOf, isLaterField, numbered } from './counts.ts'

/**
 * @param level Of their headings.
 * @returns One below the other, without a line break at the end.
 */
export function unitSkeletons(unit: UnitSpec, level: number, outer = 0): string {
  if (formsOf(unit).written[0] === 'row') return rowSkeleton(unit, outer)
  const isLine = isItem(unit) && plainFields(unit).length === 0 && !unit.verification
  return Array.from({ length: countOf(unit) }, (_, index) => unitSkeleton(unit, index, level, outer)).join(
    isLine ? '\n' : '\n\n'
  )
}

const isItem = (unit: UnitSpec): boolean => ['item', 'box'].includes(formsOf(unit).written[0]!)

function unitSkeleton(unit: UnitSpec, index: number, level: number, outer: number): string {
  if (isNested(unit)) return nestedSkeleton(unit, '', index, outer)
  if (unit.id?.from === 'name') return namedSkeleton(unit, level)
  const fields = wantedOf(plainFields(unit)).filter(field => index > 0 || !isLaterField(field))
  const parts = [unitTitle(unit, index, level, outer)]
  // What stands below it has its number.
  const own = numberingOf(unit) === 'number' ? startsOf(unit)[0] - 1 + index : index
  for (const field of fields) {
    const repeated = ownUnitSpecs(field).map(each => unitSkeletons(each, level + 1, own))
    parts.push(...(repeated.length > 0 ? [labelOf(field, level + 1), ...repeated] : [fieldSkeleton(field, '')]))
  }
  for (const demand of unit.content ?? [])
    if (!isInText(demand) && isRequired(demand)) parts.push(demandSkeleton(demand))
  const choice = choosingField(unit)
  if (choice) parts.push(`**${choice.label}**: ${todo('which one, and why')}`)
  const inner = ownUnitSpecs(unit)
  const [boxes, others] = [inner.filter(isItem), inner.filter(each => !isItem(each))]
  // A command is a part of the last thing to tick.
  for (const each of boxes) parts.push(unitSkeletons(each, level + 1, own))
  parts.push(...verificationSkeletons(unit, fields))
  for (const each of others) parts.push(unitSkeletons(each, level + 1, own))
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
  const expected = expectedLabels(verification)
  const [label] = expected
  if (label === undefined || fields.some(field => expected.includes(field.label))) return lines
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
  const title = skeletonTitle(unit, index, outer)
  const [form] = formsOf(unit).written
  switch (form) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, level))} ${headOf(unit, index, outer)}${title}`
    case 'bold':
      return `**${headOf(unit, index, outer)}${title}**`
    case 'box':
      return `- [ ] ${unit.id ? [idOf(unit, index, outer), ...labelsOf(unit, outer), title].join(' ') : `**${title}**`}`
    default:
      return unit.id && unit.id.from !== 'number'
        ? `- **${idOf(unit, index, outer)}**: ${title}`
        : `${index + 1}. ${title}`
  }
}

/** The identifier that a title begins with, where no word does. */
function headOf(unit: UnitSpec, index: number, outer: number): string {
  const isThere = unit.id?.shape !== undefined && unit.id.from === undefined && firstWord(unit) === undefined
  return isThere && !isNumbered(unit) ? `${idOf(unit, index, outer)}: ` : ''
}

/** A table of as many rows as there must be: what is there of each is to be written, the rest comes with the work. */
function rowSkeleton(unit: UnitSpec, outer: number): string {
  const fields = plainFields(unit)
  const head = [unit.role[0]!.toUpperCase() + unit.role.slice(1), ...fields.map(({ label }) => label)]
  const cells = fields.map(field => (field.required === true ? todo(field.hint ?? field.label) : ''))
  const rows = Array.from({ length: countOf(unit) }, (_, index) => [idOf(unit, index, outer), ...cells])
  return [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')
}

/** `FR-001`: the shape of an identifier with a number in it; one of no shape is any word, or code. Of names that are listed each has its own. */
function idOf(unit: UnitSpec, index: number, outer: number): string {
  const { id, role } = unit
  const shapes = [id?.shape ?? []].flat()
  const [shape] = shapes
  if (shape !== undefined) return shape.includes('#') ? numbered(shape, unit, index, outer) : (shapes[index] ?? shape)
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
export function skeletonTitle(unit: UnitSpec, index: number, outer = 0): string {
  const word = firstWord(unit)
  const isChoice = ['alternative', 'option'].includes(kindOf(unit))
  const isCounted = numberingOf(unit) === 'number' || (word !== undefined && !isChoice && unit.number === false)
  const number =
    unit.id || (word === undefined && numberingOf(unit) === undefined)
      ? ''
      : isCounted
        ? String(startsOf(unit)[0] + (unit.number === 'through' ? outer * countOf(unit) : 0) + index)
        : numberingOf(unit) === 'letter' || word !== undefined
          ? String.fromCharCode(65 + index)
          : ''
  const name = (index === 0 ? firstTitle(unit) : undefined) ?? said(unit) ?? todo(`name of the ${unit.role}`)
  // What units inside of it agree with.
  const shape = ownUnitSpecs(unit).flatMap(inner => Object.values(agreesOf(inner)).flat())[0]
  const behind = shape === undefined ? name : `${filled(shape, index + 1)} - ${name}`
  const head = number === '' && isNumbered(unit) ? `${idOf(unit, index, outer)}. ` : number === '' ? '' : `${number}. `
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
