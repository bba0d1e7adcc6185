/** Plans that no profile recognises: what they are taken for. */
import { isMostly } from './detect.ts'
import type { Match } from './detect.ts'
import { isUsualPlace } from './places.ts'
import { hasSteps, holdsNoWork, saysNothing } from './plan-like.ts'
import type { PlanSigns } from './plan-like.ts'
import type { Selection } from './select.ts'
import type { Outline } from '../outline/types.ts'

/** Text of so few paragraphs is no plan in prose. */
const fewestParagraphs = 3

/**
 * What is judged without a template is near to a profile with so many of its marks, one of them a mark that few documents have; with two of these under the
 * profile's own names it is meant, and so it is with one where so much of the document is the profile's: that is what is left of such a plan.
 */
const bounds = { found: 4, meant: 2 }

/** A plan without a template that is to be told of. */
interface TakenFor {
  /** What it is near to; without it, nothing in the plan can be carried out. */
  match?: Match
  isError: boolean
}

const withoutTemplate = 'judged without a template'

/** What is said of a plan for which no template was found. */
export function untemplatedNote({ signs }: PlanSigns): string {
  return `${withoutTemplate} (${signs.join(', ') || 'by its place'}): no section is demanded`
}

/** Does a note only say that nobody knows the plan's template? */
export function isUntemplatedNote(note: string): boolean {
  return note.startsWith(withoutTemplate)
}

/** What a plan is taken for that is judged without a template, and should not look as if it had passed. */
export function takenFor(
  outline: Outline,
  { certainty, planLike, detection }: Pick<Selection, 'certainty' | 'planLike' | 'detection'>,
  path: string | undefined
): TakenFor | undefined {
  if (certainty !== 'generic') return undefined
  const nearest = nearestOf(detection?.matches ?? [], outline)
  // Files of a set need no work in them: a design has none.
  const isPlan = path === undefined || !planLike?.isPlaced || isUsualPlace(path)
  // A plan in prose is at least something to read.
  if (planLike?.isPlaced && saysNothing(outline)) return { isError: outline.nodes.paragraphs.length < fewestParagraphs }
  if (nearest && isMeant(nearest, outline)) return { match: nearest, isError: true }
  if (nearest && isNear(nearest)) return { match: nearest, isError: false }
  return isPlan && nearest && isMostOf(outline, nearest) && holdsNoWork(outline) ? { isError: true } : undefined
}

/** The profile that the document is what is left of, by its units and all of its headings; else the one that has most of its marks. */
function nearestOf(matches: readonly Match[], outline: Outline): Match | undefined {
  const [first] = matches
  if (!first || isMeant(first, outline)) return first
  return matches.find(match => match.hasUnits && match.telling > 0 && isMostly(match)) ?? first
}

/**
 * With so much of a profile, a document is what is left of such a plan, or one that is nearly finished. One with sections of its own, whose steps alone carry
 * a profile's labels, is a plan of another kind.
 */
function isMeant(match: Match, outline: Outline): boolean {
  const { telling, own, hasUnits } = match
  return own >= bounds.meant || (telling > 0 && isMostOf(outline, match) && (hasUnits || !hasSteps(outline)))
}

function isNear({ found, telling }: Match): boolean {
  return telling > 0 && found.length >= bounds.found
}

/** Are nearly all of a document's headings those of a profile, or has it none? */
function isMostOf({ parts }: Outline, match: Match): boolean {
  return isMostly(match) || !parts.some(({ form, level }) => form === 'heading' && level > 1)
}
