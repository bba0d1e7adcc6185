import { exemptions, isObscured } from '../../src/checks/expect.ts'
import { hasUntoldWork } from '../../src/checks/bare-units.ts'
import { onceEach } from '../../src/util/once.ts'
import type { BoundField, Plan, Unit } from '../../src/plan/bind-types.ts'
import type { FileMention, MentionRole } from '../../src/plan/files/mention.ts'
import { filesOf } from '../../src/plan/files/mentions.ts'
import { namesFiles } from '../../src/profiles/fields.ts'
import { PathIndex } from '../../src/files/paths.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'

/** What a plan says of files in one role, without what was left of the template. */
export interface Side {
  mentions: readonly FileMention[]
  /** Those that are no folders. */
  listed: readonly FileMention[]
  globs: readonly FileMention[]
}

/** The sides of a plan, each read once: a role is compared with several others. */
export function sidesOf(plan: Plan): (role: MentionRole) => Side {
  const files = filesOf(plan)
  const known = new Map<MentionRole, Side>()
  return role => {
    let side = known.get(role)
    if (!side) known.set(role, (side = readSide(files.by(role).filter(mention => !isLeftover(mention, plan)))))
    return side
  }
}

function readSide(mentions: readonly FileMention[]): Side {
  return {
    mentions,
    listed: mentions.filter(mention => mention.kind !== 'directory'),
    globs: mentions.filter(mention => mention.kind === 'glob')
  }
}

/** Does a plan say of a role that there are no files, in every field that would name them? */
export function saysNone(role: MentionRole, plan: Plan): boolean {
  const fields = fieldsOf(role, plan).filter(({ spec, state }) => namesFiles(spec) && state !== 'missing')
  return fields.length > 0 && fields.every(({ state }) => state === 'negative')
}

/** Are all steps of a kind that names no files, as those that wait for a person are? Then a file that stands elsewhere is in none of them. */
export function hasOnlyIdleUnits(role: MentionRole, plan: Plan): boolean {
  const units = role === 'steps' ? unitsOf(role, plan) : []
  return units.length > 0 && units.every(unit => isIdle(unit))
}

function isIdle(unit: Unit): boolean {
  const own = unit.fields.filter(({ spec }) => namesFiles(spec) && spec.required === true)
  const exempt = exemptions(unit)
  return own.length > 0 && own.every(({ spec, state }) => state === 'missing' && exempt.includes(spec.label))
}

function fieldsOf(role: MentionRole, plan: Plan): readonly BoundField[] {
  if (role === 'header') return plan.metadata
  if (role === 'steps' || role === 'commits') return unitsOf(role, plan).flatMap(({ fields }) => fields)
  const own = plan.allSections.filter(({ spec }) => spec.files === role)
  return own.flatMap(({ fields, units }) => [...fields, ...units.flatMap(unit => unit.fields)])
}

/** The mentions of a side by their paths, and by what their files were called before. */
export const mentionsByPath: (side: Side) => PathIndex<FileMention> = onceEach(({ mentions }) => {
  const index = new PathIndex<FileMention>()
  for (const mention of mentions) {
    index.add(mention.path, mention)
    const old = mention.written?.from
    if (old !== undefined) index.add(old, mention)
  }
  return index
})

/** The units that name the files of a role. */
export function unitsOf(role: MentionRole, plan: Plan): Unit[] {
  return plan.units(role === 'commits' ? 'commit' : role === 'roadmap' ? 'phase' : 'step')
}

/** Every word of the steps that may be the last name of a file, in lower case. */
export function namesInSteps(role: MentionRole, plan: Plan): { has(name: string): boolean } {
  let names: Set<string> | undefined
  // Most plans miss no file, and then the words are not needed.
  return { has: name => (names ??= readNames(role, plan)).has(name) }
}

function readNames(role: MentionRole, plan: Plan): Set<string> {
  const names = new Set<string>()
  for (const { span } of unitsOf(role, plan)) {
    for (const word of plan.content
      .own(span)
      .toLowerCase()
      .split(/[^\p{L}\p{N}._@+-]+/u))
      names.add(word).add(word.replace(/^[.-]|[.-]$/g, ''))
  }
  return names
}

/** Does a commit lack its files, has the map an empty list, or does a broken fence hide some? Then nobody can tell which files are missing there. */
export function owesFiles(role: MentionRole, plan: Plan): boolean {
  if (plan.allSections.some(({ spec, part }) => part && spec.files === role && isObscured(part.span, plan))) return true
  if (role === 'map')
    return plan.allSections.some(
      section => section.spec.files === role && section.fields.some(field => isOwed(field) && field.state === 'empty')
    )
  if (role === 'commits' && unitsOf(role, plan).some(unit => unit.fields.some(isOwed))) return true
  if (role === 'roadmap' && unitsOf(role, plan).some(unit => owesRoadmap(unit, plan))) return true
  // Of a task that lost a tag nobody knows what it touches.
  if (plan.outline.tagFaults.length > 0) return true
  return (role === 'commits' || role === 'steps' || role === 'roadmap') && hasUntoldWork(plan)
}

/** Is there a step that should name its files, and names none? A file listed only in the front matter may belong to such a step, so it is not reported. */
export function lackFiles(plan: Plan): boolean {
  return plan
    .units('step')
    .some(unit =>
      unit.fields.some(
        field => isOwed(field) && !exemptions(unit).includes(field.spec.label) && field.spec.required === true
      )
    )
}

/** Are a phase's files still to be said, or said without their paths? */
function owesRoadmap({ fields }: Unit, plan: Plan): boolean {
  const own = fields.filter(({ spec }) => namesFiles(spec))
  return own.length > 0 && (own.every(isOwed) || own.some(field => isWithoutPath(field, plan)))
}

/** Does a field name its files by other words than their paths? Of that another rule speaks. */
function isWithoutPath({ spec, state, span }: BoundField, plan: Plan): boolean {
  return (
    namesFiles(spec) &&
    state === 'filled' &&
    span !== undefined &&
    !filesOf(plan).mentions.some(({ place: { start } }) => start.offset >= span.start && start.offset < span.end)
  )
}

function isOwed({ spec, state }: BoundField): boolean {
  return namesFiles(spec) && (state === 'missing' || state === 'empty')
}

/** A path of the template is no file: that it was left is said elsewhere. */
function isLeftover({ place }: FileMention, plan: Plan): boolean {
  return hasLeftover({ start: place.start.offset, end: place.start.offset + 1 }, plan)
}
