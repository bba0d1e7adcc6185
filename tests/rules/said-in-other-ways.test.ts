/** Titles, numbers, labels and tables that say in another way what a dialect asks for, and what is near to them and does not. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

/** What some rules say of a plan. */
function told(profile: string, rules: readonly string[], text: string): string[] {
  return lintText(text, { forced: profile, path: 'a-plan.md', now: Date.parse('2026-06-15') })
    .findings.filter(({ rule }) => rules.includes(rule))
    .map(({ message }) => message)
}

describe('a title that says how far it is', () => {
  const missing = (title: string): string[] =>
    told('task-plan', ['required-sections'], `# Gauge Plan\n\n${title}\n\n- [x] It reads litres\n`).filter(message =>
      message.includes('Success Criteria')
    )

  it.each(['✅ ACHIEVED', '✔️ all of them met', '⏳ two to go', '🚧 BEGUN', '— reached'])('by %s', mark => {
    expect(missing(`## Success Criteria ${mark}`)).toEqual([])
  })

  it('begins with its name', () => {
    expect(missing('## Aims ✅ ACHIEVED')).toHaveLength(1)
  })
})
