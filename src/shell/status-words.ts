import { interpreters, printers, searchTools, testRunners } from './tools.ts'
import type { Silence } from './types.ts'

/** What is known of exit statuses, as data. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Filters that succeed whatever they are given: behind a pipe, they hide what is before it. */
export const passive = set(
  'tail tee head cat less more most sort uniq wc tr cut column nl ts sed awk gawk fold fmt rev tac pbcopy xclip strings'
)

/** Commands that make ready or tidy up: nobody asks for their status. */
const spared = set(
  'cd pushd popd mkdir rm rmdir kill pkill killall sleep wait trap unset export source . set shopt ulimit umask deactivate touch cp mv ln chmod clear'
)
/** What managers of packages do to have programs there. */
const node = /^(?:i|install|add|init|create|uninstall|remove|rm|update|up|upgrade|link|import|fetch|dedupe)(?: |$)/
const system = /^(?:install|add|remove|update|upgrade)(?: |$)/
const sparedPairs: Readonly<Record<string, RegExp>> = {
  npm: /^(?:i|install|ci|add|init|create|uninstall|remove|rm|update|link|dedupe)(?: |$)/,
  pnpm: node,
  bun: node,
  yarn: /^(?:$|-|(?:install|add|remove|init|create|upgrade|up|link)(?: |$))/,
  pip: /^(?:install|uninstall|download)(?: |$)/,
  pip3: /^(?:install|uninstall|download)(?: |$)/,
  uv: /^(?:add|remove|init|sync|lock|venv|(?:pip|tool|python) (?:install|uninstall|sync))(?: |$)/,
  poetry: /^(?:add|remove|init|install|lock|new|update)(?: |$)/,
  pdm: /^(?:add|remove|init|install|lock|sync|update)(?: |$)/,
  pipenv: /^(?:install|lock|sync)(?: |$)/,
  conda: /^(?:create|install)(?: |$)/,
  cargo: /^(?:add|remove|init|new|install|fetch|update)(?: |$)/,
  rustup: /^(?:component|target|toolchain|update|default)(?: |$)/,
  go: /^(?:get|install|mod (?:init|tidy|download))(?: |$)/,
  bundle: /^(?:install|add|update)(?: |$)/,
  gem: /^install(?: |$)/,
  composer: /^(?:install|require|remove|update|dump-autoload)(?: |$)/,
  dotnet: /^(?:add|new|restore|sln|tool (?:install|restore))(?: |$)/,
  mix: /^deps\.get(?: |$)/,
  flutter: /^(?:create|pub (?:add|get))(?: |$)/,
  dart: /^(?:create|pub (?:add|get))(?: |$)/,
  apt: system,
  'apt-get': system,
  apk: system,
  dnf: system,
  yum: system,
  choco: system,
  winget: system,
  docker:
    /^(?:stop|rm|rmi|kill|pull|network|volume|compose (?:down|stop|rm|up|pull)|container (?:stop|rm)|system prune)\b/,
  podman: /^(?:stop|rm|rmi|kill|pull)\b/,
  'docker-compose': /^(?:down|stop|rm|up|pull)\b/,
  kubectl: /^delete\b/,
  git: /^(?:stash|checkout|switch|restore|reset|clean|fetch|pull|add|commit|push|mv|rm|init|clone|worktree (?:add|remove|prune)|branch -[dD])(?: |$)/,
  minikube: /^(?:stop|delete)\b/,
  kind: /^delete\b/,
  tmux: /^kill/,
  brew: /^(?:services|install|upgrade|update|tap|uninstall)\b/,
  systemctl: /^stop\b/
}
export const isSpared = (name: string, args: readonly string[]): boolean =>
  spared.has(name) ||
  /^create-\w/.test(name) ||
  (Object.hasOwn(sparedPairs, name) &&
    // Behind an option, and what may be its value: `npm --prefix web install`.
    (args[0]?.startsWith('-') ? [0, 1, 2] : [0]).some(at => sparedPairs[name]!.test(args.slice(at, at + 3).join(' '))))

/** Tools that are asked for what they print; their status matters less. */
const inspectors = set(
  'cat ls head tail wc sort uniq find tree stat file du df ps pgrep lsof netstat ss date env printenv pwd which type command whoami id uname hostname curl wget http xh ping dig nslookup git hg gh glab docker docker-compose podman kubectl helm psql sqlite3 mysql redis-cli mongosh tr cut column strings less more open tar unzip nm objdump otool readelf ldd aws gcloud az lsblk history sha256sum shasum md5sum journalctl'
)
const checking =
  /(?:^|[^a-z])(?:tests?|check|lint|verify|validate|build|compile|type-?check|specs?|clippy|vet|nextest|ci|analy[sz]e|coverage|e2e)(?:$|[^a-z])/i
const linters = set(
  'tsc vue-tsc svelte-check mypy pyright basedpyright ty pylint flake8 ruff eslint oxlint biome stylelint prettier black isort rubocop phpstan psalm phpcs pint golangci-lint staticcheck shellcheck hadolint yamllint actionlint markdownlint markdownlint-cli2 vale tox nox ctest gotestsum swiftlint ktlint detekt bandit semgrep trivy ava tap'
)
/** They run whatever they are asked for. */
const runners = set(
  'make gmake just task ninja bazel mvn mvnw ./mvnw gradle gradlew ./gradlew sbt xcodebuild npm pnpm yarn bun'
)

/** Is a command one whose exit status is the result? */
export const isChecker = (name: string, args: readonly string[]): boolean =>
  !searchTools.has(name) &&
  !printers.has(name) &&
  !args.some(arg => /^(?:--version|--help|-V|-h|ls|list|view|outdated|why)$/.test(arg)) &&
  (testRunners.has(name) ||
    linters.has(name) ||
    runners.has(name) ||
    (!/^(?:git|curl|wget|gh|ls|cat|find)$/.test(name) && checking.test([name, ...args.slice(0, 2)].join(' '))))

