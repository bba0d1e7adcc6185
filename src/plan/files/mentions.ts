import { treesIn, type PlacedTree } from './placed-trees.ts'
import { fieldMention, mentionOf, setAside, type FileMention, type MentionRole, type Origin } from './mention.ts'
import type { Plan, BoundSection, Unit } from '../bind-types.ts'
import { onceEach } from '../../util/once.ts'
import { treeDemand, isMatter, namesFiles } from '../../profiles/fields.ts'
import { bodySpan } from '../bind.ts'
import { looseWork } from '../units/loose.ts'
import { addTableFiles } from './table-files.ts'
import { addFieldFiles, addHeadFiles } from './field-files.ts'
import { addLabelledFiles } from './listed/labelled-files.ts'
import { filesOfKey } from './bare-files.ts'
import type { FieldSpec } from '../../profiles/schema.ts'
import { readPath, splitPaths } from '../../files/paths.ts'
import { markWith } from '../../files/mark.ts'
import { readMark } from '../../files/marks.ts'
import { isParent, startOf } from '../../outline/nodes.ts'
import type { Part } from '../../outline/types.ts'
import { namesOfFiles } from './listed/names-of-files.ts'
import { listedFiles, type ListedFile } from './listed/listed-files.ts'

export type { PlacedTree } from './placed-trees.ts'

/** Everything that a plan says of files. */
export interface FileModel {
  /** But for those that are only run. */
  mentions: FileMention[]
  by(role: MentionRole): FileMention[]
  trees: PlacedTree[]
}

/** Collects the mentions of files by the roles that the profile gives to sections and fields. Memoised per plan. */
export const filesOf: (plan: Plan) => FileModel = onceEach(collect)

function collect(plan: Plan): FileModel {
  const trees: PlacedTree[] = []
  const mentions: FileMention[] = []
  const run: FileMention[] = []
  for (const section of plan.allSections) {
    if (!section.part || section.state === 'negative') continue
    if (treeDemand(section.spec)) trees.push(...treesIn(section, plan))
    const into = namesRunTests(section) ? run : mentions
    addSectionFiles(section, plan, trees, into)
    for (const unit of section.units) addUnitFiles(unit, plan, into)
  }
  for (const { unit } of looseWork(plan)) addUnitFiles(unit, plan, mentions)
  addHeaderFiles(plan, mentions)
  const roles = new Map<MentionRole, FileMention[]>()
  for (const mention of [...mentions, ...run]) {
    const list = roles.get(mention.role)
    if (list) list.push(mention)
    else roles.set(mention.role, [mention])
  }
  return { mentions, trees, by: role => roles.get(role) ?? [] }
}

/** Does a section name tests for being run, and say nothing of what is done to them? */
export const namesRunTests = ({ spec: { files } }: BoundSection): boolean => files === 'affected' || files === 'tests'

function addSectionFiles(section: BoundSection, plan: Plan, trees: PlacedTree[], into: FileMention[]): void {
  const role = section.spec.files
  if (!role) return
  const origin: Origin = { role, section }
  if (role === 'overview')
    for (const unit of section.units) addTitleFiles({ role, section, unit }, unit.part, plan, into)
  else if (role === 'table' || role === 'tests')
    for (const table of plan.content.tables(bodySpan(section))) addTableFiles(origin, table, plan, into)
  else if (role === 'steps') addLabelledFiles(origin, bodySpan(section), plan, into)
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
  const files = filesOfTitle(part, plan)
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
    into.push(setAside(mentionOf(origin, file.ref, place, mark?.kind, mark), file.aside))
  }
  into.push(...into.splice(into.length - files.length).reverse())
}

function filesOfTitle({ node, title, place }: Part, plan: Plan): ListedFile[] {
  // A row begins with other cells than that of its file.
  const [first] = isParent(node) && node.type === 'heading' ? node.children : []
  const span = { start: first ? startOf(first) : place.start.offset, end: place.end.offset }
  const listed = listedFiles(namesOfFiles(span, true, plan), span, true, plan)
  if (plan.content.has('inlineCode', span)) return listed
  const plain = splitPaths(title).map(ref => ({ ref, place }))
  return listed.length < plain.length ? plain : listed
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
  if (isWork(unit)) addLabelledFiles(origin, unit.span, plan, into)
}

const work: ReadonlySet<string> = new Set(['step', 'commit', 'item', 'phase'])
const isWork = ({ role }: Unit): boolean => work.has(role)
