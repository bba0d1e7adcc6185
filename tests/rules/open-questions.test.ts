/** Which questions lack a context or somebody to answer them, and which must be answered by now. */
import { describe, expect, it } from 'vitest'
import rule from '../../rules/open-questions/index.ts'
import type { Dialect } from './by-profile.ts'
import { brief, findingsBy, findingsOf, told } from './by-profile.ts'

const context = 'Add what is known and which answers are on the table'
const person = 'Name who should weigh in, with an @ before the name'

/** Is a context missing of the only question of a design plan? */
function lacksContext(question: string): boolean {
  return findingsOf(rule, 'design-plan', `# A plan\n\n## Open Questions\n\n${question}\n`).some(
    ({ messageId }) => messageId === 'context'
  )
}

describe('a question in a list', () => {
  it('is told with its words, where its first line stands', () => {
    const findings = findingsOf(rule, 'design-plan', '## Open Questions\n\n1. Who pays\n   the bill\n')
    expect(told(findings)).toEqual([
      `3 error Missing context of the question "Who pays" → ${context}`,
      `3 warning Missing person for the question "Who pays" → ${person}`
    ])
    expect(findings.map(({ place: { start, end } }) => [start.line, start.column, end.line, end.column])).toEqual([
      [3, 4, 3, 12],
      [3, 4, 3, 12]
    ])
  })

  it.each([
    ['a second sentence', '- Which port? Below 1024 none is free'],
    ['alternatives', '- Should it be the red or the blue one?'],
    ['a reason', '- Do we wait, because the licence ends?'],
    ['a reason without a comma', '- Do we wait given the end of the licence?'],
    ['what came before', '- Do we wait since the licence ended?'],
    ['a remark behind a dash', '- The cache — how long does it live?'],
    ['a remark behind a colon', '- The cache: how long does it live?'],
    ['an item below it', '- Which port?\n  - 80'],
    ['a remark of just eight letters', '- Which port? Any 8080'],
    ['a remark without a space', '- Which port?Any 8080'],
    ['a remark behind a lone mark', '- ? Any 8080'],
    ['more than ninety letters', `- ${'a'.repeat(91)}?`],
    ['a reason, whoever asks', '- The port, as yet unknown']
  ])('has a context in %s', (_, question) => {
    expect(lacksContext(question)).toBe(false)
  })

  it.each([
    ['nothing else', '- Which port? — @ana'],
    ['somebody in parentheses', '- Which port? (@ana)'],
    ['somebody before it', '- @ana which port?'],
    ['somebody with a long name', '- Which port? (@a-rather-long.name/of-a-team_here)'],
    ['somebody with a long name in the end', '- Which port? — @a-rather-long.name'],
    ['a remark of seven letters', '- Which port? Any 808'],
    ['a few letters between many marks', '- Which port?: — – — "(8080" — — — — — @ana'],
    ['ninety letters', `- ${'a'.repeat(90)}? @ana`],
    ['a name alone', '- Port of Redis @ana'],
    ['somebody behind a dash, and no question mark', '- Which queue — @ana'],
    ['somebody in parentheses, and no question mark', '- Which queue (@ana)']
  ])('has no context in %s', (_, question) => {
    expect(lacksContext(question)).toBe(true)
  })

  it.each([
    ['an answer', '- Which port? Answer: 8080'],
    ['a tick', '- [x] Which port?'],
    ['a strike', '- ~~Which port?~~'],
    ['a word of the template', '- Which port? TBD']
  ])('is left alone with %s', (_, question) => {
    expect(brief(findingsOf(rule, 'design-plan', `## Open Questions\n\n${question}\n`))).toEqual([])
  })
})

describe('who is to weigh in', () => {
  const person = (question: string): boolean =>
    findingsOf(rule, 'design-plan', `## Open Questions\n\n- ${question}\n`).some(
      ({ messageId }) => messageId === 'person'
    )

  it.each([
    'Is a second enough for Postgres? A query takes two.',
    'Is five seconds right for Retry-After? Clients wait between 2 and 30.',
    'Do we move by Monday? The lease ends then.'
  ])('is not what the question is about: %s', question => expect(person(question)).toBe(true))

  it.each([
    'Is a second enough? A query takes two. A question for Mira.',
    'Is a second enough? For Mira: a query takes two.',
    'Is a second enough? A query takes two; to be settled by the team',
    'Mira decides: is a second enough? A query takes two. Ask Mira.'
  ])('is named: %s', question => expect(person(question)).toBe(false))
})

