/** The engine with rules of its own: small enough to know every answer. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/fix/apply.ts'
import type { FileReport, Finding, Fix, JudgedFile } from '../../src/types.ts'
import { spent } from '../spent.ts'

interface Draft {
  rule?: string
  message?: string
  at?: number
  fix?: Omit<Fix, 'title' | 'safe'> & Partial<Fix>
  severity?: Finding['severity']
}

function report(text: string, drafts: Draft[], more: Partial<JudgedFile> = {}): FileReport {
  const findings = drafts.map(
    ({ rule = 'rule', message = 'Wrong', at = 0, fix, severity = 'error' }, index): Finding => {
      const point = { line: 1, column: at + 1, offset: at }
      return {
        rule,
        messageId: 'x',
        severity,
        message,
        place: { start: point, end: point },
        url: '',
        fingerprint: `${rule}${message}${index}`,
        ...(fix ? { fixes: [{ title: `Mend ${message}`, safe: true, ...fix }] } : {})
      }
    }
  )
  const examined = { sections: 0, steps: 0, commands: 0, files: 0, checkboxes: 0 }
  return {
    path: 'p.md',
    state: 'judged' as const,
    profile: 'p',
    recognised: 'named',
    profileScore: 1,
    status: null,
    examined,
    findings,
    fatalErrors: [],
    notes: [],
    skipped: [],
    source: text,
    ...more
  }
}

/** Every occurrence of a letter is wrong and is replaced. */
function replaces(from: string, to: string, rule = `no-${from}`) {
  return (text: string): Draft[] =>
    [...text].flatMap((letter, at) =>
      letter === from
        ? [{ rule, message: `Found ${from}`, at, fix: { edits: [{ start: at, end: at + 1, text: to }] } }]
        : []
    )
}

const by =
  (...rules: ((text: string) => Draft[])[]) =>
  (text: string): FileReport =>
    report(
      text,
      rules.flatMap(rule => rule(text))
    )

describe('what is done', () => {
  test('nothing where nothing is wrong: the same text', async () => {
    expect(await applyFixes('\uFEFFa\r\n', by())).toMatchObject({
      text: '\uFEFFa\r\n',
      fixed: 0,
      titles: [],
      fighting: []
    })
  })

  test('all that is safe, in one pass where nothing overlaps', async () => {
    const result = await applyFixes('a.b.a', by(replaces('a', 'x'), replaces('b', 'y')))
    expect(result).toMatchObject({ text: 'x.y.x', fixed: 3 })
    expect(result.report.findings).toEqual([])
  })

  test('only safe ones', async () => {
    expect(
      (
        await applyFixes('a', text =>
          report(text, [{ fix: { safe: false, edits: [{ start: 0, end: 1, text: 'b' }] } }])
        )
      ).text
    ).toBe('a')
  })

  test('what gets into the way of another in the next pass', async () => {
    const overlapping = (text: string): Draft[] =>
      [...text].flatMap((letter, at) =>
        letter === 'a' ? [{ message: `${at}`, at, fix: { edits: [{ start: at, end: at + 1, text: 'bb' }] } }] : []
      )
    expect(await applyFixes('aa', by(replaces('a', 'x'), overlapping))).toMatchObject({ text: 'xx', fixed: 4 })
  })

  test('a byte order mark stays, and the linter never sees it', async () => {
    const seen: string[] = []
    const result = await applyFixes('\uFEFFa', text => {
      seen.push(text)
      return by(replaces('a', 'b'))(text)
    })
    expect(result.text).toBe('\uFEFFb')
    expect(seen).toEqual(['a', 'b'])
  })

  test('two byte order marks stay as well', async () => {
    const seen: string[] = []
    expect(
      (
        await applyFixes('\uFEFF\uFEFFa', text => {
          seen.push(text)
          return by(replaces('a', 'b'))(text)
        })
      ).text
    ).toBe('\uFEFF\uFEFFb')
    expect(seen).toEqual(['a', 'b'])
  })

  test('one fix that several findings offer is done once', async () => {
    const fix = { edits: [{ start: 0, end: 1, text: 'b' }] }
    expect(
      await applyFixes('a', text =>
        report(
          text,
          text === 'a'
            ? [
                { message: '1', fix },
                { message: '2', fix }
              ]
            : []
        )
      )
    ).toMatchObject({ text: 'b', fixed: 2 })
  })

  test('insertions of one rule at one point go in as they were named', async () => {
    const wants =
      (word: string) =>
      (text: string): Draft[] =>
        text.includes(word) ? [] : [{ message: word, fix: { edits: [{ start: 1, end: 1, text: word }] } }]
    expect((await applyFixes('[]', by(wants('one '), wants('two '), wants('three ')))).text).toBe('[one two three ]')
  })
})

