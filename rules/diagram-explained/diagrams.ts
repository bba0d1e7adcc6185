import type { Code } from 'mdast'
import { diagramLanguages } from '../../src/outline/code/diagram-languages.ts'

const languages = new Set(diagramLanguages)
const drawing = /[│┌┐└┘├┤┬┴┼─━┃▶◀▲▼→←↑↓⇒⟶]|-{2,4}>|={2,3}>|<-{2,4}|\+-{3,}\+/

/** A tree that says of its lines what they are needs nobody to explain it. */
const remark = /[^\s#/←]\s{1,40}(?:#|\/\/|←)\s{0,4}[^\s#/]/

/** Is a fence a drawing: a diagram language, or boxes and arrows in plain text? */
export function isDiagram(fence: Code): boolean {
  const lang = (fence.lang ?? '').toLowerCase()
  if (languages.has(lang)) return true
  if (lang !== '' && lang !== 'text' && lang !== 'txt' && lang !== 'plaintext') return false
  const lines = fence.value.split('\n', 400).filter(line => drawing.test(line))
  return lines.length >= 2 && lines.filter(line => remark.test(line)).length * 2 < lines.length
}
