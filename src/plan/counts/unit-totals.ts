/** Counts that a plan states of all its steps, phases or tasks: "Total: 12 tasks in 4 phases". */
import type { Paragraph, TableCell } from 'mdast'
import type { Plan } from '../bind-types.ts'
import { spanOf, textOf } from '../../outline/nodes.ts'
import type { Part } from '../../outline/types.ts'
import type { Place } from '../../types.ts'
import { isTotal } from './held.ts'
import { singularOf } from '../../util/plural.ts'
import { countPhrases, saysNumber } from './phrases.ts'
import type { SaidCount } from './said.ts'
import { saidCount, unmarked } from './said.ts'

/** A count of a kind of units, and the titles that have its word. */
interface UnitTotal extends SaidCount {
  found: number
  /** Other counts that are as good: each number once, the outermost alone. */
  others: readonly number[]
  /** The last one that there is. */
  last: Place
}

/** Most sentences don't speak of the plan, which is quickly seen: without `u`, which makes it fifteen times as slow. */
const planNamed = /\b(?:this|the) [*_`]{0,3}(?:plan|roadmap|implementation|migration|refactor|rollout|work)/i
/** The plan as the subject of a sentence, up to the count. */
const wholePlan =
  /\b(?:this|the) (?:plan|roadmap|implementation|migration|refactoring|refactor|rollout|work) (?:now )?(?:has|contains|comprises|covers|defines|spans|proceeds in|is (?:split|divided|organi[sz]ed|broken(?: down)?|structured) (?:into|in)|consists of)(?: the)?(?: following)?\s*$/iu

/** What a plan says of how many units it has, where titles count with that word. */
export function unitTotals(plan: Plan): UnitTotal[] {
  const byWord = unitsByWord(plan)
  if (byWord.size === 0) return []
  const counts = (noun: string): boolean => byWord.has(singularOf(noun))
  return sentencesOf(plan).flatMap(node => {
    const span = spanOf(node)
    const text = plan.content.own(span)
    if (!saysNumber(text)) return []
    // Rows and paragraphs that begin with "Total" speak of the whole plan; others may.
    const isWhole = node.type === 'tableCell' || isTotal(textOf(node))
    if (!isWhole && !planNamed.test(text)) return []
    return countPhrases(text, counts).flatMap(phrase => {
      if (!isWhole && !wholePlan.test(unmarked(text.slice(0, phrase.start)))) return []
      const units = byWord.get(singularOf(phrase.noun))!
      return [{ ...saidCount(span, phrase, plan.outline), ...countOf(units, span.start) }]
    })
  })
}

/** A total at the end of a phase may be of the phase. */
function countOf(units: readonly Part[], at: number): Pick<UnitTotal, 'found' | 'others' | 'last'> {
  const holders = new Set(units.flatMap(({ parent }) => (parent && isIn(parent, at) ? [parent] : [])))
  return {
    found: units.length,
    others: [
      ...[...holders].map(holder => units.filter(({ place }) => isIn(holder, place.start.offset)).length),
      new Set(units.map(({ ordinal }) => ordinal!.raw)).size,
      units.filter(({ ordinal }) => ordinal!.numbers.length === 1).length
    ],
    last: units.at(-1)!.place
  }
}

function isIn({ span }: Part, offset: number): boolean {
  return span.start <= offset && offset < span.end
}

function unitsByWord({ outline }: Plan): Map<string, Part[]> {
  const found = new Map<string, Part[]>()
  for (const part of outline.parts) {
    const word = part.ordinal?.word
    if (word === undefined || (part.form !== 'heading' && part.form !== 'bold' && part.form !== 'box')) continue
    found.set(word, [...(found.get(word) ?? []), part])
  }
  for (const [word, units] of found)
    if (units.length < 2 || units.some(({ ordinal, struck }) => struck || ordinal!.until !== undefined))
      found.delete(word)
  return found
}

/** Paragraphs, and the cells of rows that sum up the others. */
function sentencesOf({ content, outline }: Plan): (Paragraph | TableCell)[] {
  const all = { start: 0, end: outline.source.length }
  const rows = content.tables(all).flatMap(table => table.children.slice(1))
  return [
    ...content.paragraphs(all),
    ...rows.filter(row => isTotal(textOf(row.children[0] ?? row))).flatMap(row => row.children)
  ]
}