describe('of two that overlap the first wins', () => {
  const overlap = (text: string): FileReport =>
    report(text, [
      ...(text.startsWith('abc')
        ? [{ message: 'first', at: 0, fix: { edits: [{ start: 0, end: 2, text: 'AB' }] } }]
        : []),
      ...(text.includes('bc')
        ? [
            {
              message: 'second',
              at: 1,
              fix: { edits: [{ start: text.indexOf('bc'), end: text.indexOf('bc') + 2, text: 'BC' }] }
            }
          ]
        : [])
    ])

  test('and the other has no cause any more', async () => {
    expect(await applyFixes('abcd', overlap)).toMatchObject({ text: 'ABcd', titles: ['Mend first'] })
  })

  test('a fix is whole or not at all', async () => {
    const both = (text: string): FileReport =>
      report(text, [
        ...(text[0] === 'a' ? [{ message: 'one', at: 0, fix: { edits: [{ start: 0, end: 1, text: 'A' }] } }] : []),
        ...(text.endsWith('z')
          ? [
              {
                message: 'ends',
                at: 0,
                fix: {
                  edits: [
                    { start: 0, end: 2, text: '__' },
                    { start: text.length - 1, end: text.length, text: 'Z' }
                  ]
                }
              }
            ]
          : [])
      ])
    expect(await applyFixes('abz', both)).toMatchObject({ text: '__Z', titles: ['Mend one', 'Mend ends'] })
  })
})

describe('what is not done', () => {
  test.each<[string, Fix['edits']]>([
    ['outside the text', [{ start: 0, end: 9, text: '' }]],
    ['backwards', [{ start: 1, end: 0, text: '' }]],
    ['before the text', [{ start: -1, end: 0, text: '' }]],
    [
      'into its own way',
      [
        { start: 0, end: 2, text: '' },
        { start: 1, end: 3, text: '' }
      ]
    ],
    ['nothing', []]
  ])('a fix whose edits are %s', async (_, edits) => {
    expect((await applyFixes('abc', text => report(text, [{ fix: { edits } }]))).text).toBe('abc')
  })

  test('one that does not mend', async () => {
    expect(
      await applyFixes('a', text => report(text, [{ fix: { edits: [{ start: 0, end: 0, text: ' ' }] } }]))
    ).toMatchObject({ text: 'a', fixed: 0, fighting: [] })
  })

  test('one that brings another error; its neighbours are done', async () => {
    const bad = (text: string): Draft[] =>
      text.includes('b')
        ? [
            {
              rule: 'bad',
              message: 'b',
              at: 2,
              fix: { edits: [{ start: text.indexOf('b'), end: text.indexOf('b') + 1, text: '?!' }] }
            }
          ]
        : []
    const worse = (text: string): Draft[] =>
      [...text].flatMap((letter, at) => ('?!'.includes(letter) ? [{ rule: 'worse', message: letter, at }] : []))
    expect(await applyFixes('a.b.a', by(replaces('a', 'x'), bad, worse))).toMatchObject({ text: 'x.b.x', fixed: 2 })
  })

  test('one that brings a finding, though that could be mended', async () => {
    expect(await applyFixes('aaa', by(replaces('a', 'b'), replaces('b', 'c')))).toMatchObject({ text: 'aaa', fixed: 0 })
  })

  test('one that does harm, until another is done', async () => {
    const needs = (text: string): Draft[] =>
      text.includes('b')
        ? [
            {
              rule: 'b',
              message: 'b',
              at: text.indexOf('b'),
              fix: { edits: [{ start: text.indexOf('b'), end: text.indexOf('b') + 1, text: 'y' }] }
            }
          ]
        : []
    const worse = (text: string): Draft[] =>
      text.includes('y') && text.includes('a')
        ? [
            { rule: 'worse', message: '1', at: 0 },
            { rule: 'worse', message: '2', at: 0 }
          ]
        : []
    // The other can only be mended once the first has been refused and a third is done.
    const later = (text: string): Draft[] =>
      text.includes('c')
        ? [
            {
              rule: 'c',
              message: 'c',
              at: 0,
              fix: { edits: [{ start: text.indexOf('c'), end: text.indexOf('c') + 1, text: '' }] }
            },
            { rule: 'no-a', message: 'Found a', at: text.indexOf('a') }
          ]
        : replaces('a', '')(text)
    expect(await applyFixes('bca', by(needs, worse, later))).toMatchObject({ text: 'y', fighting: [] })
  })

  test('one that makes it another kind of plan, or brings trouble', async () => {
    const lint =
      (more: Partial<JudgedFile>) =>
      (text: string): FileReport =>
        text === 'a' ? by(replaces('a', 'b'))(text) : report(text, [], more)
    expect((await applyFixes('a', lint({ profile: 'q' }))).text).toBe('a')
    expect((await applyFixes('a', lint({ fatalErrors: [{ code: 'crash', message: 'x' }] }))).text).toBe('a')
  })

  test('anything where planlint was in trouble before', async () => {
    expect(
      (
        await applyFixes('a', text =>
          report(
            text,
            by(replaces('a', 'b'))(text).findings.map(finding => ({ fix: finding.fixes![0]! })),
            { fatalErrors: [{ code: 'x', message: 'x' }] }
          )
        )
      ).text
    ).toBe('a')
  })

  test('skeletons, unless they are asked for: findings inside them are what they are for', async () => {
    const wants = (text: string): Draft[] =>
      text.includes('[TODO]')
        ? [{ rule: 'todo', message: 'todo', at: text.indexOf('[TODO]') }]
        : [
            {
              rule: 'missing',
              message: 'missing',
              fix: { safe: false, scaffold: true, edits: [{ start: 1, end: 1, text: '[TODO]' }] }
            }
          ]
    expect(await applyFixes('ab', by(wants))).toMatchObject({ text: 'ab', fixed: 0 })
    expect(await applyFixes('ab', by(wants), { scaffold: true })).toMatchObject({
      text: 'a[TODO]b',
      fixed: 1,
      report: { findings: [{ rule: 'todo' }] }
    })
  })
})

