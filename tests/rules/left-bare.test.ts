/** What is cut out below a title is told, where the profile asks for nothing by name and the others of its kind say something; what it asks for is told by that name. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

const plan = (name: string): string => readFileSync(`fixtures/plans/${name}.md`, 'utf8')
const told = (text: string, forced: string): string[] =>
  lintText(text, { forced }).findings.map(({ severity, message }) => `${severity} ${message}`)

/** Without what stands between a heading and the next. */
function emptied(text: string, heading: string): string {
  const start = text.indexOf('\n', text.indexOf(heading))
  const next = text.slice(start).search(/\n#/)
  return `${text.slice(0, start)}\n${text.slice(start + next)}`
}

test.each([
  ['copilot-plan', '### Implementation Phase 2', 'warning Missing table in phase "Implementation Phase 2"'],
  ['speckit-lean-spec', '### User Story 2', 'warning Empty story "User Story 2: The morning"']
])('%s: %s', (forced, heading, message) => {
  const text = emptied(plan(`${forced}/valid-1`), heading)
  expect(told(text, forced)).toEqual([message])
  const struck = text.replace(new RegExp(`^${heading}.*$`, 'm'), line => `### ~~${line.slice(4)}~~`)
  expect(told(struck, forced).filter(each => each.includes('Empty'))).toEqual([])
})

test('stories that are titles, all of them, are a list of titles', () => {
  const text = emptied(emptied(plan('speckit-lean-spec/valid-1'), '### User Story 1'), '### User Story 2')
  expect(told(text, 'speckit-lean-spec').filter(message => message.includes('Empty story'))).toEqual([])
})

test('a phase is told of once where it holds nothing, and not where a commit in it does', () => {
  const text = plan('planning-md/valid-3')
  const [phase, commit, next] = ['### Phase 1', '#### Commit 1', '### Phase 2'].map(title => text.indexOf(`${title} `))
  const upTo = (at: number): string => text.slice(0, text.indexOf('\n', at) + 1)
  const empty = (from: number): string[] => told(`${upTo(from)}\n${text.slice(next)}`, 'planning-md')
  expect(empty(phase!)).toEqual(['error Missing commits in "Phase 1 – Vorbereitung"'])
  expect(empty(commit!)).toEqual(['error Empty commit "Commit 1 – Namen der Sprachen"'])
})

test('an option whose title is bold needs a description as one with a heading does', () => {
  const whole = plan('design-plan/valid-2')
  expect(told(whole.replace('Export each invoice when it is booked.\n', ''), 'design-plan')).toEqual([
    'error Missing description of alternative "Option 1: A trigger in the database"'
  ])
  const inLine = whole.replace(
    '**Option 1: A trigger in the database**\n\nExport',
    '**Option 1: A trigger in the database** – export'
  )
  expect(inLine).not.toBe(whole)
  expect(told(inLine, 'design-plan')).toEqual([])
})
