import type { Rule } from '../lint/rule.ts'
import { folder, planFileNames, endings, exceptions } from '../detect/places.ts'
import { table } from './markdown.ts'
import type { Profile } from '../profiles/schema.ts'
import { severityIn } from './gen-pages.ts'

/** Rules with what they demand, linked from `folder`. */
export function ruleTable(rules: readonly Rule[], folder: string): string {
  return table(
    ['Rule', 'Demands', 'Severity'],
    rules.map(rule => [`[\`${rule.id}\`](${folder}${rule.id}.md)`, rule.summary, rule.optIn ? 'off' : rule.severity])
  )
}

/** Rules × profiles. */
export function severityTable(rules: readonly Rule[], profiles: readonly Profile[]): string {
  return table(
    ['Rule', ...profiles.map(profile => `\`${profile.name}\``)],
    rules.map(rule => [
      `\`${rule.id}\``,
      ...profiles.map(profile => severityIn(rule, profile).replace('nothing to check', '–'))
    ])
  )
}

/** Profiles with what they are for. */
export function profileTable(profiles: readonly Profile[]): string {
  return table(
    ['Profile', 'For', 'Usual places'],
    profiles.map(profile => [
      `\`${profile.name}\``,
      profile.summary,
      (profile.paths ?? []).map(path => `\`${path}\``).join(' ')
    ])
  )
}

/** Where plans are looked for. */
export function placesTable(profiles: readonly Profile[]): string {
  const globs = profiles.flatMap(({ paths = [] }) => paths.filter(path => !path.startsWith('!')))
  const list = (words: readonly string[]): string => words.map(word => `\`${word}\``).join(' ')
  return table(
    ['What', 'Where'],
    [
      ['Usual places', list([...planFileNames, ...endings.map(ending => `*${ending}`), `${folder}/**/*.md`])],
      ['but not', list(exceptions)],
      ['Places of profiles', list([...new Set(globs)])]
    ]
  )
}
