import type { Code, InlineCode, Node } from 'mdast'
import { placeOf, spanOf } from '../../outline/nodes.ts'
import type { Plan } from '../bind-types.ts'
import type { Leftover, Template } from './template.ts'
import { bracket, isKnownBracket } from './template.ts'

/** Brackets of the template in fences and code spans: only the exact ones, since code is full of brackets. */
export function readCode({ outline: { nodes, source, lines } }: Plan, template: Template, found: Leftover[]): void {
  const inBrackets = (node: Code | InlineCode): void => {
    if (!node.value.includes('[')) return
    const span = spanOf(node)
    const written = source.slice(span.start, span.end)
    const match = [...written.matchAll(bracket)].find(
      m =>
        (isKnownBracket(m[1]!, template) &&
          !isHeader(m[0], written, node) &&
          !isListOfCode(m[1]!, node) &&
          !/[\w)\]]/.test(written[m.index - 1] ?? '')) ||
        /^(?:TODO\b)/.test(m[1]!)
    )
    if (match)
      found.push({
        kind: 'leftover',
        text: match[0],
        place: lines.placeOf({ start: span.start + match.index, end: span.start + match.index + match[0].length })
      })
  }
  /** A comment that the template has in its fence, or a line of nothing but fields in angles: told once for all of them. */
  const addLine = (fence: Code): void => {
    if (!template.hasCode || !/[#<]/.test(fence.value)) return
    const span = spanOf(fence)
    const text = fence.value
      .split('\n')
      .map(line => line.trim())
      .find(line => /^[#<]/.test(line) && template.isCode(line))
    const at = text === undefined ? -1 : source.indexOf(text, span.start)
    if (at >= 0)
      found.push({ kind: 'leftover', text: text!, place: lines.placeOf({ start: at, end: at + text!.length }) })
  }
  for (const fence of nodes.fences) {
    const before = found.length
    inBrackets(fence)
    if (found.length === before) addLine(fence)
  }
  for (const code of nodes.inlineCode) {
    if (template.isCode(code.value)) found.push({ kind: 'leftover', text: code.value, place: placeOf(code) })
    inBrackets(code)
  }
}

/** In code, `[action]` is a list and `[Name]` may be what a program writes: there, only brackets that read as a sentence are leftovers; in shell and plain text any. */
function isListOfCode(name: string, node: Node): boolean {
  const lang = node.type === 'code' ? ((node as { lang?: string | null }).lang ?? '') : 'code'
  if (/^(?:sh|bash|shell|zsh|console|terminal)$/i.test(lang)) return false
  if (/^(?:text|txt|tree|)$/i.test(lang)) return /^[a-z_]\w*$/.test(name)
  return /^(?:md|mdx|markdown)$/i.test(lang) || !/[ #]/.test(name.trim())
}

/** `[dependencies.some]` alone on its line is a header where a fence without a language holds TOML or INI. */
function isHeader(written: string, source: string, node: Code | InlineCode): boolean {
  return (
    !('lang' in node && node.lang) &&
    /\[[a-z][\w.-]*\]/.test(written) &&
    source.split(/\r\n|\n/).some(line => line.trim() === written)
  )
}
