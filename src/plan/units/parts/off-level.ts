/** What shows by its word and number, or by its identifier, that it is a unit, and is written at another level than the profile says, or as an item. */
import type { Content } from '../../../outline/content.ts'
import type { Part, Span } from '../../../outline/types.ts'
import type { UnitSpec } from '../../../profiles/schema.ts'
import { formsOf, isCountedBy, numberingOf, ownUnitSpecs, titleWords } from '../../../profiles/units.ts'
import { itemPart } from './item-parts.ts'
import { readLead } from './lead.ts'
import { writtenLevel } from './named-parts.ts'
import { isIdentified } from './unnamed.ts'

/** Units with those of another level among them: none is there twice, and an item only where the number before it is there. */
export function withOffLevel(spec: UnitSpec, parts: readonly Part[], span: Span, content: Content): readonly Part[] {
  const [first] = parts
  if (spec.level === undefined || spec.id?.from !== undefined || !first || !formsOf(spec).written.includes('heading'))
    return parts
  const words = wordsOf(spec)
  const names = new Set(parts.map(part => nameOf(part, spec, words)))
  const isNew = (part: Part): boolean => {
    const name = nameOf(part, spec, words)
    if (name === undefined || names.has(name) || !isAlike(part, first)) return false
    names.add(name)
    return true
  }
  const headings = content.parts(span).filter(part => (writtenLevel(part) ?? spec.level) !== spec.level && isNew(part))
  const items = numberingOf(spec) === 'number' ? itemsIn(span, content, words) : []
  const follows = ({ ordinal }: Part): boolean =>
    ordinal?.rest !== '' && names.has(String((ordinal?.numbers[0] ?? 0) - 1))
  const found = [...headings, ...items.filter(part => follows(part) && isNew(part))]
  return found.length === 0 ? parts : [...parts, ...found].sort((a, b) => a.span.start - b.span.start)
}

/** Its words, but for those that count what stands inside of it. */
function wordsOf(spec: UnitSpec): readonly string[] {
  const all = (each: UnitSpec): readonly string[] => [...titleWords(each).usual, ...titleWords(each).spare]
  const inner = ownUnitSpecs(spec).flatMap(all)
  return all(spec).filter(word => !inner.includes(word))
}

/** What it is referred to by; undefined where nothing tells that it is one. A number alone may count anything. */
function nameOf(part: Part, spec: UnitSpec, words: readonly string[]): string | undefined {
  if (isIdentified(part, spec)) {
    const { id } = readLead(spec, part.title)
    return id !== undefined && /\p{L}/u.test(id) ? id : undefined
  }
  return isCountedBy(part.ordinal, words) ? part.ordinal!.raw.toLowerCase() : undefined
}

/** "Step 1.1" is a part of "Step 1". */
const isAlike = ({ ordinal }: Part, first: Part): boolean =>
  (ordinal?.numbers.length ?? 0) === (first.ordinal?.numbers.length ?? 0)

function itemsIn(span: Span, content: Content, words: readonly string[]): Part[] {
  return content.topItems(span).map(item => itemPart(item, own => content.parts(own), content, words))
}
