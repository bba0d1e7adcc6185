import { once } from '../util/once.ts'
import { normalise } from '../outline/text.ts'
import type { FieldSpec, Profile, SectionSpec, UnitSpec } from '../profiles/schema.ts'
import { isMatter, isTagged } from '../profiles/fields.ts'
import { verificationLabels } from '../profiles/verification.ts'
import { allUnitSpecs, unitSpecs, titleWords } from '../profiles/units.ts'

/** Labels that plans of any kind use without markup ("Run:", "Expected:"). */
const common = [
  'Run',
  'Expected',
  'Expected output',
  'Expected result',
  'Verify',
  'Verification',
  'Verified by',
  'Test',
  'Tests',
  'Testing',
  'Files',
  'File',
  'Goal',
  'Output',
  'Status',
  'Validation',
  'Acceptance criteria',
  'Acceptance Criteria',
  'Definition of done',
  'Done when',
  'Exit criteria',
  'Checkpoint',
  'Independent Test',
  'Depends on',
  'Dependencies',
  'Commit',
  'Objective',
  'Why',
  'What',
  'Create',
  'Modify',
  'Delete',
  'Trade-offs',
  'Pros',
  'Cons',
  'Owner',
  'Context',
  'Actions',
  'Tasks',
  'Deliverables',
  'Risk',
  'Mitigation',
  'Problem',
  'Solution',
  'Rationale',
  'Scope'
]

/** Every label that some profile knows, normalised: what counts as a label without markup. Memoised per list of profiles. */
export const vocabularyOf: (profiles: readonly Profile[]) => ReadonlySet<string> = once(profiles => {
  const words = new Set<string>(common.map(normalise))
  const add = (names: Iterable<string | undefined>): void => {
    for (const name of names) if (name !== undefined) words.add(normalise(name))
  }
  for (const profile of profiles) {
    for (const field of profile.fields ?? []) addField(field, add)
    for (const unit of unitSpecs(profile)) addUnit(unit, add)
    for (const section of profile.sections) addSection(section, add)
  }
  return words
})

/** Words that units of some profile are counted with ("Gate 3: …"), lower case. */
export const unitWordsOf: (profiles: readonly Profile[]) => readonly string[] = once(profiles => {
  const units = profiles.flatMap(allUnitSpecs)
  return [...new Set(units.flatMap(unit => [...titleWords(unit).usual, ...titleWords(unit).spare]))]
})

type Add = (names: Iterable<string | undefined>) => void

function addField(field: FieldSpec, add: Add): void {
  if (isMatter(field) || isTagged(field)) return
  add([field.label, ...(field.aliases ?? [])])
  for (const inner of field.fields ?? []) addField(inner, add)
}

function addUnit(unit: UnitSpec, add: Add): void {
  for (const field of unit.fields ?? []) addField(field, add)
  add(verificationLabels(unit.verification))
  for (const inner of unitSpecs(unit)) addUnit(inner, add)
}

function addSection(section: SectionSpec, add: Add): void {
  for (const field of section.fields ?? []) addField(field, add)
  for (const unit of unitSpecs(section)) addUnit(unit, add)
  for (const inner of section.sections ?? []) {
    add([inner.title, ...(inner.aliases ?? [])])
    addSection(inner, add)
  }
}
