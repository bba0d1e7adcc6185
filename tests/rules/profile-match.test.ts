/** What is said of a document that no profile takes for its own. */
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import rule from '../../rules/profile-match/index.ts'
import { lintText } from '../../src/lint/linter.ts'
import { shippedProfiles } from '../../src/profiles/builtin.ts'
import type { Profile } from '../../src/profiles/schema.ts'
import type { Finding } from '../../src/types.ts'
import { told } from './by-profile.ts'

/** Two marks are there, and three are needed. */
const demanding: Profile = {
  name: 'demanding',
  title: 'Own',
  summary: 'Own',
  detect: { sections: { Dreams: 1, Deeds: 1 }, min: 3 },
  sections: [{ id: 'dreams', title: 'Dreams' }]
}

function findingsIn(text: string, profiles: Profile[] = []): Finding[] {
  return lintText(text, { only: [rule], profiles, path: 'a-plan.md', now: 0 }).findings
}

describe('a profile that there is none of', () => {
  it.each([
    ['desing-plan', 'Write design-plan, if that is meant'],
    ['waterfall', `Use one of ${shippedProfiles.map(profile => profile.name).join(', ')}`]
  ])('%s: what is meant, or what there is', (name, help) => {
    expect(told(findingsIn(`---\nplanlint: ${name}\n---\n\nSome text.\n`))).toEqual([
      `1 error Unknown profile "${name}" declared → ${help}`
    ])
  })
})

describe('a document of no known kind', () => {
  it.each([
    ['the title', 'Some text.\n\n## Design Overview\n\nMore.\n\n## Files Modified or Created\n\nx\n', [3, 1, 3, 19]],
    ['the first line', '**Design Overview**: a\n\n**Files Modified or Created**: b\n', [1, 1, 1, 23]]
  ])('that is near to one is told of it at %s', (_, text, expected) => {
    expect(
      findingsIn(text).map(({ place: { start, end } }) => [start.line, start.column, end.line, end.column])
    ).toEqual([expected])
  })

  it('lacks some sections of the nearest profile', () => {
    const sections = ['Dreams', 'Hopes', 'Fears', 'Words', 'Deeds'].map(title => ({ id: title.toLowerCase(), title }))
    const text = '# X\n\n## Dreams\n\nA.\n\n## Hopes\n\nB.\n'
    expect(findingsIn(text, [{ ...demanding, sections }]).map(({ message }) => message)).toEqual([
      'Unknown kind of plan, judged without a template: nearest is demanding, lacking "Fears", "Words", "Deeds"'
    ])
  })

  it('that has nothing but a section of one is what is left of it', () => {
    const neighbour = `1 error Unknown kind of plan, judged without a template: nearest is demanding, lacking "Deeds"`
    const left = '# X\n\n## Dreams\n\nA.\n'
    expect(told(findingsIn(left, [demanding])).map(each => each.replace(/ →.*/, ''))).toEqual([neighbour])
    expect(told(findingsIn(`${left}\n## Hopes\n\nB.\n\n## Fears\n\nC.\n`, [demanding]))).toEqual([])
  })

  it.each([
    ['words that its profile would accept', ['Wishes', 'Acts'], 'warning'],
    ["its profile's own words", ['Dreams', 'Deeds'], 'error']
  ])('among sections of its own, %s are those of many plans, or what is left of one', (_, titles, severity) => {
    const usual = ['Scope', 'Risks'].map(title => ({ id: title.toLowerCase(), title }))
    const sections = [
      { id: 'dreams', title: 'Dreams', aliases: ['Wishes'] },
      { id: 'deeds', title: 'Deeds', aliases: ['Acts'] },
      ...usual,
      ...Array.from({ length: 30 }, (__, at) => ({ id: `w${at}`, title: `Word ${at}` }))
    ]
    const profile: Profile = { ...demanding, detect: { min: 30 }, sections }
    const own = ['Boats', 'Nets', 'Oars', 'Ropes', 'Sails', 'Tides'].map(title => `## ${title}\n\nA.\n`)
    const text = ['# Fishing', ...own, ...titles.map(title => `## ${title}\n\nB.\n`)].join('\n\n')
    const found = findingsIn(`${text}\n## Scope\n\nC.\n\n## Risks\n\nD.\n`, [profile])
    expect(found.map(each => each.severity)).toEqual([severity])
  })

  it("is nobody's business where nothing looks like a plan", () => {
    const text = '# Thoughts\n\nSome text.\n'
    const report = lintText(text, { only: [rule], path: 'notes/thoughts.md', now: 0 })
    expect([report.findings, report.state]).toEqual([[], 'not-judged'])
  })
})