describe('a question in another form', () => {
  it.each([
    [
      'a heading with nothing below it',
      '### Which port?\n\n### Which host?\n\nThe user decides: one or two.',
      ['5 Missing context of the question "Which port?"', '5 Missing person for the question "Which port?"']
    ],
    ['a heading with text below it', '### Which port?\n\nBelow 1024 none is free, says @ana.', []],
    ['a heading in a section without any text, which is told of elsewhere', '### Which port?', []],
    ['a heading of two lines', 'Which\nport?\n---\n\n@ana', []],
    ['a label with a value', '**Port**: below 1024 none is free — @ana\n\n**Host**: any — @ana', []],
    ['a label with nobody but a person', '**Host**: @ana', ['5 Missing context of the question "Host"']],
    [
      'a label without one',
      '**Port?**:\n\n**Host**: one of two — @ana',
      ['5 Missing context of the question "Port?"', '5 Missing person for the question "Port?"']
    ]
  ])('is read: %s', (_, body, expected) => {
    expect(brief(findingsOf(rule, 'design-plan', `# A plan\n\n## Open Questions\n\n${body}\n`))).toEqual(expected)
  })
})

describe('boxes that are to be ticked', () => {
  const dialect: Dialect = {
    fields: [{ label: 'Status', values: { Draft: 'draft', Agreed: 'approved', Building: 'active', Done: 'done' } }],
    sections: [
      { id: 'goal', title: 'Goal' },
      {
        id: 'outer',
        title: 'Research',
        sections: [{ id: 'asked', title: 'Asked', checklist: { role: 'question', ticked: 'active' } }]
      }
    ]
  }
  const plan = (status: string, boxes = '- [ ] Which currency?\n- [x] Which tax?'): string =>
    `# A plan\n\n${status}## Research\n\n### Asked\n\n${boxes}\n`

  it('are told once the plan is further than they may be open', () => {
    const findings = findingsBy(rule, dialect, plan('**Status**: Building\n\n'))
    expect(told(findings)).toEqual([
      '9 error Unanswered question while the status is Building: "Which currency?" → Answer it in the plan and tick it, or set the status back until it is answered'
    ])
    expect(findings[0]!.related).toEqual([
      {
        place: { start: { line: 3, column: 13, offset: 22 }, end: { line: 3, column: 21, offset: 30 } },
        message: 'Status is Building'
      }
    ])
  })

  it.each(['', '**Status**: Draft\n\n', '**Status**: Agreed\n\n', '**Status**: Elsewhere\n\n'])(
    'are fine before: %j',
    status => {
      expect(findingsBy(rule, dialect, plan(status))).toEqual([])
    }
  )

  it('say nothing of what is no question', () => {
    const decided: Dialect = {
      sections: [
        ...dialect.sections,
        {
          id: 'decided',
          title: 'Decided',
          units: { role: 'decision', number: false, form: ['any-heading'] }
        }
      ]
    }
    expect(findingsBy(rule, decided, '## Decided\n\n### The port\n\n### The host\n\nOne.\n')).toEqual([])
  })

  it.each([
    ['no box', 'Which currency? The euro.'],
    ['a section that does not apply', 'N/A — nothing to ask'],
    ['no section', '']
  ])('say nothing of %s', (_, body) => {
    expect(findingsBy(rule, dialect, plan('**Status**: Done\n\n', body))).toEqual([])
  })
})

describe('a question among boxes that has none', () => {
  const boxes: Dialect = {
    fields: [{ label: 'Status', values: { Draft: 'draft', Agreed: 'approved' } }],
    sections: [{ id: 'asked', title: 'Asked', checklist: { role: 'question', ticked: 'approved' } }]
  }
  const asked = (status: string, ...items: string[]): string[] =>
    brief(findingsBy(rule, boxes, `# A plan\n\n**Status**: ${status}\n\n## Asked\n\n${items.join('\n')}\n`))

  it('is as open as one that is not ticked', () => {
    expect(asked('Agreed', '- [x] Who pays? We do.', '- Who is paid?')).toEqual([
      '8 Unanswered question while the status is Agreed: "Who is paid?"'
    ])
  })

  it.each([
    ['while it may be open', 'Draft', ['- [x] Who pays? We do.', '- Who is paid?']],
    ['with its answer', 'Agreed', ['- [x] Who pays? We do.', '- Who is paid? Everybody who has worked.']],
    ['where none has a box', 'Agreed', ['- Who is paid?', '- Who pays?']],
    ['that asks nothing', 'Agreed', ['- [x] Who pays? We do.', '- Asked in May.']],
    ['in a list of its own', 'Agreed', ['- [x] Who pays? We do.', '', 'Not ours:', '', '- Who is paid?']]
  ])('is none %s', (_, status, items) => expect(asked(status, ...items)).toEqual([]))
})
