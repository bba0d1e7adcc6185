/** The fish script. */
import type { CompletionCommand, CompletionData, CompletionOption } from './data.ts'

export function script(data: CompletionData): string {
  const others = data.commands.slice(1)
  const names = others.map(command => command.name).join(' ')
  const lines = ['# fish completion for planlint: planlint completion fish > ~/.config/fish/completions/planlint.fish']
  for (const command of others)
    lines.push(`complete -c planlint -n __fish_use_subcommand -a ${command.name} -d ${quote(command.description)}`)
  for (const command of data.commands) {
    const condition =
      command.name === '' ? `not __fish_seen_subcommand_from ${names}` : `__fish_seen_subcommand_from ${command.name}`
    lines.push(
      ...command.options.map(option => `complete -c planlint -n ${quote(condition)} ${optionFlags(option, data)}`)
    )
    lines.push(...words(command, condition, data))
  }
  return lines.join('\n') + '\n'
}

function optionFlags({ flags, description, value }: CompletionOption, data: CompletionData): string {
  const names = flags.map(flag => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(' ')
  const source =
    value === undefined
      ? ''
      : value === 'file'
        ? ' -r -F'
        : value === 'text'
          ? ' -x'
          : ` -x -a ${quote(data.lists[value].join(' '))}`
  return `${names} -d ${quote(description)}${source}`
}

function words({ words: source, name }: CompletionCommand, condition: string, data: CompletionData): string[] {
  if (source === 'file') return name === '' ? [] : [`complete -c planlint -n ${quote(condition)} -F`]
  const list = source === undefined ? '' : ` -a ${quote(data.lists[source].join(' '))}`
  return [`complete -c planlint -n ${quote(condition)} -f${list}`]
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
