/** Boxes that are no work left though they are open: their author put them off, wants them in a certain case, or chose another one. */
import type { Node } from 'mdast'
import { coverOf, firstAt } from '../../outline/cover.ts'
import { startOf } from '../../outline/nodes.ts'
import type { Checkbox } from '../../outline/types.ts'
import type { FieldSpec } from '../../profiles/schema.ts'
import { onceEach } from '../../util/once.ts'
import { titlesChoice } from '../asides/choices.ts'
import { isSetAside, mayBePutOff, putsOff } from '../asides/put-off.ts'
import type { Plan } from '../bind-types.ts'

const option = /^[*_`]{0,3}(?:option|alternative|variant|choice)\b/iu

/** Open boxes that are surely work that is left: nothing in them speaks of being put off. */
export function openBoxes(plan: Plan, start: number, end: number): Checkbox[] {
  return plan.content
    .checkboxes({ start, end })
    .filter(box => box.state === 'open' && !box.odd && !mayBePutOff(box.text) && isLeft(box, plan))
}

/** Is an open box work that is left? "Optional flags are documented" is; "Document the flags (optional)" is not. */
export function isLeft(box: Checkbox, plan: Plan): boolean {
  return !isSetAside(box.text) && !apart(plan)(box.start) && !answered(plan)(box.start) && !isOtherChoice(box, plan)
}

/** Boxes that the profile knows for answers, as those of a section's plain field are, of which one is ticked: the others are what was not chosen. */
const answered: (plan: Plan) => (offset: number) => boolean = onceEach(plan => {
  const choices = [
    ...plan.allSections.filter(({ spec, part }) => part && spec.choice).map(({ span }) => span),
    ...plan.allSections.flatMap(({ fields }) =>
      fields.flatMap(({ spec, span }) => (isAnswer(spec) && span ? [span] : []))
    )
  ].sort((a, b) => a.start - b.start)
  return coverOf(choices.filter(span => plan.content.checkboxes(span).some(({ state }) => state === 'done')))
})

function isAnswer({ kind, checklist, units }: FieldSpec): boolean {
  return kind === 'choice' || (kind === undefined && !checklist && !units)
}

/** Where titles put off what stands below them; that of the whole plan says what it is about. */
const apart: (plan: Plan) => (offset: number) => boolean = onceEach(plan =>
  coverOf(
    plan.outline.parts
      .filter(
        part =>
          (part.form === 'heading' || part.form === 'bold' || part.form === 'label') &&
          part !== plan.title &&
          putsOff(part)
      )
      .map(({ span }) => span)
  )
)

/** Of options in one list another one is ticked. */
function isOtherChoice({ node, text }: Checkbox, plan: Plan): boolean {
  const list = plan.outline.nodes.parents.get(node)
  const taken = list && choicesOf(plan).get(list)
  return taken !== undefined && (taken === 'any' || option.test(text))
}

/** Lists of options of which one is ticked: all that stands in them is an option, or what says so itself. */
const choicesOf = onceEach(({ outline: { checkboxes, nodes, parts } }: Plan): ReadonlyMap<Node, 'any' | 'options'> => {
  const titles = parts.filter(({ form }) => form === 'heading' || form === 'bold' || form === 'label')
  const starts = titles.map(({ span }) => span.start)
  const found = new Map<Node, 'any' | 'options'>()
  for (const box of checkboxes) {
    const list = box.state === 'done' ? nodes.parents.get(box.node) : undefined
    if (list?.type !== 'list' || found.get(list) === 'any') continue
    const above = titles[firstAt(starts, startOf(list)) - 1]
    if (above && titlesChoice.test(above.title)) found.set(list, 'any')
    else if (option.test(box.text)) found.set(list, 'options')
  }
  return found
})
