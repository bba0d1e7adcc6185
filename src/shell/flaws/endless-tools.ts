/** Which tools run until somebody stops them, by their arguments. */
import { runsServer } from './watching.ts'

type Args = readonly string[]

/** One of several letters behind one dash: `-fn`. */
const hasLetter = (arg: string, letter: RegExp): boolean => /^-[a-zA-Z]+$/.test(arg) && letter.test(arg)

const follows = (args: Args): boolean =>
  args.some(arg => hasLetter(arg, /[fF]/) || arg === '--follow' || arg === '--follow=true')

/** The script that a package manager runs. */
function managed(args: Args): boolean {
  const plain = withoutValues(args)
  const script = /^(?:run|run-script)$/.test(plain[0] ?? '') ? plain[1] : plain[0]
  return script !== undefined && runsServer(script) && plain.at(-1) === script && !args.includes('--')
}

const valued = /^(?:--filter|-F|--prefix|-C|--dir|--cwd|-w|--workspace)$/

const withoutValues = (args: Args): string[] =>
  args.filter((arg, index) => !arg.startsWith('-') && !valued.test(args[index - 1] ?? ''))

const compose = (args: Args): boolean => {
  const plain = args.filter(
    (arg, index) =>
      !arg.startsWith('-') &&
      !/^(?:-f|--file|-p|--profile|--project-name|--env-file|--project-directory)$/.test(args[index - 1] ?? '')
  )
  if (plain[0] === 'attach' || plain[0] === 'watch') return true
  if (plain[0] === 'logs') return follows(args.slice(args.indexOf('logs')))
  return (
    plain[0] === 'up' &&
    !args.some(
      arg =>
        /^(?:-d|--detach|--wait|--abort-on-container-exit|--abort-on-container-failure|--exit-code-from|--exit-code-from=\S+|--no-start)$/.test(
          arg
        ) || hasLetter(arg, /d/)
    )
  )
}

const container = (args: Args, first: string): boolean => {
  if (first === 'compose') return compose(args.slice(1))
  if (first === 'logs') return follows(args)
  if (first === 'attach' || first === 'events') return true
  return first === 'stats' && !args.includes('--no-stream')
}

const always = (): boolean => true

const served = (_args: Args, first: string): boolean => /^(?:serve|server|dev|preview|start|s)$/.test(first)

const dev = (args: Args, first: string): boolean =>
  /^(?:dev|develop|preview|serve)$/.test(first) && !args.some(arg => /^(?:stop|build|status)$/.test(arg))

const hasApp = (args: Args): boolean => args.some(arg => /^[\w./-]+:\w+/.test(arg))

const python = (args: Args): boolean =>
  args.some((arg, index) => /(?:^|\/)manage\.py$/.test(arg) && args[index + 1] === 'runserver')

const starts =
  (...words: readonly string[]) =>
  (_args: Args, first: string): boolean =>
    words.includes(first)

const continuous = (args: Args): boolean => args.some(arg => /(?:^|:)bootRun$|^(?:-t|--continuous)$/.test(arg))

const spring = (args: Args): boolean => args.some(arg => /^(?:spring-boot:run|jetty:run|quarkus:dev)$/.test(arg))

/** Karma and its like watch unless they are told not to. */
const angular = (args: Args, first: string): boolean =>
  first === 'serve' ||
  (first === 'test' &&
    args.length < 3 &&
    !args.some(arg => /^--(?:no-watch|watch=false|configuration=ci|configuration|browsers=\S{0,40})$/.test(arg)))

