import { readPath, splitPaths } from '../../files/paths.ts'
import { placeOf, spanOf, textOf } from '../../outline/nodes.ts'
import { LABEL } from '../../outline/parts/builder.ts'
import { normalise, plainWords, trimChars } from '../../outline/text.ts'
import type { Part, Span } from '../../outline/types.ts'
import type { FieldSpec } from '../../profiles/schema.ts'
import type { Place } from '../../types.ts'
import type { Plan } from '../bind-types.ts'
import { keysOf } from '../fields.ts'

/** Another document that a plan names in a field of the kind "link". */
interface LinkedDocument {
  /** As written, from the plan's folder or from the top of the repository, without an anchor. */
  path: string
  label: string
  place: Place
}

/** Where the plan has a field of the kind "link"; it may stand anywhere. */
export function notesOf(spec: FieldSpec, plan: Plan): Part[] {
  const keys = keysOf(spec)
  const labelled = plan.outline.parts.filter(part => part.form !== 'row' && keys.has(part.key))
  return labelled.length > 0 ? labelled : saidAbove([...keys], spec.label, plan)
}

/** Sentences above the first section that name a document, and what it is for: "Progress is tracked in [the results](results.md)." */
function saidAbove(names: readonly string[], label: string, plan: Plan): Part[] {
  const { parts, lines } = plan.outline
  const end = parts.find(({ form, level }) => form === 'heading' && level > 1)?.span.start ?? 0
  return plan.content.paragraphs({ start: 0, end }).flatMap(node => {
    const said = ` ${plainWords(textOf(node))} `
    const span = spanOf(node)
    if (!names.some(name => said.includes(` ${name} `)) || documentsIn(span, plan).length === 0) return []
    const value = { ...span, text: plan.content.said(span) }
    return [
      {
        form: 'label',
        title: label,
        key: normalise(label),
        level: LABEL,
        node,
        place: lines.placeOf(span),
        span,
        value,
        blocks: [],
        children: []
      }
    ]
  })
}

/** The documents that such fields name, in code, in links, or plainly; each once. */
export function linkedDocuments(plan: Plan): LinkedDocument[] {
  const found = new Map<string, LinkedDocument>()
  for (const spec of plan.profile.fields ?? [])
    for (const part of spec.kind === 'link' ? notesOf(spec, plan) : [])
      for (const { path, place } of documentsIn(firstLine(part, plan), plan))
        if (!found.has(path)) found.set(path, { path, label: part.title, place })
  // Of other fields above the first section what is linked, and what names a document and nothing else.
  for (const { part, state, place } of plan.metadata) {
    if (!part?.value || !place || state !== 'filled') continue
    const span = { start: place.start.offset, end: place.end.offset }
    const named = documentsIn(span, plan).filter(({ path }) => documents.test(path))
    for (const one of plan.content.has('links', span) || named[0]?.path === bare(part.value.text) ? named : [])
      if (!found.has(one.path)) found.set(one.path, { ...one, label: part.title })
  }
  return [...found.values()]
}

/** A name in a sentence may be of a document that is to be written. */
const bare = (value: string): string => trimChars(value.trim(), '`*_<', '`*_>')

/** A note says in a line where the document is; what follows may speak of any file. */
function firstLine({ span, place, value }: Part, { outline: { source } }: Plan): Span {
  const start = value?.start ?? place.start.offset
  const line = source.indexOf('\n', start)
  return { start, end: Math.min(line < 0 ? source.length : line, Math.max(span.end, value?.end ?? 0)) }
}

function documentsIn(span: Span, plan: Plan): { path: string; place: Place }[] {
  const links = plan.content.links(span)
  if (links.length > 0)
    return links.flatMap(node => {
      const path = 'url' in node ? pathOfLink(String(node.url)) : undefined
      return path === undefined ? [] : [{ path, place: placeOf(node) }]
    })
  const codes = plan.content.codeSpans(span)
  if (codes.length > 0)
    return codes.flatMap(node => {
      const path = pathOfName(readPath(node.value))
      return path === undefined ? [] : [{ path, place: placeOf(node) }]
    })
  const text = plan.content.said(span)
  return splitPaths(text).flatMap(ref => {
    const path = pathOfName(ref)
    const at = text.indexOf(ref.raw)
    const start = span.start + Math.max(0, at)
    return path === undefined || at < 0
      ? []
      : [{ path, place: plan.outline.lines.placeOf({ start, end: start + ref.raw.length }) }]
  })
}

const documents = /\.(?:mdx?|markdown|rst|adoc|txt|html?|pdf|ya?ml|json)$/i

/** The file that a link leads to; undefined where it leads out of the repository, or to a place in this document. */
function pathOfLink(url: string): string | undefined {
  const [written = ''] = url.split(/[?#]/, 1)
  if (written === '' || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(written)) return undefined
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

/** A name in code or in the text may be of anything: only a document counts. */
function pathOfName(ref: ReturnType<typeof readPath>): string | undefined {
  if (ref?.kind !== 'file' || !documents.test(ref.path)) return undefined
  return ref.escapes === undefined || ref.escapes === 'parent' ? ref.raw.split(/[#:]/, 1)[0] : undefined
}
