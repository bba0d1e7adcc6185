import { once } from '../util/once.ts'
import type { FieldSpec, Profile, SectionSpec, UnitSpec } from './schema.ts'

/** Whatever holds units: the document, a section, a unit, a field; what its fields hold is its own. */
interface UnitHolder {
  units?: UnitSpec | UnitSpec[] | undefined
  fields?: FieldSpec[] | undefined
}

/** The kinds of units that a holder repeats itself: a profile names one, or lists several. */
export const ownUnitSpecs: (holder: UnitHolder) => readonly UnitSpec[] = once(({ units }) =>
  units === undefined ? [] : [units].flat()
)

/** The kinds of units that a holder repeats, those in the values of its fields included. */
export const unitSpecs: (holder: UnitHolder) => readonly UnitSpec[] = once(holder =>
  holder.fields?.some(field => field.units !== undefined)
    ? [...ownUnitSpecs(holder), ...holder.fields.flatMap(ownUnitSpecs)]
    : ownUnitSpecs(holder)
)

/** What a unit is to the rules: what it counts as, else what it is called. */
export function kindOf({ role, counts }: Pick<UnitSpec, 'role' | 'counts'>): string {
  return counts ?? role
}

/** Every kind of unit of a profile: of the document, of sections, those inside of units and of inner sections included. */
export const allUnitSpecs: (profile: Pick<Profile, 'sections' | 'units'>) => readonly UnitSpec[] = once(profile => [
  ...withInner(profile),
  ...profile.sections.flatMap(unitsOfSection)
])

function unitsOfSection(section: SectionSpec): UnitSpec[] {
  return [...withInner(section), ...(section.sections ?? []).flatMap(unitsOfSection)]
}

function withInner(holder: UnitHolder): UnitSpec[] {
  return unitSpecs(holder).flatMap(unit => [unit, ...withInner(unit)])
}

/** The words that titles of a unit start with, lower case: the usual ones, and those that do where none of them is used. */
export const titleWords: (spec: UnitSpec) => { usual: readonly string[]; spare: readonly string[] } = once(
  ({ words = [] }: UnitSpec) => {
    const lower = (word: string): string => word.toLowerCase()
    return {
      usual: words.flatMap(word => (typeof word === 'string' ? lower(word) : [])),
      spare: words.flatMap(word => (typeof word === 'string' ? [] : word.map(lower)))
    }
  }
)

/** Does a number count with one of these words? Of a code the word is a part: "WP-01". */
export function isCountedBy(ordinal: { word?: string } | undefined, words: readonly string[]): boolean {
  const word = ordinal?.word?.replace(/[-.]$/, '')
  return word !== undefined && words.includes(word)
}

/** The word that a new unit's title starts with. */
export function firstWord({ words }: UnitSpec): string | undefined {
  return words?.flat()[0]
}

/** What the first of a holder's units is called. */
export function firstTitle({ content }: UnitSpec): string | undefined {
  return content?.find(({ kind, where }) => kind === 'title' && where === 'first')?.words?.[0]
}

type Form = Exclude<NonNullable<UnitSpec['form']>, readonly unknown[]>
type Written = Exclude<Form, 'any-heading' | 'heading-with-fields'>

const usualForms: readonly Written[] = ['heading', 'bold']

/** How a unit may be written, and which headings are units without a number of their own. */
export const formsOf: (spec: UnitSpec) => {
  written: readonly Written[]
  headings: 'any-heading' | 'heading-with-fields' | undefined
} = once(({ form = [] }: UnitSpec) => {
  const forms = [form].flat()
  const headings = forms.find(form => form === 'any-heading' || form === 'heading-with-fields')
  const written = forms.filter(form => form !== 'any-heading' && form !== 'heading-with-fields')
  return { written: written.length > 0 ? written : usualForms, headings }
})

/** Is it one of the ways in which a unit may be written? */
export function isWritten(spec: UnitSpec, form: Form): boolean {
  return [spec.form].flat().includes(form)
}

/** Is it a box that goes by an identifier? */
export function isBoxed(spec: UnitSpec): boolean {
  return spec.id !== undefined && formsOf(spec).written.every(form => form === 'box')
}

/** Kinds of which there is one at least wherever a profile has them. */
const neverNone: ReadonlySet<string> = new Set(['step', 'phase', 'commit', 'item'])

/** How many of a kind there must be where the profile does not say otherwise. */
export function leastOf(spec: UnitSpec): number {
  const isUsual = kindOf(spec) === 'alternative' || (neverNone.has(kindOf(spec)) && !isBoxed(spec))
  return spec.min ?? (listed(spec) || (isUsual && spec.id?.from !== 'name' ? 1 : 0))
}

/** Of names that are listed, and of which each unit must have one, each is there: none is twice. */
function listed({ id }: UnitSpec): number {
  const names = id?.from === undefined && id?.required === true ? [id.shape ?? []].flat() : []
  return names.some(name => name.includes('#')) ? 0 : names.length
}

/** By what a unit is numbered; undefined where it is not, or where that is not looked at. */
export function numberingOf({ number }: Pick<UnitSpec, 'number'>): 'number' | 'letter' | undefined {
  if (number === undefined || number === false || number === 'plain') return undefined
  return number === 'A' ? 'letter' : 'number'
}

/** Do references go by its number, as to "User Story 3"? */
export function isNamedByNumber({ coverage, id }: UnitSpec): boolean {
  return coverage !== undefined && id === undefined
}

/** Will nothing but a plain number do? */
export function isPlain({ number }: Pick<UnitSpec, 'number'>): boolean {
  return [number].flat().includes('plain')
}

/** How the markers of a unit are written, by name. */
export const markersOf: (spec: UnitSpec) => Readonly<Record<string, readonly string[]>> = once(({ markers = {} }) =>
  Object.fromEntries(Object.entries(markers).map(([name, said]) => [name, [isTold(said) ? said.shape : said].flat()]))
)

/** What the title of the unit around says, by the markers that agree with it. */
export const agreesOf: (spec: UnitSpec) => Readonly<Record<string, readonly string[]>> = once(({ markers = {} }) =>
  Object.fromEntries(Object.entries(markers).flatMap(([name, said]) => (isTold(said) ? [[name, said.in]] : [])))
)

type Marker = NonNullable<UnitSpec['markers']>[string]

function isTold(marker: Marker): marker is Exclude<Marker, string | string[]> {
  return typeof marker === 'object' && !Array.isArray(marker)
}

/** Whether a unit of its name is elsewhere, or none. */
export function elsewhereOf({ elsewhere = {} }: UnitSpec): [to: string, wanted: 'there' | 'new'][] {
  return Object.entries(elsewhere).map(([to, wanted]) => [to, typeof wanted === 'string' ? wanted : 'there'])
}

/** The numbers that the first unit may have; the first of them is the usual one. */
export function startsOf({ number = 1 }: Pick<UnitSpec, 'number'>): readonly [number, ...number[]] {
  const [first = 1, ...others] = [number].flat().flatMap(each => (typeof each === 'number' ? each : []))
  return [first, ...others]
}
