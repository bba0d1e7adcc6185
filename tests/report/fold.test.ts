import { describe, expect, test } from 'vitest'
import { planSkeleton } from '../../src/fix/skeletons/skeleton.ts'
import { lintText } from '../../src/lint/linter.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import { agent } from '../../src/report/agent.ts'
import { capGroups, countFindings, foldFindings } from '../../src/report/fold.ts'
import { json } from '../../src/report/json.ts'
import { markdown } from '../../src/report/markdown.ts'
import { stylish } from '../../src/report/stylish.ts'
import type { Finding, Fold } from '../../src/types.ts'
import { validPlans } from '../profiles/mutate.ts'
import { fileReport, finding, placeOf, plain, run } from './sample.ts'

const source = 'alpha\nbeta beta\ngamma\ndelta\n'
const fold = (one: string, several = 'Left in {count} places'): Fold => ({ several, one, help: 'Mend all' })
const at = (needle: string, more: Partial<Finding> = {}): Finding =>
  finding({ place: placeOf(source, needle), help: `Mend ${needle}`, message: `Left: ${needle}`, ...more })
const three = [
  at('alpha', { fold: fold('"a"') }),
  at('beta', { fold: fold('"b"') }),
  at('delta', { fold: fold('"d"'), fixes: [{ title: 'x', safe: true, edits: [] }] })
]

describe('findings that belong together', () => {
  test('stand at the first, each with its line', () => {
    const other = at('gamma')
    const groups = foldFindings([three[0]!, three[1]!, other, three[2]!])
    expect(groups.map(({ findings }) => findings)).toEqual([three, [other]])
    expect(groups[0]).toMatchObject({
      message: 'Left in 3 places',
      places: ['line 1: "a"', 'line 2: "b"', 'line 4: "d"'],
      help: 'Mend all',
      fixable: 1,
      place: three[0]!.place
    })
    expect(groups[1]).toMatchObject({ message: 'Left: gamma', help: 'Mend gamma', places: [], fixable: 0 })
    expect(countFindings(groups)).toBe(4)
  })

  test('on one line are named by the message', () => {
    const [group] = foldFindings(['"a"', '"b"', '"c"'].map(one => at('beta', { fold: fold(one) })))
    expect(group).toMatchObject({ message: 'Left in 3 places: "a", "b", "c"', places: [], help: 'Mend beta' })
  })

  test('are from three on, of one severity and of the same words; rules may differ', () => {
    expect(foldFindings(three.slice(1))).toHaveLength(2)
    expect(foldFindings([...three.slice(1), at('alpha', { fold: fold('"a"'), severity: 'warning' })])).toHaveLength(3)
    expect(foldFindings([...three.slice(1), at('alpha', { fold: fold('"a"', 'Lost: {count}') })])).toHaveLength(3)
    const mixed = foldFindings([...three.slice(1), at('gamma', { fold: fold('"g"'), rule: 'step-fields' })])
    expect(mixed).toHaveLength(1)
    expect(mixed[0]!.rules).toEqual(['step-verification', 'step-fields'])
  })

  test('keep their helps where none is common to all, equal ones once', () => {
    const own = (needle: string, help: string) => at(needle, { help, fold: { several: 'Lost: {count}', one: needle } })
    const [group] = foldFindings([own('alpha', 'Write it'), own('beta', 'Add it'), own('gamma', 'Write it')])
    expect(group!.help).toBe('Write it\nAdd it')
  })

  test('count as one where a report is full, errors first, and none is forgotten', () => {
    const warning = at('gamma', { severity: 'warning' })
    const all = foldFindings([warning, ...three])
    expect(capGroups(all, 1)).toEqual([all[1]])
    expect(countFindings(all) - countFindings(capGroups(all, 1))).toBe(1)
    expect(capGroups(all, 2)).toEqual(all)
  })
})

