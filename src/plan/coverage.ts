import type { BoundField, Plan, Unit } from './bind-types.ts'
import type { FileMention, MentionRole } from './mentions.ts'
import { hasLeftover } from './placeholders.ts'

/** The units that name the files of a role. */
function unitsOf(role: MentionRole, plan: Plan): Unit[] {
  return plan.units(role === 'commits' ? 'commit' : role === 'roadmap' ? 'phase' : 'step')
}

/** Every word of the steps that may be the last name of a file, in lower case. */
export function namesInSteps(role: MentionRole, plan: Plan): { has(name: string): boolean } {
  let names: Set<string> | undefined
  // Most plans miss no file, and then the words are not needed.
  return { has: name => (names ??= readNames(role, plan)).has(name) }
}

function readNames(role: MentionRole, plan: Plan): Set<string> {
  const words = unitsOf(role, plan).flatMap(unit => plan.outline.source.slice(unit.span.start, unit.span.end).toLowerCase().split(/[^\p{L}\p{N}._@+-]+/u))
  return new Set(words.flatMap(word => [word, word.replace(/^[.-]|[.-]$/g, '')]))
}

/** Does a commit lack its files, or has the map an empty list? Then nobody can tell which files are missing there. */
export function owesFiles(role: MentionRole, plan: Plan): boolean {
  if (role === 'map') return plan.allSections.some(section => section.spec.files === role && section.fields.some(field => isOwed(field) && field.state === 'empty'))
  return role === 'commits' && unitsOf(role, plan).some(unit => unit.fields.some(isOwed))
}

function isOwed({ spec, state }: BoundField): boolean {
  return spec.paths === true && (state === 'missing' || state === 'empty')
}

/** A path of the template is no file: that it was left is said elsewhere. */
export function isLeftover({ place }: FileMention, plan: Plan): boolean {
  return hasLeftover({ start: place.start.offset, end: place.start.offset + 1 }, plan)
}
