/** Fields that are keys of the front matter, and the objects in its lists. */
import type { Content } from '../../outline/content.ts'
import { matterOf } from '../../outline/matter/matter.ts'
import { normalise } from '../../outline/text.ts'
import type { Outline, Part, Span } from '../../outline/types.ts'
import { alsoBy } from '../../profiles/fields.ts'
import type { FieldSpec, UnitSpec } from '../../profiles/schema.ts'
import type { BoundField } from '../bind-types.ts'
import { keysOf } from '../fields.ts'

/** Binds fields to the keys of the front matter. */
export function bindMatter(specs: readonly FieldSpec[], { outline }: Content): BoundField[] {
  return specs.length === 0 ? [] : bindKeys(specs, matterOf(outline)?.parts ?? [], outline)
}

/** Binds fields to keys of the front matter, or of an object in it. */
export function bindKeys(specs: readonly FieldSpec[], parts: readonly Part[], outline: Outline): BoundField[] {
  return specs.map(spec => {
    const part = parts.find(({ key }) => keysOf(spec).has(key))
    return part ? bindKey(spec, part, outline) : { spec, state: 'missing', text: '', fields: [] }
  })
}

const emptied = new Set(['', '~', 'null'])
const noItems = /^[[{]\s*[\]}]$/

function bindKey(spec: FieldSpec, part: Part, outline: Outline): BoundField {
  const { value, children, span } = part
  const items = children.filter(({ form }) => form === 'entry')
  const said = value?.text.trim() ?? ''
  const hasNoItems = noItems.test(said)
  // A list that must be there has items, unless the profile says that none are an answer.
  const mustSay = spec.kind === 'list' && spec.required === true && !alsoBy(spec, 'none')
  const isNone = hasNoItems && !mustSay
  const isEmpty = (hasNoItems && mustSay) || (children.length === 0 && emptied.has(said.toLowerCase()))
  const field: BoundField = {
    spec,
    part,
    state: isNone ? 'negative' : isEmpty ? 'empty' : 'filled',
    text: items.length > 0 ? items.map(({ title }) => title).join('\n') : isEmpty ? '' : said,
    place: value && said !== '' ? outline.lines.placeOf(value) : part.place,
    span: { start: Math.min(part.place.end.offset, span.end), end: span.end },
    fields: spec.fields ? bindKeys(spec.fields, children, outline) : []
  }
  if (isNone) field.negative = { kind: 'none', hollow: false }
  return field
}

/** The items of a list in the front matter, objects named by the field that the profile says. */
export function matterItems({ title: named, fields = [] }: UnitSpec, { start, end }: Span, outline: Outline): Part[] {
  const found: Part[] = []
  const visit = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (part.span.end <= start || part.span.start >= end) continue
      if (part.form === 'entry' && part.span.start >= start) found.push(part)
      else visit(part.children)
    }
  }
  visit(matterOf(outline)?.parts ?? [])
  const name = fields.find(({ label }) => label === named)
  return found.map(part => {
    const title = name && part.children.find(({ key }) => keysOf(name).has(key))?.value?.text
    return title === undefined ? part : { ...part, title, key: normalise(title) }
  })
}
