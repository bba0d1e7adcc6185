import { titleNames } from '../../outline/title.ts'
import type { Part } from '../../outline/types.ts'
import type { UnitSpec } from '../../profiles/schema.ts'
import { verificationLabels } from '../../profiles/verification.ts'
import { normalise } from '../../outline/text.ts'
import { once } from '../../util/once.ts'
import { allKeysOf } from '../fields.ts'

/** The labels by which a unit's verification goes, normalised. */
export const checkedBy: (spec: UnitSpec) => ReadonlySet<string> = once(
  spec => new Set(verificationLabels(spec.verification).map(normalise))
)

/** The labels of a unit's own fields, normalised. */
export const fieldLabels: (spec: UnitSpec) => ReadonlySet<string> = once(spec => allKeysOf(spec.fields ?? []))

/** Every label that a unit may have: its fields, and how it is verified. */
export const unitLabels: (spec: UnitSpec) => ReadonlySet<string> = once(
  spec => new Set([...fieldLabels(spec), ...checkedBy(spec)])
)

/** The words that say what is done to a file in fields that list them ("Create", "Modify"), normalised. */
export const actionLabels: (spec: UnitSpec) => ReadonlySet<string> = once(
  ({ fields = [] }) =>
    new Set(fields.flatMap(({ files }) => (typeof files === 'object' ? Object.keys(files).map(normalise) : [])))
)

/** How many different ones of these labels stand right below a title. */
export function labelsBelow({ children }: Pick<Part, 'children'>, labels: ReadonlySet<string>): number {
  const found = new Set<string>()
  for (const child of children) {
    const name = child.form === 'heading' ? undefined : titleNames(child).find(each => labels.has(each))
    if (name !== undefined) found.add(name)
  }
  return found.size
}
