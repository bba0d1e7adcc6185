import { describe, expect, it } from 'vitest'
import { looksLikeCommand, parseScript } from '../../src/shell/index.ts'

/** Of each tool one thing that it does, which no other tool does by that name. */
const known = [
  'git stash',
  'npm ci',
  'pnpm add foo',
  'yarn add foo',
  'bun add foo',
  'deno lint',
  'cargo clippy',
  'rustup component',
  'go vet',
  'docker ps',
  'podman ps',
  'docker-compose up',
  'kubectl annotate',
  'helm template',
  'terraform plan',
  'tofu plan',
  'uv sync',
  'pip freeze',
  'pip3 freeze',
  'poetry lock',
  'pdm lock',
  'hatch fmt',
  'pipenv sync',
  'pixi run',
  'ruff check',
  'mise doctor',
  'bundle audit',
  'gem push',
  'rails routes',
  'rake routes',
  'composer audit',
  'php artisan',
  'dotnet restore',
  'mvn verify',
  'gradle assemble',
  'swift test',
  'xcodebuild archive',
  'flutter analyze',
  'dart analyze',
  'mix dialyzer',
  'stack exec',
  'cabal run',
  'zig fmt',
  'gh pr',
  'glab mr',
  'nx affected',
  'turbo prune',
  'lerna bootstrap',
  'next lint',
  'vite preview',
  'vitest bench',
  'nuxt generate',
  'nuxi generate',
  'astro sync',
  'ng e2e',
  'playwright codegen',
  'cypress verify',
  'storybook dev',
  'prisma migrate',
  'drizzle-kit push',
  'biome ci',
  'changeset status',
  'wrangler d1',
  'supabase db',
  'firebase deploy',
  'vercel ls',
  'fly launch',
  'flyctl launch',
  'heroku ps',
  'aws s3',
  'gcloud sql',
  'az aks',
  'alembic heads',
  'flask routes',
  'jj squash',
  'railway up',
  'maturin develop',
  'wasm-pack test',
  'anchor deploy',
  'pre-commit autoupdate',
  'lefthook run',
  'coverage xml',
  'brew tap',
  'apt-get update',
  'apt update',
  'systemctl enable',
  'openspec archive',
  'specify init',
  'forge snapshot',
  'buf breaking',
  'ansible --check',
  'mkdocs gh-deploy',
  'wails dev',
  'tauri dev',
  'expo prebuild',
  'pod install',
  'fastlane run',
  'claude mcp',
  'nix flake'
]

const options: Readonly<Record<string, string>> = {
  sudo: '-u -g -h -p -C -D -R -T',
  doas: '-u -C',
  exec: '-a',
  '/usr/bin/time': '-f -o',
  nice: '-n',
  ionice: '-c -n',
  timeout: '-s -k --signal --kill-after',
  gtimeout: '-s -k',
  env: '-u -C -S',
  stdbuf: '-i -o -e',
  npx: '-p --package',
  bunx: '-p --package',
  uvx: '--from --with --python -p --index-url',
  'xvfb-run': '-s -n --server-args',
  dotenv: '-e -f',
  'uv run':
    '--with --with-requirements --python -p --extra --group --package --env-file --directory --project --only-group --no-group --with-editable --index',
  uv: '--directory --project',
  poetry: '-C --directory -P --project',
  'pdm run': '-p',
  'pixi run': '-e --environment --manifest-path',
  'conda run': '-n -p --name --prefix',
  'mamba run': '-n -p',
  'micromamba run': '-n -p',
  'npm exec': '-w --workspace -p --package',
  pnpm: '--filter -F -C --dir',
  'doppler run': '-p -c',
  'op run': '--env-file'
}
const verbs: Readonly<Record<string, string>> = { uv: 'run', poetry: 'run', pnpm: 'exec' }

const nameOf = (text: string): string | undefined => parseScript(text, 'bash').commands[0]?.name

