/** Steps that only a number counts, in plans of no known kind. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { holding } from './listing.ts'

const repo = holding(['src/post.ts', 'README.md'], { scripts: { lint: 'eslint .', test: 'vitest' } })
const rules = new Set(['step-order', 'command-exists'])

/** What is found, with the line that it stands in. */
const judge = (text: string): string[] => {
  const whole = `# Plan: letters\n\nThe post is late.\n\n${text}`
  return lintText(whole, { path: 'docs/plans/letters.md', repo })
    .findings.filter(({ rule }) => rules.has(rule))
    .map(({ rule, place }) => `${rule} ${whole.split('\n')[place!.start.line - 1]!.trim()}`)
}

const run = 'npx vitest run tests/post.test.ts'
const fence = (command: string): string => `\`\`\`sh\n${command}\n\`\`\``
const first = (command: string): string => `Change \`src/post.ts\` so that it waits.\n\n${fence(command)}`
const second = 'Create `tests/post.test.ts`: a letter waits.'
const titles = ['Let the letters wait', 'Test what waits for whom']

/** Both steps, with what stands before each title. */
const rows = (before: (number: number) => string, command: string, names = titles): string =>
  `${before(1)} ${names[0]}\n\n${first(command)}\n\n${before(2)} ${names[1]}\n\n${second}\n`

const ways: [string, (number: number) => string, string][] = [
  ['titles with a point', n => `## ${n}.`, ''],
  ['titles with a bracket', n => `## ${n})`, ''],
  ['titles with a dash', n => `## ${n} –`, ''],
  ['titles below Steps', n => `### ${n}.`, '## Steps\n\n'],
  ['titles below Implementation Steps', n => `### ${n}.`, '## Implementation Steps\n\n']
]

describe.each(ways)('%s', (_, before, above) => {
  it('are carried out in order', () => expect(judge(above + rows(before, run))).toEqual([`step-order ${run}`]))

  it('have their commands run', () =>
    expect(judge(above + rows(before, 'npm run lnit'))).toEqual(['command-exists npm run lnit']))

  it('are in order', () => expect(judge(above + rows(n => before(3 - n), 'npm run lint'))).toEqual([]))
})

const listed = (command: string, title = 'Steps'): string =>
  `## ${title}\n\n1. Change \`src/post.ts\`. Run \`${command}\`.\n2. ${second}\n3. Run \`npm test\`.\n`

describe('a numbered list below Steps', () => {
  it('is carried out in order', () =>
    expect(judge(listed(run))).toEqual([expect.stringContaining('step-order 1. Change')]))

  it('has its commands run', () => expect(judge(listed('npm run lnit'))).toHaveLength(1))

  it('is in order', () => expect(judge(listed('npm run lint'))).toEqual([]))
})

describe('no row of steps', () => {
  it.each([
    ['chapters of a document', rows(n => `## ${n}.`, run, ['Testing', 'Files to create'])],
    ['one step among chapters', `## 1. Goal\n\nNone.\n\n${rows(n => `## ${n + 1}.`, run, ['Run it here', 'Files'])}`],
    ['titles that are not in order', rows(n => `## ${3 - n}.`, run)],
    [
      'a command that is not there yet',
      `## 1. Let them wait\n\n${fence(run)}\n\nThis fails.\n\n## 2. Test it all\n\n${second}\n`
    ],
    [
      'one of two rows',
      `## Steps\n\n${rows(n => `### ${n}.`, run)}\n## Migration steps\n\n${rows(n => `### ${n}.`, run)}`
    ],
    ['a list of ideas', listed(run, 'Ideas')]
  ])('%s', (_, text) => expect(judge(text).filter(line => line.startsWith('step-order'))).toEqual([]))
})

describe('a block that is all that verifies a step', () => {
  const flaws = (command: string, before: (number: number) => string): string[] =>
    lintText(`# Plan: letters\n\n${rows(before, command)}`, { path: 'docs/plans/letters.md' })
      .findings.filter(({ rule }) => rule === 'verification-quality')
      .map(({ message }) => message)

  describe.each(['## $.', '## Step $:'])('%s', title => {
    const before = (number: number): string => title.replace('$', String(number))

    it('can fail', () => expect(flaws('npx vitest run || true', before)).toHaveLength(1))

    it.each(['npx vitest run', 'docker rm letters || true', 'npm ci\nnpx vitest run || true\nnpm run lint'])(
      '%s',
      command => expect(flaws(command, before)).toEqual([])
    )
  })
})
