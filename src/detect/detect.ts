import { once } from '../util/once.ts'
import { textOf } from '../outline/nodes.ts'
import { normalise } from '../outline/text.ts'
import { namesOf, shortNamesOf } from '../outline/title.ts'
import type { Outline } from '../outline/types.ts'
import type { Profile } from '../profiles/schema.ts'

/** How well one profile fits a document, and why. */
export interface Match {
  profile: string
  /** 0…1: the weight of the marks found, of all that the profile looks for. */
  score: number
  found: string[]
  lacking: string[]
  /** Enough to take the document for a plan of this kind. */
  firm: boolean
}

/** All profiles, best first. */
export interface Detection {
  matches: Match[]
  best?: Match
}

const defaultThreshold = 0.5

/** Scores a document against every profile by its headings and labels, never by its name. */
export function detect(outline: Outline, profiles: readonly Profile[]): Detection {
  const headings = new Set<string>()
  const labels = new Set<string>()
  for (const part of outline.parts) {
    const keys = part.form === 'heading' ? headings : labels
    for (const name of namesOf(part)) keys.add(name)
    for (const name of shortNamesOf(part)) keys.add(name)
  }
  for (const table of outline.nodes.tables)
    for (const row of table.children) {
      const first = row.children[0]
      if (first && row.children.length > 1) labels.add(normalise(textOf(first).slice(0, 80)))
    }
  const title = outline.parts.find(part => part.form === 'heading' && part.level === 1)?.key ?? ''
  const matches = profiles
    .map(profile => score(profile, headings, labels, title))
    .sort((a, b) => Number(b.firm) - Number(a.firm) || b.score - a.score)
  const best = matches[0]
  return { matches, ...(best?.firm ? { best } : {}) }
}

/** A name that a profile looks for, and what it is worth. */
interface Mark {
  name: string
  key: string
  worth: number
}

const marksOf = once(
  ({ detect: { headings, labels, title } }: Profile): Record<'headings' | 'labels' | 'title', readonly Mark[]> => {
    const read = (names: Record<string, number> = {}): Mark[] =>
      Object.entries(names).map(([name, worth]) => ({ name, key: normalise(name), worth }))
    return { headings: read(headings), labels: read(labels), title: read(title) }
  }
)

function score(profile: Profile, headings: Set<string>, labels: Set<string>, title: string): Match {
  const marks = marksOf(profile)
  const { need = 1, threshold = defaultThreshold } = profile.detect
  const found: string[] = []
  const lacking: string[] = []
  let weight = 0
  let total = 0
  const look = (wanted: readonly Mark[], has: (key: string) => boolean): void => {
    for (const { name, key, worth } of wanted) {
      total += worth
      if (has(key)) {
        weight += worth
        found.push(name)
      } else lacking.push(name)
    }
  }
  look(marks.headings, key => headings.has(key) || labels.has(key))
  look(marks.labels, key => labels.has(key) || headings.has(key))
  look(marks.title, key => title.includes(key))
  const value = total === 0 ? 0 : weight / total
  return {
    profile: profile.name,
    score: Math.round(value * 100) / 100,
    found,
    lacking,
    firm: value >= threshold && found.length >= need
  }
}
