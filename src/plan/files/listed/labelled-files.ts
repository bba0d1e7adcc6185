/** Files behind an action label in the text of work, where no field lists them: "- Modify: `a.ts`". */
import type { ListItem } from 'mdast'
import type { Span } from '../../../outline/types.ts'
import type { Plan } from '../../bind-types.ts'
import { orderedFiles, type Ordered } from './ordered-files.ts'
import { fieldMention, setAside, type FileMention, type Origin } from '../mention.ts'

/** Adds those that none of the mentions read before names on the same line. What gets another name is said with its old one, elsewhere. */
export function addLabelledFiles(origin: Origin, span: Span, plan: Plan, into: FileMention[]): void {
  const ordered = orderedFiles({ span }, plan).filter(({ by, kind }) => by === 'label' && kind !== 'renamed')
  if (ordered.length === 0) return
  const known = new Set(into.map(({ path, place }) => `${place.start.line} ${path}`))
  for (const each of ordered) {
    const { path, place, isWhole } = each
    // "Remove: `a.ts` import" is about a part of it, and "Update: what a.ts says" about something else.
    if (known.has(`${place.start.line} ${path}`) || !isWhole) continue
    const mention = fieldMention(origin, each, { label: '', files: true })
    into.push(isDone(each, plan) ? setAside(mention, { kind: 'done' }) : mention)
  }
}

/** A box that is ticked while the plan goes on says that it is done already. */
function isDone({ place: { start } }: Ordered, plan: Plan): boolean {
  if (plan.state === 'done') return false
  const item = plan.content.items({ start: 0, end: start.offset }).at(-1) as ListItem | undefined
  return item?.checked === true && item.position!.end.offset! > start.offset
}
