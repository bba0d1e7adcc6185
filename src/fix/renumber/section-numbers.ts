import { coverOf } from '../../outline/cover.ts'
import type { Plan } from '../../plan/bind-types.ts'
import { onceEach } from '../../util/once.ts'
import { referencesTo } from './references.ts'

/** What a section is called where a text names it by its number. */
const words = ['section', 'sect', 'chapter', 'heading', 'part', 'point']

/** What other files call one, too. */
export const foreignSectionWords: readonly string[] = [...words, 'item', 'number', 'no', 'nr', 'abschnitt', 'kapitel']

/**
 * May the text mean a section by one of these numbers: "Sections 2 and 4", "see 4 below", "4.1"? Who gives a section another number can't know which is meant
 * then: this section, or the one that should have the number.
 *
 * @param numbers as they are written: "4", "2.1"
 */
export function mayNameSection(numbers: readonly string[], plan: Plan): boolean {
  const { whole, dotted } = numbersSaid(plan)
  return numbers.some(
    number => whole.has(Number(number)) || dotted.some(each => each === number || each.startsWith(`${number}.`))
  )
}

/** The numbers in the text that may be a section's: whole ones, and those written with points, elsewhere than in the sections' own titles. Read once per plan. */
const numbersSaid: (plan: Plan) => { whole: ReadonlySet<number>; dotted: readonly string[] } = onceEach(plan => {
  const sections = plan.allSections.flatMap(({ part }) => (part?.ordinal ? [{ part }] : []))
  const { named, unread } = referencesTo(words, sections, plan)
  const isTitle = coverOf(
    // What begins where a title does is its own number.
    sections.map(({ part: { place } }) => ({ start: place.start.offset - 1, end: place.end.offset }))
  )
  const found = plan.outline.source.matchAll(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){1,3}(?![\w-])/g)
  return {
    whole: new Set([...named, ...unread].map(({ number }) => number)),
    dotted: [...found].flatMap(({ 0: number, index }) => (isTitle(index) ? [] : [number]))
  }
})
