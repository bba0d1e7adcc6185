import { isSettled } from '../outline/checkboxes.ts'
import { isLeftAlone } from '../files/change-vocabulary.ts'
import type { PlanSummary } from '../types.ts'
import type { Plan, Unit } from './bind-types.ts'
import { stepsOf } from './steps.ts'
import { filesOf } from './files/mentions.ts'
import { oldPath } from './files/claims.ts'
import { countQuestions } from './questions.ts'

/** How far a plan is, as plain data. */
export function summarise(plan: Plan): PlanSummary {
  const { checkboxes } = plan.outline
  const isOptional = ({ lead }: Unit): boolean => lead?.markers['optional'] !== undefined
  const all = stepsOf(plan)
  const steps = all.filter(unit => !isOptional(unit)).map(unit => plan.content.checkboxes(unit.span))
  const optional = all.filter(isOptional)
  const stories = plan.units('story').length
  const tracked = steps.filter(boxes => boxes.length > 0)
  return {
    title: plan.title?.title ?? null,
    state: plan.state ?? null,
    steps: {
      total: steps.length,
      tracked: tracked.length,
      done: tracked.filter(boxes => boxes.every(isSettled)).length,
      ...(optional.length > 0
        ? { optional: { total: optional.length, done: optional.filter(({ box }) => box?.state === 'done').length } }
        : {})
    },
    ...(stories > 0 ? { stories } : {}),
    boxes: {
      total: checkboxes.filter(box => box.state !== 'dropped').length,
      done: checkboxes.filter(box => box.state === 'done').length
    },
    questions: countQuestions(plan),
    changes: changesOf(plan),
    ...(plan.profile.set ? { set: [plan.profile.name, ...Object.keys(plan.profile.set)] } : {})
  }
}

/** The files that the plan says it changes, each once, with its first mark; what is renamed changes under both names. */
function changesOf(plan: Plan): PlanSummary['changes'] {
  const marks = new Map<string, string>()
  const add = (path: string, mark: string): void => {
    if (!marks.has(path)) marks.set(path, mark)
  }
  for (const { path, kind, mark, written } of filesOf(plan).mentions) {
    if (kind !== 'file' || mark === undefined || mark === 'unknown' || isLeftAlone(mark)) continue
    add(path, mark)
    if (written?.from !== undefined) add(oldPath(path, written.from), mark)
  }
  return [...marks].map(([path, mark]) => ({ path, mark }))
}
