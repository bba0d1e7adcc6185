/** Items by another name: what their section's title calls them, or what headings are called. */
import { describe, expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

const item = (title: string, objective: string): string =>
  `### ${title}\n\n*Objective:* ${objective}\n\n*What's needed:*\n- A line\n\n*Where it's needed:* \`src/a.js\`\n\n*Definition of done:* \`node --test\` passes.\n\n`

/** Is the third of two items renumbered by itself? */
function isSafe(text: string, section = 'Immediate priorities', name = '3. Log'): boolean {
  const plan = `# Relay plan\n\nThe relay (September 17, 2025) waits.\n\n## ${section}\n\n${item('1. Timeout', 'Close it.')}${item(name, text)}`
  const { findings } = lintText(plan, { forced: 'backlog-plan' })
  return findings.find(({ rule }) => rule === 'step-sequence')!.fixes![0]!.safe
}

describe('the number may be the item’s: the fix is only offered', () => {
  test.each([
    'See priority 3.',
    'Priority 3 is last.',
    'It waits for priorities 1 and 3.',
    'See priority three.',
    'See section 3.',
    'See section-3.',
    'See sections 1 to 3.',
    'See heading 3.',
    'See chapter 3.',
    'Ticket 3 waits.',
    'See bug 3.',
    'Issue 3 first.',
    'Round 3 is last.'
  ])('%s', text => expect(isSafe(text)).toBe(false))

  test('what the section calls them, though it is a word for something else', () => {
    expect(isSafe('See release 3.', 'Next releases')).toBe(false)
    expect(isSafe('See option 3.', 'Near-term options')).toBe(false)
  })
})

describe('what is surely something else holds nothing back', () => {
  test.each([
    'It answers on port 3.',
    'It runs on Node 3.',
    'It takes 3 hours.',
    'Level 3 is the loudest.',
    'See figure 3.',
    'It goes to S3.',
    'Exit code 3 means busy.',
    'See release 3.',
    'The next three weeks are free.'
  ])('%s', text => expect(isSafe(text)).toBe(true))
})
