import type { Outline } from '../outline/types.ts'
import type { Profile } from '../profiles/schema.ts'
import type { Evidence } from './evidence.ts'
import { readEvidence, withSlips } from './evidence.ts'
import type { MarkIndex } from './marks.ts'
import { marksOf } from './marks.ts'
import { liesAt } from './places.ts'

/** How well one profile fits a document, and why. */
export interface Match {
  profile: string
  /** 0…1: what the marks found tell, of what all of the profile's tell. */
  score: number
  /** Marks that are there, as the profile calls them. */
  found: string[]
  /** Sections and fields that it demands and that are not there. */
  lacking: string[]
  /** Marks among those found that few documents have. */
  telling: number
  /** Those of them that stand under the profile's own name: an alias is a word that plans of other kinds have, too. */
  own: number
  /** Several of its units carry labels that its units have together. */
  hasUnits: boolean
  /** 0…1: the share of the document's headings that the profile knows. */
  known: number
  /** 0…1: the share of them that are, or stand in, one that the profile knows. */
  within: number
}

/** How sure it is that a document is a plan of some profile; `generic`: it is like a plan, and of none that is known. */
export type Certainty = 'certain' | 'likely' | 'generic'

/** All profiles, best first. */
export interface Detection {
  matches: Match[]
  /** The profile that is to judge, if one is. */
  best?: Match
  certainty?: Certainty
}

/** Found by measuring: docs/recognition.md says how, and what else was tried. */
const bounds = {
  /** The profile's marks are there, one that few documents have among them; or nearly all, where they are everyday words: `untold`. */
  certain: { score: 0.4, lead: 1.5, untold: 0.7 },
  /** Little of the profile is there, but what is there is nearly all the profile's. */
  whole: { score: 0.25, telling: 5, lead: 3, known: 0.6 },
  /** Clearly nearest. `known`: with a single telling mark, so much of the document is the profile's. */
  likely: { score: 0.15, telling: 2, lead: 1.5, found: 4, known: 0.6 },
  /** From this score on misspelt titles and places may decide. */
  doubtful: 0.1,
  /** What a usual place of the profile makes of a score. */
  place: 1.2
}

/**
 * Scores a document against every profile by its headings, labels and units; a usual place strengthens what they say, and says nothing by itself.
 *
 * @param path of the document, if it has one
 */
export function detect(outline: Outline, profiles: readonly Profile[], path?: string): Detection {
  const index = marksOf(profiles)
  const evidence = readEvidence(outline, index)
  const first = rank(profiles, index, evidence, path)
  const [nearest] = first.matches
  if (first.certainty === 'certain' || !nearest || nearest.score < bounds.doubtful) return first
  const at = profiles.findIndex(({ name }) => name === nearest.profile)
  return rank(profiles, index, withSlips(evidence, index, at), path)
}

function rank(profiles: readonly Profile[], index: MarkIndex, evidence: Evidence, path: string | undefined): Detection {
  const matches = profiles
    .map((profile, at) => score(profile, at, index, evidence, path))
    .sort((a, b) => b.score - a.score)
  const best = matches[0]
  const certainty = best && certaintyOf(best, matches[1]?.score ?? 0, profiles)
  return { matches, ...(certainty ? { best, certainty } : {}) }
}

function score(
  profile: Profile,
  at: number,
  index: MarkIndex,
  { found, headings }: Evidence,
  path: string | undefined
): Match {
  const { marks, total } = index.profiles[at]!
  let weight = 0
  let telling = 0
  let own = 0
  const names: string[] = []
  for (const [mark, { worth, isTelling, isOwn }] of found) {
    if (mark.profile !== at) continue
    weight += worth
    names.push(mark.name)
    if (isTelling) telling++
    if (isTelling && isOwn) own++
  }
  const share = total === 0 ? 0 : weight / total
  const isDoubtful = share >= bounds.doubtful && share < bounds.certain.score
  const isPlaced = path !== undefined && liesAt(path, profile.paths)
  const placed = isDoubtful && isPlaced ? share * bounds.place : share
  // Who says no more of its documents than where they lie says a lot with that.
  if (isPlaced && profile.detect === undefined && names.length > 0) telling++
  return {
    profile: profile.name,
    score: Math.round(Math.min(1, placed) * 100) / 100,
    found: names,
    lacking: marks.filter(mark => mark.isDemanded && !found.has(mark)).map(({ name }) => name),
    telling,
    own,
    hasUnits: [...found.keys()].some(mark => mark.profile === at && mark.form === 'units'),
    known: headings.all === 0 ? 0 : headings.known[at]! / headings.all,
    within: headings.all === 0 ? 0 : headings.within[at]! / headings.all
  }
}

function certaintyOf(best: Match, second: number, profiles: readonly Profile[]): Certainty | undefined {
  const { certain, whole, likely } = bounds
  const { certain: own, min: need = 1 } = profiles.find(({ name }) => name === best.profile)!.detect ?? {}
  const threshold = typeof own === 'number' ? own : certain.score
  const { score: value, telling, known } = best
  const found = best.found.length
  const leads = (by: number): boolean => value >= by * second
  if (value >= threshold && found >= need && (telling > 0 || value >= certain.untold) && leads(certain.lead))
    return 'certain'
  if (
    value >= Math.min(threshold, whole.score) &&
    telling >= whole.telling &&
    known >= whole.known &&
    leads(whole.lead)
  )
    return 'certain'
  const isTold = telling >= likely.telling || (telling > 0 && known >= likely.known)
  return value >= likely.score && found >= Math.max(need, likely.found) && isTold && leads(likely.lead)
    ? 'likely'
    : undefined
}

/** Are most of a document's headings the profile's, or in its sections? */
export function isMostly({ within }: Match): boolean {
  return within >= bounds.likely.known
}
