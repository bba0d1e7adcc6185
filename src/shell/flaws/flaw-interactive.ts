import type { FlawReport, Script, SimpleCommand } from '../types.ts'

/** Commands that wait for somebody at the keyboard. */
export function interactiveOf(script: Script): FlawReport[] {
  const found: FlawReport[] = []
  for (const [index, command] of script.commands.entries()) {
    if (
      command.nested ||
      command.heredoc ||
      (command.joined === '|' && !pagers.has(command.name)) ||
      command.redirections.some(item => item.operator.startsWith('<'))
    )
      continue
    const piped = script.commands[index + 1]?.joined === '|'
    const why = piped ? undefined : reason(command)
    if (why)
      found.push({
        flaw: 'interactive',
        start: command.start,
        end: command.end,
        detail: `\`${shown(command)}\` ${why}`,
        help: helpFor(command.name)
      })
  }
  return found
}

const pagers = new Set(['less', 'more', 'most'])
const editors = new Set(['vim', 'vi', 'nvim', 'nano', 'emacs', 'pico', 'micro'])
const consoles = new Set([
  'python',
  'python3',
  'ipython',
  'node',
  'irb',
  'ghci',
  'iex',
  'pry',
  'mongosh',
  'lua',
  'bc',
  'tclsh',
  'R',
  'jshell',
  'ts-node',
  'erl',
  'gdb',
  'ftp',
  'sftp',
  'telnet'
])
const screens = new Set(['htop', 'btop', 'lazygit', 'tig', 'k9s', 'fzf', 'visudo'])
const shown = (command: SimpleCommand): string => (command.text.length > 50 ? command.name : command.text)

function reason(command: SimpleCommand): string | undefined {
  const { name, args } = command
  if (args.some(arg => /^(?:--help|--version|-V)$/.test(arg))) return undefined
  if (editors.has(name))
    return (/^n?vim?$/.test(name) && args.some(arg => /^(?:-e[sS]?|-es|--headless|-c|\+.*)$/.test(arg))) ||
      (name === 'emacs' && args.includes('--batch'))
      ? undefined
      : 'opens an editor'
  if (pagers.has(name) || screens.has(name)) return 'needs somebody at the keyboard'
  if (consoles.has(name)) return args.length === 0 ? 'opens an interactive session' : undefined
  if (name === 'git') return git(args)
  if (name === 'ssh') return isLogin(args) ? 'opens an interactive session' : undefined
  if (name === 'psql')
    return args.some(arg => /^-[abAeqtXxWwSz]*[cflLV]|^--(?:command|file|list)/.test(arg))
      ? undefined
      : 'opens an interactive session'
  if (name === 'sqlite3')
    return args.filter(arg => !arg.startsWith('-')).length <= 1 &&
      !args.includes('-version') &&
      !args.includes('-init') &&
      !args.some(arg => arg.startsWith('-cmd'))
      ? 'opens an interactive session'
      : undefined
  if (name === 'mysql')
    return args.some(arg => /^-[a-zA-Z]*e|^--execute/.test(arg)) ? undefined : 'opens an interactive session'
  if (name === 'redis-cli')
    return args.every(
      (arg, index) =>
        (arg.startsWith('-') && arg !== '--scan' && arg !== '--stat') || /^-[hpnau]$/.test(args[index - 1] ?? '')
    )
      ? 'opens an interactive session'
      : undefined
  if (name === 'rails' && /^(?:c|console)$/.test(args[0] ?? '')) return 'opens an interactive session'
  if (/^(?:docker|podman|kubectl)$/.test(name) && !/^(?:login|edit)$/.test(args[0] ?? '')) return container(args)
  if (isLoginOf(name, args)) return 'asks for an account'
  return asksFirst(name, args)
}

/** Signing in by hand; with a token on the command line or on the input nobody is asked. */
function isLoginOf(name: string, args: readonly string[]): boolean {
  if (
    args.some(arg =>
      /token|^--password-stdin$|^-p$|^--service-principal$|^--identity$|^--api-key|^--cred-file|^--key/.test(arg)
    )
  )
    return false
  const words = args
    .filter(arg => !arg.startsWith('-'))
    .slice(0, 2)
    .join(' ')
  return Object.hasOwn(logins, name) && logins[name]!.test(words)
}

