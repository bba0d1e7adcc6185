/** `planlint rules`: every rule with its severity and what it says. */
import { commonOptions, listFormatOption } from '../args/shared-options.ts'
import type { Call, Command } from '../call.ts'
import { listFormat } from '../args/list-format.ts'
import type { ExitCode } from '../io.ts'

export const rules: Command = {
  usage: 'planlint rules',
  description: 'List the rules',
  maxWords: 0,
  options: [listFormatOption, ...commonOptions],
  run
}

async function run({ parsed, io, services }: Call): Promise<ExitCode> {
  const rules = await services.rules()
  if (listFormat(parsed) === 'json') {
    const facts = rules.map(({ id, severity, summary, url }) => ({ id, severity, summary, url }))
    io.stdout.write(JSON.stringify(facts, undefined, 2) + '\n')
    return 0
  }
  const width = Math.max(...rules.map(rule => rule.id.length))
  for (const { id, severity, summary } of rules)
    io.stdout.write(`${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}\n`)
  return 0
}
