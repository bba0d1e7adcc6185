import { lackingContent, lackingEntries } from '../../src/checks/demands/unit-demands.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Demand } from '../../src/profiles/schema.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { lackWords } from './content.ts'
import { allHelp, entryHelp, entryWords } from './entries.ts'

/**
 * What a unit lacks of the content that its profile demands, and what the entries of its lists do not say.
 *
 * @param isTold Of a demand that the rule speaks of itself.
 */
export function* checkContent(
  unit: Unit,
  title: string,
  plan: Plan,
  isTold: (demand: Demand) => boolean = () => false
): Iterable<Problem<'lacks'>> {
  const own = { name: unit.spec.role, title }
  const at = unit.part.place
  for (const { demand, found, ...weight } of lackingContent(unit, plan)) {
    if (isTold(demand)) continue
    const { data, help } = lackWords(demand, found)
    yield { message: 'lacks', data: { ...own, ...data }, at, help, ...weight }
  }
  for (const { defect, ...weight } of lackingEntries(unit, plan)) {
    if (defect.kind === 'dates')
      yield { message: 'lacks', data: { ...own, want: 'dates' }, at, help: allHelp(defect.each), ...weight }
    else if (defect.kind === 'lacks') {
      const { data, help } = lackWords(defect.demand, defect.found)
      yield { message: 'lacks', data: { ...own, ...data }, at, help, ...weight }
    } else {
      const { each, text, isRow, place } = defect
      const entry = { want: entryWords[each].name, name: isRow ? 'row' : 'item', title: text }
      // Of entries there may be more than units: each is told by itself.
      yield { message: 'lacks', data: { ...entry, entry: 1 }, at: place, help: entryHelp(each, isRow), ...weight }
    }
  }
}
