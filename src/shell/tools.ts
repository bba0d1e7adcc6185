/** What is known of tools, as data: names are the programs', nothing here is ever run. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Commands by themselves. */
export const alone = set(
  'pytest jest vitest tox nox rspec phpunit mypy pyright basedpyright tsc ctest make ls pwd true : whoami pre-commit lefthook'
)

/** Tools whose first word says what they do. */
export const subcommands: Readonly<Record<string, ReadonlySet<string>>> = {
  git: set(
    'add am apply archive bisect blame branch bundle checkout cherry-pick clean clone commit config describe diff fetch format-patch fsck gc grep init log ls-files ls-remote ls-tree merge merge-base mv notes pull push range-diff rebase reflog remote reset restore revert rev-list rev-parse rm shortlog show stash status submodule switch tag worktree cat-file check-ignore diff-tree update-index for-each-ref symbolic-ref'
  ),
  npm: set(
    'access audit ci config create dedupe deprecate diff docs exec explain i init install install-test ls link list login outdated pack ping pkg prefix prune publish rebuild restart root run run-script search start stop t test uninstall update version view whoami x'
  ),
  pnpm: set(
    'add audit build check ci create deploy dev dlx e2e exec fetch format i import init install lint licenses link list ls outdated pack patch publish rebuild recursive remove run start store test tsc typecheck type-check eslint vitest jest prettier biome playwright turbo nx update up why'
  ),
  yarn: set(
    'add audit build cache check config create dedupe dev dlx e2e exec format info init install link lint list node outdated pack publish remove run set start test tsc typecheck type-check eslint vitest jest prettier biome playwright turbo nx unlink up upgrade version why workspace'
  ),
  bun: set(
    'add build create dev exec i init install link outdated patch pm publish remove repl run start test typecheck lint update upgrade x'
  ),
  deno: set(
    'add bench bundle cache check compile coverage doc eval fmt info install lint publish repl run serve task test upgrade'
  ),
  cargo: set(
    'add audit bench build check clean clippy deny doc expand fetch fix fmt init insta install llvm-cov login machete metadata miri new nextest outdated package publish remove run rustc search semver-checks t test tree udeps uninstall update vendor version watch xtask'
  ),
  rustup: set('component default override show target toolchain update run'),
  go: set('build clean doc env fix fmt generate get install list mod run telemetry test tool version vet work'),
  docker: set(
    'attach build buildx commit compose container context cp create diff events exec export history image images import info inspect kill load login logs manifest network pause port ps pull push rename restart rm rmi run save scout search stack start stats stop swarm system tag top version volume wait'
  ),
  podman: set(
    'build compose container cp create exec image images info inspect kill logs network play pod ps pull push rm rmi run start stop system version volume'
  ),
  'docker-compose': set('build config down exec images logs ps pull push restart rm run start stop up version'),
  kubectl: set(
    'annotate api-resources apply auth cluster-info config cordon cp create debug delete describe diff drain edit exec explain expose get kustomize label logs patch port-forward proxy replace rollout run scale set taint top version wait'
  ),
  helm: set(
    'create dependency diff get history install lint list package pull push repo rollback search show status template test uninstall upgrade version'
  ),
  terraform: set(
    'apply console destroy fmt force-unlock get graph import init output plan providers refresh show state taint test untaint validate version workspace'
  ),
  tofu: set('apply destroy fmt init output plan show state test validate version'),
  uv: set('add build cache export init lock pip publish python remove run self sync tool tree venv version format'),
  pip: set('cache check config debug download freeze hash index inspect install list show uninstall wheel'),
  pip3: set('check freeze install list show uninstall'),
  poetry: set(
    'add build cache check config env init install lock new publish remove run self shell show sync update version'
  ),
  pdm: set('add build install list lock remove run sync test update'),
  hatch: set('build clean env fmt new publish run shell test version'),
  pipenv: set('check install lock run shell sync'),
  pixi: set('add install run shell'),
  ruff: set('check format clean config linter rule server version analyze'),
  mise: set('exec run install use ls trust tasks doctor'),
  bundle: set('add audit check config exec install list outdated update'),
  gem: set('build install list push uninstall update'),
  rails: set(
    'c console db:migrate db:seed db:reset db:setup db:rollback g generate new routes runner s server test zeitwerk:check'
  ),
  rake: set('test spec db:migrate routes'),
  composer: set(
    'audit check diagnose dump-autoload exec install lint outdated remove require run run-script show test update validate'
  ),
  php: set('artisan'),
  dotnet: set('add build clean ef format list new nuget pack publish remove restore run sln test tool watch workload'),
  mvn: set('clean compile deploy dependency:tree install package site test validate verify'),
  gradle: set('assemble bootRun build check clean dependencies init publish run test wrapper'),
  swift: set('build package run test'),
  xcodebuild: set('build clean test archive'),
  flutter: set('analyze build clean create doctor drive pub run test upgrade'),
  dart: set('analyze compile fix format pub run test'),
  mix: set('compile credo deps.get dialyzer ecto.create ecto.migrate format phx.server release run test'),
  stack: set('build exec run test'),
  cabal: set('build run test'),
  zig: set('build fmt run test'),
  gh: set(
    'api auth browse cache codespace extension gist issue label org pr project release repo ruleset run search secret variable workflow'
  ),
  glab: set('api auth ci issue mr release repo'),
  nx: set('affected build e2e format graph lint run run-many serve test'),
  turbo: set('build dev lint prune run test typecheck'),
  lerna: set('bootstrap exec publish run version'),
  next: set('build dev lint start typegen'),
  vite: set('build dev preview serve optimize'),
  vitest: set('bench dev list related run watch'),
  nuxt: set('build dev generate prepare preview typecheck'),
  nuxi: set('build dev generate prepare preview typecheck'),
  astro: set('add build check dev preview sync'),
  ng: set('build e2e lint serve test'),
  playwright: set('codegen install open show-report test'),
  cypress: set('open run verify'),
  storybook: set('build dev'),
  prisma: set('db format generate migrate studio validate'),
  'drizzle-kit': set('check generate migrate push studio'),
  biome: set('check ci format lint'),
  changeset: set('add publish status version'),
  wrangler: set('d1 deploy dev kv r2 secret tail types whoami'),
  supabase: set('db functions gen init link migration projects start status stop test'),
  firebase: set('deploy emulators:exec emulators:start serve'),
  vercel: set('alias build deploy dev domains env inspect link ls project pull'),
  fly: set('deploy launch logs secrets ssh status'),
  flyctl: set('deploy launch logs secrets ssh status'),
  heroku: set('config logs ps run'),
  aws: set(
    'cloudformation cognito-idp configure dynamodb ec2 ecr ecs iam kms lambda logs rds s3 s3api secretsmanager sns sqs ssm sts'
  ),
  gcloud: set(
    'app artifacts auth builds components compute config container functions iam logging projects run secrets services sql storage'
  ),
  az: set('account acr aks deployment group login resource storage webapp'),
  alembic: set('branches check current downgrade heads history merge revision show stamp upgrade'),
  flask: set('db run routes shell'),
  jj: set('abandon bookmark commit describe diff edit git log new rebase resolve show split squash st status undo'),
  railway: set('deploy link logs run up'),
  maturin: set('build develop publish'),
  'wasm-pack': set('build test'),
  anchor: set('build deploy test'),
  'pre-commit': set('autoupdate clean install run'),
  lefthook: set('install run'),
  coverage: set('combine erase html json report run xml'),
  brew: set('bundle doctor info install list services tap uninstall update upgrade'),
  'apt-get': set('install update upgrade remove'),
  apt: set('install update upgrade remove'),
  systemctl: set('daemon-reload disable enable is-active is-enabled reload restart start status stop'),
  openspec: set('archive change diff init list show spec update validate view'),
  specify: set('check init'),
  forge: set('build coverage fmt install script snapshot test'),
  buf: set('breaking build format generate lint'),
  ansible: set(''),
  mkdocs: set('build serve gh-deploy'),
  wails: set('build dev'),
  tauri: set('build dev'),
  expo: set('export prebuild start'),
  pod: set('install update'),
  fastlane: set('run'),
  claude: set('mcp plugin update doctor'),
  nix: set('build develop flake fmt run shell')
}

