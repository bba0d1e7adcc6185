import { describe, expect, test } from 'vitest'
import { stylish } from '../../src/report/stylish.ts'
import { textWidth } from '../../src/report/text/width.ts'
import { colored, fileReport, finding, placeOf, plain, run, sample, unjudgedFile } from './sample.ts'

const source = 'one\ntwo\nthree\nfour\nfive\n'
const oneFile = (part: Parameters<typeof fileReport>[0]) => run([fileReport(part)])

describe('the whole report', () => {
  test('plain', async () => {
    await expect(stylish.render(sample, plain)).toMatchFileSnapshot('snapshots/stylish.txt')
  })

  test('in colour with links', async () => {
    await expect(stylish.render(sample, colored)).toMatchFileSnapshot('snapshots/stylish.ansi')
  })

  test('narrow', async () => {
    await expect(stylish.render(sample, { ...plain, width: 48 })).toMatchFileSnapshot('snapshots/stylish-narrow.txt')
  })

  test('without sources keeps places and messages', async () => {
    const files = sample.files.map(file => {
      const copy = { ...file }
      delete copy.source
      return copy
    })
    await expect(stylish.render({ ...sample, files }, plain)).toMatchFileSnapshot(
      'snapshots/stylish-without-source.txt'
    )
  })

  test('no code frame is wider than the terminal', () => {
    for (const width of [40, 48, 80, 200]) {
      const frames = stylish
        .render(sample, { ...plain, width })
        .split('\n')
        .filter(line => /^ *\d* │/.test(line))
      expect(frames.length).toBeGreaterThan(15)
      for (const line of frames) expect(textWidth(line), line).toBeLessThanOrEqual(width)
    }
  })
})

describe('the summary', () => {
  test('of clean files names what was looked at', () => {
    const report = run([fileReport({}), fileReport({ path: 'b.md' }), fileReport({ path: 'c.md', profile: 'rfc' })], {
      elapsed: 1234
    })
    expect(stylish.render(report, plain)).toBe(
      '✔ no problems in 3 plans\n  examined 30 sections, 18 steps, 18 commands, 21 files, 36 boxes · design-plan ×2, rfc · 1.2 s\n'
    )
  })

  test('counts what --quiet hides', () => {
    const text = stylish.render(sample, { ...plain, quiet: true })
    expect(text).toContain(
      '✖ 5 problems (3 errors, 2 warnings hidden by --quiet) in 1 of 2 plans, 1 fixable with --fix'
    )
    expect(text).not.toContain('Vague wording')
  })

  test('says that warnings alone fail the run', () => {
    const report = oneFile({ source, findings: [finding({ severity: 'warning', place: placeOf(source, 'two') })] })
    expect(stylish.render(report, plain)).toContain('⚠ 1 problem (1 warning) in 1 plan\n')
    expect(stylish.render(report, { ...plain, maxWarnings: 0 })).toContain(
      '✖ too many warnings: 1 where --max-warnings allows 0'
    )
  })

  test('never calls a run with trouble clean', () => {
    const report = run([fileReport({})], {
      fatalErrors: [{ code: 'crashed-rule', message: 'Rule broke', rule: 'file-tree' }]
    })
    const text = stylish.render(report, plain)
    expect(text).toContain('✖ fatal: Rule broke [crashed-rule, rule file-tree]')
    expect(text).toContain('✖ planlint could not finish its work: 1 failure')
    expect(text).not.toContain('✔')
  })
})

test('notes stand once, with the plans that they are about', () => {
  const note = 'repository-aware rules skipped: no git repository'
  const files = ['a', 'b', 'c', 'd', 'e'].map(path => fileReport({ path, notes: [note] }))
  expect(stylish.render(run(files), plain)).toMatch(
    /^note: repository-aware rules skipped: no git repository\n\n✔ no problems in 5 plans\n/
  )
  expect(stylish.render(run([...files, unjudgedFile({ path: 'f' })]), plain)).toContain(
    `note: ${note}\nnot judged: no profile recognises it as a plan (f)\n`
  )
  expect(stylish.render(run([...files, fileReport({ path: 'f' })]), plain)).toContain(
    `note: ${note} (a, b, c and 2 more)\n`
  )
})

describe('limits', () => {
  test('show errors first and say what is left out', () => {
    const warnings = Array.from({ length: 60 }, (_, index) =>
      finding({ severity: 'warning', message: `W${index}`, place: placeOf(source, 'one') })
    )
    const report = oneFile({
      source,
      findings: [...warnings, finding({ message: 'E', place: placeOf(source, 'five') })]
    })
    const text = stylish.render(report, plain)
    expect(text).toContain('error: E ')
    expect(text).toContain('W48 ')
    expect(text).not.toContain('W49 ')
    expect(text).toContain('… 11 more problems in this file, not shown')
    expect(text).toContain('✖ 61 problems (1 error, 60 warnings) in 1 plan')
  })

  test('hold for the whole run', () => {
    const findings = Array.from({ length: 50 }, () => finding({ place: placeOf(source, 'one') }))
    const report = run(Array.from({ length: 6 }, (_, index) => fileReport({ path: `${index}.md`, source, findings })))
    const text = stylish.render(report, plain)
    expect(text.match(/╰─ error/g)).toHaveLength(200)
    expect(text.match(/… 50 more problems in this file/g)).toHaveLength(2)
  })
})

test('only web addresses become links', () => {
  const report = (url: string) => oneFile({ source, findings: [finding({ url, place: placeOf(source, 'two') })] })
  const link = '\u001b]8;;'
  expect(stylish.render(report('https://example.com/a'), colored)).toContain(`${link}https://example.com/a\u001b\\`)
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'https://e.com/\u0007x']) {
    expect(stylish.render(report(url), colored)).not.toContain(link)
  }
})

test('places outside the text do not throw', () => {
  const point = (line: number, column: number) => ({ line, column, offset: 0 })
  for (const [line, column] of [
    [1, 99],
    [99, 1],
    [0, 0],
    [-1, -5],
    [6, 1]
  ] as const) {
    const place = { start: point(line, column), end: point(line, column) }
    expect(stylish.render(oneFile({ source, findings: [finding({ place })] }), plain)).toContain('╰─ error: Missing')
    expect(stylish.render(oneFile({ source: '', findings: [finding({ place })] }), plain)).toContain(
      '╰─ error: Missing'
    )
  }
})
