import type { Place } from '../../src/types.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { quote } from '../../src/outline/text.ts'
import type { Id } from './id.ts'
import { bodySpan } from '../../src/plan/bind.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { allKeysOf } from '../../src/plan/fields.ts'
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
  /** Branches that are there where the one that is meant is absent. */
  instead?: BoundSection[]
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
  const instead = options.flatMap(({ branch, box: own }) => (own !== box && branch?.part ? [branch] : []))
  const absent = defects.filter(defect => defect.kind !== 'other')
  return absent.length > 0
    ? absent.map(defect => (defect.kind === 'absent' ? { ...defect, instead } : defect))
    : defects
}

/**
 * Branches that are there although the ticked box leads elsewhere: nothing else is said of them. Where the branch that is meant is absent, the one that stands
 * in its place is not held to what its title would ask for.
 */
export function strayBranches(plan: Plan): Set<BoundSection> {
  return new Set(
    plan.allSections.flatMap(section =>
      branchDefects(section, plan).flatMap(({ kind, branch, instead = [] }) =>
        kind === 'other' && branch ? [branch] : instead
      )
    )
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
  for (const { kind, place, count, branch, box, instead } of branchDefects(section, plan)) {
    const other = instead?.[0]?.part
    const related = [
      ...(box ? [{ place: box.place, message: 'Ticked here' }] : []),
      ...(other ? [{ place: other.place, message: 'The other branch is here' }] : [])
    ]
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
        help: helpFor(branch, kind, instead?.[0], plan),
        related
      }
  }
}

function helpFor(
  branch: BoundSection,
  kind: BranchDefect['kind'],
  other: BoundSection | undefined,
  plan: Plan
): string {
  const { title } = branch.spec
  if (kind !== 'absent') return `Fill the branch in${labelsOf(branch)}, or tick the other box`
  if (!other?.part) return `Add a section "${title}"${labelsOf(branch)}, or tick the other box`
  const name = `"${other.part.title}"`
  return holdsFieldsOf(branch, other, plan)
    ? `Write "${title}" in the title of ${name}, which has its fields`
    : `Tick the other box, or write a section "${title}"${labelsOf(branch)} in place of ${name}`
}

/** Stands below one branch's title what another one asks for? */
function holdsFieldsOf({ spec: { fields = [] } }: BoundSection, { part }: BoundSection, plan: Plan): boolean {
  const labels = allKeysOf(fields)
  return plan.content.parts(part!.span, part).some(({ key }) => labels.has(key))
}

/** The labels that a branch must have, if any. */
function labelsOf({ spec: { fields = [] } }: BoundSection): string {
  const labels = fields.filter(({ required }) => required === true).map(({ label }) => `**${label}**`)
  return labels.length > 0 ? ` with ${labels.join(', ')}` : ''
}
