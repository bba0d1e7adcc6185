import type { ListItem, Node, Table, TableCell, TableRow } from 'mdast'
import type { Demand } from '../../profiles/schema.ts'
import type { Place } from '../../types.ts'
import type { Plan } from '../../plan/bind-types.ts'
import { findDate } from '../../outline/dates.ts'
import { textOf, placeOf } from '../../outline/nodes.ts'
import { readPath } from '../../files/paths.ts'
import { isNothing } from '../../outline/nothing.ts'
import { countWords, normalise } from '../../outline/text.ts'
import type { Span } from '../../outline/types.ts'

/** Does a span hold what a demand asks for (or one of the kinds that will do as well)? */
export function holds(demand: Demand, span: Span, plan: Plan): boolean {
  const min = demand.min ?? 1
  return count(demand.kind, min, span, plan) >= min || orKinds(demand).some(kind => count(kind, 1, span, plan) >= 1)
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
      return content.tables(span).length
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

/** A table that lacks columns of a demand, or has no rows. */
interface TableDefect {
  table: Table
  place: Place
  missing: string[]
  rows: number
}

/** The table of a span that fits the demanded columns best, with what it lacks. */
export function tableDefect(demand: Demand, span: Span, plan: Plan): TableDefect | undefined {
  const tables = plan.content.tables(span)
  if (tables.length === 0) return undefined
  const defects = tables.map(table => inspect(table, demand))
  return defects.sort((a, b) => a.missing.length - b.missing.length || b.rows - a.rows)[0]
}

function inspect(table: Table, demand: Demand): TableDefect {
  const [head, ...rows] = table.children
  const titles = head ? head.children.map(cell => normalise(textOf(cell))) : []
  const missing = (demand.columns ?? [])
    .filter(column => {
      const names = (typeof column === 'string' ? [column] : column).map(normalise)
      return !names.some(name =>
        titles.some(title => title === name || title.startsWith(`${name} `) || title.endsWith(` ${name}`))
      )
    })
    .map(column => (typeof column === 'string' ? column : column[0]!))
  return {
    table,
    place: head ? placeOf(head) : placeOf(table),
    missing,
    rows: rows.filter(row => row.children.some(cell => textOf(cell).trim() !== '')).length
  }
}

/** A row of a table that leaves out columns that are asked for. */
interface Gap {
  place: Place
  row: string
  columns: string[]
}

/** Columns that may be blank. */
const remarks = /^(?:notes?|comments?|remarks?|status)$/

/** Rows that end before the table does, or are blank where a demanded column wants something. */
export function* gapsIn(demand: Demand, { children: [head, ...rows] }: Table): Iterable<Gap> {
  const names = head ? head.children.map(cell => textOf(cell)) : []
  const titles = names.map(normalise)
  const demanded = (demand.columns ?? []).flatMap(column => {
    const at = titles.findIndex(title => [column].flat().some(name => title === normalise(name)))
    return at < 0 ? [] : [at]
  })
  const wanted = demanded.filter(at => !remarks.test(titles[at]!))
  for (const row of rows) {
    const said = row.children.map(cell => !isBlank(cell))
    const first = row.children.find((_, i) => said[i])
    if (!first || isTitle(row, said)) continue
    const blank = wanted.filter(at => !said[at])
    const lacking =
      blank.length > 0 || row.children.length >= names.length
        ? blank
        : titles.flatMap((title, at) => (at < row.children.length || remarks.test(title) ? [] : [at]))
    if (lacking.length > 0) yield { place: placeOf(row), row: textOf(first), columns: lacking.map(at => names[at]!) }
  }
}

/** A lone cell is a title between rows, unless it names a thing. */
function isTitle({ children }: TableRow, said: readonly boolean[]): boolean {
  return said.filter(Boolean).length < 2 && children[said.indexOf(true)]!.children[0]?.type !== 'inlineCode'
}

/** A dash says that there is none. */
function isBlank(cell: TableCell): boolean {
  return textOf(cell).trim() === '' && !cell.children.some(({ type }) => type === 'image' || type === 'inlineCode')
}

/** Cells whose value is none of a column's accepted ones. */
export function* badCells(
  demand: Demand,
  table: Table
): Iterable<{ column: string; text: string; place: Place; values: string[] }> {
  const [head, ...rows] = table.children
  const titles = head ? head.children.map(cell => normalise(textOf(cell))) : []
  for (const [column, values] of Object.entries(demand.values ?? {})) {
    const at = titles.findIndex(title => title === normalise(column))
    if (at < 0) continue
    const accepted = values.map(normalise)
    for (const row of rows) {
      const cell = row.children[at]
      const text = cell ? textOf(cell).trim() : ''
      const key = normalise(text)
      if (
        cell &&
        key !== '' &&
        !accepted.some(value => key === value || key.startsWith(`${value} `) || key.startsWith(`${value}(`))
      )
        yield { column, text, place: placeOf(cell), values }
    }
  }
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
  /\b(?:owner|asks?|decide[sd]?|decision|input from|weigh in|assigned to|for|who|reviewer|contact|raised by|consult|by):? \*{0,2}(?:the )?(?:\p{Lu}\p{L}|team|user|product|security|infra|ops|maintainer|lead)/u

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
  return roles.test(behind.slice(-80))
}
