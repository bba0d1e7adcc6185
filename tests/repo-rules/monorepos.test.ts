/** Repositories of several packages, one of each kind: commands that will run are silent, of the others each is found. */
import { afterAll, describe, expect, test } from 'vitest'
import { repo, sweep } from '../repo/make.ts'
import { report_ as reportOf } from './plan.ts'

afterAll(sweep)

interface Kind {
  files: Record<string, string>
  /** Where the plan lies. */
  plan: string
  good: string[]
  /** With a piece of what is said. */
  bad: [command: string, said: string][]
}

const manifest = (name: string, scripts: object, more: object = {}): string =>
  JSON.stringify({ name, scripts, ...more })

const kinds: Record<string, Kind> = {
  'npm, and a plan in a package': {
    files: {
      'package.json': manifest('harbour', { 'lint:all': 'x' }, { workspaces: ['packages/*'] }),
      'packages/web/package.json': manifest('@harbour/web', { build: 'x', smoke: 'x' }),
      'packages/web/test/map.test.ts': 'x',
      'packages/api/package.json': manifest('@harbour/api', { serve: 'x' })
    },
    plan: 'packages/web/docs/a-plan.md',
    good: [
      'npm run smoke',
      'npm run lint:all',
      'npm run serve -w @harbour/api',
      'npm run serve --workspace=packages/api',
      'npm --prefix packages/api run serve',
      'cd packages/api && npm run serve',
      'npx vitest run test/map.test.ts',
      'npm run smoke --workspaces --if-present'
    ],
    bad: [
      [
        'npm run smoek',
        'packages/web/package.json has none of that name → Add it to packages/web/package.json in a step (did you mean "smoke"?)'
      ],
      ['npm run serve', 'Run it in packages/api, which has it'],
      ['npm run smoke -w @harbour/api', 'packages/api/package.json has none of that name → Run it in packages/web'],
      [
        'npm run serve -w @harbour/apii',
        'Unknown workspace "@harbour/apii" → Name one of the packages (did you mean "@harbour/api"?)'
      ],
      ['npm --prefix packages/api run build', 'packages/api/package.json has none'],
      ['cd packages/apis && npm run serve', 'Missing "packages/apis"'],
      ['npm --prefix packages/apos run serve', 'Missing "packages/apos"'],
      ['npm -C packages/opas test', 'Missing "packages/opas"'],
      ['npx vitest run test/mop.test.ts', 'Write "packages/web/test/map.test.ts", if that is meant']
    ]
  },
  pnpm: {
    files: {
      'package.json': manifest('harbour', { test: 'x' }),
      'pnpm-workspace.yaml': 'packages:\n  - "apps/*"\n',
      'apps/web/package.json': manifest('@harbour/web', { build: 'x', smoke: 'x' }),
      'apps/api/package.json': manifest('@harbour/api', { serve: 'x' })
    },
    plan: 'docs/plans/a-plan.md',
    good: [
      'pnpm test',
      'pnpm --filter @harbour/web smoke',
      'pnpm --filter=@harbour/web run smoke',
      'pnpm -F web build',
      'pnpm --filter ./apps/web build',
      'pnpm --filter "@harbour/*" build',
      'pnpm --filter @harbour/web... build',
      'pnpm --filter "...[origin/main]" build',
      'pnpm --filter "!@harbour/api" build',
      'pnpm -C apps/api serve',
      'pnpm -r build',
      'pnpm -w test',
      'pnpm --filter @harbour/web vitest'
    ],
    bad: [
      ['pnpm run smoke', 'Run it in apps/web, which has it; or add it to package.json in a step'],
      ['pnpm --filter @harbour/web run serve', 'apps/web/package.json has none'],
      ['pnpm --filter @harbour/wb smoke', 'did you mean "@harbour/web"?'],
      ['pnpm --filter ./apps/wub build', 'Unknown workspace "./apps/wub"'],
      ['pnpm -C apps/api run smoke', 'apps/api/package.json has none'],
      ['pnpm -C apps/apo run smoke', 'Missing "apps/apo"'],
      ['pnpm --dir=apps/opa test', 'Missing "apps/opa"'],
      ['pnpm -r run nothing', 'Unknown script "nothing"']
    ]
  },
  yarn: {
    files: {
      'package.json': manifest('harbour', { test: 'x' }, { workspaces: { packages: ['packages/*'] } }),
      'packages/web/package.json': manifest('web', { build: 'x' }),
      'packages/api/package.json': manifest('api', { serve: 'x', 'lint:sql': 'x' })
    },
    plan: 'PLAN.md',
    good: [
      'yarn test',
      'yarn workspace web build',
      'yarn workspace api run serve',
      'yarn workspace web vitest',
      'yarn --cwd packages/api serve',
      'yarn workspaces run build',
      'yarn eslint .'
    ],
    bad: [
      ['yarn run build', 'Run it in packages/web'],
      ['yarn workspace wub build', 'Unknown workspace "wub" → Name one of the packages (did you mean "web"?)'],
      ['yarn workspace web lint:sql', 'packages/web/package.json has none of that name → Run it in packages/api'],
      ['yarn --cwd packages/api build', 'packages/api/package.json has none'],
      ['yarn --cwd packages/opa serve', 'Missing "packages/opa"'],
      ['cd packages/apo && yarn serve', 'Missing "packages/apo"']
    ]
  },
  cargo: {
    files: {
      'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
      'crates/core/Cargo.toml': '[package]\nname = "harbour-core"\n',
      'crates/core/tests/tide.rs': 'x',
      'crates/cli/Cargo.toml': '[package]\nname = "cli"\n\n[[bin]]\nname = "pilot"\npath = "src/main.rs"\n',
      'crates/cli/src/main.rs': 'x'
    },
    plan: 'PLAN.md',
    good: [
      'cargo test -p harbour-core',
      'cargo test -p harbour-core --test tide',
      'cargo run -p cli --bin pilot',
      'cargo test --workspace',
      'cargo test --manifest-path crates/core/Cargo.toml',
      'cd crates/core && cargo test --test tide'
    ],
    bad: [
      ['cargo test -p core', 'Unknown package "core"'],
      ['cargo test -p harbour-core --test tides', 'Write "crates/core/tests/tide.rs", if that is meant'],
      ['cargo run -p cli --bin pilots', 'Missing "crates/cli/src/bin/pilots.rs"'],
      ['cargo test --manifest-path crates/cor/Cargo.toml', 'Missing "crates/cor/Cargo.toml"'],
      ['cargo build --package clii', 'did you mean "cli"?']
    ]
  },
  go: {
    files: {
      'go.work': 'go 1.22\n\nuse (\n\t./svc\n\t./lib\n)\n',
      'svc/go.mod': 'module example.org/svc\n',
      'svc/api/api.go': 'package api\n',
      'lib/go.mod': 'module example.org/lib\n',
      'lib/tide/tide.go': 'package tide\n'
    },
    plan: 'PLAN.md',
    good: [
      'go test ./svc/...',
      'go test ./svc/api',
      'cd svc && go test ./api',
      'go test example.org/svc/api',
      'go test example.org/svc/... -run TestTide/deep -count 1',
      'go test -tags it/slow example.org/lib/tide',
      'go vet example.org/lib',
      'go install golang.org/x/tools/gopls@latest',
      'go run github.com/acme/tool/cmd/tool',
      'go test net/http',
      'go build svc/api/api.go',
      'gotestsum example.org/svc/api',
      'go -C lib test ./...',
      'go -C lib test ./tide',
      'go vet ./...'
    ],
    bad: [
      ['go test ./svc/apii', 'Missing "svc/apii"'],
      ['cd svc && go test ./svc/api', 'Write "svc/api", if that is meant'],
      ['go -C libs test ./...', 'Missing "libs"'],
      ['go -C lib test ./tides', 'Missing "lib/tides"'],
      ['go test ./cmd/...', 'Missing "cmd"'],
      ['go test example.org/svc/apii', 'svc/go.mod has none of that name → Correct the path, or let the plan create'],
      ['go test example.org/lib/tides/...', 'did you mean "example.org/lib/tide"?'],
      ['go vet example.org/lib/reef', 'Unknown Go package "example.org/lib/reef"'],
      ['go test exampel.org/svc/api', 'did you mean "example.org/svc/api"?'],
      ['go test svc/api', 'Write "./svc/api"']
    ]
  },
  gradle: {
    files: {
      'settings.gradle.kts': 'include(":app", ":core:store")\n',
      'app/build.gradle.kts': 'x',
      'core/store/build.gradle.kts': 'x',
      gradlew: 'x'
    },
    plan: 'PLAN.md',
    good: [
      './gradlew :app:test',
      './gradlew app:test',
      './gradlew :core:store:check',
      './gradlew test',
      './gradlew -p app test',
      'cd app && ../gradlew test'
    ],
    bad: [
      ['./gradlew :ap:test', 'did you mean "app"?'],
      ['./gradlew :core:stor:check', 'did you mean "core:store"?'],
      ['./gradlew core:nix:test', 'Unknown Gradle project "core:nix"'],
      ['./gradlew -p apps test', 'Missing "apps"'],
      ['cd core/stores && ../../gradlew test', 'Missing "core/stores"']
    ]
  },
  uv: {
    files: {
      'pyproject.toml': '[project]\nname = "harbour"\n\n[tool.uv.workspace]\nmembers = ["packages/*"]\n',
      'packages/api/pyproject.toml': '[build-system]\nname = "other"\n\n[project]\nname = "Harbour_API"\n',
      'packages/api/tests/test_tide.py': 'x',
      'packages/web/pyproject.toml': '[project]\nname = "web"\n'
    },
    plan: 'PLAN.md',
    good: [
      'uv run --package harbour-api pytest packages/api/tests',
      'uv run --package=harbour-api serve',
      'uv run --directory packages/api pytest tests/test_tide.py',
      'uv sync --package web',
      'uv run pytest packages/api/tests/test_tide.py',
      'cd packages/api && uv run pytest tests'
    ],
    bad: [
      ['uv run --package harbour-apis pytest packages/api/tests', 'Unknown workspace "harbour-apis"'],
      ['uv sync --package webb', 'Name one of the packages (did you mean "web"?)'],
      ['uv run --directory packages/apis pytest', 'Missing "packages/apis"'],
      ['uv run pytest packages/api/tests/test_tides.py', 'Write "packages/api/tests/test_tide.py", if that is meant'],
      ['cd packages/wob && uv run pytest', 'Missing "packages/wob"']
    ]
  }
}

