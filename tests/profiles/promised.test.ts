/** Commands in sentences, below a title that promises a verification, in a plan without a known template. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'
import { holding } from '../rules/listing.ts'

const repo = holding(['src/app.ts'], { scripts: { test: 'vitest', build: 'tsc', dev: 'vite' } })
const planOf = (below: string): string =>
  `# Plan: the lamp post\n\n## Step 1: Dig\n\nDig it.\n\n## Step 2: Stand it up\n\nStand it up.\n\n${below}\n`
const told = (below: string): string[] =>
  lintText(planOf(below), { path: 'docs/plans/lamp.md', now: Date.parse('2026-06-01'), repo })
    .findings.filter(({ rule }) => rule === 'command-exists' || rule === 'verification-quality')
    .map(({ message }) => message.replace(': package.json has none of that name', ''))
const unknown = ['Unknown script "glow"']

describe('a command in a sentence', () => {
  it.each([
    '## Verification\n\n- `npm run glow` passes',
    '## Verification\n\n- [ ] Run `npm run glow`.',
    '## Verification\n\nAfter that, `npm run glow` is green, and so is `npm test`.',
    '## Verification\n\n| What | Command |\n| --- | --- |\n| Light | `npm run glow` |',
    '## Verification\n\n### Light\n\n`npm run glow`',
    '## Verification\n\nDo not hurry, but run `npm run glow`.',
    '## Verification\n\nRemove the ladder. Then `npm run glow` passes.',
    '## How to verify\n\n- `npm run glow` passes',
    '## Test plan\n\n1. `npm run glow`',
    '## Final verification\n\n- `npm run glow`',
    '## Ending\n\nIt stands.\n\n**Verify:** `npm run glow`',
    '## Ending\n\n**How to test:**\n\n- `npm run glow`'
  ])('is looked up where a verification is promised: %j', below => expect(told(below)).toEqual(unknown))

  it.each([
    '## Ending\n\n`npm run glow` lights it.',
    '## Risks\n\n- `npm run glow` may blind the watchman',
    '## Verification results\n\n- `npm run glow` was green',
    '## Verification\n\n### Out of scope\n\n- `npm run glow`'
  ])('is not where none is: %j', below => expect(told(below)).toEqual([]))

  it.each([
    'Run `npm test`, not `npm run glow`.',
    'Run `npm test` instead of `npm run glow`.',
    'Remove the script `npm run glow`.',
    'Remove `npm run dev`, `npm run shine` and `npm run glow`.',
    'Do not run `npm run glow`.',
    'These go away:\n\n- `npm run glow`\n- `npm run shine`',
    '`npm run glow` is removed.',
    '`npm run glow` no longer exists.',
    '`npm run glow` (removed) is not called.',
    'If there is one, `npm run glow` passes.',
    '`npm run glow` passes where it is available.',
    'The help prints `npm run glow`.',
    'The readme has the line `npm run glow`.',
    'Nicht mehr `npm run glow`, und das ist nicht alles.'
  ])('is not where the sentence does not have it run: %j', said =>
    expect(told(`## Verification\n\n${said}`)).toEqual([])
  )

  it.each(['`lamp.yaml` is there', '`GET /lamp` answers', '`glow()` returns', '`glow` is set', '`lampctl glow` works'])(
    'is one of a known program: %s',
    said => expect(told(`## Verification\n\n- ${said}`)).toEqual([])
  )

  it('can fail, and ends, as one in a fence does', () => {
    expect(
      told('## Verification\n\n- `npm test || true`\n- `npm run dev`\n- `npm test -- --watch` shows the lamp')
    ).toEqual([
      'Expected a command that can fail: `|| true` hides the failure of `npm`',
      'Expected a command that ends: `npm run dev` runs until it is stopped',
      'Expected a command that ends: `npm test -- --watch` runs until it is stopped'
    ])
    expect(told('## Verification\n\n- `echo lit`')).toEqual([
      'Expected a command that can fail: `echo` always succeeds'
    ])
    expect(told('## Verification\n\n- `npm test`\n- `echo lit`')).toEqual([])
  })

  it('may be looked at where the sentence says at what', () =>
    expect(
      told(
        '## Verification\n\n- Run `npm run dev` and look at the lamp\n- `echo $LAMP` is green\n- `curl localhost/<lamp>`'
      )
    ).toEqual([]))
})

describe('a plan whose steps say nothing of their verification', () => {
  const steps = ['Dig', 'Stand it up', 'Wire it'].map((name, i) => `## Step ${i + 1}: ${name}\n\n${name}.`).join('\n\n')
  const warned = (notes: string): boolean =>
    lintText(`# Plan: the lamp post\n\n${steps}\n\n## Technical notes\n\n- ${notes}\n`, {
      path: 'docs/plans/lamp.md'
    }).findings.some(({ rule }) => rule === 'step-verification')

  it('says enough where a sentence has a command run to verify it', () => {
    expect(warned('Run `npm run build` to verify that nothing broke')).toBe(false)
  })

  it.each(['Lamps need `npm run build`', 'Do not run `npm run build` to verify it', 'Verify the wiring'])(
    'does not by: %s',
    notes => expect(warned(notes)).toBe(true)
  )
})
