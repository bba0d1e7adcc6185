/** Faults in plans of every dialect about small real repositories of seven kinds: each is found by its rule at its line, and whole plans give nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestRepo } from '../repo/make.ts'
import { repo, sweep } from '../repo/make.ts'
import { lintText } from '../../src/lint/linter.ts'
import type { RepoFacts } from '../../src/repo/facts.ts'
import { createPool } from '../../src/repo/pool.ts'
import type { Work } from './dialects.ts'
import { dialects } from './dialects.ts'

/** What is changed, into what, in which of the works; the rule that tells, and what its line holds. */
type Change = readonly [from: string, to: string, work: number, rule: string]

interface Project {
  files: Readonly<Record<string, string>>
  works: readonly Work[]
  changes: readonly Change[]
}

const pack = (name: string, ...scripts: string[]): string =>
  JSON.stringify({ name, workspaces: ['packages/*'], scripts: Object.fromEntries(scripts.map(each => [each, 'x'])) })

const projects: Readonly<Record<string, Project>> = {
  'npm with workspaces': {
    files: {
      'package.json': pack('shop', 'build', 'test'),
      'packages/web/package.json': pack('@shop/web', 'build', 'e2e'),
      'packages/web/src/cart.ts': 'x',
      'tests/send.test.ts': 'x',
      'scripts/go.sh': 'x'
    },
    works: [
      {
        files: { 'packages/web/src/total.ts': 'new', 'packages/web/src/cart.ts': 'modified' },
        commands: ['npm run build', 'bash scripts/go.sh', 'npm run e2e -w @shop/web']
      },
      {
        files: { 'tests/total.test.ts': 'new', 'package.json': 'modified' },
        commands: ['npx vitest run tests/total.test.ts', 'npm run gen'],
        adds: 'Add the script `gen`.'
      },
      { files: { 'tests/send.test.ts': 'modified' }, commands: ['npx vitest run tests/send.test.ts', 'npm run gen'] }
    ],
    changes: [
      ['npm run build', 'npm run biuld', 0, 'command-exists'],
      ['npm run build', 'npm run gen', 0, 'step-order'],
      ['npm run build', 'npx vitest run tests/total.test.ts', 0, 'step-order'],
      ['scripts/go.sh', 'scripts/og.sh', 0, 'command-exists'],
      ['scripts/go.sh', 'go.sh', 0, 'command-exists'],
      ['@shop/web', '@shop/wbe', 0, 'command-exists'],
      ['run e2e', 'run e2', 0, 'command-exists'],
      ['run tests/total', 'run tests/totl', 1, 'command-exists'],
      ['run tests/send', 'run tests/snd', 2, 'command-exists'],
      ['run gen', 'run gn', 2, 'command-exists']
    ]
  },
  'uv and pytest': {
    files: {
      'pyproject.toml': '[project]\nname = "relay"\n',
      'src/relay/queue.py': 'x',
      'tests/test_a.py': 'x',
      'tests/unit/test_b.py': 'x',
      'scripts/load.py': 'x'
    },
    works: [
      {
        files: { 'src/relay/store.py': 'new', 'src/relay/queue.py': 'modified' },
        commands: ['uv run pytest tests/test_a.py -q', 'python scripts/load.py']
      },
      {
        files: { 'tests/unit/test_store.py': 'new' },
        commands: ['pytest tests/unit/test_store.py::test_put', 'pytest tests/unit']
      }
    ],
    changes: [
      ['pytest tests/test_a.py', 'pytest test_a.py', 0, 'command-exists'],
      ['pytest tests/test_a.py', 'pytest tests/test_aa.py', 0, 'command-exists'],
      ['pytest tests/test_a.py', 'pytest tests/unit/test_store.py', 0, 'step-order'],
      ['scripts/load.py', 'load.py', 0, 'command-exists'],
      ['pytest tests/unit/test_store.py', 'pytest tests/unit/test_stor.py', 1, 'command-exists'],
      ['pytest tests/unit', 'pytest tests/units', 1, 'command-exists']
    ]
  },
  cargo: {
    files: {
      'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
      'crates/core/Cargo.toml': '[package]\nname = "relay-core"\n',
      'crates/core/src/lib.rs': 'x',
      'crates/core/src/bin/dump.rs': 'x',
      'crates/core/tests/queue.rs': 'x'
    },
    works: [
      {
        files: { 'crates/core/src/store.rs': 'new', 'crates/core/src/lib.rs': 'modified' },
        commands: ['cargo test -p relay-core --test queue', 'cargo build --workspace']
      },
      {
        files: { 'crates/core/tests/keeps.rs': 'new' },
        commands: ['cargo test --test keeps', 'cargo run -p relay-core --bin dump']
      }
    ],
    changes: [
      ['-p relay-core --test', '-p relay-cor --test', 0, 'command-exists'],
      ['--test queue', '--test quue', 0, 'command-exists'],
      ['--test queue', '--test keeps', 0, 'step-order'],
      ['--bin dump', '--bin dmp', 1, 'command-exists'],
      ['--test keeps', '--test keps', 1, 'command-exists']
    ]
  },
  go: {
    files: {
      'go.mod': 'module example.org/locker\n',
      'cmd/locker/main.go': 'x',
      'internal/slots/slots.go': 'x',
      'internal/slots/slots_test.go': 'x'
    },
    works: [
      {
        files: { 'internal/slots/slots.go': 'modified' },
        commands: ['go test ./internal/slots/...', 'go build ./cmd/locker']
      },
      {
        files: { 'internal/keys/keys.go': 'new', 'internal/keys/keys_test.go': 'new' },
        commands: ['go test ./internal/keys -run TestKeys', 'go vet ./...']
      }
    ],
    changes: [
      ['./internal/slots', './internal/slot', 0, 'command-exists'],
      ['./internal/slots', './slots', 0, 'command-exists'],
      ['./internal/slots', './internal/keys', 0, 'step-order'],
      ['./cmd/locker', './cmd/loker', 0, 'command-exists'],
      ['./internal/keys', './internal/key', 1, 'command-exists']
    ]
  },
  make: {
    files: { Makefile: 'build:\n\tx\nlint: build\n\tx\n', 'src/main.c': 'x', 'docs/Makefile': 'html:\n\tx\n' },
    works: [
      { files: { 'src/main.c': 'modified' }, commands: ['make lint', 'make -C docs html'] },
      { files: { Makefile: 'modified' }, commands: ['make rehearse', 'make build'], adds: 'Add the target `rehearse`.' }
    ],
    changes: [
      ['make lint', 'make lnt', 0, 'command-exists'],
      ['make lint', 'make rehearse', 0, 'step-order'],
      ['docs html', 'docs pdf', 0, 'command-exists'],
      ['-C docs', '-C doc', 0, 'command-exists'],
      ['make rehearse', 'make rehears', 1, 'command-exists']
    ]
  },
  just: {
    files: { justfile: 'fmt:\n  x\ncheck:\n  x\n', 'src/main.zig': 'x' },
    works: [
      { files: { 'src/main.zig': 'modified' }, commands: ['just fmt', 'just check'] },
      { files: { justfile: 'modified' }, commands: ['just seed'], adds: 'Add the recipe `seed`.' }
    ],
    changes: [
      ['just fmt', 'just ftm', 0, 'command-exists'],
      ['just fmt', 'just seed', 0, 'step-order'],
      ['just check', 'just chek', 0, 'command-exists'],
      ['just seed', 'just sed', 1, 'command-exists']
    ]
  },
  gradle: {
    files: {
      'settings.gradle.kts': 'rootProject.name = "relay"\ninclude(":core", ":app")\n',
      gradlew: 'x',
      'core/build.gradle.kts': 'x',
      'core/src/main/kotlin/Queue.kt': 'x'
    },
    works: [
      {
        files: { 'core/src/main/kotlin/Queue.kt': 'modified', 'core/src/main/kotlin/Store.kt': 'new' },
        commands: ['./gradlew :core:test', './gradlew check']
      }
    ],
    changes: [
      [':core:test', ':cor:test', 0, 'command-exists'],
      ['./gradlew check', './gradle check', 0, 'command-exists']
    ]
  }
}

