/** Numbers, letters and placeholders before titles. */
import { describe, expect, it } from 'vitest'
import { compareOrdinals } from '../../src/outline/numbers/ordinal.ts'
import { readOrdinal } from '../../src/outline/numbers/read-ordinal.ts'

/** "raw word numbers letter | rest", with "-" for what there is none of. */
function read(title: string, words?: string[]): string | undefined {
  const found = readOrdinal(title, words)
  return (
    found && `${found.raw} ${found.word ?? '-'} ${found.numbers.join() || '-'} ${found.letter ?? '-'} | ${found.rest}`
  )
}

describe('after a word', () => {
  it.each([
    'step',
    'phase',
    'commit',
    'task',
    'milestone',
    'stage',
    'sprint',
    'batch',
    'option',
    'alternative',
    'decision',
    'issue',
    'pattern',
    'risk',
    'item',
    'question',
    'file',
    'workstream',
    'part',
    'iteration',
    'pr',
    'approach',
    'prerequisite',
    'requirement',
    'criterion',
    'problem',
    'wave',
    'section',
    'ticket',
    'story',
    'week',
    'day',
    'component',
    'module',
    'feature',
    'test',
    'slice',
    'increment',
    'chunk',
    'pass',
    'layer',
    'non-goal'
  ])('%s', word => {
    expect(read(`${word} 3: Open`)).toBe(`3 ${word} 3 - | Open`)
    expect(read(`${word[0]!.toUpperCase()}${word.slice(1)} B: Open`)).toBe(`B ${word} - B | Open`)
    expect(read(`${word.toUpperCase()} [N]: Open`)).toBe(`[N] ${word} - - | Open`)
    expect(read(`${word}s 3`)).toBeUndefined()
  })

  it.each([
    ['Step 2', '2 step 2 - | '],
    ['Step2: x', '2 step 2 - | x'],
    ['Step #3 x', '3 step 3 - | x'],
    ['Step\u00a03 x', '3 step 3 - | x'],
    ['Step\t3 x', '3 step 3 - | x'],
    ['Step 2a: x', '2a step 2 a | x'],
    ['Step 2.1.3 - x', '2.1.3 step 2,1,3 - | x'],
    ['Step 1.2.3.4.5', '1.2.3.4.5 step 1,2,3,4,5 - | '],
    ['Step 123456', '123456 step 123456 - | '],
    ['Step 1：x', '1 step 1 - | x'],
    ['Step 1、x', '1 step 1 - | x'],
    ['Step 1.x', '1 step 1 - | x'],
    ['Step 1) x', '1 step 1 - | x'],
    ['Step 1.) x', '1 step 1 - | x'],
    ['Step 1x: y', '1x step 1 x | y'],
    ['Option \tB later', 'B option - B | later'],
    ['Step 1 – x', '1 step 1 - | x'],
    ['Step 1 — — x', '1 step 1 - | — x'],
    ['Step 1\u00a0: x', '1 step 1 - | x'],
    ['Step 1 x  ', '1 step 1 - | x'],
    ['Option A', 'A option - A | '],
    ['Option a) x', 'a option - A | x'],
    ['Step B.x', 'B step - B | x'],
    ['Step B – x', 'B step - B | x'],
    ['Step B—x', 'B step - B | x'],
    ['Step B-x', 'B step - B | x'],
    ['Step B：x', 'B step - B | x'],
    ['Step B :x', 'B step - B | x'],
    ['Task A|x', 'A task - A | |x'],
    ['Task A`x`', 'A task - A | `x`'],
    ['Task A (x)', 'A task - A | (x)'],
    ['Step\u00a0 B', 'B step - B | '],
    ['Step [#]', '[#] step - - | '],
    ['Step [abc]: x', '[abc] step - - | x'],
    ['Step [N] — x', '[N] step - - | x'],
    ['Step [N].x', '[N] step - - | x'],
    ['Step [N]) x', '[N] step - - | x'],
    ['Step [N] - x', '[N] step - - | x'],
    ['Step  [N]–x', '[N] step - - | x'],
    ['Option B with a cache', 'B option - B | with a cache'],
    ['Alternative C  and more', 'C alternative - C | and more'],
    ['Approach A\tlater', 'A approach - A | later'],
    ['option D later', 'D option - D | later'],
    ['alternative D later', 'D alternative - D | later'],
    ['approach D later', 'D approach - D | later']
  ])('%j', (title, expected) => {
    expect(read(title)).toBe(expected)
  })

  it.each([
    'Step 2ab',
    'Step 2é',
    'Step 1234567',
    'Step twofold',
    'Step',
    'Step B x',
    'Step AB: x',
    'Option AB later',
    'Option I prefer',
    'Option a later',
    'Option B3 later',
    'Step [ab] x',
    'Step [abcd]: x',
    'Step [1]: x',
    'Step [N]x',
    'Step N x',
    'Step[N]',
    'Épreuve 2: x',
    'étape',
    'A Step 2: x',
    'An option B later',
    'Word 2: x',
    'Decision on option B later',
    'Steps',
    'StepB: x',
    'Stepé 2: x'
  ])('none in %j', title => {
    expect(read(title)).toBeUndefined()
  })
})

