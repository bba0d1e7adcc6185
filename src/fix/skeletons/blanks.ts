import { groupOf } from '../../profiles/fields.ts'
import type { Demand, FieldSpec } from '../../profiles/schema.ts'

/** Values to fill in: in brackets that say what to write. */

/** Commands, each with what it shows. */
export const expectedSkeleton =
  '```bash\n[TODO: a command that shows that it is done, and in the line below it "# Expected: what it prints"]\n```'

/** @param now - only a whole new plan has a date: what is put into one that is there must not change from run to run. */
export function dateValue({ kind }: FieldSpec, now: Date | undefined): string | undefined {
  if (!now) return undefined
  const text = now.toISOString()
  if (kind === 'date' || kind === 'timestamp') return text.slice(0, 10)
  return kind === 'instant' ? `${text.slice(0, 19)}Z` : undefined
}

/** Is a field part of a new plan? */
export function isWanted(field: FieldSpec): boolean {
  return field.required === true || field.required === 'warning'
}

/** Must it be there, and not only be right where it is? */
export function isRequired({ required = true }: Demand): boolean {
  return required === true
}

/** The fields of a new plan. Of a group the first stands for all, but for what is new beside what is modified. */
export function wantedOf(fields: readonly FieldSpec[]): FieldSpec[] {
  const wanted = fields.filter(isWanted)
  const isBoth = ({ files }: FieldSpec): boolean => files === 'new' || files === 'modified'
  return wanted.filter(field => {
    const group = groupOf(field, fields)
    return group === undefined || isBoth(field) || wanted.find(other => groupOf(other, fields) === group) === field
  })
}

export function rows(fields: readonly FieldSpec[], now?: Date): string {
  return [
    '| Field | Value |',
    '| --- | --- |',
    ...fields.map(field => `| **${field.label}** | ${dateValue(field, now) ?? todo(field.hint ?? field.label)} |`)
  ].join('\n')
}

export function fieldSkeleton(field: FieldSpec, lead: string): string {
  const inner = wantedOf(field.fields ?? [])
  const indent = lead === '' ? '' : '  '
  if (inner.length > 0)
    return [`${lead}**${field.label}**:`, ...inner.map(each => `${indent}${fieldSkeleton(each, '- ')}`)].join('\n')
  const text = todo(field.hint ?? field.label)
  const held = (field.content ?? []).filter(demand => isRequired(demand) && !['text', 'prose'].includes(demand.kind))
  if (held.length > 0)
    return [`${lead}**${field.label}**:`, ...held.map(each => heldBy(field, each, indent))].join('\n\n')
  if (field.kind === 'list' || field.kind === 'files') return `${lead}**${field.label}**:\n${indent}- ${text}`
  if (field.kind === 'tasks' || field.kind === 'choice')
    return `${lead}**${field.label}**:\n${indent}- [${field.kind === 'choice' ? 'x' : ' '}] ${text}`
  if (field.kind === 'code')
    return `${lead}**${field.label}**:\n\n${indent}\`\`\`text\n${indent}${text}\n${indent}\`\`\``
  if (field.kind === 'table')
    return `${lead}**${field.label}**:\n\n${indent}| Item | Notes |\n${indent}| --- | --- |\n${indent}| ${text} | ${todo('notes')} |`
  return `${lead}**${field.label}**: ${text}`
}

function heldBy({ label, hint }: FieldSpec, demand: Demand, indent: string): string {
  const said = demand.hint ?? hint ?? label
  return demandSkeleton({ ...demand, hint: said })
    .split('\n')
    .map(line => `${indent}${line}`)
    .join('\n')
}

export function demandSkeleton(demand: Demand, now?: Date): string {
  const text = todo(demand.hint ?? demand.kind)
  const repeat = (line: string): string => Array.from({ length: demand.min ?? 1 }, () => line).join('\n')
  switch (demand.kind) {
    case 'list':
      return repeat(
        `- ${now && (demand.each === 'date' || demand.each === 'stamp') ? `${now.toISOString().slice(0, 10)}: ` : ''}${text}`
      )
    case 'tasks':
      return repeat(`- [ ] ${text}`)
    case 'tree':
    case 'code':
    case 'diagram':
      return `\`\`\`text\n${text}\n\`\`\``
    case 'table':
      return table(demand)
    default:
      return text
  }
}

/** A table of one column would say little: what its rows are about stands beside it. */
function table({ columns = ['Item'], values = {}, min = 1 }: Demand): string {
  const named = columns.map(column => (typeof column === 'string' ? column : column[0]!))
  const names = named.length === 1 ? [...named, 'What it covers'] : named
  const wanted = (name: string, of = values[name]): string =>
    of === undefined ? name : of === 'date' ? 'a date' : `one of ${of.join(', ')}`
  const cells = names.map(name => todo(wanted(name)))
  const rows = Array.from({ length: Math.max(1, min) }, () => cells)
  return [names, names.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** One bracket of words: what would be read as something of its own is taken out of it. */
export function todo(text: string): string {
  const words = text
    .replace(/:? "- \[ \] …"/g, '')
    .replace(/- \[[ x]\] /g, '')
    .replace(/[`*_<>|[\]{}\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return `[TODO: ${words.length > 140 ? `${words.slice(0, 139).trimEnd()}…` : words}]`
}
