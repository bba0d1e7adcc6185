/** What is said around a code span: is the command in it to be run, and is that all that is said? */
import type { InlineCode, List, ListItem, Node, Paragraph } from 'mdast'
import { firstFrom } from '../../outline/cover.ts'
import { spanOf, startOf } from '../../outline/nodes.ts'
import { replaceSpans } from '../../outline/replace-spans.ts'
import { isStruckOut } from '../../outline/struck.ts'
import type { Span } from '../../outline/types.ts'
import type { Plan } from '../bind-types.ts'
import { asideOf } from '../asides/aside.ts'
import { isConditional, isOneOfSeveral } from '../asides/conditional.ts'
import { isOfOtherRepository } from '../asides/elsewhere.ts'
import { isForeign } from './english.ts'

/** It goes, is something else, or another one is meant: nobody runs it. */
const dismissed =
  /\b(?:not|never|cannot|no longer|without|instead of|rather than|in place of|unlike|except|avoid(?:s|ing)?|skip(?:s|ped|ping)?|remov(?:e[sd]?|ing|al)|delet(?:e[sd]?|ing|ion)|drop(?:s|ped|ping)?|go(?:es)? away|going away|retir(?:e[sd]?|ing)|replac(?:e[sd]?|ing)|renam(?:e[sd]?|ing)|deprecat(?:e[sd]?|ing)|obsolete|former(?:ly)?|previous(?:ly)?|used to|old|legacy|no such|out of scope|e\.g|such as|for example|add(?:s|ed|ing)?|creat(?:e[sd]?|ing)|introduc(?:e[sd]?|ing)|defin(?:e[sd]?|ing)|if|unless|where|optional(?:ly)?)\b|n['’]t\b/i
/** What comes next is what something shows, has, or is called. */
const shown =
  /\b(?:prints?|printing|outputs?|says?|shows?|showing|contain(?:s|ing)?|returns?|mentions?|reads|lists?|logs?|displays?|suggests?|recommends?|documents?|describes?|named|called|has|have|there is|there are|was|were|like|as|than|no|the old|from|of)(?: (?:an?|the|its|only|this|that))?(?: (?:strings?|lines?|text|words?|message|hint|name|entry))?[\s:*_"'(]*$/i
/** It is gone, or will be; it may not be there. */
const denied =
  /^[\s*_)"]{0,4}(?:[a-z]+ )?(?:(?:is|are|was|were|gets?|has been|have been|will be|must be|should be|to be) (?:[a-z]+ )?(?:gone|removed|deleted|dropped|retired|replaced|renamed|deprecated|obsolete|unknown|missing|absent|unavailable|skipped)\b|(?:is|are|was|were|does|do|did|will|would|should|must|need|can|could|has|have)(?: not\b|n['’]t\b)(?! (?:fail|report|show|print|find|list|change|hang|throw|warn|regress|break))|no longer\b|[(—–-]{1,2} ?(?:removed|old|deprecated|optional|gone|later|not)\b)/i
/** The command itself is what nobody is to run: "don't use", "instead of". */
const avoided =
  /\b(?:not|never|avoid|stop|instead of|rather than|no longer|cannot|[a-z]{2,6}n['’]t)(?: (?:to|use|using|run|running|call|calling|invoke|invoking|rely on|the|old|bare|plain|with)){0,4}[\s*_("]{0,4}$/i
/** An order begins here: what was said before is done with. */
const order =
  /(?:[,;:—–]|\b(?:and|then|but))[\s*_]{1,4}(?:then |also |again )?(?:re-?run|run|execute|verify|check|confirm|ensure|invoke|use)\b/gi
const sentenceEnd = /[.!?;](?=[\s*_)])/g
/** Between commands that are told of together. */
const joint = /^[\s,/&+*_]{0,12}(?:(?:and|or|then)[\s*_]{1,8})?$/
/** Of a command alone no more is said than that it is well. */
const well =
  /^(?:[\s\d.()*_:[\]✓✅→-]|\b(?:x|run|command|passes|pass|succeeds|is green|exits? 0|ok|green|clean|works|completes|finishes)\b){0,40}$/i

/** What a paragraph, cell or title says before and behind a code span: code in it is blank. */
interface Around {
  before: string
  after: string
}

/** What keeps a command from being run here, in so many words: it is struck out or warned of, there under a condition, or of another place, which is told. */
export function withheld(node: InlineCode, plan: Plan): { place?: string } | undefined {
  if (isStruckOut(spanOf(node), plan.outline.source)) return {}
  const block = blockOf(node, plan)
  const { before, after } = around(firstOfChain(node, block, plan), node, block, plan)
  const { source } = plan.outline
  const { start, end } = spanOf(node)
  if (avoided.test(leadOf(before)) || isOneOfSeveral(sentenceFrom(after))) return {}
  if (isOfOtherRepository(lastSentence(source.slice(Math.max(block.start, start - 300), start)))) return {}
  const aside = asideOf(source.slice(end, Math.min(block.end, end + 200)))
  return aside && aside.kind !== 'done' ? (aside.place === undefined ? {} : { place: aside.place }) : undefined
}

/** Does the text around a code span leave it to be run? In doubt, and in languages that are not understood, no. */
export function isToRun(node: InlineCode, plan: Plan): boolean {
  const held = withheld(node, plan)
  if (held && held.place === undefined) return false
  const block = blockOf(node, plan)
  const { before, after } = around(firstOfChain(node, block, plan), node, block, plan)
  if (isForeign(`${before} ${after}`) || denied.test(after) || isConditional(sentenceFrom(after))) return false
  const lead = leadOf(before)
  if (dismissed.test(lead) || shown.test(lead)) return false
  return leadsOver(block, plan).every(text => !dismissed.test(leadOf(text.trimEnd())))
}

/** Is the command all that stands there? */
export function standsAlone(node: InlineCode, plan: Plan): boolean {
  const { before, after } = around(node, node, blockOf(node, plan), plan)
  return well.test(before.trim()) && well.test(after.trim())
}

type Surrounding = Span & { node?: Paragraph }

/** The paragraph that a code span stands in; the line, of a title or a row. */
function blockOf(node: InlineCode, { outline }: Plan): Surrounding {
  const { start, end } = spanOf(node)
  const { paragraphs } = outline.nodes
  const last = paragraphs[firstFrom(paragraphs.length, index => startOf(paragraphs[index]!) > start) - 1]
  if (last && spanOf(last).end >= end) return { ...spanOf(last), node: last }
  const { source, lines } = outline
  const stop = source.indexOf('\n', end)
  return { start: lines.startOf(lines.pointAt(start).line), end: stop < 0 ? source.length : stop }
}

function around(first: InlineCode, last: InlineCode, { start, end }: Span, { content }: Plan): Around {
  const text = replaceSpans(
    content.said({ start, end }),
    content.codeSpans({ start, end }).map(spanOf),
    code => ' '.repeat(code.length),
    start
  )
  return {
    before: text.slice(Math.max(0, startOf(first) - start - 300), startOf(first) - start),
    after: text.slice(spanOf(last).end - start, spanOf(last).end - start + 200)
  }
}

/** Of commands that are told of together, the first: "remove `a`, `b` and `c`". */
function firstOfChain(node: InlineCode, block: Span, { content, outline }: Plan): InlineCode {
  const spans = content.codeSpans({ start: block.start, end: startOf(node) })
  let first = node
  for (const before of spans.reverse()) {
    if (!joint.test(outline.source.slice(spanOf(before).end, startOf(first)))) break
    first = before
  }
  return first
}

/** The sentence that a text ends in, from the last order on. */
function leadOf(before: string): string {
  const sentence = lastSentence(before)
  let at = 0
  for (const { index } of sentence.matchAll(order)) at = index + 1
  return sentence.slice(at)
}

function lastSentence(before: string): string {
  let from = 0
  for (const { index, 0: end } of before.matchAll(sentenceEnd)) from = index + end.length
  return before.slice(from)
}

function sentenceFrom(after: string): string {
  const end = after.search(sentenceEnd)
  return end < 0 ? after : after.slice(0, end)
}

/** What leads over to the lists that a paragraph stands in: "These are removed:". */
function leadsOver({ node }: Surrounding, { content, outline }: Plan): string[] {
  const { parents, paragraphs } = outline.nodes
  const found: string[] = []
  let at: Node | undefined = node && parents.get(node)
  for (let depth = 0; at && depth < 16; at = parents.get(at), depth++) {
    if (at.type !== 'list') continue
    const start = startOf(at as List)
    const before = paragraphs[firstFrom(paragraphs.length, index => startOf(paragraphs[index]!) >= start) - 1]
    const above = parents.get(at) as ListItem | undefined
    if (before && parents.get(before) === above && /:[*_\s]*$/.test(content.said({ ...spanOf(before), end: start })))
      found.push(content.said(spanOf(before)).slice(-300))
  }
  return found
}
