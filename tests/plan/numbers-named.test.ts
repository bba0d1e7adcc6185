import { expect, test } from 'vitest'
import { numbersNamed } from '../../src/plan/units/numbers-named.ts'

test.each([
  ['User Story 1', ['1']],
  ['User Story 1 & 2 — Chat', ['1', '2']],
  ['User Story 1, 2 and 4: Chat', ['1', '2', '4']],
  ['User Story 1/3', ['1', '3']],
  ['User Story 2–4', ['2', '3', '4']],
  ['User Story 2 to 4', ['2', '3', '4']],
  ['User Story 1 + User Story 3', ['1', '3']],
  ['User Story 1 and the 2nd one', ['1']],
  ['User Story 1 — 3.5 times as fast', ['1']],
  ['User Story 1 - 90000000 rows', ['1', '90000000']],
  ['Polish 1 & 2', []]
])('%s', (title, numbers) => {
  expect(numbersNamed(['User Story #'], title)).toEqual(numbers)
})
