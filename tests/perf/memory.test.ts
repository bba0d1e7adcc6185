/** What is remembered of texts changes no verdict: not their order, nor what was judged before, nor how an author's text came to be. */
import { expect, test, vi } from 'vitest'
import type { lintText } from '../../src/lint/linter.ts'
import type { remember } from '../../src/util/remember.ts'
import { planFixtures, ruleFixtures } from '../rules/load.ts'

const texts = [...ruleFixtures(), ...planFixtures()].map(({ text }) => text)
/** Each is judged five times and more. */
const some = texts.filter((_, i) => i % 5 === 0)

/** A linter that remembers nothing yet. */
async function freshLinter(): Promise<typeof lintText> {
  vi.resetModules()
  return (await import('../../src/lint/linter.ts')).lintText
}

/** What an editor sends while somebody writes: a line more above all, a word more in the middle, a line less. */
function editsOf(text: string): string[] {
  const lines = text.split('\n')
  const middle = lines.length >> 1
  return [
    `\n${text}`,
    lines.map((line, i) => (i === middle ? `${line} more` : line)).join('\n'),
    lines.filter((_, i) => i !== middle).join('\n')
  ]
}

test('a text is judged as if it were the first, whatever came before', async () => {
  const first = await freshLinter()
  const expected = some.map(text => first(text, { path: 'PLAN.md' }))
  const later = await freshLinter()
  for (const [i, text] of [...some.entries()].reverse()) {
    for (const edited of editsOf(text)) later(edited, { path: 'PLAN.md' })
    expect(later(text, { path: 'PLAN.md' })).toEqual(expected[i])
  }
})

test('a text that was edited is judged as one that was opened so', async () => {
  const edited = await freshLinter()
  const reports = some.map(text => editsOf(text).map(each => edited(each, { path: 'PLAN.md' })))
  const opened = await freshLinter()
  for (const [i, text] of [...some.entries()].reverse())
    expect(editsOf(text).map(each => opened(each, { path: 'PLAN.md' }))).toEqual(reports[i])
})

test('nobody changes what is remembered', async () => {
  const answers: { answer: unknown; written: string }[] = []
  vi.doMock('../../src/util/remember.ts', async importOriginal => {
    const original = await importOriginal<{ remember: typeof remember }>()
    const watched: typeof remember = (make, ...rest) =>
      original.remember(
        text => {
          const answer = make(text)
          answers.push({ answer, written: JSON.stringify(answer) })
          return answer
        },
        ...rest
      )
    return { remember: watched }
  })
  const lint = await freshLinter()
  for (const text of texts) lint(text, { path: 'PLAN.md' })
  vi.doUnmock('../../src/util/remember.ts')
  expect(answers.length).toBeGreaterThan(1000)
  for (const { answer, written } of answers) if (JSON.stringify(answer) !== written) expect(answer).toEqual(written)
})
