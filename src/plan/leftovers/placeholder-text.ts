/** What is left over inside of running text: brackets of a template, TODO and its like, set phrases. */
import type { Heading, Node, Paragraph, TableCell } from 'mdast'
import { coverOf } from '../../outline/cover.ts'
import { blocksAround, isParent, spanOf, textOf } from '../../outline/nodes.ts'
import { readOrdinal } from '../../outline/numbers/read-ordinal.ts'
import { struckSpans } from '../../outline/struck.ts'
import type { Place } from '../../types.ts'
import { isStampToCome } from './stamps.ts'
import type { Plan } from '../bind-types.ts'
import { abbreviationsOf } from './abbreviations.ts'
import type { Leftover, Template } from './template.ts'
import { bracket, isEllipsis, isKnownBracket } from './template.ts'

/** What holds running text. */
export type Block = Heading | Paragraph | TableCell

/** Adds what the text of a block holds; code is none of it, and what stands in a link belongs to the link. */
export function addFromBlock(block: Block, plan: Plan, template: Template, found: Leftover[]): void {
  addAcrossMarkup(block, plan, template, found)
  for (const node of leaves(block))
    if (node.type === 'html') addFromTag(node, plan, template, found)
    else addFromText(node, block, plan, template, found)
}

/** Brackets and phrases of the template that hold code: "[Where do files go? `src/`?]", "(a name, as `my_feature`)". */
function addAcrossMarkup(block: Node, plan: Plan, template: Template, found: Leftover[]): void {
  const span = spanOf(block)
  const source = plan.outline.source.slice(span.start, span.end)
  const add = (start: number, text: string): void => {
    const at = { start: span.start + start, end: span.start + start + text.length }
    found.push({ kind: 'leftover', text, place: plan.outline.lines.placeOf(at) })
  }
  for (const phrase of template.phrases) {
    if (!phrase.includes('`')) continue
    for (let i = source.indexOf(phrase); i >= 0; i = source.indexOf(phrase, i + phrase.length)) add(i, phrase)
  }
  for (const match of source.matchAll(bracket)) {
    if (!match[1]!.includes('`') || !(isKnownBracket(match[1]!, template) || /\be\.g\.,? /.test(match[1]!))) continue
    add(match.index, match[0])
  }
}

/** Phrases of the template that Markdown takes for tags: `<type of user>`. */
function addFromTag(node: Node, plan: Plan, { phrases }: Template, found: Leftover[]): void {
  const { start, end } = spanOf(node)
  const written = plan.outline.source.slice(start, end)
  for (const phrase of phrases) {
    if (!phrase.startsWith('<')) continue
    for (let i = written.indexOf(phrase); i >= 0; i = written.indexOf(phrase, i + phrase.length)) {
      const at = { start: start + i, end: start + i + phrase.length }
      found.push({ kind: 'leftover', text: phrase, place: plan.outline.lines.placeOf(at) })
    }
  }
}

/** Tags in no paragraph are blocks of their own. */
export function addFromTags(plan: Plan, template: Template, found: Leftover[]): void {
  if (!template.phrases.some(phrase => phrase.startsWith('<'))) return
  const { outline } = plan
  for (const tag of outline.nodes.html)
    if (blocksAround(tag, outline).includes(tag)) addFromTag(tag, plan, template, found)
}

/** Text nodes of a block, and tags. */
function leaves(block: Node): Node[] {
  const out: Node[] = []
  const stack: Node[] = [block]
  while (stack.length > 0) {
    const node = stack.pop()!
    if (node.type === 'text' || node.type === 'html') out.push(node)
    if (node.type === 'link' || node.type === 'linkReference') continue
    if (isParent(node)) for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]! as Node)
  }
  return out
}

