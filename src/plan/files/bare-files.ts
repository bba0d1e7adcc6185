/** Files where nothing but files is listed: in keys of the front matter, and between tags. */
import type { Part, Span } from '../../outline/types.ts'
import type { Plan } from '../bind-types.ts'
import type { ListedFile } from './listed/listed-files.ts'
import { plainFiles } from './listed/listed-files.ts'

/** Files that a key of the front matter lists, or names. */
export function filesOfKey(part: Part, { outline: { lines } }: Plan): ListedFile[] {
  const items = part.children.length > 0 ? part.children : [part]
  return items.flatMap(({ value }) => (value ? plainFiles(value.text, lines.placeOf(value)) : []))
}

/** Paths between tags, one a line or with commas between them, in code or not. */
export function filesInTag(span: Span, { content, outline: { lines } }: Plan): ListedFile[] {
  const files: ListedFile[] = []
  let at = span.start
  for (const piece of content.said(span).split(/[\n,]/)) {
    const text = piece.trim()
    const from = at + piece.indexOf(text)
    const place = lines.placeOf({ start: from, end: from + text.length })
    if (text !== '') files.push(...plainFiles(text.replace(/[`*]/g, ' '), place))
    at += piece.length + 1
  }
  return files
}
