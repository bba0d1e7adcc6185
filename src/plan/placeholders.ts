import type { Node } from 'mdast'
import { hash } from '../hash.ts'
import type { Place } from '../types.ts'
import type { Plan } from './bind-types.ts'
import { firstFrom } from './cover.ts'
import { isParent, placeOf, spanOf, textOf } from './nodes.ts'
import { normalise } from './text.ts'
import type { Span } from './types.ts'

/** Template text that was left in a plan. */
export interface Leftover { kind: 'leftover' | 'word' | 'sentence' | 'row'; text: string; place: Place }

interface Template { code: ReadonlySet<string>; brackets: ReadonlySet<string>; phrases: readonly string[]; sentences: ReadonlySet<string>; rows: ReadonlySet<string> }

const memo = new WeakMap<Plan, Leftover[]>()
const templates = new WeakMap<object, Template>()

/** Reads a profile's template once. A sentence (or a bracket) is given as it is, or as `#` and the hash of its normalised text. */
function templateOf(plan: Plan): Template {
  const known = templates.get(plan.profile)
  if (known) return known
  const given = plan.profile.placeholders ?? {}
  const template: Template = {
    code: new Set(given.code ?? []),
    brackets: new Set((given.brackets ?? []).map(name => name.startsWith('#') ? name : normalise(name))), phrases: given.phrases ?? [], rows: new Set((given.rows ?? []).map(normalise)),
    sentences: new Set((given.sentences ?? []).map(sentence => sentence.startsWith('#') ? sentence.slice(1) : sentenceHash(sentence)))
  }
  templates.set(plan.profile, template)
  return template
}

/** The hash by which a template's instruction sentence is known. */
export function sentenceHash(sentence: string): string {
  return hash(normalise(sentence)).slice(0, 16)
}

/** Does template text start inside a span? */
export function hasLeftover({ start, end }: Span, plan: Plan): boolean {
  const leftovers = leftoversOf(plan)
  const next = leftovers[firstFrom(leftovers.length, i => leftovers[i]!.place.start.offset >= start)]
  return next !== undefined && next.place.start.offset < end
}

/** All leftovers in document order: exact ones of the profile's template first, then general words; code, links, boxes and negations are none. */
export function leftoversOf(plan: Plan): Leftover[] {
  const known = memo.get(plan)
  if (known) return known
  const found = read(plan)
  memo.set(plan, found)
  return found
}

function read(plan: Plan): Leftover[] {
  const template = templateOf(plan)
  const found: Leftover[] = []
  const rows: Leftover[] = []
  for (const block of textBlocks(plan)) {
    const whole = wholeBlock(block, template)
    if (whole) { found.push(whole); continue }
    found.push(...instructionsIn(block, template), ...acrossMarkup(block, plan, template))
    for (const node of leaves(block)) found.push(...inText(node, plan, template))
  }
  for (const table of plan.outline.nodes.tables) {
    for (const row of table.children.slice(1)) {
      const first = row.children[0]
      if (first && template.rows.has(normalise(textOf(first)))) rows.push({ kind: 'row', text: textOf(first), place: placeOf(row) })
    }
  }
  found.push(...inFences(plan, template))
  if (rows.length > 0) return [...rows, ...found.filter(each => !rows.some(row => isInside(each.place, row.place)))].sort((a, b) => a.place.start.offset - b.place.start.offset)
  return found.sort((a, b) => a.place.start.offset - b.place.start.offset)
}

/** What is left in an example row goes with the row. */
function isInside(inner: Place, outer: Place): boolean {
  return inner.start.offset >= outer.start.offset && inner.end.offset <= outer.end.offset
}

/** Paragraphs, headings and cells: what holds running text. */
function textBlocks(plan: Plan): Node[] {
  const { nodes } = plan.outline
  const cells = nodes.tables.flatMap(table => table.children.flatMap(row => row.children))
  const quoted = (node: Node): boolean => { for (let up = nodes.parents.get(node), i = 0; up && i < 32; up = nodes.parents.get(up), i++) if (up.type === 'blockquote') return true; return false }
  return [...nodes.headings, ...nodes.paragraphs.filter(node => !quoted(node)), ...cells]
}

