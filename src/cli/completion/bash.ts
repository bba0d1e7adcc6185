/** The bash script: works with bash 3.2 and without bash-completion. */
import type { CompletionCommand, CompletionData } from './data.ts'

export function script(data: CompletionData): string {
  const main = data.commands[0]!
  const others = data.commands.slice(1)
  return `# bash completion for planlint; source it, or: planlint completion bash > ~/.local/share/bash-completion/completions/planlint
_planlint() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="" options="" words="" index
  COMPREPLY=()
  [[ $prev == "=" ]] && prev="\${COMP_WORDS[COMP_CWORD-2]}"
  [[ $cur == "=" ]] && cur=""
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "\${COMP_WORDS[index]}" in
      --) _planlint_files; return ;;
${others.length > 0 ? `      ${others.map(command => command.name).join('|')}) [[ -z $command ]] && command="\${COMP_WORDS[index]}" ;;\n` : ''}    esac
  done
  case "$command:$prev" in
${data.commands.flatMap(command => valueCases(command, data)).join('\n')}
  esac
  case "$command" in
${others.map(command => `    ${command.name}) options="${flags(command)}"; ${wordsOf(command, data)} ;;`).join('\n')}
    *) options="${flags(main)}"; words="file"; [[ $COMP_CWORD -eq 1 ]] && _planlint_names "${others.map(command => command.name).join(' ')}" ;;
  esac
  if [[ $cur == -* ]]; then
    _planlint_names "$options"
  elif [[ $words == "file" ]]; then
    _planlint_files
  elif [[ -n $words ]]; then
    _planlint_names "$words"
  fi
}
_planlint_names() {
  local name
  for name in $1; do [[ $name == "$cur"* ]] && COMPREPLY+=("$name"); done
}
_planlint_files() {
  local name
  compopt -o filenames 2>/dev/null
  while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$cur")
}
complete -F _planlint planlint
`
}

function flags(command: CompletionCommand): string {
  return command.options.flatMap(option => option.flags).join(' ')
}

function wordsOf(command: CompletionCommand, data: CompletionData): string {
  if (command.words === undefined) return 'words=""'
  return command.words === 'file' ? 'words="file"' : `words="${data.lists[command.words].join(' ')}"`
}

function valueCases(command: CompletionCommand, data: CompletionData): string[] {
  return command.options
    .filter(option => option.value !== undefined)
    .map(({ flags: names, value }) => {
      const pattern = names.map(name => `"${command.name}:${name}"`).join('|')
      const action =
        value === 'file'
          ? '_planlint_files'
          : value === 'text'
            ? ':'
            : `_planlint_names "${data.lists[value!].join(' ')}"`
      return `    ${pattern}) ${action}; return ;;`
    })
}
