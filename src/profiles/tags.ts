import { once } from '../util/once.ts'
import { labelsOf } from './fields.ts'
import type { FieldSpec, Profile, SectionSpec, UnitSpec } from './schema.ts'
import { isWritten, ownUnitSpecs } from './units.ts'
import { verificationLabels } from './verification.ts'

/** The tags that mean something to a profile, by where they stand. */
interface Tag {
  inner: Map<string, Tag>
  isCommand?: boolean | 'maybe'
}

/** Undefined where none does: then tags are what Markdown takes them for. */
export const tagsOf: (profile: Profile) => { tree: ReadonlyMap<string, Tag> | undefined } = once(profile => {
  const tree = new Map<string, Tag>()
  for (const section of profile.sections) addSection(section, tree)
  for (const unit of ownUnitSpecs(profile)) addUnit(unit, tree)
  // Without the tag around them, units are still what they are: else their text is Markdown's.
  const bare = new Map<string, Tag>()
  for (const section of profile.sections)
    if (section.form === 'tag') for (const unit of ownUnitSpecs(section)) addUnit(unit, bare)
  for (const [name, tag] of bare) if (!tree.has(name)) tree.set(name, tag)
  return { tree: tree.size > 0 ? tree : undefined }
})

function addSection(section: SectionSpec, into: Map<string, Tag>): void {
  const inner = new Map<string, Tag>()
  for (const field of section.fields ?? []) addField(field, inner)
  for (const unit of ownUnitSpecs(section)) addUnit(unit, inner)
  for (const each of section.sections ?? []) addSection(each, inner)
  if (section.form === 'tag') for (const name of [section.title, ...(section.aliases ?? [])]) into.set(name, { inner })
}

function addUnit(unit: UnitSpec, into: Map<string, Tag>): void {
  if (!isWritten(unit, 'tag')) return
  const inner = new Map<string, Tag>()
  for (const field of unit.fields ?? []) addField(field, inner)
  for (const each of ownUnitSpecs(unit)) addUnit(each, inner)
  // A verification may be a command as it is typed.
  for (const label of verificationLabels(unit.verification)) {
    const tag = inner.get(label)
    if (tag && tag.isCommand === undefined) inner.set(label, { ...tag, isCommand: 'maybe' })
  }
  for (const word of unit.words?.flat() ?? []) into.set(word, { inner })
}

function addField(field: FieldSpec, into: Map<string, Tag>): void {
  if (field.form !== 'tag') return
  const inner = new Map<string, Tag>()
  for (const each of field.fields ?? []) addField(each, inner)
  for (const unit of ownUnitSpecs(field)) addUnit(unit, inner)
  for (const label of labelsOf(field))
    into.set(label, { inner, ...(field.kind === 'command' ? { isCommand: true } : {}) })
}
