/** Files that the value of a field names: in its label, its list, its text. */
import type { ListItem } from 'mdast'
import { fieldMention, setAside, type Origin, type FileMention } from './mention.ts'
import type { BoundField, Plan } from '../bind-types.ts'
import { namesFiles } from '../../profiles/fields.ts'
import { filesInTag } from './bare-files.ts'
import type { FieldSpec } from '../../profiles/schema.ts'
import { placeOf, spanOf, startOf, textOf } from '../../outline/nodes.ts'
import { normalise } from '../../outline/text.ts'
import type { Span } from '../../outline/types.ts'
import { renamesIn } from './renames.ts'
import { namesOfFiles } from './listed/names-of-files.ts'
import { addTableFiles } from './table-files.ts'
import { plainFiles, listedFiles, type ListedFile } from './listed/listed-files.ts'

/**
 * Files of a field: those in its label ("File 1: `a.ts`", "Code (add to `a.ts`)"), then paths at the head of list items where there is a list, else every path
 * in the value. Of a field that holds code or text those that the value begins with.
 */
export function addFieldFiles(origin: Origin, field: BoundField, plan: Plan, into: FileMention[]): void {
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
  if (into.length > before) return
  if (spec.kind !== 'files') {
    addLeadingFiles(origin, field, plan, into)
    return
  }
  const own = part.value && part.value.text !== '' ? part.value : undefined
  if (own) addSpanFiles(origin, own, spec, plan, into)
  const rest = into.length > before ? ofWork(spec) : spec
  // Without a label, it is the table that tells.
  const [table] = part.form === 'heading' && own === undefined ? plan.content.tables(span) : []
  if (table && spanOf(table).start === span.start) {
    addTableFiles(origin, table, plan, into)
    return
  }
  const items = plan.content.topItems(span)
  if (items.length === 0) addSpanFiles(origin, { start: own?.end ?? span.start, end: span.end }, rest, plan, into)
  for (const item of items) addItemFiles(origin, item, rest, plan, into)
}

/** "**Code**: `src/a.ts`", "**Tests**: `tests/a.test.ts` covers …": what a text, or an item of its list, begins with. A text that goes on may name any others. */
function addLeadingFiles(origin: Origin, { spec, span, part }: BoundField, plan: Plan, into: FileMention[]): void {
  const own = part!.value && part!.value.text !== '' ? [part!.value] : []
  for (const each of [...own, ...plan.content.topItems(span!).flatMap(item => headSpan(item) ?? [])])
    for (const file of leadingFiles(each, plan)) into.push(fieldMention(origin, file, spec))
}

/** Code spans with nothing but what joins them between; one that begins with "./" is rather called. */
function leadingFiles({ start, end }: Span, plan: Plan): ListedFile[] {
  const { source } = plan.outline
  let behind = start
  for (const code of plan.content.codeSpans({ start, end })) {
    if (!joints.has(source.slice(behind, startOf(code)).replaceAll('*', '').trim()) || code.value.startsWith('./'))
      break
    behind = spanOf(code).end
  }
  if (behind === start || isAsItWas.test(source.slice(behind, end).split('\n', 1)[0]!)) return []
  const names = { start, end: behind }
  return listedFiles(namesOfFiles(names, false, plan), names, false, plan)
}

const joints: ReadonlySet<string> = new Set(['', ',', 'and', ', and', '&', '+'])
/** What is only run again is none of the step's files. */
const isAsItWas = /\b(?:still|stays?|remains?|unchanged|untouched|keeps?|existing|again)\b/i

/** Where the line of the label says which file it is, what goes on below tells what is done there: "Extend `Summary`" names no other, a sure path does. */
function ofWork({ kind: _, ...spec }: FieldSpec): FieldSpec {
  return spec
}

/** A box that is ticked while the plan goes on says that it is done already. */
function addItemFiles(origin: Origin, item: ListItem, spec: FieldSpec, plan: Plan, into: FileMention[]): void {
  const from = into.length
  addNamed(origin, item, spec, plan, into)
  if (item.checked !== true || plan.state === 'done') return
  into.push(...into.splice(from).map(mention => setAside(mention, { kind: 'done' })))
}

