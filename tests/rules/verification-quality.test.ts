/** Which commands are looked at, and what is told once. */
import { describe, expect, it } from 'vitest'
import rule from '../../rules/verification-quality/index.ts'
import type { Dialect } from './by-profile.ts'
import { brief, findingsBy } from './by-profile.ts'

const dialect: Dialect = {
  placeholders: ['[directory]'],
  sections: [
    { id: 'goal', title: 'Goal' },
    { id: 'outer', title: 'Outer', sections: [{ id: 'checks', title: 'Checks', verification: {} }] }
  ]
}
const flaws = (body: string): ReturnType<typeof findingsBy> =>
  findingsBy(rule, dialect, `## Goal\n\nRun \`echo done\`.\n\n## Outer\n\n### Checks\n\n${body}\n`)

describe('the commands of a section of checks', () => {
  it.each([
    ['that can fail', '`npm test` passes.', []],
    ['that cannot', 'Run `echo done`.', ['9 Expected a command that can fail: `echo` always succeeds']],
    ['that cannot, beside one that can', 'Run `npm test`, then `echo done`.', []],
    [
      'that hide a failure',
      '`npm test || true` passes, and so does `npm run lint`.',
      ['9 Expected a command that can fail: `|| true` hides the failure of `npm`']
    ],
    ['that runs on', 'Run `vite dev`.', ['9 Expected a command that ends: `vite dev` runs until it is stopped']],
    ['that somebody stops', 'Run `vite dev`, look at the page, and stop it with Ctrl-C.', []],
    [
      'that runs beside the check',
      'With `vite dev` running in another terminal, `curl -f localhost:4000` succeeds.',
      []
    ],
    ['in a terminal of its own', 'In a second terminal, run `vite dev`; then `curl -f localhost:4000`.', []],
    ['in the background', 'Start it in the background:\n\n```sh\nvite dev\n```', []],
    ['while others run', '```sh\nvite dev\n```\n\nWhile the server runs, `curl -f localhost:4000` answers.', []],
    [
      'in the terminal alone',
      'Run `vite dev` in the terminal.',
      ['9 Expected a command that ends: `vite dev` runs until it is stopped']
    ],
    ['that somebody stops, by the next paragraph', '```sh\nvite dev\n```\n\nStop the server after that.', []],
    [
      'with words to be filled in',
      'Run `pytest tests/<name>`.',
      ['9 Placeholder in a command: `<name>` is to be filled in']
    ],
    ['with words of the template, which are told of elsewhere', '```sh\ncd [directory] && npm test\n```', []],
    [
      'with words of the template, and another flaw',
      '```sh\ncd [directory] && npm test || true\n```',
      ['10 Expected a command that can fail: `|| true` hides the failure of `npm`']
    ]
  ])('%s', (_, body, expected) => {
    expect(brief(flaws(body))).toEqual(expected)
  })

  it('are told of each, but of a personal folder once, with a warning', () => {
    const findings = flaws(
      '`cat /home/ana/a`\n`cat /home/ana/a`\n`cat /home/ben/b`\n`npm test || true`\n`npm test || true`'
    )
    expect(
      findings.map(({ place, severity, messageId, related }) => [
        place.start.line,
        severity,
        messageId,
        related?.map(each => `${each.place.start.line} ${each.message}`)
      ])
    ).toEqual([
      [9, 'warning', 'machine-bound', ['10 Here too', '11 Here too']],
      [12, 'error', 'cannot-fail', undefined],
      [13, 'error', 'cannot-fail', undefined]
    ])
  })
})

describe('a command whose output is said', () => {
  const units: Dialect = {
    sections: [
      {
        id: 'work',
        title: 'Work',
        units: { role: 'step', words: ['Step'], number: 1, verification: { run: ['Run'], expected: ['Expected'] } }
      }
    ]
  }
  const judge = (command: string, behind = 'Expected: no `WRONG` lines'): string[] =>
    brief(findingsBy(rule, units, `## Work\n\n### Step 1: Row\n\nRun:\n\n\`\`\`sh\n${command}\n\`\`\`\n\n${behind}\n`))
  const hides = (by: string, of: string) => [
    `8 Expected a command that can fail: \`${by}\` hides the failure of \`${of}\``
  ]

  it.each([
    'grep -q slots src/dock.ts || echo "WRONG: slots"',
    'grep -rn slots src && echo "LEFT" || echo "gone"',
    'npx vitest run | tail -5',
    '[ "$A" = "$B" ] && echo same || echo WRONG'
  ])('%s: shows its failure', command => {
    expect(judge(command)).toEqual([])
    expect(judge(command, 'Then go on.')).toHaveLength(1)
    expect(judge(command, 'Then go on:\n\n```sh\nnpm test\n```\n\nExpected: 3 passed')).toHaveLength(1)
  })

  it('but not that of a program whose exit status counts', () => {
    expect(judge('npx vitest run || true')).toEqual(hides('|| true', 'vitest'))
    expect(judge('npx vitest run || echo "WRONG"')).toEqual(hides('|| echo "WRONG"', 'vitest'))
    expect(judge('[ -s out ] || true')).toHaveLength(1)
  })
})

describe('code in a sentence that would do without a command', () => {
  const item: Dialect = {
    sections: [
      {
        id: 'work',
        title: 'Work',
        units: { role: 'item', number: 1, verification: { fields: ['Done when'], command: 'optional' } }
      }
    ]
  }
  const told = (done: string): string[] =>
    brief(findingsBy(rule, item, `## Work\n\n### 1. Part\n\n**Done when**\n\n${done}\n`))

  it.each([
    '- `folio mint --owner <NAME> --kind <draft|final>` lands in `src/mint.py`.',
    '- `folio sweep --shelf <name> --dry-run` lists what it would move.',
    '- The views `/Shared Views/Open` and `/Shared Views/Closed (last week)` exist.'
  ])('may be the use of what is to be built, or a name: %s', done => expect(told(done)).toEqual([]))

  it.each([
    ['- `pytest tests/<name>.py` passes.', 'Placeholder in a command: `<name>` is to be filled in'],
    ['```sh\nfolio sweep --shelf <name>\n```', 'Placeholder in a command: `<name>` is to be filled in'],
    ['- `npm test || true` passes.', 'Expected a command that can fail: `|| true` hides the failure of `npm`']
  ])('but a tool that is known and a fence are to be run: %s', (done, message) =>
    expect(told(done).map(line => line.replace(/^\d+ /, ''))).toEqual([message])
  )
})

describe('a command where it will do to say how the result shows', () => {
  const milestone: Dialect = {
    sections: [
      {
        id: 'work',
        title: 'Work',
        units: { role: 'milestone', number: 1, verification: { fields: ['Validation'], command: 'observable' } }
      }
    ]
  }
  const told = (validation: string): string[] =>
    brief(findingsBy(rule, milestone, `## Work\n\n### 1. Part\n\n**Validation**\n\n${validation}\n`))

  it('may be looked at while it runs, and must be able to fail all the same', () => {
    expect(told('- `npm run dev`, then open the list and see the new column.')).toEqual([])
    expect(told('- `npm test || true` passes.')).toEqual([
      '7 Expected a command that can fail: `|| true` hides the failure of `npm`'
    ])
    expect(told('```sh\nnpm run dev\n```')).toEqual([
      '8 Expected a command that ends: `npm run dev` runs until it is stopped'
    ])
  })
})
