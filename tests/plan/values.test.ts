import { describe, expect, it } from 'vitest'
import { namesPerson, valuesIn } from '../../src/checks/values.ts'

describe('the values that a text names', () => {
  const values = ['In', 'In Progress', 'Done', 'Not Started', 'v1']

  it.each([
    ['Done', ['Done']],
    ['done (at last)', ['Done']],
    ['DONE – at last', ['Done']],
    ['✅ Done', ['Done']],
    ['**Done**', ['Done']],
    ['Done.', ['Done']],
    ['(Done)', ['Done']],
    ['["Done"]', ['Done']],
    ['`Done`', ['Done']],
    ['Done-x', ['Done']],
    ['Done, x', ['Done']],
    ['Done\nIn', ['Done']],
    ['in_progress', ['In Progress']],
    ['in progressive', ['In']],
    ['Not Started: x', ['Not Started']],
    ['Done Done', ['Done']],
    ['v1', ['v1']]
  ])('the one at its start: %j', (text, expected) => expect(valuesIn(text, values)).toEqual(expected))

  it.each([
    'in progress | done',
    'In Progress,Done',
    'in progress/ Done',
    'In Progress ; Done',
    'In Progress & Done',
    'In Progress and Done',
    'In Progress or Done',
    'In Progress → Done',
    'In Progress -> Done',
    'In Progress > Done',
    'In Progress  and  done'
  ])('several that are joined: %s', text => expect(valuesIn(text, values)).toEqual(['In Progress', 'Done']))

  it('each once', () => expect(valuesIn('Done | In | Done', values)).toEqual(['Done', 'In']))

  it.each(['', 'x Done', 'Doner', 'Done2', 'Done-2', 'Done.2', 'v1.2', 'v12', 'inprogress', '| Started'])(
    'none: %j',
    text => expect(valuesIn(text, values)).toEqual([])
  )

  it('no more once one is none', () => {
    expect(valuesIn('Done, later In', values)).toEqual(['Done'])
    expect(valuesIn('Done andIn', values)).toEqual(['Done'])
    expect(valuesIn('Done In', values)).toEqual(['Done'])
    expect(valuesIn('Done later, In', values)).toEqual(['Done'])
  })
})

describe('namesPerson', () => {
  it.each([
    'Ada',
    '**Ada**',
    ' `Ada`',
    '[Ada]',
    '("Ada")',
    "'Ada'",
    '_Ada_',
    'Ада',
    'Noah',
    'Yesenia',
    'Toby',
    'Openshaw',
    'none1',
    'Ada (pending)',
    'Ines Tbd'
  ])('%s', text => expect(namesPerson(text)).toBe(true))

  it.each([
    'tbd',
    'TBA',
    'tbc',
    'todo',
    'Pending',
    'awaiting Ada',
    'waiting',
    'none',
    'nobody',
    'no one',
    'no-one',
    'noone',
    'not yet',
    'not approved',
    'unapproved',
    'unassigned',
    'unknown',
    'n/a',
    'N / A',
    'to be named',
    'yet',
    'open',
    'yes',
    'no',
    'approved',
    '_pending_',
    '(none)',
    '**"tbd"**',
    '—',
    '123',
    '',
    '- '
  ])('not in "%s"', text => expect(namesPerson(text)).toBe(false))
})
