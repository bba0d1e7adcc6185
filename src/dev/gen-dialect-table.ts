/** The table of what a profile demands: which rule speaks of it, and the key that says it. */
import type { Demand, Profile, SectionSpec } from '../profiles/schema.ts'
import { table } from './markdown.ts'
import { unitSpecs } from '../profiles/units.ts'
import { numberOf, treeDemand, plainFields, choosingField } from '../profiles/fields.ts'
import { fieldText, unitLines, type DemandLine } from './gen-dialect-units.ts'
import { tickedIn } from '../profiles/states.ts'

/** Every demand of a profile, its rules linked from `folder`. */
export function dialectTable(profile: Profile, folder = '../rules/'): string {
  const rows = linesOf(profile).map(({ demand, rule, key }) => [
    demand,
    `[\`${rule}\`](${folder}${rule}.md)`,
    `\`${key}\``
  ])
  return `### ${profile.name}\n\n${profile.summary}.\n\n${table(['The plan shows', 'Rule', 'Key of the profile'], rows)}`
}

function linesOf(profile: Profile): DemandLine[] {
  const lines: DemandLine[] = []
  for (const field of profile.fields ?? [])
    lines.push({ demand: `${fieldText(field)}`, rule: 'metadata', key: `fields[${field.label}]` })
  for (const unit of unitSpecs(profile)) lines.push(...unitLines(unit, profile.title, 'units'))
  for (const section of profile.sections) lines.push(...sectionLines(section, ''))
  for (const pair of profile.coverage ?? [])
    lines.push({
      demand: `Files of the ${pair.files} stand in the ${pair.in}${pair.required === 'warning' ? ' (a warning)' : ''}${onceMost(pair.min)}`,
      rule: 'file-coverage',
      key: 'coverage'
    })
  return lines
}

/** From which part on a lack is told. */
const onceMost = (min: number | undefined): string =>
  min === undefined ? '' : `, once ${Math.round(min * 100)} % of them do`

function sectionLines(section: SectionSpec, above: string): DemandLine[] {
  const key = `${above}${section.id}`
  const name = `${section.number ? `${numberOf(section)} ` : ''}${section.title}`
  return [
    ...presenceLines(section, name, key),
    ...contentLines(section, name, key),
    ...(section.rules?.includes('diagram-explained')
      ? [{ demand: `Diagrams in "${name}" are explained`, rule: 'diagram-explained', key: `${key}.rules` }]
      : []),
    ...choiceLines(section, name, key),
    ...codeLines(section, name, key),
    ...unitSpecs(section).flatMap(unit => unitLines(unit, name, `${key}.units`)),
    ...(section.sections ?? []).flatMap(inner => sectionLines(inner, `${key}.`))
  ]
}

/** That it is there, and in which words it may be not. */
function presenceLines(section: SectionSpec, name: string, key: string): DemandLine[] {
  const lines: DemandLine[] = []
  if (section.required !== false)
    lines.push({
      demand: `Section "${name}"${section.required === 'warning' ? ' (a warning)' : ''}`,
      rule: 'required-sections',
      key
    })
  if (section.na === 'never') lines.push({ demand: `"${name}" is not N/A`, rule: 'na-justification', key: `${key}.na` })
  if (section.na === 'unless-tests')
    lines.push({
      demand: `"${name}" is not N/A while the plan names tests`,
      rule: 'na-justification',
      key: `${key}.na`
    })
  if (section.na === 'answered')
    lines.push({
      demand: `"${name}" has no open question once all is done (a warning)`,
      rule: 'status-consistency',
      key: `${key}.na`
    })
  const elsewhere = Object.keys(section.elsewhere ?? {})
  if (elsewhere.length > 0)
    lines.push({
      demand: `"${name}" is not in ${elsewhere.join(' or ')} (a warning)`,
      rule: 'traceability',
      key: `${key}.elsewhere`
    })
  return lines
}

/** What stands in it. */
function contentLines(section: SectionSpec, name: string, key: string): DemandLine[] {
  const lines: DemandLine[] = []
  const tree = treeDemand(section)
  if (tree)
    lines.push({
      demand: `"${name}" has a file tree, marks ${tree.each === 'mark' ? 'required' : 'optional'}`,
      rule: 'file-tree',
      key: `${key}.content`
    })
  for (const demand of section.content ?? [])
    if (demand.kind === 'gate')
      lines.push({
        demand: `Gates of "${name}" that fail are justified in "${demand.label}" (a warning)`,
        rule: 'status-consistency',
        key: `${key}.content`
      })
    else if (demand.kind === 'scenario')
      lines.push({
        demand: `"${name}" that begins with ${demand.words!.join(' goes on with ')} (a warning; English text only)`,
        rule: 'scenario',
        key: `${key}.content`
      })
    else if (demand.kind !== 'tree')
      lines.push({ demand: `"${name}" holds ${demandText(demand)}`, rule: 'section-content', key: `${key}.content` })
  for (const field of plainFields(section))
    lines.push({
      demand: `"${name}" has ${fieldText(field)}${section.or === 'prose' ? ', or says it in prose' : ''}`,
      rule: 'section-content',
      key: `${key}.fields[${field.label}]`
    })
  return lines
}

/** What is ticked or chosen in it. */
function choiceLines(section: SectionSpec, name: string, key: string): DemandLine[] {
  const lines: DemandLine[] = []
  if (section.checklist)
    lines.push({
      demand:
        section.checklist.role === 'question'
          ? `Boxes of "${name}" are ticked from ${tickedIn(section.checklist).from} on`
          : `"${name}" is a checklist that agrees with the status`,
      rule: section.checklist.role === 'question' ? 'open-questions' : 'completion-checklist',
      key: `${key}.checklist`
    })
  const chosen = choosingField(section)
  if (chosen)
    lines.push({
      demand: `"${name}" recommends one of its options`,
      rule: 'alternatives',
      key: `${key}.fields[${chosen.label}]`
    })
  if (section.choice)
    lines.push({
      demand: `Exactly one box of "${name}" is ticked, and its branch filled`,
      rule: 'section-content',
      key: `${key}.choice`
    })
  return lines
}

/** What of code and commands stands in it. */
function codeLines(section: SectionSpec, name: string, key: string): DemandLine[] {
  const lines: DemandLine[] = []
  if (section.rules?.includes('file-coverage'))
    lines.push({ demand: `Arrows in "${name}" form no cycle`, rule: 'file-coverage', key: `${key}.rules` })
  if (section.rules?.includes('no-implementation-code'))
    lines.push({ demand: `"${name}" shows signatures, no bodies`, rule: 'no-implementation-code', key: `${key}.rules` })
  if (section.verification && section.verification.required !== false)
    lines.push({ demand: `"${name}" holds a command`, rule: 'step-verification', key: `${key}.verification` })
  return lines
}

function demandText(demand: Demand): string {
  const kinds = [demand.kind, ...[demand.or ?? []].flat()].join(' or ')
  const columns = demand.columns
    ? ` with the columns ${demand.columns.map(column => (typeof column === 'string' ? column : column[0])).join(', ')}`
    : ''
  const each = demand.each
    ? `, each item ${demand.each === 'stamp' ? 'led by its date' : `with its ${demand.each}`}`
    : ''
  return `${kinds}${columns}${each}${demand.required === 'warning' ? ' (a warning)' : ''}`
}
