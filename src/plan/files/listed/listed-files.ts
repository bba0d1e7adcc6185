import type { Mark } from '../../../files/mark.ts'
import { readMark } from '../../../files/marks.ts'
import type { PathRef } from '../../../files/paths.ts'
import { readPath, splitPaths } from '../../../files/paths.ts'
import { readContent } from '../../../files/tree-lines.ts'
import { isStruckOut } from '../../../outline/struck.ts'
import type { Span } from '../../../outline/types.ts'
import type { Place } from '../../../types.ts'
import type { Plan } from '../../bind-types.ts'
import { asideOf, type Aside } from '../../asides/aside.ts'
import type { FileName } from './names-of-files.ts'

/** A file that a text names, and the mark beside it. */
export interface ListedFile {
  ref: PathRef
  place: Place
  written?: Mark & { place: Place }
  /** What is said of it aside: "(if present)", "(already gone)". */
  aside?: Aside
}

/**
 * The files that a text names, in code for the most part, each with its own mark: behind it, before it ("Create `a.ts`, `b.ts`"), or within the ticks. What stands in a remark
 * in parentheses is none, and a name that only looks like a path where paths are listed counts only there: not in "uses `lodash.debounce`".
 *
 * @param lenient - the text is a list of paths
 */
export function listedFiles(names: readonly FileName[], span: Span, lenient: boolean, plan: Plan): ListedFile[] {
  const found: ListedFile[] = []
  const named = outsideRemarks(names, span, plan).filter(name => !isStruckOut(name.outer, plan.outline.source))
  let leading: ListedFile['written']
  let before = span.start
  /** A sure path stands before on the line: what only might be one is rather a symbol of it. */
  let isBehindPath = false
  for (const [index, name] of named.entries()) {
    const { outer, value } = name
    const next = named[index + 1]
    const clause = clauseBefore(plan.outline.source.slice(before, outer.start))
    const words = clause.text.trim()
    const own = words === '' ? undefined : placed(readMark(clause.text, 'list'), before + clause.start, plan)
    if (name.isPlain && !isListed(words) && !own) continue
    if (words !== '') leading = own
    else if (clause.isNewLine) leading = undefined
    before = outer.end
    if (clause.isNewLine) isBehindPath = false
    const isSure = readPath(value, { lenient: false }) !== undefined
    const after = markAfter(name, next, span.end, plan)
    // "Extend `Summary` in `a.ts`": behind a word, a name of code is one.
    const isNamed = found.length === 0 || leading !== undefined
    const mayBe = words === '' || /[:：]$/.test(words) || (isNamed && !isSymbol(value))
    const read = readTicks(name, lenient && mayBe && (!isBehindPath || after !== undefined), plan)
    isBehindPath ||= isSure
    if (!read) continue
    const mark = read.written ?? after ?? leading
    const aside = asideBehind(name, named[index - 1], next, plan)
    found.push({ ref: read.ref, place: read.place, ...(mark ? { written: mark } : {}), ...(aside ? { aside } : {}) })
  }
  return found
}

/** Nothing but a number or a label stands before a name. */
const isListed = (words: string): boolean => /^[\s*_\d.)]*$|[:：]$/.test(words)

/** What the rest of a file's line says aside; of two between which stands "or" one may be there. */
function asideBehind(
  { outer: { start, end } }: FileName,
  before: FileName | undefined,
  next: FileName | undefined,
  { outline: { source } }: Plan
): Aside | undefined {
  const isOr = (from: number, to: number): boolean => /^,? or $/.test(source.slice(from, to))
  if ((before && isOr(before.outer.end, start)) || (next && isOr(end, next.outer.start))) return { kind: 'perhaps' }
  return asideOf(source.slice(end, end + mostAfter).split('\n', 1)[0]!)
}

/** A name of code: `ReportWriter`, `warm_up`, `warmUp`. */
const plainName = /^[\w$]{1,80}$/
const humps = /[a-z][A-Z]|[a-zA-Z]_[a-zA-Z]|[A-Z][a-z]/
const isSymbol = (code: string): boolean => plainName.test(code) && humps.test(code)

