import type { ListItem, Node } from 'mdast'
import type { Demand } from '../../profiles/schema.ts'
import type { Plan } from '../../plan/bind-types.ts'
import { findDate } from '../../outline/dates.ts'
import { textOf } from '../../outline/nodes.ts'
import { readPath } from '../../files/paths.ts'
import { isNothing } from '../../outline/nothing.ts'
import { countWords } from '../../outline/text.ts'
import type { Span } from '../../outline/types.ts'
import { rowsOf } from './tables.ts'

/** Does a span hold what a demand asks for (or one of the kinds that will do as well)? */
export function holds(demand: Demand, span: Span, plan: Plan): boolean {
  const min = demand.min ?? 1
  return count(demand.kind, min, span, plan) >= min || orKinds(demand).some(kind => count(kind, 1, span, plan) >= 1)
}

/** How many there are of what a demand wants more of; undefined where there is none, or what there is will do. */
export function tooFew(demand: Demand, span: Span, plan: Plan): number | undefined {
  const found = count(demand.kind, demand.min ?? 1, span, plan)
  return found > 0 && !holds(demand, span, plan) ? found : undefined
}

/** Other kinds that will do as well. */
export function orKinds({ or = [] }: Demand): readonly Demand['kind'][] {
  return [or].flat()
}

/** How many of a kind there are; where they have to be read, none is read beyond `enough`. */
function count(kind: Demand['kind'], enough: number, span: Span, plan: Plan): number {
  const { content } = plan
  switch (kind) {
    case 'text':
      return countUpTo(enough, content.paragraphs(span), says)
    case 'prose':
      return countUpTo(
        enough,
        content.paragraphs(span),
        p => plan.outline.nodes.parents.get(p)?.type !== 'listItem' && says(p)
      )
    case 'list':
      return countUpTo(enough, content.topItems(span), item => !isNothing(textOf(item)))
    case 'tasks':
      return content.checkboxes(span).length
    case 'table':
      // Of one that has no rows it is told that it is empty.
      return enough > 1
        ? content.tables(span).reduce((sum, table) => sum + rowsOf(table).length, 0)
        : content.tables(span).length
    case 'command':
      return content.commands(span).length
    case 'path':
      return countUpTo(enough, content.codeSpans(span), code => readPath(code.value, { lenient: false }) !== undefined)
    case 'code':
      return countUpTo(enough, content.fences(span), fence => fence.value.trim() !== '')
    case 'tree':
      return content.fences(span).length
    case 'diagram':
      return (
        content.images(span).length + content.fences(span).filter(fence => /[\p{L}\p{N}]/u.test(fence.value)).length
      )
    case 'title':
    case 'normative':
    case 'scenario':
    case 'question':
    case 'gate':
    case 'sections':
      return 1
    case 'stamp':
    case 'date':
      return dateCount(span, plan)
  }
}

function countUpTo<T>(enough: number, list: readonly T[], fits: (value: T) => boolean): number {
  let found = 0
  for (const value of list) if (fits(value) && ++found >= enough) break
  return found
}

function says(node: Node): boolean {
  return /[\p{L}\p{N}]/u.test(textOf(node))
}

function dateCount(span: Span, plan: Plan): number {
  return findDate(plan.content.said(span)) === undefined ? 0 : 1
}

