import type { Outline } from '../outline/types.ts'
import type { Profile } from '../profiles/schema.ts'
import { once } from '../util/once.ts'
import type { Match } from './detect.ts'
import { detect, isMostly } from './detect.ts'
import { liesAt, liesAtOwn } from './places.ts'
import { draftMarks } from './profile-marks.ts'
import type { Signed } from './signature.ts'
import { hasSignature, signaturesOf } from './signature.ts'

/** The profile of what is like a plan, and of no known kind. */
export const genericName = 'generic'

/** What is left of a document whose profile is known by a signature. */
interface Remains {
  /** The profile that is nearly sure to be its own. */
  remains?: Signed
  /** Those that are near enough to be named. */
  nearer: readonly Match[]
}

const signedAmong: (profiles: readonly Profile[]) => readonly Profile[] = once(profiles =>
  profiles.filter(hasSignature)
)

/**
 * Profiles with signatures, where none is whole enough: their units tell them though all that stood above these is gone; and so do sections at their place,
 * where the document has nearly no others.
 *
 * @param near those of which a signature lacks a single mark
 */
export function remainsOf(
  outline: Outline,
  profiles: readonly Profile[],
  near: ReadonlySet<string>,
  path: string | undefined
): Remains {
  const { matches } = detect(outline, signedAmong(profiles), path)
  const of = ({ profile }: Match): Profile => profiles.find(({ name }) => name === profile)!
  const isPlaced = (match: Match): boolean => path !== undefined && liesAt(path, of(match).paths)
  const shaped = matches.filter(match => match.hasUnits && hasOwnUnits(of(match), profiles))
  // Where plans of all kinds lie, everyday words and labels are those of any.
  const isOwn = (match: Match): boolean => path !== undefined && liesAtOwn(path, of(match).paths)
  const placed = matches.filter(
    match => isMostly(match) && isPlaced(match) && (match.telling > 0 || (match.found.length > 0 && isOwn(match)))
  )
  const best = placed[0] ?? (shaped.length === 1 ? shaped[0] : undefined)
  return {
    nearer: matches.filter(match => near.has(match.profile) || (isMostly(match) && isKnownByContent(of(match)))),
    ...(best
      ? { remains: { profile: of(best), certainty: isWhole(best) ? 'certain' : 'likely', score: best.score } }
      : {})
  }
}

/** All that the profile is known by is there, though nothing stands below it: its kind is not in doubt. */
const isWhole = ({ score }: Match): boolean => score >= 0.995

/** Where a place is all that a profile is known by, its sections are everybody's. */
function isKnownByContent(profile: Profile): boolean {
  return signaturesOf(profile).some(({ paths }) => !paths)
}

/** The steps of a profile that goes on from the one without a template are those of any plan. */
function hasOwnUnits(profile: Profile, profiles: readonly Profile[]): boolean {
  const generic = profiles.find(({ name }) => name === genericName)
  const everybodys = new Set(generic ? unitNames(generic) : [])
  return unitNames(profile).some(name => !everybodys.has(name))
}

const unitNames: (profile: Profile) => readonly string[] = once(profile =>
  draftMarks(profile).units.map(({ name }) => name)
)
