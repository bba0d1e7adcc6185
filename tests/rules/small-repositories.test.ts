/** Plans of one kind of project each: whole, they give nothing; with one defect, the one finding. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { createFacts } from '../../src/repo/lookups.ts'
import { listing, textOf } from './listing.ts'

type Files = Readonly<Record<string, string>>

/** What rules that ask the repository say of a plan: `rule: message @text at its place`. */
function judge(files: Files, tree: string[], steps: string[]): string[] {
  const listed = Object.keys(files)
    .map(name => `H 100644 ${'0'.repeat(40)} 0\t${name}\0`)
    .join('')
  const repo = createFacts(
    { top: '', notes: [], shallow: false, files: listed },
    { read: path => files[path], link: () => undefined }
  )
  const text = textOf({ tree, steps })
  const report = lintText(text, { profiles: [listing()], forced: 'listing', path: 'docs/plan.md', repo })
  return report.findings
    .filter(({ rule }) => /^(?:command-exists|step-order|path-exists)$/.test(rule))
    .map(({ rule, message, place }) => `${rule}: ${message} @${text.slice(place.start.offset, place.end.offset)}`)
}

interface Project {
  files: Files
  tree: string[]
  steps: string[]
  /** What is replaced, by what, and the beginning of the finding that must come of it; none where the change is legal. */
  changes: [from: string, to: string, finding?: string][]
}

const sh = (files: string, ...commands: string[]): string => `${files}\n\n\`\`\`sh\n${commands.join('\n')}\n\`\`\`\n`
const pack = (name: string, ...scripts: string[]): string =>
  JSON.stringify({ name, workspaces: ['packages/*'], scripts: Object.fromEntries(scripts.map(each => [each, 'x'])) })

