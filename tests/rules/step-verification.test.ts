/** Which steps must say how they are verified, and what counts as that. */
import { describe, expect, it } from 'vitest'
import rule from '../../rules/step-verification/index.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Dialect } from './by-profile.ts'
import { brief, findingsBy, told } from './by-profile.ts'

type VerificationSpec = NonNullable<UnitSpec['verification']>

function dialect(verification?: Partial<VerificationSpec>, more: Partial<UnitSpec> = {}): Dialect {
  const step: UnitSpec = { role: 'step', words: ['Step'], number: 1, ...more }
  if (verification)
    step.verification = { fields: ['Verify', 'Verification', 'Proof'], command: 'required', ...verification }
  return { sections: [{ id: 'steps', title: 'Steps', units: step }] }
}

const add = 'Add **Verify**: a command that fails until the step is done, such as `npm test`'
const write = 'Write the command in backticks or a fence, with what it shows: `npm test` passes'
const observe = 'Say what can be observed, best with a command'

/** What is said of a single step with this body. */
function of(body: string, verification: Partial<VerificationSpec> = {}, more: Partial<UnitSpec> = {}): string[] {
  return told(findingsBy(rule, dialect(verification, more), `## Steps\n\n### Step 1: Sort\n\n${body}\n`))
}

describe('a step', () => {
  it.each([
    ['without a verification', 'Sort it.', [`3 error Missing verification in step "Step 1: Sort" → ${add}`]],
    [
      'with a misspelt label',
      '**Verfy**: `npm test`',
      ['5 error Unknown label "Verfy" in step "Step 1: Sort", expected "Verify" → Write **Verify**']
    ],
    [
      'with nothing after the label',
      '**Verify**:',
      ['5 error Empty verification in step "Step 1: Sort" → Write a command there']
    ],
    [
      'with words alone',
      '**Verify**: the list is in order',
      [`5 error Missing command in the verification of step "Step 1: Sort": "the list is in order" → ${write}`]
    ],
    [
      'with a promise',
      '**Verify**: works as expected',
      [`5 error Empty promise as Verify in step "Step 1: Sort": "works as expected" → ${observe}`]
    ],
    [
      'with a promise and words',
      '**Verify**: works as expected\n\n**Proof**: the list is in order',
      [`5 error Missing command in the verification of step "Step 1: Sort": "works as expected" → ${write}`]
    ],
    ['with a command', '**Verify**: `npm test` passes', []],
    ['with a condition in a fence', '**Verify**:\n\n```bash\n[[ -f dist/list.js ]]\n```', []],
    ['with a condition of PowerShell', '**Verify**:\n\n```powershell\nif (Test-Path dist) { exit 0 }\n```', []],
    ['with a group', '**Verify**: `{ npm test; }`', []],
    ['with a command in one of two places', '**Verify**: the list is in order\n\n**Proof**: `npm test` passes', []],
    ['with a word of the template', '**Verify**: TODO find a command', []],
    [
      'with a word of the template in one of two places',
      '**Verify**: TODO find a command\n\n**Proof**: the list is in order',
      []
    ],
    ['with a sentence that tells to run something', 'Run `npm test`.', []],
    [
      'with a fence that is not indented as its item is',
      '1. Sort\n2. **Verify**: in order\n\n```sh\nnpm test\n```',
      []
    ],
    ['with one that cuts its list', '1. Sort\n2. **Verify**: in order\n\n```sh\nnpm test\n```\n\n3. Commit', []],
    [
      'with one behind another item',
      '1. **Verify**: in order\n2. Commit\n\n```sh\nnpm test\n```',
      [`5 error Missing command in the verification of step "Step 1: Sort": "in order" → ${write}`]
    ],
    ['hidden by a broken fence', '```md\n```js\na()\n```\n```\n\n**Verify**: `npm test`\n\n```sh\nb\n```', []]
  ])('%s', (_, body, expected) => {
    expect(of(body)).toEqual(expected)
  })

  it.each([
    ['goes on behind it', '   Run it:\n\n```sh\nnpm test\n```\n\n2. **Two**\n\n   Run `npm test`.', []],
    ['is led to it', '   Run it:\n\n```sh\nnpm test\n```', []],
    ['has nothing of it', '   Do it.\n\n```sh\nnpm test\n```', ['3 error Missing verification in step "One"']]
  ])('that is an item, cut by a fence, %s', (_, rest, expected) => {
    const body = `## Steps\n\n1. **One**\n\n   **Files**: a.ts\n\n${rest}\n`
    const items = dialect({}, { form: ['item'], fields: [{ label: 'Files' }] })
    expect(told(findingsBy(rule, items, body)).map(each => each.split(' → ')[0])).toEqual(expected)
  })

  it('is told of where its own label stands, else where another one does, else where it ends', () => {
    const own = dialect({ fields: ['Proof', 'Proof by', 'Verify'] })
    expect(
      brief(
        findingsBy(
          rule,
          own,
          '## Steps\n\n### Step 1: Sort\n\n**Verify**: the list is there\n\n**PROOF BY**: the list is in order\n'
        )
      )
    ).toEqual(['7 Missing command in the verification of step "Step 1: Sort": "the list is in order"'])
    expect(
      brief(
        findingsBy(
          rule,
          dialect({}),
          '## Steps\n\n### Step 1: Sort\n\nVerify that it is there.\n\n**Proof**: the list is in order\n\n**Verification**: the list is whole\n'
        )
      )
    ).toEqual(['7 Missing command in the verification of step "Step 1: Sort": "the list is in order"'])
    expect(
      brief(
        findingsBy(
          rule,
          dialect({}),
          '## Steps\n\n### Step 1: Sort\n\nVerify that it is there.\n\nVerify that it is whole.\n\nVerify that it is in order.\n'
        )
      )
    ).toEqual(['9 Missing command in the verification of step "Step 1: Sort": "Verify that it is in order."'])
  })

  it('needs none where the profile does not ask for it', () => {
    expect(findingsBy(rule, dialect(), '## Steps\n\n### Step 1: Sort\n\nSort it.\n')).toEqual([])
  })

  it('takes no other field of it for a slip of the label', () => {
    expect(of('**Verily**: yes', {}, { fields: [{ label: 'Verily' }] })[0]).toMatch(/^3 error Missing verification/)
    expect(of('**Verily**: yes', {}, { fields: [{ label: 'Files' }] })[0]).toMatch(/^5 error Unknown label "Verily"/)
  })
})

