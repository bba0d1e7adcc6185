/** Fields in angle brackets, which Markdown takes for tags: what is left to fill in, and what only looks like it. */
import { describe, expect, test } from 'vitest'
import { leftoversOf } from '../../src/plan/leftovers/placeholders.ts'
import { at, planned } from './planned.ts'

function left(text: string): string[] {
  const plan = planned(text, {})
  return leftoversOf(plan).map(({ place }) => at(place, plan))
}

const fields = ['<brief description>', '<YYYY-MM-DD>', '<name of the team>', '<Project name>', '<who, and by when>']

describe('where a value belongs', () => {
  test.each(fields)('%s', field => {
    for (const text of [
      field,
      `- ${field}`,
      `1. ${field}`,
      `- [ ] ${field}`,
      `# Plan\n\n## ${field}`,
      `Team: ${field}`,
      `**Team**: ${field}`,
      `- **Team:** ${field}`,
      `- \`search\`: ${field}`,
      `- Find words – ${field}`,
      `| Team | Since |\n| --- | --- |\n| ${field} | May |`,
      `A text before it.\n\n${field}\n\nOne behind.`
    ])
      expect(left(text), text).toEqual([field])
    expect(left(`# Plan\n\n### Step 2: ${field}`)).toEqual([expect.stringContaining(field)])
  })

  test('one line is one slip, each line one of its own', () => {
    expect(left('Team: <name of the team>, TBD')).toHaveLength(1)
    expect(left('<brief description>\n<name of the team>')).toEqual(['<brief description>', '<name of the team>'])
  })
})

test.each(['<your name here>', '<insert the address>', '<TODO>', '<fill in>', '<brief description>'])(
  '%s asks wherever it stands',
  field => expect(left(`It is sent to ${field} once a week.`)).toEqual([field])
)

describe('what is none', () => {
  test.each([
    // HTML, its own elements and those of components.
    '<details open>',
    '<summary>Notes</summary>',
    '<br>',
    '<my-widget>',
    '<my-widget some-text="a b">',
    '<p align="center">text</p>',
    '<Route exact>',
    '<task type="auto">',
    // Types, addresses, comparisons.
    'A Map<String, Person> of them',
    'Vec<String>',
    'Returns: Map<String, Person>',
    'See <https://example.org/a>',
    'Ana <ana@example.org>',
    'a < b and c > d',
    // Code, comments, quotations of a form.
    '`<brief description>`',
    '```text\n<brief description>\n```',
    '<!-- <brief description> -->',
    '[<brief description>](a.md)',
    'Message: "no such team: <name of the team>"',
    '- Error message: <what went wrong>',
    'Name the file <name of the team>.md and keep it.',
    'The server answers <partition_id> and <count of rows> for each.',
    'Format: <YYYY-MM-DD>',
    'Press <enter> to go on.'
  ])('%s', text => expect(left(text)).toEqual([]))
})
