/** Front matter whose first line of dashes is missing, and what only looks like it. */
import { describe, expect, it } from 'vitest'
import { unopenedMatter } from '../../src/outline/matter/unopened.ts'
import { spent } from '../spent.ts'

const taken = (text: string): string | undefined => {
  const span = unopenedMatter(text)
  return span && text.slice(span.start, span.end)
}

describe('front matter that no dashes begin', () => {
  it.each([
    ['name: a\nplan: 1\n---\n\n# Title\n', 'name: a\nplan: 1\n---'],
    ['name: a\r\nplan: 1\r\n---\r\n', 'name: a\r\nplan: 1\r\n---'],
    ['\n\n---\nname: a\nplan: 1\n---\nText.\n', '---\nname: a\nplan: 1\n---'],
    [
      'todos:\n  - id: a\n    status: pending\nisProject: false\n---\n',
      'todos:\n  - id: a\n    status: pending\nisProject: false\n---'
    ],
    ['--\nname: a\nplan: 1\n---', '--\nname: a\nplan: 1\n---'],
    ['—\nname: a\nplan: 1\n---', '—\nname: a\nplan: 1\n---'],
    ['name: a\n\n# a comment\nplan: 1\n---', 'name: a\n\n# a comment\nplan: 1\n---']
  ])('is there: %j', (text, whole) => expect(taken(text)).toBe(whole))

  it.each([
    '---\nname: a\nplan: 1\n---\n',
    'name: a\nplan: 1\n\n# Title\n',
    // One key is a sentence with a colon, and names with capitals are labels of the text.
    'note: it rains\n---\n',
    'Author: me\nDate: today\n---\n',
    'name: a\nplan: 1\nIt rains.\n---\n',
    'name: a\nplan: 1\n\n## Title\n\nText.\n\n---\n',
    '# Title\n\nname: a\nplan: 1\n---\n',
    '',
    '\n\n',
    '---'
  ])('is none, or begun: %j', text => expect(taken(text)).toBeUndefined())

  it('takes no time for long texts', () => {
    const start = spent()
    unopenedMatter('name: a\n'.repeat(200_000))
    unopenedMatter('\n'.repeat(400_000))
    expect(spent() - start).toBeLessThan(2000)
  })
})
