import { z } from 'zod'
import {
  checklistSchema,
  coverageSchema,
  coveredSchema,
  detectSchema,
  idSchema,
  meantSchema,
  demandSchema,
  fieldSchema,
  memberSchema,
  profileSchema,
  sectionSchema,
  unitSchema,
  verificationSchema
} from '../profiles/schema.ts'
import { table } from './markdown.ts'
import { homepage } from '../lint/rule.ts'
import { moved } from '../profiles/moved.ts'

/** The JSON schema of profiles, from the one schema there is. */
export function renderProfileSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(profileSchema, { target: 'draft-7', io: 'input' })
  return `${JSON.stringify({ $schema, $id: `${homepage}/schema/profile.schema.json`, title: 'planlint profile', ...rest }, undefined, 2)}\n`
}

/** What the page of the language tells of, from the outermost to the innermost. */
const pieces = {
  Profile: profileSchema,
  Section: sectionSchema,
  Unit: unitSchema,
  Field: fieldSchema,
  Content: demandSchema,
  Verification: verificationSchema,
  Checklist: checklistSchema,
  Where: meantSchema,
  Identifier: idSchema,
  Recognition: detectSchema,
  'Member of a set': memberSchema,
  'Coverage of units': coveredSchema,
  'Coverage of files': coverageSchema
}

interface Described {
  description?: string
  enum?: unknown[]
  const?: unknown
  type?: string
  anyOf?: Described[]
  items?: Described
  properties?: Record<string, Described>
  required?: string[]
}

/** Every key of the language, with what it says: one table for each thing that has keys. */
export function renderLanguage(): string {
  return Object.entries(pieces)
    .map(([name, schema]) => {
      const read = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described & {
        $ref?: string
        $defs?: Record<string, Described>
      }
      const {
        description,
        properties = {},
        required = []
      } = read.$ref ? read.$defs![read.$ref.split('/').at(-1)!]! : read
      const rows = Object.entries(properties).map(([key, value]) => [
        `\`${key}\`${required.includes(key) ? ' (required)' : ''}`,
        cell(valuesOf(value)),
        cell(says(value))
      ])
      return `## ${name}\n\n${description ?? ''}\n\n${table(['Key', 'Value', 'Says'], rows)}`
    })
    .join('\n\n')
}

/** Keys that are gone, and what says the same. */
export function renderMoved(): string {
  return table(
    ['Key', 'Is now'],
    Object.entries(moved).map(([key, now]) => [`\`${key}\``, now])
  )
}

/** Texts hold examples with angle brackets, which Markdown takes for HTML. */
const cell = (text: string): string => text.replace(/<([^<>\n]+)>/g, '`<$1>`')

function says({ description, properties, items }: Described): string {
  if (description) return description
  const inner = properties ?? items?.properties
  return inner
    ? `With ${Object.keys(inner)
        .map(key => `\`${key}\``)
        .join(', ')}.`
    : ''
}

function valuesOf(value: Described): string {
  if (value.anyOf) return [...new Set(value.anyOf.map(valuesOf))].join(' or ')
  if (value.const !== undefined) return `\`${String(value.const)}\``
  if (value.enum) return value.enum.map(each => `\`${String(each)}\``).join(', ')
  if (value.type === 'array') return 'list'
  return value.type === 'boolean' ? '`true`, `false`' : (value.type ?? 'object')
}