const asking = /^(?:command-exists|step-order|path-exists|path-conflict)$/
const cases = Object.entries(projects).flatMap(([kind, project]) =>
  Object.keys(dialects).map(dialect => ({ kind, dialect, project }))
)
const facts = new Map<string, RepoFacts>()

beforeAll(async () => {
  for (const [kind, { files }] of Object.entries(projects)) {
    const made: TestRepo = repo()
    made.commit('first', files)
    facts.set(kind, (await createPool(made.top, { env: made.env }).of('docs/plan.md')).facts)
  }
})
afterAll(sweep)

/** What rules that ask the repository say of a plan, and on which lines. */
function judge(
  kind: string,
  dialect: string,
  works: readonly Work[]
): { text: string; told: { rule: string; line: string }[] } {
  const text = dialects[dialect]!(works)
  const lines = text.split('\n')
  const { findings } = lintText(text, {
    path: 'docs/plan.md',
    repoPath: 'docs/plan.md',
    forced: dialect,
    repo: facts.get(kind)!
  })
  const told = findings
    .filter(({ rule }) => asking.test(rule))
    .map(({ rule, message, place }) => ({ rule, line: `${lines[place.start.line - 1]!} (${message})` }))
  return { text, told }
}

describe.each(cases)('$kind in a $dialect', ({ kind, dialect, project }) => {
  test('whole, gives nothing', () => expect(judge(kind, dialect, project.works).told).toEqual([]))
})

