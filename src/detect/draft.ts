import type { Table } from 'mdast'
import { Content } from '../outline/content.ts'
import { textOf } from '../outline/nodes.ts'
import { sentenceHash } from '../plan/leftovers/placeholders.ts'
import { normalise } from '../outline/text.ts'
import { parseTree } from '../files/tree.ts'
import type { Outline, Part, Span } from '../outline/types.ts'
import type { Demand, FieldSpec, Profile, SectionSpec, UnitSpec } from '../profiles/schema.ts'

/** Words that titles of steps start with. */
const stepWords = new Set(['step', 'task', 'commit', 'phase', 'milestone'])
const verifies =
  /^(?:verify|verification|validation|expected|how to verify|done when|definition of done|acceptance criteria|tests?)$/

/**
 * Drafts a profile from a template document: its headings become sections, labels become fields, tables, lists and trees become demands, numbered headings
 * become units, bracket fields and instruction sentences become placeholders. A draft: everything is demanded, since a template shows what it wants.
 *
 * @param outline The template, read without a profile.
 * @param name The profile's name.
 */
export function draftProfile(outline: Outline, name: string): Profile {
  const content = new Content(outline)
  const headings = outline.parts.filter(part => part.form === 'heading')
  const title = headings.find(part => part.level === 1)
  const tops = sectionsBelow(title && title.children.some(child => child.form === 'heading') ? title : outline.document)
  const ids = new Set<string>()
  const sections = tops.filter(part => part !== title).map(part => draftSection(part, content, ids))
  const metadata = outline.parts
    .filter(part => part.form === 'label' && part.span.start < (tops[0]?.span.start ?? 0))
    .map(part => draftField(part))
  return {
    $schema: './node_modules/planlint/schema/profile.schema.json',
    name,
    title: title?.title || name,
    summary: `Plans that follow ${title?.title ? `the template "${title.title}"` : 'a template of this project'}`,
    detect: {
      threshold: 0.6,
      min: Math.min(3, Math.max(1, sections.length)),
      sections: Object.fromEntries(sections.map(section => [section.title, section.required === false ? 0.5 : 1]))
    },
    ...(metadata.length > 0 ? { fields: metadata } : {}),
    sections,
    placeholders: draftPlaceholders(outline, content)
  }
}

/** Headings right below a part, however many levels deeper. */
function sectionsBelow(part: Part): Part[] {
  return part.children.filter(child => child.form === 'heading')
}

function draftSection(part: Part, content: Content, ids: Set<string>): SectionSpec {
  const title = part.ordinal && part.ordinal.word === undefined ? part.ordinal.rest : part.title
  const children = sectionsBelow(part)
  const units = children.filter(child => child.ordinal?.word !== undefined)
  const own = { start: part.place.end.offset, end: children[0]?.span.start ?? part.span.end }
  const labels = content.parts(own).filter(child => child.form === 'label' && child.parent === part)
  const demand = draftDemand(own, content)
  const optional = /\boptional\b/i.test(`${part.title} ${content.onlyProse(own) ?? ''}`)
  const rest = children.filter(child => !units.includes(child)).map(child => draftSection(child, content, ids))
  return {
    id: idFor(title, ids),
    title,
    ...(part.ordinal && part.ordinal.word === undefined && part.ordinal.numbers.length > 0
      ? { number: part.ordinal.raw }
      : {}),
    ...(optional ? { required: false } : {}),
    ...(demand && units.length === 0 ? demand : {}),
    ...(labels.length > 0 ? { fields: labels.map(draftField) } : {}),
    ...(units.length > 0 ? { units: draftUnit(units, content) } : {}),
    ...(rest.length > 0 ? { sections: rest } : {})
  }
}

function idFor(title: string, ids: Set<string>): string {
  const base =
    normalise(title)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'section'
  let id = base
  for (let n = 2; ids.has(id); n++) id = `${base}-${n}`
  ids.add(id)
  return id
}

