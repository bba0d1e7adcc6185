import type { Part } from '../outline/types.ts'
import type { UnitSpec } from '../profiles/schema.ts'
import type { Guesses } from './guesses.ts'

/** `FR-001`, `H1`: a sign and a number. */
const identifier = /^([A-Z]{1,8})(-?)(0*\d{1,4})$/
/** `Goal 1`, `Open question 2`: words and a number. */
const counted = /^(\p{L}[\p{L}-]{1,30}(?: \p{L}[\p{L}-]{1,30})?) (\d{1,3})$/u

/** Labels that are units of a list, by the sign or the words before their number; and what they are as units. */
interface CountedLabels {
  labels: ReadonlySet<Part>
  units: UnitSpec[]
}

/** Labels that stand for one kind of unit each, as many as a plan needs: with an identifier, or with a number that counts from the first on. */
export function draftNumbered(labels: readonly Part[], guesses: Guesses): CountedLabels {
  const found = new Set<Part>()
  const shapes = new Map<string, string>()
  const words = new Set<string>()
  for (const label of labels) {
    const [, prefix, dash, digits] = identifier.exec(label.title) ?? []
    const [, word] = counted.exec(label.title) ?? []
    // "SHA256" and "Windows 10" are names.
    if (dash !== '-' && !isCounted(label, labels)) continue
    found.add(label)
    if (prefix !== undefined) {
      const sign = `${prefix}${dash!}`
      if (!shapes.has(sign)) shapes.set(sign, `${sign}${'#'.repeat(digits!.length)}`)
    } else words.add(word!)
  }
  return {
    labels: found,
    units: [...byShape([...shapes.values()], guesses), ...[...words].map(word => byWord(word, guesses))]
  }
}

function byShape(shape: string[], guesses: Guesses): UnitSpec[] {
  if (shape.length === 0) return []
  guesses.add(`${shape.join(', ')}: identifiers, each once, as many as a plan needs`)
  return [{ role: 'entry', counts: 'part', form: ['item'], number: false, min: 1, id: { shape } } as UnitSpec]
}

function byWord(word: string, guesses: Guesses): UnitSpec {
  guesses.add(`"${word} 1": one kind of unit, as many as a plan needs`)
  return {
    role: word.toLowerCase(),
    counts: 'part',
    words: [word],
    form: ['item', 'label'],
    number: 1,
    min: 1
  } as UnitSpec
}

/** Is it the first of its kind, or does the one before it stand among the others? */
function isCounted({ title }: Part, labels: readonly Part[]): boolean {
  const digits = /(?<!\d)\d+$/.exec(title)?.[0]
  if (digits === undefined || !(identifier.test(title) || counted.test(title))) return false
  const kind = title.slice(0, -digits.length)
  const others = labels.map(label => label.title).filter(each => each.startsWith(kind))
  for (let n = Number(digits); n > 1; n--)
    if (!others.some(each => /^\d+$/.test(each.slice(kind.length)) && Number(each.slice(kind.length)) === n - 1))
      return false
  return true
}
