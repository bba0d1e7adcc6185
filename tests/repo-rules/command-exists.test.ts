import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { repo, sweep, type TestRepo } from '../repo/make.ts'
import { plan, report_ as reportOf } from './plan.ts'

afterAll(sweep)

let made: TestRepo

beforeAll(() => {
  made = repo()
  made.commit('first', {
    'package.json': JSON.stringify({
      name: 'relay',
      scripts: { test: 'vitest', build: 'tsc', 'lint:docs': 'x' },
      workspaces: ['packages/*']
    }),
    'packages/core/package.json': JSON.stringify({ name: '@relay/core', scripts: { bench: 'x' } }),
    'packages/web/package.json': JSON.stringify({ name: '@relay/web', scripts: { dev: 'x' } }),
    Makefile: 'check:\n\ttrue\nrelease: check\n\ttrue\n',
    justfile: 'fmt:\n  true\n',
    'tools/Makefile': 'include other.mk\nonly:\n\ttrue\n',
    'tests/relay.test.ts': 'x',
    'tests/test_relay.py': 'x',
    'backend/tests/test_api.py': 'x',
    'scripts/run.sh': 'x',
    'scripts/release.sh': 'x',
    'src/app.ts': 'x',
    'internal/queue/queue.go': 'x',
    'tests/gone.test.ts': 'x'
  })
  made.commit('later', { 'tests/gone.test.ts': null })
})

async function found(
  verify: string,
  parts: Partial<Parameters<typeof plan>[0]> & { actions?: string[] } = {}
): Promise<string[]> {
  const tree = parts.tree ?? ['src/app.ts <modified>']
  const report = await reportOf(
    made,
    'docs/plans/fresh.md',
    plan({
      ...parts,
      tree,
      steps: parts.steps ?? [
        { files: `\`${tree[0]!.split(' ')[0]}\``, verify, ...(parts.actions ? { actions: parts.actions } : {}) }
      ]
    })
  )
  expect(report.fatalErrors).toEqual([])
  return report.findings
    .filter(finding => finding.rule === 'command-exists')
    .map(
      finding =>
        `${finding.severity} ${finding.message} | ${finding.help} @${report.source!.slice(finding.place.start.offset, finding.place.end.offset)}`
    )
}

describe('what is there', () => {
  it.each([
    'npm test',
    'npm run build',
    'npm run lint:docs -- --fix',
    'pnpm test',
    'pnpm run build',
    'yarn build',
    'npm run bench -w packages/core',
    'npm run bench --workspace=@relay/core',
    'pnpm --filter @relay/core bench',
    'cd packages/core && npm run bench',
    'npm --prefix packages/core run bench',
    'make check',
    'make release',
    'make -C tools anything',
    'just fmt',
    'npx vitest run tests/relay.test.ts',
    'npx vitest run relay',
    'pytest tests/test_relay.py::test_start -q',
    'cd backend && pytest tests/test_api.py',
    'bash scripts/run.sh',
    './scripts/run.sh',
    'go test ./internal/queue',
    'go test ./...',
    'somebodys-tool --check src/none.ts',
    'npm run $SCRIPT',
    'make "$TARGET"',
    'make src/app.ts',
    'npm run nothing --if-present',
    'yarn nothing',
    'deno task nothing'
  ])('%s', async command => expect(await found(`\`${command}\``)).toEqual([]))
})