/** Is a command there for its verdict alone? `npm start` and `make serve` are not, whatever else their programs may be asked. */
export const isVerification = (name: string, args: readonly string[]): boolean =>
  testRunners.has(name) ||
  ((linters.has(name) ||
    ((runners.has(name) || /^(?:cargo|go|dotnet|swift)$/.test(name)) && checking.test(args.slice(0, 2).join(' ')))) &&
    !isSpared(name, args) &&
    !args.some(arg => /watch|serve|^-w$|\bdev\b/.test(arg)))

/** Is a command asked for what it prints? */
export const isInspector = (name: string, args: readonly string[]): boolean =>
  !isChecker(name, args) &&
  (searchTools.has(name) ||
    inspectors.has(name) ||
    (interpreters.has(name) && args.some(arg => /^-[a-z]*[cep]$|^--(?:eval|print)$/.test(arg))))

/** Flags that make any tool succeed whatever it finds. */
const forgiving =
  /^--(?:exit-zero|pass-?with-?no-?tests|pass-on-failing-test-suite|soft-fail|no-exit-code|mute-exit-status|fail-never|no-fail|nofail|issues-exit-code=0|error-exitcode=0|failure-exit-code=0|suppress-no-test-exit-code|permit-no-files|no-exit|lenient|no-tests=(?:pass|warn))$/i
/** Flags that have a tool say what it would do, and check nothing. */
const idle =
  /^--(?:list-?tests|showconfig|show-config|print-config|setup-plan|setup-only|fixtures|listenvs|list-reporters)$/i

/** Flags of single tools, without those that all know. */
const forgivingOf: Readonly<Record<string, RegExp>> = {
  make: /^(?:-i|--ignore-errors)$/,
  gmake: /^(?:-i|--ignore-errors)$/,
  mvn: /^(?:-fn|-DskipTests(?:=true)?|-Dmaven\.test\.skip(?:=true)?|-Dmaven\.test\.failure\.ignore(?:=true)?)$/,
  tflint: /^--force$/,
  tslint: /^--force$/,
  gosec: /^-no-fail$/,
  brakeman: /^--no-exit-on-(?:warn|error)$/,
  checkov: /^-s$/,
  tfsec: /^-s$/
}
const idleOf: Readonly<Record<string, RegExp>> = {
  pytest: /^(?:--markers|--cache-show)$/,
  make: /^(?:-n|--dry-run|--just-print|--recon|-t|--touch)$/,
  gmake: /^(?:-n|--dry-run|--just-print|--recon)$/,
  ninja: /^-n$/,
  just: /^(?:-n|--dry-run|--list|-l|--summary)$/,
  task: /^(?:-n|--dry|--list|-l)$/,
  gradle: /^(?:-m|--dry-run)$/,
  gradlew: /^(?:-m|--dry-run)$/,
  './gradlew': /^(?:-m|--dry-run)$/,
  ctest: /^(?:-N|--show-only)$/,
  rspec: /^--dry-run$/,
  mocha: /^--dry-run$/,
  bats: /^(?:-c|--count)$/,
  vitest: /^list$/,
  cucumber: /^(?:--dry-run|-d)$/,
  playwright: /^--list$/,
  nox: /^(?:-l|--list)$/,
  tox: /^(?:-l|--notest)$/,
  turbo: /^--dry(?:-run)?$/,
  tsc: /^(?:--noCheck|--listFilesOnly|--init)$/,
  rubocop: /^(?:-L|--list-target-files|--auto-gen-config)$/,
  eslint: /^(?:--init|--env-info)$/
}
/** Flags whose value 0 forgives: `--exit-code 0`. */
const zeroes = /^--(?:exit-code|issues-exit-code|error-exitcode|failure-exit-code)$/

/** Why a command succeeds whatever it finds, by its flags; undefined where it does not. */
export function pardonOf(name: string, args: readonly string[]): Silence | undefined {
  if (searchTools.has(name) || printers.has(name) || name === 'git') return undefined
  const program = name.replace(/^\.\//, '')
  const base = /^(?:\.\/)?mvnw$/.test(name) ? 'mvn' : name
  const own = (table: Readonly<Record<string, RegExp>>, arg: string): boolean =>
    Object.hasOwn(table, base) && table[base]!.test(arg)
  const isTest = base !== 'mvn' || args.some(arg => /^(?:test|verify|integration-test)$/.test(arg))
  for (const [index, arg] of args.entries()) {
    if (forgiving.test(arg) || (own(forgivingOf, arg) && isTest)) return { how: 'forgiven', flag: arg, program }
    if (zeroes.test(arg) && args[index + 1] === '0') return { how: 'forgiven', flag: `${arg} 0`, program }
    if (idle.test(arg) || own(idleOf, arg)) return { how: 'idle', flag: arg, program }
  }
  const none = args.findIndex(arg => /^-run(?:=|$)/.test(arg))
  if (name === 'go' && args[0] === 'test') {
    if (args.includes('-list')) return { how: 'idle', flag: '-list', program }
    const pattern = /^-run=(.*)$/.exec(args[none] ?? '')?.[1] ?? args[none + 1]
    if (none >= 0 && /^(?:\^\$|XXX|NONE)$/i.test(pattern ?? '') && !args.some(arg => arg.startsWith('-bench')))
      return { how: 'none-picked', flag: '-run', program }
  }
  if (name === 'cargo' && args[0] === 'test' && args.includes('--') && args.includes('--list'))
    return { how: 'idle', flag: '--list', program }
  return undefined
}
