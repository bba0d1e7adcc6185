/** Files that the text of steps orders to change: in a sentence ("Change `a.ts`"), behind an action label ("- **Modify**: `a.ts`, `b.ts`"), or in the list below one. */
import type { List, ListItem, Node, Paragraph } from 'mdast'
import { changeWords, isLeftAlone, standing, type ChangeWord } from '../../../files/change-vocabulary.ts'
import { isClosed, readPhrase } from '../../../files/change-words.ts'
import type { Mark } from '../../../files/mark.ts'
import type { MarkKind } from '../../../files/marks.ts'
import { readPath, type PathRef } from '../../../files/paths.ts'
import { blockBehind, spanOf, startOf } from '../../../outline/nodes.ts'
import type { Span } from '../../../outline/types.ts'
import type { Plan, Unit } from '../../bind-types.ts'
import { placeOfChange } from './orders-inside.ts'
import { nameOfCode } from './names-of-files.ts'
import { listedFiles, plainFiles, type ListedFile } from './listed-files.ts'

/** Where an order begins whose first word is followed by what is named next. */
const order =
  /(?:^|[.:;]\s+|\b(?:then|and|also)\s+)[*_]{0,2}(\p{L}+)[*_]{0,2}\s+(?:(?:the|an?|new|existing) )*(?:file )?$/iu

/** What stands before a colon at the head of a line: "Modify", "**Files to modify**", "Add to". */
const label = /^[*_]{0,3}(?:files? )?(\p{L}[\p{L} /-]{0,30}?)( (?:in|to))?[*_]{0,3} ?[:：][*_]{0,3}/iu

/** What stands between files that one order is about: "`a.ts`, `b.ts` and `c.ts`". */
const joint = /^(?:, |,? and | ?[&+] )$/

