import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validPlan } from '../profiles/inject.ts'
import { folder, repo, sweep, type TestRepo } from '../repo/make.ts'
import type { PlanParts } from './plan.ts'
import { plan, report_ as reportOf } from './plan.ts'

afterAll(sweep)

let made: TestRepo

beforeAll(() => {
  made = repo()
  made.commit('first', { 'src/app.ts': 'x', 'src/old.ts': 'x', 'tests/old.test.ts': 'x', 'src/there.ts': 'x' })
})

async function found(parts: PlanParts, in_ = made): Promise<string[]> {
  const report = await reportOf(in_, 'docs/plans/fresh.md', plan(parts))
  expect(report.fatalErrors).toEqual([])
  return report.findings.map(
    finding =>
      `${finding.severity} ${finding.rule}: ${finding.message}${(finding.related ?? []).map(({ place }) => ` → ${report.source!.slice(place.start.offset, place.end.offset)}`).join('')}`
  )
}

const tree = ['src/store.ts <new>', 'tests/store.test.ts <new>', 'src/app.ts <modified>']

describe('a file that is used too early', () => {
  it.each([
    '`npx vitest run tests/store.test.ts`',
    '`cat src/app.ts && cat tests/store.test.ts`',
    '\n\n```sh\nnpx vitest run tests/store.test.ts\n```'
  ])('%s', async verify => {
    const steps = [
      { files: '`src/store.ts`', verify },
      { files: '`tests/store.test.ts`, `src/app.ts`', verify }
    ]
    expect(await found({ tree, steps })).toEqual([
      'error step-order: Expected "tests/store.test.ts" to be created before step "Step 1: Part 1" uses it → ### Step 2: Part 2'
    ])
  })

  it.each([
    [
      'is created in the same step',
      [
        { files: '`src/store.ts`, `tests/store.test.ts`', verify: '`npx vitest run tests/store.test.ts`' },
        { files: '`src/app.ts`' }
      ]
    ],
    [
      "is named in the step's actions",
      [
        {
          files: '`src/store.ts`',
          actions: ['Begin `store.test.ts` with an empty suite'],
          verify: '`npx vitest run tests/store.test.ts`'
        },
        { files: '`tests/store.test.ts`, `src/app.ts`' }
      ]
    ],
    [
      'lies in a folder of an earlier step',
      [
        { files: '`src/store.ts`, `tests/`', verify: '`npx vitest run tests/store.test.ts`' },
        { files: '`tests/store.test.ts`, `src/app.ts`' }
      ]
    ],
    [
      'is created by a command',
      [
        { files: '`src/store.ts`', verify: '`touch tests/store.test.ts`' },
        { files: '`src/app.ts`', verify: '`npx vitest run tests/store.test.ts`' },
        { files: '`tests/store.test.ts`' }
      ]
    ],
    [
      'is expected to be missing',
      [
        { files: '`src/store.ts`', verify: '`npx vitest run tests/store.test.ts` fails' },
        { files: '`tests/store.test.ts`, `src/app.ts`' }
      ]
    ]
  ])('not where it %s', async (_, steps) => expect(await found({ tree, steps })).toEqual([]))

  it('not where it was there all the time: that is for path-exists', async () =>
    expect(
      await found({
        tree: ['src/there.ts <new>', 'src/app.ts <modified>'],
        steps: [{ files: '`src/app.ts`', verify: '`node src/there.ts`' }, { files: '`src/there.ts`' }]
      })
    ).toEqual(['error path-exists: Conflicting mark on "src/there.ts": it is to be created, but exists already']))
})

describe('a file that is used too late', () => {
  it('is run after its deletion', async () =>
    expect(
      await found({
        tree: ['tests/old.test.ts <deleted>', 'src/app.ts <modified>'],
        steps: [
          { files: '`tests/old.test.ts`' },
          { files: '`src/app.ts`', verify: '`npx vitest run tests/old.test.ts`' }
        ]
      })
    ).toEqual([
      'error step-order: Conflicting steps: step "Step 2: Part 2" uses "tests/old.test.ts" after it was deleted → ### Step 1: Part 1'
    ]))

  it('not where its absence is checked', async () =>
    expect(
      await found({
        tree: ['tests/old.test.ts <deleted>', 'src/app.ts <modified>'],
        steps: [{ files: '`tests/old.test.ts`' }, { files: '`src/app.ts`', verify: '`! test -e tests/old.test.ts`' }]
      })
    ).toEqual([]))
})

describe('a planned file without a step', () => {
  it('is named', async () =>
    expect(await found({ tree, steps: [{ files: '`src/store.ts`' }, { files: '`src/app.ts`' }] })).toEqual([
      'warning step-order: Missing step for "tests/store.test.ts": none touches it'
    ]))

  it.each([
    [
      'an action speaks of it',
      [{ files: '`src/store.ts`', actions: ['Cover it in `store.test.ts`'] }, { files: '`src/app.ts`' }]
    ],
    ['a folder covers it', [{ files: '`src/store.ts`, `tests/`' }, { files: '`src/app.ts`' }]],
    ['a pattern covers it', [{ files: '`src/*.ts`, `tests/**/*.test.ts`' }]],
    ['a step says its files in words', [{ files: '`src/store.ts`' }, { files: 'everything that is left' }]]
  ])('not where %s', async (_, steps) =>
    expect((await found({ tree, steps })).filter(line => line.includes('step-order'))).toEqual([])
  )
})

it("a step's file that is not planned is left to file-coverage", async () =>
  expect(
    await found({ tree, steps: [{ files: '`src/store.ts`, `tests/store.test.ts`, `src/app.ts`, `src/more.ts`' }] })
  ).toEqual(['error file-coverage: Missing "src/more.ts" in the directory tree']))

it('does nothing without a repository', async () => {
  const report = await reportOf(
    { top: folder(), env: process.env } as TestRepo,
    'plan.md',
    plan({ tree: tree.slice(0, 1), steps: [{ files: '`src/store.ts`' }] })
  )
  expect(report.findings).toEqual([])
})

describe('a file that a later step adds to', () => {
  const text = validPlan('advisor-plan', 'valid-1')
    .replace('- `tests/lending/test_desk.py`\n', '- `tests/lending/test_cart.py` (add two tests)\n')
    .replace(/(?<=## Steps\n\n)[^]*(?=## Test plan)/, () =>
      [
        '### Step 1: Refuse',
        '`lending/desk.py` asks the cart, `lending/refusal.py` says why.',
        '**Verify**: `python -m pytest tests/lending/test_cart.py` → exit 0',
        '### Step 2: Add tests',
        'In `tests/lending/test_cart.py`, add a test of a book on the cart.',
        '**Verify**: `python -m pytest tests/lending/test_cart.py` → exit 0, two more',
        ''
      ].join('\n\n')
    )
  const told = async (in_: TestRepo) =>
    (await reportOf(in_, 'plans/004-cart.md', text)).findings
      .filter(({ rule }) => rule === 'step-order')
      .map(({ message }) => message)

  it('is there where nothing says that it was not: the commit of the plan is unknown', async () => {
    const there = repo()
    there.commit('first', { 'tests/lending/test_cart.py': 'x' })
    expect(await told(there)).toEqual([])
  })

  it('is made by that step where there is none', async () =>
    expect(await told(made)).toEqual([
      'Expected "tests/lending/test_cart.py" to be created before step "Step 1: Refuse" uses it'
    ]))
})
