/** Where "N/A" needs a reason, cannot stand, or is contradicted. */
import { describe, expect, it } from 'vitest'
import rule from '../../rules/na-justification/index.ts'
import type { SectionSpec } from '../../src/profiles/schema.ts'
import type { Dialect } from './by-profile.ts'
import { brief, findingsBy, told } from './by-profile.ts'

const clause = 'Say why in a clause behind it, after a dash'

function dialect(section: Partial<SectionSpec> = {}): Dialect {
  return {
    fields: [
      { label: 'Status', values: { Draft: 'draft', Agreed: 'approved' } },
      { label: 'Approved by', kind: 'approver' },
      { label: 'Ticket', aliases: ['Issue'] }
    ],
    sections: [
      { id: 'risks', title: 'Risks', ...section },
      { id: 'goal', title: 'Goal', fields: [{ label: 'Scope' }, { label: 'Out of scope' }] }
    ]
  }
}

describe('a section that says it does not apply', () => {
  it.each([
    ['bare', {}, 'N/A', [`5 error "N/A" without a reason in "Risks" → ${clause}`]],
    [
      'that only says so again',
      {},
      'N/A because it is not applicable',
      [`5 error Empty reason for "N/A" in "Risks": it only says again that it does not apply → ${clause}`]
    ],
    [
      'that repeats what it is said of',
      {},
      'N/A — risks are not relevant here',
      [`5 error Empty reason for "N/A" in "Risks": it only says again that it does not apply → ${clause}`]
    ],
    [
      'with no word but that',
      {},
      'N/A: risks',
      [`5 error Empty reason for "N/A" in "Risks": it only says again that it does not apply → ${clause}`]
    ],
    ['that says there is none', {}, 'N/A: there are no risks', []],
    [
      'with a word for one to come',
      {},
      'N/A: todo',
      [`5 error Empty reason for "N/A" in "Risks": it says nothing → ${clause}`]
    ],
    ['with a placeholder, which is told elsewhere', {}, 'N/A: TBD', []],
    ['with a reason', {}, 'N/A — nothing is stored', []],
    ['none of it', {}, 'None', []],
    [
      'a plan cannot do without',
      { na: 'never' },
      'N/A — nothing is stored',
      [
        '5 error "N/A" in "Risks", which a plan cannot do without → Write the section: whoever executes the plan needs it'
      ]
    ],
    [
      'with help of its own',
      { na: 'never', content: [{ kind: 'list', hint: 'Name three' }] },
      'N/A',
      ['5 error "N/A" in "Risks", which a plan cannot do without → Write the section: Name three']
    ],
    [
      'whose absence is a warning',
      { na: 'never', required: 'warning' },
      'None',
      [
        '5 warning "None" in "Risks", which a plan should not do without → Write the section: whoever executes the plan needs it'
      ]
    ],
    [
      'bare, where its absence is a warning',
      { required: 'warning' },
      'N/A',
      [`5 error "N/A" without a reason in "Risks" → ${clause}`]
    ],
    ['with a reason, where its absence is a warning', { required: 'warning' }, 'N/A — nothing is stored', []],
    [
      'with no help',
      { na: 'never', content: [{ kind: 'list' }] },
      'N/A',
      [
        '5 error "N/A" in "Risks", which a plan cannot do without → Write the section: whoever executes the plan needs it'
      ]
    ],
    [
      'that demands nothing',
      { na: 'never', content: [] },
      'N/A',
      [
        '5 error "N/A" in "Risks", which a plan cannot do without → Write the section: whoever executes the plan needs it'
      ]
    ]
  ] as [string, Partial<SectionSpec>, string, string[]][])('%s', (_, spec, body, expected) => {
    expect(told(findingsBy(rule, dialect(spec), `# A plan\n\n## Risks\n\n${body}\n`))).toEqual(expected)
  })

  it.each([
    ['None', ['5 error "None" without a reason in "Risks" → Say why in a clause behind it, after a dash']],
    ['None — the reason for it', []]
  ])('%s, where the profile wants a reason for that, too', (body, expected) => {
    const strict = { ...dialect(), na: 'none-too' as const }
    expect(told(findingsBy(rule, strict, `# A plan\n\n## Risks\n\n${body}\n`))).toEqual(expected)
  })

  it('is told of where it says so', () => {
    const [finding] = findingsBy(rule, dialect(), '## Risks\n\n   N/A.\n')
    expect(finding!.place).toEqual({
      start: { line: 3, column: 4, offset: 13 },
      end: { line: 3, column: 8, offset: 17 }
    })
  })
})

describe('a field that says it does not apply', () => {
  it.each([
    ['in the opening', '**Ticket**: N/A\n\n## Goal\n\nSomething.', ['1 "N/A" without a reason in "Ticket"']],
    ['under another of its names', '**Issue**: N/A\n\n## Goal\n\nSomething.', ['1 "N/A" without a reason in "Ticket"']],
    [
      'below its label',
      '## Goal\n\n**Scope**:\n\nN/A\n\n**Out of scope**: N/A — everything is in',
      ['5 "N/A" without a reason in "Scope"']
    ],
    ['or that there is none', '## Goal\n\n**Scope**: None\n\n**Out of scope**: none', []],
    [
      'of nobody, while nobody needs to approve',
      '**Status**: Draft\n**Approved by**: N/A\n\n## Goal\n\nSomething.',
      ['2 "N/A" without a reason in "Approved by"']
    ],
    [
      'of nobody, once the plan is approved, which is told elsewhere',
      '**Status**: Agreed\n**Approved by**: N/A\n**Ticket**: N/A\n\n## Goal\n\nSomething.',
      ['3 "N/A" without a reason in "Ticket"']
    ]
  ])('%s', (_, text, expected) => {
    expect(brief(findingsBy(rule, dialect(), `${text}\n`))).toEqual(expected)
  })

  it('is told of where its value stands', () => {
    const [finding] = findingsBy(rule, dialect(), '## Goal\n\n**Scope**: N/A\n')
    expect([finding!.place.start.column, finding!.place.end.column]).toEqual([12, 15])
  })
})

