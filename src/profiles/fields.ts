import { once } from '../util/once.ts'
import type { FieldSpec } from './schema.ts'

/** Whatever holds fields. */
interface FieldHolder {
  fields?: FieldSpec[] | undefined
}

/** A field that names one of several units: the choice between them. */
export interface ChoosingField extends FieldSpec {
  names: string
}

const none: FieldSpec[] = []

/** The fields of a holder but for the one that chooses: that is judged with the units that it chooses from. */
export const plainFields: (holder: FieldHolder) => readonly FieldSpec[] = once(({ fields = none }: FieldHolder) =>
  fields.some(isChoosing) ? fields.filter(field => !isChoosing(field)) : fields
)

/** The field of a holder that chooses between units. */
export const choosingField: (holder: FieldHolder) => ChoosingField | undefined = ({ fields }) =>
  fields?.find(isChoosing)

/** Every label that a field goes by. */
export function labelsOf({ label, aliases = [] }: FieldSpec): readonly string[] {
  return [label, ...aliases]
}

function isChoosing(field: FieldSpec): field is ChoosingField {
  return field.names !== undefined
}