test('faults are found by their rule at their line, with at most one more for ten of them', () => {
  const missed: string[] = []
  const more: string[] = []
  let count = 0
  const add = (title: string, told: { rule: string; line: string }[], rule: string, at: string): void => {
    count++
    const hit = told.find(each => each.rule === rule && each.line.includes(at))
    const show = told.filter(each => each !== hit).map(each => `${each.rule}: ${each.line}`)
    if (!hit) missed.push(`${title}: ${show.join('; ')}`)
    else more.push(...show.map(each => `${title}: ${each}`))
  }
  for (const { kind, dialect, project } of cases) {
    const { works, changes } = project
    for (const [from, to, index, rule] of changes) {
      if (dialect === 'backlog-plan' && rule === 'step-order') continue
      const at = works[index]!.commands.findIndex(each => each.includes(from))
      const command = works[index]!.commands[at]!.replace(from, to)
      const spoilt = works.with(index, { ...works[index]!, commands: works[index]!.commands.with(at, command) })
      add(`${kind}, ${dialect}: ${command}`, judge(kind, dialect, spoilt).told, rule, command)
    }
    // A backlog has no order, and says of no file what is done to it.
    if (dialect === 'backlog-plan') continue
    // A file that is to be changed, and nobody has it or makes it.
    for (const [index, work] of works.entries())
      for (const [path, mark] of Object.entries(work.files)) {
        const isThere = mark === 'modified'
        const away = path.replace(/([^/]+)$/, 'zz/$1')
        const files = Object.fromEntries(
          Object.entries(work.files).map(([name, own]) =>
            name !== path ? [name, own] : isThere ? [away, own] : [name, 'modified' as const]
          )
        )
        const told = judge(kind, dialect, works.with(index, { ...work, files })).told
        add(`${kind}, ${dialect}: ${mark} ${path}`, told, 'path-exists', isThere ? away : path)
      }
  }
  if (process.env['PLANLINT_FIGURES'] === '1')
    console.log(`${count} faults, ${missed.length} missed, ${more.length} more\n${[...missed, '', ...more].join('\n')}`)
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(Math.floor(count / 50))
  expect(more.length, more.join('\n')).toBeLessThanOrEqual(Math.floor(count / 10))
})
