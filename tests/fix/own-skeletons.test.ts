/** A new plan by a profile of one's own holds as much as the profile wants, and nothing is told of it but what is to be filled in. */
import { describe, expect, it } from 'vitest'
import { planSkeleton } from '../../src/fix/skeletons/skeleton.ts'
import { lintText } from '../../src/lint/linter.ts'
import { readProfile } from '../../src/profiles/validate.ts'
import type { FieldSpec, SectionSpec, UnitSpec } from '../../src/profiles/schema.ts'

const now = new Date('2026-06-15T12:00:00Z')
const owner: FieldSpec = { label: 'Owner', required: true }
const criterion: UnitSpec = { role: 'criterion', form: 'item', id: { shape: 'AC-#.#', required: true }, min: 2 }
const story: UnitSpec = { role: 'story', form: 'heading', id: { shape: 'ST-##', required: true }, min: 2 }
const step: UnitSpec = { role: 'step', words: ['Step'], number: 1, min: 2 }

const kinds: [string, Partial<SectionSpec>, string[]][] = [
  [
    'rows',
    { units: { role: 'risk', form: 'row', id: { shape: 'R-##', required: true }, min: 3, fields: [owner] } },
    ['| R-01 |', '| R-03 |']
  ],
  [
    'rows of listed names',
    { units: { role: 'sign-off', form: 'row', id: { shape: ['QA', 'SRE', 'DBA'] }, min: 2, fields: [owner] } },
    ['| QA |', '| SRE |']
  ],
  [
    'units in units',
    { units: { ...story, units: criterion } },
    ['**AC-1.1**', '**AC-1.2**', '**AC-2.1**', '**AC-2.2**']
  ],
  [
    'units in units with one number',
    { units: { ...story, units: { ...criterion, form: 'box', id: { shape: 'T###', required: true } } } },
    ['T001', 'T002', 'T003', 'T004']
  ],
  [
    'boxes in boxes',
    {
      units: {
        role: 'task',
        form: 'box',
        id: { shape: '#' },
        min: 2,
        units: { role: 'task', form: 'box', id: { shape: '#.#' }, min: 2 }
      }
    },
    ['- [ ] 1. ', '  - [ ] 1.1 ', '  - [ ] 1.2 ', '- [ ] 2. ', '  - [ ] 2.1 ']
  ],
  [
    'commits numbered through phases',
    {
      units: {
        role: 'phase',
        words: ['Phase'],
        number: 1,
        min: 2,
        units: { role: 'commit', words: ['Commit'], form: 'bold', number: 'through', min: 2 }
      }
    },
    ['Commit 2:', 'Commit 3:', 'Commit 4:']
  ],
  ['items', { content: [{ kind: 'list', min: 3 }] }, []],
  ['items beside a field', { fields: [owner], content: [{ kind: 'list', min: 3 }] }, []],
  ['rows of a table', { content: [{ kind: 'table', columns: ['Who', 'When'], min: 3 }] }, []],
  ['items of a field', { fields: [{ label: 'Parts', required: true, content: [{ kind: 'list', min: 2 }] }] }, []],
  [
    'a table of a field',
    { fields: [{ label: 'Parts', required: true, content: [{ kind: 'table', columns: ['Who', 'When'], min: 2 }] }] },
    []
  ],
  [
    'steps with what their command shows',
    {
      units: {
        ...step,
        fields: [
          { label: 'Run', required: true },
          { label: 'Expected', required: true }
        ],
        verification: { run: ['Run'], expected: ['Expected'] }
      }
    },
    ['**Run**']
  ]
]

describe.each(kinds)('%s', (_, given, pieces) => {
  const profile = {
    name: 'm',
    title: 'M',
    summary: 'm',
    sections: [{ id: 'foo', title: 'Foo', ...given } as SectionSpec]
  }
  const text = planSkeleton(profile, now)

  it('are there as often as they must be', () => {
    expect(readProfile(profile).problems).toEqual([])
    expect(pieces.filter(piece => text.split(piece).length !== (piece === '**Run**' ? 3 : 2))).toEqual([])
    const { findings } = lintText(text, { options: { profile: 'm' }, profiles: [profile] })
    expect(findings.filter(({ rule }) => rule !== 'no-placeholder').map(({ message }) => message)).toEqual([])
    expect(findings).not.toEqual([])
  })
})

it('a label that both the fields and the verification want is there once', () => {
  const [, given] = kinds.at(-1)!
  const text = planSkeleton(
    { name: 'm', title: 'M', summary: 'm', sections: [{ id: 'foo', title: 'Foo', ...given }] },
    now
  )
  expect(text.split('**Expected**')).toHaveLength(3)
})
