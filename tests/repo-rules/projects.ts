/** Small repositories of seven kinds, with what a plan is to do in them, and how its commands may be wrong. */
import type { Work } from './dialects.ts'

/** What is changed, into what, in which of the works; the rule that tells, and what its line holds. */
export type Change = readonly [from: string, to: string, work: number, rule: string]

export interface Project {
  files: Readonly<Record<string, string>>
  works: readonly Work[]
  changes: readonly Change[]
}

const pack = (name: string, ...scripts: string[]): string =>
  JSON.stringify({ name, workspaces: ['packages/*'], scripts: Object.fromEntries(scripts.map(each => [each, 'x'])) })

export const projects: Readonly<Record<string, Project>> = {
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
        commands: ['go test ./internal/slots/...', 'go build ./cmd/locker', 'golangci-lint run ./internal/slots ./cmd']
      },
      {
        files: { 'internal/keys/keys.go': 'new', 'internal/keys/keys_test.go': 'new' },
        commands: ['go test ./internal/keys -run TestKeys', 'go vet ./...']
      }
    ],
    changes: [
      ['./internal/slots', './internal/slot', 0, 'command-exists'],
      ['./internal/slots', './slots', 0, 'command-exists'],
      ['slots ./cmd', 'slots ./cmds', 0, 'command-exists'],
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
