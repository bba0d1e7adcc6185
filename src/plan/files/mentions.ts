import { onceEach } from '../../util/once.ts'
import type { ListItem, Table, TableCell } from 'mdast'
import { isMatter, namesFiles, treeDemand } from '../../profiles/fields.ts'
import type { FieldSpec } from '../../profiles/schema.ts'
import type { Place } from '../../types.ts'
import type { BoundField, BoundSection, Plan, Unit } from '../bind-types.ts'
import { bodySpan } from '../bind.ts'
import type { ListedFile } from './listed-files.ts'
import { filesInTag, filesOfKey } from './bare-files.ts'
import { listedFiles, plainFiles } from './listed-files.ts'
import type { Mark, MarkKind } from '../../files/marks.ts'
import { markWith, readMark } from '../../files/marks.ts'
import { placeOf, spanOf, textOf } from '../../outline/nodes.ts'
import type { PathKind, PathRef } from '../../files/paths.ts'
import { readPath, splitPaths } from '../../files/paths.ts'
import type { PlacedTree } from './placed-trees.ts'
import { treesIn } from './placed-trees.ts'
import { normalise } from '../../outline/text.ts'
import type { Part, Span } from '../../outline/types.ts'

export type { PlacedTree } from './placed-trees.ts'

/** What a mention of a file is to the plan. */
export type MentionRole =
  'inventory' | 'overview' | 'table' | 'context' | 'roadmap' | 'map' | 'scope' | 'steps' | 'commits' | 'header'

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
  /** The mark as it is written, where it is. */
  written?: Mark & { place: Place }
  place: Place
  section?: BoundSection
  unit?: Unit
  /** Where several files share one description, the others. */
  line?: Place
}

/** Everything that a plan says of files. */
export interface FileModel {
  mentions: FileMention[]
  by(role: MentionRole): FileMention[]
  trees: PlacedTree[]
}

/** Collects the mentions of files by the roles that the profile gives to sections and fields. Memoised per plan. */
export const filesOf: (plan: Plan) => FileModel = onceEach(collect)

function collect(plan: Plan): FileModel {
  const trees: PlacedTree[] = []
  const mentions: FileMention[] = []
  for (const section of plan.allSections) {
    if (!section.part || section.state === 'negative') continue
    if (treeDemand(section.spec)) trees.push(...treesIn(section, plan))
    addSectionFiles(section, plan, trees, mentions)
    for (const unit of section.units) addUnitFiles(unit, plan, mentions)
  }
  addHeaderFiles(plan, mentions)
  const roles = new Map<MentionRole, FileMention[]>()
  for (const mention of mentions) {
    const list = roles.get(mention.role)
    if (list) list.push(mention)
    else roles.set(mention.role, [mention])
  }
  return { mentions, trees, by: role => roles.get(role) ?? [] }
}

/** Where mentions are read: what they have in common. */
interface Origin {
  role: MentionRole
  section: BoundSection
  unit?: Unit
}

/** @param mark - by what is written, else by the field */
function mentionOf(
  origin: Origin,
  ref: PathRef,
  place: Place,
  mark?: MarkKind | 'unknown',
  written?: FileMention['written']
): FileMention {
  const found: FileMention = { role: origin.role, path: ref.path, ref, kind: ref.kind, place, section: origin.section }
  if (origin.unit) found.unit = origin.unit
  if (mark) found.mark = mark
  if (written) found.written = written
  return found
}

function addSectionFiles(section: BoundSection, plan: Plan, trees: PlacedTree[], into: FileMention[]): void {
  const role = section.spec.files
  if (!role) return
  const origin: Origin = { role, section }
  if (role === 'overview')
    for (const unit of section.units) addTitleFiles({ role, section, unit }, unit.part, plan, into)
  else if (role === 'table')
    for (const table of plan.content.tables(bodySpan(section))) addTableFiles(origin, table, plan, into)
  else if (role === 'roadmap' || role === 'map' || role === 'scope')
    for (const field of section.fields) addFieldFiles(origin, field, plan, into)
  else {
    const own = trees.filter(({ section: of, tree }) => of === section && tree)
    for (const tree of own) addTreeFiles(origin, tree, plan, into)
    // Not in the whole document: there lists say other things.
    const mayList = section.part!.form !== 'document' && treeDemand(section.spec)?.required === false
    if (own.length === 0 && mayList) addListed(origin, section, plan, into)
  }
}

/** Files that keys of the front matter list. */
function addHeaderFiles(plan: Plan, into: FileMention[]): void {
  const section = plan.allSections[0]
  if (!section) return
  for (const { spec, part } of plan.metadata)
    if (part && isMatter(spec) && namesFiles(spec))
      for (const file of filesOfKey(part, plan)) into.push(fieldMention({ role: 'header', section }, file, spec))
}

