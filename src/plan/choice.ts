import type { BoundSection, Plan, Unit } from './bind-types.ts'
import { normalise } from './text.ts'
import type { Part } from './types.ts'

/** What a section recommends. */
export interface Recommendation {
  /** The heading or label; absent where there is none. */
  part?: Part
  text: string
  /** one: it names an option; none: it names something else; unclear: nothing can be told. */
  names: 'one' | 'none' | 'unclear'
  rationale: 'given' | 'missing'
}

/** Reads the recommendation among a section's options: in its title ("Recommendation: Option B") or in its text. */
export function recommendationOf(section: BoundSection, options: readonly Unit[], plan: Plan): Recommendation {
  const spec = section.spec.recommendation!
  const keys = [spec.field, ...(spec.aliases ?? [])].map(normalise)
  const part = plan.content.parts(section.span, section.part).find(p => keys.some(key => p.key === key || p.key.startsWith(`${key}:`) || p.key.startsWith(`${key} `)))
  if (!part) return { text: '', names: 'unclear', rationale: 'missing' }
  const body = plan.outline.source.slice(part.place.end.offset, Math.min(part.span.end, section.span.end))
  const title = part.title.slice(part.title.toLowerCase().indexOf(spec.field.toLowerCase()) + spec.field.length)
  const text = `${title} ${part.value?.text ?? ''} ${body}`.slice(0, 4000)
  // "Recommendation: Option C" says what it means; only where it says nothing, the rationale below may.
  const head = `${title} ${part.value?.text ?? ''}`
  const asks = (said: string): boolean => /\b(?:[Oo]ption|[Aa]lternative|[Aa]pproach|OPTION)\s+\[?(?:[A-Z]\b|[0-9])/.test(said)
  const named = options.filter(unit => mentions(unit, asks(head) ? head : text))
  const asksOption = asks(asks(head) ? head : text)
  const rationale = spec.rationale === undefined || hasRationale(section, spec.rationale, part, plan) ? 'given' : 'missing'
  return { part, text: text.replace(/[*_]/g, '').trim().split('\n', 1)[0]!.trim() || part.title, names: named.length > 0 ? 'one' : asksOption || title.trim().replace(/^[:\s]+/, '') !== '' ? 'none' : 'unclear', rationale }
}

function mentions(unit: Unit, text: string): boolean {
  const { ordinal } = unit.part
  const plain = normalise(text)
  if (ordinal) {
    const letter = (ordinal.letter ?? ordinal.raw).toLowerCase()
    const word = ordinal.word ?? 'option'
    if (new Set(plain.split(/[^\p{L}\p{N}.]+/u)).has(letter) && plain.includes(`${word} ${letter}`)) return true
    if (plain.replace(/^[^\p{L}\p{N}]+/u, '').startsWith(`${letter} `) || plain === letter) return true
  }
  const name = normalise(unit.name)
  return name.length >= 3 && plain.includes(name)
}

function hasRationale(section: BoundSection, label: string, part: Part, plan: Plan): boolean {
  const key = normalise(label)
  if (plan.content.parts(section.span, section.part).some(p => p.key === key || p.key.startsWith(`${key} `) || p.key === 'why' || p.key === 'reason' || p.key === 'justification')) return true
  const after = part.form === 'heading' ? plan.outline.source.slice(part.place.end.offset, part.span.end) : (part.value?.text ?? '')
  return /\b(?:because|since|as it|due to|so that|best|given)\b/i.test(after)
}
