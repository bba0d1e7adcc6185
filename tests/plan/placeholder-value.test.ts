/** What stands where a value belongs, in every place where one does, and what only looks like it. */
import { describe, expect, test } from 'vitest'
import { standsIn } from '../../src/plan/leftovers/placeholder-value.ts'
import { leftoversOf } from '../../src/plan/leftovers/placeholders.ts'
import { planned } from './planned.ts'

const spellings = [
  'TBD',
  'tbd',
  '(TBD)',
  '`TBD`',
  '**tbd**',
  'TBD.',
  'TBA',
  'tbc – after the review',
  'tbd by Ana',
  'todo',
  'FIXME',
  'To be decided',
  'to be determined later',
  'To be confirmed with Ana',
  'To be filled upon completion.',
  'to be added',
  'not yet decided',
  'Undecided',
  'needs clarification',
  'Needs clarification: who?',
  '[NEEDS CLARIFICATION: who?]',
  '[PLACEHOLDER]',
  '[owner name]',
  '{{owner}}',
  '?',
  '???',
  '...',
  '…',
  'YYYY-MM-DD',
  'fill in',
  'Your text here',
  'placeholder'
]
const legal = [
  'To be on time, the job runs hourly.',
  'To be added by the migration itself',
  'Todo (typed tasks)',
  '`todo` → `done`',
  'TODO.md',
  'docs/TODO',
  'Why?',
  'undefined',
  'not needed by anybody',
  'Insert a row',
  'Add the date to the report',
  'Decide by the size of the file',
  'Optional[str]',
  '[RFC 7231]',
  '[optional]',
  '`[slug]`',
  '`{id}`',
  '`arr[0]`',
  '~~TBD~~ decided: JSON',
  'No TBD is left',
  'Name',
  '@ana',
  'XS',
  'Details follow from the contract'
]
const places: [string, (value: string) => string][] = [
  ['a cell', value => `| Thing | Owner |\n| --- | --- |\n| a | ${value} |\n`],
  ['an item', value => `- one thing\n- ${value}\n`],
  ['a task', value => `- [ ] ${value}\n`],
  ['a paragraph', value => `Some words.\n\n${value}\n`],
  ['a field', value => `**Owner**: ${value}\n`],
  ['a field in a list', value => `- **Owner**: ${value}\n`],
  ['a title', value => `### ${value}\n\nText.\n`],
  ['a numbered title', value => `### Step 2: ${value}\n\nText.\n`]
]
const left = (text: string): number => leftoversOf(planned(text, {})).length

describe.each(places)('as %s', (_, write) => {
  test.each(spellings)('%s is none', value => {
    expect(left(write(value))).toBe(1)
  })
  test.each(legal)('%s is one', value => {
    expect(left(write(value))).toBe(0)
  })
})

test.each([
  ['We practise TBD (trunk-based development).\n\nTBD is what we do.', 0],
  ['TBD (to be determined)', 1],
  ['We practise trunk-based development (TBD), so TBD it is', 0],
  ['The port is tbd', 0],
  ['The port: tbd', 1],
  ['The port (tbd) is free', 1],
  ['Name the port (TBD)', 1],
  ['Name the port (which one: TODO).', 1],
  ['- [ ] **Name the port (its range TBD)**', 1],
  ['Take out what is marked (no TODO)', 0],
  ['Search for marks (`TODO`)', 0],
  ['Search for marks ("TBD")', 0],
  ['### Step 2: Name the port (TODO)', 0],
  ['The port → tbd', 1],
  ['The file TODO.md is deleted', 0],
  ['~~TBD~~ Decided: JSON', 0],
  ['~~Old~~ TBD', 1],
  ['Route it [NEEDS CLARIFICATION: where to?] at once', 0],
  ['- [x] No [NEEDS CLARIFICATION] markers remain', 0],
  ['### Step 2: Write it (TODO)', 0],
  ['### TODO: Write it', 0],
  ['### Step 2: TODO', 1],
  ['Released on YYYY-MM-DD', 1],
  ['Dates are in the format YYYY-MM-DD', 0],
  ['Named `report-YYYY-MM-DD.txt`', 0],
  ['| Date (YYYY-MM-DD) | b |\n| --- | --- |\n| c | d |', 0],
  ['**Format**: YYYY-MM-DD', 0],
  ['| Task | Status |\n| --- | --- |\n| a | TODO |', 0],
  ['| Task | Status |\n| --- | --- |\n| a | TBD |', 1],
  ['| Task | Owner |\n| --- | --- |\n| a | TODO |', 1],
  ['To do:\n\n- a', 0]
])('%j: %i left', (text, count) => {
  expect(left(`${text}\n`)).toBe(count)
})

test('one word of code in brackets is a name, several are a field', () => {
  expect(standsIn('[slug]', true)).toBe(false)
  expect(standsIn('[run the check]', true)).toBe(true)
  expect(standsIn('[ -f a ]', true)).toBe(false)
  expect(standsIn('[[ -f a ]]', true)).toBe(false)
})