/** Where a tree need not be drawn, a list or a table of files is as good. */
function addListed(origin: Origin, section: BoundSection, plan: Plan, into: FileMention[]): void {
  const span = bodySpan(section)
  const spec: FieldSpec = { label: section.spec.title, kind: 'files' }
  for (const table of plan.content.tables(span)) addTableFiles(origin, table, plan, into)
  for (const item of plan.content.topItems(span)) addHeadFiles(origin, item, spec, plan, into)
}

function addTreeFiles(origin: Origin, placed: PlacedTree, plan: Plan, into: FileMention[]): void {
  for (const entry of placed.tree!.entries) {
    const { mark } = entry
    const place = placed.placeOfEntry(entry)
    const ref = readPath(entry.path, { lenient: true }) ?? { raw: entry.name, path: entry.path, kind: entry.kind }
    const from = place.start.offset - entry.column
    const written =
      mark &&
      markWith(mark, { place: plan.outline.lines.placeOf({ start: from + mark.column, end: from + mark.endColumn }) })
    const mention = mentionOf(origin, ref, place, mark?.kind, written)
    mention.path = entry.path
    mention.kind = entry.directory ? 'directory' : entry.kind
    into.push(mention)
  }
}

/** Files named in a title, each with its own mark or the next one: "#### `a.ts`, `b.ts` (new), `c.ts` (modified)". */
function addTitleFiles(origin: Origin, part: Part, plan: Plan, into: FileMention[]): void {
  const { place, title, qualifier } = part
  const span = { start: place.start.offset, end: place.end.offset }
  const codes = plan.content.codeSpans(span)
  const files: ListedFile[] =
    codes.length > 0 ? listedFiles(codes, span, true, plan) : splitPaths(title).map(ref => ({ ref, place }))
  const refs = files.map(file => file.ref)
  const last = refs.at(-1)?.raw
  const after = last === undefined ? title : title.slice(title.lastIndexOf(last) + last.length)
  const whole =
    readMark(qualifier === undefined ? after : `(${qualifier})`, 'heading') ??
    readMark(title.slice(0, Math.max(0, title.indexOf(refs[0]?.raw ?? ''))), 'heading')
  let mark = whole && markWith(whole, { place })
  for (const file of files.reverse()) {
    // What follows a file is said of those before it, too, unless they have their own.
    if (file.written) mark = markWith(file.written, { place })
    into.splice(into.length, 0, mentionOf(origin, file.ref, place, mark?.kind, mark))
  }
  into.push(...into.splice(into.length - files.length).reverse())
}

/** Is a column called so that it says what is done to a file? */
export function isActionTitle(title: string): boolean {
  return /^(?:actions?|change(?: type)?|type|operation|status)$/.test(title)
}

/** Rows of a table with a column of files; a column of actions gives the marks. */
function addTableFiles(origin: Origin, table: Table, plan: Plan, into: FileMention[]): void {
  const [head, ...rows] = table.children
  const titles = head ? head.children.map(cell => normalise(textOf(cell))) : []
  const fileColumn = titles.findIndex(title => /^(?:files?|paths?|modules?|location)\b/.test(title))
  const actionColumn = titles.findIndex(isActionTitle)
  if (fileColumn < 0) return
  for (const row of rows) addRowFiles(origin, row.children[fileColumn], row.children[actionColumn], plan, into)
}

function addRowFiles(
  origin: Origin,
  cell: TableCell | undefined,
  action: TableCell | undefined,
  plan: Plan,
  into: FileMention[]
): void {
  if (!cell) return
  const mark = action ? readMark(textOf(action), 'cell') : undefined
  const written = mark && markWith(mark, { place: placeOf(action!) })
  const add = (ref: PathRef, place: Place, own: FileMention['written']): void => {
    const said = written ?? own
    into.push(mentionOf(origin, ref, place, said?.kind, said))
  }
  const codes = plan.content.codeSpans(spanOf(cell))
  if (codes.length > 0)
    for (const file of listedFiles(codes, spanOf(cell), true, plan)) add(file.ref, file.place, file.written)
  else for (const file of plainFiles(textOf(cell), placeOf(cell))) add(file.ref, file.place, file.written)
}

function addUnitFiles(unit: Unit, plan: Plan, into: FileMention[]): void {
  if (unit.part.struck) return
  const isFree = unit.section.part?.form === 'document'
  const own = unit.role === 'commit' ? 'commits' : 'steps'
  const role: MentionRole = isFree ? own : (unit.section.spec.files ?? own)
  const origin: Origin = { role, section: unit.section, unit }
  for (const field of unit.fields) {
    addFieldFiles(origin, field, plan, into)
    if (field.again) for (const other of field.again) addFieldFiles(origin, other, plan, into)
  }
  for (const inner of unit.units) addUnitFiles(inner, plan, into)
}

