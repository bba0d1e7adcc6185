import type { Outline } from '../outline/types.ts'
import { normalise, trimChars, withoutQualifier } from '../outline/text.ts'
import type { Profile } from '../profiles/schema.ts'

/**
 * Is a document about plans of a kind, rather than one: does it hold their rules, by its title or by a heading that nothing but rules have?
 *
 * @returns how that shows, in a few words without a final period
 */
export function aboutSign({ parts }: Outline, profiles: readonly Profile[]): string | undefined {
  const headings = parts.filter(({ form }) => form === 'heading')
  if (headings.length === 0) return undefined
  const titles = headings.filter(({ level }) => level === 1).map(({ title }) => nameOf(title))
  const names = new Set(headings.map(({ title }) => nameOf(title)))
  const told = profiles.find(({ detect: { not: { title = [], sections = [] } = {} } = {} }) => {
    const ends = title.map(normalise)
    return (
      titles.some(name => ends.some(end => name === end || name.endsWith(` ${end}`))) ||
      sections.some(section => names.has(normalise(section)))
    )
  })
  return told && `the rules of ${told.title}s, not one of them`
}

/** "Codex Execution Plans (ExecPlans):" is "codex execution plans". */
function nameOf(title: string): string {
  return normalise(withoutQualifier(trimChars(title, '', ' :：')))
}