const ellipsis = /^(?:\.{3}|…)$/

/** A block that is nothing but a leftover: "...", an instruction sentence. */
function wholeBlock(block: Node, template: Template): Leftover | undefined {
  const text = textOf(block).trim()
  if (ellipsis.test(text)) return { kind: 'leftover', text, place: placeOf(block) }
  if (block.type === 'paragraph' && template.rows.has(normalise(text))) return { kind: 'row', text, place: placeOf(block) }
  if (text.length >= 12 && template.sentences.size > 0 && template.sentences.has(sentenceHash(text))) return { kind: 'sentence', text, place: placeOf(block) }
  return undefined
}

/** Instructions set in italics beside other text. */
function instructionsIn(block: Node, template: Template): Leftover[] {
  if (template.sentences.size === 0 || !isParent(block)) return []
  return (block.children as Node[]).flatMap(child => {
    const text = child.type === 'emphasis' ? textOf(child).trim() : ''
    return text.length >= 25 && template.sentences.has(sentenceHash(text)) ? [{ kind: 'sentence' as const, text, place: placeOf(child) }] : []
  })
}

/** Brackets of the template that hold code: "[Where do files go? `src/`?]". */
function acrossMarkup(block: Node, plan: Plan, template: Template): Leftover[] {
  const span = spanOf(block)
  const source = plan.outline.source.slice(span.start, span.end)
  if (!source.includes('[') || !source.includes('`')) return []
  return [...source.matchAll(bracket)].filter(match => match[1]!.includes('`') && (isKnownBracket(match[1]!.trim(), template) || /\be\.g\.,? /.test(match[1]!)))
    .map(match => ({ kind: 'leftover' as const, text: match[0], place: plan.outline.lines.placeOf({ start: span.start + match.index, end: span.start + match.index + match[0].length }) }))
}

/** Text nodes of a block; code is none of them, and what a link says is the link's business. */
function leaves(block: Node): Node[] {
  const out: Node[] = []
  const stack: Node[] = [block]
  while (stack.length > 0) {
    const node = stack.pop()!
    if (node.type === 'text') out.push(node)
    if (node.type === 'link' || node.type === 'linkReference') continue
    if (isParent(node)) for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]! as Node)
  }
  return out
}

