/** A bare "N/A" among other things: a cell of a row, an item of a list. */
import { describe, expect, it } from 'vitest'
import rule from '../../rules/na-justification/index.ts'
import type { Dialect } from './by-profile.ts'
import { brief, findingsBy } from './by-profile.ts'

const own: Dialect = { sections: [{ id: 'goal', title: 'Goal' }] }

describe('a bare one inside something that says more', () => {
  const tables: Dialect = {
    sections: [
      { id: 'needs', title: 'Needs', content: [{ kind: 'table', columns: ['Thing', 'Owner', 'Notes'] }] },
      { id: 'files', title: 'Files', files: 'inventory', content: [{ kind: 'tree', each: 'mark' }] }
    ]
  }
  const needs = (head: string, row: string) =>
    `## Needs\n\n| ${head} |\n${'| - '.repeat(head.split('|').length)}|\n| ${row} |\n`

  it.each([
    ['a demanded column', 'Thing | Owner | Notes', 'Glue | N/A |', ['5 "N/A" without a reason in "Owner"']],
    ['with the reason in the notes', 'Thing | Owner | Notes', 'Glue | N/A | nobody makes it', []],
    ['with a reason of its own', 'Thing | Owner | Notes', 'Glue | N/A – nobody makes it |', []],
    ['the notes', 'Thing | Owner | Notes', 'Glue | @ada | N/A', ['5 "N/A" without a reason in "Notes"']],
    [
      "a column of the author's own",
      'Thing | Owner | Notes | Port',
      'Glue | @ada | | N/A',
      ['5 "N/A" without a reason in "Port"']
    ],
    ["a table of the author's own", 'Host | Port', 'ada | N/A', []]
  ])('a cell: %s', (_, head, row, expected) => {
    expect(brief(findingsBy(rule, tables, needs(head, row)))).toEqual(expected)
  })

  it.each([
    ['of a list', '## Colours\n\n- red\n- N/A\n', ['4 "N/A" without a reason in "Colours"']],
    ['of a numbered one', '## Colours\n\n1. red\n2. N/A.\n', ['4 "N/A" without a reason in "Colours"']],
    ['of boxes', '## Colours\n\n- [ ] red\n- [ ] n/a\n', ['4 "N/A" without a reason in "Colours"']],
    ['below a label', '## Colours\n\n**Of text**:\n\n- red\n- N/A\n', ['6 "N/A" without a reason in "Of text"']],
    [
      'below a label with its value',
      '## Colours\n\n**Of text**: red\n\n- paint\n- N/A\n',
      ['6 "N/A" without a reason in "Colours"']
    ],
    ['alone', '## Colours\n\n- N/A\n', ['3 "N/A" without a reason in "Colours"']],
    ['with a reason', '## Colours\n\n- red\n- N/A – all is dark\n', []],
    ['with a list of its own', '## Colours\n\n- red\n- N/A\n  - it is dark\n', []],
    ['in a quote', '## Colours\n\n- red\n\n> - red\n> - N/A\n', []],
    ['where there is no title', '- red\n- N/A\n', []]
  ])('an item %s', (_, text, expected) => {
    expect(brief(findingsBy(rule, own, text))).toEqual(expected)
  })

  it.each([
    ['the tree that is asked for, which is told as an empty one', '## Files\n\n```text\nN/A\n```\n', []],
    [
      "a fence of a section of the author's own",
      '## Colours\n\n```text\nN/A\n```\n',
      ['3 "N/A" without a reason in "Colours"']
    ]
  ])('%s', (_, text, expected) => {
    expect(brief(findingsBy(rule, tables, text))).toEqual(expected)
  })
})
