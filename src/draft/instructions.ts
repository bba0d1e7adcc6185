import { onceEach } from '../util/once.ts'
import type { Outline, Part } from '../outline/types.ts'

const italics = /^(?:\*(?!\*)|_(?!_))/

/** Are its labels bold? Then a line in italics is no label, but speaks to whoever fills the template in. */
export const hasBoldLabels: (outline: Outline) => boolean = onceEach(outline =>
  outline.parts.some(part => part.form === 'label' && /^(?:\*\*|__)/.test(written(part, outline)))
)

/** `*Write down only what:*` among labels that are bold. */
export function isInstructionLabel(part: Part, outline: Outline): boolean {
  const text = written(part, outline)
  return italics.test(text) && /:[*_]$/.test(text.trimEnd()) && hasBoldLabels(outline)
}

function written({ place }: Part, { source }: Outline): string {
  return source.slice(place.start.offset, place.end.offset)
}
