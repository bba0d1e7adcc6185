import { describe, expect, it } from 'vitest'
import type { RepoFacts } from '../../src/repo/facts.ts'
import type { Lists } from './listing.ts'
import { findingsOf, holding, listing, textOf } from './listing.ts'

const repo = holding(['tests/app.test.ts'], { scripts: { test: 'vitest', build: 'tsc' } })
const found = (commands: string, more: Lists = {}, facts: RepoFacts = repo, path = 'a-plan.md'): string[] =>
  findingsOf(
    'command-exists',
    textOf({ steps: [`\`src/app.ts\`\n\n\`\`\`sh\n${commands}\n\`\`\``], ...more }),
    listing(),
    { repo: facts, path }
  )

const unknown = (name: string, severity = 'error'): string =>
  `${severity} Unknown script "${name}": package.json has none of that name @${name}`
const missing = (path: string): string => `error Missing "${path}" in the repository: a command runs it @${path}`

describe('what a command needs', () => {
  it('is there', () => expect(found('npm test && npm run build && npx vitest run tests/app.test.ts')).toEqual([]))

  it('is a file that the text says is made, named from the folder that the command runs in', () => {
    const step = (file: string): string =>
      `\`src/app.ts\`\n\nCreate \`${file}\`.\n\n\`\`\`sh\npnpm --filter core exec vitest run test/date.test.ts\n\`\`\``
    expect(found('', { steps: [step('packages/core/test/date.test.ts')] })).toEqual([])
    expect(found('', { steps: [step('packages/core/test/dates.test.ts')] })).toEqual([missing('test/date.test.ts')])
  })

  it('is not there: said once for each', () =>
    expect(found('npm run biuld\nnpm run biuld\nnpm run docs\nnode tests/none.ts')).toEqual([
      unknown('biuld'),
      unknown('docs'),
      missing('tests/none.ts')
    ]))

  it.each([
    'no error',
    'exit 0, no errors',
    'shows no type errors',
    'must not fail',
    'does not fail',
    'never fails',
    '0 failed',
    'zero failures',
    'without any failure',
    'no test fails',
    'errors: 0',
    'if it fails, mend the types'
  ])('matters where no failure is expected: %s', expected =>
    expect(found(`npm run docs # ${expected}`)).toEqual([unknown('docs')])
  )

  it.each([
    'fails: no such script',
    'expected to fail with "not found"',
    'red before the change',
    'not yet found',
    'no longer exists'
  ])('does not matter where one is: %s', expected => expect(found(`npm run docs # ${expected}`)).toEqual([]))

  it.each(['fails', 'fails when two rows differ', 'errors out', 'red'])(
    'matters where what fails is there to be called: %s',
    expected => {
      expect(found(`npm run docs # ${expected}`)).toEqual([unknown('docs')])
      expect(found(`npx vitest run tests/none.test.ts # ${expected}`)).toEqual([])
    }
  )

  it('is not there in a draft: a warning', () => {
    expect(found('npm run docs', { text: '**Status**: Draft' })).toEqual([unknown('docs', 'warning')])
    expect(found('npm run docs', { text: '**Status**: Active' })).toEqual([unknown('docs')])
  })

  it('does not matter once the plan is done', () =>
    expect(found('npm run docs', { text: '**Status**: Done' })).toEqual([]))

  it('cannot be told where the plan starts from a commit that is not known', () =>
    expect(found('npm run docs', { text: '**Base commit**: 1234567' })).toEqual([]))

  it('does not matter where the command is expected to fail', () =>
    expect(found('npm run docs # fails until the script is there')).toEqual([]))
})

describe('what an earlier command creates', () => {
  it.each([
    ['in the same line', 'touch a.ts && node a.ts', []],
    ['a line before', 'touch a.ts\nnode a.ts', []],
    ['a line after', 'node a.ts\ntouch a.ts', [missing('a.ts')]],
    ['after something else', 'npm test\ntouch a.ts b.ts\nnode a.ts\nnode b.ts', []],
    ['only in part', 'touch a.ts\nnode a.ts\nnode b.ts\ntouch b.ts', [missing('b.ts')]]
  ])('%s', (_, commands, messages) => expect(found(commands)).toEqual(messages))

  it('in another step', () => {
    const step = (command: string): string => `\`src/app.ts\`\n\n\`\`\`sh\n${command}\n\`\`\``
    expect(found('', { steps: [step('npm test\ntouch a.ts'), step('node a.ts')] })).toEqual([])
    expect(found('', { steps: [step('node a.ts'), step('touch a.ts')] })).toEqual([missing('a.ts')])
  })
})

describe('a test that a summary lists', () => {
  const profile = {
    ...listing(),
    sections: [...listing().sections, { id: 'summary', title: 'Summary', files: 'tests' as const }]
  }
  const told = (step: string, row: string): string[] =>
    findingsOf(
      'command-exists',
      `${textOf({ steps: [`${step}\n\n\`\`\`sh\nnpx vitest run tests/none.test.ts\n\`\`\``] })}\n## Summary\n\n| File | Covers |\n| --- | --- |\n| ${row} |\n`,
      profile,
      { repo, path: 'a-plan.md' }
    )

  it('is not made by that', () =>
    expect(told('`src/app.ts`', '`tests/none.test.ts` | parsing')).toEqual([missing('tests/none.test.ts')]))
  it.each([
    ['a step makes it', '`tests/none.test.ts`', '`tests/none.test.ts` | parsing'],
    ['the summary says that it is written', '`src/app.ts`', '`tests/none.test.ts` | new: parsing'],
    ['a step says what it writes, and not where', 'the tests of parsing', '`tests/none.test.ts` | parsing']
  ])('is made where %s', (_, step, row) => expect(told(step, row)).toEqual([]))
})

describe('words beside a command', () => {
  const said = (sentence: string): string[] => found('npm test', { steps: [`\`src/app.ts\`\n\n${sentence}`] })

  it.each([
    "Don't use `npm run nope`.",
    'Verify: `npm test` rather than `npm run nope`.',
    '~~`npm run nope`~~ is gone.',
    'Run `npm test`, then `npm run nope` in the billing repo.',
    'In the `billing` repo, run `npm run nope`.',
    'Run `npm run nope` in another repository.',
    'Run `npm run nope` (in shelf/billing).',
    'Run `npm run nope` (script added by PR #31).',
    'Run `npm run nope` (on branch docs).',
    'Run `npm run nope`, if it exists.',
    'Run `npm run nope` or `npm run nix`, whichever exists.'
  ])('say that it is not to be run here: %s', sentence => expect(said(sentence)).toEqual([]))

  it.each([
    'Run `npm run nope`.',
    'Run `npm run nope` in this repository.',
    'Run `npm run nope` (in src/deep).',
    'If it is not green, run `npm run nope`.',
    'Run `npm run nope` from the repo root.',
    'Run `npm run nope` (added by hand).',
    'It must not fail: `npm run nope`.'
  ])('leave it to be run: %s', sentence =>
    expect(
      findingsOf('command-exists', textOf({ steps: [`\`src/app.ts\`\n\n${sentence}`] }), listing(), {
        repo: holding(['tests/app.test.ts', 'src/deep/a.ts'], { scripts: { test: 'vitest' } }),
        path: 'a-plan.md'
      })
    ).toEqual([unknown('nope')])
  )
})
