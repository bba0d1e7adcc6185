/** Options that a decision lists as items, and a choice that is none of them. */
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { lineEnd } from '../../src/outline/lines.ts'
import { placeOf, startOf, textOf } from '../../src/outline/nodes.ts'
import type { Ordinal } from '../../src/outline/numbers/ordinal.ts'
import { isSameOrdinal } from '../../src/outline/numbers/ordinal.ts'
import { readOrdinal } from '../../src/outline/numbers/read-ordinal.ts'
import type { ChoosingField } from '../../src/profiles/fields.ts'
import { keysOf } from '../../src/plan/fields.ts'
import type { Place } from '../../src/types.ts'

/** An option or a choice as it is called: "Option B". */
interface NamedOption {
  text: string
  place: Place
}

const words = ['option', 'alternative', 'approach']

/** A choice that names an option by a letter or number that none of those has which the decision lists; undefined where it lists none by name. */
export function unknownChoice(
  { span, part }: Unit,
  spec: ChoosingField,
  plan: Plan
): (NamedOption & { options: readonly NamedOption[] }) | undefined {
  const { content } = plan
  const labels = keysOf(spec)
  const chosen = content.parts(span, part).find(({ key }) => labels.has(key))
  const said = chosen && nameIn(content.valueOf(chosen))
  if (!said) return undefined
  const options = content.items(span).flatMap(item => {
    const [first] = item.children
    const name = first && startOf(first) < chosen.span.start ? nameIn(textOf(first)) : undefined
    return name ? [{ ...name, place: placeOf(first!) }] : []
  })
  if (options.length < 2 || options.some(({ ordinal }) => isSameOrdinal(ordinal, said.ordinal))) return undefined
  return { text: said.text, place: chosen.place, options }
}

/** "Option C": the name that a text begins with. */
function nameIn(text: string): { text: string; ordinal: Ordinal } | undefined {
  const line = text.slice(0, lineEnd(text, 0)).trim()
  const ordinal = readOrdinal(line, words)
  return ordinal?.word !== undefined && words.includes(ordinal.word)
    ? { text: line.slice(ordinal.start, ordinal.end), ordinal }
    : undefined
}
