import type { Part } from '../../outline/types.ts'
import type { Plan } from '../../plan/bind-types.ts'
import { referencesTo } from './references.ts'

/** What a section is called where a text names it by its number. */
const words = ['section', 'sect', 'chapter', 'heading', 'part', 'point']

/**
 * May the text mean a section by one of these numbers: "Sections 2 and 4", "see 4 below", "4.1"? Who gives a section another number can't know which is meant
 * then: this section, or the one that should have the number.
 *
 * @param numbers as they are written: "4", "2.1"
 */
export function mayNameSection(numbers: readonly string[], plan: Plan): boolean {
  const sections = plan.allSections.flatMap(({ part }) => (part?.ordinal ? [{ part }] : []))
  const { named, unread } = referencesTo(words, sections, plan)
  const whole = new Set(numbers.map(Number))
  return [...named, ...unread].some(({ number }) => whole.has(number)) || hasDotted(numbers, sections, plan)
}

/** Is a number, or that of a part of it, written with points, elsewhere than in the sections' own titles? */
function hasDotted(
  numbers: readonly string[],
  sections: readonly { part: Part }[],
  { outline: { source } }: Plan
): boolean {
  const titles = sections.map(({ part: { place } }) => place)
  const isTitle = (at: number): boolean => titles.some(({ start, end }) => start.offset <= at && at < end.offset)
  return [...source.matchAll(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){1,3}(?![\w-])/g)].some(
    ({ 0: found, index }) =>
      numbers.some(number => found === number || found.startsWith(`${number}.`)) && !isTitle(index)
  )
}
