import type { Image, ImageReference, Link, LinkReference, Nodes, PhrasingContent } from 'mdast'
import type { Position } from 'unist'
import type { Inline, Piece } from './inline-state.ts'
import { BRACKET, NODE, flush, piece, pointIn, sawUpTo } from './inline-state.ts'
import { isSpace } from '../chars.ts'
import { decodeString, normalizeIdentifier } from './decode.ts'
import { resolve } from './emphasis.ts'
import type { Target } from './resource.ts'
import { parseResource } from './resource.ts'
import { refuse, spend } from '../state.ts'

const BACKSLASH = 92
const CLOSE = 93
const OPEN = 91
const PAREN = 40

/** Longest label that is looked up; micromark refuses labels of more than 999 characters. */
const maxLabel = 900
/** How deep brackets may nest before the document is refused. */
const maxBrackets = 500

/** A label that a definition may have. */
interface Label {
  raw: string
  end: number
}

type Reference = Label & { referenceType: 'full' | 'collapsed' | 'shortcut' }

/** Opens a bracket that may become a link, or an image when `end` is two characters on. */
export function openBracket(state: Inline, start: number, end: number): void {
  flush(state, start)
  const bracket = piece(BRACKET, start, end, end - start === 2 ? '![' : '[')
  bracket.open = true
  state.brackets.push(state.pieces.length)
  state.pieces.push(bracket)
  state.plain = end
  if (state.brackets.length > maxBrackets) refuse()
}

/**
 * Closes the innermost bracket at `]` (CommonMark 6.3, 6.4).
 *
 * @returns The index after the link or image, or 0 when the `]` is text.
 */
export function closeBracket(state: Inline, at: number): number {
  const index = state.brackets.pop()
  if (index === undefined) return 0
  const bracket = state.pieces[index]!
  if (!bracket.open) return 0
  const target = findTarget(state, bracket, at)
  if (target === undefined) return 0
  flush(state, at)
  const isImage = bracket.value.length === 2
  const children = resolve(state, index + 1)
  const position = { start: pointIn(state, bracket.start), end: pointIn(state, target.end) }
  state.pieces.length = index
  const made = piece(NODE, bracket.start, target.end, '')
  made.node = isImage ? imageNode(target, children, position) : linkNode(target, children, position)
  state.pieces.push(made)
  state.plain = target.end
  // A link can't hold another: the brackets around it are text now.
  if (!isImage) deactivate(state)
  return target.end
}

function deactivate(state: Inline): void {
  for (let k = state.brackets.length - 1; k >= 0; k--) {
    const bracket = state.pieces[state.brackets[k]!]!
    if (bracket.value.length === 2) continue
    if (!bracket.open) return
    bracket.open = false
  }
}

function findTarget(state: Inline, bracket: Piece, at: number): Target | Reference | undefined {
  const { text, to } = state
  const defined = state.doc.defined.size > 0 && isDefined(state, text.slice(bracket.end, at))
  const shortcut = (): Reference => ({ raw: text.slice(bracket.end, at), end: at + 1, referenceType: 'shortcut' })
  const next = at + 1 < to ? text.charCodeAt(at + 1) : 0
  if (next === PAREN) return parseResource(state, at + 1) ?? (defined ? shortcut() : undefined)
  if (next !== OPEN) return defined ? shortcut() : undefined
  const full = parseLabel(state, at + 1)
  if (full !== undefined && isDefined(state, full.raw)) return { ...full, referenceType: 'full' }
  if (full !== undefined) sawUpTo(state, full.end)
  const collapsed = defined && at + 2 < to && text.charCodeAt(at + 2) === CLOSE
  return collapsed ? { ...shortcut(), end: at + 3, referenceType: 'collapsed' } : undefined
}

function isDefined(state: Inline, raw: string): boolean {
  if (state.doc.defined.size === 0) return false
  spend(state.doc, raw.length)
  if (raw.length > maxLabel) refuse()
  return state.doc.defined.has(normalizeIdentifier(raw))
}

/** Reads `[label]` at an index (CommonMark 4.7, link labels). */
function parseLabel(state: Inline, at: number): Label | undefined {
  const { text, to } = state
  let seen = false
  let i = at + 1
  for (; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === OPEN || (code === CLOSE && !seen)) break
    if (code === CLOSE) return { raw: text.slice(at + 1, i), end: i + 1 }
    if (i - at > maxLabel) refuse()
    if (!isSpace(code) && code !== 10 && code !== 13) seen = true
    if (code !== BACKSLASH || i + 1 >= to) continue
    const next = text.charCodeAt(i + 1)
    if (next === OPEN || next === CLOSE || next === BACKSLASH) i++
  }
  spend(state.doc, i - at)
  sawUpTo(state, i)
  return undefined
}

function linkNode(target: Target | Reference, children: PhrasingContent[], position: Position): Link | LinkReference {
  // The content of a link holds no link: `deactivate` sees to it.
  const content = children as Link['children']
  if ('url' in target) return { type: 'link', title: target.title, url: target.url, children: content, position }
  return { type: 'linkReference', children: content, ...association(target), position }
}

function imageNode(
  target: Target | Reference,
  children: PhrasingContent[],
  position: Position
): Image | ImageReference {
  const alt = plainText(children)
  if ('url' in target) return { type: 'image', title: target.title, url: target.url, alt, position }
  return { type: 'imageReference', alt, ...association(target), position }
}

function association(target: Reference) {
  return {
    label: decodeString(target.raw),
    identifier: normalizeIdentifier(target.raw).toLowerCase(),
    referenceType: target.referenceType
  }
}

/** Text of nodes as `mdast-util-to-string` gives it; without recursion. */
function plainText(nodes: Nodes[]): string {
  let value = ''
  const stack = nodes.toReversed()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('value' in node) value += node.value
    else if ('alt' in node) value += node.alt ?? ''
    else if ('children' in node) for (let k = node.children.length - 1; k >= 0; k--) stack.push(node.children[k]!)
  }
  return value
}
