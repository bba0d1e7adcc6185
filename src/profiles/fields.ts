import { once } from '../util/once.ts'
import type { Demand, FieldSpec, SectionSpec } from './schema.ts'

/** Whatever holds fields. */
interface FieldHolderSpec {
  fields?: FieldSpec[] | undefined
}

/** A field that names one of several units: the choice between them. */
export interface ChoosingField extends FieldSpec {
  choice: string
}

const none: FieldSpec[] = []

/** The fields of a holder but for the one that chooses: that is judged with the units that it chooses from. */
export const plainFields: (holder: FieldHolderSpec) => readonly FieldSpec[] = once(
  ({ fields = none }: FieldHolderSpec) =>
    fields.some(isChoosing) ? fields.filter(field => !isChoosing(field)) : fields
)

/** The field of a holder that chooses between units. */
export const choosingField: (holder: FieldHolderSpec) => ChoosingField | undefined = ({ fields }) =>
  fields?.find(isChoosing)

/** Every label that a field goes by. */
export function labelsOf({ label, aliases = [] }: FieldSpec): readonly string[] {
  return [label, ...aliases]
}

function isChoosing(field: FieldSpec): field is ChoosingField {
  return field.choice !== undefined
}

/** What does for a field besides its label, as the schema describes it. */
export const otherWays = ['section', 'tests', 'title', 'remark', 'reason', 'column', 'none'] as const

/** Will something else do as well: a section of that name, the name of a test file, the title of the unit, "None"? */
export function alsoBy({ or }: FieldSpec, what: (typeof otherWays)[number]): boolean {
  return or !== undefined && [or].flat().includes(what)
}

const isElsewhere = new Set<string>(otherWays)

/** Labels of which one is enough, as the field says that is named first. */
export function othersOf({ or = [] }: FieldSpec): readonly string[] {
  return [or].flat().filter(other => !isElsewhere.has(other))
}

/** The first of the fields beside each other of which this one is: one of them is enough. Undefined where it stands alone. */
export function groupOf(field: FieldSpec, beside: readonly FieldSpec[]): string | undefined {
  return (othersOf(field).length > 0 ? field : beside.find(other => othersOf(other).includes(field.label)))?.label
}

/** The labels of the group that a field stands for, the field's own first; of one that stands alone, its own. */
export function labelsOfGroup(field: FieldSpec): readonly string[] {
  return [field.label, ...othersOf(field)]
}

/** Does a field stand in or between tags? */
export function isTagged({ form }: FieldSpec): boolean {
  return form === 'tag' || form === 'attribute'
}

/** Is a field a key of the front matter? */
export function isMatter({ form }: FieldSpec): boolean {
  return form === 'front-matter'
}

/** Does a field name files that the plan touches? */
export function namesFiles({ files, kind }: FieldSpec): boolean {
  return (files !== undefined && files !== 'untouched') || kind === 'files'
}

/** The tree that a section holds. */
export function treeDemand({ content }: Pick<SectionSpec, 'content'>): Demand | undefined {
  return content?.find(({ kind }) => kind === 'tree')
}

/** Are the fields of a section rows of a table alone, and with that metadata of the plan? */
export function areRows({ form }: Pick<SectionSpec, 'form'>): boolean {
  return mayBeRows({ form }) && ![form].flat().includes('label')
}

/** May the fields of a section be rows of a table? */
export function mayBeRows({ form }: Pick<SectionSpec, 'form'>): boolean {
  return [form].flat().includes('row')
}

/** The number that the profile gives a section. */
export function numberOf({ number }: Pick<SectionSpec, 'number'>): string | undefined {
  return [number].flat().find(each => typeof each === 'string')
}
