/** What a unit of work must have by its profile: fields, and content of a kind. */
import { describe, expect, it } from 'vitest'
import rule from '../../rules/step-fields/index.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Dialect } from './by-profile.ts'
import { brief, findingsBy, told } from './by-profile.ts'

function dialect(more: Partial<UnitSpec> = {}): Dialect {
  return {
    sections: [
      {
        id: 'steps',
        title: 'Steps',
        units: { role: 'step', words: ['Step'], number: 1, ...more }
      }
    ]
  }
}

/** What is said of a single step with this body. */
function of(body: string, more: Partial<UnitSpec>): string[] {
  return told(findingsBy(rule, dialect(more), `## Steps\n\n### Step 1: Sort\n\n${body}\n`))
}

const files = { label: 'Files', required: true, kind: 'files' } as const

describe('fields', () => {
  it.each([
    [
      'missing',
      '',
      [{ ...files, hint: '`a.ts`' }],
      ['3 error Missing "Files" in step "Step 1: Sort" → Add **Files**: `a.ts`']
    ],
    [
      'missing, and better there',
      '',
      [{ ...files, required: 'warning' }],
      ['3 warning Missing "Files" in step "Step 1: Sort" → Add **Files**: …']
    ],
    ['missing, and not needed', '', [{ ...files, required: false }], []],
    [
      'misspelt',
      '**Fles**: `a.ts`',
      [files],
      ['5 error Unknown label "Fles" in step "Step 1: Sort", expected "Files" → Write **Files**']
    ],
    ['empty', '**Files**:', [files], ['5 error Empty "Files" in step "Step 1: Sort" → Write it out']],
    [
      'of another form',
      '**Boxes**: some',
      [{ label: 'Boxes', required: true, kind: 'tasks' }],
      ['5 error Expected a task list under "Boxes" in step "Step 1: Sort" → Write each as a task: "- [ ] …"']
    ],
    ['as they should be', '**Files**: `a.ts`', [files], []],
    ['hidden by a broken fence', '```md\n```js\na()\n```\n```\n\n**Files**: `a.ts`\n\n```sh\nb\n```', [files], []]
  ] as [string, string, UnitSpec['fields'], string[]][])('%s', (_, body, fields, expected) => {
    expect(of(body, { fields })).toEqual(expected)
  })

  it('are no slips of each other, nor of the label of the verification', () => {
    const verification = { fields: ['Verified'], command: 'optional' } as const
    expect(of('**Filed**: yes', { fields: [files] })[0]).toMatch(/Unknown label "Filed"/)
    expect(of('**Filed**: yes', { fields: [files, { label: 'Filed' }] })[0]).toMatch(/Missing "Files"/)
    expect(of('**Verified**: yes', { fields: [{ label: 'Verifier', required: true }] })[0]).toMatch(
      /Unknown label "Verified"/
    )
    expect(
      of('**Verified**: yes', {
        fields: [{ label: 'Verifier', required: true }],
        verification: { ...verification, fields: ['Verified'] }
      })[0]
    ).toMatch(/Missing "Verifier"/)
  })

  it.each([
    ['first', 'A'],
    ['middle', 'B'],
    ['last', 'C'],
    [{ title: ['b'] }, 'B'],
    [{ title: ['a', 'c'] }, 'AC'],
    [{ not: { title: ['a'] } }, 'BC']
  ] as const)('are demanded of those alone that the profile means: %j', (where, lacking) => {
    const plan = '## Steps\n\n### Step 1: A\n\nDo.\n\n### Step 2: B\n\nDo.\n\n### Step 3: C\n\nDo.\n'
    const field = { ...files, where } as typeof files
    const found = brief(findingsBy(rule, dialect({ fields: [field] }), plan)).join()
    expect(['A', 'B', 'C'].filter(name => found.includes(`: ${name}"`)).join('')).toBe(lacking)
  })

  it('are a warning elsewhere where the profile says so', () => {
    const plan = '## Steps\n\n### Step 1: A\n\nDo.\n\n### Step 2: Docs\n\nDo.\n'
    const field = { ...files, where: { not: { title: ['docs'] } }, otherwise: 'warning' as const }
    expect(findingsBy(rule, dialect({ fields: [field] }), plan).map(finding => finding.severity)).toEqual([
      'error',
      'warning'
    ])
  })

  it('come with a fix where they are misspelt', () => {
    expect(
      findingsBy(rule, dialect({ fields: [files] }), '## Steps\n\n### Step 1: Sort\n\n**Fles**: `a.ts`\n')[0]!.fixes
    ).toHaveLength(1)
    expect(
      findingsBy(rule, dialect({ fields: [files] }), '## Steps\n\n### Step 1: Sort\n\nDo.\n')[0]!.fixes
    ).toBeUndefined()
  })
})

describe('content', () => {
  it.each([
    ['missing', 'Do.', [{ kind: 'command' }], ['3 error Missing command in step "Step 1: Sort" → Write a command']],
    [
      'missing, with help',
      'Do.',
      [{ kind: 'tasks', hint: 'List what to do' }],
      ['3 error Missing task list in step "Step 1: Sort" → List what to do']
    ],
    [
      'missing, and better there',
      'Do.',
      [{ kind: 'table', required: 'warning' }],
      ['3 warning Missing table in step "Step 1: Sort" → Write a table']
    ],
    ['there', '`npm test` passes.', [{ kind: 'command' }, { kind: 'text' }], []]
  ] as [string, string, UnitSpec['content'], string[]][])('%s', (_, body, content, expected) => {
    expect(of(body, { content })).toEqual(expected)
  })
})

describe('units', () => {
  it.each(['step', 'commit', 'item', 'phase'] as const)('of work are looked at: %s', role => {
    expect(brief(findingsBy(rule, dialect({ role, fields: [files] }), '## Steps\n\n### Step 1: A\n\nDo.\n'))).toEqual([
      `3 Missing "Files" in ${role} "Step 1: A"`
    ])
  })

  it.each(['decision', 'risk', 'question'] as const)('of another kind have rules of their own: %s', role => {
    expect(findingsBy(rule, dialect({ role, fields: [files] }), '## Steps\n\n### Step 1: A\n\nDo.\n')).toEqual([])
  })

  it('are looked at once the phase of their section is over', () => {
    const phased: Dialect = {
      ...dialect({ fields: [files] }),
      fields: [{ label: 'Phase', values: { Planning: [], Work: [] } }]
    }
    phased.sections[0]!.from = 'Planning'
    const plan = (phase: string): string => `**Phase**: ${phase}\n\n## Steps\n\n### Step 1: A\n\nDo.\n`
    expect(findingsBy(rule, phased, plan('Planning'))).toEqual([])
    expect(brief(findingsBy(rule, phased, plan('Work')))).toEqual(['5 Missing "Files" in step "Step 1: A"'])
  })
})