/** Tools that take any arguments and whose names are not words of English prose. */
export const anyArguments = set(
  'pytest py.test jest mocha ava tap mypy pyright basedpyright pylint flake8 black isort bandit eslint prettier stylelint oxlint knip tsc tsx ts-node swc esbuild rollup webpack tsup parcel nodemon rspec rubocop phpunit phpstan pint psalm pest golangci-lint gofmt goimports staticcheck gotestsum ctest cmake ninja meson bazel buck2 clang-format clang-tidy gcc g++ clang shellcheck shfmt hadolint yamllint actionlint markdownlint markdownlint-cli2 vale lychee tflint checkov trivy grype semgrep gitleaks curl wget httpie xh jq yq grep egrep fgrep rg ag ack fd sed awk gawk perl ruby python python3 node nodejs java javac kotlinc lua ls cat bat rm rmdir cp mv mkdir chmod chown ln touch tee wc uniq xargs diff cmp md5sum sha256sum shasum tar unzip zip gzip ps pgrep pkill lsof netstat ss nc ping dig nslookup ssh scp rsync psql pg_dump mysql sqlite3 redis-cli mongosh bash sh zsh cd pushd source echo printf export unset npx uvx bunx pipx tox nox snakemake dvc sqlfluff dbt uvicorn gunicorn celery streamlit hypercorn bats shellspec openssl gpg ffmpeg pandoc tree stat file du df vim nano http-server ansible-playbook ansible-lint packer vagrant minikube kind k6 locust ab wrk hyperfine pdflatex latexmk sphinx-build mdbook hugo protoc xcrun swiftlint swiftformat swiftc launchctl rustfmt ktlint detekt stylua luacheck busted credo sam cdk pulumi serverless depcruise madge attw publint concurrently wait-on rimraf tsd size-limit c8 nyc codecov vulture radon interrogate pydocstyle pyupgrade ty pip-audit safety cosmic-ray mutmut stryker journalctl tmux sudo nohup timeout test'
)

