import { parseScript } from '../../src/shell/index.ts'
import type { SimpleCommand } from '../../src/shell/index.ts'

/** Each command of a text by its words as they were read, with what is known of it besides: `npm test (in web, guarded)`. */
export function read(text: string, lang = 'bash'): string[] {
  return parseScript(text, lang).commands.map(command => {
    if (text.slice(command.start, command.end) !== command.text) throw new Error(`${command.text} does not stand there`)
    for (const { start, end, value } of command.tokens)
      if (text.slice(start, end).replace(/["'\\]/g, '') !== value.replace(/["'\\]/g, ''))
        throw new Error(`${value} does not stand there`)
    const known = knownOf(command)
    return [command.name, ...command.args].join(' ') + (known.length > 0 ? ` (${known.join(', ')})` : '')
  })
}

function knownOf(command: SimpleCommand): string[] {
  const { cwd, background, nested, negated, guarded, lost, heredoc, env, redirections } = command
  const flags = Object.entries({ background, nested, negated, guarded, lost, heredoc })
    .filter(([, value]) => value)
    .map(([flag]) => flag)
  return [
    ...('cwd' in command ? [`in ${cwd}`] : []),
    ...flags,
    ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
    ...redirections.map(({ fd = '', operator, target }) => `${fd}${operator}${target?.value ?? ''}`)
  ]
}