describe('what the profile does not know', () => {
  it.each([
    ['a section', '## Colours\n\nN/A', ['3 "N/A" without a reason in "Colours"']],
    ['a section that begins with nothing', '## Colours\n\n&nbsp;\n\nN/A', ['3 "N/A" without a reason in "Colours"']],
    ['a section with a list', '## Colours\n\n- N/A', ['3 "N/A" without a reason in "Colours"']],
    ['a section with more than that', '## Colours\n\nN/A\n\n```\nred\n```', []],
    ['a section with a reason', '## Colours\n\nN/A — it has no face', []],
    [
      'a section with an empty reason',
      '## Colours\n\nN/A, not needed',
      ['3 Empty reason for "N/A" in "Colours": it only says again that it does not apply']
    ],
    ['a section that has none', '## Colours\n\nNone', []],
    ['a section that says something', '## Colours\n\nRed. N/A in print.', []],
    ['a section that says something later', '## Colours\n\nRed.\n\nN/A', []],
    ['a section with nothing in it', '## Colours\n\n## Shapes\n', []],
    ['a section of sections', '## Colours\n\nN/A\n\n### Of text\n\nBlack.', []],
    ['a section in such a one', '## Colours\n\n### Of text\n\nN/A', ['5 "N/A" without a reason in "Of text"']],
    ['a label', '## Colours\n\n**Of text**: N/A\n', ['3 "N/A" without a reason in "Of text"']],
    [
      'a label with a list below it',
      '## Colours\n\n**Of text**: N/A\n\n- red\n',
      ['3 Conflicting "N/A" in "Of text": a list stands below it']
    ],
    ['a label with nothing', '## Colours\n\n**Of text**:\n\n**Of lines**: red', []],
    ['no section at all', 'N/A', []],
    ['nothing at all', '', []]
  ])('%s', (_, text, expected) => {
    expect(brief(findingsBy(rule, dialect(), `${text}\n`))).toEqual(expected)
  })

  it('is told of a label at the label', () => {
    const [finding] = findingsBy(rule, dialect(), '## Colours\n\n**Of text**: N/A\n')
    expect([finding!.place.start.column, finding!.severity]).toEqual([1, 'error'])
  })
})

describe('what stands below it', () => {
  const options: Partial<SectionSpec> = {
    units: { role: 'option', form: ['heading', 'bold'], words: ['Option'], number: false, fields: [{ label: 'Price' }] }
  }

  it.each([
    [
      'options with titles of their own',
      'N/A — only one way is open\n\n### Option A: Rent\n\n**Price**: low\n\n### Option B: Buy\n\n**Price**: high',
      ['5 Conflicting "N/A" in "Risks": option "Option A: Rent" stands below it']
    ],
    ['one that is struck out', 'N/A — only one way is open\n\n### ~~Option A: Rent~~\n', []],
    [
      'options below an introduction that leads to them',
      'N/A for the second stage, which has none of these:\n\n### Option A: Rent\n\n**Price**: low',
      []
    ]
  ])('%s', (_, body, expected) => {
    expect(brief(findingsBy(rule, dialect(options), `# A plan\n\n## Risks\n\n${body}\n`))).toEqual(expected)
  })
})

describe('a section that stands as a label', () => {
  const outer: Dialect = {
    sections: [
      {
        id: 'concerns',
        title: 'Concerns',
        sections: [
          { id: 'testing', title: 'Testing', na: 'unless-tests' },
          { id: 'speed', title: 'Speed', na: 'never' }
        ]
      },
      { id: 'files', title: 'Files', files: 'inventory', content: [{ kind: 'tree', each: 'mark' }] }
    ]
  }
  const withTests = '\n## Files\n\n```text\nsrc/\n└── pump.ts <new>\ntests/\n└── pump.test.ts <new>\n```\n'

  it.each([
    [
      'is contradicted as one that is a heading',
      `## Concerns\n\n**Testing:** N/A – hardly any code.\n${withTests}`,
      ['3 Conflicting "N/A" in "Testing": the plan names the test file tests/pump.test.ts']
    ],
    ['is not where nothing contradicts it', '## Concerns\n\n**Testing:** N/A – hardly any code.\n', []],
    ['says more in what follows', `## Concerns\n\n**Testing:** By hand.\n\nN/A – hardly any code.\n${withTests}`, []],
    [
      'cannot be done without, either',
      '## Concerns\n\n**Speed**: N/A – it is fast.\n',
      ['3 "N/A" in "Speed", which a plan cannot do without']
    ],
    ['needs a reason once', '## Concerns\n\n**Testing**: N/A\n', ['3 "N/A" without a reason in "Testing"']]
  ])('%s', (_, text, expected) => {
    expect(brief(findingsBy(rule, outer, text))).toEqual(expected)
  })
})
