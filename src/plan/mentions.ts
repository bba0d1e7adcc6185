import type { Code, InlineCode, ListItem, Table, TableRow } from 'mdast'
import type { FieldSpec } from '../profiles/schema.ts'
import type { Place } from '../types.ts'
import type { BoundField, BoundSection, Plan, Unit } from './bind-types.ts'
import { bodySpan } from './bind.ts'
import type { Mark, MarkKind } from './marks.ts'
import { readMark } from './marks.ts'
import { placeOf, spanOf, textOf, within } from './nodes.ts'
import type { PathKind, PathRef } from './paths.ts'
import { readPath, splitPaths } from './paths.ts'
import { normalise } from './text.ts'
import type { FileTree, TreeEntry } from './tree.ts'
import { parseTree } from './tree.ts'
import type { Span } from './types.ts'

/** What a mention of a file is to the plan. */
export type MentionRole = 'inventory' | 'overview' | 'table' | 'context' | 'roadmap' | 'map' | 'steps' | 'commits'

/** One mention of one file. */
export interface FileMention {
  role: MentionRole
  path: string
  ref: PathRef
  kind: PathKind
  /** What the plan does to the file, by this mention. */
  mark?: MarkKind | 'unknown'
  /** The mark as it is written, where it is. */
  written?: Mark & { place: Place }
  place: Place
  section?: BoundSection
  unit?: Unit
  /** Where several files share one description, the others. */
  line?: Place
}

/** A file tree with the fence it stands in. */
export interface PlacedTree { section: BoundSection; node: Code; place: Place; tree?: FileTree; placeOfEntry(entry: TreeEntry): Place; /** Of its mark, if it has one. */ placeOfMark(entry: TreeEntry): Place; placeOfLine(line: number): Place }

/** Everything that a plan says of files. */
export interface FileModel { mentions: FileMention[]; by(role: MentionRole): FileMention[]; trees: PlacedTree[] }

const memo = new WeakMap<Plan, FileModel>()

/** Collects the mentions of files by the roles that the profile gives to sections and fields. Memoised per plan. */
export function filesOf(plan: Plan): FileModel {
  const known = memo.get(plan)
  if (known) return known
  const trees: PlacedTree[] = []
  const mentions: FileMention[] = []
  for (const section of plan.allSections) {
    if (!section.part || section.state === 'negative') continue
    if (section.spec.tree) trees.push(...treesIn(section, plan))
    mentions.push(...mentionsIn(section, plan, trees))
    for (const unit of section.units) addUnitFiles(unit, plan, mentions)
  }
  const roles = new Map<MentionRole, FileMention[]>()
  for (const mention of mentions) {
    const list = roles.get(mention.role)
    if (list) list.push(mention)
    else roles.set(mention.role, [mention])
  }
  const model: FileModel = { mentions, trees, by: role => roles.get(role) ?? [] }
  memo.set(plan, model)
  return model
}

/** Offset at which the content of a fence starts. */
export function fenceStart(node: Code, source: string): number {
  const span = spanOf(node)
  const end = source.indexOf('\n', span.start)
  return end < 0 || end > span.end ? span.end : end + 1
}

function treesIn(section: BoundSection, plan: Plan): PlacedTree[] {
  const fences = plan.content.fences(bodySpan(section))
  const placed = fences.map(node => placeTree(section, node, plan, fences.length === 1))
  const trees = placed.filter(candidate => candidate.tree !== undefined)
  return trees.length > 0 ? trees : placed.slice(0, 1)
}

