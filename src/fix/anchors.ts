/** Links to the plan's own headings: where a heading changes, they move along. */
import type { Definition, Heading, Link, Node } from 'mdast'
import { isParent, spanOf, textOf } from '../outline/nodes.ts'
import type { Plan } from '../plan/bind-types.ts'
import type { Edit, Fix } from '../types.ts'

/** What follows from edits to headings. `isSafe` where every link to them could be read. */
export interface Followed {
  edits: Edit[]
  /** Names of headings in links: before, and after. */
  anchors: readonly (readonly [string, string])[]
  isSafe: boolean
}

/** What GitHub calls a heading in links, before doubles are told apart. */
function slugOf(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
}

/** The names of headings in links, in their order: the second of a name gets `-1`. */
export function slugsOf(titles: readonly string[]): string[] {
  const used = new Map<string, number>()
  return titles.map(title => {
    const base = slugOf(title)
    let slug = base
    while (used.has(slug)) {
      const next = used.get(base)! + 1
      used.set(base, next)
      slug = `${base}-${next}`
    }
    used.set(slug, 0)
    return slug
  })
}

/** Tells of an in-page link which heading it leads to. */
export function anchors(plan: Plan): (url: string) => Heading | undefined {
  let byName: Map<string, Heading> | undefined
  return url => {
    const { headings } = plan.outline.nodes
    byName ??= new Map(slugsOf(headings.map(textOf)).map((slug, index) => [slug, headings[index]!]))
    return byName.get(fragmentOf(url))
  }
}

/** Moves in-page links along with the headings that `edits` change. */
export function followHeadings(edits: readonly Edit[], plan: Plan): Followed {
  const { headings } = plan.outline.nodes
  const titles = headings.map(textOf)
  const after = headings.map((heading, index) => editedTitle(heading, titles[index]!, edits))
  if (after.every((title, index) => title === titles[index])) return { edits: [], anchors: [], isSafe: true }
  const unread = after.includes(undefined)
  const [was, is] = [slugsOf(titles), slugsOf(after.map((title, index) => title ?? titles[index]!))]
  const moved = new Map(was.flatMap((slug, index) => (slug === is[index] ? [] : [[slug, is[index]!]])))
  const found = linksTo(moved, plan)
  return { edits: found, anchors: [...moved], isSafe: !unread && countMentions(moved, plan) <= found.length }
}

/** What a fix says of the headings that it renames. */
export function moving({ anchors: moved }: Followed): Pick<Fix, 'anchors'> {
  return moved.length > 0 ? { anchors: moved } : {}
}

/** The text of a heading once edits are done; undefined where an edit is in something else than plain text. */
function editedTitle(heading: Heading, title: string, edits: readonly Edit[]): string | undefined {
  const own = edits.filter(edit => isIn(edit, heading))
  if (own.length === 0) return title
  let [text, rest] = ['', own.length]
  for (const leaf of leavesOf(heading)) {
    const { start, end } = spanOf(leaf)
    const inside = own.filter(edit => isIn(edit, leaf))
    let value = textOf(leaf)
    if (inside.length > 0 && end - start !== value.length) return undefined
    for (const edit of inside.toSorted((a, b) => b.start - a.start))
      value = value.slice(0, edit.start - start) + edit.text + value.slice(edit.end - start)
    rest -= inside.length
    text += value
  }
  // Number signs are no text.
  return rest === 0 ? text : own.every(edit => /^#*$/.test(edit.text)) ? title : undefined
}

function isIn(edit: Edit, node: Node): boolean {
  const { start, end } = spanOf(node)
  return edit.start >= start && edit.end <= end
}

function* leavesOf(root: Node): Iterable<Node> {
  const stack = [root]
  for (let node = stack.pop(); node; node = stack.pop())
    if (isParent(node)) stack.push(...node.children.toReversed())
    else yield node
}

function linksTo(moved: ReadonlyMap<string, string>, plan: Plan): Edit[] {
  const { source, nodes } = plan.outline
  const edits: Edit[] = []
  for (const node of [...nodes.links, ...definitionsOf(plan)] as (Link | Definition)[]) {
    if (node.type !== 'link' && node.type !== 'definition') continue
    const to = node.url.startsWith('#') ? moved.get(fragmentOf(node.url)) : undefined
    if (to === undefined) continue
    const { start, end } = spanOf(node)
    const last = node.type === 'link' ? node.children.at(-1) : undefined
    const from = last ? spanOf(last).end : start + source.slice(start, end).indexOf(']:')
    const at = source.slice(from, end).indexOf(node.url)
    if (at >= 0) edits.push({ start: from + at + 1, end: from + at + node.url.length, text: to })
  }
  return edits
}

function* definitionsOf({ outline: { root } }: Plan): Iterable<Definition> {
  const stack: Node[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'definition') yield node as Definition
    if (isParent(node)) stack.push(...node.children)
  }
}

function fragmentOf(url: string): string {
  try {
    return decodeURIComponent(url.slice(1)).toLowerCase()
  } catch {
    return url.slice(1).toLowerCase()
  }
}

/** How often the text says a heading's name behind a `#`, as links in HTML and in code do, too. */
function countMentions(moved: ReadonlyMap<string, string>, { outline: { source } }: Plan): number {
  return [...source.matchAll(/#([\p{L}\p{M}\p{N}\p{Pc}%-]{1,400})/gu)].filter(([all]) => moved.has(fragmentOf(all)))
    .length
}
