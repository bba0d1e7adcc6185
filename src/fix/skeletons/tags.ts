/** Sections and units between tags, to fill in. */
import type { FieldSpec, SectionSpec, UnitSpec } from '../../profiles/schema.ts'
import { valuesOf } from '../../profiles/status.ts'
import { firstWord, ownUnitSpecs } from '../../profiles/units.ts'
import { isWanted, todo } from './blanks.ts'

/** A section between its tags. */
export function taggedSection(spec: SectionSpec, advice: string): string {
  const inner = [
    ...(spec.fields ?? []).filter(isMeant).map(field => taggedField(field, '')),
    ...ownUnitSpecs(spec).map(taggedUnit)
  ]
  return [`<${spec.title}>`, ...(inner.length > 0 ? inner : [todo(advice)]), `</${spec.title}>`].join('\n')
}

function taggedUnit(unit: UnitSpec): string {
  const fields = (unit.fields ?? []).filter(isMeant)
  const attributes = fields
    .filter(({ form }) => form === 'attribute')
    .map(field => ` ${field.label}="${field.hint ?? valuesOf(field)[0] ?? ''}"`)
  const word = firstWord(unit) ?? unit.role
  const inner = fields.filter(({ form }) => form === 'tag').map(field => taggedField(field, '  '))
  return [`<${word}${attributes.join('')}>`, ...inner, `</${word}>`].join('\n')
}

function taggedField({ label, hint }: FieldSpec, indent: string): string {
  return `${indent}<${label}>${todo(hint ?? label)}</${label}>`
}

/** Is a field one of most units: not only of those of which another says so? */
function isMeant(field: FieldSpec): boolean {
  const { where } = field
  return isWanted(field) && !(typeof where === 'object' && where.fields !== undefined)
}