describe('what is not there', () => {
  it.each([
    [
      'npm run biuld',
      'error Unknown script "biuld": package.json has none of that name | Add it to package.json in a step (did you mean "build"?) @biuld'
    ],
    [
      'npm start',
      'error Unknown script "start": package.json has none of that name | Add it to package.json in a step @start'
    ],
    [
      'npm run bench',
      'error Unknown script "bench": package.json has none of that name | Run it in packages/core, which has it; or add it to package.json in a step @bench'
    ],
    [
      'npm run bench -w packages/web',
      'error Unknown script "bench": packages/web/package.json has none of that name | Run it in packages/core, which has it; or add it to packages/web/package.json in a step @bench'
    ],
    ['npm run bench -w packages/wbe', 'error Unknown workspace "packages/wbe" | Name one of the packages @bench'],
    [
      'cd packages/web && npm run bench',
      'error Unknown script "bench": packages/web/package.json has none of that name | Run it in packages/core, which has it; or add it to packages/web/package.json in a step @bench'
    ],
    [
      'make chekc',
      'error Unknown make target "chekc": Makefile has none of that name | Add it to Makefile in a step (did you mean "check"?) @chekc'
    ],
    [
      'just format',
      'error Unknown just recipe "format": justfile has none of that name | Add it to justfile in a step @format'
    ],
    [
      'npx vitest run tests/realy.test.ts',
      'error Missing "tests/realy.test.ts" in the repository: a command runs it | Write "tests/relay.test.ts", if that is meant @tests/realy.test.ts'
    ],
    [
      'pytest tests/test_queue.py::test_start',
      'error Missing "tests/test_queue.py" in the repository: a command runs it | Correct the path, or let the plan create the file @tests/test_queue.py::test_start'
    ],
    [
      'cd backend && pytest tests/test_none.py',
      'error Missing "backend/tests/test_none.py" in the repository: a command runs it | Correct the path, or let the plan create the file @tests/test_none.py'
    ],
    [
      'pytest tests/test_api.py',
      'warning Missing "tests/test_api.py" in the repository: a command runs it | Write "backend/tests/test_api.py", if that is meant @tests/test_api.py'
    ],
    [
      'cargo test -p relay',
      'warning Missing Cargo.toml for "cargo relay" | Let a step create Cargo.toml, or name the folder that the command runs in @relay'
    ],
    [
      'npx vitest run tests/gone.test.ts',
      'error Missing "tests/gone.test.ts" in the repository: a command runs it | Name another file, or let the plan bring it back: commit'
    ],
    [
      'bash scripts/relaese.sh',
      'error Missing "scripts/relaese.sh" in the repository: a command runs it | Write "scripts/release.sh", if that is meant @scripts/relaese.sh'
    ]
  ])('%s', async (command, message) => {
    const [first, ...more] = await found(`\`${command}\``)
    expect(first).toContain(message)
    expect(more).toEqual([])
  })

  it('stands in a fence in a list, at its exact place', async () =>
    expect(await found('\n\n1. Run it:\n\n   ```sh\n   cd packages/web\n   npm run bench\n   ```')).toEqual([
      'error Unknown script "bench": packages/web/package.json has none of that name | Run it in packages/core, which has it; or add it to packages/web/package.json in a step @bench'
    ]))

  it('is said once', async () => expect(await found('`npm run biuld`, then `npm run biuld` again')).toHaveLength(1))

  it('is the one thing said of such a plan', async () => {
    const report = await reportOf(
      made,
      'docs/plans/fresh.md',
      plan({ tree: ['src/app.ts <modified>'], steps: [{ files: '`src/app.ts`', verify: '`npm run biuld`' }] })
    )
    expect(report.findings.map(finding => finding.rule)).toEqual(['command-exists'])
  })
})

describe('what the plan makes', () => {
  it.each<[string, string, Partial<Parameters<typeof plan>[0]> & { actions?: string[] }]>([
    ['a new test', 'npx vitest run tests/queue.test.ts', { tree: ['tests/queue.test.ts <new>'] }],
    ['a test in a new folder', 'pytest tests/queue/', { tree: ['tests/queue/test_a.py <new>'] }],
    ['a file named in the text', 'pytest tests/test_queue.py', { actions: ['Cover it in `tests/test_queue.py`'] }],
    ['a file that an earlier command creates', 'touch tests/test_queue.py && pytest tests/test_queue.py', {}],
    [
      'a script that the text announces',
      'npm run docs:check',
      { tree: ['package.json <modified>'], actions: ['Add `docs:check`'] }
    ],
    ['a script of a new package', 'cd packages/cli && npm run build', { tree: ['packages/cli/package.json <new>'] }],
    [
      'a target of a changed makefile',
      'make docs',
      { tree: ['Makefile <modified>'], actions: ['Add the target `docs`'] }
    ]
  ])('%s', async (_, command, parts) => expect(await found(`\`${command}\``, parts)).toEqual([]))

  it('leaves a file of the plan to path-exists', async () => {
    const report = await reportOf(
      made,
      'docs/plans/fresh.md',
      plan({
        tree: ['tests/nothing.test.ts <modified>'],
        steps: [{ files: '`tests/nothing.test.ts`', verify: '`npx vitest run tests/nothing.test.ts`' }]
      })
    )
    expect(report.findings.map(finding => finding.rule)).toEqual(['path-exists'])
  })

  it('doubts a script that a changed manifest may bring', async () =>
    expect(
      (await found('`npm run docs`', { tree: ['package.json <modified>'] })).map(line => line.split(' ')[0])
    ).toEqual(['warning']))

  it('knows a test that is to fail first', async () =>
    expect(await found('`pytest tests/test_new.py` fails, since there is nothing to test yet')).toEqual([]))
})

describe('another repository', () => {
  it('without a manifest', async () => {
    const other = repo()
    other.commit('first', { 'src/app.ts': 'x' })
    const judge = async (verify: string) =>
      (
        await reportOf(
          other,
          'fresh.md',
          plan({ tree: ['src/app.ts <modified>'], steps: [{ files: '`src/app.ts`', verify: `\`${verify}\`` }] })
        )
      ).findings.map(finding => `${finding.severity} ${finding.message}`)
    expect(await judge('npm test')).toEqual(['warning Missing package.json for "npm test"'])
    expect(await judge('npm run typecheck')).toEqual(['warning Missing package.json for "npm run typecheck"'])
    expect(await judge('make check')).toEqual(['warning Missing Makefile for "make check"'])
    expect(await judge('npm init -y && npm test')).toEqual([])
  })
})
