import { describe, expect, test } from 'vitest'
import { validateOptions } from '../../src/options.ts'
import { suggest } from '../../src/util/suggest.ts'

const ids = ['no-placeholder', 'file-tree']

describe('validateOptions', () => {
  test('good options pass as they are', () => {
    const options = {
      profile: 'design-plan',
      profiles: ['./a.yml', { name: 'b' }],
      format: 'json',
      limits: { bytes: 10, milliseconds: 1 },
      rules: { 'no-placeholder': ['warning', {}], 'file-tree': 0 },
      overrides: [{ files: '*.md', profile: false, rules: { 'file-tree': 'off' } }, { files: ['a', 'b'] }]
    }
    expect(validateOptions(options, ids)).toEqual({ options, problems: [] })
  })

  test.each([undefined, null, true])('%s stands for no options', value => {
    expect(validateOptions(value, ids)).toEqual({ options: {}, problems: [] })
  })

  test('bad parts are named and left out, good ones stay', () => {
    const { options, problems } = validateOptions(
      {
        profile: 1,
        rules: { 'file-tre': 1, 'file-tree': 3, 'no-placeholder': 'off' },
        constructor: 1,
        limits: { bytes: Infinity, lines: Number.NaN, millisecond: 1, constructor: 1 }
      },
      ids
    )
    expect(options).toEqual({ rules: { 'no-placeholder': 'off' }, limits: { bytes: Infinity } })
    expect(problems.map(({ message }) => message)).toEqual([
      'Expected a name in "profile", not 1',
      'Unknown rule "file-tre" in "rules" (did you mean "file-tree"?)',
      'Unknown setting of "rules.file-tree": expected "off", "warn", "error", or [severity, options], not 3',
      expect.stringMatching(/^Unknown option "constructor"; known: profile, profiles, overrides, rules, limits, /),
      'Expected a positive number in "limits.lines", not NaN',
      expect.stringMatching(
        /^Unknown limit "millisecond" in "limits" \(did you mean "milliseconds"\?\); known: bytes, .*, milliseconds$/
      ),
      expect.stringMatching(/^Unknown limit "constructor" in "limits"; known: bytes/)
    ])
  })

  test('each problem has the keys that lead to it', () => {
    const { problems } = validateOptions(
      { rules: { 'file-tree': ['warn', { x: 1 }] }, overrides: [{ files: 'a', rules: { 'file-tree': 'fatal' } }, {}] },
      ids
    )
    expect(problems.map(({ at }) => at.join('.'))).toEqual([
      'rules.file-tree.1.x',
      'overrides.0.rules.file-tree',
      'overrides.1'
    ])
  })

  test.each([
    [],
    'x',
    1,
    () => 0,
    { rules: [] },
    { rules: { 'file-tree': [] } },
    { rules: { 'file-tree': ['warn', 1] } },
    { rules: { 'file-tree': ['warn', { depth: 1 }] } },
    { rules: { 'file-tree': ['warnings'] } },
    { overrides: {} },
    { overrides: [1] },
    { overrides: [{ files: [] }] },
    { profiles: 'x' },
    { profiles: [1] },
    { limits: 1 },
    { limits: { lines: 0 } },
    { limits: { line: 1 } }
  ])('%j is refused without a throw', value => {
    expect(validateOptions(value, ids).problems).not.toEqual([])
  })
})

test.each([
  ['fomrat', 'format'],
  ['FORMAT', 'format'],
  ['formats', 'format'],
  ['quite', 'quiet'],
  ['x', undefined],
  ['baseline', undefined],
  ['f'.repeat(10_000), undefined]
])('suggest %s', (word, expected) => {
  expect(suggest(word.slice(0, 100), ['format', 'quiet', 'profile'])).toBe(expected)
})
