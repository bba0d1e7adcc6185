/** Where front matter ends that nobody closed, and what only looks like it. */
import { describe, expect, it } from 'vitest'
import { unclosedMatter } from '../../src/outline/matter/unclosed.ts'
import { spent } from '../spent.ts'

const last = (text: string): string | undefined => {
  const span = unclosedMatter(text)
  return (
    span &&
    text
      .slice(0, span.end)
      .split(/[\r\n]+/)
      .at(-1)
  )
}

describe('front matter that no dashes close', () => {
  it.each([
    ['---\nname: a\nplan: 1\n\n# Title\n\nText.\n', 'plan: 1'],
    ['---\nname: a\n# Title\n\nText.\n', 'name: a'],
    ['---\nname: a\n<objective>\n', 'name: a'],
    ['---\ntodos:\n  - id: a\n    content: b\n- id: c\n\nText.\n', '- id: c'],
    ['---\nname: a\n\nplan: 1\n\nText.\n', 'plan: 1'],
    ['---\nname: a\n# a comment\nplan: 1\n\nText.\n', 'plan: 1'],
    ['---\nname: a', 'name: a'],
    ['---\r\nname: a\r\nplan: 1\r\n\r\n# Title\r\n', 'plan: 1'],
    // Another sign than dashes closes nothing.
    ['---\nname: a\n--\n\nText.\n', 'name: a'],
    // The dashes of a rule below are not its own.
    ['---\nname: a\n\n# Title\n\nText.\n\n---\n\nMore.\n', 'name: a'],
    ['---\nname: a\n\n## Steps\n\n| a | b |\n| - | - |\n\n---\n', 'name: a']
  ])('ends with its last line: %j', (text, line) => expect(last(text)).toBe(line))

  it.each([
    '---\nname: a\n---\n\n# Title\n',
    '---\nname: a\n\n# parts\n\nplan: 1\n---\n\nText.\n',
    '---\nname: a\n# only a comment\n---\n',
    '---\nname: a\noverview\nplan: 1\n---\n\n# Title\n\nText.\n',
    '---\nname: >\n  Text\n\n  # with a title\n\n  and more\n---\n',
    // A rule at the head of a document.
    '---\n\nname: a\n\n# Title\n',
    '---\nNote: the old one\n\n# Title\n',
    '---\n# Title\n\nname: a\n',
    '---\nText that goes on: and on\n\n# Title\n',
    '--- \n',
    '---',
    '----\nname: a\n',
    '# Title\n\n---\nname: a\n'
  ])('is none, or closed: %j', text => expect(unclosedMatter(text)).toBeUndefined())

  it('takes no time for long texts', () => {
    const start = spent()
    for (const line of ['\n', '# a\n', 'a: b\n', '- a\n', '\n#\n', `${'a'.repeat(70)}\n`])
      unclosedMatter(`---\nname: a\n${line.repeat(200_000)}`)
    expect(spent() - start).toBeLessThan(2000)
  })
})
