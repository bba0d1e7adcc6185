import type { Doc } from './state.ts'
import { lineEnd, refuse } from './state.ts'
import { CR, LF, skipSpace } from './chars.ts'

/** Moves to the next line; false at the end of the document. */
export function nextLine(doc: Doc): boolean {
  const { text, next } = doc
  if (next >= text.length) return false
  const at = text.indexOf('\n', next)
  doc.line++
  doc.start = next
  doc.end = at < 0 ? text.length : at > next && text.charCodeAt(at - 1) === CR ? at - 1 : at
  doc.next = at < 0 ? text.length : at + 1
  return true
}

/** YAML between `---` on the first line and `---`; an unclosed one refuses the document. */
export function readFrontMatter(doc: Doc): void {
  if (!doc.text.startsWith('---') || !nextLine(doc)) return
  if (!isFrontMatterFence(doc) || doc.text.charCodeAt(doc.next - 1) !== LF) {
    doc.next = 0
    doc.line = 0
    return
  }
  const from = doc.next
  let to = from
  while (nextLine(doc)) {
    if (isFrontMatterFence(doc)) {
      const position = { start: { line: 1, column: 1, offset: 0 }, end: lineEnd(doc) }
      doc.root.children.push({ type: 'yaml', value: doc.text.slice(from, to), position })
      return
    }
    to = doc.end
  }
  refuse()
}

function isFrontMatterFence(doc: Doc): boolean {
  return doc.text.startsWith('---', doc.start) && skipSpace(doc.text, doc.start + 3, doc.end) === doc.end
}