/** Tools named by a word of prose: more than plain words must follow. */
export const proseNames = set(
  'test find sort time watch cut head tail less more which env date kill open say join split read type at who node deno bun just task act air tree install file stat source echo ack ab black safety pest vale tap ava bat fd tee kind sh cd pint knip packer serverless sam nox diff credo busted ping touch cat command exec printf'
)

/** Programs whose next word is a name of the plan's own. */
export const targetRunners = set('make just task gmake nox tox rake cd')

/** Words that only run another command, with the options that take a value. */
export const wrappers: Readonly<Record<string, { options?: ReadonlySet<string>; operands?: number }>> = {
  sudo: { options: set('-u -g -h -p -C -D -R -T') },
  doas: { options: set('-u -C') },
  command: {},
  exec: { options: set('-a') },
  builtin: {},
  nohup: {},
  time: { options: set('-f -o') },
  nice: { options: set('-n') },
  ionice: { options: set('-c -n') },
  timeout: { options: set('-s -k --signal --kill-after'), operands: 1 },
  gtimeout: { options: set('-s -k'), operands: 1 },
  env: { options: set('-u -C -S') },
  stdbuf: { options: set('-i -o -e') },
  'cross-env': {},
  npx: { options: set('-p --package') },
  bunx: { options: set('-p --package') },
  uvx: { options: set('--from --with --python -p --index-url') },
  pipx: {},
  'xvfb-run': { options: set('-s -n --server-args') },
  dotenv: { options: set('-e -f') },
  caffeinate: {},
  setsid: {},
  chronic: {},
  rtk: {},
  corepack: {}
}

/** Tools one of whose subcommands only runs another command. */
export const wrapperPairs: Readonly<
  Record<string, { words: ReadonlySet<string>; options?: ReadonlySet<string>; before?: ReadonlySet<string> }>
> = {
  uv: {
    words: set('run'),
    options: set(
      '--with --with-requirements --python -p --extra --group --package --env-file --directory --project --only-group --no-group --with-editable --index'
    ),
    before: set('--directory --project')
  },
  poetry: { words: set('run'), before: set('-C --directory -P --project') },
  pipenv: { words: set('run') },
  pdm: { words: set('run'), options: set('-p') },
  rye: { words: set('run') },
  pixi: { words: set('run'), options: set('-e --environment --manifest-path') },
  conda: { words: set('run'), options: set('-n -p --name --prefix') },
  mamba: { words: set('run'), options: set('-n -p') },
  micromamba: { words: set('run'), options: set('-n -p') },
  bundle: { words: set('exec') },
  npm: { words: set('exec x'), options: set('-w --workspace -p --package') },
  pnpm: { words: set('exec dlx'), before: set('--filter -F -C --dir') },
  yarn: { words: set('exec dlx') },
  bun: { words: set('x') },
  mise: { words: set('exec x') },
  direnv: { words: set('exec') },
  doppler: { words: set('run'), options: set('-p -c') },
  op: { words: set('run'), options: set('--env-file') },
  pipx: { words: set('run') }
}

export const interpreters = set(
  'python python3 py pypy3 node nodejs ruby perl php bash sh zsh dash ksh tsx ts-node bun deno Rscript lua julia'
)
export const testRunners = set('pytest py.test vitest jest mocha ava rspec phpunit pest bats playwright cypress')
export const searchTools = set('grep egrep fgrep rg ag ack sed gsed awk gawk perl jq yq ast-grep sg find fd')
export const printers = set('echo printf')

/** Is the word a tool's name? Some are words of prose as well. */
export const isTool = (name: string): boolean => Object.hasOwn(subcommands, name) || anyArguments.has(name)
/** Is the word the name of a program, wherever a command begins? */
export const isKnownProgram = (name: string): boolean =>
  isTool(name) || alone.has(name) || targetRunners.has(name) || Object.hasOwn(wrappers, name)