const plainLogin = /^login\b/
const logins: Readonly<Record<string, RegExp>> = {
  npm: /^(?:login|adduser)\b/,
  pnpm: plainLogin,
  yarn: /^(?:npm )?login\b/,
  docker: plainLogin,
  podman: plainLogin,
  az: plainLogin,
  vercel: plainLogin,
  netlify: plainLogin,
  heroku: plainLogin,
  firebase: plainLogin,
  wrangler: plainLogin,
  supabase: plainLogin,
  railway: plainLogin,
  expo: plainLogin,
  eas: plainLogin,
  cargo: /^login$/,
  gh: /^auth login\b/,
  glab: /^auth login\b/,
  gcloud: /^(?:auth (?:login|application-default)|init)\b/,
  aws: /^(?:configure$|sso login)/,
  fly: /^auth login\b/,
  flyctl: /^auth login\b/,
  'huggingface-cli': plainLogin,
  passwd: /^/,
  su: /^/
}

/** Asks before it acts, or opens an editor or a shell, unless it is told not to. */
function asksFirst(name: string, args: readonly string[]): string | undefined {
  const has = (flags: RegExp): boolean => args.some(arg => flags.test(arg))
  const [first = '', second = ''] = args
  if (/^(?:terraform|tofu)$/.test(name) && /^(?:apply|destroy)$/.test(first))
    return has(/^-{1,2}auto-approve|^[^-].*plan/) ? undefined : 'asks before it goes on'
  if (name === 'pulumi' && /^(?:up|destroy)$/.test(first))
    return has(/^(?:-y|--yes|-f)$/) ? undefined : 'asks before it goes on'
  if (name === 'npm' && first === 'init' && second === '') return 'asks for each field'
  if (name === 'kubectl' && first === 'edit') return 'opens an editor'
  if (name === 'crontab' && first === '-e') return 'opens an editor'
  if (/^(?:poetry|pipenv)$/.test(name) && first === 'shell') return 'opens an interactive session'
  if (name === 'nix-shell' && !has(/^--(?:run|command)$/)) return 'opens an interactive session'
  if (name === 'nix' && /^(?:develop|shell)$/.test(first) && !has(/^(?:-c|--command)$/))
    return 'opens an interactive session'
  if (name === 'php' && first === 'artisan' && second === 'tinker' && !has(/^--execute/))
    return 'opens an interactive session'
  if (/^(?:cypress|playwright)$/.test(name) && /^(?:open|codegen)$/.test(first)) return 'opens a window'
  if (has(/^--ui$/) && /^(?:vitest|playwright)$/.test(name)) return 'opens a window'
  if (/^python3?$/.test(name) && /(?:^|\/)manage\.py$/.test(first) && /^(?:shell|shell_plus|dbshell)$/.test(second))
    return has(/^-c$/) ? undefined : 'opens an interactive session'
  if (name === 'flask' && first === 'shell') return 'opens an interactive session'
  if (name === 'tmux' && /^(?:attach|a|attach-session)$/.test(first)) return 'opens an interactive session'
  return undefined
}

function git(args: readonly string[]): string | undefined {
  const [verb = ''] = args
  if (verb === 'rebase' && args.some(arg => arg === '-i' || arg === '--interactive')) return 'opens an editor'
  if (verb === 'add' && args.some(arg => /^(?:-p|--patch|-i|--interactive|-e)$/.test(arg)))
    return 'asks for each change'
  if (/^(?:checkout|restore|reset|stash)$/.test(verb) && args.some(arg => arg === '-p' || arg === '--patch'))
    return 'asks for each change'
  return undefined
}

/** `ssh host` and nothing to do there. */
function isLogin(args: readonly string[]): boolean {
  if (args.some(arg => /^-[46a-zA-Z]*[NTVGfWO]/.test(arg))) return false
  const plain = args.filter(
    (arg, index) => !arg.startsWith('-') && !/^-[46a-zA-Z]*[bcDEeFIiJLlmopQRSw]$/.test(args[index - 1] ?? '')
  )
  return plain.length === 1
}

/** `docker exec -it name bash`. */
function container(args: readonly string[]): string | undefined {
  const terminal =
    args.some(arg => /^-(?:it|ti)$/.test(arg)) || (args.includes('--interactive') && args.includes('--tty'))
  return terminal && /^(?:(?:\/bin\/)?(?:ba|z|a)?sh|python3?|psql|irb)$/.test(args.at(-1) ?? '')
    ? 'opens an interactive session'
    : undefined
}

function helpFor(name: string): string {
  if (/^(?:psql|mysql|sqlite3|redis-cli)$/.test(name))
    return 'give the query on the command line, such as `psql -c "…"`'
  if (name === 'ssh') return 'give the command to run: `ssh host command`'
  if (consoles.has(name)) return 'give the code on the command line (`-c` or `-e`) or in a file'
  return 'use a command that ends by itself and whose exit status says the result'
}
