/** Counts that a plan states of what stands below them. */
import type { Plan } from '../bind-types.ts'
import { placeOf, spanOf, textOf } from '../../outline/nodes.ts'
import { normalise, trimChars } from '../../outline/text.ts'
import type { Part, Span } from '../../outline/types.ts'
import type { Place } from '../../types.ts'
import type { Held } from './held.ts'
import { heldBelow, heldByTitle } from './held.ts'
import { leadingCount } from './leads.ts'
import type { CountPhrase } from './phrases.ts'
import { lazy } from '../../util/lazy.ts'
import { singularOf } from '../../util/plural.ts'
import { countPhrases, isCountable } from './phrases.ts'
import type { SaidCount } from './said.ts'
import { saidCount } from './said.ts'

/** A count that a plan states, and what can be counted. */
export interface StatedCount extends SaidCount {
  held: Omit<Held, 'node'> & { place: Place }
}

/** Counts of what stands right below a sentence or a title. */
export function statedCounts(plan: Plan): StatedCount[] {
  return [...countsOfLeads(plan), ...countsOfTitles(plan)]
}

function countsOfLeads(plan: Plan): StatedCount[] {
  const { content, outline } = plan
  return content.paragraphs({ start: 0, end: outline.source.length }).flatMap(paragraph => {
    const span = spanOf(paragraph)
    const phrase = leadingCount(content.own(span))
    const held = phrase && heldBelow(paragraph, outline)
    return held ? [statedBy(phrase, span, held, plan)] : []
  })
}

function countsOfTitles(plan: Plan): StatedCount[] {
  const { content, outline } = plan
  return outline.parts.flatMap(part => {
    if (part.form !== 'heading') return []
    const span = { start: part.place.start.offset, end: part.place.end.offset }
    const phrase = countInTitle(content.own(span), part)
    const held = phrase && heldByTitle(part, phrase.noun)
    return held ? [statedBy(phrase, span, held, plan)] : []
  })
}

function statedBy(phrase: CountPhrase, text: Span, { node, ...held }: Held, { outline }: Plan): StatedCount {
  return { ...saidCount(text, phrase, outline), held: { ...held, place: placeOf(node) } }
}

const bracketed = /\(([^()]{3,40})\)[*_#\s]{0,8}$/
const bareNumber = /\((\d{1,2})\)[*_#\s]{0,8}$/
const theFirst = /^[*_#\s]{0,8}the[*_\s]/i

/** "Risks (3 items)", "New files (7)", "The two findings": at its end, a title says how many. */
function countInTitle(text: string, part: Part): CountPhrase | undefined {
  const brackets = bracketed.exec(text)
  // What most titles are.
  if (!brackets && !bareNumber.test(text) && !theFirst.test(text)) return undefined
  const own = lazy(() => nounsOf(part))
  const counts = (noun: string): boolean => isCountable(noun) || own().has(singularOf(noun))
  if (brackets) {
    const inside = brackets[1]!
    const [phrase, another] = countPhrases(inside, counts)
    const offset = brackets.index + 1
    if (phrase && !another && phrase.start === 0 && phrase.end === inside.length)
      return { ...phrase, start: offset, end: offset + phrase.end }
  }
  const bare = bareNumber.exec(text)
  const noun = bare ? lastWord(text.slice(0, bare.index)) : undefined
  if (bare && noun && counts(noun.text) && Number(bare[1]) > 1)
    return { number: Number(bare[1]), noun: noun.text, start: noun.start, end: text.lastIndexOf(')') + 1 }
  const [phrase] = countPhrases(text, counts)
  return phrase && isWholeTitle(phrase, text) ? phrase : undefined
}

function lastWord(text: string): { text: string; start: number } | undefined {
  const trimmed = trimChars(text, '', '*_ ')
  const last = trimmed.split(/[^\p{L}]/u).at(-1)!
  return last.length < 3 || last.length > 30 ? undefined : { text: last, start: trimmed.length - last.length }
}

/** "## 3 Risks" is the third section, or there are three; "Rules for six roles" are more. */
function isWholeTitle({ start, end }: Span, text: string): boolean {
  return (
    !/^\d/.test(text.slice(start)) &&
    /^[*_#\s]{0,8}the[*_\s]{1,4}$/i.test(text.slice(0, start)) &&
    /^[*_#\s]{0,8}$/.test(text.slice(end))
  )
}

/** What the tables and titles below a title are of, by their own words. */
function nounsOf(part: Part): ReadonlySet<string> {
  const heads = part.blocks.flatMap(block =>
    block.type === 'table' ? (block.children[0]?.children ?? []).map(cell => normalise(textOf(cell))) : []
  )
  return new Set([...heads, ...part.children.flatMap(({ ordinal }) => (ordinal?.word ? [ordinal.word] : []))])
}
