import { describe, expect, it } from 'vitest'
import { parseScript, pathsOf, referencesOf } from '../../src/shell/index.ts'

const refs = (text: string): unknown[] =>
  referencesOf(parseScript(text, 'bash')).map(({ start, end, ...rest }) => {
    expect(end).toBeGreaterThan(start)
    if (!('written' in rest)) return rest
    const { written: _, ...others } = rest
    return others
  })
const paths = (text: string, lang = 'bash'): { uses: string[]; creates: string[] } => {
  const { uses, creates } = pathsOf(parseScript(text, lang))
  return { uses: uses.map(use => use.path), creates: creates.map(use => use.path) }
}

describe('referencesOf', () => {
  it.each([
    ['npm test', 'npm test'],
    ['npm run lint -- --fix', 'npm run lint'],
    ['pnpm --filter @a/b lint', 'pnpm lint'],
    ['CI=1 yarn run check', 'yarn run check']
  ])('%s is called "%s"', (text, written) => {
    expect(referencesOf(parseScript(text, 'bash'))).toMatchObject([{ written }])
  })

  it.each([
    ['npm test', { manager: 'npm', script: 'test' }],
    ['npm t', { manager: 'npm', script: 'test' }],
    ['npm run lint -- --fix', { manager: 'npm', script: 'lint' }],
    ['npm run build -w pkg', { manager: 'npm', script: 'build', workspace: 'pkg' }],
    ['pnpm run lint', { manager: 'pnpm', script: 'lint' }],
    ['pnpm lint', { manager: 'pnpm', script: 'lint', orProgram: true }],
    ['pnpm --filter @a/b test', { manager: 'pnpm', script: 'test', workspace: '@a/b' }],
    ['pnpm -r build', { manager: 'pnpm', script: 'build', workspace: '*', orProgram: true }],
    ['yarn workspace web lint', { manager: 'yarn', script: 'lint', workspace: 'web', orProgram: true }],
    ['bun run check', { manager: 'bun', script: 'check', orProgram: true }]
  ])('%s', (text, expected) => {
    expect(refs(text)).toEqual([{ kind: 'npm-script', ...expected }])
  })

  it.each([
    ['npm --prefix web run a:b', { manager: 'npm', script: 'a:b', cwd: 'web' }],
    ['pnpm --dir=web run a', { manager: 'pnpm', script: 'a', cwd: 'web' }],
    ['yarn --cwd web run a -- --cwd out', { manager: 'yarn', script: 'a', cwd: 'web', orProgram: true }]
  ])('needs the folder that it works in, and the script there: %s', (text, expected) => {
    expect(refs(text)).toEqual([
      { kind: 'path', path: 'web', runner: 'cd' },
      { kind: 'npm-script', ...expected }
    ])
  })

  it.each([
    'npm run YOUR_SCRIPT',
    'pnpm YOUR_TASK',
    'make YOUR_TARGET',
    'just [recipe]',
    'pytest tests/test_[name].py',
    'python scripts/YOUR_SCRIPT.py',
    'cargo test --package YOUR_CRATE'
  ])('names nothing while it is to be filled in: %s', text => expect(refs(text)).toEqual([]))

  it('of what is filled in names what is there', () => {
    expect(refs('npm run lint && npm run YOUR_SCRIPT')).toEqual([
      { kind: 'npm-script', manager: 'npm', script: 'lint' }
    ])
  })

  it.each([
    'npm ci',
    'npm run',
    'npm run x --if-present',
    'npm run <x>',
    'npm run $X',
    'pnpm install',
    'pnpm add x',
    'yarn add x',
    'yarn install',
    'bun test',
    'bun run a.ts x',
    'npm exec x',
    'cd "$D" && npm test',
    'cd /tmp/x && npm test',
    'just --list',
    'make -C "$D" x'
  ])('none in %s', text => {
    expect(refs(text).filter(ref => (ref as { kind: string }).kind !== 'path')).toEqual([])
  })

  it('reads make targets and just recipes', () => {
    expect(refs('make -C sub -j 4 A=1 lint test')).toEqual([
      { kind: 'make-target', target: 'lint', cwd: 'sub' },
      { kind: 'make-target', target: 'test', cwd: 'sub' }
    ])
    expect(refs('make -f x.mk all')).toEqual([{ kind: 'make-target', target: 'all', file: 'x.mk' }])
    expect(refs('just -f x/justfile build a b')).toEqual([{ kind: 'just-recipe', target: 'build', file: 'x/justfile' }])
  })

  it.each([
    ['cargo test -p relay --test queue', ['package relay', 'test queue of relay']],
    ['cargo +nightly nextest run --package=relay@1.2 --bin=serve', ['package relay', 'bin serve of relay']],
    ['cargo run --example small -- --test none', ['example small']],
    ['cd crates && cargo bench --bench all', ['bench all in crates']],
    ['cargo test --manifest-path crates/a/Cargo.toml --test x', ['test x in crates/a']],
    ['cargo test --workspace --test x', ['test x of *']],
    ['cargo test -p a -p b --test x', ['package a', 'package b']],
    ['cargo test -p "re*" --test "$X"', []],
    ['cargo add -p relay serde', []],
    ['cargo test queue', []]
  ])('reads packages of cargo: %s', (text, expected) => {
    expect(
      referencesOf(parseScript(text, 'sh')).flatMap(found =>
        found.kind === 'crate'
          ? [`${found.what} ${found.name}${found.of ? ` of ${found.of}` : ''}${found.cwd ? ` in ${found.cwd}` : ''}`]
          : []
      )
    ).toEqual(expected)
  })

  it.each([
    ['go test ./internal/queue/... ./cmd/relay -run TestX', ['internal/queue', 'cmd/relay']],
    ['go test ./... && go build . && go vet ./../x', []],
    ['cd svc && go build -o ./bin/relay ./cmd/relay', ['svc', 'svc/cmd/relay']],
    ['go run ./tools/gen.go ./none.txt', ['tools/gen.go']],
    ['go mod tidy ./none', []],
    ['golangci-lint run ./internal/... ./cmd', ['internal', 'cmd']],
    ['staticcheck ./internal ./cmd/...', ['internal', 'cmd']],
    ['gotestsum ./internal/queue', ['internal/queue']],
    ['go test example.org/shop/orders/... -run TestX/y', ['example.org/shop/orders']],
    ['go test -tags a/b -v example.org/shop', ['example.org/shop']],
    ['go run cmd/relay -port a/b', ['cmd/relay']],
    ['go install example.org/tool@v1.2.0 && go test "$MOD/x" "a/..." a/.../b', []],
    ['./gradlew :core:store:test', ['gradlew', 'core:store']],
    ['gradle core:test --tests "a.B"', ['core']],
    ['./gradlew test', ['gradlew']]
  ])('reads packages and projects: %s', (text, expected) => {
    expect(
      referencesOf(parseScript(text, 'sh')).flatMap(found =>
        found.kind === 'path' ? [found.path] : 'name' in found ? [found.name] : []
      )
    ).toEqual(expected)
  })

  it('reads tests and scripts by path', () => {
    expect(refs('cd api && uv run pytest -q tests/test_a.py::test_x[1-2] tests/')).toEqual([
      { kind: 'path', path: 'api', runner: 'cd' },
      { kind: 'path', path: 'api/tests/test_a.py', id: 'test_x[1-2]', runner: 'pytest' },
      { kind: 'path', path: 'api/tests', runner: 'pytest' }
    ])
    expect(refs('./scripts/x.sh --all && bash -n b/y.sh && node --check a/z.js && npx tsx c/w.ts d.json')).toEqual([
      { kind: 'path', path: 'scripts/x.sh', runner: 'sh' },
      { kind: 'path', path: 'b/y.sh', runner: 'bash' },
      { kind: 'path', path: 'a/z.js', runner: 'node' },
      { kind: 'path', path: 'c/w.ts', runner: 'tsx' }
    ])
    expect(refs('cd web && npm run x && cd .. && cd - && cd ~/b && cd "$C" && cd /tmp')).toEqual([
      { kind: 'path', path: 'web', runner: 'cd' },
      { kind: 'npm-script', manager: 'npm', script: 'x', cwd: 'web' }
    ])
    expect(refs('uv run --directory api pytest tests/test_a.py && npm test -- tests/a.test.ts')).toEqual([
      { kind: 'path', path: 'api', runner: 'cd' },
      { kind: 'path', path: 'tests/test_a.py', runner: 'pytest', loose: true },
      { kind: 'npm-script', manager: 'npm', script: 'test' },
      { kind: 'path', path: 'tests/a.test.ts', runner: 'vitest', loose: true }
    ])
    expect(refs('node --test a/x.test.js a/y.test.js && bun test a/z.test.ts a/w.test.ts --bail b')).toEqual([
      { kind: 'path', path: 'a/x.test.js', runner: 'node' },
      { kind: 'path', path: 'a/y.test.js', runner: 'node' },
      { kind: 'path', path: 'a/z.test.ts', runner: 'bun', loose: true },
      { kind: 'path', path: 'a/w.test.ts', runner: 'bun', loose: true }
    ])
    expect(refs('node a/x.js a/y.js && bun run a/z.ts a/w.ts && deno test a/v.ts a/u.ts')).toEqual([
      { kind: 'path', path: 'a/x.js', runner: 'node' },
      { kind: 'path', path: 'a/v.ts', runner: 'deno' },
      { kind: 'path', path: 'a/u.ts', runner: 'deno' }
    ])
    expect(refs('pytest "tests/*.py" $X <file> /tmp/a.py && python -c "a/b.py" && python -m a.b')).toEqual([])
  })
})

