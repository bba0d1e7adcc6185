/** How titles, labels and values are compared, counted and shortened. */
import { describe, expect, it } from 'vitest'
import {
  collapse,
  countSentences,
  countWords,
  isNearMiss,
  nearest,
  normalise,
  quote,
  trimChars,
  withoutQualifier
} from '../../src/outline/text.ts'

/** Long enough that no answer is remembered. */
const tail = 'and so on, '.repeat(9) + 'end'

describe('normalise', () => {
  it.each([
    ['Goal', 'goal'],
    ['  Goal  ', 'goal'],
    ['**Goal**:', 'goal'],
    ['GOAL.', 'goal'],
    ['_Goal_', 'goal'],
    ['Goal ##', 'goal'],
    ['Goal *', 'goal'],
    ['Goal_', 'goal'],
    ['Non-Goals', 'non-goals'],
    ['Non\u2013Goals', 'non-goals'],
    ['Non\u2010Goals', 'non-goals'],
    ['Non\u2015Goals', 'non-goals'],
    ['Goal\tand\n scope', 'goal and scope'],
    ['Goal & Scope', 'goal and scope'],
    ['Q&A', 'q and a'],
    ['Risks & costs & time', 'risks and costs and time'],
    ['What\u2019s new', "what's new"],
    ['\u2018a\u2019 \u201Bb \u02BC \u2032', "'a' 'b ' '"],
    ['say \u201Chi\u201D \u201Fho\u201C', 'say "hi" "ho"'],
    ['🎯 Goal', 'goal'],
    ['Goal 🎯', 'goal'],
    ['Goal ✔\uFE0F done', 'goal done'],
    ['Team 👩\u200D💻 work', 'team work'],
    ['Ｇｏａｌ', 'goal'],
    ['ﬁles', 'files'],
    ['İ', 'i\u0307'],
    ['— Goal', '- goal'],
    ['• Goal', 'goal'],
    ['!?) Goal', 'goal'],
    ['[Name]', '[name]'],
    ['<name>', '<name>'],
    ['(draft)', '(draft)'],
    ['`x`', '`x`'],
    ['"x"', '"x"'],
    ['/x', '/x'],
    ['.env', 'env'],
    ['$HOME', '$home'],
    ['@ana', '@ana'],
    ['#3', '3'],
    ['-x', '-x'],
    ['目标', '目标'],
    ['²', '2'],
    ['', ''],
    ['***', ''],
    ['🎯', '']
  ])('%j is %j', (text, expected) => {
    expect(normalise(text)).toBe(expected)
  })

  it('is the same for texts of any length', () => {
    expect(normalise(`🎯 What\u2019s “Ｎew” & ${tail} 🎯 \u2014 a\u200Db :*`)).toBe(`what's "new" and ${tail} - a b`)
    expect(normalise(`• R&D  of\t${tail}.`)).toBe(`r and d of ${tail}`)
    expect(normalise(`Q&A ${tail} #_*`)).toBe(`q and a ${tail}`)
    expect(normalise(`İ ${tail}`)).toBe(`i\u0307 ${tail}`)
    for (const noise of ['.', '#', '_', '. # _', '🎯 ', ': ', '*'])
      expect(normalise(`${noise}x ${tail}`), noise).toBe(`x ${tail}`)
    expect(normalise(`A\u212A ${tail}`), 'the sign for Kelvin').toBe(`ak ${tail}`)
  })
})

it.each([
  ['a  b', 'a b'],
  [' a\n\tb ', 'a b'],
  ['a b', 'a b'],
  ['a\tb', 'a b'],
  ['a\u00a0b', 'a b'],
  [' a', 'a'],
  ['', '']
])('collapse: %j is %j', (text, expected) => {
  expect(collapse(text)).toBe(expected)
})

it.each([
  ['**x**', '*', '*', 'x'],
  ['**x**', '*', '', 'x**'],
  ['**x**', '', '*', '**x'],
  ['x', '*', '*', 'x'],
  ['***', '*', '*', ''],
  ['xx', '', 'x', ''],
  ['xx', 'x', '', ''],
  ['', 'x', 'x', '']
])('trimChars: %j of %j and %j', (text, start, end, expected) => {
  expect(trimChars(text, start, end)).toBe(expected)
})

it.each([
  ['Notes (for Ana)', 'Notes'],
  ['Notes (for Ana)  ', 'Notes'],
  ['Notes (a) (b)', 'Notes (a)'],
  ['Notes', 'Notes'],
  ['Notes (a) more', 'Notes (a) more'],
  ['(all)', '(all)'],
  ['Notes)', 'Notes)'],
  ['a (b', 'a (b'],
  ['x(y)', 'x'],
  ['Notes  ', 'Notes  ']
])('withoutQualifier: %j is %j', (text, expected) => {
  expect(withoutQualifier(text)).toBe(expected)
})

