/** Commands that cannot fail, where a format says how work is verified without a label of its own. */
import { describe, expect, it } from 'vitest'
import { findingsRewritten } from './rewritten.ts'

/** "severity detail" of what the rule says of a valid plan with a piece written otherwise. */
function told(profile: string, from: string, to: string): string[] {
  return findingsRewritten(profile, from, to)
    .filter(({ rule }) => rule === 'verification-quality')
    .map(({ severity, message }) => `${severity} ${message.replace('Expected a command that can fail: ', '')}`)
}

const bullet = '    - Write the manifest and an empty entry point\n'
const view = 'The view is rendered in the test browser; its pages are counted.'
const hides = '`|| true` hides the failure of `npm`'

describe('a command that cannot fail is told of', () => {
  it.each<[where: string, profile: string, from: string, to: string, said: string]>([
    ['a bullet of Kiro', 'kiro-tasks', bullet, `${bullet}    - Verify: \`npm test || true\`\n`, `warning ${hides}`],
    [
      'a bullet that echoes',
      'kiro-tasks',
      bullet,
      `${bullet}    - Verify: \`echo ok\`\n`,
      'warning `echo` always succeeds'
    ],
    [
      'a sentence of Kiro',
      'kiro-tasks',
      bullet,
      `${bullet}    - Run \`npm test || true\` to verify\n`,
      `warning ${hides}`
    ],
    ['a fence of BMAD', 'bmad-story', view, '```sh\nnpm run build\nnpm test || true\n```', `warning ${hides}`],
    ['a span of BMAD', 'bmad-story', view, 'Run `npm test || true`.', `warning ${hides}`],
    [
      'a test of Copilot',
      'copilot-plan',
      '`python -m pytest tests/rooms` shows',
      '`python -m pytest tests/rooms || true` shows',
      'warning `|| true` hides the failure of `pytest`'
    ],
    [
      'the steps of an ExecPlan',
      'execplan',
      '    python -m pytest tests/test_table.py',
      '    python -m pytest tests/test_table.py || true',
      'error `|| true` hides the failure of `pytest`'
    ],
    [
      'a sentence of any plan',
      'generic',
      '**Verify**: `npx vitest run tests/sorter.test.ts`',
      'Verify with `npm test || true` that it works.',
      `error ${hides}`
    ]
  ])('in %s', (_, profile, from, to, said) => expect(told(profile, from, to)).toEqual([said]))
})

describe('nothing is said', () => {
  it.each<[where: string, profile: string, from: string, to: string]>([
    ['work that may go wrong', 'execplan', '    python -m pytest tests/test_table.py', '    mkdir out || true'],
    ['work of a task', 'bmad-story', 'Add the button to the toolbar', 'Run `npm run seed || true`'],
    ['what was rejected', 'kiro-tasks', bullet, `${bullet}    - Do not verify with \`npm test || true\`\n`]
  ])('of %s', (_, profile, from, to) => expect(told(profile, from, to)).toEqual([]))
})