export const endlessTools: Readonly<Record<string, (args: Args, first: string, second: string) => boolean>> = {
  tail: follows,
  journalctl: follows,
  watch: args => args.length > 0,
  yes: always,
  top: args => !args.some(arg => /^-[bln]/.test(arg)),
  nc: args => args.some(arg => hasLetter(arg, /l/)) && !args.includes('-z'),
  tcpdump: args => !args.some(arg => /^-c/.test(arg)),
  inotifywait: args => args.some(arg => /^-[a-z]*m/.test(arg) || arg === '--monitor'),
  entr: always,
  watchexec: always,
  watchman: always,
  reflex: always,
  ptw: always,
  'pytest-watch': always,
  'pytest-watcher': always,
  'sphinx-autobuild': always,
  bacon: (_args, first) => first !== '--list-jobs',
  modd: always,
  guard: always,
  watchfiles: always,
  mprocs: always,
  overmind: (_args, first) => first === 'start' || first === 's',
  foreman: (_args, first) => first === 'start',
  honcho: (_args, first) => first === 'start',
  hivemind: always,
  air: args => !args.some(arg => /^(?:init|-v)$/.test(arg)),
  flutter: (args, first) =>
    first === 'attach' || (first === 'run' && !args.includes('--no-resident')) || first === 'logs',
  expo: (_args, first) => first === 'start',
  'react-native': (_args, first) => first === 'start' || first === 'log-android' || first === 'log-ios',
  adb: (args, first) => first === 'logcat' && !args.some(arg => /^-(?:d|t|c|g)$/.test(arg)),
  heroku: (args, first) =>
    (first === 'logs' && args.some(arg => arg === '--tail' || arg === '-t')) || first === 'local',
  fly: (args, first) => first === 'logs' && !args.includes('--no-tail'),
  flyctl: (args, first) => first === 'logs' && !args.includes('--no-tail'),
  vercel: (_args, first) => first === 'dev',
  netlify: (_args, first) => first === 'dev',
  sam: (_args, first, second) => first === 'local' && /^start-/.test(second),
  serverless: (_args, first) => first === 'offline',
  cdk: (_args, first) => first === 'watch',
  tilt: (_args, first) => first === 'up',
  skaffold: (_args, first) => first === 'dev' || first === 'debug',
  minikube: (_args, first) => first === 'tunnel' || first === 'dashboard',
  stripe: (_args, first) => first === 'listen',
  cloudflared: (_args, first) => first === 'tunnel',
  celery: args => args.includes('worker') || args.includes('beat'),
  dramatiq: always,
  daphne: hasApp,
  waitress: always,
  'waitress-serve': always,
  dotnet: (_args, first) => first === 'watch',
  gradle: continuous,
  gradlew: continuous,
  './gradlew': continuous,
  mvn: spring,
  './mvnw': spring,
  sbt: args => args.some(arg => arg.startsWith('~')),
  ember: (_args, first) => /^(?:s|serve|server)$/.test(first),
  eleventy: args => args.includes('--serve'),
  gulp: (_args, first) => first === 'watch' || first === 'serve',
  grunt: (_args, first) => first === 'watch' || first === 'serve',
  webpack: (args, first) => first === 'serve' || first === 'watch' || args.includes('-w'),
  'webpack-dev-server': always,
  rollup: args => args.includes('-w'),
  parcel: (args, first) => first === 'serve' || first === 'watch' || /\.html$/.test(first),
  esbuild: args => args.some(arg => /^--(?:serve|watch)(?:=|$)/.test(arg)),
  karma: (args, first) => first === 'start' && !args.some(arg => /^--(?:single-run|no-auto-watch)/.test(arg)),
  mocha: args => args.includes('-w'),
  ava: args => args.includes('-w'),
  serve: always,
  'json-server': always,
  meteor: args => args.length === 0 || args[0] === 'run',
  deno: (args, first, second) => first === 'task' && runsServer(second) && args.length === 2,
  make: managed,
  just: managed,
  task: managed,
  nodemon: args => args.length > 0,
  npm: managed,
  pnpm: managed,
  yarn: managed,
  bun: managed,
  vite: (args, first) => args.length === 0 || dev(args, first) || /^--(?:host|port|open)/.test(first),
  next: (_args, first) => first === 'dev' || first === 'start',
  nuxt: dev,
  nuxi: dev,
  astro: dev,
  remix: dev,
  gatsby: dev,
  ng: angular,
  rails: starts('s', 'server'),
  'bin/rails': starts('s', 'server'),
  './bin/rails': starts('s', 'server'),
  flask: args => args.includes('run'),
  uvicorn: hasApp,
  gunicorn: hasApp,
  hypercorn: hasApp,
  fastapi: dev,
  'http.server': always,
  python,
  python3: python,
  'manage.py': (_args, first) => first === 'runserver',
  './manage.py': (_args, first) => first === 'runserver',
  php: (args, first, second) =>
    first === '-S' ||
    (first === 'artisan' &&
      (/^(?:serve|horizon|schedule:work)$/.test(second) ||
        (second === 'queue:work' && !args.some(arg => /^--(?:stop-when-empty|max-(?:jobs|time))/.test(arg))))),
  hugo: served,
  jekyll: served,
  mkdocs: (_args, first) => first === 'serve',
  'http-server': always,
  'live-server': always,
  storybook: (_args, first) => first === 'dev',
  wrangler: (_args, first) => first === 'dev' || first === 'tail',
  firebase: (_args, first) => first === 'emulators:start' || first === 'serve',
  streamlit: (_args, first) => first === 'run',
  jupyter: (_args, first) => /^(?:lab|notebook)$/.test(first),
  mix: starts('phx.server', 'test.watch'),
  cargo: (_args, first) => first === 'watch',
  trunk: (_args, first) => first === 'serve',
  ngrok: args => args.length > 0,
  kubectl: (args, first) =>
    first === 'port-forward' ||
    first === 'proxy' ||
    (first === 'logs' && follows(args)) ||
    (first === 'get' && args.some(arg => arg === '-w')),
  docker: container,
  'docker-compose': compose,
  podman: container,
  tsc: args => args.includes('-w'),
  tsx: (_args, first) => first === 'watch',
  'ts-node-dev': always,
  lein: starts('ring', 'figwheel'),
  'redis-server': args => !args.some(arg => /^--(?:daemonize|version|test-memory)/.test(arg)),
  mongod: args => !args.includes('--fork'),
  postgres: args => args.includes('-D'),
  nginx: args => args.includes('daemon off;'),
  caddy: starts('run'),
  vitest: starts('watch', 'dev'),
  playwright: starts('show-report', 'codegen', 'open'),
  pytest: args => args.some(arg => /^(?:-f|--looponfail)$/.test(arg)),
  fswatch: args => !args.some(arg => /^(?:-1|--one-event)$/.test(arg)),
  gow: always,
  ginkgo: starts('watch'),
  elm: starts('reactor'),
  'elm-live': always,
  turbo: starts('dev', 'watch'),
  nx: starts('serve', 'watch'),
  strace: args => args.includes('-p'),
  sleep: (_args, first) => /^(?:infinity|inf)$/.test(first)
}
