import type { PathRef } from '../../files/paths.ts'
import { readPath, splitPaths } from '../../files/paths.ts'
import { placeOf, spanOf } from '../../outline/nodes.ts'
import type { Span } from '../../outline/types.ts'
import { baseOf } from '../../util/path.ts'
import type { Plan } from '../bind-types.ts'
import type { ListedFile } from './listed/listed-files.ts'

/** A file with the name that it gets. */
interface Rename {
  old: ListedFile
  /** Its mark says that it is renamed, and from what. */
  now: ListedFile
}

/** What stands between the old name and the new one, without blanks and the marks of Markdown. */
const links = new Set(['→', '⇒', '➜', '➡', '->', '-->', '=>', '>', 'to', 'into', 'as', '到', '为', 'へ'])

/** The pairs of a text that says what is renamed: "`a.ts` → `b.ts`", "src/a.ts to lib/", "`a.ts -> b.ts`". */
export function renamesIn(span: Span, plan: Plan): Rename[] {
  const files = pathsIn(span, plan)
  return files.flatMap((old, index) => {
    const next = files[index + 1]
    if (!next || !isLink(plan.outline.source.slice(old.end, next.start))) return []
    const inFolder = next.ref.kind === 'directory' && old.ref.kind !== 'directory'
    const ref = inFolder
      ? { ...next.ref, path: `${next.ref.path.replace(/\/$/, '')}/${baseOf(old.ref.path)}`, kind: old.ref.kind }
      : next.ref
    const { start, end, place } = next
    const mark = { kind: 'renamed', raw: 'renamed', start, end, form: 'prefix', canonical: false } as const
    return [
      { old: { ref: old.ref, place: old.place }, now: { ref, place, written: { ...mark, from: old.ref.path, place } } }
    ]
  })
}

function isLink(between: string): boolean {
  return links.has(between.replace(/[\s`*_"]/g, '').toLowerCase())
}

type Found = ListedFile & Span

/** The paths of a text with where they stand: those in ticks, else those in its words. */
function pathsIn(span: Span, plan: Plan): Found[] {
  const { source, lines } = plan.outline
  const codes = plan.content.codeSpans(span)
  const at = (
    ref: PathRef,
    from: number,
    place = lines.placeOf({ start: from, end: from + ref.raw.length })
  ): Found => ({
    ref,
    place,
    start: from,
    end: from + ref.raw.length
  })
  if (codes.length > 1)
    return codes.flatMap(code => {
      const ref = readPath(code.value, { lenient: true })
      return ref ? [{ ref, place: placeOf(code), ...spanOf(code) }] : []
    })
  let from = span.start
  return splitPaths(source.slice(span.start, span.end).replace(/`|->|=>|→/g, sign => ' '.repeat(sign.length))).map(
    ref => {
      from = Math.max(from, source.indexOf(ref.raw, from))
      const found = at(ref, from)
      from = found.end
      return found
    }
  )
}