/** "TODO.md" is a file. */
const word =
  /(?<![\p{L}\p{N}_-])(?:TBD|TBC|TODO|FIXME|XXX|\?{3,9}|(?<=[:→=(–—] ?\*{0,2})tb[dac](?=[\s\p{P}]|$)|(?<=(?:[|]|\b(?:on|by|until|since|from|before|after|due|dated|as of|updated|created))[ :*]{0,4})YYYY-MM-DD(?! ?(?:format|form\b|style|dates?\b|strings?|[-.\w])))(?![\p{L}\p{N}_-])(?!\.[a-z]{1,5}\b)/gu
const negatingWord =
  /(?:^|[^\p{L}])(?:no|not|without|any|removes?|removed|removing|contains?|zero|never|avoid|replaces?|replaced|resolves?|resolved|all|the|each|every|existing|old|stale|grep|of|or|and|left|mark|marked|a|an|via|as)$/iu
const quoted = /["'“‘`/[]$/
const negation = /\b(?:no|without)\b/i
const nounAfter =
  /^(?:\/|["'”’`]|\s+(?:comments?|lists?|apps?|items?|markers?|tags?|entry|entries|notes?|left|remain|placeholders?|sections?|files?|blocks?|boards?|columns?|panels?|queues?|tracker|branch(?:es)?|stubs?|annotations?|in the code|or|and)\b)/i
/** "TODO found in the parser": what became of it, to the end of the text. */
const fateAfter = /^\s{1,8}[^.;:|]{1,40}\b(?:noted|found|tracked|recorded|documented|mentioned)[\s.,;)]{0,8}$/i

function addFromText(node: Node, block: Block, plan: Plan, template: Template, found: Leftover[]): void {
  const span = spanOf(node)
  const source = plan.outline.source.slice(span.start, span.end)
  const at = (start: number, length: number): Place =>
    plan.outline.lines.placeOf({ start: span.start + start, end: span.start + start + length })
  const own: Leftover[] = []
  // `~~TBD~~ decided`: struck out, and over.
  const isStruck = coverOf(struckSpans(source))
  for (const match of source.matchAll(bracket)) {
    // "No [NEEDS CLARIFICATION] is left."
    const isSpokenOf =
      /^NEEDS? /.test(match[1]!) && isMentioned(source.slice(Math.max(0, match.index - 60), match.index))
    if (
      isTemplateBracket(match[1]!, template) &&
      !isSpokenOf &&
      !isStruck(match.index) &&
      !assigned.test(source.slice(Math.max(0, match.index - 4), match.index)) &&
      !isSegment(match[1]!, source[match.index - 1], source[match.index + match[0].length])
    )
      own.push({ kind: 'leftover', text: match[0], place: at(match.index, match[0].length) })
  }
  for (const match of source.matchAll(word)) {
    if (
      own.some(
        leftover =>
          leftover.place.start.offset <= span.start + match.index &&
          leftover.place.end.offset > span.start + match.index
      )
    )
      continue
    const before = source.slice(Math.max(0, match.index - 60), match.index)
    const end = match.index + match[0].length
    if (
      isMentioned(before) ||
      nounAfter.test(source.slice(end, end + 40)) ||
      fateAfter.test(source.slice(end, end + 40)) ||
      isStruck(match.index) ||
      (/\($/.test(before) && isStampToCome(span.start + match.index - 1, plan)) ||
      (match[0] === 'TODO' && block.type === 'heading' && isStatusOf(block)) ||
      abbreviationsOf(plan).has(match[0])
    )
      continue
    own.push({ kind: 'word', text: match[0], place: at(match.index, match[0].length) })
  }
  for (const phrase of template.phrases) {
    for (let i = source.indexOf(phrase); i >= 0; i = source.indexOf(phrase, i + phrase.length)) {
      if (!/[\w-]/.test(source[i + phrase.length] ?? ''))
        own.push({ kind: 'leftover', text: phrase, place: at(i, phrase.length) })
    }
  }
  found.push(...own)
}

/** "'accounts' => [...]": a value of code that is not set as such. */
const assigned = /=>? ?$/

/** A small word in brackets within a path is how routes are written: `app/[name]/page.tsx`. */
function isSegment(inner: string, before = ' ', after = ' '): boolean {
  return /^[a-z][a-z0-9]*$/.test(inner) && (/[/_.-]/.test(before) || /[/_]/.test(after))
}

/** "### Step 2: Write it (TODO)": the word says how far the step is. */
export function isStatusOf(heading: Heading): boolean {
  const text = textOf(heading)
  const rest = (readOrdinal(text)?.rest ?? text).replace(/to-?do/i, '')
  return (rest.match(/\p{L}/gu)?.length ?? 0) >= 3
}

/** Is the word only spoken of: "no TBD left", `"TODO" comments`, "remove the TODO"? */
function isMentioned(before: string): boolean {
  const near = before.trimEnd()
  const clause = near.slice(
    Math.max(near.length - 30, near.lastIndexOf('.') + 1, near.lastIndexOf(';') + 1, near.lastIndexOf('\n') + 1)
  )
  return quoted.test(near) || negatingWord.test(near) || negation.test(clause)
}

/** A bracket of the template, one that says TODO, or one that still asks its question. */
function isTemplateBracket(inner: string, template: Template): boolean {
  const text = inner.trim()
  if (/^[xX~-]$/.test(text) || /^\^/.test(text)) return false
  return (
    isKnownBracket(text, template) ||
    /^(?:TODO|TBD|TBC|FIXME|NEEDS? CLARIFICATION(?!:)|NEEDS? DECISION|PLACEHOLDER|FILL IN|INSERT|CLARIFY)\b/.test(
      text
    ) ||
    isEllipsis(text) ||
    /\be\.g\.,? /.test(text)
  )
}
