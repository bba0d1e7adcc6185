/** A section gets another number unseen only where nothing may mean it, or the other, by number. */
import { expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

const plan = (said: string): string =>
  `# P\n\n## 1. Executive Summary\n\n${said}\n\n## 4. Codebase Context\n\nx\n\n## 3. Architecture Decisions\n`

const isSafe = (said: string): boolean | undefined =>
  lintText(plan(said), { forced: 'handoff-plan' })
    .findings.flatMap(({ rule, fixes = [] }) => (rule === 'required-sections' ? fixes : []))
    .find(({ title }) => title === 'Number the section 2')?.safe

test.each([
  'See Section 4.',
  'Sections 1 and 4 say it.',
  'As sections 3–4 say.',
  '§§ 1 and 2',
  'Sect. 2 has it.',
  'See 4 below.',
  '(see 4)',
  'See #4.',
  'See **4**.',
  'the fourth section',
  'section IV',
  'See "4. Codebase Context".',
  'Codebase Context (4)',
  'no. 2 and point 4',
  '4.1 tells more.',
  'Abschnitt 2',
  '[4](https://example.org/#4)',
  '| Section | Who |\n| --- | --- |\n| 4 | Tom |',
  '```text\nsection 4\n```'
])('it is only offered: %s', said => expect(isSafe(said)).toBe(false))

test.each([
  '',
  'On 4 May.',
  'All 4 sections are drafts.',
  'Within 2 days.',
  'Since v4.2 of it.',
  'Figure 4 shows it.',
  'See Section 3.'
])('it is done: %s', said => expect(isSafe(said)).toBe(true))
