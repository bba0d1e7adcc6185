/** The zsh script, for `_arguments`. */
import type { CompletionCommand, CompletionData, CompletionOption } from './data.ts'

export function script(data: CompletionData): string {
  const main = data.commands[0]!
  const others = data.commands.slice(1)
  return `#compdef planlint
# zsh completion for planlint: planlint completion zsh > a folder of $fpath, as _planlint
_planlint() {
  local -a commands
  commands=(
${others.map(command => `    ${quote(`${command.name}:${command.description}`)}`).join('\n')}
  )
  if (( CURRENT > 2 )) && [[ -n \${commands[(r)\${words[2]}:*]} ]]; then
    local command=\${words[2]}
    shift words
    (( CURRENT-- ))
    case $command in
${others.map(command => `      ${command.name}) _arguments -s -S ${argumentsOf(command, data)} ;;`).join('\n')}
    esac
    return
  fi
  (( CURRENT == 2 )) && [[ \${words[2]} != -* ]] && _describe -t commands command commands
  _arguments -s -S ${argumentsOf(main, data)}
}
if [[ \${funcstack[1]} == _planlint ]]; then _planlint "$@"; else compdef _planlint planlint; fi
`
}

function argumentsOf(command: CompletionCommand, data: CompletionData): string {
  const specs = command.options.flatMap(option => option.flags.map(flag => quote(optionSpec(flag, option, data))))
  if (command.words !== undefined) specs.push(quote(`*:${command.words}:${action(command.words, data)}`))
  return specs.map(spec => `\\\n        ${spec}`).join(' ')
}

function optionSpec(flag: string, option: CompletionOption, data: CompletionData): string {
  const star = option.isRepeatable ? '*' : ''
  // `=` takes both `--name=value` and `--name value`.
  const joined = option.value !== undefined && flag.startsWith('--') ? '=' : ''
  const value = option.value === undefined ? '' : `:${option.value}:${action(option.value, data)}`
  return `${star}${flag}${joined}[${option.description.replace(/[[\]:\\]/g, '\\$&')}]${value}`
}

function action(value: NonNullable<CompletionOption['value']>, data: CompletionData): string {
  if (value === 'file') return '_files'
  return value === 'text' ? ' ' : `(${data.lists[value].join(' ')})`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
