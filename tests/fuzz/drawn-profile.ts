/** Profiles as chance writes them: whatever the schema allows, of words that the documents have. */
import { z } from 'zod'
import type { Profile } from '../../src/profiles/schema.ts'
import { profileSchema } from '../../src/profiles/schema.ts'
import { readProfile } from '../../src/profiles/validate.ts'
import type { Random } from './random.ts'

interface Schema {
  $ref?: string
  anyOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  propertyNames?: Schema
  items?: Schema
  prefixItems?: Schema[]
  minItems?: number
  minimum?: number
  maximum?: number
}

const root = z.toJSONSchema(profileSchema, { io: 'input' }) as Schema & { $defs?: Record<string, Schema> }

const titles = ['Steps', 'Options', 'Log', 'Requirements', 'Tasks', 'Files', 'Outcome']
const labels = ['Owner', 'Verify', 'Files', 'Status', 'Date', 'Chosen option', 'Why', 'status']
const roles = ['step', 'task', 'option', 'requirement', 'risk', 'phase', 'question', 'scenario']
const words: Record<string, readonly string[]> = {
  id: ['steps', 'options', 'log', 'requirements', 'tasks', 'files', 'outcome'],
  title: titles,
  label: labels,
  role: roles,
  words: ['Step', 'Requirement', 'Option', 'Task', 'SHALL', 'FROM'],
  shape: ['T###', '#', '#.#', 'R-###', '[US#]', 'DBA'],
  paths: ['docs/**', '*-PLAN.md', 'specs/{area}/spec.md', '!docs/a.md'],
  from: ['draft', 'active', 'done'],
  means: ['approved', 'done']
}
const any = [...titles, ...labels, ...roles, 'T###', 'Kim', '`src/a.ts`']

/** What says nothing of the plan itself, or of other files. */
const left = new Set(['$schema', 'extends', 'detect', 'settings'])

/** @returns undefined where chance wrote none that is valid */
export function drawnProfile(random: Random): Profile | undefined {
  const data = { ...(draw(root, '', 0, random) as object), name: 'drawn', title: 'Drawn', summary: 'Drawn' }
  for (let round = 0; round < 60; round++) {
    const { profile, problems } = readProfile(data)
    if (problems.length === 0) return profile
    for (const { path } of problems.toReversed()) takeOut(data, path)
  }
  return undefined
}

/** What is wrong goes, and where that is missed, what holds it. */
function takeOut(data: unknown, path: readonly (string | number)[]): void {
  const holders = path
    .slice(0, -1)
    .reduce<unknown[]>((found, key) => [...found, (found.at(-1) as Record<string, unknown> | undefined)?.[key]], [data])
  for (let at = path.length - 1; at >= 0; at--) {
    const [holder, key] = [holders[at], path[at]!]
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) continue
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete (holder as Record<string, unknown>)[key]
    return
  }
}

function draw(schema: Schema, key: string, depth: number, random: Random): unknown {
  if (schema.$ref !== undefined) return draw(resolved(schema.$ref), key, depth, random)
  if (schema.anyOf) return draw(random.pick(schema.anyOf), key, depth, random)
  if (schema.enum) return random.pick(schema.enum)
  if (schema.const !== undefined) return schema.const
  switch (schema.type) {
    case 'object':
      return object(schema, key, depth, random)
    case 'array':
      return schema.prefixItems
        ? schema.prefixItems.map(item => draw(item, key, depth + 1, random))
        : Array.from({ length: (schema.minItems ?? 0) + random.below(depth > 6 ? 1 : 4) }, () =>
            draw(schema.items!, key, depth + 1, random)
          )
    case 'string':
      return random.pick(words[key] ?? any)
    case 'boolean':
      return random.below(2) === 0
    default:
      return Math.min(schema.maximum ?? 3, (schema.minimum ?? 0) + random.below(3))
  }
}

function object(
  { properties, required = [], additionalProperties, propertyNames }: Schema,
  key: string,
  depth: number,
  random: Random
): object {
  if (!properties) {
    const names = propertyNames?.enum ?? any
    return Object.fromEntries(
      Array.from({ length: 1 + random.below(2) }, () => [
        String(random.pick(names)),
        draw(additionalProperties as Schema, key, depth + 1, random)
      ])
    )
  }
  const share = depth === 0 ? 0.5 : depth > 5 ? 0.06 : 0.2
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name) || (!left.has(name) && random.next() < share))
      .map(([name, inner]) => [name, draw(inner, name, depth + 1, random)])
  )
}

function resolved(ref: string): Schema {
  return ref === '#' ? root : root.$defs![ref.slice('#/$defs/'.length)]!
}
