import { searchTools } from './tools.ts'
import type { FlawReport, Script, SimpleCommand } from './types.ts'

type Args = readonly string[]

/** The last command of a script, where it runs until somebody stops it. */
export function endlessOf(script: Script): FlawReport[] {
  const { commands } = script
  let last = commands.length - 1
  // A pipe ends with its source; `a | b` is one command here.
  while (last > 0 && commands[last]!.joined === '|') last--
  const command = commands[last]
  if (
    !command ||
    command.background ||
    command.nested ||
    script.comments.some(comment => /ctrl|\^C|\bkill|\bstop\b|terminal/i.test(comment.text))
  )
    return []
  if (
    commands
      .slice(last)
      .some(
        piped => /^(?:head|timeout)$/.test(piped.name) || piped.args.some(arg => /^-(?:m\d*|q)$|^--max-count/.test(arg))
      )
  )
    return []
  if (command.via.some(word => /^g?timeout$/.test(word)) || isQuestion(command.args) || !isEndless(command)) return []
  const { start, end } = command
  return [
    {
      flaw: 'never-ends',
      start,
      end,
      detail: `\`${shown(command)}\` runs until it is stopped`,
      help: 'run it once, or start it with `&`, check it and stop it'
    }
  ]
}

const shown = (command: SimpleCommand): string =>
  command.text.length > 50 ? [command.name, ...command.args.slice(0, 2)].join(' ') : command.text

/** Asks the tool only for its help, its version or a dry run. */
const isQuestion = (args: Args): boolean =>
  args.some(arg =>
    /^(?:--help|-h|--version|-V|--check|--dry-run|--once|--list|--exit|--smoke|--test|--build-only|--run-once|--print.*)$/.test(
      arg
    )
  )

function isEndless(command: SimpleCommand): boolean {
  const { name, args } = command
  const [first = '', second = ''] = args
  if (watches(name, args)) return true
  if (Object.hasOwn(rules, name)) return rules[name]!(args, first, second)
  return false
}

/** `--watch`, but not where it waits for an end: `gh run watch`, `gh pr checks --watch`. */
function watches(name: string, args: Args): boolean {
  if (name === 'gh' || name === 'glab' || searchTools.has(name) || /^(?:echo|printf|git|test|\[)$/.test(name))
    return false
  const before = args.indexOf('--')
  return args.some(
    (arg, index) =>
      /^--watch(?:All|-all)?(?:=true)?$/.test(arg) &&
      args[index + 1] !== 'false' &&
      (before < 0 || index < before || /^(?:npm|pnpm|yarn|bun)$/.test(name))
  )
}

/** One of several letters behind one dash: `-fn`. */
const hasLetter = (arg: string, letter: RegExp): boolean => /^-[a-zA-Z]+$/.test(arg) && letter.test(arg)
const follows = (args: Args): boolean =>
  args.some(arg => hasLetter(arg, /[fF]/) || arg === '--follow' || arg === '--follow=true')
const servers = new Set('dev start serve watch preview storybook'.split(' '))
const sides = new Set('dev watch server web client api frontend backend'.split(' '))

/** `dev`, `start:api`, `build:watch`. */
function runsServer(script: string): boolean {
  const colon = script.indexOf(':')
  if (colon < 0) return servers.has(script)
  return script.endsWith(':watch') || (servers.has(script.slice(0, colon)) && sides.has(script.slice(colon + 1)))
}

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

const always = (): boolean => true
const served = (_args: Args, first: string): boolean => /^(?:serve|server|dev|preview|start|s)$/.test(first)
const dev = (args: Args, first: string): boolean =>
  /^(?:dev|develop|preview|serve)$/.test(first) && !args.some(arg => /^(?:stop|build|status)$/.test(arg))
const hasApp = (args: Args): boolean => args.some(arg => /^[\w./-]+:\w+/.test(arg))
const python = (args: Args): boolean =>
  args.some((arg, index) => /(?:^|\/)manage\.py$/.test(arg) && args[index + 1] === 'runserver')

const rules: Readonly<Record<string, (args: Args, first: string, second: string) => boolean>> = {
  tail: follows,
  journalctl: follows,
  watch: args => args.length > 0,
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
  ng: (_args, first) => first === 'serve',
  rails: (_args, first) => first === 's' || first === 'server',
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
  php: (_args, first, second) => first === '-S' || (first === 'artisan' && second === 'serve'),
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
  mix: (_args, first) => first === 'phx.server',
  cargo: (_args, first) => first === 'watch',
  trunk: (_args, first) => first === 'serve',
  ngrok: args => args.length > 0,
  kubectl: (args, first) =>
    first === 'port-forward' ||
    first === 'proxy' ||
    (first === 'logs' && follows(args)) ||
    (first === 'get' && args.some(arg => arg === '-w')),
  docker: (args, first) => (first === 'compose' ? compose(args.slice(1)) : first === 'logs' && follows(args)),
  'docker-compose': compose,
  podman: (args, first) => (first === 'compose' ? compose(args.slice(1)) : first === 'logs' && follows(args)),
  tsc: args => args.includes('-w'),
  tsx: (_args, first) => first === 'watch',
  'ts-node-dev': always,
  air: args => args.length === 0
}
