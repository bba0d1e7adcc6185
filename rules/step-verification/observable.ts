import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { textOf } from '../../src/outline/nodes.ts'

/** What a sentence says that tells how a result shows. */
const told =
  /\b(?:acceptance|accepted (?:when|once|if)|observ(?:e|ed|able)|verif(?:y|ied|iable)|demonstrat(?:e|es|ed)|prov(?:e|es|en)|proof|expect(?:ed|s)?|(?:can|should|will|must) (?:now |then )?(?:be )?seen?|tests? (?:now |all |must |should )*(?:pass(?:es)?|succeeds?))\b/i

/** Says a unit in prose what can be observed once it is done? Where a command is not needed, that will do. */
export function saysObservable({ span }: Unit, plan: Plan): boolean {
  return plan.content.paragraphs(span).some(paragraph => told.test(textOf(paragraph)))
}