test('fixes that undo each other are named, and the text is as before they began', async () => {
  const result = await applyFixes('a.c', by(replaces('a', 'b', 'flip'), replaces('b', 'a', 'flip'), replaces('c', 'd')))
  expect(result.fighting).toEqual(['flip'])
  expect(result.text).toBe('b.d')
})

test('fixes that never end are named', async () => {
  const grows = (text: string): Draft[] => [
    {
      rule: 'grows',
      message: `Length ${text.length}`,
      fix: { edits: [{ start: text.length, end: text.length, text: '.' }] }
    }
  ]
  const result = await applyFixes(
    '',
    by(text => grows(text).map(draft => ({ ...draft, at: 0 })))
  )
  expect(result.fighting).toEqual(['grows'])
  expect(result.text.length).toBeLessThan(12)
})

test('any edits: applied twice is applied once, nothing outside of them changes', async () => {
  const letters = fc.array(fc.constantFrom(...'abcdef\r\n '), { maxLength: 60 }).map(list => list.join(''))
  const rules = fc.uniqueArray(fc.constantFrom(...'abcdef'), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(letters, rules, fc.constantFrom('', 'X', 'XX\n'), async (text, wrong, to) => {
      const lint = by(...wrong.map(letter => replaces(letter, to)))
      const once = await applyFixes(text, lint)
      expect(once.text).toBe([...text].map(letter => (wrong.includes(letter) ? to : letter)).join(''))
      expect(await applyFixes(once.text, lint)).toMatchObject({ text: once.text, fixed: 0 })
    }),
    { numRuns: 200 }
  )
})

test('where many fixes do harm, the search ends, and says so; what was found is done', async () => {
  const text = 'a'.repeat(100) + 'b' + ' '.repeat(100_000)
  let count = 0
  const lint = (each: string): FileReport => {
    count++
    // Each "x" is two findings where there had been one.
    return by(replaces('a', 'x'), replaces('b', 'y'), one =>
      [...one].flatMap((letter, at) =>
        letter === 'x'
          ? [
              { rule: 'worse', message: 'w', at },
              { rule: 'worse', message: 'w', at }
            ]
          : []
      )
    )(each)
  }
  const result = await applyFixes(text, lint)
  expect(result).toMatchObject({ isCutShort: true, fighting: [] })
  expect(count).toBeLessThanOrEqual(4_000_000 / 100_000 + 1)
  expect(await applyFixes('aab', lint)).toMatchObject({ isCutShort: false, text: 'aay' })
})

test('many fixes at once take no time', async () => {
  const start = spent()
  expect((await applyFixes('a'.repeat(20_000), by(replaces('a', 'b')))).fixed).toBe(20_000)
  expect(spent() - start).toBeLessThan(2000)
})
