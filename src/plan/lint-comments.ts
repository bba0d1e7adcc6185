/** remark-lint's comments: `<!--lint disable step-order-->`, `ignore`, `enable`; read as remark-lint reads them. */
import type { Place } from '../types.ts'
import { blockBehind, placeOf, startOf } from '../outline/nodes.ts'
import type { Outline, Span } from '../outline/types.ts'

export interface LintComment {
  verb: 'disable' | 'enable' | 'ignore'
  /** Rules that it speaks of; none stand for all. */
  ids: { id: string; place: Place }[]
  place: Place
  /** Of `ignore`: what it silences, itself included; undefined where nothing follows. */
  reach?: Span
}

const comment = /^\s*<!--\s*lint\s+(disable|enable|ignore)(?=\s|-->)/

/** In text order. A comment that shares its lines with others is none: remark-lint does not obey it, either. */
export function lintComments(outline: Outline): LintComment[] {
  const { nodes, source, lines } = outline
  return nodes.html.flatMap(node => {
    const start = startOf(node)
    const place = placeOf(node)
    const text = source.slice(start, place.end.offset)
    const head = comment.exec(text)
    const end = text.indexOf('-->')
    if (!head || text.slice(end + 3).trim() !== '') return []
    const ids = [...text.slice(head[0].length, end).matchAll(/\S+/g)].map(({ 0: id, index }) => {
      const from = start + head[0].length + index
      return { id, place: lines.placeOf({ start: from, end: from + id.length }) }
    })
    const next = blockBehind(node, outline)
    const verb = head[1] as LintComment['verb']
    const reach = verb === 'ignore' && next?.position ? { start, end: placeOf(next).end.offset } : undefined
    return [{ verb, ids, place, ...(reach ? { reach } : {}) }]
  })
}