describe('isNearMiss', () => {
  it.each([
    ['verfy', 'verify'],
    ['verifiy', 'verify'],
    ['implementaton setps', 'implementation steps'],
    ['goals', 'goal'],
    ['nongoals', 'non-goals'],
    ['non goals', 'non-goals'],
    ['opnequestions', 'open questions'],
    ['file tree', 'filetree'],
    ['acceptnce criteira', 'acceptance criteria'],
    ['risk', 'risks'],
    ['gaol', 'goal'],
    ['open questoin', 'open question'],
    ['to do', 'todo'],
    ['implementaton - setps', 'implementation steps'],
    ['implementaton setps', 'implementation - steps'],
    ['implementati verificati', 'implementation verification'],
    ['filetre', 'file tree'],
    ['implmentatin', 'implementation'],
    ['ovrvie', 'overview'],
    ['cross cuttin', 'crosscutting'],
    ['wyh', 'why'],
    ['hwy', 'why'],
    ['wyh now', 'why now']
  ])('%j is a slip of %j', (typed, meant) => {
    expect(isNearMiss(typed, meant)).toBe(true)
  })

  it.each([
    ['goal', 'goal', 'the same'],
    ['gol', 'goal', 'too short'],
    ['goal', 'foes', 'another word'],
    ['who', 'why', 'another word of three letters'],
    ['whys', 'why', 'a letter more'],
    ['ywh', 'why', 'all letters moved'],
    ['go to', 'do to', 'a short word is itself'],
    ['go to', 'go on', 'short words'],
    ['design', 'design overview', 'fewer words'],
    ['steps', 'implementation steps', 'fewer words'],
    ['vrfy', 'verify', 'two slips in six letters'],
    ['abcdefgh', 'vwxyzfgh', 'another long word'],
    ['open questions', 'open question list', 'more words'],
    ['to dos', 'todox', 'short ones with another number of words'],
    ['acceptnc critera', 'acceptance', 'lengths too far apart'],
    ['implementxyzn', 'implementation', 'three slips'],
    ['implementati verificati documentati', 'implementation verification documentation', 'lengths too far apart'],
    ['newtas', 'new task', 'too short to have lost a space and a letter'],
    ['mtrcs', 'metrics', 'two slips in seven letters'],
    ['alternatives unconsidered', 'alternatives considered', 'the opposite'],
    ['independencies', 'dependencies', 'the opposite']
  ])('%j is none of %j: %s', (typed, meant) => {
    expect(isNearMiss(typed, meant)).toBe(false)
  })
})

it.each([
  ['Verfy', ['Verify', 'Run'], 'Verify'],
  ['Verfy', ['Run', 'Verify'], 'Verify'],
  ['Verify', ['Verify'], undefined],
  ['verify', ['Verify', 'Verifys'], 'Verifys'],
  ['Riskz', ['Risky', 'Risks'], 'Risky'],
  ['Implementatoin', ['Implementations', 'Implementation'], 'Implementation'],
  ['Something', ['Verify'], undefined],
  ['Verfy', [], undefined]
])('nearest: %j of %j', (typed, candidates, expected) => {
  expect(nearest(typed, candidates)).toBe(expected)
})

it.each([
  ['', 0],
  ['one', 1],
  ['one two', 2],
  ["it's well-known_so", 2],
  ['a, b; c.', 3],
  ['...', 0],
  ['— –', 0],
  ['naïve café', 2],
  ['it’s naïve', 2],
  ['目标', 1],
  ['目标是', 2],
  ['目', 1],
  ['说明 of it', 3],
  ['ひら', 1],
  ['カタカナ', 2],
  ['한국', 1],
  ['é1-é2_é3', 1],
  ['½ é', 2],
  ['a目b', 3]
])('countWords: %j has %i', (text, count) => {
  expect(countWords(text)).toBe(count)
})

it.each([
  ['', 0],
  ['  ', 0],
  ['One', 1],
  ['One.', 1],
  ['One. Two.', 2],
  ['One! Two? Three', 3],
  ['One.\nTwo.', 2],
  ['One. two', 1],
  ['Version 1.2 is out', 1],
  ['See e.g. Two', 1],
  ['i.e. Two', 1],
  ['Ana vs. Bob', 1],
  ['cf. Two', 1],
  ['approx. Two', 1],
  ['incl. Two', 1],
  ['resp. Two', 1],
  ['No. Two', 1],
  ['St. Two', 1],
  ['Dr. Two', 1],
  ['Mr. Two', 1],
  ['Ms. Two', 1],
  ['He said "no." Then left', 2],
  ['He said “no.” Then left', 2],
  ['So (it is.) Then', 2],
  ['One. "Two"', 2],
  ['One. (Two)', 2],
  ['One. “Two”', 2],
  ['One’.’ Two', 2],
  ['一。 二', 2],
  ['一！ 二', 2],
  ['一？ 二', 2],
  ['One. 2 more', 1]
])('countSentences: %j has %i', (text, count) => {
  expect(countSentences(text)).toBe(count)
})

it('quotes what the user wrote, and cuts it where it is long', () => {
  expect(quote('a  b\n c')).toBe('"a b c"')
  expect(quote('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`)
  expect(quote('x'.repeat(61))).toBe(`"${'x'.repeat(59)}…"`)
  expect(quote('one two three', 5)).toBe('"one…"')
  expect(quote('one two three', 20)).toBe('"one two three"')
})