/** "- Create: `a.ts`": the word before the colon says what is done to the files of the item, and of those below it. */
function addNamed(origin: Origin, item: ListItem, spec: FieldSpec, plan: Plan, into: FileMention[]): void {
  const [first, ...others] = item.children
  const action = typeof spec.files === 'object' && first ? actionIn(textOf(first), spec.files) : undefined
  if (action === undefined) {
    const from = into.length
    addHeadFiles(origin, item, spec, plan, into)
    if (typeof spec.files === 'object' && beginsWithPath(item, plan))
      for (const mention of into.slice(from)) if (!mention.written) mention.isUnsaid = true
    return
  }
  const marked: FieldSpec = { ...spec, files: action === 'any' || action === 'renamed' ? true : action }
  const below = others.flatMap(list => (list.type === 'list' ? list.children : []))
  for (const each of [item, ...below])
    if (action !== 'renamed' || !addRenames(origin, each, marked, plan, into))
      addHeadFiles(origin, each, marked, plan, into)
}

/** "- `a.ts`: what it is for": nothing stands before the path, which might say what is done. */
function beginsWithPath({ children: [first] }: ListItem, { outline: { source } }: Plan): boolean {
  return first?.type === 'paragraph' && /^\*{0,2}`/.test(source.slice(spanOf(first).start, spanOf(first).start + 3))
}

/** "Rename: `a.ts` → `b.ts`": the one is there no more, the other comes into being. @returns Are there any? */
function addRenames(origin: Origin, item: ListItem, spec: FieldSpec, plan: Plan, into: FileMention[]): boolean {
  const span = headSpan(item)
  const pairs = span ? renamesIn(span, plan) : []
  for (const { old, now } of pairs) {
    into.push({ ...fieldMention(origin, old, spec), isLeft: true })
    into.push({ ...fieldMention(origin, now, spec), isWritten: true })
  }
  return pairs.length > 0
}

type Actions = Extract<FieldSpec['files'], object>

function actionIn(text: string, actions: Actions): Actions[string] | undefined {
  const word = /^([\p{L}][\p{L} /-]{0,30})(?:\([^()\n]{0,60}\)[ \t]*)?[:：]/u.exec(text)?.[1]
  const key = word === undefined ? undefined : normalise(word)
  return Object.entries(actions).find(([name]) => normalise(name) === key)?.[1]
}

/** Paths in a list item before its description starts: "`a.ts`, `b.ts` – adds …". */
export function addHeadFiles(origin: Origin, item: ListItem, spec: FieldSpec, plan: Plan, into: FileMention[]): void {
  const span = headSpan(item)
  if (!span) return
  const cut = /[ \t](?:[-–—]{1,2}|→)[ \t]|`\*{0,2}:[ \t]/.exec(plan.outline.source.slice(span.start, span.end))
  addSpanFiles(origin, { start: span.start, end: cut ? span.start + cut.index + 1 : span.end }, spec, plan, into)
}

/** The paragraph that an item begins with. */
function headSpan({ children: [first] }: ListItem): Span | undefined {
  return first?.type === 'paragraph' ? spanOf(first) : undefined
}

/** Paths in the code spans of a span, else those in its text. */
function addSpanFiles(origin: Origin, span: Span, spec: FieldSpec, plan: Plan, into: FileMention[]): void {
  if (addCodeFiles(origin, span, spec, plan, into) || addLinkFiles(origin, span, spec, plan, into)) return
  const { start } = span
  const text = plan.content.said(span)
  const place = plan.outline.lines.placeOf({ start, end: Math.max(start, start + text.trimEnd().length) })
  for (const file of plainFiles(text, place)) into.push(fieldMention(origin, file, spec))
}

/** @returns Has the span any code spans? */
function addCodeFiles(origin: Origin, span: Span, spec: FieldSpec, plan: Plan, into: FileMention[]): boolean {
  if (!plan.content.has('inlineCode', span)) return false
  const isList = spec.kind === 'files'
  for (const file of listedFiles(namesOfFiles(span, isList, plan), span, isList, plan))
    into.push(fieldMention(origin, file, spec))
  return true
}

/** "[src/a.ts](../src/a.ts) (new)": the text of a link is the path. @returns Is any link one? */
function addLinkFiles(origin: Origin, span: Span, spec: FieldSpec, plan: Plan, into: FileMention[]): boolean {
  const before = into.length
  const links = plan.content.links(span)
  for (const [index, link] of links.entries()) {
    const next = links[index + 1]
    const behind = plan.content.said({ start: spanOf(link).end, end: next ? startOf(next) : span.end })
    const name = textOf(link)
    const [file] = plainFiles(name + behind.split('\n', 1)[0]!, placeOf(link))
    if (file && name.startsWith(file.ref.raw)) into.push(fieldMention(origin, file, spec))
  }
  return into.length > before
}
