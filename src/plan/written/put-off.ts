/** Boxes that are no work left though they are open: their author put them off, wants them in a certain case, or chose another one. */
import type { Node } from 'mdast'
import { coverOf, firstAt } from '../../outline/cover.ts'
import { startOf } from '../../outline/nodes.ts'
import type { Checkbox, Part } from '../../outline/types.ts'
import type { FieldSpec } from '../../profiles/schema.ts'
import { onceEach } from '../../util/once.ts'
import type { Plan } from '../bind-types.ts'

/** What its author put off is no contradiction. */
const words =
  /[⏳🔜🚧⏭⏸❌]|\b(?:optional|deferred|postponed|skipped|later|future|follow-?ups?|backlog|moved|descoped|stretch|next|remaining|out of scope|won'?t)\b/iu
/** Of a task these tell aside or in front, and are else what it is about: "Add a page for future stays". */
const unsure =
  /(?<![([–—-] ?)\b(?:later|future|moved(?! to)|next(?! (?:release|version|sprint|phase|plan|iteration))|remaining)\b(?!:| ?[)\]–—])/giu
/** Of titles alone: what is done in a certain case, or what is copied elsewhere and ticked there. */
const notNow =
  /^(?:roll-?backs?|back-?out|contingency)\b|\b(?:roll-?back (?:plan|checklist|procedure|steps)|only if|(?:if|when|as|where) (?:needed|necessary|required|applicable)|not part of|nice to have|(?:pr|pull request|merge request|issue|commit) (?:template|description|body|text))\b/iu
/** As a title that is work, and left. */
const undone = /^(?:the )?remaining\b/iu
/** What a title says aside: "Phase 3: Search (deferred)", "Phase 3: Search — later". */
const aside = /[([–—]|\s-\s|[⏳🔜🚧⏭⏸❌]/u

/** Does a title put off what stands below it? One that is numbered names work, and puts it off only where it says so aside. */
function putsOff({ title, ordinal }: Part): boolean {
  const said = ordinal ? title.slice(Math.max(0, title.search(aside))) : title
  const isWork = ordinal !== undefined && !aside.test(title)
  return !isWork && !undone.test(said) && (words.test(said) || notNow.test(said))
}

const choice = /\b(?:decisions?|decided|options?|alternatives?|choices?|choose|chosen|pick|select)\b/iu
const option = /^[*_`]{0,3}(?:option|alternative|variant|choice)\b/iu

/** Open boxes that are surely work that is left: nothing in them speaks of being put off. */
export function openBoxes(plan: Plan, start: number, end: number): Checkbox[] {
  return plan.content
    .checkboxes({ start, end })
    .filter(box => box.state === 'open' && !box.odd && !words.test(box.text.replace(unsure, ' ')) && isLeft(box, plan))
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

/** What is said in brackets, behind a dash, or in front of a colon. */
const asides = /[([]([^()[\]]{1,80})[)\]]|\s[–—-]\s(.{1,80})|^([^:]{1,20}):/gu
const beginsPutOff =
  /^(?:(?:is|was|are|were|now|to be|will be|has been) )?(?:optional|deferred|postponed|skipped|later|future|follow-?ups?|backlog|moved|descoped|stretch|next|out of scope|won'?t)\b/iu

/** Emoji say so wherever they stand, and these words behind a comma. */
const saysPutOff = /[⏳🔜🚧⏭⏸❌]|, (?:deferred|postponed|skipped|moved|descoped|won'?t)\b/iu

/** Does a line say aside that what it tells is put off? */
export function isSetAside(text: string): boolean {
  if (saysPutOff.test(text)) return true
  return [...text.matchAll(asides)].some(([, ...said]) => said.some(each => beginsPutOff.test(each?.trim() ?? '')))
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
    if (above && choice.test(above.title)) found.set(list, 'any')
    else if (option.test(box.text)) found.set(list, 'options')
  }
  return found
})
