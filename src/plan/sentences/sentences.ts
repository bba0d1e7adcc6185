import type { Demand, UnitSpec } from '../../profiles/schema.ts'
import { bodySpan } from '../bind.ts'
import type { BoundSection, Plan, Unit } from '../bind-types.ts'
import { allUnits } from '../every.ts'
import { ownSpans } from '../units/ids.ts'
import { spanOf } from '../../outline/nodes.ts'
import { replaceSpans } from '../../outline/replace-spans.ts'
import { trimChars } from '../../outline/text.ts'
import { lazy } from '../../util/lazy.ts'
import { isEnglish, wordsOfText } from './english.ts'

/**
 * What the profile says a unit's text is: normative, so that one of the words says how much it binds ("SHALL", "MUST"), or a scenario, which has each of
 * them ("When", "Then").
 */
type SentenceKind = 'normative' | 'scenario'

/** A sentence that the profile asks for words in. */
export interface Sentence {
  unit: Unit
  demand: Demand
  /** Of the words that the profile names, those that are not there. */
  lacks: readonly string[]
}

/**
 * English sentences of a kind, in document order: words of one language say nothing of a text in another. Of units with identifiers, those without are none.
 */
export function* sentencesOf(plan: Plan, kind: SentenceKind): Iterable<Sentence> {
  for (const unit of allUnits(plan)) {
    const demand = unit.spec.content?.find(each => each.kind === kind)
    // Where a profile names no words, none is lacking.
    if (
      !demand?.words?.length ||
      (unit.spec.id &&
        unit.spec.id.from !== 'position' &&
        unit.spec.id.from !== 'number' &&
        unit.lead?.id === undefined)
    )
      continue
    const text = kind === 'normative' && unit.part.form === 'heading' ? bodyOf(unit, plan) : ownText(unit, plan, kind)
    const lacks = text === '' ? undefined : lackingWords(demand, text)
    if (lacks) yield { unit, demand, lacks }
  }
}

/** What a unit says itself; the steps of a scenario may stand in a fence ("```gherkin"). */
function ownText(unit: Unit, { content }: Plan, kind: SentenceKind): string {
  const fences = kind === 'scenario' ? content.fences(unit.span) : []
  return ownSpans(unit)
    .map(span => {
      const own = fences.map(spanOf).filter(({ start, end }) => start >= span.start && end <= span.end)
      return replaceSpans(content.said(span), own, fence => trimChars(fence.replace(/^.*/, ''), '', '`~'), span.start)
    })
    .join(' ')
}

/** What a unit with a heading says itself: the text up to the next heading, code aside. */
export function bodyOf({ part, span }: Unit, { content, outline }: Plan): string {
  const start = part.place.end.offset
  const next = outline.parts.find(each => each.form === 'heading' && each.span.start >= start)
  const own = { start, end: Math.min(span.end, next?.span.start ?? span.end) }
  return replaceSpans(content.said(own), content.fences(own).map(spanOf), () => '', own.start).trim()
}

/** The words of a demand that a text does not have; undefined where it is not English. */
export function lackingWords({ words = [] }: Demand, text: string): readonly string[] | undefined {
  if (!isEnglish(text)) return undefined
  const written = lazy(() => ` ${(text.match(/\p{L}+/gu) ?? []).join(' ')} `)
  const said = lazy(() => ` ${wordsOfText(text).join(' ')} `)
  const isSaid = (word: string): boolean =>
    isInCapitals(word) ? written().includes(` ${word} `) : said().includes(` ${word.toLowerCase()} `)
  return words.filter(word => !word.split('/').some(isSaid))
}

/** "SHALL" is a word that binds where it is written so. */
function isInCapitals(word: string): boolean {
  return /\p{Lu}/u.test(word) && word === word.toUpperCase()
}

/** Of words that do equally ("SHALL/shall"), the first is the one to write. */
export function firstOf(words: string): string {
  return words.split('/', 1)[0]!
}

/** A section that the profile asks for words in, as a story is told: "As a …, so that …". */
interface Story {
  section: BoundSection
  demand: Demand
  lacks: readonly string[]
}

/** English sections that begin as the profile says they go on: those in other words are free. */
export function* storiesOf(plan: Plan): Iterable<Story> {
  for (const section of plan.allSections) {
    const demand = section.state === 'filled' && section.spec.content?.find(({ kind }) => kind === 'scenario')
    if (!demand) continue
    const lacks = lackingWords(demand, plan.content.said(bodySpan(section)))
    if (lacks && demand.words?.[0] !== undefined && !lacks.includes(demand.words[0])) yield { section, demand, lacks }
  }
}

/** Does the profile ask for sentences of a kind? */
export function asksFor({ content }: UnitSpec, kind: SentenceKind): boolean {
  return content?.some(demand => demand.kind === kind) ?? false
}
