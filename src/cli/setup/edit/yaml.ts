/** Additions to YAML that keep its comments and its layout: the text is put in at the right line, and what comes of it is compared with what is meant. */
import { isDeepStrictEqual } from 'node:util'
import { isCollection, isMap, isNode, isScalar, isSeq, parseDocument, stringify } from 'yaml'
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml'
import { eolOf } from './lines.ts'

const options = { logLevel: 'error' } as const

/**
 * Adds a member to a mapping, or an item to a list.
 *
 * @param path names of the mappings on the way, which are made where they are missing
 * @param key of the member; undefined: the value is an item of the list at the path
 * @param lines the value as it is written, without indentation
 * @returns undefined where something else stands in the way, or the text is no YAML of one document
 */
export function addToYaml(
  text: string,
  path: readonly string[],
  key: string | undefined,
  lines: string
): string | undefined {
  const document = parseDocument(text, options)
  const value: unknown = parseDocument(lines, options).toJS()
  if (document.errors.length > 0 || document.toJS() === undefined) return undefined
  const expected = added(document.toJS() ?? {}, path, key, value)
  if (expected === undefined) return undefined
  const isMeant = (edited: string | undefined): edited is string => {
    if (edited === undefined) return false
    const again = parseDocument(edited, options)
    return again.errors.length === 0 && isDeepStrictEqual(again.toJS(), expected)
  }
  const inserted = insert(text, document, path, key, lines)
  if (isMeant(inserted)) return inserted
  const rewritten = rewrite(document, path, key, value)
  return isMeant(rewritten) && keepsLines(text, rewritten) ? rewritten : undefined
}

/**
 * Replaces a value of a list by another, written in one line.
 *
 * @param path that leads to it
 * @returns undefined where a comment would be lost, or the text is no YAML of one document
 */
export function replaceInYaml(text: string, path: readonly (string | number)[], value: unknown): string | undefined {
  const document = parseDocument(text, options)
  const node: unknown = document.getIn(path, true)
  if (document.errors.length > 0 || !isNode(node) || !node.range) return undefined
  const [start, end] = node.range
  const old = text.slice(start, end).trimEnd()
  if (old.includes('#')) return undefined
  const edited = text.slice(0, start) + JSON.stringify(value) + text.slice(start + old.length)
  document.setIn(path, document.createNode(value))
  return isDeepStrictEqual(readYaml(edited), document.toJS()) ? edited : undefined
}

/** Does a text differ from another in one of its lines at most, and in what was added to it? */
function keepsLines(text: string, edited: string): boolean {
  const [old, all] = [text.split('\n'), edited.split('\n')]
  const isSame = (line: string, at: number): boolean => line === all[at]
  const before = old.findIndex((line, at) => !isSame(line, at))
  const behind = old.toReversed().findIndex((line, at) => line !== all[all.length - 1 - at])
  return before < 0 || old.length - before - behind <= 1
}

function insert(
  text: string,
  { contents }: Document,
  path: readonly string[],
  key: string | undefined,
  lines: string
): string | undefined {
  let holder: Node | null = contents
  let left = [...path]
  for (; left.length > 0 && isMap(holder); left = left.slice(1)) {
    const found: unknown = holder.get(left[0]!, true)
    if (!isCollection(found)) break
    holder = found
  }
  const own = left.reduceRight((inner, name) => `${name}:\n${indented(inner, '  ')}`, member(key, lines))
  if (contents === null) return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${own}`
  if (!isCollection(holder) || holder.flow || holder.items.length === 0) return undefined
  if (isSeq(holder) !== (key === undefined && left.length === 0)) return undefined
  const { at, indent } = endOf(text, holder as YAMLMap<Node, Node> | YAMLSeq<Node>)
  const eol = eolOf(text)
  const block = indented(own, indent).replaceAll('\n', eol)
  const before = text.slice(0, at)
  // Jobs and the like have a line between them where others have.
  const gap = holder === contents && /\n\r?\n\S/.test(text) && text.slice(at).trim() === '' ? eol : ''
  return `${before}${before === '' || before.endsWith('\n') ? '' : eol}${gap}${block}${text.slice(at)}`
}

function member(key: string | undefined, lines: string): string {
  if (key !== undefined) return `${key}:\n${indented(lines, '  ')}`
  return `- ${indented(lines, '  ').trimStart()}`
}

/** The line behind a collection's last item, and how far its items are indented. */
function endOf(text: string, holder: YAMLMap<Node, Node> | YAMLSeq<Node>): { at: number; indent: string } {
  const last = holder.items.at(-1)! as Node | Pair<Node, Node>
  const first = holder.items[0]! as Node | Pair<Node, Node>
  const node = 'key' in last ? (last.value ?? last.key) : last
  const start = 'key' in first ? first.key.range![0] : first.range![0]
  const end = node.range![1]
  const line = text.lastIndexOf('\n', start - 1) + 1
  const indent = /^ */.exec(text.slice(line, start))![0]
  if (text[end - 1] === '\n') return { at: end, indent }
  const next = text.indexOf('\n', end)
  return { at: next < 0 ? text.length : next + 1, indent }
}

function indented(lines: string, indent: string): string {
  return lines.replace(/^(?=.)/gm, indent)
}

/** By the library's own printer, which keeps comments and may lay out lines anew. */
function rewrite(
  document: Document,
  path: readonly string[],
  key: string | undefined,
  value: unknown
): string | undefined {
  try {
    const at = document.getIn(path)
    if (key === undefined && isCollection(at)) document.addIn(path, document.createNode(value))
    else if (key === undefined) document.setIn(path, document.createNode([value]))
    else document.setIn([...emptied(document, path), key], document.createNode(value))
    return document.toString({ lineWidth: 0 })
  } catch {
    return undefined
  }
}

/** Names without a value on the way become mappings. */
function emptied(document: Document, path: readonly string[]): readonly string[] {
  for (const [index] of path.entries()) {
    const part = path.slice(0, index + 1)
    const found = document.getIn(part, true)
    if (!isScalar(found) || found.value !== null) continue
    const mapping = document.createNode({})
    mapping.commentBefore = found.comment ?? null
    document.setIn(part, mapping)
  }
  return path
}

/** What is to come of it. */
function added(root: unknown, path: readonly string[], key: string | undefined, value: unknown): unknown {
  const [name, ...rest] = path
  if (name !== undefined) {
    if (!isPlain(root)) return undefined
    const inner = added(root[name] ?? (rest.length === 0 && key === undefined ? [] : {}), rest, key, value)
    return inner === undefined ? undefined : { ...root, [name]: inner }
  }
  if (key === undefined) return Array.isArray(root) ? [...(root as unknown[]), value] : undefined
  return isPlain(root) && !Object.hasOwn(root, key) ? { ...root, [key]: value } : undefined
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @returns the value of a text, or undefined where it is no YAML */
export function readYaml(text: string): unknown {
  const document = parseDocument(text, options)
  return document.errors.length > 0 ? undefined : (document.toJS() as unknown)
}

/** As YAML prints a value. */
export function yamlText(value: unknown): string {
  return stringify(value, { lineWidth: 0 })
}