describe('a plan that is likely of some kind', () => {
  const likely = fs.readFileSync('fixtures/rules/profile-match/invalid-likely.md', 'utf8')
  it('is judged, and said to be only that', () => {
    const report = lintText(likely, { path: 'x.md', now: 0 })
    expect(report).toMatchObject({ profile: 'design-plan', recognised: 'likely' })
    expect(report.findings.map(({ rule: id }) => id)).toContain('profile-match')
    expect(report.findings.map(({ severity }) => severity)).toContain('error')
  })

  it('is certain once it says so', () => {
    const report = lintText(`---\nplanlint: design-plan\n---\n\n${likely}`, { only: [rule], path: 'x.md', now: 0 })
    expect(report).toMatchObject({ profile: 'design-plan', recognised: 'named', findings: [] })
  })
})

describe('what is no plan yet', () => {
  it.each([
    ['docs/plans/a.md', '', 1],
    ['PLAN.md', '---\ntitle: x\n---\n\n<!-- later -->\n', 1],
    ['notes.md', '', 0]
  ])('%s without text', (path, text, count) => {
    const report = lintText(text, { only: [rule], path, now: 0 })
    expect(report.findings.map(({ severity }) => severity)).toEqual(Array.from({ length: count }, () => 'error'))
    expect(report.state).toBe('not-judged')
  })

  it.each([
    'PLAN_TEMPLATE.md',
    'docs/plan-template.md',
    'release-plan-template.md',
    'docs/templates/plan.md',
    'template.md'
  ])('%s is a template', path => {
    const text = fs.readFileSync('fixtures/plans/design-plan/valid-2.md', 'utf8')
    expect(lintText(text, { only: [rule], path })).toMatchObject({ state: 'excluded', findings: [] })
    expect(lintText(text, { only: [rule], path, forced: 'design-plan' })).toMatchObject({ state: 'judged' })
    expect(lintText(`---\nplanlint: design-plan\n---\n${text}`, { only: [rule], path }).state).toBe('judged')
  })

  it('is a plan about a template where only its name says so, and nothing in it', () => {
    const text = fs.readFileSync('fixtures/plans/design-plan/valid-2.md', 'utf8')
    const stateOf = (more: string): string =>
      lintText(text + more, { only: [rule], path: 'plans/email-template.md' }).state
    expect(stateOf('')).toBe('judged')
    expect(stateOf('\n[name], [owner name] and [what it is for]\n')).toBe('excluded')
  })

  it.each([
    ['error', '# Garden\n\nTomatoes are red.\n'],
    ['error', 'Tomatoes are red.\n'],
    ['error', '# Plan\n\n- [ ] \n- [ ] \n'],
    ['warning', '# Garden\n\nTomatoes.\n\nBasil.\n\nThyme.\n'],
    [undefined, '# Garden\n\n1. Water it\n2. Wait\n'],
    [undefined, '# Garden\n\n- [ ] Water it\n'],
    [undefined, '# Garden\n\nRun `npm test`.\n'],
    ['error', '# Garden\n\n## Goal\n\nTomatoes.\n'],
    ['error', '# Garden\n\n**Goal**: tomatoes\n'],
    ['error', '# Garden\n\n## Goal\n\nTomatoes.\n\n## Open Questions\n\n- Red ones?\n'],
    [undefined, '# Garden\n\n## Goal\n\nTomatoes.\n\n## Soil\n\nSand.\n\n## Water\n\nRain.\n']
  ])('says nothing that could be carried out: %s for %j', (severity, text) => {
    const told = (path: string): string[] =>
      lintText(text, { only: [rule], path, now: 0 }).findings.map(finding => `${finding.severity} ${finding.message}`)
    expect(told('PLAN.md')).toEqual(severity ? [`${severity} Empty plan: nothing in it can be carried out`] : [])
    expect(told('docs/plans/garden.md')).toEqual(told('PLAN.md'))
    // Elsewhere, its title alone makes it a plan.
    expect(told('garden.md')).toEqual(text.startsWith('# Plan') ? told('PLAN.md') : [])
  })

  it.each([
    ['', 'no text'],
    ['<!-- later -->\n', 'no text'],
    ['# Garden\n\n## Goal\n\n## Steps\n', 'nothing but headings']
  ])('is empty, and says of what: %j', (text, what) => {
    const { findings } = lintText(text, { only: [rule], path: 'PLAN.md', now: 0 })
    expect(findings.map(({ message }) => message)).toEqual([`Empty plan: there is ${what} in it`])
  })

  it('is a template where nearly all is in brackets, and a plan begun where they say TODO', () => {
    const fields = (word: string): string =>
      [
        'Goal',
        'Non-Goals',
        'Design Overview',
        'Open Questions',
        'Plan Review',
        'Dependencies',
        'Cross-Cutting Concerns'
      ]
        .map(title => `## ${title}\n\n[${word}${title} of this plan]\n`)
        .join('\n')
    expect(lintText(fields(''), { only: [rule], path: 'PLAN.md' }).state).toBe('excluded')
    expect(lintText(fields('TODO: '), { only: [rule], path: 'PLAN.md' }).state).toBe('judged')
  })
})