const bracket = /\[([^[\]\n]{1,160})\](?![([])/g
const word = /(?<![\p{L}\p{N}_-])(?:TBD|TBC|TODO|FIXME|XXX|\?{3,})(?![\p{L}\p{N}_-])/gu
const maybe = /\[|TB[DC]|TODO|FIXME|XXX|\?{3}/
const negatingWord = /(?:^|[^\p{L}])(?:no|not|without|any|removes?|removed|removing|contains?|zero|never|avoid|replaces?|replaced|resolves?|resolved|all|the|each|every|existing|old|stale|grep|of|or|and|left|mark|marked|a|an|via|as)$/iu
const quoted = /["'“‘`/[]$/
const negation = /\b(?:no|without)\b/i
const nounAfter = /^(?:s\b|\/|["'”’`)]|\s+(?:comments?|lists?|apps?|items?|markers?|tags?|entry|entries|notes?|left|remain|placeholders?|sections?|file|board|tracker|in the code|or|and)\b)/i

function inText(node: Node, plan: Plan, template: Template): Leftover[] {
  const span = spanOf(node)
  const source = plan.outline.source.slice(span.start, span.end)
  const phrases = template.phrases.filter(phrase => source.includes(phrase))
  if (phrases.length === 0 && !maybe.test(source)) return []
  const at = (start: number, length: number): Place => plan.outline.lines.placeOf({ start: span.start + start, end: span.start + start + length })
  const found: Leftover[] = []
  for (const match of source.matchAll(bracket)) {
    if (isTemplateBracket(match[1]!, template)) found.push({ kind: 'leftover', text: match[0], place: at(match.index, match[0].length) })
  }
  for (const match of source.matchAll(word)) {
    if (found.some(leftover => leftover.place.start.offset <= span.start + match.index && leftover.place.end.offset > span.start + match.index)) continue
    const before = source.slice(Math.max(0, match.index - 60), match.index)
    const after = source.slice(match.index + match[0].length, match.index + match[0].length + 40)
    if (isMentioned(before) || nounAfter.test(after)) continue
    found.push({ kind: 'word', text: match[0], place: at(match.index, match[0].length) })
  }
  for (const phrase of phrases) {
    for (let i = source.indexOf(phrase); i >= 0; i = source.indexOf(phrase, i + phrase.length)) {
      if (!/[\w-]/.test(source[i + phrase.length] ?? '')) found.push({ kind: 'leftover', text: phrase, place: at(i, phrase.length) })
    }
  }
  return found
}

/** Is the word only spoken of: "no TBD left", `"TODO" comments`, "remove the TODO"? */
function isMentioned(before: string): boolean {
  const near = before.trimEnd()
  const clause = near.slice(Math.max(near.length - 30, near.lastIndexOf('.') + 1, near.lastIndexOf(';') + 1, near.lastIndexOf('\n') + 1))
  return quoted.test(near) || (near.length < before.length && negatingWord.test(near)) || negation.test(clause)
}

/** A bracket of the template, one that says TODO, or one that still asks its question. */
function isTemplateBracket(inner: string, template: Template): boolean {
  const text = inner.trim()
  if (text === '' || /^[ xX~-]$/.test(text) || /^\^/.test(text)) return false
  return isKnownBracket(text, template) || /^(?:TODO|TBD|FIXME)\b/.test(text) || ellipsis.test(text) || /\be\.g\.,? /.test(text)
}

function isKnownBracket(text: string, template: Template): boolean {
  return template.brackets.has(normalise(text)) || template.brackets.has(`#${sentenceHash(text)}`)
}

/** Brackets of the template in fences and code spans: only the exact ones, since code is full of brackets. */
function inFences(plan: Plan, template: Template): Leftover[] {
  const found: Leftover[] = []
  for (const node of [...plan.outline.nodes.fences, ...plan.outline.nodes.inlineCode]) {
    if (node.type === 'inlineCode' && template.code.has(node.value)) found.push({ kind: 'leftover', text: node.value, place: placeOf(node) })
    if (!node.value.includes('[')) continue
    const span = spanOf(node)
    const source = plan.outline.source.slice(span.start, span.end)
    const match = [...source.matchAll(bracket)].find(m => isKnownBracket(m[1]!, template) && !isHeader(m[0], source, node) && !isListOfCode(m[1]!, node) && !/[\w)\]]/.test(source[m.index - 1] ?? '') || /^(?:TODO\b)/.test(m[1]!))
    if (match) found.push({ kind: 'leftover', text: match[0], place: plan.outline.lines.placeOf({ start: span.start + match.index, end: span.start + match.index + match[0].length }) })
  }
  return found
}

/** In code, `[action]` is a list and `[Name]` may be what a program writes: there, only brackets that read as a sentence are leftovers; in shell and plain text any. */
function isListOfCode(name: string, node: Node): boolean {
  const lang = node.type === 'code' ? (node as { lang?: string | null }).lang ?? '' : 'code'
  if (/^(?:sh|bash|shell|zsh|console|terminal)$/i.test(lang)) return false
  if (/^(?:text|txt|tree|)$/i.test(lang)) return /^[a-z_]\w*$/.test(name)
  return /^(?:md|mdx|markdown)$/i.test(lang) || !name.trim().includes(' ')
}

/** `[dependencies]` alone on its line is a header where a fence holds TOML or INI. */
function isHeader(written: string, source: string, node: Node): boolean {
  const lang = node.type === 'code' ? (node as { lang?: string | null }).lang ?? '' : undefined
  return lang !== undefined && /^(?:toml|ini|cfg|conf|properties|gitconfig|editorconfig|)$/i.test(lang) && /^\[[a-z][\w.-]*\]$/.test(written) && source.split(/\r\n|\n/).some(line => line.trim() === written)
}
