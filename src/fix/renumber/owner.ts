/** Whose step is meant? A number is only changed where nothing says that it is another document's. */
import type { Heading, Link, ListItem, Node, Paragraph, Parent } from 'mdast'
import { coverOf } from '../../outline/cover.ts'
import { spanOf } from '../../outline/nodes.ts'
import { normalise, trimChars } from '../../outline/text.ts'
import type { Span } from '../../outline/types.ts'
import type { Plan, Unit } from '../../plan/bind-types.ts'
import { allFields, allMetadata } from '../../plan/every.ts'
import { anchors } from '../anchors.ts'
import { blockOf, outward, sentenceEnds } from './context.ts'
import type { NodeContext } from './context.ts'
import {
  endsWithDocument,
  hasAddress,
  introducesOther,
  namesDocument,
  startsWithDocument,
  startsWithOwn
} from './documents.ts'
import type { NumberReference } from './references.ts'

/** `plan`: nothing near it names another owner; `other`: it says so itself; `unclear`: something near it could be the owner. */
export type Owner = 'plan' | 'other' | 'unclear'

/** What is looked at on each side of a reference, in UTF-16 units. */
const reach = 240

/** Words behind which a number stands for a unit of the plan itself; a name or a noun there may be somebody else's: "Quick start step 1". */
const leads = new Set(
  'a after all and any as at before behind beside both but by complete completed completes completing do does done during each either execute finish finished finishes finishing for from if implement in into is like needs need or of on once only per redo repeat repeated require required requires rerun run running see since skip start starting starts than that the then this through to under undo unless until use uses using via when where while with within without'.split(
    ' '
  )
)

/** Below "in", words that name no place: "in parallel". */
const manners =
  /^(?:parallel|order|turn|one|full|part|advance|time|place|sequence|isolation|that case|this case|short)\b/i

/**
 * @param unitOf The plan's own unit of a number; undefined where it has none.
 * @returns Tells of a reference whose it is.
 */
export function ownership(plan: Plan, unitOf: (number: number) => Unit | undefined): (each: NumberReference) => Owner {
  const { source } = plan.outline
  const targetOf = anchors(plan)
  const labels = new Set(
    [...allFields(plan), ...allMetadata(plan)].flatMap(({ part }) => part?.title ?? []).map(normalise)
  )
  const isOthers = (lead: string | undefined): boolean =>
    lead !== undefined && !labels.has(normalise(lead)) && introducesOther(lead)
  const scopes = new Map<Node, { isClear: boolean; isQuoted: (offset: number) => boolean }>()
  const scopeOf = (block: NodeContext): { isClear: boolean; isQuoted: (offset: number) => boolean } => {
    let known = scopes.get(block.node)
    if (!known) {
      known = {
        isClear:
          ![...surroundings(block, plan)].some(span => hasAddress(source.slice(span.start, span.end))) &&
          ![...titlesOver(block, plan)].some(span => namesDocument(source.slice(span.start, span.end))) &&
          ![...leadIns(block)].some(span => isOthers(ledIn(source.slice(span.start, span.end)))),
        isQuoted: quotations(block.node, source)
      }
      scopes.set(block.node, known)
    }
    return known
  }
  return ({ phrase, number, context }) => {
    const link = outward(context, 'link')?.node as Link | undefined
    if (link && !link.url.startsWith('#')) return 'other'
    if (link) return targetOf(link.url) === unitOf(number)?.part.node ? 'plan' : 'unclear'
    const block = blockOf(context)
    const span = spanOf(block.node)
    const before = source.slice(Math.max(span.start, phrase.start - reach), phrase.start)
    const after = source.slice(phrase.end, Math.min(span.end, phrase.end + reach))
    const beside = followed(after) ?? preceded(before)
    if (beside !== undefined && beside !== 'plan') return beside
    if (beside === undefined && [sentenceBefore(before), sentenceAfter(after)].some(namesDocument)) return 'unclear'
    if (isOthers(introduction(before))) return 'unclear'
    if (outward(context, 'blockquote') || outward(context, 'linkReference')) return 'unclear'
    if (phrase.start === firstOf(block.node) && isForeignTitle(after, unitOf(number)?.name)) return 'unclear'
    const scope = scopeOf(block)
    if (scope.isQuoted(phrase.start)) return 'unclear'
    return beside === 'plan' || scope.isClear ? 'plan' : 'unclear'
  }
}