function draftField(part: Part): FieldSpec {
  return { label: part.title, required: true }
}

/** What a section's own content asks for, the most telling thing first. */
function draftDemand(span: Span, content: Content): Partial<SectionSpec> | undefined {
  const [table] = content.tables(span)
  if (table) return { content: [tableDemand(table)] }
  if (content.fences(span).some(fence => parseTree(fence.value, false) !== undefined))
    return { files: 'context', content: [{ kind: 'tree' }] }
  if (content.checkboxes(span).length > 0) return { content: [{ kind: 'tasks' }] }
  if (content.items(span).length > 0 && content.parts(span).every(part => part.form !== 'label'))
    return { content: [{ kind: 'list', or: ['text', 'table'] }] }
  if (content.fences(span).length > 0) return { content: [{ kind: 'code', or: ['text'] }] }
  return undefined
}

function tableDemand(table: Table): Demand {
  const columns = (table.children[0]?.children ?? []).map(cell => textOf(cell).trim()).filter(column => column !== '')
  return { kind: 'table', ...(columns.length > 0 ? { columns } : {}) }
}

/** What a word's units are to the rules: a role that rules know says it itself. */
function countsOf(word: string): Pick<UnitSpec, 'counts'> {
  if (word === 'alternative' || word === 'step') return {}
  return { counts: stepWords.has(word) ? 'step' : word === 'option' ? 'alternative' : 'part' }
}

/** Numbered headings of one word are one kind of unit; fields that all of them have are demanded. */
function draftUnit(units: readonly Part[], content: Content): UnitSpec {
  const word = units[0]!.ordinal!.word!
  const isStep = stepWords.has(word)
  const labels = units.map(unit =>
    content.parts(unit.span, unit).filter(part => part.form === 'label' && part.parent === unit)
  )
  const shared = labels[0]!.filter(label => labels.every(other => other.some(part => part.key === label.key)))
  const verification = shared.filter(label => verifies.test(label.key))
  const first = units[0]!.ordinal!.numbers[0]
  return {
    role: word,
    ...countsOf(word),
    words: [word.slice(0, 1).toUpperCase() + word.slice(1)],
    number: units.some(unit => unit.ordinal!.numbers.length > 0) ? (first === 0 ? 0 : 1) : 'A',
    min: 1,
    ...(shared.length > verification.length
      ? { fields: shared.filter(label => !verification.includes(label)).map(draftField) }
      : {}),
    ...(isStep && verification.length > 0
      ? { verification: { fields: verification.map(label => label.title), command: 'preferred' } }
      : {})
  }
}

const bracket = /\[([^[\]\n]{2,120})\](?![([])/g

/** Bracket fields, emphasised instruction sentences and example rows. Sentences go in as hashes: a profile does not repeat its template. */
function draftPlaceholders(outline: Outline, content: Content): string[] {
  const brackets = new Set<string>()
  for (const match of outline.source.matchAll(bracket)) if (!/^[xX ]$/.test(match[1]!)) brackets.add(match[1]!.trim())
  const sentences = new Set<string>()
  for (const paragraph of outline.nodes.paragraphs) {
    const only = paragraph.children.length === 1 ? paragraph.children[0] : undefined
    const text = textOf(paragraph).trim()
    if (only?.type === 'emphasis' && text.length >= 12) sentences.add(`#${sentenceHash(text)}`)
  }
  const rows = content
    .tables({ start: 0, end: outline.source.length })
    .flatMap(table => table.children.slice(1).map(row => (row.children[0] ? textOf(row.children[0]).trim() : '')))
    .filter(cell => /[[<{]|example|xxx|…/i.test(cell))
  return [
    ...[...brackets].slice(0, 200).map(name => `[${name}]`),
    ...[...sentences].map(sentence => `*${sentence}*`),
    ...[...new Set(rows)].map(cell => `| ${cell} |`)
  ]
}