describe('a profile', () => {
  it.each([
    ['demands a command', {}, 'error Missing command'],
    ['prefers one', { command: 'preferred' }, 'warning Missing command'],
    ['prefers one, and warns', { command: 'preferred', required: true }, 'warning Missing command'],
    ['demands one, and warns', { required: 'warning' }, 'warning Missing command'],
    ['does without', { command: 'optional' }, undefined]
  ] as [string, Partial<VerificationSpec>, string | undefined][])('%s', (_, spec, expected) => {
    expect(of('**Verify**: the list is in order', spec).map(line => / (\w+ \w+ \w+)/.exec(line)![1])).toEqual(
      expected === undefined ? [] : [expected]
    )
  })

  it.each(['Sort it.', '**Verfy**: `npm test`', '**Verify**:', '**Verify**: it works'])(
    'warns of all defects alike: %s',
    body => {
      expect(
        findingsBy(rule, dialect({ required: 'warning' }), `## Steps\n\n### Step 1: Sort\n\n${body}\n`).map(
          ({ severity }) => severity
        )
      ).toEqual(['warning'])
    }
  )

  it.each([
    ['Sort it.', []],
    ['Verify that the list is in order.', []],
    ['**Verfy**: `npm test`', []],
    ['Run `npm test`.\n\n**Verify**: the list is in order', ['the verification']],
    ['**Verify**:', ['Empty verification']]
  ] as [string, string[]][])('judges only what is given under a label: %s', (body, expected) => {
    expect(of(body, { required: false }).map(line => /Empty verification|the verification/.exec(line)?.[0])).toEqual(
      expected
    )
  })

  it('may ask for one of some units alone', () => {
    const both: Dialect = {
      sections: [
        ...dialect({}).sections,
        { id: 'more', title: 'More', units: { role: 'chore', counts: 'step', words: ['Chore'], number: 1 } }
      ]
    }
    expect(
      brief(findingsBy(rule, both, '## Steps\n\n### Step 1: A\n\nDo.\n\n## More\n\n### Chore 1: B\n\nDo.\n'))
    ).toEqual(['3 Missing verification in step "Step 1: A"'])
  })

  it('may ask for it once the phase of the section is over', () => {
    const phased: Dialect = {
      ...dialect({}),
      fields: [{ label: 'Phase', values: { Planning: [], Work: [] } }]
    }
    phased.sections[0]!.from = 'Planning'
    const plan = (phase: string): string => `**Phase**: ${phase}\n\n## Steps\n\n### Step 1: A\n\nDo.\n`
    expect(findingsBy(rule, phased, plan('Planning'))).toEqual([])
    expect(brief(findingsBy(rule, phased, plan('Work')))).toEqual(['5 Missing verification in step "Step 1: A"'])
  })
})

describe('a section of commands', () => {
  const checks: Dialect = {
    sections: [
      { id: 'checks', title: 'Checks', verification: {} },
      { id: 'goal', title: 'Goal' }
    ]
  }
  it.each([
    [
      'words alone',
      'All is green.',
      ['1 error Missing command in "Checks" → Write the commands that check the work, in backticks or a fence']
    ],
    ['a command', '`npm test` passes.', []],
    [
      'what a part of the code does',
      '- [ ] `almanac` prints nothing',
      ['1 error Missing command in "Checks" → Write the commands that check the work, in backticks or a fence']
    ],
    ['a known program that prints', '- [ ] `make` prints nothing', []],
    ['a program of its own that passes', '- [ ] `actionlint` reports nothing', []],
    ['a program of its own that is run', '- [ ] Run `almanac`: it prints nothing', []],
    ['a word of the template', 'TBD', []],
    ['that nothing applies', 'N/A — prose alone', []],
    ['nothing', '', []]
  ])('with %s', (_, body, expected) => {
    expect(told(findingsBy(rule, checks, `## Checks\n\n${body}\n\n## Goal\n\nAll is green.\n`))).toEqual(expected)
  })
})
