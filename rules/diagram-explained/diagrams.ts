import type { Code } from 'mdast'

const languages = new Set([
  'mermaid',
  'plantuml',
  'puml',
  'dot',
  'graphviz',
  'd2',
  'ditaa',
  'ascii',
  'svgbob',
  'wavedrom',
  'nomnoml'
])
const drawing = /[│┌┐└┘├┤┬┴┼─━┃▶◀▲▼→←↑↓⇒⟶]|-{2,4}>|={2,3}>|<-{2,4}|\+-{3,}\+/

/** Is a fence a drawing: a diagram language, or boxes and arrows in plain text? */
export function isDiagram(fence: Code): boolean {
  const lang = (fence.lang ?? '').toLowerCase()
  if (languages.has(lang)) return true
  if (lang !== '' && lang !== 'text' && lang !== 'txt' && lang !== 'plaintext') return false
  return fence.value.split('\n', 400).filter(line => drawing.test(line)).length >= 2
}
