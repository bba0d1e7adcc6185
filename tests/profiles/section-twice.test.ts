/** A section that stands twice: that is told, and all that stands below the second heading is judged as if the two were one. */
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { BoundSection } from '../../src/plan/bind-types.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import { lintText } from '../../src/lint/linter.ts'
import { planBy } from '../plan/own-plan.ts'

const told = (profile: string, text: string): string[] =>
  lintText(text, { path: 'a.md', forced: profile, now: Date.parse('2026-06-01') }).findings.map(
    ({ rule, message }) => `${rule}: ${message}`
  )

describe('a valid plan in which a section begins again before its second unit', () => {
  const plans = builtinProfiles.flatMap(profile => {
    const folder = `fixtures/plans/${profile.name}`
    const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter(name => /^valid-.*\.md$/.test(name)) : []
    return files.flatMap(file => {
      const text = fs.readFileSync(`${folder}/${file}`, 'utf8')
      const split = planBy(profile, text).sections.filter(isSplit)
      return split.map(section => [`${folder}/${file}`, profile.name, text, section] as const)
    })
  })

  it.each(plans)('%s: nothing else is told', (_, profile, text, { spec, part, units }) => {
    const { start, end } = part!.place
    const heading = `\n\n${text.slice(start.offset, end.offset)}\n\n`
    const at = units[1]!.span.start
    const found = told(profile, `${text.slice(0, at).trimEnd()}${heading}${text.slice(at)}`)
    expect(found).toEqual([...told(profile, text), `required-sections: Duplicate section "${spec.title}"`])
  })

  it('there are such plans', () => expect(plans.length).toBeGreaterThan(5))
})

/** Two units with headings below its own, and no part that would be cut in two. What may go by any heading may stand there twice. */
function isSplit({ spec, part, units, children }: BoundSection): boolean {
  return (
    part?.form === 'heading' &&
    spec.or !== 'any-heading' &&
    units.length > 1 &&
    units.every(unit => unit.part.form === 'heading') &&
    children.every(child => !child.part)
  )
}

describe('an OpenSpec delta that adds twice', () => {
  const send =
    '## ADDED Requirements\n\n### Requirement: Send\n\nThe system SHALL send.\n\n#### Scenario: Send\n\n- **WHEN** a letter is sent\n- **THEN** it is out\n'
  const burn = '\n### Requirement: Burn\n\nThe system burns.\n'
  const again = '\n## ADDED Requirements\n'
  const first = 'required-sections: Duplicate section "ADDED Requirements"'

  it.each([
    ['what a requirement lacks', burn],
    [
      'one that is removed as well',
      `${burn}\n## REMOVED Requirements\n\n### Requirement: Burn\n\n**Reason**: Old\n\n**Migration**: None\n`
    ],
    ['one that stands in the first as well', send.slice(send.indexOf('###') - 1)],
    [
      'a heading that is none',
      '\n### Burn\n\nThe system SHALL burn.\n\n#### Scenario: Fire\n\n- **WHEN** lit\n- **THEN** it burns\n'
    ]
  ])('%s: merged or not, it is told', (_, rest) => {
    const merged = told('openspec-delta', send + rest)
    expect(merged).not.toEqual([])
    expect(told('openspec-delta', send + again + rest).toSorted()).toEqual([first, ...merged].toSorted())
  })

  it('a requirement that lacks nothing is fine there', () => {
    const fine = send.slice(send.indexOf('###')).replaceAll('Send', 'Burn')
    expect(told('openspec-delta', `${send}${again}\n${fine}`)).toEqual([first])
  })

  it('a requirement of a second MODIFIED that is removed', () => {
    const changed = send.replace('ADDED', 'MODIFIED')
    const other = changed.replaceAll('Send', 'Burn')
    const gone = '\n## REMOVED Requirements\n\n### Requirement: Burn\n\n**Reason**: Old\n\n**Migration**: None\n'
    expect(told('openspec-delta', `${changed}\n${other}${gone}`)).toContain(
      'step-sequence: Duplicate requirement "Burn"'
    )
  })
})

it('a part of a section that begins again belongs to it', () => {
  const text = fs.readFileSync('fixtures/plans/speckit-spec/valid-1.md', 'utf8')
  const again = '\n## Requirements\n\n### Functional Requirements\n\n- **FR-901**: The system shows it\n'
  const found = told('speckit-spec', text.replace(/(?=\n## Success Criteria)/, again))
  expect(found.filter(each => !each.startsWith('required-sections'))).toEqual([
    'requirement-form: Missing MUST, SHALL or SHOULD in requirement "FR-901"'
  ])
})
