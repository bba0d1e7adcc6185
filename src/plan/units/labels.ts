import { titleNames } from '../../outline/title.ts'
import type { Part } from '../../outline/types.ts'
import type { UnitSpec } from '../../profiles/schema.ts'
import { verificationLabels } from '../../profiles/verification.ts'
import { normalise } from '../../outline/text.ts'
import { once } from '../../util/once.ts'
import { allKeysOf } from '../fields.ts'

/** What has fields and is verified: a unit, or a section. */
export type LabelHolder = Pick<UnitSpec, 'fields' | 'verification'>

/** The labels by which a unit's verification goes, normalised. */
export const checkedBy: (spec: LabelHolder) => ReadonlySet<string> = once(
  spec => new Set(verificationLabels(spec.verification).map(normalise))
)

/** The labels of a unit's own fields, normalised. */
export const fieldLabels: (spec: LabelHolder) => ReadonlySet<string> = once(spec => allKeysOf(spec.fields ?? []))

/** Every label that a unit may have: its fields, and how it is verified. */
export const unitLabels: (spec: LabelHolder) => ReadonlySet<string> = once(
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

/** What begins with a label among the parts, and that label with one of the names: list items, mostly. */
export function labelledNodes(parts: readonly Part[], names?: ReadonlySet<string>): ReadonlySet<Part['node']> {
  const labels = parts.filter(
    part => part.form === 'label' && (!names || titleNames(part).some(name => names.has(name)))
  )
  return new Set(labels.map(({ node }) => node))
}