/** What follows: "Step 3 of plans/001.md", "Step 3 of this plan". */
function followed(after: string): Owner | undefined {
  if (/^[*_]*\s+(?:there|elsewhere)\b/i.test(after)) return 'unclear'
  const match = /^[*_]*,?\s+\(?(of|from|in|inside|within|under|on|at)\s+/i.exec(after)
  if (!match) return undefined
  const rest = after.slice(match[0].length)
  if (startsWithOwn(rest)) return 'plan'
  if (startsWithDocument(rest)) return 'other'
  if (/^(?:of|from)$/i.test(match[1]!)) return 'unclear'
  return manners.test(rest) || !/^(?:the|a|an|its|their|another)\b|^[\p{Lu}"“«‘'`[<*_]/u.test(rest)
    ? undefined
    : 'unclear'
}

/** What stands in front: "its Step 3", "the RFC's Step 3", "plan 001 Step 2". */
function preceded(before: string): Owner | undefined {
  const text = trimChars(before, '', ' \t\r\n\u00a0*_')
  if (text === '' || /[([,;:.!?|>–—]$/.test(text)) return undefined
  if (endsWithOwn.test(text)) return 'plan'
  if (endsWithDocument(text)) return 'other'
  const word = /(?<![\p{L}\p{N}'’])[\p{L}\p{N}'’]{1,30}$/u.exec(text)?.[0].toLowerCase()
  // A name, a path, a link, code, a quotation.
  return word !== undefined && text.length < before.length && leads.has(word) ? undefined : 'unclear'
}

const endsWithOwn = /\b(?:this|the|our) (?:plan|document)(?:['’]s)?$/i

/** From the last sentence's end on. */
function sentenceBefore(text: string): string {
  return text.slice(sentenceEnds(text).at(-1) ?? 0)
}

/** What a sentence is introduced by: the "TLS handshake" of "TLS handshake: Step 2 sends …". */
function introduction(before: string): string | undefined {
  const sentence = sentenceBefore(before)
  const colon = [...sentence.matchAll(/:[*_]{0,3}\s/g)].at(-1)
  return (
    colon &&
    sentence
      .slice(0, colon.index)
      .split(/\n|[;:][*_]{0,3}\s/)
      .at(-1)
  )
}

/** UTF-16 units at a text's end that may lead in to what follows. */
const MOST_LED = 200

/** The last line of a paragraph that leads in to what follows it, without its colon. */
function ledIn(text: string): string | undefined {
  const line = trimChars(text.slice(-MOST_LED).trimEnd().split('\n').at(-1)!, '', '*_')
  return /.[:：]$/.test(line) ? line.slice(0, -1) : undefined
}

function sentenceAfter(text: string): string {
  const end = text.search(/[.!?]["”’)*_]{0,3}(?:\s|$)/)
  return end < 0 ? text : text.slice(0, end)
}

/** Where "Step 3: Pay" begins a block it is a title: if not the plan's own, then of another sequence. */
function isForeignTitle(after: string, own: string | undefined): boolean {
  const title = /^[*_]*\s*[:.–—-][*_]*\s+(\S.*)/.exec(after)?.[1]
  if (title === undefined) return false
  const name = normalise(own ?? '')
  return name === '' || !normalise(title).startsWith(name.slice(0, 40))
}

function firstOf(node: Node): number {
  let at = node
  while ((at as Partial<Parent>).children?.[0]) at = (at as Parent).children[0]!
  return spanOf(at).start
}

/** The block itself, and what leads in to it: its row and the table's head, the text before its list, the items around it, the headings above. */
function* surroundings(block: NodeContext, plan: Plan): Iterable<Span> {
  yield spanOf(block.node)
  for (let at: NodeContext = block; at.outer; at = at.outer) {
    const holder = at.outer.node as Parent
    const { type } = at.node
    if (type === 'tableRow') yield* [at.node, holder.children[0]!].map(spanOf)
    else if (type === 'list' || type === 'paragraph') {
      const before = holder.children[holder.children.indexOf(at.node as never) - 1]
      if (before?.type === 'paragraph' && (type === 'list' || !isLabelled(before))) yield spanOf(before)
    } else if (type === 'listItem') {
      const first = (at.node as ListItem).children[0]
      if (first?.type === 'paragraph' && first !== block.node) yield spanOf(first)
    }
  }
  yield* headingsAbove(spanOf(block.node).start, plan)
}

/** The paragraphs right before the lists and tables around a block. */
function* leadIns(block: NodeContext): Iterable<Span> {
  for (let at: NodeContext = block; at.outer; at = at.outer) {
    if (at.node.type !== 'list' && at.node.type !== 'table') continue
    const { children } = at.outer.node as Parent
    const before = children[children.indexOf(at.node as never) - 1]
    if (before?.type === 'paragraph') yield spanOf(before)
  }
}

/** What names the place: the head of its column, and headings that are no sections of the plan: "Old plan", "Runbook". */
function* titlesOver(block: NodeContext, plan: Plan): Iterable<Span> {
  for (let at: NodeContext = block; at.outer; at = at.outer)
    if (at.node.type === 'tableCell') {
      const row = at.outer.node as Parent
      const table = at.outer.outer?.node as Parent | undefined
      const head = (table?.children[0] as Parent | undefined)?.children[row.children.indexOf(at.node as never)]
      if (head && head !== at.node) yield spanOf(head as Node)
    }
  const own = new Set(plan.allSections.map(section => section.part?.place.start.offset))
  for (const span of headingsAbove(spanOf(block.node).start, plan)) if (!own.has(span.start)) yield span
}

function isLabelled({ children: [first] }: Paragraph): boolean {
  return first?.type === 'strong'
}

function* headingsAbove(offset: number, { outline: { nodes } }: Plan): Iterable<Span> {
  let level = 7
  for (const heading of nodes.headings.toReversed()) {
    if (spanOf(heading).start >= offset || heading.depth >= level) continue
    level = heading.depth
    // The document's title names itself.
    if (level > 1) yield spanOf(heading satisfies Heading)
  }
}

/** What stands in quotation marks is said by somebody else. */
function quotations(block: Node, source: string): (offset: number) => boolean {
  const { start, end } = spanOf(block)
  return coverOf(
    [...source.slice(start, end).matchAll(/"[^"]{1,400}"|“[^“”]{1,400}”|«[^«»]{1,400}»|„[^„“”]{1,400}[“”]/g)].map(
      match => ({ start: start + match.index, end: start + match.index + match[0].length })
    )
  )
}
