import { readFileSync } from 'node:fs'
import type { Node } from 'mdast'
import { parsePlan } from '../parse/parse.ts'
import { indexNodes, spanOf, textOf } from '../outline/nodes.ts'
import { sentenceHash } from '../plan/leftovers/placeholders.ts'

/**
 * Prints what a template leaves in plans, as a profile's `placeholders` want it: bracket fields (long ones by their hash) and instruction sentences (by
 * their hash: a template's prose belongs to whoever wrote it).
 *
 *     npx tsx src/dev/sentences.ts template.md [--from "# PLANNING"] [--until "## TOOLING"] [--skip "TOOLING,NOTES"] [--min 25]
 */
const args = process.argv.slice(2)
const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
/** Longer brackets are told by their hash. */
const plainBracket = 40

const whole = repair(readFileSync(args[0]!, 'utf8'))
const from = Math.max(0, whole.indexOf(option('--from') ?? whole.slice(0, 1)))
const until = option('--until')
const text = whole.slice(from, until === undefined ? undefined : whole.indexOf(until, from))
const nodes = indexNodes(parsePlan(text))
const skipped = (option('--skip') ?? '')
  .toLowerCase()
  .split(',')
  .filter(title => title !== '')
const headings = nodes.headings.map(node => ({ start: spanOf(node).start, title: textOf(node).toLowerCase() }))

const brackets = new Set<string>()
const sentences = new Set<string>()
for (const match of text.matchAll(/(?<!\w)\[([^[\]\n]{1,160})\](?![([])/g)) {
  const name = match[1]!.trim()
  if (isSkipped(match.index) || /^[ xX]?$/.test(name) || /\be\.g\.,? /.test(name)) continue
  brackets.add(name.length <= plainBracket ? name : `#${sentenceHash(name)}`)
}
for (const paragraph of nodes.paragraphs) {
  if (isSkipped(spanOf(paragraph).start)) continue
  const said = textOf(paragraph).trim()
  const spoken = emphasised(paragraph).map(node => textOf(node).trim())
  if (
    spoken.length === 0 &&
    said.length >= 40 &&
    !isAnswerable(paragraph, said) &&
    !/[[`:→]/.test(text.slice(spanOf(paragraph).start, spanOf(paragraph).end))
  )
    spoken.push(said)
  for (const sentence of spoken)
    if (sentence.length >= Number(option('--min') ?? 25) && !sentence.includes('[')) {
      sentences.add(`#${sentenceHash(sentence)}`)
      if (args.includes('--show')) process.stderr.write(`${sentence}\n`)
    }
}
process.stdout.write(
  `${JSON.stringify([...[...brackets].sort().map(name => `[${name}]`), ...[...sentences].sort().map(sentence => `*${sentence}*`)], null, 2)}\n`
)

/** UTF-8 that was read as Mac Roman once: arrows and dashes. */
function repair(source: string): string {
  return source.replaceAll('‚Üí', '→').replaceAll('‚Üì', '↓').replaceAll('‚Äì', '–').replaceAll('‚Äî', '—')
}

/** Questions and boxes are the template's skeleton: plans keep them. */
function isAnswerable(paragraph: Node, said: string): boolean {
  const above = nodes.parents.get(paragraph) as { checked?: boolean | null } | undefined
  return said.endsWith('?') || typeof above?.checked === 'boolean'
}

function isSkipped(at: number): boolean {
  const above = headings.filter(({ start }) => start < at).at(-1)
  return skipped.some(title => above?.title.includes(title))
}

/** The italics of a paragraph that is nothing but marked text: that is how templates talk to their writers. */
function emphasised(node: Node): Node[] {
  const children = (node as { children?: Node[] }).children ?? []
  if (!children.every(child => child.type === 'emphasis' || child.type === 'strong' || textOf(child).trim() === ''))
    return []
  return children.filter(child => child.type === 'emphasis')
}
