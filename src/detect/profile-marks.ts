import { normalise } from '../outline/text.ts'
import type { FieldSpec, Profile, SectionSpec, UnitSpec } from '../profiles/schema.ts'
import { commandLabels, expectedLabels, verificationLabels } from '../profiles/verification.ts'
import { isMatter, isTagged, labelsOf, plainFields } from '../profiles/fields.ts'
import { unitSpecs, titleWords } from '../profiles/units.ts'

/** A section or field of a profile as a mark of its documents. */
export interface MarkDraft {
  name: string
  form: 'section' | 'field' | 'section-field' | 'unit-field'
  /** Its own name and its aliases, normalised. */
  keys: readonly string[]
  worth: number
  /** Plans may do without it: its absence says nothing. */
  isOptional: boolean
  /** The profile itself says what its own name is worth. */
  isWeighed: boolean
}

/** A kind of unit as a mark: by the labels that it carries. */
export interface UnitDraft {
  name: string
  /** Each label with its aliases. */
  labels: readonly (readonly string[])[]
  worth: number
}

interface ProfileMarks {
  marks: readonly MarkDraft[]
  units: readonly UnitDraft[]
  titles: readonly { name: string; worth: number }[]
  /** Words that units are counted with, lower case. */
  words: ReadonlySet<string>
}

/** What each tells unless the profile says otherwise: sections and the fields above them most, fields inside of units least. */
const usual = { section: 1, field: 1, unitField: 0.25, units: 1 }
/** What an inner section, and a field, tells of what its section does. */
const shares = { inner: 0.6, field: 0.4 }

/** From so many labels on, a unit is known by them. */
const fewestLabels = 3

/** Reads what a profile's documents can be known by out of its own sections, fields and units; `detect` says only what tells more or less than that. */
export function draftMarks(profile: Profile): ProfileMarks {
  const { sections, fields, units, title = {} } = profile.detect ?? {}
  const reader = new Reader({ ...sections, ...fields }, units ?? {})
  for (const spec of profile.fields ?? []) reader.field(spec, usual.field, 'field')
  for (const spec of profile.sections ?? []) reader.section(spec, usual.section)
  for (const spec of unitSpecs(profile)) reader.unit(spec)
  return {
    marks: reader.finish(),
    units: reader.units,
    titles: Object.entries(title).map(([name, worth]) => ({ name, worth })),
    words: reader.words
  }
}

interface Weight {
  name: string
  worth: number
}

class Reader {
  readonly units: UnitDraft[] = []
  readonly words = new Set<string>()
  readonly #marks = new Map<string, MarkDraft>()
  readonly #weights: ReadonlyMap<string, Weight>
  readonly #unitWeights: Readonly<Record<string, number>>

  constructor(weights: Readonly<Record<string, number>>, unitWeights: Readonly<Record<string, number>>) {
    this.#weights = new Map(Object.entries(weights).map(([name, worth]) => [normalise(name), { name, worth }]))
    this.#unitWeights = unitWeights
  }

  /** Names that the weights give and no section has are marks of their own. */
  finish(): MarkDraft[] {
    for (const [key, { name }] of this.#weights)
      if (!this.#marks.has(key)) this.#add('section', [name], usual.section, false)
    return [...this.#marks.values()]
  }

  section(spec: SectionSpec, worth: number): void {
    this.#add('section', [spec.title, ...(spec.aliases ?? [])], worth, spec.required === false)
    for (const field of plainFields(spec)) this.field(field, worth * shares.field, 'section-field')
    for (const unit of unitSpecs(spec)) this.unit(unit)
    for (const inner of spec.sections ?? []) this.section(inner, worth * shares.inner)
  }

  field(spec: FieldSpec, worth: number, form: MarkDraft['form']): void {
    if (isMatter(spec) || isTagged(spec)) return
    this.#add(form, [spec.label, ...(spec.aliases ?? [])], worth, spec.required !== true || spec.kind === 'link')
    for (const inner of spec.fields ?? []) this.field(inner, worth * shares.field, form)
  }

  unit(spec: UnitSpec): void {
    for (const word of titleWords(spec).usual) this.words.add(word)
    // What front matter holds is no label.
    const written = plainFields(spec).filter(field => !isMatter(field))
    const labels: (readonly string[])[] = written.flatMap(field => [labelsOf(field), markLabels(field)])
    for (const field of plainFields(spec)) this.field(field, usual.unitField, 'unit-field')
    const verification = verificationLabels(spec.verification)
    if (verification.length > 0) {
      labels.push(commandLabels(spec.verification ?? {}), expectedLabels(spec.verification))
      this.#add('unit-field', verification, usual.unitField, false)
    }
    const known = labels.filter(names => names.length > 0)
    if (known.length >= fewestLabels)
      this.units.push({
        name: `${spec.role}s with ${known.map(([label]) => label).join(', ')}`,
        labels: known,
        worth: this.#unitWeights[spec.role] ?? usual.units
      })
    for (const inner of unitSpecs(spec)) this.unit(inner)
  }

  /** What is named twice is one mark: a section and a field of that name. */
  #add(form: MarkDraft['form'], names: readonly string[], usualWorth: number, isOptional: boolean): void {
    const keys = names.map(normalise)
    const weight = this.#weights.get(keys[0]!)
    const worth = weight?.worth ?? usualWorth
    const before = this.#marks.get(keys[0]!)
    this.#marks.set(keys[0]!, {
      name: before?.name ?? names[0]!,
      form: before?.form ?? form,
      keys: [...new Set([...(before?.keys ?? []), ...keys])],
      worth: Math.max(worth, before?.worth ?? 0),
      isOptional: isOptional && (before?.isOptional ?? true),
      isWeighed: weight !== undefined
    })
  }
}

/** What files are listed under within a field: "- Create: `a.ts`". */
function markLabels({ kind, files }: FieldSpec): readonly string[] {
  return kind === 'files' && typeof files === 'object' ? Object.keys(files) : []
}