const planOf = (commands: readonly string[]): string =>
  `---\nplanlint: generic\n---\n\n# Plan: Deepen the harbour\n\n## Implementation Steps\n\n${commands
    .map((command, index) => `### Step ${index + 1}: Part ${index + 1}\n\n**Verify**: \`${command}\`\n`)
    .join('\n')}`

describe.each(Object.entries(kinds))('%s', (_, { files, plan, good, bad }) => {
  const made = repo()
  made.commit('first', files)

  /** What is said of each command. */
  async function said(commands: readonly string[]): Promise<string[][]> {
    const text = planOf(commands)
    const { findings, fatalErrors } = await reportOf(made, plan, text)
    expect(fatalErrors).toEqual([])
    const lines = text.split('\n')
    return commands.map(command => {
      const line = lines.indexOf(`**Verify**: \`${command}\``) + 1
      return findings
        .filter(({ rule, place }) => rule === 'command-exists' && place.start.line === line)
        .map(({ message, help }) => `${message} → ${help}`)
    })
  }

  test('commands that will run are silent', async () => {
    const told = await said(good)
    expect(good.filter((_each, index) => told[index]!.length > 0)).toEqual([])
  })

  test('each of the others is found, once', async () => {
    const told = await said(bad.map(([command]) => command))
    for (const [index, [command, words]] of bad.entries()) {
      expect(told[index], command).toHaveLength(1)
      expect(told[index]![0]).toContain(words)
    }
  })
})
