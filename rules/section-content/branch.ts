import type { Place } from '../../src/types.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { quote } from '../../src/outline/text.ts'
import type { Id } from './id.ts'
import { bodySpan } from '../../src/plan/bind.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { leftoversOf } from '../../src/plan/leftovers/placeholders.ts'
import { normalise } from '../../src/outline/text.ts'
import type { Checkbox } from '../../src/outline/types.ts'

/** What is wrong with a choice between two ways through a plan and the sections they lead to. */
interface BranchDefect {
  kind: 'none' | 'many' | 'absent' | 'unfilled' | 'other'
  place: Place
  /** How many boxes are ticked. */
  count: number
  /** The branch that is meant, and the box that leads to it (or away from it). */
  branch?: BoundSection
  box?: Checkbox
}

/** Compares the ticked box of a choice with the branches: exactly one is ticked, its branch is filled in, the others are not. */
export function branchDefects(section: BoundSection, plan: Plan): BranchDefect[] {
  const { choice } = section.spec
  if (!choice || !section.part) return []
  const boxes = plan.content.checkboxes(bodySpan(section))
  const options = Object.entries(choice).map(([branch, texts]) => ({
    branch: plan.section(branch),
    box: boxes.find(box => texts.some(text => isOption(box, text)))
  }))
  const ticked = options.filter(option => option.box?.state === 'done')
  const count = ticked.length
  if (count === 0)
    return [{ kind: 'none', place: options.find(option => option.box)?.box!.place ?? section.part.place, count }]
  if (count > 1) return [{ kind: 'many', place: ticked[1]!.box!.place, count, box: ticked[0]!.box! }]
  const box = ticked[0]!.box!
  const defects = options.flatMap(option => checkBranch(option.branch, option.box === box, box, plan))
  const absent = defects.filter(defect => defect.kind !== 'other')
  return absent.length > 0 ? absent : defects
}

/** Branches that are filled in although the ticked box leads elsewhere: nothing else is said of them. */
export function strayBranches(plan: Plan): Set<BoundSection> {
  return new Set(
    plan.allSections
      .flatMap(section => branchDefects(section, plan))
      .flatMap(({ kind, branch }) => (kind === 'other' && branch ? [branch] : []))
  )
}

function isOption(box: Checkbox, text: string): boolean {
  return normalise(box.text).startsWith(normalise(text))
}

function checkBranch(branch: BoundSection | undefined, chosen: boolean, box: Checkbox, plan: Plan): BranchDefect[] {
  if (!branch) return []
  const filled = branch.part !== undefined && branch.state === 'filled'
  if (chosen && !filled)
    return [
      { kind: branch.part ? 'unfilled' : 'absent', place: branch.part?.place ?? box.place, count: 1, branch, box }
    ]
  if (chosen || !filled || saysNothing(branch, plan)) return []
  return [{ kind: 'other', place: branch.part!.place, count: 1, branch, box }]
}

/** Nothing but the template's own text: that is reported for itself. */
function saysNothing(branch: BoundSection, plan: Plan): boolean {
  const body = bodySpan(branch)
  return (
    leftoversOf(plan).some(
      ({ kind, place }) => kind !== 'sentence' && place.start.offset >= body.start && place.start.offset < body.end
    ) || branch.fields.every(field => field.state !== 'filled' && field.fields.every(inner => inner.state !== 'filled'))
  )
}

/** The branch that a section's ticked box leads to, and the others. */
export function* checkBranches(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const { title } = section.spec
  for (const { kind, place, count, branch, box } of branchDefects(section, plan)) {
    const related = box ? [{ place: box.place, message: 'Ticked here' }] : []
    if (!branch)
      yield { message: 'choice', data: { title, count }, at: place, help: 'Tick the one that applies', related }
    else if (kind === 'other')
      yield {
        message: 'otherBranch',
        data: { branch: branch.part!.title, text: quote(box!.text) },
        at: place,
        help: 'Take the branch out, or tick the other box',
        related
      }
    else
      yield {
        message: 'branch',
        data: { what: kind === 'absent' ? 'Missing' : 'Empty', branch: branch.part?.title ?? branch.spec.title },
        at: place,
        help: `${kind === 'absent' ? `Add a section "${branch.spec.title}"` : 'Fill the branch in'}${labelsOf(branch)}, or tick the other box`,
        related
      }
  }
}

/** The labels that a branch must have, if any. */
function labelsOf({ spec: { fields = [] } }: BoundSection): string {
  const labels = fields.filter(({ required }) => required === true).map(({ label }) => `**${label}**`)
  return labels.length > 0 ? ` with ${labels.join(', ')}` : ''
}