const projects: Record<string, Project> = {
  'npm with workspaces': {
    files: {
      'package.json': pack('shop', 'build', 'test'),
      'packages/web/package.json': pack('@shop/web', 'build', 'e2e'),
      'packages/web/src/cart.ts': '',
      'packages/web/tests/cart.test.ts': '',
      'tests/send.test.ts': '',
      'scripts/go.sh': ''
    },
    tree: [
      'package.json <modified>',
      'packages/',
      '└── web/',
      '    └── src/',
      '        └── total.ts <new>',
      'tests/',
      '└── total.test.ts <new>'
    ],
    steps: [
      sh('`packages/web/src/total.ts` (new)', 'npm run build', 'bash scripts/go.sh', 'cd packages/web && npm run e2e'),
      `${sh('`tests/total.test.ts` (new), `package.json`', 'npx vitest run tests/total.test.ts', 'npm run gen')}\nAdd the script \`gen\`.\n`,
      sh('`packages/web/src/total.ts`', 'npx vitest run tests/send.test.ts', 'npm run e2e -w @shop/web', 'npm run gen')
    ],
    changes: [
      ['npm run build', 'npm run biuld', 'command-exists: Unknown script "biuld": package.json'],
      ['npm run build', 'npm run gen', 'step-order: Expected script "gen" to be added before step "Step 1: Part"'],
      ['run tests/send', 'run tests/snd', 'command-exists: Missing "tests/snd.test.ts"'],
      ['run tests/total', 'run tests/totl', 'command-exists: Missing "tests/totl.test.ts"'],
      ['npm run build', 'npx vitest run tests/total.test.ts', 'step-order: Expected "tests/total.test.ts"'],
      ['bash scripts/go.sh', 'bash go.sh', 'command-exists: Missing "go.sh"'],
      ['bash scripts/go.sh', 'cd scripts && bash go.sh'],
      ['cd packages/web && npm run e2e', 'npm run e2e', 'command-exists: Unknown script "e2e": package.json'],
      ['cd packages/web && npm', 'cd packages/wbe && npm', 'command-exists: Missing "packages/wbe"'],
      [
        'cd packages/web && npm run e2e',
        'cd packages/web && npm run gen',
        'command-exists: Unknown script "gen": packages'
      ],
      ['-w @shop/web', '-w @shop/wbe', 'command-exists: Unknown workspace "@shop/wbe"'],
      ['-w @shop/web', '-w packages/web'],
      [
        'script `gen`',
        'script `gen` to `packages/web/package.json`',
        'command-exists: Unknown script "gen": package.json'
      ],
      ['script `gen`', 'script `gen` to `package.json`'],
      ['the script `gen`', 'a line', 'command-exists: Unknown script "gen": package.json'],
      ['`gen`', '`npm run gen`'],
      ['npx vitest run tests/send.test.ts', 'npx vitest run packages/web/tests/cart.test.ts'],
      ['npx vitest run tests/send.test.ts', 'npx vitest run tests/cart.test.ts'],
      [
        'npx vitest run tests/send.test.ts',
        'npm test -- tests/snd.test.ts',
        'command-exists: Missing "tests/snd.test.ts"'
      ],
      [
        '`packages/web/src/total.ts`\n',
        '`packages/web/src/total.ts` (new)\n',
        'step-order: Conflicting steps: step "Step 3: Part" creates'
      ],
      ['(new)', '(modified)']
    ]
  },
  'uv and pytest': {
    files: {
      'pyproject.toml': '[project]\nname = "relay"\n',
      'src/relay/queue.py': '',
      'tests/test_a.py': '',
      'tests/unit/test_b.py': '',
      'scripts/load.py': ''
    },
    tree: ['src/relay/store.py <new>', 'tests/unit/', '└── test_store.py <new>'],
    steps: [
      sh('`src/relay/store.py`', 'uv run pytest tests/test_a.py -q', 'python scripts/load.py'),
      sh('`tests/unit/test_store.py`', 'pytest tests/unit/test_store.py::test_put', 'pytest tests/unit tests/test_a.py')
    ],
    changes: [
      ['pytest tests/test_a.py -q', 'pytest test_a.py -q', 'command-exists: Missing "test_a.py"'],
      ['pytest tests/test_a.py -q', 'pytest tests/test_aa.py -q', 'command-exists: Missing "tests/test_aa.py"'],
      [
        'pytest tests/test_a.py -q',
        'pytest tests/unit/test_store.py',
        'step-order: Expected "tests/unit/test_store.py"'
      ],
      ['pytest tests/test_a.py -q', 'pytest unit/test_b.py', 'command-exists: Missing "unit/test_b.py"'],
      ['uv run pytest tests/test_a.py -q', 'cd tests && uv run pytest test_a.py'],
      ['test_store.py::test_put', 'test_stor.py::test_put', 'command-exists: Missing "tests/unit/test_stor.py"'],
      ['pytest tests/unit/test_store.py::test_put', 'pytest test_store.py', 'command-exists: Missing "test_store.py"'],
      ['pytest tests/unit tests', 'pytest tests/units tests', 'command-exists: Missing "tests/units"'],
      ['python scripts/load.py', 'python load.py', 'command-exists: Missing "load.py"'],
      ['python scripts/load.py', 'cd scripts && python load.py']
    ]
  },
  cargo: {
    files: {
      'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
      'crates/core/Cargo.toml':
        '[package]\nname = "relay-core"\n[dependencies]\nserde = "1"\n[[bin]]\nname = "probe"\npath = "src/probe.rs"\n',
      'crates/core/src/lib.rs': '',
      'crates/core/src/bin/dump.rs': '',
      'crates/core/tests/queue.rs': '',
      'crates/core/examples/small.rs': '',
      'crates/serve/Cargo.toml': '[package]\nname = "relay-serve"\n',
      'crates/serve/src/main.rs': ''
    },
    tree: ['crates/core/src/store.rs <new>', 'crates/core/tests/store.rs <new>'],
    steps: [
      sh(
        '`crates/core/src/store.rs`',
        'cargo test -p relay-core --test queue',
        'cargo build -p relay-serve --bin relay-serve'
      ),
      sh(
        '`crates/core/tests/store.rs`',
        'cargo test --test store',
        'cargo run -p relay-core --bin dump -- --all',
        'cargo test'
      )
    ],
    changes: [
      ['-p relay-core --test', '-p relay-cor --test', 'command-exists: Unknown package "relay-cor": the workspace'],
      ['-p relay-core --test', '-p aa --test', 'command-exists: Unknown package "aa"'],
      ['cargo test --test store', 'cargo test -p serde'],
      ['--test queue', '--test quue', 'command-exists: Missing "crates/core/tests/quue.rs"'],
      ['--test queue', '--test store', 'step-order: Expected "crates/core/tests/store.rs"'],
      [
        '-p relay-core --test queue',
        '-p relay-serve --test queue',
        'command-exists: Missing "crates/serve/tests/queue.rs"'
      ],
      ['cargo test -p relay-core --test queue', 'cd crates/core && cargo test --test queue'],
      [
        'cargo test -p relay-core --test queue',
        'cd crates/serve && cargo test --test queue',
        'command-exists: Missing "crates/serve/tests/queue.rs"'
      ],
      ['--bin dump', '--bin dmp', 'command-exists: Missing "crates/core/src/bin/dmp.rs"'],
      ['--bin dump', '--bin probe'],
      ['--bin dump', '--example small'],
      ['--bin dump', '--example smal', 'command-exists: Missing "crates/core/examples/smal.rs"']
    ]
  },
  go: {
    files: {
      'go.mod': 'module example.org/locker\n',
      'cmd/locker/main.go': '',
      'internal/slots/slots.go': '',
      'internal/slots/slots_test.go': '',
      'tools/gen.go': ''
    },
    tree: ['internal/keys/keys.go <new>', 'internal/keys/keys_test.go <new>'],
    steps: [
      sh('`internal/slots/slots.go`', 'go test ./internal/slots/...', 'go build ./cmd/locker'),
      sh(
        '`internal/keys/keys.go`, `internal/keys/keys_test.go`',
        'go test ./internal/keys -run TestKeys',
        'go vet ./...'
      )
    ],
    changes: [
      ['./internal/slots/...', './internal/slot/...', 'command-exists: Missing "internal/slot"'],
      ['./internal/slots/...', './slots/...', 'command-exists: Missing "slots"'],
      ['./internal/slots/...', './internal/keys/...', 'step-order: Expected "internal/keys/keys.go"'],
      ['./cmd/locker', './cmd/loker', 'command-exists: Missing "cmd/loker"'],
      ['go build ./cmd/locker', 'cd cmd && go build ./locker'],
      [
        'go build ./cmd/locker',
        'cd internal && go build ./cmd/locker',
        'command-exists: Missing "internal/cmd/locker"'
      ],
      ['./internal/keys -run', './internal/key -run', 'command-exists: Missing "internal/key"'],
      ['go build ./cmd/locker', 'go run ./tools/gen.go'],
      ['go build ./cmd/locker', 'go run ./tools/gn.go', 'command-exists: Missing "tools/gn.go"']
    ]
  },
  'make and just': {
    files: {
      Makefile: 'build:\n\tx\nlint: build\n\tx\n',
      justfile: 'fmt:\n  x\n',
      'scripts/go.sh': '',
      'src/main.c': '',
      'docs/Makefile': 'html:\n\tx\n'
    },
    tree: ['src/main.c <modified>', 'Makefile <modified>', 'justfile <modified>'],
    steps: [
      sh('`src/main.c`', 'make lint', 'just fmt', 'make -C docs html'),
      `${sh('`Makefile`, `justfile`', 'make rehearse', 'just seed', 'make build')}\nAdd the target \`rehearse\` and the recipe \`seed\`.\n`
    ],
    changes: [
      ['make lint', 'make lnt', 'command-exists: Unknown make target "lnt": Makefile'],
      ['make lint', 'cd scripts && make lint', 'command-exists: Missing scripts/Makefile for "make lint"'],
      [
        'make lint',
        'make rehearse',
        'step-order: Expected make target "rehearse" to be added before step "Step 1: Part"'
      ],
      ['just fmt', 'just seed', 'step-order: Expected just recipe "seed" to be added before step "Step 1: Part"'],
      ['just fmt', 'just ftm', 'command-exists: Unknown just recipe "ftm": justfile'],
      ['just fmt', 'cd scripts && just fmt'],
      ['-C docs html', '-C docs pdf', 'command-exists: Unknown make target "pdf": docs/Makefile'],
      ['-C docs html', '-C doc html', 'command-exists: Missing doc/Makefile'],
      ['make rehearse', 'make rehears', 'command-exists: Unknown make target "rehears": Makefile'],
      ['target `rehearse` and', 'line and', 'command-exists: Unknown make target "rehearse": Makefile']
    ]
  },
  gradle: {
    files: {
      'settings.gradle.kts': 'rootProject.name = "relay"\ninclude(":core", ":app")\ninclude("tools:gen")\n',
      gradlew: '',
      'core/build.gradle.kts': '',
      'core/src/main/kotlin/Queue.kt': ''
    },
    tree: ['core/src/main/kotlin/Queue.kt <modified>'],
    steps: [
      sh('`core/src/main/kotlin/Queue.kt`', './gradlew :core:test', './gradlew :tools:gen:run', './gradlew check')
    ],
    changes: [
      [':core:test', ':cor:test', 'command-exists: Unknown Gradle project "cor": settings.gradle.kts'],
      [':core:test', 'core:test'],
      [':tools:gen:run', ':tools:run'],
      [':tools:gen:run', ':gen:run', 'command-exists: Unknown Gradle project "gen"'],
      ['./gradlew check', 'cd core && ./gradlew check', 'command-exists: Missing "core/gradlew"'],
      ['./gradlew check', 'cd core && ../gradlew check']
    ]
  },
  'a test that only the text of a step adds': {
    files: { 'pyproject.toml': '[project]\nname = "ids"\n', 'src/ids.py': '', 'tests/test_a.py': '' },
    tree: ['src/ids.py <modified>'],
    steps: [
      sh('`src/ids.py`', 'pytest tests/test_a.py'),
      `${sh('`src/ids.py`', 'pytest tests/test_ids.py')}\n**Tests:** Add \`tests/test_ids.py\` with three cases.\n`
    ],
    changes: [
      ['pytest tests/test_a.py', 'pytest tests/test_ids.py', 'step-order: Expected "tests/test_ids.py" to be created'],
      ['pytest tests/test_a.py\n```\n', 'pytest tests/test_ids.py\n```\n\n**Tests:** In `tests/test_ids.py`.\n'],
      ['pytest tests/test_a.py', 'touch tests/test_ids.py && pytest tests/test_ids.py']
    ]
  },
  'a tree of new files below the project itself': {
    files: { 'pyproject.toml': '[project]\nname = "geo"\n', 'app/config.py': '', 'tests/test_config.py': '' },
    tree: ['project/', '├── app/', '│   └── cache.py <new>', '└── tests/', '    └── test_cache.py <new>'],
    steps: [
      sh('`app/cache.py` (new)', 'pytest tests/test_config.py'),
      sh('`tests/test_cache.py` (new)', 'pytest tests/test_cache.py')
    ],
    changes: [
      [
        '`app/cache.py` (new)',
        '`app/cache.py`, `app/config.py` (new)',
        'path-exists: Conflicting mark on "app/config.py"'
      ],
      ['pytest tests/test_cache.py', 'pytest tests/test_cash.py', 'command-exists: Missing "tests/test_cash.py"'],
      // Where commands are run in it, it is a folder.
      [
        'pytest tests/test_cache.py',
        'cd project && pytest tests/test_cash.py',
        'command-exists: Missing "project/tests/test_cash.py"'
      ],
      ['pytest tests/test_cache.py', 'cd project && pytest tests/test_cache.py']
    ]
  }
}

describe.each(Object.entries(projects))('%s', (_, { files, tree, steps, changes }) => {
  it('whole', () => expect(judge(files, tree, steps)).toEqual([]))

  it.each(changes)('%s → %s', (from, to, finding) => {
    let isDone = false
    const changed = steps.map(step => {
      if (isDone || !step.includes(from)) return step
      isDone = true
      return step.replace(from, () => to)
    })
    expect(isDone).toBe(true)
    const found = judge(files, tree, changed)
    if (finding === undefined) expect(found).toEqual([])
    else expect(found).toHaveLength(1)
    if (finding !== undefined) expect(found[0]).toContain(finding)
  })
})
