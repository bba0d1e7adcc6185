import type { Demand, FieldSpec, SectionSpec, UnitSpec } from '../profiles/schema.ts'

/** A section's skeleton: headings, labels and bracketed hints of what to write, which `no-placeholder` goes on to report. */
export function sectionSkeleton(spec: SectionSpec, level: number): string {
  const lines: string[] = [`${'#'.repeat(Math.min(6, level))} ${spec.number === undefined ? '' : `${spec.number.includes('.') ? spec.number : `${spec.number}.`} `}${spec.title}`, '']
  if (spec.skeleton !== undefined) lines.push(spec.skeleton, '')
  else {
    lines.push(...(spec.fields ?? []).filter(field => field.required).map(fieldSkeleton))
    if (spec.fields?.some(field => field.required)) lines.push('')
    else for (const demand of (spec.content ?? []).slice(0, 1)) lines.push(demandSkeleton(demand), '')
    if (spec.checklist?.items) lines.push(...spec.checklist.items.map(item => `- [ ] ${item}`), '')
  }
  for (const unit of spec.units === undefined ? [] : Array.isArray(spec.units) ? spec.units : [spec.units]) if ((unit.min ?? 1) > 0) lines.push(unitSkeleton(unit, level + 1), '')
  for (const inner of spec.sections ?? []) if (inner.required !== false) lines.push(sectionSkeleton(inner, level + 1))
  if ((spec.content ?? []).length === 0 && !spec.fields?.length && !spec.units && !spec.sections?.length && !spec.checklist && spec.skeleton === undefined) lines.push(`[TODO: ${spec.title}]`, '')
  return `${lines.join('\n').trimEnd()}\n`
}

function fieldSkeleton(field: FieldSpec): string {
  return `- **${field.label}**: [TODO${field.hint ? `: ${field.hint}` : ''}]`
}

function demandSkeleton(demand: Demand): string {
  const todo = `[TODO${demand.help ? `: ${demand.help}` : ''}]`
  if (demand.kind === 'list') return `- ${todo}`
  if (demand.kind === 'tasks') return `- [ ] ${todo}`
  if (demand.kind === 'tree') return '```text\n[TODO: file tree]\n```'
  if (demand.kind === 'table') {
    const columns = (demand.columns ?? ['Item']).map(column => typeof column === 'string' ? column : column[0]!)
    return `| ${columns.join(' | ')} |\n| ${columns.map(() => '---').join(' | ')} |\n| ${columns.map(() => '[TODO]').join(' | ')} |`
  }
  return todo
}

function unitSkeleton(unit: UnitSpec, level: number): string {
  const word = unit.words?.[0]
  const number = unit.ordinal === 'number' ? String(unit.start ?? 1) : unit.ordinal === 'letter' ? 'A' : word ? 'A' : ''
  const title = word ? `${word} ${number}: ` : number === '' ? '' : `${number}. `
  const fields = (unit.fields ?? []).filter(field => field.required).map(field => `**${field.label}**: [TODO${field.hint ? `: ${field.hint}` : ''}]`)
  const verify = unit.verification ? [`**${unit.verification.fields[0]!}**: [TODO: a command that shows that it works]`] : []
  const inner = unit.units ? [unitSkeleton(unit.units as UnitSpec, level + 1)] : []
  return [`${'#'.repeat(Math.min(6, level))} ${title}[TODO: name]`, ...fields, ...verify, ...(fields.length + verify.length === 0 && inner.length === 0 ? ['[TODO]'] : []), ...inner].join('\n\n')
}