function placeTree(section: BoundSection, node: Code, plan: Plan, expected: boolean): PlacedTree {
  const { outline } = plan
  const tree = parseTree(node.value, expected)
  const fenced = /^[`~]{3}/.test(outline.source.slice(spanOf(node).start, spanOf(node).start + 3))
  const first = placeOf(node).start.line + (fenced ? 1 : 0)
  const texts = fenced ? [] : node.value.split(/\r\n|\r|\n/)
  const at = (line: number, from: number, to: number): Place => {
    const begin = outline.lines.startOf(first + line)
    const start = begin + (fenced ? indentOf(node, first + line, outline.source, begin) : Math.max(0, outline.source.indexOf(texts[line] ?? '', begin) - begin))
    return outline.lines.placeOf({ start: start + from, end: start + Math.max(from + 1, to) })
  }
  return {
    section, node, place: placeOf(node), ...(tree ? { tree } : {}),
    placeOfEntry: entry => at(entry.line, entry.column, entry.endColumn),
    placeOfMark: ({ line, column, endColumn, mark }) => at(line, mark?.column ?? column, mark?.endColumn ?? endColumn),
    placeOfLine: line => {
      const text = node.value.split(/\r\n|\r|\n/)[line] ?? ''
      return at(line, text.length - text.trimStart().length, text.trimEnd().length)
    }
  }
}

/** Columns that Markdown takes off the lines of an indented fence. */
function indentOf(node: Code, line: number, source: string, start: number): number {
  const most = (node.position?.start.column ?? 1) - 1
  let taken = 0
  while (taken < most && (source[start + taken] === ' ' || source[start + taken] === '\t' || source[start + taken] === '>')) taken++
  return line > 0 ? taken : 0
}

function mentionsIn(section: BoundSection, plan: Plan, trees: PlacedTree[]): FileMention[] {
  const role = section.spec.files
  if (!role) return []
  if (role === 'overview') return section.units.flatMap(unit => titleMentions(unit, section, plan))
  if (role === 'table') return plan.content.tables(bodySpan(section)).flatMap(table => tableMentions(table, section, plan))
  if (role === 'roadmap' || role === 'map') return section.fields.flatMap(field => fieldMentions(field, role, plan, section))
  const own = trees.filter(tree => tree.section === section && tree.tree)
  return own.flatMap(tree => treeMentions(tree, role, plan))
}

function treeMentions(placed: PlacedTree, role: MentionRole, plan: Plan): FileMention[] {
  return placed.tree!.entries.map(entry => {
    const place = placed.placeOfEntry(entry)
    const ref = readPath(entry.path, { lenient: true }) ?? { raw: entry.name, path: entry.path, kind: entry.kind }
    const mark = entry.mark
    const line = plan.outline.lines
    return {
      role, path: entry.path, ref, kind: entry.directory ? 'directory' as const : entry.kind, place, section: placed.section,
      ...(mark ? { mark: mark.kind, written: { ...mark, place: line.placeOf({ start: place.start.offset + (mark.column - entry.column), end: place.start.offset + (mark.endColumn - entry.column) }) } } : {})
    }
  })
}

/** Files named in a title: "#### `a.ts`, `b.ts` (new)". */
function titleMentions(unit: Unit, section: BoundSection, plan: Plan): FileMention[] {
  const { part } = unit
  const spans = within(plan.outline.nodes.inlineCode, { start: part.place.start.offset, end: part.place.end.offset })
  const title = part.title
  const named = outsideRemarks(spans, plan)
  const refs = spans.length > 0 ? named.map(node => readPath(node.value, { lenient: true })) : splitPaths(title)
  const last = refs.at(-1)?.raw
  const after = last === undefined ? title : title.slice(title.lastIndexOf(last) + last.length)
  const mark = readMark(part.qualifier === undefined ? after : `(${part.qualifier})`, 'heading') ?? readMark(title.slice(0, Math.max(0, title.indexOf(refs[0]?.raw ?? ''))), 'heading')
  return refs.filter((ref): ref is PathRef => ref !== undefined && ref.kind !== 'prose').map(ref => ({
    role: 'overview', path: ref.path, ref, kind: ref.kind, place: part.place, section, unit, ...(mark ? { mark: mark.kind, written: { ...mark, place: part.place } } : {})
  }))
}

/** Paths in parentheses belong to a remark: "(renamed from `old.ts`)". */
function outsideRemarks(spans: InlineCode[], plan: Plan): InlineCode[] {
  let before = spans[0] ? spanOf(spans[0]).start : 0
  let isOpen = false
  return spans.filter(node => {
    const between = plan.outline.source.slice(before, spanOf(node).start)
    const [open, close] = [between.lastIndexOf('('), between.lastIndexOf(')')]
    if (open !== close) isOpen = open > close
    before = spanOf(node).end
    return !isOpen
  })
}

/** Rows of a table with a column of files; a column of actions gives the marks. */
function tableMentions(table: Table, section: BoundSection, plan: Plan): FileMention[] {
  const [head, ...rows] = table.children
  const titles = head ? head.children.map(cell => normalise(textOf(cell))) : []
  const fileColumn = titles.findIndex(title => /^(?:files?|paths?|modules?|location)\b/.test(title))
  const actionColumn = titles.findIndex(title => /^(?:actions?|change(?: type)?|type|operation|status)$/.test(title))
  if (fileColumn < 0) return []
  return rows.flatMap(row => rowMentions(row, fileColumn, actionColumn, section, plan))
}

function rowMentions(row: TableRow, fileColumn: number, actionColumn: number, section: BoundSection, plan: Plan): FileMention[] {
  const cell = row.children[fileColumn]
  if (!cell) return []
  const action = actionColumn < 0 ? undefined : row.children[actionColumn]
  const mark = action ? readMark(textOf(action), 'cell') : undefined
  const codes = within(plan.outline.nodes.inlineCode, spanOf(cell))
  const refs: [PathRef, Place][] = codes.length > 0
    ? codes.flatMap(code => { const ref = readPath(code.value, { lenient: true }); return ref ? [[ref, placeOf(code)] as [PathRef, Place]] : [] })
    : splitPaths(textOf(cell)).map(ref => [ref, placeOf(cell)])
  return refs.filter(([ref]) => ref.kind !== 'prose').map(([ref, place]) => ({
    role: 'table', path: ref.path, ref, kind: ref.kind, place, section, ...(mark ? { mark: mark.kind, written: { ...mark, place: placeOf(action!) } } : {})
  }))
}

function addUnitFiles(unit: Unit, plan: Plan, mentions: FileMention[]): void {
  const role: MentionRole = unit.section.spec.files ?? (unit.role === 'commit' ? 'commits' : 'steps')
  for (const field of unit.fields.flatMap(own => [own, ...(own.again ?? [])])) mentions.push(...fieldMentions(field, role, plan, unit.section, unit))
  for (const inner of unit.units) addUnitFiles(inner, plan, mentions)
}

/** Files of a field: those in its label ("File 1: `a.ts`", "Code (add to `a.ts`)"), then paths at the head of list items where there is a list, else every path in the value. */
function fieldMentions(field: BoundField, role: MentionRole, plan: Plan, section: BoundSection, unit?: Unit): FileMention[] {
  if (!field.spec.paths || !field.span || !field.part) return []
  const items = plan.content.topItems(field.span)
  const base = { section, ...(unit ? { unit } : {}) }
  const { part } = field
  const inLabel = part.form === 'row' ? [] : codeMentions({ start: part.place.start.offset, end: part.place.end.offset }, field.spec, role, plan, base, true)
  if (inLabel.length > 0 || field.spec.kind !== 'files') return inLabel
  if (items.length === 0) return codeMentions(field.span, field.spec, role, plan, base)
  const inline = field.part.value && field.part.value.text !== '' ? codeMentions(field.part.value, field.spec, role, plan, base) : []
  return [...inline, ...items.flatMap(item => headMentions(item, field.spec, role, plan, base))]
}

/** Paths in a list item before its description starts: "`a.ts`, `b.ts` – adds …". */
function headMentions(item: ListItem, spec: FieldSpec, role: MentionRole, plan: Plan, base: object): FileMention[] {
  const first = item.children[0]
  if (!first || first.type !== 'paragraph') return []
  const span = spanOf(first)
  const head = plan.outline.source.slice(span.start, span.end)
  const cut = /[ \t](?:[-–—]{1,2}|→)[ \t]|`\*{0,2}:[ \t]/.exec(head)
  return codeMentions({ start: span.start, end: cut ? span.start + cut.index + 1 : span.end }, spec, role, plan, base)
}

function codeMentions(span: Span, spec: FieldSpec, role: MentionRole, plan: Plan, base: object, onlyCode = false): FileMention[] {
  const codes = within(plan.outline.nodes.inlineCode, span)
  const { source } = plan.outline
  const found = codes.flatMap((code, i) => codeMention(code, codes[i + 1], span, spec, role, source, plan, base))
  if (codes.length > 0 || onlyCode) return found
  const place = plan.outline.lines.placeOf({ start: span.start, end: Math.max(span.start, span.start + source.slice(span.start, span.end).trimEnd().length) })
  return splitPaths(source.slice(span.start, span.end)).filter(ref => ref.kind !== 'prose').map(ref => ({ role, path: ref.path, ref, kind: ref.kind, place, ...base, ...(spec.mark ? { mark: spec.mark } : {}) }))
}

function codeMention(code: InlineCode, next: InlineCode | undefined, span: Span, spec: FieldSpec, role: MentionRole, source: string, plan: Plan, base: object): FileMention[] {
  const ref = readPath(code.value, { lenient: spec.kind === 'files' })
  if (!ref || ref.kind === 'prose') return []
  const own = spanOf(code)
  const after = source.slice(own.end, Math.min(next ? spanOf(next).start : span.end, own.end + 200)).split('\n', 1)[0]!
  const lead = after.length - after.replace(/^[*_:]+/, '').length
  const mark = readMark(after.slice(lead), 'list')
  const written = mark ? { ...mark, place: plan.outline.lines.placeOf({ start: own.end + lead + mark.start, end: own.end + lead + mark.end }) } : undefined
  const kind = mark?.kind ?? spec.mark
  return [{ role, path: ref.path, ref, kind: ref.kind, place: placeOf(code), ...base, ...(kind ? { mark: kind } : {}), ...(written ? { written } : {}) }]
}
