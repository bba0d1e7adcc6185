/** How far a plan is, by the value of its status and by its boxes. */
import { isSettled } from '../outline/checkboxes.ts'
import type { Plan } from './bind-types.ts'
import { statusOf } from '../profiles/status.ts'
import { normalise } from '../outline/text.ts'
import { states } from '../profiles/states.ts'

export function readStatus(plan: Plan): void {
  const status = statusOf(plan.profile)
  const field = status && plan.metadata.find(({ spec }) => spec === status.spec)
  if (field?.part && field.text !== '') {
    const state = stateOf(field.text, status!.states)
    plan.status = { field, value: field.text.split('\n', 1)[0]!.trim(), known: state !== undefined }
    if (state) plan.state = state
  }
  for (const { spec, part, span } of plan.allSections) {
    if (!part || spec.checklist?.means === undefined) continue
    const boxes = plan.content.checkboxes(span)
    if (boxes.length > 0 && boxes.every(isSettled)) plan.state = spec.checklist.means
  }
}

/** The state of a status value: the value alone, whatever follows it in parentheses or after a dash, emoji aside. Several values say nothing. */
export function stateOf(text: string, values: Readonly<Record<string, string>>): Plan['state'] {
  const written = normalise(text.split('\n', 1)[0]!.replace(/[_]/g, ' '))
  const hits = Object.keys(values).filter(value => {
    const key = normalise(value.replace(/[_]/g, ' '))
    return written.startsWith(key) && !/^[\p{L}\p{N}]/u.test(written.slice(key.length))
  })
  const found = hits.sort((a, b) => b.length - a.length)[0]
  const others = Object.keys(values).filter(
    value => value !== found && written.includes(normalise(value.replace(/[_]/g, ' ')))
  )
  if (found === undefined || (others.length > 0 && /[|/]/.test(text))) return undefined
  const state = values[found] as Plan['state']
  return state && states.includes(state) ? state : undefined
}