describe('without a word', () => {
  it.each([
    ['1. x', '1 - 1 - | x'],
    ['1) x', '1 - 1 - | x'],
    ['1: x', '1 - 1 - | x'],
    ['1： x', '1 - 1 - | x'],
    ['1、目标', '1 - 1 - | 目标'],
    ['1.目标', '1 - 1 - | 目标'],
    ['1.', '1 - 1 - | '],
    ['1 - x', '1 - 1 - | x'],
    ['1 – x', '1 - 1 - | x'],
    ['1\t— x', '1 - 1 - | x'],
    ['1.2 x', '1.2 - 1,2 - | x'],
    ['1.2.3. x', '1.2.3 - 1,2,3 - | x'],
    ['1.2.3.4.5 x', '1.2.3.4.5 - 1,2,3,4,5 - | x'],
    ['123456.123456 x', '123456.123456 - 123456,123456 - | x'],
    ['2a. x', '2a - 2 a | x'],
    ['2.1a\tx', '2.1a - 2,1 a | x'],
    ['12.', '12 - 12 - | '],
    ['1.(x)', '1 - 1 - | (x)'],
    ['A. x', 'A - - A | x'],
    ['A) x', 'A - - A | x'],
    ['A: x', 'A - - A | x'],
    ['A.', 'A - - A | '],
    ['Z:\tx', 'Z - - Z | x'],
    ['T1: x', 'T1 t 1 - | x'],
    ['B-1: x', 'B-1 b- 1 - | x'],
    ['REQ-12 - x', 'REQ-12 req- 12 - | x'],
    ['REQ12 – x', 'REQ12 req 12 - | x'],
    ['T.3 — x', 'T.3 t. 3 - | x'],
    ['T1a: x', 'T1 t 1 a | x'],
    ['T1.22.33.44: x', 'T1.22.33.44 t 1,22,33,44 - | x'],
    ['FEAT-12: x', 'FEAT-12 feat- 12 - | x'],
    ['T1.2.3.4:\tx', 'T1.2.3.4 t 1,2,3,4 - | x'],
    ['ABCD123456: x', 'ABCD123456 abcd 123456 - | x'],
    ['1234.1 : x', '1234.1 - 1234,1 - | x'],
    ['7- x', '7 - 7 - | x'],
    ['7 : x', '7 - 7 - | x'],
    ['12.12a: x', '12.12a - 12,12 a | x']
  ])('%j', (title, expected) => {
    expect(read(title)).toBe(expected)
  })

  it.each([
    '1 x',
    '1',
    '12',
    '1234567. x',
    '1.1234567 x',
    '1.2.3.4.5.6 x',
    '1.x',
    '1.é',
    '1)é',
    '1.5',
    '1-x',
    '1 -x',
    '2a x',
    '2ab. x',
    '1目标',
    '3 options',
    '2025-03-03 started',
    'A x',
    'A',
    'A.x',
    'AB. x',
    'a. x',
    'É. x',
    'T1:x',
    'T1 x',
    't1: x',
    'ABCDE-1: x',
    'T--1: x',
    'T1.2.3.4.5: x',
    'T1ab: x',
    'T1234567: x',
    'see 1. x',
    '(1. x)',
    'Abcde 1. x',
    'B-: x',
    ' x',
    '',
    'É1: x'
  ])('none in %j', title => {
    expect(read(title)).toBeUndefined()
  })
})

it('says where it stands', () => {
  expect(readOrdinal('Step 2a: Sort')).toStrictEqual({
    raw: '2a',
    word: 'step',
    numbers: [2],
    letter: 'a',
    start: 0,
    end: 7,
    rest: 'Sort'
  })
  expect(readOrdinal('  3. Sort ')).toStrictEqual({ raw: '3', numbers: [3], start: 2, end: 4, rest: 'Sort' })
  expect(readOrdinal(' \tOption B later')).toEqual({
    raw: 'B',
    word: 'option',
    numbers: [],
    letter: 'B',
    start: 2,
    end: 10,
    rest: 'later'
  })
})

describe('words of a profile', () => {
  it.each([
    ['Gate 3: Open', '3 gate 3 - | Open'],
    ['gate  12.34 Open', '12.34 gate 12,34 - | Open'],
    ['GATE 3b', '3b gate 3 b | '],
    ['Quality check\t2: x', '2 quality check 2 - | x'],
    ['Quality check 2: x', '2 quality check 2 - | x'],
    ['Step 2: x', '2 step 2 - | x'],
    ['3. x', '3 - 3 - | x'],
    ['Gate', undefined],
    ['Gate3', undefined],
    ['Gates 3', undefined],
    ['Gate 3rd', undefined],
    ['Gate x 3', undefined],
    ['Gate B: x', 'B gate - B | x'],
    ['Gate B x', undefined]
  ])('%j', (title, expected) => {
    expect(read(title, ['step', 'gate', 'quality check'])).toBe(expected)
  })
})

it('orders what counts', () => {
  const order = (...titles: string[]): void => {
    const read = titles.map(title => readOrdinal(title)!)
    for (const [i, a] of read.entries())
      for (const [j, b] of read.entries())
        expect(Math.sign(compareOrdinals(a, b)), `${titles[i]}, ${titles[j]}`).toBe(Math.sign(i - j))
  }
  order('Step 1', 'Step 1A', 'Step 1.0', 'Step 1.1', 'Step 1.1a', 'Step 1.1b', 'Step 1.2', 'Step 1.10', 'Step 2')
  order('Option [N]', 'Option A', 'Option B')
})
