import { printers, searchTools } from '../tools.ts'
import type { FlawReport, Placeholder, Script, SimpleCommand, Token } from '../types.ts'

/** Names of things that are known only once the command is run: no template text. */
const runtime =
  /^(?:the |that |your |new |old |last |previous |merge |base |head |current )*(?:[\w-]*[-_ ])?(?:pid|sha\d*|hash|commit|rev|ref|id|uuid|n|nn|pr|number|port|timestamp|date|tag|version|token)s?$/i

/** Text that is to be filled in before the command can run. */
export function templatesOf(script: Script): FlawReport[] {
  if (script.commands.length === 0) return script.placeholders.map(({ start, end, text }) => report(start, end, text))
  const found: FlawReport[] = []
  let at = 0
  for (const command of script.commands) {
    const inside: Placeholder[] = []
    for (; at < script.placeholders.length && script.placeholders[at]!.end <= command.end; at++)
      inside.push(script.placeholders[at]!)
    const angles = inside.filter(item => isTemplate(item, command))
    found.push(...angles.map(item => report(item.start, item.end, item.text)))
    if (!angles.length) found.push(...command.tokens.flatMap((token, index) => fromToken(token, index, command)))
  }
  return found
}

function report(start: number, end: number, text: string): FlawReport {
  return { flaw: 'placeholder', start, end, text }
}

/** `<name>` in a word of its own or with a name that tells; tags in quotes and patterns are none. */
function isTemplate(item: Placeholder, command: SimpleCommand): boolean {
  const name = item.text.slice(1, -1)
  if (runtime.test(name)) return false
  const token =
    command.tokens.find(word => word.start <= item.start && word.end >= item.end) ??
    command.redirections.find(({ target }) => target && target.start <= item.start && target.end >= item.end)?.target
  if (!token) return false
  if (!token.quoted) return true
  if (
    searchTools.has(command.name) ||
    printers.has(command.name) ||
    command.args.some(arg => /^-(?:c|e|lc|p)$/.test(arg)) ||
    command.name === 'git'
  )
    return false
  return /^(?:your|my|the|api|access|auth|secret)[-_ ]|(?:key|secret|password|path|name|url|host)$/i.test(name)
}

function fromToken(token: Token, index: number, command: SimpleCommand): FlawReport[] {
  const { name, via, args } = command
  if (index <= via.length) return []
  const { value } = token
  const hit = (): FlawReport[] => [report(token.start, token.end, value)]
  const yours = /(?:^|[^$\w{])(YOUR[_-][A-Z][A-Z_-]{2,})\b/.exec(value)
  if (yours && !searchTools.has(name) && !printers.has(name) && name !== 'git')
    return [report(token.start, token.end, yours[1]!)]
  if (isPattern(token, index, command)) return []
  if (value === '{{') {
    const close = command.tokens.slice(index + 1, index + 5).find(word => word.value === '}}')
    return close && !templated.test(name) ? [report(token.start, close.end, '{{ … }}')] : []
  }
  if (/^(?:\.\.\.|…)$/.test(value)) return name === 'go' || printers.has(name) || args[0] === 'commit' ? [] : hit()
  if (/^(?:TODO|TBD|FIXME)$/.test(value)) return printers.has(name) || name === 'git' ? [] : hit()
  if (/^\/?path\/to\/./.test(value)) return hit()
  if (/\{\{ ?[a-zA-Z_][\w -]* ?\}\}/.test(value) && !templated.test(name) && !token.quoted) return hit()
  return token.quoted ? [] : brackets(token, command).map(text => report(token.start, token.end, text))
}

/** Tools that read `{{…}}` themselves. */
const templated = /^(?:docker|podman|gh|go|kubectl|just|helm|copier|git|curl|test|\[)$/

/** Patterns, messages and code hold anything. */
function isPattern({ value }: Token, index: number, command: SimpleCommand): boolean {
  const { name, tokens } = command
  if (printers.has(name) || name === '[' || (name === 'test' && !value.includes('/'))) return true
  if (name === 'git' && command.args[0] === 'grep') return true
  if (
    /^-(?:m|am|e|c|lc|k|name|iname|path|H|d|t|pattern)$|^--(?:grep|format|message|body|title|filter|data.*)$/.test(
      tokens[index - 1]!.value
    )
  )
    return value !== '...' || name === 'git'
  return (
    searchTools.has(name) &&
    /[A-Z\][{]/.test(value) &&
    tokens.findIndex((token, at) => at > command.via.length && !token.value.startsWith('-')) === index
  )
}

/** `[affected]` as a word, `test_[affected].py`; not character classes, extras, ids, routes. */
function brackets(token: Token, command: SimpleCommand): string[] {
  const { value } = token
  if (
    value.length > 200 ||
    /^(?:pip3?|uv|poetry|pipx|pdm|rails|rake|zsh)$/.test(command.name) ||
    command.via.some(word => /^(?:pip3?|uvx|pipx)$/.test(word))
  )
    return []
  if (/::|\.(?:[jt]sx?|svelte|vue|astro)$/.test(value)) return []
  const whole = /^\[([a-z][\w -]{2,})\]$/i.exec(value)
  if (whole) return [value]
  const part = /(?:^|[_-])\[([a-z][\w-]{3,})\](?=$|[./_-])/.exec(value)
  return part && !isClass(part[1]!) && !/\/\[/.test(value) ? [`[${part[1]!}]`] : []
}

/** A character class names each character once. */
const isClass = (text: string): boolean =>
  (new Set(text).size === text.length && text.length < 5) || /^\w-\w/.test(text)
