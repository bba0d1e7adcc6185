/** However the heading of one unit is written, it is a unit as the others are: none falls silent. */
import { describe, expect, test } from 'vitest'
import { validPlans } from '../profiles/mutate.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import { titlesOf } from '../../src/plan/sections/near-titles.ts'
import { planBy } from './own-plan.ts'
import type { Unit } from '../../src/plan/bind-types.ts'

const kinds = ['step', 'item', 'phase', 'commit']

/** Other ways to write a heading of a level, from its number and what it is called. */
const ways: Record<string, (level: number, number: string, name: string, word: string) => string> = {
  'one level up': (level, number, name, word) => `${'#'.repeat(level - 1)} ${word}${number}: ${name}`,
  'one level down': (level, number, name, word) => `${'#'.repeat(level + 1)} ${word}${number}: ${name}`,
  'by number alone': (level, number, name) => `${'#'.repeat(level)} ${number}. ${name}`,
  'by another word': (level, number, name) => `${'#'.repeat(level)} Part ${number}: ${name}`,
  'by no number': (level, _, name) => `${'#'.repeat(level)} ${name}`,
  'with the number in words': (level, _, name, word) => `${'#'.repeat(level)} ${word}two: ${name}`
}

const headingOf = ({ part }: Unit): boolean => part.form === 'heading' && part.level > 2

const cases = builtinProfiles.flatMap(profile =>
  Object.entries(validPlans(profile.name)).flatMap(([name, text]) => {
    const plan = planBy(profile, text)
    const kind = kinds.find(each => plan.units(each).filter(headingOf).length > 1)
    const units = kind === undefined ? [] : plan.units(kind).filter(headingOf)
    const [, second] = units
    // What has no labels of its own is told by its number alone.
    // A holder of another name is known by the numbers below it, which change here.
    const { part, spec } = second?.section ?? {}
    if (!second || !part || !spec || (part.form !== 'document' && !titlesOf(spec).includes(part.key))) return []
    if (!second.part.ordinal || second.fields.filter(field => field.state === 'filled').length < 2) return []
    return Object.keys(ways).map(way => ({ of: `${profile.name}/${name}`, profile, text, kind: kind!, second, way }))
  })
)

describe('a unit is one', () => {
  test.each(cases.map(each => [`${each.of} ${each.way}`, each] as const))('%s', (_, each) => {
    const { profile, text, kind, second, way } = each
    const { place, level, ordinal } = second.part
    const word = ordinal!.word === undefined ? '' : `${text.slice(place.start.offset).match(/[A-Za-z]+/)![0]} `
    const heading = ways[way]!(level, ordinal!.raw, ordinal!.rest, word)
    const changed = text.slice(0, place.start.offset) + heading + text.slice(place.end.offset)
    const names = (of: string): string[] =>
      planBy(profile, of)
        .units(kind)
        .map(unit => unit.name)
    expect(names(changed).length, names(changed).join(' | ')).toBe(names(text).length)
  })

  test('of several profiles', () => {
    expect(new Set(cases.map(({ profile }) => profile.name)).size).toBeGreaterThanOrEqual(3)
  })
})
