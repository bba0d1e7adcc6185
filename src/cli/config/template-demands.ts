/** What a template asks for and what a document has of it, by name: sections, fields, items of checklists. */
import type { FieldSpec, Profile, SectionSpec, UnitSpec } from '../../profiles/schema.ts'
import { draftOf } from './template.ts'

/** A piece that a template asks for. */
export interface TemplateDemand {
  what: 'section' | 'field' | 'item'
  title: string
  isOptional: boolean
}

/** What a template asks for, by keys that {@link documentKeys} has as well. */
export async function demandsOf(template: string): Promise<Map<string, TemplateDemand>> {
  const [{ profile }, { normalise }] = await Promise.all([
    draftOf(template, 'template'),
    import('../../outline/text.ts')
  ])
  return new Map(demandsIn(profile).map(demand => [`${demand.what}:${normalise(demand.title)}`, demand]))
}

interface Holder {
  fields?: readonly FieldSpec[] | undefined
  units?: UnitSpec | readonly UnitSpec[] | undefined
  sections?: readonly SectionSpec[] | undefined
  checklist?: SectionSpec['checklist']
}

function demandsIn(holder: Holder | Profile): TemplateDemand[] {
  const { fields = [], units = [], sections = [], checklist } = holder
  return [
    ...fields.map(({ label, required }) => ({ what: 'field' as const, title: label, isOptional: required !== true })),
    ...[units].flat().flatMap(unit => demandsIn(unit as Holder)),
    ...(checklist?.items ?? []).map(item => ({
      what: 'item' as const,
      title: typeof item === 'string' ? item : item.text,
      isOptional: false
    })),
    ...sections.flatMap(section => [
      { what: 'section' as const, title: section.title, isOptional: section.required === false },
      ...demandsIn(section)
    ])
  ]
}

/**
 * What a document has, by the keys of {@link demandsOf}: headings with numbers and without, labels, rows, boxes.
 *
 * @param labels those that count without markup
 */
export async function documentKeys(text: string, labels: readonly string[]): Promise<Set<string>> {
  const [{ buildOutline }, { parsePlan }, { normalise, withoutQualifier }, { Content }, { rowFields }, { matterOf }] =
    await Promise.all([
      import('../../outline/outline.ts'),
      import('../../parse/parse.ts'),
      import('../../outline/text.ts'),
      import('../../outline/content.ts'),
      import('../../plan/fields.ts'),
      import('../../outline/matter/matter.ts')
    ])
  const outline = buildOutline(parsePlan(text), text, new Set(labels.map(normalise)))
  const rows = rowFields(new Content(outline), { start: 0, end: text.length })
  const named = [...outline.parts, ...rows, ...(matterOf(outline)?.parts ?? [])].flatMap(({ form, key, title }) =>
    [key, normalise(title), normalise(withoutQualifier(title))].flatMap(name =>
      form === 'heading' ? [`section:${name}`, `field:${name}`] : [`field:${name}`]
    )
  )
  return new Set([...named, ...outline.checkboxes.map(box => `item:${normalise(box.text)}`)])
}
