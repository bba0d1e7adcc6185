/** By which words a text may mean units: their own, and what else somebody may call them. */
import { normalise } from '../../outline/text.ts'
import type { Part } from '../../outline/types.ts'
import type { Plan } from '../../plan/bind-types.ts'
import { allUnits } from '../../plan/every.ts'

/** What is numbered: a unit, a section. */
export interface Numbered {
  readonly part: Part
}

/** What other files may call units that are numbered, besides what the plan itself does, their language's word among it. */
const anywhere =
  'step phase stage task milestone commit item part story checkpoint sprint iteration point entry backlog wp number no nr section chapter schritt etape étape paso passo stap steg krok trin adim adım шаг этап фаза βήμα 步骤 步驟 ステップ 단계'.split(
    ' '
  )

/** Words by which another file may mean units: all but those that something else in the plan is counted by. */
export function foreignStepWords(plan: Plan, units: readonly Numbered[], own: ReadonlySet<string>): string[] {
  const others = countingWords(plan, own)
  return [...new Set([...namesFor(plan, units, own, others), ...anywhere.filter(word => !others.has(word))])]
}

/** The words that parts of the plan are counted by, besides some, lower case. */
export function countingWords(plan: Plan, own: ReadonlySet<string>): Set<string> {
  // A label counts nothing; a box does where the profile has such units: "- [ ] **Step 1: Write the test**".
  const counting = [
    ...plan.outline.parts.filter(({ form }) => form !== 'label'),
    ...allUnits(plan).map(({ part }) => part)
  ]
  return new Set(counting.flatMap(({ ordinal }) => ordinal?.word ?? []).filter(word => !own.has(word)))
}

/**
 * The words that units are meant by in the plan's text, lower case.
 *
 * @param own Those that stand before their numbers, and plurals.
 * @param others Those that something else is counted by.
 */
export function namesFor(
  plan: Plan,
  units: readonly Numbered[],
  own: ReadonlySet<string>,
  others: ReadonlySet<string>
): Set<string> {
  return new Set([...own, ...otherNames(plan, units).filter(word => !others.has(word.replace(/s$/, '')))])
}

/** What a heading that has a number and no word is called: by its place, or as work that waits. */
const callings =
  'section sections chapter chapters heading headings priority priorities issue issues ticket tickets bug round rank'.split(
    ' '
  )

/** By which words a text may mean the units besides their own: those for headings that have none, and what their section's title calls them ("Priorities"). */
function otherNames({ allSections }: Plan, units: readonly Numbered[]): string[] {
  const own = new Set(units.map(({ part }) => part))
  const isWorded = units.some(({ part: { ordinal } }) => ordinal?.word !== undefined)
  const titles = allSections.flatMap(section =>
    section.part && section.units.some(({ part }) => own.has(part)) ? section.part.title : []
  )
  const plurals = titles.flatMap(title => normalise(title).match(/(?<!\p{L})\p{L}{3,40}s(?!\p{L})/gu) ?? [])
  const said = plurals.flatMap(word => [word, word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')])
  return isWorded ? said : [...said, ...callings]
}