/** What may stand behind the last of them: what is done there, but no sentence of its own ("and `b.ts` follows"). */
const close = /^[*_]{0,2}(?:$|\n|[.;:(]| [—–-] | (?:to|so|with|by|as well|accordingly|too)(?!\p{L}))/u

/** A file that an order is about. */
export interface Ordered extends ListedFile {
  path: string
  kind: MarkKind
  /** By what it is read as an order: a label before it, a mark behind it or a label that tells what was done, a sentence, or one that names it as the place of a change. */
  by: 'label' | 'mark' | 'sentence' | 'place'
  /** The order is about the file as a whole: nothing behind it makes it a part of something else ("Delete `a.ts` from the list"). */
  isWhole: boolean
}

/** The files that a step's text orders to change, in the order of the text; those of its fields are read elsewhere. */
export function orderedFiles({ span: step }: Pick<Unit, 'span'>, plan: Plan): Ordered[] {
  const found: Ordered[] = []
  const labelled = new Map<Node, ActionLabel>()
  for (const paragraph of plan.content.paragraphs(step)) {
    const above = labelled.get(paragraph)
    if (above) {
      found.push(...namedBy(spanOf(paragraph), above, plan))
      continue
    }
    const head = labelIn(spanOf(paragraph), plan)
    if (!head) found.push(...(beginsWithFile(paragraph, plan) ? byMarks : bySentence)(paragraph, plan))
    else if (head.rest.start < head.rest.end) found.push(...byLines(spanOf(paragraph), plan))
    else for (const item of listBelow(paragraph, plan)) if (item.children[0]) labelled.set(item.children[0], head)
  }
  return found
}

/** A label with what it orders to do, and what stands behind it. */
interface ActionLabel {
  kind: MarkKind
  mark: NonNullable<ListedFile['written']>
  rest: Span
  /** It tells what was done: "Files created". */
  isReport: boolean
}

/** The label at the head of a text. */
function labelIn({ start, end }: Span, { outline }: Plan): ActionLabel | undefined {
  const { source, lines } = outline
  const said = label.exec(source.slice(start, Math.min(end, start + 80)))
  const phrase = said && readPhrase(said[1]!)
  if (!phrase || !isClosed(phrase) || isLeftAlone(phrase.kind)) return undefined
  const rest = source.slice(start + said[0].length, end)
  // "Add to" is about a file that is there.
  const kind = said[2] === undefined ? phrase.kind : 'modified'
  const at = start + said[0].indexOf(said[1]!)
  const word = { start: at, end: at + said[1]!.length }
  const mark: Mark = { kind, raw: said[1]!, ...word, form: 'prefix', canonical: false }
  const first = phrase.word.toLowerCase()
  const isReport = changeWords.get(first)?.isState === true && !standing.has(first)
  return {
    kind,
    isReport,
    mark: { ...mark, place: lines.placeOf(word) },
    rest: { start: end - rest.trimStart().length, end }
  }
}

/** Each line of a paragraph may have its own label: "Modify: `a.ts`", and below it "Delete: `b.ts`". */
function* byLines({ start, end }: Span, plan: Plan): Iterable<Ordered> {
  const { source } = plan.outline
  let label: ActionLabel | undefined
  for (let from = start; from < end;) {
    const newline = source.indexOf('\n', from)
    const to = newline < 0 || newline > end ? end : newline
    const found = labelIn({ start: from + indentAt(from, source), end: to }, plan)
    label = found ?? label
    if (label) yield* namedBy(found?.rest ?? { start: from, end: to }, label, plan)
    from = to + 1
  }
}

const indentAt = (at: number, source: string): number => /^[ \t]{0,8}/.exec(source.slice(at, at + 8))![0].length

/** The items of a list that a label stands above, or whose item it begins. */
function listBelow(paragraph: Paragraph, { outline }: Plan): readonly ListItem[] {
  const next = blockBehind(paragraph, outline)
  return next?.type === 'list' ? (next as List).children : []
}

/** The files that a line names before it describes what is done there; one with another mark of its own goes by that. */
function* namedBy(span: Span, label: ActionLabel | undefined, plan: Plan): Iterable<Ordered> {
  const text = plan.outline.source.slice(span.start, span.end)
  // A mark may stand in the description.
  const cut = label && /[ \t](?:[-–—]{1,2}|→|->)[ \t]|`\*{0,2}:[ \t]/.exec(text)
  const head = { start: span.start, end: cut ? span.start + cut.index + 1 : span.end }
  const codes = plan.content.codeSpans(head)
  const files =
    codes.length > 0
      ? listedFiles(leading(codes, head, plan).map(nameOfCode), head, false, plan)
      : plainFiles(text.slice(0, head.end - head.start), plan.outline.lines.placeOf(head))
  const isWhole = !label || closesBehind(files, span, plan)
  for (const file of files) {
    const written = file.written ?? label?.mark
    const kind = written?.kind
    if (!isWithin(file.ref) || !changes(kind)) continue
    yield {
      ...file,
      written: written!,
      path: file.ref.path,
      kind,
      by: label && !label.isReport ? 'label' : 'mark',
      isWhole
    }
  }
}

/** Does a line end, or go on to a description, behind the files that it begins with? */
function closesBehind(files: readonly ListedFile[], { start, end }: Span, { outline: { source } }: Plan): boolean {
  const last = files.at(-1)
  if (!last) return false
  const isCode = source[last.place.start.offset] === '`'
  const at = isCode ? last.place.end.offset : start + last.ref.raw.length
  return (isCode || source.startsWith(last.ref.raw, start)) && close.test(source.slice(at, Math.min(end, at + 20)))
}

const changes = (kind: MarkKind | 'unknown' | undefined): kind is MarkKind =>
  kind !== undefined && kind !== 'unknown' && !isLeftAlone(kind)

/** The code spans that a list begins with: what comes behind other words is only spoken of. */
function leading<T extends Node>(codes: readonly T[], head: Span, { outline: { source } }: Plan): T[] {
  let before = head.start
  const at = codes.findIndex(code => {
    const between = source.slice(before, startOf(code))
    before = spanOf(code).end
    return !/^(?:[\s,;&+*_]|\([^()]*\)|and\b)*$/.test(between)
  })
  return codes.slice(0, at < 0 ? codes.length : at)
}

/** "`a.ts` (modified)", "`b.ts`: delete": each file goes by the mark behind it; what is said in sentences behind them counts as well. */
function* byMarks(paragraph: Paragraph, plan: Plan): Iterable<Ordered> {
  yield* namedBy(spanOf(paragraph), undefined, plan)
  yield* bySentence(paragraph, plan)
}

function beginsWithFile(paragraph: Paragraph, { outline: { source } }: Plan): boolean {
  const start = startOf(paragraph)
  return /^\*{0,2}`/.test(source.slice(start, start + 3))
}

/** "Change `a.ts`", "then delete the files `b.ts` and `c.ts`", "In `a.ts`, drop it". */
function* bySentence(paragraph: Paragraph, plan: Plan): Iterable<Ordered> {
  const { source, lines } = plan.outline
  const span = spanOf(paragraph)
  const codes = plan.content.codeSpans(span)
  for (const [index, code] of codes.entries()) {
    const before = source.slice(Math.max(span.start, startOf(code) - 300), startOf(code))
    let last = index
    while (codes[last + 1] && joint.test(source.slice(spanOf(codes[last]!).end, startOf(codes[last + 1]!)))) last++
    const place = placeOfChange(before, source.slice(spanOf(codes[last]!).end, span.end).slice(0, 200))
    const word = place === undefined ? orderIn(before.slice(-60)) : undefined
    const kind = place === undefined ? word?.kind : 'modified'
    if (!changes(kind)) continue
    const isClosed = close.test(source.slice(spanOf(codes[last]!).end, span.end).slice(0, 20))
    if (place !== 'inside' && !isClosed) last = index
    // "Add `a.ts`" may be about a list of files.
    const isWhole = isClosed && (kind !== 'new' || word!.isOrder)
    const said = { kind, by: place === undefined ? 'sentence' : 'place', isWhole } as const
    for (const each of codes.slice(index, last + 1)) {
      const ref = readPath(each.value)
      if (ref && isWithin(ref)) yield { ref, path: ref.path, place: lines.placeOf(spanOf(each)), ...said }
    }
  }
}

const isWithin = ({ kind, escapes }: PathRef): boolean => kind === 'file' && escapes === undefined

/** What a text that ends in an order has done to what is named next: "Change", "In the end, delete the file". */
function orderIn(text: string): ChangeWord | undefined {
  return changeWords.get((order.exec(text)?.[1] ?? '').toLowerCase())
}
