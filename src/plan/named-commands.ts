/** Commands that a plan lists once by what they are for, and then calls by that name: "| Typecheck | `npm run typecheck` |". */
import { spanOf, textOf } from '../outline/nodes.ts'
import { countWords, plainWords } from '../outline/text.ts'
import { onceEach } from '../util/once.ts'
import { bodySpan } from './bind.ts'
import type { Plan } from './bind-types.ts'
import { titlesOf } from './sections/near-titles.ts'

/** What the commands are for that tables of sections about the whole plan list, and what those sections are called; normalised. */
const namesOf = onceEach((plan: Plan): { purposes: readonly string[]; titles: readonly string[] } => {
  const sections = plan.allSections.filter(({ spec, state }) => spec.verification && state === 'filled')
  const purposes = sections.flatMap(section =>
    plan.content.tables(bodySpan(section)).flatMap(({ children: [, ...rows] }) =>
      rows.flatMap(({ children: [name, ...cells] }) => {
        const holdsCommand = cells.some(cell => plan.content.has('inlineCode', spanOf(cell)))
        return name && holdsCommand ? [plainWords(textOf(name))] : []
      })
    )
  )
  return {
    purposes: purposes.filter(name => name.length > 3),
    titles: sections.flatMap(({ spec }) => titlesOf(spec)).map(plainWords)
  }
})

/** Does a text tell to run what the plan lists: by what it is for, or by the section that lists it? A single word may mean anything, but for what is run. */
export function namesCommands(text: string, plan: Plan): boolean {
  const { purposes, titles } = namesOf(plan)
  if (purposes.length === 0) return false
  const said = ` ${plainWords(text)} `
  const isRun = /\b(?:re-?)?run\b|\bexecute\b/.test(said)
  return (
    titles.some(title => countWords(title) > 1 && said.includes(title)) ||
    purposes.some(name => (isRun || countWords(name) > 1) && said.includes(` ${name} `))
  )
}
