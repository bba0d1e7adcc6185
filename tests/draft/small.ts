/** A template in a few lines: its profile, what was guessed, and what it tells of a plan. */
import type { SectionSpec } from '../../src/profiles/schema.ts'
import { draft, told } from './drafting.ts'

const rest = '\n## Reason\n\n{why}\n\n## Way\n\n{how}\n'
const filled = '\n## Reason\n\nShips wait for hours.\n\n## Way\n\nA second quay.\n'

/** Messages about a plan by a template, both with two more sections that are right. */
export function toldOf(template: string, plan: string): string[] {
  return told(`# Harbour\n\n${plan}${filled}`, draft(`# {name}\n\n${template}${rest}`).profile).map(
    ({ message }) => message
  )
}

/** What is made of a section of a template, and what was guessed. */
export function sectionOf(body: string): { section: SectionSpec; guesses: readonly string[] } {
  const { profile, guesses } = draft(`# {name}\n\n## Own\n\n${body}${rest}`)
  return { section: profile.sections[0]!, guesses }
}
