/** "N/A — no users yet", "None", and what only begins like them. */
import { describe, expect, it } from 'vitest'
import { mayBeNegative, readNegative } from '../../src/outline/negative.ts'

describe('readNegative', () => {
  it.each([
    'N/A',
    'n/a',
    'N / A',
    'N.A.',
    'n.a. ',
    'n.a.:',
    'N\\A',
    'n .\ta',
    'N/A.',
    'NA',
    'na:',
    'na - ',
    'na.',
    'na (',
    'Not applicable',
    'not\tapplicable.',
    'Does not apply',
    "Doesn't apply",
    'doesnt apply',
    'Not relevant',
    'not relevant.',
    '*N/A*',
    '**N/A**',
    '`N/A`',
    '"N/A"',
    "'n/a'",
    '(N/A)',
    '[N/A]',
    '  N/A',
    'N/A —',
    'N/A: .',
    'N/A because'
  ])('%j does not apply, for no reason', text => {
    expect(readNegative(text)).toEqual({ kind: 'na', hollow: false })
    expect(mayBeNegative(text)).toBe(true)
  })

  it.each([
    'None',
    'none.',
    'Nothing',
    'Nil',
    'No',
    '-',
    '–',
    '—',
    'None:',
    'no - ',
    'nothing,',
    'no (',
    'nothing;',
    '*None*',
    ' None '
  ])('%j: there is none, for no reason', text => {
    expect(readNegative(text)).toEqual({ kind: 'none', hollow: false })
    expect(mayBeNegative(text)).toBe(true)
  })

  it.each([
    ['N/A — no users yet', 'na', 'no users yet'],
    ['N/A (no users yet)', 'na', 'no users yet'],
    ['N/A [no users yet]', 'na', 'no users yet'],
    ['n/a: no users yet.', 'na', 'no users yet'],
    ['NA – first release', 'na', 'first release'],
    ['na.first release', 'na', 'first release'],
    ['n.a., first release', 'na', 'first release'],
    ['n.a.;first release', 'na', 'first release'],
    ['n.a.: first', 'na', 'first'],
    ['n.a.-first', 'na', 'first'],
    ['n.a.–first', 'na', 'first'],
    ['n.a.—first', 'na', 'first'],
    ['N/A because the API is private', 'na', 'the API is private'],
    ['N/A, since: the API is private', 'na', 'the API is private'],
    ['N/A as the API is private', 'na', 'the API is private'],
    ['Not applicable due to the freeze', 'na', 'the freeze'],
    ['Not applicable due\tto the freeze', 'na', 'the freeze'],
    ['N/A for now, the API is private', 'na', 'the API is private'],
    ['N/A assets are frozen', 'na', 'assets are frozen'],
    ['N/A _internal tool_', 'na', 'internal tool'],
    ['N/A: "internal tool"', 'na', '"internal tool'],
    ['N/A * internal', 'na', 'internal'],
    ['Not relevant: internal tool', 'na', 'internal tool'],
    ['Not relevant – internal tool', 'na', 'internal tool'],
    ['Not applicable to   a tool', 'na', 'to a tool'],
    ['Does not apply, internal tool', 'na', 'internal tool'],
    ['None — the schema stays', 'none', 'the schema stays'],
    ['None of the tables change', 'none', 'of the tables change'],
    ['No; the schema stays', 'none', 'the schema stays'],
    ['Nothing – the schema stays', 'none', 'the schema stays'],
    ['No (the schema stays)', 'none', 'the schema stays'],
    ['Nil, the schema stays', 'none', 'the schema stays'],
    ['None! So far', 'none', '! So far'],
    ['N/A: private because new', 'na', 'private because new'],
    ['N/A: no users *', 'na', 'no users']
  ])('%j gives a reason', (text, kind, reason) => {
    expect(readNegative(text)).toEqual({ kind, reason, hollow: false })
  })

  it.each([
    'not applicable',
    'not relevant',
    'not needed',
    'not required',
    'not necessary',
    'this does not apply',
    'that is so',
    "it doesn't apply",
    "it isn't",
    'it doesn’t apply',
    'it isn’t',
    'N/A',
    'n a',
    'none',
    'nothing',
    'no reason',
    'not here',
    'not for this plan',
    'not relevant to the section',
    'not to this change',
    'not for the task',
    'not for the project',
    'not at this time',
    'not at the moment',
    'not now',
    'not currently',
    'because',
    'obvious',
    'obviously',
    'just so',
    'simply not',
    'obvious reasons',
    'not yet',
    'we do not need it',
    "we don't need it",
    'we don’t need it',
    'there are none',
    'and so',
    'TBD',
    'todo',
    'etc',
    'since now',
    '--',
    'na',
    'not because',
    'not since',
    '!!'
  ])('N/A: %s says nothing', reason => {
    expect(readNegative(`N/A: x, ${reason}`)?.hollow).toBe(false)
    const read = readNegative(`N/A: ${reason}`)
    expect(read?.reason === undefined || read.hollow).toBe(true)
    expect(read?.kind).toBe('na')
  })

  it.each([
    '',
    'Names',
    'Nationwide',
    'na users',
    'Nothing changes here',
    'No users',
    'Not relevant users',
    'Not yet known',
    'nonetheless',
    'Notable',
    "Doesn't it apply",
    '-5 degrees',
    '- item',
    'Do it',
    'The tool: N/A',
    'x N/A',
    'N/Android',
    'Not applicableness',
    'does not applying',
    '1. None',
    'Do it: N/A',
    'Do nothing',
    'Do — none',
    'New: none',
    'Do it –'
  ])('%j is a text like any other', text => {
    expect(readNegative(text)).toBeUndefined()
  })

  it('what cannot begin one is not read', () => {
    for (const text of ['The tool', 'x N/A', '1', '', '.N/A', 'A - n', 'N', 'New', 'Done', 'do', 'Delete it'])
      expect(mayBeNegative(text)).toBe(false)
    for (const text of ['  **`_"\'([N/', 'n a', 'N\n/a', 'n.a', 'n\\a', 'na', 'not', 'Nil', 'DOES', '—', '\n–', '-'])
      expect(mayBeNegative(text)).toBe(true)
  })

  it.each(['Not needed', 'not required.', 'Not necessary', 'Unnecessary', 'Irrelevant', 'No need', '**Not needed**'])(
    '%j does not apply, for no reason',
    text => {
      expect(readNegative(text)).toEqual({ kind: 'na', hollow: false })
    }
  )

  it.each([
    ['Not needed: the API is private', 'the API is private'],
    ['Not required because the API is private', 'the API is private'],
    ['Not needed — the API is private', 'the API is private']
  ])('%j gives a reason', (text, reason) => {
    expect(readNegative(text)).toEqual({ kind: 'na', reason, hollow: false })
  })

  it.each([
    'Coming soon',
    'coming soon…',
    'To be done',
    'To be written later.',
    'To come',
    'To follow',
    'WIP',
    '🚧 WIP 🚧',
    '_Work in progress_',
    'In progress',
    'Pending',
    'Under construction',
    'Later',
    'Will be added later',
    'Will follow',
    'Not yet written',
    'Not started yet',
    'Next sprint',
    'Stay tuned'
  ])('%j is put off', text => {
    expect(readNegative(text)).toEqual({ kind: 'later', hollow: false })
  })

  it.each([
    'Not needed fields are dropped',
    'Pending jobs are counted',
    'To be done, a job needs a tick',
    'In progress jobs are kept',
    'Later versions read the old file',
    'Will be added to the index',
    'Unnecessary copies are made today'
  ])('%j says something', text => {
    expect(readNegative(text)).toBeUndefined()
  })
})
