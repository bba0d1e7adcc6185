import type { Content } from '../outline/content.ts'
import { spanOf, startOf, textOf } from '../outline/nodes.ts'
import type { Outline, Span } from '../outline/types.ts'
import { matterOf } from '../outline/matter/matter.ts'
import { writtenOf } from '../outline/written.ts'
import { sentenceHash, sentenceOpenings } from '../plan/leftovers/placeholders.ts'
import { hasBoldLabels } from './instructions.ts'
import { choicesIn, isAnswerPair } from './choices.ts'
import { needLater } from './need.ts'
import { openWordsOf } from './open-words.ts'
import { blanksIn, insideOf, isBlankToFill, isParenthesis, notationIn } from './blanks.ts'

/** Emphasised words that are no sentence head what is below them: "*Definition of done*". */
const mostLabelWords = 4
const mostOfAKind = 300
/** `KEP-NNNN`, `ACP-####`: a number to come. */
const openNumber = /\b[A-Z]{2,8}-(?:(?:N{3,5}|X{3,5})\b|#{2,6}(?!#))/g
/** `INC-[number]`: elsewhere a small word in brackets behind a dash is a part of a path. */
const openIdentifier = /\b[A-Z]{2,8}-\[[a-z][a-z0-9]*\]/g
/** Shorter texts are no instructions. */
const fewestLetters = 12

/**
 * What a plan must not keep of its template. Sentences go in as hashes: a profile does not repeat its template.
 *
 * @param prompts spans that hold nothing but what says what to write there
 */
export function draftPlaceholders(outline: Outline, content: Content, prompts: readonly Span[]): string[] {
  const brackets = new Set<string>()
  const phrases = new Set<string>()
  const code = new Set<string>()
  const sentences = new Set<string>()
  for (const node of outline.nodes.inlineCode) if (isBlankToFill(node.value)) code.add(node.value)
  for (const { value } of outline.nodes.fences)
    for (const line of value.split('\n').map(each => each.trim())) if (isBlankToFill(line)) code.add(line)
  const notation = notationIn(outline.source)
  for (const { text } of blanksIn(outline.source)) {
    if (notation.has(text) || text.startsWith('<!--') || /^[[{<]?[NX]{3,5}[\]}>]?$/.test(text)) continue
    if (text.startsWith('[')) {
      const inner = insideOf(text)
      if (inner.length > 1) brackets.add(inner)
    } else if (text.startsWith('{') || text.startsWith('(') || text.startsWith('<')) phrases.add(text)
    else if (text.startsWith('$')) phrases.add(text)
  }
  for (const { value } of matterOf(outline)?.parts ?? [])
    if (value && isParenthesis(value.text)) phrases.add(value.text)
  for (const word of openWordsOf(outline)) phrases.add(word)
  for (const each of [openNumber, openIdentifier])
    for (const number of outline.source.match(each) ?? []) phrases.add(number)
  for (const paragraph of outline.nodes.paragraphs) {
    const text = textOf(paragraph).trim()
    const only = paragraph.children.length === 1 && paragraph.children[0]!.type === 'emphasis'
    const at = paragraph.position?.start.offset ?? 0
    const isPrompt =
      (only && !isLabel(text, outline) && !needLater(text)) || prompts.some(({ start, end }) => at >= start && at < end)
    if (!(isPrompt && text.length >= fewestLetters) && !isOpenValue(text)) continue
    for (const each of [text, ...sentenceOpenings(text)]) sentences.add(`#${sentenceHash(each)}`)
  }
  const rows = content
    .tables({ start: 0, end: outline.source.length })
    .flatMap(table => table.children.slice(1).map(row => (row.children[0] ? writtenOf(row.children[0]) : '')))
    .filter(cell => blanksIn(cell).length > 0 || /\bexample\b|xxx|…/i.test(cell))
  for (const cell of choiceCells(outline, content)) phrases.add(cell)
  const first = (found: Iterable<string>): string[] => [...new Set(found)].slice(0, mostOfAKind)
  return [
    ...first(brackets).map(name => `[${name}]`),
    ...first(phrases),
    ...first(code).map(text => `\`${text}\``),
    ...first(sentences).map(sentence => `*${sentence}*`),
    ...first(rows).map(cell => `| ${cell} |`),
    ...openTitles(outline).map(title => `# ${title}`)
  ]
}

/** "KEP-NNNN: Your short title": the title of a document that its own words say is to be replaced, and that no other blank tells of. */
function openTitles({ nodes }: Outline): string[] {
  const [title] = nodes.headings
  const text = title?.depth === 1 ? textOf(title).trim() : ''
  const isOpen = /\b(?:your|title)\b/i.test(text) || text.search(openNumber) >= 0
  return isOpen && blanksIn(text).every(blank => /^[NX#]+$/.test(blank.text)) ? [text] : []
}

/** Cells that still say all that they may say: `todo / doing / done`. Of two words that a sentence may hold as well, `yes/no`, their column tells. */
function choiceCells({ source }: Outline, content: Content): string[] {
  const cells = content
    .tables({ start: 0, end: source.length })
    .flatMap(table => table.children.slice(1).flatMap(row => row.children))
  return cells
    .filter(({ children }) => children.length > 0)
    .map(({ children }) => source.slice(startOf(children[0]!), spanOf(children.at(-1)!).end))
    .filter(text => blanksIn(text).length === 0 && choicesIn(text) !== undefined && !isAnswerPair(text))
}

/** `Repo: (where it will be written)`: a value that no other blank tells of. */
function isOpenValue(text: string): boolean {
  return isParenthesis(/^[^:\n]{1,60}: {1,4}(\S.*)$/.exec(text)?.[1] ?? '')
}

function isLabel(text: string, outline: Outline): boolean {
  const isHead = text.endsWith(':') ? !hasBoldLabels(outline) : !/[.!?…]$/.test(text)
  return isHead && text.split(/\s+/).length <= mostLabelWords && blanksIn(text).length === 0
}