describe('pathsOf', () => {
  it.each([
    ['cat src/a.ts | head -3', ['src/a.ts'], []],
    ['grep -n foo.bar src/a.ts', ['src/a.ts'], []],
    ['ruff check src/a.py', ['src/a.py'], []],
    ['test -f src/a.ts', ['src/a.ts'], []],
    ['tsc -p web/tsconfig.json', ['web/tsconfig.json'], []],
    ['sort < data/in.csv > data/out.csv', ['data/in.csv'], ['data/out.csv']],
    ['touch a/b.txt && mkdir -p c/d', [], ['a/b.txt', 'c/d']],
    ['cp a/b.txt c/d.txt', ['a/b.txt'], ['c/d.txt']],
    ['git mv a/b.py c/d.py', ['a/b.py'], ['c/d.py']],
    ['npm test | tee logs/x.log', [], ['logs/x.log']],
    ['cd web && cat src/a.ts', ['web/src/a.ts'], []],
    ['cat ./a/../b/c.ts', ['b/c.ts'], []],
    ['curl -o out/a.json https://a.b/c.json', [], ['out/a.json']],
    ['npm test > /dev/null 2>&1', [], []],
    ['! test -f a/b.ts', [], []],
    ['test ! -f a/b.ts', [], []],
    ['ls a/b.ts || echo gone', [], []],
    ['cat /etc/x.conf ~/a.txt $X/b.ts a/*.ts', [], []],
    ['echo src/a.ts', [], []],
    ['docker run x cat a/b.ts', [], []],
    ['ssh h cat a/b.ts', [], []],
    ['rm -f a/b.ts', [], []],
    ['cat path/to/a.ts <file> tests/<x>.py', [], []]
  ])('%s', (text, uses, creates) => {
    expect(paths(text)).toEqual({ uses, creates })
  })

  it('reads paths with backslashes', () => {
    expect(paths('.venv\\Scripts\\python.exe -m pytest tests\\test_a.py', 'powershell').uses).toEqual([
      'tests/test_a.py'
    ])
  })

  it('points at the words', () => {
    const text = 'cd web && cat "src/a.ts" > out.txt'
    const { uses, creates } = pathsOf(parseScript(text, 'sh'))
    expect([...uses, ...creates].map(use => text.slice(use.start, use.end))).toEqual(['"src/a.ts"', 'out.txt'])
  })
})
