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
    // What the status says counts: that the boxes say another thing is told.
    if (!part || spec.checklist?.means === undefined || plan.status?.known) continue
    const boxes = plan.content.checkboxes(span)
    if (boxes.length > 0 && boxes.every(isSettled)) plan.state = spec.checklist.means
  }
}

/** Is a plan at the status that plans begin with, the first that means "draft"? Others that count as a draft, such as "on hold", come later. */
export function isUnbegun({ status, profile }: Plan): boolean {
  const first = Object.entries(statusOf(profile)?.states ?? {}).find(([, state]) => state === 'draft')
  return status !== undefined && first !== undefined && normalise(status.value) === normalise(first[0])
}

/** What is left of the whole: "Complete except for docs", "Done (backend only)", "Completed, phase 3 pending". */
const rest =
  /\b(?:except(?:ing|ion)?|but|besides|apart from|aside from|other than|pending|remain(?:s|ing)?|partial(?:ly)?|partly|in part|outstanding|unfinished|not yet|still (?:to|open|missing)|(?:parts?|phases?|steps?|stages?|milestones?|tasks?) [\p{L}\p{N}]{1,4}(?: ?(?:[-–,&+]|and|to) ?[\p{L}\p{N}]{1,4})? only|only (?:parts?|phases?|steps?|stages?|milestones?|tasks?))|\bonly(?=\)|$)/iu
/** That nothing is left: "nothing pending", "no remaining work". */
const nothingLeft =
  /\b(?:no|none|nothing|zero|0|without(?: any)?)(?: (?:is|are|was|were|work|tasks?|items?|issues?|steps?|phases?|open|still))? (?:pending|remain(?:s|ing)?|outstanding|unfinished)\b/giu

/**
 * The state of a status value: the value alone, whatever follows it in parentheses or after a dash, emoji aside. Several values say nothing, nor does one that
 * is true of a part alone: a plan is not done while some of it is open.
 */
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
  if (state === 'done' && rest.test(written.slice(normalise(found).length).replace(nothingLeft, ' '))) return undefined
  return state && states.includes(state) ? state : undefined
}