/** Files of a field: those in its label ("File 1: `a.ts`", "Code (add to `a.ts`)"), then paths at the head of list items where there is a list, else every path in the value. */
function addFieldFiles(origin: Origin, field: BoundField, plan: Plan, into: FileMention[]): void {
  const { spec, span, part } = field
  if (!namesFiles(spec) || !span || !part) return
  if (part.inner) {
    const files = field.state === 'negative' ? [] : filesInTag(part.inner, plan)
    into.push(...files.map(file => fieldMention(origin, file, spec)))
    return
  }
  const before = into.length
  if (part.form !== 'row')
    addCodeFiles(origin, { start: part.place.start.offset, end: part.place.end.offset }, spec, plan, into)
  if (into.length > before || spec.kind !== 'files') return
  const items = plan.content.topItems(span)
  if (items.length === 0) addSpanFiles(origin, span, spec, plan, into)
  else if (part.value && part.value.text !== '') addSpanFiles(origin, part.value, spec, plan, into)
  for (const item of items) addItemFiles(origin, item, spec, plan, into)
}

/** "- Create: `a.ts`": the word before the colon says what is done to the files of the item, and of those below it. */
function addItemFiles(origin: Origin, item: ListItem, spec: FieldSpec, plan: Plan, into: FileMention[]): void {
  const [first, ...others] = item.children
  const action = typeof spec.files === 'object' && first ? actionIn(textOf(first), spec.files) : undefined
  if (action === undefined) return addHeadFiles(origin, item, spec, plan, into)
  const marked: FieldSpec = { ...spec, files: action === 'any' ? true : action }
  addHeadFiles(origin, item, marked, plan, into)
  for (const list of others)
    if (list.type === 'list') for (const inner of list.children) addHeadFiles(origin, inner, marked, plan, into)
}

type Actions = Extract<FieldSpec['files'], object>

/** A mention by a field, which says what is done to the files that don't say it themselves. To delete lines of a file is to modify it. */
function fieldMention(origin: Origin, { ref, place, written }: ListedFile, { files }: FieldSpec): FileMention {
  const said: MarkKind | undefined =
    typeof files === 'string' && files !== 'written' && files !== 'untouched' ? files : undefined
  const mark = written?.kind ?? said
  const isPart = mark === 'deleted' && ref.suffix !== undefined
  const mention = mentionOf(origin, ref, place, isPart ? 'modified' : mark, written)
  return files === 'written' && !written ? { ...mention, isWritten: true } : mention
}

function actionIn(text: string, actions: Actions): Actions[string] | undefined {
  const word = /^([\p{L}][\p{L} /-]{0,30})(?:\([^()\n]{0,60}\)[ \t]*)?[:：]/u.exec(text)?.[1]
  const key = word === undefined ? undefined : normalise(word)
  return Object.entries(actions).find(([name]) => normalise(name) === key)?.[1]
}

/** Paths in a list item before its description starts: "`a.ts`, `b.ts` – adds …". */
function addHeadFiles(origin: Origin, item: ListItem, spec: FieldSpec, plan: Plan, into: FileMention[]): void {
  const first = item.children[0]
  if (!first || first.type !== 'paragraph') return
  const span = spanOf(first)
  const cut = /[ \t](?:[-–—]{1,2}|→)[ \t]|`\*{0,2}:[ \t]/.exec(plan.outline.source.slice(span.start, span.end))
  addSpanFiles(origin, { start: span.start, end: cut ? span.start + cut.index + 1 : span.end }, spec, plan, into)
}

/** Paths in the code spans of a span, else those in its text. */
function addSpanFiles(origin: Origin, span: Span, spec: FieldSpec, plan: Plan, into: FileMention[]): void {
  if (addCodeFiles(origin, span, spec, plan, into)) return
  const { start, end } = span
  const text = plan.outline.source.slice(start, end)
  const place = plan.outline.lines.placeOf({ start, end: Math.max(start, start + text.trimEnd().length) })
  for (const file of plainFiles(text, place)) into.push(fieldMention(origin, file, spec))
}

/** @returns Has the span any code spans? */
function addCodeFiles(origin: Origin, span: Span, spec: FieldSpec, plan: Plan, into: FileMention[]): boolean {
  const codes = plan.content.codeSpans(span)
  for (const file of listedFiles(codes, span, spec.kind === 'files', plan)) into.push(fieldMention(origin, file, spec))
  return codes.length > 0
}