/** What stands between the last separator and a code span, without bullets and boxes. */
function clauseBefore(between: string): { text: string; start: number; isNewLine: boolean } {
  const separator = /^[^]*(?:[,;、\n]| and | & | \+ )/.exec(between)?.[0] ?? ''
  const rest = between.slice(separator.length)
  const lead = /^[\s>]*(?:[-*+]|\d{1,3}[.)])?\s*(?:\[[ xX]\])?[\s*_:.]*/.exec(rest)![0]
  const start = separator.length + lead.length
  return { text: between.slice(start).replace(/^(?:and|or|&|\+) /, ''), start, isNewLine: between.includes('\n') }
}

/** `` `a.ts` ``, and `` `a.ts (new)` `` with its mark. */
function readTicks(name: FileName, lenient: boolean, { outline: { lines } }: Plan): ListedFile | undefined {
  const { value } = name
  const place = lines.placeOf(name)
  const whole = readPath(value, { lenient })
  if (whole && !/[\s(<[{]/.test(value)) return { ref: whole, place }
  const { names, before, after } = readContent(value.trim(), 0)
  const mark = readMark(after.text, 'list') ?? readMark(before.text, 'list')
  const ref = mark && mark.kind !== 'unknown' && names.length === 1 ? readPath(names[0]!.name, { lenient }) : undefined
  if (ref && mark) return { ref: { ...ref, raw: value }, place, written: { ...mark, place } }
  return whole && { ref: whole, place }
}

/** Paths in parentheses belong to a remark: "(renamed from `old.ts`)", "(ADD `warm_up`)". A list may stand in them: "(`a.ts`, `b.ts`)". */
function outsideRemarks(names: readonly FileName[], span: Span, plan: Plan): FileName[] {
  let before = span.start
  let isRemark = false
  let isOpen = false
  return names.filter(({ outer }) => {
    const between = plan.outline.source.slice(before, outer.start)
    const [open, close] = [between.lastIndexOf('('), between.lastIndexOf(')')]
    if (open > close) {
      isOpen = true
      isRemark = /[\p{L}\p{N}]/u.test(between.slice(open + 1)) && before > span.start
    } else if (close > open) isOpen = false
    before = outer.end
    return !(isOpen && isRemark)
  })
}

/**
 * The paths that a text names without ticks, each with the mark right behind it.
 *
 * @param place of the text: where in it a path stands is not told
 */
export function plainFiles(text: string, place: Place): ListedFile[] {
  const refs = splitPaths(text)
  let at = 0
  return refs.map((ref, index) => {
    at = Math.max(at, text.indexOf(ref.raw, at) + ref.raw.length)
    const next = refs[index + 1] ? text.indexOf(refs[index + 1]!.raw, at) : -1
    const behind = text.slice(at, next < 0 ? at + mostAfter : next).split('\n', 1)[0]!
    const mark = readMark(behind, 'list')
    const aside = asideOf(behind)
    return { ref, place, ...(mark ? { written: { ...mark, place } } : {}), ...(aside ? { aside } : {}) }
  })
}

const mostAfter = 200

/** The mark that follows a code span on its line, up to the next one; what is added to a file is no mark of it: "`a.ts` — add `warmUp`". */
function markAfter(
  { outer: { end } }: FileName,
  next: FileName | undefined,
  limit: number,
  plan: Plan
): ListedFile['written'] {
  const { source } = plan.outline
  const most = Math.min(next ? next.outer.start : limit, end + mostAfter)
  let start = end
  while (start < most && '*_:'.includes(source[start]!)) start++
  const text = source.slice(start, most).split('\n', 1)[0]!
  const mark = readMark(text, 'list')
  const isOfNext = next && isSymbol(next.value) && mark?.form === 'suffix' && text.slice(mark.end).trim() === ''
  return isOfNext ? undefined : placed(mark, start, plan)
}

function placed(mark: Mark | undefined, from: number, { outline: { lines } }: Plan): ListedFile['written'] {
  return mark && { ...mark, place: lines.placeOf({ start: from + mark.start, end: from + mark.end }) }
}
