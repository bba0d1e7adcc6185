/** Sentences that promise, and say nothing that could be seen. */
import { expect, it } from 'vitest'
import { isGeneric } from '../../src/plan/generic.ts'

it.each([
  'Everything works', 'It works as expected', 'All should work', 'all works correctly', 'this must function properly', 'The feature will be working', 'the step runs fine',
  'the change is working', 'The code works as designed',
  'the app works as planned', 'the application works as intended', 'the system functions well', 'the implementation works', 'things work', 'thing works', 'Working as expected',
  'runs as expected', 'run as planned', 'work as designed', 'manually check', 'works as intended', 'works as planned', 'work is good',
  'works as designed', 'runs fine', 'works correctly', 'done', 'It is done', 'This is complete', 'Everything is finished', 'all are ready', 'the work is implemented', 'task is ok',
  'step is completed', 'implementation is done',
  'No bugs', 'no bug', 'No issues', 'no issue', 'no problem', 'no problems', 'No errors', 'no error', 'no regression', 'no regressions', 'Looks good', 'look good', 'LGTM',
  'as expected', 'all good', 'code reviewed', 'code is reviewed', 'reviewed', 'tested',
  'verified', 'manually tested', 'manually verified', 'manually checked', 'manual check', 'manual testing', 'manual verification', 'requirements met', 'requirements are met',
  'requirement are met', 'meets the requirements',
  'meets requirement', 'satisfies all criteria', 'meets expectations', 'satisfies expectation', 'TBD', 'todo', 'see above', 'same as above', 'to be defined', 'to be determined',
  'to be decided', '**Done**', 'Works fine. ',
  'Done. Tested; verified!\nReviewed, and all good', 'works fine and no bugs'
])('%j', text => {
  expect(isGeneric(text)).toBe(true)
})

it.each([
  'Works and it prints 3', 'Done. It prints 3', 'It prints 3. Done', '', '...', 'The cache works as expected', 'Everything works as it did before', 'It works as expected in Firefox',
  'Now it works', 'it done', 'is done', 'not done', 'done by Ana', 'no bugs in the cache',
  'there are no bugs', 'It looks good', 'looks good on a phone', 'tested with 3 files', 'unit tested', 'all requirements met', 'requirements met by cache.ts', 'meets needs',
  'It meets the requirements', 'meets the requirements of RFC 9110', 'to be', 'tbd by Ana', 'see above table', 'status: todo', 'manual', 'now works fine',
  'works fine in Safari'
])('not %j', text => {
  expect(isGeneric(text)).toBe(false)
})

it('does not read on for ever', () => {
  expect(isGeneric(`${'Done! '.repeat(333)}\n\nIt prints 3`)).toBe(true)
})
