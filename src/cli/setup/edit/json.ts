/** Edits of JSON that keep its comments, its order and its layout. */
import { isDeepStrictEqual } from 'node:util'
import { eolOf } from './lines.ts'
import { parseJsonTree } from '../../config/json-tree.ts'
import type { JsonNode } from '../../config/json-tree.ts'

/** Where a value goes: names of members, a number for what stands there in a list. */
export type JsonPath = readonly (string | number)[]

/** @throws {SyntaxError} for a text that is no JSON */
export function readJson(text: string): unknown {
  return text.trim() === '' ? {} : parseJsonTree(text).value
}

/**
 * Puts a value into a text; what is missing on the way is made.
 *
 * @param path the last key may be the length of a list: then the value is added to it
 * @param isSorted a new member goes where the alphabet has it
 * @returns undefined where something else stands in the way
 * @throws {SyntaxError} for a text that is no JSON
 */
export function setInJson(text: string, path: JsonPath, value: unknown, isSorted = false): string | undefined {
  if (text.trim() === '') return `${render(nested(path, value), '', { isSorted, unit: '  ' }, '')}\n`
  const root = parseJsonTree(text)
  const edited = insert(text, root, path, value, { isSorted, unit: unitOf(text, root) })
  if (edited === undefined) return undefined
  const expected = structuredClone(root.value)
  return isDeepStrictEqual(parseJsonTree(edited).value, withValue(expected, path, value)) ? edited : undefined
}

/** Columns of a line. */
const widest = 80

interface Layout {
  isSorted: boolean
  /** One step of indentation. */
  unit: string
}

function insert(
  text: string,
  node: JsonNode,
  [key, ...rest]: JsonPath,
  value: unknown,
  layout: Layout
): string | undefined {
  const child = typeof key === 'number' ? node.items?.[key] : node.members?.findLast(each => each.key === key)?.node
  if (child && rest.length > 0) return insert(text, child, rest, value, layout)
  const own = rest.length > 0 ? nested(rest, value) : value
  if (child) return splice(text, child.start, child.end, render(own, indentAt(text, child.start), layout, text))
  const isList = typeof key === 'number'
  if (isList ? node.items?.length !== key : !node.members) return undefined
  return add(text, node, isList ? undefined : key!, own, layout)
}

/** Adds an item, or a member. */
function add(text: string, node: JsonNode, key: string | undefined, value: unknown, layout: Layout): string {
  const eol = eolOf(text)
  const starts = node.members?.map(each => each.keyStart) ?? node.items!.map(each => each.start)
  const ends = (node.members?.map(each => each.node) ?? node.items!).map(each => each.end)
  const isWrapped = starts.length === 0 || text.slice(node.start, starts[0]).includes('\n')
  const outer = indentAt(text, node.start)
  const indent = starts.length > 0 && isWrapped ? indentAt(text, starts[0]!) : outer + layout.unit
  const own = `${key === undefined ? '' : `${JSON.stringify(key)}: `}${
    isWrapped ? render(value, indent, layout, text) : JSON.stringify(value)
  }`
  if (starts.length === 0 && key === undefined && typeof value !== 'object')
    return splice(text, node.start + 1, node.end - 1, own)
  if (starts.length === 0) return splice(text, node.start + 1, node.end - 1, `${eol}${indent}${own}${eol}${outer}`)
  const gap = isWrapped ? `${eol}${indent}` : ' '
  const next = layout.isSorted && key !== undefined ? node.members!.findIndex(each => each.key > key) : -1
  if (next >= 0) return splice(text, starts[next]!, starts[next]!, `${own},${gap}`)
  return behind(text, ends.at(-1)!, isWrapped, `${gap}${own}`)
}

/** Behind the last one: a comma that is there stays one, and a comment on its line stays with it. */
function behind(text: string, end: number, isWrapped: boolean, own: string): string {
  const rest = text.slice(end)
  const comma = /^\s*,/.exec(rest)?.[0]
  const after = rest.slice(comma?.length ?? 0)
  const remark = isWrapped ? (/^[ \t]*(?:\/\/[^\r\n]*|\/\*[^*\r\n]*\*\/)/.exec(after)?.[0] ?? '') : ''
  return `${text.slice(0, end)}${comma ?? ','}${remark}${own}${comma ? ',' : ''}${after.slice(remark.length)}`
}

/** As formatters lay it out: lists of plain values in one line. */
function render(value: unknown, indent: string, layout: Layout, text: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = indent + layout.unit
  const parts = Array.isArray(value)
    ? value.map(item => render(item, inner, layout, text))
    : Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${render(each, inner, layout, text)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const line = `${open}${parts.join(', ')}${close}`
  const isPlain = Array.isArray(value) && value.every(item => typeof item !== 'object' || item === null)
  if (parts.length === 0 || (isPlain && inner.length + line.length <= widest)) return line
  const eol = eolOf(text)
  return `${open}${eol}${parts.map(part => inner + part).join(`,${eol}`)}${eol}${indent}${close}`
}

function splice(text: string, start: number, end: number, own: string): string {
  return text.slice(0, start) + own + text.slice(end)
}

/** What the line of an offset begins with. */
function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))![0]
}

function unitOf(text: string, { members = [] }: JsonNode): string {
  const first = members[0] && indentAt(text, members[0].keyStart)
  return first === undefined || first === '' ? '  ' : first
}

function nested(path: JsonPath, value: unknown): unknown {
  return path
    .toReversed()
    .reduce<unknown>((inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }), value)
}

/** The same edit on the value itself, for the proof. */
function withValue(root: unknown, path: JsonPath, value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  const holder = root as Record<string | number, unknown>
  holder[key] =
    rest.length === 0 || holder[key] === undefined ? nested(rest, value) : withValue(holder[key], rest, value)
  return holder
}