const explains =
  /[:：;—–]|\s-{1,2}\s|\(|,|\.\s|\b(?:because|since|as|so|due|until|unless|for|already|when|would|will|is|are|has|have|not|no|only|deferred|later|instead|per|via|in|without|requires?|needs?)\b/i

/** Words with a slash or a dot count once, whatever they hold. */
function withShortPaths(text: string): string {
  return text
    .split(/\s+/)
    .map(word => (/[/\\.]/.test(word) ? 'x' : word))
    .join(' ')
}

/**
 * Does a list item say more than a name: a reason, a context? In doubt it does.
 *
 * @param text What is to count of its text, if not all of it.
 */
export function explainsItself(item: ListItem, text = textOf(item).trim()): boolean {
  if (item.children.length > 1) return true
  // A path is one word, however long it is.
  if (countWords(text) >= 9 && countWords(withShortPaths(text)) >= 9) return true
  const first = item.children[0]
  const named =
    first?.type === 'paragraph' && (first.children[0]?.type === 'strong' || first.children[0]?.type === 'inlineCode')
      ? textOf(first.children[0])
      : ''
  const rest = text.slice(named.length).replace(/^[\s:.–—-]+/, '')
  if (named !== '') return countWords(rest) >= 2
  return saysWhy(text) || /[\u3000-\u9fff]/.test(text)
}

/** A verb, or what may be one, makes a clause of it: "handled in the client". In doubt it does. */
const clause =
  /\p{L}{2}ed\b|\b(?:lives?|belongs?|stays?|remains?|comes?|goes|kept|left|done|built|owns?|exists?|can|could|cannot|does|do|was|were|be|enough)\b|n['’]t\b/iu
/** "for now", "for performance reasons", "for simplicity" say why; "for the old command line" says what it is. */
const purpose =
  /\bfor (?:now|reasons|(?:\p{L}{1,20} ){0,2}(?:reasons?|\p{L}{2,20}(?:ity|ness|ance|ence)|speed|safety|costs?|clarity|today)\b)/iu

/** Is it a name to the end, with what it is for, where it is, and others beside it: "Windows, macOS and BSD support in this version"? */
export function isOnlyNamed(text: string): boolean {
  // Of other scripts nobody can tell.
  if (clause.test(text) || purpose.test(text) || /[^\p{Script=Latin}\p{Script=Common}]/u.test(text)) return false
  const pieces = text.split(/,\s/)
  const last = pieces.at(-1)!
  const isRow =
    pieces.length > 2 &&
    pieces.every(piece => countWords(piece) <= (piece === last ? 5 : 3)) &&
    /\b(?:and|or)\b/i.test(last)
  return !saysWhy((isRow ? pieces.join(' ') : text).replace(/\b(?:in|for)\b/gi, ' '))
}

/** What an item of a list begins and ends with: "No mobile app;", "A new queue; and". */
const edges = /^(?:no|not|never|do not|don't)\s{1,8}|[\s.;,]{1,8}(?:and|or)?$/gi

/** Does a text go on behind what it names? That it is not to be is no reason, nor is a row of names. */
function saysWhy(text: string): boolean {
  const said = text.replace(edges, '')
  const pieces = said.split(/,\s/)
  const isRow = pieces.length > 2 && pieces.every(piece => countWords(piece) <= 3)
  return explains.test(isRow ? pieces.join(' ') : said)
}

const asksSomeone =
  /\b(?:[Oo]wner|[Aa]sks?|[Dd]ecide[sd]?|[Dd]ecision|[Ii]nput from|[Ww]eigh in|[Aa]ssigned to|[Ww]ho|[Rr]eviewer|[Cc]ontact|[Rr]aised by|[Cc]onsult):? \*{0,2}(?:the )?(?:\p{Lu}\p{L}|team|user|product|security|infra|ops|maintainer|lead)/u
/** Within a question these lead to what it is about: "enough for Postgres?" */
const isForSomeone =
  /\b(?:[Ff]or|[Bb]y):? \*{0,2}(?:the )?(?:\p{Lu}\p{L}|team|user|product|security|infra|ops|maintainer|lead)/u

/** A mail address, a link to somebody's page. */
const address =
  /[\w+-]@[A-Za-z0-9-]+\.[A-Za-z]|\]\((?:mailto:|https?:\/\/(?:www\.)?(?:github|gitlab|linkedin|twitter|x)\.com\/(?:in\/)?[\w-]+\/?\))/

/** Whoever a question speaks of is not asked by that. */
const roles =
  /\b(?:team|owner|maintainers?|lead|stakeholders?|PM|product|legal|reviewers?|architects?|user|author|ops|SRE|security|infra|platform)\b/i

/** Is a list item's text a mention of someone: `@name`, "Owner: Ana", "ask Ben"? */
export function namesSomeone(text: string): boolean {
  if (/(?:^|[^\w.])@[A-Za-z0-9]/.test(text) || address.test(text) || asksSomeone.test(text)) return true
  const behind = text
    .split(/(?<=[.?!\n])/)
    .filter(sentence => !sentence.endsWith('?') || countWords(sentence) <= 2)
    .join('')
  return isForSomeone.test(behind) || roles.test(behind.slice(-80))
}