describe('tools', () => {
  it('are known by what they do', () => {
    expect(known.filter(text => !looksLikeCommand(text))).toEqual([])
    expect(known.filter(text => looksLikeCommand(text.replace(' ', 'q ').replace(/ --check$/, '')))).toEqual([])
  })

  it('may run another one, after their options and what these need', () => {
    const texts = Object.entries(options).flatMap(([name, all]) =>
      all.split(' ').map(option => `${name} ${option} value ${name in verbs ? `${verbs[name]!} ` : ''}pytest -q`)
    )
    expect(texts.filter(text => nameOf(text) !== 'pytest')).toEqual([])
    const without = [
      ...Object.keys(options).map(name => (name in verbs ? `${name} ${verbs[name]!}` : name)),
      ...'command builtin nohup cross-env pipx caffeinate setsid chronic rtk corepack'.split(' ')
    ]
    expect(
      without.filter(name => nameOf(`${name} pytest`) !== 'pytest' || nameOf(`${name} -x -- pytest`) !== 'pytest')
    ).toEqual([])
    const pairs = [
      'pipenv run',
      'rye run',
      'bundle exec',
      'npm x',
      'pnpm dlx',
      'yarn exec',
      'yarn dlx',
      'bun x',
      'mise exec',
      'mise x',
      'direnv exec',
      'pipx run'
    ]
    expect(pairs.filter(name => nameOf(`${name} pytest`) !== 'pytest')).toEqual([])
  })

  it.each([
    ['timeout 5 make', 'make'],
    ['timeout 1.5m make', 'make'],
    ['timeout make', 'make'],
    ['gtimeout 5s make', 'make'],
    ['timeout 5x make', '5x'],
    ['timeout x5 make', 'x5'],
    ['timeout -k 1 5 make', 'make'],
    ['nice 5 make', '5'],
    ['env B=1 C_2= make', 'make'],
    ['cross-env B=1 make', 'make'],
    ['sudo B=1 make', 'make'],
    ['nohup B=1 make', 'B=1'],
    ['env 1=2 make', '1=2'],
    ['env x-B=1 make', 'x-B=1'],
    ['python -m mypy', 'mypy'],
    ['/usr/bin/python3.12 -m mypy', 'mypy'],
    ['.venv/bin/python -m mypy', 'mypy'],
    ['pypy3 -m mypy', 'mypy'],
    ['python.exe -m mypy', 'mypy'],
    ['py -m mypy', 'mypy'],
    ['py -3.13 -m mypy', 'mypy'],
    ['py -x -m mypy', 'py'],
    ['py -3 mypy', 'py'],
    ['python -3 -m mypy', 'python'],
    ['xpython -m mypy', 'xpython'],
    ['pythons -m mypy', 'pythons'],
    ['python x -m', 'python'],
    ['python -m', 'python'],
    ['uv run -m mypy', 'mypy'],
    ['uv run --module mypy', 'mypy'],
    ['uv run --with x -m mypy', 'mypy'],
    ['uv add mypy', 'uv'],
    ['uv run', 'uv'],
    ['uv run --', 'uv'],
    ['sudo -u', 'sudo'],
    ['sudo -x', 'sudo'],
    ['/usr/bin/env make', 'make'],
    ['/bin/nice make', 'make'],
    ['/usr/local/bin/nice make', 'make'],
    ['/opt/bin/nice make', '/opt/bin/nice'],
    ['x/usr/bin/nice make', 'x/usr/bin/nice'],
    ['sudo sudo sudo sudo sudo sudo make', 'make'],
    ['sudo sudo sudo sudo sudo sudo sudo make', 'sudo'],
    ['npm exec -- make', 'make'],
    ['npm run make', 'npm'],
    ['toString make', 'toString'],
    ['pipx run make', 'make']
  ])('%s runs %s', (text, name) => {
    expect(nameOf(text)).toBe(name)
  })
})
