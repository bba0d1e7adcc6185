import type { FlawReport, Script, SimpleCommand, Wait } from '../types.ts'

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
    const waits = piped ? undefined : waitOf(command)
    if (!waits) continue
    const { name, start, end } = command
    const takes = takenBy(name)
    found.push({ flaw: 'interactive', start, end, command: shown(command), waits, ...(takes ? { takes } : {}) })
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

function waitOf(command: SimpleCommand): Wait | undefined {
  const { name, args } = command
  if (args.some(arg => /^(?:--help|--version|-V)$/.test(arg))) return undefined
  if (editors.has(name))
    return (/^n?vim?$/.test(name) && args.some(arg => /^(?:-e[sS]?|-es|--headless|-c|\+.*)$/.test(arg))) ||
      (name === 'emacs' && args.includes('--batch'))
      ? undefined
      : 'editor'
  if (pagers.has(name) || screens.has(name)) return 'keys'
  if (consoles.has(name)) return args.length === 0 ? 'session' : undefined
  if (name === 'git') return git(args)
  if (name === 'ssh') return isLogin(args) ? 'session' : undefined
  if (name === 'psql')
    return args.some(arg => /^-[abAeqtXxWwSz]*[cflLV]|^--(?:command|file|list)/.test(arg)) ? undefined : 'session'
  if (name === 'sqlite3')
    return args.filter(arg => !arg.startsWith('-')).length <= 1 &&
      !args.includes('-version') &&
      !args.includes('-init') &&
      !args.some(arg => arg.startsWith('-cmd'))
      ? 'session'
      : undefined
  if (name === 'mysql') return args.some(arg => /^-[a-zA-Z]*e|^--execute/.test(arg)) ? undefined : 'session'
  if (name === 'redis-cli')
    return args.every(
      (arg, index) =>
        (arg.startsWith('-') && arg !== '--scan' && arg !== '--stat') || /^-[hpnau]$/.test(args[index - 1] ?? '')
    )
      ? 'session'
      : undefined
  if (name === 'rails' && /^(?:c|console)$/.test(args[0] ?? '')) return 'session'
  if (/^(?:docker|podman|kubectl)$/.test(name) && !/^(?:login|edit)$/.test(args[0] ?? '')) return container(args)
  if (isLoginOf(name, args)) return 'account'
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
function asksFirst(name: string, args: readonly string[]): Wait | undefined {
  const has = (flags: RegExp): boolean => args.some(arg => flags.test(arg))
  const [first = '', second = ''] = args
  if (/^(?:terraform|tofu)$/.test(name) && /^(?:apply|destroy)$/.test(first))
    return has(/^-{1,2}auto-approve|^[^-].*plan/) ? undefined : 'consent'
  if (name === 'pulumi' && /^(?:up|destroy)$/.test(first)) return has(/^(?:-y|--yes|-f)$/) ? undefined : 'consent'
  if (name === 'npm' && first === 'init' && second === '') return 'fields'
  if (name === 'kubectl' && first === 'edit') return 'editor'
  if (name === 'crontab' && first === '-e') return 'editor'
  if (/^(?:poetry|pipenv)$/.test(name) && first === 'shell') return 'session'
  if (name === 'nix-shell' && !has(/^--(?:run|command)$/)) return 'session'
  if (name === 'nix' && /^(?:develop|shell)$/.test(first) && !has(/^(?:-c|--command)$/)) return 'session'
  if (name === 'php' && first === 'artisan' && second === 'tinker' && !has(/^--execute/)) return 'session'
  if (/^(?:cypress|playwright)$/.test(name) && /^(?:open|codegen)$/.test(first)) return 'window'
  if (has(/^--ui$/) && /^(?:vitest|playwright)$/.test(name)) return 'window'
  if (/^python3?$/.test(name) && /(?:^|\/)manage\.py$/.test(first) && /^(?:shell|shell_plus|dbshell)$/.test(second))
    return has(/^-c$/) ? undefined : 'session'
  if (name === 'flask' && first === 'shell') return 'session'
  if (name === 'tmux' && /^(?:attach|a|attach-session)$/.test(first)) return 'session'
  return undefined
}

function git(args: readonly string[]): Wait | undefined {
  const [verb = ''] = args
  if (verb === 'rebase' && args.some(arg => arg === '-i' || arg === '--interactive')) return 'editor'
  if (verb === 'add' && args.some(arg => /^(?:-p|--patch|-i|--interactive|-e)$/.test(arg))) return 'changes'
  if (/^(?:checkout|restore|reset|stash)$/.test(verb) && args.some(arg => arg === '-p' || arg === '--patch'))
    return 'changes'
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
function container(args: readonly string[]): Wait | undefined {
  const terminal =
    args.some(arg => /^-(?:it|ti)$/.test(arg)) || (args.includes('--interactive') && args.includes('--tty'))
  return terminal && /^(?:(?:\/bin\/)?(?:ba|z|a)?sh|python3?|psql|irb)$/.test(args.at(-1) ?? '') ? 'session' : undefined
}

/** What a program takes on its command line instead of asking for it. */
function takenBy(name: string): 'query' | 'command' | 'code' | undefined {
  if (/^(?:psql|mysql|sqlite3|redis-cli)$/.test(name)) return 'query'
  if (name === 'ssh') return 'command'
  return consoles.has(name) ? 'code' : undefined
}
