import { filesOf } from '../../src/plan/files/mentions.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** Files of which a step does not say what becomes of them, where as many say it: tools that carry it out have to guess. */
export function* checkActions(plan: Plan): Iterable<Problem<'action'>> {
  const files = filesOf(plan).mentions.filter(
    ({ unit, isUnsaid, mark, isWritten }) => unit && actionsOf(unit) && (isUnsaid || mark || isWritten)
  )
  const unsaid = files.filter(({ isUnsaid }) => isUnsaid)
  if (unsaid.length * 2 > files.length) return
  for (const { path, place, unit } of unsaid)
    yield {
      message: 'action',
      data: { path, name: unit!.spec.role, title: unit!.part.title },
      at: place,
      help: `Begin the line with what is done to it: ${wordsOf(unit!).join(', ')}`,
      severity: 'warning'
    }
}

/** What a profile that demands the files of a unit has as words for what is done to them. */
function actionsOf({ spec }: Unit): Record<string, unknown> | undefined {
  const field = spec.fields?.find(({ files, required }) => typeof files === 'object' && required)
  return field?.files as Record<string, unknown> | undefined
}

/** Of each kind the first word that its field knows: "Create:", "Modify:". */
function wordsOf(unit: Unit): string[] {
  const words = Object.entries(actionsOf(unit)!)
  const firsts = words.filter(([, kind], index) => words.findIndex(([, other]) => other === kind) === index)
  return firsts.map(([word]) => `"${word}:"`)
}
