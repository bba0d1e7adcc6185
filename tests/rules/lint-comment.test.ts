/** Comments that silence rules name rules that there are, and silence something. */
import { expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

const head = ['---', 'planlint: generic', '---', '']

/** All rules run, since what a comment silences is theirs. */
function told(...lines: string[]): string[] {
  return lintText([...head, ...lines, ''].join('\n'), { now: 0, options: { reportUnusedDisableDirectives: true } })
    .findings.filter(({ rule }) => rule === 'lint-comment')
    .map(
      ({ place: { start }, severity, message, help }) =>
        `${start.line}:${start.column} ${severity} ${message} → ${help}`
    )
}

const vague = ['# A plan', '', '## Steps', '', '### Step 1: Ring the bell', '', 'TODO', '', '**Verify**: `npm test`']

test.each([
  ['<!-- lint disable no-placeholder -->'],
  ['<!--lint ignore no-placeholder-->'],
  ['<!-- lint disable maximum-line-length -->'],
  ['<!-- a comment about lint -->']
])('%s, with something to silence or meant for another tool', comment => {
  const body = comment.includes('ignore')
    ? [...vague.slice(0, 6), comment, '', ...vague.slice(6)]
    : [comment, '', ...vague]
  expect(told(...body)).toEqual([])
})

test('an unknown rule is told of where it is named, each of several', () => {
  expect(told('<!-- lint disable no-placeholder no-such-thing-at-all -->', '', ...vague)).toEqual([
    '5:34 warning Unknown rule "no-such-thing-at-all" in a lint comment → Take it out'
  ])
})

test('of a misspelt one the help names what was meant, and offers it', () => {
  const text = [...head, '<!-- lint disable no-placeholders -->', '', ...vague, ''].join('\n')
  const [finding] = lintText(text, { now: 0 }).findings.filter(({ rule }) => rule === 'lint-comment')
  expect(finding).toMatchObject({
    message: 'Unknown rule "no-placeholders" in a lint comment',
    help: 'Write "no-placeholder"',
    fixes: [{ title: 'Write "no-placeholder"', safe: false, edits: [{ text: 'no-placeholder' }] }]
  })
  const { start, end } = finding!.fixes![0]!.edits[0]!
  expect(text.slice(start, end)).toBe('no-placeholders')
})

test('a comment that silences nothing is told of at the rule', () => {
  expect(told('<!-- lint disable step-verification -->', '', ...vague)).toEqual([
    '5:19 warning Unused "disable step-verification": it silences nothing → Take it out'
  ])
})

test('comments in code are shown, and silence nothing', () => {
  expect(told(...vague, '', '```markdown', '<!-- lint disable no-such-thing-at-all -->', '```')).toEqual([])
})
