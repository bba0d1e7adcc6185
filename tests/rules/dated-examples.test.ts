/** An example of what is logged is the template's, whatever date was written in front of it. */
import { describe, expect, it } from 'vitest'
import { told } from './small.ts'

const sentence = 'Somebody asked for a second queue and got one'

describe('an example behind a date', () => {
  const left = (line: string): string[] =>
    told(
      'no-placeholder',
      { placeholders: [`*${sentence}*`], sections: [{ id: 'log', title: 'Log' }] },
      '# A plan',
      '',
      '## Log',
      '',
      line
    )

  it.each([
    `- ${sentence}`,
    `- **2025-03-01** ${sentence}`,
    `- **2025-03-01 10:00 UTC** ${sentence}.`,
    `- 2025-03-01: ${sentence}`,
    `- 1 March 2025 – ${sentence}`
  ])('%s', line => expect(left(line)).toHaveLength(1))

  it.each([`- **2025-03-01** ${sentence}, which we took back`, '- **2025-03-01** The queue was written'])('%s', line =>
    expect(left(line)).toEqual([])
  )
})
