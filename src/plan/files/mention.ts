/** One place that names a file, and what it says is done to it. */
import type { PathRef, PathKind } from '../../files/paths.ts'
import type { MarkKind } from '../../files/marks.ts'
import type { Mark } from '../../files/mark.ts'
import type { Place } from '../../types.ts'
import type { BoundSection, Unit } from '../bind-types.ts'
import type { ListedFile } from './listed/listed-files.ts'
import type { Aside } from '../asides/aside.ts'
import type { FieldSpec, SectionSpec } from '../../profiles/schema.ts'

/** What a mention of a file is to the plan. */
export type MentionRole = NonNullable<SectionSpec['files']> | 'steps' | 'commits' | 'header'

/** One mention of one file. */
export interface FileMention {
  role: MentionRole
  path: string
  ref: PathRef
  kind: PathKind
  /** What the plan does to the file, by this mention. */
  mark?: MarkKind | 'unknown'
  /** It comes into being by this mention where it is not there. */
  isWritten?: true
  /** Its field has a word for what is done to each file, and there is none here. */
  isUnsaid?: true
  /** It is there no more behind this: it got another name. */
  isLeft?: true
  /** The mark as it is written, where it is. */
  written?: Mark & { place: Place }
  place: Place
  section?: BoundSection
  unit?: Unit
  /** Where several files share one description, the others. */
  line?: Place
}

/** Where mentions are read: what they have in common. */
export interface Origin {
  role: MentionRole
  section: BoundSection
  unit?: Unit
}

/** Work that leaves a file alone speaks of itself: other work may change it. */
function isOfUnit({ role, unit }: Origin): boolean {
  return unit !== undefined && (role === 'steps' || role === 'commits' || role === 'roadmap')
}

/** @param mark - by what is written, else by the field */
export function mentionOf(
  origin: Origin,
  ref: PathRef,
  place: Place,
  mark?: MarkKind | 'unknown',
  written?: FileMention['written']
): FileMention {
  const found: FileMention = { role: origin.role, path: ref.path, ref, kind: ref.kind, place, section: origin.section }
  if (origin.unit) found.unit = origin.unit
  if (mark) found.mark = mark === 'unchanged' && isOfUnit(origin) ? 'existing' : mark
  if (written) found.written = written
  return found
}

/** A mention by a field, which says what is done to the files that don't say it themselves. To delete lines of a file is to modify it. */
export function fieldMention(
  origin: Origin,
  { ref, place, written, aside }: ListedFile,
  { files }: FieldSpec
): FileMention {
  const said: MarkKind | undefined =
    typeof files === 'string' && files !== 'written' && files !== 'untouched' ? files : undefined
  const mark = written?.kind ?? said
  const isPart = mark === 'deleted' && ref.suffix !== undefined
  const mention = mentionOf(origin, ref, place, isPart ? 'modified' : mark, written)
  return setAside(files === 'written' && !written ? { ...mention, isWritten: true } : mention, aside)
}

/**
 * What is said of a file under a condition, or of another place, is not held against the repository; what is done already is so where it would no longer be
 * true: a new file is there, a deleted one is not.
 */
export function setAside(mention: FileMention, aside: Aside | undefined): FileMention {
  if (!aside || (aside.kind === 'done' && mention.mark !== 'new' && mention.mark !== 'deleted')) return mention
  const { mark, written: _, ...rest } = mention
  return aside.isMade || mark === 'new' ? { ...rest, isWritten: true } : rest
}