test('second places that say the same stand together from the third on, by file', () => {
  const here = (needle: string, message = 'Here, too', path?: string) => ({
    place: placeOf(source, needle),
    message,
    ...(path === undefined ? {} : { path })
  })
  const [group] = foldFindings([
    at('alpha', {
      related: [
        here('beta'),
        here('gamma'),
        here('delta'),
        here('delta'),
        here('beta', 'Open'),
        here('beta', 'Open', 'b.md')
      ]
    })
  ])
  expect(group!.related.map(({ path, message, places }) => [path, message, places.length])).toEqual([
    [undefined, 'Here, too', 3],
    [undefined, 'Open', 1],
    ['b.md', 'Open', 1]
  ])
  const report = run([fileReport({ source, findings: group!.findings })])
  expect(stylish.render(report, plain)).toContain('├─ lines 2, 3, 4 Here, too')
  // The text of another file is not at hand: its place is named, and no line of this one shown for it.
  expect(stylish.render(report, plain)).toMatch(/├─ b\.md:2:1 Open\n[^│]*╰─/)
  expect(agent.render(report, plain)).toContain('(lines 2, 3, 4: Here, too) (line 2: Open) (b.md line 2: Open)')
  expect(markdown.render(report, plain)).toContain(
    '<br>lines 2, 3, 4: Here, too<br>line 2: Open<br>b.md line 2: Open<br>'
  )
})

const formats = { stylish, markdown, agent }

/** Profiles that ask for so little are begun with less than three things to fill in. */
const short = new Set([
  'openspec-tasks',
  'openspec-design',
  'cursor-plan',
  'speckit-checklist',
  'speckit-constitution',
  'speckit-quickstart',
  'speckit-research',
  'speckit-data-model'
])
const begun = builtinProfiles.map(({ name }) => name).filter(name => !short.has(name))

describe.each(begun)('a plan of %s that was only begun', name => {
  const text = planSkeleton(
    builtinProfiles.find(profile => profile.name === name)!,
    new Date('2026-01-01')
  )
  const judged = lintText(text, { path: 'docs/plan.md' })
  const report = run([fileReport({ source: text, findings: judged.findings })])
  const wide = { ...plain, width: 5000 }

  test('has one frame for what was left of the template, which names each', () => {
    const left = judged.findings.filter(({ rule }) => rule === 'no-placeholder')
    expect(left.length).toBeGreaterThanOrEqual(3)
    expect(foldFindings(judged.findings).filter(({ rules }) => rules.includes('no-placeholder'))).toHaveLength(1)
    for (const each of left) expect(stylish.render(report, wide)).toContain(each.fold!.one)
    for (const each of left) expect(agent.render(report, wide)).toContain(`line ${each.place.start.line}: `)
  })

  test.each(Object.entries(formats))('is counted as JSON counts it in %s', (_, format) => {
    const { summary } = JSON.parse(json.render(report, plain)) as { summary: { errors: number; warnings: number } }
    const problems = summary.errors + summary.warnings
    expect(format.render(report, wide)).toContain(`${problems} problems (`)
  })
})

describe('sections that are missing in a row', () => {
  const text = validPlans('design-plan')['valid-1']!.replace(/\r\n/g, '\n')
  const cut = text.slice(0, text.indexOf('## 2. Non-Goals')) + text.slice(text.indexOf('## 10. Plan Review'))
  const { findings } = lintText(cut, { path: 'docs/plan.md', options: { profile: 'design-plan' } })
  const missing = findings.filter(({ messageId }) => messageId === 'missing')

  test('are one finding each, and one frame', () => {
    expect(missing).toHaveLength(8)
    const [group, ...others] = foldFindings(missing)
    expect(others).toEqual([])
    expect(group!.message).toMatch(
      /^Missing 8 sections after "1\. Goal": "Non-Goals", "Design Overview", .*"Open Questions"$/
    )
  })

  test('apart from those behind the next that is there', () => {
    const both = cut.slice(0, cut.indexOf('## 10. Plan Review'))
    const kept =
      both + text.slice(text.indexOf('## 5. Alternatives Considered'), text.indexOf('## 6. Implementation Steps'))
    const groups = foldFindings(
      lintText(kept, { path: 'docs/plan.md', options: { profile: 'design-plan' } }).findings.filter(
        each => each.messageId === 'missing'
      )
    )
    expect(groups.map(({ message }) => message.slice(0, message.indexOf(':')))).toEqual([
      'Missing 3 sections after "1. Goal"',
      'Missing 5 sections after "5. Alternatives Considered"'
    ])
  })
})
